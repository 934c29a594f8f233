// The view Articles: the list, best first, with its best sentences.

import {html, nothing, repeat} from '../vendor/lit.js';
import {choices} from '../parts/choices.js';
import {emptyState, showMore, shownOf} from '../parts/empty.js';
import {drawRuns} from '../parts/runs.js';

const number = new Intl.NumberFormat('en');
const times = (count, one, many) => `${number.format(count)} ${count === 1 ? one : many}`;

function articleItem(page, item) {
  return html`<li class="item" data-article=${item.id}>
    <h3 lang=${page.screen.language}><a href=${page.href(item.to)} data-to=${item.to}
      aria-current=${item.open ? 'true' : nothing}>${drawRuns(item.title)}</a></h3>
    <p class="facts"><b>${item.outlet}</b>${item.hits != null
      ? html`<span class="hits">${times(item.hits, 'hit', 'hits')}</span>` : nothing}<span>${times(item.words, 'word', 'words')}</span><span>${item.date.text}${item.date.how
      ? html`<span class="how">, ${item.date.how}</span>` : nothing}</span>${item.beside != null
      ? html`<a href=${page.href(item.beside)} data-to=${item.beside} aria-description=${item.outlet}>Read beside</a>` : nothing}</p>
    ${item.snippets.length ? html`<ul class="snippets" lang=${page.screen.language}>${item.snippets.map(snippet =>
      html`<li><a href=${page.href(snippet.to)} data-to=${snippet.to}>${drawRuns(snippet.runs)}</a></li>`)}</ul>` : nothing}
  </li>`;
}

export function articlesView(page, list) {
  return html`<h2 class="unseen">Articles</h2>
    ${list.empty ? emptyState(page, list.empty) : html`<div class="list-head">${choices(page, 'Sort by', list.sorts)}
      <button class="quiet" aria-label="Download Articles as CSV" @click=${() => page.takeArticles()}>CSV</button></div>
      <ol class="items">${repeat(list.items, item => item.id, item => articleItem(page, item))}</ol>
      ${showMore(page, list.more, shownOf(list.items.length, list.total, 'articles'))}`}`;
}
