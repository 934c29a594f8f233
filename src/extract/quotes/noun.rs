//! Nouns of saying with their clause: `claims by the mayor that C`.

use super::cue::{self, Frame};
use super::saying::{Finder, NEAR, Saying};
use crate::extract::Tag;
use core::ops::Range;

impl Finder<'_, '_, '_, '_> {
    /// `claims by the mayor that C`, `the mayor’s claim that C`
    pub(super) fn noun(&mut self, that: usize) -> Option<Saying> {
        let reading = self.reading;
        let whole = reading.nominal_to(that, self.floor())?;
        if let Some(saying) = self.verb_as_noun(&whole, that) {
            return Some(saying);
        }
        let mut head = None;
        for token in whole.clone().rev() {
            let noun = reading.tag(token).is_noun().then(|| cue::noun(reading.lower(token))).flatten();
            if let Some(noun) = noun.filter(|noun| noun.takes_clause) {
                head = Some((token, noun));
                break;
            }
        }
        let (head, noun) = head?;
        let mut speaker = None;
        if head + 1 < that {
            if !matches!(reading.lower(head + 1), "by" | "from" | "of") {
                return None;
            }
            speaker = Some(head + 2..that).filter(|phrase| reading.is_somebody(phrase));
        } else if let Some(end) = (whole.start..head).rev().find(|token| reading.tag(*token) == Tag::Possessive) {
            // `his claim` is one token, `the mayor’s` ends with one.
            let start = reading.phrase_from(whole.start)?.start;
            let owner = if end == start { start..end + 1 } else { start..end };
            let known = end == start || reading.is_somebody(&owner) && !reading.is_time(reading.head(&owner));
            speaker = known.then_some(owner);
        }
        let verb = self
            .found
            .iter()
            .rev()
            .take(NEAR)
            .find(|saying| saying.words.as_ref().is_some_and(|words| !saying.reported && words.contains(&head)));
        let (speaker, class) = match (speaker, verb) {
            (_, Some(verb)) => (verb.speaker.clone(), verb.class),
            (Some(speaker), None) => (Some(speaker), noun.class),
            (None, None) => return None,
        };
        let mut words = self.clause(that + 1).filter(|words| reading.has_finite(words.clone()))?;
        let verb_in_front = reading.has_finite(self.floor()..whole.start);
        if !verb_in_front {
            // `claims that … | were rejected`: the last verb is the article's.
            let last =
                reading.last_finite(words.end, words.start).filter(|last| reading.has_verb(words.start..last.start));
            words.end = last.map_or(words.end, |last| last.start);
        }
        Some(Saying {
            sentence: self.at,
            cue: head..head + 1,
            class,
            speaker,
            told: Vec::new(),
            through: Vec::new(),
            area: whole.start..that + 1,
            words: Some(words),
            reported: true,
            quotes: true,
            rule: "quotes:noun-that",
        })
    }

    /// `Aid workers fear that C`, where the tagger took the verb for a noun.
    pub(super) fn verb_as_noun(&mut self, whole: &Range<usize>, that: usize) -> Option<Saying> {
        let reading = self.reading;
        let head = that - 1;
        let before = head.checked_sub(1).filter(|before| *before >= whole.start)?;
        let verb = cue::verb(reading.lower(head)).filter(|verb| verb.takes(Frame::That))?;
        let third = reading.lower(head).ends_with('s');
        let fits = match reading.tag(before) {
            Tag::Plural => !third,
            Tag::Noun | Tag::Proper => third || verb.lemma == "forecast",
            _ => false,
        };
        let subject = whole.start..head;
        if !fits || !reading.is_somebody(&(before..head)) {
            return None;
        }
        Some(Saying {
            sentence: self.at,
            cue: head..that,
            class: verb.class,
            area: subject.start..that,
            speaker: Some(subject),
            told: Vec::new(),
            through: Vec::new(),
            words: self.clause(that + 1),
            reported: true,
            quotes: true,
            rule: "quotes:that",
        })
    }
}
