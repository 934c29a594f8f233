//! Counts in words.

pub(super) use crate::compare::grouped;
use core::fmt;

/// `1 hit`, `12 hits`.
pub(super) fn counted(number: u64, one: &str, several: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { several })
}

/// A table's caption, with what it leaves out: `Keyword in context, the first 50 of 316 hits`.
pub(super) fn first_of(caption: &str, shown: usize, all: u64, what: &str) -> String {
    match shown as u64 >= all {
        true => caption.to_owned(),
        false => format!("{caption}, the first {} of {} {what}", grouped(shown as u64), grouped(all)),
    }
}

/// So many in a thousand, to two decimals, half up. Of none, none.
///
/// In whole hundredths, because printing floating-point numbers would bring 20 KB into the engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PerThousand(u64);

impl PerThousand {
    pub fn of(count: u32, of: u32) -> Self {
        let of = u64::from(of);
        Self((u64::from(count) * 100_000 + of / 2).checked_div(of).unwrap_or(0))
    }

    /// For a chart.
    pub fn value(self) -> f64 {
        self.0 as f64 / 100.0
    }
}

impl fmt::Display for PerThousand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_no_plural() {
        assert_eq!(counted(1, "hit", "hits"), "1 hit");
    }

    #[test]
    fn rates_of_a_thousand() {
        assert_eq!(PerThousand::of(1, 3).to_string(), "333.33");
        assert_eq!(PerThousand::of(3, 400).value(), 7.5);
        assert_eq!(PerThousand::of(1, 0).to_string(), "0.00");
    }
}
