// How often two stand together: a disc where row and column meet, its area by how often.

import {nothing, svg} from '../vendor/lit.js';
import {travel} from './travel.js';

/**
 * @param {object} model a `Panel` of the screen, of form `matrix`
 * @param {string} options.name of the figure that it stands in
 * @param {number} [options.width=640] of the drawing, in px
 */
export function matrixChart(page, model, {name, width = 640} = {}) {
  const label = Math.min(200, width * .38);
  const cell = Math.min(34, (width - label) / Math.max(1, model.series.length));
  const top = 110;
  const height = top + model.marks.length * cell + 2;
  const most = Math.max(1, ...model.marks.flatMap(mark => mark.numbers));
  return svg`<svg viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-labelledby="${name}-title" @keydown=${travel}>
    ${model.series.map((text, at) => svg`<svg x="0" y="0" width=${width} height=${top - 4}><text class="soft" transform="translate(${label + at * cell + cell / 2 + 4} ${top - 8}) rotate(-55)">${text}</text></svg>`)}
    ${model.marks.map((mark, row) => {
      const y = top + row * cell;
      return svg`<a href=${page.href(mark.to)} data-to=${mark.to} data-row=${row} tabindex=${row ? -1 : 0} aria-current=${mark.chosen ? 'true' : nothing}
        aria-label="${mark.label}: ${model.series.map((other, at) => mark.numbers[at] ? `${mark.numbers[at]} with ${other}` : '').filter(Boolean).join(', ') || 'with none of these'}">
        <rect class="target" x="0" y=${y} width=${width} height=${cell}/>
        <svg x="0" y=${y} width=${label - 8} height=${cell}><text class=${mark.chosen ? 'strong' : nothing} x=${label - 8} y=${cell / 2 + 5} text-anchor="end">${mark.label}</text></svg>
        <line class="rule" x1=${label} x2=${label + model.series.length * cell} y1=${y + cell / 2} y2=${y + cell / 2}/>
        ${mark.numbers.map((number, at) => number ? svg`<circle class="dot" cx=${label + at * cell + cell / 2} cy=${y + cell / 2} r=${Math.max(2, Math.sqrt(number / most) * cell * .42)}><title>${mark.label} and ${model.series[at]}: ${number}</title></circle>` : nothing)}</a>`;
    })}</svg>`;
}
