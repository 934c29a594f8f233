//! Words of the open classes: nouns, verbs, adjectives and adverbs.

use super::super::{Tag, TokenKind};
use super::{Sentence, is_contraction};
use crate::lexicon::{Class, Form, Word};

impl Sentence<'_, '_> {
    /// A word of the open classes, by what stands before it.
    pub(super) fn open(&self, at: usize, word: Word) -> Tag {
        let can = |class| word.can_be(class);
        if matches!(self.lower(at), "people" | "police") {
            return Tag::Plural;
        }
        if self.lower(at) == "back" && self.is_after_verb(at) && !self.opens_phrase(at + 1) {
            return Tag::Particle;
        }
        if self.lower(at) == "home" && !self.opens_noun(at + 1) && self.is_after_verb(at) {
            return Tag::Adverb;
        }
        let inflected = can(Class::Verb) && (word.is_form(Form::Past) || word.is_form(Form::PastParticiple));
        let before = self.before(at);
        // `Rescue workers pulled …`: the news gives no orders, and a compound opens more sentences than an imperative.
        let opens = at == self.tokens.start && !self.headline;
        if opens && can(Class::Noun) && can(Class::Verb) && word.is_form(Form::Base) && self.is_bare_plural(at + 1) {
            return Tag::Noun;
        }
        // `and injured 30 people`: no adjective stands before a number, but for `an estimated 30`.
        let joined = matches!(before, Tag::Conjunction | Tag::Noun | Tag::Plural | Tag::Proper | Tag::Pronoun);
        if joined && inflected && word.is_form(Form::Past) && self.is_number(at + 1) {
            return Tag::Past;
        }
        // `She further noted`: an adverb between subject and verb.
        if can(Class::Adverb) && (before == Tag::Pronoun || before.is_noun()) && self.is_past_only(at + 1) {
            return Tag::Adverb;
        }
        if before == Tag::Pronoun && at > self.tokens.start && is_contraction(self.lower(at - 1)) && can(Class::Verb) {
            return self.as_verb(word);
        }
        // `, killing all 228 people`: a gerund with its object.
        let modifies = matches!(before, Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number);
        if can(Class::Verb) && word.is_form(Form::Gerund) && !modifies && self.opens_closed(at + 1) {
            return Tag::Gerund;
        }
        // An object behind a verb: `preventing exports`, `confirmed reports`.
        let plain = can(Class::Noun) && !inflected && !word.is_form(Form::Gerund) && !can(Class::Adverb);
        if before.is_verb() && before != Tag::Participle && plain {
            return self.in_phrase(at, word);
        }
        // A third person needs a subject: `Reports say`.
        if matches!(before, Tag::Mark | Tag::Subordinator) && can(Class::Noun) && word.is_form(Form::Plural) {
            return Tag::Plural;
        }
        match before {
            Tag::To | Tag::Modal if can(Class::Verb) && word.is_form(Form::Base) => return Tag::Verb,
            Tag::Auxiliary => {
                if let Some(tag) = self.after_auxiliary(at, word) {
                    return tag;
                }
            }
            Tag::Determiner | Tag::Possessive | Tag::Number | Tag::Adjective => return self.in_phrase(at, word),
            Tag::Preposition => {
                if can(Class::Verb) && word.is_form(Form::Gerund) {
                    return Tag::Gerund;
                }
                return self.in_phrase(at, word);
            }
            Tag::Pronoun | Tag::Wh if can(Class::Verb) && !word.is_form(Form::Gerund) => return self.as_verb(word),
            _ => {}
        }
        if !can(Class::Verb)
            || self.headline
                && can(Class::Noun)
                && word.usual == Class::Noun
                && !inflected
                && !self.starts_predicate(at, word)
        {
            return self.without_verb(at, word);
        }
        if word.is_only(Class::Verb) || inflected && word.usual == Class::Verb {
            return self.as_verb(word);
        }
        let noun_before = self.before(at).is_noun() || self.before(at) == Tag::Particle;
        if noun_before && can(Class::Noun) {
            let verbal = self.starts_predicate(at, word) || self.is_only_verb(at, word);
            return if verbal { self.as_verb(word) } else { self.as_noun(word) };
        }
        if word.usual == Class::Verb { self.as_verb(word) } else { self.without_verb(at, word) }
    }

    /// Noun, adjective or adverb.
    pub(super) fn without_verb(&self, at: usize, word: Word) -> Tag {
        match word.usual {
            Class::Adverb => Tag::Adverb,
            Class::Adjective
                if word.can_be(Class::Noun) && !self.opens_noun(at + 1) && self.before(at) == Tag::Determiner =>
            {
                self.as_noun(word)
            }
            Class::Adjective => Tag::Adjective,
            _ if word.can_be(Class::Noun) => self.as_noun(word),
            _ if word.can_be(Class::Adjective) => Tag::Adjective,
            _ if word.can_be(Class::Adverb) => Tag::Adverb,
            _ => self.as_verb(word),
        }
    }

    /// Behind a form of be, have or do.
    pub(super) fn after_auxiliary(&self, at: usize, word: Word) -> Option<Tag> {
        if !word.can_be(Class::Verb) {
            return None;
        }
        let auxiliary = (self.tokens.start..at).rev().find(|at| self.document.tag(*at) == Tag::Auxiliary);
        let auxiliary = auxiliary.map_or("", |at| self.lower(at));
        if matches!(auxiliary, "do" | "does" | "did" | "don't" | "doesn't" | "didn't") {
            return word.is_form(Form::Base).then_some(Tag::Verb);
        }
        if word.is_form(Form::PastParticiple) {
            let adjective = word.usual == Class::Adjective && self.opens_noun(at + 1);
            return Some(if adjective { Tag::Adjective } else { Tag::Participle });
        }
        if word.is_form(Form::Gerund) {
            return Some(Tag::Gerund);
        }
        if word.is_form(Form::Base) && self.is_inverted(at) {
            return Some(Tag::Verb);
        }
        // `there are reports`: no finite form stands behind another.
        word.can_be(Class::Noun).then(|| self.as_noun(word))
    }

    /// `Have they come`, `did he say`: never seen as such in a sentence's middle.
    pub(super) fn is_inverted(&self, at: usize) -> bool {
        at > self.tokens.start && self.document.tag(at - 1) == Tag::Pronoun
    }

    /// Within a noun phrase, behind a determiner, an adjective, a number or a preposition.
    pub(super) fn in_phrase(&self, at: usize, word: Word) -> Tag {
        let can = |class| word.can_be(class);
        let more = self.opens_noun(at + 1) && !self.is_verb_of(at, word);
        // `24 were`, `those killed`: a participle or finite verb behind a number or determiner that stands alone.
        if can(Class::Verb) && !can(Class::Noun) && !can(Class::Adjective) {
            if word.is_form(Form::Gerund) {
                return Tag::Gerund;
            }
            if word.is_form(Form::PastParticiple) && (more || !word.is_form(Form::Past)) {
                return Tag::Participle;
            }
            return self.as_verb(word);
        }
        if self.before(at) == Tag::Number
            && can(Class::Verb)
            && word.usual == Class::Verb
            && !word.is_form(Form::Plural)
        {
            // `five rescue teams`, in a clause that has its verb
            let noun = can(Class::Noun) && word.is_form(Form::Base) && self.is_bare_plural(at + 1);
            if noun && (self.governor_of_number(at - 1).is_some() || self.has_finite_right(at)) {
                return Tag::Noun;
            }
            return if word.is_form(Form::PastParticiple) && more { Tag::Participle } else { self.as_verb(word) };
        }
        if can(Class::Adverb) && word.usual == Class::Adverb {
            return Tag::Adverb;
        }
        if can(Class::Adjective) && (more || !can(Class::Noun)) && (word.usual != Class::Noun || !can(Class::Noun)) {
            return Tag::Adjective;
        }
        if can(Class::Noun) {
            if word.is_form(Form::Gerund) && word.usual == Class::Verb {
                return Tag::Gerund;
            }
            return self.as_noun(word);
        }
        self.without_verb(at, word)
    }

    /// Whether the word behind one that can be a noun is its verb: `the firm said profits fell`, `the elderly walked`.
    fn is_verb_of(&self, at: usize, word: Word) -> bool {
        let verb = self.word(at + 1).is_some_and(|next| {
            let says = self.lower(at + 1) == "said";
            says || next.is_only(Class::Verb) && next.is_form(Form::Past) && !self.has_finite_right(at + 1)
        });
        verb && word.can_be(Class::Noun) && !self.has_finite_left(at)
    }

    fn is_number(&self, at: usize) -> bool {
        let number = |word: Word| word.can_be(Class::Number);
        self.token(at).is_some_and(|token| token.kind == TokenKind::Number || token.word.is_some_and(number))
    }

    /// Whether a common noun in the plural stands at a token, and can be no verb.
    pub(super) fn is_bare_plural(&self, at: usize) -> bool {
        let plural = |word: Word| word.usual == Class::Noun && word.is_form(Form::Plural);
        self.token(at).is_some_and(|token| !token.capital && token.word.is_some_and(plural))
            || matches!(self.lower(at), "people" | "police")
    }

    pub(super) fn as_noun(&self, word: Word) -> Tag {
        let singular = word.is_form(Form::Base) && !word.is_form(Form::Plural);
        if word.is_form(Form::Plural) && !singular { Tag::Plural } else { Tag::Noun }
    }

    pub(super) fn as_verb(&self, word: Word) -> Tag {
        if word.is_form(Form::Gerund) {
            Tag::Gerund
        } else if word.is_form(Form::Past) {
            Tag::Past
        } else if word.is_form(Form::PastParticiple) {
            Tag::Participle
        } else if word.is_form(Form::ThirdPerson) {
            Tag::Third
        } else {
            Tag::Verb
        }
    }

    pub(super) fn is_past_only(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.is_only(Class::Verb) && word.is_form(Form::Past))
    }
}
