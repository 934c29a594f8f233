//! Guesses at names, and what the places of an article tell of each other.

use super::join::is_business;
use super::known::{self, Known};
use super::spelling::Spelling;
use super::tables;
use crate::extract::Document;
use core::ops::Range;
use rustc_hash::FxHashMap;

/// What may be a name or not: a stretch that the model read, with how good it is as each kind.
pub(super) struct Guess {
    pub tokens: Range<usize>,
    pub sentence: usize,
    /// 0 for none.
    pub kind: usize,
    pub rule: &'static str,
    /// How good it is as each kind, and as none.
    pub scores: [i32; 4],
    /// Its words as one number.
    pub key: u64,
    /// Whether no other place of the article may change its kind.
    pub firm: bool,
}

impl Guess {
    /// By how much the model would have it this kind rather than none.
    fn better(&self, kind: usize) -> i64 {
        i64::from(self.scores[kind]) - i64::from(self.scores[0])
    }
}

/// How much it tells of a word that it is the surname, or the given name, of somebody in the article.
const SURNAMED: i64 = 500;
const GIVEN_NAMED: i64 = 400;
/// How much it tells, at each place, that a word is a well-known organisation.
const FAMED: i64 = 60;

/// What speaks for each kind of some words, over an article.
type Sums = FxHashMap<u64, [i64; 4]>;

/// The words of a stretch as one number; marks and Arabic articles do not count.
pub(super) fn key(document: &Document<'_>, tokens: Range<usize>) -> u64 {
    let words = tokens
        .filter(|token| document.tokens[*token].is_wordlike() && !matches!(document.lower(*token), "al" | "el" | "ul"));
    words.fold(0, |key, token| tables::joined(key, known::hash(document.lower(token))))
}

/// One article, one meaning: the same words are the same kind of name wherever they stand, by the sum of what speaks
/// for it in all of their places; and the surname of somebody is a person.
pub(super) fn vote(document: &Document<'_>, known: &Known<'_, '_>, guesses: &mut [Guess]) {
    let mut sums = Sums::default();
    for guess in guesses.iter().filter(|guess| guess.kind != 0) {
        let sum = sums.entry(guess.key).or_default();
        if guess.firm {
            sum[guess.kind] += SURNAMED;
        }
        for (kind, sum) in sum.iter_mut().enumerate().skip(1) {
            *sum += guess.better(kind);
        }
    }
    tell(document, known, guesses, &mut sums);
    for guess in guesses.iter_mut().filter(|guess| !guess.firm) {
        let Some(sum) = sums.get(&guess.key) else { continue };
        let best = (1..4).max_by_key(|kind| (sum[*kind], 4 - kind)).unwrap_or(0);
        let here = if guess.kind == 0 { sum[best] + guess.better(best) } else { sum[best] };
        if best != guess.kind && here > 0 {
            (guess.kind, guess.rule) = (best, "names:elsewhere");
        }
    }
}

/// Takes note of what a name of several words tells of one of them: the surname of somebody is a person, what a company
/// is called by without its form is one.
fn tell(document: &Document<'_>, known: &Known<'_, '_>, guesses: &[Guess], sums: &mut Sums) {
    for guess in guesses.iter().filter(|guess| guess.kind == 1 && guess.tokens.len() > 1) {
        let word = |token: usize| tables::joined(0, known::hash(document.lower(token)));
        let other = known.of_tables(guess.tokens.end - 1) & (known::COUNTRY | known::FAMOUS) != 0;
        if !other {
            sums.entry(word(guess.tokens.end - 1)).or_default()[1] += SURNAMED;
        }
        if known.of_tables(guess.tokens.start) & known::GIVEN != 0 {
            sums.entry(word(guess.tokens.start)).or_default()[1] += GIVEN_NAMED;
        }
    }
    for guess in guesses.iter().filter(|guess| guess.kind == 2 && guess.tokens.len() > 1) {
        // `the Valley Relief Council … the VRC`
        let initials = Spelling::of(document, guess.tokens.clone()).initials;
        if initials.len() > 2 {
            sums.entry(tables::joined(0, known::hash(&initials))).or_default()[2] += SURNAMED;
        }
        let lower = document.lower(guess.tokens.start);
        let famous = known.of_tables(guess.tokens.start) & known::FAMOUS != 0;
        if famous || is_business(document.lower(guess.tokens.end - 1)) {
            let more = if famous { 2 * SURNAMED } else { SURNAMED };
            sums.entry(tables::joined(0, known::hash(lower))).or_default()[2] += more;
        }
    }
    for guess in guesses.iter().filter(|guess| guess.tokens.len() == 1) {
        let bits = known.of_tables(guess.tokens.start);
        let famed = bits & known::FAMOUS != 0 && bits & (known::GIVEN | known::TOWN) == 0;
        if let Some(sum) = sums.get_mut(&guess.key).filter(|_| famed) {
            sum[2] += FAMED;
        }
    }
}
