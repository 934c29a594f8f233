// A fact to be taken away: as a citation of its article, as an annotation, as a link into the article at its outlet.

/** Beyond so many characters a link into a text names its first and last words alone. */
const LONGEST_FRAGMENT = 80;
const WORDS = 5;

/** The days of a publication as years, months and days: none, one, or the first and the last. */
function dateParts({earliest, latest}) {
  const parts = [earliest, latest].filter(Boolean).map(day => day.split('-').map(Number));
  return earliest === latest ? parts.slice(0, 1) : parts;
}

/** What a reference manager is to keep beside the article: the words, and where they are shown. */
function note({card, sources, edition, link}) {
  const who = sources.length ? ` (${sources.join(', through ')})` : '';
  return `“${card.exact}”${who}. Sourcebook, edition ${edition}: ${link}`;
}

/** A day, as `2016/06/07/` of RIS; with less known, less of it. */
const risDate = ([year, month, day]) => `${year}/${[month, day].map(part => part ? String(part).padStart(2, '0') : '').join('/')}/`;

/** @see https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html */
export function toCslJson(fact) {
  const parts = dateParts(fact.issued);
  return `${JSON.stringify([{
    id: `${fact.article}-${fact.card.id}`,
    type: 'article-newspaper',
    title: fact.title,
    'container-title': fact.outlet,
    ...(parts.length && {issued: {'date-parts': parts}}),
    ...(fact.url && {URL: fact.url}),
    note: note(fact),
  }], null, 2)}\n`;
}

const BIBTEX = {'\\': '\\textbackslash{}', '~': '\\textasciitilde{}', '^': '\\textasciicircum{}'};

/** What TeX would take for a command is escaped. */
const tex = text => text.replace(/[\\{}#$%&_~^]/g, sign => BIBTEX[sign] ?? `\\${sign}`).replace(/\s+/g, ' ');

export function toBibTex(fact) {
  const [first] = dateParts(fact.issued);
  const fields = {
    title: `{${tex(fact.title)}}`,
    howpublished: tex(fact.outlet),
    ...(first && {year: String(first[0])}),
    ...(first?.[1] && {month: String(first[1])}),
    ...(fact.url && {url: fact.url.replace(/[{}\\\s]/g, encodeURIComponent)}),
    note: tex(note(fact)),
  };
  const key = `${fact.article}-${fact.card.id}`.replace(/[^A-Za-z0-9-]/g, '-');
  return `@misc{${key},\n${Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`).join(',\n')}\n}\n`;
}

export function toRis(fact) {
  const [first] = dateParts(fact.issued);
  const line = (tag, text) => `${tag}  - ${text.replace(/[\r\n]+/g, ' ')}\r\n`;
  return [
    line('TY', 'NEWS'), line('TI', fact.title), line('T2', fact.outlet),
    ...(first ? [line('PY', String(first[0])), line('DA', risDate(first))] : []),
    ...(fact.url ? [line('UR', fact.url)] : []), line('N1', note(fact)), line('ER', ''),
  ].join('');
}

/**
 * A Web Annotation (W3C, 2017). The position counts code points of the article's text as it was read here; the quotation with
 * what stands around it also finds the words at the outlet.
 */
export function toAnnotation(fact) {
  const {card} = fact;
  return `${JSON.stringify({
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: fact.link,
    type: 'Annotation',
    motivation: 'describing',
    body: {
      type: 'TextualBody', format: 'text/plain', language: 'en',
      value: card.rows.map(row => `${row.term}: ${row.values.map(value => value.text).join(row.chain ? ', through ' : ', ')}`).join('\n'),
    },
    target: {
      source: fact.url ?? fact.link,
      selector: [
        {type: 'TextQuoteSelector', exact: card.exact, prefix: card.prefix, suffix: card.suffix},
        {type: 'TextPositionSelector', start: card.start, end: card.end},
      ],
    },
  }, null, 2)}\n`;
}

/** The link to the words in the article at its outlet, which browsers scroll to; none where its address is not known. */
export function textFragment({url, card}) {
  if (!url) return null;
  const encoded = text => encodeURIComponent(text.trim()).replaceAll('-', '%2D');
  const words = card.exact.trim().split(/\s+/);
  const long = card.exact.length > LONGEST_FRAGMENT && words.length > 2 * WORDS;
  const text = long ? `${encoded(words.slice(0, WORDS).join(' '))},${encoded(words.slice(-WORDS).join(' '))}` : encoded(card.exact);
  return `${url.split('#')[0]}#:~:text=${text}`;
}

/** The forms, by what their button says: how they are made, and as what file. */
export const FORMS = {
  'CSL-JSON': [toCslJson, 'json', 'application/json'],
  BibTeX: [toBibTex, 'bib', 'application/x-bibtex'],
  RIS: [toRis, 'ris', 'application/x-research-info-systems'],
  'Web Annotation': [toAnnotation, 'jsonld', 'application/ld+json'],
};
