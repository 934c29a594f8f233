// Charts without a browser: what a template of Lit's would become, as text, held to a stored file.

import assert from 'node:assert/strict';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {shell} from './shell.mjs';

const STORED = join(dirname(fileURLToPath(import.meta.url)), 'drawings');

// Lit looks for these when it is loaded; for drawing it needs none of them.
globalThis.HTMLElement ??= class {};
globalThis.customElements ??= {get: () => undefined, define: () => undefined};
globalThis.document ??= {createTreeWalker: () => ({}), createComment: () => ({}), createElement: () => ({}), baseURI: 'https://example.org/'};

const {nothing} = await shell('vendor/lit.js');

const escaped = text => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The parts of an attribute's value: text up to its closing quotation mark, values between. */
function attribute(name, quote, parts) {
  if (/^[@.]/.test(name) || parts.some(part => part === nothing)) return '';
  const value = parts.map(part => part ?? '').join('');
  if (name.startsWith('?')) return parts.some(Boolean) ? ` ${name.slice(1)}` : '';
  return ` ${name}="${quote ? value : escaped(value)}"`;
}

function templateText({strings, values}) {
  let text = '';
  // Name, quotation mark and parts of the attribute that is being read.
  let open = null;
  strings.forEach((string, at) => {
    let rest = string;
    if (open) {
      const end = open.quote ? rest.indexOf(open.quote) : 0;
      open.parts.push(end < 0 ? rest : rest.slice(0, end));
      if (end >= 0) {
        text += attribute(open.name, open.quote, open.parts);
        rest = rest.slice(end + open.quote.length);
        open = null;
      }
    }
    if (at === strings.length - 1) {
      text += open ? '' : rest;
      return;
    }
    const value = values[at];
    if (open) {
      open.parts.push(value === nothing ? nothing : escaped(value));
      return;
    }
    const begun = rest.match(/\s([@.?]?[\w-]+)=(["']?)([^"'<>]*)$/);
    const inTag = rest.lastIndexOf('<') > rest.lastIndexOf('>') || (rest.lastIndexOf('>') < 0 && /<[^>]*$/.test(text));
    if (begun && inTag) {
      text += rest.slice(0, begun.index);
      open = {name: begun[1], quote: begun[2], parts: [begun[3], begun[2] ? value === nothing ? nothing : escaped(value) : value]};
    } else {
      text += rest + drawn(value);
    }
  });
  return text;
}

/** A template, or whatever else may stand in one, as text. */
export function drawn(value) {
  if (value === nothing || value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(drawn).join('');
  if (value._$litDirective$) {
    const [items, key, template] = value.values;
    return [...items].map((item, at) => drawn((template ?? key)(item, at))).join('');
  }
  return value.strings ? templateText(value) : escaped(value);
}

/** One tag a line, and coasts cut short, so that a difference can be read. */
const inLines = text => `${text.replace(/ d="([^"]{60})([^"]{400,})"/g, (_, first, rest) => ` d="${first}… and ${rest.length} more"`).replace(/\s+/g, ' ').replace(/\s*(<(?!\/))/g, '\n$1').trim()}\n`;

/** Holds a drawing to the stored one; `UPDATE=1` stores it. */
export function assertDrawn(name, template) {
  const text = inLines(drawn(template));
  const path = join(STORED, `${name}.svg`);
  if (process.env.UPDATE) {
    mkdirSync(STORED, {recursive: true});
    writeFileSync(path, text);
  }
  assert.equal(text, readFileSync(path, 'utf8'), `${path}; UPDATE=1 stores what is drawn now`);
}

/** A page as charts know it. */
export const page = {href: to => `#${to}`, screen: {language: 'en'}, width: 640};
