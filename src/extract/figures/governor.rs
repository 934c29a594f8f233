//! What governs a figure: the verb it is object of, or the noun before a preposition.

use super::clause::{Clause, Role};
use super::edges::{ends, is_comma, verbs_at};
use super::kinds::{Kind, is_kind};
use crate::extract::{Document, Tag};
use crate::lexicon::{self, Class};

/// Finds what governs the figure.
pub(super) fn look_left(document: &Document<'_>, clause: &mut Clause, subject_of: Option<usize>) {
    // `killing all 228 people`, `its 3,200 dealers`: what determines the number is no part of the figure.
    let phrase = document.phrase_of(clause.extent.start).and_then(|phrase| document.phrases.get(phrase));
    let mut start = phrase.map_or(clause.extent.start, |phrase| phrase.tokens.start.min(clause.extent.start));
    while start > clause.sentence.start && matches!(document.tag(start - 1), Tag::Determiner | Tag::Possessive) {
        start -= 1;
    }
    let own = start;
    // Over what it is joined with: `killed 12 soldiers in Kabul and 3 civilians`.
    for _ in 0..6 {
        let Some(before) = before(document, start, clause.sentence.start) else { break };
        let also = before.checked_sub(1).is_some_and(|first| {
            matches!(
                (document.lower(first), document.lower(before)),
                ("along" | "together", "with") | ("well", "as") | ("addition", "to")
            )
        });
        if document.tag(before) == Tag::Preposition && !also {
            return governed(document, clause, before);
        }
        if let Some(verb) = verb_before(document, before) {
            let group = &document.verbs[verb];
            let embeds = is_kind(lexicon::lemma(document.lower(group.head), Class::Verb), Kind::Say) && !group.passive;
            if subject_of.is_some() && (embeds || start != own) {
                break;
            }
            clause.verb = Some(verb);
            let be = document.tag(group.head) == Tag::Auxiliary
                || matches!(lexicon::lemma(document.lower(group.head), Class::Verb), "number" | "total" | "be");
            clause.role = if be { Role::Predicate } else { Role::Object };
            return;
        }
        if subject_of.is_some() {
            break;
        }
        let joined = is_comma(document, before) || document.tag(before) == Tag::Conjunction || also;
        let before = over_joint(document, before, also);
        // `were killed and 30 injured`: joined to a verb, not to its object
        let noun = |last: &usize| *last >= clause.sentence.start && verbs_at(document, *last).is_none();
        match before.checked_sub(1).filter(|last| joined && noun(last)) {
            Some(last) => start = over_phrases(document, last, clause.sentence.start),
            None => break,
        }
    }
    if subject_of.is_some() {
        (clause.role, clause.verb) = (Role::Subject, subject_of);
    }
}

/// The first token of what joins: `, along with`, `as well as`, `, and`.
fn over_joint(document: &Document<'_>, at: usize, also: bool) -> usize {
    let first = at.saturating_sub(if !also {
        0
    } else if document.lower(at) == "as" {
        2
    } else {
        1
    });
    let comma = first.checked_sub(1).filter(|comma| is_comma(document, *comma));
    comma.unwrap_or(first)
}

/// The token before another, over adverbs and quotation marks.
fn before(document: &Document<'_>, at: usize, start: usize) -> Option<usize> {
    let mut at = at;
    while at > start {
        at -= 1;
        let quote = ['“', '”', '"', '\''].iter().any(|mark| document.is_mark(at, *mark));
        if !(quote || document.tag(at) == Tag::Adverb && verbs_at(document, at).is_none()) {
            return Some(at);
        }
    }
    None
}

/// The group of verbs that ends at a token or before the particle there: `picked up`, `brought home`.
fn verb_before(document: &Document<'_>, at: usize) -> Option<usize> {
    let particle = document.tag(at) == Tag::Particle || matches!(document.lower(at), "back" | "home" | "away" | "out");
    verbs_at(document, at)
        .or_else(|| at.checked_sub(1).filter(|_| particle).and_then(|before| verbs_at(document, before)))
}

/// The begin of the noun phrases that end at a token, over what prepositions join: `12 soldiers in Kabul`.
fn over_phrases(document: &Document<'_>, last: usize, start: usize) -> usize {
    let mut at = last + 1;
    for _ in 0..4 {
        let Some(last) = at.checked_sub(1).filter(|last| *last >= start) else { break };
        if let Some(phrase) = document.phrase_of(last).and_then(|phrase| document.phrases.get(phrase)) {
            at = phrase.tokens.start;
        } else if matches!(document.tag(last), Tag::Number | Tag::Adjective | Tag::Participle) {
            at = last;
        } else {
            break;
        }
        while at > start
            && (matches!(document.tag(at - 1), Tag::Number | Tag::Determiner)
                || document.tag(at) == Tag::Number && bounds(document, at - 1))
        {
            at -= 1;
        }
        while at > start && at < last && bounds(document, at) && bounds(document, at - 1) {
            at -= 1;
        }
        match at.checked_sub(1).filter(|before| *before > start && document.tag(*before) == Tag::Preposition) {
            Some(before) if document.phrase_of(before - 1).is_some() => at = before,
            _ => break,
        }
    }
    at
}

/// Whether a word bounds the number behind it: `about`, `at least`.
fn bounds(document: &Document<'_>, at: usize) -> bool {
    matches!(
        document.lower(at),
        "about"
            | "around"
            | "over"
            | "under"
            | "nearly"
            | "almost"
            | "some"
            | "approximately"
            | "roughly"
            | "least"
            | "most"
            | "at"
            | "than"
            | "more"
            | "fewer"
            | "less"
            | "up"
            | "to"
            | "only"
            | "just"
            | "another"
            | "estimated"
            | "exactly"
    )
}

/// The verb that a preposition of numbers goes with, over what stands between: `put the ransoms paid in June at 40`,
/// `doubled within a week, from 14 to 28`.
fn measuring_verb(document: &Document<'_>, preposition: usize, start: usize) -> Option<usize> {
    /// How many tokens back the verb may stand.
    const BACK: usize = 16;
    let kind = match document.lower(preposition) {
        "at" => Kind::Put,
        "from" | "to" | "by" => Kind::Grow,
        _ => return None,
    };
    let from = start.max(preposition.saturating_sub(BACK));
    let mut groups = (from..preposition).rev().take_while(|at| !ends(document, *at)).filter_map(|at| {
        let verb = verbs_at(document, at)?;
        document.verbs.get(verb).filter(|group| group.head == at).map(|group| (verb, group))
    });
    let fits = |head: usize| is_kind(lexicon::lemma(document.lower(head), Class::Verb), kind);
    let (verb, group) = groups.find(|(_, group)| kind != Kind::Put || group.finite || fits(group.head))?;
    let be = document.tag(group.head) == Tag::Auxiliary;
    (fits(group.head) && !be).then_some(verb)
}

/// Fills what governs the figure through a preposition.
fn governed(document: &Document<'_>, clause: &mut Clause, preposition: usize) {
    (clause.role, clause.preposition) = (Role::Oblique, Some(preposition));
    let Some(last) = preposition.checked_sub(1).filter(|last| *last >= clause.sentence.start) else { return };
    if let Some(verb) = measuring_verb(document, preposition, clause.sentence.start) {
        clause.verb = Some(verb);
        return;
    }
    if let Some(phrase) = document.phrase_of(last).and_then(|phrase| document.phrases.get(phrase)) {
        clause.governor = Some(phrase.head);
        // `put the toll at 40`
        let mut start = phrase.tokens.start;
        // `put the number of marchers at 12`
        for _ in 0..3 {
            let of = start.checked_sub(1).filter(|of| *of > clause.sentence.start && document.lower(*of) == "of");
            let phrase = of.and_then(|of| document.phrase_of(of - 1)).and_then(|up| document.phrases.get(up));
            let Some(phrase) = phrase else { break };
            start = phrase.tokens.start;
        }
        clause.verb = before(document, start, clause.sentence.start).and_then(|at| verbs_at(document, at));
    } else {
        clause.verb = before(document, preposition, clause.sentence.start).and_then(|at| verb_before(document, at));
    }
}
