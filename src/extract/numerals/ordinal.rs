//! Ordinals: `third`, `twenty-first`, `10th`.

use super::digits::digits_value;
use super::is_tight;
use super::part::{Part, part};
use crate::extract::{Document, TokenKind};
use core::ops::Range;

/// The value of an ordinal at a token, and its tokens: `third`, `twenty-first`, `10th`.
pub(in crate::extract) fn ordinal(document: &Document<'_>, at: usize) -> Option<(Range<usize>, f64)> {
    let token = document.tokens.get(at)?;
    if token.kind == TokenKind::Number {
        let ends = matches!(document.lower(at + 1), "st" | "nd" | "rd" | "th") && is_tight(document, at + 1);
        let value = ends.then(|| digits_value(document.written(at))).flatten()?;
        return Some((at..at + 2, value));
    }
    if let Some(value) = ordinal_word(document.lower(at)) {
        return Some((at..at + 1, value));
    }
    let Some(Part::Tens(tens)) = part(document.lower(at)) else { return None };
    let next = if document.is_mark(at + 1, '-') { at + 2 } else { at + 1 };
    let unit = ordinal_word(document.lower(next)).filter(|unit| *unit < 10.0)?;
    Some((at..next + 1, tens + unit))
}

/// The value of an ordinal in one word, also in the plural (`thirds`).
pub(in crate::extract) fn ordinal_word(word: &str) -> Option<f64> {
    if !matches!(word.as_bytes().first(), Some(b'e'..=b'f' | b'h' | b'm'..=b'n' | b's'..=b't')) {
        return None;
    }
    Some(match word {
        "first" => 1.0,
        "second" => 2.0,
        "third" | "thirds" => 3.0,
        "fourth" | "fourths" => 4.0,
        "fifth" | "fifths" => 5.0,
        "sixth" | "sixths" => 6.0,
        "seventh" | "sevenths" => 7.0,
        "eighth" | "eighths" => 8.0,
        "ninth" | "ninths" => 9.0,
        "tenth" | "tenths" => 10.0,
        "eleventh" => 11.0,
        "twelfth" => 12.0,
        "thirteenth" => 13.0,
        "fourteenth" => 14.0,
        "fifteenth" => 15.0,
        "sixteenth" => 16.0,
        "seventeenth" => 17.0,
        "eighteenth" => 18.0,
        "nineteenth" => 19.0,
        "twentieth" => 20.0,
        "thirtieth" => 30.0,
        "hundredth" => 100.0,
        "thousandth" => 1000.0,
        _ => return None,
    })
}
