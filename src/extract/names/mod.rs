//! The finder of names.

use super::{Document, Facts, Settings};

/// Finds the names of a document.
pub fn find(_document: &Document<'_>, _settings: &Settings, _facts: &mut Facts) {}
