//! What stands around a token in its clause: what opens a phrase, where the finite verb is.

use super::super::{Tag, TokenKind};
use super::Sentence;
use crate::lexicon::{Class, Form, Word};

/// How far ahead a clause is looked over, in tokens.
pub(super) const AHEAD: usize = 24;

impl Sentence<'_, '_> {
    /// Whether a noun phrase can begin at a token.
    pub(super) fn opens_phrase(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        match (token.kind, token.word) {
            (TokenKind::Number, _) => true,
            (TokenKind::Word, Some(word)) if word.is_closed() => self.opens_closed(at),
            (TokenKind::Word, _) if token.capital && at > self.tokens.start => true,
            (TokenKind::Word, Some(word)) => {
                matches!(word.usual, Class::Noun | Class::Adjective)
                    || word.is_form(Form::Plural) && !word.can_be(Class::Verb)
            }
            (TokenKind::Mark(mark), _) => matches!(mark, '$' | '€' | '£' | '“'),
            _ => false,
        }
    }

    /// Whether a determiner, pronoun, possessive or number is at a token.
    pub(super) fn opens_closed(&self, at: usize) -> bool {
        let number = self.token(at).is_some_and(|token| token.kind == TokenKind::Number);
        let opens = [Class::Determiner, Class::Possessive, Class::Pronoun, Class::Number];
        number || self.word(at).is_some_and(|word| opens.into_iter().any(|class| word.can_be(class)))
    }

    /// Whether a noun, or what stands before one in its phrase, is at a token.
    pub(super) fn opens_noun(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        match token.word {
            _ if token.kind == TokenKind::Number => true,
            _ if token.is_mark('“') || token.is_mark('"') => true,
            _ if token.kind != TokenKind::Word => false,
            None => true,
            Some(_) if token.capital => true,
            Some(word) if word.is_closed() => {
                word.can_be(Class::Number)
                    || word.can_be(Class::Noun)
                    || word.can_be(Class::Adjective)
                    || matches!(self.lower(at), "most" | "more" | "other" | "such" | "few" | "many")
            }
            Some(word) => {
                let noun =
                    word.can_be(Class::Noun) || word.can_be(Class::Adjective) || word.is_form(Form::PastParticiple);
                noun && !(word.usual == Class::Verb && word.is_form(Form::ThirdPerson))
                    || word.usual == Class::Adverb
                        && self.word(at + 1).is_some_and(|next| next.can_be(Class::Adjective))
            }
        }
    }

    /// Whether a clause begins behind a conjunction: a finite verb comes soon, and not behind a mark.
    pub(super) fn clause_follows(&self, at: usize) -> bool {
        let mut seen = false;
        for next in at + 1..(at + 10).min(self.tokens.end) {
            let Some(token) = self.token(next) else { return false };
            let Some(word) = token.word else {
                if matches!(token.kind, TokenKind::Mark(',' | ';' | ':' | '.' | '“' | '”')) {
                    return false;
                }
                seen = true;
                continue;
            };
            let finite = word.can_be(Class::Auxiliary)
                || word.can_be(Class::Modal)
                || seen
                    && word.usual == Class::Verb
                    && !word.is_form(Form::Gerund)
                    && (self.headline || !token.capital);
            if finite {
                return true;
            }
            if word.usual == Class::Wh || matches!(self.lower(next), "to" | "that") {
                return false;
            }
            seen = true;
        }
        false
    }

    /// Whether a word that can be a noun or a verb, behind a noun, is the verb of its clause.
    pub(super) fn starts_predicate(&self, at: usize, word: Word) -> bool {
        if word.is_form(Form::Gerund) {
            return word.usual == Class::Verb;
        }
        let before = self.before(at);
        // Number agrees: `troops return`, `the army returns`; but `army returns` may be a compound.
        let agrees = match before {
            Tag::Plural => !word.is_form(Form::ThirdPerson) || word.is_form(Form::Past),
            Tag::Noun => word.is_form(Form::ThirdPerson) || word.is_form(Form::Past),
            Tag::Proper => true,
            _ => word.usual == Class::Verb,
        };
        agrees
            && !self.has_finite_left(at)
            && !self.has_finite_right(at)
            && (word.usual == Class::Verb || self.goes_with_verb(at + 1))
    }

    /// The finite verb that a number can be object of, also as the second of two: `sent five teams and two helicopters`.
    pub(super) fn governor_of_number(&self, number: usize) -> Option<usize> {
        let before = number.checked_sub(1).filter(|before| *before >= self.tokens.start)?;
        let joined = self.document.tag(before) == Tag::Conjunction;
        let noun = before.checked_sub(1).is_some_and(|at| self.document.tag(at).is_noun());
        let apart = matches!(self.document.tag(before), Tag::Mark | Tag::Subordinator | Tag::Wh);
        let mut left = (self.tokens.start..number).rev().take(AHEAD);
        left.find(|at| {
            let tag = self.document.tag(*at);
            tag.is_finite() || matches!(tag, Tag::Wh | Tag::Subordinator)
        })
        .filter(|at| self.document.tag(*at).is_finite() && !apart && (!joined || noun))
    }

    /// Whether a third person that could be a plural is the only word of its sentence that can make a clause: `60 percent
    /// of the population lives in poverty`.
    pub(super) fn is_only_verb(&self, at: usize, word: Word) -> bool {
        let third = word.is_form(Form::ThirdPerson) && self.before(at) == Tag::Noun && !self.headline;
        let closed =
            self.word(at + 1).is_some_and(|next| next.can_be(Class::Preposition) || next.usual == Class::Adverb);
        let finite = |word: Word| {
            word.can_be(Class::Auxiliary)
                || word.can_be(Class::Modal)
                || word.can_be(Class::Verb) && !word.is_form(Form::Gerund)
        };
        third
            && closed
            && self.lower(at + 1) != "of"
            && !self.tokens.clone().any(|other| {
                if other < at {
                    let tag = self.document.tag(other);
                    tag.is_finite() || tag == Tag::Participle
                } else {
                    other > at && self.word(other).is_some_and(finite)
                }
            })
    }

    /// Whether what follows goes with a verb rather than with a noun: an object, `that`, `to`, a particle, or the end of
    /// a headline's clause.
    pub(super) fn goes_with_verb(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return self.headline };
        let lower = self.lower(at);
        match token.word {
            Some(word) => {
                word.can_be(Class::Determiner)
                    || word.can_be(Class::Possessive)
                    || word.can_be(Class::Pronoun)
                    || matches!(
                        lower,
                        "that"
                            | "to"
                            | "back"
                            | "home"
                            | "out"
                            | "up"
                            | "off"
                            | "from"
                            | "for"
                            | "into"
                            | "how"
                            | "why"
                    )
                    || word.usual == Class::Adverb
            }
            None => token.kind == TokenKind::Number || token.capital,
        }
    }

    pub(super) fn has_finite_left(&self, at: usize) -> bool {
        for earlier in (self.tokens.start..at).rev().take(AHEAD) {
            match self.document.tag(earlier) {
                Tag::Subordinator | Tag::Wh | Tag::Conjunction => return false,
                Tag::Mark if !matches!(self.lower(earlier), "-" | "'" | "\"") => return false,
                tag if tag.is_finite() => return true,
                _ => {}
            }
        }
        false
    }

    /// Whether a finite verb that can be nothing else stands further right in the clause.
    pub(super) fn has_finite_right(&self, at: usize) -> bool {
        for next in at + 1..(at + AHEAD).min(self.tokens.end) {
            let Some(token) = self.token(next) else { return false };
            match (token.kind, token.word) {
                (TokenKind::Mark(mark), _) if !matches!(mark, '-' | '\'' | '’') => return false,
                (TokenKind::Word, Some(word)) => {
                    let subject = matches!(self.lower(next), "i" | "we" | "they" | "he" | "she" | "that");
                    if subject || matches!(word.usual, Class::Subordinator | Class::Wh | Class::Conjunction) {
                        return false;
                    }
                    let auxiliary =
                        word.can_be(Class::Auxiliary) && !matches!(self.lower(next), "be" | "been" | "being");
                    let past =
                        word.is_only(Class::Verb) && word.is_form(Form::Past) && !word.is_form(Form::PastParticiple);
                    let told = word.is_only(Class::Verb) && word.is_form(Form::ThirdPerson);
                    if auxiliary || word.can_be(Class::Modal) || (past || told) && !token.capital {
                        return true;
                    }
                }
                _ => {}
            }
        }
        false
    }
}
