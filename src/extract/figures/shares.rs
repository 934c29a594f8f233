//! Shares: `35 percent`, `one in nine`, `two-thirds of`, `half of`. Their values are percentages.

use super::number::Number;
use super::reading::Reading;
use super::units::Quantity;
use super::verdict::Verdict;
use super::{bounds, nouns, people};
use crate::extract::numerals::{digits_value, numeral, ordinal_word};
use crate::extract::{Bound, FigureKind, Tag};
use core::ops::Range;

/// `35%`, `0.5 percentage points`.
pub(super) fn percent(reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    if !number.measures(Quantity::Percent) {
        return Verdict::Pass;
    }
    let head = of_noun(reading, number.end);
    Verdict::take(FigureKind::Percent, "figures:percent", number.start..number.end, head)
}

/// The noun behind `of` that a share is taken of.
fn of_noun(reading: &Reading<'_, '_>, at: usize) -> Option<usize> {
    if reading.lower(at) != "of" {
        return None;
    }
    let determined = matches!(reading.tag(at + 1), Tag::Determiner | Tag::Possessive);
    nouns::phrase(reading, at + 1 + usize::from(determined), true).map(|noun| noun.head)
}

/// A share that is no plain number: its numeral, what bounds it, and its percentage.
pub(super) struct Share {
    pub tokens: Range<usize>,
    pub start: usize,
    pub end: usize,
    pub percent: f64,
    pub bound: Bound,
    pub head: Option<usize>,
    pub rule: &'static str,
}

/// The share that begins at a token: `one in nine`, `two-thirds of`, `half the`, `a quarter of`, `1/3 of`.
pub(super) fn share(reading: &Reading<'_, '_>, at: usize) -> Option<Share> {
    let (tokens, value, rule) = one_in(reading, at).or_else(|| parts(reading, at)).or_else(|| half(reading, at))?;
    let (bound, start) = bounds::before(reading, tokens.start, false).unwrap_or((Bound::Exact, tokens.start));
    let head = if rule == "figures:one-in" {
        one_in_noun(reading, &tokens)
    } else {
        of_noun(reading, tokens.end).or_else(|| {
            let determined = matches!(reading.tag(tokens.end), Tag::Determiner | Tag::Possessive);
            determined.then(|| nouns::phrase(reading, tokens.end + 1, true)).flatten().map(|noun| noun.head)
        })
    };
    let end =
        if rule == "figures:one-in" { head.map_or(tokens.end, |head| tokens.end.max(head + 1)) } else { tokens.end };
    Some(Share { tokens, start, end, percent: value * 100.0, bound, head, rule })
}

/// `one in nine`, `two out of three`, `1 in every 5`, `nine of ten`.
fn one_in(reading: &Reading<'_, '_>, at: usize) -> Option<(Range<usize>, f64, &'static str)> {
    let parts = whole(reading, at)?;
    let end = parts.tokens.end;
    // `one child in nine`, `two people out of three`
    let noun = if reading.tag(end).is_noun() { end + 1 } else { end };
    let next = match (reading.lower(noun), reading.lower(noun + 1)) {
        ("in", "every" | "each") => noun + 2,
        ("in", _) => noun + 1,
        ("out", "of") if matches!(reading.lower(noun + 2), "every" | "each") => noun + 3,
        ("out", "of") => noun + 2,
        ("of", "every") => noun + 2,
        _ => return None,
    };
    let wholes = whole(reading, next)?;
    let apart = parts.low < wholes.low && wholes.low <= 1e6 && wholes.low >= 2.0 && parts.low >= 1.0;
    // `12 in 2016`, `killed two in 10 attacks`, `three out of 12 provinces` count
    let plural = nouns::phrase(reading, wholes.tokens.end, false).is_some();
    let every = next > noun + 1 && reading.lower(noun) != "out" || next > noun + 2;
    let usual = every || (parts.low <= 10.0 && (wholes.low <= 10.0 || wholes.low % 10.0 == 0.0 || parts.low == 1.0));
    let years = (1900.0..2100.0).contains(&wholes.low) && !wholes.words;
    let round = matches!(wholes.low, 10.0 | 100.0 | 1000.0);
    let people =
        || nouns::phrase(reading, wholes.tokens.end, false).is_some_and(|noun| people::is_people(reading, noun.head));
    let verb = reading.tag_before(at).is_verb();
    let plain = !plural || parts.low == 1.0 || every || !verb && (round || people());
    let fits = apart && !years && usual && (parts.words == wholes.words || round) && plain;
    let fits =
        fits && !super::units::is_time(reading.lower(wholes.tokens.end)) && !reading.in_time(wholes.tokens.clone());
    fits.then(|| (at..wholes.tokens.end, parts.low / wholes.low, "figures:one-in"))
}

fn whole(reading: &Reading<'_, '_>, at: usize) -> Option<crate::extract::numerals::Numeral> {
    let numeral = numeral(reading.document, at)?;
    (numeral.tokens.end <= reading.tokens.end && numeral.high.is_finite() && numeral.low.fract() == 0.0)
        .then_some(numeral)
}

/// The noun of `one in nine Syrians`, `one child in nine`.
fn one_in_noun(reading: &Reading<'_, '_>, tokens: &Range<usize>) -> Option<usize> {
    let inside = tokens.clone().find(|at| reading.tag(*at).is_noun());
    inside.or_else(|| nouns::phrase(reading, tokens.end, false).map(|noun| noun.head))
}

/// `two-thirds`, `three quarters of`, `one-third`, `a third of`, `1/3 of`, `⅔`.
fn parts(reading: &Reading<'_, '_>, at: usize) -> Option<(Range<usize>, f64, &'static str)> {
    const RULE: &str = "figures:parts";
    if let Some(value) = sign(reading.written(at)) {
        return (!reading.is_tight(at)).then_some((at..at + 1, value, RULE));
    }
    if reading.is_digits(at) && reading.is_mark(at + 1, '/') && reading.is_tight(at + 1) && reading.is_digits(at + 2) {
        let of = |at: usize| digits_value(reading.written(at));
        let (part, whole) = (of(at)?, of(at + 2)?);
        let fits = part < whole && (2.0..=10.0).contains(&whole) && matches!(reading.lower(at + 3), "of" | "the");
        return fits.then_some((at..at + 3, part / whole, RULE));
    }
    let article = matches!(reading.lower(at), "a" | "an");
    let (count, next) =
        if article { (1.0, at + 1) } else { whole(reading, at).map(|count| (count.low, count.tokens.end))? };
    let noun = reading.behind_hyphen(next);
    let of = match reading.lower(noun) {
        "quarter" | "quarters" => 4.0,
        "half" | "halves" => 2.0,
        word => ordinal_word(word)?,
    };
    let plural = reading.lower(noun).ends_with('s') || reading.lower(noun) == "halves";
    let end = noun + 1;
    if of < 2.0 || count >= of || (count > 1.0) != plural || (article && noun > next) {
        return None;
    }
    // `a third attack`, `one second`, `a quarter-final`, `two seconds`
    let follows = reading.lower(end) == "of" && !units_follow(reading, end + 1);
    let certain = of > 2.0 && (plural || noun > next) || bounds::before(reading, at, false).is_some();
    let ends = matches!(reading.written(end), "" | "." | "," | ";") && reading.tag_before(at) == Tag::Preposition;
    let closed = !reading.is_hyphen(end) && !reading.tag(end).is_noun();
    (follows || (certain || ends) && closed).then_some((at..end, count / of, RULE))
}

/// `a third of a mile`, `a quarter of an hour`, `three quarters of a million`.
fn units_follow(reading: &Reading<'_, '_>, at: usize) -> bool {
    matches!(reading.lower(at), "a" | "an") && super::units::is_time(reading.lower(at + 1))
        || matches!(reading.lower(at), "a" | "an")
            && matches!(reading.lower(at + 1), "million" | "billion" | "mile" | "kilometre")
        || matches!(reading.lower(at), "its" | "his" | "their" | "her") && reading.lower(at + 1) == "kind"
}

fn sign(written: &str) -> Option<f64> {
    Some(match written {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "⅕" => 0.2,
        "⅛" => 0.125,
        _ => return None,
    })
}

/// `half of`, `half the population`, `more than half`, `half were women`; not `half a mile`, `the first half`.
fn half(reading: &Reading<'_, '_>, at: usize) -> Option<(Range<usize>, f64, &'static str)> {
    if reading.lower(at) != "half" {
        return None;
    }
    let end = at + 1;
    let before = reading.lower_before(at, 1);
    let not = matches!(
        before,
        "first" | "second" | "latter" | "other" | "better" | "and" | "final" | "last" | "a" | "that" | "this"
    ) || reading.is_hyphen(end)
        || at > reading.tokens.start && reading.is_hyphen(at - 1)
        || matches!(reading.tag_before(at), Tag::Number | Tag::Adjective | Tag::Noun)
            && bounds::before(reading, at, false).is_none();
    let of = reading.lower(end) == "of";
    let the =
        matches!(reading.lower(end), "the" | "its" | "their" | "his" | "her" | "our" | "my" | "those" | "all" | "this");
    let of_time = of && super::units::is_time(reading.lower(end + 2));
    let be =
        matches!(reading.lower(end), "are" | "were" | "have" | "had" | "said") && !reading.tag_before(at).is_verb();
    let bounded = bounds::before(reading, at, false).is_some();
    let closed = bounded && !reading.tag(end).is_noun() && !matches!(reading.lower(end), "a" | "an" | "past" | "way");
    (!not && !of_time && (of || the || be || closed)).then_some((at..end, 0.5, "figures:half"))
}
