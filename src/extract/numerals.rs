//! Numerals: where a number is written, in digits, in words or in both, and what it is worth.

use super::Document;
use core::ops::Range;

/// A number as written, without modifier (`about`), unit (`$`, `km`) or noun.
///
/// | written | low, high |
/// |---|---|
/// | `1,000`, `1.2 million`, `40bn`, `5 crore` | the number, twice |
/// | `twenty-five`, `a hundred and five`, `a dozen`, `one and a half`, `half a million`, `a couple` | the number, twice |
/// | `dozens`, `several thousand`, `tens of thousands` | the least it means, infinity |
///
/// A range (`70 to 120`) is two numerals. Ordinals are none, and neither are shares (`two-thirds`, `one in nine`).
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeral {
    /// The tokens it is written in.
    pub tokens: Range<usize>,
    /// The least that it means.
    pub low: f64,
    /// The most that it means: `low` again, or infinity for a vague one.
    pub high: f64,
    /// Whether it is written in words alone.
    pub words: bool,
}

/// The numeral that begins at a token. Never the middle of one: whoever goes on does so at its end.
pub(super) fn numeral(document: &Document<'_>, at: usize) -> Option<Numeral> {
    let _ = (document.tag(at), at);
    None
}
