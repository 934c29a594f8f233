// Nothing to show: why, and what would help.

import {html, nothing} from '../vendor/lit.js';

export function emptyState(page, empty) {
  if (!empty) return nothing;
  return html`<div class="empty"><p>${empty.sentence}</p>
    ${empty.remedies.length ? html`<ul>${empty.remedies.map(remedy =>
      html`<li><a href=${page.href(remedy.to)} data-to=${remedy.to}>${remedy.label}</a></li>`)}</ul>` : nothing}</div>`;
}

const number = new Intl.NumberFormat('en');

/** `(50 of 12,345 hits)` */
export function shownOf(shown, total, noun) {
  return `(${number.format(shown)} of ${number.format(total)} ${noun})`;
}

/** The link that shows more of a list. */
export function showMore(page, to, what) {
  return to ? html`<p class="more"><a class="button" href=${page.href(to)} data-to=${to}>Show more ${what}</a></p>` : nothing;
}
