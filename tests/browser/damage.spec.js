// Modules that are missing, foreign, of another version or damaged: said in the element's place, by an event with a
// code, and the plain articles stay readable.

import {openHost, told} from './host.js';
import {FOREIGN_MODULE, flipped, numbers, ofAnotherVersion, sectionOf} from './module-bytes.js';
import {ARTICLES} from './seeds.js';
import {expect, test} from './test.js';

const PLAIN = '<source-book id="a" src="sourcebook.wasm"><div><p>The articles, plain.</p></div></source-book>';

let module;
test.beforeEach(async ({request, baseURL}) => {
  module ??= await (await request.get(`${baseURL}sourcebook.wasm`)).body();
});

const serveInstead = (page, answer) => page.route('**/sourcebook.wasm', answer instanceof Buffer
  ? route => route.fulfill({contentType: 'application/wasm', body: answer}) : answer);

/** The element says what is wrong, told it once with that code, and shows what stands in it. */
async function expectRefused(page, code, words) {
  const alert = page.getByRole('alert');
  await expect(alert).toBeVisible();
  await expect(alert).toContainText(words);
  const errors = (await told(page)).filter(({name}) => name === 'error');
  expect(errors.length).toBe(1);
  expect(errors[0].code).toBe(code);
  expect(errors[0].message).toMatch(/\S/);
  await expect(page.getByText('The articles, plain.')).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveCount(0);
}

for (const [name, make, code, words] of [
  ['cut in half', bytes => bytes.subarray(0, bytes.length >> 1), 'truncated', /cut short/],
  ['without its last byte', bytes => bytes.subarray(0, -1), 'truncated', /cut short/],
  ['cut in its section', bytes => bytes.subarray(0, sectionOf(bytes).start + 20), 'truncated', /cut short/],
  ['no module but a page', () => Buffer.from('<!doctype html><title>Not found</title>'), 'foreign', /no module|another file/],
  ['empty', () => Buffer.alloc(0), 'foreign', /no module|another file/],
  ['a module of another program', () => FOREIGN_MODULE, 'foreign', /another program|no module/],
  ['a module of another program that is cut short', bytes => bytes.subarray(0, 12), 'truncated', /cut short/],
  ['an engine without a corpus', bytes => {
    const {start} = sectionOf(bytes);
    // The section's own name is spoilt: then it is some custom section like any other.
    return flipped(bytes, (start - 1) * 8);
  }, 'foreign', /corpus|section|no module|sourcebook/i],
  ['of a version to come', bytes => ofAnotherVersion(bytes, 999), 'version', /999/],
  ['damaged in the header of its section', bytes => flipped(bytes, (sectionOf(bytes).start + 22) * 8), 'damaged', /damaged/],
  ['damaged in the directory of its section', bytes => flipped(bytes, (sectionOf(bytes).start + 60) * 8 + 3), 'damaged', /damaged/],
]) {
  test(`a module that is ${name} is refused: ${code}`, async ({page, baseURL}) => {
    await serveInstead(page, make(module));
    await openHost(page, baseURL, PLAIN);
    await expectRefused(page, code, words);
  });
}

test('a module that is missing is refused: missing', async ({page, baseURL, watch}) => {
  watch.expects(/404/);
  await serveInstead(page, route => route.fulfill({status: 404, body: 'no'}));
  await openHost(page, baseURL, PLAIN);
  await expectRefused(page, 'missing', /sourcebook\.wasm/);
});

test('a server that fails and a network that breaks are told: network', async ({page, baseURL, watch}) => {
  watch.expects(/503|ERR_FAILED|Failed to load resource/);
  await serveInstead(page, route => route.fulfill({status: 503, body: 'later'}));
  await openHost(page, baseURL, PLAIN);
  await expectRefused(page, 'network', /503/);
  await page.unroute('**/sourcebook.wasm');
  await serveInstead(page, route => route.abort());
  await page.reload();
  await expectRefused(page, 'network', /connection/);
});

test('a module beyond 8 MB, as thousands of articles make it, is opened', async ({page, baseURL}) => {
  // A section that nobody knows, of 9 MB: what counts is how long the module is.
  const filler = Buffer.alloc(9_000_000);
  filler.write('\x06filler', 0, 'latin1');
  const size = [0, 7, 14, 21].map(shift => (filler.length >> shift) & 0x7f | (shift < 21 ? 0x80 : 0));
  await serveInstead(page, Buffer.concat([module, Buffer.from([0, ...size]), filler]));
  await openHost(page, baseURL, PLAIN);
  await expect(page.getByRole('status')).toContainText('5 of 5 articles');
});

test('after the module is mended, Try again opens it', async ({page, baseURL, watch}) => {
  watch.expects(/404/);
  await serveInstead(page, route => route.fulfill({status: 404, body: 'no'}));
  await openHost(page, baseURL, PLAIN);
  await expectRefused(page, 'missing', /sourcebook\.wasm/);
  await page.unroute('**/sourcebook.wasm');
  await page.getByRole('button', {name: 'Try again'}).click();
  await expect(page.getByRole('status')).toContainText('5 of 5 articles');
  await expect(page.getByText('The articles, plain.')).toBeHidden();
});

test('after a block of the text is mended, Try again opens the module anew', async ({page, baseURL}) => {
  // The text stands in the module as it is. Opening does not look at it; the first screen does.
  let served = flipped(module, module.indexOf('104 have been killed') * 8);
  await serveInstead(page, route => route.fulfill({contentType: 'application/wasm', body: served}));
  await openHost(page, baseURL, PLAIN.replace('src=', `select="${ARTICLES[1].id}" src=`));
  await expectRefused(page, 'damaged', /damaged/);
  served = module;
  await page.getByRole('button', {name: 'Try again'}).click();
  await expect(page.getByRole('status')).toContainText('5 of 5 articles');
  await expect(page.getByRole('article')).toHaveAttribute('data-reader', ARTICLES[1].id);
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect((await told(page)).map(({name}) => name)).toEqual(['error', 'ready']);
});

test('a book that fails one element is not taken from another that has it', async ({page, baseURL}) => {
  await openHost(page, baseURL, `${PLAIN}<source-book id="b" src="sourcebook.wasm"></source-book>`);
  await expect(page.locator('#a').getByRole('status')).toContainText('5 of 5 articles');
  await expect(page.locator('#b').getByRole('status')).toContainText('5 of 5 articles');
  await expect.poll(async () => (await told(page)).length).toBe(2);
  // An engine that cannot answer the one, whatever the reason.
  await page.evaluate(async () => {
    const {Sourcebook} = await import(new URL('engine.js', document.baseURI).href);
    const {laterShowState} = Sourcebook.prototype;
    Sourcebook.prototype.laterShowState = () => { throw Object.assign(new Error('damaged for a test'), {code: 'damaged'}); };
    document.getElementById('a').setAttribute('query', 'kadyrov');
    await document.getElementById('a').updateComplete;
    Sourcebook.prototype.laterShowState = laterShowState;
  });
  await expect(page.locator('#a').getByRole('alert')).toBeVisible();
  await page.locator('#b').getByRole('searchbox').fill('kadyrov');
  await expect(page.locator('#b').getByRole('status')).toContainText('3 of 5 articles, 12 hits');
  await page.locator('#a').getByRole('button', {name: 'Try again'}).click();
  await expect(page.locator('#a').getByRole('status')).toContainText('3 of 5 articles, 12 hits');
  await expect(page.locator('#b').getByRole('alert')).toHaveCount(0);
});

test('a bit that is flipped outside the section is caught by the page\'s own pin: integrity', async ({page, baseURL}) => {
  const {start, end} = sectionOf(module);
  const places = numbers(module.length * 8);
  for (let tried = 0; tried < 3;) {
    const {value: bit} = places.next();
    if (bit >= start * 8 && bit < end * 8) continue;
    tried += 1;
    await page.unrouteAll();
    await serveInstead(page, flipped(module, bit));
    await page.goto('about:blank');
    await page.goto(baseURL);
    await expect(page.getByRole('alert'), `bit ${bit}`).toContainText(/not the one/);
    await expect(page.locator('source-book article')).toHaveCount(5);
    await expect(page.locator('source-book article').first()).toBeVisible();
  }
});

for (const [name, integrity, code] of [
  ['a hash of other bytes', 'sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=', 'integrity'],
  ['no hash at all', 'tea', 'integrity'],
]) {
  test(`an integrity that is ${name} is no leave to pass`, async ({page, baseURL}) => {
    await openHost(page, baseURL, PLAIN.replace('src=', `integrity="${integrity}" src=`));
    await expectRefused(page, code, /not the one|sha256/);
  });
}

test('a module that is damaged in any block of its section is told when the block is read, and nothing wrong is shown', async ({page, baseURL}) => {
  test.setTimeout(120_000);
  const {start, end} = sectionOf(module);
  const places = numbers((end - start) * 8, 7n);
  const outcomes = {refused: 0, sound: 0};
  let served = module;
  await serveInstead(page, route => route.fulfill({contentType: 'application/wasm', body: served}));
  await openHost(page, baseURL, PLAIN);
  for (let tried = 0; tried < 40; tried += 1) {
    const bit = start * 8 + places.next().value;
    served = flipped(module, bit);
    await page.reload();
    await expect.poll(async () => (await told(page)).length, {message: `bit ${bit}`}).toBeGreaterThan(0);
    const walked = await page.evaluate(async () => {
      const element = document.getElementById('a');
      const shown = [];
      const status = () => element.shadowRoot.querySelector('[role=status]')?.textContent;
      const failed = () => Boolean(element.shadowRoot.querySelector('[role=alert]'));
      for (const state of [{query: 'kadyrov'}, {query: '"women and children"'}, {query: 'daesh -kadyrov'}, {query: '', view: 'words'}, {query: 'isis', view: 'words'},
        ...['000_94a200c5b7d05409', '001_3e5d0f6009aaf297', '002_5b67ca6437bb58a5', '003_038e0a1be0ce8a81', '004_c1b1385a22319343'].map(select => ({select, query: '', view: ''}))]) {
        if (failed()) break;
        for (const [name, value] of Object.entries(state)) element.setAttribute(name, value);
        await element.updateComplete;
        if (!failed()) shown.push(status());
      }
      return {failed: failed(), shown, told: window.told};
    });
    const right = ['3 of 5 articles, 12 hits', '2 of 5 articles, 3 hits', '0 of 5 articles, 0 hits', '5 of 5 articles'];
    walked.shown.slice(0, 4).forEach((status, at) => expect(status.slice(0, right[at].length), `bit ${bit}, state ${at}`).toBe(right[at]));
    const errors = walked.told.filter(({name}) => name === 'error');
    if (walked.failed) {
      expect(errors.length, `bit ${bit}`).toBe(1);
      expect(['damaged', 'foreign', 'version', 'truncated'], `bit ${bit}`).toContain(errors[0].code);
      await expect(page.getByText('The articles, plain.')).toBeVisible();
      outcomes.refused += 1;
    } else {
      expect(errors, `bit ${bit}`).toEqual([]);
      outcomes.sound += 1;
    }
  }
  // Most blocks are read in such a walk.
  expect(outcomes.refused).toBeGreaterThan(20);
});

test('one damaged module does not harm the other on the page', async ({page, baseURL}) => {
  await page.route('**/broken.wasm', route => route.fulfill({contentType: 'application/wasm', body: flipped(module, (sectionOf(module).start + 60) * 8)}));
  await openHost(page, baseURL, '<source-book id="b" src="broken.wasm"></source-book><source-book id="a" src="sourcebook.wasm"></source-book><source-book id="c" src="missing-engine.wasm"></source-book>'.replace(/<source-book id="c".*$/, ''));
  await expect(page.locator('#b').getByRole('alert')).toBeVisible();
  await expect(page.locator('#a').getByRole('status')).toContainText('5 of 5 articles');
  await page.locator('#a').getByRole('searchbox').fill('kadyrov');
  await expect(page.locator('#a').getByRole('status')).toContainText('3 of 5 articles, 12 hits');
});

test.describe('without the engine\'s later part', () => {
  const kinds = {
    'that is missing': route => route.fulfill({status: 404}),
    'that is another\'s': route => route.fulfill({contentType: 'application/wasm', body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])}),
  };
  for (const [kind, answer] of Object.entries(kinds)) {
    test(`${kind}, articles are listed and searched, and what cannot be shown says so`, async ({page, baseURL, watch}) => {
      watch.expects(/404/, /integrity/);
      await page.route('**/views.wasm', answer);
      await page.goto(`${baseURL}#q=kadyrov`);
      await expect(page.getByRole('status')).toContainText('3 of 5 articles, 12 hits');
      await page.getByRole('searchbox').fill('daesh');
      await expect(page.getByRole('status')).toContainText('1 of 5 articles, 8 hits');
      await page.getByRole('tab', {name: 'Figures'}).click();
      await expect(page.getByRole('tabpanel')).toContainText('could not be fetched');
    });

    test(`${kind}, an address that asks for facts is met with an error, and trying again with the part mends it`, async ({page, baseURL, watch}) => {
      watch.expects(/404/, /integrity/);
      await page.route('**/views.wasm', answer);
      await page.goto(`${baseURL}#view=figures&f=status:returned`);
      await expect(page.getByRole('alert')).toContainText('could not be fetched');
      await page.unroute('**/views.wasm');
      await page.getByRole('button', {name: 'Try again'}).click();
      await expect(page.getByRole('table', {name: 'Figures'})).toBeVisible();
      await expect(page.getByRole('button', {name: /^Remove filter/})).toHaveCount(1);
    });
  }

  test('what is asked for before it has come is shown when it has', async ({page, baseURL}) => {
    let send;
    const held = new Promise(resolve => { send = resolve; });
    await page.route('**/views.wasm', async route => { await held; await route.continue(); });
    await page.goto(baseURL);
    await expect(page.getByRole('status')).toContainText('5 of 5 articles');
    await page.getByRole('tab', {name: 'Figures'}).click();
    await expect(page.getByRole('tab', {name: 'Figures'})).toHaveAttribute('aria-selected', 'true');
    send();
    await expect(page.getByRole('table', {name: 'Figures'})).toBeVisible();
  });
});

test('a part of the engine that cannot answer is told in the element\'s place, and nothing is thrown', async ({page, baseURL}) => {
  for (const [view, answer] of [['places', 'mapPlaces'], ['figures&f=question:fighters-joined', 'explainQuestion']]) {
    await page.goto(baseURL);
    await expect(page.getByRole('status')).toContainText('5 of 5 articles');
    await page.evaluate(async name => {
      const {Sourcebook} = await import(new URL('engine.js', document.baseURI).href);
      Sourcebook.prototype[name] = () => { throw Object.assign(new Error('damaged for a test'), {code: 'damaged'}); };
    }, answer);
    await page.evaluate(to => { location.hash = to; }, `view=${view}`);
    await expect(page.getByRole('alert')).toContainText('damaged for a test');
    await page.goto('about:blank');
  }
});

test('a file whose making does not come is told, and comes when it is asked for again', async ({page, baseURL, watch}) => {
  watch.expects(/404/, /integrity/);
  await page.route('**/tables.wasm', route => route.fulfill({status: 404}));
  await page.goto(`${baseURL}#view=figures`);
  const button = page.getByRole('button', {name: 'Download Figures as CSV'});
  await button.click();
  await expect(page.getByText('What is needed for this file could not be fetched')).toBeVisible();
  await page.unroute('**/tables.wasm');
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(download.suggestedFilename()).toBe('figures.csv');
});
