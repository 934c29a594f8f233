//! What a rule makes of a number.

use crate::extract::{Bound, FigureKind};
use core::ops::Range;

/// A rule's answer.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Verdict {
    /// Another rule may know.
    Pass,
    /// No figure, by this rule.
    Refuse(&'static str),
    /// A figure.
    Take(Draft),
}

/// What a rule knows of the figure it found.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Draft {
    pub kind: FigureKind,
    pub rule: &'static str,
    /// From modifier to noun.
    pub tokens: Range<usize>,
    pub head: Option<usize>,
    pub elided: bool,
    /// The tokens of the unit, where it is another than the number's own.
    pub unit: Option<Range<usize>>,
    /// The bound, where it is another than the number's own.
    pub bound: Option<Bound>,
    /// The least and most, where they are others than the number's own.
    pub range: Option<(f64, f64)>,
}

impl Verdict {
    /// A figure of a kind.
    pub fn take(kind: FigureKind, rule: &'static str, tokens: Range<usize>, head: Option<usize>) -> Self {
        Self::Take(Draft { kind, rule, tokens, head, elided: false, unit: None, bound: None, range: None })
    }

    fn with(mut self, change: impl FnOnce(&mut Draft)) -> Self {
        if let Self::Take(draft) = &mut self {
            change(draft);
        }
        self
    }

    /// With the unit at a token.
    pub fn with_unit(self, unit: Option<usize>) -> Self {
        self.with(|draft| draft.unit = unit.map(|unit| unit..unit + 1))
    }

    /// With a bound that stands apart from the number.
    pub fn with_bound(self, bound: Option<Bound>) -> Self {
        self.with(|draft| draft.bound = bound)
    }

    /// With its least and most.
    pub fn with_range(self, low: f64, high: f64) -> Self {
        self.with(|draft| draft.range = Some((low, high)))
    }

    /// Without a noun where one is meant.
    pub fn elided(self) -> Self {
        self.with(|draft| draft.elided = true)
    }
}
