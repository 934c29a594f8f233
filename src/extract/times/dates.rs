//! Dates with a month: `June 5, 2016`, `the 5th of May`, `Aug. 2`, `May 2012`, `2016-06-05`, `06/07/2016`.

use super::calendar::days_of_month;
use super::found::{Found, Meaning, Named, Which};
use super::reader::Reader;
use super::value::{Fine, Point, Unit, Year};
use super::words::{Frame, Word};
use super::years::{year, year_of_two_digits};
use crate::extract::Tag;

/// `2016-06-05`, `2016-06` and, of two years in a row, none: `2007-08` is two years.
pub(super) fn iso(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let Word::Digits(year @ 1000..=2199, 4) = reader.word(at) else { return None };
    let (Word::Digits(month @ 1..=12, 2), true) = (reader.word(at + 2), reader.is_hyphen(at + 1)) else { return None };
    let month = month as u8;
    if let (Word::Digits(day @ 1..=31, 2), true) = (reader.word(at + 4), reader.is_hyphen(at + 3)) {
        return full(at, at + 5, year, month, day as u8);
    }
    if year % 100 + 1 == u16::from(month) || reader.is_hyphen(at + 3) {
        return None;
    }
    Some(Found::new(at, at + 3, Meaning::Point(Point::new(Year::Of(year as i16), Fine::Month(month)))))
}

fn full(at: usize, end: usize, year: u16, month: u8, day: u8) -> Option<Found> {
    let year = i16::try_from(year).ok()?;
    let valid = (1..=12).contains(&month) && (1..=days_of_month(year, month)).contains(&day);
    valid.then(|| Found::new(at, end, Meaning::Point(Point::new(Year::Of(year), Fine::Day(month, day)))))
}

/// `31/12/2016`, `12/31/2016`, `31.12.2016`. Where day and month may be either, the month stays open: `06/07/2016` may
/// be 7 June or 6 July. With stops it is the day that stands first.
pub(super) fn slashed(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    if reader.word(at) == Word::Numeral {
        let [day, month, year] = dotted(reader.lower(at))?;
        return full(at, at + 1, year, u8::try_from(month).ok()?, u8::try_from(day).ok()?);
    }
    let (Word::Digits(first @ 1..=31, ..=2), Word::Digits(second @ 1..=31, ..=2)) =
        (reader.word(at), reader.word(at + 2))
    else {
        return None;
    };
    let slash = |at| reader.is_mark(at, '/') && reader.is_tight(at) && reader.is_tight(at + 1);
    let (Word::Digits(year, digits @ (2 | 4)), true, true) = (reader.word(at + 4), slash(at + 1), slash(at + 3)) else {
        return None;
    };
    let year = if digits == 2 { 2000 + year } else { year };
    match (first, second) {
        (13.., ..=12) => full(at, at + 5, year, second as u8, first as u8),
        (..=12, 13..) => full(at, at + 5, year, first as u8, second as u8),
        _ if first == second => full(at, at + 5, year, first as u8, second as u8),
        (..=12, ..=12) => {
            let point = Point::new(Year::Of(i16::try_from(year).ok()?), Fine::AnyDay);
            Some(Found::new(at, at + 5, Meaning::Point(point)))
        }
        _ => None,
    }
}

/// The three parts of `5.6.2016`.
fn dotted(numeral: &str) -> Option<[u16; 3]> {
    let mut parts = numeral.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let shaped = parts.next().is_none() && day.len() <= 2 && month.len() <= 2 && year.len() == 4;
    if shaped { Some([day.parse().ok()?, month.parse().ok()?, year.parse().ok()?]) } else { None }
}

/// A month, and whether the word alone is enough to be one.
pub(super) fn month(reader: &Reader<'_, '_>, at: usize) -> Option<u8> {
    match reader.word(at) {
        Word::Month(month) | Word::ShortMonth(month) => Some(month),
        _ => None,
    }
}

/// A day of a month in digits (`5`, `5th`), and what follows it.
fn day(reader: &Reader<'_, '_>, at: usize) -> Option<(u8, usize)> {
    match reader.word(at) {
        Word::Digits(day @ 1..=31, ..=2) => Some((day as u8, reader.behind_ordinal_ending(at + 1))),
        _ => None,
    }
}

/// The attacks that go by their day alone: `the September 11 attacks`, `the 11 September hijackers`.
fn year_of_attacks(reader: &Reader<'_, '_>, end: usize, named: Named) -> Option<Year> {
    let behind = ["attack", "attacks", "attackers", "hijackers", "hijackings", "terror", "terrorist"];
    (named == Named::Day(9, 11) && reader.is(end, &behind)).then_some(Year::Of(2001))
}

/// `9/11`, where no year follows.
pub(super) fn nine_eleven(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let shape = matches!((reader.word(at), reader.word(at + 2)), (Word::Digits(9, 1), Word::Digits(11, 2)));
    let tight = reader.is_mark(at + 1, '/') && reader.is_tight(at + 1) && reader.is_tight(at + 2);
    let more = reader.is_mark(at + 3, '/') || at > 0 && reader.is_mark(at - 1, '/');
    (shape && tight && !more).then(|| full(at, at + 3, 2001, 9, 11)).flatten()
}

/// Puts the year behind a named part of one: `2016`, `, 2016`, `of 2016`, `of that year`, `last year`; none is fine.
pub(super) fn with_year(reader: &Reader<'_, '_>, at: usize, end: usize, named: Named) -> Found {
    let comma = usize::from(reader.is_mark(end, ',') || reader.is(end, &["of", "in"]));
    for behind in [end + comma, end] {
        if let Some((year, end)) = year(reader, behind) {
            return Found::new(at, end, Meaning::Point(named.in_year(year)));
        }
    }
    if let Some(year) = year_of_attacks(reader, end, named) {
        return Found::new(at, end, Meaning::Point(named.in_year(year)));
    }
    let of = if reader.is(end, &["of"]) { end + 1 } else { end };
    match which_year(reader, of) {
        Some((which, end)) => Found::new(at, end, Meaning::InYear(named, which)),
        None => Found::new(at, end, Meaning::Named(named)),
    }
}

/// `that year`, `the same year`, `last year`.
fn which_year(reader: &Reader<'_, '_>, at: usize) -> Option<(Which, usize)> {
    let mut at = at;
    let mut story = false;
    if reader.is(at, &["the", "that"]) && matches!(reader.word(at + 1), Word::Frame(_)) {
        story = true;
        at += 1;
    }
    let Word::Frame(frame) = reader.word(at) else { return None };
    let which = match frame {
        Frame::Last => Which::Last,
        Frame::This => Which::This,
        Frame::Next if story => Which::Following,
        Frame::Next => Which::Next,
        Frame::Previous => Which::Previous,
        Frame::Same | Frame::That => Which::Same,
        Frame::Following => Which::Following,
        _ => return None,
    };
    (reader.word(at + 1) == Word::Unit(Unit::Year)).then_some((which, at + 2))
}

/// `June 5, 2016`, `June 5th`, `May the 4th`, `June 2016`, `June of 2016`, `June of that year`, `June`.
pub(super) fn month_day(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let month = month(reader, at)?;
    if let Some((day, end)) = day_behind(reader, at, month) {
        return Some(with_year(reader, at, end, Named::Day(month, day)));
    }
    let found = with_year(reader, at, at + 1, Named::Month(month));
    let dated = found.tokens.end > at + 1;
    (dated || is_month_alone(reader, at)).then_some(found)
}

fn day_behind(reader: &Reader<'_, '_>, at: usize, month: u8) -> Option<(u8, usize)> {
    let the = reader.is(at + 1, &["the"]) && reader.behind_ordinal_ending(at + 3) > at + 3;
    let (day, end) = day(reader, if the { at + 2 } else { at + 1 })?;
    if day > days_of_month(2000, month) {
        return None;
    }
    // `in May 10 people died`
    let counts = reader.before(at, 1) == "in" && reader.is_word(end) && !reader.is_capital(end) && end == at + 2;
    (!(counts && reader.lower(end).ends_with(['s', 'e']) && reader.tag(end) != Tag::Preposition)).then_some((day, end))
}

/// Words behind which a month's name is one, though it may be another word or a name.
const BEFORE_MONTHS: [&str; 22] = [
    "in",
    "since",
    "until",
    "till",
    "by",
    "from",
    "to",
    "between",
    "during",
    "through",
    "throughout",
    "of",
    "early",
    "late",
    "mid",
    "last",
    "next",
    "this",
    "before",
    "after",
    "that",
    "and",
];

/// Whether a month's name that stands alone is one: `May` and `March` are verbs and names, `August Wilson`, `April Jones`
/// and `Black September` are names.
pub(super) fn is_month_alone(reader: &Reader<'_, '_>, at: usize) -> bool {
    let led = BEFORE_MONTHS.contains(&reader.before(at, 1))
        || reader.is_dash(at.wrapping_sub(1)) && reader.is(at.wrapping_sub(2), &["mid"]);
    let held = led && !matches!(reader.before(at, 1), "and" | "to" | "of" | "that" | "by");
    let name_behind = reader.is_capital(at + 1) && reader.is_word(at + 1) && !held;
    let name_before = at.checked_sub(1).is_some_and(|before| {
        reader.is_capital(before) && !led && (before > reader.tokens().start || !reader.is(before, &["the"]))
    });
    // `a March operation`, `the May elections`, `(May–August 1950)`
    let noun = reader.is_word(at + 1) && !reader.is_capital(at + 1);
    let attributive = matches!(reader.word_before(at), Word::Article) && noun;
    let ranged = reader.is_dash(at + 1) && month(reader, at + 2).is_some();
    let led = led || attributive || ranged;
    match reader.word(at) {
        _ if name_behind || name_before => false,
        Word::ShortMonth(_) => led && reader.document.written(at).ends_with('.') && reader.lower(at) != "mar",
        Word::Month(3) => led && !reader.is(at + 1, &["on", "to", "for", "of", "towards", "toward", "madness"]),
        Word::Month(5) => led && reader.before(at, 1) != "to" && !is_name_of_may(reader, at),
        Word::Month(_) => true,
        _ => false,
    }
}

/// `by May and her ministers`, `by May, who`
fn is_name_of_may(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.is_possessive(at + 1)
        || reader.is(at + 1, &["said", "says", "told", "has", "had", "was", "is", "who", "herself", "himself"])
        || matches!(reader.before(at, 1), "by" | "and") && reader.is(at + 1, &["and", "who", "or"])
}

/// `5 June 2016`, `the 5th of June`, `5 June`, `the first of May`.
pub(super) fn day_month(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let start = at;
    let at = if reader.is(at, &["the"]) { at + 1 } else { at };
    let (number, end) = day(reader, at).or_else(|| reader.ordinal(at).filter(|(_, end)| reader.is(*end, &["of"])))?;
    let of = if reader.is(end, &["of"]) { end + 1 } else { reader.behind_hyphen(end) };
    let month = month(reader, of)?;
    let ordinal = end > at + 1 || !matches!(reader.word(at), Word::Digits(..));
    let plain = ordinal || !reader.is(end, &["of"]);
    if !(1..=days_of_month(2000, month)).contains(&number) || !plain {
        return None;
    }
    Some(with_year(reader, start, of + 1, Named::Day(month, number)))
}

/// How many days may share the month behind them.
const DAYS_OF_MONTH: usize = 6;

/// A day before others of one month that stands behind them: `5-7 June`, `5 and 7 June`, `5, 6 and 7 June`.
pub(super) fn day_of_two(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let (first, end) = day(reader, at)?;
    let (mut last, mut join) = (first, end);
    for _ in 0..DAYS_OF_MONTH {
        let comma = reader.is_mark(join, ',');
        if !(comma || reader.is_dash(join) || reader.is(join, &["to", "and", "or"])) {
            return None;
        }
        let (next, behind) = day(reader, join + 1)?;
        if next <= last {
            return None;
        }
        (last, join) = (next, behind);
        if let Some(month) = month(reader, if reader.is(behind, &["of"]) { behind + 1 } else { behind }) {
            let named = Named::Day(month, first);
            return (last <= days_of_month(2000, month)).then(|| Found::new(at, end, Meaning::Named(named)));
        }
    }
    None
}

/// A date behind its day of the week, which says no more: `Monday, Dec. 26`, `Saturday, 4 April 2009`.
pub(super) fn weekday_date(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let (Word::Weekday(_) | Word::ShortWeekday(_)) = reader.word(at) else { return None };
    let behind = if reader.is_mark(at + 1, ',') { at + 2 } else { at + 1 };
    let behind = if reader.is(behind, &["the"]) { behind + 1 } else { behind };
    let found = month_day(reader, behind).or_else(|| day_month(reader, behind))?;
    found.is_day().then(|| found.from(at))
}

/// The second of two days or years: `June 5-7`, `May 4 and 5`, `1957-60`. `last` is the expression found last.
pub(super) fn range_end(reader: &Reader<'_, '_>, at: usize, last: Option<&Found>) -> Option<Found> {
    let last = last.filter(|last| last.tokens.end + 1 == at)?;
    let join = last.tokens.end;
    let dash = reader.is_dash(join) || reader.is_mark(join, '/');
    let joined = dash || reader.is(join, &["and", "to", "or", "until", "through"]) || reader.is_mark(join, ',');
    match last.meaning {
        Meaning::Point(Point {
            year: Year::Of(first @ 1000..), fine: fine @ (Fine::Whole | Fine::Season(_)), ..
        }) if dash => {
            let (second, end) = year_of_two_digits(reader, at, first)?;
            Some(Found::new(at, end, Meaning::Point(Point::new(second, fine))))
        }
        Meaning::Named(Named::Day(month, first)) if joined => {
            let (second, end) = day(reader, at)?;
            let verb = reader.is(end, &["was", "were", "is", "are", "in", "at", "by", "when"]);
            let closed = dash || !reader.is_word(end) || verb || reader.tag(end) == Tag::Preposition;
            let fits = second > first && second <= days_of_month(2000, month) && closed;
            let own_month = self::month(reader, end).is_some();
            (fits && !own_month).then(|| with_year(reader, at, end, Named::Day(month, second)))
        }
        _ => None,
    }
}
