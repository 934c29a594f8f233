// The one module that touches WebAssembly: from the address of a module to an open sourcebook.
//
// The first module that a page loads gives it its engine; of every further one only the bytes are handed to
// that engine, which reads their corpus. Elements with the same module share one sourcebook.

/**
 * What went wrong, for people, with a code for programs: `missing`, `network`, `integrity`, `unsupported`,
 * `foreign`, `version`, `truncated` or `damaged`.
 */
export class LoadError extends Error {
  constructor(code, message, cause) {
    super(message, {cause});
    this.name = 'LoadError';
    this.code = code;
  }
}

const ALGORITHMS = ['sha512', 'sha384', 'sha256'];

/**
 * Whether `bytes` are those that `integrity` names, in the notation of Subresource Integrity: one or more of
 * `sha256-…`, `sha384-…`, `sha512-…` in base64, of which only the strongest kind counts, any of that kind. Unlike
 * there, a text without any known hash is an error and not a leave to pass. No text at all: true.
 */
export async function verify(bytes, integrity) {
  const wanted = (integrity ?? '').trim().split(/\s+/).filter(Boolean).map(hash => hash.split('?')[0]);
  if (!wanted.length) return true;
  const strongest = ALGORITHMS.find(name => wanted.some(hash => hash.startsWith(`${name}-`)));
  if (!strongest) {
    throw new LoadError('integrity', 'expected integrity as “sha256-…”, but found something else; copy it from the page that was built with the module');
  }
  const digest = await crypto.subtle.digest(strongest.replace('sha', 'SHA-'), bytes);
  const found = `${strongest}-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
  return wanted.includes(found);
}

async function fetchBytes(url, integrity, progress) {
  let response;
  try {
    // Without a secure context there is no crypto.subtle; then the browser's own check does it.
    response = await fetch(url, globalThis.crypto?.subtle || !integrity ? {} : {integrity});
  } catch (cause) {
    throw new LoadError('network', `the module ${url} could not be fetched; check the connection, then load the page again`, cause);
  }
  if (response.status === 404 || response.status === 410) {
    throw new LoadError('missing', `expected a module at ${url}, but the server has none there`);
  }
  if (!response.ok) throw new LoadError('network', `expected the module ${url}, but the server answered ${response.status}`);
  try {
    return await collect(response, progress);
  } catch (cause) {
    throw new LoadError('network', `the module ${url} broke off on its way; load the page again`, cause);
  }
}

async function collect(response, progress) {
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const parts = [];
  let size = 0;
  for (const reader = response.body.getReader(); ;) {
    const {done, value} = await reader.read();
    if (done) break;
    parts.push(value);
    size += value.length;
    progress(size);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Whether a module's last section ends before it should. */
function isTruncated(bytes) {
  let at = 8;
  while (at < bytes.length) {
    let size = 0;
    let shift = 0;
    let byte = 0x80;
    at += 1;
    while (byte & 0x80) {
      if (at >= bytes.length || shift > 28) return true;
      byte = bytes[at];
      size += (byte & 0x7f) * 2 ** shift;
      shift += 7;
      at += 1;
    }
    at += size;
  }
  return at > bytes.length;
}

function looksLikeModule(bytes) {
  return [0x00, 0x61, 0x73, 0x6d].every((byte, at) => bytes[at] === byte);
}

let engine = null;

async function startEngine(bytes) {
  let module;
  try {
    module = await WebAssembly.compile(bytes);
  } catch (cause) {
    if (cause instanceof WebAssembly.CompileError) throw new LoadError('damaged', 'the module is damaged: its code cannot be compiled', cause);
    throw new LoadError('unsupported', 'this page may not run WebAssembly; its policy must allow \'wasm-unsafe-eval\'', cause);
  }
  // Once given, the glue keeps its module for good: so one that is no engine must not get that far.
  if (!WebAssembly.Module.exports(module).some(({name}) => name === 'sourcebook_open')) {
    throw new LoadError('foreign', 'expected a module of Sourcebook, but found WebAssembly of another program');
  }
  const glue = await import('./engine.js');
  try {
    // Not in one go: of a module beyond 8 MB, as a corpus of thousands of articles makes it, Chromium forbids that.
    await glue.default({module_or_path: module});
  } catch (cause) {
    throw new LoadError('version', 'the module and the page\'s engine.js are not of one version; build and upload both together', cause);
  }
  return glue.Sourcebook;
}

async function engineFor(bytes) {
  while (engine) {
    const pending = engine;
    try {
      return await pending;
    } catch {
      if (engine === pending) engine = null;
    }
  }
  engine = startEngine(bytes);
  return engine;
}

async function openModule(url, integrity, progress) {
  if (typeof WebAssembly !== 'object') {
    throw new LoadError('unsupported', 'this browser has no WebAssembly, or it is switched off');
  }
  const bytes = await fetchBytes(url, integrity, progress);
  if (globalThis.crypto?.subtle && !await verify(bytes, integrity)) {
    throw new LoadError('integrity', `the module ${url} is not the one that this page was made with; if it is your site, upload page and module together`);
  }
  if (!looksLikeModule(bytes)) throw new LoadError('foreign', `expected a module of Sourcebook at ${url}, but found another file`);
  if (isTruncated(bytes)) throw new LoadError('truncated', `the module ${url} is cut short; load the page again, or upload the module again`);
  const Sourcebook = await engineFor(bytes);
  try {
    return Sourcebook.open(bytes);
  } catch (cause) {
    throw new LoadError(cause?.code ?? 'damaged', cause?.message ?? 'the module is damaged', cause);
  }
}

const joining = {};

async function join(name) {
  const glue = await import('./engine.js');
  const {file, integrity} = glue.parts[name];
  const url = new URL(file, import.meta.url);
  let response;
  try {
    response = await fetch(url, {integrity});
    if (!response.ok) throw new Error(`the server answered ${response.status}`);
  } catch (cause) {
    throw new LoadError('network', `a part of the engine, ${url}, could not be fetched, or is not the one that belongs to the first; load the page again, or upload all of them together`, cause);
  }
  try {
    glue.joinPart(await WebAssembly.compile(await response.arrayBuffer()));
  } catch (cause) {
    throw new LoadError('version', 'the module and the page\'s engine.js are not of one version; build and upload both together', cause);
  }
}

/** Joins a part to the engine of all books, once a page: `views`, `explained`, `map` or `tables`. */
export async function joinEngine(name) {
  joining[name] ??= join(name);
  try {
    await joining[name];
  } catch (error) {
    delete joining[name];
    throw error;
  }
}

/** By address and integrity: the book or its coming, and how many were given it. */
const opened = new Map();

/**
 * Opens the sourcebook at `src`, once a page for each module.
 * @param {string} src address, relative to the document
 * @param {string} [integrity] as {@link verify} takes it
 * @param {(bytes: number) => void} [progress] told how many bytes have come
 */
export async function load(src, integrity = '', progress = () => {}) {
  if (!src) throw new LoadError('missing', 'expected the address of a module in the attribute src, but there is none');
  const url = new URL(src, document.baseURI).href;
  const key = `${url} ${integrity}`;
  if (!opened.has(key)) {
    const entry = {opening: openModule(url, integrity, progress), book: null, given: 0};
    opened.set(key, entry);
    entry.opening.then(book => { entry.book = book; }, () => {
      // A failure is not kept: the element may be tried again.
      if (opened.get(key) === entry) opened.delete(key);
    });
  }
  const entry = opened.get(key);
  entry.given += 1;
  return entry.opening;
}

/**
 * Lets go of a book that turned out to be damaged, so that its module is loaded anew when it is asked for again.
 * Its memory is given back at once if nobody else was given it; else when the last one lets go.
 */
export function forget(book) {
  for (const [key, entry] of opened) {
    if (entry.book !== book) continue;
    opened.delete(key);
    if (entry.given === 1) free(book);
  }
}

function free(book) {
  try {
    book.free();
  } catch {
    // A book whose engine stopped in the middle of an answer stays lent out and cannot be freed.
  }
}
