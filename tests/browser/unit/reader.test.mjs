// The reader, the engine that finds facts in a visitor's own articles, says just what the command says.

import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before, test} from 'node:test';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {PROGRAM, SEEDS, run} from '../program.js';

const GOLD = join(dirname(fileURLToPath(import.meta.url)), '../../gold');
let folder;
let reader;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sourcebook-reader-'));
  const {said} = await run(['build', SEEDS, '-o', join(folder, 'site')]);
  assert.match(said, /^wrote /m, said);
  reader = await import(pathToFileURL(join(folder, 'site', 'reader.js')));
  await reader.default({module_or_path: readFileSync(join(folder, 'site', 'reader.wasm'))});
});

after(() => rmSync(folder, {recursive: true, force: true}));

/** What the command prints of these articles, a line each. */
const printed = articles => {
  const input = articles.map(article => JSON.stringify(article)).join('\n');
  const {stdout, status} = spawnSync(PROGRAM, ['extract', '-'], {input, encoding: 'utf8', maxBuffer: 1 << 28});
  assert.equal(status, 0);
  return stdout.trimEnd().split('\n');
};

const compare = articles => {
  const lines = printed(articles);
  assert.equal(lines.length, articles.length);
  articles.forEach(({id, text, title, date}, at) => {
    assert.equal(reader.extract(id, text, title, date), lines[at], id);
  });
};

test('the shipped articles', () => {
  const names = readdirSync(SEEDS).filter(name => name.endsWith('.txt')).sort();
  compare(names.map(name => ({id: name, text: readFileSync(join(SEEDS, name), 'utf8'), date: '2016-06-05'})));
  assert.ok(JSON.parse(reader.extract('a', readFileSync(join(SEEDS, names[1]), 'utf8'))).figures.length > 0);
});

for (const name of readdirSync(GOLD).filter(name => name.endsWith('.jsonl')).sort()) {
  test(`the articles of ${name}`, () => {
    const lines = readFileSync(join(GOLD, name), 'utf8').trimEnd().split('\n').map(line => JSON.parse(line));
    compare(lines.map(({id, text, title, date}) => ({id, text, title, date})));
  });
}

test('texts of other scripts, and of none', () => {
  const texts = ['', ' ', '…—!?', '٤٠ عاملاً عادوا. 40 men left.', '40人が帰った。“We left,” said ÁNGEL ŽAGAR.', 'ΣΊΣΥΦΟΣ said 40 İstanbul ﬁre men left.',
    'She said: “40 of the 50 men’s wives — ½ of them — left”…\u2028On 5 June', '\ufeff40\u00a0000 men\u200b left \ud83d\udc68\u200d\ud83d\udc69 on Friday'];
  compare(texts.map((text, at) => ({id: String(at), text, title: at % 2 ? `Title ${at}` : undefined})));
});
