//! What stands between a subject, its cue and the words: adverbs, times, places, documents.

use super::clause::{PHRASES, Reading, is_calendar, is_passing};
use crate::extract::{Tag, TokenKind};
use crate::lexicon::About;
use core::ops::Range;

impl Reading<'_, '_> {
    /// Whether a preposition and its phrase say when, where or in which document something was said, and not of whom
    /// or what: `on Sunday`, `in a statement`, `during a visit to the town`.
    pub(super) fn is_adjunct(&self, preposition: usize, phrase: &Range<usize>) -> bool {
        let head = self.head(phrase);
        match self.lower(preposition) {
            "of" => false,
            "for" | "from" | "with" | "to" | "by" => self.is_time(head),
            _ => self.is_time(head) || self.is_document(head) || self.is_about(head, About::Event),
        }
    }

    /// The tokens in front of `at` that say how or when: `later`, `also`, `on Monday`, `this week`. Gives where they
    /// begin.
    pub(super) fn before_adverbs(&self, at: usize, floor: usize) -> usize {
        let mut at = at;
        for _ in 0..PHRASES {
            let Some(last) = at.checked_sub(1).filter(|last| *last >= floor && !self.is_quoted(*last)) else { break };
            if self.tag(last) == Tag::Adverb || is_passing(self.lower(last)) {
                at = last;
                continue;
            }
            let Some(phrase) = self.phrase_to(at, floor).filter(|phrase| phrase.start > floor) else { break };
            if !phrase.clone().all(|token| self.is_date_part(token)) {
                break;
            }
            let tied = matches!(
                self.lower(phrase.start - 1),
                "on" | "in"
                    | "late"
                    | "early"
                    | "since"
                    | "at"
                    | "from"
                    | "by"
                    | "until"
                    | "before"
                    | "after"
                    | "for"
                    | "during"
            );
            at = if tied { phrase.start - 1 } else { phrase.start };
        }
        at
    }

    /// The token behind what says when, where, how or in which document: `on Sunday`, `in a statement on Twitter`,
    /// `yesterday`, `to reporters`.
    pub(super) fn behind_adjuncts(&self, at: usize, ceiling: usize) -> usize {
        let mut at = at;
        for _ in 0..PHRASES {
            if at >= ceiling || self.is_quoted(at) {
                break;
            }
            let lower = self.lower(at);
            if self.tag(at) == Tag::Adverb
                && !matches!(
                    lower,
                    "about"
                        | "around"
                        | "nearly"
                        | "almost"
                        | "only"
                        | "over"
                        | "there"
                        | "up"
                        | "some"
                        | "at"
                        | "more"
                        | "most"
                )
                || is_passing(lower)
            {
                at += 1;
                continue;
            }
            let phrase = self.phrase_from(at).filter(|phrase| phrase.end <= ceiling);
            if let Some(phrase) = phrase.filter(|phrase| phrase.clone().all(|token| self.is_date_part(token))) {
                at = phrase.end;
                continue;
            }
            let ties = matches!(
                lower,
                "on" | "in"
                    | "at"
                    | "during"
                    | "after"
                    | "before"
                    | "via"
                    | "through"
                    | "by"
                    | "late"
                    | "early"
                    | "to"
                    | "from"
                    | "for"
                    | "with"
                    | "as"
                    | "ahead"
            );
            let Some(phrase) = self.phrase_from(at + 1).filter(|phrase| ties && phrase.end <= ceiling) else { break };
            let takes = self.is_adjunct(at, &phrase)
                || phrase.clone().all(|token| self.is_date_part(token))
                || lower == "to" && self.is_somebody(&phrase)
                || lower == "on" && self.lower(self.head(&phrase)) == "condition"
                || matches!(lower, "in" | "at" | "from") && self.tag(self.head(&phrase)) == Tag::Proper;
            if !takes {
                break;
            }
            at = self.nominal_tail(phrase.end, ceiling);
        }
        at
    }

    /// The end of the prepositional phrases that hang on a phrase that ends here: `a statement | on Twitter`.
    pub(super) fn nominal_tail(&self, end: usize, ceiling: usize) -> usize {
        let mut end = end;
        for _ in 0..PHRASES {
            if end >= ceiling || !self.is_preposition(end) || self.is_quoted(end) {
                break;
            }
            let Some(phrase) = self.phrase_from(end + 1).filter(|phrase| phrase.end <= ceiling) else { break };
            end = phrase.end;
        }
        end
    }

    pub(super) fn is_date_part(&self, token: usize) -> bool {
        let lower = self.lower(token);
        is_calendar(lower)
            || matches!(
                lower,
                "last"
                    | "this"
                    | "next"
                    | "the"
                    | "a"
                    | "earlier"
                    | "late"
                    | "early"
                    | "same"
                    | "other"
                    | "th"
                    | "ago"
                    | "afternoon"
                    | "morning"
                    | "evening"
                    | "night"
                    | "week"
                    | "month"
                    | "year"
                    | "day"
            )
            || self
                .document
                .tokens
                .get(token)
                .is_some_and(|token| token.kind == TokenKind::Number && token.span.len() <= 4)
    }
}
