// What every chart stands in: title, one sentence, the chart, its table, its downloads.

import {html, nothing} from '../vendor/lit.js';
import {dataTable} from './table.js';

/**
 * @param {object} options
 * @param {string} options.name unique on the page: `strip`, `dispersion` …
 * @param {string} options.title
 * @param {string} options.sentence what is to be seen
 * @param {unknown} options.chart the drawing, or what to say while it is loaded
 * @param {object} [options.table] its table, for showing and as CSV
 * @param {unknown} [options.controls] what stands between sentence and chart
 * @param {string} [options.rules] style of its marks, beyond that of all charts
 * @param {unknown} [options.downloads] buttons beside those for CSV and SVG
 * @param {boolean} [options.drawn=true] whether the chart is an SVG that can be downloaded
 */
export function figure(page, {name, title, sentence, chart, table, controls = nothing, after = nothing, rules, downloads = nothing, drawn = true}) {
  const open = page.isUnfolded(name);
  return html`<figure class="figure ${name}" data-figure=${name} aria-labelledby="${name}-title">
    <figcaption><h2 id="${name}-title">${title}</h2><p>${sentence}</p></figcaption>
    ${controls}
    <div class="drawing">${chart}</div>
    ${after}
    ${table ? html`<div class="tools">
      <button class="quiet" aria-label="Download ${title} as CSV" @click=${() => page.take('takeTable', table)}>CSV</button>
      <button class="quiet" aria-label="Download ${title} as JSON" @click=${() => page.take('takeTable', table, 'json')}>JSON</button>
      ${drawn ? html`<button class="quiet" aria-label="Download ${title} as SVG"
        @click=${event => page.take('takeDrawing', event.target.closest('figure'), {title, sentence, rules})}>SVG</button>
      <button class="quiet" aria-label="Download ${title} as PNG"
        @click=${event => page.take('takeDrawing', event.target.closest('figure'), {title, sentence, rules}, 'png')}>PNG</button>` : nothing}${downloads}
      <details .open=${open} @toggle=${event => page.unfold(name, event.target.open)}><summary>Table</summary>
        ${open ? dataTable(page, table) : nothing}</details>
    </div>` : nothing}
  </figure>`;
}
