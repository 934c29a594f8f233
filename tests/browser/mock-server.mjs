// Serves the shell on loopback with the mock engine, under the page's own security policy.
//   node tests/browser/mock-server.mjs [PORT]
import {createHash} from 'node:crypto';
import {readFileSync, readdirSync} from 'node:fs';
import {createServer} from 'node:http';
import {extname, join, normalize} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const texts = readdirSync(join(root, 'seeds')).filter(f => f.endsWith('.txt')).sort().map(f => readFileSync(join(root, 'seeds', f), 'utf8'));
export const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

function leb(n) {
  const out = [];
  do { out.push((n & 127) | (n > 127 ? 128 : 0)); n >>= 7; } while (n);
  return out;
}
const section = (id, body) => [id, ...leb(body.length), ...body];
const name = text => [...leb(Buffer.byteLength(text)), ...Buffer.from(text)];
/// The smallest module the loader takes: one exported function of no use, and the corpus in a custom section.
export const module = Buffer.from([0, 97, 115, 109, 1, 0, 0, 0,
  ...section(1, [1, 0x60, 0, 0]), ...section(3, [1, 0]), ...section(7, [1, ...name('sourcebook_open'), 0, 0]), ...section(10, [1, 2, 0, 0x0b]),
  ...section(0, [...name('mock-corpus'), ...Buffer.from(JSON.stringify(texts))])]);
export const integrity = `sha256-${createHash('sha256').update(module).digest('base64')}`;

const fallback = texts.map(t => `<article><h2>${t.split('\n').find(l => l.length > 20).replace(/[<&]/g, '')}</h2><p>${t.slice(0, 600).replace(/[<&]/g, '')} …</p></article>`).join('\n');
const page = attributes => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>Coming home from the Islamic State</title><link rel="icon" href="data:,">
<link rel="stylesheet" href="page.css"><script type="module" src="source-book.js"></script></head>
<body><source-book ${attributes}><noscript><p>Search and charts need JavaScript and WebAssembly; the articles are below.</p></noscript>
<main><h1>Coming home from the Islamic State</h1>
${fallback}</main></source-book></body></html>`;

const TYPES = {'.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.svg': 'image/svg+xml'};
const routes = {
  '/': () => page(`sync src="sourcebook.wasm" integrity="${integrity}"`),
  '/broken.html': () => page(`sync src="sourcebook.wasm" integrity="sha256-${'A'.repeat(43)}="`),
  '/missing.html': () => page('sync src="nothing.wasm"'),
  '/foreign.html': () => page('sync src="page.css"'),
  '/truncated.html': () => page('sync src="truncated.wasm"'),
  '/slow.html': () => page('sync src="slow.wasm"'),
};
export const server = createServer((request, response) => {
  const path = new URL(request.url, 'http://x').pathname;
  const send = (status, type, body) => response.writeHead(status, {'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'no-store'}).end(body);
  if (routes[path]) return send(200, TYPES['.html'], routes[path]());
  if (path.endsWith('/truncated.wasm')) return send(200, TYPES['.wasm'], module.subarray(0, module.length - 400));
  if (path.endsWith('/slow.wasm')) return void setTimeout(() => send(200, TYPES['.wasm'], module), 6000);
  if (path.endsWith('/sourcebook.wasm')) return send(200, TYPES['.wasm'], module);
  const file = path === '/engine.js' ? join(root, 'tests/browser/mock-engine.js') : join(root, 'www', normalize(path));
  try {
    send(200, TYPES[extname(file)] ?? 'application/octet-stream', readFileSync(file));
  } catch {
    send(404, 'text/plain', 'not found');
  }
});
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  server.listen(Number(process.argv[2] ?? 8123), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`));
}
