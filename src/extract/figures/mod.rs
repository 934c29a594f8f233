//! The finder of figures.

mod as_of;
mod attributes;
mod clause;
mod counted;
mod found;
mod numbers;
mod part;
mod place;
mod population;
mod standing;
mod status;
mod unknown;

use super::{Document, Facts, Settings};

/// Finds the figures of a document: first the numbers, then what the text says of each.
pub fn find(document: &Document<'_>, settings: &Settings, facts: &mut Facts) {
    let mut found = numbers::detect(document, facts);
    attributes::fill(document, settings, facts, &mut found);
    facts.figures = found.into_iter().map(|found| found.figure).collect();
}
