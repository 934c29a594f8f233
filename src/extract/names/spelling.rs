//! The words of a name, to be compared with another's: without articles, marks and differences of spelling.

use super::known;
use super::tables;
use crate::extract::{Document, TokenKind};
use core::ops::Range;

/// The words of a name. What does not tell two names apart is left out: articles (`the`, `al-`), brackets, hyphens,
/// possessive endings, doubled letters, and letters that romanisations differ in (`Qadhafi` is not `Gaddafi`, but
/// `Asad` is `Assad`).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Spelling {
    /// A hash of each word that counts.
    pub words: Vec<u32>,
    /// All in one.
    pub key: u64,
    /// The first letters of its words with capitals, in lower case.
    pub initials: String,
}

impl Spelling {
    pub fn of(document: &Document<'_>, tokens: Range<usize>) -> Self {
        let words = Vec::with_capacity(tokens.len());
        let mut spelling = Self { words, initials: String::with_capacity(tokens.len()), key: 0 };
        for token in tokens {
            let lower = document.lower(token);
            let Some(of) = document.tokens.get(token) else { continue };
            if of.kind == TokenKind::Possessive
                || !of.is_wordlike()
                || matches!(lower, "the" | "al" | "el" | "ul" | "ar")
            {
                continue;
            }
            if of.capital {
                spelling.initials.extend(lower.chars().next());
            }
            let word = skeleton(lower);
            spelling.words.push(word);
            spelling.key = tables::joined(spelling.key, word);
        }
        spelling
    }

    /// Of words that are no document's: an alias of the settings.
    pub fn of_text(text: &str) -> Self {
        let folded = crate::text::fold(text);
        let mut spelling = Self::default();
        for word in
            tables::words(&folded).filter(|word| !matches!(*word, "the" | "al" | "el" | "ul" | "ar" | "-" | "'s" | "'"))
        {
            let word = skeleton(word);
            spelling.words.push(word);
            spelling.key = tables::joined(spelling.key, word);
        }
        spelling
    }

    pub fn last(&self) -> u32 {
        self.words.last().copied().unwrap_or(0)
    }

    pub fn first(&self) -> u32 {
        self.words.first().copied().unwrap_or(0)
    }
}

/// The hash of a word without dots and apostrophes, without doubled letters, `y` as `i` and `q` as `k`.
fn skeleton(lower: &str) -> u32 {
    let mut before = 0;
    lower.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        let byte = match byte {
            b'y' => b'i',
            b'q' => b'k',
            other => other,
        };
        if byte == before && byte.is_ascii_alphabetic() || matches!(byte, b'.' | b'\'') {
            return hash;
        }
        before = byte;
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// Whether a word in capitals stands for the words of a name: its letters are their first letters, or at least begin
/// with the first and are found in their order.
pub(super) fn is_acronym(document: &Document<'_>, token: usize, name: Range<usize>) -> bool {
    let Some(of) = document.tokens.get(token) else { return false };
    // `UNHCR`, `CoES`
    let capitals = document.written(token).chars().filter(|letter| letter.is_uppercase()).count();
    if of.kind != TokenKind::Word || !of.capital || capitals < 2 || of.span.len() > 12 {
        return false;
    }
    let mut letters = document.lower(token).bytes().filter(u8::is_ascii_alphabetic).peekable();
    let mut first = true;
    for word in name.filter(|token| document.tokens[*token].kind == TokenKind::Word) {
        let lower = document.lower(word).as_bytes();
        if first && letters.peek() != lower.first() {
            return false;
        }
        first = false;
        for byte in lower {
            if letters.peek() == Some(byte) {
                letters.next();
            }
        }
    }
    !first && letters.peek().is_none()
}

/// Whether a token is an abbreviation by its form: two capitals or more and nothing else.
pub(super) fn is_abbreviation(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    tokens.len() == 1
        && document.tokens.get(tokens.start).is_some_and(|token| token.capitals && token.span.len() <= 8)
        && known::hash(document.lower(tokens.start)) != 0
}
