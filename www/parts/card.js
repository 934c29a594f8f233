// The card of a selected fact: all that is known of it.

import {html, nothing} from '../vendor/lit.js';

const REGIONS = new Intl.DisplayNames(['en'], {type: 'region'});

/** The name of a country by its code; what is no code stays as it is. */
function country(code) {
  try {
    return REGIONS.of(code);
  } catch {
    return code;
  }
}

function cardValue(page, row, value, focus) {
  const text = row.term === 'Country' ? country(value.text) : value.text;
  if (value.to != null) return html`<a href=${page.href(value.to)} data-to=${value.to} data-focus=${focus}>${text}</a>`;
  return value.worked ? html`<span class="worked">${text}</span>` : html`<span>${text}</span>`;
}

/** Where a mistake is told, with the address of what is shown; none where whoever publishes this has given no address. */
function reportLink(page, card) {
  if (!/^(mailto:|https:)/.test(page.report)) return nothing;
  const about = `A mistake in “${page.screen.title}”`;
  const what = `${card.noun}: ${card.words}\n${page.here}\n`;
  const to = `${page.report}${page.report.includes('?') ? '&' : '?'}${page.report.startsWith('mailto:') ? 'subject' : 'title'}=${
    encodeURIComponent(about)}&body=${encodeURIComponent(what)}`;
  return html`<p><a href=${to} rel="noopener noreferrer">Tell of a mistake</a></p>`;
}

/** What can be taken away of a fact, fetched when it is unfolded. */
function taking(page, reader) {
  const open = page.isUnfolded('take');
  return html`<details class="take" .open=${open} @toggle=${event => page.unfold('take', event.target.open)}><summary>Cite, link</summary>
    ${open ? page.later('taking', module => module.takingView(page, reader)) : nothing}</details>`;
}

/** The card of a reader. Closing it, and following it to another fact, puts the focus on the mark. */
export function factCard(page, reader) {
  const {id, card} = reader;
  const article = `article[data-reader="${CSS.escape(id)}"]`;
  return html`<div class="card" role="group" aria-label="${card.noun}, what is known" data-card=${card.id} lang="en">
    <header><h3>${card.noun}</h3><button class="quiet" data-to=${card.close} aria-label="Close ${card.noun}"
      data-focus=${`${article} mark[data-id="${card.id}"][tabindex]`}><span aria-hidden="true">Close ✕</span></button></header>
    <blockquote lang=${page.screen.language}>${card.words}</blockquote>
    <dl>${card.rows.map(row => html`<div class=${row.chain ? 'chain' : nothing}><dt>${row.term}</dt>
      <dd>${row.values.map(value => cardValue(page, row, value, `${article} mark[aria-expanded="true"]`))}</dd></div>`)}</dl>
    ${card.rows.some(row => row.values.some(value => value.worked))
      ? html`<p class="how">In italics: worked out by this tool, not printed in the article.</p>` : nothing}
    ${taking(page, reader)}${reportLink(page, card)}</div>`;
}
