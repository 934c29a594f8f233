//! A source: who stands behind a figure or a quotation.

use crate::text::Span;

/// Who stands behind words or numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// The name in its fullest form in the article (`Ramona Moreno`), or the description where none is named
    /// (`Valley Ministry spokesman`).
    pub name: String,
    /// Where the words that name them stand: `She`, `the premier`.
    pub span: Option<Span>,
    /// The entity, in the same article's list, if they are one.
    pub entity: Option<usize>,
}
