//! Quantities in words.

pub(super) use crate::compare::quantity;
use crate::extract::{Bound, Figure};

/// What a figure may be, as it was read: `405`, `about 100`, `more than 400`, `70 to 120`, `2,000 or more`.
pub(super) fn interval(figure: &Figure) -> String {
    match (figure.low.map(quantity), figure.high.map(quantity)) {
        (Some(low), Some(high)) if low == high && figure.bound == Bound::About => format!("about {low}"),
        (Some(low), Some(high)) if low == high => low,
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) if figure.bound == Bound::Over => format!("more than {low}"),
        (Some(low), None) => format!("{low} or more"),
        (None, Some(high)) if figure.bound == Bound::Under => format!("less than {high}"),
        (None, Some(high)) => format!("{high} or less"),
        (None, None) => "no number".to_owned(),
    }
}

/// A TIMEX3 value as readers write it where it is open on one side: `2011/..` → `since 2011`.
pub(super) fn time_words(value: &str) -> String {
    match (value.strip_suffix("/.."), value.strip_prefix("../")) {
        (Some(since), _) => ["since ", since].concat(),
        (_, Some(until)) => ["until ", until].concat(),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_that_are_open_say_on_which_side() {
        assert_eq!(["2011/..", "../2014-03", "2016"].map(time_words), ["since 2011", "until 2014-03", "2016"]);
    }

    #[test]
    fn intervals_say_which_end_is_open() {
        let words = |low, high, bound| interval(&Figure { low, high, bound, ..Figure::default() });
        assert_eq!(words(Some(400.0), None, Bound::Over), "more than 400");
        assert_eq!(words(Some(2000.0), None, Bound::Vague), "2,000 or more");
        assert_eq!(words(None, Some(50.0), Bound::Under), "less than 50");
        assert_eq!(words(None, Some(400.0), Bound::UpTo), "400 or less");
        assert_eq!(words(Some(70.0), Some(120.0), Bound::Between), "70 to 120");
        assert_eq!(words(Some(100.0), Some(100.0), Bound::About), "about 100");
    }
}
