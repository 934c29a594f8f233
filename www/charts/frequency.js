// Bars of the most frequent words.

import {svg} from '../vendor/lit.js';
import {travel} from './travel.js';

/**
 * @param {object} model a `Frequency` of the screen
 * @param {number} [options.width=640] of the drawing, in px
 * @param {number} [options.row=24] height of a bar with its gap, in px
 * @param {number} [options.label=120] width that the words take, in px
 */
export function frequencyChart(page, model, {width = 640, row = 24, label = 120} = {}) {
  const height = model.bars.length * row + 4;
  const most = Math.max(1, ...model.bars.map(bar => bar.value));
  const room = Math.max(20, width - label - 60);
  return svg`<svg viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-labelledby="frequency-title"
    @keydown=${travel}>${model.bars.map((bar, at) => {
      const y = 2 + at * row;
      const length = Math.max(1, bar.value / most * room);
      return svg`<a href=${page.href(bar.to)} data-to=${bar.to} data-row=${at} tabindex=${at ? -1 : 0} aria-label="${bar.label}: ${bar.text}">
        <title>${bar.text}</title><rect class="target" x="0" y=${y} width=${width} height=${row}/>
        <svg x="0" y=${y} width=${label - 8} height=${row}><text x=${label - 8} y=${row - 7} text-anchor="end">${bar.label}</text></svg>
        <rect class="length" x=${label} y=${y + 5} width=${length} height=${row - 10}/>
        <text class="soft" x=${label + length + 6} y=${y + row - 7}>${bar.value}</text></a>`;
    })}</svg>`;
}
