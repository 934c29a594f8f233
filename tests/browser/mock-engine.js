// Stands in for the engine while the shell is developed alone: the same face, a search of a few lines.
// It is no authority on what the engine finds.

const DAY = 86_400_000;
const META = [
  {outlet: 'Russia Insider', known: 'unknown', url: 'https://russia-insider.com/en/politics/peace-video/ri13341', how: 'no date is known'},
  {outlet: 'Breitbart', known: 'day', days: ['2015-06-16', '2015-06-16'], url: 'https://www.breitbart.com/national-security/2015/06/16/', how: 'given by the publisher of this corpus: in the address'},
  {outlet: 'Islamic World Peace Forum', known: 'range', days: ['2018-12-30', '2019-01-05'], url: 'http://en.iwpeace.com/news/38785', how: 'given by the publisher of this corpus: written before the next Sunday'},
  {outlet: 'castwb.com', known: 'range', days: ['2017-08-02', '2018-01-02'], url: 'http://castwb.com/the-lost-children-of-isis/', how: 'given by the publisher of this corpus: the last event it tells'},
  {outlet: 'The Strategist', known: 'day', days: ['2016-06-07', '2016-06-07'], url: 'https://www.thestrategist.media/a1449.html', how: 'printed in the article'},
];
const STOP = new Set('the a an of to in and that for on was is are with by as at from it he his they have has were be who not had their this but said'.split(' '));
const day = text => Date.parse(text) / DAY;
const long = n => new Date(n * DAY).toLocaleDateString('en-GB', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});

let copies = 1;
export function initSync({module}) {
  if (!(module instanceof WebAssembly.Module)) throw new TypeError('no module');
}
export default initSync;

function decode(bytes) {
  const text = new TextDecoder().decode(bytes);
  const at = text.indexOf('mock-corpus');
  if (at < 0) throw Object.assign(new Error('expected a module of Sourcebook, but found another'), {code: 'foreign'});
  return JSON.parse(text.slice(at + 'mock-corpus'.length));
}

function article(text, index) {
  const meta = META[index % META.length];
  const parts = text.split(/\n\s*\n/).map(t => t.trim()).filter(Boolean);
  let sentence = 0;
  const blocks = parts.map((part, i) => {
    let kind = 'paragraph';
    if (part === 'The Strategist') kind = 'outlet';
    else if (i === (parts[0] === 'The Strategist' ? 1 : 0)) kind = 'title';
    else if (index === 0 && i === 1) kind = 'standfirst';
    else if (/^\d\d\/\d\d\/\d{4}/.test(part)) kind = 'stamp';
    else if (/^(Post date|Leave a Reply|Please let us|Read the full)/i.test(part) || i === parts.length - 1) kind = 'boilerplate';
    const sentences = part.match(/[^.!?]+[.!?]*[”"’)]*\s*/g).map((t, k) => ({id: `s${++sentence}`, gap: k ? ' ' : '', text: t.trim()}));
    return {kind, sentences};
  });
  const title = parts[parts[0] === 'The Strategist' ? 1 : 0];
  return {id: `${String(index).padStart(3, '0')}`, index, title, blocks, words: text.split(/\s+/).length, ...meta,
    outlet: index < META.length ? meta.outlet : `${meta.outlet} ${Math.floor(index / META.length)}`};
}

function stem(word) { return word.toLowerCase().replace(/[’']s?$/, '').replace(/(s|ed|ing)$/, ''); }

function readQuery(text) {
  const list = text.includes(',');
  const terms = [];
  const runs = [];
  for (const piece of text.split(list ? /(\s*,\s*)/ : /("[^"]*"|\s+)/)) {
    if (!piece) continue;
    if (piece.includes('"') && (piece.match(/"/g).length % 2)) runs.push({text: piece, problem: 'the quotation mark is not closed: write ” at the end of the phrase'});
    else runs.push({text: piece});
    const bare = piece.replace(/["“”,]/g, ' ').trim();
    if (bare) terms.push({text: bare, not: bare.startsWith('-'), stems: bare.replace(/^-/, '').split(/\s+/).map(stem)});
  }
  return {list, terms, runs, sound: runs.every(r => !r.problem)};
}

function hitsIn(text, term) {
  const words = [...text.matchAll(/[\p{L}\p{N}’']+/gu)];
  const found = [];
  for (let i = 0; i + term.stems.length <= words.length; i++) {
    if (term.stems.every((s, k) => stem(words[i + k][0]) === s)) {
      const last = words[i + term.stems.length - 1];
      found.push([words[i].index, last.index + last[0].length]);
    }
  }
  return found;
}

function cut(text, spans, seen) {
  const edges = [...new Set([0, text.length, ...spans.flatMap(s => s.span)])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, i) => {
    const marks = spans.filter(s => s.span[0] <= start && s.span[1] >= edges[i + 1])
      .map(s => ({kind: 'hit', id: s.id, first: !seen.has(s.id) && !!seen.add(s.id)}));
    return marks.length ? {text: text.slice(start, edges[i + 1]), marks} : {text: text.slice(start, edges[i + 1])};
  });
}

class State {
  constructor(address) {
    const p = new URLSearchParams(address);
    this.query = p.get('q') ?? '';
    this.filters = p.getAll('f');
    const [view, ...options] = (p.get('view') ?? 'articles').split(' ');
    this.notices = [];
    this.view = ['articles', 'words'].includes(view) ? view : 'articles';
    if (this.view !== view) this.notices.push(`There is no view “${view.slice(0, 40)}”; this is the view Articles.`);
    this.options = Object.fromEntries(options.map(o => o.split(':')));
    this.select = (p.get('sel') ?? '').split(' ').filter(Boolean);
  }
  viewText() { return [this.view, ...Object.entries(this.options).map(([k, v]) => `${k}:${v}`)].join(' '); }
  toString() {
    const p = new URLSearchParams();
    p.set('view', this.viewText());
    if (this.query) p.set('q', this.query);
    for (const f of this.filters) p.append('f', f);
    if (this.select.length) p.set('sel', this.select.join(' '));
    return p.toString();
  }
  with(change) { const s = new State(this.toString()); change(s); return s.toString(); }
  option(k, v) { return this.with(s => { s.options[k] = v; }); }
  toggle(f, other) {
    return this.with(s => {
      s.filters = s.filters.filter(x => x !== other);
      s.filters = s.filters.includes(f) ? s.filters.filter(x => x !== f) : [...s.filters, f];
    });
  }
}

export class Sourcebook {
  static open(bytes) { return new Sourcebook(decode(bytes)); }
  constructor(texts) {
    copies = globalThis.mockCopies ?? 1;
    this.articles = Array.from({length: texts.length * copies}, (_, i) => article(texts[i % texts.length], i));
    this.edition = '0123456789abcdef';
  }
  address(query, filter, view, select) {
    const s = new State('');
    s.query = query; s.filters = filter.split(/ (?=-?\w+:)/).filter(Boolean); s.select = select.split(' ').filter(Boolean);
    return new State(s.with(x => { x.view = view || 'articles'; })).toString();
  }
  withQuery(address, query) { return new State(address).with(s => { s.query = query; }); }
  withPeriod(address, from, to) {
    return new State(address).with(s => {
      s.filters = s.filters.filter(f => !f.startsWith('published:'));
      if (from != null) s.filters.push(`published:${iso(from)}..${iso(to)}`);
    });
  }

  show(address) {
    const s = new State(address);
    const query = readQuery(s.query);
    const wanted = query.terms.filter(t => !t.not);
    const found = this.articles.map(a => {
      const per = [];
      let n = 0;
      for (const block of a.blocks) for (const sentence of block.sentences) {
        if (block.kind === 'boilerplate') { sentence.spans = []; continue; }
        sentence.spans = query.terms.filter(t => !t.not).flatMap((t, k) => hitsIn(sentence.text, t).map(span => ({span, term: k})))
          .sort((x, y) => x.span[0] - y.span[0]).map(x => ({...x, id: `h${++n}`}));
        per.push(...sentence.spans);
      }
      const has = k => per.some(h => h.term === k);
      const not = query.terms.filter(t => t.not).some(t => a.blocks.some(b => b.sentences.some(x => hitsIn(x.text, t).length)));
      return {a, hits: per, ok: !not && (query.list ? per.length > 0 : wanted.every((_, k) => has(k)))};
    });
    const included = s.filters.filter(f => f.startsWith('outlet:')).map(f => unquote(f.slice(7)));
    const excluded = s.filters.filter(f => f.startsWith('-outlet:')).map(f => unquote(f.slice(8)));
    const years = s.filters.filter(f => f.startsWith('year:')).map(f => f.slice(5));
    const period = s.filters.find(f => f.startsWith('published:'))?.slice(10).split('..').map(day);
    const byOutlet = x => (!included.length || included.includes(x.a.outlet)) && !excluded.includes(x.a.outlet);
    const yearOf = a => a.days ? a.days[0].slice(0, 4) : 'unknown';
    const byYear = x => !years.length || years.includes(yearOf(x.a));
    const byDate = x => !period || (x.a.days && day(x.a.days[0]) <= period[1] && day(x.a.days[1]) >= period[0]);
    const left = found.filter(x => x.ok && byOutlet(x) && byYear(x) && byDate(x));
    const hits = left.reduce((n, x) => n + x.hits.length, 0);
    const opened = s.select.map(t => t.split('/')).map(([id, sentence]) => ({id, sentence, x: found.find(f => f.a.id === id)})).filter(o => o.x);
    const open = (a, sentence) => s.with(z => { z.select = [sentence ? `${a.id}/${sentence}` : a.id]; });
    const count = (values, pass, field, of) => values.map(v => {
      const f = `${field}:${/\s/.test(v) ? `"${v}"` : v}`;
      return {label: v, count: found.filter(x => x.ok && pass(x) && of(x.a) === v).length,
        choice: s.filters.includes(f) ? 'included' : s.filters.includes(`-${f}`) ? 'excluded' : 'none',
        include: s.toggle(f, `-${f}`), exclude: s.toggle(`-${f}`, f)};
    });
    const outlets = [...new Set(this.articles.map(a => a.outlet))];
    const domain = [day('2015-06-16'), day('2019-01-05')];
    const date = a => ({text: !a.days ? 'date unknown' : a.known === 'day' ? long(day(a.days[0])) : `${long(day(a.days[0]))} to ${long(day(a.days[1]))}`, how: a.how, exact: a.known === 'day'});
    const limit = Number(s.options.show ?? 20);
    const sort = s.options.sort ?? 'best';
    const ordered = [...left].sort((x, y) => sort === 'best' ? y.hits.length - x.hits.length || x.a.index - y.a.index : (x.a.days?.[0] ?? '9').localeCompare(y.a.days?.[0] ?? '9') * (sort === 'newest' ? -1 : 1));
    const empty = left.length ? undefined : {sentence: `No article has “${s.query}”.`, remedies: [
      {label: 'Search for kadyrov', selected: false, to: this.withQuery(s.toString(), 'kadyrov')},
      ...(s.filters.length ? [{label: 'Remove the filters', selected: false, to: s.with(z => { z.filters = []; })}] : [])]};
    const titleRuns = a => {
      const block = a.blocks.find(b => b.kind === 'title');
      return cut(block.sentences.map(x => x.text).join(' '), block.sentences.length === 1 ? block.sentences[0].spans : [], new Set());
    };
    const table = (caption, columns, rows) => ({caption, columns: columns.map(c => ({label: c.replace('#', ''), numeric: c.startsWith('#')})), rows: rows.map(r => r.map(c => typeof c === 'object' ? c : {text: String(c)}))});
    const screen = {
      edition: this.edition, language: 'en', title: 'Coming home from the Islamic State', summary: `${this.articles.length} articles · 2015–2019`,
      address: s.toString(), state: {query: s.query, filter: s.filters.join(' '), view: s.viewText(), select: s.select.join(' ')},
      status: `${left.length} of ${this.articles.length} articles` + (s.query.trim() ? `, ${hits} hits` : ''),
      notices: s.notices, query: {runs: query.runs, sound: query.sound},
      views: [{view: 'articles', name: 'Articles', count: String(left.length)}, {view: 'words', name: 'Words'}]
        .map(v => ({...v, selected: s.view === v.view, to: s.with(z => { z.view = v.view; z.options = {}; })})),
      filters: s.filters.map(f => ({label: f.replace(/^-/, 'not ').replace(/:/, ': ').replace(/"/g, ''), to: s.with(z => { z.filters = z.filters.filter(x => x !== f); })})),
      clear: s.filters.length ? s.with(z => { z.filters = []; }) : undefined,
      facets: [
        {field: 'outlet', label: 'Outlet', values: count(outlets, x => byYear(x) && byDate(x), 'outlet', a => a.outlet)},
        {field: 'year', label: 'Year of publication', values: count(['2015', '2016', '2017', '2018', 'unknown'], x => byOutlet(x) && byDate(x), 'year', yearOf)}],
      strip: {
        sentence: 'Two articles have a day, two a span of days, one has no date and may stand anywhere.',
        domain: [day('2015-01-01'), day('2019-12-31')], ticks: ['2015', '2016', '2017', '2018', '2019'].map(y => ({at: day(`${y}-01-01`), label: y})),
        marks: this.articles.length > 60 ? [] : found.map(x => ({label: `${x.a.title}, ${x.a.outlet}, ${date(x.a).text}`,
          days: x.a.days ? x.a.days.map(day) : [day('2015-01-01'), day('2019-12-31')], known: x.a.known, matches: left.includes(x), to: open(x.a)})),
        bins: this.articles.length <= 60 ? [] : ['2015', '2016', '2017', '2018', '2019'].map(y => {
          const inY = x => x.a.days && x.a.days[0].startsWith(y);
          const days = [day(`${y}-01-01`), day(`${y}-12-31`)];
          return {label: y, days, total: found.filter(inY).length, matches: left.filter(inY).length, to: this.withPeriod(s.toString(), ...days)};
        }),
        undated: found.filter(x => !x.a.days).length, period, periodText: period ? `${long(period[0])} to ${long(period[1])}` : 'no period chosen',
        table: table('Dates of publication', ['Article', 'Outlet', 'Published', 'How it is known'], found.map(x => [{text: x.a.title, to: open(x.a)}, x.a.outlet, date(x.a).text, x.a.how]))},
      readers: opened.map(o => ({id: o.id, title: o.x.a.title, outlet: o.x.a.outlet, date: date(o.x.a), url: o.x.a.url, hits: o.x.hits.length, selected: o.sentence,
        close: s.with(z => { z.select = z.select.filter(t => t.split('/')[0] !== o.id); }),
        blocks: o.x.a.blocks.map(b => ({kind: b.kind, sentences: b.sentences.map(q => ({id: q.id, gap: q.gap, selected: q.id === o.sentence,
          runs: cut(q.text, q.spans, new Set()), to: s.with(z => { z.select = z.select.map(t => t.split('/')[0] === o.id ? `${o.id}/${q.id}` : t); })}))}))})),
      close: opened.length ? s.with(z => { z.select = []; }) : undefined,
    };
    if (s.view === 'articles') screen.articles = {
      sorts: [['best', 'Best match'], ['oldest', 'Oldest first'], ['newest', 'Newest first']].map(([v, label]) => ({label, selected: sort === v, to: s.option('sort', v)})),
      items: ordered.slice(0, limit).map(x => ({id: x.a.id, title: titleRuns(x.a), outlet: x.a.outlet, date: date(x.a), hits: s.query.trim() ? x.hits.length : undefined, words: x.a.words,
        snippets: (s.query.trim() ? x.a.blocks.flatMap(b => b.kind === 'title' ? [] : b.sentences.filter(q => q.spans.length)) : x.a.blocks.find(b => b.kind === 'paragraph').sentences)
          .slice(0, 2).map(q => ({runs: cut(q.text, q.spans, new Set()), to: open(x.a, q.id)})),
        to: open(x.a), beside: opened.length === 1 && opened[0].id !== x.a.id ? s.with(z => { z.select = [z.select[0], x.a.id]; }) : undefined, open: opened.some(o => o.id === x.a.id)})),
      total: left.length, more: left.length > limit ? s.option('show', limit + 20) : undefined, empty,
      table: table('Articles', ['Title', 'Outlet', 'Published', '#Words', '#Hits'], ordered.map(x => [{text: x.a.title, to: open(x.a)}, x.a.outlet, date(x.a).text, x.a.words, x.hits.length])),
    };
    if (s.view === 'words') screen.words = this.words(s, query, left, open, table, empty);
    return screen;
  }

  words(s, query, left, open, table, empty) {
    const stops = s.options.stop === 'with';
    const counts = new Map();
    for (const x of left) for (const b of x.a.blocks) for (const q of b.sentences) for (const w of q.text.toLowerCase().match(/[\p{L}’]+/gu) ?? []) {
      if (!stops && STOP.has(w)) continue;
      const c = counts.get(w) ?? {n: 0, in: new Set()};
      c.n++; c.in.add(x.a.id); counts.set(w, c);
    }
    const bars = [...counts].sort((a, b) => b[1].n - a[1].n || (a[0] < b[0] ? -1 : 1)).slice(0, Number(s.options.show ?? 20))
      .map(([label, c]) => ({label, value: c.n, text: `${c.n} times in ${c.in.size} articles`, to: this.withQuery(s.toString(), label)}));
    const out = {frequency: {sentence: 'The most frequent words of the articles that are left, common words left out.', stopWords: [
      {label: 'Without common words', selected: !stops, to: s.option('stop', 'without')}, {label: 'With common words', selected: stops, to: s.option('stop', 'with')}],
    bars, more: s.option('show', 40), table: table('Most frequent words', ['Word', '#Times', '#Articles'], bars.map(b => [{text: b.label, to: b.to}, b.value, b.text.split(' ')[3]]))}};
    if (!s.query.trim()) return out;
    const lines = left.flatMap(x => x.a.blocks.flatMap(b => b.sentences.flatMap(q => q.spans.map(h => ({left: q.text.slice(0, h.span[0]).trimEnd(), node: q.text.slice(...h.span), right: q.text.slice(h.span[1]).trimStart(), article: x.a.outlet, to: open(x.a, q.id)})))));
    if (!lines.length) return {...out, empty};
    const sort = s.options.sort ?? 'article';
    if (sort !== 'article') lines.sort((a, b) => sort === 'right' ? a.right.localeCompare(b.right) : (a.left.split(' ').at(-1)).localeCompare(b.left.split(' ').at(-1)));
    out.concordance = {sentence: 'Every hit with the words left and right of it.', sorts: [['article', 'By article'], ['left', 'By the word left'], ['right', 'By the word right']].map(([v, label]) => ({label, selected: sort === v, to: s.option('sort', v)})),
      lines, total: lines.length, table: table('Keyword in context', ['Left', 'Hit', 'Right', 'Article'], lines.map(l => [l.left, {text: l.node, to: l.to}, l.right, l.article]))};
    const strips = left.map(x => {
      const sentences = x.a.blocks.flatMap(b => b.sentences);
      return {label: x.a.outlet, words: x.a.words, ticks: sentences.flatMap((q, i) => q.spans.map(h => ({at: i / sentences.length, label: q.text.slice(0, 80), to: open(x.a, q.id)})))};
    });
    out.dispersion = {sentence: 'One line an article, from its first word to its last; a tick is a hit and opens its sentence.', strips,
      table: table('Where the hits stand', ['Article', '#Place', 'Sentence'], strips.flatMap(z => z.ticks.map(t => [z.label, t.at.toFixed(2), {text: t.label, to: t.to}])))};
    if (query.list) {
      const terms = query.terms.map(t => t.text);
      const rows = left.map(x => ({label: x.a.outlet, words: x.a.words, cells: terms.map((t, k) => {
        const n = x.hits.filter(h => h.term === k).length;
        return {count: n, perThousand: n / x.a.words * 1000, to: this.withQuery(open(x.a), t)};
      })}));
      out.comparison = {sentence: 'How often each is written, per thousand words of the article.', terms, rows, most: Math.max(...rows.flatMap(r => r.cells.map(c => c.perThousand))),
        table: table('Words compared', ['Article', ...terms.map(t => `#${t}`)], rows.map(r => [r.label, ...r.cells.map(c => c.perThousand.toFixed(1))]))};
    }
    return out;
  }
}
const iso = n => new Date(n * DAY).toISOString().slice(0, 10);
const unquote = t => t.replace(/"/g, '');
