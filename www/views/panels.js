// The views Sources, Timeline, Places and Names: charts of what facts have.

import {html, nothing, repeat} from '../vendor/lit.js';
import {barsChart} from '../charts/bars.js';
import {matrixChart} from '../charts/matrix.js';
import {timesChart} from '../charts/times.js';
import {showMore, shownOf} from '../parts/empty.js';
import {figure} from '../parts/figure.js';

export {style} from '../style-later.js';

const CHARTS = {bars: barsChart, matrix: matrixChart, times: timesChart};

const quotations = (page, panel) => html`<ol class="quotations">${repeat(panel.marks, mark => mark.to, mark => html`<li>
  <a href=${page.href(mark.to)} data-to=${mark.to} aria-current=${mark.chosen ? 'true' : nothing} lang=${page.screen.language}>${mark.text}</a>
  <p><b>${mark.label}</b> <span class="how">${mark.note}</span></p></li>`)}</ol>`;

export function panelsView(page, panels) {
  return panels.map((panel, at) => figure(page, {
    name: `panel${at}`, title: panel.title, table: panel.table,
    sentence: panel.total ? panel.sentence : 'Nothing of it is left by search and filters.',
    drawn: panel.form !== 'quotes',
    chart: !panel.total ? nothing : panel.form === 'quotes' ? quotations(page, panel)
      : CHARTS[panel.form](page, panel, {name: `panel${at}`, width: page.width}),
    after: showMore(page, panel.more, shownOf(panel.marks.length, panel.total, 'rows')),
  }));
}
