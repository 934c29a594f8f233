// The view Places: a map, and a list that does all that the map does.

import {css, html, nothing, repeat, svg, unsafeCSS} from '../vendor/lit.js';
import {MAP_RULES} from '../charts/map.js';
import {mapStage} from '../charts/map-stage.js';
import {toGeoJson} from '../geojson.js';
import {showMore, shownOf} from '../parts/empty.js';
import {figure} from '../parts/figure.js';
import {style as later} from '../style-later.js';

export const style = [later, css`
${unsafeCSS(MAP_RULES)}
source-book-map { display: block; }
source-book-map svg { display: block; width: 100%; height: auto; overflow: hidden; touch-action: pan-y; cursor: grab; user-select: none; }
source-book-map svg :is(a, .cluster) { cursor: pointer; }
source-book-map .cluster:focus { outline: none; }
source-book-map :is(a, .cluster):hover :is(.town, .ring, .country), source-book-map :is(a, .cluster):focus-visible :is(.town, .ring, .country) { stroke: var(--ink); stroke-width: 3; }
source-book-map a:is(:hover, :focus-visible) .flow { stroke: var(--ink); }
source-book-map a:is(:hover, :focus-visible) .point { fill: var(--ink); }
.zoom { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; margin-top: 8px; }
.zoom span { color: var(--muted); font-size: 13px; margin-inline-start: 6px; }
.figure.map .hint { margin-top: 6px; font-size: 13px; max-width: none; }
.places { padding-top: 16px; container-type: inline-size; }
.places h2 { font: 700 17px/1.3 var(--serif); }
.places h2:not(:first-child) { margin-top: 16px; }
.places .bar { display: inline-block; padding: 0; border: 0; background: none; vertical-align: middle; margin-inline-end: 6px; }
.places tr:has([aria-current]) td { background: var(--chosen); }
.places .excluded a { text-decoration: line-through; }
.places [aria-pressed="true"] { background: var(--chosen); outline: 1px solid var(--edge); }
@container (width < 600px) {
  .every tr { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 12px; }
  .every td { display: block; }
  .every td::before { content: none; }
  .every td:nth-child(2) { grid-area: 2 / 1; color: var(--muted); font-size: 13px; }
  .every td:nth-child(3) { grid-area: 1 / 2; text-align: end; }
  .every td:nth-child(4) { grid-area: 3 / 1; color: var(--muted); font-size: 13px; }
  .every td:nth-child(5) { grid-area: 3 / 2; color: var(--muted); font-size: 13px; }
  .every td:nth-child(6) { grid-area: 2 / 2; text-align: end; }
  .every td:is(:nth-child(4), :nth-child(5))::after { content: " " attr(data-column); }
}
@media (forced-colors: active) { source-book-map svg { forced-color-adjust: none; background: #fff; } }
`];

const names = new Intl.DisplayNames('en', {type: 'region', fallback: 'code'});

function countryName(code) {
  try {
    return code && names.of(code);
  } catch {
    return code;
  }
}

const KINDS = {
  country: 'country', area: 'area', region: 'region', town: 'town', unknown: 'in no gazetteer', speaks: 'speaks, as in “Moscow said”',
};

/** What a place is, where, and whether the map has it. */
function kindOf(mark) {
  const country = mark.kind === 'country' ? '' : countryName(mark.country);
  const words = [KINDS[mark.kind], country].filter(Boolean).join(', ');
  return mark.position ? words : `${words}; not on the map`;
}

function placeRow(page, mark, most) {
  const [mentions, figures, articles] = mark.numbers;
  const out = mark.choice === 'excluded';
  return html`<tr class=${out ? 'excluded' : nothing}>
    <td data-column="Place"><a href=${page.href(mark.include)} data-to=${mark.include} aria-current=${mark.choice === 'included' ? 'true' : nothing}
      lang=${page.screen.language}>${mark.label}</a></td>
    <td data-column="Kind">${kindOf(mark)}</td>
    <td class="number" data-column="mentions"><span>${svg`<svg class="bar" width="60" height="10" aria-hidden="true"><rect class="length" x=${60 - 60 * mentions / most}
      width=${60 * mentions / most} height="10"/></svg>`}${mentions}</span></td>
    <td class="number" data-column="figures">${figures}</td>
    <td class="number" data-column="articles">${articles}</td>
    <td data-column="Leave out"><button class="without" data-to=${mark.exclude} aria-pressed=${out ? 'true' : 'false'}
      aria-label="Exclude ${mark.label}" title="Exclude ${mark.label}"><span aria-hidden="true">−</span></button></td></tr>`;
}

function placeList(page, model) {
  const most = Math.max(1, ...model.marks.map(mark => mark.numbers[0]));
  const rows = model.marks.slice(0, model.shown);
  return html`<h2 id="places-title">All places</h2>
    <div class="table-frame" tabindex="0" role="region" aria-label="All places"><table class="data every"><caption class="unseen">All places</caption>
    <thead><tr><th scope="col">Place</th><th scope="col">Kind</th><th scope="col" class="number">mentions</th><th scope="col" class="number">figures</th>
      <th scope="col" class="number">articles</th><th scope="col"><span class="unseen">Leave out</span></th></tr></thead>
    <tbody>${repeat(rows, mark => `${mark.kind} ${mark.label}`, mark => placeRow(page, mark, most))}</tbody></table></div>
    ${showMore(page, model.more, shownOf(rows.length, model.total, 'places'))}`;
}

function flowList(page, model) {
  return html`<h2 id="flows-title">From one place at another</h2>
    <div class="table-frame" tabindex="0" role="region" aria-label="Flows"><table class="data"><caption class="unseen">Flows</caption>
    <thead><tr><th scope="col">From</th><th scope="col">At</th><th scope="col">Figures</th></tr></thead>
    <tbody>${repeat(model.flows, flow => `${flow.from} → ${flow.to}`, flow => html`<tr>
      <td data-column="From"><a href=${page.href(flow.include)} data-to=${flow.include} aria-current=${flow.chosen ? 'true' : nothing}
        aria-label="${flow.from} to ${flow.to}">${flow.from}</a></td>
      <td data-column="At">${flow.to}</td><td data-column="Figures">${flow.text}</td></tr>`)}</tbody></table></div>`;
}

const TERMS = {
  town: ['a town; its area by mentions', svg`<circle class="town" cx="12" cy="7" r="6"/>`],
  region: ['a region: somewhere around here', svg`<circle class="ring" cx="12" cy="7" r="6"/>`],
  area: ['an area over or across countries', svg`<circle class="ring area" cx="12" cy="7" r="6"/>`],
  country: ['a country: all of it, the stronger the more mentions', svg`<rect class="country s3" x="3" y="2" width="18" height="10"/>`],
  several: ['several close together: zoom in', svg`<circle class="town" cx="12" cy="7" r="7"/><text class="number" x="12" y="11">2</text>`],
  flow: ['people of one place at another, the wider the more figures', svg`<path class="flow" stroke-width="2.5" d="M1 7H17"/><path class="point" d="M23 7L14 3V11z"/>`],
};

function legend(model) {
  const marks = form => model.marks.filter(mark => mark.position && mark.kind === form).length;
  const has = form => form === 'flow' ? model.flows.length : form === 'several' ? marks('town') > 1 : marks(form);
  return html`<ul class="legend" aria-label="Marks of the map">${Object.entries(TERMS).filter(([form]) => has(form)).map(([, [term, shape]]) =>
    html`<li><svg width="24" height="14" aria-hidden="true">${shape}</svg>${term}</li>`)}</ul>`;
}

export function placesView(page, model) {
  const download = () => page.take('takeText',
    JSON.stringify(toGeoJson(model, page.screen, page.here), null, 1), `${page.screen.title} places`, 'geojson', 'application/geo+json');
  return html`${figure(page, {
    name: 'map', title: 'Map', sentence: model.sentence, table: model.table, rules: MAP_RULES,
    controls: model.total ? legend(model) : nothing,
    chart: model.total ? mapStage(page, model, {name: 'map'}) : nothing,
    after: model.total ? html`<p class="hint">On a mark, arrow keys go to the next, Enter chooses, + and − zoom, 0 goes back; the wheel zooms with Ctrl.
      Coasts and borders are those of Natural Earth, which draws who governs in fact.</p>` : nothing,
    downloads: html`<button class="quiet" aria-label="Download Map as GeoJSON" @click=${download}>GeoJSON</button>`,
  })}${model.total ? html`<section class="places" aria-label="Places">${placeList(page, model)}${model.flows.length ? flowList(page, model) : nothing}</section>` : nothing}`;
}
