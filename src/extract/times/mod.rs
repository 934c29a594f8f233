//! The finder of temporal expressions: dates, times of day, durations, and how often something happens.
//!
//! An expression is found by one ordered list of rules, each of which reads tokens forward from where it stands and
//! looks ahead a few tokens at most. What it means is then resolved by what the article says before it, and by the date
//! of publication ([`resolve`]).
//!
//! What counts: everything that can be put on a calendar or measured in units of it, also `now` and `recently`. What
//! does not: ages (they are figures), adjectives of order (`former`, `current`, `previous`), vague adverbs (`soon`,
//! `then`, `later`), seasons and months within names. Of a range (`2011-2013`, `from May to June`) each end is a time.
//! The span leaves out prepositions but for `since`, which is part of the value (`2011/..`).

mod amounts;
mod calendar;
mod clock;
mod dates;
mod edges;
mod feasts;
mod found;
mod joined;
mod reader;
mod relative;
mod resolve;
mod seasons;
mod shifts;
mod speech;
mod story;
mod value;
mod words;
mod years;

use super::{Document, Facts, Refusal};
use found::Found;
use reader::Reader;
pub(super) use words::{Word, word};

/// A rule by its name.
#[derive(Clone, Copy)]
struct Rule {
    name: &'static str,
    find: fn(&Reader<'_, '_>, usize) -> Option<Found>,
}

const fn rule(name: &'static str, find: fn(&Reader<'_, '_>, usize) -> Option<Found>) -> Rule {
    Rule { name, find }
}

const DAY_OF_TWO: Rule = rule("times:day-of-two", dates::day_of_two);
const WEEKDAY_DATE: Rule = rule("times:weekday-date", dates::weekday_date);
const DAY_MONTH: Rule = rule("times:day-month", dates::day_month);
const MONTH_DAY: Rule = rule("times:month", dates::month_day);
const FEAST: Rule = rule("times:feast", feasts::feast);
const SEASON: Rule = rule("times:season", seasons::season);
const DECADE: Rule = rule("times:decade", years::decade);
const CENTURY: Rule = rule("times:century", years::century);
const RELATIVE_NAMED: Rule = rule("times:relative-name", relative::named);
const RELATIVE_UNIT: Rule = rule("times:relative-unit", relative::unit);
const PART_OF_DAY: Rule = rule("times:part-of-day", clock::part_of_day);
const SPEECH: Rule = rule("times:speech", speech::speech);
const WEEKDAY: Rule = rule("times:weekday", clock::weekday);

/// The rules in order; the first one that finds something takes its tokens.
const RULES: &[Rule] = &[
    // The shapes of digits, whose first part is also a year or a day.
    rule("times:iso", dates::iso),
    rule("times:slashed", dates::slashed),
    rule("times:nine-eleven", dates::nine_eleven),
    rule("times:clock", clock::clock),
    // Two numbers that share what follows them, before the second would be taken alone.
    DAY_OF_TWO,
    rule("times:amount-of-two", amounts::first_of_two),
    // Days with their weekday, before the weekday would be taken alone.
    WEEKDAY_DATE,
    DAY_MONTH,
    MONTH_DAY,
    FEAST,
    // `the first half of 2010`, `the third quarter`, `the 19th century`, before `half` and `the third` are edges.
    rule("times:quarter", seasons::quarter),
    rule("times:half", seasons::half),
    DECADE,
    CENTURY,
    // `early in the morning of 29 April`: parts of the day before other edges.
    PART_OF_DAY,
    rule("times:beginning", edges::beginning),
    rule("times:edge", edges::edge),
    // `the same month last year` before `the same month`.
    rule("times:year-before", relative::year_before),
    // `last August` before `last` and `August`.
    RELATIVE_NAMED,
    rule("times:relative-units", relative::units),
    RELATIVE_UNIT,
    SEASON,
    rule("times:neighbour", amounts::neighbour),
    rule("times:weekend", relative::weekend),
    rule("times:some-time", relative::some_time),
    rule("times:unplaced", relative::unplaced),
    rule("times:each", amounts::each),
    rule("times:amount", amounts::amount),
    rule("times:bare-units", amounts::bare),
    rule("times:often", amounts::often),
    rule("times:noon", clock::noon),
    SPEECH,
    rule("times:reference", relative::reference),
    WEEKDAY,
    // Last: any four digits.
    rule("times:year", years::alone),
];

/// Days as they stand behind a time of the clock or a part of the day.
const DAYS: &[Rule] =
    &[DAY_OF_TWO, WEEKDAY_DATE, DAY_MONTH, MONTH_DAY, FEAST, RELATIVE_NAMED, RELATIVE_UNIT, SPEECH, WEEKDAY];

/// Finds the temporal expressions of a document.
pub fn find(document: &Document<'_>, facts: &mut Facts) {
    let mut reader = Reader::new(document);
    let mut found: Vec<Found> = Vec::new();
    for sentence in &document.sentences {
        reader.enter(sentence.tokens.clone());
        let first = found.len();
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let end = found.last().map_or(0, |last| last.tokens.end);
            if let Some(next) = next(&reader, at, found.get(first..).and_then(<[Found]>::last)) {
                // Rules may take the article before the word that they stand at, but nothing that is taken.
                let next = joined::limited(
                    &reader,
                    Found { tokens: next.tokens.start.max(end)..next.tokens.end, ..next },
                    end,
                );
                at = next.tokens.end.max(at + 1);
                found.push(next);
            } else {
                if let Some(rule) = refused(&reader, at) {
                    facts.refusals.push(Refusal { span: document.span_of(at..at + 1), rule });
                }
                at += 1;
            }
        }
        joined::share_years(&reader, found.get_mut(first..).unwrap_or_default());
    }
    resolve::resolve(&reader, &found, &mut facts.times);
}

/// The expression that begins at a token.
fn next(reader: &Reader<'_, '_>, at: usize, last: Option<&Found>) -> Option<Found> {
    if !may_begin(reader, at) {
        return None;
    }
    if let Some(found) = dates::range_end(reader, at, last) {
        return Some(Found { rule: "times:range-end", ..found });
    }
    expression(reader, at, RULES)
}

/// Whether an expression may begin with a folded word that the table of words does not have, alone or behind an
/// article, where it is written with a capital.
pub(super) fn may_begin_with(folded: &str) -> bool {
    matches!(folded, "very" | "opening" | "closing" | "medium" | "outbreak" | "ad" | "a.d")
        || seasons::coded(folded).is_some()
        || feasts::begins_with(folded)
}

/// Whether an expression may begin at a token: a look that costs little, since most tokens are nothing.
fn may_begin(reader: &Reader<'_, '_>, at: usize) -> bool {
    match reader.word(at) {
        Word::Article => {
            const BETWEEN: [&str; 19] = [
                "time",
                "moment",
                "present",
                "very",
                "near",
                "final",
                "opening",
                "closing",
                "full",
                "whole",
                "single",
                "mere",
                "number",
                "dozen",
                "foreseeable",
                "distant",
                "period",
                "brief",
                "considerable",
            ];
            reader.word(at + 1) != Word::Other
                || reader.is_capital(at + 1) && reader.opens(at + 1)
                || reader.is(at + 1, &BETWEEN)
                || reader.is_mark(at + 1, '\'')
                || reader.is_mark(at + 1, '’')
                || reader.is_mark(at + 1, '‘')
                || reader.is(at + 1, &["immediate"])
        }
        Word::Other => {
            reader.is_capital(at) && reader.opens(at)
                || reader.is_mark(at, '\'')
                || reader.is_mark(at, '’')
                || reader.is_mark(at, '‘')
                || reader.is_mark(at, '/')
        }
        _ => true,
    }
}

/// What the first of some rules finds at a token, with the part of the day behind it.
fn expression(reader: &Reader<'_, '_>, at: usize, rules: &[Rule]) -> Option<Found> {
    rules.iter().find_map(|rule| {
        let found = (rule.find)(reader, at)?;
        Some(Found { rule: rule.name, ..clock::with_part(reader, found) })
    })
}

/// A day.
fn day(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    expression(reader, at, DAYS).filter(Found::is_day)
}

/// Why a token that looks like a time was taken for none.
fn refused(reader: &Reader<'_, '_>, at: usize) -> Option<&'static str> {
    match reader.word(at) {
        Word::Month(_) => Some("times:no-month"),
        Word::Weekday(_) => Some("times:no-weekday"),
        Word::Season(_) => Some("times:no-season"),
        Word::Digits(1000..=2199, 4) => Some("times:no-year"),
        Word::Clock(..) => Some("times:no-clock"),
        Word::Units(_) if reader.is(reader.behind_hyphen(at + 1), &["old"]) => Some("times:age"),
        Word::Unit(_) if reader.is(reader.behind_hyphen(at + 1), &["old"]) => Some("times:age"),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
