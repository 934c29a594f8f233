// Citations of facts that are hostile, long, or of articles of which little is known.

import assert from 'node:assert/strict';
import {test} from 'node:test';
import {textFragment, toAnnotation, toBibTex, toCslJson, toRis} from '../../../www/citation.js';

const fact = (changes = {}) => ({
  article: 'a.b', title: 'Water & \\rise {50%}', outlet: 'The_Planet', url: 'https://planet.example/water', issued: {earliest: '2016-06-05', latest: '2016-06-05'},
  sources: ['Moreno', 'Valley Desk'], edition: 'abc', link: 'https://here.example/#sel=a',
  card: {id: 'f1', exact: 'some 40\nminers', prefix: 'that ', suffix: ' came', start: 3, end: 17, rows: [{term: 'Who says', chain: true, values: [{text: 'Moreno'}]}]},
  ...changes,
});

test('what TeX would run is escaped', () => {
  const text = toBibTex(fact());
  assert.ok(text.includes('title = {{Water \\& \\textbackslash{}rise \\{50\\%\\}}}'), text);
  assert.ok(text.includes('howpublished = {The\\_Planet}'));
  assert.ok(text.startsWith('@misc{a-b-f1,'));
});

test('a line break in a text makes no line of RIS', () => {
  const lines = toRis(fact({title: 'One\r\nER  - \r\nTY  - BOOK'})).split('\r\n');
  assert.equal(lines.filter(line => line.startsWith('ER')).length, 1);
  assert.equal(lines.filter(line => line.startsWith('TY')).length, 1);
});

test('a day that is not known is not made up, and bounds stay bounds', () => {
  const none = fact({issued: {earliest: null, latest: null}, url: null});
  assert.equal('issued' in JSON.parse(toCslJson(none))[0], false);
  assert.ok(!/PY {2}-|DA {2}-/.test(toRis(none)) && !/year/.test(toBibTex(none)));
  const bounds = fact({issued: {earliest: '2018-12-30', latest: '2019-01-05'}});
  assert.deepEqual(JSON.parse(toCslJson(bounds))[0].issued, {'date-parts': [[2018, 12, 30], [2019, 1, 5]]});
});

test('a link into a text escapes what would end it, and names ends of long words', () => {
  assert.equal(textFragment(fact({card: {exact: 'twenty-four, or so'}})), 'https://planet.example/water#:~:text=twenty%2Dfour%2C%20or%20so');
  assert.equal(textFragment(fact({card: {exact: 'word '.repeat(40)}})), `https://planet.example/water#:~:text=${'word '.repeat(5).trim().replaceAll(' ', '%20')},${'word '.repeat(5).trim().replaceAll(' ', '%20')}`);
  assert.equal(textFragment(fact({url: null})), null);
});

test('an annotation of an article without an address points here', () => {
  assert.equal(JSON.parse(toAnnotation(fact({url: null}))).target.source, 'https://here.example/#sel=a');
});
