// The active filters, and the status that says what they leave.

import {html, nothing, repeat} from '../vendor/lit.js';

export function chips(page, screen) {
  return html`<div class="bar">
    ${screen.filters.length ? html`<ul class="chips" aria-label="Active filters">
      ${repeat(screen.filters, chip => chip.label, chip => html`<li><button class="chip" data-to=${chip.to}
        aria-label="Remove filter ${chip.label}">${chip.label} <span aria-hidden="true">✕</span></button></li>`)}
      ${screen.clear != null ? html`<li><button class="quiet" data-to=${screen.clear}>Remove all filters</button></li>` : nothing}</ul>` : nothing}
    <p role="status">${screen.status}</p></div>
  ${screen.notices.length ? html`<ul class="notices" aria-label="Notices">${screen.notices.map(notice => html`<li>${notice}</li>`)}</ul>` : nothing}`;
}
