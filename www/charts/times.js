// Spans of days on one axis: a dot is a day, a bar a span, an arrow an open end.

import {nothing, svg} from '../vendor/lit.js';
import {scaleOf} from './strip.js';
import {travel} from './travel.js';

function spanOf(mark, place, y) {
  const [from, to] = [place(mark.numbers[0]), place(mark.numbers[1])];
  if (mark.note) {
    const open = mark.note === 'since' ? to : from;
    const point = mark.note === 'since' ? 5 : -5;
    return svg`<rect class="dot out" x=${from} y=${y - 3.5} width=${Math.max(4, to - from)} height="7"/>
      <path class="dot" d="M${open} ${y - 5}l${point} 5l${-point} 5z"/>`;
  }
  return to - from < 9 ? svg`<circle class="dot" cx=${(from + to) / 2} cy=${y} r="4.5"/>`
    : svg`<rect class="dot" x=${from} y=${y - 3.5} width=${to - from} height="7" rx="1"/>`;
}

/**
 * @param {object} model a `Panel` of the screen, of form `times`
 * @param {string} options.name of the figure that it stands in
 * @param {number} [options.width=640] of the drawing, in px
 * @param {number} [options.row=24] height of a line, in px
 */
export function timesChart(page, model, {name, width = 640, row = 24} = {}) {
  const label = width < 520 ? 0 : 190;
  const place = scaleOf(model.domain, width - label);
  const top = 22;
  const height = top + model.marks.length * row + 4;
  let last = -Infinity;
  const ticks = model.ticks.map(tick => {
    const x = label + place(tick.at);
    const room = x - last > 44 && x < width - 14;
    if (room) last = x;
    return svg`<line class="rule" x1=${x} x2=${x} y1=${top - 4} y2=${height}/>${room ? svg`<text class="soft" x=${x} y="12" text-anchor="middle">${tick.label}</text>` : nothing}`;
  });
  return svg`<svg viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-labelledby="${name}-title" @keydown=${travel}>
    ${ticks}${model.marks.map((mark, at) => {
      const y = top + at * row + row / 2;
      return svg`<a href=${page.href(mark.to)} data-to=${mark.to} data-row=${at} tabindex=${at ? -1 : 0} aria-current=${mark.chosen ? 'true' : nothing} aria-label="${mark.label}: ${mark.text}">
        <title>${mark.label}: ${mark.text}</title><rect class="target" x="0" y=${y - row / 2} width=${width} height=${row}/>
        ${label ? svg`<svg x="0" y=${y - row / 2} width=${label - 6} height=${row}><text class=${mark.chosen ? 'strong' : nothing} x=${label - 10} y=${row - 8} text-anchor="end">${mark.label}</text></svg>` : nothing}
        ${spanOf(mark, day => label + place(day), y)}</a>`;
    })}</svg>`;
}
