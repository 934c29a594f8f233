// <source-book>: four attributes in, the engine's screen out.

import {AddressBar} from './address-bar.js';
import {forget, joinEngine, load, LoadError} from './engine-loader.js';
import {LitElement, html, nothing} from './vendor/lit.js';
import {chips} from './parts/chips.js';
import {facets} from './parts/facets.js';
import {figure} from './parts/figure.js';
import {footer} from './parts/footer.js';
import {failureMessage, loadingMessage} from './parts/message.js';
import {searchBox} from './parts/search-box.js';
import {tabs} from './parts/tabs.js';
import {reveal, revealStart} from './reveal.js';
import {style} from './style.js';
import {stripChart} from './charts/strip.js';
import {articlesView} from './views/articles.js';
import {HitTravel, readerView} from './views/reader.js';

const SLOW_LOAD = 1000;
const SLOW_SCREEN = 30;
const PAUSE = 120;
const FIELDS = ['query', 'filter', 'view', 'select'];

/** What is not needed at once, by name. */
const LATER = {
  style: () => import('./style-later.js'),
  words: () => import('./views/words.js'),
  figures: () => import('./views/figures.js'),
  panels: () => import('./views/panels.js'),
  places: async () => (await Promise.all([import('./views/places.js'), joinEngine('map')]))[0],
  taking: () => import('./taking.js'),
  explained: async () => { await joinEngine('explained'); return {}; },
  tables: async () => { await joinEngine('tables'); return {}; },
};

/** What comes when nothing else is to be done; the rest when it is asked for. */
const SOON = ['style', 'figures', 'panels', 'words'];

const MISSED = 'What is needed for this file could not be fetched. Check the connection, then try again.';

const UNFETCHED = html`<p class="empty">This part of the page could not be fetched. Check the connection, then load the page again.</p>`;

/** The page that a sourcebook is published with stands beside its module. None where that has no place on the web. */
function ownPageOf(src) {
  try {
    const page = new URL('./', new URL(src, document.baseURI));
    return ['http:', 'https:'].includes(page.protocol) ? page.href : '';
  } catch {
    return '';
  }
}

/** The id of the view that a screen shows. */
function selectedView(screen) {
  return screen.views.find(view => view.selected)?.view ?? '';
}

/** Width of an element within its padding, in px. */
function innerWidthOf(element) {
  if (!element) return 0;
  const {paddingLeft, paddingRight} = getComputedStyle(element);
  return Math.floor(element.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight));
}

/**
 * The explorer of one sourcebook.
 *
 * Attributes: `src` and `integrity` of the module; `report`, an address of mailto: or https: for mistakes; the state as
 * `query`, `filter`, `view`, `select`; `sync` keeps the state in the address's fragment. Events, which bubble and leave shadow roots: `ready`; `change` with
 * `{address, status}`; `error` with `{code, message}`, codes as {@link LoadError} has them. Until it is ready, and
 * when it cannot be, it shows what stands inside it.
 */
export class SourceBook extends LitElement {
  static styles = style;
  static properties = {
    src: {reflect: true},
    integrity: {},
    report: {},
    sync: {type: Boolean, reflect: true},
    query: {reflect: true, useDefault: true},
    filter: {reflect: true, useDefault: true},
    view: {reflect: true, useDefault: true},
    select: {reflect: true, useDefault: true},
  };

  #book = null;
  #screen = null;
  #shown = null;
  #initial = null;
  #attempt = 0;
  #question = null;
  #whole = false;
  #partFailed = null;
  #answer = {};
  #onceWhole = [];
  #failure = null;
  #waiting = null;
  #bar = new AddressBar();
  #hits = new HitTravel(this);
  #modules = {};
  #unfolded = new Set();
  #widths = {content: 0, strip: 0};
  #typed = null;
  #cost = 0;
  #timer = 0;
  #arrival = null;
  #opener = null;
  #listening = null;
  #sizes = null;
  #singleKeys = true;

  constructor() {
    super();
    this.src = '';
    this.integrity = '';
    this.report = '';
    this.sync = false;
    for (const field of FIELDS) this[field] = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#listening = new AbortController();
    const {signal} = this.#listening;
    addEventListener('popstate', () => this.#travelled(), {signal});
    addEventListener('hashchange', () => this.#travelled(), {signal});
    document.addEventListener('keydown', event => this.#onKey(event), {signal});
    this.#sizes = new ResizeObserver(() => this.#measure());
    this.#sizes.observe(this);
    // After a move to another place the address may have gone on without this element.
    if (this.#book) this.#travelled();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#listening?.abort();
    this.#sizes?.disconnect();
    clearTimeout(this.#timer);
  }

  /** The state as an address: a fragment without `#`. Empty until `ready`. */
  get address() {
    return this.#screen?.address ?? '';
  }

  /** What every part of the page is given: the screen, and how to follow an address. */
  #page = (element => ({
    get hits() { return element.#hits; },
    get screen() { return element.#screen; },
    /** The link to the present screen, which holds outside of the page, too. */
    get here() { return new URL(this.href(element.address), document.baseURI).href; },
    get width() { return element.#widths.content || 640; },
    get shortcuts() { return element.#singleKeys; },
    get report() { return String(element.report ?? ''); },
    get about() { return `${ownPageOf(element.src)}about.html`; },
    setShortcuts: on => { element.#singleKeys = on; element.requestUpdate(); },
    href: to => `${element.sync ? '' : ownPageOf(element.src)}#${to}`,
    follow: (to, options) => element.#follow(to, options),
    type: text => element.#type(text),
    choosePeriod: (from, to) => element.#follow(element.#book.withPeriod(element.address, from, to), {session: 'period'}),
    soon: action => element.#soon(action),
    endSession: () => element.#bar.endSession(),
    isUnfolded: name => element.#unfolded.has(name),
    unfold: (name, open) => {
      if (element.#unfolded.has(name) === open) return;
      element.#unfolded[open ? 'add' : 'delete'](name);
      element.requestUpdate();
    },
    retry: () => element.#open(),
    later: (name, draw) => element.#later(name, draw),
    explained: () => element.#explained(),
    take: (name, ...given) => element.#take(name, given),
    takeArticles: () => element.#takeWhole(book => book.tableOfArticles(element.address)),
    takeFigures: () => element.#takeWhole(book => book.tableOfFigures(element.address)),
  }))(this);

  willUpdate(changed) {
    this.#initial ??= Object.fromEntries(FIELDS.map(field => [field, this[field]]));
    if (changed.has('src') || changed.has('integrity')) this.#open();
    this.#keepUp();
  }

  render() {
    if (this.#failure) return html`${failureMessage(this.#page, this.#failure, this.childElementCount > 0)}<slot></slot>`;
    if (!this.#screen) return html`${loadingMessage(this.#waiting)}<slot></slot>`;
    const page = this.#page;
    const screen = this.#screen;
    const title = this.sync ? html`<h1 lang=${screen.language}>${screen.title}</h1>` : html`<p class="h1" lang=${screen.language}>${screen.title}</p>`;
    const content = html`
      <header class="head"><div>${title}<p>${screen.summary}</p></div>${searchBox(page, screen.query)}</header>
      ${tabs(page, screen.views)}
      <button class="unseen skip" @click=${() => this.renderRoot.querySelector('#panel').focus()}>Skip filters</button>
      ${chips(page, screen)}
      ${this.#strip(page, screen.strip)}
      <div class="columns" data-readers=${screen.readers.length}>
        ${facets(page, screen)}
        <div class="content" role="tabpanel" id="panel" tabindex="-1" aria-labelledby="tab-${selectedView(screen)}">${this.#view(page, screen)}</div>
        ${screen.readers.length ? html`<section class="readers" aria-label="Reader">${
          this.#later('style', () => readerView(page, screen.readers))}</section>` : nothing}
      </div>
      ${footer(page, screen)}`;
    // On its own page it is the main thing; in somebody else's it stands in theirs.
    return this.sync ? html`<main class="frame" lang="en" @click=${this.#onClick}>${content}</main>`
      : html`<div class="frame" lang="en" @click=${this.#onClick}>${content}</div>`;
  }

  updated() {
    if (!this.#screen || this.#failure) return;
    this.#setField();
    this.#measure();
    this.#arrive();
  }

  #strip(page, strip) {
    const controls = strip.period ? html`<p class="chosen">${strip.periodText}
      <button class="quiet" @click=${() => this.#follow(this.#book.withPeriod(this.address, null, null), {focus: '.strip [role=slider]'})}>Clear period</button></p>` : nothing;
    return figure(page, {
      name: 'strip', title: 'Published', sentence: strip.sentence, table: strip.table, controls,
      chart: this.#later('style', () => stripChart(page, strip, {width: this.#widths.strip || 960})),
    });
  }

  #view(page, screen) {
    if (screen.articles) return articlesView(page, screen.articles);
    if (this.#partFailed) return UNFETCHED;
    if (screen.figures) return this.#later('figures', module => module.figuresView(page, screen.figures));
    if (selectedView(screen) === 'places') {
      return this.#later('places', module => {
        const model = this.#said(screen, book => book.mapPlaces(screen.address));
        return model ? module.placesView(page, model) : nothing;
      });
    }
    if (screen.panels.length) return this.#later('panels', module => module.panelsView(page, screen.panels));
    if (screen.words) return this.#later('words', module => module.wordsView(page, screen.words));
    return nothing;
  }

  /** What a part of the engine that is joined says of a screen, asked once; nothing where the engine could not go on. */
  #said(screen, question) {
    if (this.#answer.screen === screen) return this.#answer.model;
    this.#answer = {screen, model: undefined};
    try {
      this.#answer.model = question(this.#book);
    } catch (error) {
      // While it is drawn, an element cannot ask to be drawn anew.
      queueMicrotask(() => this.#fail(error));
    }
    return this.#answer.model;
  }

  /** What there is to say of the chosen question: undefined until it can be said. */
  #explained() {
    const module = this.#modules.explained;
    if (module === 'failed') return module;
    if (module) return this.#said(this.#screen, book => book.explainQuestion(this.address));
    this.#need('explained').then(() => this.requestUpdate());
    return undefined;
  }

  /** Draws with a module that may have to be fetched first. */
  #later(name, draw) {
    const module = this.#modules[name];
    if (module === 'failed') return UNFETCHED;
    if (module) return draw(module);
    this.#need(name).then(() => this.requestUpdate());
    return nothing;
  }

  async #need(name) {
    try {
      this.#modules[name] ??= this.#dressed(await LATER[name]());
    } catch {
      this.#modules[name] = 'failed';
    }
    return this.#modules[name];
  }

  /** A module that was fetched, with its style at hand. */
  #dressed(module) {
    const sheets = this.renderRoot.adoptedStyleSheets;
    const added = [module.style ?? []].flat().map(style => style.styleSheet).filter(sheet => !sheets.includes(sheet));
    if (added.length) this.renderRoot.adoptedStyleSheets = [...sheets, ...added];
    return module;
  }

  async #open() {
    const attempt = ++this.#attempt;
    // What was typed or dragged for another book is not for this one.
    clearTimeout(this.#timer);
    this.#typed = null;
    this.#book = this.#screen = this.#failure = this.#shown = this.#question = null;
    this.#partFailed = null;
    this.#onceWhole = [];
    this.#waiting = null;
    this.requestUpdate();
    // Comes while the module comes, so that it is there with the first screen.
    this.#need('style');
    const slow = setTimeout(() => this.#wait(attempt, 0), SLOW_LOAD);
    try {
      const book = await load(this.src, this.integrity, bytes => this.#waiting && this.#wait(attempt, bytes));
      if (attempt !== this.#attempt) return;
      this.#book = book;
      if (this.sync) this.#travelled(true);
      this.#keepUp();
      this.requestUpdate();
      await this.updateComplete;
      await this.#join(attempt);
      await this.updateComplete;
      if (attempt === this.#attempt && this.#screen && !this.#failure) this.#announce('ready', {edition: book.edition});
      (globalThis.requestIdleCallback ?? setTimeout)(() => SOON.forEach(name => this.#need(name)));
    } catch (error) {
      if (attempt === this.#attempt) this.#fail(error);
    } finally {
      clearTimeout(slow);
    }
  }

  /** Gets the part of the engine that makes the contents of the views, and shows once more what is shown, with them. */
  async #join(attempt) {
    try {
      await joinEngine('views');
    } catch (error) {
      if (attempt !== this.#attempt) return;
      // The list of articles and the search are there. Facts, if they were asked for, are not.
      if (!this.#screen || this.#onceWhole.length) return this.#fail(error);
      this.#partFailed = error;
      this.requestUpdate();
      return;
    }
    if (attempt !== this.#attempt || !this.#book || this.#whole) return;
    this.#whole = true;
    const screen = this.#question && this.#onceWhole.length === 0 && this.#ask(this.#question);
    if (screen) this.#adopt(screen);
    for (const action of this.#onceWhole.splice(0)) action();
    this.#keepUp();
    this.requestUpdate();
  }

  #wait(attempt, bytes) {
    if (attempt !== this.#attempt || this.#book) return;
    this.#waiting = {bytes};
    this.requestUpdate();
  }

  #fail(error) {
    if (this.#book) forget(this.#book);
    this.#book = null;
    clearTimeout(this.#timer);
    this.#failure = error instanceof LoadError ? error
      : new LoadError(error?.code ?? 'damaged', error?.message ?? 'the module is damaged', error);
    this.requestUpdate();
    this.#announce('error', {code: this.#failure.code, message: this.#failure.message});
  }

  #announce(name, detail) {
    this.dispatchEvent(new CustomEvent(name, {bubbles: true, composed: true, detail}));
  }

  /** The screen of an address; none when the engine could not go on, or not yet: then `again` is done when it can. */
  #show(address, again) {
    return this.#screenOf(book => this.#whole ? book.laterShow(address) : book.first(address), again);
  }

  #screenOf(question, again) {
    const screen = this.#ask(question);
    if (screen) this.#question = question;
    else if (this.#partFailed) this.#fail(this.#partFailed);
    else if (!this.#whole && !this.#failure) this.#onceWhole.push(again);
    return screen;
  }

  #ask(question) {
    const start = performance.now();
    try {
      return question(this.#book);
    } catch (error) {
      this.#fail(error);
      return undefined;
    } finally {
      this.#cost = performance.now() - start;
    }
  }

  /** Takes a screen as the present one, and its state as the attributes. */
  #adopt(found) {
    const before = this.#screen;
    const screen = {panels: [], ...found};
    if (before?.state.query !== screen.state.query) this.#hits.reset();
    this.#arrival = this.#newlyOpened(before, screen) ?? (this.#arrival && screen.readers.some(reader => reader.id === this.#arrival.id) ? this.#arrival : null);
    this.#screen = screen;
    for (const field of FIELDS) this[field] = screen.state[field];
    this.#shown = this.#key();
  }

  #newlyOpened(before, screen) {
    const open = new Map((before?.readers ?? []).map(reader => [reader.id, reader.selected ?? null]));
    return screen.readers.find(reader => !open.has(reader.id) || (reader.selected && open.get(reader.id) !== reader.selected));
  }

  #key() {
    return JSON.stringify(FIELDS.map(field => this[field]));
  }

  /** Shows the state that the attributes hold, where somebody has set them. */
  #keepUp() {
    if (!this.#book || this.#onceWhole.length || this.#shown === this.#key()) return;
    const first = !this.#screen;
    const state = FIELDS.map(field => String(this[field] ?? ''));
    const screen = this.#screenOf(book => this.#whole ? book.laterShowState(...state) : book.firstState(...state), () => this.#keepUp());
    if (!screen) return;
    this.#adopt(screen);
    if (first) return;
    if (this.sync) this.#bar.write(screen.address, 'replace');
    this.#announce('change', {address: screen.address, status: screen.status});
  }

  /** Shows the state of the address's fragment, where it has changed. */
  #travelled(anyway = false) {
    if (!this.sync || !this.#book || !(anyway || this.#bar.moved)) return;
    const address = this.#bar.read();
    this.#bar.endSession();
    this.#typed = null;
    if (anyway && address === undefined) return;
    const to = address ?? this.#book.address(...FIELDS.map(field => this.#initial[field]));
    const screen = this.#show(to, () => this.#travelled(true));
    if (!screen) return;
    this.#adopt(screen);
    this.requestUpdate();
    if (!anyway) this.#announce('change', {address: screen.address, status: screen.status});
  }

  /**
   * Goes to an address.
   * @param {string} [options.session] as {@link AddressBar} takes it
   * @param {string} [options.focus] selector of what gets the focus then
   */
  #follow(to, {session, focus} = {}) {
    const screen = this.#show(to, () => this.#follow(to, {session, focus}));
    if (!screen) return;
    const focused = this.renderRoot.activeElement;
    const closed = this.#screen.readers.filter(reader => !screen.readers.some(other => other.id === reader.id));
    if (session !== 'query') this.#typed = null;
    this.#adopt(screen);
    if (this.sync) this.#bar.write(screen.address, session);
    this.requestUpdate();
    this.performUpdate();
    this.#announce('change', {address: screen.address, status: screen.status});
    const place = focus && this.renderRoot.querySelector(focus);
    if (place) place.focus();
    else if (focused && !this.renderRoot.activeElement) this.#rescueFocus(closed);
  }

  /** Gives the focus, when what had it is gone, to what is nearest to it in meaning. */
  #rescueFocus(closed) {
    const opener = closed.length && this.#opener?.isConnected ? this.#opener : null;
    const item = closed.length ? this.renderRoot.querySelector(`.item[data-article="${CSS.escape(closed[0].id)}"] h3 a`) : null;
    const place = opener ?? item ?? this.renderRoot.querySelector('.chips button') ?? this.renderRoot.querySelector('#panel');
    place?.focus({preventScroll: place.id === 'panel'});
  }

  #type(text) {
    this.#typed = {text};
    this.#soon(() => {
      this.#follow(this.#book.withQuery(this.address, text), {session: 'query'});
      this.#typed = {text, query: this.#screen?.state.query};
    });
  }

  /** At once, or after a pause where screens take so long that typing would stick. */
  #soon(action) {
    clearTimeout(this.#timer);
    if (this.#cost <= SLOW_SCREEN) action();
    else this.#timer = setTimeout(action, PAUSE);
  }

  /** The field says the query, but leaves alone what is being typed, say a space at its end. */
  #setField() {
    const typed = this.#typed;
    if (typed && (typed.query === undefined || typed.query === this.query)) return;
    this.#typed = null;
    const field = this.renderRoot.querySelector('input[type="search"]');
    if (field.value !== this.query) field.value = this.query;
  }

  #measure() {
    // Out of the document nothing has a width.
    if (!this.isConnected) return;
    const widths = {content: innerWidthOf(this.renderRoot.querySelector('.content')), strip: innerWidthOf(this.renderRoot.querySelector('.strip .drawing'))};
    if (widths.content === this.#widths.content && widths.strip === this.#widths.strip) return;
    this.#widths = widths;
    this.requestUpdate();
  }

  /** Brings a newly opened article, or the sentence selected in it, before the eyes. */
  #arrive() {
    if (!this.#arrival) return;
    const article = this.renderRoot.querySelector(`article[data-reader="${CSS.escape(this.#arrival.id)}"]`);
    if (!article) return;
    const {selected} = this.#arrival;
    this.#arrival = null;
    const sentence = selected ? article.querySelector(`[data-sentence="${CSS.escape(selected)}"], mark[data-id="${CSS.escape(selected)}"][tabindex]`) : null;
    const fold = sentence?.closest('details');
    if (fold) fold.open = true;
    if (!article.contains(this.renderRoot.activeElement)) (sentence ?? article.querySelector('h2')).focus({preventScroll: true});
    if (sentence) reveal(sentence);
    else revealStart(article);
  }

  #onClick(event) {
    const control = event.target.closest('[data-to]');
    if (!control || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!control.closest('.readers')) this.#opener = control;
    this.#follow(control.dataset.to, {focus: control.dataset.focus});
  }

  #onKey(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !this.#screen || this.#failure) return;
    const [origin] = event.composedPath();
    const inside = event.composedPath().includes(this);
    const typing = origin.closest?.('input, textarea, select') || origin.isContentEditable;
    const ours = inside || (this.sync && (origin === document.body || origin === document.documentElement));
    if (event.key === 'Escape' && ours) return this.#closeReader(event, origin);
    if (!this.#singleKeys || typing || !ours) return;
    if (event.key === '/') {
      event.preventDefault();
      this.renderRoot.querySelector('input[type="search"]').select();
      this.renderRoot.querySelector('input[type="search"]').focus();
    } else if ((event.key === 'n' || event.key === 'p') && this.#screen.readers.length) {
      const reader = origin.closest?.('article')?.dataset.reader ?? this.#screen.readers[0].id;
      event.preventDefault();
      this.#hits.step(reader, event.key === 'n' ? 1 : -1);
    }
  }

  #closeReader(event, origin) {
    const id = origin.closest?.('article.reader')?.dataset.reader;
    const {readers} = this.#screen;
    const reader = readers.find(reader => reader.id === id) ?? readers.find(reader => reader.card);
    const question = this.#screen.questions?.rows.find(row => row.chosen);
    const to = reader?.card?.close ?? reader?.close ?? this.#screen.close ?? question?.to;
    if (to == null) return;
    event.preventDefault();
    this.#follow(to, {focus: reader?.card ? `mark[data-id="${reader.card.id}"][tabindex]` : !readers.length && question && `[data-question="${question.id}"]`});
  }

  /** Does what the part for taking away can do; says so where that does not come. */
  async #take(name, given) {
    const taking = await this.#need('taking');
    if (taking === 'failed') this.#miss('taking');
    else taking[name](this.#page, ...given);
  }

  /** A table with all that is left, which is made when it is asked for. */
  async #takeWhole(question) {
    if (await this.#need('tables') === 'failed') return this.#miss('tables');
    const table = this.#ask(question);
    if (table) this.#take('takeTable', [table]);
  }

  /** Tells that a part which somebody asked for did not come; asked once more, it is fetched once more. */
  #miss(name) {
    delete this.#modules[name];
    if (!this.#screen) return;
    const {notices} = this.#screen;
    if (!notices.includes(MISSED)) this.#screen = {...this.#screen, notices: [...notices, MISSED]};
    this.requestUpdate();
  }
}
