//! Who stands behind a figure.

use super::clause::{Clause, Role};
use super::edges::subject_of;
use super::found::Found;
use super::kinds::{Kind, is_kind};
use super::place::Mentions;
use crate::extract::{Document, EntityKind, Facts, Source, Tag, attributed};
use crate::lexicon::{self, About, Class};
use core::ops::Range;

/// The sources of a figure, nearest first: those who stand behind the words around it, or those that the figure's own
/// words name. Empty: the article itself.
pub(super) fn sources(
    document: &Document<'_>,
    facts: &Facts,
    mentions: &Mentions<'_>,
    clause: &Clause,
    found: &Found,
) -> (Vec<Source>, &'static str) {
    let quoted = attributed(facts, found.figure.number);
    if !quoted.is_empty() {
        return (quoted, "source:attributed");
    }
    let own = counter(document, clause).or_else(|| according(document, clause)).or_else(|| estimator(document, clause));
    match own.and_then(|tokens| source(document, mentions, tokens)) {
        Some(source) => (vec![source], "source:own-words"),
        None => (Vec::new(), ""),
    }
}

/// The noun phrase of a head as tokens, without determiner.
fn phrase(document: &Document<'_>, head: usize) -> Option<Range<usize>> {
    let phrase = document.phrases.get(document.phrase_of(head)?)?;
    let start = phrase.tokens.start + usize::from(document.tag(phrase.tokens.start) == Tag::Determiner);
    Some(start..phrase.tokens.end)
}

/// `the ministry recorded 300 cases`, `the agency put the toll at 40`
fn counter(document: &Document<'_>, clause: &Clause) -> Option<Range<usize>> {
    let verb = clause.verb.filter(|_| matches!(clause.role, Role::Object | Role::Oblique))?;
    let group = document.verbs.get(verb).filter(|group| !group.passive)?;
    let lemma = lexicon::lemma(document.lower(group.head), Class::Verb);
    let counts = is_kind(lemma, Kind::Count);
    // `police said 60,000`
    let says = clause.role == Role::Object && lemma == "say";
    let puts = matches!(lemma, "put" | "place" | "set" | "revise" | "raise")
        && clause.measured(document).is_some_and(|noun| noun < clause.extent.start);
    let head = subject_of(document, verb, clause.sentence.start).filter(|_| counts || puts || says)?;
    phrase(document, head)
}

/// `12 people were killed, according to the ministry`, anywhere in the sentence
fn according(document: &Document<'_>, clause: &Clause) -> Option<Range<usize>> {
    let around = clause.sentence.start.max(clause.extent.start.saturating_sub(40))
        ..clause.sentence.end.min(clause.extent.end + 60);
    let at = around.clone().find(|at| document.lower(*at) == "according" && document.lower(at + 1) == "to")?;
    let head = document.phrases.get(document.phrase_of(at + 2)?)?.head;
    // `according to estimates from the ministry`, `a tally by the agency`: whose they are
    let made = lexicon::word(document.lower(head)).is_some_and(|word| word.is_about(About::Communication))
        || is_kind(lexicon::lemma(document.lower(head), Class::Noun), Kind::Measure);
    let by = matches!(document.lower(head + 1), "from" | "by" | "of").then(|| document.phrase_of(head + 2)).flatten();
    match by.and_then(|by| document.phrases.get(by)).filter(|_| made) {
        Some(by) => phrase(document, by.head),
        None => phrase(document, head),
    }
}

/// `the ministry’s estimate of 300`, `an estimate of 300 by the ministry`
fn estimator(document: &Document<'_>, clause: &Clause) -> Option<Range<usize>> {
    let noun = clause.governor.filter(|noun| {
        matches!(
            lexicon::lemma(document.lower(*noun), Class::Noun),
            "estimate" | "count" | "tally" | "figure" | "toll" | "claim"
        )
    })?;
    let start = document.phrases.get(document.phrase_of(noun)?)?.tokens.start;
    let ending = (start..noun).rev().find(|at| document.tag(*at) == Tag::Possessive && *at > start)?;
    let start = start + usize::from(document.tag(start) == Tag::Determiner);
    (start < ending).then_some(start..ending)
}

/// Somebody as a source: under the full name of who is named there, or as printed.
fn source(document: &Document<'_>, mentions: &Mentions<'_>, tokens: Range<usize>) -> Option<Source> {
    let span = document.span_of(tokens.clone());
    let last = document.tokens.get(tokens.end.checked_sub(1)?)?.span.end;
    // A name that ends the phrase is the speaker's; `the Tunisian ministry` is no Tunisian.
    let named =
        mentions.within(span).find(|(mention, entity)| mention.end == last && entity.kind != EntityKind::People);
    let name = named.map_or_else(|| span.of(document.text).to_owned(), |(_, entity)| entity.name.clone());
    let pronoun = document.tag(tokens.start) == Tag::Pronoun;
    (!name.is_empty() && !pronoun).then_some(Source { name, span: Some(span), entity: None })
}
