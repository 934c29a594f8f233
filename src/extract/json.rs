//! Writes JSON. A library's writer is larger than all of it, and the reader's engine is downloaded.

use core::fmt::Write as _;

/// JSON under way.
pub(super) struct Json {
    out: String,
    /// Whether nothing stands before in this list or object.
    first: bool,
}

impl Json {
    /// Nothing yet.
    pub fn with_capacity(bytes: usize) -> Self {
        Self { out: String::with_capacity(bytes), first: true }
    }

    /// What was written.
    pub fn finish(self) -> String {
        self.out
    }

    /// Begins a list or an object.
    pub fn open(&mut self, bracket: char) {
        self.out.push(bracket);
        self.first = true;
    }

    /// Ends it.
    pub fn close(&mut self, bracket: char) {
        self.out.push(bracket);
        self.first = false;
    }

    /// Begins an item of a list.
    pub fn item(&mut self) {
        if !self.first {
            self.out.push(',');
        }
        self.first = false;
    }

    /// Begins an entry of an object; its value is to follow.
    pub fn key(&mut self, key: &str) {
        self.item();
        self.text(key);
        self.out.push(':');
    }

    /// An entry whose value is a string.
    pub fn string(&mut self, key: &str, value: &str) {
        self.key(key);
        self.text(value);
    }

    /// An entry whose value is true or false.
    pub fn flag(&mut self, key: &str, value: bool) {
        self.key(key);
        self.out.push_str(if value { "true" } else { "false" });
    }

    /// A string.
    pub fn text(&mut self, value: &str) {
        self.out.push('"');
        let mut rest = value;
        while let Some(at) = rest.bytes().position(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
            let (plain, special) = rest.split_at(at);
            self.out.push_str(plain);
            match special.as_bytes().first() {
                Some(b'\n') => self.out.push_str("\\n"),
                Some(b'\r') => self.out.push_str("\\r"),
                Some(b'\t') => self.out.push_str("\\t"),
                Some(byte @ (b'"' | b'\\')) => {
                    self.out.push('\\');
                    self.out.push(char::from(*byte));
                }
                Some(byte) => {
                    let _ = write!(self.out, "\\u{byte:04x}");
                }
                None => {}
            }
            rest = special.get(1..).unwrap_or_default();
        }
        self.out.push_str(rest);
        self.out.push('"');
    }

    /// A number, with up to 15 digits behind the point as far as it has them; a whole one without a point. What is none
    /// (infinity) is `null`.
    ///
    /// By hand, as the standard library's way to print the shortest of all digits is six times the code of this file.
    pub fn number(&mut self, value: f64) {
        // Writing into a string does not fail.
        let _ = if !value.is_finite() {
            self.out.write_str("null")
        } else if value.fract() == 0.0 || value.abs() >= MOST {
            self.whole(value)
        } else {
            self.decimal(value)
        };
    }

    fn whole(&mut self, mut value: f64) -> core::fmt::Result {
        let mut zeros = 0;
        while value.abs() > MOST {
            (value, zeros) = ((value / 10.0).round(), zeros + 1);
        }
        write!(self.out, "{}{:0<zeros$}", value as i64, "")
    }

    fn decimal(&mut self, value: f64) -> core::fmt::Result {
        let (mut digits, mut scale) = (1, 10.0);
        while digits < 15 && (value * scale).round() / scale != value && value.abs() * scale * 10.0 < MOST {
            (digits, scale) = (digits + 1, scale * 10.0);
        }
        let scaled = (value.abs() * scale).round() as u64;
        let (whole, rest) = (scaled / scale as u64, scaled % scale as u64);
        write!(self.out, "{}{whole}.{rest:0digits$}", if value < 0.0 { "-" } else { "" })
    }
}

/// Up to here whole numbers are exact.
const MOST: f64 = 9e15;

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(value: f64) -> String {
        let mut json = Json::with_capacity(0);
        json.number(value);
        json.finish()
    }

    #[test]
    fn numbers_are_written_as_people_write_them() {
        for (value, expected) in [
            (0.0, "0"),
            (40.0, "40"),
            (-3.0, "-3"),
            (4.5, "4.5"),
            (3.7, "3.7"),
            (0.1, "0.1"),
            (-0.05, "-0.05"),
            (1.2e6, "1200000"),
            (1e21, "1000000000000000000000"),
            (100.0 / 3.0, "33.33333333333334"),
            (12345678.25, "12345678.25"),
            (f64::INFINITY, "null"),
            (f64::NAN, "null"),
        ] {
            assert_eq!(written(value), expected);
        }
    }

    proptest! {
        #[test]
        fn any_number_is_read_back(value in prop_oneof![-1e6..1e6f64, any::<f64>(), (-1e9..1e9f64).prop_map(|v| v.round() / 100.0)]) {
            prop_assume!(value.abs() < 1e30);
            let read: f64 = written(value).parse().unwrap();
            prop_assert!((read - value).abs() <= 1e-14 + value.abs() * 1e-14, "{value} is written {}", written(value));
        }

        #[test]
        fn any_text_is_read_back(text in any::<String>()) {
            let mut json = Json::with_capacity(0);
            json.text(&text);
            prop_assert_eq!(serde_json::from_str::<String>(&json.finish()).unwrap(), text);
        }
    }
}
