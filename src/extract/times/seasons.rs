//! Seasons, quarters and halves: `the summer of 2003`, `last winter`, `the third quarter`, `the first half of 2010`.

use super::dates::with_year;
use super::found::{Found, Meaning, Named, Which};
use super::reader::Reader;
use super::value::{Fine, Point, Unit};
use super::words::{Edge, Frame, Word};

/// Words behind which a season's name is one.
const BEFORE: [&str; 30] = [
    "in",
    "during",
    "over",
    "throughout",
    "through",
    "by",
    "until",
    "till",
    "since",
    "before",
    "after",
    "early",
    "late",
    "mid",
    "of",
    "from",
    "to",
    "between",
    "and",
    "for",
    "that",
    "each",
    "every",
    "around",
    "whole",
    "spent",
    "spend",
    "spending",
    "passed",
    "survive",
];
/// What is done in a season and named after it: `the spring offensive`.
const HELD: [&str; 12] = [
    "offensive",
    "offensives",
    "campaign",
    "campaigns",
    "election",
    "elections",
    "session",
    "recess",
    "semester",
    "budget",
    "conference",
    "counter",
];

/// A season. `fall` and `spring` are also verbs and other things, `summer camp` and `winter wheat` are no times.
pub(super) fn season(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let Word::Season(season) = reader.word(at) else { return None };
    let the = reader.is(at.wrapping_sub(1), &["the"]);
    let found = with_year(reader, at, at + 1, Named::Season(season));
    let start = if the { at - 1 } else { at };
    // `the Prague Spring`, `Palm Springs`
    let before = at.wrapping_sub(1);
    let name = reader.is_capital(at) && before > reader.tokens().start && reader.is_capital(before);
    if name && reader.word(before) == Word::Other {
        return None;
    }
    if found.meaning != Meaning::Named(Named::Season(season)) {
        return Some(found.from(start));
    }
    let held = reader.is(at + 1, &HELD);
    let led = held || BEFORE.contains(&reader.before(start, 1)) || reader.is_dash(at.wrapping_sub(1));
    let named = reader.is_capital(at + 1) && reader.is_word(at + 1);
    let other = ["of", "from", "into", "to", "olympics", "games", "wheat", "camp", "school", "break", "coat", "fuel"];
    let other = reader.is(at + 1, &other);
    // `in the fall`; a fall of prices, or one that follows something, is none.
    let falls = reader.is(at, &["fall"]) && !held && !(reader.before(start, 1) == "in" && the);
    let falls = falls || reader.is(at, &["fall", "spring"]) && reader.is(at + 1, &["in"]) && !the;
    (led && !named && !other && !falls && (held || !reader.is_hyphen(at + 1))).then(|| found.from(start))
}

/// `the third quarter of 2009`, `Q3 2009`, `the fourth quarter`.
pub(super) fn quarter(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let first = if reader.is(at, &["the"]) { at + 1 } else { at };
    if let (Some(named), true) = (coded(reader.lower(first)), reader.is_capital(first)) {
        return Some(with_year(reader, at, first + 1, named)).filter(|found| found.tokens.end > first + 1);
    }
    let (number @ 1..=4, end) = reader.ordinal(first)? else { return None };
    let end = if reader.is(end, &["fiscal", "financial", "calendar"]) { end + 1 } else { reader.behind_hyphen(end) };
    if reader.word(end) != Word::Unit(Unit::Quarter) {
        return None;
    }
    let found = with_year(reader, at, end + 1, Named::Quarter(number));
    let of_year = reader.is(end + 1, &["of"]) && reader.is(end + 2, &["the"]) && reader.is(end + 3, &["year"]);
    Some(if of_year { Found::new(at, end + 4, found.meaning) } else { found })
}

/// `Q3`, `H1`.
pub(super) fn coded(lower: &str) -> Option<Named> {
    match lower.as_bytes() {
        [b'q', digit @ b'1'..=b'4'] => Some(Named::Quarter(digit - b'0')),
        [b'h', digit @ b'1'..=b'2'] => Some(Named::Half(digit - b'0')),
        _ => None,
    }
}

/// `the first half of 2010`, `the latter half of the year`. Half of what is no year (`the first half`, `half of June`) is
/// another rule's, or none.
pub(super) fn half(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let first = if reader.is(at, &["the"]) { at + 1 } else { at };
    let (half, end) = match reader.word(first) {
        Word::Edge(Edge::Late) if reader.is(first, &["latter"]) => (2, first + 1),
        Word::Frame(Frame::Last) => (2, first + 1),
        _ => reader.ordinal(first)?,
    };
    if !matches!(half, 1 | 2) || reader.word(end) != Word::Edge(Edge::Half) || !reader.is(end + 1, &["of"]) {
        return None;
    }
    if reader.is(end + 2, &["the", "this", "that"]) && reader.is(end + 3, &["year"]) {
        let which = if reader.is(end + 2, &["this"]) { Which::This } else { Which::Same };
        return Some(Found::new(at, end + 4, Meaning::InYear(Named::Half(half), which)));
    }
    match super::years::year(reader, end + 2) {
        Some((year, end)) => Some(Found::new(at, end, Meaning::Point(Point::new(year, Fine::Half(half))))),
        None => Some(with_year(reader, at, end + 1, Named::Half(half))).filter(|found| found.tokens.end > end + 1),
    }
}
