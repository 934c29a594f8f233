// Folding in the browser, whose own tables of Unicode the engine uses there: words of src/text/fold.rs.

import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {serve} from './program.js';
import {Book, expect, test as base} from './test.js';

/** Each word as it is written, and as somebody types it on a plain keyboard. */
const WORDS = [
  ['Moreno', 'moreno'],
  ['Žagar', 'zagar'],
  ['couldn’t', 'couldn\'t'],
  ['O‘Neill', 'o\'neill'],
  ['Straße', 'strasse'],
  ['Łódź', 'lodz'],
  ['Ærø', 'aero'],
  ['İstanbul', 'istanbul'],
  ['ﬁghter', 'fighter'],
  ['co\u00adoperate', 'cooperate'],
  ['Ка\u0301дыров', 'кадыров'],
  ['Федеральный', 'федеральныи'],
  ['ΟΔΟΣ', 'οδος'],
  ['ｆｕｌｌ', 'full'],
  ['U.S.', 'u.s'],
  ['200,000', '200,000'],
  ['STRAẞENBAHN', 'strassenbahn'],
];

/** What is another word, and must not be found. */
const OTHERS = ['us', 'zaga', 'кадыр', 'lod', '2000'];

const test = base.extend({
  folded: [async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'sourcebook-folding-'));
    await writeFile(join(folder, 'words.txt'), `Many writings\n\n${WORDS.map(([word]) => `Here is ${word} once.`).join('\n\n')}\n`);
    await writeFile(join(folder, 'none.txt'), 'Nothing\n\nNone of them is in this one.\n');
    const server = await serve(folder);
    await use(server.url);
    await server.end();
    await rm(folder, {recursive: true, force: true});
  }, {scope: 'worker'}],
});

for (const [word, typed] of WORDS) {
  test(`${word} is found as written and as ${typed}`, async ({folded, page, watch}) => {
    watch.origins.add(new URL(folded).origin);
    const book = new Book(page, folded);
    await book.open();
    for (const query of [word, typed, `"${word}"`, `"${typed}"`]) {
      await book.ask('', '2 of 2 articles');
      await book.ask(query, '1 of 2 articles, 1 hit');
      await expect(book.list.locator('mark')).toHaveText([word.replace(/\.$/, '')].map(text => new RegExp(`^${text.replaceAll('.', '\\.')}\\.?$`)));
    }
  });
}

test('what is another word is not found', async ({folded, page, watch}) => {
  watch.origins.add(new URL(folded).origin);
  const book = new Book(page, folded);
  await book.open();
  for (const query of OTHERS) {
    await book.ask('', '2 of 2 articles');
    await book.ask(query, '0 of 2 articles, 0 hits');
  }
});
