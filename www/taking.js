// What is taken away from the page: tables and charts as files, a fact as a citation or an annotation, and links to it.

import {FORMS, textFragment} from './citation.js';
import {download, toCsv, toJson, toPng, toSvg} from './export.js';
import {html, nothing} from './vendor/lit.js';

/** From what a file is: the corpus, and what was searched for and filtered. */
function originOf({screen: {title: corpus, edition, state, filters}, here}) {
  return {corpus, edition, address: here, filters: [...(state.query ? [`search: ${state.query}`] : []), ...filters.map(({label}) => label)]};
}

/** Offers a table of the screen as a file. @param {'csv' | 'json'} [form] */
export function takeTable(page, table, form = 'csv') {
  if (form === 'json') download(toJson(table, originOf(page)), table.caption, 'json', 'application/json');
  else download(toCsv(table, originOf(page)), table.caption, 'csv', 'text/csv');
}

/** Offers a chart, as it is drawn in its figure, as a file. @param {'svg' | 'png'} [form] */
export async function takeDrawing(page, figure, {title, sentence, rules}, form = 'svg') {
  const {title: corpus, edition} = page.screen;
  const legends = [...figure.querySelectorAll('.legend li')].map(item => ({swatch: item.querySelector('svg'), term: item.textContent.trim()}));
  const sources = [`${corpus}. Sourcebook, edition ${edition.slice(0, 12)}`, page.here];
  const svg = toSvg(figure.querySelector('.drawing svg'), {title, sentence, legends, rules, sources});
  if (form === 'png') download(await toPng(svg), `${corpus} ${title}`, 'png', 'image/png');
  else download(svg, `${corpus} ${title}`, 'svg', 'image/svg+xml');
}

/** Offers a text that a view has made as a file. */
export function takeText(page, ...file) {
  download(...file);
}

/** The selected fact of a reader, as citations take it: the chain of its sources ends before the article's own outlet. */
function factOf(page, {id, title, outlet, url, issued: [earliest, latest], card}) {
  const chain = card.rows.filter(row => row.chain).flatMap(row => row.values.map(value => value.text));
  return {
    article: id, title, outlet, url: /^https?:/i.test(url ?? '') ? url : null, issued: {earliest, latest}, card,
    sources: chain.slice(0, -1).filter(name => name !== 'the article itself'), edition: page.screen.edition, link: page.here,
  };
}

/** What can be taken away of the selected fact of a reader. */
export function takingView(page, reader) {
  const fact = factOf(page, reader);
  const words = textFragment(fact);
  return html`<p>${Object.entries(FORMS).map(([name, [make, ending, type]]) => html`<button class="quiet" aria-label="Download as ${name}"
      @click=${() => download(make(fact), `${reader.outlet} ${reader.card.words.slice(0, 40)}`, ending, type)}>${name}</button> `)}</p>
    <p><a href=${page.href(page.screen.address)}>Link to it here</a>${words
      ? html` · <a href=${words} rel="noopener noreferrer">Link to the words at ${reader.outlet}</a>` : nothing}</p>`;
}
