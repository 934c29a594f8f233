// The tabs, one a view.

import {html, nothing} from '../vendor/lit.js';

const STEPS = {ArrowRight: 1, ArrowLeft: -1};

/** Arrows choose as they go, since a view is drawn at once. */
export function tabs(page, views) {
  return html`<div class="tabs" role="tablist" aria-label="Views" @keydown=${event => travel(page, views, event)}>
    ${views.map(view => html`<button role="tab" id="tab-${view.view}" data-to=${view.to}
      aria-selected=${view.selected ? 'true' : 'false'} aria-controls=${view.selected ? 'panel' : nothing}
      tabindex=${view.selected ? 0 : -1}>${view.name}${view.count ? html`<span class="count" aria-hidden="true">${view.count}</span>` : nothing}</button>`)}
  </div>`;
}

function travel(page, views, event) {
  const here = views.findIndex(view => view.selected);
  let next = here;
  if (event.key in STEPS) next = (here + STEPS[event.key] + views.length) % views.length;
  else if (event.key === 'Home') next = 0;
  else if (event.key === 'End') next = views.length - 1;
  else return;
  event.preventDefault();
  if (next !== here) page.follow(views[next].to, {focus: `#tab-${views[next].view}`});
}
