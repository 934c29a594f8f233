//! Ranks: `the third largest city`, `ranked 5th`, `in third place`. An ordinal of things in a row (`the third attack`) is
//! none.

use super::reading::Reading;
use crate::extract::Tag;
use crate::extract::numerals::ordinal;
use crate::lexicon::Form;
use core::ops::Range;

/// A place in an order.
pub(super) struct Rank {
    pub tokens: Range<usize>,
    pub end: usize,
    pub value: f64,
    pub head: Option<usize>,
}

/// The rank whose ordinal begins at a token.
pub(super) fn rank(reading: &Reading<'_, '_>, at: usize) -> Option<Rank> {
    let (tokens, value) = ordinal(reading.document, at)?;
    if tokens.end > reading.tokens.end || reading.is_hyphen(at.wrapping_sub(1)) {
        return None;
    }
    let next = reading.behind_hyphen(tokens.end);
    if let Some(superlative) = superlative_end(reading, next).filter(|_| value > 1.0) {
        let noun = super::nouns::phrase(reading, superlative, true);
        let end = noun.as_ref().map_or(superlative, |noun| noun.end);
        return Some(Rank { tokens, end, value, head: noun.map(|noun| noun.head) });
    }
    let placed = matches!(reading.lower_before(at, 1), "ranked" | "ranks" | "rank" | "ranking" | "placed")
        || matches!(reading.lower_before(at, 1), "finished" | "came" | "finishing" | "coming")
            && !reading.tag(tokens.end).is_noun();
    let place = matches!(reading.lower(next), "place" | "spot" | "position")
        && matches!(reading.lower_before(at, 1), "in" | "into" | "to" | "for" | "took" | "taking" | "claimed" | "from");
    let end = if place { next + 1 } else { tokens.end };
    (placed || place).then_some(Rank { tokens, end, value, head: None })
}

/// The end of a superlative: `largest`, `most populous`, `highest-ranking`.
fn superlative_end(reading: &Reading<'_, '_>, at: usize) -> Option<usize> {
    let lower = reading.lower(at);
    if matches!(lower, "most" | "least") {
        let adjective = matches!(reading.tag(at + 1), Tag::Adjective | Tag::Participle);
        return adjective.then_some(at + 2);
    }
    let known = reading.word(at).is_some_and(|word| word.is_form(Form::Superlative));
    let superlative = known || lower.ends_with("est") && lower.len() > 5 && reading.tag(at) == Tag::Adjective;
    if !superlative {
        return None;
    }
    Some(if reading.is_hyphen(at + 1) { at + 3 } else { at + 1 })
}
