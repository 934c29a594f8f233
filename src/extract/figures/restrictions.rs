//! What stands behind a figure's noun and belongs to it, up to the verb that it is subject of.

use super::clause::{Clause, Restriction, RestrictionKind};
use super::edges::{ASIDE, REACH, clause_end, ends, has_verb_soon, is_comma, phrase_end, verbs_at};
use super::kinds::{Kind, is_kind};
use crate::extract::{Document, Facts, Tag};
use crate::lexicon::{self, Class, Form};
use core::ops::Range;

/// Walks over what belongs to the noun, up to the verb it is subject of.
pub(super) fn walk_right(document: &Document<'_>, facts: &Facts, clause: &mut Clause) -> Option<usize> {
    let end = clause.sentence.end.min(clause.extent.end + REACH);
    let mut at = clause.extent.end;
    while at < end {
        if let Some(verb) = verbs_at(document, at) {
            let group = document.verbs.get(verb)?;
            let reduced = is_reduced(document, verb, end);
            if group.finite && !reduced {
                return Some(verb);
            }
            let kind = if document.tag(group.tokens.start) == Tag::To {
                RestrictionKind::Infinitive
            } else {
                RestrictionKind::Participle
            };
            let next = run_end(document, group.tokens.end.max(at + 1), end, false);
            let last = clause.after.last();
            if !last
                .is_some_and(|last| last.kind == RestrictionKind::Joined && has_number(document, last.tokens.clone()))
            {
                clause.after.push(Restriction { kind, tokens: at..next, verb: Some(verb) });
                clause.end = next;
            }
            at = next;
            continue;
        }
        let next = step(document, facts, clause, at, end)?;
        at = next.max(at + 1);
    }
    None
}

/// Takes what stands at a token, if it belongs to the noun, and says where to go on.
fn step(document: &Document<'_>, facts: &Facts, clause: &mut Clause, at: usize, end: usize) -> Option<usize> {
    // Behind `12 men and three women` what follows is of both, or of the second.
    let shared = clause
        .after
        .last()
        .is_some_and(|last| last.kind == RestrictionKind::Joined && has_number(document, last.tokens.clone()));
    let mut take = |kind, tokens: Range<usize>, verb| {
        if shared {
            return;
        }
        clause.end = tokens.end;
        clause.after.push(Restriction { kind, tokens, verb });
    };
    match document.tag(at) {
        Tag::Wh => {
            let (next, verb) = relative_end(document, at, end, false);
            take(RestrictionKind::Relative, at..next, verb);
            Some(next)
        }
        Tag::Preposition => {
            let next = prepositional_end(document, at, end)?;
            let includes = matches!(document.lower(at), "including" | "excluding" | "according");
            take(if includes { RestrictionKind::Aside } else { RestrictionKind::Prepositional }, at..next, None);
            Some(next)
        }
        Tag::Adjective => {
            take(RestrictionKind::Adjective, at..at + 1, None);
            Some(at + 1)
        }
        // `along with 700 women`
        Tag::Adverb if matches!(document.lower(at), "along" | "together") && document.lower(at + 1) == "with" => {
            let next = phrase_end(document, at + 2)?;
            take(RestrictionKind::Joined, at..next, None);
            Some(next)
        }
        Tag::Adverb | Tag::Particle => Some(at + 1),
        Tag::Conjunction => {
            // `killed 12 and injured scores`, where the participle could be read as an adjective
            let next = lexicon::word(document.lower(at + 1));
            if next.is_some_and(|word| word.is_form(Form::PastParticiple)) && document.tag(at + 2) != Tag::Plural {
                return None;
            }
            let next = phrase_end(document, at + 1)?;
            take(RestrictionKind::Joined, at..next, None);
            Some(next)
        }
        Tag::Subordinator if document.lower(at) == "that" => {
            let (next, verb) = relative_end(document, at, end, false);
            verb?;
            take(RestrictionKind::Relative, at..next, verb);
            Some(next)
        }
        _ if is_comma(document, at) || is_dash(document, at) || document.is_mark(at, '(') => {
            let (inner, next) = aside(document, at, end)?;
            let relative = document.tag(inner.start) == Tag::Wh;
            let verb = relative_end(document, inner.start, inner.end, true).1.filter(|_| relative);
            take(if relative { RestrictionKind::Relative } else { RestrictionKind::Aside }, inner, verb);
            Some(next)
        }
        _ if document.is_mark(at, '”') || document.is_mark(at, '“') || document.is_mark(at, '"') => Some(at + 1),
        // `12 people last year died`
        _ => {
            let start = document.tokens.get(at)?.span.start;
            let time = facts.times.partition_point(|time| time.span.end <= start);
            let time = facts.times.get(time).filter(|time| time.span.start <= start)?;
            Some(document.token_at(time.span.end.saturating_sub(1)) + 1)
        }
    }
}

fn has_number(document: &Document<'_>, tokens: Range<usize>) -> bool {
    tokens.into_iter().any(|at| document.tag(at) == Tag::Number)
}

fn is_dash(document: &Document<'_>, at: usize) -> bool {
    let spaced = document.tokens.get(at).is_some_and(|token| token.spaced);
    document.is_mark(at, '—') || document.is_mark(at, '–') || spaced && document.is_mark(at, '-')
}

/// Whether a verb behind the noun is a participle that restricts it, though it could be a past tense (`12 people killed in
/// the blast were buried`): then another finite verb follows that has no other subject.
fn is_reduced(document: &Document<'_>, verb: usize, end: usize) -> bool {
    let Some(group) = document.verbs.get(verb) else { return false };
    if !group.finite || group.tokens.len() > 1 || document.tag(group.head) == Tag::Auxiliary {
        return false;
    }
    if !lexicon::word(document.lower(group.head)).is_some_and(|word| word.is_form(Form::PastParticiple)) {
        return false;
    }
    // `two strikes destroyed three tunnels`: with an object it is no passive participle.
    if document.phrase_of(group.tokens.end).is_some()
        || matches!(document.tag(group.tokens.end), Tag::Number | Tag::Determiner)
    {
        return false;
    }
    let next = run_end(document, group.tokens.end, end, false);
    next < end && verbs_at(document, next).and_then(|next| document.verbs.get(next)).is_some_and(|next| next.finite)
}

/// Where a participle's or relative clause's words end: at a comma, a stop, or a finite verb that has another subject.
/// `within` an aside, only at its end.
fn run_end(document: &Document<'_>, at: usize, end: usize, within: bool) -> usize {
    let mut at = at;
    while at < end {
        if ends(document, at) || is_comma(document, at) && !within {
            return at;
        }
        let finite = verbs_at(document, at).and_then(|verb| document.verbs.get(verb)).is_some_and(|group| group.finite);
        let linked = at.checked_sub(1).is_some_and(|before| {
            matches!(document.tag(before), Tag::Conjunction | Tag::Wh | Tag::Subordinator)
                || document.lower(before) == "that"
                || is_own_subject(document, before)
        });
        if finite && !linked {
            return at;
        }
        let joins = document.tag(at) == Tag::Conjunction
            && phrase_end(document, at + 1).is_some_and(|next| has_verb_soon(document, next, end));
        if joins || matches!(document.lower(at), "while" | "but") {
            return at;
        }
        at = if finite {
            verbs_at(document, at).and_then(|verb| document.verbs.get(verb)).map_or(at, |group| group.tokens.end - 1)
                + 1
        } else {
            at + 1
        };
    }
    at
}

/// Whether the noun phrase that ends at a token is the subject of the verb behind it, not the end of what went before:
/// a pronoun, or a phrase with a wh-word, subordinator or saying verb before it.
fn is_own_subject(document: &Document<'_>, last: usize) -> bool {
    let Some(phrase) = document.phrase_of(last).and_then(|phrase| document.phrases.get(phrase)) else { return false };
    if matches!(document.lower(phrase.head), "he" | "she" | "they" | "we" | "i" | "it") {
        return true;
    }
    phrase.tokens.start.checked_sub(1).is_some_and(|before| {
        matches!(document.tag(before), Tag::Wh | Tag::Subordinator)
            || verbs_at(document, before).is_some()
                && is_kind(lexicon::lemma(document.lower(before), Class::Verb), Kind::Say)
    })
}

/// Where a relative clause ends that begins at a wh-word, and its verb.
fn relative_end(document: &Document<'_>, at: usize, end: usize, within: bool) -> (usize, Option<usize>) {
    let verb = (at + 1..end.min(at + 14)).find_map(|token| verbs_at(document, token));
    let Some(group) = verb.and_then(|verb| document.verbs.get(verb)) else {
        return (clause_end(document, at + 1, end), None);
    };
    (run_end(document, group.tokens.end, end, within), verb)
}

/// Where a preposition with its noun phrase ends; also `for joining the rebels`, `in Syria and Iraq`.
fn prepositional_end(document: &Document<'_>, at: usize, end: usize) -> Option<usize> {
    let mut next = match phrase_end(document, at + 1) {
        Some(next) => next,
        None => {
            let group = verbs_at(document, at + 1).and_then(|verb| document.verbs.get(verb))?;
            phrase_end(document, group.tokens.end).unwrap_or(group.tokens.end)
        }
    };
    // `in Syria, Iraq and Libya` is left at its first place; `in Syria and Iraq` is taken whole.
    if document.tag(next) == Tag::Conjunction
        && document.phrase_of(next + 1).is_some()
        && let Some(joined) = phrase_end(document, next + 1)
        && !has_verb_soon(document, joined, end)
    {
        next = joined;
    }
    (next <= end).then_some(next)
}

/// The words of an aside that opens at a mark, and where to go on behind it. An aside between commas is one only if it
/// closes and the clause goes on behind it, or if it begins as one does.
fn aside(document: &Document<'_>, at: usize, end: usize) -> Option<(Range<usize>, usize)> {
    let stop = end.min(at + ASIDE + 1);
    if document.is_mark(at, '(') {
        let close = (at + 1..end).find(|close| document.is_mark(*close, ')'))?;
        return Some((at + 1..close, close + 1));
    }
    let closes =
        |close: &usize| if is_comma(document, at) { is_comma(document, *close) } else { is_dash(document, *close) };
    let mut from = at + 1;
    // `, mainly from Libya, Mali and Chad, are`: the last comma that a verb follows.
    for _ in 0..3 {
        let close = (from..stop).find(closes)?;
        // `left 17 people, including three children, dead`
        let adjective = document.tag(close + 1) == Tag::Adjective && (close + 2 >= end || ends(document, close + 2));
        if adjective || has_verb_soon(document, close + 1, end) && document.phrase_of(close + 1).is_none() {
            return Some((at + 1..close, close + 1));
        }
        from = close + 1;
    }
    None
}
