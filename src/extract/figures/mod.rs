//! The finder of figures.

mod ages;
mod as_of;
mod attributes;
mod bounds;
mod clause;
mod counted;
mod counts;
mod edges;
mod forms;
mod found;
mod governor;
mod idioms;
mod kinds;
mod labels;
mod nouns;
mod number;
mod numbers;
mod one;
mod part;
mod people;
mod place;
mod population;
mod predicate;
mod ranks;
mod reading;
mod refusals;
mod restrictions;
mod scope;
mod scores;
mod shares;
mod standing;
mod status;
mod statuses;
mod units;
mod unknown;
mod verdict;
mod wording;

pub use population::{makes_fighters, population_of};

use super::{Document, Facts, Settings};

/// Finds the figures of a document: first the numbers, then what the text says of each.
pub fn find(document: &Document<'_>, settings: &Settings, facts: &mut Facts) {
    let mut found = numbers::detect(document, facts);
    attributes::fill(document, settings, facts, &mut found);
    facts.figures = found.into_iter().map(|found| found.figure).collect();
}
