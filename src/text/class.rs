//! Classes of characters.
//!
//! Where they are asked of what is not ASCII, the engine asks the browser, which has Unicode's tables already: ours would be
//! 2.5 KB of what every reader loads. Both know the same characters, but for some that one of the two does not know yet.

/// Whether a character is a letter or a digit: Unicode's properties Alphabetic and Number.
pub fn is_alphanumeric(character: char) -> bool {
    if character.is_ascii() { character.is_ascii_alphanumeric() } else { beyond_ascii::is_alphanumeric(character) }
}

/// Whether a character is a small letter: Unicode's property Lowercase.
pub fn is_lowercase(character: char) -> bool {
    if character.is_ascii() { character.is_ascii_lowercase() } else { beyond_ascii::is_lowercase(character) }
}

/// Whether a character is a capital: Unicode's property Uppercase.
pub fn is_uppercase(character: char) -> bool {
    if character.is_ascii() { character.is_ascii_uppercase() } else { beyond_ascii::is_uppercase(character) }
}

/// The letters and digits of a text.
#[must_use]
pub fn alphanumeric(text: &str) -> String {
    if text.is_ascii() {
        text.chars().filter(char::is_ascii_alphanumeric).collect()
    } else {
        beyond_ascii::alphanumeric(text)
    }
}

/// A text in small letters.
#[cfg(feature = "extract")]
#[must_use]
pub fn lowercase(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { beyond_ascii::lowercase(text) }
}

#[cfg(not(target_arch = "wasm32"))]
mod beyond_ascii {
    #[cfg(feature = "extract")]
    pub fn lowercase(text: &str) -> String {
        text.to_lowercase()
    }

    pub fn is_alphanumeric(character: char) -> bool {
        character.is_alphanumeric()
    }

    pub fn is_lowercase(character: char) -> bool {
        character.is_lowercase()
    }

    pub fn is_uppercase(character: char) -> bool {
        character.is_uppercase()
    }

    pub fn alphanumeric(text: &str) -> String {
        text.chars().filter(|character| character.is_alphanumeric()).collect()
    }
}

#[cfg(target_arch = "wasm32")]
mod beyond_ascii {
    use js_sys::{JsString, RegExp};

    #[cfg(feature = "extract")]
    pub fn lowercase(text: &str) -> String {
        JsString::from(text).to_lower_case().into()
    }

    thread_local! {
        static ALPHANUMERIC: RegExp = RegExp::new(r"[\p{Alphabetic}\p{N}]", "u");
    }

    pub fn is_alphanumeric(character: char) -> bool {
        ALPHANUMERIC.with(|class| class.test(character.encode_utf8(&mut [0; 4])))
    }

    pub fn is_lowercase(character: char) -> bool {
        RegExp::new(r"\p{Lowercase}", "u").test(character.encode_utf8(&mut [0; 4]))
    }

    pub fn is_uppercase(character: char) -> bool {
        RegExp::new(r"\p{Uppercase}", "u").test(character.encode_utf8(&mut [0; 4]))
    }

    pub fn alphanumeric(text: &str) -> String {
        JsString::from(text).replace_by_pattern(&RegExp::new(r"[^\p{Alphabetic}\p{N}]", "gu"), "").into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ascii_is_told_as_the_rest_is() {
        for character in '\0'..='\u{2ff}' {
            assert_eq!(is_alphanumeric(character), character.is_alphanumeric(), "{character:?}");
            assert_eq!(is_lowercase(character), character.is_lowercase(), "{character:?}");
            assert_eq!(is_uppercase(character), character.is_uppercase(), "{character:?}");
        }
        assert_eq!(alphanumeric("É, 2 – ii!"), "É2ii");
        assert_eq!(alphanumeric("a-2"), "a2");
    }

    #[cfg(feature = "extract")]
    #[test]
    fn small_letters() {
        assert_eq!((lowercase("A-Z"), lowercase("ÉΣ")), ("a-z".to_owned(), "éς".to_owned()));
    }
}
