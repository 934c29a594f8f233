// What is said while there is no explorer: it is being loaded, or it could not be.

import {html, nothing} from '../vendor/lit.js';

const kilobytes = new Intl.NumberFormat('en', {maximumFractionDigits: 0});

const PLAIN = {
  missing: 'There is no module where this page looks for it.',
  network: 'The module could not be fetched.',
  integrity: 'The module is not the one that this page was made with, so it was not used.',
  unsupported: 'This browser cannot run WebAssembly here.',
  foreign: 'The file that this page points to is no module of Sourcebook.',
  version: 'The module and this page are of different versions.',
  truncated: 'The module is cut short.',
  damaged: 'The module is damaged.',
};

/** @param {{bytes: number}|null} waiting none within the first second */
export function loadingMessage(waiting) {
  return html`<div class="message" aria-live="polite">${waiting ? html`<p>Search and charts are being loaded${waiting.bytes
    ? ` (${kilobytes.format(waiting.bytes / 1024)} KB so far)` : ''} …</p><progress aria-label="Loading"></progress>` : nothing}</div>`;
}

export function failureMessage(page, failure, hasFallback) {
  return html`<div class="message failed" role="alert"><p><b>Search and charts are not available.</b> ${PLAIN[failure.code] ?? ''}
    ${hasFallback ? 'The articles can be read below.' : ''}</p>
    <p class="detail">${failure.message}</p><button class="button" @click=${page.retry}>Try again</button></div>`;
}
