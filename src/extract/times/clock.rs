//! Times of day: `10 a.m.`, `16:21 GMT`, `0800 UTC`, `noon`, `Tuesday morning`, `the night of 8 February`.

use super::found::{Found, Meaning, Named, Which};
use super::reader::Reader;
use super::value::{Clock, Fine, Part, Unit};
use super::words::{Edge, Frame, Speech, Word};

const ZONES: [&str; 24] = [
    "gmt", "utc", "est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "pst", "pdt", "pt", "bst", "cet", "cest",
    "eet", "eest", "msk", "ist", "jst", "aest", "aedt", "z",
];

/// A time of the clock, with its zone, and the day it is of where that stands beside it.
pub(super) fn clock(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let (mut clock, end) = told(reader, at)?;
    let (end, universal) = zone(reader, end);
    clock.universal = universal;
    let found = Found { clock: Some(clock), ..Found::new(at, end, Meaning::OfDay) };
    Some(with_day(reader, found))
}

fn told(reader: &Reader<'_, '_>, at: usize) -> Option<(Clock, usize)> {
    let clock = |hour, minute| Clock { hour, minute, universal: false };
    match reader.word(at) {
        Word::Clock(hour, minute) => Some(match meridiem(reader, at + 1) {
            Some((later, end)) => (clock(half_day(hour, later)?, Some(minute)), end),
            None if is_score(reader, at) => return None,
            None => (clock(hour, Some(minute)), at + 1),
        }),
        Word::Digits(hour @ 1..=12, ..=2) => {
            if let Some((later, end)) = meridiem(reader, at + 1) {
                return Some((clock(half_day(hour as u8, later)?, None), end));
            }
            is_o_clock(reader, at + 1).then_some((clock(hour as u8, None), at + 2))
        }
        Word::One(hour @ 1..=12) => is_o_clock(reader, at + 1).then_some((clock(hour, None), at + 2)).or_else(|| {
            let (later, end) = meridiem(reader, at + 1)?;
            Some((clock(half_day(hour, later)?, None), end))
        }),
        // `0800 UTC`, `1430 hours`, `1900 local time`
        Word::Digits(time @ ..2400, 4) if time % 100 < 60 => {
            let zoned = zone(reader, at + 1).0 > at + 1 || reader.is(at + 1, &["hours", "hrs"]);
            let end = if reader.is(at + 1, &["hours", "hrs"]) { at + 2 } else { at + 1 };
            zoned.then_some((clock((time / 100) as u8, Some((time % 100) as u8)), end))
        }
        // `10.30 a.m.`
        Word::Numeral => {
            let (hour, minute) = reader.lower(at).split_once('.')?;
            let (hour, minute) = (hour.parse().ok()?, minute.parse().ok().filter(|minute| *minute < 60)?);
            let (later, end) = meridiem(reader, at + 1)?;
            Some((clock(half_day(hour, later)?, Some(minute)), end))
        }
        _ => None,
    }
}

fn is_o_clock(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.is(at, &["o'clock"])
}

/// A score, a ratio or a verse: `won 3:15`, `John 3:16`; a time has a word of time or a preposition beside it.
fn is_score(reader: &Reader<'_, '_>, at: usize) -> bool {
    const LED: [&str; 16] = [
        "at",
        "by",
        "from",
        "until",
        "till",
        "to",
        "around",
        "about",
        "before",
        "after",
        "since",
        "between",
        "and",
        "of",
        "past",
        "approximately",
    ];
    let zoned = zone(reader, at + 1).0 > at + 1;
    let two = reader.lower(at).len() == 5;
    let led = LED.contains(&reader.before(at, 1));
    let dated = matches!(reader.word_before(at), Word::Digits(..)) || reader.is_mark(at.wrapping_sub(1), ',');
    !(zoned || led || two && (dated || reader.is_dash(at.wrapping_sub(1)) || reader.is_dash(at + 1)))
}

/// `a.m.`, `pm`: whether it is the later half of the day.
fn meridiem(reader: &Reader<'_, '_>, at: usize) -> Option<(bool, usize)> {
    match reader.lower(at) {
        "am" | "a.m" => Some((false, at + 1)),
        "pm" | "p.m" => Some((true, at + 1)),
        _ => None,
    }
}

fn half_day(hour: u8, later: bool) -> Option<u8> {
    match (hour, later) {
        (12, false) => Some(0),
        (12, true) => Some(12),
        (1..=11, _) => Some(hour + if later { 12 } else { 0 }),
        _ => None,
    }
}

/// Behind a zone (`GMT`, `(GMT +8)`, `local time`, `Eastern time`), and whether it is universal time.
fn zone(reader: &Reader<'_, '_>, at: usize) -> (usize, bool) {
    let bracket = usize::from(reader.is_mark(at, '('));
    let zone = at + bracket;
    if ZONES.contains(&reader.lower(zone)) && (reader.is_capital(zone)) {
        let mut end = zone + 1;
        let offset = (reader.is_mark(end, '+') || reader.is_dash(end))
            && matches!(reader.word(end + 1), Word::Digits(..) | Word::Clock(..));
        if offset {
            end += 2;
        }
        let closed = bracket == 0 || reader.is_mark(end, ')');
        return if closed { (end + bracket, !offset && reader.is(zone, &["gmt", "utc", "z"])) } else { (at, false) };
    }
    let local =
        reader.is(at, &["local", "eastern", "central", "pacific", "moscow", "london"]) && reader.is(at + 1, &["time"]);
    if local { (at + 2, false) } else { (at, false) }
}

/// The day that a time is of, behind it: `10 a.m. Nov. 29, 2016`, `9:34 p.m., March 19 EST`, `16:00 UTC today`.
fn with_day(reader: &Reader<'_, '_>, found: Found) -> Found {
    let end = found.tokens.end;
    let comma = if reader.is_mark(end, ',') { end + 1 } else { end };
    let on = if reader.is(comma, &["on"]) { comma + 1 } else { comma };
    let Some(day) = super::day(reader, on) else { return found };
    let (end, _) = zone(reader, day.tokens.end);
    Found { tokens: found.tokens.start..end, clock: found.clock, ..day }
}

/// A part of the day, and what follows it: `morning`, `early morning hours`, `night`.
fn part(reader: &Reader<'_, '_>, at: usize) -> Option<(Part, usize)> {
    match reader.word(at) {
        Word::Part(part) => {
            let hours = reader.is(at + 1, &["hours"]);
            Some((part, if hours { at + 2 } else { at + 1 }))
        }
        _ => None,
    }
}

/// Puts the part of the day behind a day: `Sunday night`, `June 5 in the morning`, `tomorrow evening`.
pub(super) fn with_part(reader: &Reader<'_, '_>, found: Found) -> Found {
    if !found.is_day() || found.part.is_some() || found.clock.is_some() {
        return found;
    }
    let end = found.tokens.end;
    let early = matches!(reader.word(end), Word::Edge(Edge::Early | Edge::Late | Edge::Mid));
    if let Some((part, end)) = part(reader, if early { reader.behind_hyphen(end + 1) } else { end }) {
        return found.with_part(part, end);
    }
    if reader.is(end, &["in"])
        && reader.is(end + 1, &["the"])
        && let Some((part, end)) = part(reader, end + 2)
    {
        return found.with_part(part, end);
    }
    found
}

/// A part of the day with the day behind it or in front of it: `the night of 8 February`, `the early hours of Sunday`,
/// `this morning`, `last night`, `that afternoon`, `the next morning`, `in the evening`, `at night`.
pub(super) fn part_of_day(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let start = at;
    let mut at = at;
    if matches!(reader.word(at), Word::Article) && reader.is(at, &["the"]) {
        at += 1;
    }
    let mut which = None;
    if let Word::Frame(frame) = reader.word(at) {
        which = Some(frame_of_day(frame, at > start)?);
        at += 1;
        if matches!(reader.word(at), Word::Frame(Frame::Same)) {
            at += 1;
        }
    }
    let early = matches!(reader.word(at), Word::Edge(Edge::Early | Edge::Late | Edge::Mid | Edge::Middle));
    if early {
        at = reader.behind_hyphen(at + 1);
    }
    let (part, end) = match part(reader, at) {
        Some(found) => found,
        // `the early hours of Sunday`
        None if early && reader.is(at, &["hours"]) && reader.is(at + 1, &["of"]) => {
            (if reader.is(at - 1, &["late"]) { Part::Night } else { Part::Morning }, at + 1)
        }
        None => return None,
    };
    if let Some(which) = which {
        return Some(Found::new(start, end, Meaning::Unit(Unit::Day, which)).with_part(part, end));
    }
    if let Some(day) = super::day(reader, end + 1).filter(|_| reader.is(end, &["of"])) {
        let end = day.tokens.end;
        let part = day.part.unwrap_or(part);
        return Some(day.from(start).with_part(part, end));
    }
    let attack =
        ["raid", "raids", "attack", "attacks", "patrol", "patrols", "curfew", "shelling", "bombing", "bombings"];
    if reader.is(at, &["night"]) && reader.is(reader.behind_hyphen(end), &attack) {
        return Some(Found::new(at, end, Meaning::Open(Fine::AnyDay)).with_part(part, end));
    }
    let trading = reader.is(end, &["trading", "trade"]) && !reader.is(at, &["night", "dawn", "dusk"]);
    if trading {
        return Some(Found::new(start, end, Meaning::OfDay).with_part(part, end));
    }
    if !is_part_alone(reader, start, at, end) {
        return None;
    }
    // `they work at night`: no night is meant, but nights.
    if reader.is(at, &["night"]) && start == at && matches!(reader.before(at, 1), "at" | "by") {
        return Some(Found::new(start, end, Meaning::Open(Fine::AnyDay)).with_part(part, end));
    }
    // `at dawn on Monday`
    let day = super::day(reader, end + 1).filter(|day| reader.is(end, &["on"]) && day.part.is_none());
    Some(day.map_or_else(
        || Found::new(start, end, Meaning::OfDay).with_part(part, end),
        |day| Found { part: Some(part), ..day.from(start) },
    ))
}

fn frame_of_day(frame: Frame, the: bool) -> Option<Which> {
    Some(match frame {
        Frame::Last if !the => Which::Last,
        Frame::This => Which::This,
        Frame::Next | Frame::Following => Which::Following,
        Frame::Previous => Which::Previous,
        Frame::Same | Frame::That => Which::Same,
        _ => return None,
    })
}

/// Whether a part of the day without a day is one: `in the morning`, `at night`, `overnight`, `by nightfall`; not `a night
/// club`, `the evening's guests`, `Night Falls`.
fn is_part_alone(reader: &Reader<'_, '_>, start: usize, at: usize, end: usize) -> bool {
    let named = reader.is_capital(at) && at > reader.tokens().start;
    let more = reader.is_hyphen(end) || reader.is_possessive(end) || reader.is_capital(end) && reader.is_word(end);
    let before = reader.before(start, 1);
    let the = start < at && reader.is(start, &["the"]);
    let led = if the {
        matches!(before, "in" | "during" | "throughout" | "by" | "through" | "into" | "until" | "late" | "early")
    } else {
        matches!(before, "at" | "by" | "until" | "since" | "before" | "after" | "all" | "from" | "to" | "every")
    };
    let overnight = reader.is(at, &["overnight"]);
    let attributive = !the && reader.is_word(end) && before == "the";
    !named && !more && !attributive && (led || overnight)
}

/// `noon`, `midnight`, `noon on Monday`.
pub(super) fn noon(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let Word::Speech(speech @ (Speech::Noon | Speech::Midnight)) = reader.word(at) else { return None };
    let hour = if speech == Speech::Noon { 12 } else { 0 };
    let (end, universal) = zone(reader, at + 1);
    let clock = Clock { hour, minute: None, universal };
    let name = reader.is_capital(at) && at > reader.tokens().start || reader.is_hyphen(end);
    (!name).then(|| with_day(reader, Found { clock: Some(clock), ..Found::new(at, end, Meaning::OfDay) }))
}

/// A day of the week by itself: `Sunday`, `the Sunday`; not `the Sunday Times`, `Black Friday`, `Ruby Tuesday`.
pub(super) fn weekday(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let Word::Weekday(day) = reader.word(at) else { return None };
    let before = at.checked_sub(1);
    let name_before = before.is_some_and(|before| {
        reader.is_capital(before)
            && reader.is_word(before)
            && before > reader.tokens().start
            && matches!(reader.word(before), Word::Other)
            && reader.is(before, &["black", "bloody", "super", "ruby", "wizard", "cyber", "giving", "mad", "sheffield"])
    });
    let papers = [
        "times",
        "telegraph",
        "mirror",
        "mail",
        "express",
        "independent",
        "herald",
        "post",
        "world",
        "sun",
        "tribune",
        "star",
        "people",
        "business",
        "review",
        "school",
    ];
    let name_behind = reader.is_capital(at + 1) && papers.contains(&reader.lower(at + 1));
    let meaning = match reader.before(at, 1) {
        // `it was a Monday`
        "a" if !reader.is_word(at + 1) || matches!(reader.word(at + 1), Word::Part(_)) => {
            Meaning::Open(Fine::Weekday(day))
        }
        _ => Meaning::Named(Named::Weekday(day)),
    };
    (!name_before && !name_behind).then(|| Found::new(at, at + 1, meaning))
}
