//! What happened to what is counted.

use super::clause::{Clause, Restriction, RestrictionKind, Role};
use super::found::Found;
use super::kinds::{Kind, is_kind};
use super::place::Mentions;
use super::statuses::rows;
use crate::extract::{Document, FigureKind, Settings, Tag, VerbGroup};
use crate::lexicon::{self, About, Class};
use core::ops::Range;

/// What is looked at to tell a figure's status.
pub(super) struct Reading<'a> {
    pub document: &'a Document<'a>,
    pub settings: &'a Settings,
    pub mentions: &'a Mentions<'a>,
    pub clause: &'a Clause,
    pub found: &'a Found,
    /// The place that those counted come from, as far as it is known.
    pub of_place: Option<&'a str>,
}

/// What a figure's clause tells of its status.
pub(super) enum Told<'a> {
    /// A status, with the rule that found it.
    Status(&'a str, &'static str),
    /// That something did not happen, or only may: `were not killed`, `could return`.
    Denied,
    /// Nothing.
    Nothing,
}

/// A rule that tells a status, with its name.
type Rule<'a> = (fn(&Reading<'a>) -> Option<&'a str>, &'static str);

/// On which side of a verb the figure stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Subject,
    Object,
}

/// What a verb says.
pub(super) enum Outcome<'a> {
    Status(&'a str),
    /// A verb that the table does not know, or that says nothing here.
    Other,
    /// `is`, `has`: nothing happens.
    Being,
    /// What did not or only may happen.
    Denied,
}

impl<'a> Reading<'a> {
    /// The status of a figure, by the first of these that tells one.
    pub(super) fn status(&self) -> Told<'a> {
        if !matches!(self.found.figure.kind, FigureKind::People | FigureKind::Count) {
            return Told::Nothing;
        }
        // What is counted are deaths, arrests, requests: whatever the clause says of these.
        if let Some(status) = self.head_event() {
            return Told::Status(status, "status:event-noun");
        }
        if !self.is_living() {
            return self.nominal().map_or(Told::Nothing, |status| Told::Status(status, "status:nominal"));
        }
        // Before the verb, since `left 12 dead` is not about leaving.
        if let Some(status) = self.result() {
            return Told::Status(status, "status:result");
        }
        let main = self.of_clause();
        match main {
            Outcome::Status(status) => return Told::Status(status, "status:verb"),
            Outcome::Denied => return Told::Denied,
            Outcome::Other | Outcome::Being => {}
        }
        let rules: [Rule<'a>; 4] = [
            (Self::nominal, "status:nominal"),
            (Self::restricted, "status:restriction"),
            (Self::modified, "status:modifier"),
            (Self::measured, "status:measured"),
        ];
        for (find, rule) in rules {
            if let Some(status) = find(self) {
                return Told::Status(status, rule);
            }
        }
        let people = self.found.figure.kind == FigureKind::People;
        if people && matches!(main, Outcome::Other) { Told::Status("other", "status:unlisted") } else { Told::Nothing }
    }

    /// Whether something can happen to what is counted: homes burn and documents are released, but nobody is injured or
    /// freed by that.
    fn is_living(&self) -> bool {
        let animal =
            |head: usize| lexicon::word(self.document.lower(head)).is_some_and(|word| word.is_about(About::Animal));
        self.found.figure.kind == FigureKind::People || self.found.head.is_none_or(animal)
    }

    /// The rows of a token as a word of some classes, and what the corpus adds.
    pub(super) fn noun(&self, token: usize, classes: &[char]) -> Option<&'a str> {
        let lower = self.document.lower(token);
        let lemma = lexicon::lemma(lower, Class::Noun);
        let row = rows(lemma).iter().chain(rows(lower)).find(|row| classes.contains(&row.class));
        match row {
            Some(row) if row.class == 'e' => self.comes_home(token + 1..self.clause.sentence.end).then_some(row.status),
            Some(row) => Some(row.status),
            None => self.added(lemma),
        }
    }

    pub(super) fn adjective(&self, token: usize) -> Option<&'a str> {
        let lower = self.document.lower(token);
        rows(lower).iter().find(|row| row.class == 'a').map(|row| row.status).or_else(|| self.added(lower))
    }

    pub(super) fn added(&self, lemma: &str) -> Option<&'a str> {
        let known = self.settings.statuses.iter().find(|(word, _)| word == lemma);
        known.map(|(_, status)| status.as_str())
    }

    /// `12 deaths`, `1,000 requests`, `300 cases of cholera`
    fn head_event(&self) -> Option<&'a str> {
        let head = self.found.head?;
        let document = self.document;
        let lemma = lexicon::lemma(document.lower(head), Class::Noun);
        if matches!(lemma, "case") {
            let words = self.found.number.end..self.clause.end;
            return words.clone().any(|word| is_kind(document.lower(word), Kind::Disease)).then_some("infected");
        }
        if matches!(lemma, "life") {
            let verb = self.clause.verb.and_then(|verb| document.verbs.get(verb))?;
            return self.lives(verb);
        }
        self.noun(head, &['n', 'e'])
    }

    /// `claimed the lives`, `lives were lost`
    fn lives(&self, verb: &VerbGroup) -> Option<&'a str> {
        let lemma = lexicon::lemma(self.document.lower(verb.head), Class::Verb);
        rows(lemma).iter().find(|row| row.class == 'v' && row.frame == 'l').map(|row| row.status)
    }

    /// `left 12 people dead and 30 wounded`, `12 dead in blast`: the adjective behind, where it closes the clause.
    fn result(&self) -> Option<&'a str> {
        let mut after = self.clause.after.iter().skip_while(|restriction| restriction.kind == RestrictionKind::Aside);
        let first = after.next().filter(|first| first.kind == RestrictionKind::Adjective);
        if self.clause.role != Role::Subject
            && let Some(status) = first.and_then(|first| self.adjective(first.tokens.start))
        {
            return Some(status);
        }
        // `left 12 people dead or injured`, `left 12 injured`: tagged as participles
        let participle = self.clause.after.first().filter(|first| first.kind == RestrictionKind::Participle)?;
        let verb = self.clause.verb.and_then(|verb| self.document.verbs.get(verb))?;
        let leaves = lexicon::lemma(self.document.lower(verb.head), Class::Verb) == "leave";
        let word = participle.tokens.start;
        (leaves && self.clause.role == Role::Object).then(|| self.adjective(word)).flatten()
    }

    /// What the verb of the clause says of the figure.
    fn of_clause(&self) -> Outcome<'a> {
        let side = match self.clause.role {
            Role::Subject => Side::Subject,
            Role::Object => Side::Object,
            Role::Fragment | Role::Predicate | Role::Oblique => return Outcome::Being,
        };
        let Some(verb) = self.clause.verb else { return Outcome::Being };
        if self.is_none() {
            return Outcome::Denied;
        }
        if side == Side::Object {
            // `forced 12,000 residents to leave`: they are subject of what they were made to do.
            let made = self.document.verbs.get(verb).is_some_and(|group| {
                let lemma = lexicon::lemma(self.document.lower(group.head), Class::Verb);
                !group.negated && !group.modal && is_kind(lemma, Kind::Make)
            });
            let does =
                self.clause.after.iter().find(|after| after.kind == RestrictionKind::Infinitive).filter(|_| made);
            return match does.and_then(|does| does.verb) {
                Some(does) => self.verb(does, Side::Subject, 1),
                None => self.verb(verb, side, 0),
            };
        }
        // `were stopped and arrested`: the first of the verbs joined that tells a status
        let mut last = Outcome::Being;
        for (at, verb) in self.joined_verbs(verb).into_iter().flatten().enumerate() {
            let outcome = self.verb(verb, side, 0);
            match outcome {
                Outcome::Status(_) => return outcome,
                Outcome::Denied if at == 0 => return outcome,
                Outcome::Other => last = outcome,
                _ => {}
            }
        }
        last
    }

    /// `none of the 12 people`
    fn is_none(&self) -> bool {
        let start = self.clause.extent.start;
        (start.saturating_sub(3)..start).any(|at| matches!(self.document.lower(at), "none" | "neither" | "no"))
            && start.checked_sub(1).is_some_and(|at| matches!(self.document.lower(at), "of" | "the" | "no"))
    }

    /// `the return of 12 people`, `claimed the lives of 12`, `the deaths of at least 12`
    fn nominal(&self) -> Option<&'a str> {
        let governor = self.clause.governor?;
        let preposition = self.document.lower(self.clause.preposition?);
        if !matches!(preposition, "of" | "to" | "for" | "among" | "by") {
            return None;
        }
        if matches!(self.document.lower(governor), "lives" | "life") {
            return self.clause.verb.and_then(|verb| self.document.verbs.get(verb)).and_then(|verb| self.lives(verb));
        }
        if matches!(self.document.lower(governor), "fate" | "whereabouts") {
            return Some("unknown");
        }
        let status = self.noun(governor, &['n', 'e'])?;
        // `a sentence of 12 years` is of no one; `for` and `to` go with few.
        let near = preposition == "of" || matches!(status, "injured" | "released" | "requested" | "sentenced");
        near.then_some(status)
    }

    /// `12 people killed in the blast`, `12 children who had returned`, `including 12 dead`
    fn restricted(&self) -> Option<&'a str> {
        self.clause.after.iter().find_map(|restriction| self.restriction(restriction))
    }

    fn restriction(&self, restriction: &Restriction) -> Option<&'a str> {
        match restriction.kind {
            RestrictionKind::Adjective => self.adjective(restriction.tokens.start),
            RestrictionKind::Relative => {
                let verb = restriction.verb?;
                let wh = self.document.lower(restriction.tokens.start);
                if !matches!(wh, "who" | "which" | "that") {
                    return None;
                }
                match self.verb(verb, Side::Subject, 0) {
                    Outcome::Status(status) => Some(status),
                    _ => None,
                }
            }
            RestrictionKind::Participle => {
                let group = self.document.verbs.get(restriction.verb?)?;
                let gerund = self.document.tag(group.head) == Tag::Gerund;
                let lemma = lexicon::lemma(self.document.lower(group.head), Class::Verb);
                let adjective = self.adjective(group.head).filter(|_| !gerund);
                match self.framed(group, lemma, !gerund, Side::Subject) {
                    _ if group.negated => None,
                    Outcome::Status(status) => Some(status),
                    _ => adjective,
                }
            }
            RestrictionKind::Prepositional => self.confined(restriction.tokens.clone()),
            RestrictionKind::Infinitive | RestrictionKind::Joined | RestrictionKind::Aside => None,
        }
    }

    /// `12 women in prison`
    fn confined(&self, tokens: Range<usize>) -> Option<&'a str> {
        let inside = matches!(self.document.lower(tokens.start), "in" | "behind");
        let prison = |at: usize| {
            matches!(
                self.document.lower(at),
                "prison" | "prisons" | "jail" | "jails" | "custody" | "detention" | "bars" | "captivity"
            )
        };
        (inside && tokens.clone().any(prison)).then_some("detained")
    }

    /// `12 injured passengers`, `40 missing`, `three detainees`
    fn modified(&self) -> Option<&'a str> {
        let tokens = self.found.number.end..self.found.tokens.end.max(self.clause.extent.end);
        if let Some(status) = tokens.clone().find_map(|at| self.adjective(at)) {
            return Some(status);
        }
        // `wounded 30 others`: no adjective stands before a number.
        let before =
            self.found.tokens.start.checked_sub(1).filter(|before| self.document.tag(*before) == Tag::Adjective);
        if let Some(status) = before.and_then(|before| self.adjective(before)) {
            return Some(status);
        }
        let head = self.found.head?;
        (head..self.found.tokens.end.max(head + 1)).find_map(|at| self.noun(at, &['p']))
    }

    /// `the number of dead rose to 12`, `the death toll stands at 12`, `Injured: 12`
    fn measured(&self) -> Option<&'a str> {
        let noun = self.clause.measured(self.document)?;
        let document = self.document;
        let lemma = lexicon::lemma(document.lower(noun), Class::Noun);
        let start = document
            .phrase_of(noun)
            .and_then(|phrase| document.phrases.get(phrase))
            .map_or(noun, |phrase| phrase.tokens.start);
        if lemma == "toll" {
            return Some("killed");
        }
        let of = start..self.clause.measured_words(document, noun, 10).end;
        let cases = of.clone().any(|at| matches!(document.lower(at), "cases" | "infections"));
        if cases && of.clone().any(|at| is_kind(document.lower(at), Kind::Disease)) {
            return Some("infected");
        }
        let words = if is_kind(lemma, Kind::Measure) { of } else { start..noun + 1 };
        words.clone().find_map(|at| self.adjective(at).or_else(|| self.noun(at, &['n', 'p', 'e']))).or_else(|| {
            let verb =
                words.clone().find_map(|at| document.verbs_of(at).filter(|verb| Some(*verb) != self.clause.verb))?;
            match self.verb(verb, Side::Subject, 0) {
                Outcome::Status(status) => Some(status),
                _ => None,
            }
        })
    }
}
