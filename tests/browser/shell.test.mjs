// What of the shell can be tested without a browser: node --test tests/browser/
import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {test} from 'node:test';
import {verify} from '../../www/engine-loader.js';
import {toCsv} from '../../www/export.js';

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

test('csv: commas, quotation marks and line ends are quoted', () => {
  assert.equal(toCsv(table(['a "b"', 'c\nd'], ['e', ''])), 'A,"B, “b”"\r\n"a ""b""","c\nd"\r\ne,\r\n');
});

test('csv: formulas get an apostrophe, numbers do not', () => {
  const cells = ['=1+1', '+cmd', '-x', '@a', '\tb', '\rc', '-5', '+1,234.5', '-0.5%', '1-2', 'a=b'];
  const lines = toCsv(table(...cells.map(cell => [cell, 'x']))).split('\r\n').slice(1, -1);
  assert.deepEqual(lines.map(line => line.slice(0, -2)),
    ["'=1+1", "'+cmd", "'-x", "'@a", "'\tb", "\"'\rc\"", '-5', '"+1,234.5"', '-0.5%', '1-2', 'a=b']);
});
