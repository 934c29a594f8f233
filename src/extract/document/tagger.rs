//! Gives each token of a sentence its word class.
//!
//! The lexicon says what a word can be and what it usually is; what stands before it, and then what follows, decides
//! between these. The order of the questions is that of a constraint grammar: closed classes first, since they are sure,
//! then from left to right the open ones, each by the tag before it; last a second look at what only the whole clause
//! tells (`people killed in the fire were …`).

use super::{Document, Tag, Token, TokenKind};
use crate::lexicon::{Class, Form, Word};
use core::ops::Range;

/// Tags the tokens of one sentence.
pub(super) fn tag(document: &mut Document<'_>, tokens: Range<usize>) {
    let headline = is_headline(document, tokens.clone());
    for at in tokens.clone() {
        let tag = Sentence { document, tokens: tokens.clone(), headline }.tag_of(at);
        document.tokens[at].tag = tag;
    }
    for at in tokens.clone() {
        if matches!(document.tag(at), Tag::Past | Tag::Participle) {
            document.tokens[at].tag = Sentence { document, tokens: tokens.clone(), headline }.past_or_participle(at);
        }
    }
}

/// Whether most words of a sentence are written with a capital, so that capitals tell nothing.
fn is_headline(document: &Document<'_>, tokens: Range<usize>) -> bool {
    let long = |token: &&Token| token.kind == TokenKind::Word && token.span.len() > 3;
    let words = || document.tokens[tokens.clone()].iter().filter(long);
    let capitals = words().filter(|token| token.capital).count();
    words().count() >= 3 && capitals * 4 >= words().count() * 3
}

/// How far ahead a clause is looked over, in tokens.
const AHEAD: usize = 24;

struct Sentence<'d, 't> {
    document: &'d Document<'t>,
    tokens: Range<usize>,
    headline: bool,
}

impl Sentence<'_, '_> {
    fn token(&self, at: usize) -> Option<&Token> {
        self.document.tokens.get(at).filter(|_| self.tokens.contains(&at))
    }

    fn word(&self, at: usize) -> Option<Word> {
        self.token(at)?.word
    }

    fn lower(&self, at: usize) -> &str {
        if self.tokens.contains(&at) { self.document.lower(at) } else { "" }
    }

    /// The tag of the token before, adverbs passed over. [`Tag::Mark`] at the beginning.
    fn before(&self, at: usize) -> Tag {
        let earlier = (self.tokens.start..at).rev().map(|at| self.document.tag(at));
        earlier.take(4).find(|tag| !matches!(tag, Tag::Adverb | Tag::Negation)).unwrap_or(Tag::Mark)
    }

    /// Whether a noun phrase can begin at a token.
    fn opens_phrase(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        match (token.kind, token.word) {
            (TokenKind::Number, _) => true,
            (TokenKind::Word, Some(word)) if word.is_closed() => {
                let opens = [Class::Determiner, Class::Possessive, Class::Pronoun, Class::Number];
                opens.into_iter().any(|class| word.can_be(class))
            }
            (TokenKind::Word, _) if token.capital && at > self.tokens.start => true,
            (TokenKind::Word, Some(word)) => {
                matches!(word.usual, Class::Noun | Class::Adjective)
                    || word.is_form(Form::Plural) && !word.can_be(Class::Verb)
            }
            (TokenKind::Mark(mark), _) => matches!(mark, '$' | '€' | '£' | '“'),
            _ => false,
        }
    }

    fn tag_of(&self, at: usize) -> Tag {
        let Some(token) = self.token(at) else { return Tag::Other };
        match token.kind {
            TokenKind::Number => Tag::Number,
            TokenKind::Possessive => Tag::Possessive,
            TokenKind::Mark(_) => Tag::Mark,
            TokenKind::Word => {
                let Some(word) = token.word else { return self.unknown(at, token) };
                // `of the United Nations`, `Will Smith`: a capital within a sentence is a name's.
                let named = token.capital && at > self.tokens.start && !self.headline && !self.opens_speech(at);
                let acronym = token.capitals && !self.headline;
                if word.is_closed()
                    && !acronym
                    && (!named || token.span.len() < 3 || matches!(self.lower(at), "the" | "and" | "but"))
                {
                    self.closed(at, word)
                } else if named || acronym {
                    Tag::Proper
                } else {
                    self.open(at, word)
                }
            }
        }
    }

    /// Whether a token is the first of words in quotation marks or behind a colon.
    fn opens_speech(&self, at: usize) -> bool {
        at.checked_sub(1)
            .and_then(|before| self.token(before))
            .is_some_and(|before| matches!(before.kind, TokenKind::Mark('“' | '"' | '‘' | '«' | ':' | '–' | '—')))
    }

    /// A word that the lexicon does not know, by its ending.
    fn unknown(&self, at: usize, token: &Token) -> Tag {
        if token.capital {
            return Tag::Proper;
        }
        let lower = self.lower(at);
        let contracted = ["'s", "'re", "'ve", "'ll", "'d", "'m"].iter().any(|end| lower.ends_with(end));
        if contracted {
            return Tag::Pronoun;
        }
        for (ending, tag) in [
            ("ly", Tag::Adverb),
            ("ing", Tag::Gerund),
            ("ed", Tag::Past),
            ("ous", Tag::Adjective),
            ("ful", Tag::Adjective),
            ("ive", Tag::Adjective),
            ("able", Tag::Adjective),
            ("ible", Tag::Adjective),
            ("ical", Tag::Adjective),
            ("less", Tag::Adjective),
        ] {
            if lower.len() > ending.len() + 2 && lower.ends_with(ending) {
                return tag;
            }
        }
        let plural = lower.len() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us");
        if plural { Tag::Plural } else { Tag::Noun }
    }

    /// A word of a closed class.
    fn closed(&self, at: usize, word: Word) -> Tag {
        let lower = self.lower(at);
        match lower {
            "that" => return self.that(at),
            "to" => return if self.verb_follows_to(at) { Tag::To } else { Tag::Preposition },
            "not" | "never" | "n't" => return Tag::Negation,
            "her" => return if self.opens_noun(at + 1) { Tag::Possessive } else { Tag::Pronoun },
            "no" | "a" | "an" | "the" => return Tag::Determiner,
            "those" | "these" | "many" | "some" | "all" if self.is_participle_alone(at + 1) => return Tag::Pronoun,
            "up" | "out" | "away" | "off" | "down" | "over" if self.is_after_verb(at) && !self.opens_phrase(at + 1) => {
                return Tag::Particle;
            }
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
    fn that(&self, at: usize) -> Tag {
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
    fn verb_follows_to(&self, at: usize) -> bool {
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
    fn wants_infinitive(&self, at: usize) -> bool {
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
    fn is_participle_alone(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.is_form(Form::PastParticiple)) && !self.opens_noun(at + 1)
    }

    fn is_after_verb(&self, at: usize) -> bool {
        at > self.tokens.start && self.document.tag(at - 1).is_verb()
    }

    /// Whether a clause begins behind a conjunction: a finite verb comes soon, and not behind a mark.
    fn clause_follows(&self, at: usize) -> bool {
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

    /// Whether a noun, or what stands before one in its phrase, is at a token.
    fn opens_noun(&self, at: usize) -> bool {
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

    fn as_noun(&self, word: Word) -> Tag {
        let singular = word.is_form(Form::Base) && !word.is_form(Form::Plural);
        if word.is_form(Form::Plural) && !singular { Tag::Plural } else { Tag::Noun }
    }

    fn as_verb(&self, word: Word) -> Tag {
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

    /// A word of the open classes, by what stands before it.
    fn open(&self, at: usize, word: Word) -> Tag {
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
        match self.before(at) {
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
            let verbal = self.starts_predicate(at, word);
            return if verbal { self.as_verb(word) } else { self.as_noun(word) };
        }
        if word.usual == Class::Verb { self.as_verb(word) } else { self.without_verb(at, word) }
    }

    /// Noun, adjective or adverb.
    fn without_verb(&self, at: usize, word: Word) -> Tag {
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
    fn after_auxiliary(&self, at: usize, word: Word) -> Option<Tag> {
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
        (word.is_form(Form::Base) && self.is_inverted(at)).then_some(Tag::Verb)
    }

    /// `Have they come`, `did he say`: never seen as such in a sentence's middle.
    fn is_inverted(&self, at: usize) -> bool {
        at > self.tokens.start && self.document.tag(at - 1) == Tag::Pronoun
    }

    /// Within a noun phrase, behind a determiner, an adjective, a number or a preposition.
    fn in_phrase(&self, at: usize, word: Word) -> Tag {
        let can = |class| word.can_be(class);
        let more = self.opens_noun(at + 1);
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

    /// Whether a word that can be a noun or a verb, behind a noun, is the verb of its clause.
    fn starts_predicate(&self, at: usize, word: Word) -> bool {
        if word.is_form(Form::Gerund) {
            return word.usual == Class::Verb;
        }
        let before =
            (self.tokens.start..at).rev().find(|at| !matches!(self.document.tag(*at), Tag::Adverb | Tag::Negation));
        let before = before.map_or(Tag::Mark, |at| self.document.tag(at));
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

    /// Whether what follows goes with a verb rather than with a noun: an object, `that`, `to`, a particle, or the end of
    /// a headline's clause.
    fn goes_with_verb(&self, at: usize) -> bool {
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

    fn has_finite_left(&self, at: usize) -> bool {
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
    fn has_finite_right(&self, at: usize) -> bool {
        for next in at + 1..(at + AHEAD).min(self.tokens.end) {
            let Some(token) = self.token(next) else { return false };
            match (token.kind, token.word) {
                (TokenKind::Mark(mark), _) if !matches!(mark, '-' | '\'' | '’') => return false,
                (TokenKind::Word, Some(word)) => {
                    if matches!(word.usual, Class::Subordinator | Class::Wh | Class::Conjunction)
                        || self.lower(next) == "that"
                    {
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

    /// A second look at a form that may be either: `people killed in the fire were …` (participle), `they killed …`
    /// (past), `have killed` (participle).
    fn past_or_participle(&self, at: usize) -> Tag {
        let both = self.word(at).is_none_or(|word| word.is_form(Form::Past) && word.is_form(Form::PastParticiple));
        if !both {
            return self.document.tag(at);
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

    /// `those killed`, `many displaced`.
    fn is_quantity(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.lower(before));
        matches!(
            before,
            "those" | "many" | "some" | "all" | "others" | "several" | "few" | "most" | "anyone" | "everyone"
        )
    }

    /// `were arrested and charged`: the verb behind `and` is as the one before.
    fn like_the_verb_before(&self, at: usize) -> Tag {
        let mut earlier = (self.tokens.start..at).rev().take(AHEAD).map(|at| self.document.tag(at));
        match earlier.find(|tag| matches!(tag, Tag::Past | Tag::Participle | Tag::Third)) {
            Some(Tag::Participle) => Tag::Participle,
            _ => Tag::Past,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Article, Block, BlockKind};
    use crate::text::Span;

    fn tags(text: &str) -> String {
        let block = Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) };
        let article = Article { text: text.to_owned(), blocks: vec![block], ..Article::default() };
        let document = Document::read(&article);
        let word = |at: usize| format!("{}/{:?}", document.written(at), document.tag(at));
        (0..document.tokens.len()).filter(|at| document.tag(*at) != Tag::Mark).map(word).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn sentences_of_the_news() {
        let mut wrong = Vec::new();
        for expected in [
            "The/Determiner miners/Plural returned/Past home/Adverb on/Preposition Friday/Proper",
            "Some/Determiner 40/Number people/Plural have/Auxiliary been/Auxiliary killed/Participle",
            "People/Plural killed/Participle in/Preposition the/Determiner fire/Noun were/Auxiliary buried/Participle",
            "Police/Plural arrested/Past 12/Number men/Plural",
            "Officials/Plural say/Verb that/Subordinator thousands/Plural want/Verb to/To return/Verb to/Preposition Aleppo/Proper",
            "He/Pronoun said/Past they/Pronoun had/Auxiliary fled/Participle to/Preposition Turkey/Proper",
            "Those/Pronoun wounded/Participle were/Auxiliary taken/Participle to/Preposition hospital/Noun",
            "They/Pronoun were/Auxiliary arrested/Participle and/Conjunction charged/Participle",
            "The/Determiner report/Noun says/Third the/Determiner claims/Plural are/Auxiliary false/Adjective",
            "Troops/Plural came/Past back/Particle",
            "24/Number of/Preposition the/Determiner children/Plural were/Auxiliary from/Preposition Bihar/Proper",
            "The/Determiner army/Noun reports/Third that/Subordinator 30/Number villages/Plural burned/Past",
            "Miners/Plural who/Wh left/Past the/Determiner pit/Noun want/Verb compensation/Noun",
        ] {
            let text: Vec<&str> =
                expected.split(' ').map(|word| word.split_once('/').map_or(word, |(word, _)| word)).collect();
            let found = tags(&text.join(" "));
            if found != expected {
                wrong.push(format!("{found}\n{expected}"));
            }
        }
        assert!(wrong.is_empty(), "found and expected:\n{}", wrong.join("\n\n"));
    }
}
