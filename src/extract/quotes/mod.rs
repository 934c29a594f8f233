//! The finder of quotes.

use super::{Document, Facts, Settings};

/// Finds the quotes of a document.
pub fn find(_document: &Document<'_>, _settings: &Settings, _facts: &mut Facts) {}
