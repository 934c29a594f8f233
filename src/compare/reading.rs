//! A figure with all that comparing needs of it, worked out once.

use super::interval::Interval;
use super::period::Period;
use super::place::{Spot, named, spots};
use super::relation::Side;
use super::subject::{Subject, noun, subject};
use crate::extract::{Facts, Figure};

/// A figure as it is compared.
#[derive(Clone, Debug)]
pub(super) struct Reading<'a> {
    /// Its article, by its place in the corpus.
    pub article: usize,
    /// Its place in the article's figures.
    pub figure: usize,
    /// What the article says.
    pub fact: &'a Figure,
    /// The article's text.
    pub text: &'a str,
    /// What it counts; none where nothing tells that.
    pub subject: Option<Subject>,
    /// Where those counted come from.
    pub of: Vec<Spot>,
    /// Where they are, or where it happened.
    pub at: Vec<Spot>,
    /// All places that the words of what is counted name.
    pub named: Vec<Spot>,
    /// When it was so.
    pub when: Option<Period>,
    /// Who stands behind it, by the names that the corpus has for them, nearest first.
    pub sources: Vec<&'a str>,
    /// The lemma of the noun that is counted.
    pub noun: String,
    /// The words for what is counted, as short as they stand.
    pub called: String,
}

impl<'a> Reading<'a> {
    /// Reads a figure. `name` gives the corpus' name for an entity of the article.
    pub fn of(
        article: usize,
        figure: usize,
        text: &'a str,
        facts: &'a Facts,
        name: impl Fn(usize) -> Option<&'a str>,
    ) -> Option<Self> {
        let fact = facts.figures.get(figure)?;
        let source = |source: &'a crate::extract::Source| source.entity.and_then(&name).unwrap_or(&source.name);
        let counted = fact.counted.as_ref();
        let called = Side { article, fact, text, sources: &[] }.called();
        Some(Self {
            article,
            figure,
            fact,
            text,
            subject: subject(fact, text),
            of: spots(fact.of_place.as_deref()),
            at: spots(fact.at_place.as_deref()),
            named: counted.map(|counted| named(&counted.text)).unwrap_or_default(),
            when: fact.as_of.as_deref().and_then(Period::of),
            sources: fact.sources.iter().map(source).collect(),
            noun: noun(fact, text),
            called,
        })
    }

    /// What is compared of its number.
    pub fn interval(&self) -> Interval {
        Interval::compared(self.fact)
    }

    /// The figure as one side of a relation.
    pub fn side(&self) -> Side<'_> {
        Side { article: self.article, fact: self.fact, text: self.text, sources: &self.sources }
    }
}
