// What somebody who opens the page for the first time wants to know, answered in three actions at most.

import {expect, test} from './test.js';

const tab = (page, name) => page.getByRole('tab', {name}).click();
const mark = (page, name) => page.locator('figure.questions').getByRole('link', {name});

test.beforeEach(async ({book}) => {
  await book.open();
});

test('how many left Chechnya to fight, and who says so', async ({page}) => {
  await tab(page, 'Figures');
  await expect(mark(page, /^Fighters who left for Syria/)).toBeVisible();
  await expect(mark(page, /405 people, Russian Interior Ministry spokesman, Breitbart/)).toBeVisible();
  await expect(mark(page, /Thousands of Chechens living, Ramzan Kadyrov, Russia Insider/)).toBeVisible();
  await expect(mark(page, /Several thousand Russian citizens/)).toBeVisible();
});

test('what became of the 405', async ({page}) => {
  await tab(page, 'Figures');
  await mark(page, /^Fighters who left for Syria/).click();
  await expect(page.locator('.explained')).toContainText('405 = 104 + 44 + 257 left over, computed');
});

test('which accounts of how many left differ, by how much, and why that may be', async ({page}) => {
  await tab(page, 'Figures');
  await mark(page, /^Fighters who left for Syria/).click();
  await expect(page.locator('.related')).toContainText(/differ about fivefold or more, .Thousands. taken from 2,000: another population .*another source/);
});

test('how many children are waiting, and whose numbers these are', async ({page}) => {
  await tab(page, 'Figures');
  await expect(mark(page, /^Children still in Syria or Iraq/)).toBeVisible();
  await expect(mark(page, /between 70 and 120 children, .+, castwb\.com/)).toBeVisible();
  await expect(mark(page, /up to 400 children, .+, castwb\.com/)).toBeVisible();
});

test('what Kadyrov said, through whom', async ({page}) => {
  await tab(page, 'Sources');
  await page.getByRole('link', {name: /^Ramzan Kadyrov/}).first().click();
  const said = page.locator('.quotations > li');
  await expect(said.first()).toBeVisible();
  for (const text of await said.allInnerTexts()) expect(text).toContain('Kadyrov');
  await expect(said.filter({hasText: 'Zavtra'}).first()).toBeVisible();
});

test('which figures have no named source', async ({page}) => {
  await tab(page, 'Sources');
  await page.getByRole('link', {name: /^the article itself, or nobody named/}).first().click();
  await tab(page, 'Figures');
  await expect(page.getByRole('status')).toContainText(/, 12 of 30 figures/);
  await expect(page.getByRole('table', {name: 'Figures', exact: true})).toBeVisible();
});

test('what happened in 2017', async ({page}) => {
  await tab(page, 'Timeline');
  const times = page.getByRole('tabpanel').locator('figure').getByRole('link', {name: /2017/});
  await expect(times.first()).toBeVisible();
  await times.first().click();
  await expect(page.getByRole('button', {name: /^Remove filter .*2017/})).toBeVisible();
  await tab(page, 'Articles');
  await expect(page.getByRole('status')).toContainText(/[1-4] of 5 articles/);
});

test('which articles say Daesh', async ({page}) => {
  await page.getByRole('searchbox', {name: 'Search'}).fill('daesh');
  await expect(page.getByRole('status')).toContainText('1 of 5 articles, 8 hits');
  await expect(page.locator('ol.items > li')).toHaveCount(1);
});
