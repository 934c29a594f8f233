// Bringing something before the eyes, with as little movement of the page as may be.

/** The article that `element` stands in, where it scrolls by itself beside the list. */
function columnOf(element) {
  const beside = getComputedStyle(element.closest('.readers')).position === 'sticky';
  return beside ? element.closest('.reader') : null;
}

const middle = (from, to) => (from + to) / 2;

/** Brings a mark or a sentence of an opened article to the middle: of its column, else of the window. */
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
  column.scrollTop = 0;
  const frame = column.getBoundingClientRect();
  if (frame.top > innerHeight * 0.6 || frame.bottom < innerHeight * 0.2) column.scrollIntoView({block: 'start'});
}
