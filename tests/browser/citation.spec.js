// A fact taken away: as a citation, an annotation, and links.

import {readFile} from 'node:fs/promises';
import {ARTICLES} from './seeds.js';
import {expect, test} from './test.js';

const FIGURE = `sel=${ARTICLES[1].id}!f2`;

async function taken(page, form) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: `Download as ${form}`}).click()]);
  return {name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8')};
}

test.beforeEach(async ({book, page}) => {
  await book.open(`view=figures&${FIGURE}`);
  await page.getByText('Cite, link').click();
});

test('as CSL-JSON, BibTeX and RIS, with the article, its day, the words, who says them and the link to them', async ({page}) => {
  const csl = await taken(page, 'CSL-JSON');
  expect(csl.name).toMatch(/\.json$/);
  const [item] = JSON.parse(csl.text);
  expect(item).toMatchObject({type: 'article-newspaper', title: 'Over 400 Chechens Have Left Russia for ISIS Since 2011', 'container-title': 'Breitbart', issued: {'date-parts': [[2015, 6, 16]]}});
  expect(item.note).toContain('405 people');
  expect(item.note).toContain('Russian Interior Ministry spokesman');
  expect(item.note).toContain('#');
  const bib = await taken(page, 'BibTeX');
  expect(bib.text).toMatch(/^@misc\{[A-Za-z0-9-]+,\n/);
  expect(bib.text).toContain('year = {2015}');
  const ris = await taken(page, 'RIS');
  expect(ris.text.split('\r\n')).toEqual(expect.arrayContaining(['TY  - NEWS', 'PY  - 2015', 'DA  - 2015/06/16/', 'ER  - ']));
});

test('as a Web Annotation whose selectors find the words in the file', async ({page}) => {
  const {target} = JSON.parse((await taken(page, 'Web Annotation')).text);
  const [quote, position] = target.selector;
  const text = [...ARTICLES[1].text];
  expect(text.slice(position.start, position.end).join('')).toBe(quote.exact);
  expect(ARTICLES[1].text).toContain(quote.prefix + quote.exact + quote.suffix);
  expect(target.source).toMatch(/^https:/);
});

test('as a link to it here, and to its words at the outlet', async ({page}) => {
  await expect(page.getByRole('link', {name: 'Link to it here'})).toHaveAttribute('href', /!f2/);
  await expect(page.getByRole('link', {name: 'Link to the words at Breitbart'})).toHaveAttribute('href', /#:~:text=405%20/);
});
