// The search box, and what in the query could not be read.

import {html, nothing} from '../vendor/lit.js';

function faults(query) {
  const problems = query.runs.filter(run => run.problem);
  if (!problems.length) return nothing;
  return html`<div class="fault" id="query-problem">
    <p class="query">${query.runs.map(run => run.problem ? html`<b>${run.text}</b>` : run.text)}</p>
    <ul>${problems.map(run => html`<li>${run.problem}</li>`)}</ul></div>`;
}

/** The value of the field is set by the element, which knows whether somebody is typing in it. */
export function searchBox(page, query) {
  const faulty = query.runs.some(run => run.problem);
  return html`<form class="search" role="search" aria-label="Articles" @submit=${event => event.preventDefault()}>
    <input type="search" aria-label="Search" placeholder="Search" autocomplete="off" autocapitalize="off" spellcheck="false"
      enterkeyhint="search" aria-keyshortcuts=${page.shortcuts ? '/' : nothing}
      aria-describedby=${faulty ? 'query-problem' : nothing} aria-invalid=${faulty ? 'true' : nothing}
      @input=${event => page.type(event.target.value)}
      @keydown=${event => onKey(page, event)}
      @blur=${() => page.endSession()}>
    <kbd aria-hidden="true">/</kbd>
    ${faults(query)}</form>`;
}

function onKey(page, event) {
  if (event.key === 'Enter') page.endSession();
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.stopPropagation();
  const input = event.target;
  if (!input.value) return input.blur();
  input.value = '';
  page.type('');
}
