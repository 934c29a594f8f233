// Widths, zoom, print, keyboard, motion, forced colours.

import {ARTICLES} from './seeds.js';
import {expect, test} from './test.js';

const COMPARED = 'view=words&q=ISIS%2C+ISIL%2C+Daesh%2C+%22Islamic+State%22';
const STATES = {
  articles: 'q=kadyrov', reader: `q=kadyrov&sel=${ARTICLES[3].id}`, readers: `q=isis&sel=${ARTICLES[0].id}&sel=${ARTICLES[1].id}`,
  words: 'view=words&q=kadyrov', comparison: COMPARED, empty: 'q=daesh+-kadyrov', faulty: 'q=kadyrov+date:2016-13-45',
  figures: 'view=figures&f=question:fighters-joined', sources: 'view=sources', timeline: 'view=timeline', names: 'view=names',
};

const overflow = page => page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth);

for (const [width, deviceScaleFactor] of [[320, 1], [360, 3], [640, 2], [768, 1], [1280, 1]]) {
  test.describe(`${width} px, ${deviceScaleFactor} device pixels each`, () => {
    test.use({viewport: {width, height: 800}, deviceScaleFactor});

    for (const [name, address] of Object.entries(STATES)) {
      test(`nothing has to be scrolled sideways at ${width} px: ${name}`, async ({book, page}) => {
        await book.open(address);
        await page.waitForLoadState('networkidle');
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        for (const summary of await page.locator('figure summary:visible').all()) await summary.click();
        expect(await overflow(page), 'with tables open').toBeLessThanOrEqual(0);
      });
    }

    test(`all that is there can be reached at ${width} px`, async ({book, page}) => {
      await book.open('q=kadyrov');
      const unfold = page.getByRole('button', {name: 'Filters', exact: true});
      if (await unfold.isVisible()) {
        await unfold.click();
        await expect(unfold).toHaveAttribute('aria-expanded', 'true');
      }
      await expect(page.getByRole('button', {name: 'Include castwb.com'})).toBeVisible();
      await expect(book.search).toBeInViewport();
      await book.list.first().getByRole('heading').getByRole('link').click();
      await expect(book.reader.getByRole('heading').first()).toBeInViewport();
      await page.getByRole('button', {name: 'Next hit'}).click();
      await expect(book.reader.locator('mark').first()).toBeInViewport();
      await book.reader.getByRole('button', {name: /^Close /}).click();
      await expect(book.reader).toHaveCount(0);
    });

    test(`text is not under other text at ${width} px`, async ({book, page}) => {
      await book.open(COMPARED);
      const clashes = await page.evaluate(() => {
        const root = document.querySelector('source-book').shadowRoot;
        const found = [];
        for (const svg of root.querySelectorAll('figure .drawing > svg')) {
          const boxes = [...svg.querySelectorAll('text')].filter(node => node.textContent.trim()).map(node => [node.textContent.trim(), node.getBoundingClientRect()]);
          boxes.forEach(([a, one], at) => boxes.slice(at + 1).forEach(([b, other]) => {
            const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
            const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
            if (across > 2 && down > 4) found.push(`${a} / ${b}`);
          }));
        }
        return found;
      });
      expect(clashes).toEqual([]);
    });
  });
}

test('text at twice its size still fits', async ({book, page}) => {
  await page.setViewportSize({width: 640, height: 800});
  await book.open(STATES.reader);
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
  expect(await overflow(page)).toBeLessThanOrEqual(0);
});

test('printed: the articles\' text and no controls', async ({book, page}) => {
  await book.open(`q=kadyrov&sel=${ARTICLES[3].id}`);
  await expect(book.reader).toHaveCount(1);
  await page.emulateMedia({media: 'print'});
  await expect(book.reader.getByRole('heading').first()).toBeVisible();
  await expect(book.reader.locator('.sentence').first()).toBeVisible();
  await expect(book.search).toBeHidden();
  await expect(page.locator('button:visible')).toHaveCount(0);
  const pdf = await page.pdf({format: 'A4'});
  expect(pdf.length).toBeGreaterThan(10_000);
});

test('printed from a dark screen, it is dark ink on light paper', async ({book, page}) => {
  await page.emulateMedia({colorScheme: 'dark'});
  await book.open(`sel=${ARTICLES[1].id}`);
  await expect(book.reader).toHaveCount(1);
  await page.emulateMedia({media: 'print', colorScheme: 'dark'});
  const ink = await book.reader.locator('.sentence').first().evaluate(node => getComputedStyle(node).color);
  const lightness = ink.match(/\d+(\.\d+)?/g).slice(0, 3).map(Number).reduce((a, b) => a + b) / 3;
  expect(lightness).toBeLessThan(100);
});

test.describe('keyboard alone', () => {
  /** The element that has the focus, inside shadow roots. */
  const focused = page => page.evaluateHandle(() => {
    let node = document.activeElement;
    while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
    return node;
  });

  async function tabTo(page, wanted, most = 80) {
    for (let stop = 0; stop < most; stop += 1) {
      await page.keyboard.press('Tab');
      const name = await (await focused(page)).evaluate(node => node.getAttribute?.('aria-label') ?? node.textContent.trim());
      if (wanted.test(name)) return name;
    }
    throw new Error(`expected ${wanted} within ${most} stops of the tab key, but did not find it`);
  }

  test('from search to list to reader to the next hit and back', async ({book, page}) => {
    await book.open();
    await page.keyboard.press('/');
    await expect(book.search).toBeFocused();
    await page.keyboard.type('kadyrov');
    await expect(book.status).toContainText('3 of 5 articles, 12 hits');
    await tabTo(page, /^The Lost Children of ISIS$/);
    await page.keyboard.press('Enter');
    await expect(book.reader).toHaveCount(1);
    expect(await (await focused(page)).evaluate(node => Boolean(node.closest('article')))).toBe(true);
    await page.keyboard.press('n');
    await expect(book.reader.locator('mark').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(book.reader).toHaveCount(0);
    expect(await (await focused(page)).evaluate(node => node.textContent.trim())).toBe('The Lost Children of ISIS');
  });

  test('tabs by arrows, Home and End', async ({book, page}) => {
    await book.open();
    await book.tab('Articles').focus();
    await page.keyboard.press('ArrowLeft');
    await expect(book.tab('Words')).toBeFocused();
    await expect(book.tab('Words')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('ArrowRight');
    await expect(book.tab('Articles')).toBeFocused();
    await page.keyboard.press('Home');
    await expect(book.tab('Figures')).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('End');
    await expect(book.tab('Articles')).toHaveAttribute('aria-selected', 'true');
    expect(await page.getByRole('tab').evaluateAll(nodes => nodes.filter(node => node.tabIndex === 0).length)).toBe(1);
    const panel = page.getByRole('tabpanel', {name: 'Articles'});
    await expect(panel).toHaveCount(1);
  });

  for (const [name, address] of [['articles', `q=kadyrov&sel=${ARTICLES[3].id}`], ['words', COMPARED]]) {
    test(`every stop can be seen to have the focus, and there is no trap: ${name}`, async ({book, page}) => {
      await book.open(address);
      await page.waitForLoadState('networkidle');
      await page.evaluate(() => { document.activeElement.blur(); document.querySelector('source-book').shadowRoot.activeElement?.blur(); });
      // What is drawn with the focus has to differ from what is drawn without it.
      const looks = node => [node, ...node.querySelectorAll('*')].slice(0, 20).map(part => {
        const style = getComputedStyle(part);
        return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.stroke, style.strokeWidth, style.fill].join();
      }).join(';');
      const seen = [];
      let before = null;
      let left = false;
      for (let stop = 0; stop < 200 && !left; stop += 1) {
        await page.keyboard.press('Tab');
        if (before) before.state.ringed = before.look !== await before.node.evaluate(looks);
        const node = await focused(page);
        const state = await node.evaluate(node => {
          if (node === document.body || node === document.documentElement) return null;
          const box = node.getBoundingClientRect();
          return {name: `${node.localName} ${node.getAttribute('aria-label') ?? node.textContent.trim().slice(0, 40)}`, size: Math.max(box.width, box.height)};
        });
        left = !state;
        if (left) break;
        seen.push(state);
        before = {node, state, look: await node.evaluate(looks)};
      }
      expect(left, 'the focus leaves the page at last').toBe(true);
      expect(seen.length).toBeGreaterThan(10);
      expect(seen.filter(({ringed}) => !ringed).map(({name}) => name)).toEqual([]);
      expect(seen.filter(({size}) => size < 8).map(({name}) => name)).toEqual([]);
    });
  }

  test('single keys can be switched off', async ({book, page}) => {
    await book.open();
    await page.getByText('Keys', {exact: true}).click();
    await page.getByRole('checkbox', {name: /single keys/i}).uncheck();
    await page.locator('body').click({position: {x: 2, y: 2}});
    await page.keyboard.press('/');
    await expect(book.search).not.toBeFocused();
  });
});

test('with reduced motion nothing moves', async ({book, page}) => {
  await page.emulateMedia({reducedMotion: 'reduce'});
  await book.open(`q=kadyrov&sel=${ARTICLES[3].id}`);
  await page.getByRole('button', {name: 'Next hit'}).click();
  const moving = await page.evaluate(() => {
    const root = document.querySelector('source-book').shadowRoot;
    const seconds = text => Math.max(...text.split(',').map(parseFloat));
    return [...root.querySelectorAll('*')].filter(node => {
      const style = getComputedStyle(node);
      return seconds(style.transitionDuration) > 0.01 || (style.animationName !== 'none' && seconds(style.animationDuration) > 0.01) || style.scrollBehavior === 'smooth';
    }).map(node => node.outerHTML.slice(0, 80));
  });
  expect(moving).toEqual([]);
});

test('with forced colours hits and marks are still told from the rest', async ({book, page}) => {
  await page.emulateMedia({forcedColors: 'active'});
  await book.open(`q=kadyrov&sel=${ARTICLES[3].id}`);
  const [mark, text] = await Promise.all(['mark', '.sentence'].map(selector => book.reader.locator(selector).first().evaluate(node => {
    const style = getComputedStyle(node);
    return [style.backgroundColor, style.color, style.textDecorationLine, style.borderBottomStyle, style.outlineStyle].join();
  })));
  expect(mark).not.toBe(text);
  await book.open('view=words&q=kadyrov');
  const tick = await book.figure('Where the hits stand').locator('line.tick').first().evaluate(node => getComputedStyle(node).stroke);
  expect(tick).not.toMatch(/none|rgba\(0, 0, 0, 0\)/);
});

test('where it is wide, list and reader stand side by side; where narrow, one below the other', async ({book, page}) => {
  await book.open(`q=kadyrov&sel=${ARTICLES[3].id}`);
  const boxes = async () => [await book.list.first().boundingBox(), await book.reader.boundingBox()];
  let [list, reader] = await boxes();
  expect(list.x + list.width).toBeLessThanOrEqual(reader.x + 1);
  await page.setViewportSize({width: 360, height: 800});
  [list, reader] = await boxes();
  expect(Math.abs(list.x - reader.x)).toBeLessThan(60);
});

test('every tab stands whole beside the others, however narrow the page', async ({book, page}) => {
  for (const width of [320, 360, 768]) {
    await page.setViewportSize({width, height: 640});
    await book.open('view=figures');
    const boxes = await page.getByRole('tab').evaluateAll(tabs => tabs.map(tab => {
      const {left, right, top, bottom} = tab.getBoundingClientRect();
      return {left, right, top, bottom, fits: tab.scrollWidth <= tab.clientWidth};
    }));
    expect(boxes.length).toBe(7);
    for (const [at, box] of boxes.entries()) {
      expect(box.fits && box.left >= 0 && box.right <= width, `tab ${at} at ${width}`).toBe(true);
      const crossed = boxes.slice(at + 1).filter(other => other.left < box.right && box.left < other.right && other.top < box.bottom && box.top < other.bottom);
      expect(crossed.length, `tab ${at} at ${width}`).toBe(0);
    }
  }
});

test('by keyboard the filters can be skipped, from every view', async ({book, page}) => {
  for (const view of ['figures', 'sources', 'articles']) {
    await book.open(`view=${view}`);
    await page.getByRole('tab', {selected: true}).focus();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('button', {name: 'Skip filters'});
    await expect(skip).toBeFocused();
    expect((await skip.boundingBox()).height).toBeGreaterThan(20);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    const inside = await page.locator('source-book').evaluate(element => Boolean(element.shadowRoot.activeElement?.closest('#panel')));
    expect(inside, view).toBe(true);
  }
});
