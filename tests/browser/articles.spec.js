// The view Articles: list, facets, reader, two articles side by side.

import {ARTICLES, count, OUTLETS} from './seeds.js';
import {expect, test} from './test.js';

const titleOf = item => item.getByRole('heading').getByRole('link');

test.describe('list', () => {
  test.beforeEach(({book}) => book.open());

  test('an article has title, outlet, date and how the date is known', async ({book}) => {
    for (const [outlet, title, date, how] of [
      ['Breitbart', 'Over 400 Chechens Have Left Russia for ISIS Since 2011', '16 June 2015',
        ', given by whoever published this collection: the date in the article’s address'],
      ['The Strategist', 'ISIL militants from the West want to return to their homeland', '7 June 2016',
        ', given by whoever published this collection: printed as 06/07/2016, which may be 7 June 2016 or 6 July 2016; 7 June 2016 is given: 7 June fits “reported on June 5”'],
      ['castwb.com', 'The Lost Children of ISIS', '2 August 2017 to 2 January 2018',
        ', inferred: the last event it tells is of 2 August 2017; another site carried the same text on 2 January 2018'],
      ['Islamic World Peace Forum', '30 Russian Kids Born to Daesh Terrorists Return Home', '30 December 2018 to 5 January 2019',
        ', inferred: the plane landed on Sunday 30 December 2018, as other outlets date it; “on Sunday” was written before the next one'],
      ['Russia Insider', 'Prodigal Chechen ISIS Terrorists Come to Their Senses and Return Home (Video)', 'date unknown',
        ', not printed in the article and not given'],
    ]) {
      const item = book.list.filter({has: book.page.getByText(outlet, {exact: true})});
      await expect(item, outlet).toHaveCount(1);
      await expect(titleOf(item)).toHaveText(title);
      await expect(item.locator('.facts')).toContainText(date + how);
      await expect(item.locator('.how')).toHaveText(how);
    }
  });

  test('with a query each article shows its hits and its best sentences with marks', async ({book}) => {
    await book.ask('kadyrov', '3 of 5 articles, 12 hits');
    let sum = 0;
    for (const item of await book.list.all()) {
      sum += Number(/(\d+) hits?/.exec(await item.locator('.hits').textContent())[1]);
      const sentences = item.locator('.snippets li');
      await expect(sentences).not.toHaveCount(0);
      for (const sentence of await sentences.all()) await expect(sentence.locator('mark').first()).toHaveText(/kadyrov/i);
    }
    expect(sum).toBe(12);
  });

  test('a sentence shown is word for word one of the article, and opens it there', async ({book, page}) => {
    await book.ask('orphanages', /^1 of 5/);
    const snippet = book.list.locator('.snippets li').first();
    const words = (await snippet.textContent()).trim().replace(/^…\s*|\s*…$/g, '');
    expect(ARTICLES[3].text.replace(/\s+/g, ' ')).toContain(words.replace(/\s+/g, ' '));
    await snippet.getByRole('link').click();
    await expect(page.locator('.sentence.selected')).toContainText(words);
    await expect(page.locator('.sentence.selected')).toBeInViewport();
  });

  test('orders put the list in order', async ({book, page}) => {
    const titles = async () => (await book.list.getByRole('heading').allTextContents()).map(title => title.trim());
    const sort = page.getByRole('group', {name: 'Sort by'});
    await sort.getByRole('link', {name: 'Title'}).click();
    const byTitle = await titles();
    expect(byTitle).toEqual([...byTitle].sort((a, b) => a.localeCompare(b, 'en', {ignorePunctuation: true})));
    await sort.getByRole('link', {name: 'Outlet'}).click();
    const outlets = await book.list.locator('.facts b').allTextContents();
    expect(outlets).toEqual([...outlets].sort((a, b) => a.localeCompare(b, 'en', {sensitivity: 'base'})));
    expect(new Set(outlets)).toEqual(new Set(OUTLETS));
  });
});

test.describe('facets', () => {
  test.beforeEach(({book}) => book.open());
  const include = (page, value) => page.getByRole('button', {name: `Include ${value}`, exact: true});
  const exclude = (page, value) => page.getByRole('button', {name: `Exclude ${value}`, exact: true});
  const countOf = async button => Number(await button.locator('xpath=..').locator('.count').textContent());

  test('outlet and year have their values with counts', async ({page}) => {
    for (const outlet of OUTLETS) expect(await countOf(include(page, outlet))).toBe(1);
    for (const [year, articles] of [['2015', 1], ['2016', 1], ['unknown', 1]]) expect(await countOf(include(page, year)), year).toBe(articles);
  });

  test('counts follow the query', async ({book, page}) => {
    await book.ask('daesh', '1 of 5 articles, 8 hits');
    expect(await countOf(include(page, 'Islamic World Peace Forum'))).toBe(1);
    await expect(include(page, 'Breitbart')).toHaveCount(0);
    // A field's own filter does not take its other values away: else a second could never be chosen.
    await book.ask('', '5 of 5 articles');
    await include(page, '2016').click();
    await expect(book.status).toContainText('1 of 5 articles');
    expect(await countOf(include(page, '2015'))).toBe(1);
    await expect(include(page, 'Breitbart')).toHaveCount(0);
  });

  test('several values widen, and each has a chip that takes it back', async ({book, page}) => {
    await include(page, 'Breitbart').click();
    await expect(book.status).toContainText('1 of 5 articles');
    await expect(include(page, 'Breitbart')).toHaveAttribute('aria-pressed', 'true');
    await include(page, 'The Strategist').click();
    await expect(book.status).toContainText('2 of 5 articles');
    await page.getByRole('button', {name: 'Remove filter outlet: Breitbart'}).click();
    await expect(book.status).toContainText('1 of 5 articles');
    await expect(book.list).toContainText('The Strategist');
    await page.getByRole('button', {name: 'Remove filter outlet: The Strategist'}).click();
    await expect(book.status).toContainText('5 of 5 articles');
    await expect(page.getByRole('button', {name: /^Remove filter/})).toHaveCount(0);
  });

  test('a value can be excluded, and two fields narrow', async ({book, page}) => {
    await exclude(page, 'Breitbart').click();
    await expect(book.status).toContainText('4 of 5 articles');
    await expect(page.getByRole('button', {name: 'Remove filter not outlet: Breitbart'})).toBeVisible();
    await include(page, '2016').click();
    await expect(book.status).toContainText('1 of 5 articles');
    await page.getByRole('button', {name: 'Remove all filters'}).click();
    await expect(book.status).toContainText('5 of 5 articles');
  });

  test('a filter that nothing fits ends in an empty state with a way out', async ({book, page}) => {
    await book.open('f=outlet:Breitbart&f=-outlet:Breitbart');
    await expect(book.status).toContainText('0 of 5 articles');
    await page.getByRole('tabpanel').getByRole('link').first().click();
    await expect(book.status).not.toHaveText(/^0 of/);
  });
});

test.describe('reader', () => {
  const open = async (book, title) => {
    await book.list.filter({hasText: title}).getByRole('heading').getByRole('link').click();
    await expect(book.reader).toHaveCount(1);
  };

  test('is an article named by its title, with all of the text, word for word', async ({book, page}) => {
    await book.open();
    for (const article of ARTICLES) {
      await page.evaluate(id => { document.querySelector('source-book').setAttribute('select', id); }, article.id);
      await expect(book.reader).toHaveAttribute('data-reader', article.id);
      await expect(book.reader).toHaveAccessibleName(await book.reader.getByRole('heading').textContent());
      const shown = await book.reader.locator('.text').evaluate(node => {
        const copy = node.cloneNode(true);
        for (const own of copy.querySelectorAll('.anchor, summary')) own.remove();
        return copy.textContent;
      });
      const squeeze = text => text.replace(/\s+/g, '');
      expect(squeeze(shown)).toBe(squeeze(article.text));
    }
  });

  test('marks every hit and goes from one to the next by buttons, round and round', async ({book, page}) => {
    await book.open('q=kadyrov');
    await open(book, 'Lost Children');
    const marks = book.reader.locator('mark[data-kind="hit"]');
    const expected = count(ARTICLES[3].searched, 'Kadyrov');
    await expect(marks).toHaveCount(expected);
    await expect(marks.first()).toHaveAttribute('data-id', 'h1');
    const next = page.getByRole('button', {name: 'Next hit'});
    const previous = page.getByRole('button', {name: 'Previous hit'});
    for (let at = 0; at < expected; at += 1) {
      await next.click();
      await expect(marks.nth(at)).toBeFocused();
      await expect(marks.nth(at)).toBeInViewport();
    }
    await next.click();
    await expect(marks.first()).toBeFocused();
    await previous.click();
    await expect(marks.last()).toBeFocused();
    await previous.click();
    await expect(marks.nth(expected - 2)).toBeFocused();
  });

  test('n and p go from hit to hit, and are letters in the search box', async ({book, page}) => {
    await book.open('q=kadyrov');
    await open(book, 'Lost Children');
    const marks = book.reader.locator('mark[data-kind="hit"]');
    await page.keyboard.press('n');
    await expect(marks.nth(0)).toBeFocused();
    await page.keyboard.press('n');
    await expect(marks.nth(1)).toBeFocused();
    await page.keyboard.press('p');
    await expect(marks.nth(0)).toBeFocused();
    await book.search.focus();
    await book.search.press('End');
    await page.keyboard.type('n');
    await expect(book.search).toHaveValue('kadyrovn');
  });

  test('a hit has one id and one stop of the tab key, however it is cut', async ({book}) => {
    await book.open('q="women and children"&sel=002_5b67ca6437bb58a5');
    const stops = await book.reader.locator('mark[data-kind="hit"]').evaluateAll(nodes => nodes.map(node => [node.dataset.id, node.tabIndex]));
    for (const id of new Set(stops.map(([id]) => id))) expect(stops.filter(([other, tab]) => other === id && tab === 0).length, id).toBe(1);
    expect(new Set(stops.map(([id]) => id)).size).toBe(2);
  });

  test('folds what the site left, and marks nothing in it', async ({book}) => {
    await book.open('q=article');
    await book.page.evaluate(() => document.querySelector('source-book').setAttribute('select', '003_038e0a1be0ce8a81'));
    const fold = book.reader.locator('details');
    await expect(fold).toHaveCount(1);
    await expect(fold).not.toHaveAttribute('open', /.*/);
    await expect(fold.locator('summary')).toHaveText('Left over from the site');
    await expect(book.reader.getByText('Leave a Reply')).toBeHidden();
    await fold.locator('summary').click();
    await expect(book.reader.getByText('Leave a Reply')).toBeVisible();
    await expect(fold.locator('mark')).toHaveCount(0);
  });

  test('shows date, how it is known, and the original', async ({book, page}) => {
    await book.open('sel=001_3e5d0f6009aaf297');
    await expect(book.reader).toContainText('16 June 2015');
    const original = book.reader.getByRole('link', {name: /Breitbart/});
    await expect(original).toHaveAttribute('href', /^https:\/\/www\.breitbart\.com\//);
    await expect(original).toHaveAttribute('rel', /noreferrer/);
    await page.getByRole('button', {name: /^Close /}).click();
    await expect(book.reader).toHaveCount(0);
  });

  test('a link to a sentence lands on it after a reload and in a new window', async ({book, page, another, baseURL}) => {
    await book.open();
    await open(book, 'Over 400 Chechens');
    const sentence = book.reader.locator('.sentence', {hasText: '104 have been killed'});
    const words = await sentence.textContent();
    await sentence.hover();
    await sentence.getByRole('link', {name: 'Link to this sentence'}).click();
    await expect(page.locator('.sentence.selected')).toHaveText(words);
    expect(book.fragment().get('sel')).toMatch(/^001_3e5d0f6009aaf297!s\d+\.[a-z0-9]+$/);
    const address = page.url();
    await page.evaluate(() => scrollTo(0, 0));
    await page.reload();
    await expect(page.locator('.sentence.selected')).toHaveText(words);
    await expect(page.locator('.sentence.selected')).toBeInViewport();
    const elsewhere = await another({viewport: {width: 360, height: 640}});
    await elsewhere.goto(address);
    await expect(elsewhere.locator('.sentence.selected')).toHaveText(words);
    await expect(elsewhere.locator('.sentence.selected')).toBeInViewport();
  });

  test('every sentence has its link, those of the title too', async ({book, page}) => {
    await book.open();
    await open(book, 'Over 400 Chechens');
    const sentences = await book.reader.locator('.sentence').evaluateAll(nodes => nodes.map(node => node.dataset.sentence));
    const links = book.reader.getByRole('link', {name: 'Link to this sentence', includeHidden: true});
    await expect(links).toHaveCount(sentences.length);
    const addresses = await links.evaluateAll(nodes => nodes.map(node => node.dataset.to));
    expect(new Set(addresses).size).toBe(sentences.length);
    const folds = book.reader.locator('details');
    for (let at = 0; at < await folds.count(); at += 1) await folds.nth(at).evaluate(node => { node.open = true; });
    for (const [at, id] of sentences.entries()) {
      await links.nth(at).evaluate(node => node.click());
      await expect(book.reader.locator('.sentence.selected')).toHaveAttribute('data-sentence', id);
    }
    await expect(book.reader.getByRole('heading').locator('.sentence')).not.toHaveCount(0);
    await expect(book.reader.getByRole('heading').getByRole('link')).toHaveCount(0);
    // A link to the title brings the focus to it in a new window.
    const title = await book.reader.getByRole('heading').locator('.sentence').first().getAttribute('data-sentence');
    await book.open(addresses[sentences.indexOf(title)]);
    await page.reload();
    await expect(book.reader.locator(`[data-sentence="${title}"]`)).toBeFocused();
  });

  test('a link whose sentence moved finds its words; one whose words are gone says so', async ({book, page}) => {
    await book.open();
    await open(book, 'Over 400 Chechens');
    const sentence = book.reader.locator('.sentence', {hasText: '104 have been killed'});
    await sentence.getByRole('link', {name: 'Link to this sentence'}).click();
    const words = await page.locator('.sentence.selected').textContent();
    const [, ordinal, hash] = /!s(\d+)\.(\w+)/.exec(book.fragment().get('sel'));
    await book.open(`sel=001_3e5d0f6009aaf297!s${Number(ordinal) + 2}.${hash}`);
    await expect(page.locator('.sentence.selected')).toHaveText(words);
    await book.open('sel=001_3e5d0f6009aaf297!s3.zzzz');
    await expect(page.getByRole('list', {name: 'Notices'})).toHaveText(/\S/);
    await expect(page.locator('.sentence.selected')).toHaveCount(0);
    await book.open('sel=no-such-article');
    await expect(page.getByRole('list', {name: 'Notices'})).toContainText('no-such-article');
    await expect(book.reader).toHaveCount(0);
  });

  test('two articles stand side by side, each with its own hits, and each can be closed alone', async ({book, page}) => {
    await book.open('q=isis');
    await open(book, 'Over 400 Chechens');
    await book.list.filter({hasText: 'Prodigal'}).getByRole('link', {name: 'Read beside'}).click();
    await expect(book.reader).toHaveCount(2);
    const [left, right] = await Promise.all([0, 1].map(at => book.reader.nth(at).boundingBox()));
    expect(Math.abs(left.y - right.y)).toBeLessThan(5);
    expect(left.x + left.width).toBeLessThanOrEqual(right.x + 1);
    const second = book.reader.nth(1);
    await second.getByRole('button', {name: 'Next hit'}).click();
    await expect(second.locator('mark').first()).toBeFocused();
    expect(book.fragment().getAll('sel').length).toBe(2);
    await book.reader.first().getByRole('button', {name: /^Close /}).click();
    await expect(book.reader).toHaveCount(1);
    await expect(book.reader).toHaveAttribute('data-reader', ARTICLES[0].id);
  });

  test('two readers on the page have no id twice', async ({book, page}) => {
    await book.open(`q=isis&sel=${ARTICLES[0].id}&sel=${ARTICLES[1].id}`);
    await expect(book.reader).toHaveCount(2);
    const ids = await page.locator('source-book').evaluate(node => [...node.shadowRoot.querySelectorAll('[id]')].map(({id}) => id));
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });
});
