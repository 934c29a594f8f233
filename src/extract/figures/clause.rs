//! Where a figure stands in its clause: what it is subject or object of, what governs it and what restricts it.
//!
//! No tree is built. From the figure a walk to the right takes what belongs to its noun (`from Mosul`, `who fled`,
//! `killed in the blast`, `, officials said,`) up to the verb it is subject of; a walk to the left finds what it is object
//! of. Both are bounded, so that the cost is that of the text.

use super::found::Found;
use crate::extract::{Document, Facts, Tag};
use crate::lexicon::{self, Class, Form};
use core::ops::Range;

/// How many tokens a walk goes at most.
const REACH: usize = 60;
/// How far apart the two commas of an aside may stand.
const ASIDE: usize = 20;

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

/// Nouns that bundle what is counted and say nothing of it.
const BUNDLES: [&str; 17] = [
    "band", "batch", "bunch", "convoy", "crowd", "flock", "gang", "group", "handful", "lot", "number", "party",
    "series", "string", "team", "total", "wave",
];

/// Nouns that measure: what is counted stands with them, the number in the predicate.
pub(super) const MEASURES: [&str; 8] =
    ["count", "estimate", "figure", "number", "population", "tally", "toll", "total"];

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
        if found.head.is_none() && clause.extent.end < clause.sentence.end && document.tag(clause.extent.end).is_noun() && super::status::is_person(next) {
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

    /// The noun before the verb (or before the colon) that the figure is the number of: `number` in `the number of dead
    /// rose to 40`, `children` in `children number 30`.
    pub(super) fn measured(&self, document: &Document<'_>) -> Option<usize> {
        let measures = |noun: usize| MEASURES.contains(&lexicon::lemma(document.lower(noun), Class::Noun));
        let before = self.extent.start.checked_sub(1).filter(|before| *before >= self.sentence.start)?;
        if let Some(noun) = self.governor.filter(|noun| measures(*noun)) {
            return Some(noun);
        }
        if document.is_mark(before, ':') {
            return before.checked_sub(1).filter(|noun| *noun >= self.sentence.start && document.tag(*noun).is_noun());
        }
        let verb = self.verb.filter(|_| !matches!(self.role, Role::Subject))?;
        let head = document.verbs.get(verb)?.head;
        let lemma = lexicon::lemma(document.lower(head), Class::Verb);
        // `put the toll at 40`: the noun stands between the verb and the preposition.
        if matches!(lemma, "put" | "bring" | "raise" | "set" | "revise" | "push" | "take") {
            let noun = document.phrases.get(document.phrase_of(head + 1)?)?.head;
            return measures(noun).then_some(noun);
        }
        let noun = subject_of(document, verb, self.sentence.start)?;
        let counts = matches!(lemma, "number" | "total");
        let grows = matches!(
            lemma,
            "rise"
                | "climb"
                | "reach"
                | "hit"
                | "stand"
                | "exceed"
                | "pass"
                | "surpass"
                | "top"
                | "grow"
                | "increase"
                | "jump"
                | "fall"
                | "drop"
                | "be"
                | "is"
                | "was"
                | "are"
                | "were"
                | "remain"
                | "become"
                | "soar"
                | "near"
                | "approach"
        );
        (counts || grows && measures(noun)).then_some(noun)
    }
}

/// The tokens of a figure with a bundling noun before it.
fn bundled(document: &Document<'_>, tokens: Range<usize>) -> Range<usize> {
    let Some(of) = tokens.start.checked_sub(1).filter(|of| document.lower(*of) == "of") else { return tokens };
    let Some(noun) = of.checked_sub(1) else { return tokens };
    let singular = matches!(document.lower(noun), "total" | "group" | "lot");
    let bundles = singular || BUNDLES.contains(&document.lower(noun));
    match document.phrase_of(noun).and_then(|phrase| document.phrases.get(phrase)) {
        // `the number of 12-year-olds` measures; `a number of` bundles.
        Some(phrase) if bundles && document.lower(phrase.tokens.start) != "the" => phrase.tokens.start..tokens.end,
        None if bundles => noun..tokens.end,
        _ => tokens,
    }
}

/// Whether a token ends a clause wherever it stands.
fn ends(document: &Document<'_>, at: usize) -> bool {
    ['.', ';', '!', '?', ':', '”', '"', '—'].iter().any(|mark| document.is_mark(at, *mark))
}

/// Whether a token is a comma.
fn is_comma(document: &Document<'_>, at: usize) -> bool {
    document.is_mark(at, ',')
}

/// The group of verbs at a token; none within a compound (`Saudi-led`).
fn verbs_at(document: &Document<'_>, at: usize) -> Option<usize> {
    let verb = document.verbs_of(at)?;
    let start = document.verbs.get(verb)?.tokens.start;
    let tight = document.tokens.get(start).is_some_and(|token| !token.spaced);
    let compound = tight && start.checked_sub(1).is_some_and(|before| document.is_mark(before, '-'));
    (!compound).then_some(verb)
}

/// The end of the noun phrase at a token, numbers and what is joined by `of` to them included; none where none is.
fn phrase_end(document: &Document<'_>, at: usize) -> Option<usize> {
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
fn has_verb_soon(document: &Document<'_>, at: usize, end: usize) -> bool {
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
        let joins = document.tag(at) == Tag::Conjunction
            && phrase_end(document, at + 1)
                .is_some_and(|next| has_verb_soon(document, next, end) || is_short_clause(document, at + 1, next));
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
        } else if matches!(document.tag(before), Tag::Adverb | Tag::Wh | Tag::Participle | Tag::Adjective | Tag::Number)
        {
            at = before;
        } else if verbs_at(document, before)
            .and_then(|group| document.verbs.get(group))
            .is_some_and(|group| !group.finite)
        {
            at = before;
        } else {
            return None;
        }
    }
    None
}

/// Walks over what belongs to the noun, up to the verb it is subject of.
fn walk_right(document: &Document<'_>, facts: &Facts, clause: &mut Clause) -> Option<usize> {
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
        let Some(next) = step(document, facts, clause, at, end) else { return None };
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
            || verbs_at(document, before).is_some() && is_saying(document, before)
    })
}

/// Whether a verb says or thinks something that can stand in a clause behind it.
pub(super) fn is_saying(document: &Document<'_>, token: usize) -> bool {
    matches!(
        lexicon::lemma(document.lower(token), Class::Verb),
        "say"
            | "think"
            | "believe"
            | "know"
            | "show"
            | "find"
            | "estimate"
            | "mean"
            | "fear"
            | "suggest"
            | "report"
            | "claim"
            | "reveal"
            | "indicate"
            | "note"
            | "add"
            | "confirm"
            | "admit"
            | "deny"
            | "tell"
            | "suspect"
            | "assume"
            | "hope"
            | "expect"
            | "allege"
            | "announce"
            | "state"
            | "see"
            | "reckon"
            | "calculate"
            | "warn"
            | "insist"
            | "stress"
            | "acknowledge"
            | "argue"
            | "conclude"
            | "declare"
            | "explain"
            | "hear"
            | "learn"
            | "maintain"
            | "observe"
            | "predict"
            | "project"
            | "recall"
            | "remember"
            | "understand"
            | "write"
            | "tweet"
            | "concede"
            | "guess"
            | "imply"
            | "mention"
    )
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

/// Finds what governs the figure.
fn look_left(document: &Document<'_>, clause: &mut Clause, subject_of: Option<usize>) {
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
            let embeds = is_saying(document, group.head) && !group.passive;
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

/// Fills what governs the figure through a preposition.
fn governed(document: &Document<'_>, clause: &mut Clause, preposition: usize) {
    (clause.role, clause.preposition) = (Role::Oblique, Some(preposition));
    let Some(last) = preposition.checked_sub(1).filter(|last| *last >= clause.sentence.start) else { return };
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
