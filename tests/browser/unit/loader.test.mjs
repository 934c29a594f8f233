// The loader's pin: every flipped bit outside the section is refused, with a reason.

import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {flipped, integrityOf, numbers, sectionOf} from '../module-bytes.js';
import {SEEDS, run} from '../program.js';
import {shell} from './shell.mjs';

const FLIPS = 10_000;
let folder;
let bytes;
let loader;
let answer;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sourcebook-loader-'));
  const {said} = await run(['build', SEEDS, '-o', join(folder, 'site')]);
  assert.match(said, /^wrote /m, said);
  bytes = readFileSync(join(folder, 'site', 'sourcebook.wasm'));
  globalThis.document = {baseURI: 'https://example.org/'};
  globalThis.fetch = async () => new Response(answer, {headers: {'content-type': 'application/wasm'}});
  loader = await shell('engine-loader.js');
});

after(() => rmSync(folder, {recursive: true, force: true}));

test('the module as it was built passes its pin', async () => {
  assert.equal(await loader.verify(bytes, integrityOf(bytes)), true);
});

test(`${FLIPS} single flipped bits outside the section are each refused with a reason`, async () => {
  const {start, end} = sectionOf(bytes);
  const integrity = integrityOf(bytes);
  const places = numbers(bytes.length * 8);
  const tried = new Set();
  while (tried.size < FLIPS) {
    const bit = places.next().value;
    if (tried.has(bit) || (bit >= start * 8 && bit < end * 8)) continue;
    tried.add(bit);
    answer = flipped(bytes, bit);
    await assert.rejects(loader.load('sourcebook.wasm', integrity), error => {
      assert.equal(error.code, 'integrity', `bit ${bit}: ${error.message}`);
      assert.match(error.message, /\S/);
      return true;
    }, `bit ${bit} was not refused`);
  }
});

test('a module cut at any of its last 100 bytes or at any of 100 places is refused', async () => {
  const places = numbers(bytes.length);
  const cuts = [...Array(100).keys()].map(at => bytes.length - 1 - at);
  while (cuts.length < 200) cuts.push(places.next().value);
  for (const cut of cuts) {
    answer = bytes.subarray(0, cut);
    await assert.rejects(loader.load('sourcebook.wasm', integrityOf(bytes)), {code: 'integrity'});
    await assert.rejects(loader.load('sourcebook.wasm'), ({code}) => ['truncated', 'foreign', 'damaged'].includes(code), `cut at ${cut}`);
  }
});
