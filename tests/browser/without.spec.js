// Without JavaScript or without WebAssembly: what is missing is said, and the articles are there.

import {ARTICLES, OUTLETS} from './seeds.js';
import {expect, test} from './test.js';

const squeeze = text => text.replace(/\s+/g, '');

/** Whether all the words of the articles stand in the page, folded ones among them. */
async function expectArticles(page) {
  const articles = page.locator('source-book article');
  await expect(articles).toHaveCount(5);
  for (const [at, article] of ARTICLES.entries()) {
    const text = squeeze(await articles.nth(at).textContent());
    for (const line of article.text.split('\n').filter(line => line.trim())) expect(text, article.id).toContain(squeeze(line));
    expect(text).toContain(squeeze(OUTLETS[at]));
    await expect(articles.nth(at).getByRole('heading')).toBeVisible();
    await expect(articles.nth(at).locator('p').nth(2)).toBeVisible();
  }
}

/** What stands in the element is not drawn while the explorer is. */
const expectPlainHidden = page => expect.poll(() => page.locator('source-book').evaluate(
  element => [...element.children].filter(child => child.checkVisibility()).map(({localName}) => localName))).toEqual([]);

test.describe('without JavaScript', () => {
  test.use({javaScriptEnabled: false});

  test('the page lists all articles with their text and says what is missing', async ({page, baseURL}) => {
    await page.goto(baseURL);
    await expect(page.locator('noscript p')).toContainText('JavaScript');
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page).toHaveTitle('Coming home from the Islamic State');
    await expectArticles(page);
  });

  test('it fits 320 px', async ({page, baseURL}) => {
    await page.setViewportSize({width: 320, height: 640});
    await page.goto(baseURL);
    const box = await page.locator('source-book').boundingBox();
    expect(box.width).toBeLessThanOrEqual(320);
    for (const paragraph of (await page.locator('article p').all()).slice(0, 20)) {
      const {x, width} = await paragraph.boundingBox();
      expect(x + width).toBeLessThanOrEqual(320);
    }
  });
});

test('without WebAssembly the page says so and shows the articles', async ({page, baseURL}) => {
  await page.addInitScript(() => {
    delete window.WebAssembly;
    window.told = [];
    document.addEventListener('error', event => event.detail && window.told.push(event.detail));
  });
  await page.goto(baseURL);
  await expect(page.getByRole('alert')).toContainText('WebAssembly');
  expect((await page.evaluate(() => window.told)).map(({code}) => code)).toEqual(['unsupported']);
  await expectArticles(page);
});

test('while the module comes the articles are already there', async ({page, baseURL, watch}) => {
  watch.expects(/Failed to load resource|ERR_FAILED/);
  let release;
  const held = new Promise(resolve => { release = resolve; });
  await page.route('**/*.wasm', async route => {
    await held;
    await route.continue();
  });
  await page.goto(baseURL, {waitUntil: 'domcontentloaded'});
  await expectArticles(page);
  await expect(page.getByText(/being loaded/)).toBeVisible();
  release();
  await expect(page.getByRole('status')).toContainText('5 of 5 articles');
  await expectPlainHidden(page);
});

test('the articles that the explorer replaces are not read out twice', async ({book, page}) => {
  await book.open();
  await expect(page.getByRole('heading', {level: 1})).toHaveCount(1);
  await expectPlainHidden(page);
});
