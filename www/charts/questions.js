// Questions on logarithmic axes, one a unit: a row a question, a mark a figure. How a mark is drawn says what it is bound by,
// its sign and hue say whose it is.

import {html, nothing, svg} from '../vendor/lit.js';
import {travel} from './travel.js';

/** Voice → term of the legend, hue, and sign around 0 0. */
const VOICES = {
  office: ['office', 't0', 'M-4.5-4.5h9v9h-9z'],
  person: ['person', 't1', 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0z'],
  agency: ['agency', 't2', 'M0-5.5L5.5 4.5h-11z'],
  document: ['document', 't2', 'M-4-5.5h5l3 3v8h-8z'],
  anonymous: ['unnamed source', 't1', 'M0 5.5L5.5-4.5h-11z'],
  unknown: ['unknown source', 't3', 'M-5-3l2-2 3 3 3-3 2 2-3 3 3 3-2 2-3-3-3 3-2-2 3-3z'],
  article: ['the article itself', 't3', 'M-1.5-5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z'],
  computed: ['worked out here, said by no article', 't3', 'M0-6.5L6.5 0L0 6.5L-6.5 0z'],
};

/** Above so many marks a row has no words beside them. */
const MOST_WORDS = 12;
const LANE = 24;
/** Px that a letter takes, about; of bold ones somewhat more. */
const LETTER = 7;
const BOLD = 7.9;
const ARROW = 34;

function cut(text, most) {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, Math.max(0, most - 1)).join('')}…` : text;
}

/** At most three lines of at most so many letters. */
function lines(text, most) {
  const made = [''];
  for (const word of text.split(' ')) {
    if (made.at(-1) && made.at(-1).length + word.length >= most) made.push('');
    made[made.length - 1] += (made.at(-1) && ' ') + word;
  }
  if (made.length > 3) made[2] += ' …';
  return made.slice(0, 3).map(line => cut(line, most));
}

function sign(mark, x, y) {
  const [, hue, path] = VOICES[mark.voice];
  return svg`<path class=${mark.computed || mark.shape === 'about' ? `${hue} hollow` : hue} d=${path} transform="translate(${x} ${y})"
    stroke-width="1.5" stroke-dasharray=${mark.computed ? '2.5 1.5' : nothing}/>`;
}

/** Where a mark begins and ends, and its drawing at a height. */
function shapeOf(mark, place) {
  const hue = VOICES[mark.voice][1];
  const x = place(mark.low ?? mark.high);
  const way = mark.low == null ? -1 : 1;
  if (mark.shape === 'range') {
    const end = place(mark.high);
    return {x, from: x - 6, to: end + 6, draw: y => svg`<line class=${hue} stroke-width="2" x1=${x} x2=${end} y1=${y} y2=${y}/>${sign(mark, x, y)}${sign(mark, end, y)}`};
  }
  if (mark.shape === 'over' || mark.shape === 'under') {
    const end = x + way * ARROW;
    return {x, from: Math.min(x - 6, end), to: Math.max(x + 6, end), draw: y => svg`<path class=${hue} stroke-width="1.5" d="M${x} ${y}H${end}"/>
      <path class=${hue} d="M${end} ${y}l${way * -8} -4v8z"/>${sign(mark, x, y)}`};
  }
  if (mark.shape === 'vague') {
    // Ever wider apart, to about five times the number that is taken for the word.
    const length = way * Math.min(96, Math.max(44, place.times(5)));
    let path = '';
    for (let at = 0, gap = 2.2; at < Math.abs(length); at += gap, gap *= 1.13) path += `M${Math.round((x + way * at) * 10) / 10}-5.5v11`;
    return {x, from: Math.min(x, x + length), to: Math.max(x, x + length), draw: y => svg`<path class=${hue} stroke-width="1.6" transform="translate(0 ${y})" d=${path}/>`};
  }
  return {x, from: x - 6, to: x + 6, draw: y => sign(mark, x, y)};
}

/** Marks one below the other; where they are too many for words, in as few lanes as keep them apart. */
function inLanes(marks, place) {
  const dense = marks.length > MOST_WORDS;
  const ends = [];
  const placed = marks.map((mark, at) => {
    const shape = shapeOf(mark, place);
    const from = Math.min(shape.from, shape.x - LANE / 2);
    let lane = dense ? ends.findIndex(end => end <= from) : at;
    if (lane < 0) lane = ends.length;
    ends[lane] = Math.max(shape.to, shape.x + LANE / 2);
    return {mark, ...shape, from, lane, end: ends[lane]};
  });
  return {dense, placed, height: dense ? Math.min(LANE, Math.max(6, 480 / ends.length)) : LANE, lanes: ends.length};
}

/** A mark's words and who says it, on the side where they have room, cut where they have none. */
function wordsOf(page, one, whole, left, width, y) {
  const {mark} = one;
  const words = [...mark.words].length;
  const after = Math.max(one.to, whole?.x + 2 || 0) + 7;
  const rooms = [one.from - left - 6, width - after].map(room => Math.floor(room / LETTER));
  const before = rooms[1] < words + mark.source.length + 2 && rooms[0] > rooms[1];
  const most = rooms[Number(!before)] - (mark.selected ? 2 : 0);
  if (most < 4) return {from: one.from, end: one.end, text: nothing};
  const shown = cut(mark.words, most);
  // A name of which little would be left is left out.
  const source = most - words >= Math.min(14, [...mark.source].length + 2) ? cut(`, ${mark.source}`, most - words) : '';
  const length = (shown.length + source.length) * LETTER;
  const x = before ? one.from - 6 : after;
  return {
    from: before ? Math.max(left, x - length) : one.from, end: before ? one.end : Math.min(width, x + length),
    text: svg`<text x=${x} y=${y + 4} text-anchor=${before ? 'end' : nothing}><tspan class=${mark.selected ? 'strong' : nothing} lang=${mark.computed ? nothing : page.screen.language}>${shown}</tspan>${
      source ? svg`<tspan class="soft">${source}</tspan>` : nothing}</text>`,
  };
}

function markOf(page, one, at, {laid, top, left, width}) {
  const {mark} = one;
  const y = top + (one.lane + .5) * laid.height;
  const whole = mark.whole && laid.placed.find(other => other.mark.id === mark.whole);
  const label = laid.dense ? {from: one.from, end: one.end, text: nothing} : wordsOf(page, one, whole, left, width, y);
  const name = `${mark.label}${mark.differs ? ', differs from another' : ''}`;
  return svg`<a href=${page.href(mark.to)} data-to=${mark.to} data-row=${at} data-mark=${mark.id} tabindex="-1"
    aria-current=${mark.selected ? 'true' : nothing} aria-label=${name}><title>${mark.words}: ${name}</title>
    <rect class="target" x=${label.from} y=${y - laid.height / 2} width=${label.end - label.from} height=${laid.height}/>
    ${whole ? svg`<path class="hair" fill="none" d="M${one.x} ${y}H${whole.x}V${top + (whole.lane + .5) * laid.height}"/>` : nothing}
    ${mark.selected ? svg`<circle class="halo" fill="none" stroke="currentColor" cx=${one.x} cy=${y} r="10"/>` : nothing}${one.draw(y)}${label.text}</a>`;
}

/** The legend of the voices that are drawn. */
export function questionsLegend(rows) {
  const heard = new Set(rows.flatMap(row => row.marks.map(mark => mark.voice)));
  return html`<ul class="legend" aria-label="Who says it">${Object.entries(VOICES).map(([voice, [term]]) => heard.has(voice)
    ? html`<li>${questionSign({voice, computed: voice === 'computed'})}${term}</li>` : nothing)}</ul>`;
}

/** The sign of a mark by itself. */
export const questionSign = mark => html`<svg width="16" height="16" aria-hidden="true">${sign(mark, 8, 8)}</svg>`;

/**
 * @param {object} model the `Questions` of the screen, or such of its rows and axes as are to be drawn
 * @param {number} [options.width=640] of the drawing, in px; below 600 titles stand above their rows
 */
export function questionsChart(page, {axes, rows}, {width = 640} = {}) {
  const above = width < 600;
  const left = above ? 8 : Math.min(260, width * .3);
  const room = width - left - 8 - (above ? 24 : ARROW);
  let y = 0;
  let at = -1;
  const drawn = axes.map((axis, of) => {
    const [low, high] = axis.domain.map(Math.log);
    const part = number => Math.min(1, Math.max(0, (Math.log(Math.max(number, axis.domain[0])) - low) / (high - low || 1)));
    const place = number => Math.round((left + 8 + part(number) * room) * 10) / 10;
    place.times = factor => Math.log(factor) / (high - low || 1) * room;
    const top = y + (above ? 40 : 24);
    const unit = svg`<text class="strong" x=${above ? 0 : 10} y=${y + 16}>${axis.unit}</text>`;
    y = top;
    // Under the lines of the ticks.
    const grounds = [];
    const groups = rows.filter(row => row.axis === of).map(row => {
      at += 1;
      const start = y;
      const title = lines(row.title, Math.floor((above ? width - 10 : left - 22) / BOLD));
      const said = [row.figures > 1 && row.text, row.leftOut && `${row.leftOut} more not drawn`].filter(Boolean).join(', ');
      const note = said ? lines(said, Math.floor((above ? width - 10 : left - 22) / LETTER)) : [];
      const head = (title.length + note.length) * 16 + 8;
      const laid = inLanes(row.marks, place);
      const lanes = above ? start + head + 2 : start + 4;
      y = Math.max(start + head, lanes + laid.lanes * laid.height) + 6;
      if (row.chosen) grounds.push(svg`<rect class="period" x="0" y=${start} width=${width} height=${y - start}/><rect class="length" x="0" y=${start} width="3" height=${y - start}/>`);
      const line = (text, line, look) => svg`<text class=${look} x="10" y=${start + 20 + line * 16}>${text}</text>`;
      return svg`<g role="group" aria-label="${row.title}, ${row.text}">
        <line class="rule" x1="0" x2=${width} y1=${y} y2=${y}/>
        <a href=${page.href(row.to)} data-to=${row.to} data-row=${at} data-question=${row.id} data-focus="[data-question='${row.id}']"
          tabindex=${at ? -1 : 0} aria-current=${row.chosen ? 'true' : nothing} aria-label="${row.title}: ${row.text}">
          <title>${row.title}: ${row.text}</title><rect class="target" x="4" y=${start + 3} width=${(above ? width : left - 4) - 4} height=${Math.max(24, head - 2)}/>
          ${title.map((text, at) => line(at === title.length - 1 ? `${text} ${row.chosen ? '✕' : '›'}` : text, at, 'strong'))}${note.map((text, at) => line(text, title.length + at, 'soft'))}</a>
        ${laid.placed.map(one => markOf(page, one, at, {laid, top: lanes, left: above ? 8 : left, width}))}</g>`;
    });
    let last = -Infinity;
    const ticks = axis.ticks.map(tick => {
      const x = place(tick.at);
      const half = tick.label.length * LETTER / 2;
      const free = x - half > last + 6;
      if (free) last = x + half;
      return svg`<line class="rule" x1=${x} x2=${x} y1=${top} y2=${y}/>${free
        ? svg`<text class="soft" x=${Math.max(half, Math.min(width - half, x))} y=${top - 8} text-anchor="middle">${tick.label}</text>` : nothing}`;
    });
    y += 16;
    return groups.length ? svg`${unit}<line class="base" x1="0" x2=${width} y1=${top} y2=${top}/>${grounds}${ticks}${groups}` : nothing;
  });
  return svg`<svg viewBox="0 0 ${width} ${y}" width=${width} height=${y} role="group" aria-labelledby="questions-title" @keydown=${travel}>${drawn}</svg>`;
}
