// The five articles as files, counted here anew and by other means than the engine's, to hold it to account.

import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {SEEDS} from './program.js';

/** What the sites left below the articles; each is in one of the files and is not searched. */
const LEFTOVERS = [
  'Please let us know if you\'re having issues with commenting.',
  'Post date:', 'Add new comment',
  'Read the full article from the Source…', 'Leave a Reply',
  'Your email address will not be published. Required fields are marked *',
];

export const ARTICLES = readdirSync(SEEDS).filter(name => name.endsWith('.txt')).sort().map(name => {
  const text = readFileSync(join(SEEDS, name), 'utf8');
  const leftovers = LEFTOVERS.filter(leftover => text.split('\n').some(line => line.trim() === leftover));
  return {
    id: name.replace(/\.txt$/, ''),
    text,
    leftovers,
    searched: text.split('\n').filter(line => !LEFTOVERS.includes(line.trim())).join('\n'),
  };
});

export const OUTLETS = ['Russia Insider', 'Breitbart', 'Islamic World Peace Forum', 'castwb.com', 'The Strategist'];

/** How often `words` stand in `text` one behind the other: whole words, any case, a possessive counts. */
export function count(text, words) {
  const escaped = words.split(/\s+/).map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`(?<![\\p{L}\\p{N}])${escaped.join('[\\s-]+')}(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(expression)].length;
}

/** Words by Unicode's rules, as the browser's own library finds them. */
export function wordCount(text) {
  const segmenter = new Intl.Segmenter('en', {granularity: 'word'});
  return [...segmenter.segment(text)].filter(({isWordLike, segment}) => isWordLike && /[\p{L}\p{N}]/u.test(segment)).length;
}
