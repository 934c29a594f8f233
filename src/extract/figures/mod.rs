//! The finder of figures.

use super::{Document, Facts, Settings};

/// Finds the figures of a document.
pub fn find(_document: &Document<'_>, _settings: &Settings, _facts: &mut Facts) {}
