// Travel by keys among a chart's marks, of which only one is a stop of the tab key.

const SELECTOR = '[data-row]';

function focusMark(svg, mark) {
  for (const other of svg.querySelectorAll(SELECTOR)) other.setAttribute('tabindex', other === mark ? '0' : '-1');
  mark.focus();
}

const middle = mark => {
  const box = mark.getBoundingClientRect();
  return box.left + box.width / 2;
};

function nextRow(marks, here, step) {
  const rows = [...new Set(marks.map(mark => Number(mark.dataset.row)))].sort((a, b) => a - b);
  const row = rows[rows.indexOf(Number(here.dataset.row)) + step];
  const x = middle(here);
  return marks.filter(mark => Number(mark.dataset.row) === row)
    .reduce((best, mark) => !best || Math.abs(middle(mark) - x) < Math.abs(middle(best) - x) ? mark : best, undefined);
}

/**
 * Left and right go along a row and over its end, up and down to the nearest mark of the next row, Home and End to
 * the row's ends. Marks carry `data-row`, stand in the document in reading order, and the first has tabindex 0.
 */
export function travel(event) {
  const here = event.target.closest?.(SELECTOR);
  if (!here) return;
  const svg = here.ownerSVGElement;
  const marks = [...svg.querySelectorAll(SELECTOR)];
  const row = marks.filter(mark => mark.dataset.row === here.dataset.row);
  const next = {
    ArrowRight: () => marks[marks.indexOf(here) + 1],
    ArrowLeft: () => marks[marks.indexOf(here) - 1],
    ArrowDown: () => nextRow(marks, here, 1),
    ArrowUp: () => nextRow(marks, here, -1),
    Home: () => row[0],
    End: () => row.at(-1),
  }[event.key];
  if (!next) return;
  event.preventDefault();
  const mark = next();
  if (mark) focusMark(svg, mark);
}
