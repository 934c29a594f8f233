//! Amounts of time: how long (`three days`, `a 24-hour strike`, `for decades`), how far off (`two days later`, `a year
//! ago`) and how often (`$40 a year`, `every two weeks`).

use super::found::{Found, Meaning, Named, Repeated, Which};
use super::reader::Reader;
use super::value::{Amount, Fine, Point, Unit, Year};
use super::words::{Edge, Speech, Word};

/// An amount and its unit: how many, of what, where the words end.
struct Span {
    amount: Amount,
    unit: Unit,
    end: usize,
}

fn span(reader: &Reader<'_, '_>, at: usize) -> Option<Span> {
    let (amount, end) = reader.amount(at)?;
    // `20-plus months`
    let end = if reader.is_hyphen(end) && reader.is(end + 1, &["plus"]) { end + 2 } else { end };
    // `half a century`, but `half the day` and `half-century` alike
    let between =
        reader.is(end, &["full", "whole", "long", "consecutive", "straight", "more", "successive", "short", "bloody"]);
    let unit_at = reader.behind_hyphen(if between { end + 1 } else { end });
    let unit = reader.unit(unit_at)?;
    // `a second`, and `second` at all, is an ordinal.
    if reader.word(unit_at) == Word::Unit(Unit::Second) && !matches!(amount, Amount::Tenths(11..)) {
        return None;
    }
    // `a year and a half`
    if amount == Amount::ONE
        && reader.is(unit_at + 1, &["and"])
        && reader.is(unit_at + 2, &["a"])
        && reader.is(unit_at + 3, &["half"])
    {
        return Some(Span { amount: Amount::Tenths(15), unit, end: unit_at + 4 });
    }
    Some(Span { amount, unit, end: unit_at + 1 })
}

/// Whether an age is told: `ten years old`, `a 4-year-old`, `26 years of age`, `aged 30 years`.
fn is_age(reader: &Reader<'_, '_>, at: usize, end: usize) -> bool {
    let behind = reader.behind_hyphen(end);
    reader.is(behind, &["old", "olds"])
        || reader.is(end, &["of"]) && reader.is(end + 1, &["age"])
        || matches!(reader.before(at, 1), "aged" | "age")
}

/// An amount of time, and what it is by what stands behind and before it.
pub(super) fn amount(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let Span { amount, unit, end } = span(reader, at)?;
    if is_age(reader, at, end) || is_no_time(reader, at, end, unit) {
        return None;
    }
    if let Some(found) = shifted(reader, at, end, amount, unit) {
        return Some(found);
    }
    let end = if reader.is_hyphen(end) && reader.is(end + 1, &["long", "plus"]) { end + 2 } else { end };
    if amount == Amount::ONE && reader.is(at, &["a", "an"]) && end == at + 2 {
        if is_rate(reader, at) {
            return Some(Found::new(at, end, Meaning::Set(Repeated::Every(amount, unit))));
        }
        if !is_single(reader, at, end, unit) {
            return None;
        }
    }
    Some(Found::new(at, end, Meaning::Duration(amount, unit)))
}

/// `100 metres a second`, `quarters of the city`, `three quarters`, `5 minutes' walk` is still one.
fn is_no_time(reader: &Reader<'_, '_>, at: usize, end: usize, unit: Unit) -> bool {
    let fraction = unit == Unit::Quarter
        && !reader.is(end.saturating_sub(2), &["consecutive", "straight", "successive", "two", "four"]);
    // `Seven Days`, `Twenty Minutes`: a title, where it is not the sentence's first word.
    let title = at > reader.tokens().start && reader.is_capital(at) && reader.is_capital(end - 1) && reader.is_word(at);
    fraction || title
}

/// Whether `a day` is `each day`: behind a number, a unit of money or percent, `twice`, `times`, or what they count.
fn is_rate(reader: &Reader<'_, '_>, at: usize) -> bool {
    let counted = |by: usize| {
        at.checked_sub(by).is_some_and(|at| {
            matches!(reader.word(at), Word::Digits(..) | Word::Numeral | Word::One(_) | Word::Tens(_))
                && !reader.is(at, &["one"])
        })
    };
    let before = reader.before(at, 1);
    let frequent = matches!(
        before,
        "once"
            | "twice"
            | "thrice"
            | "times"
            | "million"
            | "billion"
            | "thousand"
            | "hundreds"
            | "thousands"
            | "dozens"
    );
    let sum = reader.is_mark(at.wrapping_sub(1), '%') || matches!(before, "percent" | "dollars" | "euros" | "pounds");
    // `15 tankers a year`, `40 people a day`; not `in 40 villages a day later`, which is taken before.
    let of_noun = counted(2)
        && before.ends_with('s')
        && reader.is_word(at - 1)
        && reader.unit(at - 1).is_none_or(|unit| unit < Unit::Week);
    frequent || sum || counted(1) || of_noun && !matches!(before, "was" | "is" | "has")
}

/// Whether `a year`, `an hour` is a length of time: not `a day in history`, `a second chance`.
fn is_single(reader: &Reader<'_, '_>, at: usize, end: usize, unit: Unit) -> bool {
    const LEADS: [&str; 34] = [
        "for",
        "in",
        "within",
        "over",
        "than",
        "after",
        "almost",
        "nearly",
        "about",
        "around",
        "under",
        "least",
        "lasted",
        "last",
        "lasting",
        "took",
        "take",
        "takes",
        "taken",
        "spent",
        "spend",
        "spending",
        "roughly",
        "approximately",
        "only",
        "just",
        "half",
        "every",
        "barely",
        "up",
        "into",
        "waited",
        "wait",
        "some",
    ];
    let hyphen = reader.is_hyphen(end);
    let long = hyphen && reader.is(end + 1, &["long"]);
    let before = reader.before(at, 1);
    let event = unit == Unit::Day && matches!(before, "in" | "for") && reader.is(end, &["of", "when", "that", "in"]);
    let after =
        reader.is(end, &["after", "before", "since"]) && (reader.is_word(end + 1) || reader.amount(end + 1).is_some());
    long || after && !hyphen || LEADS.contains(&before) && !hyphen && !event
}

/// `ago`, `later`, `earlier`, `before`, `after`, `from now` behind an amount.
fn shifted(reader: &Reader<'_, '_>, at: usize, end: usize, amount: Amount, unit: Unit) -> Option<Found> {
    let shift = |end, back, speech| Some(Found::new(at, end, Meaning::Shift { amount, unit, back, speech }));
    match reader.word(end) {
        Word::Ago => return shift(end + 1, true, true),
        Word::Edge(Edge::Later) => return shift(end + 1, false, false),
        Word::Edge(Edge::Earlier) => return shift(end + 1, true, false),
        _ => {}
    }
    match reader.lower(end) {
        "previously" | "prior" | "beforehand" => shift(end + 1, true, false),
        "afterward" | "afterwards" | "thereafter" => shift(end + 1, false, false),
        "hence" => shift(end + 1, false, true),
        // `in two weeks' time`
        _ if reader.is_possessive(end) && reader.is(end + 1, &["time"]) => shift(end + 2, false, true),
        "from" if reader.is(end + 1, &["now", "today"]) => shift(end + 2, false, true),
        "before" | "after" | "into" => {
            let back = reader.is(end, &["before"]);
            let closed =
                !reader.is_word(end + 1) || reader.is(end + 1, &["that", "and", "but"]) && !reader.is_word(end + 2);
            if closed && !reader.is(end, &["into"]) && !matches!(reader.word(end + 1), Word::Digits(..)) {
                return shift(end + 1, back, false);
            }
            None
        }
        _ => None,
    }
}

/// The day before and the day after: `the day before`, `the day after tomorrow`, `the year before`, `the week after`.
pub(super) fn neighbour(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let (true, Word::Unit(unit)) = (reader.is(at, &["the"]), reader.word(at + 1)) else { return None };
    let (side, before) = (at + 2, reader.is(at + 2, &["before", "previous"]));
    if unit.is_of_clock() || !(before || reader.is(side, &["after", "following"])) {
        return None;
    }
    if unit == Unit::Day && matches!(reader.word(side + 1), Word::Speech(Speech::Tomorrow | Speech::Yesterday)) {
        return Some(Found::new(
            at,
            side + 2,
            Meaning::Shift { amount: Amount::Tenths(20), unit, back: before, speech: true },
        ));
    }
    let which = if before { Which::Previous } else { Which::Following };
    let closed = !reader.is_word(side + 1) || reader.is(side + 1, &["and", "but", "that", "when", "in", "on", "at"]);
    if closed {
        return Some(Found::new(at, side + 1, Meaning::Unit(unit, which)));
    }
    // `the day after the vote`: nobody here knows when that was.
    let open = unit == Unit::Day && reader.is(side, &["before", "after"]);
    open.then(|| Found::new(at, side + 1, Meaning::Open(Fine::AnyDay)))
}

/// Units without a number, where the words around make an amount of them: `for years`, `decades of war`, `days later`,
/// `within minutes`, `month-long`, `decades-long`.
pub(super) fn bare(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    const LEADS: [&str; 22] = [
        "for", "in", "within", "after", "over", "took", "take", "takes", "taken", "lasted", "last", "lasting", "spent",
        "spend", "spending", "of", "many", "and", "just", "only", "than", "waited",
    ];
    match reader.word(at) {
        Word::Unit(unit) if !unit.is_of_clock() || unit == Unit::Hour => {
            let long = reader.is_hyphen(at + 1) && reader.is(at + 2, &["long"]);
            long.then(|| Found::new(at, at + 3, Meaning::Duration(Amount::ONE, unit)))
        }
        Word::Units(unit) => {
            if reader.is_hyphen(at + 1) && reader.is(at + 2, &["long", "old"]) {
                return Some(Found::new(at, at + 3, Meaning::Duration(Amount::Vague, unit)));
            }
            let end = at + 1;
            if let Some(found) = shifted(reader, at, end, Amount::Vague, unit) {
                return Some(found);
            }
            let before = reader.before(at, 1);
            let led = LEADS.contains(&before) && (!matches!(before, "of" | "and") || follows_amount(reader, at));
            // `decades of war`, but `the years of war`, `early days of the internet`
            let long = matches!(unit, Unit::Year | Unit::Decade | Unit::Month | Unit::Week | Unit::Century);
            let edged = before == "the" || matches!(reader.word_before(at), Word::Edge(_) | Word::Frame(_));
            let of = reader.is(end, &["of"]) && long && !edged;
            let led = led || reader.is(end, &["in"]) && reader.is(end + 2, &["making"]);
            let name = reader.is_capital(at) && at > reader.tokens().start;
            let fraction = matches!(unit, Unit::Quarter | Unit::Second);
            ((led || of) && !name && !fraction && !is_age(reader, at, end))
                .then(|| Found::new(at, end, Meaning::Duration(Amount::Vague, unit)))
        }
        _ => None,
    }
}

/// `days and weeks`, `hundreds of years`
fn follows_amount(reader: &Reader<'_, '_>, at: usize) -> bool {
    at >= 2
        && (matches!(reader.word(at - 2), Word::Units(_))
            || reader.is(at - 2, &["dozens", "hundreds", "thousands", "couple", "number", "lot", "lots"]))
}

/// The first of two amounts of one unit: `ten or fifteen years`, `between two and three days`, `12 to 18 months`.
pub(super) fn first_of_two(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let (amount, end) = reader.amount(at)?;
    let number = matches!(reader.word(at), Word::Digits(_, ..=3) | Word::One(_) | Word::Tens(_) | Word::Numeral);
    let joined = reader.is(end, &["to", "or", "and"]) || reader.is_dash(end);
    if !number || !joined {
        return None;
    }
    let and = reader.is(end, &["and"]);
    let second = span(reader, end + 1)?;
    let wanted = !and || reader.before(at, 1) == "between";
    let larger = match (amount, second.amount) {
        (Amount::Tenths(first), Amount::Tenths(second)) => first < second,
        _ => false,
    };
    (wanted && larger && !is_age(reader, at, second.end))
        .then(|| Found::new(at, end, Meaning::Duration(amount, second.unit)))
}

/// How often: `every year`, `each day`, `per week`, `every two weeks`, `every other day`, `every Sunday`, `every morning`.
pub(super) fn each(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let slash = reader.is_mark(at, '/') && matches!(reader.word_before(at), Word::Digits(..) | Word::Numeral);
    if reader.word(at) != Word::Each && !slash {
        return None;
    }
    let other = reader.is(at + 1, &["other"]);
    let next = if other || reader.is(at + 1, &["single", "passing"]) { at + 2 } else { at + 1 };
    let set = |end, repeated| Some(Found::new(if slash { at + 1 } else { at }, end, Meaning::Set(repeated)));
    let point = |point| Repeated::Point(point);
    // `190 kilometers per hour` is a speed.
    let speed = ["kilometers", "kilometres", "miles", "km", "meters", "metres", "knots", "feet", "mph", "kph"];
    if reader.unit(next).is_some_and(Unit::is_of_clock) && speed.contains(&reader.before(at, 1)) {
        return None;
    }
    match reader.word(next) {
        Word::Unit(unit) if unit != Unit::Quarter || reader.is(at, &["every", "each"]) => {
            let amount = if other { Amount::Tenths(20) } else { Amount::ONE };
            set(next + 1, Repeated::Every(amount, unit))
        }
        Word::Weekday(day) => set(next + 1, point(Point::new(Year::Open, Fine::Weekday(day)))),
        Word::Month(month) => set(next + 1, point(Point::new(Year::Open, Fine::Month(month)))),
        Word::Season(season) => set(next + 1, point(Point::new(Year::Open, Named::Season(season).fine()))),
        Word::Part(part) => set(next + 1, point(Point { part: Some(part), ..Point::new(Year::Open, Fine::AnyDay) })),
        _ if reader.is(at, &["every"]) => {
            let Span { amount, unit, end } = span(reader, next)?;
            set(end, Repeated::Every(amount, unit))
        }
        _ => None,
    }
}

/// How often, in one word: `daily`, `annually`, `Sundays`, `weekends`, `nights`.
pub(super) fn often(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let name = reader.is_capital(at) && at > reader.tokens().start;
    let set = |point| Some(Found::new(at, at + 1, Meaning::Set(Repeated::Point(point))));
    match reader.word(at) {
        Word::Often(unit) if !name && !reader.is_hyphen(at + 1) => match unit {
            Unit::Week => Some(Found::new(at, at + 1, Meaning::Set(Repeated::Every(Amount::ONE, unit)))),
            Unit::Day => set(Point::new(Year::Open, Fine::AnyDay)),
            Unit::Month => set(Point::new(Year::Open, Fine::AnyMonth)),
            Unit::Year => set(Point::new(Year::Open, Fine::Whole)),
            _ => Some(Found::new(at, at + 1, Meaning::Set(Repeated::Every(Amount::ONE, unit)))),
        },
        Word::Weekdays(day) => set(Point::new(Year::Open, Fine::Weekday(day))),
        Word::Units(Unit::Weekend) if matches!(reader.before(at, 1), "at" | "on" | "during") => {
            set(Point::new(Year::Open, Fine::AnyWeekend))
        }
        Word::Parts(part)
            if matches!(reader.before(at, 1), "at" | "on" | "the" | "in")
                || matches!(reader.word_before(at), Word::Weekday(_)) =>
        {
            set(Point { part: Some(part), ..Point::new(Year::Open, Fine::AnyDay) })
        }
        _ => None,
    }
}
