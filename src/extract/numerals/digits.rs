//! Numerals that begin with digits.

use super::part::{behind_hyphen, scale_at};
use super::{Numeral, is_tight, point};
use crate::extract::{Document, TokenKind};

/// `1,000`, `1.2 million`, `40bn`, `2 lakh crore`, `10 000`, `2½`.
pub(super) fn digits(document: &Document<'_>, at: usize) -> Option<Numeral> {
    let mut value = digits_value(document.written(at))?;
    let mut end = at + 1;
    if let Some(thousands) = spaced_thousands(document, at) {
        (value, end) = (thousands, at + 2);
    }
    if is_tight(document, end)
        && let Some(half) = part_character(document.written(end))
    {
        (value, end) = (value + half, end + 1);
    }
    let mut scale = 1.0;
    if let Some(letter) = letter_scale(document, end) {
        (scale, end) = (letter, end + 1);
    } else {
        let mut next = end;
        while let Some(more) = scale_at(document, behind_hyphen(document, next)).filter(|_| next < end + 3) {
            scale *= more;
            next = behind_hyphen(document, next) + 1;
        }
        end = if scale > 1.0 { next } else { end };
    }
    point(at..end, value * scale, scale, false)
}

fn part_character(written: &str) -> Option<f64> {
    Some(match written {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        _ => return None,
    })
}

/// A letter that multiplies, directly behind digits: `10k`, `3m`, `40bn`. Metres are not told from millions here.
fn letter_scale(document: &Document<'_>, at: usize) -> Option<f64> {
    Some(match document.lower(at) {
        "bn" | "bln" => 1e9,
        "tn" | "trn" | "tln" => 1e12,
        "mn" | "mln" | "mio" => 1e6,
        "k" if is_tight(document, at) => 1e3,
        "m" if is_tight(document, at) && !is_metres(document, at) => 1e6,
        "b" if is_tight(document, at) && document.written(at) == "b" => 1e9,
        "cr" if is_tight(document, at) => 1e7,
        _ => return None,
    })
}

/// Whether an `m` behind digits means metres: by what follows, and never behind a sign of money.
fn is_metres(document: &Document<'_>, at: usize) -> bool {
    let money = at >= 2 && matches!(document.written(at - 2), "$" | "€" | "£" | "¥" | "₹" | "₽" | "₺");
    let next = if document.is_mark(at + 1, '-') || document.is_mark(at + 1, ',') { at + 2 } else { at + 1 };
    let dimension = matches!(
        document.lower(next),
        "tall"
            | "high"
            | "wide"
            | "long"
            | "deep"
            | "thick"
            | "x"
            | "above"
            | "below"
            | "away"
            | "from"
            | "apart"
            | "freestyle"
            | "butterfly"
            | "backstroke"
            | "breaststroke"
            | "hurdles"
            | "dash"
            | "sprint"
            | "relay"
            | "race"
            | "final"
            | "swell"
            | "waves"
            | "underwater"
    );
    // `in 3m of water`, `3m by 4m`, but `3m of them`
    let of = matches!(document.lower(next), "of" | "by")
        && (matches!(document.lower(next + 1), "water" | "snow" | "rope" | "cable")
            || document.tokens.get(next + 1).is_some_and(|token| token.kind == TokenKind::Number));
    !money && (dimension || of)
}

/// `10 000`: groups of three parted by a space.
fn spaced_thousands(document: &Document<'_>, at: usize) -> Option<f64> {
    let (first, second) = (document.written(at), document.written(at + 1));
    let digits = |written: &str| written.bytes().all(|byte| byte.is_ascii_digit());
    if first.len() > 3 || second.len() != 3 || !digits(first) || !digits(second) || first.starts_with('0') {
        return None;
    }
    let gap = document.text.get(document.tokens[at].span.end as usize..document.tokens[at + 1].span.start as usize)?;
    // A plain space parts two numbers as often; only round thousands are sure.
    let sure = matches!(gap, "\u{a0}" | "\u{202f}" | "\u{2009}") || gap == " " && second == "000";
    sure.then(|| number_of(first) * 1000.0 + number_of(second))
}

/// The value of digits with commas between thousands (or lakhs) and one decimal point.
pub(in crate::extract) fn digits_value(written: &str) -> Option<f64> {
    let (whole, decimals) = written.split_once('.').unwrap_or((written, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let leading = whole.len() > 1 && whole.starts_with('0');
    if written.len() > 24 || !digits(decimals) || leading {
        return None;
    }
    let mut value = 0.0;
    let mut groups = whole.split(',').peekable();
    let mut first = true;
    while let Some(group) = groups.next() {
        let last = groups.peek().is_none();
        let fits = match (first, last) {
            (true, true) => true,
            (true, false) => group.len() <= 3,
            (false, true) => group.len() == 3,
            (false, false) => matches!(group.len(), 2 | 3),
        };
        if !fits || group.is_empty() || !digits(group) {
            return None;
        }
        value = value * 10_f64.powi(group.len() as i32) + number_of(group);
        first = false;
    }
    // One division of whole numbers gives the nearest double, as 3.7, where 3 + 0.7 would not.
    let scale = 10_f64.powi(decimals.len() as i32);
    Some((value * scale + number_of(decimals)) / scale)
}

/// What digits are worth; nothing else may stand among them. (The standard library's parser of floating-point numbers brings
/// ten kilobytes of tables, which no other number here needs.)
fn number_of(digits: &str) -> f64 {
    digits.bytes().fold(0.0, |value, digit| value * 10.0 + f64::from(digit.wrapping_sub(b'0')))
}
