// From hit to hit in an opened article, round and round.

import {reveal} from './reveal.js';

function marksOf(article) {
  return [...article.querySelectorAll('mark[data-kind="hit"][tabindex="0"]')];
}

/** The ids of a reader's hits in reading order. */
function idsOf(reader) {
  return reader.blocks.flatMap(block => block.sentences).flatMap(sentence => sentence.runs)
    .flatMap(run => run.marks ?? []).filter(mark => mark.kind === 'hit' && mark.first).map(mark => mark.id);
}

/** Whether `mark` stands behind `place` in the document, for a step forward, or before it. */
function lies(mark, place, direction) {
  const relation = place.compareDocumentPosition(mark);
  if (direction > 0) return Boolean(relation & Node.DOCUMENT_POSITION_FOLLOWING);
  return Boolean(relation & Node.DOCUMENT_POSITION_PRECEDING) && !(relation & Node.DOCUMENT_POSITION_CONTAINS);
}

/** Where in each open article the reader of it is. Not part of the state: it is where the focus was last. */
export class HitTravel {
  #host;
  #places = new Map();

  constructor(host) {
    this.#host = host;
  }

  reset() {
    this.#places.clear();
  }

  /** Which hit, from 1, was visited last; 0 for none. */
  place(reader) {
    const id = this.#places.get(reader.id)?.mark;
    return id ? idsOf(reader).indexOf(id) + 1 : 0;
  }

  /** What is said when the end was passed. */
  note(readerId) {
    return this.#places.get(readerId)?.note ?? '';
  }

  visit(readerId, element) {
    const mark = element.closest('mark[data-kind="hit"]');
    if (!mark || this.#places.get(readerId)?.mark === mark.dataset.id) return;
    this.#places.set(readerId, {mark: mark.dataset.id, note: this.#places.get(readerId)?.note ?? ''});
    this.#host.requestUpdate();
  }

  /** Goes to the next hit (`direction` 1) or the previous one (-1), from where the focus is or was. */
  step(readerId, direction) {
    const article = this.#host.renderRoot.querySelector(`article[data-reader="${CSS.escape(readerId)}"]`);
    const marks = article ? marksOf(article) : [];
    if (!marks.length) return;
    const from = this.#from(article, readerId);
    const ahead = from ? marks.filter(mark => mark !== from && lies(mark, from, direction)) : [];
    const next = (direction > 0 ? ahead[0] : ahead.at(-1)) ?? (direction > 0 ? marks[0] : marks.at(-1));
    const wrapped = Boolean(from) && !ahead.length;
    const note = !wrapped ? '' : direction > 0 ? 'Last hit passed, at the first again' : 'First hit passed, at the last again';
    this.#places.set(readerId, {mark: next.dataset.id, note});
    const fold = next.closest('details');
    if (fold) fold.open = true;
    next.focus({preventScroll: true});
    reveal(next);
    this.#host.requestUpdate();
  }

  #from(article, readerId) {
    const focused = this.#host.renderRoot.activeElement;
    if (focused?.closest('.text') && article.contains(focused)) return focused;
    const id = this.#places.get(readerId)?.mark;
    return (id && article.querySelector(`mark[data-id="${CSS.escape(id)}"][tabindex="0"]`)) || article.querySelector('.sentence.selected');
  }
}
