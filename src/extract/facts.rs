//! All that was found in an article.

use super::{Attribution, Entity, Figure, Quote, Reference, Time, Unknown};
use crate::text::Span;

/// A place where a finder looked and took nothing, and why. For `--explain`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Refusal {
    /// What was looked at.
    pub span: Span,
    /// The rule that refused it.
    pub rule: &'static str,
}

/// The facts of one article, each list in order of where its items begin.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Numbers that count or measure.
    pub figures: Vec<Figure>,
    /// Words given as somebody's.
    pub quotes: Vec<Quote>,
    /// Numbers that are said not to be known.
    pub unknowns: Vec<Unknown>,
    /// Temporal expressions.
    pub times: Vec<Time>,
    /// Who and what is named.
    pub entities: Vec<Entity>,
    /// Words for somebody or something that name nobody.
    pub references: Vec<Reference>,
    /// Which words somebody stands behind, quoted or not.
    pub attributions: Vec<Attribution>,
    /// What was refused.
    pub refusals: Vec<Refusal>,
}
