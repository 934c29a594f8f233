// Articles that hold markup, scripts and worse: all of it is shown as text, nothing of it runs.

import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {serve} from './program.js';
import {Book, expect, test as base} from './test.js';

const SCRIPT = '<script>window.pwned=1</script>';
const IMAGE = '<img src=x onerror="window.pwned=2">';
const LINK = 'javascript:window.pwned=3';
const OVERRIDE = 'User \u202Egnp.exe\u202C and \u2066isolate\u2069 and \uFEFFmark';
const LONG = 'w'.repeat(100_000);

const FILES = {
  'script.txt': `${SCRIPT} in a title\n\nThe words ${SCRIPT} and ${IMAGE} and ${LINK} are text.\n\n</p></article></source-book>${SCRIPT}<!-- --!> ]]> <svg onload=window.pwned=4>\n`,
  '<img src=x onerror=window.pwned=5>.txt': 'A file with a name\n\nThe name of this file is markup.\n',
  '"onmouseover="window.pwned=6" x=".txt': 'A file with quotation marks\n\nThe name of this file breaks out of attributes.\n',
  'override.txt': `${OVERRIDE}\n\nBefore ${OVERRIDE} behind. שלום עולם and مرحبا.\n`,
  'long.txt': `A word of a hundred thousand letters\n\nBefore ${LONG} behind.\n\n${'e' + '\u0301'.repeat(5_000)} combined\n`,
  'template.txt': 'Templates\n\n${window.pwned=7} {{constructor.constructor("window.pwned=8")()}} <!--?lit$123456789$--> lit$ %s %n \\u003cscript\\u003e &lt;script&gt; &amp;\n',
  'data.txt': `An address\n\ndata:text/html,${SCRIPT} and vbscript:x and https://example.org/"onclick="window.pwned=9\n`,
  'sourcebook.toml': `title = "${SCRIPT.replaceAll('"', '\\"')} corpus"

[[article]]
file = "script.txt"
outlet = "<b onmouseover=window.pwned=10>Outlet</b>"
url = "${LINK}"
published = "2020-01-02"

[[article]]
file = "data.txt"
outlet = "Data \\u202E outlet"
url = "data:text/html,${SCRIPT}"
`,
};

const test = base.extend({
  hostile: [async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'sourcebook-hostile-'));
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
    const server = await serve(folder);
    await use(server.url);
    await server.end();
    await rm(folder, {recursive: true, force: true});
  }, {scope: 'worker'}],
  watched: [async ({hostile, watch, page}, use) => {
    watch.origins.add(new URL(hostile).origin);
    const dialogs = [];
    page.on('dialog', dialog => {
      dialogs.push(dialog.message());
      dialog.dismiss();
    });
    await use();
    expect(dialogs).toEqual([]);
  }, {auto: true}],
});

/** Nothing ran, and nothing stands in the page that could. */
async function expectHarmless(page) {
  const found = await page.evaluate(() => {
    const root = document.querySelector('source-book').shadowRoot;
    const all = [...document.querySelectorAll('body *'), ...(root?.querySelectorAll('*') ?? [])];
    return {
      pwned: window.pwned ?? null,
      elements: all.filter(node => ['script', 'img', 'iframe', 'object', 'embed', 'base', 'form:not(.search)'].includes(node.localName)).map(node => node.outerHTML.slice(0, 100)),
      handlers: all.flatMap(node => [...node.attributes]).filter(({name}) => /^on/i.test(name)).map(({name, value}) => `${name}=${value}`),
      links: all.filter(node => node.hasAttribute('href')).map(node => node.getAttribute('href')).filter(href => !/^(#|https?:\/\/|about\.html$)/.test(href)),
    };
  });
  expect(found).toEqual({pwned: null, elements: [], handlers: [], links: []});
}

test.describe('articles that hold markup and scripts', () => {
  test('are listed and shown as text, and nothing runs', async ({page, hostile}) => {
    test.setTimeout(60_000);
    const book = new Book(page, hostile);
    await book.open();
    await expect(book.status).toContainText('7 of 7 articles');
    await expect(page.getByRole('heading', {level: 1})).toContainText(SCRIPT);
    await expectHarmless(page);
    const ids = await book.list.evaluateAll(items => items.map(item => item.dataset.article));
    expect(ids.length).toBe(7);
    for (const id of ids) {
      await page.evaluate(select => document.querySelector('source-book').setAttribute('select', select), id.includes(' ') || id.includes('"') ? `"${id.replaceAll('"', '""')}"` : id);
      await expect(book.reader, id).toHaveAttribute('data-reader', id);
      await expectHarmless(page);
    }
  });

  test('are searched, counted and drawn as text', async ({page, hostile}) => {
    const book = new Book(page, hostile);
    for (const address of ['q=script', 'q=%3Cscript%3E', 'view=words', 'view=words&q=pwned', 'view=words&q=script%2C+%3Cimg%3E', 'f=outlet:%22%3Cb+onmouseover%3Dwindow.pwned%3D10%3EOutlet%3C%2Fb%3E%22',
      'q=%22%3Cimg+src%3Dx+onerror%3Dalert(1)%3E%22', 'sel=%3Cimg+src%3Dx+onerror%3Dwindow.pwned%3D1%3E', 'view=%3Cimg+src%3Dx+onerror%3Dwindow.pwned%3D1%3E']) {
      await book.open(address);
      for (const summary of await page.locator('figure summary:visible').all()) await summary.click();
      await expectHarmless(page);
    }
  });

  test('their text is what the files say, character for character', async ({page, hostile}) => {
    const book = new Book(page, hostile);
    await book.open('sel=script');
    const text = await book.reader.locator('.text').evaluate(node => {
      const copy = node.cloneNode(true);
      for (const own of copy.querySelectorAll('.anchor, summary')) own.remove();
      return copy.textContent.replace(/\s+/g, '');
    });
    expect(text).toBe(FILES['script.txt'].replace(/\s+/g, ''));
  });

  test('no address but of the web becomes a link', async ({page, hostile}) => {
    const book = new Book(page, hostile);
    for (const id of ['script', 'data']) {
      await book.open(`sel=${id}`);
      await expect(book.reader).toHaveCount(1);
      await expect(book.reader.locator('.facts a')).toHaveCount(0);
    }
  });

  test('a word of 100,000 letters neither hangs the page nor widens it', async ({page, hostile}) => {
    const book = new Book(page, hostile);
    await page.setViewportSize({width: 320, height: 640});
    await book.open('sel=long');
    await expect(book.reader).toContainText('Before');
    expect(await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth)).toBeLessThanOrEqual(0);
    await book.ask('before', /^2 of 7 articles/);
    await book.open('view=words&q=behind');
    expect(await page.evaluate(() => document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth)).toBeLessThanOrEqual(0);
  });

  test('an override of direction ends where its line ends', async ({page, hostile}) => {
    const book = new Book(page, hostile);
    await book.open();
    const item = book.list.filter({hasText: 'isolate'});
    await expect(item).toHaveCount(1);
    const direction = await item.locator('.facts').evaluate(node => getComputedStyle(node).direction);
    expect(direction).toBe('ltr');
  });

  test('a query of markup is text in every notice', async ({page, hostile}) => {
    const book = new Book(page, hostile);
    await book.open();
    for (const query of [IMAGE, SCRIPT, '"<svg onload=window.pwned=1>', 'date:<img>', 'in:<b>x</b>', '('.repeat(2_000), '"'.repeat(999), '\u0000\u202E\uD800', '-'.repeat(500), 'NEAR/99999999999 x', '~*~*~*', `${LONG}~`]) {
      await book.ask(query);
      await expect(book.status).toHaveText(/ of 7 articles/);
      await expectHarmless(page);
    }
  });

  test('without JavaScript they are text, too', async ({another, hostile}) => {
    const page = await another({javaScriptEnabled: false});
    await page.goto(hostile);
    await expect(page.locator('source-book article')).toHaveCount(7);
    await expect(page.locator('source-book')).toContainText(SCRIPT);
    expect(await page.locator('source-book :is(img, script, svg, b)').count()).toBe(0);
    for (const href of await page.locator('a').evaluateAll(links => links.map(link => link.getAttribute('href')))) expect(href).toMatch(/^https?:\/\/|^#|^about\.html$/);
  });
});
