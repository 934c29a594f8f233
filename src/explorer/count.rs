//! Counts in words.

/// `1 hit`, `12 hits`.
pub(super) fn counted(number: u64, one: &str, several: &str) -> String {
    format!("{} {}", grouped(number), if number == 1 { one } else { several })
}

/// `12,345`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// So many in a thousand, to two decimals: `3.25`. Of none, none.
pub(super) fn per_thousand(count: u32, of: u32) -> f64 {
    if of == 0 { 0.0 } else { (f64::from(count) * 100_000.0 / f64::from(of)).round() / 100.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
        assert_eq!(counted(1, "hit", "hits"), "1 hit");
    }

    #[test]
    fn rates_of_a_thousand() {
        assert_eq!(per_thousand(1, 3), 333.33);
        assert_eq!(per_thousand(1, 0), 0.0);
    }
}
