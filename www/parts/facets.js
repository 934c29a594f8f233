// Fields whose values can be chosen or left out.

import {html, nothing, repeat} from '../vendor/lit.js';

const times = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

function facetValue(value, noun) {
  return html`<li class=${value.choice}>
    <button class="only" data-to=${value.include} aria-pressed=${value.choice === 'included' ? 'true' : 'false'}
      aria-label="Include ${value.label}">${value.label}</button>
    <span class="count" title=${times(value.count, noun)}>${value.count}</span>
    <button class="without" data-to=${value.exclude} aria-pressed=${value.choice === 'excluded' ? 'true' : 'false'}
      aria-label="Exclude ${value.label}" title="Exclude ${value.label}"><span aria-hidden="true">−</span></button></li>`;
}

/** So many values of a field are listed, and those that are chosen; all of them when somebody asks: each is two stops of the tab key. */
const MOST = 50;

function facetOf(page, facet) {
  const name = `facet-${facet.field}`;
  const all = page.isUnfolded(name);
  const values = all ? facet.values : facet.values.filter((value, at) => at < MOST || value.choice !== 'none');
  return html`<div role="group" aria-labelledby=${name}><h2 id=${name}>${facet.label}</h2>
    <ul>${repeat(values, value => value.label, value => facetValue(value, facet.noun))}</ul>
    ${facet.values.length > MOST ? html`<button class="quiet" aria-expanded=${String(all)} @click=${() => page.unfold(name, !all)}
      aria-label="${facet.label}: ${all ? 'fewer' : `all ${facet.values.length}`}">${all ? 'Fewer' : `All ${facet.values.length}`}</button>` : nothing}</div>`;
}

/** Folded on narrow screens, beside the list on wide ones; the button that unfolds them is only there on narrow ones. */
export function facets(page, screen) {
  const open = page.isUnfolded('facets');
  return html`<section class="facets" aria-label="Filters">
    <button class="unfold" aria-expanded=${open ? 'true' : 'false'} aria-controls="facet-lists"
      @click=${() => page.unfold('facets', !open)}>Filters</button>
    <div id="facet-lists" class=${open ? 'open' : 'folded'}>${screen.facets.filter(facet => facet.values.length).map(facet => facetOf(page, facet))}</div></section>`;
}
