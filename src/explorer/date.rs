//! Dates in words.

use super::screen::DateText;
use crate::order::pair;
use crate::read::{Basis, Published, day_number};
use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month from 1 to 12.
#[must_use]
pub fn month(number: i8) -> &'static str {
    MONTHS[(number.clamp(1, 12) - 1) as usize]
}

/// `16 June 2015`.
#[must_use]
pub fn long(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date.month()), date.year())
}

/// `16 June 2015 to 3 July 2016`, as short as both stay clear: whole years and months without their days,
/// a month or a year that both share only once.
#[must_use]
pub fn between(earliest: Date, latest: Date) -> String {
    let whole_months = earliest.day() == 1 && latest.day() == latest.days_in_month();
    let whole_years = whole_months && earliest.month() == 1 && latest.month() == 12;
    let same_year = earliest.year() == latest.year();
    let same_month = same_year && earliest.month() == latest.month();
    if earliest == latest {
        long(earliest)
    } else if whole_years && same_year {
        earliest.year().to_string()
    } else if whole_years {
        format!("{} to {}", earliest.year(), latest.year())
    } else if whole_months && same_month {
        format!("{} {}", month(earliest.month()), earliest.year())
    } else if whole_months {
        format!("{} {} to {} {}", month(earliest.month()), earliest.year(), month(latest.month()), latest.year())
    } else if same_month {
        format!("{} to {}", earliest.day(), long(latest))
    } else if same_year {
        format!("{} {} to {}", earliest.day(), month(earliest.month()), long(latest))
    } else {
        format!("{} to {}", long(earliest), long(latest))
    }
}

/// A date of publication in words, with how it is known.
#[must_use]
pub fn published(published: &Published) -> DateText {
    let text = match (published.earliest, published.latest) {
        (Some(earliest), Some(latest)) => between(earliest, latest),
        (Some(earliest), None) => format!("{} or later", long(earliest)),
        (None, Some(latest)) => format!("{} or earlier", long(latest)),
        (None, None) => "date unknown".to_owned(),
    };
    let known = match published.basis {
        Basis::Unknown => "not printed in the article and not given",
        Basis::Printed => "printed in the article",
        Basis::Given => "given by whoever published this collection",
        Basis::Inferred => "inferred",
    };
    let how = match &published.note {
        Some(note) => format!("{known}: {note}"),
        None => known.to_owned(),
    };
    DateText { text, how, exact: published.earliest.is_some() && published.earliest == published.latest }
}

/// A key that brings known dates into order, and what has none behind them.
#[must_use]
pub fn in_order(published: &Published) -> u64 {
    // From 0 on, so that days before 1970 come first, too.
    let number = |day: Option<Date>| day.map_or(u32::MAX, |day| day_number(day).wrapping_sub(i32::MIN) as u32);
    pair(number(published.earliest.or(published.latest)), number(published.latest))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_in_words_say_no_more_than_is_known() {
        let cases = [
            (date(2015, 6, 16), date(2015, 6, 16), "16 June 2015"),
            (date(2018, 12, 30), date(2019, 1, 5), "30 December 2018 to 5 January 2019"),
            (date(2017, 8, 2), date(2017, 8, 9), "2 to 9 August 2017"),
            (date(2017, 8, 2), date(2017, 9, 9), "2 August to 9 September 2017"),
            (date(2016, 2, 1), date(2016, 2, 29), "February 2016"),
            (date(2017, 2, 1), date(2017, 4, 30), "February 2017 to April 2017"),
            (date(2016, 1, 1), date(2016, 12, 31), "2016"),
            (date(2016, 1, 1), date(2018, 12, 31), "2016 to 2018"),
        ];
        for (earliest, latest, words) in cases {
            assert_eq!(between(earliest, latest), words);
        }
    }
}
