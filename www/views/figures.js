// The view Figures: the ledger, every number with all that its article says of it.

import {html, nothing, repeat} from '../vendor/lit.js';
import {choices} from '../parts/choices.js';
import {emptyState, showMore, shownOf} from '../parts/empty.js';

export {style} from '../style-later.js';

const SIGNS = {ascending: '\u25b2', descending: '\u25bc', none: ''};
/** What a row is that is no figure of an article. */
const KINDS = {computed: ', worked out', unknown: ''};

function ledgerRow(page, ledger, row) {
  return html`<tr class=${row.kind}>${row.cells.map((text, at) => html`<td data-column=${ledger.columns[at].label}>${at
    ? text : html`<a href=${page.href(row.to)} data-to=${row.to} aria-current=${row.selected ? 'true' : nothing}>${text}<span
      class="unseen">${KINDS[row.kind] ?? ''}</span></a>`}</td>`)}</tr>`;
}

/** On narrow screens the rows become cards, and the orders stand above them. */
export function figuresView(page, ledger) {
  const orders = ledger.columns.map(({label, sorted, to}) => ({label: `${label}${SIGNS[sorted] && ` ${SIGNS[sorted]}`}`, selected: sorted !== 'none', to}));
  return html`<section class="ledger" aria-labelledby="ledger-title">
    <header><h2 id="ledger-title">Figures</h2>${ledger.total ? html`<button class="quiet" aria-label="Download Figures as CSV"
      @click=${() => page.downloadFigures()}>CSV</button><p>${ledger.sentence}</p>` : nothing}</header>
    ${ledger.empty ? emptyState(page, ledger.empty) : html`${choices(page, 'Sort by', orders)}
      <div class="table-frame" tabindex="0" role="region" aria-label="Ledger"><table class="data"><caption class="unseen">Figures</caption>
      <thead><tr>${ledger.columns.map(column => html`<th scope="col" aria-sort=${column.sorted}><button data-to=${column.to}>${column.label}
        <span aria-hidden="true">${SIGNS[column.sorted]}</span></button></th>`)}</tr></thead>
      <tbody lang=${page.screen.language}>${repeat(ledger.rows, row => `${row.kind} ${row.to}`, row => ledgerRow(page, ledger, row))}</tbody></table></div>
      ${showMore(page, ledger.more, shownOf(ledger.rows.length, ledger.total, 'rows'))}`}</section>`;
}
