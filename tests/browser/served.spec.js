// What is served: only files of its own, nothing inline, the policy sent and written.

import {expect, test} from './test.js';

const POLICY = 'default-src \'none\'; script-src \'self\' \'wasm-unsafe-eval\'; style-src \'self\'; img-src \'self\' data: blob:; connect-src \'self\'; worker-src \'self\'; manifest-src \'self\'; frame-src \'self\'; base-uri \'none\'; form-action \'none\'';

test('the policy of the design is sent and written in the page, word for word', async ({request, page, baseURL}) => {
  const response = await request.get(baseURL);
  expect(response.headers()['content-security-policy']).toBe(POLICY);
  await page.goto(baseURL);
  expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')).toBe(POLICY);
});

test('no HTML that is served has a style or a script inline, nor a handler', async ({request, baseURL}) => {
  for (const path of ['', 'examples/plain.html']) {
    const html = await (await request.get(baseURL + path)).text();
    // Articles are text: what looks like markup in them is written with entities.
    expect(html, path).not.toMatch(/<style[\s>]/i);
    expect(html, path).not.toMatch(/<[a-z][^<>]*\sstyle\s*=/i);
    expect(html, path).not.toMatch(/<[a-z][^<>]*\son[a-z]+\s*=/i);
    for (const [, attributes, content] of html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)) {
      expect(attributes, path).toMatch(/\ssrc=/);
      expect(content.trim(), path).toBe('');
    }
    expect(html, path).not.toMatch(/(?:src|href|action)\s*=\s*["']?\s*javascript:/i);
  }
});

test('nothing in the page\'s own HTML or in the element\'s markup has a style attribute of its own making', async ({request, baseURL}) => {
  const html = await (await request.get(baseURL)).text();
  expect(html.match(/\sstyle="/g)).toBeNull();
});

test('the first view asks for nothing but files of the site, and every one is there', async ({book, page}) => {
  const answers = [];
  page.on('response', response => answers.push([response.status(), new URL(response.url()).pathname]));
  await book.open();
  await page.waitForLoadState('networkidle');
  expect(answers.filter(([status]) => status >= 400)).toEqual([]);
  expect(answers.length).toBeGreaterThan(3);
});

test('the module and the engine\'s later part come once, as WebAssembly, compressed, and the second time not at all', async ({book, page}) => {
  const modules = [];
  page.on('response', response => response.url().endsWith('.wasm') && modules.push(response));
  await book.open();
  await page.waitForLoadState('networkidle');
  expect(modules.map(module => module.url().split('/').pop())).toEqual(['sourcebook.wasm', 'views.wasm']);
  for (const module of modules) {
    const headers = await module.allHeaders();
    expect(headers['content-type']).toBe('application/wasm');
    expect(headers.etag).toBeTruthy();
    expect(headers['content-encoding']).toMatch(/^(br|gzip)$/);
  }
});

test('what is pinned is what is served', async ({request, page, baseURL}) => {
  await page.goto(baseURL);
  const [src, integrity] = await page.locator('source-book').evaluate(node => [node.getAttribute('src'), node.getAttribute('integrity')]);
  const bytes = await (await request.get(new URL(src, baseURL).href)).body();
  const {createHash} = await import('node:crypto');
  expect(integrity).toBe(`sha256-${createHash('sha256').update(bytes).digest('base64')}`);
});

test('a path outside the site is not served', async ({request, baseURL}) => {
  for (const path of ['../Cargo.toml', '%2e%2e/Cargo.toml', '..%2fCargo.toml', 'no-such-file', '.git/config']) {
    expect((await request.get(baseURL + path)).status(), path).toBeGreaterThanOrEqual(400);
  }
});
