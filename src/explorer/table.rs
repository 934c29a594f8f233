//! Making tables.

use super::screen::{Cell, Column};

/// Columns by heading, and whether their cells are numbers.
pub(super) fn columns(columns: &[(&str, bool)]) -> Vec<Column> {
    columns.iter().map(|(label, numeric)| Column { label: (*label).to_owned(), numeric: *numeric }).collect()
}

/// A cell that says something.
pub(super) fn cell(text: impl Into<String>) -> Cell {
    Cell { text: text.into(), to: None }
}

/// A cell that leads somewhere.
pub(super) fn link(text: impl Into<String>, to: String) -> Cell {
    Cell { text: text.into(), to: Some(to) }
}
