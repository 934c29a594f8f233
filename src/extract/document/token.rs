//! Tokens: the pieces of a sentence that the finders read.

use super::tag::Tag;
use crate::extract::names::Bits;
use crate::extract::{quotes, references, times};
use crate::lexicon::Word;
use crate::text::Span;

/// What a token is by its characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, also with apostrophes inside (`couldn’t`, `O’Neill`), digits behind them (`A320`) or the stops of an
    /// abbreviation (`U.S.`, `Aug.`).
    Word,
    /// Digits with their separators: `1,000`, `3.5`, `16:21`. Letters that follow are a token of their own (`5` `th`,
    /// `40` `bn`).
    Number,
    /// The possessive `’s` or `’` behind a word.
    Possessive,
    /// Any other character: punctuation, quotation marks, signs of money and of percent.
    Mark(char),
}

/// A piece of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is by its characters.
    pub kind: TokenKind,
    /// Its word class.
    pub tag: Tag,
    /// What the lexicon knows of its lower-case form.
    pub word: Option<Word>,
    /// What it can be in a name, by the tables.
    pub(in crate::extract) name: Bits,
    /// The hash of its lower-case form.
    pub(in crate::extract) hash: u32,
    /// What it can be in a temporal expression.
    pub(in crate::extract) time: times::Word,
    /// Whether a temporal expression may begin with it.
    pub(in crate::extract) opens_time: bool,
    /// What it is as a verb of saying.
    pub(in crate::extract) says: Option<&'static quotes::Verb>,
    /// What it means as the head of a reference.
    pub(in crate::extract) head: Option<references::Head>,
    /// Whether a numeral, an ordinal or a share can begin with it: most cannot.
    pub(in crate::extract) numeral: bool,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// Whether it has two letters or more and all are capitals.
    pub capitals: bool,
    /// Whether white space (or the beginning of the sentence) stands before it.
    pub spaced: bool,
    /// Where its lower-case form lies in the document's store.
    pub(super) lower: (u32, u32),
}

impl Token {
    /// Whether it is this mark.
    #[must_use]
    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == TokenKind::Mark(mark)
    }

    /// Whether it is a word or a number.
    #[must_use]
    pub fn is_wordlike(&self) -> bool {
        matches!(self.kind, TokenKind::Word | TokenKind::Number)
    }
}

/// Calls `take` with the span and kind of each token of `text`, which begins at byte `base` of the article.
///
/// A full stop directly behind a word belongs to it when more of the sentence follows (it is an abbreviation's, or
/// the sentence would have ended), and at the sentence's end when the word is an initialism (`U.S.`).
pub(super) fn tokens(text: &str, mut take: impl FnMut(Span, TokenKind)) {
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first == ' ' || first.is_whitespace() || is_unseen(first) {
            at += first.len_utf8();
            continue;
        }
        let (end, kind) = if first.is_ascii_digit() {
            (number_end(text, at), TokenKind::Number)
        } else if first.is_alphanumeric() {
            (word_end(text, at), TokenKind::Word)
        } else if let Some(end) = possessive_end(text, at) {
            (end, TokenKind::Possessive)
        } else {
            (at + first.len_utf8(), TokenKind::Mark(first))
        };
        take(Span::new(at, end), kind);
        at = end;
    }
}

fn is_unseen(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

pub(super) fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ' | '＇')
}

/// The end of a number: digits, and single separators between two digits.
fn number_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = start;
    loop {
        while digit(at) {
            at += 1;
        }
        match bytes.get(at) {
            Some(b'.' | b',' | b':') if digit(at + 1) => at += 1,
            _ => return at,
        }
    }
}

/// The end of a word that begins at `start`.
fn word_end(text: &str, start: usize) -> usize {
    // Nearly all words are plain letters, and end at a space or a comma.
    let letters = text.as_bytes()[start..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if text.as_bytes().get(start + letters).is_none_or(|byte| byte.is_ascii() && !matches!(byte, b'.' | b'\'')) {
        return start + letters;
    }
    let mut end = start;
    let mut letters = 0;
    let mut dotted = false;
    for (offset, character) in text[start..].char_indices() {
        let at = start + offset;
        if character.is_alphanumeric() || is_mark_on_letter(character) || is_unseen(character) {
            letters += 1;
            end = at + character.len_utf8();
        } else if is_apostrophe(character) && joins(text, at, character) {
            end = at + character.len_utf8();
        } else if character == '.' && letters == 1 && single_letter_follows(&text[at + 1..]) {
            // `U.S.`: single letters between stops.
            dotted = true;
            letters = 0;
            end = at + 1;
        } else {
            break;
        }
    }
    let stopped = text[end..].starts_with('.') && !text[end..].starts_with("..");
    let more = || text[end..].chars().any(char::is_alphanumeric);
    if stopped && (dotted && letters == 1 || more()) { end + 1 } else { end }
}

/// Combining marks, which belong to the letter before them.
fn is_mark_on_letter(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}')
}

/// Whether an apostrophe at `at` stands within a word and is not that of a possessive.
fn joins(text: &str, at: usize, apostrophe: char) -> bool {
    let rest = &text[at + apostrophe.len_utf8()..];
    let mut next = rest.chars();
    match next.next() {
        Some('s' | 'S') => next.next().is_some_and(char::is_alphanumeric) || is_contraction(&text[..at]),
        Some(letter) => letter.is_alphabetic(),
        None => false,
    }
}

/// Whether `’s` behind this text is a verb (or `us`).
fn is_contraction(before: &str) -> bool {
    const CONTRACTED: [&str; 14] =
        ["he", "here", "how", "it", "let", "she", "that", "there", "this", "what", "when", "where", "who", "why"];
    let start = before
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let word = &before[start..];
    CONTRACTED.iter().any(|known| known.eq_ignore_ascii_case(word))
}

fn single_letter_follows(rest: &str) -> bool {
    let mut characters = rest.chars();
    characters.next().is_some_and(char::is_alphabetic) && characters.next().is_none_or(|c| !c.is_alphanumeric())
}

/// The end of a possessive that begins at `at`: directly behind a letter or digit, `’s`, or `’` behind an s.
fn possessive_end(text: &str, at: usize) -> Option<usize> {
    let mut characters = text[at..].chars();
    let apostrophe = characters.next().filter(|c| is_apostrophe(*c))?;
    let before = text[..at].chars().next_back().filter(|c| c.is_alphanumeric() || *c == '.')?;
    let end = at + apostrophe.len_utf8();
    match characters.next() {
        Some('s' | 'S') if characters.next().is_none_or(|c| !c.is_alphanumeric()) => Some(end + 1),
        Some(next) if matches!(before, 's' | 'S' | 'x' | 'z') && next.is_whitespace() => Some(end),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        let mut found = Vec::new();
        tokens(text, |span, _| found.push(&text[span.range()]));
        found
    }

    #[test]
    fn words_numbers_and_marks() {
        for (text, expected) in [
            ("Over 400 people left.", "Over|400|people|left|."),
            ("Moreno’s men couldn’t stay", "Moreno|’s|men|couldn’t|stay"),
            ("the miners' wives", "the|miners|'|wives"),
            ("On Aug. 2 in the U.S. they", "On|Aug.|2|in|the|U.S.|they"),
            ("in the U.S.", "in|the|U.S."),
            ("from the U.S.’s", "from|the|U.S.|’s"),
            ("a 4-year-old, 70,000-80,000", "a|4|-|year|-|old|,|70,000|-|80,000"),
            ("$40bn, 5th, 1990s, A320", "$|40|bn|,|5|th|,|1990|s|,|A320"),
            ("It’s “so,” he said...", "It’s|“|so|,|”|he|said|.|.|."),
            ("", ""),
        ] {
            assert_eq!(found(text).join("|"), expected);
        }
    }
}
