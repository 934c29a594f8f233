//! Who can speak.

use super::clause::{Reading, is_calendar, stands_alone};
use crate::extract::Tag;
use crate::lexicon::{About, Class, lemma};
use core::ops::Range;

impl Reading<'_, '_> {
    /// Whether a phrase is somebody and no document or time.
    pub(super) fn is_speaker_like(&self, phrase: &Range<usize>) -> bool {
        let head = self.head(phrase);
        self.tag(head) == Tag::Pronoun
            || self.tag(head) == Tag::Proper
            || self.is_person(head)
            || self.is_about(head, About::Group)
    }

    /// `ambassador to the United Nations`, `expert on the region`
    pub(super) fn is_office_link(&self, preposition: usize, phrase: &Range<usize>) -> bool {
        matches!(self.lower(preposition), "to" | "on")
            && self.is_person(self.head(phrase))
            && !self
                .document
                .tokens
                .get(self.head(phrase))
                .is_some_and(|token| token.capital && token.tag == Tag::Proper && self.lower(preposition) == "on")
    }

    pub(super) fn is_about(&self, token: usize, about: About) -> bool {
        self.document.word(token).is_some_and(|word| word.is_about(about))
    }

    /// Whether a token names a time: `Sunday`, `week`.
    pub(super) fn is_time(&self, token: usize) -> bool {
        is_calendar(self.lower(token)) || self.is_about(token, About::Time) && self.tag(token) != Tag::Proper
    }

    /// Whether a token is a noun of saying in which words can be.
    pub(super) fn is_document(&self, token: usize) -> bool {
        super::cue::noun(self.lower(token)).is_some_and(|noun| noun.holds_words)
            || matches!(
                self.lower(token),
                "account"
                    | "channel"
                    | "page"
                    | "twitter"
                    | "facebook"
                    | "telegram"
                    | "television"
                    | "tv"
                    | "radio"
                    | "website"
                    | "site"
                    | "court"
            )
    }

    pub(super) fn is_person(&self, token: usize) -> bool {
        self.is_about(token, About::Person)
            || crate::extract::speakers::is_office(lemma(self.lower(token), Class::Noun))
    }

    /// Whether a phrase can speak: somebody, a body of people, a place, a document.
    pub(super) fn is_somebody(&self, phrase: &Range<usize>) -> bool {
        let head = self.head(phrase);
        let tag = self.tag(head);
        if tag == Tag::Pronoun || tag == Tag::Wh || stands_alone(self.lower(head)) {
            return matches!(
                self.lower(head),
                "he" | "she"
                    | "all"
                    | "two"
                    | "three"
                    | "hundreds"
                    | "dozens"
                    | "thousands"
                    | "they"
                    | "who"
                    | "everyone"
                    | "everybody"
                    | "someone"
                    | "somebody"
                    | "others"
                    | "one"
                    | "many"
                    | "some"
                    | "most"
                    | "both"
                    | "few"
                    | "several"
                    | "another"
                    | "those"
            );
        }
        if self.is_time(head) {
            return false;
        }
        tag == Tag::Proper
            || self.document.tokens.get(head).is_some_and(|token| token.capital)
            || self.is_person(head)
            || self.is_about(head, About::Group)
            || self.is_about(head, About::Place)
            || super::cue::noun(self.lower(head)).is_some_and(|noun| noun.holds_words)
            || matches!(
                lemma(self.lower(head), Class::Noun),
                "group" | "hospital" | "media" | "ngo" | "press" | "service" | "website"
            )
            || crate::extract::speakers::is_outlet(lemma(self.lower(head), Class::Noun))
    }
}
