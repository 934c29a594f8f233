//! Whether parts make up their whole, and what is left of it.

use super::number::quantity;
use crate::extract::{Bound, Facts, Figure, are_disjoint, remainders};
use crate::order::by_key;

/// What parts make of their whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Adds {
    /// So much is left: a number that no article says.
    Leaves(f64),
    /// They make it up.
    Up,
    /// They are more than the whole: one of the numbers is wrong, or somebody was counted twice.
    Exceeds(f64),
    /// It cannot be told: a number is not exact, or parts may overlap.
    Open,
}

/// A whole of an article with its parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Sum {
    /// The article.
    pub article: usize,
    /// The whole, by its place in the article's figures.
    pub whole: usize,
    /// The parts, in order.
    pub parts: Vec<usize>,
    /// What they make of it.
    pub adds: Adds,
    /// How it was reckoned: `405 = 104 + 44 + 257`.
    pub working: String,
}

/// The sums of an article, in order of their wholes.
#[must_use]
pub fn sums(article: usize, facts: &Facts) -> Vec<Sum> {
    let mut tied: Vec<(usize, usize)> = Vec::new();
    for (part, figure) in facts.figures.iter().enumerate() {
        if let Some(whole) = figure.part_of.filter(|whole| *whole != part && *whole < facts.figures.len()) {
            tied.push((whole, part));
        }
    }
    by_key(&mut tied, |(whole, _)| *whole as u64);
    let left = remainders(facts);
    let sum = |tied: &[(usize, usize)]| {
        let whole = tied.first().map_or(0, |(whole, _)| *whole);
        let parts: Vec<usize> = tied.iter().map(|(_, part)| *part).collect();
        let remainder = left.iter().find(|remainder| remainder.whole == whole);
        let adds = remainder.map_or_else(|| adds(&facts.figures, whole, &parts), |of| Adds::Leaves(of.low));
        let working = working(&facts.figures, whole, &parts, adds);
        Sum { article, whole, parts, adds, working }
    };
    tied.chunk_by(|a, b| a.0 == b.0).map(sum).collect()
}

/// What parts make of a whole of which nothing is left.
fn adds(figures: &[Figure], whole: usize, parts: &[usize]) -> Adds {
    let all: Vec<&Figure> = parts.iter().filter_map(|part| figures.get(*part)).collect();
    let Some(whole) = figures.get(whole) else { return Adds::Open };
    if all.iter().any(|part| part.kind != whole.kind) {
        return Adds::Open;
    }
    // A part alone that is more than its whole is wrong whatever the others are.
    let least = |figure: &Figure| figure.low.filter(|_| figure.bound != Bound::About).unwrap_or(0.0);
    let most = whole.high.filter(|_| whole.bound != Bound::About).unwrap_or(f64::INFINITY);
    let largest = all.iter().map(|part| least(part)).fold(0.0, f64::max);
    let disjoint = (0..all.len())
        .all(|at| (0..at).all(|other| all.get(at).zip(all.get(other)).is_some_and(|(a, b)| are_disjoint(a, b))));
    let together = if disjoint { all.iter().map(|part| least(part)).sum() } else { largest };
    let exact = |figure: &Figure| figure.bound == Bound::Exact && figure.low == figure.high;
    if together > most {
        Adds::Exceeds(together - most)
    } else if together == most && (disjoint || all.len() == 1) && exact(whole) && all.iter().all(|part| exact(part)) {
        Adds::Up
    } else {
        Adds::Open
    }
}

fn working(figures: &[Figure], whole: usize, parts: &[usize], adds: Adds) -> String {
    let number = |at: usize| figures.get(at).map_or_else(String::new, said);
    let parts: Vec<String> = parts.iter().map(|part| number(*part)).collect();
    let (whole, parts) = (number(whole), parts.join(" + "));
    let (sign, rest) = match adds {
        Adds::Leaves(rest) => (" = ", [" + ", &quantity(rest)].concat()),
        Adds::Up => (" = ", String::new()),
        Adds::Exceeds(_) => (" < ", String::new()),
        Adds::Open => (" ⊇ ", String::new()),
    };
    [whole.as_str(), sign, &parts, &rest].concat()
}

/// A figure's value in digits: `405`, `over 400`, `70–120`.
pub(super) fn said(figure: &Figure) -> String {
    let number = |end: Option<f64>| end.map_or_else(String::new, quantity);
    let (before, ends) = match figure.bound {
        Bound::Exact | Bound::Between if figure.low == figure.high => ("", number(figure.low)),
        Bound::Exact | Bound::Between => ("", [number(figure.low), "–".to_owned(), number(figure.high)].concat()),
        Bound::About => ("about ", number(figure.low)),
        Bound::Over => ("over ", number(figure.low)),
        Bound::AtLeast | Bound::Vague => ("at least ", number(figure.low)),
        Bound::Under => ("under ", number(figure.high)),
        Bound::UpTo => ("up to ", number(figure.high)),
    };
    [before, &ends].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn figure(value: f64, part_of: Option<usize>, status: &str) -> Figure {
        Figure { low: Some(value), high: Some(value), part_of, status: Some(status.to_owned()), ..Figure::default() }
    }

    fn summed(figures: Vec<Figure>) -> Vec<(Adds, String)> {
        let facts = Facts { figures, ..Facts::default() };
        sums(0, &facts).into_iter().map(|sum| (sum.adds, sum.working)).collect()
    }

    #[test]
    fn parts_and_wholes() {
        let (a, b) = (figure(20.0, Some(0), "killed"), figure(5.0, Some(0), "returned"));
        let of = |whole: f64| summed(vec![figure(whole, None, "left"), a.clone(), b.clone()]);
        assert_eq!(of(90.0), [(Adds::Leaves(65.0), "90 = 20 + 5 + 65".to_owned())]);
        assert_eq!(of(25.0), [(Adds::Up, "25 = 20 + 5".to_owned())]);
        assert_eq!(of(24.0), [(Adds::Exceeds(1.0), "24 < 20 + 5".to_owned())]);
        let overlapping = summed(vec![figure(24.0, None, "left"), a.clone(), a.clone()]);
        assert_eq!(overlapping, [(Adds::Open, "24 ⊇ 20 + 20".to_owned())]);
        let over = Figure { high: None, bound: Bound::Over, ..figure(30.0, Some(0), "killed") };
        assert_eq!(summed(vec![figure(24.0, None, "left"), over]), [(Adds::Exceeds(6.0), "24 < over 30".to_owned())]);
        let about = Figure { bound: Bound::About, ..figure(30.0, Some(0), "killed") };
        assert_eq!(summed(vec![figure(24.0, None, "left"), about]), [(Adds::Open, "24 ⊇ about 30".to_owned())]);
    }

    proptest! {
        /// Parts of different fates and what is left of their whole make up the whole.
        #[test]
        fn what_is_left_makes_up_the_whole(whole in 0u32..1_000, first in 0u32..500, second in 0u32..500) {
            let parts = [figure(first.into(), Some(0), "killed"), figure(second.into(), Some(0), "returned")];
            let found = summed([figure(whole.into(), None, "left")].into_iter().chain(parts).collect());
            let left = f64::from(whole) - f64::from(first) - f64::from(second);
            let expected = if left > 0.0 { Adds::Leaves(left) } else if left == 0.0 { Adds::Up } else { Adds::Exceeds(-left) };
            prop_assert_eq!(found.first().map(|sum| sum.0), Some(expected));
        }
    }
}
