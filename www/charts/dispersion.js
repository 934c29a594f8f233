// Where in each article the hits stand: one line an article, from its first word to its last, a tick a hit.

import {svg} from '../vendor/lit.js';
import {travel} from './travel.js';

/**
 * @param {object} model a `Dispersion` of the screen
 * @param {number} [options.width=640] of the drawing, in px
 * @param {number} [options.row=32] height of a line with its gap, in px
 * @param {number} [options.label=200] width that names take beside the lines, in px; below 3 times that they
 *   stand above them
 */
export function dispersionChart(page, model, {width = 640, row = 32, label = 200} = {}) {
  const above = width < label * 3;
  const left = above ? 6 : label;
  const step = above ? row + 18 : row;
  const height = model.strips.length * step + 22;
  const length = width - left - 6;
  let first = true;
  return svg`<svg viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-labelledby="dispersion-title"
    @keydown=${travel}>${model.strips.map((strip, at) => {
      const top = at * step + (above ? 18 : 0);
      const middle = top + row / 2;
      const hits = strip.hits ?? strip.ticks.length;
      return svg`<g role="group" aria-label="${strip.label}, ${strip.words} words, ${hits} ${hits === 1 ? 'hit' : 'hits'}">
        <svg x="0" y=${above ? top - 16 : top} width=${above ? width - 80 : label - 14} height=${above ? 22 : row}><text class="strong" x="0" y=${above ? 15 : row / 2 + 4}>${strip.label}</text></svg>
        ${above ? svg`<text class="soft" x=${width - 6} y=${top - 1} text-anchor="end">${strip.words} words</text>` : ''}
        <line class="base" x1=${left} x2=${left + length} y1=${middle} y2=${middle}/>
        ${strip.ticks.map(tick => {
          const x = left + tick.at * length;
          const stop = first ? 0 : -1;
          first = false;
          return svg`<a href=${page.href(tick.to)} data-to=${tick.to} data-row=${at} tabindex=${stop} aria-label=${tick.label}>
            <title>${tick.label}</title><rect class="target" x=${x - 5} y=${top + 2} width="10" height=${row - 4}/>
            <line class="tick" x1=${x} x2=${x} y1=${middle - 9} y2=${middle + 9}/></a>`;
        })}</g>`;
    })}
    <text class="soft" x=${left} y=${height - 5}>first word</text>
    <text class="soft" x=${left + length} y=${height - 5} text-anchor="end">last word</text></svg>`;
}
