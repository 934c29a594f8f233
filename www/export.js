// What can be taken away: a table as CSV, a chart as SVG.

import {CHART_RULES, PALETTE} from './charts/palette.js';

const PLAIN_NUMBER = /^[+-]?[\d., ]*\d(?:e[+-]?\d+)?%?$/i;
const SANS = 'system-ui, -apple-system, "Segoe UI", "Liberation Sans", "DejaVu Sans", sans-serif';
const SVG = 'http://www.w3.org/2000/svg';

/** Characters that no XML may hold. */
const NO_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** A cell that a spreadsheet would run as a formula gets an apostrophe in front; a number does not. */
function disarmed(text) {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

function quoted(text) {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A table of the screen as CSV (RFC 4180: commas, CRLF, quotation marks doubled), one line of headings first. Each row also says
 * which corpus it is from, and what was searched for and filtered: a file of its own has no other place to keep that.
 */
export function toCsv(table, {corpus, edition, filters, address}) {
  const from = [`${corpus}, edition ${edition}`, filters.join('; ') || 'none', address];
  const lines = [[...table.columns.map(column => column.label), 'Corpus', 'Search and filters', 'Address'],
    ...table.rows.map(row => [...row.map(cell => cell.text), ...from])];
  return lines.map(line => line.map(text => quoted(disarmed(text))).join(',') + '\r\n').join('');
}

/** A table of the screen as JSON, with the corpus and with what was searched for and filtered. */
export function toJson(table, about) {
  return `${JSON.stringify({title: table.caption, ...about, columns: table.columns.map(column => column.label),
    rows: table.rows.map(row => row.map(cell => cell.text))}, null, 1)}\n`;
}

/** An SVG file as a picture in PNG, twice as fine as it is on the page. */
export async function toPng(svg) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2];
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise(resolve => { canvas.toBlob(resolve, 'image/png'); });
}

/** Rules with values in the place of custom properties, which drawing programs do not know. */
function resolved(rules) {
  return rules.replace(/var\(--(\w+)\)/g, (_, name) => name === 'sans' ? SANS : PALETTE[name][0]);
}

/** Lines of at most about `most` signs, broken at spaces. */
function wrapped(text, most) {
  const lines = [''];
  for (const word of text.split(' ')) {
    if (lines.at(-1).length + word.length > most && lines.at(-1)) lines.push('');
    lines[lines.length - 1] += `${lines.at(-1) && ' '}${word}`;
  }
  return lines;
}

function textLines(document, lines, top, className) {
  return lines.map((line, at) => {
    const text = document.createElementNS(SVG, 'text');
    text.setAttribute('x', '0');
    text.setAttribute('y', String(top + at * 16));
    text.setAttribute('class', className);
    text.textContent = line;
    return text;
  });
}

/** What only serves the page: links, keys, what is hit by the pointer. The words of a name stay as a title. */
function stripped(drawing) {
  const copy = drawing.cloneNode(true);
  for (const element of copy.querySelectorAll('.target, [role="slider"]')) element.remove();
  for (const link of copy.querySelectorAll('a')) {
    const group = link.ownerDocument.createElementNS(SVG, 'g');
    group.append(...link.childNodes);
    if (link.getAttribute('class')) group.setAttribute('class', link.getAttribute('class'));
    link.replaceWith(group);
  }
  for (const element of [copy, ...copy.querySelectorAll('*')]) {
    for (const {name} of [...element.attributes]) if (/^(data-|aria-|tabindex|role)/.test(name)) element.removeAttribute(name);
  }
  const walker = copy.ownerDocument.createTreeWalker(copy, NodeFilter.SHOW_COMMENT);
  const comments = [];
  while (walker.nextNode()) comments.push(walker.currentNode);
  for (const comment of comments) comment.remove();
  return copy;
}

/**
 * A drawn chart as an SVG file with its styles inside, in the light palette.
 * @param {SVGSVGElement} drawing as it stands on the page
 * @param {string} options.title
 * @param {string} options.sentence what is to be seen
 * @param {string[]} options.sources lines that say where it is from
 * @param {string} [options.rules] style of its marks, beyond that of all charts
 * @param {{swatch: SVGSVGElement, term: string}[]} [options.legends] what stands for which term
 */
export function toSvg(drawing, {title, sentence, sources, legends = [], rules = ''}) {
  const document = drawing.ownerDocument;
  const {width, height} = drawing.viewBox.baseVal;
  const most = Math.max(30, Math.floor(width / 6.6));
  const head = wrapped(sentence, most);
  const foot = sources.flatMap(line => wrapped(line, most));
  const top = 34 + head.length * 16 + legends.length * 18;
  const total = top + height + 14 + foot.length * 16;
  const root = document.createElementNS(SVG, 'svg');
  root.setAttribute('width', String(width + 32));
  root.setAttribute('height', String(total + 32));
  root.setAttribute('viewBox', `-16 -16 ${width + 32} ${total + 32}`);
  const style = document.createElementNS(SVG, 'style');
  style.textContent = `${resolved(CHART_RULES + rules)}svg .head{font-size:16px;font-weight:700}`;
  const ground = document.createElementNS(SVG, 'rect');
  for (const [name, value] of [['x', -16], ['y', -16], ['width', width + 32], ['height', total + 32], ['fill', '#fff']]) ground.setAttribute(name, String(value));
  const chart = stripped(drawing);
  chart.setAttribute('y', String(top));
  root.append(style, ground, ...textLines(document, [title], 16, 'head'), ...textLines(document, head, 38, 'soft'));
  legends.forEach((legend, at) => {
    const swatch = stripped(legend.swatch);
    swatch.setAttribute('y', String(22 + head.length * 16 + 6 + at * 18));
    const [text] = textLines(document, [legend.term], 22 + head.length * 16 + 16 + at * 18, 'term');
    text.setAttribute('x', '36');
    root.append(swatch, text);
  });
  root.append(chart, ...textLines(document, foot, top + height + 22, 'soft'));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root).replace(NO_XML, '\uFFFD')}\n`;
}

/** `Dates of publication` → `dates-of-publication`. */
function fileName(title) {
  return title.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '') || 'sourcebook';
}

/** Offers a text, or a blob, as a file. */
export function download(content, title, ending, type) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], {type: `${type};charset=utf-8`}));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${fileName(title)}.${ending}`;
  link.click();
  // The browser reads the file after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
