//! Ends of times: `early 2009`, `mid-June`, `the end of the month`, `earlier this week`, `later in the day`. The value is
//! that of the whole, as TIMEX3 has it, which keeps `early` and `late` apart from the value.

use super::found::{Found, Meaning, Named, Which};
use super::reader::Reader;
use super::value::{Amount, Fine, Point, Unit};
use super::words::{Edge, Frame, Word};

/// An end with the time that it is of.
pub(super) fn edge(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let first = if reader.is(at, &["the", "an", "a"]) { at + 1 } else { at };
    let whole = match reader.word(first) {
        Word::Edge(edge) => behind_edge(reader, first, edge)?,
        // `the first week of June`, `the last days of 2001`, `the final months of the year`
        Word::Ordinal(_) | Word::Frame(Frame::Last) => match behind_unit(reader, first + 1) {
            Some(whole) => {
                return whole_at(reader, whole)
                    .map_or_else(|| unit_of(reader, at, first), |found| Some(found.from(at)));
            }
            None => return consecutive(reader, at, first),
        },
        // `second` is also a unit.
        Word::Unit(Unit::Second) => return consecutive(reader, at, first),
        _ if reader.is(first, &["final", "opening", "closing", "very"]) => match reader.word(first + 1) {
            Word::Edge(edge) => behind_edge(reader, first + 1, edge)?,
            _ => behind_unit(reader, first + 1)?,
        },
        _ => return None,
    };
    let mut found = whole_at(reader, whole)?;
    let is_year =
        matches!(found.meaning, Meaning::Point(Point { fine: Fine::Whole, .. }) | Meaning::Unit(Unit::Year, _));
    found.near = match reader.word(first) {
        Word::Edge(Edge::Early | Edge::Start) if is_year => Some(1),
        Word::Edge(Edge::Mid | Edge::Middle) if is_year => Some(6),
        Word::Edge(Edge::Late | Edge::End | Edge::Later) if is_year => Some(12),
        _ => None,
    };
    Some(found.from(at))
}

/// The first or last unit of what is no time of the calendar: `the first year of the war`.
fn unit_of(reader: &Reader<'_, '_>, at: usize, ordinal: usize) -> Option<Found> {
    let Word::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year)) = reader.word(ordinal + 1) else { return None };
    Some(Found::new(at, ordinal + 2, Meaning::Duration(Amount::ONE, unit)))
}

/// `a second consecutive day`, `the third straight year`: the one that the story is at.
fn consecutive(reader: &Reader<'_, '_>, at: usize, ordinal: usize) -> Option<Found> {
    let straight = reader.is(ordinal + 1, &["consecutive", "straight", "successive"]);
    let Word::Unit(unit) = reader.word(ordinal + 2) else { return None };
    (straight && !unit.is_of_clock()).then(|| Found::new(at, ordinal + 3, Meaning::Unit(unit, Which::The)))
}

/// Where the whole begins behind an edge.
fn behind_edge(reader: &Reader<'_, '_>, at: usize, edge: Edge) -> Option<usize> {
    let next = at + 1;
    let of = reader.is(next, &["of"]);
    match edge {
        Edge::Early | Edge::Late | Edge::Mid => {
            let part = ["part", "parts", "stage", "stages", "days", "weeks", "months", "years", "hours", "half"];
            if reader.is(next, &part) && reader.is(next + 1, &["of", "in"]) {
                return Some(next + 2);
            }
            if reader.is(next, &["in", "on"]) && edge != Edge::Mid {
                return Some(next + 1);
            }
            Some(reader.behind_hyphen(next))
        }
        Edge::Start | Edge::Middle | Edge::End | Edge::Half => of.then_some(next + 1),
        Edge::Earlier | Edge::Later => Some(if reader.is(next, &["in", "on"]) { next + 1 } else { next }),
        Edge::Eve | Edge::Some => None,
    }
}

fn behind_unit(reader: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let at = reader.amount(at).map_or(at, |(_, end)| end);
    let unit = reader.unit(at)?;
    (!unit.is_of_clock() && unit <= Unit::Year && unit != Unit::Quarter && reader.is(at + 1, &["of", "in"]))
        .then_some(at + 2)
}

/// The time that an edge is of.
fn whole_at(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    if reader.is(at, &["the"]) {
        match reader.word(at + 1) {
            Word::Unit(unit) if !unit.is_of_clock() && unit != Unit::Quarter && !reader.is_hyphen(at + 2) => {
                return Some(Found::new(at, at + 2, Meaning::Unit(unit, Which::The)));
            }
            Word::Season(season) => return Some(Found::new(at, at + 2, Meaning::Named(Named::Season(season)))),
            _ => {}
        }
    }
    if let Word::Season(season) = reader.word(at) {
        return Some(super::dates::with_year(reader, at, at + 1, Named::Season(season)));
    }
    if let Some((year, end)) = super::years::year(reader, at) {
        return Some(Found::new(at, end, Meaning::Point(Point::new(year, Fine::Whole))));
    }
    super::expression(reader, at, WHOLES)
}

/// What may have an early and a late part.
const WHOLES: &[super::Rule] = &[
    super::WEEKDAY_DATE,
    super::DAY_MONTH,
    super::MONTH_DAY,
    super::DECADE,
    super::CENTURY,
    super::RELATIVE_NAMED,
    super::RELATIVE_UNIT,
    super::PART_OF_DAY,
    super::SPEECH,
    super::SEASON,
    super::FEAST,
    super::WEEKDAY,
];

/// What begins and has a name by what it is.
const EVENTS: [&str; 30] = [
    "blockade",
    "campaign",
    "ceasefire",
    "clashes",
    "conflict",
    "coup",
    "crackdown",
    "crisis",
    "emergency",
    "epidemic",
    "fighting",
    "hostilities",
    "insurgency",
    "intervention",
    "invasion",
    "lockdown",
    "occupation",
    "offensive",
    "operation",
    "outbreak",
    "pandemic",
    "protests",
    "rebellion",
    "revolt",
    "revolution",
    "siege",
    "strike",
    "unrest",
    "uprising",
    "war",
];

/// Whether a word is one for what begins.
pub(super) fn is_event(lower: &str) -> bool {
    EVENTS.binary_search(&lower).is_ok()
}

/// `since the beginning of the war`, `since the start of the Syrian conflict`.
pub(super) fn beginning(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let begins = reader.is(at + 1, &["beginning", "start", "outbreak", "onset"]) && reader.is(at + 2, &["of"]);
    if !(reader.is(at, &["the"]) && reader.before(at, 1) == "since" && begins) {
        return None;
    }
    let noun = (at + 3..at + 8).find(|noun| is_event(reader.lower(*noun)))?;
    (at + 3..noun).all(|at| reader.is_word(at)).then(|| Found::new(at, noun + 1, Meaning::Beginning(noun)))
}
