//! The finder of names.

mod features;
mod found;
mod join;
mod known;
mod model;
mod peoples;
mod place;
mod run;
mod spelling;
mod tables;
#[doc(hidden)]
pub mod training;

use super::{Document, Entity, Facts, Settings};
use known::Known;

/// The lines of a table without comments and empty ones.
fn table(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Finds the names of a document.
pub fn find(document: &Document<'_>, settings: &Settings, facts: &mut Facts) {
    find_by(model::model(), document, settings, facts);
}

/// Finds the names of a document by these weights.
fn find_by(weights: &impl model::Weights, document: &Document<'_>, settings: &Settings, facts: &mut Facts) {
    let known = Known::of(document);
    let mut names = found::names(document, &known, weights, facts);
    peoples::find(document, &mut names);
    let joined = join::join(document, settings, &names);
    facts.entities.extend(joined.into_iter().map(|(entity, _)| entity));
}
