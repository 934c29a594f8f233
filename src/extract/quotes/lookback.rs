//! Sentences that give what stands before them to somebody: `This was reported by the agency.`
//!
//! The words are those of the same paragraph up to the sentence; where it begins its paragraph, the paragraph before.
//! Never the headline.

use super::clause::Reading;
use super::cue;
use crate::extract::{Sentence, Tag};
use crate::read::BlockKind;
use crate::text::Span;
use core::ops::Range;

/// Words that somebody stands behind without being quoted.
#[derive(Clone, Debug)]
pub(super) struct LookBack {
    pub(super) words: Span,
    /// Who stands behind them.
    pub(super) speaker: Range<usize>,
}

/// Nouns that mean what was told before: `these figures were confirmed by …`
const TOLD: [&str; 17] = [
    "account",
    "allegation",
    "claim",
    "data",
    "detail",
    "details",
    "fact",
    "facts",
    "figure",
    "figures",
    "information",
    "news",
    "number",
    "numbers",
    "report",
    "reports",
    "statistics",
];

/// Finds them.
pub(super) fn look_back(reading: &Reading<'_, '_>) -> Vec<LookBack> {
    let sentences = &reading.document.sentences;
    let mut found = Vec::new();
    for (at, sentence) in sentences.iter().enumerate() {
        if sentence.tokens.len() > 60 || sentence.block_kind != BlockKind::Paragraph {
            continue;
        }
        let Some(speaker) = speaker(reading, sentence) else { continue };
        if let Some(words) = words_before(sentences, at) {
            found.push(LookBack { words, speaker });
        }
    }
    found
}

fn speaker(reading: &Reading<'_, '_>, sentence: &Sentence) -> Option<Range<usize>> {
    let document = reading.document;
    let groups = document.verbs.get(sentence.verbs.clone())?;
    let group = groups.first()?;
    if reading.is_quoted(sentence.tokens.start) {
        return None;
    }
    let ceiling = sentence.tokens.end;
    let told = means_told(
        reading,
        &(sentence.tokens.start..reading.before_adverbs(group.tokens.start, sentence.tokens.start)),
    );
    let passive = group.passive;
    if told && passive && cue::verb(reading.lower(group.head)).is_some() {
        let by = (group.tokens.end..ceiling.min(group.tokens.end + 8)).find(|token| reading.lower(*token) == "by")?;
        return reading.nominal_from(by + 1, ceiling);
    }
    if told
        && matches!(reading.lower(group.head), "come" | "comes" | "came")
        && reading.lower(group.tokens.end) == "from"
    {
        return reading.nominal_from(group.tokens.end + 1, ceiling);
    }
    if told && reading.tag(group.head) == Tag::Auxiliary && reading.lower(group.tokens.end) == "according" {
        return reading.nominal_from(group.tokens.end + 2, ceiling);
    }
    // `The agency reported this.`
    let object = group.tokens.end..(group.tokens.end + 2).min(ceiling);
    let active = !group.passive && !group.negated && !group.modal && cue::verb(reading.lower(group.head)).is_some();
    let short = object.end >= ceiling
        || reading.is_stop(object.end)
        || reading.is_preposition(object.end) && reading.lower(object.end) != "of"
        || reading.is_comma(object.end)
        || reading.is_stop(object.start + 1);
    let object = if reading.is_stop(object.start + 1) { object.start..object.start + 1 } else { object };
    if active && short && means_told(reading, &object) {
        let start = reading.before_adverbs(group.tokens.start, sentence.tokens.start);
        return reading.nominal_to(start, sentence.tokens.start).filter(|phrase| reading.is_somebody(phrase));
    }
    None
}

/// Whether a phrase means what was told before it.
fn means_told(reading: &Reading<'_, '_>, phrase: &Range<usize>) -> bool {
    let first = reading.lower(phrase.start);
    match phrase.len() {
        1 => matches!(first, "this" | "that" | "these" | "all"),
        2 | 3 => {
            matches!(first, "the" | "this" | "these" | "that")
                && TOLD.binary_search(&reading.lower(phrase.end - 1)).is_ok()
        }
        _ => false,
    }
}

fn words_before(sentences: &[Sentence], at: usize) -> Option<Span> {
    let of = sentences.get(at)?;
    let before = sentences.get(at.checked_sub(1)?)?;
    if before.block_kind != BlockKind::Paragraph {
        return None;
    }
    // A paragraph has few sentences; one of thousands is given from its last hundred.
    let same = |other: &&Sentence| other.block == before.block;
    let first = sentences[..at].iter().rev().take(100).take_while(same).last()?;
    debug_assert!(first.span.start <= of.span.start);
    Some(Span { start: first.span.start, end: before.span.end })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_are_sorted() {
        assert!(TOLD.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
