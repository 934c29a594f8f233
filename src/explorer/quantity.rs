//! Quantities in words.

use super::count::grouped;
use crate::extract::{Bound, Figure};

/// `1,234.5`: to two decimals. The standard library's printing of such numbers would bring 20 KB into the engine.
pub(super) fn quantity(number: f64) -> String {
    let hundredths = (number.abs() * 100.0).round();
    // Whole numbers beyond this have no hundredths left in 64 bits.
    let (whole, rest) =
        if hundredths < 1e18 { (hundredths as u64 / 100, hundredths as u64 % 100) } else { (number.abs() as u64, 0) };
    let mut out = if number < 0.0 { "−".to_owned() } else { String::new() };
    out.push_str(&grouped(whole));
    if rest > 0 {
        out.push('.');
        out.push(char::from(b'0' + (rest / 10) as u8));
        if rest % 10 > 0 {
            out.push(char::from(b'0' + (rest % 10) as u8));
        }
    }
    out
}

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
    fn quantities_are_as_exact_as_they_need_be() {
        let cases = [
            (0.0, "0"),
            (405.0, "405"),
            (1_200_000.0, "1,200,000"),
            (3.5, "3.5"),
            (0.125, "0.13"),
            (-7.05, "−7.05"),
            (1e17, "100,000,000,000,000,000"),
        ];
        for (number, words) in cases {
            assert_eq!(quantity(number), words);
        }
        assert!(!quantity(f64::MAX).is_empty());
    }

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
