//! Where phrases and clauses begin and end, and whose subject stands where. All looks are bounded.

use crate::extract::{Document, Tag};

/// How many tokens a walk goes at most.
pub(super) const REACH: usize = 60;
/// How far apart the two commas of an aside may stand.
pub(super) const ASIDE: usize = 20;

/// Whether a token ends a clause wherever it stands.
pub(super) fn ends(document: &Document<'_>, at: usize) -> bool {
    ['.', ';', '!', '?', ':', '”', '"', '—'].iter().any(|mark| document.is_mark(at, *mark))
}

/// Whether a token is a comma.
pub(super) fn is_comma(document: &Document<'_>, at: usize) -> bool {
    document.is_mark(at, ',')
}

/// The group of verbs at a token; none within a compound (`Saudi-led`).
pub(super) fn verbs_at(document: &Document<'_>, at: usize) -> Option<usize> {
    let verb = document.verbs_of(at)?;
    let start = document.verbs.get(verb)?.tokens.start;
    let tight = document.tokens.get(start).is_some_and(|token| !token.spaced);
    let compound = tight && start.checked_sub(1).is_some_and(|before| document.is_mark(before, '-'));
    (!compound).then_some(verb)
}

/// The end of the noun phrase at a token, numbers and what is joined by `of` to them included; none where none is.
pub(super) fn phrase_end(document: &Document<'_>, at: usize) -> Option<usize> {
    if let Some(phrase) = document.phrase_of(at).and_then(|phrase| document.phrases.get(phrase)) {
        return Some(phrase.tokens.end);
    }
    let mut end = at;
    while matches!(document.tag(end), Tag::Number | Tag::Determiner) && end < at + 4 {
        end += 1;
    }
    (end > at).then_some(end)
}

/// Whether a finite verb follows within a few tokens of a noun phrase's end: then the phrase is a subject.
pub(super) fn has_verb_soon(document: &Document<'_>, at: usize, end: usize) -> bool {
    let mut at = at;
    let stop = end.min(at + 8);
    while at < stop {
        if let Some(group) = verbs_at(document, at).and_then(|group| document.verbs.get(group)) {
            return group.finite;
        }
        match document.tag(at) {
            Tag::Adverb | Tag::Negation => at += 1,
            Tag::Preposition => match phrase_end(document, at + 1) {
                Some(next) => at = next,
                None => return false,
            },
            // `many others`, which may be two phrases
            Tag::Noun | Tag::Plural | Tag::Pronoun => at += 1,
            _ => return false,
        }
    }
    false
}

/// Where the clause that goes on at `at` ends: at a stop, at a comma, or at a conjunction that begins another clause.
pub(super) fn clause_end(document: &Document<'_>, at: usize, end: usize) -> usize {
    let mut at = at;
    let stop = end.min(at + REACH);
    while at < stop {
        if ends(document, at) || is_comma(document, at) {
            return at;
        }
        let opens = matches!(document.lower(at), "while" | "but" | "whereas" | "although" | "though");
        // `had closed and that the number had fallen`
        let joins = document.tag(at) == Tag::Conjunction
            && (document.tag(at + 1) == Tag::Subordinator
                || phrase_end(document, at + 1)
                    .is_some_and(|next| has_verb_soon(document, next, end) || is_short_clause(document, at + 1, next)));
        if opens || joins {
            return at;
        }
        at += 1;
    }
    at
}

/// `and 30 injured`
fn is_short_clause(document: &Document<'_>, start: usize, end: usize) -> bool {
    let counts = (start..end).any(|at| document.tag(at) == Tag::Number);
    counts && matches!(document.tag(end), Tag::Adjective | Tag::Participle | Tag::Past)
}

/// Where the clause of a token begins: behind the stop, or the conjunction that joins two clauses.
pub(super) fn clause_start(document: &Document<'_>, at: usize, start: usize) -> usize {
    let mut at = at;
    let stop = start.max(at.saturating_sub(REACH));
    while at > stop {
        let before = at - 1;
        let opens = matches!(document.lower(before), "while" | "but" | "whereas" | "although" | "though" | "that");
        // Behind a verb `and` joins clauses, not nouns; before one, two things said of one subject.
        let joins = document.tag(before) == Tag::Conjunction
            && verbs_at(document, at)
                .is_none_or(|verb| document.verbs.get(verb).is_none_or(|group| group.tokens.start != at))
            && has_finite_verb(document, stop, before);
        if ends(document, before) || opens || joins || document.is_mark(before, '“') {
            return at;
        }
        at = before;
    }
    at
}

/// Whether a finite verb stands within some tokens.
fn has_finite_verb(document: &Document<'_>, start: usize, end: usize) -> bool {
    let from = document.verbs.partition_point(|group| group.tokens.start < start);
    document.verbs.iter().skip(from).take_while(|group| group.tokens.end <= end).any(|group| group.finite)
}

/// The head noun of the subject of a group of verbs.
pub(super) fn subject_of(document: &Document<'_>, verb: usize, start: usize) -> Option<usize> {
    let mut at = document.verbs.get(verb)?.tokens.start;
    let stop = start.max(at.saturating_sub(REACH));
    while at > stop {
        let before = at - 1;
        if let Some(phrase) = document.phrase_of(before).and_then(|phrase| document.phrases.get(phrase)) {
            match phrase.tokens.start.checked_sub(1).filter(|governs| *governs >= stop) {
                Some(governs) if document.tag(governs) == Tag::Preposition => at = governs,
                _ => return Some(phrase.head),
            }
        } else if is_comma(document, before) {
            // An aside: over it.
            at = (stop..before).rev().take(ASIDE).find(|comma| is_comma(document, *comma))?;
        } else {
            let loose =
                matches!(document.tag(before), Tag::Adverb | Tag::Wh | Tag::Participle | Tag::Adjective | Tag::Number);
            let group = verbs_at(document, before).and_then(|group| document.verbs.get(group));
            if !loose && group.is_none_or(|group| group.finite) {
                return None;
            }
            at = before;
        }
    }
    None
}
