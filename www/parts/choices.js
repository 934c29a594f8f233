// A choice among several, as links of which one is the present.

import {html, nothing} from '../vendor/lit.js';

/** @param {string} name what is chosen: `Sort by` */
export function choices(page, name, list) {
  if (!list?.length) return nothing;
  return html`<div class="choices" role="group" aria-label=${name}><span aria-hidden="true">${name}</span>
    ${list.map(choice => html`<a href=${page.href(choice.to)} data-to=${choice.to}
      aria-current=${choice.selected ? 'true' : nothing}>${choice.label}</a>`)}</div>`;
}
