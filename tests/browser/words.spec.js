// The view Words: frequency, keyword in context, dispersion, comparison.

import {ARTICLES, count, OUTLETS, wordCount} from './seeds.js';
import {expect, test} from './test.js';

/** The rows of a figure's table, cells as text. */
async function tableOf(book, name) {
  const figure = book.figure(name);
  const summary = figure.locator('summary');
  if (!await figure.locator('table.data').count()) await summary.click();
  const table = figure.locator('table.data');
  await expect(table).toBeVisible();
  return table.evaluate(node => [...node.rows].map(row => [...row.cells].map(cell => cell.textContent.trim())));
}

test.describe('frequency', () => {
  test('leaves out stop words by choice, and counts as the files do', async ({book, page}) => {
    await book.open('view=words');
    const [, ...rows] = await tableOf(book, 'Most frequent words');
    const words = rows.map(([word]) => word);
    for (const stop of ['the', 'of', 'and', 'in']) expect(words).not.toContain(stop);
    for (const [word, times] of rows.slice(0, 10)) {
      const found = ARTICLES.reduce((sum, {searched}) => sum + count(searched, word), 0);
      expect(Number(times), word).toBe(found);
    }
    const counts = rows.map(([, times]) => Number(times));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    await page.getByRole('group', {name: 'Show'}).getByRole('link', {name: 'All words'}).click();
    await expect(book.figure('Most frequent words').locator('table.data')).toContainText('the');
    const [, [first, times]] = await tableOf(book, 'Most frequent words');
    expect(first).toBe('the');
    expect(Number(times)).toBe(ARTICLES.reduce((sum, {searched}) => sum + count(searched, 'the'), 0));
    expect(book.fragment().get('view')).toBe('words stopwords:on');
  });

  test('a bar leads to the articles with its word', async ({book}) => {
    await book.open('view=words');
    const bar = book.figure('Most frequent words').locator('svg a').first();
    const word = (await bar.getAttribute('aria-label')).split(':')[0];
    await bar.click();
    await expect(book.status).toHaveText(/ hits?\b/);
    await expect(book.search).toHaveValue(new RegExp(word, 'i'));
  });

  test('follows filters', async ({book}) => {
    await book.open('view=words&f=outlet:Breitbart');
    const [, ...rows] = await tableOf(book, 'Most frequent words');
    for (const [word, times] of rows.slice(0, 5)) expect(Number(times), word).toBe(count(ARTICLES[1].searched, word));
  });
});

test.describe('keyword in context', () => {
  // The view's scripts come after the status: its lines are there when the first is.
  const lines = async page => {
    const rows = page.locator('table.concordance tbody tr');
    await expect(rows.first()).toBeVisible();
    return rows.evaluateAll(all => all.map(row => [...row.cells].map(cell => cell.textContent.trim())));
  };
  const folded = text => text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  // What is left of a possessive, as in “children” and “’s rights”, is no word.
  const wordsOf = text => folded(text).replace(/^[’']s\b/, '').match(/[\p{L}\p{N}]+(?:[’'.,][\p{L}\p{N}]+)*/gu) ?? [];

  test('has a line for every hit, with what stands around it in the text', async ({book, page}) => {
    await book.open('view=words&q=kadyrov');
    const found = await lines(page);
    expect(found.length).toBe(12);
    const texts = ARTICLES.map(({text}) => text.replace(/\s+/g, ' '));
    for (const [left, node, right, article] of found) {
      expect(node).toMatch(/^kadyrov/i);
      expect(OUTLETS).toContain(article);
      const text = texts[OUTLETS.indexOf(article)];
      expect(text).toContain(`${left.split(' ').slice(-3).join(' ')} ${node}`.trim());
      expect(text.replace(/\s/g, '')).toContain(`${node}${right.slice(0, 30)}`.replace(/\s/g, ''));
    }
  });

  for (const [name, side] of [['By the word before', 'left'], ['By the word after', 'right']]) {
    test(`sorts: ${name}`, async ({book, page}) => {
      await book.open('view=words&q=children');
      const unsorted = await lines(page);
      await page.getByRole('group', {name: 'Sort by'}).getByRole('link', {name}).click();
      await expect.poll(() => book.fragment().get('view')).toBe(`words sort:${side}`);
      const keys = (await lines(page)).map(([left, , right]) => side === 'left' ? wordsOf(left).at(-1) ?? '' : wordsOf(right.replace(/^’s\b/, ''))[0] ?? '');
      expect(keys.length).toBe(unsorted.length);
      expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
      expect(keys).not.toEqual(unsorted.map(([left, , right]) => side === 'left' ? wordsOf(left).at(-1) ?? '' : wordsOf(right.replace(/^’s\b/, ''))[0] ?? ''));
    });
  }

  test('a line opens its sentence', async ({book, page}) => {
    await book.open('view=words&q=orphanages');
    await page.locator('table.concordance').getByRole('link').first().click();
    await expect(page.locator('.sentence.selected')).toContainText(/orphanages/i);
    await expect(page.locator('.sentence.selected')).toBeInViewport();
  });
});

test.describe('dispersion', () => {
  test('has a strip an article and a tick a hit, where the hit stands', async ({book}) => {
    await book.open('view=words&q=kadyrov');
    const figure = book.figure('Where the hits stand');
    const strips = figure.locator('svg > g[role="group"]');
    await expect(strips).toHaveCount(3);
    await expect(figure.locator('svg a')).toHaveCount(12);
    for (const at of [0, 2, 3]) {
      const strip = figure.locator(`svg > g[aria-label^="${OUTLETS[at]},"]`);
      await expect(strip.locator('a')).toHaveCount(count(ARTICLES[at].searched, 'Kadyrov'));
      const xs = await strip.locator('line.tick').evaluateAll(lines => lines.map(line => Number(line.getAttribute('x1'))));
      const [from, to] = await strip.locator('line.base').evaluate(line => [Number(line.getAttribute('x1')), Number(line.getAttribute('x2'))]);
      const text = ARTICLES[at].searched;
      const expected = [...text.matchAll(/kadyrov/gi)].map(({index}) => wordCount(text.slice(0, index)) / wordCount(text));
      xs.map(x => (x - from) / (to - from)).forEach((place, n) => expect(Math.abs(place - expected[n]), `${OUTLETS[at]} ${n}`).toBeLessThan(0.02));
    }
  });

  test('a tick opens its sentence', async ({book, page}) => {
    await book.open('view=words&q=kadyrov');
    const tick = book.figure('Where the hits stand').locator('svg a').nth(4);
    await tick.click();
    await expect(page.locator('.sentence.selected')).toContainText(/kadyrov/i);
    await expect(page.locator('.sentence.selected')).toBeInViewport();
  });

  test('ticks are travelled by arrows with one stop of the tab key', async ({book, page}) => {
    await book.open('view=words&q=kadyrov');
    const ticks = book.figure('Where the hits stand').locator('svg a');
    expect(await ticks.evaluateAll(nodes => nodes.filter(node => node.getAttribute('tabindex') === '0').length)).toBe(1);
    await ticks.first().focus();
    await page.keyboard.press('ArrowRight');
    await expect(ticks.nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('.sentence.selected')).toContainText(/kadyrov/i);
  });
});

test.describe('comparison', () => {
  const LIST = 'ISIS, ISIL, Daesh, "Islamic State"';
  const TERMS = ['ISIS', 'ISIL', 'Daesh', 'Islamic State'];

  test('counts each term in each article as the files do, and per thousand of its words', async ({book}) => {
    await book.open('view=words');
    await book.type(LIST);
    const [head, ...rows] = await tableOf(book, 'Words compared');
    expect(head[0]).toBe('Article');
    expect(rows.length).toBe(5);
    for (const [at, outlet] of OUTLETS.entries()) {
      const row = rows.find(([article]) => article === outlet);
      expect(row, outlet).toBeTruthy();
      const words = wordCount(ARTICLES[at].searched);
      expect(Math.abs(Number(row[1]) - words), `words of ${outlet}`).toBeLessThanOrEqual(2);
      TERMS.forEach((term, n) => {
        const times = count(ARTICLES[at].searched, term);
        expect(Number(row[2 + 2 * n]), `${term} in ${outlet}`).toBe(times);
        expect(Number(row[3 + 2 * n]), `${term} in ${outlet} per thousand`).toBeCloseTo(times * 1000 / Number(row[1]), 2);
      });
    }
  });

  test('is drawn with a bar a term, its number beside it', async ({book}) => {
    await book.open(`view=words&q=${encodeURIComponent(LIST)}`);
    const figure = book.figure('Words compared');
    await expect(figure.locator('.drawing svg a')).toHaveCount(20);
    await expect(figure.getByRole('link', {name: /^Daesh: 8 in Islamic World Peace Forum/})).toHaveCount(1);
    await expect(figure.getByRole('list', {name: 'Words compared'}).getByRole('listitem')).toHaveCount(4);
  });

  test('the same list finds articles with any of them', async ({book}) => {
    await book.open(`q=${encodeURIComponent(LIST)}`);
    const hits = ARTICLES.reduce((sum, {searched}) => sum + TERMS.reduce((n, term) => n + count(searched, term), 0), 0);
    await expect(book.status).toContainText(`5 of 5 articles, ${hits} hits`);
  });

  test('a bar opens its article with that term', async ({book}) => {
    await book.open(`view=words&q=${encodeURIComponent(LIST)}`);
    await book.figure('Words compared').getByRole('link', {name: /^ISIL: 8 in The Strategist/}).click();
    await expect(book.reader).toHaveAttribute('data-reader', ARTICLES[4].id);
    await expect(book.reader.locator('mark').first()).toHaveText(/^ISIL/);
  });
});
