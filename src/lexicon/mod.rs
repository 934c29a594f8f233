//! Layer 1: tables of words as data files, and their loaders. Knows nothing of articles.
//!
//! Beyond the stop words and the kinds of places everything stands behind the feature `extract`. A table is read when it
//! is first asked. All that is looked up is folded or in lower case, as each function says; nothing a table does not know
//! is an error.

/// The text of a table as the binary holds it: without the comment at its head, which is for who reads the file.
#[cfg(feature = "extract")]
macro_rules! headless {
    ($path:literal) => {{
        const FILE: &str = include_str!($path);
        // Copied: a slice of the file would keep all of it.
        const COPY: [u8; FILE.len() - $crate::lexicon::head(FILE.as_bytes())] = match FILE.as_bytes().last_chunk() {
            Some(rows) => *rows,
            None => panic!("expected a head no longer than its table"),
        };
        match core::str::from_utf8(&COPY) {
            Ok(text) => text,
            Err(_) => panic!("expected the head of a table to end with a line"),
        }
    }};
}
#[cfg(feature = "extract")]
pub(crate) use headless;

#[cfg(feature = "extract")]
mod front;
#[cfg(feature = "extract")]
mod names;
#[cfg(feature = "extract")]
mod offices;
#[cfg(feature = "extract")]
mod organisations;
#[cfg(feature = "extract")]
mod peoples;
#[cfg(feature = "extract")]
mod phrases;
mod place_kind;
#[cfg(feature = "extract")]
mod places;
#[cfg(feature = "extract")]
mod words;

#[cfg(feature = "extract")]
pub use names::{GivenName, given_name, is_name_particle, is_surname};
#[cfg(feature = "extract")]
pub use offices::{PlaceNoun, Title, longest_title, place_noun, title};
#[cfg(feature = "extract")]
pub use organisations::{
    Organisation, OrganisationKind, known_organisation, longest_organisation, organisation_noun, organisations,
};
#[cfg(feature = "extract")]
pub use peoples::{Demonym, PeopleKind, adjective_of, demonym, longest_demonym};
pub use place_kind::PlaceKind;
#[cfg(feature = "extract")]
pub use places::{Candidates, Place, country, is_ambiguous_place, longest_place, places};
#[cfg(feature = "extract")]
pub use words::{About, Class, Form, Gender, Person, Word, irregular_participle, lemma, person, word};

use std::sync::LazyLock;

/// The stop words of English, sorted: words so frequent that they say little of a text's subject.
const STOP_WORDS: &str = include_str!("stopwords.txt");

/// Whether a folded word is a stop word. A contraction is one when it stands in the table as a whole.
#[must_use]
pub fn is_stop_word(folded: &str) -> bool {
    static SORTED: LazyLock<Vec<&str>> = LazyLock::new(|| table(STOP_WORDS).collect());
    SORTED.binary_search(&folded).is_ok()
}

/// How many bytes the comment takes that a table begins with.
#[cfg(feature = "extract")]
pub(crate) const fn head(text: &[u8]) -> usize {
    let mut at = 0;
    while at < text.len() && text[at] == b'#' {
        while at < text.len() && text[at] != b'\n' {
            at += 1;
        }
        at += 1;
    }
    if at < text.len() { at } else { text.len() }
}

/// The lines of a table without comments (`#`) and empty ones.
pub(crate) fn table(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stop_words_are_sorted_and_folded() {
        let words: Vec<&str> = table(STOP_WORDS).collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]), "sorted, none twice");
        assert!(words.iter().all(|word| *word == crate::text::fold(word)));
    }

    #[test]
    fn stop_words_hold_no_noun_of_the_news() {
        assert!(is_stop_word("the") && is_stop_word("couldn't"));
        assert!(!is_stop_word("children") && !is_stop_word("war") && !is_stop_word(""));
    }
}
