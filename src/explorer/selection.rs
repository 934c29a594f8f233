//! What is selected: an article, or a sentence or fact of it.

use super::state::{quoted, unquoted};
use crate::text::class::alphanumeric;
use crate::text::fold;
use core::fmt;
use xxhash_rust::xxh64::xxh64;

/// An article, and the sentence or the fact of it that a link leads to.
///
/// ```text
/// 001_over-400              the article
/// 001_over-400!s3.k2fa      its fourth sentence, whose words have the hash k2fa
/// 001_over-400!f0.9w1c      its first figure
/// ```
///
/// The ordinal finds the place at once; the hash finds it again when a rebuild has moved it, and tells
/// when its words are gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// The article's id.
    pub article: String,
    /// The sentence or fact, if one is meant.
    pub part: Option<PartLink>,
}

/// What a link leads to in an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A sentence.
    Sentence,
    /// A figure.
    Figure,
    /// A quotation.
    Quote,
    /// A number that is said not to be known.
    Unknown,
    /// A temporal expression.
    Time,
    /// A mention of a name, counted over all names in order of where they stand.
    Name,
}

impl Part {
    const ALL: [Self; 6] = [Self::Sentence, Self::Figure, Self::Quote, Self::Unknown, Self::Time, Self::Name];

    /// As it stands in an address, and before the number of an element's id.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Sentence => 's',
            Self::Figure => 'f',
            Self::Quote => 'q',
            Self::Unknown => 'u',
            Self::Time => 't',
            Self::Name => 'n',
        }
    }
}

/// A sentence or fact by its place and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartLink {
    /// What it is.
    pub part: Part,
    /// Counted from 0 over the whole article.
    pub ordinal: u32,
    /// [`word_hash`] of its words; empty where the link has none.
    pub hash: String,
}

impl Selection {
    /// An article, nothing in it.
    #[must_use]
    pub fn article(id: &str) -> Self {
        Self { article: id.to_owned(), part: None }
    }

    /// Reads a selection; none where the text is empty. What looks like no link is part of the id.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = unquoted(text);
        if text.is_empty() {
            return None;
        }
        let link = text.rsplit_once('!').and_then(|(article, link)| Some((article, PartLink::parse(link)?)));
        Some(match link {
            Some((article, link)) => Self { article: article.to_owned(), part: Some(link) },
            None => Self { article: text, part: None },
        })
    }
}

impl PartLink {
    fn parse(text: &str) -> Option<Self> {
        let mut rest = text.chars();
        let letter = rest.next()?;
        let part = Part::ALL.into_iter().find(|part| part.letter() == letter)?;
        let (ordinal, hash) = rest.as_str().split_once('.').unwrap_or((rest.as_str(), ""));
        let sound = hash.len() <= 8 && hash.bytes().all(|b| b.is_ascii_alphanumeric());
        // `s+3` parses as a number, too; a link is spelt in one way only.
        let digits = !ordinal.is_empty() && ordinal.bytes().all(|b| b.is_ascii_digit());
        let ordinal = ordinal.parse().ok().filter(|_| digits)?;
        sound.then(|| Self { part, ordinal, hash: hash.to_owned() })
    }

    /// Which of `all` places a link means, given their words: that of its ordinal if the words still fit, else the
    /// nearest with these words.
    pub(super) fn find<'t>(&self, all: usize, words: impl Fn(usize) -> &'t str) -> Option<usize> {
        let fits = |at: &usize| {
            let words = words(*at);
            !words.is_empty() && (self.hash.is_empty() || word_hash(words) == self.hash)
        };
        let ordinal = self.ordinal as usize;
        let nearest = || (0..all).filter(fits).min_by_key(|at| at.abs_diff(ordinal));
        Some(ordinal).filter(|at| *at < all).filter(fits).or_else(|| nearest().filter(|_| !self.hash.is_empty()))
    }
}

impl fmt::Display for Selection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = self.article.clone();
        if let Some(link) = &self.part {
            text.push('!');
            text.push(link.part.letter());
            text.push_str(&link.ordinal.to_string());
            if !link.hash.is_empty() {
                text.push('.');
                text.push_str(&link.hash);
            }
        }
        f.write_str(&quoted(&text))
    }
}

/// Four characters that tell a sentence or fact by its words: letters and digits count, folded; white space
/// and punctuation do not, so that mended quotation marks keep old links alive. 20 bits of XXH64.
#[must_use]
pub fn word_hash(words: &str) -> String {
    const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
    let letters = alphanumeric(&fold(words));
    let hash = xxh64(letters.as_bytes(), 0);
    (0..4).map(|at| char::from(DIGITS[(hash >> (5 * at)) as usize & 31])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn selection_of_an_article_whose_id_holds_an_exclamation_mark() {
        let selection = Selection::parse("help!now").expect("not empty");
        assert_eq!(selection, Selection { article: "help!now".into(), part: None });
        let selection = Selection::parse("help!now!s2.abcd").expect("not empty");
        assert_eq!(selection.article, "help!now");
        assert_eq!(selection.to_string(), "help!now!s2.abcd");
    }

    #[test]
    fn selection_of_each_kind_of_fact_comes_back() {
        for text in ["a!f0.9w1c", "a!q12", "a!u1.zzzz", "a!t3.0000", "a!n7.k2fa"] {
            let selection = Selection::parse(text).expect("not empty");
            assert_eq!((selection.article.as_str(), selection.to_string().as_str()), ("a", text));
        }
    }

    #[test]
    fn selection_that_is_no_sentence() {
        for text in ["a!s", "a!s-1", "a!s+1", "a!s99999999999", "a!s1.!!", "a!x1", "a!f", "a!fs1"] {
            assert_eq!(Selection::parse(text).expect("not empty").part, None, "{text}");
        }
        assert_eq!(Selection::parse(""), None);
    }

    #[test]
    fn hash_of_words_ignores_punctuation_and_case() {
        assert_eq!(word_hash("“Let go,” he said."), word_hash("\"LET GO\" — he said"));
        assert_ne!(word_hash("Let go"), word_hash("Let us go"));
    }
}
