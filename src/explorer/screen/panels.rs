//! The charts of the views Sources, Timeline and Names.

use super::{Table, Tick};
use serde::Serialize;

/// A chart with its title, its sentence and its table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Panel {
    /// How it is drawn: `bars`, `matrix`, `times`, `quotes`.
    pub form: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// One sentence that says what is to be seen.
    pub sentence: String,
    /// What its numbers are, one a number of each mark: `figures`, `quotations`; of a matrix the names of its columns.
    pub series: Vec<String>,
    /// The marks in order, at most as many as are shown at once.
    pub marks: Vec<PanelMark>,
    /// Of times the first and last day of the axis, from 1 January 1970.
    pub domain: [i32; 2],
    /// Where an axis of days has marks.
    pub ticks: Vec<Tick>,
    /// How many marks there are in all.
    pub total: u32,
    /// Where showing more leads.
    pub more: Option<String>,
    /// Its table.
    pub table: Table,
}

/// A mark of a [`Panel`]: a bar, a row of a matrix, a span of days, a quotation.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PanelMark {
    /// What it stands for.
    pub label: String,
    /// Its numbers; of days the first and the last.
    pub numbers: Vec<f64>,
    /// The numbers in words; of a quotation its words.
    pub text: String,
    /// What else is known of it.
    pub note: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Chooses it, or takes the choice back; opens a quotation.
    pub to: String,
}
