//! Numerals in words.

use super::part::{Part, behind_hyphen, part, scale_at};
use super::{Numeral, point};
use crate::extract::Document;

/// `twenty-five`, `one hundred and five`, `two thousand three hundred`, `one and a half million`.
pub(super) fn in_words(document: &Document<'_>, start: usize) -> Option<Numeral> {
    let mut words = Words { total: 0.0, current: 0.0, least: f64::INFINITY, scale: 1.0, last: None };
    let mut end = start;
    // No number takes more words than this; hostile text may.
    while end < start + 24 {
        if words.last.is_some()
            && let Some(half) = half_end(document, end)
        {
            words.current += 0.5;
            words.last = Some(Part::Fraction(0.5));
            end = half;
            continue;
        }
        let and = document.lower(end) == "and" && words.takes_and(document, end + 1);
        let next = if and { end + 1 } else { behind_hyphen(document, end) };
        match part(document.lower(next)) {
            Some(part) if words.fits(part) => words.add(part),
            _ => break,
        }
        end = next + 1;
    }
    (end > start).then(|| point(start..end, words.total + words.current, words.scale, true)).flatten()
}

/// The end of `and a half` that begins at a token, with hyphens or without.
fn half_end(document: &Document<'_>, at: usize) -> Option<usize> {
    let and = behind_hyphen(document, at);
    let article = behind_hyphen(document, and + 1);
    let half = behind_hyphen(document, article + 1);
    let is_half = document.lower(and) == "and" && document.lower(article) == "a" && document.lower(half) == "half";
    is_half.then_some(half + 1)
}

/// A number in words while it is read.
struct Words {
    /// What the scales so far have closed.
    total: f64,
    /// What the next scale would multiply.
    current: f64,
    /// The least scale so far: the next one is less.
    least: f64,
    scale: f64,
    last: Option<Part>,
}

impl Words {
    fn fits(&self, next: Part) -> bool {
        match (self.last, next) {
            (None, Part::Unit(_) | Part::Tens(_)) => true,
            (Some(Part::Tens(_)), Part::Unit(unit)) => (1.0..10.0).contains(&unit),
            (Some(Part::Scale(scale)), Part::Unit(_) | Part::Tens(_)) => scale != 12.0 && self.current % 100.0 == 0.0,
            (Some(_), Part::Scale(100.0)) => self.current > 0.0 && self.current < 100.0,
            (Some(_), Part::Scale(scale) | Part::Scales(scale)) => {
                (self.current > 0.0 && scale < self.least || self.current == 0.0 && self.total > 0.0) && scale != 20.0
            }
            _ => false,
        }
    }

    /// Whether an `and` before `next` goes on with the number: `a hundred and five`, but not `a hundred and two
    /// hundred`.
    fn takes_and(&self, document: &Document<'_>, next: usize) -> bool {
        let small = matches!(part(document.lower(next)), Some(Part::Unit(unit)) if unit >= 1.0)
            || matches!(part(document.lower(next)), Some(Part::Tens(_)));
        let after = if document.is_mark(next + 1, '-') { next + 2 } else { next + 1 };
        matches!(self.last, Some(Part::Scale(scale)) if scale != 12.0)
            && small
            && scale_at(document, after).is_none()
            && scale_at(document, after + 1).is_none()
    }

    fn add(&mut self, next: Part) {
        match next {
            Part::Unit(value) | Part::Tens(value) => self.current += value,
            Part::Scale(100.0) => self.current *= 100.0,
            Part::Scale(scale) | Part::Scales(scale) if self.current > 0.0 => {
                self.total += self.current * scale;
                self.current = 0.0;
                (self.least, self.scale) = (scale, scale);
            }
            // `a thousand billion`
            Part::Scale(scale) | Part::Scales(scale) => {
                self.total *= scale;
                self.scale *= scale;
            }
            Part::Fraction(_) => {}
        }
        self.last = Some(match next {
            Part::Scales(scale) => Part::Scale(scale),
            next => next,
        });
    }
}

/// `a hundred`, `a dozen`, `a few thousand`, `a couple of`, `a quarter of a million`, `a half million`.
pub(super) fn with_article(document: &Document<'_>, at: usize) -> Option<Numeral> {
    let next = at + 1;
    match document.lower(next) {
        "few" => vague_scale(document, at, next + 1),
        "couple" if document.lower(next + 1) == "of" => match part(document.lower(next + 2)) {
            Some(Part::Scale(_) | Part::Scales(_)) => vague_scale(document, at, next + 2),
            _ => point(at..next + 1, 2.0, 1.0, true),
        },
        "couple" => vague_scale(document, at, next + 1),
        word => match part(word)? {
            Part::Scale(scale) => after_article(document, at, scale),
            Part::Fraction(share) => fraction_of_scale(document, at, next + 1, share),
            _ => None,
        },
    }
}

/// `a hundred and five`, `a million and a half`: as if `one` stood for the article.
fn after_article(document: &Document<'_>, at: usize, scale: f64) -> Option<Numeral> {
    let mut value = scale;
    let mut scale = scale;
    let mut end = at + 2;
    if let Some(more) = scale_at(document, end).filter(|more| *more > 12.0) {
        (value, scale, end) = (value * more, scale * more, end + 1);
    }
    if let Some(half) = half_end(document, end).filter(|_| scale > 12.0) {
        return point(at..half, value * 1.5, scale, true);
    }
    let and = usize::from(document.lower(end) == "and");
    let small = matches!(part(document.lower(end + and)), Some(Part::Unit(_) | Part::Tens(_)));
    if small && (and == 1 || scale == 100.0) && scale != 12.0 {
        let rest = in_words(document, end + and).filter(|rest| rest.low > 0.0 && rest.low < 100.0)?;
        return point(at..rest.tokens.end, value + rest.low, 1.0, true);
    }
    point(at..end, value, scale, true)
}

/// `half a million`, `half a dozen`, `a quarter of a million`: a fraction that ends before `next`.
pub(super) fn fraction_of_scale(document: &Document<'_>, at: usize, next: usize, share: f64) -> Option<Numeral> {
    let mut next = next;
    if document.lower(next) == "of" && document.lower(next + 1) == "a" {
        next += 1;
    }
    next = behind_hyphen(document, next);
    if document.lower(next) == "a" {
        next = behind_hyphen(document, next + 1);
    }
    match part(document.lower(next)) {
        Some(Part::Scale(scale)) => point(at..next + 1, share * scale, scale, true),
        _ => None,
    }
}

/// `several thousand`, `a few hundred`: the scale stands at `next`.
pub(super) fn vague_scale(document: &Document<'_>, at: usize, next: usize) -> Option<Numeral> {
    let mut next = next;
    let mut scale = scale_at(document, next)?;
    next += 1;
    // `several hundred thousand`
    if let Some(more) = scale_at(document, next).filter(|more| *more >= 1e3) {
        (scale, next) = (scale * more, next + 1);
    }
    Some(Numeral { tokens: at..next, low: 2.0 * scale, high: f64::INFINITY, scale, words: true })
}

/// `dozens`, `thousands`, `tens of thousands`, `hundreds of millions`.
pub(super) fn vague(document: &Document<'_>, at: usize) -> Option<Numeral> {
    let first = match part(document.lower(at)) {
        Some(Part::Scales(scale)) => scale,
        _ => 10.0,
    };
    let of = match part(document.lower(at + 2)) {
        Some(Part::Scales(scale)) if document.lower(at + 1) == "of" && scale >= 1e3 => Some(scale),
        _ => None,
    };
    let (scale, end) = match of {
        Some(scale) => (first * scale, at + 3),
        None if first == 10.0 => return None,
        None => (first, at + 1),
    };
    Some(Numeral { tokens: at..end, low: 2.0 * scale, high: f64::INFINITY, scale, words: true })
}
