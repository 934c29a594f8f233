//! Times so many units from others, and the nearest of what comes back each week or year.

use super::calendar::{week_of, weekday};
use super::found::{Named, Which};
use super::value::{Fine, Point, Unit, Year};
use crate::read::{day_number, from_day_number};
use jiff::civil::Date;

/// On which side of a day something is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// On either.
    Nearest,
    /// Before it, or shortly behind.
    Past,
}

/// The unit that a point lies in, or one `by` units from it.
pub(super) fn unit_of(point: Point, unit: Unit, by: i32) -> Option<Point> {
    let by16 = i16::try_from(by).ok()?;
    let week = |by: i32| from_day_number(day_number(point.day()?) + 7 * by).and_then(week_of);
    let year = point.single_year();
    Some(match unit {
        Unit::Week | Unit::Fortnight => week(by).map(|(year, week)| Point::new(Year::Of(year), Fine::Week(week)))?,
        Unit::Weekend => week(by).map(|(year, week)| Point::new(Year::Of(year), Fine::Weekend(week)))?,
        Unit::Month => months_from(point, by)?,
        Unit::Quarter => {
            let month = months_from(point, by * 3)?;
            Point::new(month.year, Fine::Quarter(month.month()?.div_ceil(3)))
        }
        Unit::Year => Point::new(Year::Of(year?.checked_add(by16)?), Fine::Whole),
        Unit::Decade => match point.year {
            Year::Decade(decade, before) => {
                Point::new(Year::Decade(decade + if before { -by16 } else { by16 }, before), Fine::Whole)
            }
            Year::Of(year) if year > 0 => Point::new(Year::Decade(year / 10 + by16, false), Fine::Whole),
            Year::Of(year) => Point::new(Year::Decade((1 - year) / 10 - by16, true), Fine::Whole),
            _ => return None,
        },
        Unit::Century => match point.year {
            Year::Century(century, before) => {
                Point::new(Year::Century(century + if before { -by16 } else { by16 }, before), Fine::Whole)
            }
            Year::Of(year) if year > 0 => Point::new(Year::Century(year / 100 + by16, false), Fine::Whole),
            Year::Of(year) => Point::new(Year::Century((1 - year) / 100 - by16, true), Fine::Whole),
            _ => return None,
        },
        _ => Point::of_date(from_day_number(day_number(point.day()?).checked_add(by)?)?),
    })
}

fn months_from(point: Point, by: i32) -> Option<Point> {
    let months = i32::from(point.single_year()?) * 12 + i32::from(point.month()?) - 1 + by;
    let year = i16::try_from(months.div_euclid(12)).ok()?;
    Some(Point::new(Year::Of(year), Fine::Month(months.rem_euclid(12) as u8 + 1)))
}

/// A point so many units from another, as exact as the unit is: three years from a day make a year.
pub(super) fn shift(point: Point, unit: Unit, by: i32) -> Option<Point> {
    let days = |days: i32| Some(Point::of_date(from_day_number(day_number(point.day()?).checked_add(days)?)?));
    match unit {
        Unit::Week if by.abs() == 1 => days(7 * by),
        Unit::Fortnight => days(14 * by),
        Unit::Decade => unit_of(point, Unit::Year, by.checked_mul(10)?),
        Unit::Century => unit_of(point, Unit::Year, by.checked_mul(100)?),
        Unit::Quarter => months_from(point, by.checked_mul(3)?),
        Unit::Weekend | Unit::Hour | Unit::Minute | Unit::Second => None,
        _ if by.abs() > 100_000 => None,
        _ => unit_of(point, unit, by),
    }
}

/// The nearest such weekday: today or before, or today or after.
pub(super) fn nearest_weekday(day: Date, wanted: u8, future: bool) -> Option<Date> {
    let ahead = (i32::from(wanted) - i32::from(weekday(day))).rem_euclid(7);
    let by = if future || ahead == 0 { ahead } else { ahead - 7 };
    from_day_number(day_number(day) + by)
}

/// What is named, of the year that brings it nearest to a day. In the past where nothing says otherwise: `in September`
/// in an article of May is of the year before; but two months ahead it is still this year's.
pub(super) fn nearest(day: Date, named: Named, direction: Direction) -> Option<Point> {
    let middle = |year: i16| {
        let (first, last) = named.in_year(Year::Of(year)).interval();
        Some((day_number(first?) + day_number(last?)) / 2)
    };
    let now = day_number(day);
    let years = [day.year().saturating_sub(1), day.year(), day.year().saturating_add(1)];
    let distance = |year: &i16| {
        let ahead = middle(*year).map_or(i32::MAX / 4, |middle| middle - now);
        match direction {
            Direction::Past if ahead > 62 => ahead.saturating_mul(4),
            _ => ahead.abs(),
        }
    };
    let year = years.into_iter().min_by_key(distance)?;
    Some(named.in_year(Year::Of(year)))
}

/// `last August`, `next Sunday`, `this spring`, told from a day.
pub(super) fn by_which(day: Date, named: Named, which: Which) -> Option<Point> {
    if let Named::Weekday(wanted) = named {
        let ahead = (i32::from(wanted) - i32::from(weekday(day))).rem_euclid(7);
        let by = match which {
            Which::Last | Which::Previous => {
                if ahead == 0 {
                    -7
                } else {
                    ahead - 7
                }
            }
            Which::Next | Which::Following => {
                if ahead == 0 {
                    7
                } else {
                    ahead
                }
            }
            _ => ahead,
        };
        return from_day_number(day_number(day) + by).map(Point::of_date);
    }
    let now = day_number(day);
    let of = |by: i16| Some(named.in_year(Year::Of(day.year().checked_add(by)?)));
    let ended = |point: &Point| point.interval().1.is_some_and(|last| day_number(last) < now);
    let to_begin = |point: &Point| point.interval().0.is_some_and(|first| day_number(first) > now);
    match which {
        Which::Last | Which::Previous => [0, -1, -2].into_iter().filter_map(of).find(ended),
        Which::Next | Which::Following => [0, 1].into_iter().filter_map(of).find(to_begin),
        _ => of(0),
    }
}

/// What of a unit stays open.
pub(super) fn any(unit: Unit) -> Fine {
    match unit {
        Unit::Week | Unit::Fortnight => Fine::AnyWeek,
        Unit::Weekend => Fine::AnyWeekend,
        Unit::Month => Fine::AnyMonth,
        Unit::Quarter => Fine::AnyQuarter,
        Unit::Year => Fine::Whole,
        Unit::Decade => Fine::AnyDecade,
        Unit::Century => Fine::AnyCentury,
        _ => Fine::AnyDay,
    }
}
