//! The tokens of one sentence as the rules read them.

use super::value::{Amount, Unit};
use super::words::{Edge, Word};
use crate::extract::numerals::{numeral, ordinal};
use crate::extract::{Document, Tag, TokenKind};
use core::ops::Range;

/// Reads the tokens of one sentence. Behind its end there is nothing, so that no rule runs into the next.
pub(super) struct Reader<'d, 't> {
    pub document: &'d Document<'t>,
    words: Vec<Word>,
    sentence: Range<usize>,
}

impl<'d, 't> Reader<'d, 't> {
    pub fn new(document: &'d Document<'t>) -> Self {
        let words = (0..document.tokens.len()).map(|at| class(document, at)).collect();
        Self { document, words, sentence: 0..0 }
    }

    /// Sets the sentence to be read.
    pub fn enter(&mut self, tokens: Range<usize>) {
        self.sentence = tokens;
    }

    pub fn tokens(&self) -> Range<usize> {
        self.sentence.clone()
    }

    /// What a token of the sentence is to a temporal expression.
    pub fn word(&self, at: usize) -> Word {
        if self.sentence.contains(&at) { self.words.get(at).copied().unwrap_or_default() } else { Word::Other }
    }

    /// The folded form of a token of the sentence; empty outside.
    pub fn lower(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.document.lower(at) } else { "" }
    }

    /// The folded form of the token `by` before `at`; empty before the sentence.
    pub fn before(&self, at: usize, by: usize) -> &str {
        at.checked_sub(by).map_or("", |at| self.lower(at))
    }

    /// The class of the token before.
    pub fn word_before(&self, at: usize) -> Word {
        at.checked_sub(1).map_or(Word::Other, |at| self.word(at))
    }

    pub fn is(&self, at: usize, words: &[&str]) -> bool {
        let lower = self.lower(at);
        !lower.is_empty() && words.contains(&lower)
    }

    /// Whether an expression may begin with the word of a token, by that word alone.
    pub fn opens(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.document.tokens.get(at).is_some_and(|token| token.opens_time)
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.document.tokens.get(at).is_some_and(|token| token.capital)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    pub fn tag(&self, at: usize) -> Tag {
        if self.sentence.contains(&at) { self.document.tag(at) } else { Tag::Other }
    }

    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.sentence.contains(&at) && self.document.is_mark(at, mark)
    }

    /// Whether no space stands before a token.
    pub fn is_tight(&self, at: usize) -> bool {
        at > self.sentence.start
            && self.sentence.contains(&at)
            && self.document.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    /// Whether a token is a hyphen or dash.
    pub fn is_dash(&self, at: usize) -> bool {
        self.sentence.contains(&at)
            && self.document.tokens.get(at).is_some_and(|token| match token.kind {
                TokenKind::Mark(mark) => matches!(mark, '-' | '‐' | '‑' | '–' | '—' | '−'),
                _ => false,
            })
    }

    /// Whether a hyphen without spaces joins the tokens before and behind it.
    pub fn is_hyphen(&self, at: usize) -> bool {
        self.is_dash(at) && self.is_tight(at) && self.is_tight(at + 1)
    }

    /// Behind a hyphen at `at`, or `at` itself where there is none.
    pub fn behind_hyphen(&self, at: usize) -> usize {
        if self.is_hyphen(at) { at + 1 } else { at }
    }

    pub fn is_possessive(&self, at: usize) -> bool {
        self.sentence.contains(&at)
            && self.document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Possessive)
    }

    /// A number before a unit, in digits or words, and what follows it: `3`, `22.8`, `twenty-five`, `a`, `several`,
    /// `a few`, `two and a half`, `half a`.
    pub fn amount(&self, at: usize) -> Option<(Amount, usize)> {
        match self.word(at) {
            Word::Vague if self.is(at, &["couple", "dozens"]) => None,
            Word::Vague => Some((Amount::Vague, at + 1)),
            Word::Edge(Edge::Half) => {
                let end = self.behind_hyphen(at + 1);
                Some((Amount::Tenths(5), if self.is(end, &["a", "an"]) { end + 1 } else { end }))
            }
            Word::Article if self.is(at, &["a", "an"]) => self.amount_behind_article(at),
            Word::Digits(..) | Word::Numeral | Word::One(_) | Word::Tens(_) => self.numeral(at),
            _ => None,
        }
    }

    /// A numeral with one value.
    fn numeral(&self, at: usize) -> Option<(Amount, usize)> {
        let numeral = numeral(self.document, at).filter(|numeral| numeral.tokens.end <= self.sentence.end)?;
        let tenths = (numeral.low * 10.0).round();
        let amount = if numeral.high > numeral.low { Amount::Vague } else { Amount::Tenths(tenths as u32) };
        (tenths < 1e9).then_some((amount, numeral.tokens.end))
    }

    fn amount_behind_article(&self, at: usize) -> Option<(Amount, usize)> {
        match self.word(at + 1) {
            Word::Vague if self.is(at + 1, &["few"]) => Some((Amount::Vague, at + 2)),
            Word::Vague if self.is(at + 1, &["couple"]) => {
                Some((Amount::Tenths(20), if self.is(at + 2, &["of"]) { at + 3 } else { at + 2 }))
            }
            Word::Tens(100) => self.numeral(at),
            Word::Edge(Edge::Half) => Some((Amount::Tenths(5), self.behind_hyphen(at + 2))),
            Word::Unit(_) => Some((Amount::ONE, at + 1)),
            _ if self.is(at + 1, &["full", "whole", "single", "mere"]) => Some((Amount::ONE, at + 2)),
            _ if self.is(at + 1, &["dozen"]) => self.numeral(at),
            _ if self.is(at + 1, &["number"]) && self.is(at + 2, &["of"]) => Some((Amount::Vague, at + 3)),
            _ => None,
        }
    }

    /// A unit of time.
    pub fn unit(&self, at: usize) -> Option<Unit> {
        match self.word(at) {
            Word::Unit(unit) | Word::Units(unit) => Some(unit),
            _ => None,
        }
    }

    /// Behind the ending of an ordinal in digits (`5th`), or `at` where there is none.
    pub fn behind_ordinal_ending(&self, at: usize) -> usize {
        if self.is_tight(at) && self.is(at, &["st", "nd", "rd", "th"]) { at + 1 } else { at }
    }

    /// An ordinal in digits or words, and what follows it.
    pub fn ordinal(&self, at: usize) -> Option<(u8, usize)> {
        let begins = matches!(
            self.word(at),
            Word::Digits(1..=99, _) | Word::Ordinal(_) | Word::Unit(Unit::Second) | Word::Tens(_)
        );
        let (tokens, value) =
            ordinal(self.document, at).filter(|(tokens, _)| begins && tokens.end <= self.sentence.end)?;
        (value < 100.0).then_some((value as u8, tokens.end))
    }
}

fn class(document: &Document<'_>, at: usize) -> Word {
    let Some(token) = document.tokens.get(at) else { return Word::Other };
    match token.kind {
        TokenKind::Number => number(document.lower(at)),
        TokenKind::Word => match token.time {
            // The verbs; and the abbreviations, which are words or names of their own.
            Word::Month(3 | 5) | Word::ShortMonth(_) | Word::ShortWeekday(_) if !token.capital => Word::Other,
            // `IS`, `US`, `MAY`: a headline's capitals say nothing; only words that are nothing else are taken.
            other => other,
        },
        _ => Word::Other,
    }
}

fn number(digits: &str) -> Word {
    let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits && (1..=4).contains(&digits.len()) {
        return digits.parse().map_or(Word::Numeral, |number| Word::Digits(number, digits.len() as u8));
    }
    if let Some((hour, minute)) = digits.split_once(':') {
        let minute = minute.split_once(':').map_or(minute, |(minute, _)| minute);
        if let (Ok(hour @ 0..=24), Ok(minute @ 0..=59), 2) = (hour.parse(), minute.parse(), minute.len()) {
            return Word::Clock(hour, minute);
        }
    }
    Word::Numeral
}
