//! Years, decades and centuries: `2014`, `499 BC`, `AD 70`, `the 1990s`, `'90s`, `the 21st century`.

use super::found::{Found, Meaning};
use super::reader::Reader;
use super::value::{Fine, Point, Unit, Year};
use super::words::Word;
use crate::extract::{Tag, TokenKind};
use crate::lexicon::{About, word};

/// A year where one is looked for (behind a month): four digits, with era or without, or two behind an apostrophe.
pub(super) fn year(reader: &Reader<'_, '_>, at: usize) -> Option<(Year, usize)> {
    if let Some(found) = year_of_era(reader, at) {
        return Some(found);
    }
    match reader.word(at) {
        Word::Digits(year @ 1000..=2199, 4) if reader.behind_plural(at + 1) == at + 1 => {
            Some((Year::Of(year as i16), at + 1))
        }
        Word::Other if is_apostrophe(reader, at) && reader.is_tight(at + 1) => match reader.word(at + 1) {
            Word::Digits(year, 2) if reader.behind_plural(at + 2) == at + 2 => Some((full_year(year), at + 2)),
            _ => None,
        },
        _ => None,
    }
}

fn is_apostrophe(reader: &Reader<'_, '_>, at: usize) -> bool {
    reader.is_mark(at, '\'') || reader.is_mark(at, '’') || reader.is_mark(at, '‘')
}

/// Two digits as a year of the last hundred years or so.
fn full_year(digits: u16) -> Year {
    Year::Of(if digits < 30 { 2000 + digits } else { 1900 + digits } as i16)
}

/// `499 BC`, `575 B.C.E.`, `AD 70`, `70 AD`.
fn year_of_era(reader: &Reader<'_, '_>, at: usize) -> Option<(Year, usize)> {
    const BEFORE: [&str; 4] = ["bc", "b.c", "bce", "b.c.e"];
    const AFTER: [&str; 4] = ["ad", "a.d", "ce", "c.e"];
    if let (true, Word::Digits(year @ 1.., _)) =
        (reader.is(at, &["ad", "a.d"]) && reader.is_capital(at), reader.word(at + 1))
    {
        return Some((Year::Of(i16::try_from(year).ok()?), at + 2));
    }
    let Word::Digits(year @ 1.., _) = reader.word(at) else { return None };
    let year = i16::try_from(year).ok()?;
    let capital = reader.is_capital(at + 1);
    if reader.is(at + 1, &BEFORE) && capital {
        Some((Year::Of(1 - year), at + 2))
    } else if reader.is(at + 1, &AFTER) && capital {
        Some((Year::Of(year), at + 2))
    } else {
        None
    }
}

/// The two last digits of a later year behind a dash: `1957-60`, `1999-05`.
pub(super) fn year_of_two_digits(reader: &Reader<'_, '_>, at: usize, first: i16) -> Option<(Year, usize)> {
    let Word::Digits(digits, 2) = reader.word(at) else { return None };
    let century = first - first % 100;
    let year = century + i16::try_from(digits).ok()?;
    let year = if year > first { year } else { year + 100 };
    // A season or an office of more than forty years is more likely to be something else.
    let closed = !reader.is_hyphen(at + 1) && reader.behind_plural(at + 1) == at + 1;
    (year - first <= 40 && reader.is_tight(at) && closed).then_some((Year::Of(year), at + 1))
}

impl Reader<'_, '_> {
    /// Behind the ending of decades (`1990s`, `1990's`), or `at` where there is none.
    pub fn behind_plural(&self, at: usize) -> usize {
        let ending =
            self.is_tight(at) && (self.is(at, &["s"]) || self.is_possessive(at) && self.lower(at).ends_with('s'));
        if ending { at + 1 } else { at }
    }
}

/// `the 1990s`, `'90s`, `the 70s`, `the nineties`, `the 470s BC`, `the 1900s`.
pub(super) fn decade(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let the = reader.is(at, &["the"]);
    let start = at;
    let at = if the { at + 1 } else { at };
    let mark = is_apostrophe(reader, at) && reader.is_tight(at + 1);
    let number = if mark { at + 1 } else { at };
    let Word::Digits(years, digits) = reader.word(number) else { return None };
    let end = reader.behind_plural(number + 1);
    let possessive = reader.is_possessive(number + 1) && !mark && years % 10 != 0;
    if end == number + 1 || years % 10 != 0 || possessive {
        return None;
    }
    let before = reader.is(end, &["bc", "b.c", "bce", "b.c.e"]);
    let decade = (years / 10) as i16;
    let year = match digits {
        4 if (1000..2200).contains(&years) => Year::Decade(decade, false),
        3 if before => Year::Decade(decade, true),
        // Without a mark it may be somebody's age, or a temperature.
        2 if years >= 20 && (mark || the || is_after_decade(reader, at)) => {
            Year::Decade(if years < 20 { 200 } else { 190 } + decade, false)
        }
        _ => return None,
    };
    Some(Found::new(start, if before { end + 1 } else { end }, Meaning::Point(Point::new(year, Fine::Whole))))
}

/// `the 70s and 80s`
fn is_after_decade(reader: &Reader<'_, '_>, at: usize) -> bool {
    matches!(reader.before(at, 1), "and" | "early" | "late" | "mid")
        && at >= 3
        && matches!(reader.word(at - 3), Word::Digits(..))
        && reader.before(at, 2) == "s"
}

/// `the 21st century`, `the nineteenth century`, `the 4th century BC`, `19th-century`.
pub(super) fn century(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let number = if reader.is(at, &["the"]) { at + 1 } else { at };
    let (ordinal @ 1.., end) = reader.ordinal(number)? else { return None };
    let end = reader.behind_hyphen(end);
    // `the 19th and 20th centuries`
    let shared = reader.is(end, &["and", "to", "or"])
        && reader
            .ordinal(end + 1)
            .is_some_and(|(_, end)| reader.unit(reader.behind_hyphen(end)) == Some(Unit::Century));
    if reader.unit(end) != Some(Unit::Century) && !shared {
        return None;
    }
    let end = if shared { end } else { end + 1 };
    let before = !shared && reader.is(end, &["bc", "b.c", "bce", "b.c.e"]);
    let after = !shared && reader.is(end, &["ad", "a.d", "ce", "c.e"]) && reader.is_capital(end);
    let year = Year::Century(i16::from(ordinal) - 1, before);
    Some(Found::new(at, end + usize::from(before || after), Meaning::Point(Point::new(year, Fine::Whole))))
}

/// Words behind which four digits are a year, whatever follows.
const BEFORE_YEARS: [&str; 28] = [
    "in",
    "since",
    "until",
    "till",
    "from",
    "during",
    "circa",
    "ca",
    "c",
    "early",
    "late",
    "mid",
    "year",
    "years",
    "summer",
    "winter",
    "spring",
    "autumn",
    "fall",
    "of",
    "by",
    "the",
    "to",
    "through",
    "throughout",
    "after",
    "before",
    "between",
];
/// Words behind which four digits are a name, a number or an amount.
const BEFORE_NUMBERS: [&str; 22] = [
    "no",
    "nos",
    "number",
    "numbers",
    "resolution",
    "flight",
    "boeing",
    "airbus",
    "page",
    "pages",
    "p",
    "pp",
    "line",
    "room",
    "route",
    "highway",
    "channel",
    "section",
    "order",
    "unit",
    "windows",
    "code",
];
/// Words behind which four digits are an amount, unless what follows makes a date of them: `about 1910 by`.
const ROUGHLY: [&str; 12] = [
    "some",
    "about",
    "nearly",
    "almost",
    "than",
    "least",
    "approximately",
    "only",
    "additional",
    "another",
    "roughly",
    "around",
];
/// Words behind four digits that make a measure or an amount of them.
const MEASURES: [&str; 30] = [
    "million",
    "billion",
    "thousand",
    "hundred",
    "percent",
    "km",
    "kilometers",
    "kilometres",
    "m",
    "meters",
    "metres",
    "miles",
    "feet",
    "ft",
    "kg",
    "tons",
    "tonnes",
    "degrees",
    "points",
    "dollars",
    "euros",
    "pounds",
    "hp",
    "mw",
    "people",
    "men",
    "women",
    "children",
    "soldiers",
    "troops",
];

/// Four digits that are a year by themselves.
pub(super) fn alone(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    if let Some((year, end)) = year_of_era(reader, at) {
        return Some(Found::new(at, end, Meaning::Point(Point::new(year, Fine::Whole))));
    }
    if let Some(first) = first_of_era(reader, at) {
        return Some(Found::new(at, at + 1, Meaning::Point(Point::new(first, Fine::Whole))));
    }
    let Word::Digits(year @ 1000..=2199, 4) = reader.word(at) else { return None };
    let found = || Found::new(at, at + 1, Meaning::Point(Point::new(Year::Of(year as i16), Fine::Whole)));
    (!is_number(reader, at, year)).then(found)
}

/// The first of two years before Christ: `499-493 BC`, `499 to 493 BC`, `496 and 495 BC`.
fn first_of_era(reader: &Reader<'_, '_>, at: usize) -> Option<Year> {
    let Word::Digits(first, _) = reader.word(at) else { return None };
    let joined = reader.is_dash(at + 1) || reader.is(at + 1, &["to", "and", "or", "until"]);
    match year_of_era(reader, at + 2) {
        Some((Year::Of(second), _))
            if joined && second <= 0 && i16::try_from(first).is_ok_and(|first| first > -second) =>
        {
            Some(Year::Of(1 - first as i16))
        }
        _ => None,
    }
}

/// Whether four digits are an amount, or the number of something, and no year.
fn is_number(reader: &Reader<'_, '_>, at: usize, year: u16) -> bool {
    let before = reader.before(at, 1);
    let led = BEFORE_YEARS.contains(&before);
    let symbol = at.checked_sub(1).is_some_and(|before| {
        ['$', '€', '£', '¥', '#', '№', '+', '%', '@'].iter().any(|mark| reader.is_mark(before, *mark))
            || reader.is_mark(before, '/')
                && reader.is_tight(before)
                && reader.is_tight(at)
                && !matches!(reader.word_before(before), Word::Digits(1000.., 4))
    });
    let measured = reader.is(at + 1, &MEASURES) && !matches!(before, "in" | "since" | "the" | "of")
        || reader.is_mark(at + 1, '%')
        || reader.is_mark(at + 1, '°')
        || reader.is_tight(at + 1) && reader.is_word(at + 1);
    symbol
        || measured
        || BEFORE_NUMBERS.contains(&before)
        || ROUGHLY.contains(&before) && reader.is_word(at + 1) && !reader.is(at + 1, &["by", "in", "when", "to", "at"])
        || is_part_of_number(reader, at)
        || !led && counts(reader, at)
        || year < 1500 && (!led || counts(reader, at))
        || year.is_multiple_of(50) && matches!(before, "the" | "of" | "all") && counts_people(reader, at + 1)
}

/// Whether a plural noun stands there that people are counted by: `the 1800 workers`, but `the 1956 rebels`, since a
/// round number is more likely to be one.
fn counts_people(reader: &Reader<'_, '_>, noun: usize) -> bool {
    let person = word(reader.lower(noun)).is_some_and(|word| word.is_about(About::Person));
    reader.is(noun, &MEASURES) || person && reader.tag(noun) == Tag::Plural
}

/// Whether a plural noun that the digits may count follows: `2000 people`. Not behind an article: `the 2003 elections`.
fn counts(reader: &Reader<'_, '_>, at: usize) -> bool {
    let next = at + 1;
    let determined =
        reader.is_possessive(at.wrapping_sub(1)) || matches!(reader.word_before(at), Word::Article | Word::Frame(_));
    let plural = match reader.tag(next) {
        Tag::Plural => true,
        Tag::Noun | Tag::Other => reader.lower(next).ends_with('s') && !reader.lower(next).ends_with("ss"),
        _ => false,
    };
    let number = reader.before(at, 1) == "at" && reader.is_capital(next);
    // `a 2000 year old tradition`, `1700 of them`
    const WHOLES: [&str; 9] = ["them", "those", "these", "which", "whom", "the", "its", "his", "their"];
    let of_whole = reader.is(next, &["of"]) && reader.is(next + 1, &WHOLES);
    if of_whole || reader.unit(reader.behind_hyphen(next)).is_some() {
        return true;
    }
    number || plural && !determined && !reader.is_capital(next) && !reader.is(next, &["was", "is", "has"])
}

/// A piece of a telephone number or of a name: `555-1234`, `Mi-2000`, `2000-01-555`.
fn is_part_of_number(reader: &Reader<'_, '_>, at: usize) -> bool {
    let behind = reader.is_hyphen(at + 1)
        && match reader.word(at + 2) {
            Word::Digits(_, digits) => !matches!(digits, 4 | 2),
            Word::Numeral => true,
            _ => false,
        };
    let joined = at >= 2 && reader.is_hyphen(at - 1);
    let before = joined
        && match reader.word(at - 2) {
            Word::Digits(first, 4) => !(1000..=2199).contains(&first),
            Word::Digits(..) | Word::Numeral => true,
            Word::Other => {
                reader.document.tokens.get(at - 2).is_some_and(|token| token.kind == TokenKind::Word)
                    && !reader.is(at - 2, &["pre", "post", "then", "post"])
            }
            _ => false,
        };
    behind || before
}
