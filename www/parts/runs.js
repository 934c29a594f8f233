// Runs of text with their marks: text in, <mark>s out.

import {html, nothing} from '../vendor/lit.js';

/**
 * The whole words of each mark that is cut into several pieces, by id, over all of `sentences`: a mark may run from
 * one into the next.
 */
export function wordsOfCutMarks(sentences) {
  const pieces = new Map();
  for (const {gap, runs} of sentences) {
    const before = new Set(pieces.keys());
    const here = new Set();
    for (const {text, marks = []} of runs) {
      for (const {id} of marks) {
        const space = before.has(id) && !here.has(id) ? gap : '';
        here.add(id);
        pieces.set(id, [...(pieces.get(id) ?? []), space + text]);
      }
    }
  }
  return new Map([...pieces].filter(([, texts]) => texts.length > 1).map(([id, texts]) => [id, texts.join('')]));
}

/**
 * Draws runs. A mark that is cut has the same id on each piece; only its first piece is a stop of the tab key, and
 * that piece is described by the whole.
 * @param {boolean} [options.stops=false] whether marks are stops of the tab key; never inside a link
 * @param {Map} [options.cut] as {@link wordsOfCutMarks} finds it; else of these runs alone
 * @param {(mark: object, inner: unknown) => unknown} [options.fact] draws the marks that are no hits
 */
export function drawRuns(runs, {stops = false, cut = wordsOfCutMarks([{gap: '', runs}]), fact} = {}) {
  return runs.map(run => (run.marks ?? []).reduceRight(
    (inner, mark) => mark.kind !== 'hit' && fact ? fact(mark, inner) : html`<mark data-kind=${mark.kind} data-id=${mark.id}
      tabindex=${stops && mark.first ? 0 : nothing}
      aria-description=${stops && mark.first && cut.has(mark.id) ? cut.get(mark.id) : nothing}>${inner}</mark>`,
    run.text));
}
