//! A figure as it is first found: its number and where its words stand, before all that the text says of it.

use crate::extract::Figure;
use core::ops::Range;

/// A figure with its tokens, for the rules that fill it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Found {
    /// The figure, with span, number, low, high, bound, kind, unit and sentence.
    pub figure: Figure,
    /// The tokens of the number.
    pub number: Range<usize>,
    /// The tokens from modifier to head noun: those of the figure's span.
    pub tokens: Range<usize>,
    /// The noun that is counted, where it is printed next to the number; of several joined ones (`90 women and
    /// children`) the first, and `tokens` ends behind the last. Of an age the person, wherever in the sentence it
    /// stands.
    pub head: Option<usize>,
    /// Whether no noun is printed where one is meant: `86 have been freed`, `another six`.
    pub elided: bool,
}
