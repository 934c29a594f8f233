// What every test of the page has: a watch over its manners, and hands to use it with.
//
// The watch holds for EVERY test: no request to another origin, nothing that violates the page's policy, no
// error that nobody caught, no error in the console but those that a test says it expects.

import {expect, test as base} from '@playwright/test';

export {expect};

class Watch {
  constructor(origin) {
    this.origins = new Set([origin]);
    this.requests = [];
    this.errors = [];
    this.expected = [];
  }

  async follow(context) {
    context.on('request', request => this.requests.push(request.url()));
    context.on('weberror', error => this.errors.push(`uncaught: ${error.error()?.stack ?? error.error()}`));
    context.on('console', message => {
      if (message.type() === 'error') this.errors.push(`console: ${message.text()} (${message.location().url})`);
    });
    await context.addInitScript(() => document.addEventListener('securitypolicyviolation', event =>
      console.error(`policy violated: ${event.violatedDirective} by ${event.blockedURI} ${event.sample}`)));
  }

  /** Says that errors like this one belong to what is tested. */
  expects(...patterns) {
    this.expected.push(...patterns);
  }

  strangers() {
    return this.requests.filter(url => {
      const {protocol, origin} = new URL(url);
      return !['data:', 'blob:', 'about:'].includes(protocol) && !this.origins.has(origin);
    });
  }

  verify() {
    expect.soft(this.strangers(), 'requests that leave the page\'s origin').toEqual([]);
    const unexpected = this.errors.filter(error => !this.expected.some(pattern => pattern.test(error)));
    expect.soft(unexpected, 'errors and violations').toEqual([]);
  }
}

/** The page as somebody uses it, by the roles and names that assistive technology relies on. */
export class Book {
  constructor(page, url) {
    this.page = page;
    this.url = url;
    this.search = page.getByRole('searchbox', {name: 'Search'});
    this.status = page.getByRole('status');
    this.list = page.locator('ol.items > li');
    this.reader = page.getByRole('article');
  }

  async open(address = '') {
    // Until nothing more is loaded: what the first view does not need comes after the status.
    await this.page.goto(this.url + (address ? `#${address}` : ''), {waitUntil: 'networkidle'});
    await expect(this.status).toHaveText(/ of \d+ articles/);
  }

  /** Types as a person does, one key after the other. */
  async type(query) {
    await this.search.fill('');
    await this.search.pressSequentially(query);
  }

  async ask(query, status) {
    await this.search.fill(query);
    if (typeof status === 'string') await expect(this.status).toContainText(status);
    else if (status) await expect(this.status).toHaveText(status);
  }

  tab(name) {
    return this.page.getByRole('tab', {name});
  }

  /** A chart with its sentence, table and downloads. */
  figure(name) {
    return this.page.getByRole('figure', {name});
  }

  /** What stands behind `#`, decoded by the rules of a form. */
  fragment() {
    const hash = new URL(this.page.url()).hash.slice(1);
    return new URLSearchParams(hash);
  }

  attributes(element = this.page.locator('source-book').first()) {
    return element.evaluate(node => Object.fromEntries(
      ['query', 'filter', 'view', 'select'].map(name => [name, node.getAttribute(name) ?? ''])));
  }

  /** All that the element shows, as text. */
  text() {
    return this.page.locator('source-book').first().evaluate(node => node.shadowRoot.textContent.replace(/\s+/g, ' ').trim());
  }
}

export const test = base.extend({
  baseURL: async ({}, use) => use(process.env.SOURCEBOOK_URL),

  watch: [async ({context, baseURL}, use) => {
    const watch = new Watch(new URL(baseURL).origin);
    await watch.follow(context);
    await use(watch);
    watch.verify();
  }, {auto: true}],

  book: async ({page, baseURL}, use) => use(new Book(page, baseURL)),

  /** Another window of another browser profile, watched like the first. */
  another: async ({browser, watch}, use) => {
    const contexts = [];
    await use(async (options = {}) => {
      const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options});
      contexts.push(context);
      await watch.follow(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});
