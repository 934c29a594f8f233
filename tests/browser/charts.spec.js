// What every chart has: a sentence, its table, CSV and SVG; and the strip of dates on which a period is chosen.

import {readFile} from 'node:fs/promises';
import {expect, test} from './test.js';

const LIST = 'view=words&q=ISIS%2C+ISIL%2C+Daesh%2C+%22Islamic+State%22';
const CHARTS = [
  ['Published', ''], ['Published', 'q=kadyrov'], ['Most frequent words', 'view=words'], ['Where the hits stand', 'view=words&q=kadyrov'],
  ['Words compared', LIST],
];
const TABLES = [...CHARTS, ['Keyword in context', 'view=words&q=kadyrov']];

/** CSV by RFC 4180: rows of cells. */
function parseCsv(text) {
  const rows = [[]];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy;
  while (cell.lastIndex < text.length) {
    const found = cell.exec(text);
    if (!found) throw new Error('expected a cell of CSV, but found something else');
    rows.at(-1).push(found[1] === undefined ? found[2] : found[1].replaceAll('""', '"'));
    if (found[3] === '\r\n') rows.push([]);
  }
  if (!rows.at(-1).length) rows.pop();
  return rows;
}

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return {name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8')};
}

const squeeze = text => text.replace(/\s+/g, ' ').trim();

for (const [name, address] of TABLES) {
  test(`chart ${name} (#${address}) has one sentence and its table, and the CSV is the table`, async ({book, page}) => {
    await book.open(address);
    const figure = book.figure(name);
    await expect(figure).toHaveCount(1);
    await expect(figure.locator('figcaption p')).toHaveText(/\S.*\.$/);
    await figure.locator('summary', {hasText: 'Table'}).click();
    const table = figure.locator('table.data');
    await expect(table).toBeVisible();
    await expect(table.locator('caption')).toHaveText(/\S/);
    const rows = await table.evaluate(node => [...node.rows].map(row => [...row.cells].map(cell => cell.textContent)));
    expect(rows.length).toBeGreaterThan(1);
    expect(await table.locator('thead th:not([scope="col"])').count()).toBe(0);
    const file = await downloaded(page, figure.getByRole('button', {name: `Download ${name} as CSV`}));
    expect(file.name).toMatch(/^[\p{L}\p{N}-]+\.csv$/u);
    const whole = parseCsv(file.text);
    const csv = whole.map(row => row.slice(0, -3));
    const [head, ...origins] = whole.map(row => row.slice(-3));
    expect(head).toEqual(['Corpus', 'Search and filters', 'Address']);
    for (const [corpus, , link] of origins) {
      expect(corpus).toContain('Coming home from the Islamic State, edition ');
      expect(link).toContain('#');
    }
    expect(csv.map(row => row.map(cell => squeeze(cell.replace(/^'(?=[=+\-@])/, ''))))).toEqual(rows.map(row => row.map(squeeze)));
    expect(new Set(csv.map(row => row.length)).size).toBe(1);
  });
}

test('a table is JSON, too, with the corpus and what was searched for and filtered', async ({book, page}) => {
  await book.open('view=words&q=isis&f=outlet:Breitbart');
  const figure = book.figure('Where the hits stand');
  const file = await downloaded(page, figure.getByRole('button', {name: /as JSON$/}));
  const {corpus, edition, filters, address, columns, rows} = JSON.parse(file.text);
  expect(corpus).toBe('Coming home from the Islamic State');
  expect(edition).toMatch(/^[0-9a-f]{64}$/);
  expect(filters).toEqual(['search: isis', expect.stringContaining('Breitbart')]);
  expect(address).toContain('q=isis');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(row => row.length === columns.length)).toBe(true);
});

test('the list of articles is a CSV, too', async ({book, page}) => {
  await book.open('q=kadyrov');
  const file = await downloaded(page, page.getByRole('button', {name: 'Download Articles as CSV'}));
  const [head, ...rows] = parseCsv(file.text);
  expect(head).toEqual(expect.arrayContaining(['Title', 'Outlet', 'Published', 'Hits', 'Words']));
  expect(rows.length).toBe(3);
  expect(rows.reduce((sum, row) => sum + Number(row[head.indexOf('Hits')]), 0)).toBe(12);
});

for (const [name, address] of CHARTS) {
  test(`chart ${name} (#${address}) gives an SVG with title and source that stands alone`, async ({book, page, another}) => {
    await book.open(address);
    const file = await downloaded(page, book.figure(name).getByRole('button', {name: `Download ${name} as SVG`}));
    expect(file.name).toMatch(/\.svg$/);
    const title = await page.getByRole('heading', {level: 1}).textContent();
    // Looked at in a window of its own: it is not to lean on the page, and it holds a style that the page may not.
    const window = await another();
    const found = await window.evaluate(text => {
      const svg = new DOMParser().parseFromString(text, 'image/svg+xml');
      const all = [...svg.querySelectorAll('*')];
      return {
        error: svg.querySelector('parsererror')?.textContent ?? '',
        root: svg.documentElement.namespaceURI + ' ' + svg.documentElement.localName,
        scripts: svg.querySelectorAll('script, foreignObject, iframe, image, use').length,
        handlers: all.flatMap(node => [...node.attributes]).filter(({name, value}) => /^on/i.test(name) || /javascript:|url\(\s*["']?http/i.test(value)).length,
        links: all.filter(node => node.hasAttribute('href')).length,
        words: [...svg.querySelectorAll('text')].map(node => node.textContent.trim()),
        marks: svg.querySelectorAll('circle, line, path, rect').length,
      };
    }, file.text);
    expect(found).toMatchObject({error: '', root: 'http://www.w3.org/2000/svg svg', scripts: 0, handlers: 0, links: 0});
    expect(found.words[0]).toBe(name);
    const words = found.words.join(' ');
    expect(words).toContain(title.trim());
    expect(words).toMatch(/edition [0-9a-f]{8,}/);
    expect(words.replace(/\s/g, '')).toContain(new URL(page.url()).host);
    expect(found.marks).toBeGreaterThan(2);
    // Drawn by the browser as a picture of some size.
    const size = await window.evaluate(async text => {
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
      await image.decode();
      return [image.naturalWidth, image.naturalHeight];
    }, file.text);
    expect(Math.min(...size)).toBeGreaterThan(60);
  });
}

test.describe('strip of dates', () => {
  test('an unknown date is drawn over the whole axis, a span as long as it is, a day as a dot', async ({book}) => {
    await book.open();
    const svg = book.figure('Published').locator('.drawing > svg');
    const width = async mark => (await mark.boundingBox()).width;
    const named = text => svg.locator(`a[aria-label*="${text}"]`);
    await expect(svg.locator('a')).toHaveCount(5);
    const axis = await width(svg.locator('line.base'));
    expect(await width(named('date unknown').locator('.band'))).toBeGreaterThan(axis * 0.95);
    await expect(named('16 June 2015').locator('circle')).toHaveCount(1);
    await expect(named('7 June 2016').locator('circle')).toHaveCount(1);
    const span = named('2 August 2017 to 2 January 2018').locator('rect.dot');
    await expect(span).toHaveCount(1);
    const left = async mark => (await mark.boundingBox()).x;
    const first = await left(named('16 June 2015').locator('circle'));
    expect(await left(span)).toBeGreaterThan(first);
    // August 2017 to January 2018 is 153 days; from June 2015 to January 2018 there are 931.
    const end = await left(span) + await width(span);
    expect(await width(span) / (end - first)).toBeCloseTo(153 / 931, 2);
  });

  test('a mark opens its article', async ({book}) => {
    await book.open();
    await book.figure('Published').locator('svg a[aria-label*="7 June 2016"]').click();
    await expect(book.reader).toContainText('ISIL militants from the West');
  });

  test('a period is chosen by pointer', async ({book, page}) => {
    await book.open();
    const svg = book.figure('Published').locator('.drawing > svg');
    const box = await svg.boundingBox();
    const dot = await svg.locator('a[aria-label*="16 June 2015"] circle').boundingBox();
    const base = await svg.locator('line.base').boundingBox();
    const second = await svg.locator('a[aria-label*="7 June 2016"] circle').boundingBox();
    await page.mouse.move((dot.x + second.x) / 2, base.y - 4);
    await page.mouse.down();
    await page.mouse.move(second.x + 30, base.y - 4, {steps: 5});
    await page.mouse.move(second.x + 40, base.y - 4, {steps: 5});
    await page.mouse.up();
    expect(box.width).toBeGreaterThan(200);
    await expect(book.status).toContainText('1 of 5 articles');
    await expect(book.list).toContainText('The Strategist');
    await expect(page.getByRole('button', {name: /^Remove filter published: /})).toHaveCount(1);
    expect(book.fragment().get('f')).toMatch(/^date:201[56]-\d\d-\d\d\.\.201[67]-\d\d-\d\d$/);
    await page.goBack();
    await expect(book.status).toContainText('5 of 5 articles');
  });

  test('a period is chosen by keyboard', async ({book, page}) => {
    await book.open();
    const from = book.page.getByRole('slider', {name: 'From'});
    const to = book.page.getByRole('slider', {name: 'To'});
    await from.focus();
    await page.keyboard.press('PageUp');
    await expect(book.status).toContainText('3 of 5 articles');
    await expect(from).toBeFocused();
    await expect(from).toHaveAttribute('aria-valuetext', /^\d+ \w+ 201[56]$/);
    await to.focus();
    // Between 7 June 2016, when one article was published, and 2 August 2017, when the next one may have been.
    const between = /(January|February|March|April|May|June|July) 2017$|(July|August|September|October|November|December) 2016$/;
    for (let year = 0; year < 5 && !between.test(await to.getAttribute('aria-valuetext')); year += 1) {
      const before = await to.getAttribute('aria-valuetext');
      await page.keyboard.press('PageDown');
      await expect(to).not.toHaveAttribute('aria-valuetext', before);
    }
    await expect(book.status).toContainText('1 of 5 articles');
    await expect(book.list).toContainText('The Strategist');
    expect(book.fragment().getAll('f').length).toBe(1);
    await page.keyboard.press('End');
    await page.keyboard.press('Tab');
    await from.focus();
    await page.keyboard.press('Home');
    await expect(book.status).toContainText('5 of 5 articles');
    await expect(page.getByRole('button', {name: /^Remove filter/})).toHaveCount(0);
  });

  test('an article whose span of dates touches the period is in it, one without a date is not', async ({book}) => {
    await book.open('f=date:2018-01-02..2018-12-30');
    await expect(book.status).toContainText('2 of 5 articles');
    await book.open('f=date:1900..2100');
    await expect(book.status).toContainText('4 of 5 articles');
    await book.open('f=year:unknown');
    await expect(book.status).toContainText('1 of 5 articles');
    await expect(book.list).toContainText('Russia Insider');
  });

  test('a period is taken away by its button', async ({book, page}) => {
    await book.open('f=date:2016..2018');
    await page.getByRole('button', {name: 'Clear period'}).click();
    await expect(book.status).toContainText('5 of 5 articles');
  });
});
