// Tables as CSV.

import assert from 'node:assert/strict';
import {before, test} from 'node:test';
import {shell} from './shell.mjs';

let files;
before(async () => { files = await shell('export.js'); });

const table = (...rows) => ({caption: 'Table', columns: [{label: 'A'}, {label: 'B', numeric: true}], rows: rows.map(row => row.map(text => ({text})))});

test('commas, quotation marks and line ends are kept between quotation marks', () => {
  assert.equal(files.toCsv(table(['a,b', '1'], ['say "so"', '2'], ['two\nlines', '3'])), 'A,B\r\n"a,b",1\r\n"say ""so""",2\r\n"two\nlines",3\r\n');
});

test('a table without rows is its headings', () => {
  assert.equal(files.toCsv(table()), 'A,B\r\n');
});

test('what a spreadsheet would run as a formula is made text, a number is not', () => {
  for (const text of ['=1+1', '@SUM(A1)', '+cmd|x', '-cmd', '\t=1']) assert.match(files.toCsv(table([text, '1'])), /\r\n"?'/, text);
  for (const text of ['-1.5', '+12', '-3%', '1,000']) assert.doesNotMatch(files.toCsv(table([text, '1'])), /'/, text);
});
