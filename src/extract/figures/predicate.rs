//! What a group of verbs says of its subject or object: by the table of statuses, with voice, negation, modals, and the
//! infinitives that verbs lead to.

use super::kinds::{Kind, is_kind};
use super::population;
use super::status::{Outcome, Reading, Side};
use super::statuses::rows;
use crate::extract::{EntityKind, Tag, VerbGroup};
use crate::lexicon::{self, Class, Form};
use core::ops::Range;

/// How many tokens behind a verb the words that a row wants may stand.
const COMPLEMENT: usize = 9;

impl<'a> Reading<'a> {
    /// A verb and up to two more that conjunctions join to it without another subject.
    pub(super) fn joined_verbs(&self, verb: usize) -> [Option<usize>; 3] {
        let document = self.document;
        let mut verbs = [Some(verb), None, None];
        let mut last = verb;
        for slot in verbs.iter_mut().skip(1) {
            let Some(group) = document.verbs.get(last) else { break };
            let from = group.tokens.end;
            let joined =
                (from..self.clause.sentence.end.min(from + 16)).find(|at| document.tag(*at) == Tag::Conjunction);
            let Some(joined) = joined else { break };
            let next = (joined + 1..joined + 3).find_map(|at| document.verbs_of(at));
            let plain = |next: &usize| *next > last && !self.is_behind_noun(joined + 1, *next);
            let Some(next) = next.filter(plain) else { break };
            *slot = Some(next);
            last = next;
        }
        verbs
    }

    fn is_behind_noun(&self, start: usize, verb: usize) -> bool {
        let end = self.document.verbs.get(verb).map_or(start, |group| group.tokens.start);
        (start..end).any(|at| !matches!(self.document.tag(at), Tag::Adverb | Tag::Negation))
    }

    /// What a group of verbs says of its subject or object. `depth` counts the verbs it was handed on by.
    pub(super) fn verb(&self, verb: usize, side: Side, depth: usize) -> Outcome<'a> {
        let document = self.document;
        let Some(group) = document.verbs.get(verb) else { return Outcome::Being };
        let lemma = lexicon::lemma(document.lower(group.head), Class::Verb);
        let passive = group.passive || self.is_short_passive(group, side);
        if let Some(next) = self.handed_on(verb, lemma, passive) {
            return match (depth, self.wants(lemma, passive, side)) {
                (_, Some(status)) => Outcome::Status(status),
                (0..3, None) if !group.negated => self.verb(next, side, depth + 1),
                _ => Outcome::Denied,
            };
        }
        let perfect = group.tokens.clone().any(|at| document.lower(at) == "have");
        let asserted = !group.modal || depth > 0 && (perfect || document.tag(group.tokens.start) == Tag::To);
        // `have never been found`
        if group.negated && passive && side == Side::Subject && matches!(lemma, "find" | "trace" | "locate") {
            return Outcome::Status("missing");
        }
        if group.negated || !asserted {
            return Outcome::Denied;
        }
        if document.tag(group.head) == Tag::Auxiliary
            || is_kind(lemma, Kind::Link) && (side == Side::Subject || passive)
        {
            return self.linked(group, lemma, passive, side);
        }
        self.framed(group, lemma, passive, side)
    }

    /// `30 injured`, `12 killed in blast`: a form that may be a participle, with no object behind it.
    fn is_short_passive(&self, group: &VerbGroup, side: Side) -> bool {
        let document = self.document;
        let participle =
            || lexicon::word(document.lower(group.head)).is_some_and(|word| word.is_form(Form::PastParticiple));
        let alone = group.tokens.len() == 1;
        let object = || {
            let next = group.tokens.end;
            document.phrase_of(next).is_some() || matches!(document.tag(next), Tag::Number | Tag::Determiner)
        };
        side == Side::Subject && alone && participle() && !object()
    }

    /// The infinitive that a verb only leads to: `managed to return`, `are believed to have died`.
    fn handed_on(&self, verb: usize, lemma: &str, passive: bool) -> Option<usize> {
        let document = self.document;
        let group = document.verbs.get(verb)?;
        let next = document.verbs.get(verb + 1).filter(|next| next.tokens.start <= group.tokens.end + 1)?;
        let to = document.tag(next.tokens.start) == Tag::To && next.head > next.tokens.start;
        let reports = passive && is_kind(lemma, Kind::Report);
        let does = is_kind(lemma, Kind::Lead);
        // `asked not to be named` is no request that counts.
        let wants = self.wants(lemma, passive, Side::Subject).is_some() && document.lower(group.tokens.end) != "not";
        // What is planned, hoped or tried has not happened.
        let tries = is_kind(lemma, Kind::Try);
        let lists = reports || does && !matches!(lemma, "go" | "come") || wants || tries;
        (to && lists).then_some(verb + 1)
    }

    /// `asked to return`, `want to go home`
    fn wants(&self, lemma: &str, passive: bool, side: Side) -> Option<&'a str> {
        let wants = is_kind(lemma, Kind::Want);
        (wants && !passive && side == Side::Subject).then_some("requested")
    }

    /// `are missing`, `were found dead`, `remain in custody`
    fn linked(&self, group: &VerbGroup, lemma: &str, passive: bool, side: Side) -> Outcome<'a> {
        let document = self.document;
        let end = self.clause.sentence.end;
        // `were among the dead`
        let among = group.tokens.end;
        if document.lower(among) == "among" {
            let dead = (among + 1..among + 3).find_map(|at| self.noun(at, &['p']));
            return dead.map_or(Outcome::Being, Outcome::Status);
        }
        for at in group.tokens.end..end.min(group.tokens.end + 4) {
            if let Some(status) = self.adjective(at) {
                return Outcome::Status(status);
            }
            if !matches!(document.tag(at), Tag::Adverb | Tag::Participle | Tag::Past) && document.lower(at) != "to" {
                break;
            }
        }
        // `four are orphans`
        let phrase = document.phrase_of(group.tokens.end).and_then(|phrase| document.phrases.get(phrase));
        let noun = phrase.filter(|phrase| phrase.tokens.start == group.tokens.end).map(|phrase| phrase.head);
        let who = noun.filter(|noun| document.tag(*noun) == Tag::Plural).and_then(|noun| self.noun(noun, &['p']));
        if let Some(status) = who.filter(|status| *status != "other" && document.tag(group.head) == Tag::Auxiliary) {
            return Outcome::Status(status);
        }
        let lemma = if document.tag(group.head) == Tag::Auxiliary { "be" } else { lemma };
        match self.framed(group, lemma, passive, side) {
            Outcome::Other => Outcome::Being,
            outcome => outcome,
        }
    }

    /// A verb by the rows of the table.
    pub(super) fn framed(&self, group: &VerbGroup, lemma: &str, passive: bool, side: Side) -> Outcome<'a> {
        let document = self.document;
        let object = passive || side == Side::Object;
        let behind = group.tokens.end..self.clause.sentence.end.min(group.tokens.end + COMPLEMENT);
        let behind = behind.start.max(if side == Side::Object { self.clause.extent.end } else { 0 })
            ..behind.end.max(if side == Side::Object {
                self.clause.sentence.end.min(self.clause.extent.end + COMPLEMENT)
            } else {
                0
            });
        let verbs = || rows(lemma).iter().filter(|row| row.class == 'v');
        let (with, without) =
            (verbs().filter(|row| !row.complement.is_empty()), verbs().filter(|row| row.complement.is_empty()));
        for row in with.chain(without) {
            let complement = row.complement.is_empty() || self.complements(group, behind.clone(), row.complement);
            let fits = match row.frame {
                'b' => true,
                'o' => object,
                's' => {
                    !object
                        || lexicon::word(document.lower(group.head)).is_some()
                            && !group.passive
                            && side == Side::Subject
                }
                'g' => !group.passive && side == Side::Subject && self.goes_abroad(behind.clone()),
                'd' => !group.passive && side == Side::Subject && self.leaves_place(group.tokens.end, behind.clone()),
                'a' => !group.passive && side == Side::Subject && self.comes_home(behind.clone()),
                'h' => !group.passive && side == Side::Subject && self.stays_somewhere(group.tokens.end),
                'j' => !group.passive && side == Side::Subject && population::is_cause(document, behind.clone()),
                _ => false,
            };
            // `asked not to be named`
            let denied = row.status == "requested" && document.lower(group.tokens.end) == "not";
            if fits && complement && !denied {
                return Outcome::Status(row.status);
            }
        }
        // `were unaccounted for`, taken for a verb
        let adjective = || if passive { self.adjective(group.head) } else { None };
        self.added(lemma).or_else(adjective).map_or(Outcome::Other, Outcome::Status)
    }

    fn complements(&self, group: &VerbGroup, behind: Range<usize>, words: &str) -> bool {
        let within = group.head + 1..self.clause.extent.start.min(group.head + 3);
        let clause = behind.take_while(|at| !self.document.is_mark(*at, ';') && !self.document.is_mark(*at, '.'));
        clause.chain(within).any(|at| words.split('|').any(|word| word == self.document.lower(at)))
    }

    /// Whether a place is named behind `to`, `into` or `for`.
    fn goes_abroad(&self, behind: Range<usize>) -> bool {
        let goal = self.mentions.behind(self.document, behind, &["to", "into", "for", "toward", "towards"]);
        goal.is_some_and(|goal| self.of_place.is_none_or(|of| !self.mentions.is_in(&goal, of)))
    }

    /// `remain in Syria`, `stayed abroad`
    fn stays_somewhere(&self, at: usize) -> bool {
        let near = at..at + 3;
        let abroad = near.clone().any(|at| matches!(self.document.lower(at), "abroad" | "there" | "overseas" | "home"));
        abroad
            || near.clone().any(|at| self.document.lower(at) == "in")
                && self.mentions.behind(self.document, at..at + 8, &["in"]).is_some()
    }

    /// `left Mali`, `left for Mali`, `left home`, `have left the country`
    fn leaves_place(&self, at: usize, behind: Range<usize>) -> bool {
        let span = self.document.span_of(at..at + 4);
        let named = self.mentions.within(span).next().is_some_and(|(_, entity)| entity.kind == EntityKind::Place);
        let noun = (at..at + 4).any(|at| matches!(self.document.lower(at), "country" | "home" | "homeland" | "abroad"));
        named || noun || self.goes_abroad(behind)
    }

    /// Whether the goal is home, or a place in the country of those counted.
    pub(super) fn comes_home(&self, behind: Range<usize>) -> bool {
        let home = behind.clone().take(6).any(|at| matches!(self.document.lower(at), "home" | "homeland" | "back"));
        let goal = || self.mentions.behind(self.document, behind.clone(), &["in", "at", "to", "into", "on"]);
        home || self.of_place.is_some_and(|of| goal().is_some_and(|goal| self.mentions.is_in(&goal, of)))
    }
}
