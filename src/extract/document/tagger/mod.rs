//! Gives each token of a sentence its word class.
//!
//! The lexicon says what a word can be and what it usually is; what stands before it, and then what follows, decides
//! between these. The order of the questions is that of a constraint grammar: closed classes first, since they are sure,
//! then from left to right the open ones, each by the tag before it; last a second look at what only the whole clause
//! tells (`people killed in the fire were …`).

mod clause;
mod closed;
mod open;
mod participle;

use super::{Document, Tag, Token, TokenKind};
use crate::lexicon::Word;
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

/// Whether a word is a pronoun with its verb: `they’re`, `he’d`.
pub(super) fn is_contraction(lower: &str) -> bool {
    ["'s", "'re", "'ve", "'ll", "'d", "'m"].iter().any(|end| lower.ends_with(end))
}

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
        // `the agency (WHO) fears`: over a name in brackets.
        let bracket =
            at > self.tokens.start + 3 && self.document.is_mark(at - 1, ')') && self.document.is_mark(at - 3, '(');
        let at = if bracket { at - 3 } else { at };
        let earlier = (self.tokens.start..at).rev().map(|at| self.document.tag(at));
        earlier.take(4).find(|tag| !matches!(tag, Tag::Adverb | Tag::Negation)).unwrap_or(Tag::Mark)
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
        let lower = self.lower(at);
        if is_contraction(lower) {
            return Tag::Pronoun;
        }
        if token.capital {
            return Tag::Proper;
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
            "Officials/Plural say/Verb that/Subordinator thousands/Number want/Verb to/To return/Verb to/Preposition Aleppo/Proper",
            "He/Pronoun said/Past they/Pronoun had/Auxiliary fled/Participle to/Preposition Turkey/Proper",
            "Those/Pronoun wounded/Participle were/Auxiliary taken/Participle to/Preposition hospital/Noun",
            "They/Pronoun were/Auxiliary arrested/Participle and/Conjunction charged/Participle",
            "The/Determiner report/Noun says/Third the/Determiner claims/Plural are/Auxiliary false/Adjective",
            "Troops/Plural came/Past back/Particle",
            "The/Determiner army/Noun backed/Past the/Determiner deal/Noun",
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
