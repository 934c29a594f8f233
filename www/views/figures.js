// The view Figures: the questions with their accounts, and the ledger, every number with all that its article says of it.

import {html, nothing, repeat} from '../vendor/lit.js';
import {questionSign, questionsChart, questionsLegend} from '../charts/questions.js';
import {choices} from '../parts/choices.js';
import {emptyState, showMore, shownOf} from '../parts/empty.js';
import {figure} from '../parts/figure.js';
import {drawRuns} from '../parts/runs.js';

export {style} from '../style-later.js';

const SIGNS = {ascending: '\u25b2', descending: '\u25bc', none: ''};
/** What a row is that is no figure of an article. */
const KINDS = {computed: ', worked out', unknown: ''};

function ledgerRow(page, ledger, row) {
  return html`<tr class=${row.kind}>${row.cells.map((text, at) => html`<td data-column=${ledger.columns[at].label}>${at
    ? text : html`<a href=${page.href(row.to)} data-to=${row.to} aria-current=${row.selected ? 'true' : nothing}>${text}<span
      class="unseen">${KINDS[row.kind] ?? ''}</span></a>`}</td>`)}</tr>`;
}

/** From this width on what there is to say of a question stands beside all of them; below, the chart is of it alone. */
const BESIDE = 860;

const link = (page, to, text) => html`<a href=${page.href(to)} data-to=${to}>${text}</a>`;

function account(page, told, mark) {
  return html`<li aria-current=${mark?.selected ? 'true' : nothing}>
    <a class="said" href=${page.href(told.to)} data-to=${told.to} lang=${page.screen.language}>${drawRuns(told.runs)}</a>
    <p>${mark ? questionSign(mark) : nothing}${told.chain.map((name, at) => html`${at ? ' → ' : nothing}${at ? name : html`<b>${name}</b>`}`)}</p>
    <p>${told.scope}</p></li>`;
}

function relation(page, {marks, words}, known) {
  const [a, b] = marks.map(id => known.get(id));
  const said = words.replaceAll(/`([^`]*)`/g, '“$1”');
  const named = mark => html`${link(page, mark.to, mark.words)} <span>${mark.source}, ${mark.outlet}</span>`;
  return html`<li>${a && b ? html`<p>${named(a)} and ${named(b)}</p>` : nothing}${said}.</li>`;
}

/** What there is to say of the chosen question. */
function explained(page, told, row) {
  const known = new Map(row.marks.map(mark => [mark.id, mark]));
  const relations = list => html`<ul>${list.map(one => relation(page, one, known))}</ul>`;
  const differ = told.relations.filter(one => one.relation === 'differ');
  const others = told.relations.filter(one => one.relation !== 'differ');
  return html`<section class="explained" aria-labelledby="explained-title">
    <header><h3 id="explained-title">${told.title}</h3><button class="quiet" data-to=${told.close} aria-label="Close ${told.title}"
      data-focus="[data-question='${told.id}']"><span aria-hidden="true">Close ✕</span></button></header>
    <div class="related"><p>${told.sentence}</p>${differ.length ? relations(differ) : nothing}
      ${others.length ? html`<details><summary>Pairs that do not differ: ${others.length}</summary>${relations(others)}</details>` : nothing}
      ${told.leftOut ? html`<p>${told.leftOut} more pairs are not listed.</p>` : nothing}</div>
    <ol>${told.accounts.map(one => account(page, one, known.get(one.mark)))}</ol>
    ${row.figures > told.accounts.length ? html`<p>${row.figures - told.accounts.length} more figures stand in the ledger.</p>` : nothing}
    ${told.sums.length ? html`<h4>Wholes and parts</h4><ul>${told.sums.map(sum => html`<li>${link(page, sum.to, sum.words)}</li>`)}</ul>` : nothing}
    ${told.passages.length ? html`<h4>The same words in two articles</h4><ul>${told.passages.map(passage => html`<li>
      <q lang=${page.screen.language}>${passage.words}</q> ${passage.sentence}
      ${link(page, passage.to[0], 'In the first')}, ${link(page, passage.to[1], 'in the second')}</li>`)}</ul>` : nothing}</section>`;
}

function questions(page, model, empty) {
  if (!model) return nothing;
  if (!model.total) return empty ? nothing : html`<p class="hint">No figure that is left answers a question.</p>`;
  const told = model.rows.some(one => one.chosen) ? page.explained() : null;
  if (told === 'failed') return html`<p class="empty">What there is to say of this question could not be fetched. Check the connection, then load the page again.</p>`;
  const chosen = told ?? null;
  const row = chosen && model.rows.find(one => one.id === chosen.id);
  const beside = page.width >= BESIDE;
  const alone = row && !beside;
  const drawn = alone ? {axes: [chosen.axis], rows: [{...row, axis: 0}]} : model;
  const width = row && beside ? page.width - Math.floor(page.width * .36) - 32 : page.width;
  return html`<div class=${row && beside ? 'questions-beside' : nothing}>${figure(page, {
    name: 'questions', title: 'Each question, every account', sentence: model.sentence, table: model.table,
    controls: questionsLegend(drawn.rows),
    chart: questionsChart(page, drawn, {width}),
    after: alone ? html`<p class="more"><button class="button" data-to=${chosen.close} data-focus="[data-question='${row.id}']">All questions (${model.total})</button></p>`
      : showMore(page, model.more, shownOf(model.rows.length, model.total, 'questions')),
  })}${row ? explained(page, chosen, row) : nothing}</div>`;
}

/** On narrow screens the rows become cards, and the orders stand above them. */
export function figuresView(page, ledger) {
  const orders = ledger.columns.map(({label, sorted, to}) => ({label: `${label}${SIGNS[sorted] && ` ${SIGNS[sorted]}`}`, selected: sorted !== 'none', to}));
  return html`${questions(page, page.screen.questions, ledger.empty)}<section class="ledger" aria-labelledby="ledger-title">
    <header><h2 id="ledger-title">Figures</h2>${ledger.total ? html`<button class="quiet" aria-label="Download Figures as CSV"
      @click=${() => page.takeFigures()}>CSV</button><p>${ledger.sentence}</p>` : nothing}</header>
    ${ledger.empty ? emptyState(page, ledger.empty) : html`${choices(page, 'Sort by', orders)}
      <div class="table-frame" tabindex="0" role="region" aria-label="Ledger"><table class="data"><caption class="unseen">Figures</caption>
      <thead><tr>${ledger.columns.map(column => html`<th scope="col" aria-sort=${column.sorted}><button data-to=${column.to}>${column.label}
        <span aria-hidden="true">${SIGNS[column.sorted]}</span></button></th>`)}</tr></thead>
      <tbody lang=${page.screen.language}>${repeat(ledger.rows, row => `${row.kind} ${row.to}`, row => ledgerRow(page, ledger, row))}</tbody></table></div>
      ${showMore(page, ledger.more, shownOf(ledger.rows.length, ledger.total, 'rows'))}`}</section>`;
}
