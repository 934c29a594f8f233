// A table of the screen: what every chart has beside it.

import {html, nothing} from '../vendor/lit.js';

/** On narrow screens each row becomes a card; so each cell also carries the name of its column. */
export function dataTable(page, table) {
  return html`<div class="table-frame" tabindex="0" role="region" aria-label=${table.caption}><table class="data">
    <caption>${table.caption}</caption>
    <thead><tr>${table.columns.map(column => html`<th scope="col" class=${column.numeric ? 'number' : nothing}>${column.label}</th>`)}</tr></thead>
    <tbody>${table.rows.map(row => html`<tr>${row.map((cell, at) => html`<td class=${table.columns[at]?.numeric ? 'number' : nothing}
      data-column=${table.columns[at]?.label ?? ''}>${cell.to
        ? html`<a href=${page.href(cell.to)} data-to=${cell.to}>${cell.text}</a>` : cell.text}</td>`)}</tr>`)}</tbody></table></div>`;
}
