// Search: what is found, how it is marked, and what happens to a query that cannot be read.

import {ARTICLES, count} from './seeds.js';
import {expect, test} from './test.js';

test.describe('search', () => {
  test.beforeEach(({book}) => book.open());

  test('without a query all articles are there', async ({book}) => {
    await expect(book.status).toContainText('5 of 5 articles');
    await expect(book.list).toHaveCount(5);
    await expect(book.list.locator('mark')).toHaveCount(0);
  });

  test('Kadyrov is in 3 articles with 12 hits, possessives among them', async ({book}) => {
    const counts = ARTICLES.map(({searched}) => count(searched, 'Kadyrov'));
    expect(counts.filter(Boolean).length).toBe(3);
    expect(counts.reduce((a, b) => a + b)).toBe(12);
    await book.type('Kadyrov');
    await expect(book.status).toContainText('3 of 5 articles, 12 hits');
    await expect(book.list).toHaveCount(3);
    for (const number of counts.filter(Boolean)) {
      await expect(book.list.filter({hasText: `${number} hits`})).not.toHaveCount(0);
    }
  });

  test('a phrase is found as a whole and each hit is one mark', async ({book, page}) => {
    await book.ask('"women and children"', '2 of 5 articles, 3 hits');
    const hits = [];
    for (const item of await book.list.all()) {
      await item.getByRole('heading').getByRole('link').click();
      await expect(book.reader).toHaveCount(1);
      const marks = book.reader.locator('mark[data-kind="hit"]');
      const ids = await marks.evaluateAll(nodes => nodes.map(node => node.dataset.id));
      expect(ids.length).toBe(new Set(ids).size);
      hits.push(...await marks.allTextContents());
      await page.getByRole('button', {name: /^Close /}).click();
    }
    expect(hits.map(text => text.toLowerCase())).toEqual(Array(3).fill('women and children'));
  });

  test('what two words exclude is none, and the page says what would help', async ({book, page}) => {
    await book.ask('daesh -kadyrov', '0 of 5 articles, 0 hits');
    await expect(book.list).toHaveCount(0);
    const panel = page.getByRole('tabpanel');
    const remedies = panel.getByRole('link');
    await expect(remedies).not.toHaveCount(0);
    await remedies.first().click();
    await expect(book.status).not.toHaveText(/^0 of/);
  });

  test('a misspelt name is met with one that is there', async ({book, page}) => {
    await book.ask('kadirov', /^0 of 5 articles/);
    await page.getByRole('tabpanel').getByRole('link', {name: /kadyrov/i}).click();
    await expect(book.status).toContainText('3 of 5 articles, 12 hits');
    await expect(book.search).toHaveValue(/kadyrov/i);
  });

  for (const [query, status, why] of [
    ['kadyrov’s', '3 of 5 articles, 12 hits', 'a possessive finds the name'],
    ['KADYROV', '3 of 5 articles, 12 hits', 'capitals do not count'],
    ['Kádyrov', '3 of 5 articles, 12 hits', 'accents do not count'],
    ['kadyr*', '3 of 5 articles, 12 hits', 'the beginning of a word'],
    ['kadyrow~', '3 of 5 articles, 12 hits', 'a word with one wrong letter'],
    ['“women and children”', '2 of 5 articles, 3 hits', 'curly quotation marks are as good'],
    ['daesh OR isil', '2 of 5 articles, 16 hits', 'one or the other'],
    ['outlet:Breitbart isis', '1 of 5 articles, 5 hits', 'a field narrows a word'],
    ['in:title isis', '3 of 5 articles, 3 hits', 'words of titles alone'],
    ['date:2016..2018 children', '2 of 5 articles, 12 hits', 'a period narrows a word'],
    ['children', '4 of 5 articles, 15 hits', 'stems: child is another word, children are one'],
    ['xyzzyplugh', '0 of 5 articles, 0 hits', 'a word that is nowhere'],
  ]) {
    test(`query ${query}: ${why}`, async ({book}) => {
      await book.ask(query, status);
    });
  }

  test('NEAR counts words between, and is none where they are too far apart', async ({book}) => {
    await book.ask('kadyrov NEAR/1 ramzan', '3 of 5 articles, 5 hits');
    await book.ask('kadyrov NEAR/2 fallujah', '0 of 5 articles, 0 hits');
  });

  test('leftovers of the sites are not searched', async ({book}) => {
    for (const query of ['"leave a reply"', '"post date"', 'commenting', '"Required fields"']) {
      await book.ask(query, '0 of 5 articles, 0 hits');
    }
  });

  for (const [query, status] of [
    ['Kadyrov "women and', '2 of 5 articles, 9 hits'],
    ['kadyrov date:2016-13-45', '3 of 5 articles, 12 hits'],
    ['kadyrov color:red', '0 of 5 articles, 0 hits'],
    ['kadyrov OR', '3 of 5 articles, 12 hits'],
  ]) {
    test(`a faulty query still finds what can be read, and says at the place what cannot: ${query}`, async ({book, page}) => {
      await book.ask(query, status);
      await expect(book.search).toHaveAttribute('aria-invalid', 'true');
      const problem = page.locator('#query-problem');
      await expect(problem).toBeVisible();
      const place = await problem.locator('b').allTextContents();
      expect(place.length).toBeGreaterThan(0);
      for (const piece of place) expect(query).toContain(piece);
      await expect(problem.getByRole('listitem')).not.toHaveCount(0);
      expect(await book.search.evaluate(node => node.getAttribute('aria-describedby'))).toBe('query-problem');
      await book.ask('kadyrov', '3 of 5 articles, 12 hits');
      await expect(problem).toHaveCount(0);
      await expect(book.search).not.toHaveAttribute('aria-invalid', 'true');
    });
  }

  test('as you type, the list is kept where it does not change, and the focus stays', async ({book, page}) => {
    await book.ask('kadyrov', '3 of 5 articles, 12 hits');
    await page.evaluate(() => {
      const root = document.querySelector('source-book').shadowRoot;
      window.seen = {input: root.querySelector('input[type=search]'), cards: [...root.querySelectorAll('.items > li')], emptied: 0};
      new MutationObserver(() => {
        if (!root.querySelector('.items > li')) window.seen.emptied += 1;
      }).observe(root, {childList: true, subtree: true});
    });
    await book.search.press('End');
    await book.search.pressSequentially(' -zzz');
    await expect(book.search).toHaveValue('kadyrov -zzz');
    for (let letter = 0; letter < ' -zzz'.length; letter += 1) await book.search.press('Backspace');
    await expect(book.status).toContainText('3 of 5 articles, 12 hits');
    const kept = await page.evaluate(() => {
      const root = document.querySelector('source-book').shadowRoot;
      const now = [...root.querySelectorAll('.items > li')];
      return {
        emptied: window.seen.emptied,
        input: root.querySelector('input[type=search]') === window.seen.input,
        focused: root.activeElement === window.seen.input,
        cards: window.seen.cards.filter(card => now.includes(card)).length,
      };
    });
    expect(kept).toEqual({emptied: 0, input: true, focused: true, cards: 3});
  });

  test('letters typed fast are all there, with spaces at the end', async ({book}) => {
    await book.search.pressSequentially('women and ', {delay: 0});
    await expect(book.search).toHaveValue('women and ');
  });

  test('a slash goes to the search box, and is a letter within it', async ({book, page}) => {
    await page.locator('body').click({position: {x: 2, y: 2}});
    await page.keyboard.press('/');
    await expect(book.search).toBeFocused();
    await expect(book.search).toHaveValue('');
    await page.keyboard.type('a/b');
    await expect(book.search).toHaveValue('a/b');
  });

  test('Escape empties the search box', async ({book}) => {
    await book.ask('kadyrov', '3 of 5 articles, 12 hits');
    await book.search.press('Escape');
    await expect(book.status).toContainText('5 of 5 articles');
    await expect(book.search).toHaveValue('');
  });
});
