//! A period of days, as queries and filters write it.

use crate::read::{Published, iso};
use jiff::civil::Date;

/// A period of days, both ends included; an end that is none is open.
///
/// | written | from | to |
/// |---|---|---|
/// | `2016` | 1 January 2016 | 31 December 2016 |
/// | `2016-06` | 1 June 2016 | 30 June 2016 |
/// | `2016-06-05` | 5 June 2016 | 5 June 2016 |
/// | `2016..2018-03` | 1 January 2016 | 31 March 2018 |
/// | `2016..` | 1 January 2016 | open |
/// | `..2016` | open | 31 December 2016 |
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

impl Period {
    /// Reads one of the spellings above.
    ///
    /// # Errors
    ///
    /// A sentence that says what was expected, for anything else: no day of the calendar, an end before its beginning, `..` alone.
    ///
    /// ```
    /// use sourcebook::index::Period;
    /// assert_eq!(Period::parse("2016..2018").unwrap().to_string(), "2016..2018");
    /// assert!(Period::parse("2018..2016").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, String> {
        let dots = text.as_bytes().windows(2).position(|pair| pair == b"..");
        let (from, to) = dots.map_or((text, text), |at| (&text[..at], &text[at + 2..]));
        let from = bound(from)?.map(|(first, _)| first);
        let to = bound(to)?.map(|(_, last)| last);
        match (from, to) {
            (None, None) => Err(expected(text)),
            (Some(from), Some(to)) if from > to => {
                Err(["the period “", text, "” ends before it begins; write the earlier date first"].concat())
            }
            _ => Ok(Self { from, to }),
        }
    }

    /// Whether an article may have been published in it: whether the days it may have been published share
    /// one with the period. Without any date it does not.
    #[must_use]
    pub fn intersects(&self, published: &Published) -> bool {
        if published.earliest.is_none() && published.latest.is_none() {
            return false;
        }
        let late_enough = self.from.zip(published.latest).is_none_or(|(from, latest)| latest >= from);
        let early_enough = self.to.zip(published.earliest).is_none_or(|(to, earliest)| earliest <= to);
        late_enough && early_enough
    }
}

/// The shortest of the spellings that means the same.
impl core::fmt::Display for Period {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        if let (Some(from), Some(to)) = (self.from, self.to) {
            let year = from.year() == to.year();
            if from == to {
                return f.write_str(&iso(from));
            }
            if year && starts_year(from) && ends_year(to) {
                return f.write_str(&iso(from)[..4]);
            }
            if year && from.month() == to.month() && from.day() == 1 && to == to.last_of_month() {
                return f.write_str(&iso(from)[..7]);
            }
        }
        if let Some(from) = self.from {
            let text = iso(from);
            f.write_str(if starts_year(from) {
                &text[..4]
            } else if from.day() == 1 {
                &text[..7]
            } else {
                &text
            })?;
        }
        f.write_str("..")?;
        if let Some(to) = self.to {
            let text = iso(to);
            f.write_str(if ends_year(to) {
                &text[..4]
            } else if to == to.last_of_month() {
                &text[..7]
            } else {
                &text
            })?;
        }
        Ok(())
    }
}

fn starts_year(date: Date) -> bool {
    date.month() == 1 && date.day() == 1
}

fn ends_year(date: Date) -> bool {
    date.month() == 12 && date.day() == 31
}

/// The first and last day of a year, a month or a day; none for the empty text.
fn bound(text: &str) -> Result<Option<(Date, Date)>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let days = || {
        let mut parts = text.split('-');
        let year: i16 = number(parts.next()?, 4)?;
        let Some(month) = parts.next() else {
            return Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?));
        };
        let month = number(month, 2)? as i8;
        let Some(day) = parts.next() else {
            let first = Date::new(year, month, 1).ok()?;
            return Some((first, first.last_of_month()));
        };
        let date = Date::new(year, month, number(day, 2)? as i8).ok()?;
        parts.next().is_none().then_some((date, date))
    };
    days().map(Some).ok_or_else(|| expected(text))
}

/// A number of exactly `digits` digits, at most four.
fn number(text: &str, digits: usize) -> Option<i16> {
    (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

fn expected(found: &str) -> String {
    ["expected a date such as 2016, 2016-06, 2016-06-05 or a period such as 2016..2018, but found “", found, "”"]
        .concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn periods_read_and_written() {
        for (text, expected) in [
            ("2016", "2016-01-01..2016-12-31 = 2016"),
            ("2016-02", "2016-02-01..2016-02-29 = 2016-02"),
            ("2016-06-05", "2016-06-05..2016-06-05 = 2016-06-05"),
            ("2016..2018-03", "2016-01-01..2018-03-31 = 2016..2018-03"),
            ("2016-06-05..2016-06-07", "2016-06-05..2016-06-07 = 2016-06-05..2016-06-07"),
            ("2016..", "2016-01-01.. = 2016.."),
            ("..2016-11", "..2016-11-30 = ..2016-11"),
            ("2016-01..2016-12", "2016-01-01..2016-12-31 = 2016"),
        ] {
            let period = Period::parse(text).unwrap_or_else(|error| panic!("{error}"));
            let end = |date: Option<Date>| date.map_or(String::new(), |date| date.to_string());
            assert_eq!(format!("{}..{} = {period}", end(period.from), end(period.to)), expected);
        }
    }

    #[test]
    fn what_is_no_period_is_refused() {
        for text in [
            "",
            "..",
            "16",
            "2016-6",
            "2016-13",
            "2016-02-30",
            "2017-02-29",
            "2018..2016",
            "2016-01-01-01",
            "June",
            "２０１６",
            "2016...2018",
            "+016",
            "0x16",
        ] {
            assert!(Period::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn an_article_without_a_date_is_in_no_period() {
        let period = |text| Period::parse(text).unwrap_or_else(|error| panic!("{error}"));
        let day = |year| Date::new(year, 6, 5).ok();
        let published = |earliest, latest| Published { earliest, latest, ..Published::default() };
        assert!(!period("..2100").intersects(&published(None, None)));
        assert!(period("2016").intersects(&published(day(2016), day(2016))));
        assert!(period("2016").intersects(&published(day(2015), day(2019))));
        assert!(!period("2016").intersects(&published(day(2017), day(2019))));
        assert!(period("2016").intersects(&published(None, day(2019))));
        assert!(!period("2016").intersects(&published(day(2017), None)));
        assert!(period("..2015").intersects(&published(day(2015), day(2019))));
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_the_same(text in "([0-9]{4}(-[01][0-9](-[0-3][0-9])?)?)?(\\.\\.)?([0-9]{4}(-[01][0-9])?)?") {
            if let Ok(period) = Period::parse(&text) {
                prop_assert_eq!(Period::parse(&period.to_string()), Ok(period));
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text: String) {
            let _ = Period::parse(&text);
        }
    }
}
