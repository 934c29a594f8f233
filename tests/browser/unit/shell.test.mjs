// What of the shell can be tested without a browser.

import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {test} from 'node:test';
import {shell} from './shell.mjs';

const {verify} = await shell('engine-loader.js');
const {toCsv, toJson} = await shell('export.js');

const bytes = new TextEncoder().encode('a module');
const hash = (name, of = bytes) => `${name}-${createHash(name).update(of).digest('base64')}`;

test('integrity: the hash of the bytes passes, any other does not', async () => {
  assert.equal(await verify(bytes, hash('sha256')), true);
  assert.equal(await verify(bytes, hash('sha256', 'another')), false);
  assert.equal(await verify(bytes.map((byte, at) => at ? byte : byte ^ 1), hash('sha256')), false);
});

test('integrity: one of several is enough, but only of the strongest kind', async () => {
  assert.equal(await verify(bytes, `${hash('sha256', 'another')} ${hash('sha256')}`), true);
  assert.equal(await verify(bytes, `${hash('sha256')} ${hash('sha512', 'another')}`), false);
});

test('integrity: none at all passes, one that cannot be read does not', async () => {
  assert.equal(await verify(bytes, ''), true);
  await assert.rejects(verify(bytes, 'md5-abc'), {code: 'integrity'});
});

const table = (...rows) => ({caption: 'T', columns: [{label: 'A'}, {label: 'B, “b”'}], rows: rows.map(row => row.map(text => ({text})))});

const from = {corpus: 'Floods', edition: 'ab', filters: ['search: dam', 'Outlet: The "Planet"'], address: 'https://planet.example/#q=dam'};

test('csv: commas, quotation marks and line ends are quoted, and each row says where it is from', () => {
  const origin = '"Floods, edition ab","search: dam; Outlet: The ""Planet""",https://planet.example/#q=dam';
  assert.equal(toCsv(table(['a "b"', 'c\nd'], ['e', '']), from),
    `A,"B, “b”",Corpus,Search and filters,Address\r\n"a ""b""","c\nd",${origin}\r\ne,,${origin}\r\n`);
  assert.match(toCsv(table(['a', 'b']), {...from, filters: []}), /^a,b,"Floods, edition ab",none,/m);
});

test('json: a table with where it is from', () => {
  assert.deepEqual(JSON.parse(toJson(table(['a "b"', 'c']), from)), {title: 'T', ...from, columns: ['A', 'B, “b”'], rows: [['a "b"', 'c']]});
});

test('csv: formulas get an apostrophe, numbers do not', () => {
  const cells = ['=1+1', '+cmd', '-x', '@a', '\tb', '\rc', '-5', '+1,234.5', '-0.5%', '1-2', 'a=b'];
  const lines = toCsv(table(...cells.map(cell => [cell, 'x'])), {corpus: 'c', edition: 'e', filters: [], address: 'a'}).split('\r\n').slice(1, -1);
  assert.deepEqual(lines.map(line => line.slice(0, -',x,"c, edition e",none,a'.length)),
    ["'=1+1", "'+cmd", "'-x", "'@a", "'\tb", "\"'\rc\"", '-5', '"+1,234.5"', '-0.5%', '1-2', 'a=b']);
});
