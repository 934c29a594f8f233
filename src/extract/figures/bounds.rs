//! Words on either side of a number that bound it: `more than 300`, `300 or more`.

use super::reading::Reading;
use crate::extract::{Bound, Tag};
use crate::order;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

const TABLE: &str = crate::lexicon::headless!("bounds.txt");

struct Phrase {
    words: Vec<&'static str>,
    bound: Bound,
}

/// The phrases of both sides by the word beside the number, longest first: `no more than` before `more than`.
#[derive(Default)]
struct Phrases {
    before: FxHashMap<&'static str, Vec<Phrase>>,
    behind: FxHashMap<&'static str, Vec<Phrase>>,
}

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut all = Vec::new();
    for line in TABLE.lines().filter(|line| !line.starts_with('#')) {
        let mut fields = line.split('\t');
        let (Some(side), Some(bound), Some(words)) = (fields.next(), fields.next(), fields.next()) else { continue };
        all.push((side, Phrase { words: words.split(' ').collect(), bound: parse(bound) }));
    }
    order::by_key(&mut all, |(_, phrase)| u64::MAX - phrase.words.len() as u64);
    let mut phrases = Phrases::default();
    for (side, phrase) in all {
        let (by_word, word) = match side {
            "before" => (&mut phrases.before, phrase.words.last()),
            _ => (&mut phrases.behind, phrase.words.first()),
        };
        by_word.entry(word.copied().unwrap_or_default()).or_default().push(phrase);
    }
    phrases
});

fn parse(bound: &str) -> Bound {
    match bound {
        "about" => Bound::About,
        "over" => Bound::Over,
        "at_least" => Bound::AtLeast,
        "under" => Bound::Under,
        "up_to" => Bound::UpTo,
        _ => Bound::Exact,
    }
}

/// The bound that ends before a token, and where it begins with the words that strengthen it (`well over`). `small`:
/// the number is a low one in words, before which `over`, `about` and `under` are prepositions as often as bounds.
pub(super) fn before(reading: &Reading<'_, '_>, at: usize, small: bool) -> Option<(Bound, usize)> {
    let (inner, start) = one_before(reading, at, small)?;
    // `at least some 40`, `up to an estimated 400`: the outer one says more.
    match one_before(reading, start, small) {
        Some((outer, start)) if inner == Bound::About => Some((outer, start)),
        _ => Some((inner, start)),
    }
}

fn one_before(reading: &Reading<'_, '_>, at: usize, small: bool) -> Option<(Bound, usize)> {
    if let Some(bound) = sign(reading, at) {
        return Some((bound, at - 1));
    }
    let fits = |phrase: &&Phrase| {
        let length = phrase.words.len();
        let words = phrase.words.iter().rev().enumerate();
        at >= length && words.clone().all(|(back, word)| reading.lower_before(at, back + 1) == *word)
    };
    let phrase = PHRASES.before.get(reading.lower_before(at, 1))?.iter().find(fits)?;
    let start = at - phrase.words.len();
    if phrase.words.len() == 1 && !is_bound(reading, start, small) {
        return None;
    }
    Some((phrase.bound, strengthened(reading, start)))
}

/// Signs before a number: `~40`, `>300`.
fn sign(reading: &Reading<'_, '_>, at: usize) -> Option<Bound> {
    Some(match at.checked_sub(1).map_or("", |before| reading.written(before)) {
        "~" | "≈" | "∼" => Bound::About,
        ">" => Bound::Over,
        "<" => Bound::Under,
        "≥" => Bound::AtLeast,
        "≤" => Bound::UpTo,
        _ => return None,
    })
}

fn strengthened(reading: &Reading<'_, '_>, start: usize) -> usize {
    let word = reading.lower_before(start, 1);
    let strong =
        matches!(word, "well" | "just" | "slightly" | "far" | "much" | "significantly" | "somewhat" | "considerably");
    if strong { start - 1 } else { start }
}

/// Whether a single word bounds the number behind it and is no preposition: `talks over two islands`, `a film about
/// three brothers`, `under two names`.
fn is_bound(reading: &Reading<'_, '_>, at: usize, small: bool) -> bool {
    let before = reading.tag_before(at);
    match reading.lower(at) {
        "over" | "above" | "beyond" | "around" => !small || !before.is_noun() && before != Tag::Participle,
        "under" | "below" => !small,
        "about" => !(small && (before.is_noun() || before.is_verb())) && !is_speech(reading.lower_before(at, 1)),
        // `the estimated`, where the number may be anything
        "estimated" => !matches!(before, Tag::Auxiliary),
        _ => true,
    }
}

/// Words that `about` follows as a preposition.
fn is_speech(word: &str) -> bool {
    matches!(
        word,
        "talk"
            | "talks"
            | "talked"
            | "talking"
            | "speak"
            | "spoke"
            | "speaking"
            | "told"
            | "tell"
            | "ask"
            | "asked"
            | "know"
            | "knew"
            | "worry"
            | "worried"
            | "concern"
            | "concerned"
            | "concerns"
            | "question"
            | "questions"
            | "information"
            | "story"
            | "stories"
            | "book"
            | "film"
            | "report"
            | "think"
            | "write"
            | "wrote"
            | "written"
            | "something"
    )
}

/// The bound that begins at a token, and where it ends.
pub(super) fn behind(reading: &Reading<'_, '_>, at: usize) -> Option<(Bound, usize)> {
    if reading.is_mark(at, '+') && reading.is_tight(at) {
        return Some((Bound::AtLeast, at + 1));
    }
    let at = reading.behind_hyphen(at);
    let fits = |phrase: &&Phrase| phrase.words.iter().enumerate().all(|(on, word)| reading.lower(at + on) == *word);
    let phrase = PHRASES.behind.get(reading.lower(at))?.iter().find(fits)?;
    let end = at + phrase.words.len();
    // `20-odd`, `60-plus`, but not `20 odd socks`, `two plus two`; `at least` opens what follows as often.
    let word = phrase.words[0];
    let certain = match word {
        "odd" | "ish" => reading.is_hyphen(at - 1),
        "plus" => reading.is_hyphen(at - 1) || reading.word(end).is_some_and(|word| !word.is_closed()),
        "at" => matches!(reading.written(end), "" | "." | "," | ";" | ")"),
        "tops" => matches!(reading.written(end), "" | "." | ","),
        _ => true,
    };
    certain.then_some((phrase.bound, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted_and_parses() {
        let lines: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.windows(2).all(|pair| pair[0] < pair[1]), "sorted, none twice");
        assert!(lines.iter().all(|line| line.split('\t').count() == 3));
        let all = PHRASES.before.values().chain(PHRASES.behind.values()).flatten();
        assert!(all.clone().count() == lines.len() && all.clone().all(|phrase| phrase.bound != Bound::Exact));
    }
}
