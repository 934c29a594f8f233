//! The query language.

use crate::text::Span;

/// Something in a query that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, in bytes of the query's text.
    pub span: Span,
    /// What is wrong, and what to write instead.
    pub message: String,
}

/// A query as it was read.
#[derive(Clone, Debug, Default)]
pub struct Query {
    problems: Vec<Problem>,
    parts: Vec<String>,
    empty: bool,
}

impl Query {
    /// Reads a query. Whatever cannot be read becomes a [`Problem`]; the rest holds.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self { empty: text.trim().is_empty(), ..Self::default() }
    }

    /// What could not be read, in order of place.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The parts of a list (`ISIS, Daesh`) as typed, at least two; empty for any other query.
    #[must_use]
    pub fn parts(&self) -> &[String] {
        &self.parts
    }

    /// Whether it asks for nothing, and so leaves all articles.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.empty
    }

    /// Whether it asks for words at all (not for fields alone): whether there can be hits.
    #[must_use]
    pub fn has_words(&self) -> bool {
        !self.empty
    }
}
