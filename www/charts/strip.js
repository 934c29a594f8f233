// The dates of publication: a dot is a day, a bar a span of days, a hatched band over the whole axis no date at
// all. On it a period is chosen by pointer, or by the two handles and the keys.

import {nothing, svg} from '../vendor/lit.js';
import {dragPeriod, handleKeys, dayText} from './period.js';
import {travel} from './travel.js';

const PAD = 16;
const LANE = 16;
const BAND = 16;
const MOST_BANDS = 3;
const BINS = 52;

/** From days to px. A domain of one day stands in the middle of two. */
export function scaleOf(domain, width) {
  const days = Math.max(1, domain[1] - domain[0]);
  const room = Math.max(1, width - 2 * PAD);
  const place = day => PAD + (day - domain[0]) / days * room;
  place.day = x => Math.round(Math.min(1, Math.max(0, (x - PAD) / room)) * days) + domain[0];
  return place;
}

/** Each mark with a lane in which nothing lies under it. */
function inLanes(marks, place) {
  const ends = [];
  return marks.map(mark => {
    const from = place(mark.days[0]) - 8;
    let lane = ends.findIndex(end => end <= from);
    if (lane < 0) lane = ends.length;
    ends[lane] = Math.max(place(mark.days[1]), place(mark.days[0])) + 8;
    return {mark, lane};
  });
}

const noun = (count, one) => count === 1 ? one : `${one}s`;
const LEFT_OUT = ', left out by search or filters';

/** What a mark is called: that it is hollow must be heard too. */
function nameOf(mark) {
  return mark.matches || mark.label.endsWith(LEFT_OUT) ? mark.label : mark.label + LEFT_OUT;
}

function datedMark(page, {mark, lane}, place, stop) {
  const y = 10 + lane * LANE;
  const from = place(mark.days[0]);
  const span = Math.max(9, place(mark.days[1]) - from);
  const look = mark.matches ? 'dot' : 'dot out';
  return svg`<a href=${page.href(mark.to)} data-to=${mark.to} data-row=${lane} tabindex=${stop} aria-label=${nameOf(mark)}>
    <title>${nameOf(mark)}</title><rect class="target" x=${from - 9} y=${y - 8} width=${(mark.known === 'day' ? 0 : span) + 18} height=${LANE}/>
    ${mark.known === 'day' ? svg`<circle class=${look} cx=${from} cy=${y} r="5"/>`
      : svg`<rect class=${look} x=${from} y=${y - 3.5} width=${span} height="7" rx="1"/>`}</a>`;
}

function hatch(from, to, top, height) {
  let path = '';
  for (let x = from; x + height <= to; x += 7) path += `M${x} ${top + height}l${height} ${-height}`;
  return svg`<rect class="band" x=${from} y=${top} width=${to - from} height=${height}/><path class="hatching" d=${path}/>`;
}

function bandLabel(text, x, y) {
  return svg`<rect class="plate" x=${x} y=${y} width=${text.length * 7 + 12} height=${BAND - 3}/><text class="soft" x=${x + 5} y=${y + BAND - 6}>${text}</text>`;
}

function unknownBand(page, mark, row, top, width, stop) {
  return svg`<a class=${mark.matches ? 'unknown' : 'unknown faint'} href=${page.href(mark.to)} data-to=${mark.to} data-row=${row} tabindex=${stop} aria-label=${nameOf(mark)}>
    <title>${nameOf(mark)}</title>${hatch(PAD, width - PAD, top, BAND - 3)}${bandLabel('date unknown', PAD + 8, top)}</a>`;
}

function binBars(page, bins, place) {
  const most = Math.max(1, ...bins.map(bin => bin.total));
  return bins.map((bin, at) => {
    const from = place(bin.days[0]);
    const width = Math.max(2, place(bin.days[1]) - from - 1);
    const tall = count => count ? Math.max(2, count / most * (BINS - 8)) : 0;
    return svg`<a href=${page.href(bin.to)} data-to=${bin.to} data-row="0" tabindex=${at ? -1 : 0} aria-label="${bin.label}: ${bin.matches} of ${bin.total} ${noun(bin.total, 'article')}">
      <title>${bin.label}: ${bin.matches} of ${bin.total}</title><rect class="target" x=${from} y="0" width=${width} height=${BINS}/>
      <rect class="total" x=${from} y=${BINS - tall(bin.total)} width=${width} height=${tall(bin.total)}/>
      <rect class="length" x=${from} y=${BINS - tall(bin.matches)} width=${width} height=${tall(bin.matches)}/></a>`;
  });
}

function axis(strip, place, y, width) {
  let last = -Infinity;
  return svg`<line class="base" x1=${PAD} x2=${width - PAD} y1=${y} y2=${y}/>${strip.ticks.map(tick => {
    const x = place(tick.at);
    const half = tick.label.length * 3.4;
    const room = x - half > last + 8;
    if (room) last = x + half;
    const centre = Math.min(width - half - 1, Math.max(half + 1, x));
    return svg`<line class="rule" x1=${x} x2=${x} y1="0" y2=${y + 4}/>${room ? svg`<text class="soft" x=${centre} y=${y + 17} text-anchor="middle">${tick.label}</text>` : nothing}`;
  })}`;
}

function handle(page, strip, end, place, y) {
  const period = strip.period ?? strip.domain;
  const day = period[end];
  const x = place(day);
  return svg`<g class="handle" role="slider" tabindex="0" aria-label=${end ? 'To' : 'From'} data-end=${end}
    aria-valuemin=${end ? period[0] : strip.domain[0]} aria-valuemax=${end ? strip.domain[1] : period[1]} aria-valuenow=${day} aria-valuetext=${dayText(day)}
    @keydown=${event => handleKeys(page, strip, end, event)} @blur=${() => page.endSession()}>
    <rect class="target" x=${x - 12} y="0" width="24" height=${y + 6}/>
    <line class="hair" x1=${x} x2=${x} y1="0" y2=${y}/>
    <path class="grip" d="M${x} ${y - 7}l6 7l-6 7l-6 -7z"/></g>`;
}

/**
 * @param {object} strip a `Strip` of the screen
 * @param {number} [options.width=960] of the drawing, in px
 */
export function stripChart(page, strip, {width = 960} = {}) {
  const place = scaleOf(strip.domain, width);
  const dated = inLanes(strip.marks.filter(mark => mark.known !== 'unknown').sort((a, b) => a.days[0] - b.days[0]), place);
  const unknown = strip.marks.filter(mark => mark.known === 'unknown');
  const lanes = strip.bins.length ? BINS : Math.max(1, ...dated.map(({lane}) => lane + 1)) * LANE + 6;
  const single = strip.undated > 0 && (unknown.length === 0 || unknown.length > MOST_BANDS);
  const y = lanes + 2 + (single ? 1 : unknown.length) * BAND + (strip.undated ? 4 : 0);
  const period = strip.period;
  return svg`<svg viewBox="0 0 ${width} ${y + 24}" width=${width} height=${y + 24} role="group" aria-labelledby="strip-title"
      @keydown=${travel} @pointerdown=${event => dragPeriod(page, strip, place, event)} @dragstart=${event => event.preventDefault()}>
    ${period ? svg`<rect class="period" x=${place(period[0])} y="0" width=${Math.max(2, place(period[1]) - place(period[0]))} height=${y}/>` : nothing}
    ${axis(strip, place, y, width)}
    ${strip.bins.length ? binBars(page, strip.bins, place) : dated.map((item, at) => datedMark(page, item, place, at ? -1 : 0))}
    ${single ? svg`<g class="unknown">${hatch(PAD, width - PAD, lanes + 2, BAND - 3)}${bandLabel(`${strip.undated} ${noun(strip.undated, 'article')}, date unknown`, PAD + 8, lanes + 2)}</g>`
      : unknown.map((mark, at) => unknownBand(page, mark, 1000 + at, lanes + 2 + at * BAND, width, dated.length || at ? -1 : 0))}
    ${handle(page, strip, 0, place, y)}${handle(page, strip, 1, place, y)}</svg>`;
}
