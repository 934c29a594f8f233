//! Stems of English words.

use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;

/// The stem of a folded word by the English Snowball stemmer (Porter 2): `returned` → `return`.
///
/// Only words of the letters a to z are stemmed. Others, with digits (`mi6s`), apostrophes (`couldn't`), dots
/// (`u.s`) or letters of other scripts, are given back as they are: the rules were not written for them.
/// Source of the algorithm: <https://snowballstem.org/algorithms/english/stemmer.html>.
///
/// ```
/// assert_eq!(sourcebook::text::stem("fighters"), "fighter");
/// assert_eq!(sourcebook::text::stem("couldn't"), "couldn't");
/// ```
#[must_use]
pub fn stem(folded: &str) -> Cow<'_, str> {
    // Words of one or two letters have no ending that the rules would take off.
    if folded.len() < 3 || !folded.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(folded);
    }
    // Creating it is choosing a function: nothing is allocated or loaded.
    Stemmer::create(Algorithm::English).stem(folded)
}

#[cfg(test)]
mod tests {
    use super::stem;

    #[test]
    fn stems_english_words() {
        for (word, stemmed) in [
            ("returned", "return"),
            ("returning", "return"),
            ("children", "children"),
            ("women", "women"),
            ("families", "famili"),
        ] {
            assert_eq!(stem(word), stemmed);
        }
    }

    #[test]
    fn leaves_others_alone() {
        for word in ["", "is", "u.s", "couldn't", "405", "mi6s", "кадырова", "40s", "CAPITALS"] {
            assert_eq!(stem(word), word);
        }
    }
}
