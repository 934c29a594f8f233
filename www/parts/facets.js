// Fields whose values can be chosen or left out.

import {html, repeat} from '../vendor/lit.js';

const times = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function facetValue(value, noun) {
  return html`<li class=${value.choice}>
    <button class="only" data-to=${value.include} aria-pressed=${value.choice === 'included' ? 'true' : 'false'}
      aria-label="Include ${value.label}">${value.label}</button>
    <span class="count" title=${times(value.count, noun)}>${value.count}</span>
    <button class="without" data-to=${value.exclude} aria-pressed=${value.choice === 'excluded' ? 'true' : 'false'}
      aria-label="Exclude ${value.label}" title="Exclude ${value.label}"><span aria-hidden="true">−</span></button></li>`;
}

/** Folded on narrow screens, beside the list on wide ones; the button that unfolds them is only there on narrow ones. */
export function facets(page, screen) {
  const open = page.isUnfolded('facets');
  return html`<section class="facets" aria-label="Filters">
    <button class="unfold" aria-expanded=${open ? 'true' : 'false'} aria-controls="facet-lists"
      @click=${() => page.unfold('facets', !open)}>Filters</button>
    <div id="facet-lists" class=${open ? 'open' : 'folded'}>${screen.facets.filter(facet => facet.values.length).map(facet => html`
      <div role="group" aria-labelledby="facet-${facet.field}"><h2 id="facet-${facet.field}">${facet.label}</h2>
        <ul>${repeat(facet.values, value => value.label, value => facetValue(value, facet.noun))}</ul></div>`)}</div></section>`;
}
