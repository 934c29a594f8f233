//! What is left of a whole when its parts are taken away: computed, and never something that an article said.

use super::{Bound, Facts, Figure};
use crate::order::by_key;

/// What is left over of a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Remainder {
    /// The whole, in the article's figures.
    pub whole: usize,
    /// The parts that were taken away, in order.
    pub parts: Vec<usize>,
    /// The least that is left.
    pub low: f64,
    /// The most that is left.
    pub high: f64,
}

impl Remainder {
    /// As a figure that no article said: its whole, without what only the whole has (what happened to it, where, who says it).
    #[must_use]
    pub fn as_figure(&self, facts: &Facts) -> Figure {
        let whole = facts.figures.get(self.whole).cloned().unwrap_or_default();
        Figure {
            low: Some(self.low),
            high: Some(self.high),
            bound: Bound::Exact,
            status: None,
            at_place: None,
            sources: Vec::new(),
            part_of: Some(self.whole),
            ..whole
        }
    }
}

/// What is left of each whole of an article, in order.
///
/// Only exact numbers are reckoned with, and only parts of which no two can hold the same people: they had different
/// things happen to them, come from different places, or are other people (women, children). A whole that has a part of
/// any other kind has no remainder, nor has one whose parts make it up.
///
/// ```
/// use sourcebook::extract::{Facts, Figure, remainders};
///
/// let figure = |low: f64, part_of, status: &str| Figure {
///     low: Some(low),
///     high: Some(low),
///     part_of,
///     status: Some(status.to_owned()),
///     ..Figure::default()
/// };
/// let figures = vec![figure(90.0, None, "left"), figure(20.0, Some(0), "killed"), figure(5.0, Some(0), "returned")];
/// let left = remainders(&Facts { figures, ..Facts::default() });
/// assert_eq!((left[0].low, left[0].parts.as_slice()), (65.0, &[1, 2][..]));
/// ```
#[must_use]
pub fn remainders(facts: &Facts) -> Vec<Remainder> {
    let mut parts: Vec<(usize, usize)> = Vec::new();
    for (part, figure) in facts.figures.iter().enumerate() {
        if let Some(whole) = figure.part_of.filter(|whole| *whole != part && figure.low.or(figure.high).is_some()) {
            parts.push((whole, part));
        }
    }
    by_key(&mut parts, |(whole, _)| *whole as u64);
    let groups = parts.chunk_by(|a, b| a.0 == b.0);
    groups.filter_map(|group| remainder(&facts.figures, group.first()?.0, group)).collect()
}

/// How many parts of one whole are compared, each with each.
const MOST: usize = 16;

fn remainder(figures: &[Figure], whole: usize, parts: &[(usize, usize)]) -> Option<Remainder> {
    let all = exact(figures.get(whole)?)?;
    if parts.len() > MOST {
        return None;
    }
    let mut left = all;
    for (at, (_, part)) in parts.iter().enumerate() {
        let figure = figures.get(*part)?;
        left -= exact(figure)?;
        if figure.kind != figures.get(whole)?.kind {
            return None;
        }
        for (_, other) in parts.get(..at)? {
            if !are_disjoint(figure, figures.get(*other)?) {
                return None;
            }
        }
    }
    let parts = parts.iter().map(|(_, part)| *part).collect();
    (left > 0.0).then_some(Remainder { whole, parts, low: left, high: left })
}

/// The value of a figure of which one value is said.
fn exact(figure: &Figure) -> Option<f64> {
    let value = figure.low.filter(|low| figure.high == Some(*low) && figure.bound == Bound::Exact)?;
    (value.is_finite() && value.fract() == 0.0).then_some(value)
}

/// Whether nobody can be counted in both of two parts of a whole.
pub(crate) fn are_disjoint(a: &Figure, b: &Figure) -> bool {
    let differ = |a: Option<&str>, b: Option<&str>| {
        a.is_some() && b.is_some() && a != b && a != Some("other") && b != Some("other")
    };
    let people = !a.population.is_empty()
        && !b.population.is_empty()
        && !a.population.iter().any(|of| b.population.contains(of));
    differ(a.status.as_deref(), b.status.as_deref()) || differ(a.of_place.as_deref(), b.of_place.as_deref()) || people
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(value: f64, part_of: Option<usize>, status: &str, of: &str) -> Figure {
        let some = |word: &str| (!word.is_empty()).then(|| word.to_owned());
        Figure {
            low: Some(value),
            high: Some(value),
            part_of,
            status: some(status),
            of_place: some(of),
            ..Figure::default()
        }
    }

    fn left(figures: Vec<Figure>) -> Vec<(usize, f64)> {
        let facts = Facts { figures, ..Facts::default() };
        remainders(&facts).iter().map(|remainder| (remainder.whole, remainder.low)).collect()
    }

    #[test]
    fn parts_that_cannot_overlap_are_taken_away() {
        let whole = || figure(60.0, None, "left", "");
        assert_eq!(
            left(vec![whole(), figure(20.0, Some(0), "killed", ""), figure(5.0, Some(0), "returned", "")]),
            [(0, 35.0)]
        );
        assert_eq!(
            left(vec![whole(), figure(20.0, Some(0), "left", "Mali"), figure(5.0, Some(0), "left", "Chad")]),
            [(0, 35.0)]
        );
        assert_eq!(left(vec![whole(), figure(20.0, Some(0), "killed", "")]), [(0, 40.0)]);
    }

    #[test]
    fn nothing_is_left_where_it_cannot_be_told() {
        let whole = || figure(60.0, None, "left", "");
        // The same people may be in both.
        assert!(
            left(vec![whole(), figure(20.0, Some(0), "killed", ""), figure(5.0, Some(0), "killed", "")]).is_empty()
        );
        // They make up the whole, or more than it.
        assert!(left(vec![whole(), figure(60.0, Some(0), "killed", "")]).is_empty());
        assert!(left(vec![whole(), figure(70.0, Some(0), "killed", "")]).is_empty());
        let about = Figure { bound: Bound::About, ..figure(20.0, Some(0), "killed", "") };
        assert!(left(vec![whole(), about]).is_empty());
        let vague = Figure { high: None, bound: Bound::Over, ..whole() };
        assert!(left(vec![vague, figure(20.0, Some(0), "killed", "")]).is_empty());
        assert!(left(vec![figure(20.0, Some(0), "killed", ""), figure(20.0, Some(7), "killed", "")]).is_empty());
        assert!(left(Vec::new()).is_empty());
    }
}
