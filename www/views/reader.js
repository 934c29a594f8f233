// The reader: one article, or two side by side, with hits and facts marked and a link to every sentence.

import {html, nothing, repeat} from '../vendor/lit.js';
import {factCard} from '../parts/card.js';
import {drawRuns, wordsOfCutMarks} from '../parts/runs.js';

export {HitTravel} from '../hit-travel.js';

/** The address if it is one of the web, else none: an article's own data never becomes another kind of link. */
function webAddress(url) {
  try {
    return ['http:', 'https:'].includes(new URL(url).protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

const idOf = (place, sentence) => `r${place}-${sentence.id}`;

/** @param {string} [describedBy] the id of the sentence, for a link that stands outside it */
function sentenceLink(page, sentence, describedBy) {
  return html`<a class="anchor" href=${page.href(sentence.to)} data-to=${sentence.to} aria-label="Link to this sentence"
    aria-describedby=${describedBy ?? nothing} aria-current=${sentence.selected ? 'true' : nothing}>§</a>`;
}

/** Draws the marks of a reader's facts. Of a mark in pieces the first is the stop of the tab key, with the name of the whole. */
function factMarks(reader) {
  const facts = new Map(reader.facts.map(fact => [fact.id, fact]));
  return (mark, inner) => {
    const {to, label} = facts.get(mark.id) ?? {};
    const selected = reader.selected === mark.id;
    return html`<mark data-kind=${mark.kind} data-id=${mark.id} data-to=${to ?? nothing} class=${selected ? 'selected' : nothing}
      role=${mark.first ? 'link' : nothing} tabindex=${mark.first ? 0 : nothing} aria-label=${mark.first ? label : nothing}
      aria-expanded=${mark.first ? String(selected) : nothing}>${inner}</mark>`;
  };
}

/**
 * @param {object} drawing how runs are drawn, as {@link drawRuns} takes it
 * @param {object} [link] what stands behind the words, still within the sentence
 */
function readerSentence(sentence, place, drawing, link = nothing) {
  return html`${sentence.gap}<span class=${sentence.selected ? 'sentence selected' : 'sentence'} id=${idOf(place, sentence)}
    data-sentence=${sentence.id} tabindex="-1">${drawRuns(sentence.runs, drawing)}${link}</span>`;
}

const wordsOf = block => block.sentences.map(sentence => sentence.gap + sentence.runs.map(run => run.text).join('')).join('').trim();

/** The block that prints the reader's title, if one does: it becomes the heading. */
function titleBlock(reader) {
  return reader.blocks.find(block => block.heading ?? (block.kind === 'title' && wordsOf(block) === reader.title.trim()));
}

const drawingOf = (reader, sentences) => ({stops: true, cut: wordsOfCutMarks(sentences), fact: factMarks(reader)});

/** The block in which the selected fact begins: its card stands behind it. */
function blockOfCard(reader) {
  const has = run => (run.marks ?? []).some(mark => mark.id === reader.card?.id);
  return reader.card && reader.blocks.find(block => block.sentences.some(sentence => sentence.runs.some(has)));
}

function layers(reader) {
  if (!reader.layers.length) return nothing;
  return html`<div class="layers" role="group" aria-label="Marks"><span aria-hidden="true">Mark</span>${reader.layers.map(layer => html`
    <button data-to=${layer.to} data-layer=${layer.kind} aria-pressed=${String(layer.on)}>${layer.label}<span class="count"
      aria-hidden="true">${layer.count}</span></button>`)}</div>`;
}

/** A mark is no link to the browser: the key that follows one has to be told. */
function onKey(event) {
  if (event.key !== 'Enter' || !event.target.matches('mark[data-to]')) return;
  event.preventDefault();
  event.target.click();
}

/** The title. The links to its sentences stand behind it: the heading's name, and the article's, is the title alone. */
function heading(page, reader, place, sentences = []) {
  const drawing = drawingOf(reader, sentences);
  return html`<div class="title"><h2 id="r${place}-title" tabindex="-1">${sentences.length
    ? sentences.map(sentence => readerSentence(sentence, place, drawing)) : reader.title}</h2>${sentences.map(sentence =>
    sentenceLink(page, sentence, idOf(place, sentence)))}</div>`;
}

function readerBlock(page, reader, place, block, title) {
  if (block === title) return heading(page, reader, place, block.sentences);
  const drawing = drawingOf(reader, block.sentences);
  return html`<p class=${block.kind}>${block.sentences.map(sentence => readerSentence(sentence, place, drawing, sentenceLink(page, sentence)))}</p>`;
}

/** Blocks in order, with neighbours that the site left folded into one. */
function folded(blocks) {
  const groups = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (block.kind === 'boilerplate' && last?.leftover) last.blocks.push(block);
    else groups.push({leftover: block.kind === 'boilerplate', blocks: [block]});
  }
  return groups;
}

function leftover(page, reader, place, blocks) {
  const selected = blocks.some(block => block.sentences.some(sentence => sentence.selected));
  return html`<details class="leftover" ?open=${selected}><summary>Left over from the site</summary>
    ${blocks.map(block => readerBlock(page, reader, place, block))}</details>`;
}

function hitTravel(page, reader) {
  if (!reader.hits) return nothing;
  const here = page.hits.place(reader);
  return html`<span class="position">${here ? `${here} of ${reader.hits}` : `${reader.hits} ${reader.hits === 1 ? 'hit' : 'hits'}`}</span>
    <button class="quiet" aria-label="Previous hit" aria-keyshortcuts="p" @click=${() => page.hits.step(reader.id, -1)}><span aria-hidden="true">↑</span></button>
    <button class="quiet" aria-label="Next hit" aria-keyshortcuts="n" @click=${() => page.hits.step(reader.id, 1)}><span aria-hidden="true">↓</span></button>
    <span class="unseen" aria-live="polite">${page.hits.note(reader.id)}</span>`;
}

function readerArticle(page, reader, place) {
  const url = webAddress(reader.url);
  const title = titleBlock(reader);
  const marked = blockOfCard(reader);
  const card = block => block === marked && reader.card ? factCard(page, reader) : nothing;
  return html`<article class="reader" data-reader=${reader.id} aria-labelledby="r${place}-title"
    @focusin=${event => page.hits.visit(reader.id, event.target)}>
    <div class="reader-bar">${hitTravel(page, reader)}
      <button class="quiet close" data-to=${reader.close} aria-label="Close ${reader.title}"><span aria-hidden="true">Close ✕</span></button></div>
    <p class="facts"><b>${reader.outlet}</b><span>${reader.date.text}${reader.date.how
      ? html`<span class="how">, ${reader.date.how}</span>` : nothing}</span>
      ${url ? html`<a href=${url} rel="noopener noreferrer">Read it at ${reader.outlet}</a>` : nothing}</p>
    ${layers(reader)}
    <div class="text" lang=${page.screen.language} @keydown=${onKey}>
      ${title ? nothing : heading(page, reader, place)}
      ${folded(reader.blocks).map(group => html`${group.leftover ? leftover(page, reader, place, group.blocks)
        : readerBlock(page, reader, place, group.blocks[0], title)}${group.blocks.map(card)}`)}</div>
  </article>`;
}

export function readerView(page, readers) {
  return html`${repeat(readers, reader => reader.id, (reader, place) => readerArticle(page, reader, place))}`;
}
