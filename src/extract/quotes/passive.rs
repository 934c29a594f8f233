//! Cues in the passive, and who is quoted by whom.

use super::clause::REACH;
use super::cue::{Frame, Verb};
use super::saying::{Finder, Saying};
use crate::extract::{CueClass, VerbGroup};

impl Finder<'_, '_, '_, '_> {
    /// `It was reported by the paper that C`, `They were told by the mayor that C`
    pub(super) fn passive(&mut self, group: &VerbGroup, verb: &Verb) -> Option<Saying> {
        let reading = self.reading;
        let before = reading.before_adverbs(group.tokens.start, self.floor());
        let impersonal = before > self.floor() && reading.lower(before - 1) == "it";
        let told = verb.takes(Frame::Addressee);
        let by = (reading.lower(group.tokens.end) == "by")
            .then(|| reading.nominal_from(group.tokens.end + 1, self.ceiling()))
            .flatten();
        let behind = by.as_ref().map_or(group.tokens.end, |by| by.end);
        let behind = reading.behind_adjuncts(behind, self.ceiling());
        if !(impersonal || told && by.is_some()) || reading.lower(behind) != "that" {
            return self.agent(group, verb);
        }
        Some(Saying {
            sentence: self.at,
            cue: group.head..group.head + 1,
            class: verb.class,
            speaker: by,
            told: Vec::new(),
            through: Vec::new(),
            area: before.saturating_sub(1).max(self.floor())..behind,
            words: self.clause(behind + 1),
            reported: true,
            quotes: verb.takes(Frame::Quotation),
            rule: "quotes:passive-it",
        })
    }

    /// `was described as “…” by the mayor`: whose the words in quotation marks are.
    pub(super) fn agent(&mut self, group: &VerbGroup, verb: &Verb) -> Option<Saying> {
        let reading = self.reading;
        let limit = (group.tokens.end + REACH / 2).min(self.ceiling());
        let by = (group.tokens.end..limit).find(|token| !reading.is_quoted(*token) && reading.lower(*token) == "by");
        let marks = (group.tokens.end..limit).any(|token| reading.is_quoted(token));
        let speaker = by.filter(|_| marks && verb.takes(Frame::Quotation));
        let speaker = speaker.and_then(|by| reading.nominal_from(by + 1, self.ceiling()));
        if speaker.is_none() {
            self.refuse(group.head, "quotes:passive");
        }
        speaker.map(|speaker| Saying {
            sentence: self.at,
            cue: group.head..group.head + 1,
            class: verb.class,
            area: group.tokens.clone(),
            speaker: Some(speaker),
            told: Vec::new(),
            through: Vec::new(),
            words: None,
            reported: false,
            quotes: true,
            rule: "quotes:passive-by",
        })
    }

    /// `The mayor was quoted by the paper as saying C`, `The paper quoted the mayor as saying C`
    pub(super) fn quoted_as(&mut self, group: &VerbGroup) -> Option<Saying> {
        let reading = self.reading;
        if !matches!(reading.lower(group.head), "quoted" | "quotes" | "cited" | "cites" | "quoting" | "citing") {
            return None;
        }
        let limit = (group.tokens.end + REACH / 3).min(self.ceiling());
        let says = |token: usize| matches!(reading.lower(token), "saying" | "telling" | "stating" | "adding");
        let saying = (group.tokens.end..limit).find(|token| reading.lower(*token) == "as" && says(*token + 1))? + 1;
        let before = reading.before_adverbs(group.tokens.start, self.floor());
        let subject = self.subject_before(before, group.finite, 0).map(|(phrase, _)| phrase);
        let mut through = Vec::new();
        let speaker = if group.passive {
            if reading.lower(group.tokens.end) == "by" {
                through.extend(reading.nominal_from(group.tokens.end + 1, saying));
            }
            subject.clone()?
        } else {
            through.extend(subject.clone());
            reading.nominal_from(group.tokens.end, saying)?
        };
        let start = subject.map_or(group.tokens.start, |subject| subject.start.min(group.tokens.start));
        let mut end = saying + 1;
        if reading.lower(saying) == "telling" {
            end = self.addressee(end).map_or(end, |told| told.end);
        }
        let end = reading.behind_adjuncts(end, self.ceiling());
        let first = if reading.lower(end) == "that" { end + 1 } else { end };
        Some(Saying {
            sentence: self.at,
            cue: group.head..saying + 1,
            class: CueClass::Say,
            speaker: Some(speaker),
            told: Vec::new(),
            through,
            area: start..end,
            words: self.clause(first),
            reported: true,
            quotes: true,
            rule: "quotes:quoted-as",
        })
    }
}
