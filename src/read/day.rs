//! Days: as numbers, and as ISO 8601.
//!
//! jiff does the calendar. Its arithmetic, printer and parser do far more than is needed here, and every
//! reader of a page would download them; so the little that the engine needs of them stands here.

use jiff::civil::Date;

/// Days from 1 January 1970.
///
/// `days_from_civil` of Howard Hinnant, <https://howardhinnant.github.io/date_algorithms.html>.
#[must_use]
pub fn day_number(date: Date) -> i32 {
    let month = i32::from(date.month());
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(date.day()) - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The date so many days from 1 January 1970; none outside the years −9999 to 9999.
///
/// `civil_from_days` of Howard Hinnant, see [`day_number`].
#[must_use]
pub fn from_day_number(days: i32) -> Option<Date> {
    let days = days.checked_add(719_468)?;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i32::from(month <= 2);
    Date::new(i16::try_from(year).ok()?, month as i8, day as i8).ok()
}

/// `2016-06-05`; a year before 0 with its sign.
#[must_use]
pub fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_numbered_as_jiff_counts_them() {
        let epoch = date(1970, 1, 1);
        for day in [
            epoch,
            date(1969, 12, 31),
            date(2000, 2, 29),
            date(1900, 2, 28),
            date(1900, 3, 1),
            date(2100, 12, 31),
            date(1, 1, 1),
            date(0, 2, 29),
            date(-9999, 1, 1),
            date(9999, 12, 31),
        ] {
            assert_eq!(day_number(day), (day - epoch).get_days(), "{day}");
            assert_eq!(from_day_number(day_number(day)), Some(day), "{day}");
        }
        assert_eq!(from_day_number(i32::MAX), None);
        assert_eq!(from_day_number(i32::MIN), None);
        assert_eq!(from_day_number(day_number(date(9999, 12, 31)) + 1), None);
    }

    #[test]
    fn every_day_of_eight_hundred_years_comes_after_the_one_before() {
        let first = day_number(date(1600, 1, 1));
        let mut day = date(1600, 1, 1);
        for number in first..first + 2 * 146_097 {
            assert_eq!((from_day_number(number), day_number(day)), (Some(day), number));
            day = day.tomorrow().expect("within the calendar");
        }
    }

    #[test]
    fn iso_dates() {
        assert_eq!(iso(date(2016, 6, 5)), "2016-06-05");
        assert_eq!(iso(date(33, 4, 3)), "0033-04-03");
    }
}
