//! Numbers in words, without the standard library's printing of floating-point numbers, which would bring 20 KB into the engine.

/// `12,345`.
#[must_use]
pub fn grouped(number: u64) -> String {
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

/// `1,234.5`: to two decimals.
#[must_use]
pub fn quantity(number: f64) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }

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
}
