//! What the calendar says: lengths of months, weeks of ISO 8601, and the days of feasts.

use super::value::date;
use crate::read::{day_number, from_day_number};
use jiff::civil::Date;

/// How many days a month has. 31 for what is none.
pub(super) fn days_of_month(year: i16, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The day of the week, 1 is Monday. 1 January 1970 was a Thursday.
pub(super) fn weekday(day: Date) -> u8 {
    (day_number(day) + 3).rem_euclid(7) as u8 + 1
}

/// The year and week of ISO 8601 that a day lies in: the week belongs to the year that its Thursday lies in.
pub(super) fn week_of(day: Date) -> Option<(i16, u8)> {
    let thursday = from_day_number(day_number(day) + 4 - i32::from(weekday(day)))?;
    let first = date(thursday.year(), 1, 1)?;
    Some((thursday.year(), ((day_number(thursday) - day_number(first)) / 7 + 1) as u8))
}

/// The Monday of a week: the first one holds 4 January.
pub(super) fn monday_of_week(year: i16, week: u8) -> Option<Date> {
    let fourth = date(year, 1, 4)?;
    from_day_number(day_number(fourth) - i32::from(weekday(fourth)) + 1 + 7 * (i32::from(week) - 1))
}

/// Easter Sunday of the western churches, after the algorithm in Butcher's Ecclesiastical Calendar (1876), as in
/// Meeus, Astronomical Algorithms, chapter 8.
pub(super) fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    if y < 1583 {
        return None;
    }
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    date(year, (sum / 31) as u8, (sum % 31 + 1) as u8)
}

/// The `nth` such weekday of a month; the last one where `nth` is 5.
pub(super) fn nth_weekday(year: i16, month: u8, nth: u8, wanted: u8) -> Option<Date> {
    let first = date(year, month, 1)?;
    let to_first = (i32::from(wanted) - i32::from(weekday(first))).rem_euclid(7);
    let day = 1 + to_first + 7 * (i32::from(nth) - 1);
    let last = i32::from(days_of_month(year, month));
    date(year, month, (if day > last { day - 7 } else { day }) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn weeks_of_iso_8601() {
        for (at, expected) in [
            (day(2004, 11, 24), (2004, 48)),
            (day(2008, 12, 29), (2009, 1)),
            (day(2010, 1, 3), (2009, 53)),
            (day(2016, 6, 5), (2016, 22)),
        ] {
            assert_eq!(week_of(at), Some(expected), "{at}");
            let monday = monday_of_week(expected.0, expected.1).expect("within the calendar");
            assert!((0..7).contains(&(day_number(at) - day_number(monday))), "{at}");
        }
        assert_eq!((weekday(day(2016, 6, 5)), weekday(day(1970, 1, 1))), (7, 4));
    }

    #[test]
    fn feasts_that_move() {
        assert_eq!(easter(2016), Some(day(2016, 3, 27)));
        assert_eq!(easter(2000), Some(day(2000, 4, 23)));
        assert_eq!(easter(33), None);
        assert_eq!(nth_weekday(2016, 11, 4, 4), Some(day(2016, 11, 24)));
        assert_eq!(nth_weekday(2016, 5, 5, 1), Some(day(2016, 5, 30)));
    }
}
