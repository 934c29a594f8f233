//! Which articles a query finds, and where in them.

use super::{Bitmap, Edition, Error, Problem, Query};
use crate::text::Span;
use core::ops::Range;

/// A query looked up in an edition: ask it for the articles found and for the hits in each.
pub struct Search<'a> {
    edition: &'a Edition,
    problems: Vec<Problem>,
}

/// The articles that a query finds, best first; of equal score, in the corpus' order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The articles.
    pub matches: Vec<Match>,
}

/// An article that a query finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Match {
    /// Its ordinal.
    pub article: u32,
    /// How well it fits: BM25F, zero or more, comparable only within one search.
    pub score: f32,
    /// How many hits it has: as many as [`Search::hits`] gives.
    pub hits: u32,
    /// Of a query that is a list, the hits of each part; empty for any other query.
    pub parts: Vec<u32>,
}

/// One hit: what the page marks as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Where in the article's text, from the first word's first byte to the last word's last.
    pub span: Span,
    /// Its words, in [`super::Layout::tokens`].
    pub tokens: Range<u32>,
    /// The sentence of its first word, in [`super::Layout::sentences`].
    pub sentence: u32,
    /// Of a query that is a list, the part that it belongs to, else 0.
    pub part: u16,
}

impl<'a> Search<'a> {
    /// Looks the words of a query up.
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub fn new(edition: &'a Edition, query: &Query) -> Result<Self, Error> {
        Ok(Self { edition, problems: query.problems().to_vec() })
    }

    /// What was wrong with the query, in order: what its parsing could not read, and what can be told only by this edition's
    /// words (a prefix that too many begin with).
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The articles that the query finds among those allowed (none: among all).
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub fn found(&self, allowed: Option<&Bitmap>) -> Result<Found, Error> {
        let _ = (self.edition, allowed);
        Ok(Found::default())
    }

    /// The hits in one article, in order, without overlap; none where the query does not find it.
    ///
    /// # Errors
    ///
    /// `damaged`; also where there is no such article.
    pub fn hits(&self, article: u32) -> Result<Vec<Hit>, Error> {
        let _ = article;
        Ok(Vec::new())
    }
}
