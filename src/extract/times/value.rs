//! Values of temporal expressions: how they are written in TIMEX3, and between which days they lie.

use super::calendar::{days_of_month, monday_of_week};
use crate::read::{day_number, from_day_number};
use core::fmt::{self, Write as _};
use jiff::civil::Date;

/// A season of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(in crate::extract) enum Season {
    Spring,
    Summer,
    Autumn,
    Winter,
}

impl Season {
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "SP" => Self::Spring,
            "SU" => Self::Summer,
            "FA" => Self::Autumn,
            "WI" => Self::Winter,
            _ => return None,
        })
    }

    fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Autumn => "FA",
            Self::Winter => "WI",
        }
    }

    /// The month in its middle, as the northern half of the world has it.
    pub fn middle(self) -> u8 {
        match self {
            Self::Spring => 4,
            Self::Summer => 7,
            Self::Autumn => 10,
            Self::Winter => 1,
        }
    }
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(in crate::extract) enum Part {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

impl Part {
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "MO" => Self::Morning,
            "MI" => Self::Midday,
            "AF" => Self::Afternoon,
            "EV" => Self::Evening,
            "NI" => Self::Night,
            _ => return None,
        })
    }

    fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
        }
    }
}

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub(in crate::extract) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "weekend" => Self::Weekend,
            "week" => Self::Week,
            "fortnight" => Self::Fortnight,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            _ => return None,
        })
    }

    /// Whether it is shorter than a day.
    pub fn is_of_clock(self) -> bool {
        self < Self::Day
    }
}

/// The year of a point, or the years.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Year {
    /// Not known.
    #[default]
    Open,
    /// A year; 0 is 1 BC.
    Of(i16),
    /// Ten years by their common digits (`198`), and whether before Christ.
    Decade(i16, bool),
    /// A hundred years by their common digits (`20` is the 21st century), and whether before Christ.
    Century(i16, bool),
}

/// What is said of a point within its year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Fine {
    /// Nothing: the whole year.
    #[default]
    Whole,
    /// A month.
    Month(u8),
    /// Some month.
    AnyMonth,
    /// A day of a month.
    Day(u8, u8),
    /// Some day.
    AnyDay,
    /// A season.
    Season(Season),
    /// A quarter.
    Quarter(u8),
    /// Some quarter.
    AnyQuarter,
    /// A half.
    Half(u8),
    /// A week of ISO 8601.
    Week(u8),
    /// Its Saturday and Sunday.
    Weekend(u8),
    /// Some week.
    AnyWeek,
    /// Some weekend.
    AnyWeekend,
    /// Some decade.
    AnyDecade,
    /// Some century.
    AnyCentury,
    /// A day of the week, of some week.
    Weekday(u8),
}

/// A time of day in hours and minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    pub hour: u8,
    /// None where only the hour is said.
    pub minute: Option<u8>,
    /// Whether it is told in universal time.
    pub universal: bool,
}

/// A point of the calendar, or a stretch of it that has a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Point {
    pub year: Year,
    pub fine: Fine,
    pub part: Option<Part>,
    pub clock: Option<Clock>,
}

impl Point {
    pub fn new(year: Year, fine: Fine) -> Self {
        Self { year, fine, ..Self::default() }
    }

    pub fn of_date(date: Date) -> Self {
        Self::new(Year::Of(date.year()), Fine::Day(date.month().unsigned_abs(), date.day().unsigned_abs()))
    }

    /// The year, where it is one.
    pub fn single_year(self) -> Option<i16> {
        if let Year::Of(year) = self.year { Some(year) } else { None }
    }

    /// The month that it lies in.
    pub fn month(self) -> Option<u8> {
        match self.fine {
            Fine::Month(month) | Fine::Day(month, _) => Some(month),
            Fine::Week(_) | Fine::Weekend(_) => self.interval().0.map(|day| day.month().unsigned_abs()),
            _ => None,
        }
    }

    /// The day, where it is one and known.
    pub fn day(self) -> Option<Date> {
        match (self.year, self.fine) {
            (Year::Of(year), Fine::Day(month, day)) => date(year, month, day),
            _ => None,
        }
    }

    /// The first and the last day that it may mean.
    pub fn interval(self) -> (Option<Date>, Option<Date>) {
        match self.year {
            Year::Open => (None, None),
            Year::Of(year) => within_year(year, self.fine),
            Year::Decade(digits, before) => years(digits, 10, before),
            Year::Century(digits, before) => years(digits, 100, before),
        }
    }
}

/// Writes the value in TIMEX3: `2017-07`, `1944-SU`, `BC0499`, `XXXX-WXX-7`, `2016-06-05T16:21`.
impl fmt::Display for Point {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Year::Open if self.fine == Fine::AnyDecade => to.write_str("XXX")?,
            Year::Open if self.fine == Fine::AnyCentury => to.write_str("XX")?,
            Year::Open => to.write_str("XXXX")?,
            Year::Of(year) if year <= 0 => write!(to, "BC{:04}", 1 - i32::from(year))?,
            Year::Of(year) => write!(to, "{year:04}")?,
            Year::Decade(digits, before) => write!(to, "{}{digits:03}", if before { "BC" } else { "" })?,
            Year::Century(digits, before) => write!(to, "{}{digits:02}", if before { "BC" } else { "" })?,
        }
        if matches!(self.year, Year::Decade(..) | Year::Century(..)) {
            return Ok(());
        }
        match self.fine {
            Fine::Whole | Fine::AnyDecade | Fine::AnyCentury => {}
            Fine::Month(month) => write!(to, "-{month:02}")?,
            Fine::AnyMonth => to.write_str("-XX")?,
            Fine::Day(month, day) => write!(to, "-{month:02}-{day:02}")?,
            Fine::AnyDay => to.write_str("-XX-XX")?,
            Fine::Season(season) => write!(to, "-{}", season.code())?,
            Fine::Quarter(quarter) => write!(to, "-Q{quarter}")?,
            Fine::AnyQuarter => to.write_str("-QX")?,
            Fine::Half(half) => write!(to, "-H{half}")?,
            Fine::Week(week) => write!(to, "-W{week:02}")?,
            Fine::Weekend(week) => write!(to, "-W{week:02}-WE")?,
            Fine::AnyWeek => to.write_str("-WXX")?,
            Fine::AnyWeekend => to.write_str("-WXX-WE")?,
            Fine::Weekday(day) => write!(to, "-WXX-{day}")?,
        }
        match (self.clock, self.part) {
            (Some(clock), _) => clock.fmt(to),
            (None, Some(part)) => write!(to, "T{}", part.code()),
            (None, None) => Ok(()),
        }
    }
}

impl fmt::Display for Clock {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "T{:02}:{:02}", self.hour, self.minute.unwrap_or(0))?;
        if self.universal { to.write_char('Z') } else { Ok(()) }
    }
}

/// A date; none where there is no such day.
pub(super) fn date(year: i16, month: u8, day: u8) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn within_year(year: i16, fine: Fine) -> (Option<Date>, Option<Date>) {
    let months = |first, last| (date(year, first, 1), date(year, last, days_of_month(year, last)));
    match fine {
        Fine::Month(month) => months(month, month),
        Fine::Day(month, day) => (date(year, month, day), date(year, month, day)),
        Fine::Season(Season::Spring) => months(3, 5),
        Fine::Season(Season::Summer) => months(6, 8),
        Fine::Season(Season::Autumn) => months(9, 11),
        // It may be the one that the year begins with, or the one that it ends with.
        Fine::Season(Season::Winter) => {
            let next = year.saturating_add(1);
            (date(year, 1, 1), date(next, 2, days_of_month(next, 2)))
        }
        Fine::Quarter(quarter @ 1..=4) => months(quarter * 3 - 2, quarter * 3),
        Fine::Half(half @ 1..=2) => months(half * 6 - 5, half * 6),
        Fine::Week(week) => days_of_week(year, week, 0, 6),
        Fine::Weekend(week) => days_of_week(year, week, 5, 6),
        _ => months(1, 12),
    }
}

fn days_of_week(year: i16, week: u8, first: i32, last: i32) -> (Option<Date>, Option<Date>) {
    let monday = monday_of_week(year, week).map(day_number);
    let day = |by| monday.and_then(|monday| from_day_number(monday + by));
    (day(first), day(last))
}

/// The first and last day of `count` years with the same first digits.
fn years(digits: i16, count: i16, before: bool) -> (Option<Date>, Option<Date>) {
    let first = digits.saturating_mul(count);
    let last = first.saturating_add(count - 1);
    if before {
        // 499 BC is −498.
        return (date(1 - last, 1, 1), date(1 - first.max(1), 12, 31));
    }
    (date(first.max(1), 1, 1), date(last, 12, 31))
}

/// How many units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// So many, in tenths.
    Tenths(u32),
    /// An indefinite number.
    Vague,
}

impl Amount {
    pub const ONE: Self = Self::Tenths(10);

    /// The number where it is whole.
    pub fn whole(self) -> Option<i32> {
        match self {
            Self::Tenths(tenths) if tenths % 10 == 0 => i32::try_from(tenths / 10).ok(),
            _ => None,
        }
    }
}

/// Writes a duration in TIMEX3: `P3D`, `PT30M`, `PXM`, `P2.5Y`. Decades are ten years where they are counted, as
/// readers take them, and `PXDE` where they are not.
pub(super) fn duration(amount: Amount, unit: Unit) -> String {
    let (times, code) = match (unit, amount) {
        (Unit::Second, _) => (1, "S"),
        (Unit::Minute, _) => (1, "M"),
        (Unit::Hour, _) => (1, "H"),
        (Unit::Day, _) => (1, "D"),
        (Unit::Weekend, _) => (1, "WE"),
        (Unit::Week, _) => (1, "W"),
        (Unit::Fortnight, Amount::Vague) => (1, "W"),
        (Unit::Fortnight, _) => (2, "W"),
        (Unit::Month, _) => (1, "M"),
        (Unit::Quarter, _) => (1, "Q"),
        (Unit::Year, _) => (1, "Y"),
        (Unit::Decade, Amount::Vague) => (1, "DE"),
        (Unit::Decade, _) => (10, "Y"),
        (Unit::Century, Amount::Vague) => (1, "CE"),
        (Unit::Century, _) => (100, "Y"),
    };
    let mut value = String::from(if unit.is_of_clock() { "PT" } else { "P" });
    // Writing to a string does not fail.
    let _ = match amount {
        Amount::Vague => value.write_char('X'),
        Amount::Tenths(5) if unit == Unit::Hour => return "PT30M".into(),
        Amount::Tenths(tenths) => {
            let tenths = tenths.saturating_mul(times);
            match tenths % 10 {
                0 => write!(value, "{}", tenths / 10),
                rest => write!(value, "{}.{rest}", tenths / 10),
            }
        }
    };
    value.push_str(code);
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(point: Point) -> String {
        point.to_string()
    }

    #[test]
    fn points_as_timex3_writes_them() {
        for (year, fine, expected, days) in [
            (Year::Of(2017), Fine::Month(7), "2017-07", "2017-07-01 2017-07-31"),
            (Year::Of(2016), Fine::Day(2, 29), "2016-02-29", "2016-02-29 2016-02-29"),
            (Year::Open, Fine::Month(8), "XXXX-08", ""),
            (Year::Open, Fine::Weekday(7), "XXXX-WXX-7", ""),
            (Year::Of(1944), Fine::Season(Season::Summer), "1944-SU", "1944-06-01 1944-08-31"),
            (Year::Of(-498), Fine::Whole, "BC0499", "-000498-01-01 -000498-12-31"),
            (Year::Decade(198, false), Fine::Whole, "198", "1980-01-01 1989-12-31"),
            (Year::Century(20, false), Fine::Whole, "20", "2000-01-01 2099-12-31"),
            (Year::Decade(47, true), Fine::Whole, "BC047", "-000478-01-01 -000469-12-31"),
            (Year::Of(2011), Fine::Half(1), "2011-H1", "2011-01-01 2011-06-30"),
            (Year::Of(2011), Fine::Quarter(4), "2011-Q4", "2011-10-01 2011-12-31"),
            (Year::Of(2004), Fine::Week(47), "2004-W47", "2004-11-15 2004-11-21"),
        ] {
            let point = Point::new(year, fine);
            assert_eq!(text(point), expected);
            let (earliest, latest) = point.interval();
            let written = earliest.zip(latest).map(|(first, last)| format!("{first} {last}"));
            assert_eq!(written.unwrap_or_default(), days, "{expected}");
        }
    }

    #[test]
    fn durations_as_timex3_writes_them() {
        for (amount, unit, expected) in [
            (Amount::Tenths(30), Unit::Day, "P3D"),
            (Amount::Tenths(300), Unit::Minute, "PT30M"),
            (Amount::Vague, Unit::Month, "PXM"),
            (Amount::Vague, Unit::Decade, "PXDE"),
            (Amount::Tenths(20), Unit::Decade, "P20Y"),
            (Amount::Tenths(25), Unit::Year, "P2.5Y"),
            (Amount::Tenths(5), Unit::Hour, "PT30M"),
            (Amount::Tenths(10), Unit::Fortnight, "P2W"),
        ] {
            assert_eq!(duration(amount, unit), expected);
        }
    }
}
