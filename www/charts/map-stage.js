// <source-book-map>: keeps where a map is, and moves it by pointer, wheel, buttons and keys.

import {LitElement, html, nothing} from '../vendor/lit.js';
import {arranged, homeView, inView, mapChart, moved, neighbour, partedView, wholeWorld, zoomed} from './map.js';

const STEP = 1.6;
/** So many pixels a pointer may tremble in a click. */
const TREMBLE = 4;
/** A mark nearer to the edge is brought in when it gets the focus, in pixels. */
const EDGE = 24;

const membersOf = mark => mark?.dataset.members.split(' ') ?? [];
const distance = ([a, b]) => Math.hypot(a.x - b.x, a.y - b.y);
const middle = ([a, b]) => ({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2});

/** Draws in the place where it stands, so that the page's style holds; its clicks on what has an address are the page's. */
export class MapStage extends LitElement {
  static properties = {page: {attribute: false}, model: {attribute: false}, width: {attribute: false}, name: {attribute: false}};

  /** Where somebody has moved the map to; until then it goes along with its marks. */
  #view = null;
  #items = [];
  /** The member whose mark is the stop of the tab key. */
  #active = '';
  #refocus = false;
  #pointers = new Map();
  #dragged = false;

  createRenderRoot() {
    return this;
  }

  get #size() {
    return {width: this.width, height: Math.round(Math.min(Math.max(this.width * .52, 240), 520))};
  }

  get #shown() {
    return this.#view ?? homeView(this.model.marks, this.#size);
  }

  render() {
    const view = this.#shown;
    const size = this.#size;
    this.#items = arranged(this.model, view, size);
    const {scale} = wholeWorld(view.meridian, size);
    const drawn = inView(this.#items, size);
    return html`<div class="drawn" @keydown=${this.#onKey} @focusin=${this.#onFocus} @click=${this.#onClick} @wheel=${this.#onWheel}
        @pointerdown=${this.#onDown} @pointermove=${this.#onMove} @pointerup=${this.#onUp} @pointercancel=${this.#onUp}
        @dragstart=${event => event.preventDefault()}>${mapChart(this.page, this.model, view, drawn, {size, name: this.name, active: this.#active})}</div>
      <div class="zoom" role="group" aria-label="Zoom">
        <button class="button" @click=${() => this.#zoom(STEP)}>Zoom in</button>
        <button class="button" @click=${() => this.#zoom(1 / STEP)}>Zoom out</button>
        <button class="button" @click=${() => this.#show(null)}>Reset</button>
        <button class="button" @click=${() => this.#show(wholeWorld(view.meridian, size))}>World</button>
        <span aria-live="polite">${drawn.length} of ${this.#items.length} marks in view, enlarged ${Math.round(view.scale / scale * 10) / 10} times</span></div>`;
  }

  updated() {
    if (!this.#refocus) return;
    this.#refocus = false;
    this.#markOf(this.#active)?.focus({preventScroll: true});
  }

  #markOf(member) {
    return member ? this.querySelector(`[data-members~="${member}"]`) : null;
  }

  #itemOf(mark) {
    const [member] = membersOf(mark);
    return this.#items.find(item => item.members.some(other => String(other) === member));
  }

  /** Moves the map; who had the focus on a mark keeps it, even where the mark is now part of another. */
  #show(view) {
    this.#refocus = Boolean(this.querySelector('[data-members]:focus'));
    this.#view = view;
    this.requestUpdate();
  }

  #zoom(factor, point) {
    this.#show(zoomed(this.#shown, this.#size, factor, point));
  }

  /** Gives the focus to a mark, and brings it in where it is near the edge or beyond. */
  #focus(item) {
    this.#active = String(item.members[0]);
    this.#refocus = true;
    const {width, height} = this.#size;
    const over = (at, whole) => at < EDGE || at > whole - EDGE ? whole / 2 - at : 0;
    const [x, y] = [over(item.x, width), over(item.y, height)];
    if (x || y) this.#view = moved(this.#shown, this.#size, x, y);
    this.requestUpdate();
  }

  #onFocus(event) {
    const mark = event.target.closest('[data-members]');
    if (!mark || membersOf(mark).includes(this.#active)) return;
    // Under a pointer nothing is to move.
    if (mark.matches(':focus-visible')) this.#focus(this.#itemOf(mark));
    else [this.#active] = membersOf(mark);
  }

  #onKey(event) {
    const mark = event.target.closest('[data-members]');
    if (!mark || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = this.#itemOf(mark);
    const at = this.#items.indexOf(item);
    const act = {
      '+': () => this.#zoom(STEP, [item.x, item.y]),
      '=': () => this.#zoom(STEP, [item.x, item.y]),
      '-': () => this.#zoom(1 / STEP, [item.x, item.y]),
      0: () => this.#show(null),
      Home: () => this.#focus(this.#items[0]),
      End: () => this.#focus(this.#items.at(-1)),
      PageDown: () => this.#focus(this.#items[at + 1] ?? item),
      PageUp: () => this.#focus(this.#items[at - 1] ?? item),
    }[event.key] ?? (event.key.startsWith('Arrow') ? () => this.#focus(neighbour(this.#items, item, event.key) ?? item) : null)
      ?? (mark.matches('.cluster') && (event.key === 'Enter' || event.key === ' ') ? () => this.#part(item) : null);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  }

  #part(item) {
    const marks = item.members.map(member => this.model.marks[member]);
    this.#active = String(item.members[0]);
    this.#show(partedView(marks, this.#shown, this.#size));
  }

  #onClick(event) {
    // What began as a click and was a drag chooses nothing.
    if (this.#dragged) {
      event.preventDefault();
      return;
    }
    const cluster = event.target.closest('.cluster');
    if (cluster) this.#part(this.#itemOf(cluster));
  }

  /** A pointer's place on the drawing, which may be drawn smaller than it is. */
  #pointOf(event) {
    const box = this.querySelector('svg').getBoundingClientRect();
    const share = this.width / (box.width || 1);
    return {x: (event.clientX - box.left) * share, y: (event.clientY - box.top) * share};
  }

  /** The wheel is the page's, but with Ctrl, which is also how browsers tell a pinch on a touchpad. */
  #onWheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const {x, y} = this.#pointOf(event);
    this.#zoom(Math.exp(-Math.min(Math.max(event.deltaY, -60), 60) / 120), [x, y]);
  }

  #onDown(event) {
    if (event.button !== 0) return;
    if (!this.#pointers.size) this.#dragged = false;
    this.#pointers.set(event.pointerId, this.#pointOf(event));
  }

  #onMove(event) {
    const before = this.#pointers.get(event.pointerId);
    if (!before) return;
    const point = this.#pointOf(event);
    if (!this.#dragged && Math.hypot(point.x - before.x, point.y - before.y) < TREMBLE) return;
    if (!this.#dragged) event.currentTarget.setPointerCapture(event.pointerId);
    this.#dragged = true;
    const were = [...this.#pointers.values()];
    this.#pointers.set(event.pointerId, point);
    const are = [...this.#pointers.values()];
    if (are.length < 2) {
      this.#show(moved(this.#shown, this.#size, point.x - before.x, point.y - before.y));
    } else {
      const [from, to] = [middle(were), middle(are)];
      const view = zoomed(this.#shown, this.#size, distance(are) / (distance(were) || 1), [from.x, from.y]);
      this.#show(moved(view, this.#size, to.x - from.x, to.y - from.y));
    }
  }

  #onUp(event) {
    this.#pointers.delete(event.pointerId);
  }
}

if (!customElements.get('source-book-map')) customElements.define('source-book-map', MapStage);

/** The map, or nothing while the page has no width yet. */
export function mapStage(page, model, {name}) {
  return page.width ? html`<source-book-map .page=${page} .model=${model} .width=${page.width} .name=${name}></source-book-map>` : nothing;
}
