// A map of places: towns as discs, regions as dashed rings, countries as their area, flows as arrows.
//
// What meets at the present zoom is one mark with a count. Nothing here listens to anything: who shows it says where
// the map is, and what a key or a click does.

import {nothing, repeat, svg} from '../vendor/lit.js';
import {FLAT, flatWorld} from './world.js';

/** Pixels that a unit of the flat world takes at most: gazetteers are exact to a tenth of a degree, here some five. */
export const CLOSEST = 18;
/** Radius of a disc in pixels: of one place up to a share of the drawing's width, of several together a little more. */
const DISC = {least: 4, most: 18, share: 1 / 30, together: 1.4};
/** So many flows are drawn, those of most figures; the list has more. */
const FLOWS = 15;
/** An area below so many square pixels cannot be hit, and gets a square. */
const LEAST_AREA = 90;
/** Letters of a name on the map; all of it is in its title. */
const LONGEST = 26;
const LETTER = 6.4;
const SHADES = 4;
/** So many places are all shown at first. */
const FEW = 12;

/** Rules for the map's marks, beside those that all charts share. */
export const MAP_RULES = `
svg .sea{fill:var(--quiet)}
svg .land{fill:var(--line);stroke:var(--edge);stroke-width:.5;vector-effect:non-scaling-stroke}
svg .borders{fill:none;stroke:var(--paper);stroke-width:.8;vector-effect:non-scaling-stroke}
svg .country{fill:var(--blue);stroke:var(--blue);stroke-width:1.2;vector-effect:non-scaling-stroke}
svg .s1{fill-opacity:.12}
svg .s2{fill-opacity:.24}
svg .s3{fill-opacity:.38}
svg .s4{fill-opacity:.54}
svg .town{fill:var(--blue);stroke:var(--paper);stroke-width:1.2}
svg .ring{fill:var(--paper);fill-opacity:.35;stroke:var(--rust);stroke-width:2;stroke-dasharray:5 3}
svg .area{stroke-dasharray:1.5 3.5;stroke-linecap:round}
svg .number{fill:var(--paper);font-weight:600;text-anchor:middle}
svg .flow{fill:none;stroke:var(--green);stroke-opacity:.75}
svg .point{fill:var(--green)}
svg .reach{fill:none;stroke:transparent;stroke-width:12}
svg .name{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
svg .included :is(.country,.town,.ring,.flow){stroke:var(--ink);stroke-width:3}
svg .excluded :is(.country,.town,.ring,.flow){fill:var(--paper);stroke:var(--grey);stroke-dasharray:2 2}
`;

const limited = (number, least, most) => Math.min(Math.max(number, least), Math.max(least, most));

// ---- where the map is ----------------------------------------------------------------------------------------

/** All of the world that people live in, as large as it fits. */
export function wholeWorld(meridian, {width, height}) {
  return {meridian, scale: Math.min(width / FLAT.width, height / FLAT.height), x: FLAT.width / 2, y: FLAT.height / 2};
}

/** The number at a share of all the weights. */
function quantile(weighted, share) {
  const sorted = [...weighted].sort((a, b) => a[0] - b[0]);
  let rest = sorted.reduce((sum, [, weight]) => sum + weight, 0) * share;
  for (const [number, weight] of sorted) {
    rest -= weight;
    if (rest <= 0) return number;
  }
  return sorted.at(-1)?.[0] ?? 0;
}

const weightOf = mark => Math.max(1, mark.numbers[0]);

/** The meridian in the midst of the marks, in steps of 30 degrees, so that it rarely changes. */
function meridianOf(marks) {
  const angles = marks.map(mark => [mark.position[1] * Math.PI / 180, weightOf(mark)]);
  const [x, y] = [Math.cos, Math.sin].map(of => angles.reduce((sum, [angle, weight]) => sum + of(angle) * weight, 0));
  return Math.round(Math.atan2(y, x) * 180 / Math.PI / 30) * 30 || 0;
}

/** Where all marks are, if they are few, else nearly all mentions: so that one far place makes nothing small. */
export function homeView(marks, size) {
  const placed = marks.filter(mark => mark.position);
  const meridian = placed.length ? meridianOf(placed) : 0;
  const world = wholeWorld(meridian, size);
  if (!placed.length) return world;
  const {place} = flatWorld(meridian);
  const points = placed.map(mark => [place(mark.position), weightOf(mark)]);
  const beyond = placed.length > FEW ? .05 : 0;
  const [[left, right], [top, bottom]] = [0, 1].map(axis => [beyond, 1 - beyond].map(share =>
    quantile(points.map(([point, weight]) => [point[axis], weight]), share)));
  return viewOf({left, right, top, bottom}, meridian, size, CLOSEST / 2);
}

/** A view of a part of the flat world, with some room around it. */
function viewOf({left, right, top, bottom}, meridian, {width, height}, closest = CLOSEST) {
  const scale = Math.min((width - 110) / Math.max(right - left, .1), (height - 80) / Math.max(bottom - top, .1), closest);
  return held({meridian, scale, x: (left + right) / 2, y: (top + bottom) / 2}, {width, height});
}

/** A view that shows no more than the world. */
function held(view, size) {
  const least = wholeWorld(view.meridian, size).scale;
  const scale = limited(view.scale, least, CLOSEST);
  const middle = (at, whole, shown) => shown >= whole ? whole / 2 : limited(at, shown / 2, whole - shown / 2);
  return {
    ...view, scale,
    x: middle(view.x, FLAT.width, size.width / scale),
    y: middle(view.y, FLAT.height, size.height / scale),
  };
}

/** The view nearer or farther by a factor, what lies at a point (in pixels; the middle, if none) staying there. */
export function zoomed(view, size, factor, [x, y] = [size.width / 2, size.height / 2]) {
  const scale = limited(view.scale * factor, wholeWorld(view.meridian, size).scale, CLOSEST);
  const shift = (at, whole) => (at - whole / 2) * (1 / view.scale - 1 / scale);
  return held({...view, scale, x: view.x + shift(x, size.width), y: view.y + shift(y, size.height)}, size);
}

/** The view moved by so many pixels. */
export function moved(view, size, x, y) {
  return held({...view, x: view.x - x / view.scale, y: view.y - y / view.scale}, size);
}

/** The view in which marks that are one here come apart. */
export function partedView(items, view, size) {
  const {place} = flatWorld(view.meridian);
  const points = items.map(mark => place(mark.position));
  const ends = axis => [Math.min, Math.max].map(of => of(...points.map(point => point[axis])));
  const [[left, right], [top, bottom]] = [ends(0), ends(1)];
  const parted = viewOf({left, right, top, bottom}, view.meridian, size);
  return parted.scale > view.scale * 1.5 ? parted : held({...parted, scale: view.scale * 2}, size);
}

// ---- what stands where ---------------------------------------------------------------------------------------

const formOf = {town: 'town', region: 'region', area: 'area'};

function joined(a, b, radius) {
  const number = a.number + b.number;
  const share = b.number / number || .5;
  return {
    ...a, number, members: [...a.members, ...b.members], radius: Math.max(radius(number, DISC.together), 10),
    x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share,
  };
}

/** Marks that meet made one, until none do. Rings and discs may lie over each other. */
function clustered(items, radius) {
  const left = [...items];
  for (let met = true; met;) {
    met = false;
    for (let at = 0; at < left.length; at += 1) {
      for (let other = left.length - 1; other > at; other -= 1) {
        const [a, b] = [left[at], left[other]];
        const reach = a.radius + b.radius;
        if (a.form !== b.form || Math.abs(a.x - b.x) >= reach || Math.hypot(a.x - b.x, a.y - b.y) >= reach) continue;
        left[at] = joined(a, b, radius);
        left.splice(other, 1);
        met = true;
      }
    }
  }
  return left;
}

/** The members of a cluster around where they lie, since no zoom parts them. */
function spread(cluster, byIndex) {
  const radius = Math.max(22, cluster.members.length * 5);
  return cluster.members.map((member, at) => {
    const angle = at / cluster.members.length * 2 * Math.PI;
    const item = byIndex.get(member);
    return {...item, from: [item.x, item.y], radius: DISC.least + 2, x: cluster.x + Math.sin(angle) * radius, y: cluster.y - Math.cos(angle) * radius};
  });
}

/**
 * Every mark with its place on the drawing, in pixels: countries, flows, regions and areas, towns; each kind those that
 * are named most first.
 */
export function arranged(model, view, size) {
  const flat = flatWorld(view.meridian);
  const onScreen = ([x, y]) => [(x - view.x) * view.scale + size.width / 2, (y - view.y) * view.scale + size.height / 2];
  const placed = model.marks.map((mark, index) => ({mark, index})).filter(({mark}) => mark.position);
  const most = Math.max(1, ...placed.filter(({mark}) => mark.kind !== 'country').map(({mark}) => mark.numbers[0]));
  const largest = Math.min(DISC.most, size.width * DISC.share);
  const radius = (number, times = 1) => limited(largest * Math.sqrt(number / most), DISC.least, largest * times);
  const items = placed.map(({mark, index}) => {
    const [x, y] = onScreen(flat.place(mark.position));
    const item = {form: formOf[mark.kind] ?? 'country', members: [index], mark, number: mark.numbers[0], x, y};
    if (item.form !== 'country') return {...item, radius: Math.max(radius(item.number), item.form === 'town' ? 0 : 9)};
    const area = flat.country(mark.country);
    const shown = area && area.size * view.scale ** 2 >= LEAST_AREA;
    return shown ? {...item, radius: 6, path: area.path, box: area.bounds.map(onScreen)} : {...item, radius: 6};
  });
  const byIndex = new Map(items.map(item => [item.members[0], item]));
  const of = form => items.filter(item => item.form === form);
  const together = form => {
    const clusters = clustered(of(form), radius);
    if (view.scale < CLOSEST) return clusters;
    return clusters.flatMap(cluster => cluster.members.length > 1 ? spread(cluster, byIndex) : [cluster]);
  };
  const rest = [...together('area'), ...together('region'), ...together('town')];
  const countries = of('country');
  return [...countries, ...flowsOf(model, [...countries, ...rest], flat, onScreen), ...rest];
}

/** How far into a country an arrow reaches, in pixels: from its middle all would seem to come from there. */
const INTO = 14;

/** Whether one place is the country in which the other lies. */
const within = (a, b) => a.country && a.country === b.country && (a.kind === 'country' || b.kind === 'country');

/** Flows between marks that are shown apart. A curve, so that there and back are two. */
function flowsOf(model, items, flat, onScreen) {
  const byName = new Map(items.flatMap(item => item.members.map(member => [model.marks[member].label, {item, mark: model.marks[member]}])));
  const most = Math.max(1, ...model.flows.map(flow => flow.number));
  const ends = (here, there) => {
    if (here.item.form !== 'country') return here.item;
    const [x, y] = onScreen(flat.entry(here.mark.country, here.mark.position, there.mark.position));
    const far = Math.hypot(here.item.x - x, here.item.y - y);
    const share = Math.min(1, INTO / (far || 1));
    return {x: x + (here.item.x - x) * share, y: y + (here.item.y - y) * share, radius: 0};
  };
  return model.flows.slice(0, FLOWS).flatMap((flow, index) => {
    const [here, there] = [byName.get(flow.from), byName.get(flow.to)];
    if (!here || !there || here.item === there.item || within(here.mark, there.mark)) return [];
    const [from, to] = [ends(here, there), ends(there, here)];
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    if (Math.hypot(dx, dy) < 24) return [];
    const width = 1.2 + 2.8 * Math.sqrt(flow.number / most);
    const middle = [(from.x + to.x) / 2 + dy * .16, (from.y + to.y) / 2 - dx * .16];
    const away = (end, gap) => {
      const share = Math.min(.45, (end.radius + gap) / Math.hypot(middle[0] - end.x, middle[1] - end.y));
      return [end.x + (middle[0] - end.x) * share, end.y + (middle[1] - end.y) * share];
    };
    const [start, end] = [away(from, 2), away(to, 3)];
    return [{
      form: 'flow', members: [`f${index}`], flow, number: flow.number, width, start, middle, end,
      x: start[0] / 4 + middle[0] / 2 + end[0] / 4, y: start[1] / 4 + middle[1] / 2 + end[1] / 4,
    }];
  });
}

/** Whether something of a mark is to be seen. */
function isInView({form, box, x, y, radius, start, middle, end}, {width, height}) {
  const points = box ?? (form === 'flow' ? [start, middle, end] : [[x - radius, y - radius], [x + radius, y + radius]]);
  const meets = (axis, whole) => Math.max(...points.map(point => point[axis])) > 0 && Math.min(...points.map(point => point[axis])) < whole;
  return meets(0, width) && meets(1, height);
}

/** The marks of which something is to be seen: the others are not drawn. */
export const inView = (items, size) => items.filter(item => isInView(item, size));

const shortened = text => [...text].length > LONGEST ? `${[...text].slice(0, LONGEST - 1).join('')}…` : text;

/** Names beside their marks where nothing is in their way, those named most first. */
function namesOf(items, {width, height}) {
  const taken = items.filter(item => item.form !== 'flow' && !item.path)
    .map(({x, y, radius}) => ({left: x - radius, right: x + radius, top: y - radius, bottom: y + radius}));
  const inside = box => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height;
  const meets = box => taken.some(other => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top);
  const single = items.filter(item => item.mark && item.members.length === 1).sort((a, b) => b.number - a.number);
  return single.flatMap(item => {
    const text = shortened(item.mark.label);
    const long = [...text].length * LETTER;
    const {x, y, radius} = item;
    const middle = [x - long / 2, 'middle', x];
    const places = item.path ? [[...middle, y + 4], [...middle, y - 12], [...middle, y + 20]]
      : [[x + radius + 4, 'start', x + radius + 4, y + 4], [x - radius - 4 - long, 'end', x - radius - 4, y + 4],
        [...middle, y - radius - 5], [...middle, y + radius + 14]];
    for (const [left, anchor, at, base] of places) {
      const box = {left: left - 2, right: left + long + 2, top: base - 11, bottom: base + 4};
      if (!inside(box) || meets(box)) continue;
      taken.push(box);
      return [{text, anchor, x: at, y: base, strong: item.mark.choice === 'included', key: item.members[0]}];
    }
    return [];
  });
}

// ---- drawing -------------------------------------------------------------------------------------------------

const KINDS = {town: ['town', 'towns'], region: ['region', 'regions'], area: ['area', 'areas'], country: ['country', 'countries']};
const CHOICES = {included: 'chosen', excluded: 'left out'};

const round = number => Math.round(number * 10) / 10;

function shapeOf(item, most, transform) {
  const [x, y, radius] = [item.x, item.y, item.radius].map(round);
  if (item.form === 'country') {
    const shade = `country s${limited(Math.ceil(Math.sqrt(item.number / most) * SHADES), 1, SHADES)}`;
    return item.path ? svg`<path class=${shade} d=${item.path} transform=${transform}/>`
      : svg`<rect class=${shade} x=${x - 5} y=${y - 5} width="10" height="10"/>`;
  }
  const several = item.members.length > 1;
  const shape = item.form === 'town' ? 'town' : item.form === 'area' ? 'ring area' : 'ring';
  return svg`${item.from ? svg`<line class="hair" x1=${round(item.from[0])} y1=${round(item.from[1])} x2=${x} y2=${y}/>` : nothing}
    <circle class=${shape} cx=${x} cy=${y} r=${radius}/>
    ${!several ? nothing : item.form === 'town' ? svg`<text class="number" x=${x} y=${y + 4}>${item.members.length}</text>`
      : svg`<text class="name strong" x=${round(x + radius * .8)} y=${round(y - radius * .8)}>${item.members.length}</text>`}`;
}

function arrowOf({start, middle, end, width}) {
  const angle = Math.atan2(end[1] - middle[1], end[0] - middle[0]);
  const head = 5 + width * 1.4;
  const corner = turn => [end[0] - Math.cos(angle + turn) * head, end[1] - Math.sin(angle + turn) * head];
  const neck = [end[0] - Math.cos(angle) * head * .7, end[1] - Math.sin(angle) * head * .7];
  const text = points => points.map(point => point.map(round).join(' '));
  const [from, over, to] = text([start, middle, neck]);
  const curve = `M${from}Q${over} ${to}`;
  return svg`<path class="reach" d=${curve}/><path class="flow" stroke-width=${round(width)} d=${curve}/>
    <path class="point" d="M${text([end, corner(.42), corner(-.42)]).join('L')}z"/>`;
}

/** What a mark is called: all that it shows, in words. */
function spoken(item, model) {
  if (item.form === 'flow') return `From ${item.flow.from} to ${item.flow.to}: ${item.flow.text}${item.flow.chosen ? ', chosen' : ''}`;
  if (item.members.length === 1) {
    const choice = CHOICES[item.mark.choice];
    return `${item.mark.label}, ${KINDS[item.form][0]}: ${item.mark.text}${choice ? `, ${choice}` : ''}`;
  }
  const names = item.members.slice(0, 6).map(member => model.marks[member].label);
  const more = item.members.length - names.length;
  return `${item.members.length} ${KINDS[item.form][1]} close together: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}. Choose to part them`;
}

function markOf(page, item, {model, most, transform, active}) {
  const label = spoken(item, model);
  const tabindex = item === active ? 0 : -1;
  const members = item.members.join(' ');
  const inside = svg`<title>${label}</title>${item.form === 'flow' ? arrowOf(item) : shapeOf(item, most, transform)}`;
  if (item.members.length > 1) {
    return svg`<g class="cluster" role="button" tabindex=${tabindex} data-members=${members} aria-label=${label}>${inside}</g>`;
  }
  const {include} = item.flow ?? item.mark;
  const choice = item.flow ? item.flow.chosen ? 'included' : nothing : item.mark.choice === 'none' ? nothing : item.mark.choice;
  return svg`<a class=${choice} href=${page.href(include)} data-to=${include} tabindex=${tabindex} data-members=${members}
    aria-label=${label} aria-current=${choice === 'included' ? 'true' : nothing}>${inside}</a>`;
}

/**
 * @param {object} model `Places` of the screen
 * @param {object} view where the map is, as {@link homeView} has it
 * @param {object[]} items the marks, as {@link inView} has them
 * @param {{width: number, height: number}} options.size of the drawing, in px
 * @param {string} options.name of the figure that it stands in
 * @param {string} [options.active] the member whose mark is the stop of the tab key; else that of the first mark
 */
export function mapChart(page, model, view, items, {size, name, active}) {
  const {width, height} = size;
  const flat = flatWorld(view.meridian);
  const transform = `translate(${round(width / 2 - view.x * view.scale)} ${round(height / 2 - view.y * view.scale)}) scale(${Math.round(view.scale * 1e4) / 1e4})`;
  const most = Math.max(1, ...items.filter(item => item.form === 'country').map(item => item.number));
  const stop = items.find(item => item.members.some(member => String(member) === active)) ?? items[0];
  const options = {model, most, transform, active: stop};
  return svg`<svg viewBox="0 0 ${width} ${height}" width=${width} height=${height} role="group" aria-labelledby="${name}-title">
    <rect class="sea" width=${width} height=${height}/>
    <g aria-hidden="true" transform=${transform}><path class="land" d=${flat.land}/><path class="borders" d=${flat.borders}/></g>
    ${repeat(items, item => `${item.form}${item.members}`, item => markOf(page, item, options))}
    <g aria-hidden="true" class="names">${repeat(namesOf(items, size), name => name.key, ({text, anchor, x, y, strong}) =>
      svg`<text class=${strong ? 'name strong' : 'name'} x=${round(x)} y=${round(y)} text-anchor=${anchor}>${text}</text>`)}</g></svg>`;
}

/** The nearest mark in the direction of an arrow key; none where there is none. */
export function neighbour(items, from, key) {
  const [ux, uy] = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]}[key];
  const far = item => {
    const [dx, dy] = [item.x - from.x, item.y - from.y];
    const along = dx * ux + dy * uy;
    const across = Math.abs(dx * uy - dy * ux);
    return item === from || along < 1 || across > along * 2 ? Infinity : along + across * 2;
  };
  const best = items.reduce((best, item) => far(item) < far(best) ? item : best, from);
  return best === from ? null : best;
}
