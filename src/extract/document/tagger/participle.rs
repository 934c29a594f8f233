//! The forms that are both past tense and past participle, told apart by the whole clause.

use super::super::Tag;
use super::Sentence;
use super::clause::AHEAD;
use crate::lexicon::{About, Class, Form};

impl Sentence<'_, '_> {
    /// A second look at a form that may be either: `people killed in the fire were …` (participle), `they killed …`
    /// (past), `have killed` (participle).
    pub(super) fn past_or_participle(&self, at: usize) -> Tag {
        let both = self.word(at).is_none_or(|word| word.is_form(Form::Past) && word.is_form(Form::PastParticiple));
        if !both {
            return self.document.tag(at);
        }
        // `army-backed`, `Kurdish-led`
        let tight = self.token(at).is_some_and(|token| !token.spaced);
        if tight && at > self.tokens.start && self.document.is_mark(at - 1, '-') {
            return Tag::Participle;
        }
        // `Moreno said the ministers have left`: what follows is another clause.
        // `a boy found in the ruins was taken`: no clause begins behind a preposition.
        let preposition = self.lower(at + 1) == "by"
            || self.word(at + 1).is_some_and(|next| next.usual == Class::Preposition) && self.has_finite_right(at);
        let says = self.word(at).is_some_and(|word| word.is_about(About::Saying)) && !preposition;
        if says && matches!(self.before(at), Tag::Proper | Tag::Noun | Tag::Plural) {
            return Tag::Past;
        }
        if self.modifies_plural(at) {
            return Tag::Participle;
        }
        match self.before(at) {
            Tag::Auxiliary => Tag::Participle,
            Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Preposition => Tag::Participle,
            Tag::Pronoun if self.is_quantity(at) && (self.has_finite_right(at) || self.lower(at + 1) == "by") => {
                Tag::Participle
            }
            Tag::Pronoun | Tag::Wh => Tag::Past,
            Tag::Noun | Tag::Plural | Tag::Proper | Tag::Number => {
                let agent = self.lower(at + 1) == "by";
                let reduced =
                    self.has_finite_right(at) || agent || self.has_finite_left(at) && !self.opens_phrase(at + 1);
                if reduced { Tag::Participle } else { Tag::Past }
            }
            Tag::Mark => {
                let behind_comma = at > self.tokens.start && self.document.is_mark(at - 1, ',');
                if behind_comma && !self.opens_phrase(at + 1) && self.has_finite_left(at - 1) || at == self.tokens.start
                {
                    Tag::Participle
                } else {
                    Tag::Past
                }
            }
            Tag::Conjunction => self.like_the_verb_before(at),
            _ => self.document.tag(at),
        }
    }

    /// `reported 3,200 confirmed cases and 210 suspected deaths`: between a number and its noun, in a clause that has its
    /// verb; but `said 12 joined militias`.
    fn modifies_plural(&self, at: usize) -> bool {
        let plural = at > self.tokens.start
            && self.document.tag(at - 1) == Tag::Number
            && self.document.tag(at + 1) == Tag::Plural;
        let told = || {
            let verb = self.governor_of_number(at - 1);
            verb.is_some_and(|verb| !matches!(self.lower(verb), "say" | "says" | "said"))
        };
        plural && (self.has_finite_right(at) || told())
    }

    /// `those killed`, `many displaced`.
    pub(super) fn is_quantity(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.lower(before));
        matches!(
            before,
            "those" | "many" | "some" | "all" | "others" | "several" | "few" | "most" | "anyone" | "everyone"
        )
    }

    /// `were arrested and charged`: the verb behind `and` is as the one before.
    pub(super) fn like_the_verb_before(&self, at: usize) -> Tag {
        let mut earlier = (self.tokens.start..at).rev().take(AHEAD).map(|at| self.document.tag(at));
        match earlier.find(|tag| matches!(tag, Tag::Past | Tag::Participle | Tag::Third)) {
            Some(Tag::Participle) => Tag::Participle,
            _ => Tag::Past,
        }
    }
}
