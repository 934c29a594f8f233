// The view Words: what is written how often, in which words around it, and where.

import {html, nothing, repeat} from '../vendor/lit.js';
import {comparisonChart, comparisonLegend} from '../charts/comparison.js';
import {dispersionChart} from '../charts/dispersion.js';
import {frequencyChart} from '../charts/frequency.js';
import {choices} from '../parts/choices.js';
import {emptyState, showMore, shownOf} from '../parts/empty.js';
import {figure} from '../parts/figure.js';

export {style} from '../style-later.js';

function concordanceTable(page, concordance) {
  return html`<table class="concordance" lang=${page.screen.language}><caption class="unseen">Keyword in context</caption>
    <thead class="unseen"><tr><th scope="col">Before</th><th scope="col">Hit</th><th scope="col">After</th><th scope="col">Article</th></tr></thead>
    <tbody>${repeat(concordance.lines, (line, at) => `${line.to} ${at}`, (line, at) => html`<tr>
      <td class="left"><span>${line.left}</span></td>
      <td class="node"><a href=${page.href(line.to)} data-to=${line.to}><mark data-kind="hit" data-id="l${at + 1}">${line.node}</mark></a></td>
      <td class="right"><span>${line.right}</span></td><td class="article">${line.article}</td></tr>`)}</tbody></table>`;
}

function comparison(page, model) {
  return figure(page, {
    name: 'comparison', title: 'Words compared', sentence: model.sentence, table: model.table,
    controls: comparisonLegend(model.terms),
    chart: comparisonChart(page, model, {width: page.width}),
    after: showMore(page, model.more, 'articles'),
  });
}

function dispersion(page, model) {
  return figure(page, {
    name: 'dispersion', title: 'Where the hits stand', sentence: model.sentence, table: model.table,
    chart: dispersionChart(page, model, {width: page.width}),
    after: showMore(page, model.more, 'articles'),
  });
}

function concordance(page, model) {
  return figure(page, {
    name: 'concordance', title: 'Keyword in context', sentence: model.sentence, table: model.table, drawn: false,
    controls: choices(page, 'Sort by', model.sorts),
    chart: concordanceTable(page, model),
    after: showMore(page, model.more, shownOf(model.lines.length, model.total, 'hits')),
  });
}

function frequency(page, model) {
  return figure(page, {
    name: 'frequency', title: 'Most frequent words', sentence: model.sentence, table: model.table,
    controls: choices(page, 'Show', model.stopWords),
    chart: frequencyChart(page, model, {width: page.width}),
    after: showMore(page, model.more, 'words'),
  });
}

export function wordsView(page, words) {
  return html`${words.empty ? emptyState(page, words.empty) : nothing}
    ${words.comparison ? comparison(page, words.comparison) : nothing}
    ${words.dispersion ? dispersion(page, words.dispersion) : nothing}
    ${words.concordance ? concordance(page, words.concordance) : nothing}
    ${words.comparison ? nothing : html`<p class="hint">To compare words, search for a list with commas: <code>UN, ONU, "United Nations"</code></p>`}
    ${words.frequency ? frequency(page, words.frequency) : nothing}`;
}
