// Bringing something before the eyes, with as little movement of the page as may be.

/** The readers' column, where it scrolls by itself beside the list. */
function columnOf(element) {
  const column = element.closest('.readers');
  return column && getComputedStyle(column).position === 'sticky' ? column : null;
}

const middle = (from, to) => (from + to) / 2;

/** Brings `element`, a mark or a sentence, to the middle: of the column where it stands in one, else of the window. */
export function reveal(element) {
  const column = columnOf(element);
  if (!column) return element.scrollIntoView({block: 'center'});
  const frame = column.getBoundingClientRect();
  const box = element.getBoundingClientRect();
  column.scrollTop += middle(box.top, box.bottom) - middle(Math.max(0, frame.top), Math.min(innerHeight, frame.bottom));
  element.scrollIntoView({block: 'nearest'});
}

/** Brings the beginning of a newly opened article before the eyes. */
export function revealStart(article) {
  const column = columnOf(article);
  if (!column) return article.scrollIntoView({block: 'start'});
  const frame = column.getBoundingClientRect();
  column.scrollTop += article.getBoundingClientRect().top - frame.top;
  if (frame.top > innerHeight * 0.6 || frame.bottom < innerHeight * 0.2) column.scrollIntoView({block: 'start'});
}
