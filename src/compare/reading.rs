//! A figure with all that comparing needs of it, worked out once.

use super::interval::Interval;
use super::period::Period;
use super::place::{Spot, named, spots};
use super::subject::{Subject, noun, subject};
use crate::extract::{Bound, Facts, Figure};

/// A figure as it is compared.
#[derive(Clone, Debug)]
pub(super) struct Reading<'a> {
    /// Its article, by its place in the corpus.
    pub article: usize,
    /// Its place in the article's figures.
    pub figure: usize,
    /// What the article says.
    pub fact: &'a Figure,
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
        Some(Self {
            article,
            figure,
            fact,
            subject: subject(fact, text),
            of: spots(fact.of_place.as_deref()),
            at: spots(fact.at_place.as_deref()),
            named: counted.map(|counted| named(&counted.text)).unwrap_or_default(),
            when: fact.as_of.as_deref().and_then(Period::of),
            sources: fact.sources.iter().map(source).collect(),
            noun: noun(fact, text),
            called: called(fact, text),
        })
    }

    /// What is compared of its number.
    pub fn interval(&self) -> Interval {
        Interval::compared(self.fact)
    }

    /// Whether it says just the same number in the same way.
    pub fn says_the_same(&self, other: &Self) -> bool {
        (self.fact.low, self.fact.high, self.fact.bound) == (other.fact.low, other.fact.high, other.fact.bound)
    }

    /// Whether an end of it that is looked at is not the article's own number: vague, or open on that side.
    pub fn is_loose(&self) -> bool {
        matches!(self.fact.bound, Bound::Vague | Bound::About)
    }
}

/// `Russian citizens`, `children`, `people from Chechnya`; where no noun is printed, what was put together, up to its first
/// clause.
fn called(figure: &Figure, text: &str) -> String {
    let Some(counted) = &figure.counted else { return figure.population.join(" and ") };
    let printed = counted.span.map(|span| span.of(text)).filter(|printed| !printed.is_empty());
    let short = printed.unwrap_or_else(|| counted.text.split([',', ';']).next().unwrap_or_default());
    let short = short.split(" who ").next().unwrap_or_default().split(" that ").next().unwrap_or_default();
    short.split_whitespace().take(LONGEST).collect::<Vec<_>>().join(" ")
}

/// Words of what is counted that are shown in a reason.
const LONGEST: usize = 8;
