// axe-core finds nothing, in any view and state, light and dark.

import {AxeBuilder} from '@axe-core/playwright';
import {ARTICLES} from './seeds.js';
import {expect, test} from './test.js';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COMPARED = 'view=words&q=ISIS%2C+ISIL%2C+Daesh%2C+%22Islamic+State%22';

const LAYERS = 'figure,quote,time,person,organisation,place,people';

const STATES = {
  'articles': '',
  'articles with a query': 'q=kadyrov',
  'articles with filters and a period': 'q=isis&f=-outlet:Breitbart&f=date:2016..2019',
  'reader': `q=kadyrov&sel=${ARTICLES[3].id}`,
  'reader at a sentence': `sel=${ARTICLES[1].id}!s3`,
  'two readers': `q=isis&sel=${ARTICLES[0].id}&sel=${ARTICLES[1].id}`,
  'words': 'view=words',
  'words with a query': 'view=words+sort:left&q=kadyrov',
  'comparison': COMPARED,
  'figures': 'view=figures',
  'figures sorted and filtered': 'view=figures+sort:-number&f=kind:people',
  'empty state of figures': 'view=figures&f=kind:score&f=bound:under',
  'reader with all layers and a card': `view=figures+layers:${LAYERS}&q=chechnya&sel=${ARTICLES[1].id}!f1`,
  'card of a quotation': `view=articles+layers:quote,figure&sel=${ARTICLES[1].id}!q0`,
  'a question chosen': 'view=figures&f=question:fighters-joined',
  'sources': 'view=sources',
  'a source chosen': 'view=sources&f=source:%22Ramzan+Kadyrov%22',
  'timeline': 'view=timeline',
  'places': 'view=places',
  'names': 'view=names',
  'empty state of sources': 'view=sources&q=xyzzyplugh',
  'empty state': 'q=daesh+-kadyrov',
  'empty state of words': 'view=words&q=xyzzyplugh',
  'faulty query': 'q=kadyrov+date:2016-13-45',
  'notices': 'view=tea&sel=gone',
};

async function findings(page) {
  const {violations} = await new AxeBuilder({page}).withTags(TAGS).analyze();
  return violations.map(({id, help, nodes}) => `${id}: ${help}\n${nodes.map(node => `    ${node.target.join(' ')}  ${node.html.slice(0, 160)}\n      ${node.failureSummary?.split('\n').slice(1).join(' ')}`).join('\n')}`);
}

for (const colorScheme of ['light', 'dark']) {
  test.describe(colorScheme, () => {
    test.use({colorScheme});

    for (const [name, address] of Object.entries(STATES)) {
      test(`axe finds nothing: ${name}, ${colorScheme}`, async ({book, page}) => {
        await book.open(address);
        await page.waitForLoadState('networkidle');
        expect(await findings(page)).toEqual([]);
      });
    }

    test(`axe finds nothing: all folds open, ${colorScheme}`, async ({book, page}) => {
      await book.open(`view=words&q=kadyrov&sel=${ARTICLES[3].id}`);
      await expect(book.reader).toHaveCount(1);
      for (const summary of await page.locator('summary:visible').all()) await summary.click();
      expect(await findings(page)).toEqual([]);
    });

    test(`axe finds nothing: narrow, ${colorScheme}`, async ({book, page}) => {
      await page.setViewportSize({width: 320, height: 640});
      for (const address of [`q=kadyrov&sel=${ARTICLES[3].id}`, COMPARED, `view=figures+layers:figure&sel=${ARTICLES[1].id}!f1`]) {
        await book.open(address);
        expect(await findings(page)).toEqual([]);
      }
    });

    test(`axe finds nothing: about the numbers, ${colorScheme}`, async ({page, baseURL}) => {
      await page.goto(`${baseURL}about.html`);
      expect(await findings(page)).toEqual([]);
    });

    test(`axe finds nothing: the module is missing, ${colorScheme}`, async ({page, baseURL, watch}) => {
      watch.expects(/404|Failed to load resource/);
      await page.route('**/*.wasm', route => route.fulfill({status: 404, body: ''}));
      await page.goto(baseURL);
      await expect(page.getByRole('alert')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    test(`axe finds nothing: without WebAssembly, ${colorScheme}`, async ({page, baseURL}) => {
      await page.addInitScript(() => { delete window.WebAssembly; });
      await page.goto(baseURL);
      await expect(page.getByRole('alert')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });
  });
}

test('contrast is that of the colours shown: dark is dark and light is light', async ({book, page}) => {
  const ground = async () => {
    const colour = await page.evaluate(() => {
      const of = node => getComputedStyle(node).backgroundColor;
      const element = document.querySelector('source-book');
      const frame = element.shadowRoot.querySelector('.frame');
      return [frame, element, document.body, document.documentElement].map(of).find(colour => !/rgba\(0, 0, 0, 0\)|transparent/.test(colour)) ?? 'rgb(255, 255, 255)';
    });
    return colour.match(/\d+(\.\d+)?/g).slice(0, 3).map(Number).reduce((a, b) => a + b) / 3;
  };
  await page.emulateMedia({colorScheme: 'light'});
  await book.open();
  expect(await ground()).toBeGreaterThan(200);
  await page.emulateMedia({colorScheme: 'dark'});
  expect(await ground()).toBeLessThan(60);
});
