//! Printed dates and bylines of a publication.

use crate::text::class::lowercase;
use jiff::civil::Date;

/// What a line that prints a date of publication, a byline, or both, says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Stamp {
    /// The first date that is one of publication; else the first one of an update.
    pub date: Option<PrintedDate>,
    /// Whether that date is said to be one of an update.
    pub updated: bool,
    /// Whether the line says what its date or name is (`Published`, `By`).
    pub labelled: bool,
}

/// A date as printed, and what it may mean: earliest and latest reading; the same where it is plain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PrintedDate {
    /// As printed: `06/07/2016`.
    pub printed: String,
    /// The earlier reading.
    pub earliest: Date,
    /// The later reading.
    pub latest: Date,
}

impl PrintedDate {
    /// What is ambiguous about it, in words.
    pub fn ambiguity(&self) -> Option<String> {
        let (first, second) = (in_words(self.earliest), in_words(self.latest));
        (self.earliest != self.latest).then(|| format!("printed as {}, which may be {first} or {second}", self.printed))
    }
}

/// `7 June 2016`.
pub(super) fn in_words(date: Date) -> String {
    let month = MONTHS.get(usize::from(date.month().unsigned_abs()).saturating_sub(1)).copied().unwrap_or_default();
    let mut name: String = month.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    format!("{} {name} {}", date.day(), date.year())
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Words that say what a date is of.
const LABELS: [&str; 8] = ["published", "posted", "date", "created", "issued", "publication", "pubdate", "dated"];
const UPDATES: [&str; 4] = ["updated", "modified", "edited", "revised"];
/// Words that may stand beside a date without being a sentence: clock, zones, connecting words.
const BESIDE: [&str; 44] = [
    "on", "at", "the", "of", "last", "first", "post", "am", "pm", "a.m", "p.m", "gmt", "utc", "est", "edt", "cst",
    "cdt", "mst", "mdt", "pst", "pdt", "et", "pt", "bst", "cet", "cest", "eet", "eest", "msk", "ist", "aest", "jst",
    "z", "h", "hrs", "uhr", "noon", "midnight", "ago", "local", "time", "and", "read", "min",
];
/// Words within bylines that are no names.
const BYLINE: [&str; 10] = ["and", "for", "of", "the", "de", "van", "von", "bin", "al", "in"];

/// Reads a line as a stamp: it holds a date or a byline and nothing that would make it a sentence.
///
/// Stamps are `06/07/2016 - 16:21`, `June 5, 2016`, `Published: Monday, March 4, 2019 10:30 GMT`, `By Jane Doe | 12 Jan
/// 2019`, `By Jane Doe`. None are `On June 5, 2016 the army came`, `By Monday they had left`, `June 2016` (no day), `2016`.
pub(super) fn stamp(line: &str) -> Option<Stamp> {
    if line.len() > 160 {
        return None;
    }
    let (places, words): (Vec<usize>, Vec<&str>) = pieces(line).unzip();
    let mut stamp = Stamp::default();
    let (mut name, mut updated) = (None, false);
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let bare = lowercase(word.trim_matches([':', '.', '-']));
        if let Some((mut date, length)) = date(words.get(at..).unwrap_or_default()) {
            if length > 1 {
                date.printed = printed(line, &places, &words, at, at + length - 1);
            }
            take(&mut stamp, date, updated);
            (name, at) = (name.map(|_| 0), at + length);
            continue;
        }
        match bare.as_str() {
            "" => {}
            "by" if name.is_none() => (name, stamp.labelled) = (Some(0), true),
            _ if LABELS.contains(&bare.as_str()) => (updated, stamp.labelled) = (false, true),
            _ if UPDATES.contains(&bare.as_str()) => (updated, stamp.labelled) = (true, true),
            _ if is_beside(&bare) => {}
            _ => name = Some(name? + name_part(word)?),
        }
        at += 1;
    }
    let by =
        line.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by ")) && (1..=6).contains(&name.unwrap_or(0));
    (stamp.date.is_some() || by && !line.ends_with(['.', '!', '?'])).then_some(stamp)
}

/// The words of a line and where they stand, by what parts the parts of a stamp.
fn pieces(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = |c: char| c.is_whitespace() || "|·•()–—,;".contains(c);
    let mut next = 0;
    let placed = line.split_inclusive(parts).map(move |piece| {
        next += piece.len();
        (next - piece.len(), piece.trim_end_matches(parts))
    });
    placed.filter(|(_, word)| !word.is_empty())
}

/// What the line prints from one word to another.
fn printed(line: &str, places: &[usize], words: &[&str], first: usize, last: usize) -> String {
    let end = places.get(last).zip(words.get(last)).map_or(line.len(), |(at, word)| at + word.len());
    let start = places.get(first).copied().unwrap_or(end);
    line.get(start..end).unwrap_or("").trim_end_matches([':', '.']).to_owned()
}

/// Keeps the first date of publication, or failing that the first of an update.
fn take(stamp: &mut Stamp, date: PrintedDate, updated: bool) {
    if stamp.date.is_none() || stamp.updated && !updated {
        stamp.date = Some(date);
        stamp.updated = updated;
    }
}

/// Counts a word towards a byline: 1 for a name's, 0 for `and`; none where it is neither.
fn name_part(word: &str) -> Option<usize> {
    if BYLINE.contains(&word) {
        return Some(0);
    }
    let name = word.strip_prefix("al-").or_else(|| word.strip_prefix("el-")).unwrap_or(word);
    let named = name.starts_with(|c: char| c.is_uppercase() || c == '@') && !word.ends_with(['!', '?', ':']);
    (named && !is_month_or_weekday(&lowercase(word))).then_some(1)
}

fn is_month_or_weekday(word: &str) -> bool {
    month(word).is_some() || WEEKDAYS.contains(&word)
}

/// Whether a word may stand beside a date: weekday, clock time, zone, connecting word.
fn is_beside(bare: &str) -> bool {
    let weekday =
        WEEKDAYS.iter().any(|day| *day == bare || bare.len() >= 3 && bare.len() <= 5 && day.starts_with(bare));
    weekday || BESIDE.contains(&bare) || is_clock(bare)
}

/// `16:21`, `10:30:00`, `9:05pm`, `10.30am`, `7pm`, `+03:00`.
fn is_clock(bare: &str) -> bool {
    let digits = bare.trim_start_matches('+').trim_end_matches(['a', 'p', 'm', 'h', 'z', '.']);
    let marked = digits.len() < bare.len() || bare.contains(':');
    marked
        && digits.starts_with(|c: char| c.is_ascii_digit())
        && digits.len() <= 12
        && digits.chars().all(|c| c.is_ascii_digit() || c == ':' || c == '.')
}

/// The date at the beginning of `words`, and how many of them it takes.
fn date(words: &[&str]) -> Option<(PrintedDate, usize)> {
    let first = *words.first()?;
    if let Some(date) = numeric(first) {
        return Some((date, 1));
    }
    let three = (first, *words.get(1)?, *words.get(2)?);
    let (day, month, year) = match (month(three.0), month(three.1)) {
        (Some(month), _) => (day(three.1)?, month, three.2),
        (None, Some(month)) => (day(three.0)?, month, three.2),
        _ => return None,
    };
    let year = number(year.trim_end_matches([':', '.']), 4).filter(|year| is_year(*year))?;
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    Some((PrintedDate { printed: format!("{} {} {}", three.0, three.1, three.2), earliest: date, latest: date }, 3))
}

fn is_year(year: i16) -> bool {
    (1700..=2199).contains(&year)
}

/// A number of one to `digits` digits.
fn number(word: &str, digits: usize) -> Option<i16> {
    let sound = (1..=digits).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
    sound.then(|| word.parse().ok()).flatten()
}

/// `5`, `05`, `5th`.
fn day(word: &str) -> Option<i16> {
    let bare = word.trim_end_matches('.');
    let bare = ["st", "nd", "rd", "th"].iter().find_map(|ending| bare.strip_suffix(ending)).unwrap_or(bare);
    number(bare, 2)
}

/// The number of a month by its name or an abbreviation of at least three letters.
fn month(word: &str) -> Option<i16> {
    let bare = word.trim_end_matches('.').to_ascii_lowercase();
    let at = MONTHS.iter().position(|name| bare.len() >= 3 && name.starts_with(bare.as_str()))?;
    i16::try_from(at + 1).ok()
}

/// Dates in digits: `2016-06-05` (with or without a clock time behind `T`), `06/07/2016`, `5.6.2016`, `06/07/16`.
///
/// Year first is year, month, day. With dots the day comes first, as everywhere that writes dots. With strokes and
/// hyphens either may; where both are possible both are kept.
fn numeric(word: &str) -> Option<PrintedDate> {
    let word = word.trim_end_matches([':', '.']);
    let bare = word.split_once('T').map_or(word, |(date, _)| date);
    let separator = bare.chars().find(|c| !c.is_ascii_digit()).filter(|c| "-/.".contains(*c))?;
    let mut parts = bare.split(separator);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let civil = |year: i16, month: i16, day: i16| {
        is_year(year).then(|| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()).flatten()
    };
    let printed = bare.to_owned();
    if first.len() == 4 {
        let date = civil(number(first, 4)?, number(second, 2)?, number(third, 2)?)?;
        return Some(PrintedDate { printed, earliest: date, latest: date });
    }
    let (a, b) = (number(first, 2)?, number(second, 2)?);
    let year = match third.len() {
        4 => number(third, 4)?,
        2 if separator == '/' => number(third, 2).map(|year| if year < 70 { 2000 + year } else { 1900 + year })?,
        _ => return None,
    };
    let month_first = if separator == '.' { None } else { civil(year, a, b) };
    let day_first = civil(year, b, a);
    let (one, other) = (month_first.or(day_first)?, day_first.or(month_first)?);
    Some(PrintedDate { printed, earliest: one.min(other), latest: one.max(other) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Option<(String, String)> {
        let date = stamp(line)?.date?;
        Some((date.earliest.to_string(), date.latest.to_string()))
    }

    #[test]
    fn stamps_with_one_reading() {
        for (line, day) in [
            ("June 5, 2016", "2016-06-05"),
            ("5 June 2016", "2016-06-05"),
            ("5th of June 2016", ""),
            ("June 5th, 2016", "2016-06-05"),
            ("2016-06-05", "2016-06-05"),
            ("2016-06-05T10:30:00Z", "2016-06-05"),
            ("Published: 2016-06-05", "2016-06-05"),
            ("Updated June 7, 2016; published June 5, 2016", "2016-06-05"),
            ("Published June 5, 2016 | Updated June 7, 2016", "2016-06-05"),
            ("Updated 9:05 PM ET, Sun June 5, 2016", "2016-06-05"),
            ("By Jane Doe | 12 Jan 2019", "2019-01-12"),
            ("By Jane Doe and Ivan al-Petrov for The Daily Planet, Jan. 12, 2019", "2019-01-12"),
            ("Monday, March 4, 2019 10:30 GMT", "2019-03-04"),
            ("Posted on Mar. 4, 2019 at 10:30 am by Jane Doe", "2019-03-04"),
            ("16/06/2015 - 16:21", "2015-06-16"),
            ("06/16/2015", "2015-06-16"),
            ("07/07/2016", "2016-07-07"),
            ("5.6.2016, 14:00 Uhr", "2016-06-05"),
        ] {
            let expected = (!day.is_empty()).then(|| (day.to_owned(), day.to_owned()));
            assert_eq!(read(line), expected, "{line}");
        }
    }

    #[test]
    fn stamps_with_two_readings() {
        for line in ["06/07/2016 - 16:21", "06-07-2016", "06/07/16"] {
            assert_eq!(read(line), Some(("2016-06-07".into(), "2016-07-06".into())), "{line}");
        }
        let date = stamp("06/07/2016 - 16:21").and_then(|stamp| stamp.date);
        let note = date.and_then(|date| date.ambiguity());
        assert_eq!(note.as_deref(), Some("printed as 06/07/2016, which may be 7 June 2016 or 6 July 2016"));
    }

    #[test]
    fn bylines_are_stamps_without_a_date() {
        for line in ["By Jane Doe", "BY JANE DOE", "By Jane Doe, Reuters", "by Ivan van Petrov and Jane Doe"] {
            assert_eq!(stamp(line).map(|stamp| stamp.date), Some(None), "{line}");
        }
    }

    #[test]
    fn updates_are_told_from_publication() {
        assert_eq!(stamp("Updated June 7, 2016").map(|stamp| stamp.updated), Some(true));
        assert_eq!(stamp("Posted June 7, 2016").map(|stamp| stamp.updated), Some(false));
    }

    #[test]
    fn sentences_and_titles_are_no_stamps() {
        for line in [
            "On June 5, 2016 the army came",
            "The siege of June 5, 2016",
            "By Monday they had left",
            "By Monday",
            "By 2018, Thousands Had Returned Home",
            "By hook or by crook",
            "June 2016",
            "2016",
            "16:21",
            "30/02/2016",
            "99/99/2016",
            "2016-13-01",
            "May 5",
            "Jane Doe",
            "By Jane Doe is the byline.",
            "Over 300 Miners Have Left the Valley Since 2011",
            "",
        ] {
            assert_eq!(stamp(line), None, "{line}");
        }
    }
}
