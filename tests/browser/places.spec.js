// The view Places: the map by keys, buttons and pointer; what is chosen there filters everything; the list does the same.

import {readFile} from 'node:fs/promises';
import {AxeBuilder} from '@axe-core/playwright';
import {expect, test} from './test.js';

const PLACES = 'view=places';

const mapOf = book => book.figure('Map').locator('source-book-map');
const markOf = (book, name) => mapOf(book).locator(`[aria-label^="${name}, "]`);
const row = (book, name) => book.page.getByRole('region', {name: 'All places'}).getByRole('row').filter({has: book.page.getByRole('link', {name, exact: true})});
const inView = async book => Number((await mapOf(book).locator('[aria-live]').textContent()).match(/enlarged ([\d.]+) times/)[1]);
const focused = page => page.evaluate(() => document.querySelector('source-book').shadowRoot.activeElement?.getAttribute('aria-label'));

test('towns are discs, regions rings, countries areas, and each says how often it is named', async ({book}) => {
  await book.open(PLACES);
  await expect(markOf(book, 'Moscow').locator('circle.town')).toHaveCount(1);
  await expect(markOf(book, 'Europe').locator('circle.ring')).toHaveCount(1);
  await expect(markOf(book, 'Syria').locator('path.country')).toHaveCount(1);
  const count = (await row(book, 'Moscow').getByRole('cell').nth(2).textContent()).trim();
  await expect(markOf(book, 'Moscow')).toHaveAttribute('aria-label', new RegExp(`^Moscow, town: ${count} mentions`));
  // What is in no gazetteer is in the list, which says so, and nowhere on the map.
  await expect(row(book, 'Sham')).toContainText('not on the map');
  await expect(markOf(book, 'Sham')).toHaveCount(0);
});

test('a place chosen on the map filters everything, stays among the others, and is let go again', async ({book, page}) => {
  await book.open(PLACES);
  await markOf(book, 'Moscow').locator('circle').click();
  await expect(page.getByRole('button', {name: 'Remove filter place: Moscow'})).toHaveCount(1);
  await expect(book.status).toContainText('2 of 5 articles');
  await expect(markOf(book, 'Moscow')).toHaveAttribute('aria-current', 'true');
  await expect(row(book, 'Moscow').getByRole('link')).toHaveAttribute('aria-current', 'true');
  await expect(markOf(book, 'Syria')).toHaveCount(1);
  await book.tab('Articles').click();
  await expect(book.list).toHaveCount(2);
  await page.goBack();
  await markOf(book, 'Moscow').locator('circle').click();
  await expect(book.status).toContainText('5 of 5 articles');
});

test('the list chooses and leaves out', async ({book, page}) => {
  await book.open(PLACES);
  await row(book, 'Raqqa').getByRole('link').click();
  await expect(book.status).toContainText('2 of 5 articles');
  await row(book, 'Raqqa').getByRole('link').click();
  await row(book, 'Mosul').getByRole('button', {name: 'Exclude Mosul'}).click();
  await expect(page.getByRole('button', {name: 'Remove filter not place: Mosul'})).toHaveCount(1);
  await expect(markOf(book, 'Mosul')).toHaveAttribute('aria-label', /left out$/);
  await expect(row(book, 'Mosul').getByRole('button')).toHaveAttribute('aria-pressed', 'true');
});

test('a flow is chosen on the map and in its list', async ({book, page}) => {
  await book.open(PLACES);
  await expect(mapOf(book).locator('[aria-label^="From Russia to Syria: "]')).toHaveCount(1);
  await page.getByRole('link', {name: 'Russia to Syria', exact: true}).click();
  await expect(page.getByRole('button', {name: 'Remove filter flow: Russia → Syria'})).toHaveCount(1);
  await expect(book.status).toContainText(', 3 of 30 figures');
  await expect(mapOf(book).locator('[aria-label^="From Russia to Syria: "]')).toHaveAttribute('aria-current', 'true');
});

test('buttons zoom, and Reset goes back', async ({book, page}) => {
  await book.open(PLACES);
  const before = await inView(book);
  await page.getByRole('button', {name: 'Zoom in', exact: true}).click();
  expect(await inView(book)).toBeGreaterThan(before * 1.4);
  await page.getByRole('button', {name: 'Zoom out', exact: true}).click();
  await page.getByRole('button', {name: 'World', exact: true}).click();
  expect(await inView(book)).toBe(1);
  await expect(markOf(book, 'Australia')).toBeInViewport();
  await page.getByRole('button', {name: 'Reset'}).click();
  expect(await inView(book)).toBe(before);
});

test('by keys alone: to the map, from mark to mark, nearer and back, and a place is chosen', async ({book, page}) => {
  await book.open(PLACES);
  // One stop of the tab key for all marks.
  await expect(mapOf(book).locator('svg [tabindex="0"]')).toHaveCount(1);
  await mapOf(book).locator('svg [tabindex="0"]').focus();
  const first = await focused(page);
  const met = new Set([first]);
  const all = await mapOf(book).locator('[data-members]').count();
  for (let at = 1; at < all; at += 1) {
    await page.keyboard.press('PageDown');
    met.add(await focused(page));
  }
  expect(met.size).toBe(all);
  await page.keyboard.press('Home');
  expect(await focused(page)).toBe(first);
  await page.keyboard.press('0');
  await markOf(book, 'Turkey').focus();
  await page.keyboard.press('ArrowDown');
  expect(await focused(page)).not.toMatch(/^Turkey/);
  await markOf(book, 'Moscow').focus();
  const before = await inView(book);
  await page.keyboard.press('+');
  await expect.poll(() => inView(book)).toBeGreaterThan(before);
  expect(await focused(page)).toMatch(/^Moscow/);
  await page.keyboard.press('-');
  await page.keyboard.press('0');
  await expect.poll(() => inView(book)).toBe(before);
  expect(await focused(page)).toMatch(/^Moscow/);
  await page.keyboard.press('Enter');
  await expect(book.status).toContainText('2 of 5 articles');
  expect(await focused(page)).toMatch(/^Moscow.*chosen$/);
});

test('what meets is one mark, which Enter parts, and the focus goes to one of its places', async ({book, page}) => {
  await book.open(PLACES);
  await page.getByRole('button', {name: 'World', exact: true}).click();
  const cluster = mapOf(book).locator('.cluster').first();
  const label = await cluster.getAttribute('aria-label');
  expect(label).toMatch(/^\d+ (towns|regions|areas) close together: /);
  const names = label.match(/together: (.*?)(?: and \d+ more)?\. Choose/)[1].split(', ');
  await cluster.focus();
  for (let times = 0; times < 8 && await focused(page) && /close together/.test(await focused(page)); times += 1) await page.keyboard.press('Enter');
  expect(names).toContain((await focused(page)).split(', ')[0]);
});

test('a drag moves the map and chooses nothing; the wheel is the page\'s but with Ctrl', async ({book, page}) => {
  await book.open(PLACES);
  const mark = markOf(book, 'Moscow').locator('circle');
  await mark.scrollIntoViewIfNeeded();
  const box = await mark.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 40, y + 10, {steps: 4});
  await page.mouse.up();
  const after = await mark.boundingBox();
  expect(Math.abs(after.x - (box.x - 40))).toBeLessThan(2);
  await expect(book.status).toContainText('5 of 5 articles');
  const before = await inView(book);
  const top = () => page.evaluate(() => scrollY);
  const scrolled = await top();
  await page.mouse.wheel(0, 120);
  await expect.poll(top).toBeGreaterThan(scrolled);
  expect(await inView(book)).toBe(before);
  await mapOf(book).locator('svg').scrollIntoViewIfNeeded();
  const map = await mapOf(book).locator('svg').boundingBox();
  await page.mouse.move(map.x + 100, map.y + 100);
  const still = await top();
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await expect.poll(() => inView(book)).toBeGreaterThan(before);
  expect(await top()).toBe(still);
});

test('GeoJSON holds what the filters leave, and says which', async ({book, page}) => {
  await book.open(`${PLACES}&f=article:${encodeURIComponent('004_c1b1385a22319343')}`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Download Map as GeoJSON'}).click()]);
  expect(download.suggestedFilename()).toMatch(/\.geojson$/);
  const file = JSON.parse(await readFile(await download.path(), 'utf8'));
  const title = await page.getByRole('heading', {level: 1}).textContent();
  expect(file.sourcebook).toMatchObject({title: title.trim(), filters: ['article: 004_c1b1385a22319343'], address: page.url()});
  const named = Object.fromEntries(file.features.map(feature => [feature.properties.name, feature]));
  expect(named.Raqqa.geometry).toEqual({type: 'Point', coordinates: [39, 36]});
  expect(named.Syria.geometry).toBeNull();
  expect(named.Mosul).toBeUndefined();
});

test('the SVG stands alone with the map\'s own colours', async ({book, page}) => {
  await book.open(PLACES);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Download Map as SVG'}).click()]);
  const text = await readFile(await download.path(), 'utf8');
  expect(text).toContain('svg .land{fill:#');
  expect(text).not.toContain('var(--');
  expect(text.match(/class="town"/g).length).toBeGreaterThan(3);
});

test('the map is fetched when it is to be seen, and not before', async ({book, page}) => {
  const fetched = [];
  page.on('request', request => fetched.push(request.url()));
  await book.open();
  await page.waitForTimeout(500);
  expect(fetched.filter(url => url.includes('vendor/world'))).toEqual([]);
  await book.tab('Places').click();
  await expect(mapOf(book).locator('path.land')).toHaveCount(1);
  expect(fetched.filter(url => url.includes('vendor/world')).length).toBe(1);
});

for (const colorScheme of ['light', 'dark']) {
  for (const [state, address] of [['all', PLACES], ['chosen', `${PLACES}&f=place:Moscow&f=-place:Mosul`], ['nothing left', `${PLACES}&q=nowhereatall`]]) {
    test(`axe-core finds nothing, ${colorScheme}, ${state}`, async ({book, page}) => {
      await page.emulateMedia({colorScheme});
      await book.open(address);
      const {violations} = await new AxeBuilder({page}).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(node => node.html).join(' ').slice(0, 300)}`)).toEqual([]);
    });
  }
}

test('at 360 px nothing is cut off and nothing scrolls sideways', async ({book, page}) => {
  await page.setViewportSize({width: 360, height: 800});
  await book.open(PLACES);
  await expect(mapOf(book).locator('path.land')).toHaveCount(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await expect(page.getByRole('button', {name: 'World', exact: true})).toBeVisible();
});
