// Choosing a period on the strip, by pointer and by keys. Days are counted from 1 January 1970.

const DAY = 86_400_000;
const SHORT_DOMAIN = 120;
const DRAG_FROM = 4;

const words = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});

/** `16 June 2015`. */
export function dayText(day) {
  return words.format(new Date(day * DAY));
}

/** The first day of a month some months away; where `day` is no first day itself, its own month counts as a step back. */
function firstOfMonth(day, months) {
  const date = new Date(day * DAY);
  const inside = date.getUTCDate() > 1 && months < 0 ? 1 : 0;
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + inside, 1) / DAY;
}

/** Steps an end of a period: a beginning goes to first days of months, an end to last days. */
function stepMonths(day, end, months) {
  return end ? firstOfMonth(day + 1, months) - 1 : firstOfMonth(day, months);
}

function choose(page, strip, from, to) {
  const whole = from <= strip.domain[0] && to >= strip.domain[1];
  page.choosePeriod(whole ? null : Math.max(from, strip.domain[0]), whole ? null : Math.min(to, strip.domain[1]));
}

/**
 * Arrows step by months, with Shift (and where the whole axis is short) by days; Page keys by years, there by months;
 * Home and End go to the ends. One end never passes the other.
 */
export function handleKeys(page, strip, end, event) {
  const period = [...(strip.period ?? strip.domain)];
  const day = period[end];
  const short = strip.domain[1] - strip.domain[0] <= SHORT_DOMAIN;
  const sign = {ArrowRight: 1, ArrowUp: 1, PageUp: 1, ArrowLeft: -1, ArrowDown: -1, PageDown: -1}[event.key];
  if (event.key === 'Home') period[end] = end ? period[0] : strip.domain[0];
  else if (event.key === 'End') period[end] = end ? strip.domain[1] : period[1];
  else if (!sign) return;
  else if (event.key.startsWith('Page')) period[end] = stepMonths(day, end, sign * (short ? 1 : 12));
  else period[end] = short || event.shiftKey ? day + sign : stepMonths(day, end, sign);
  event.preventDefault();
  event.stopPropagation();
  period[end] = end ? Math.max(period[end], period[0]) : Math.min(period[end], period[1]);
  choose(page, strip, ...period);
}

/** From a press anywhere on the drawing a period grows; from a press on a handle that end moves. A mere click does nothing. */
export function dragPeriod(page, strip, place, event) {
  if (event.button !== 0) return;
  const drawing = event.currentTarget;
  const handle = event.target.closest('[role="slider"]');
  const dayAt = ({clientX}) => {
    const box = drawing.getBoundingClientRect();
    return place.day((clientX - box.left) * drawing.viewBox.baseVal.width / box.width);
  };
  const fixed = handle ? (strip.period ?? strip.domain)[1 - Number(handle.dataset.end)] : dayAt(event);
  const start = event.clientX;
  const listening = new AbortController();
  let dragging = false;
  const move = moved => {
    if (!dragging && Math.abs(moved.clientX - start) < DRAG_FROM) return;
    if (!dragging) drawing.setPointerCapture(moved.pointerId);
    dragging = true;
    const day = dayAt(moved);
    page.soon(() => choose(page, strip, Math.min(fixed, day), Math.max(fixed, day)));
  };
  const stop = () => {
    listening.abort();
    if (dragging) page.endSession();
  };
  drawing.addEventListener('pointermove', move, {signal: listening.signal});
  drawing.addEventListener('pointerup', stop, {signal: listening.signal});
  drawing.addEventListener('pointercancel', stop, {signal: listening.signal});
  if (!handle) event.preventDefault();
}
