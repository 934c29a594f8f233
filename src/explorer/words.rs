//! The view Words.

mod comparison;
mod concordance;
mod dispersion;
mod frequency;

use super::evaluation::Evaluation;
use super::screen::{Cell, Column, Words};
use crate::index::Error;

/// The view in a state.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(super) fn words(evaluation: &Evaluation) -> Result<Words, Error> {
    let searched = evaluation.hit_count() > 0;
    Ok(Words {
        frequency: frequency::frequency(evaluation)?,
        concordance: if searched { Some(concordance::concordance(evaluation)?) } else { None },
        dispersion: if searched { Some(dispersion::dispersion(evaluation)?) } else { None },
        comparison: comparison::comparison(evaluation)?,
        empty: evaluation.empty()?,
    })
}

fn columns(columns: &[(&str, bool)]) -> Vec<Column> {
    columns.iter().map(|(label, numeric)| Column { label: (*label).to_owned(), numeric: *numeric }).collect()
}

fn cell(text: impl Into<String>) -> Cell {
    Cell { text: text.into(), to: None }
}

fn link(text: impl Into<String>, to: String) -> Cell {
    Cell { text: text.into(), to: Some(to) }
}

/// So many in a thousand, to two decimals: `3.25`.
fn per_thousand(count: u32, of: u32) -> f64 {
    if of == 0 { 0.0 } else { (f64::from(count) * 100_000.0 / f64::from(of)).round() / 100.0 }
}

/// `1 hit`, `12 hits`.
fn counted(number: u64, one: &str, several: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { several })
}

/// `12,345`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!(per_thousand(1, 3), 333.33);
        assert_eq!(per_thousand(1, 0), 0.0);
    }
}
