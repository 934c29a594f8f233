//! Words of the closed classes, of which some are in two.

use super::super::{Tag, TokenKind};
use super::Sentence;
use crate::lexicon::{Class, Form, Word};

impl Sentence<'_, '_> {
    /// A word of a closed class.
    pub(super) fn closed(&self, at: usize, word: Word) -> Tag {
        let lower = self.lower(at);
        match lower {
            "that" => return self.that(at),
            "to" => return if self.verb_follows_to(at) { Tag::To } else { Tag::Preposition },
            "not" | "never" | "n't" => return Tag::Negation,
            "her" => return if self.opens_noun(at + 1) { Tag::Possessive } else { Tag::Pronoun },
            "no" | "a" | "an" | "the" => return Tag::Determiner,
            "those" | "these" | "many" | "some" | "all" if self.is_participle_alone(at + 1) => return Tag::Pronoun,
            // A singular verb cannot stand behind them: `these reports`.
            "those" | "these" | "many" | "some" | "all" | "several" | "few" | "both"
                if self.word(at + 1).is_some_and(|next| next.is_form(Form::Plural)) =>
            {
                return Tag::Determiner;
            }
            "than" if self.token(at + 1).is_some_and(|next| next.kind == TokenKind::Number) => return Tag::Preposition,
            "up" | "out" | "away" | "off" | "down" | "over" if self.is_after_verb(at) && !self.opens_phrase(at + 1) => {
                return Tag::Particle;
            }
            // `have since been convicted`
            "since" if self.before(at) == Tag::Auxiliary && self.continues_verb(at + 1) => return Tag::Adverb,
            "as" => return if self.clause_follows(at) { Tag::Subordinator } else { Tag::Preposition },
            "more" | "less" | "most" if self.word(at + 1).is_some_and(|next| next.usual == Class::Adjective) => {
                return Tag::Adverb;
            }
            _ => {}
        }
        let determined = |tag: Tag| if self.opens_noun(at + 1) { Tag::Determiner } else { tag };
        match word.usual {
            Class::Determiner => determined(Tag::Pronoun),
            Class::Pronoun => {
                if word.can_be(Class::Determiner) {
                    determined(Tag::Pronoun)
                } else {
                    Tag::Pronoun
                }
            }
            Class::Preposition if word.can_be(Class::Subordinator) && self.clause_follows(at) => Tag::Subordinator,
            Class::Preposition if word.can_be(Class::Adverb) && !self.opens_phrase(at + 1) => Tag::Adverb,
            Class::Preposition => Tag::Preposition,
            Class::Conjunction => Tag::Conjunction,
            Class::Subordinator if word.can_be(Class::Preposition) && !self.clause_follows(at) => Tag::Preposition,
            Class::Subordinator => Tag::Subordinator,
            Class::Modal if word.can_be(Class::Noun) && self.before(at) == Tag::Determiner => Tag::Noun,
            Class::Modal => Tag::Modal,
            Class::Auxiliary => Tag::Auxiliary,
            Class::Wh => Tag::Wh,
            Class::Particle => Tag::Particle,
            Class::Possessive => Tag::Possessive,
            Class::Negation => Tag::Negation,
            Class::Number => Tag::Number,
            Class::Noun | Class::Verb | Class::Adjective | Class::Adverb => self.open(at, word),
        }
    }

    /// `that`: before a clause, before a noun, or behind a noun and before a verb.
    pub(super) fn that(&self, at: usize) -> Tag {
        let before = self.before(at);
        let next = self.word(at + 1);
        let verb_next = next.is_some_and(|next| {
            next.can_be(Class::Auxiliary)
                || next.can_be(Class::Modal)
                || next.usual == Class::Verb && !next.is_form(Form::Gerund)
        });
        if before.is_noun() && verb_next {
            return Tag::Wh;
        }
        if verb_next {
            return if before.is_verb() { Tag::Subordinator } else { Tag::Pronoun };
        }
        let bare_noun = next.is_some_and(|next| next.usual == Class::Noun && !next.is_form(Form::Plural));
        if bare_noun && matches!(before, Tag::Preposition | Tag::Mark | Tag::Conjunction) {
            Tag::Determiner
        } else {
            Tag::Subordinator
        }
    }

    /// Whether what follows `to` is an infinitive.
    pub(super) fn verb_follows_to(&self, at: usize) -> bool {
        let Some(word) = self.word(at + 1) else { return false };
        if self.token(at + 1).is_some_and(|token| token.capital) && !self.headline {
            return false;
        }
        if word.can_be(Class::Auxiliary) {
            return true;
        }
        if word.can_be(Class::Adverb) && word.usual == Class::Adverb {
            return self.word(at + 2).is_some_and(|word| word.can_be(Class::Verb) && word.is_form(Form::Base));
        }
        let base = word.can_be(Class::Verb) && word.is_form(Form::Base);
        base && (word.usual == Class::Verb
            || !word.can_be(Class::Noun)
            || self.opens_phrase(at + 2)
            || self.wants_infinitive(at))
    }

    /// Whether the word before `to` is one that an infinitive goes with.
    pub(super) fn wants_infinitive(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.lower(before));
        matches!(
            before,
            "want"
                | "wants"
                | "wanted"
                | "try"
                | "tried"
                | "trying"
                | "able"
                | "unable"
                | "order"
                | "forced"
                | "going"
                | "continue"
                | "continued"
                | "hope"
                | "hopes"
                | "hoped"
                | "began"
                | "failed"
                | "refused"
                | "ready"
                | "how"
                | "plan"
                | "plans"
                | "planned"
                | "have"
                | "has"
                | "had"
                | "is"
                | "are"
                | "was"
                | "were"
        )
    }

    /// Whether a participle stands at a token without a noun behind it: `those wounded were`.
    pub(super) fn is_participle_alone(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.is_form(Form::PastParticiple)) && !self.opens_noun(at + 1)
    }

    /// Whether a group of verbs goes on at a token: `been`, a participle.
    fn continues_verb(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.can_be(Class::Auxiliary) || word.is_form(Form::PastParticiple))
    }

    pub(super) fn is_after_verb(&self, at: usize) -> bool {
        at > self.tokens.start && self.document.tag(at - 1).is_verb()
    }
}
