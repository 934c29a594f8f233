//! What is selected: an article, or a sentence of it.

use super::state::{quoted, unquoted};
use crate::text::fold;
use core::fmt;
use xxhash_rust::xxh64::xxh64;

/// An article, and the sentence of it that a link leads to.
///
/// ```text
/// 001_over-400              the article
/// 001_over-400!s3.k2fa      its fourth sentence, whose words have the hash k2fa
/// ```
///
/// The ordinal finds the sentence at once; the hash finds it again when a rebuild has moved it, and tells
/// when its words are gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The article's id.
    pub article: String,
    /// The sentence, if one is meant.
    pub sentence: Option<SentenceLink>,
}

/// A sentence by its place and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentenceLink {
    /// Counted from 0 over the whole article.
    pub ordinal: u32,
    /// [`word_hash`] of the sentence; empty where the link has none.
    pub hash: String,
}

impl Selection {
    /// Reads a selection; none where the text is empty. What looks like no sentence is part of the id.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = unquoted(text);
        if text.is_empty() {
            return None;
        }
        let link = text.rsplit_once('!').and_then(|(article, link)| Some((article, SentenceLink::parse(link)?)));
        Some(match link {
            Some((article, link)) => Self { article: article.to_owned(), sentence: Some(link) },
            None => Self { article: text, sentence: None },
        })
    }
}

impl SentenceLink {
    fn parse(text: &str) -> Option<Self> {
        let (ordinal, hash) = match text.strip_prefix('s')?.split_once('.') {
            Some((ordinal, hash)) => (ordinal, hash),
            None => (text.strip_prefix('s')?, ""),
        };
        let sound = hash.len() <= 8 && hash.bytes().all(|b| b.is_ascii_alphanumeric());
        // `s+3` parses as a number, too; a link is spelt in one way only.
        let digits = !ordinal.is_empty() && ordinal.bytes().all(|b| b.is_ascii_digit());
        let ordinal = ordinal.parse().ok().filter(|_| digits)?;
        sound.then(|| Self { ordinal, hash: hash.to_owned() })
    }
}

impl fmt::Display for Selection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = self.article.clone();
        match &self.sentence {
            Some(link) if link.hash.is_empty() => text.push_str(&format!("!s{}", link.ordinal)),
            Some(link) => text.push_str(&format!("!s{}.{}", link.ordinal, link.hash)),
            None => {}
        }
        f.write_str(&quoted(&text))
    }
}

/// Four characters that tell a sentence by its words: letters and digits count, folded; white space
/// and punctuation do not, so that mended quotation marks keep old links alive. 20 bits of XXH64.
#[must_use]
pub fn word_hash(sentence: &str) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let words: String = fold(sentence).chars().filter(|c| c.is_alphanumeric()).collect();
    let hash = xxh64(words.as_bytes(), 0);
    (0..4).map(|at| char::from(DIGITS[(hash >> (5 * at)) as usize & 31])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selection_of_an_article_whose_id_holds_an_exclamation_mark() {
        let selection = Selection::parse("help!now").expect("not empty");
        assert_eq!(selection, Selection { article: "help!now".into(), sentence: None });
        let selection = Selection::parse("help!now!s2.abcd").expect("not empty");
        assert_eq!(selection.article, "help!now");
        assert_eq!(selection.to_string(), "help!now!s2.abcd");
    }

    #[test]
    fn selection_that_is_no_sentence() {
        for text in ["a!s", "a!s-1", "a!s+1", "a!s99999999999", "a!s1.!!", "a!x1"] {
            assert_eq!(Selection::parse(text).expect("not empty").sentence, None, "{text}");
        }
        assert_eq!(Selection::parse(""), None);
    }

    #[test]
    fn hash_of_words_ignores_punctuation_and_case() {
        assert_eq!(word_hash("“Let go,” he said."), word_hash("\"LET GO\" — he said"));
        assert_ne!(word_hash("Let go"), word_hash("Let us go"));
    }
}
