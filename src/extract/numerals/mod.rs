//! Numerals: where a number is written, in digits, in words or in both, and what it is worth.

mod digits;
mod ordinal;
mod part;
mod words;

pub(super) use digits::digits_value;
pub(super) use ordinal::{ordinal, ordinal_word};

use super::{Document, TokenKind};
use core::ops::Range;
use digits::digits;
use part::{Part, part};
use words::{fraction_of_scale, in_words, vague, vague_scale, with_article};

/// A number as written, without modifier (`about`), unit (`$`, `km`) or noun.
///
/// | written | low, high |
/// |---|---|
/// | `1,000`, `1.2 million`, `40bn`, `5 crore` | the number, twice |
/// | `twenty-five`, `a hundred and five`, `a dozen`, `one and a half`, `half a million`, `a couple` | the number, twice |
/// | `dozens`, `several thousand`, `tens of thousands` | the least it means, infinity |
///
/// A range (`70 to 120`) is two numerals. Ordinals are none, and neither are shares (`two-thirds`, `one in nine`),
/// clock times, addresses of computers, and digits grouped as no number is (`1,2`).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeral {
    /// The tokens it is written in.
    pub tokens: Range<usize>,
    /// The least that it means.
    pub low: f64,
    /// The most that it means: `low` again, or infinity for a vague one.
    pub high: f64,
    /// What a word or letter behind it multiplies: 1,000,000 in `1.2 million`; else 1.
    pub scale: f64,
    /// Whether it is written in words alone.
    pub words: bool,
}

/// The numeral that begins at a token. Never the middle of one: whoever goes on does so at its end.
pub(super) fn numeral(document: &Document<'_>, at: usize) -> Option<Numeral> {
    let token = document.tokens.get(at)?;
    match token.kind {
        TokenKind::Number => digits(document, at),
        TokenKind::Word => match document.lower(at) {
            "a" | "an" => with_article(document, at),
            "several" | "few" | "many" | "some" => vague_scale(document, at, at + 1),
            "tens" => vague(document, at),
            word => match part(word)? {
                Part::Unit(_) | Part::Tens(_) => in_words(document, at),
                Part::Scales(_) => vague(document, at),
                Part::Fraction(share) => fraction_of_scale(document, at, at + 1, share),
                Part::Scale(_) => None,
            },
        },
        _ => None,
    }
}

/// Whether a numeral, an ordinal or a share (`half`, `a third`) may begin with a folded word.
pub(super) fn may_begin(word: &str) -> bool {
    let article = matches!(word, "a" | "an" | "several" | "few" | "many" | "some" | "tens");
    // Nobody counts nought.
    article || part(word).is_some_and(|part| part != Part::Unit(0.0)) || ordinal_word(word).is_some()
}

/// Whether no white space stands before a token.
pub(super) fn is_tight(document: &Document<'_>, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| !token.spaced)
}

/// A numeral that means one number.
fn point(tokens: Range<usize>, value: f64, scale: f64, words: bool) -> Option<Numeral> {
    value.is_finite().then_some(Numeral { tokens, low: value, high: value, scale, words })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Article, Block, BlockKind};
    use crate::text::Span;

    /// The first numeral of a text: its words, and its value or `low..`.
    fn first(text: &str) -> String {
        let span = Span::new(0, text.len());
        let block = Block { kind: BlockKind::Paragraph, span };
        let article = Article { text: text.to_owned(), blocks: vec![block], ..Article::default() };
        let document = Document::read(&article);
        let Some(found) = (0..document.tokens.len()).find_map(|at| numeral(&document, at)) else {
            return "none".to_owned();
        };
        let words = document.span_of(found.tokens.clone()).of(text);
        if found.high.is_finite() { format!("{words} = {}", found.low) } else { format!("{words} = {}..", found.low) }
    }

    #[test]
    fn values() {
        for (text, expected) in [
            ("some 1,000 people", "1,000 = 1000"),
            ("1.2 million people", "1.2 million = 1200000"),
            ("$40bn", "40bn = 40000000000"),
            ("10k", "10k = 10000"),
            ("3m people", "3m = 3000000"),
            ("3m tall", "3 = 3"),
            ("2 lakh crore", "2 lakh crore = 2000000000000"),
            ("2,10,000 rupees", "2,10,000 = 210000"),
            ("10\u{a0}500 soldiers", "10\u{a0}500 = 10500"),
            ("2½ acres", "2½ = 2.5"),
            ("twenty-five men", "twenty-five = 25"),
            ("Twenty five men", "Twenty five = 25"),
            ("one hundred and five men", "one hundred and five = 105"),
            ("between one hundred and two hundred", "one hundred = 100"),
            ("two thousand three hundred and one", "two thousand three hundred and one = 2301"),
            ("two hundred thousand", "two hundred thousand = 200000"),
            ("a hundred", "a hundred = 100"),
            ("a hundred and twenty", "a hundred and twenty = 120"),
            ("a dozen", "a dozen = 12"),
            ("two dozen", "two dozen = 24"),
            ("one and a half million", "one and a half million = 1500000"),
            ("two-and-a-half litres", "two-and-a-half = 2.5"),
            ("a million and a half", "a million and a half = 1500000"),
            ("half a million", "half a million = 500000"),
            ("a quarter of a million", "a quarter of a million = 250000"),
            ("half-a-dozen men", "half-a-dozen = 6"),
            ("a couple of men", "a couple = 2"),
            ("dozens", "dozens = 24.."),
            ("several thousand", "several thousand = 2000.."),
            ("a few hundred", "a few hundred = 200.."),
            ("tens of thousands", "tens of thousands = 20000.."),
            ("hundreds of thousands of men", "hundreds of thousands = 200000.."),
            ("forty men", "forty = 40"),
            ("five", "five = 5"),
        ] {
            assert_eq!(first(text), expected, "{text}");
        }
    }

    #[test]
    fn no_numerals() {
        for text in
            ["16:21", "192.168.0.1", "1,2", "007", "million-dollar", "a couple", "few men", "half of", "ten's of", ""]
        {
            let found = first(text);
            assert!(found == "none" || text.starts_with("ten"), "{text}: {found}");
        }
    }
}
