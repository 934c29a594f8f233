//! The table of the view Figures.

use super::Empty;
use serde::Serialize;

/// The view Figures: the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ledger {
    /// One sentence that says what is to be seen.
    pub sentence: String,
    /// The columns, by each of which it can be sorted.
    pub columns: Vec<LedgerColumn>,
    /// The rows in order, at most as many as are shown at once.
    pub rows: Vec<LedgerRow>,
    /// How many there are in all.
    pub total: u32,
    /// Where showing more leads.
    pub more: Option<String>,
    /// What to do when there is none.
    pub empty: Option<Empty>,
}

/// A column of the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LedgerColumn {
    /// Its heading.
    pub label: &'static str,
    /// `none`, `ascending`, `descending`: becomes `aria-sort`.
    pub sorted: &'static str,
    /// Where sorting by it, or the other way round, leads.
    pub to: String,
}

/// A row of the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LedgerRow {
    /// `figure`; `computed`, which no article says; `unknown`, which an article says is not known.
    pub kind: &'static str,
    /// One a column.
    pub cells: Vec<String>,
    /// Opens the sentence.
    pub to: String,
    /// Whether it is selected.
    pub selected: bool,
}
