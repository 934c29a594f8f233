//! When an article was published, as far as that is known, and how it is known.

use crate::text::Span;
use jiff::civil::Date;

/// What a date of publication rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// Nothing is known.
    #[default]
    Unknown,
    /// The text prints it.
    Printed,
    /// Whoever publishes the corpus gives it.
    Given,
    /// Whoever publishes the corpus gives bounds, with the reason for them.
    Inferred,
}

/// A date of publication: the days between which it lies, both included, and what they rest on.
///
/// One day known: `earliest == latest`. Not known at all: both none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Published {
    /// The first day it may be.
    pub earliest: Option<Date>,
    /// The last day it may be.
    pub latest: Option<Date>,
    /// What it rests on.
    pub basis: Basis,
    /// The reason for the bounds, or what is ambiguous about a printed date ("06/07/2016 may be 7 June or 6 July").
    pub note: Option<String>,
    /// Where the text prints it.
    pub stamp: Option<Span>,
}
