//! What a rule found, before it is resolved.

use super::calendar::{days_of_month, easter, nth_weekday};
use super::value::{Amount, Clock, Fine, Part, Point, Season, Unit, Year};
use crate::read::{day_number, from_day_number};
use core::ops::Range;

/// Which one of several, and told from where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Which {
    /// The one before that in which somebody speaks: `last year`.
    Last,
    /// The one in which somebody speaks: `this year`.
    This,
    /// The one after it: `next year`.
    Next,
    /// The one before that of the story: `the previous year`.
    Previous,
    /// The one of the story: `that year`.
    Same,
    /// The one of the story, or else that in which somebody speaks: `the end of the year`.
    The,
    /// The one after it: `the following year`.
    Following,
}

impl Which {
    /// How many units it lies behind the one it is told from.
    pub fn shift(self) -> i32 {
        match self {
            Self::Last | Self::Previous => -1,
            Self::This | Self::Same | Self::The => 0,
            Self::Next | Self::Following => 1,
        }
    }

    /// Whether it is told from when somebody speaks, and not from a time of the story.
    pub fn is_speech(self) -> bool {
        matches!(self, Self::Last | Self::This | Self::Next)
    }
}

/// A feast or other day with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// The same day of each year.
    Fixed(u8, u8),
    /// So many days from Easter Sunday.
    Easter(i8),
    /// The nth such weekday of a month: month, nth, weekday.
    Nth(u8, u8, u8),
    /// A day of another calendar, or a time whose days this tool does not know.
    Unknown,
}

/// What may be named without a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// A month.
    Month(u8),
    /// A day of a month.
    Day(u8, u8),
    /// A day of the week.
    Weekday(u8),
    /// A season.
    Season(Season),
    /// A quarter.
    Quarter(u8),
    /// A half.
    Half(u8),
    /// A feast.
    Feast(Feast),
}

impl Named {
    /// As part of a year, where it needs no calendar for that.
    pub fn fine(self) -> Fine {
        match self {
            Self::Month(month) => Fine::Month(month),
            Self::Day(month, day) | Self::Feast(Feast::Fixed(month, day)) => Fine::Day(month, day),
            Self::Weekday(day) => Fine::Weekday(day),
            Self::Season(season) => Fine::Season(season),
            Self::Quarter(quarter) => Fine::Quarter(quarter),
            Self::Half(half) => Fine::Half(half),
            Self::Feast(_) => Fine::AnyDay,
        }
    }

    /// The same of a year.
    pub fn in_year(self, year: Year) -> Point {
        let day = match (self, year) {
            (Self::Feast(Feast::Easter(by)), Year::Of(year)) => {
                easter(year).and_then(|easter| from_day_number(day_number(easter) + i32::from(by)))
            }
            (Self::Feast(Feast::Nth(month, nth, weekday)), Year::Of(year)) => nth_weekday(year, month, nth, weekday),
            _ => None,
        };
        day.map_or_else(|| Point::new(year, self.fine()), Point::of_date)
    }

    /// Whether there is such a day in a year: 29 February is not in all.
    pub fn is_in_year(self, year: i16) -> bool {
        match self {
            Self::Day(month, day) => day <= days_of_month(year, month),
            _ => true,
        }
    }

    /// A month that it lies in or near, to tell years apart by.
    pub fn month(self) -> Option<u8> {
        match self {
            Self::Month(month) | Self::Day(month, _) => Some(month),
            Self::Season(season) => Some(season.middle()),
            Self::Quarter(quarter) => Some(quarter * 3 - 1),
            Self::Half(half) => Some(half * 6 - 3),
            Self::Feast(Feast::Fixed(month, _) | Feast::Nth(month, ..)) => Some(month),
            Self::Feast(Feast::Easter(_)) => Some(4),
            Self::Weekday(_) | Self::Feast(Feast::Unknown) => None,
        }
    }
}

/// What a set repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repeated {
    /// So many units: `every two years`.
    Every(Amount, Unit),
    /// A point of each: `Sundays`, `daily`.
    Point(Point),
}

/// A time that has no place in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    Past,
    Present,
    Future,
}

impl Reference {
    pub fn value(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}

/// What the words mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A point of which the words say the year, or that has none.
    Point(Point),
    /// Something of a year that is not said: `August`, `on Sunday`, `in the spring`.
    Named(Named),
    /// `last August`, `next Sunday`.
    NamedWhich(Named, Which),
    /// Something of a year that is told: `August of that year`.
    InYear(Named, Which),
    /// `last week`, `the following year`.
    Unit(Unit, Which),
    /// So many units before (negative) or after: told from speech (`ago`) or from the story (`later`).
    Shift {
        /// How many units.
        amount: Amount,
        /// Of what.
        unit: Unit,
        /// Whether it lies before.
        back: bool,
        /// Whether told from when somebody speaks.
        speech: bool,
    },
    /// A time of the day, of a day that is not said.
    OfDay,
    /// The time that the story is at: `at the time`.
    Story,
    /// A time that is told from something whose time is not known: `the day after the vote`.
    Open(Fine),
    /// The same part of the year before: `the same month last year`.
    YearBefore(Unit),
    /// Since something began that has a name: `since the beginning of the war`. The token of its noun.
    Beginning(usize),
    /// How long.
    Duration(Amount, Unit),
    /// How often.
    Set(Repeated),
    /// Past, present or future.
    Reference(Reference),
}

/// What stands before an expression and makes an interval of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Limit {
    /// Nothing.
    #[default]
    None,
    /// `since`.
    Since,
    /// `after`.
    After,
    /// `until`, `before`.
    Until,
}

/// An expression with its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What they mean.
    pub meaning: Meaning,
    /// The part of the day.
    pub part: Option<Part>,
    /// The time of day.
    pub clock: Option<Clock>,
    /// What stands before.
    pub limit: Limit,
    /// The month that it lies near, where only an end of a year is said: `late 1943`.
    pub near: Option<u8>,
    /// The rule that found it.
    pub rule: &'static str,
    /// The rule that gave it its year, where that is not said beside it.
    pub rule_of_year: Option<&'static str>,
}

impl Found {
    pub fn new(start: usize, end: usize, meaning: Meaning) -> Self {
        Self {
            tokens: start..end,
            meaning,
            part: None,
            clock: None,
            limit: Limit::None,
            near: None,
            rule: "",
            rule_of_year: None,
        }
    }

    /// The same from an earlier token on.
    pub fn from(mut self, start: usize) -> Self {
        self.tokens.start = start;
        self
    }

    pub fn with_part(mut self, part: Part, end: usize) -> Self {
        self.part = Some(part);
        self.tokens.end = end;
        self
    }

    /// Whether it is a day, or a time of one.
    pub fn is_day(&self) -> bool {
        match self.meaning {
            Meaning::Point(Point { fine: Fine::Day(..), .. }) | Meaning::OfDay => true,
            Meaning::Named(named) | Meaning::NamedWhich(named, _) | Meaning::InYear(named, _) => {
                matches!(named, Named::Day(..) | Named::Weekday(_) | Named::Feast(_))
            }
            Meaning::Open(fine) => matches!(fine, Fine::AnyDay | Fine::Weekday(_)),
            Meaning::Unit(Unit::Day, _) | Meaning::Shift { unit: Unit::Day, .. } => true,
            _ => false,
        }
    }
}
