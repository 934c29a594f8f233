// The questions: rows of figures on logarithmic axes, wide and narrow, and what cannot be drawn as it is.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {assertDrawn, drawn, page} from './drawing.mjs';
import {shell} from './shell.mjs';

const {questionsChart, questionsLegend} = await shell('charts/questions.js');

const WIDTHS = [300, 360, 600, 768, 1200];

function mark(id, words, low, high, shape, voice, rest = {}) {
  return {
    id, words, low, high, shape, voice, source: `the ${voice}`, outlet: 'Courier', article: 'Harbour', bound: shape,
    label: `${words}, the ${voice}, Courier`, computed: voice === 'computed', differs: false, selected: false, whole: null, to: `sel=${id}`, ...rest,
  };
}

function row(id, title, marks, rest = {}) {
  const figures = marks.filter(one => !one.computed).length;
  return {
    id, title, marks, figures, articles: 1, differing: 0, axis: 0, unit: 'people', chosen: false, leftOut: 0,
    text: `${figures} figures in 1 article`, to: `f=question:${id}`, exclude: `f=-question:${id}`, ...rest,
  };
}

const PEOPLE = {unit: 'people', domain: [1, 10000], ticks: [1, 10, 100, 1000, 10000].map(at => ({at, label: at.toLocaleString('en')}))};
const PERCENT = {unit: 'percent', domain: [10, 100], ticks: [{at: 10, label: '10'}, {at: 100, label: '100'}]};

const MODEL = {
  axes: [PEOPLE, PERCENT],
  rows: [
    row('left', 'Sailors who left the harbour', [
      mark('a!f0', '40 sailors', 40, 40, 'point', 'office', {selected: true, differs: true}),
      mark('a!f1', '30', 30, 30, 'point', 'person', {whole: 'a!f0'}),
      mark('a!r0', '10 = 40 − 30', 10, 10, 'point', 'computed', {whole: 'a!f0', label: '10 left over, worked out here, Courier'}),
      mark('a!f2', 'about 50', 50, 50, 'about', 'agency'),
      mark('a!f3', 'between 20 and 60', 20, 60, 'range', 'document'),
      mark('b!f0', 'over 70', 70, null, 'over', 'anonymous'),
      mark('b!f1', 'up to 80', null, 80, 'under', 'unknown'),
      mark('b!f2', 'hundreds', 200, null, 'vague', 'article', {differs: true, whole: 'c!f9'}),
    ], {chosen: true, differing: 2}),
    row('share', 'Ships', [mark('c!f0', '<none> & "0"', 0, 0, 'point', 'article')], {axis: 1, unit: 'percent', leftOut: 3}),
  ],
};

const draw = (model, width) => drawn(questionsChart(page, model, {width}));
const wellFormed = text => assert.doesNotMatch(text, /NaN|undefined|null|Infinity|\[object| style=/);
const attributes = (text, tag, name) => [...text.matchAll(new RegExp(`<${tag}[^>]* ${name}="([^"]*)"`, 'g'))].map(found => found[1]);
const anchors = text => text.split('<a ').slice(1).map(part => part.slice(0, part.indexOf('</a>')));

test('questions: each bound has its shape, each voice its sign', () => {
  assertDrawn('questions', questionsChart(page, MODEL, {width: 768}));
});

test('questions: on a narrow drawing titles stand above their rows', () => {
  assertDrawn('questions-narrow', questionsChart(page, MODEL, {width: 300}));
});

test('questions: nothing lies outside the drawing, at any width', () => {
  for (const width of WIDTHS) {
    const text = draw(MODEL, width);
    wellFormed(text);
    const [, , , height] = text.match(/viewBox="0 0 (\S+) (\S+)"/)[0].match(/[\d.]+/g).map(Number);
    for (const part of text.match(/<rect[^>]*class="target"[^>]*>/g)) {
      const [x, y, w, h] = ['x', 'y', 'width', 'height'].map(name => Number(part.match(new RegExp(` ${name}="([^"]*)"`))[1]));
      assert.ok(x >= 0 && x + w <= width && y >= 0 && y + h <= height, `${width}: ${part}`);
      assert.ok(w >= 24 && h >= 24, `${width}: ${part}`);
    }
  }
});

test('questions: one stop of the tab key; title and marks in reading order, each leads somewhere', () => {
  const text = draw(MODEL, 768);
  assert.equal(attributes(text, 'a', 'tabindex').filter(stop => stop === '0').length, 1);
  assert.deepEqual(attributes(text, 'a', 'data-row'), [...Array(9).fill('0'), '1', '1']);
  assert.deepEqual(attributes(text, 'a', 'data-to').slice(0, 3), ['f=question:left', 'sel=a!f0', 'sel=a!f1']);
});

test('questions: what is chosen, selected and worked out is told by more than colour', () => {
  const parts = anchors(draw(MODEL, 768));
  assert.deepEqual(parts.map(part => /aria-current="true"/.test(part)), [true, true, ...Array(9).fill(false)]);
  assert.match(parts[1], /class="halo"/);
  assert.match(parts[1], /aria-label="[^"]*differs/);
  const computed = parts.filter(part => /stroke-dasharray="2/.test(part));
  assert.equal(computed.length, 1);
  assert.match(computed[0], /worked out here/);
});

test('questions: a thin line goes to the whole where that is in the row, and nowhere else', () => {
  const lines = anchors(draw(MODEL, 768)).map(part => /class="hair"/.test(part));
  assert.deepEqual(lines, [false, false, true, true, ...Array(7).fill(false)]);
});

test('questions: what is greater stands farther right, and what lies below the axis at its beginning', () => {
  const at = number => {
    const one = row('x', 'X', [mark('x', 'x', number, number, 'point', 'person')]);
    return Number(draw({axes: [PEOPLE], rows: [one]}, 768).match(/translate\(([\d.]+) /)[1]);
  };
  const places = [-5, 0, 1, 2, 10, 100, 9999, 10000, 1e12].map(at);
  assert.equal(places[0], places[2]);
  assert.equal(places[1], places[2]);
  assert.ok(places[3] > places[2] && places[6] > places[5]);
  assert.ok(Math.abs((places[5] - places[4]) - (places[4] - places[2])) < .3, 'a decade is as long as another');
  assert.equal(places[8], places[7]);
});

test('questions: 200 marks at one number lie apart, without words', () => {
  const marks = Array.from({length: 200}, (_, at) => mark(`m${at}`, `${at} men`, 100, 100, 'point', 'person'));
  const text = draw({axes: [PEOPLE], rows: [row('x', 'X', marks)]}, 360);
  wellFormed(text);
  const places = [...text.matchAll(/translate\(([^)]*)\)/g)].map(found => found[1]);
  assert.equal(new Set(places).size, 200);
  assert.equal(anchors(text).filter(part => /<text/.test(part)).length, 1);
});

test('questions: titles and words of 500 letters are cut in the drawing and whole in the name; signs stay signs', () => {
  const long = 'Llanfair'.repeat(63);
  const model = {axes: [PEOPLE], rows: [row('x', `${long} ${long}`, [mark('m', long, 5, 5, 'point', 'person'), mark('r', 'القدس "x" <b>', 5, 5, 'about', 'person')])]};
  for (const width of WIDTHS) {
    const text = draw(model, width);
    assert.ok(text.includes(`aria-label="${long}, the person, Courier"`) && text.includes('القدس &quot;x&quot; &lt;b&gt;, the person'));
    for (const [, shown] of text.matchAll(/<t(?:ext|span)[^>]*>([^<]*)</g)) assert.ok(shown.length < width / 5, `${width}: ${shown.length}`);
  }
});

test('questions: an axis of one number, and none at all', () => {
  wellFormed(draw({axes: [{...PEOPLE, domain: [7, 7]}], rows: [row('x', 'X', [mark('m', '7', 7, 7, 'vague', 'person')])]}, 360));
  wellFormed(draw({axes: [], rows: []}, 360));
});

test('questions: the legend has the voices that are drawn, and no others', () => {
  assert.equal([...drawn(questionsLegend(MODEL.rows)).matchAll(/<li>/g)].length, 8);
  const few = drawn(questionsLegend([MODEL.rows[1]]));
  assert.match(few, /the article itself/);
  assert.doesNotMatch(few, /office|worked out/);
});
