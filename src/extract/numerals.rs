//! Numerals: where a number is written, in digits, in words or in both, and what it is worth.

use super::{Document, TokenKind};
use core::ops::Range;

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

/// What a word is within a numeral.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
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

fn part(word: &str) -> Option<Part> {
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

/// The value of an ordinal at a token, and its tokens: `third`, `twenty-first`, `10th`.
pub(super) fn ordinal(document: &Document<'_>, at: usize) -> Option<(Range<usize>, f64)> {
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
pub(super) fn ordinal_word(word: &str) -> Option<f64> {
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

/// Whether no white space stands before a token.
pub(super) fn is_tight(document: &Document<'_>, at: usize) -> bool {
    document.tokens.get(at).is_some_and(|token| !token.spaced)
}

fn point(tokens: Range<usize>, value: f64, scale: f64, words: bool) -> Option<Numeral> {
    value.is_finite().then_some(Numeral { tokens, low: value, high: value, scale, words })
}

fn scale_at(document: &Document<'_>, at: usize) -> Option<f64> {
    match part(document.lower(at)) {
        Some(Part::Scale(scale) | Part::Scales(scale)) if document.lower(at) != "scores" => Some(scale),
        _ => None,
    }
}

/// `1,000`, `1.2 million`, `40bn`, `2 lakh crore`, `10 000`, `2½`.
fn digits(document: &Document<'_>, at: usize) -> Option<Numeral> {
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
        while let Some(more) = scale_at(document, next_of(document, next)).filter(|_| next < end + 3) {
            scale *= more;
            next = next_of(document, next) + 1;
        }
        end = if scale > 1.0 { next } else { end };
    }
    point(at..end, value * scale, scale, false)
}

/// The token of a word behind a hyphen or a space: `1.2-million`, `1.2 million`.
fn next_of(document: &Document<'_>, at: usize) -> usize {
    if document.is_mark(at, '-') && is_tight(document, at) && is_tight(document, at + 1) { at + 1 } else { at }
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
        "tall" | "high" | "wide" | "long" | "deep" | "thick" | "x" | "above" | "below" | "away" | "from" | "apart"
            | "freestyle" | "butterfly" | "backstroke" | "breaststroke" | "hurdles" | "dash" | "sprint" | "relay"
            | "race" | "final" | "swell" | "waves" | "underwater"
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
    sure.then(|| Some(first.parse::<f64>().ok()? * 1000.0 + second.parse::<f64>().ok()?)).flatten()
}

/// The value of digits with commas between thousands (or lakhs) and one decimal point.
pub(super) fn digits_value(written: &str) -> Option<f64> {
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
        value = value * 10_f64.powi(group.len() as i32) + group.parse::<f64>().ok()?;
        first = false;
    }
    if decimals.is_empty() || whole.contains(',') {
        let rest: f64 = if decimals.is_empty() { 0.0 } else { decimals.parse().ok()? };
        return Some(value + rest / 10_f64.powi(decimals.len() as i32));
    }
    // As a reader of numbers would round it: 3.7 is the nearest double to 3.7 and not 3 + 0.7.
    written.parse().ok()
}

/// `twenty-five`, `one hundred and five`, `two thousand three hundred`, `one and a half million`.
fn in_words(document: &Document<'_>, start: usize) -> Option<Numeral> {
    let mut words = Words { total: 0.0, current: 0.0, least: f64::INFINITY, scale: 1.0, last: None };
    let mut at = start;
    let mut end = start;
    // No number takes more words than this; hostile text may.
    while at < start + 24 {
        let word = document.lower(at);
        let joined = matches!(word, "and") && words.takes_and(document, at + 1);
        if document.is_mark(at, '-') && at > start && is_tight(document, at) && is_tight(document, at + 1) || joined {
            if joined && is_half(document, at) {
                words.current += 0.5;
                (at, end) = (at + 3, at + 3);
                words.last = Some(Part::Fraction(0.5));
                continue;
            }
            if part(document.lower(at + 1)).is_none_or(|next| !words.fits(next)) && !and_a_half(document, at) {
                break;
            }
            at += 1;
            continue;
        }
        match part(word) {
            Some(next) if words.fits(next) => words.add(next),
            _ => break,
        }
        at += 1;
        end = at;
    }
    (end > start).then(|| point(start..end, words.total + words.current, words.scale, true)).flatten()
}

/// Whether `and a half` stands at a token.
fn is_half(document: &Document<'_>, at: usize) -> bool {
    document.lower(at) == "and" && document.lower(at + 1) == "a" && document.lower(at + 2) == "half"
}

/// Whether a hyphen opens `-and-a-half`.
fn and_a_half(document: &Document<'_>, at: usize) -> bool {
    document.is_mark(at, '-') && document.lower(at + 1) == "and"
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
                (self.current > 0.0 && scale < self.least || self.current == 0.0 && self.total > 0.0)
                    && scale != 20.0
            }
            _ => false,
        }
    }

    /// Whether an `and` before `next` goes on with the number: `a hundred and five`, but not `a hundred and two
    /// hundred`.
    fn takes_and(&self, document: &Document<'_>, next: usize) -> bool {
        if document.lower(next) == "a" {
            return document.lower(next + 1) == "half" && self.last.is_some();
        }
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
fn with_article(document: &Document<'_>, at: usize) -> Option<Numeral> {
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
    if is_half(document, end) && scale > 12.0 {
        return point(at..end + 3, value * 1.5, scale, true);
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
fn fraction_of_scale(document: &Document<'_>, at: usize, next: usize, share: f64) -> Option<Numeral> {
    let mut next = next;
    if document.lower(next) == "of" && document.lower(next + 1) == "a" {
        next += 1;
    }
    if document.lower(next) == "a" || document.is_mark(next, '-') && is_tight(document, next) {
        next += 1;
    }
    match part(document.lower(next)) {
        Some(Part::Scale(scale)) => point(at..next + 1, share * scale, scale, true),
        _ => None,
    }
}

/// `several thousand`, `a few hundred`: the scale stands at `next`.
fn vague_scale(document: &Document<'_>, at: usize, next: usize) -> Option<Numeral> {
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
fn vague(document: &Document<'_>, at: usize) -> Option<Numeral> {
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
            ("half-a-dozen", "none"),
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
        for text in ["16:21", "192.168.0.1", "1,2", "007", "million-dollar", "a couple", "few men", "half of", "ten's of", ""] {
            let found = first(text);
            assert!(found == "none" || text.starts_with("ten"), "{text}: {found}");
        }
    }
}
