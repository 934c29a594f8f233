//! Numbers that what is printed directly around them shows to count nothing.

use super::number::Number;
use super::reading::Reading;
use crate::extract::Tag;

/// Footnotes: `[3]`.
pub(super) fn in_brackets(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let before = number.tokens.start.wrapping_sub(1);
    reading.is_mark(before, '[') && (reading.is_mark(number.tokens.end, ']') || reading.is_mark(number.tokens.end, ','))
}

/// `1. First item`, `(2) second item`, and a number that is all of its sentence.
pub(super) fn list_number(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let first = reading.tokens.start;
    let closes = reading.is_mark(end, '.') && reading.is_tight(end) || reading.is_mark(end, ')');
    let opens = start == first || start == first + 1 && !reading.is_word(first);
    let whole = opens && end + 1 >= reading.tokens.end && number.unit.is_none();
    let bracket =
        start > first && reading.is_mark(start - 1, '(') && reading.is_mark(end, ')') && number.unit.is_none();
    whole
        || opens && closes && !number.words && number.unit.is_none()
        || bracket && number.value < 20.0 && !number.is_bounded()
}

/// `24/7`, `9/11`, `50/50`.
pub(super) fn slash(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let tight = |at: usize| reading.is_mark(at, '/') && reading.is_tight(at) && reading.is_tight(at + 1);
    let per = number.unit.is_some() && reading.is_word(number.tokens.end + 1);
    tight(number.tokens.end) && !per || tight(number.tokens.start.wrapping_sub(1))
}

/// Parts of addresses on the net and of percent-encoded text.
pub(super) fn machine_address(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let odd =
        |at: usize| matches!(reading.written(at), "@" | "_" | "=" | "&" | "#" | "\\" | "%" | "^" | "{" | "}" | "|");
    let (start, end) = (number.tokens.start, number.tokens.end);
    let before = start.wrapping_sub(1);
    let behind = matches!(reading.written(end), "_" | "=" | "&" | "@" | "\\") && reading.is_tight(end);
    let dotted = reading.is_mark(before, '.') && reading.is_tight(before) && reading.is_tight(start);
    reading.is_tight(start) && odd(before) || behind || dotted && reading.tag_before(before) != Tag::Mark
}

/// Groups of digits: `910-432-3383`, `020 7946 0018`, `+44 20`; digits behind `call`.
pub(super) fn telephone(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    if !reading.is_digits(start) || number.unit.is_some() {
        return false;
    }
    let before = start.wrapping_sub(1);
    let dash = |at: usize| matches!(reading.written(at), "-" | "–" | "‑" | "." | " ");
    let group = |at: usize| reading.is_digits(at) && !reading.in_time(at..at + 1);
    let neighbour = group(before) || group(end) && !number.is_bounded();
    let joined = dash(before)
        && reading.is_tight(start)
        && group(start.wrapping_sub(2))
        && number.tokens.start > reading.tokens.start + 1
        || dash(end) && reading.is_tight(end + 1) && group(end + 1) && reading.is_tight(end);
    let plus = reading.is_mark(before, '+') && reading.is_tight(start) && reading.written(start).len() > 1;
    let plain = reading.written(start).len() >= 5 && !reading.written(start).contains([',', '.']);
    let called = (1..=3).any(|back| {
        matches!(
            reading.lower_before(start, back),
            "call" | "dial" | "phone" | "tel" | "telephone" | "hotline" | "fax" | "whatsapp" | "passcode"
        )
    });
    // `1800-335486`, which reads like a range
    let range = number.tokens.len() > 1 && reading.is_hyphen(start + 1) && reading.written(start + 2).len() >= 6;
    neighbour || joined || range && !reading.written(start + 2).contains(',') || plus && plain || plain && called
}

/// `33°20′N`.
pub(super) fn coordinates(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let end = number.end;
    let degree = |at: usize| matches!(reading.written(at), "°" | "º" | "′" | "″");
    let minute = |at: usize| matches!(reading.written(at), "′" | "″");
    let compass = |at: usize| matches!(reading.written(at), "N" | "S" | "E" | "W");
    minute(number.tokens.end) || degree(end.wrapping_sub(1)) && (reading.is_digits(end) || compass(end))
}

/// `F-16`, `Covid-19`, `G-20`, `mid-20s` before; `three-way`, `7-Eleven`, `777-200LR` behind.
pub(super) fn compound(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let before = start.wrapping_sub(1);
    let hyphened = start == number.start && start > reading.tokens.start && reading.is_hyphen(before);
    let sign = matches!(reading.written(before), "-" | "–" | "−" | "‑") && reading.is_tight(start);
    let joined = hyphened || sign && reading.is_tight(before);
    let unit = number.unit.as_ref().is_some_and(|unit| unit.tokens.start >= end);
    let bounded_behind = number.end > end && !unit;
    let magnitude = reading.lower(end + 1) == "magnitude";
    joined
        || reading.is_hyphen(end) && !magnitude && !unit && !bounded_behind && !counts_members(reading, end + 1, number)
}

/// Nouns that a number joined by a hyphen counts: `15-member council`, `1,000-strong`.
pub(super) fn counts_members(reading: &Reading<'_, '_>, at: usize, number: &Number) -> bool {
    let counting = matches!(
        reading.lower(at),
        "member"
            | "man"
            | "woman"
            | "person"
            | "people"
            | "strong"
            | "seat"
            | "bed"
            | "nation"
            | "country"
            | "vehicle"
            | "ship"
            | "soldier"
            | "truck"
            | "page"
            | "storey"
            | "story"
            | "room"
            | "point"
    );
    counting && number.value > 1.0 && !matches!(reading.lower(at), "point" | "page" | "story" | "room")
}

/// `3D`, `737s`, `5th`, `1990s`: letters directly behind that are no unit.
pub(super) fn attached(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let behind = reading.is_word(end)
        && reading.is_tight(end)
        && number.unit.as_ref().is_none_or(|unit| unit.tokens.start > end);
    let before =
        start == number.start && start > reading.tokens.start && reading.is_tight(start) && reading.is_word(start - 1);
    // `’98`
    let short = reading.written(start).len() == 2
        && matches!(reading.written(start.wrapping_sub(1)), "’" | "'" | "‘")
        && reading.is_tight(start)
        && !reading.is_tight(start - 1)
        && number.unit.is_none()
        && !reading.tag(end).is_noun();
    (behind || before || short) && !number.words
}
