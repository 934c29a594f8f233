// A page of somebody else with elements in it, under the policy that the design asks of a host.

const POLICY = 'default-src \'none\'; script-src \'self\' \'wasm-unsafe-eval\'; style-src \'self\'; img-src \'self\' data: blob:; connect-src \'self\'';

/** Serves `body` at `host.html` beside the site, with the script that defines the element. */
export async function openHost(page, baseURL, body, {fragment = ''} = {}) {
  await page.addInitScript(() => {
    window.told = [];
    for (const name of ['ready', 'error']) {
      document.addEventListener(name, event => event.detail && window.told.push({name, id: event.target.id, ...event.detail}));
    }
  });
  await page.route('**/host.html', route => route.fulfill({
    contentType: 'text/html; charset=utf-8',
    headers: {'content-security-policy': POLICY},
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
      <script type="module" src="source-book.js"></script><h1>A page of somebody else</h1>${body}</html>`,
  }));
  await page.goto(`${baseURL}host.html${fragment}`);
}

/** What the elements told, in order. */
export const told = page => page.evaluate(() => window.told);
