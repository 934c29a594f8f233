// The map: where it is, what meets, what is drawn; and its GeoJSON.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {assertDrawn, drawn, page} from './drawing.mjs';
import {shell} from './shell.mjs';

const {CLOSEST, arranged, homeView, inView, mapChart, moved, neighbour, partedView, wholeWorld, zoomed} = await shell('charts/map.js');
const {flatWorld} = await shell('charts/world.js');
const {toGeoJson} = await shell('geojson.js');

const SIZE = {width: 640, height: 333};

function mark(label, kind, position, mentions, rest = {}) {
  return {
    label, kind, country: '', position, numbers: [mentions, 0, 1], text: `${mentions} mentions in 1 article`, choice: 'none',
    include: `f=place:${label}`, exclude: `f=-place:${label}`, ...rest,
  };
}

const PERU = mark('Peru', 'country', [-9, -75], 9, {country: 'PE'});
const LIMA = mark('Lima', 'town', [-12, -77], 6, {country: 'PE'});
const CALLAO = mark('Callao', 'town', [-12, -77.1], 2, {country: 'PE'});
const CUSCO = mark('Cusco', 'region', [-13.5, -72], 3, {country: 'PE', choice: 'included'});
const ANDES = mark('Andes', 'area', [-20, -68], 2);
const QUITO = mark('Quito', 'town', [-.2, -78.5], 1, {country: 'EC', choice: 'excluded'});
const UNPLACED = mark('Oz', 'unknown', null, 4);
const SPEAKING = mark('Lima', 'speaks', null, 4, {country: 'PE'});
const flow = (from, to, number) => ({from, to, number, text: `${number} figures in 1 article`, chosen: false, include: `f=flow:${from}`});

const MODEL = {
  sentence: 'How often each place is named.', marks: [PERU, LIMA, UNPLACED, SPEAKING, CUSCO, CALLAO, ANDES, QUITO], shown: 8, total: 8,
  flows: [flow('Quito', 'Lima', 3), flow('Lima', 'Callao', 2), flow('Oz', 'Lima', 2)], more: null,
};

const items = (model, view) => arranged(model, view, SIZE);
const draw = (model, view, active) => mapChart(page, model, view, inView(items(model, view), SIZE), {size: SIZE, name: 'map', active});

test('map: countries as areas, regions as rings, towns as discs, what meets as one, flows as arrows', () => {
  assertDrawn('map', draw(MODEL, homeView(MODEL.marks, SIZE)));
});

test('map: nothing to draw is the world without marks', () => {
  const text = drawn(draw({...MODEL, marks: [UNPLACED], flows: []}, homeView([UNPLACED], SIZE)));
  assert.match(text, /class="land"/);
  assert.doesNotMatch(text, /<a |NaN|undefined/);
});

test('map: a name of 500 characters, and one from right to left, stand whole in the name of their mark', () => {
  const long = 'Llanfair'.repeat(63);
  const model = {...MODEL, marks: [mark(long, 'town', [53, -4], 2), mark('القدس "x" <b>', 'town', [31.8, 35.2], 2)], flows: []};
  const text = drawn(draw(model, wholeWorld(0, SIZE)));
  assert.ok(text.includes(`aria-label="${long}, town: `));
  assert.ok(text.includes('aria-label="القدس &quot;x&quot; &lt;b&gt;, town: '));
  const names = [...text.matchAll(/<text class="name"[^>]*>([^<]*)/g)].map(found => found[1].replaceAll(/&\w+;/g, '?'));
  assert.ok(names.length === 2 && names.every(name => [...name].length <= 26), names.join());
});

test('map: only towns are discs, and what speaks or is in no gazetteer is nowhere', () => {
  const found = items(MODEL, {...homeView(MODEL.marks, SIZE), scale: CLOSEST});
  const labels = form => found.filter(item => item.form === form).flatMap(item => item.members).map(member => MODEL.marks[member].label).sort();
  assert.deepEqual(labels('town'), ['Callao', 'Lima', 'Quito']);
  assert.deepEqual(labels('region'), ['Cusco']);
  assert.deepEqual(labels('area'), ['Andes']);
  assert.deepEqual(labels('country'), ['Peru']);
});

test('map: a country too small to be hit is a square, and one with an area has that', () => {
  const tiny = [mark('Bahrain', 'country', [26, 50.5], 1, {country: 'BH'}), mark('France', 'country', [46.6, 2.4], 1, {country: 'FR'})];
  const of = view => items({...MODEL, marks: tiny, flows: []}, view).map(item => Boolean(item.path));
  assert.deepEqual(of(wholeWorld(0, SIZE)), [false, true]);
  assert.deepEqual(of({...wholeWorld(0, SIZE), scale: CLOSEST}), [true, true]);
});

test('map: places at one spot come apart at the closest zoom', () => {
  const same = Array.from({length: 12}, (_, at) => mark(`Suburb ${at}`, 'town', [48.9, 2.4], 1 + at));
  const model = {...MODEL, marks: same, flows: []};
  assert.equal(items(model, wholeWorld(0, SIZE)).length, 1);
  let view = wholeWorld(0, SIZE);
  for (let times = 0; times < 12 && view.scale < CLOSEST; times += 1) view = partedView(same, view, SIZE);
  const apart = items(model, view);
  assert.equal(apart.length, 12);
  for (const one of apart) {
    const nearest = Math.min(...apart.filter(other => other !== one).map(other => Math.hypot(other.x - one.x, other.y - one.y)));
    assert.ok(nearest >= 2 * one.radius, `${nearest}`);
  }
});

test('map: no two marks of one form meet, however many there are', () => {
  const marks = Array.from({length: 400}, (_, at) => mark(`T${at}`, 'town', [(at * 37 % 140) - 60, (at * 73 % 360) - 180], 1 + at % 17));
  const found = items({...MODEL, marks, flows: []}, wholeWorld(0, SIZE));
  assert.equal(found.flatMap(item => item.members).length, 400);
  found.forEach((a, at) => found.slice(0, at).forEach(b => assert.ok(Math.hypot(a.x - b.x, a.y - b.y) >= a.radius + b.radius - 1e-9)));
});

test('map: zooming keeps the point, moving keeps the scale, and neither leaves the world', () => {
  const view = homeView(MODEL.marks, SIZE);
  const at = (of, [x, y]) => [of.x + (x - SIZE.width / 2) / of.scale, of.y + (y - SIZE.height / 2) / of.scale];
  const near = zoomed(view, SIZE, 1.5, [300, 200]);
  at(near, [300, 200]).forEach((number, axis) => assert.ok(Math.abs(number - at(view, [300, 200])[axis]) < 1e-9));
  assert.equal(moved(view, SIZE, 10, 10).scale, view.scale);
  assert.deepEqual(moved(wholeWorld(0, SIZE), SIZE, 1e6, -1e6), wholeWorld(0, SIZE));
  assert.equal(zoomed(view, SIZE, 1e9).scale, CLOSEST);
  assert.deepEqual(zoomed(view, SIZE, 1e-9), wholeWorld(view.meridian, SIZE));
});

test('map: one far place does not make all others small, and the sea between America and Asia is no edge', () => {
  const near = Array.from({length: 30}, (_, at) => mark(`T${at}`, 'town', [40 + at / 10, 20 + at / 10], 3));
  const far = mark('Wellington', 'town', [-41, 175], 1);
  assert.deepEqual(homeView([...near, far], SIZE), homeView(near, SIZE));
  const pacific = [mark('Suva', 'town', [-18, 178], 2), mark('Apia', 'town', [-13.8, -171.8], 2)];
  const view = homeView(pacific, SIZE);
  assert.equal(Math.abs(view.meridian), 180);
  assert.ok(view.scale > 3);
});

test('map: arrow keys find the nearest mark that way, and PageDown meets every mark', () => {
  const cross = [[50, 50], [80, 52], [50, 10], [20, 49], [51, 90], [140, 50]].map(([x, y]) => ({x, y}));
  const to = key => cross.indexOf(neighbour(cross, cross[0], key));
  assert.deepEqual(['ArrowRight', 'ArrowUp', 'ArrowLeft', 'ArrowDown'].map(to), [1, 2, 3, 4]);
  assert.equal(neighbour(cross, cross[5], 'ArrowRight'), null);
});

test('map: one mark is a stop of the tab key', () => {
  for (const active of [undefined, '1', '5', 'f0', '99']) {
    const text = drawn(draw(MODEL, homeView(MODEL.marks, SIZE), active));
    assert.equal([...text.matchAll(/tabindex="0"/g)].length, 1, active);
  }
});

test('world: every country lies where the gazetteer has it', () => {
  const {place, country} = flatWorld(0);
  for (const [code, position] of [['PE', [-9, -75]], ['FR', [46.6, 2.5]], ['AU', [-25.6, 134.4]], ['BH', [26, 50.5]], ['SG', [1.4, 103.8]]]) {
    const numbers = country(code).path.match(/-?[\d.]+/g).map(Number);
    const [xs, ys] = [numbers.filter((_, at) => at % 2 === 0), numbers.filter((_, at) => at % 2)];
    const [x, y] = place(position);
    assert.ok(Math.min(...xs) - 1 < x && x < Math.max(...xs) + 1 && Math.min(...ys) - 1 < y && y < Math.max(...ys) + 1, code);
  }
  assert.equal(country('XX'), null);
});

test('geojson: towns are points, east first; what has an extent has no geometry', () => {
  const screen = {title: 'A corpus', edition: 'abc', state: {query: 'port'}, filters: [{label: 'place: Lima'}]};
  const file = JSON.parse(JSON.stringify(toGeoJson({...MODEL, total: 10}, screen, 'https://example.org/#q=port')));
  assert.equal(file.type, 'FeatureCollection');
  const {title, edition, query, filters, address, note} = file.sourcebook;
  assert.deepEqual({title, edition, query, filters, address}, {title: 'A corpus', edition: 'abc', query: 'port', filters: ['place: Lima'], address: 'https://example.org/#q=port'});
  assert.match(note, /2 places/);
  assert.equal(file.features.length, MODEL.marks.length + MODEL.flows.length);
  for (const {type, geometry, properties} of file.features) {
    assert.equal(type, 'Feature');
    assert.equal(geometry !== null, properties.kind === 'town', properties.name);
  }
  assert.deepEqual(file.features[1], {
    type: 'Feature', geometry: {type: 'Point', coordinates: [-77, -12]},
    properties: {name: 'Lima', kind: 'town', extent: 'a town', country: 'PE', mentions: 6, figures: 0, articles: 1},
  });
});
