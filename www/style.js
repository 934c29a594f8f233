// The style of the shadow root. Widths are those of the element, not of the window.
//
// A host page may set: --sourcebook-paper, -quiet, -ink, -muted, -line, -edge, -blue, -rust, -green, -grey, -hit,
// -chosen, --sourcebook-sans, --sourcebook-serif. Light or dark follows the color-scheme of the host page.

import {CHART_RULES, paletteRules} from './charts/palette.js';
import {css, unsafeCSS} from './vendor/lit.js';

export const style = css`
:host {
  ${unsafeCSS(paletteRules())}
  --sans: var(--sourcebook-sans, system-ui, -apple-system, "Segoe UI", "Liberation Sans", "DejaVu Sans", sans-serif);
  --serif: var(--sourcebook-serif, "Iowan Old Style", "Palatino Linotype", Charter, "Noto Serif", "Liberation Serif", "DejaVu Serif", Georgia, serif);
  display: block;
  container-type: inline-size;
}
/* Not on the host itself: what stands inside it keeps the style of its page. */
.frame, .message {
  color: var(--ink);
  background: var(--paper);
  font: 15px/1.5 var(--sans);
  text-align: start;
  text-indent: 0;
  text-transform: none;
  letter-spacing: normal;
  word-spacing: normal;
  white-space: normal;
  overflow-wrap: break-word;
}
:host([hidden]) { display: none; }
*, ::before, ::after { box-sizing: border-box; }
h1, h2, h3, p, ul, ol, figure, dl { margin: 0; padding: 0; font-size: inherit; }
ul, ol { list-style: none; }
a { color: var(--blue); text-decoration-thickness: 1px; text-underline-offset: .18em; }
button, input { font: inherit; color: inherit; }
button { min-height: 26px; min-width: 26px; border: 0; background: none; cursor: pointer; padding: 2px 8px; border-radius: 4px; text-align: start; }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; border-radius: 2px; }
#panel:focus-visible { outline-offset: -2px; }
.unseen:not(:focus-visible) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet { color: var(--muted); font-size: 13px; text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .2em; }
.quiet:hover, summary:hover { color: var(--ink); text-decoration-color: currentColor; }
.button { display: inline-block; min-height: 32px; padding: 5px 14px; border: 1px solid var(--edge); border-radius: 5px; color: var(--ink); text-decoration: none; font-size: 14px; }
.button:hover { background: var(--chosen); }
kbd { font: 12px var(--sans); border: 1px solid var(--line); border-radius: 3px; padding: 0 5px; color: var(--muted); }
mark { background: var(--hit); color: inherit; box-shadow: inset 0 -2px var(--blue); padding: 0 1px; border-radius: 2px; }
mark mark { box-shadow: inset 0 -2px var(--blue), inset 0 -4px var(--hit), inset 0 -5px var(--rust); }
summary { cursor: pointer; color: var(--muted); font-size: 13px; min-height: 26px; padding: 3px 0; width: fit-content; }
.message { padding: 12px var(--side, 20px); border-bottom: 1px solid var(--line); background: var(--quiet); }
.message:empty { display: none; }
.message .detail { color: var(--muted); font-size: 13px; margin: 4px 0 10px; }
.failed { border-inline-start: 3px solid var(--rust); }

.frame { --side: 28px; }
.head { display: flex; flex-wrap: wrap; gap: 12px 32px; align-items: start; padding: 18px var(--side) 10px; }
.head > div { flex: 1 1 20rem; min-width: 0; }
h1, .h1 { font: 700 24px/1.2 var(--serif); text-wrap: balance; }
.head p:not(.h1, .query) { color: var(--muted); font-size: 14px; }
.search { flex: 1 1 22rem; max-width: 40rem; position: relative; }
.search input { width: 100%; height: 40px; padding: 0 40px 0 13px; border: 1px solid var(--edge); border-radius: 6px; background: var(--paper); appearance: none; outline-offset: 0; }
.search input::placeholder { color: var(--muted); opacity: 1; }
.search kbd { position: absolute; inset-inline-end: 12px; top: 11px; pointer-events: none; }
.search input:focus ~ kbd, .search input:not(:placeholder-shown) ~ kbd { display: none; }
.search input:not(:placeholder-shown) { padding-inline-end: 13px; }
.fault { padding: 6px 0 0 10px; margin-top: 6px; border-inline-start: 3px solid var(--rust); font-size: 13px; }
.fault .query { white-space: pre-wrap; }
.fault b { color: var(--rust); text-decoration: underline wavy; text-decoration-skip-ink: none; }
.tabs { display: flex; flex-wrap: wrap; padding: 0 var(--side); border-bottom: 1px solid var(--line); }
.tabs button { flex: none; padding: 9px 14px; border-radius: 0; color: var(--muted); border-bottom: 3px solid transparent; white-space: nowrap; }
.tabs button:focus-visible { outline-offset: -3px; }
.tabs [aria-selected="true"] { color: var(--ink); font-weight: 600; border-color: var(--blue); }
.tabs button:hover { color: var(--ink); }
.count { color: var(--muted); font-size: 12px; font-weight: 400; margin-inline-start: 6px; }
.bar { display: flex; flex-wrap: wrap; gap: 6px 16px; align-items: center; padding: 7px var(--side); background: var(--quiet); border-bottom: 1px solid var(--line); }
.chips { display: flex; flex-wrap: wrap; gap: 6px; }
.chip { border: 1px solid var(--edge); border-radius: 15px; padding: 2px 11px; font-size: 14px; background: var(--paper); overflow-wrap: anywhere; }
.chip:hover { border-color: var(--ink); }
[role="status"] { margin-inline-start: auto; color: var(--muted); font-size: 14px; }
.notices { padding: 8px var(--side); border-bottom: 1px solid var(--line); font-size: 14px; }
.notices li { border-inline-start: 3px solid var(--rust); padding-inline-start: 10px; overflow-wrap: anywhere; }

.figure { padding: 18px 0 16px; border-bottom: 1px solid var(--line); position: relative; }
.figure h2, .facets h2 { font: 700 17px/1.3 var(--serif); }
.figure figcaption p, .hint { color: var(--muted); font-size: 14px; max-width: 60ch; }
.drawing { margin-top: 10px; overflow: hidden; }
.drawing > svg { display: block; width: 100%; height: auto; max-width: 100%; overflow: visible; }
.tools { display: flex; flex-wrap: wrap; gap: 0 6px; align-items: start; }
.tools > button { padding-inline: 0; margin-inline-end: 8px; }
.tools details[open] { flex: 1 1 100%; min-width: 0; max-width: 100%; order: 1; }
.tools summary { text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .2em; }
.strip { margin: 0; padding: 10px var(--side) 6px; background: var(--quiet); }
.strip figcaption { display: flex; flex-wrap: wrap; gap: 0 12px; align-items: baseline; padding-inline-end: 150px; }
/* Room for the drawing while it is fetched. */
.strip .drawing { min-height: 68px; }
.strip h2 { font-size: 15px; }
.strip figcaption p { font-size: 13px; max-width: none; }
.strip .tools { justify-content: end; }
.strip .tools:not(:has(details[open])) { position: absolute; inset-inline-end: var(--side); top: 9px; }
.chosen { font-size: 13px; }
.strip svg { touch-action: pan-y; user-select: none; cursor: crosshair; }
.strip a { cursor: pointer; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 18px; margin-top: 8px; font-size: 13px; }
.legend li { display: flex; gap: 7px; align-items: center; }
${unsafeCSS(CHART_RULES)}
svg .grip { fill: var(--paper); stroke: var(--muted); stroke-width: 1.5; }
svg .handle { cursor: ew-resize; }
svg .handle .hair { opacity: .45; }
svg .handle:focus { outline: none; }
svg .handle:focus-visible .grip, svg .handle:hover .grip { fill: var(--blue); stroke: var(--blue); }
svg .handle:focus-visible .target { stroke: var(--blue); stroke-width: 2; }
svg a:focus { outline: none; }
svg a:focus-visible .target, svg a.unknown:focus-visible .band { stroke: var(--blue); stroke-width: 2; opacity: 1; }
svg a:hover .target { fill: var(--chosen); }
svg a:hover .tick { stroke: var(--rust); }
svg a:hover .dot { stroke: var(--ink); }

.columns { display: grid; grid-template-columns: minmax(0, 1fr); }
.content { padding: 0 var(--side) 32px; min-width: 0; background: var(--paper); }
.facets { padding: 8px var(--side); border-bottom: 1px solid var(--line); }
.facets h2 { font: 600 13px/1.4 var(--sans); margin: 10px 0 2px; color: var(--muted); }
.facets ul { max-height: 26rem; overflow-y: auto; }
.facets .folded { display: none; }
.unfold { padding-inline: 0; font-size: 14px; font-weight: 600; min-height: 30px; }
.unfold::after { content: " +" / ""; }
.unfold[aria-expanded="true"]::after { content: " −" / ""; }
.facets li { display: flex; align-items: stretch; border-bottom: 1px solid var(--line); }
.facets li button { font-size: 14px; min-height: 30px; }
.only { flex: 1; min-width: 0; padding-inline: 6px; overflow-wrap: break-word; }
.facets .count { align-self: center; margin: 0; padding-inline: 4px; font-variant-numeric: tabular-nums; }
.facets button:hover { background: var(--chosen); }
.without { min-width: 30px; text-align: center; color: var(--muted); }
.included .only { font-weight: 600; background: var(--chosen); box-shadow: inset 3px 0 var(--blue); }
.excluded .only { text-decoration: line-through; color: var(--muted); }
.excluded .without { color: var(--paper); background: var(--rust); }

.list-head, .choices { display: flex; flex-wrap: wrap; gap: 2px 14px; align-items: center; font-size: 14px; }
.list-head { justify-content: space-between; padding-top: 12px; }
.choices > span { color: var(--muted); }
.choices a { min-height: 26px; padding: 3px 0; text-decoration-color: var(--line); }
.choices [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.figure .choices { margin-top: 6px; }
.items > li { padding: 16px 0 14px; border-bottom: 1px solid var(--line); }
.items h3 { font: 700 18px/1.3 var(--serif); text-wrap: pretty; }
.items h3 a { color: var(--ink); text-decoration: none; }
.items h3 a:hover { text-decoration: underline; }
.items > li { position: relative; }
.items > li:has(h3 a[aria-current])::before { content: ""; position: absolute; inset: 14px auto 14px -12px; border-inline-start: 3px solid var(--blue); }
.facts { display: flex; flex-wrap: wrap; gap: 0 14px; color: var(--muted); font-size: 13px; margin-top: 3px; }
.facts > * { min-width: 0; }
.facts b { color: var(--ink); }
.facts a { line-height: 24px; margin-block: -2px; }
.hits { color: var(--blue); font-weight: 600; }
.snippets { margin-top: 8px; }
.snippets li + li { margin-top: 6px; }
.snippets a { font: 16px/1.5 var(--serif); color: var(--ink); text-decoration: none; max-width: min(68ch, 100%); display: inline-block; }
.snippets a:hover { text-decoration: underline; text-decoration-color: var(--blue); }
.more { margin-top: 16px; }
.empty { padding: 28px 0; font-size: 17px; }
.empty ul { margin-top: 8px; font-size: 15px; }
.empty a { display: inline-block; padding: 3px 0; }
.hint { padding: 14px 0; border-bottom: 1px solid var(--line); }
code { font: 13px ui-monospace, "Liberation Mono", "DejaVu Sans Mono", monospace; color: var(--ink); }


.readers { display: grid; grid-template-columns: minmax(0, 1fr); background: var(--quiet); border-top: 1px solid var(--line); scroll-margin-top: 0; }
.reader { padding: 0 var(--side) 28px; min-width: 0; }
footer { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: start; gap: 4px 20px; padding: 12px var(--side) 20px; color: var(--muted); font-size: 13px; border-top: 1px solid var(--line); }
footer span { padding: 3px 0; overflow-wrap: anywhere; }
footer code { color: inherit; font-size: 12px; }
footer li, footer label { min-height: 26px; }
footer input { width: 18px; height: 18px; vertical-align: -4px; margin: 3px; accent-color: var(--blue); }

@container (width < 600px) {
  .frame { --side: 16px; }
  h1, .h1 { font-size: 21px; }
  .head { padding-top: 14px; }
  .head > div, .search { flex-basis: 100%; }
  .tabs button { padding-inline: 11px; }
  [role="status"] { margin: 0; }
  .strip figcaption { padding: 0; }
  .strip .tools:not(:has(details[open])) { position: static; }
}
@container (width >= 760px) {
  .columns { grid-template-columns: 216px minmax(0, 1fr); }
  .facets { border-bottom: 0; border-inline-end: 1px solid var(--line); padding-inline: var(--side) 16px; padding-bottom: 24px; }
  .facets .folded { display: block; }
  .unfold { display: none; }
  .readers { grid-column: 1 / -1; }
  .readers:has(.reader + .reader) { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .reader + .reader { border-top: 0; border-inline-start: 1px solid var(--line); }
}
@container (width >= 1000px) {
  .columns[data-readers="1"] { grid-template-columns: 216px minmax(0, 1fr) minmax(24rem, 1.1fr); }
  .columns[data-readers="2"] { grid-template-columns: minmax(15rem, 19rem) minmax(0, 1fr); }
  .columns[data-readers="2"] .facets { border-inline-end: 0; padding-bottom: 8px; }
  .columns[data-readers="2"] .facets .folded { display: none; }
  .columns[data-readers="2"] .unfold { display: inline-block; }
  .columns[data-readers="2"] .content { grid-column: 1; }
  .columns:not([data-readers="0"]) .readers { grid-column: auto; grid-row: auto; position: sticky; top: 0; align-self: start; border-top: 0; border-inline-start: 1px solid var(--line); }
  .reader { max-height: 100vh; max-height: 100dvh; overflow: auto; }
  .columns[data-readers="2"] .readers { grid-column: 2; grid-row: 1 / span 2; }
  .columns[data-readers="2"] { grid-template-rows: auto 1fr; }
  .columns[data-readers="2"] .items h3 { font-size: 16px; }
  .columns[data-readers="2"] .text { font-size: 16px; }
}
@media (hover: none) { .anchor { opacity: .6; } }
@media (prefers-reduced-motion: no-preference) { .anchor, .button, .facets button { transition: opacity .12s, background-color .12s; } }
@media (forced-colors: active) {
  :host { --paper: Canvas; --quiet: Canvas; --ink: CanvasText; --muted: CanvasText; --line: GrayText; --edge: CanvasText; --blue: LinkText; --rust: CanvasText; --green: CanvasText; --grey: GrayText; --hit: Mark; --chosen: Canvas; }
  mark { background: Mark; color: MarkText; }
  .tabs button { border-color: Canvas; }
  .tabs [aria-selected="true"], .included .only { border-bottom: 3px solid Highlight; }
  .sentence.selected { outline: 2px solid Highlight; }
  .excluded .without { outline: 2px solid Highlight; }
}
@media print {
  :host { color-scheme: light; }
  .frame { background: none; font-size: 10pt; }
  .search, .tabs, .skip, .facets, .tools, .choices, .list-head, .more, .reader-bar, .anchor, footer details, .chosen button, .hint, .handle { display: none !important; }
  .columns, .columns[data-readers] { display: block; }
  .columns:not([data-readers="0"]) .content { display: none; }
  .columns:not([data-readers="0"]) .readers { position: static; border: 0; }
  .reader { max-height: none; overflow: visible; }
  .readers, .readers:has(.reader + .reader) { display: block; background: none; }
  .reader + .reader { break-before: page; border: 0; }
  .text { max-width: none; font-size: 11pt; }
  .items > li, .figure, svg { break-inside: avoid; }
  a { color: inherit; }
  mark { print-color-adjust: exact; }
}
`;
