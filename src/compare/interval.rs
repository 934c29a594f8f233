//! The numbers that a figure leaves open, and how two of them lie to each other.

use crate::extract::{Bound, Figure};

/// How far from its number an `about` reaches, as a share of it.
pub const ABOUT: f64 = 0.1;

/// From the least to the most that a figure says, both within; infinite where nothing is said.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The least.
    pub low: f64,
    /// The most.
    pub high: f64,
}

impl Interval {
    /// The interval as the article says it: `about 100` is 100.
    #[must_use]
    pub fn said(figure: &Figure) -> Self {
        Self { low: figure.low.unwrap_or(f64::NEG_INFINITY), high: figure.high.unwrap_or(f64::INFINITY) }
    }

    /// The interval that is compared: `about 100` is 90 to 110, all else as it is said.
    #[must_use]
    pub fn compared(figure: &Figure) -> Self {
        let Self { low, high } = Self::said(figure);
        if figure.bound != Bound::About {
            return Self { low, high };
        }
        Self { low: low - ABOUT * low.abs(), high: high + ABOUT * high.abs() }
    }

    /// Whether some number lies in both.
    ///
    /// ```
    /// use sourcebook::compare::Interval;
    ///
    /// let over_400 = Interval { low: 400.0, high: f64::INFINITY };
    /// assert!(over_400.meets(Interval { low: 405.0, high: 405.0 }));
    /// assert!(!over_400.meets(Interval { low: 70.0, high: 120.0 }));
    /// ```
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// How many times the nearer end of the one is the nearer end of the other, where they do not meet and both are above 0.
    #[must_use]
    pub fn factor(self, other: Self) -> Option<f64> {
        let (less, more) = if self.high < other.low { (self, other) } else { (other, self) };
        (less.high > 0.0 && less.high < more.low).then(|| more.low / less.high)
    }
}
