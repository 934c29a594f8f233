// The questions on the page: every account of one thing on one axis, the chosen one explained.

import {AxeBuilder} from '@axe-core/playwright';
import {ARTICLES} from './seeds.js';
import {expect, test} from './test.js';

const TITLE = 'Fighters who left for Syria';
const CHOSEN = 'view=figures&f=question:fighters-joined';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const figureOf = book => book.figure('Each question, every account');
const rowOf = (book, title = TITLE) => figureOf(book).getByRole('group', {name: title});
const titleOf = (book, title = TITLE) => rowOf(book, title).locator('[data-question]');
const marksOf = (book, title = TITLE) => rowOf(book, title).locator('[data-mark]');
const markOf = (book, words) => marksOf(book).filter({hasText: words});
const explanation = page => page.getByRole('region', {name: TITLE});

test.describe('rows', () => {
  test('stand by their titles, as many as the table has', async ({book}) => {
    await book.open('view=figures');
    await expect(titleOf(book)).toBeVisible();
    await expect(titleOf(book, 'Children still in Syria or Iraq')).toBeVisible();
    await expect(marksOf(book)).toHaveCount(6);
    const rows = await figureOf(book).locator('[data-question]').count();
    await figureOf(book).locator('summary').click();
    await expect(figureOf(book).locator('tbody tr')).toHaveCount(rows);
    expect(rows).toBeGreaterThan(10);
  });

  test('a mark is named by its words, who says them and where, and stands where its number is', async ({book}) => {
    await book.open('view=figures');
    await expect(markOf(book, '405 people')).toHaveAttribute('aria-label', '405 people, Russian Interior Ministry spokesman, Breitbart, differs from another');
    const at = async words => (await markOf(book, words).locator('path').last().boundingBox()).x;
    expect(await at('257 =')).toBeLessThan(await at('405 people'));
    expect(await at('405 people')).toBeLessThan(await at('Several thousand'));
  });

  test('each mark can be hit: none lies on another', async ({book, page}) => {
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({width, height: 900});
      await book.open('view=figures');
      const boxes = await figureOf(book).locator('[data-mark] .target').evaluateAll(nodes => nodes.map(node => node.getBoundingClientRect().toJSON()));
      for (const [at, a] of boxes.entries()) {
        expect(Math.min(a.width, a.height)).toBeGreaterThanOrEqual(24);
        for (const b of boxes.slice(0, at)) {
          expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top + .5 || b.bottom <= a.top + .5, `${width}`).toBe(true);
        }
      }
    }
  });

  test('what is worked out looks it, and says it', async ({book, page}) => {
    await book.open(CHOSEN);
    const computed = markOf(book, '257 = 405 − 104 − 44');
    await expect(computed).toHaveAttribute('aria-label', /^257 left over, worked out here/);
    const dashes = node => getComputedStyle(node).strokeDasharray;
    expect(await computed.locator('path').last().evaluate(dashes)).not.toBe('none');
    expect(await markOf(book, '405 people').locator('path').last().evaluate(dashes)).toBe('none');
    await expect(computed.locator('.hair')).toHaveCount(1);
    await expect(figureOf(book).getByRole('list', {name: 'Who says it'})).toContainText('worked out here, said by no article');
    await expect(explanation(page)).toContainText('405 = 104 + 44 + 257 left over, computed');
  });

  test('with no figure left the ledger says it, and no empty chart stands there', async ({book, page}) => {
    await book.open('view=figures&f=kind:score');
    await expect(figureOf(book)).toHaveCount(0);
    await expect(page.getByText('No figure is left by these filters.')).toBeVisible();
  });
});

test.describe('choosing', () => {
  test('by a click filters, explains, and is taken back by Close, by Escape and by going back', async ({book, page}) => {
    await book.open('view=figures');
    await titleOf(book).click();
    await expect(explanation(page)).toBeVisible();
    expect((await book.attributes()).filter).toBe('question:fighters-joined');
    await expect(titleOf(book)).toHaveAttribute('aria-current', 'true');
    await expect(page.getByRole('table', {name: 'Figures', exact: true}).locator('tbody tr.figure')).toHaveCount(5);
    await explanation(page).getByRole('button', {name: `Close ${TITLE}`}).click();
    await expect(explanation(page)).toHaveCount(0);
    await expect(titleOf(book)).toBeFocused();
    await page.goBack();
    await expect(explanation(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(explanation(page)).toHaveCount(0);
    expect((await book.attributes()).filter).toBe('');
  });

  test('by the keyboard alone: titles and marks by arrows, Enter chooses, Escape takes back, the focus stays', async ({book, page}) => {
    await book.open('view=figures');
    await figureOf(book).locator('[data-row][tabindex="0"]').focus();
    await expect(titleOf(book)).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(marksOf(book).first()).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await expect(titleOf(book, 'Children who returned to Moscow')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', {name: 'Children who returned to Moscow'})).toBeVisible();
    await expect(titleOf(book, 'Children who returned to Moscow')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', {name: 'Children who returned to Moscow'})).toHaveCount(0);
    await expect(titleOf(book, 'Children who returned to Moscow')).toBeFocused();
  });

  test('another one takes the place of the first', async ({book, page}) => {
    await page.setViewportSize({width: 1400, height: 900});
    await book.open(CHOSEN);
    await titleOf(book, 'Children still in Syria or Iraq').click();
    expect((await book.attributes()).filter).toBe('question:children-iq-sy');
    await expect(page.getByRole('region', {name: 'Children still in Syria or Iraq'})).toBeVisible();
  });

  test('with an opened article Escape closes that first', async ({book, page}) => {
    await book.open(CHOSEN);
    await markOf(book, '405 people').click();
    await expect(book.reader).toHaveCount(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(book.reader).toHaveCount(0);
    await expect(explanation(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(explanation(page)).toHaveCount(0);
  });
});

test.describe('explanation', () => {
  test('says that 405 differs from several thousand and from thousands, by how much, and why', async ({book, page}) => {
    await book.open(CHOSEN);
    await expect(explanation(page)).toContainText('Of 10 pairs 2 differ');
    const pairs = explanation(page).getByRole('listitem').filter({hasText: 'differ about fivefold or more'});
    await expect(pairs).toHaveCount(2);
    for (const words of ['Thousands of Chechens living', 'Several thousand Russian citizens']) {
      const pair = pairs.filter({hasText: words});
      await expect(pair).toContainText('405 people');
      await expect(pair).toContainText('another population');
      await expect(pair).toContainText('another source');
      await expect(pair).toContainText('taken from 2,000');
    }
    expect(await explanation(page).textContent()).not.toContain('`');
  });

  test('has each account with its words marked, its chain and its scope, and each leads to its sentence', async ({book, page}) => {
    await book.open(CHOSEN);
    const accounts = explanation(page).getByRole('list').filter({has: page.locator('a.said')}).locator('> li');
    await expect(accounts).toHaveCount(5);
    const account = accounts.filter({hasText: '“A total of'});
    await expect(account.locator('mark')).toHaveText('405 people');
    await expect(account).toContainText('Russian Interior Ministry spokesman → Russian Interior Ministry → Breitbart');
    await expect(account).toContainText('people · from Chechnya · in Syria · since 2011');
    await account.locator('a.said').click();
    await expect(book.reader.locator('mark.selected').first()).toHaveText('405 people');
    await expect(account).toHaveAttribute('aria-current', 'true');
  });

  test('a mark leads to its sentence and stays marked; what is worked out leads to its whole', async ({book}) => {
    await book.open('view=figures');
    for (const [words, said] of [['Several thousand', 'Several thousand Russian citizens'], ['257 =', '405 people']]) {
      await markOf(book, words).click();
      await expect(book.reader.locator('mark.selected').first()).toHaveText(said);
      await expect(book.reader.locator('mark.selected').first()).toBeInViewport();
      await expect(markOf(book, said)).toHaveAttribute('aria-current', 'true');
      await expect(markOf(book, said).locator('.halo')).toHaveCount(1);
    }
    expect(book.fragment().get('sel')).toContain(ARTICLES[1].id);
  });

  test('stands beside the chart where there is room, and under the chosen row where there is none', async ({book, page}) => {
    await book.open('view=figures');
    await expect(titleOf(book)).toBeVisible();
    const all = await figureOf(book).locator('[data-question]').count();
    expect(all).toBeGreaterThan(10);
    for (const [width, beside] of [[1400, true], [800, false], [320, false]]) {
      await page.setViewportSize({width, height: 900});
      await book.open(CHOSEN);
      // Once the page knows its new width.
      await expect.poll(async () => {
        const [chart, text] = [await figureOf(book).boundingBox(), await explanation(page).boundingBox()];
        return [text.x > chart.x + chart.width - 1, text.y >= chart.y + chart.height];
      }).toEqual([beside, !beside]);
      await expect(figureOf(book).locator('[data-question]')).toHaveCount(beside ? all : 1);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await figureOf(book).getByRole('button', {name: `All questions (${all})`}).click();
    await expect(titleOf(book)).toBeFocused();
    await expect(figureOf(book).locator('[data-question]')).toHaveCount(all);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({colorScheme});

    for (const width of [320, 1280]) {
      for (const [state, address] of [['all', 'view=figures'], ['one chosen', CHOSEN], ['one chosen, beside an article', `${CHOSEN}&sel=${ARTICLES[1].id}!f2`]]) {
        test(`axe finds nothing: questions, ${state}, ${width} px, ${colorScheme}`, async ({book, page}) => {
          await page.setViewportSize({width, height: 900});
          await book.open(address);
          for (const summary of await page.locator('.explained summary').all()) await summary.click();
          const {violations} = await new AxeBuilder({page}).withTags(TAGS).analyze();
          expect(violations.map(({id, nodes}) => `${id}: ${nodes.map(node => node.html.slice(0, 200)).join('\n')}`)).toEqual([]);
        });
      }
    }
  });
}

test('in forced colours a mark, the chosen row and the selected one can still be told', async ({book, page}) => {
  await page.emulateMedia({forcedColors: 'active'});
  await book.open(CHOSEN);
  await markOf(book, '405 people').click();
  const paint = (locator, name) => locator.evaluate((node, name) => getComputedStyle(node)[name], name);
  expect(await paint(figureOf(book).locator('.period'), 'stroke')).not.toBe('none');
  expect(await paint(marksOf(book).locator('.halo'), 'stroke')).not.toBe(await paint(marksOf(book).locator('.halo'), 'fill'));
});
