// The real program, as somebody would start it.

import {spawn} from 'node:child_process';
import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const SEEDS = join(ROOT, 'seeds');
export const PROGRAM = process.env.SOURCEBOOK || join(ROOT, 'target', 'release', 'sourcebook');

const ADDRESS = /^\s*(http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+\/)\s*$/m;

function start(args) {
  if (!existsSync(PROGRAM)) throw new Error(`expected the program at ${PROGRAM}; run: cargo build --release`);
  const child = spawn(PROGRAM, args, {stdio: ['ignore', 'pipe', 'pipe']});
  child.said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', text => { child.said += text; });
  }
  return child;
}

/** Ends a child by its pid: as Ctrl-C does, and if it will not, by force. Says whether it ended by itself. */
function end(child, patience = 5_000) {
  return new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve(true);
    const force = setTimeout(() => child.kill('SIGKILL'), patience);
    child.once('exit', (_code, signal) => {
      clearTimeout(force);
      resolve(signal !== 'SIGKILL');
    });
    child.kill('SIGINT');
  });
}

/**
 * Serves a folder on a free port of this machine.
 * @returns {Promise<{url: string, end: () => Promise<boolean>}>} `url` ends with `/`
 */
export function serve(folder, patience = 60_000) {
  const child = start(['serve', folder, '--port', '0']);
  return new Promise((resolve, reject) => {
    const fail = why => {
      clearTimeout(late);
      end(child).then(() => reject(new Error(`${why}; the program said:\n${child.said}`)));
    };
    const late = setTimeout(() => fail(`expected an address within ${patience} ms, but found none`), patience);
    const look = () => {
      const found = ADDRESS.exec(child.said);
      if (!found) return;
      clearTimeout(late);
      resolve({url: found[1], end: () => end(child)});
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
    child.once('error', error => fail(error.message));
    child.once('exit', code => fail(`the program ended with ${code} before it served`));
  });
}

/** Runs the program to its end. */
export function run(args, patience = 60_000) {
  const child = start(args);
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => child.kill('SIGKILL'), patience);
    child.once('error', reject);
    child.once('close', code => {
      clearTimeout(late);
      resolve({code, said: child.said});
    });
  });
}
