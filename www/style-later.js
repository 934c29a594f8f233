// The style of what is loaded after the first view: tables, opened articles with their cards, the ledger.

import {css} from './vendor/lit.js';

export const style = css`
.table-frame { overflow-x: auto; margin-top: 6px; }
.data { border-collapse: collapse; width: 100%; font-size: 14px; }
.data caption { text-align: start; font-weight: 600; padding: 4px 0; }
.data th, .data td { text-align: start; padding: 5px 14px 5px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.data th { color: var(--muted); font-size: 13px; }
.data .number { text-align: end; font-variant-numeric: tabular-nums; }
.concordance { border-collapse: collapse; width: 100%; font-size: 13px; }
.concordance td { padding: 3px 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
.concordance :is(.left, .node, .right) { font: 15px/1.5 var(--serif); }
.concordance :is(.left, .right) { width: 42%; max-width: 0; overflow: hidden; }
.concordance :is(.left, .right) { text-overflow: ellipsis; }
.concordance .left { direction: rtl; text-align: start; }
.concordance .left span { direction: ltr; unicode-bidi: isolate; }
/* Else the space before the hit, as the end of a line, would go to its other side. */
.concordance .left span::after { content: "\\200e"; }
.concordance :is(.left, .right) { white-space: pre; }
.concordance .node { text-align: center; }
.concordance .node a { color: inherit; display: inline-block; text-decoration: none; }
.concordance .node a:hover { text-decoration: underline; }
.concordance .article { color: var(--muted); padding-inline-start: 14px; max-width: 11em; overflow: hidden; text-overflow: ellipsis; }
.reader + .reader { border-top: 1px solid var(--line); }
.reader-bar { position: sticky; top: 0; z-index: 1; display: flex; gap: 4px; align-items: center; min-height: 44px; background: var(--quiet); border-bottom: 1px solid var(--line); }
.reader-bar .quiet { text-decoration: none; min-width: 30px; text-align: center; }
.reader-bar .quiet:hover { background: var(--chosen); }
.position { font-size: 13px; font-variant-numeric: tabular-nums; min-width: 4.5em; }
.close { margin-inline-start: auto; }
.reader > .facts { padding: 12px 0 6px; }
.text { font: 17px/1.6 var(--serif); max-width: 66ch; padding-top: 6px; }
.text .title { font: 700 23px/1.25 var(--serif); text-wrap: balance; margin-bottom: 10px; }
.text h2 { display: inline; font: inherit; scroll-margin: 60px; }
.text h2:focus { outline: none; }
.text > p, .leftover p { margin-bottom: .85em; }
.text .outlet { font: 600 13px var(--sans); color: var(--muted); margin-bottom: 4px; }
.text .standfirst { font-size: 18px; font-style: italic; }
.text .stamp { font: 13px var(--sans); color: var(--muted); }
.leftover { border-top: 1px solid var(--line); margin-top: 12px; padding-top: 4px; }
.leftover summary { font-family: var(--sans); }
.leftover p { font-size: 15px; color: var(--muted); }
.sentence { scroll-margin: 80px; }
.sentence:focus { outline: none; }
.sentence.selected { background: var(--chosen); box-shadow: 0 0 0 3px var(--chosen); border-radius: 1px; box-decoration-break: clone; }
.anchor { font: 13px var(--sans); text-decoration: none; padding: 2px 4px; user-select: none; opacity: 0; margin-inline-end: -1.1em; }
:is(.sentence, .title):hover .anchor, .anchor:focus, .anchor[aria-current] { opacity: 1; }
.text mark { scroll-margin: 80px; }
mark:focus { outline: 2px solid var(--blue); outline-offset: 1px; }
.layers { display: flex; flex-wrap: wrap; gap: 4px 6px; padding: 2px 0 8px; font-size: 13px; align-items: center; color: var(--muted); }
.layers button { border: 1px solid var(--line); border-radius: 13px; padding: 1px 10px; color: var(--muted); }
.layers button:hover { border-color: var(--edge); color: var(--ink); }
.layers [aria-pressed="true"] { background: var(--chosen); border-color: var(--edge); color: var(--ink); font-weight: 600; }
.text mark[data-to] { cursor: pointer; background: none; box-shadow: none; text-decoration: underline 2px var(--blue); text-underline-offset: .2em; text-decoration-skip-ink: none; }
.text mark[data-kind="figure"] { font-weight: 600; }
.text mark[data-kind="unknown"] { text-decoration: underline 2px dashed var(--blue); }
.text mark[data-kind="quote"] { text-decoration: underline 1px var(--edge); text-underline-offset: .32em; background: color-mix(in srgb, var(--line) 42%, transparent); padding: 0; }
.text mark[data-kind="time"] { text-decoration-color: var(--green); text-decoration-style: dotted; }
.text mark[data-kind="person"] { text-decoration-color: var(--rust); }
.text mark[data-kind="organisation"] { text-decoration-color: var(--rust); text-decoration-style: dashed; }
.text mark[data-kind="place"] { text-decoration-color: var(--green); }
.text mark[data-kind="people"] { text-decoration-color: var(--rust); text-decoration-style: dotted; }
.text mark[data-to]:hover { background: var(--chosen); }
.text mark[data-to].selected { background: var(--hit); }
.text mark mark[data-to] { box-shadow: none; }
.text mark[data-kind="hit"] mark[data-to], .text mark[data-to] mark[data-kind="hit"] { background: var(--hit); }
.card { font: 14px/1.45 var(--sans); background: var(--paper); border: 1px solid var(--line); border-inline-start: 3px solid var(--blue); padding: 8px 14px 12px; margin: 2px 0 18px; scroll-margin: 60px; overflow-wrap: anywhere; }
.card header { display: flex; justify-content: space-between; align-items: center; gap: 10px; }
.card h3 { font-weight: 600; }
.card blockquote { margin: 2px 0 8px; font: 16px/1.45 var(--serif); }
.card dl > div { display: grid; grid-template-columns: 7.5em minmax(0, 1fr); gap: 0 12px; padding: 3px 0; border-top: 1px solid var(--line); }
.card dt { color: var(--muted); font-size: 13px; }
.card dd { margin: 0; }
.card dd a { display: inline-block; min-width: 24px; padding-block: 2px; }
.card dd > *:not(:last-child)::after { content: ", "; white-space: pre; }
.card .chain dd > *:not(:last-child)::after { content: " \\2192  "; color: var(--muted); }
.worked { font-style: italic; color: var(--muted); }
.card .how { color: var(--muted); font-size: 12px; margin-top: 8px; }
.ledger { container-type: inline-size; padding-top: 16px; }
.ledger h2 { font: 700 19px/1.3 var(--serif); }
.ledger > header { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 2px 16px; align-items: start; }
.ledger > header p { color: var(--muted); font-size: 14px; flex: 0 0 100%; }
.ledger .choices { display: none; }
.ledger th { white-space: nowrap; padding-inline-end: 8px; }
.ledger th button { padding: 2px 4px; margin-inline-start: -4px; font-weight: 600; white-space: nowrap; }
.ledger th button:hover { color: var(--ink); text-decoration: underline; }
.ledger [aria-sort="ascending"] button, .ledger [aria-sort="descending"] button { color: var(--ink); }
.ledger td:first-child { font-weight: 600; min-width: 5.5em; }
.ledger td:nth-child(5) { white-space: nowrap; }
.ledger td:nth-child(2) { min-width: 10em; }
.ledger tr:has([aria-current]) td { background: var(--chosen); }
.ledger .computed td, .ledger .unknown td:first-child { font-style: italic; }
.ledger .computed td:first-child a::before { content: "\\25cb  "; font-style: normal; }
@container (width < 600px) {
  .data thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .data, .data tbody, .data caption { display: block; }
  .data tr { display: block; padding: 6px 0; border-bottom: 1px solid var(--line); }
  .data td { display: flex; gap: 10px; border: 0; padding: 1px 0; }
  .data td.number { text-align: start; }
  .data td::before { content: attr(data-column); flex: 0 0 34%; color: var(--muted); font-size: 13px; }
  .data td > a { min-width: 0; }
  .concordance, .concordance tbody { display: block; }
  .concordance tr { display: grid; grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr); border-bottom: 1px solid var(--line); padding: 4px 0; }
  .concordance td { border: 0; padding: 0; }
  .concordance :is(.left, .right) { width: auto; max-width: none; }
  .concordance .article { grid-column: 1 / -1; grid-row: 1; max-width: none; padding: 0; text-align: center; font-size: 12px; }
  .ledger .data thead { display: none; }
  .ledger .choices { display: flex; }
  .ledger .data td:first-child { display: block; font-size: 17px; }
  .ledger .data td:first-child::before, .ledger .data td:empty { display: none; }
  .ledger .data td:nth-child(5) { white-space: normal; }
  .card dl > div { grid-template-columns: 6.5em minmax(0, 1fr); }
}
@media (forced-colors: active) {
  .text mark[data-kind="quote"] { outline: 1px solid GrayText; }
  .text mark[data-to].selected { outline: 2px solid Highlight; }
  .layers [aria-pressed="true"] { outline: 2px solid Highlight; }
  svg .period { stroke: Highlight; }
}
@media print {
  .layers, .card header button, .ledger .choices, .ledger > header button { display: none !important; }
  .card { break-inside: avoid; }
}
.quotations { list-style: none; padding: 0; }
.quotations li { padding: 8px 0; border-bottom: 1px solid var(--line); max-width: 76ch; }
.quotations a { font: 16px/1.5 var(--serif); color: inherit; text-decoration: none; }
.quotations a:hover, .quotations [aria-current] { text-decoration: underline; }
.quotations p { font-size: 13px; }
svg .length.hollow { fill: none; stroke: var(--blue); stroke-width: 1.5; }
.questions { border: 0; }
.questions .legend { margin-block: 10px 0; color: var(--muted); }
svg .halo { fill: var(--hit); stroke: var(--ink); stroke-width: 1.5; }
svg a[data-question]:hover .strong { text-decoration: underline; }
.questions-beside { display: grid; grid-template-columns: minmax(0, 1fr) 36%; gap: 32px; }
.explained { padding: 16px 0; font-size: 14px; overflow-wrap: anywhere; }
.explained header { display: flex; justify-content: space-between; gap: 12px; align-items: start; }
.explained header button { white-space: nowrap; }
.explained h3 { font: 700 19px/1.3 var(--serif); text-wrap: balance; }
.explained h4 { font-size: 13px; margin: 18px 0 2px; color: var(--muted); }
.explained li + li { margin-top: 6px; }
.related { border-inline-start: 3px solid var(--rust); padding-inline-start: 12px; margin: 10px 0 18px; max-width: 76ch; }
.related ul { margin: 6px 0; }
.explained ol { max-width: 68ch; }
.explained ol > li + li { margin-top: 14px; }
.explained ol > li[aria-current] { box-shadow: -12px 0 var(--paper), -15px 0 var(--blue); }
.explained :is(ol p, span) { color: var(--muted); font-size: 13px; }
.explained ol b { color: var(--ink); }
.explained ol svg { vertical-align: -3px; margin-inline-end: 5px; }
.said { font: 17px/1.5 var(--serif); color: var(--ink); text-decoration: none; }
.said:hover { text-decoration: underline; text-decoration-color: var(--blue); }
.explained q { font-family: var(--serif); }
`;
