//! The strip of publication dates.

use super::Table;
use serde::Serialize;

/// The strip of publication dates. Days are counted from 1 January 1970.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Strip {
    /// One sentence that says what is to be seen.
    pub sentence: String,
    /// First and last day of the axis.
    pub domain: [i32; 2],
    /// Where the axis has marks.
    pub ticks: Vec<Tick>,
    /// One a article, when there are at most 60.
    pub marks: Vec<StripMark>,
    /// Articles a period, when there are more.
    pub bins: Vec<StripBin>,
    /// How many articles have no date at all.
    pub undated: u32,
    /// The chosen period in days, both included.
    pub period: Option<[i32; 2]>,
    /// The chosen period in words.
    pub period_text: String,
    /// Its table.
    pub table: Table,
}

/// A mark of an axis.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tick {
    /// The day.
    pub at: i32,
    /// `2016`, `June 2016`, `16 June`.
    pub label: String,
}

/// An article on the strip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StripMark {
    /// What a screen reader says: title, outlet and date.
    pub label: String,
    /// First and last day it may have been published, within the domain.
    pub days: [i32; 2],
    /// `day`, `range` (drawn as a span), `unknown` (drawn over the whole axis, faded).
    pub known: &'static str,
    /// Whether query and filters leave it.
    pub matches: bool,
    /// Opens the article.
    pub to: String,
}

/// Articles of one period on the strip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StripBin {
    /// `2016`, `June 2016`.
    pub label: String,
    /// First and last day.
    pub days: [i32; 2],
    /// Articles whose date lies within, before the filters.
    pub total: u32,
    /// Those that query and filters leave.
    pub matches: u32,
    /// Chooses the period.
    pub to: String,
}
