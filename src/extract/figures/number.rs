//! A number of a sentence with its unit, its bound and, where it is a range, its other end.

use super::reading::Reading;
use super::units::{self, Quantity, Unit};
use super::{bounds, nouns};
use crate::extract::numerals::{self, Numeral, digits_value};
use crate::extract::{Bound, Tag};
use core::ops::Range;

/// A number as it stands in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Number {
    /// The tokens of the numeral, of a range from the first to the last.
    pub tokens: Range<usize>,
    /// Where its modifier begins, or its sign of money, or itself.
    pub start: usize,
    /// Where its unit and its bound behind it end.
    pub end: usize,
    /// The least that it means.
    pub low: Option<f64>,
    /// The most that it means.
    pub high: Option<f64>,
    /// The number itself, of a range the first: what bounds do not change.
    pub value: f64,
    /// How it is bounded.
    pub bound: Bound,
    /// Whether it is written in words.
    pub words: bool,
    /// Its unit.
    pub unit: Option<Unit>,
}

impl Number {
    /// Whether a word bounds it, or it is a range or vague.
    pub fn is_bounded(&self) -> bool {
        self.bound != Bound::Exact
    }

    /// Whether it is a number of few words, as `one` to `ten` are.
    pub fn is_small(&self) -> bool {
        self.words && self.value <= 10.0 && self.bound != Bound::Vague
    }

    /// Whether its unit measures this.
    pub fn measures(&self, quantity: Quantity) -> bool {
        self.unit.as_ref().is_some_and(|unit| unit.quantity == quantity)
    }
}

/// A numeral with the unit beside it.
struct Amount {
    numeral: Numeral,
    unit: Option<Unit>,
    start: usize,
    end: usize,
}

/// Reads the number whose numeral begins at a token.
pub(super) fn read(reading: &Reading<'_, '_>, at: usize) -> Option<Number> {
    let first = amount(reading, at)?;
    let second = range_end(reading, &first);
    let (low, high) = (first.numeral.low, first.numeral.high);
    let mut number = Number {
        tokens: first.numeral.tokens.clone(),
        start: first.start,
        end: first.end,
        low: Some(low),
        high: high.is_finite().then_some(high),
        value: low,
        bound: if high.is_finite() { Bound::Exact } else { Bound::Vague },
        words: first.numeral.words,
        unit: first.unit,
    };
    if let Some((second, low)) = second {
        number.low = Some(low);
        number.high = second.numeral.high.is_finite().then_some(second.numeral.high);
        number.bound = if number.high.is_some() { Bound::Between } else { Bound::Vague };
        number.tokens.end = second.numeral.tokens.end;
        number.end = second.end;
        number.unit = number.unit.or(second.unit);
    }
    shared_percent(reading, &mut number);
    bounded(reading, &mut number);
    Some(number)
}

fn amount(reading: &Reading<'_, '_>, at: usize) -> Option<Amount> {
    let mut numeral = numerals::numeral(reading.document, at)?;
    if numeral.tokens.end > reading.tokens.end {
        // Words of the next sentence are none of it.
        let value = reading.is_digits(at).then(|| digits_value(reading.written(at))).flatten()?;
        numeral = Numeral { tokens: at..at + 1, low: value, high: value, scale: 1.0, words: false };
    }
    let money = units::money_before(reading, at);
    let start = money.as_ref().map_or(at, |unit| unit.tokens.start);
    let behind = units::behind(reading, numeral.tokens.end, numeral.scale > 1.0).filter(|_| money.is_none());
    let end = behind.as_ref().map_or(numeral.tokens.end, |unit| unit.tokens.end);
    Some(Amount { start, end, unit: money.or(behind), numeral })
}

/// What joins two ends of a range.
#[derive(Clone, Copy, PartialEq)]
enum Joint {
    /// `70 to 120`
    To,
    /// `70-120`
    Dash,
    /// `between 70 and 120`
    And,
    /// `four or five`
    Or,
}

/// The other end of a range that begins with an amount, and the value of the first end, which may share the scale of
/// the other: `3 to 4 million`.
fn range_end(reading: &Reading<'_, '_>, first: &Amount) -> Option<(Amount, f64)> {
    let (joint, at) = joint(reading, first)?;
    let at = behind_money(reading, at);
    let second = amount(reading, at)?;
    let units = (first.unit.as_ref(), second.unit.as_ref());
    if let (Some(one), Some(other)) = units
        && one.quantity != other.quantity
    {
        return None;
    }
    // `paid 500 dollars to 20 men`, `$200 to 5 million farmers`: two amounts.
    let own = first.unit.as_ref().is_some_and(|unit| unit.tokens.start >= first.numeral.tokens.end);
    let noun = || nouns::phrase(reading, second.end, false).is_some();
    if joint == Joint::To && units.0.is_some() && units.1.is_none() && (own || noun()) {
        return None;
    }
    let (low, high) = (shared_scale(reading, first, &second, joint), second.numeral.low);
    let fits = match joint {
        Joint::Or => high > low && high <= low * 1.5 + 2.0 && units.0.is_none(),
        Joint::To => high > low && !is_change(reading, first, high / low.max(1e-9)),
        Joint::Dash => high > low && !is_chain(reading, first, &second),
        Joint::And => high > low,
    };
    fits.then_some((second, low))
}

fn joint(reading: &Reading<'_, '_>, first: &Amount) -> Option<(Joint, usize)> {
    let at = first.end;
    let between = (1..=3).any(|back| reading.lower_before(first.start, back) == "between");
    match reading.written(at) {
        "-" | "–" | "‑" | "‐" | "—" | "−" if reading.is_tight(at) => {
            // `10- to 12-year-olds`, `five-to-six`
            if reading.lower(at + 1) == "to" {
                return Some((Joint::To, reading.behind_hyphen(at + 2)));
            }
            reading.is_tight(at + 1).then_some((Joint::Dash, at + 1))
        }
        "–" if between || reading.lower_before(first.start, 1) == "from" => Some((Joint::Dash, at + 1)),
        _ => match reading.lower(at) {
            "to" => Some((Joint::To, at + 1)),
            "and" if between => Some((Joint::And, at + 1)),
            "or" => Some((Joint::Or, at + 1)),
            _ => None,
        },
    }
}

/// The token behind the signs of money before a number.
fn behind_money(reading: &Reading<'_, '_>, at: usize) -> usize {
    (at..at + 3).find(|at| units::money_before(reading, *at).is_some()).unwrap_or(at)
}

/// The value of the first end: `3` in `3 to 4 million` is three million, `70` in `70-80,000` is seventy thousand.
fn shared_scale(reading: &Reading<'_, '_>, first: &Amount, second: &Amount, joint: Joint) -> f64 {
    let (low, high, scale) = (first.numeral.low, second.numeral.low, second.numeral.scale);
    if first.numeral.scale == 1.0 && scale > 1.0 && low < high / scale {
        return low * scale;
    }
    let thousands = reading.written(second.numeral.tokens.start).ends_with(",000");
    if joint == Joint::Dash && thousands && low < 1000.0 && low * 1000.0 < high { low * 1000.0 } else { low }
}

/// Whether `to` leads from one state to the next: `rose from 5 to 8`, `up 508 to 7,223`.
fn is_change(reading: &Reading<'_, '_>, first: &Amount, ratio: f64) -> bool {
    let from = reading.lower_before(first.start, 1) == "from";
    let reach = if from { 8 } else { 2 };
    let start = first.start - usize::from(from);
    let changes = (1..=reach).any(|back| is_changing(reading.lower_before(start, back)));
    changes && (from || ratio >= 3.0)
}

fn is_changing(word: &str) -> bool {
    const STEMS: [&str; 28] = [
        "rose", "rise", "rising", "grew", "grow", "fell", "fall", "drop", "increas", "decreas", "declin", "climb",
        "jump", "surg", "slip", "slid", "plung", "swell", "swollen", "soar", "shrank", "shrink", "shrunk", "reduc",
        "chang", "cut", "lower", "rais",
    ];
    STEMS.iter().any(|stem| word.starts_with(stem))
        || matches!(
            word,
            "went" | "goes" | "go" | "gone" | "up" | "down" | "expanded" | "doubled" | "upgraded" | "moved"
        )
}

/// Whether two numbers with a dash are part of more: telephone numbers, dates, parts of machines.
fn is_chain(reading: &Reading<'_, '_>, first: &Amount, second: &Amount) -> bool {
    let dash = |at: usize| matches!(reading.written(at), "-" | "–" | "‑" | "/") && reading.is_tight(at);
    let (start, end) = (first.numeral.tokens.start, second.numeral.tokens.end);
    dash(end) && reading.is_tight(end + 1) && reading.is_digits(end + 1)
        || dash(start.wrapping_sub(1)) && reading.is_tight(start) && start == first.start
}

/// Looks for words that bound the number, and adds them.
fn bounded(reading: &Reading<'_, '_>, number: &mut Number) {
    negative(reading, number);
    number.start = behind_more(reading, number.start);
    let small = number.is_small() && number.unit.is_none() && number.value < 10.0;
    let mut found = None;
    if let Some((bound, start)) = bounds::before(reading, number.start, small) {
        (found, number.start) = (Some(bound), start);
    } else if number.bound == Bound::Between && reading.lower_before(number.start, 1) == "between" {
        number.start -= 1;
    }
    if let Some((bound, end)) = bounds::behind(reading, number.end) {
        number.end = end;
        found = found.or(Some(bound));
        // `20-odd kilometres`, `5 or so percent`
        if number.unit.is_none()
            && let Some(unit) = units::behind(reading, end, false)
        {
            number.end = unit.tokens.end;
            number.unit = Some(unit);
        }
    }
    // A range keeps its two ends, a vague word its vagueness.
    if let (Some(bound), Bound::Exact) = (found, number.bound) {
        number.bound = bound;
        match bound {
            Bound::Over | Bound::AtLeast => number.high = None,
            Bound::Under | Bound::UpTo => number.low = None,
            _ => {}
        }
    }
}

/// `from 48 to 36 percent`, `by 4 and 7%`: the sign of the second is the first one's too.
fn shared_percent(reading: &Reading<'_, '_>, number: &mut Number) {
    let joined = matches!(reading.lower(number.end), "to" | "and" | "or");
    if number.unit.is_some() || !joined || number.words != reading.is_word(number.end + 1) {
        return;
    }
    let Some(other) = amount(reading, number.end + 1) else { return };
    number.unit = other.unit.filter(|unit| unit.quantity == Quantity::Percent);
}

/// `minus 30 degrees`, `-5°C`
fn negative(reading: &Reading<'_, '_>, number: &mut Number) {
    let Some(before) = number.start.checked_sub(1) else { return };
    let sign = matches!(reading.written(before), "-" | "−" | "–")
        && reading.is_tight(number.start)
        && !reading.is_tight(before);
    let measured = number.measures(Quantity::Measure) || number.measures(Quantity::Percent);
    if measured && number.bound == Bound::Exact && (sign || reading.lower(before) == "minus") {
        number.start = before;
        number.value = -number.value;
        (number.low, number.high) = (Some(number.value), Some(number.value));
    }
}

/// Where `another` or `a further` before a number begins.
fn behind_more(reading: &Reading<'_, '_>, start: usize) -> usize {
    match reading.lower_before(start, 1) {
        "another" => start - 1,
        "further" | "additional" | "extra" | "staggering" | "whopping" | "record"
            if matches!(reading.lower_before(start, 2), "a" | "an") =>
        {
            start - 2
        }
        _ => start,
    }
}

/// Whether a number is the object or the beginning of what a preposition or verb opens: then a finite verb that follows
/// is not its own.
pub(super) fn is_governed(reading: &Reading<'_, '_>, start: usize) -> bool {
    let before = reading.tag_before(start);
    before == Tag::Preposition || before.is_verb()
}
