//! Where a figure stands in its clause: what it is subject or object of, what governs it and what restricts it.
//!
//! No tree is built. From the figure a walk to the right takes what belongs to its noun (`from Mosul`, `who fled`,
//! `killed in the blast`, `, officials said,`) up to the verb it is subject of; a walk to the left finds what it is object
//! of. Both are bounded, so that the cost is that of the text.

use super::edges::{clause_end, clause_start, is_comma, subject_of};
use super::found::Found;
use super::governor::look_left;
use super::kinds::{Kind, is_kind};
use super::restrictions::walk_right;
use super::statuses::{is_event, is_person};
use crate::extract::{Document, Facts, Phrase, Tag};
use crate::lexicon::{self, Class};
use core::ops::Range;

/// What a figure is in its clause.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// `12 dead in blast`, `Deaths: 12`: no verb has it.
    #[default]
    Fragment,
    /// `12 people fled`
    Subject,
    /// `killed 12 people`
    Object,
    /// `there were 12 people`, `the dead number 12`
    Predicate,
    /// `the deaths of 12 people`, `rose to 12`
    Oblique,
}

/// What kind of words stand behind the noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RestrictionKind {
    /// `from Mosul`
    Prepositional,
    /// `who fled`
    Relative,
    /// `killed in the blast`, `carrying flags`
    Participle,
    /// `to return home`
    Infinitive,
    /// `dead`
    Adjective,
    /// `and their families`
    Joined,
    /// `, officials said,`
    Aside,
}

/// Words behind the noun that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Restriction {
    /// What they are.
    pub kind: RestrictionKind,
    /// The words, without the commas around them.
    pub tokens: Range<usize>,
    /// The group of verbs in them, in [`Document::verbs`].
    pub verb: Option<usize>,
}

/// A figure's place in its clause.
#[derive(Clone, Debug, Default)]
pub(super) struct Clause {
    /// Its tokens, with the noun that only bundles what is counted: `a group of 12 miners`.
    pub extent: Range<usize>,
    /// The tokens of its sentence.
    pub sentence: Range<usize>,
    /// What it is in the clause.
    pub role: Role,
    /// The group of verbs whose subject, object or complement it is.
    pub verb: Option<usize>,
    /// The noun that governs it by a preposition: `deaths` in `the deaths of 12 people`.
    pub governor: Option<usize>,
    /// That preposition, or the one by which the verb governs it.
    pub preposition: Option<usize>,
    /// What stands behind it and belongs to it, in order.
    pub after: Vec<Restriction>,
    /// Where what belongs to it ends.
    pub end: usize,
}

impl Clause {
    /// Looks at a figure's clause.
    pub(super) fn of(document: &Document<'_>, facts: &Facts, found: &Found) -> Self {
        let sentence = document.sentences.get(document.sentence_of(found.tokens.start));
        let mut clause = Self {
            extent: bundled(document, found.tokens.clone()),
            sentence: sentence.map_or(found.tokens.clone(), |sentence| sentence.tokens.clone()),
            end: found.tokens.end,
            ..Self::default()
        };
        // `an estimate of 300 dead`, where the number was found alone
        let next = document.lower(clause.extent.end);
        if found.head.is_none()
            && clause.extent.end < clause.sentence.end
            && document.tag(clause.extent.end).is_noun()
            && is_person(next)
        {
            clause.extent.end += 1;
            clause.end += 1;
        }
        let subject_of = walk_right(document, facts, &mut clause);
        look_left(document, &mut clause, subject_of);
        clause
    }

    /// The tokens of the predicate: from the verb to where its clause ends.
    pub(super) fn predicate(&self, document: &Document<'_>) -> Range<usize> {
        let Some(group) = self.verb.and_then(|verb| document.verbs.get(verb)) else { return self.end..self.end };
        group.tokens.start..clause_end(document, group.tokens.end.max(self.end), self.sentence.end)
    }

    /// The words that belong to the figure's clause: from where it begins to where the predicate ends.
    pub(super) fn tokens(&self, document: &Document<'_>) -> Range<usize> {
        let end = clause_end(document, self.end.max(self.predicate(document).end), self.sentence.end);
        clause_start(document, self.extent.start, self.sentence.start)..end
    }

    /// `adults` in `Of the adults, 38 have been convicted`: what a number without a noun is said to be of, at the beginning
    /// of the sentence.
    pub(super) fn partitive(&self, document: &Document<'_>) -> Option<Range<usize>> {
        let first = self.sentence.start;
        if !matches!(document.lower(first), "of" | "among") {
            return None;
        }
        let phrase = document.phrases.get(document.phrase_of(first + 1)?)?.tokens.clone();
        let comma = is_comma(document, phrase.end) && self.extent.start <= phrase.end + 4;
        let numbered = phrase.clone().any(|at| document.tag(at) == Tag::Number);
        let noun = document.tag(phrase.end - 1).is_noun() && phrase.start == first + 1;
        let start = phrase.start + usize::from(document.tag(phrase.start) == Tag::Determiner);
        (comma && noun && !numbered && start < phrase.end).then_some(start..phrase.end)
    }

    /// The words of whom or what a noun that measures is the number: up to the figure, or to where the clause ends.
    pub(super) fn measured_words(&self, document: &Document<'_>, noun: usize, reach: usize) -> Range<usize> {
        if noun > self.extent.start {
            return noun..clause_end(document, noun, self.sentence.end).min(noun + reach);
        }
        noun..self.extent.start.min(noun + reach)
    }

    /// The noun before the verb (or before the colon) that the figure is the number of: `number` in `the number of dead
    /// rose to 40`, `children` in `children number 30`.
    pub(super) fn measured(&self, document: &Document<'_>) -> Option<usize> {
        // `the toll`, and what happens: `arrests reached 300`
        let measures = |noun: usize| {
            is_kind(lexicon::lemma(document.lower(noun), Class::Noun), Kind::Measure) || is_event(document.lower(noun))
        };
        let before = self.extent.start.checked_sub(1).filter(|before| *before >= self.sentence.start)?;
        if let Some(noun) = self.governor.filter(|noun| measures(*noun)) {
            return Some(noun);
        }
        // `raised to 148 the number of returned citizens`
        let behind = document.phrase_of(self.extent.end).and_then(|phrase| document.phrases.get(phrase));
        let heavy = |phrase: &&Phrase| document.lower(self.extent.end) == "the" && measures(phrase.head);
        if let Some(phrase) = behind.filter(|_| self.preposition.is_some()).filter(heavy) {
            return Some(phrase.head);
        }
        if document.is_mark(before, ':') {
            return before.checked_sub(1).filter(|noun| *noun >= self.sentence.start && document.tag(*noun).is_noun());
        }
        let verb = self.verb.filter(|_| !matches!(self.role, Role::Subject))?;
        let head = document.verbs.get(verb)?.head;
        let lemma = lexicon::lemma(document.lower(head), Class::Verb);
        // `put the toll at 40`: the noun stands between the verb and the preposition.
        if is_kind(lemma, Kind::Put) {
            let noun = document.phrases.get(document.phrase_of(head + 1)?)?.head;
            let at = self.preposition.is_some_and(|at| document.lower(at) == "at");
            return (at || measures(noun)).then_some(noun);
        }
        let noun = subject_of(document, verb, self.sentence.start)?;
        let counts = matches!(lemma, "number" | "total");
        let grows = is_kind(lemma, Kind::Grow);
        let changes = self.role == Role::Oblique && self.governor.is_none();
        (counts || grows && (changes || measures(noun))).then_some(noun)
    }
}

/// The tokens of a figure with a bundling noun before it.
fn bundled(document: &Document<'_>, tokens: Range<usize>) -> Range<usize> {
    let Some(of) = tokens.start.checked_sub(1).filter(|of| document.lower(*of) == "of") else { return tokens };
    let Some(noun) = of.checked_sub(1) else { return tokens };
    let bundles = is_kind(document.lower(noun), Kind::Bundle);
    match document.phrase_of(noun).and_then(|phrase| document.phrases.get(phrase)) {
        // `the number of 12-year-olds` measures; `a number of` bundles.
        Some(phrase) if bundles && document.lower(phrase.tokens.start) != "the" => phrase.tokens.start..tokens.end,
        None if bundles => noun..tokens.end,
        _ => tokens,
    }
}
