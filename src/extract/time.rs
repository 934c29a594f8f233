//! A temporal expression with its value.

use crate::text::Span;
use jiff::civil::Date;

/// The types of TIMEX3.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimeType {
    /// A calendar time of a day or longer.
    #[default]
    Date,
    /// A time of day.
    Time,
    /// How long.
    Duration,
    /// How often.
    Set,
}

/// What settled a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TimeBasis {
    /// The expression itself, or its sentence.
    #[default]
    Text,
    /// An earlier date of the article.
    Context,
    /// The date of publication.
    Published,
    /// Nothing: a part stays open.
    Open,
}

/// A temporal expression.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Time {
    /// The words.
    pub span: Span,
    /// Its type.
    pub kind: TimeType,
    /// Its value in TIMEX3's notation: `2017-07`, `P3D`, `XXXX-08`, `2011/..`.
    pub value: String,
    /// The first day it may mean.
    pub earliest: Option<Date>,
    /// The last day it may mean.
    pub latest: Option<Date>,
    /// What settled the value.
    pub basis: TimeBasis,
    /// The expression that the value was taken from, where `basis` is `Context`; the printed stamp where it is
    /// `Published` and printed.
    pub anchor: Option<Span>,
    /// The rules that found and filled it, in order.
    pub rules: Vec<&'static str>,
    /// Whether somebody corrected it.
    pub by_hand: bool,
}
