//! What the page shows as JSON ([RFC 8259](https://www.rfc-editor.org/rfc/rfc8259)), which the browser makes into objects.
//!
//! By hand and not by serde: its serialiser for JavaScript and what it compiles anew for each type weigh three times
//! as much, and one text crosses to JavaScript faster than thousands of small objects.

/// What can be written as JSON.
pub trait Json {
    /// Appends it.
    fn write(&self, out: &mut Writer);
}

/// A JSON text in the making.
#[derive(Default)]
pub struct Writer {
    text: String,
}

impl Writer {
    /// The JSON of a value.
    #[must_use]
    pub fn text(value: &dyn Json) -> String {
        let mut out = Self::default();
        value.write(&mut out);
        out.text
    }

    /// Appends what is JSON already.
    pub fn raw(&mut self, json: &str) {
        self.text.push_str(json);
    }

    /// Appends a field of an object; its name becomes `camelCase`.
    #[inline(never)]
    pub fn field(&mut self, name: &str, value: &dyn Json) {
        if !self.text.ends_with('{') {
            self.text.push(',');
        }
        self.text.push('"');
        let mut capital = false;
        for letter in name.chars() {
            if letter != '_' {
                self.text.push(if capital { letter.to_ascii_uppercase() } else { letter });
            }
            capital = letter == '_';
        }
        self.text.push_str("\":");
        value.write(self);
    }

    /// Appends an item of a list.
    #[inline(never)]
    fn item(&mut self, value: &dyn Json) {
        if !self.text.ends_with('[') {
            self.text.push(',');
        }
        value.write(self);
    }

    /// Appends a string between quotation marks.
    #[inline(never)]
    fn string(&mut self, string: &str) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        self.text.push('"');
        for c in string.chars() {
            match c {
                '"' | '\\' => {
                    self.text.push('\\');
                    self.text.push(c);
                }
                '\0'..='\x1f' => {
                    self.text.push_str("\\u00");
                    self.text.push(char::from(HEX[c as usize >> 4]));
                    self.text.push(char::from(HEX[c as usize & 15]));
                }
                c => self.text.push(c),
            }
        }
        self.text.push('"');
    }
}

impl Json for String {
    fn write(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl Json for &str {
    fn write(&self, out: &mut Writer) {
        out.string(self);
    }
}

impl Json for bool {
    fn write(&self, out: &mut Writer) {
        out.raw(if *self { "true" } else { "false" });
    }
}

impl Json for u32 {
    fn write(&self, out: &mut Writer) {
        out.raw(&self.to_string());
    }
}

impl Json for i32 {
    fn write(&self, out: &mut Writer) {
        out.raw(&self.to_string());
    }
}

/// A quantity that is drawn: not negative, to six decimals. (The standard library's printing of such numbers is 20 KB.)
impl Json for f64 {
    fn write(&self, out: &mut Writer) {
        const PARTS: u64 = 1_000_000;
        let parts = (*self * PARTS as f64).round() as u64;
        let behind = (parts % PARTS + PARTS).to_string();
        out.raw(&(parts / PARTS).to_string());
        out.raw(".");
        out.raw(behind.get(1..).unwrap_or_default());
    }
}

impl<T: Json> Json for Option<T> {
    fn write(&self, out: &mut Writer) {
        match self {
            Some(value) => value.write(out),
            None => out.raw("null"),
        }
    }
}

impl<T: Json> Json for [T] {
    fn write(&self, out: &mut Writer) {
        out.raw("[");
        self.iter().for_each(|item| out.item(item));
        out.raw("]");
    }
}

impl<T: Json> Json for Vec<T> {
    fn write(&self, out: &mut Writer) {
        self.as_slice().write(out);
    }
}

impl<T: Json, const N: usize> Json for [T; N] {
    fn write(&self, out: &mut Writer) {
        self.as_slice().write(out);
    }
}

/// Writes structs as objects with the fields that are listed. That none is forgotten is checked by the compiler.
macro_rules! json {
    ($($name:ident { $($field:ident),* $(,)? })*) => {
        $(
            impl $crate::explorer::json::Json for $name {
                fn write(&self, out: &mut $crate::explorer::json::Writer) {
                    let Self { $($field),* } = self;
                    out.raw("{");
                    $(out.field(stringify!($field), $field);)*
                    out.raw("}");
                }
            }
        )*
    };
}

pub(crate) use json;

#[cfg(test)]
mod tests {
    use super::*;

    struct Point {
        at_x: f64,
        names: Vec<String>,
        none: Option<u32>,
    }

    json! {
        Point { at_x, names, none }
    }

    #[test]
    fn objects_lists_and_numbers() {
        let point = Point { at_x: 2.5, names: vec!["a\"b\\".into(), "\u{1}\n“é”".into()], none: None };
        let json = r#"{"atX":2.500000,"names":["a\"b\\","\u0001\u000a“é”"],"none":null}"#;
        assert_eq!(Writer::text(&point), json);
        assert_eq!(Writer::text(&[[1, -2], [3, i32::MIN]]), "[[1,-2],[3,-2147483648]]");
        assert_eq!(Writer::text(&Vec::<bool>::new()), "[]");
    }

    #[test]
    fn quantities_have_six_decimals() {
        assert_eq!(Writer::text(&0.0), "0.000000");
        assert_eq!(Writer::text(&0.333_333_33), "0.333333");
        assert_eq!(Writer::text(&1_234_567.000_000_5), "1234567.000001");
    }
}
