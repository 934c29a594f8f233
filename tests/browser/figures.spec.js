// Facts on the page: layers of marks in an opened article, cards, and the ledger of figures with its filters.

import {readFile} from 'node:fs/promises';
import {ARTICLES} from './seeds.js';
import {expect, test} from './test.js';

const OPEN = `sel=${ARTICLES[1].id}`;
/** The words of an article, in a mark that may be cut. */
const marksOf = (book, kind) => book.reader.locator(`mark[data-kind="${kind}"]`);
const ledgerOf = page => page.getByRole('table', {name: 'Figures', exact: true});
const layer = (book, name) => book.reader.getByRole('group', {name: 'Marks'}).getByRole('button', {name, exact: true});
const card = page => page.getByRole('group', {name: /what is known$/});

test.describe('layers', () => {
  test('are switched on one by one, are part of the state and come back with it', async ({book, page}) => {
    await book.open(OPEN);
    await expect(book.reader).toBeVisible();
    await expect(marksOf(book, 'figure')).toHaveCount(0);
    await layer(book, 'Figures').click();
    await expect(layer(book, 'Figures')).toHaveAttribute('aria-pressed', 'true');
    await expect(marksOf(book, 'figure').filter({hasText: '405 people'})).toHaveCount(1);
    await expect(marksOf(book, 'quote')).toHaveCount(0);
    await layer(book, 'Quotations').click();
    expect((await book.attributes()).view).toBe('articles layers:figure,quote');
    expect(book.fragment().get('view')).toBe('articles layers:figure,quote');
    await page.reload();
    await expect(marksOf(book, 'quote').first()).toBeVisible();
    await expect(marksOf(book, 'figure').first()).toBeVisible();
    await layer(book, 'Figures').click();
    await expect(marksOf(book, 'figure')).toHaveCount(0);
    await page.goBack();
    await expect(marksOf(book, 'figure').first()).toBeVisible();
  });

  test('stay when the view changes', async ({book}) => {
    await book.open(`view=articles+layers:figure&${OPEN}`);
    await book.tab('Words').click();
    await expect(marksOf(book, 'figure').first()).toBeVisible();
    expect((await book.attributes()).view).toBe('words layers:figure');
  });

  test('a mark that is cut has one id, one name and one stop of the tab key', async ({book}) => {
    await book.open(`view=articles+layers:figure,quote,time,person,organisation,place,people&q=chechnya&${OPEN}`);
    await expect(marksOf(book, 'quote').first()).toBeVisible();
    const marks = await book.reader.locator('mark:not([data-kind="hit"])').evaluateAll(nodes => nodes.map(node => (
      {id: node.dataset.id, kind: node.dataset.kind, stop: node.tabIndex === 0, name: node.getAttribute('aria-label'), text: node.textContent})));
    expect(marks.length).toBeGreaterThan(20);
    for (const id of new Set(marks.map(mark => mark.id))) {
      const pieces = marks.filter(mark => mark.id === id);
      expect(new Set(pieces.map(mark => mark.kind)).size, id).toBe(1);
      expect(pieces.filter(mark => mark.stop).length, id).toBe(1);
      expect(pieces.filter(mark => mark.name).map(mark => mark.stop), id).toEqual([true]);
    }
    const text = marks.filter(mark => mark.id === 'f1').map(mark => mark.text).join('');
    expect(marks.find(mark => mark.id === 'f1' && mark.name).name).toContain(text);
  });

  test('the text of the article is what it was', async ({book}) => {
    await book.open(`view=articles+layers:figure,quote,time,person,organisation,place,people&${OPEN}`);
    await expect(marksOf(book, 'figure').first()).toBeVisible();
    const marked = await book.reader.locator('.text').evaluate(node => [...node.querySelectorAll('.sentence')].map(one => {
      const copy = one.cloneNode(true);
      copy.querySelectorAll('.anchor').forEach(anchor => anchor.remove());
      return copy.textContent;
    }));
    for (const sentence of marked) expect(ARTICLES[1].text).toContain(sentence);
  });
});

test.describe('card', () => {
  test('a click on a mark selects it and says all that is known of it', async ({book, page}) => {
    await book.open(`view=articles+layers:figure&${OPEN}`);
    await marksOf(book, 'figure').filter({hasText: '405 people'}).click();
    await expect(card(page)).toBeVisible();
    await expect(card(page)).toContainText('405 people');
    await expect(card(page)).toContainText('Who says');
    await expect(card(page).locator('.chain dd > *').last()).toHaveText('Breitbart');
    expect(book.fragment().get('sel')).toMatch(/!f\d+\.[0-9a-z]{4}$/);
    await expect(marksOf(book, 'figure').filter({hasText: '405 people'})).toHaveAttribute('aria-expanded', 'true');
    await page.reload();
    await expect(card(page)).toContainText('405 people');
    await marksOf(book, 'figure').filter({hasText: '405 people'}).click();
    await expect(card(page)).toHaveCount(0);
  });

  test('by the keyboard: Enter opens it, Escape closes it and nothing else, the focus stays at the mark', async ({book, page}) => {
    await book.open(`view=articles+layers:figure&${OPEN}`);
    const mark = marksOf(book, 'figure').filter({hasText: '405 people'});
    await mark.focus();
    await page.keyboard.press('Enter');
    await expect(card(page)).toBeVisible();
    await expect(mark).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
    await expect(book.reader).toBeVisible();
    await expect(mark).toBeFocused();
    await page.keyboard.press('Enter');
    await card(page).getByRole('button', {name: /^Close/}).click();
    await expect(card(page)).toHaveCount(0);
    await expect(mark).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(book.reader).toHaveCount(0);
  });

  test('what was worked out looks different from what the article says', async ({book, page}) => {
    await book.open(`view=articles+layers:figure&${OPEN}`);
    await marksOf(book, 'figure').filter({hasText: '405 people'}).click();
    const style = node => getComputedStyle(node).fontStyle;
    expect(await card(page).locator('.worked').first().evaluate(style)).toBe('italic');
    expect(await card(page).locator('dd span:not(.worked)').first().evaluate(style)).toBe('normal');
    await expect(card(page)).toContainText('worked out by this tool');
  });

  for (const [kind, name] of [['quote', 'Quotations'], ['time', 'Times'], ['person', 'Persons'], ['place', 'Places']]) {
    test(`there is one for a mark of the kind ${kind}`, async ({book, page}) => {
      await book.open(OPEN);
      await layer(book, name).click();
      const mark = book.reader.locator(`mark[data-kind="${kind}"][tabindex="0"]`).first();
      const words = (await mark.getAttribute('aria-label')).replace(/^[^:]+: /, '').replace(/…$/, '');
      await mark.focus();
      await page.keyboard.press('Enter');
      await expect(card(page)).toBeVisible();
      await expect(card(page).locator('blockquote')).toContainText(words.slice(0, 40));
      await expect(card(page).locator('dt').first()).toHaveText(/\S/);
    });
  }

  test('a link to words that are gone says so', async ({book}) => {
    await book.open(`${OPEN}!f1.0000`);
    await expect(book.reader).toBeVisible();
    await expect(book.page.getByRole('list', {name: 'Notices'})).toContainText('no longer stand');
  });
});

test.describe('ledger', () => {
  test('has a row a figure, as many as the status and the tab say', async ({book, page}) => {
    await book.open('view=figures');
    await expect(ledgerOf(page)).toBeVisible();
    const figures = await ledgerOf(page).locator('tbody tr.figure').count();
    await expect(book.status).toHaveText(`5 of 5 articles, ${figures} of ${figures} figures`);
    await expect(book.tab('Figures')).toContainText(String(figures));
    expect(figures).toBeGreaterThan(15);
  });

  test('each row leads to its sentence, where its mark stands selected', async ({book, page}) => {
    await book.open('view=figures');
    const links = ledgerOf(page).locator('tbody tr.figure a');
    for (const at of [0, 3, await links.count() - 1]) {
      const words = (await links.nth(at).textContent()).trim();
      await links.nth(at).click();
      const selected = book.reader.locator('mark.selected').first();
      await expect(selected).toBeInViewport();
      await expect(selected).toContainText(words.split(' ')[0]);
      await expect(card(page)).toBeVisible();
      await expect(links.nth(at)).toHaveAttribute('aria-current', 'true');
    }
  });

  test('sorts by each of its columns, both ways, and the address keeps it', async ({book, page}) => {
    await book.open('view=figures');
    const headers = ledgerOf(page).getByRole('columnheader');
    await expect(headers.last()).toHaveAttribute('aria-sort', 'ascending');
    for (let at = 0; at < await headers.count() - 1; at += 1) {
      const column = () => ledgerOf(page).locator('tbody tr').evaluateAll((rows, at) => rows.map(row => row.cells[at].textContent), at);
      await headers.nth(at).getByRole('button').click();
      await expect(headers.nth(at)).toHaveAttribute('aria-sort', 'ascending');
      const up = await column();
      await headers.nth(at).getByRole('button').click();
      await expect(headers.nth(at)).toHaveAttribute('aria-sort', 'descending');
      expect(await column()).toEqual(up.reverse());
      await expect(ledgerOf(page).locator('th:not([aria-sort="none"])')).toHaveCount(1);
    }
    const text = await ledgerOf(page).textContent();
    await page.reload();
    await expect(ledgerOf(page)).toHaveText(text.trim());
  });

  test('filters by facets, which count figures under the others', async ({book, page}) => {
    await book.open('view=figures');
    const facet = page.getByRole('group', {name: 'What happened'});
    const value = facet.getByRole('listitem').filter({has: page.getByRole('button', {name: 'Include returned'})});
    const count = Number(await value.locator('.count').textContent());
    await value.getByRole('button', {name: 'Include returned'}).click();
    await expect(ledgerOf(page).locator('tbody tr.figure')).toHaveCount(count);
    await expect(book.status).toContainText(`, ${count} of `);
    expect((await book.attributes()).filter).toBe('status:returned');
    await expect(page.getByRole('button', {name: 'Remove filter status: returned'})).toBeVisible();
    await value.getByRole('button', {name: 'Exclude returned'}).click();
    expect((await book.attributes()).filter).toBe('-status:returned');
    await expect(ledgerOf(page).getByRole('cell', {name: 'returned', exact: true})).toHaveCount(0);
    await page.getByRole('button', {name: 'Remove filter not status: returned'}).click();
    expect((await book.attributes()).filter).toBe('');
  });

  test('a filter of figures holds in every view', async ({book}) => {
    await book.open('f=status:returned');
    await expect(book.status).toHaveText(/^\d of 5 articles, \d+ of \d+ figures$/);
    const articles = Number((await book.status.textContent())[0]);
    await expect(book.list).toHaveCount(articles);
  });

  test('with nothing left it says so and offers what helps', async ({book, page}) => {
    await book.open('view=figures&f=kind:score');
    await expect(page.getByText('No figure is left by these filters.')).toBeVisible();
    await page.getByRole('link', {name: 'Remove all filters'}).click();
    await expect(ledgerOf(page)).toBeVisible();
  });

  test('what is left over is worked out, and looks so', async ({book, page}) => {
    await book.open('view=figures');
    const computed = ledgerOf(page).locator('tr.computed');
    await expect(computed.filter({hasText: '405 − 104 − 44'})).toHaveCount(1);
    await expect(computed.filter({hasText: '405 − 104 − 44'}).getByRole('link')).toHaveText(/257.*worked out/);
    expect(await computed.first().locator('td').first().evaluate(node => getComputedStyle(node).fontStyle)).toBe('italic');
  });

  test('goes out as CSV with all that is known', async ({book, page}) => {
    await book.open('view=figures&f=status:returned');
    const rows = await ledgerOf(page).locator('tbody tr').count();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', {name: 'Download Figures as CSV'}).click()]);
    expect(download.suggestedFilename()).toBe('figures.csv');
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^Figure,Least,Most,Bound,Kind/);
    expect(lines.filter(line => /,returned,/.test(line)).length).toBe(rows);
  });

  test('stands as cards on a narrow screen, nothing cut off, and can be sorted there', async ({book, page}) => {
    await page.setViewportSize({width: 360, height: 740});
    await book.open('view=figures');
    await expect(ledgerOf(page)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    const over = await ledgerOf(page).locator('td').evaluateAll(cells => cells.filter(cell => cell.getBoundingClientRect().right > 360).length);
    expect(over).toBe(0);
    await page.getByRole('group', {name: 'Sort by'}).getByRole('link', {name: 'Figure'}).click();
    expect((await book.attributes()).view).toBe('figures sort:number');
  });
});
