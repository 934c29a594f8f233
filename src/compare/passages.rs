//! Passages that two articles share almost word for word: ten outlets with one agency's copy are one account.
//!
//! Shingles of [`SHINGLE`] words are hashed and winnowed (Schleimer, Wilkerson, Aiken, "Winnowing: Local Algorithms for
//! Document Fingerprinting", 2003), which finds every run of [`SHORTEST`] words or more that two articles share. Where two
//! articles have a fingerprint in common the words around are aligned, with up to [`SKIP`] words between them that only one
//! of them has. A fingerprint that more than [`FREQUENT`] places share is a phrase of the site or the language: its places
//! are compared each with the next alone. So the cost grows with the words of the corpus, not with its pairs of articles.

use crate::extract::{Facts, QuoteKind};
use crate::read::{Article, BlockKind};
use crate::text::{Span, fold, words};
use std::collections::BTreeMap;
use xxhash_rust::xxh64::xxh64;

/// Words of a shingle.
pub const SHINGLE: usize = 5;
/// Words that a passage has at the least; a quotation of the same words may be shorter.
pub const SHORTEST: usize = 12;
/// Shingles of which one is kept.
const WINDOW: usize = SHORTEST - SHINGLE + 1;
/// Words that only one of two articles has within a passage, at a time.
const SKIP: usize = 3;
/// Words that must be the same behind such a gap.
const RESUME: usize = 3;
/// Places of one fingerprint that are compared each with each.
const FREQUENT: usize = 8;
/// Words of a quotation that are compared with other quotations.
const QUOTED: usize = 5;

/// Words that two articles share.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// The first article and its words.
    pub first: (usize, Span),
    /// The second, whose place in the corpus is a later one.
    pub second: (usize, Span),
    /// How many words are the same in both, in the same order.
    pub words: usize,
    /// Whether they are a direct quotation, or within one, in both: then who spoke is one source, and neither copied.
    pub quoted: bool,
}

/// The words of an article's story.
struct Text {
    spans: Vec<Span>,
    hashes: Vec<u64>,
}

impl Text {
    fn of(article: &Article) -> Self {
        let mut text = Self { spans: Vec::new(), hashes: Vec::new() };
        for block in article.blocks.iter().filter(|block| block.kind != BlockKind::Boilerplate) {
            for span in words(block.span.of(&article.text)) {
                let span = span.shifted(block.span.start as usize);
                let folded = fold(span.of(&article.text));
                if !folded.is_empty() {
                    text.spans.push(span);
                    text.hashes.push(xxh64(folded.as_bytes(), 0));
                }
            }
        }
        text
    }

    /// The shingles that are kept, each by its hash and first word.
    fn fingerprints(&self) -> Vec<(u64, usize)> {
        let shingle = |words: &[u64]| {
            let bytes: Vec<u8> = words.iter().flat_map(|word| word.to_le_bytes()).collect();
            xxh64(&bytes, 0)
        };
        let all: Vec<u64> = self.hashes.windows(SHINGLE).map(shingle).collect();
        let mut kept: Vec<(u64, usize)> = Vec::new();
        for (from, window) in all.windows(WINDOW).enumerate() {
            // The least of a window, the last of equals, as the paper has it.
            let least = window.iter().enumerate().min_by_key(|(at, hash)| (**hash, core::cmp::Reverse(*at)));
            let Some((at, hash)) = least else { continue };
            if kept.last().is_none_or(|(_, last)| *last != from + at) {
                kept.push((*hash, from + at));
            }
        }
        kept
    }

    fn span(&self, from: usize, to: usize) -> Option<Span> {
        let (first, last) = (self.spans.get(from)?, self.spans.get(to.checked_sub(1)?)?);
        Some(Span { start: first.start, end: last.end })
    }
}

/// The passages that articles share, in order of the first, then the second. An article's own repetitions are none.
pub(super) fn passages(articles: &[&Article], facts: &[&Facts]) -> Vec<Passage> {
    let texts: Vec<Text> = articles.iter().map(|article| Text::of(article)).collect();
    let mut places: BTreeMap<u64, Vec<(usize, usize)>> = BTreeMap::new();
    for (article, text) in texts.iter().enumerate() {
        for (hash, at) in text.fingerprints() {
            places.entry(hash).or_default().push((article, at));
        }
    }
    let mut seeds: Vec<((usize, usize), (usize, usize))> = Vec::new();
    for places in places.values() {
        for (at, first) in places.iter().enumerate() {
            let others = if places.len() > FREQUENT { 1 } else { places.len() };
            seeds.extend(places.iter().skip(at + 1).take(others).map(|second| (*first, *second)));
        }
    }
    seeds.retain(|(first, second)| first.0 != second.0);
    seeds.sort_unstable_by_key(|(first, second)| (first.0, second.0, first.1, second.1));
    let mut found: Vec<Passage> = Vec::new();
    let mut last: Option<(usize, usize, usize, usize)> = None;
    for ((a, at), (b, other)) in seeds {
        // Seeds of one passage follow each other; all but the first lie within it.
        if last.is_some_and(|(one, two, end, second_end)| (one, two) == (a, b) && at < end && other < second_end) {
            continue;
        }
        let (Some(first), Some(second)) = (texts.get(a), texts.get(b)) else { continue };
        let aligned = align(&first.hashes, &second.hashes, at, other);
        if aligned.words < SHORTEST {
            continue;
        }
        let spans = first.span(aligned.first.0, aligned.first.1).zip(second.span(aligned.second.0, aligned.second.1));
        if let Some((one, two)) = spans {
            last = Some((a, b, aligned.first.1, aligned.second.1));
            let quoted = is_quoted(facts.get(a), one) && is_quoted(facts.get(b), two);
            found.push(Passage { first: (a, one), second: (b, two), words: aligned.words, quoted });
        }
    }
    let quoted = quotations(articles, facts, &found);
    found.extend(quoted);
    found.sort();
    found
}

/// Words that stand in both texts.
struct Aligned {
    first: (usize, usize),
    second: (usize, usize),
    words: usize,
}

/// The longest stretch around two places that hold the same shingle.
fn align(a: &[u64], b: &[u64], at: usize, other: usize) -> Aligned {
    let (forward, end, other_end) =
        walk(a.get(at..).unwrap_or_default().iter(), b.get(other..).unwrap_or_default().iter());
    let (back, begin, other_begin) =
        walk(a.get(..at).unwrap_or_default().iter().rev(), b.get(..other).unwrap_or_default().iter().rev());
    Aligned { first: (at - begin, at + end), second: (other - other_begin, other + other_end), words: forward + back }
}

/// How many words are the same from here on, and how far in each text.
fn walk<'w>(
    a: impl Iterator<Item = &'w u64> + Clone,
    b: impl Iterator<Item = &'w u64> + Clone,
) -> (usize, usize, usize) {
    let (mut same, mut end, mut other_end) = (0, 0, 0);
    let (mut a, mut b) = (a, b);
    let agree = |a: &mut dyn Iterator<Item = &'w u64>, b: &mut dyn Iterator<Item = &'w u64>| {
        let both: Vec<bool> = a.zip(b).map(|(a, b)| a == b).collect();
        both.len() == RESUME && both.into_iter().all(|same| same)
    };
    let (mut at, mut other) = (0, 0);
    loop {
        let (next, second) = (a.clone().next(), b.clone().next());
        if next.is_none() || second.is_none() {
            return (same, end, other_end);
        }
        if next == second {
            a.next();
            b.next();
            (at, other, same) = (at + 1, other + 1, same + 1);
            (end, other_end) = (at, other);
            continue;
        }
        // The smallest gap behind which both go on alike.
        let gaps = (1..=2 * SKIP).flat_map(|sum| (0..=sum).map(move |x| (x, sum - x)));
        let gap = gaps
            .filter(|(x, y)| *x <= SKIP && *y <= SKIP)
            .find(|(x, y)| agree(&mut a.clone().skip(*x).take(RESUME), &mut b.clone().skip(*y).take(RESUME)));
        let Some((x, y)) = gap else { return (same, end, other_end) };
        for _ in 0..x {
            a.next();
        }
        for _ in 0..y {
            b.next();
        }
        (at, other) = (at + x, other + y);
    }
}

/// Whether words stand within a direct quotation.
fn is_quoted(facts: Option<&&Facts>, words: Span) -> bool {
    let near = |quote: Span| quote.start <= words.start + 1 && words.end <= quote.end + 1;
    facts.is_some_and(|facts| facts.quotes.iter().any(|quote| quote.kind == QuoteKind::Direct && near(quote.span)))
}

/// Direct quotations of the same words that stand in no passage yet: an article's is tied to the one of the article before it.
fn quotations(articles: &[&Article], facts: &[&Facts], found: &[Passage]) -> Vec<Passage> {
    let mut same: BTreeMap<Vec<String>, Vec<(usize, Span)>> = BTreeMap::new();
    for (at, (article, facts)) in articles.iter().zip(facts).enumerate() {
        for quote in facts.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct) {
            let said = quote.span.of(&article.text);
            let folded: Vec<String> =
                words(said).map(|span| fold(span.of(said))).filter(|word| !word.is_empty()).collect();
            if folded.len() >= QUOTED {
                same.entry(folded).or_default().push((at, quote.span));
            }
        }
    }
    let mut new = Vec::new();
    for (said, places) in &same {
        for pair in places.windows(2) {
            let [first, second] = pair else { continue };
            let covers = |passage: &Passage| {
                passage.first.0 == first.0
                    && passage.second.0 == second.0
                    && passage.first.1.start < first.1.end
                    && first.1.start < passage.first.1.end
            };
            // Passages are sorted by their first article.
            let from = found.partition_point(|passage| passage.first.0 < first.0);
            let known = found.iter().skip(from).take_while(|passage| passage.first.0 == first.0).any(covers);
            if first.0 != second.0 && !known {
                new.push(Passage { first: *first, second: *second, words: said.len(), quoted: true });
            }
        }
    }
    new
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Block, Head};
    use proptest::prelude::*;

    fn article(text: &str) -> Article {
        let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
        Article { head: Head::default(), text: text.to_owned(), blocks }
    }

    fn shared(texts: &[&str]) -> Vec<(usize, usize, usize, String)> {
        let articles: Vec<Article> = texts.iter().map(|text| article(text)).collect();
        let (articles, facts): (Vec<&Article>, Facts) = (articles.iter().collect(), Facts::default());
        let facts = vec![&facts; texts.len()];
        let line = |passage: &Passage| {
            let (first, span) = passage.first;
            (first, passage.second.0, passage.words, span.of(texts[first]).to_owned())
        };
        passages(&articles, &facts).iter().map(line).collect()
    }

    #[test]
    fn almost_the_same_words_are_one_passage() {
        let found = shared(&[
            "Officials said little. The ferry left the harbour at dawn with more people aboard than it was allowed to carry, and sank.",
            "Our reporter adds: the ferry left the harbour at about dawn with more people aboard than it was allowed to carry. It went down.",
            "The ferry left the harbour. Nobody knows more.",
        ]);
        let words = "The ferry left the harbour at dawn with more people aboard than it was allowed to carry";
        assert_eq!(found, [(0, 1, 17, words.to_owned())]);
    }

    #[test]
    fn what_is_shorter_or_in_one_article_twice_is_none() {
        let twice = "the ferry left the harbour at dawn with more people aboard than it was allowed to carry ";
        assert!(shared(&[&twice.repeat(2), "nothing of the kind"]).is_empty());
        assert!(shared(&["one two three four five six seven", "one two three four five six seven"]).is_empty());
        assert!(shared(&["", ""]).is_empty());
    }

    proptest! {
        /// Every run of `SHORTEST` words in both is found, whatever stands around it.
        #[test]
        fn no_shared_run_is_missed(before in "[a-d ]{0,60}", run in prop::collection::vec("[k-z]{3,6}", SHORTEST..30), behind in "[e-h ]{0,60}") {
            let run = run.join(" ");
            let texts = [format!("{before} {run}"), format!("{run} {behind}")];
            let found = shared(&[&texts[0], &texts[1]]);
            prop_assert!(found.iter().any(|(_, _, words, _)| *words >= run.split(' ').count()), "{found:?}");
        }
    }
}
