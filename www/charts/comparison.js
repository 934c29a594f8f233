// Several words compared: a group of bars an article, per thousand of its words. Each word has colour and pattern.

import {html, svg} from '../vendor/lit.js';
import {travel} from './travel.js';

const HUES = 4;
const PATTERNS = ['solid', 'hatch', 'dots', 'hollow'];

/** Colour and pattern of the n-th word: sixteen differ, and neighbours differ in both. */
function look(at) {
  return {hue: `t${at % HUES}`, pattern: PATTERNS[(at + Math.floor(at / HUES)) % PATTERNS.length]};
}

/** A bar as its outline, with hatch or dots drawn into it: no references by id, so that it can stand anywhere. */
function patterned(at, x, y, width, height) {
  const {hue, pattern} = look(at);
  if (pattern === 'solid') return svg`<rect class=${hue} x=${x} y=${y} width=${width} height=${height}/>`;
  const inside = [];
  if (pattern === 'hatch') {
    for (let from = 0; from + height <= width; from += 5) {
      inside.push(svg`<line class=${hue} x1=${x + from} y1=${y + height} x2=${x + from + height} y2=${y}/>`);
    }
  } else if (pattern === 'dots') {
    for (let from = 4; from < width - 1; from += 6) inside.push(svg`<circle class=${hue} cx=${x + from} cy=${y + height / 2} r="1.2"/>`);
  }
  return svg`<rect class="${hue} hollow" x=${x} y=${y} width=${width} height=${height}/>${inside}`;
}

export function comparisonLegend(terms) {
  return html`<ul class="legend" aria-label="Words compared">${terms.map((term, at) => html`<li>
    <svg width="28" height="12" aria-hidden="true">${patterned(at, 1, 1, 26, 10)}</svg>${term}</li>`)}</ul>`;
}

const perThousand = new Intl.NumberFormat('en', {minimumFractionDigits: 1, maximumFractionDigits: 1});

/**
 * @param {object} model a `Comparison` of the screen
 * @param {number} [options.width=640] of the drawing, in px
 * @param {number} [options.bar=24] height of a bar with its gap, in px
 * @param {number} [options.label=200] width that names take beside the bars, in px; below 3 times that they stand
 *   above them
 */
export function comparisonChart(page, model, {width = 640, bar = 24, label = 200} = {}) {
  const above = width < label * 3;
  const left = above ? 1 : label;
  const head = above ? 20 : 0;
  const step = head + model.terms.length * bar + 10;
  const room = Math.max(20, width - left - 80);
  const most = model.most || 1;
  return svg`<svg viewBox="0 0 ${width} ${model.rows.length * step}" width=${width} height=${model.rows.length * step} role="group"
    aria-labelledby="comparison-title" @keydown=${travel}>${model.rows.map((row, at) => {
      const top = at * step;
      return svg`<g role="group" aria-label="${row.label}, ${row.words} words">
        <svg x="0" y=${top} width=${above ? width : label - 14} height="22"><text class="strong" x="0" y="16">${row.label}</text></svg>
        <line class="rule" x1="0" x2=${width} y1=${top + step - 5} y2=${top + step - 5}/>
        ${row.cells.map((cell, term) => {
          const y = top + head + term * bar;
          const length = cell.perThousand / most * room;
          return svg`<a href=${page.href(cell.to)} data-to=${cell.to} data-row=${at * model.terms.length + term}
            tabindex=${at || term ? -1 : 0} aria-label="${model.terms[term]}: ${cell.count} in ${row.label}, ${perThousand.format(cell.perThousand)} per thousand words">
            <rect class="target" x=${left} y=${y} width=${width - left} height=${bar}/>
            ${cell.count ? patterned(term, left, y + 5, Math.max(2, length), bar - 10) : svg`<line class="base" x1=${left} x2=${left} y1=${y + 5} y2=${y + bar - 5}/>`}
            <text class="soft" x=${left + length + 6} y=${y + bar - 8}>${cell.count ? `${perThousand.format(cell.perThousand)} (${cell.count})` : '0'}</text></a>`;
        })}</g>`;
    })}</svg>`;
}
