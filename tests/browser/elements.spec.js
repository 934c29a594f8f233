// The element on pages of its own and of others: several on a page, moved, removed, changed.

import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {openHost, told} from './host.js';
import {run} from './program.js';
import {expect, test} from './test.js';

const parts = (page, id) => {
  const element = page.locator(`#${id}`);
  return {element, status: element.getByRole('status'), search: element.getByRole('searchbox', {name: 'Search'}), list: element.locator('ol.items > li')};
};

test('twice on one page, each has its own state, and the module and the engine\'s later part come once', async ({page, baseURL}) => {
  const modules = [];
  page.on('request', request => request.url().endsWith('.wasm') && modules.push(request.url()));
  await openHost(page, baseURL, '<source-book id="a" src="sourcebook.wasm" query="kadyrov"></source-book><source-book id="b" src="sourcebook.wasm" view="words"></source-book>');
  const [a, b] = [parts(page, 'a'), parts(page, 'b')];
  await expect(a.status).toContainText('3 of 5 articles, 12 hits');
  await expect(b.status).toContainText('5 of 5 articles');
  await b.search.fill('daesh');
  await expect(b.status).toContainText('1 of 5 articles, 8 hits');
  await expect(a.status).toContainText('3 of 5 articles, 12 hits');
  await expect(a.search).toHaveValue('kadyrov');
  await expect(a.element).toHaveAttribute('query', 'kadyrov');
  await expect(b.element).toHaveAttribute('query', 'daesh');
  await expect(b.element.getByRole('tab', {name: 'Words'})).toHaveAttribute('aria-selected', 'true');
  await expect(a.element.getByRole('tab', {name: 'Articles'})).toHaveAttribute('aria-selected', 'true');
  expect(new URL(page.url()).hash).toBe('');
  await expect.poll(async () => (await told(page)).map(({name}) => name)).toEqual(['ready', 'ready']);
  expect(modules.map(url => url.split('/').pop()).sort()).toEqual(['sourcebook.wasm', 'views.wasm']);
});

test('of two, only the one with sync keeps its state in the address', async ({page, baseURL}) => {
  await openHost(page, baseURL, '<source-book id="a" src="sourcebook.wasm" sync></source-book><source-book id="b" src="sourcebook.wasm"></source-book>', {fragment: '#q=kadyrov'});
  const [a, b] = [parts(page, 'a'), parts(page, 'b')];
  await expect(a.status).toContainText('3 of 5 articles, 12 hits');
  await expect(b.status).toContainText('5 of 5 articles');
  await b.search.fill('daesh');
  await expect(b.status).toContainText('1 of 5 articles, 8 hits');
  expect(new URL(page.url()).hash).toBe('#q=kadyrov');
  await b.list.first().getByRole('heading').getByRole('link').click();
  await expect(b.element.getByRole('article')).toHaveCount(1);
  expect(new URL(page.url()).hash).toBe('#q=kadyrov');
});

test('without sync a click stays in the element, and a copied link leads to the sourcebook\'s own page', async ({page, baseURL}) => {
  await openHost(page, baseURL, '<source-book id="a" src="sourcebook.wasm" query="kadyrov"></source-book>');
  const a = parts(page, 'a');
  const link = a.list.first().getByRole('heading').getByRole('link');
  const href = await link.getAttribute('href');
  expect(href.startsWith(`${baseURL}#`), href).toBe(true);
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(a.element.getByRole('article')).toHaveCount(1);
  expect(page.url()).toBe(`${baseURL}host.html`);
  const words = await a.element.getByRole('article').getByRole('heading').textContent();
  await page.goto(href);
  await expect(page.getByRole('status')).toContainText('3 of 5 articles, 12 hits');
  await expect(page.getByRole('article').getByRole('heading')).toHaveText(words);
});

test('in the plain page of somebody else that is the example', async ({page, baseURL, watch}) => {
  // The icon that browsers look for at the root of a site where a page names none.
  watch.expects(/favicon\.ico/);
  const response = await page.goto(`${baseURL}examples/plain.html`);
  expect(response.status()).toBe(200);
  const element = page.locator('source-book').first();
  await expect(element.getByRole('status')).toHaveText(/ of 5 articles/);
  await element.getByRole('searchbox', {name: 'Search'}).fill('kadyrov');
  await expect(element.getByRole('status')).toHaveText(/^\d of 5 articles, \d+ hits/);
});

test('removed and put back it works, with the state it had', async ({page, baseURL}) => {
  await openHost(page, baseURL, '<div id="first"><source-book id="a" src="sourcebook.wasm"></source-book></div><div id="second"></div>');
  const a = parts(page, 'a');
  await a.search.fill('kadyrov');
  await expect(a.status).toContainText('3 of 5 articles, 12 hits');
  await page.evaluate(() => {
    const element = document.getElementById('a');
    element.remove();
    document.getElementById('second').append(element);
  });
  await expect(a.status).toContainText('3 of 5 articles, 12 hits');
  await a.search.fill('daesh');
  await expect(a.status).toContainText('1 of 5 articles, 8 hits');
  await page.evaluate(async () => {
    const element = document.getElementById('a');
    element.remove();
    await new Promise(resolve => { setTimeout(resolve, 50); });
    document.getElementById('first').append(element);
  });
  await a.element.getByRole('tab', {name: 'Words'}).click();
  await expect(a.element.getByRole('figure', {name: 'Keyword in context'})).toBeVisible();
});

test('while it is out of the document it does not follow the address', async ({page, baseURL}) => {
  await openHost(page, baseURL, '<source-book id="a" src="sourcebook.wasm" sync></source-book>');
  const a = parts(page, 'a');
  await expect(a.status).toContainText('5 of 5 articles');
  await page.evaluate(async () => {
    window.kept = document.getElementById('a');
    window.kept.remove();
    location.hash = 'q=kadyrov';
    await new Promise(resolve => { setTimeout(resolve, 50); });
    window.meanwhile = window.kept.getAttribute('query') ?? '';
    document.body.append(window.kept);
  });
  expect(await page.evaluate(() => window.meanwhile)).toBe('');
  await expect(a.status).toContainText('3 of 5 articles, 12 hits');
});

test('made by a script, with its attributes set later', async ({page, baseURL}) => {
  await openHost(page, baseURL, '<p id="place"></p>');
  await page.evaluate(() => {
    const element = document.createElement('source-book');
    element.id = 'a';
    document.getElementById('place').after(element);
    element.setAttribute('src', 'sourcebook.wasm');
    element.setAttribute('query', 'kadyrov');
  });
  await expect(parts(page, 'a').status).toContainText('3 of 5 articles, 12 hits');
});

test('without a src it says what it needs', async ({page, baseURL}) => {
  await openHost(page, baseURL, '<source-book id="a">Plain words</source-book>');
  await expect(page.getByRole('alert')).toContainText('src');
  await expect(page.getByText('Plain words')).toBeVisible();
});

test('a second corpus on the page is read by the engine of the first', async ({page, baseURL}) => {
  const folder = await mkdtemp(join(tmpdir(), 'sourcebook-other-'));
  try {
    await writeFile(join(folder, 'pond.txt'), 'Ducks on the Pond\n\nThree ducks swam on the pond. Nobody had seen Kadyrov there.\n');
    const built = await run(['build', folder, '-o', join(folder, 'out')]);
    expect(built.said).toContain('wrote');
    const other = await readFile(join(folder, 'out', 'sourcebook.wasm'));
    await page.route('**/other.wasm', route => route.fulfill({contentType: 'application/wasm', body: other}));
    await openHost(page, baseURL, '<source-book id="a" src="sourcebook.wasm" query="ducks"></source-book><source-book id="b" src="other.wasm" query="ducks"></source-book>');
    const [a, b] = [parts(page, 'a'), parts(page, 'b')];
    await expect(a.status).toContainText('0 of 5 articles, 0 hits');
    await expect(b.status).toContainText('1 of 1 articles, 2 hits');
    await a.element.evaluate(node => node.setAttribute('src', 'other.wasm'));
    await expect(a.status).toContainText('1 of 1 articles, 2 hits');
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
});

test('the host\'s style stays outside, and light or dark follows the host', async ({page, baseURL}) => {
  await page.route('**/host.css', route => route.fulfill({contentType: 'text/css', body: 'mark, button, li { display: none !important; } :root { color-scheme: dark; }'}));
  await openHost(page, baseURL, '<link rel="stylesheet" href="host.css"><source-book id="a" src="sourcebook.wasm" query="kadyrov"></source-book>');
  await expect(page.locator('#a').locator('mark').first()).toBeVisible();
  await expect(page.locator('#a').getByRole('button', {name: 'Include castwb.com'})).toBeVisible();
  const ink = await page.locator('#a').evaluate(node => getComputedStyle(node).color);
  expect(ink.match(/\d+/g).slice(0, 3).map(Number).reduce((x, y) => x + y)).toBeGreaterThan(450);
});

test('keys that belong to the host are left to it', async ({page, baseURL}) => {
  await openHost(page, baseURL, '<input id="own" aria-label="own"><source-book id="a" src="sourcebook.wasm"></source-book>');
  await expect(parts(page, 'a').status).toContainText('5 of 5 articles');
  await page.locator('#own').focus();
  await page.keyboard.type('/np');
  await expect(page.locator('#own')).toHaveValue('/np');
  await page.locator('h1').first().click();
  await page.keyboard.press('/');
  await expect(parts(page, 'a').search).not.toBeFocused();
});
