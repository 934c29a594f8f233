//! Words that numerals are made of.

use super::super::Document;

/// What a word is within a numeral.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Part {
    /// zero to nineteen
    Unit(f64),
    /// twenty to ninety
    Tens(f64),
    /// hundred, thousand, million, dozen
    Scale(f64),
    /// hundreds, thousands, millions, dozens
    Scales(f64),
    /// half, quarter
    Fraction(f64),
}

pub(super) fn part(word: &str) -> Option<Part> {
    use Part::{Fraction, Scale, Scales, Tens, Unit};
    // Asked of every word of a text: the first letter sends most away.
    if !matches!(word.as_bytes().first(), Some(b'b'..=b'f' | b'h' | b'l'..=b'o' | b'q' | b's'..=b't' | b'z')) {
        return None;
    }
    Some(match word {
        "zero" => Unit(0.0),
        "one" => Unit(1.0),
        "two" => Unit(2.0),
        "three" => Unit(3.0),
        "four" => Unit(4.0),
        "five" => Unit(5.0),
        "six" => Unit(6.0),
        "seven" => Unit(7.0),
        "eight" => Unit(8.0),
        "nine" => Unit(9.0),
        "ten" => Unit(10.0),
        "eleven" => Unit(11.0),
        "twelve" => Unit(12.0),
        "thirteen" => Unit(13.0),
        "fourteen" => Unit(14.0),
        "fifteen" => Unit(15.0),
        "sixteen" => Unit(16.0),
        "seventeen" => Unit(17.0),
        "eighteen" => Unit(18.0),
        "nineteen" => Unit(19.0),
        "twenty" => Tens(20.0),
        "thirty" => Tens(30.0),
        "forty" | "fourty" => Tens(40.0),
        "fifty" => Tens(50.0),
        "sixty" => Tens(60.0),
        "seventy" => Tens(70.0),
        "eighty" => Tens(80.0),
        "ninety" => Tens(90.0),
        "dozen" => Scale(12.0),
        "hundred" => Scale(1e2),
        "thousand" => Scale(1e3),
        "lakh" => Scale(1e5),
        "million" => Scale(1e6),
        "crore" => Scale(1e7),
        "billion" => Scale(1e9),
        "trillion" => Scale(1e12),
        "dozens" => Scales(12.0),
        "scores" => Scales(20.0),
        "hundreds" => Scales(1e2),
        "thousands" => Scales(1e3),
        "lakhs" => Scales(1e5),
        "millions" => Scales(1e6),
        "crores" => Scales(1e7),
        "billions" => Scales(1e9),
        "trillions" => Scales(1e12),
        "half" => Fraction(0.5),
        "quarter" => Fraction(0.25),
        _ => return None,
    })
}

/// The worth of a scale at a token. `scores` is none: it closes no number.
pub(super) fn scale_at(document: &Document<'_>, at: usize) -> Option<f64> {
    match part(document.lower(at)) {
        Some(Part::Scale(scale) | Part::Scales(scale)) if document.lower(at) != "scores" => Some(scale),
        _ => None,
    }
}

/// The token of the next word, behind a hyphen or a space: `1.2-million`, `1.2 million`.
pub(super) fn behind_hyphen(document: &Document<'_>, at: usize) -> usize {
    if document.is_mark(at, '-') && super::is_tight(document, at) && super::is_tight(document, at + 1) {
        at + 1
    } else {
        at
    }
}
