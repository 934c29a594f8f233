// One state: in the address's fragment, in the element's attributes, and nowhere else.

import {ARTICLES} from './seeds.js';
import {expect, test} from './test.js';

const LOST = ARTICLES[3].id;

/** Every kind of choice, with what it leaves in the fragment. */
const CHOICES = [
  ['a query', book => book.ask('children'), {q: ['children']}],
  ['an order of the list', book => book.page.getByRole('group', {name: 'Sort by'}).getByRole('link', {name: 'Title'}).click(), {view: ['articles sort:title']}],
  ['a value of a facet', book => book.page.getByRole('button', {name: 'Include castwb.com'}).click(), {f: ['outlet:castwb.com']}],
  ['a value left out', book => book.page.getByRole('button', {name: 'Exclude Breitbart'}).click(), {f: ['-outlet:Breitbart']}],
  ['a year', book => book.page.getByRole('button', {name: 'Include 2016'}).click(), {f: ['year:2016']}],
  ['an opened article', book => book.list.filter({hasText: 'Lost Children'}).getByRole('heading').getByRole('link').click(), {sel: [LOST]}],
  ['a view', book => book.tab('Words').click(), {view: ['words']}],
];

test.describe('the address', () => {
  for (const [name, choose, expected] of CHOICES) {
    test(`holds ${name}, and back and forward restore it`, async ({book, page}) => {
      await book.open();
      const before = {text: await book.text(), attributes: await book.attributes()};
      await choose(book);
      for (const [key, values] of Object.entries(expected)) await expect.poll(() => book.fragment().getAll(key)).toEqual(values);
      const after = {text: await book.text(), attributes: await book.attributes()};
      expect(after.attributes).not.toEqual(before.attributes);
      await page.goBack();
      await expect.poll(() => book.attributes()).toEqual(before.attributes);
      await expect.poll(() => book.text()).toBe(before.text);
      await page.goForward();
      await expect.poll(() => book.attributes()).toEqual(after.attributes);
      await expect.poll(() => book.text()).toBe(after.text);
    });
  }

  for (const address of [
    'q=kadyrov',
    'q=isis&f=-outlet:Breitbart&view=articles+sort:title',
    'view=words+sort:left&q=children&f=date:2016..2019',
    'view=words+stopwords:on&f=year:2016',
    'view=words&q=ISIS%2C+ISIL%2C+Daesh%2C+%22Islamic+State%22',
    `q=isis&sel=${ARTICLES[0].id}&sel=${ARTICLES[1].id}`,
    'f=outlet:%22Russia+Insider%22&f=year:unknown',
  ]) {
    test(`copied into another window gives the same screen: ${address}`, async ({book, page, another}) => {
      await book.open(address);
      await page.waitForLoadState('networkidle');
      const here = await book.text();
      const elsewhere = await another();
      await elsewhere.goto(page.url());
      await expect.poll(() => elsewhere.locator('source-book').evaluate(node => node.shadowRoot.textContent.replace(/\s+/g, ' ').trim())).toBe(here);
      expect(elsewhere.url()).toBe(page.url());
    });
  }

  test('typing one query is one step back', async ({book, page}) => {
    await book.open();
    await book.tab('Words').click();
    await book.type('kadyrov');
    await expect(book.status).toContainText('3 of 5 articles, 12 hits');
    await page.goBack();
    await expect(book.status).toContainText('5 of 5 articles');
    await expect(book.search).toHaveValue('');
    await expect(book.tab('Words')).toHaveAttribute('aria-selected', 'true');
    await page.goBack();
    await expect(book.tab('Articles')).toHaveAttribute('aria-selected', 'true');
  });

  test('written in the bar by hand is followed', async ({book, page}) => {
    await book.open('q=isis');
    await page.evaluate(() => { location.hash = 'view=words&q=kadyrov'; });
    await expect(book.status).toContainText('3 of 5 articles, 12 hits');
    await expect(book.tab('Words')).toHaveAttribute('aria-selected', 'true');
    await expect(book.search).toHaveValue('kadyrov');
  });

  // What of it is met with a notice, with a problem below the search box, or (emptiness) with neither.
  for (const [nonsense, notice, problem] of [
    ['%', '“%” in the address is not understood.'],
    ['%zz%', '“%zz%” in the address is not understood.'],
    ['&&&==='],
    ['view=tea', 'There is no view “tea”'],
    ['q=%FF%FE', undefined, 'there is no letter or digit here to search for'],
    ['sel=!!!!', 'There is no article “!!!!” in this edition.'],
    ['f=:::', '“:::” is no filter'],
    ['f=date:9999999..-1', 'The filter “date:9999999..-1” was left out'],
    ['constructor=1&__proto__=2', '“constructor” in the address is not understood.'],
    ['constructor=1&__proto__=2', '“__proto__” in the address is not understood.'],
    [`q=${'('.repeat(500)}`, undefined, 'brackets are nested more than 32 deep'],
    ['view=words+lines:99999999999999', '“lines:99999999999999” is no option of the view Words.'],
    ['sel=..%2F..%2Fetc%2Fpasswd', 'There is no article “../../etc/passwd” in this edition.'],
    ['q=%00%01', undefined, 'there is no letter or digit here to search for'],
  ]) {
    test(`that is nonsense is met with the page and ${notice ?? problem ?? 'nothing more'}: ${nonsense.slice(0, 40)}`, async ({book, page}) => {
      await book.open(nonsense);
      await expect(book.search).toBeVisible();
      await expect(book.tab('Articles')).toBeVisible();
      const notices = page.getByRole('list', {name: 'Notices'}).getByRole('listitem');
      if (notice) await expect(notices.filter({hasText: notice})).toHaveCount(1);
      else await expect(notices).toHaveCount(0);
      if (problem) await expect(page.locator('#query-problem')).toContainText(problem);
      else await expect(page.locator('#query-problem')).toHaveCount(0);
      await book.ask('kadyrov');
      await expect(book.status).toHaveText(/ of 5 articles, \d+ hits?/);
      expect(await page.getByRole('alert').count()).toBe(0);
    });
  }

  test('of 1 MB is not read, and that is said', async ({book, page}) => {
    await book.open();
    await page.evaluate(() => { location.hash = `q=${'kadyrov+'.repeat(131_072)}`; });
    await expect(page.getByRole('list', {name: 'Notices'})).toContainText(/bytes/);
    await expect(book.status).toContainText('5 of 5 articles');
    await book.ask('kadyrov', '3 of 5 articles, 12 hits');
  });

  test('of 1 MB is not read when the page is opened with it, either', async ({book, page}) => {
    await page.goto(`${book.url}#q=${'kadyrov+'.repeat(131_072)}`);
    await expect(book.status).toContainText('5 of 5 articles');
    await expect(page.getByRole('list', {name: 'Notices'})).toContainText(/bytes/);
  });
});

test.describe('attributes', () => {
  test('say the state', async ({book}) => {
    await book.open('view=words+sort:left&q=kadyrov+-daesh&f=outlet:%22Russia+Insider%22&f=-year:2016&sel=000_94a200c5b7d05409');
    expect(await book.attributes()).toEqual({
      query: 'kadyrov -daesh', filter: 'outlet:"Russia Insider" -year:2016', view: 'words sort:left', select: '000_94a200c5b7d05409',
    });
  });

  test('set from outside change the screen and the address', async ({book, page}) => {
    await book.open();
    const set = (name, value) => page.locator('source-book').evaluate((node, [name, value]) => node.setAttribute(name, value), [name, value]);
    await set('query', 'kadyrov');
    await expect(book.status).toContainText('3 of 5 articles, 12 hits');
    await expect(book.search).toHaveValue('kadyrov');
    expect(book.fragment().get('q')).toBe('kadyrov');
    await set('filter', 'outlet:castwb.com -year:2015');
    await expect(book.status).toContainText('1 of 5 articles, 6 hits');
    expect(book.fragment().getAll('f')).toEqual(['outlet:castwb.com', '-year:2015']);
    await set('view', 'words');
    await expect(book.tab('Words')).toHaveAttribute('aria-selected', 'true');
    await set('select', LOST);
    await expect(book.reader).toHaveAttribute('data-reader', LOST);
    await page.locator('source-book').evaluate(node => ['query', 'filter', 'view', 'select'].forEach(name => node.removeAttribute(name)));
    await expect(book.status).toContainText('5 of 5 articles');
    await expect(book.reader).toHaveCount(0);
  });

  test('of nonsense are met with a notice', async ({book, page}) => {
    await book.open();
    await page.locator('source-book').evaluate(node => node.setAttribute('filter', 'tea:green'));
    await expect(page.getByRole('list', {name: 'Notices'})).toContainText('tea:green');
    await expect(book.status).toContainText('5 of 5 articles');
  });

  test('a change is told by an event with address and status', async ({book, page}) => {
    await book.open();
    await page.evaluate(() => {
      window.told = [];
      document.addEventListener('change', event => event.detail && window.told.push(event.detail));
    });
    await book.ask('kadyrov', '3 of 5 articles, 12 hits');
    const [last] = (await page.evaluate(() => window.told)).slice(-1);
    expect(last).toMatchObject({address: 'q=kadyrov', status: expect.stringContaining('3 of 5 articles, 12 hits')});
  });
});
