//! Making tables and lists.

use super::screen::{Cell, Column};
use crate::index::Error;

/// Columns by heading, and whether their cells are numbers.
pub(super) fn columns(columns: &[(&str, bool)]) -> Vec<Column> {
    columns.iter().map(|(label, numeric)| Column { label: (*label).to_owned(), numeric: *numeric }).collect()
}

/// A cell that says something.
pub(super) fn cell(text: impl Into<String>) -> Cell {
    Cell { text: text.into(), to: None }
}

/// Cells that say something. Not inlined, and of what has become text: compiled once, for all tables.
#[inline(never)]
pub(super) fn cells(texts: &[&str]) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(texts.len());
    for text in texts {
        cells.push(cell(*text));
    }
    cells
}

/// The cells of a row, of which the first leads somewhere.
pub(super) fn row(texts: &[&str], to: &str) -> Vec<Cell> {
    let mut cells = cells(texts);
    if let Some(first) = cells.first_mut() {
        first.to = Some(to.to_owned());
    }
    cells
}

/// What is made of each of some items. A loop, because collecting results is compiled to twice as much.
///
/// # Errors
/// The first that making gives.
pub(super) fn each<T, U>(
    items: impl IntoIterator<Item = T>,
    mut make: impl FnMut(T) -> Result<U, Error>,
) -> Result<Vec<U>, Error> {
    let mut made = Vec::new();
    for item in items {
        made.push(make(item)?);
    }
    Ok(made)
}

/// A cell that leads somewhere.
pub(super) fn link(text: impl Into<String>, to: String) -> Cell {
    Cell { text: text.into(), to: Some(to) }
}
