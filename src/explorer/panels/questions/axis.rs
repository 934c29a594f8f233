//! Logarithmic axes.

use super::account::Account;
use crate::compare::quantity;
use crate::explorer::screen::{QuestionAxis, QuestionTick};
use crate::extract::Figure;

/// The numbers between which an axis lies, at the most.
const LEAST: f64 = 0.01;
const GREATEST: f64 = 1e18;

/// So many marks an axis has at the most.
const MOST_TICKS: usize = 10;

/// From the least to the greatest number of some figures.
#[derive(Clone, Copy)]
pub(super) struct Range {
    low: f64,
    high: f64,
    /// The least that is above 0: what an axis can begin with.
    above: f64,
    /// The greatest from which an open end goes on.
    open: f64,
}

impl Default for Range {
    fn default() -> Self {
        Self { low: f64::INFINITY, high: f64::NEG_INFINITY, above: f64::INFINITY, open: 0.0 }
    }
}

impl Range {
    /// Takes in the ends of figures.
    pub fn add(&mut self, accounts: &[Account]) {
        for Figure { low, high, .. } in accounts.iter().map(|account| account.figure.as_ref()) {
            self.take(*low, *high);
        }
    }

    fn take(&mut self, low: Option<f64>, high: Option<f64>) {
        for end in [low, high].into_iter().flatten() {
            self.low = self.low.min(end);
            self.high = self.high.max(end);
            self.above = if end > 0.0 { self.above.min(end) } else { self.above };
        }
        if let (Some(low), None) = (low, high) {
            self.open = self.open.max(low);
        }
    }

    /// Its ends; 0 and 0 where there is none.
    pub fn ends(&self) -> [f64; 2] {
        if self.low > self.high { [0.0; 2] } else { [self.low, self.high] }
    }
}

/// The axis of a range: from a power of ten to another, with some room behind where an open end begins there.
#[expect(clippy::manual_clamp, reason = "`clamp` can panic with numbers printed, which brings 20 KB into the engine")]
pub(super) fn axis(unit: String, range: &Range) -> QuestionAxis {
    let least = if range.above.is_finite() { range.above.max(LEAST).min(GREATEST) } else { 1.0 };
    let greatest = range.high.max(least).min(GREATEST);
    let mut from = 1.0;
    while from > least {
        from /= 10.0;
    }
    while from * 10.0 <= least {
        from *= 10.0;
    }
    let mut powers = vec![from, from * 10.0];
    while let Some(last) = powers.last().copied()
        && (last < greatest || last <= range.open.min(GREATEST))
    {
        powers.push(last * 10.0);
    }
    let domain = [from, powers.last().copied().unwrap_or(10.0)];
    let step = powers.len().div_ceil(MOST_TICKS);
    let tick = |at: f64| QuestionTick { at, label: quantity(at) };
    QuestionAxis { unit, domain, ticks: powers.into_iter().step_by(step).map(tick).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(figures: &[(Option<f64>, Option<f64>)]) -> ([f64; 2], usize) {
        let mut range = Range::default();
        for (low, high) in figures {
            range.take(*low, *high);
        }
        let axis = axis(String::new(), &range);
        assert!(axis.ticks.iter().all(|tick| tick.at >= axis.domain[0] && tick.at <= axis.domain[1]));
        (axis.domain, axis.ticks.len())
    }

    #[test]
    fn axes_go_from_one_power_of_ten_to_another() {
        assert_eq!(ends(&[(Some(44.0), Some(44.0)), (Some(405.0), Some(405.0))]), ([10.0, 1000.0], 3));
        assert_eq!(ends(&[(Some(100.0), Some(1000.0))]), ([100.0, 1000.0], 2));
        assert_eq!(ends(&[(Some(7.0), Some(7.0))]), ([1.0, 10.0], 2));
        // An open end has room to go on.
        assert_eq!(ends(&[(Some(100.0), Some(100.0)), (Some(1000.0), None)]), ([100.0, 10_000.0], 3));
        assert_eq!(ends(&[(None, Some(400.0))]), ([100.0, 1000.0], 2));
    }

    #[test]
    fn axes_of_what_no_logarithm_has() {
        assert_eq!(ends(&[]), ([1.0, 10.0], 2));
        assert_eq!(ends(&[(Some(0.0), Some(0.0))]), ([1.0, 10.0], 2));
        assert_eq!(ends(&[(Some(-5.0), Some(50.0))]), ([10.0, 100.0], 2));
        let (domain, ticks) = ends(&[(Some(1e-300), Some(f64::MAX))]);
        assert!(domain[0] < 0.02 && domain[1] < 1e20 && ticks <= MOST_TICKS + 1, "{domain:?} {ticks}");
    }
}
