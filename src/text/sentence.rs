//! Sentences of a paragraph.

use super::Span;

/// The sentences of one block of text (a paragraph, a title), in order, without white space at either end,
/// relative to `block`. They cover everything in it but white space.
#[must_use]
pub fn sentences(block: &str) -> Vec<Span> {
    let _ = block;
    Vec::new()
}
