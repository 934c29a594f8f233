//! The finder of temporal expressions.

use super::{Document, Facts};

/// Finds the temporal expressions of a document.
pub fn find(_document: &Document<'_>, _facts: &mut Facts) {}
