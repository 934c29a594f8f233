// Bars of what is counted, in one or two series.

import {nothing, svg} from '../vendor/lit.js';
import {travel} from './travel.js';

/**
 * @param {object} model a `Panel` of the screen, of form `bars`
 * @param {string} options.name of the figure that it stands in
 * @param {number} [options.width=640] of the drawing, in px
 * @param {number} [options.row=26] height of a bar with its gap, in px
 */
export function barsChart(page, model, {name, width = 640, row = 26} = {}) {
  // Where there is little room, names stand above their bars.
  const above = width < 520;
  const label = above ? 0 : Math.min(260, width * .4);
  const step = above ? row + 18 : row;
  const most = Math.max(1, ...model.marks.map(mark => mark.numbers.reduce((sum, number) => sum + number, 0)));
  const room = Math.max(20, width - label - 64);
  const height = model.marks.length * step + 4;
  return svg`<svg viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-labelledby="${name}-title"
    @keydown=${travel}>${model.marks.map((mark, at) => {
      const y = 2 + at * step;
      const bar = y + (above ? 18 : 0);
      let x = label;
      return svg`<a href=${page.href(mark.to)} data-to=${mark.to} data-row=${at} tabindex=${at ? -1 : 0} aria-current=${mark.chosen ? 'true' : nothing}
        aria-label="${mark.label}: ${mark.text}"><title>${[mark.label, mark.note].filter(Boolean).join(', ')}: ${mark.text}</title>
        <rect class="target" x="0" y=${y} width=${width} height=${step}/>
        <svg x="0" y=${y} width=${above ? width : label - 10} height=${row}><text class=${mark.chosen ? 'strong' : nothing} x=${above ? 0 : label - 10} y=${row - (above ? 11 : 8)} text-anchor=${above ? 'start' : 'end'}>${mark.label}</text></svg>
        ${mark.numbers.map((number, series) => {
          const length = number / most * room;
          const from = x;
          x += length;
          return number ? svg`<rect class=${series ? 'length hollow' : 'length'} x=${from + (series ? .75 : 0)} y=${bar + 6} width=${Math.max(1, length - (series ? 1.5 : 0))} height=${row - 12}/>` : nothing;
        })}
        <text class="soft" x=${x + 6} y=${bar + row - 8}>${mark.numbers.filter(Boolean).join(' + ')}</text></a>`;
    })}</svg>`;
}
