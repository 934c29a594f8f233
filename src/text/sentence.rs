//! Sentences of a paragraph.

use super::Span;
use super::abbreviation::{Abbreviation, abbreviation, is_starter};
use super::bounds::unicode_sentences;
use super::mark::{closers, is_closer, is_of_other_script, is_opener, is_spaced, is_stop, is_thin_space};
use super::word::is_missing_space;
use crate::order;

/// The sentences of one block of text (a paragraph, a title), in order, without white space at either end,
/// relative to `block`. They cover everything in it but white space.
///
/// A sentence ends where [UAX #29](https://www.unicode.org/reports/tr29/#Sentence_Boundaries) ends one,
/// save for what news needs on top:
///
/// - A line end is white space and ends nothing: the block is one paragraph, however it was wrapped.
/// - Abbreviations and initials do not end a sentence (`Lt. Col.`, `Aug. 2`, `J. K. Rowling`), unless they may
///   and a word follows that begins sentences (`in the U.S. The`); the tables are data files beside this one.
/// - A number may begin a sentence (`came back. 24 of them`).
/// - Closing quotation marks and brackets belong to the sentence whose stop they follow. A sentence in brackets
///   within another one does not end that (`(They lied.) he said`), nor does `(!)`.
/// - Speech that ends in `!` or `?` goes on with whoever spoke (`“Remember that!” said the fighter`, `“Why?”
///   Moreno asked`), as does any that a dash follows (`hoped.” – The newspaper quoted …`).
/// - A full stop that lacks its space ends a sentence between a small and a capital letter (`home.But`).
///
/// What it cannot know: whether `He left at 10 a.m. Moscow …` goes on; it takes it that it does.
///
/// ```
/// use sourcebook::text::sentences;
/// let block = "“They left on Aug. 2.” He\nstayed.";
/// let found: Vec<&str> = sentences(block).into_iter().map(|span| span.of(block)).collect();
/// assert_eq!(found, ["“They left on Aug. 2.”", "He\nstayed."]);
/// ```
#[must_use]
pub fn sentences(block: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = first_of(block, 0);
    for gap in gaps(block) {
        if gap.start > start && parts(&block[start..gap.start], &block[gap.end..], gap.text_of(block)) {
            found.push(Span::new(start, gap.start));
            start = gap.end;
        }
    }
    let end = block.trim_end().len();
    if start < end {
        found.push(Span::new(start, end));
    }
    found
}

/// A place where a sentence may end: white space (or nothing) between `start` and `end`.
#[derive(Clone, Copy)]
struct Gap {
    start: usize,
    end: usize,
}

impl Gap {
    fn text_of(self, block: &str) -> &str {
        &block[self.start..self.end]
    }
}

/// Where the white space that begins at `at` ends.
fn first_of(block: &str, at: usize) -> usize {
    block.len() - block[at..].trim_start().len()
}

/// Every place where a sentence may end, in order: behind each word that has a stop near its end, and
/// in scripts that write without spaces wherever UAX #29 ends a sentence.
fn gaps(block: &str) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut closed = 0;
    for (at, character) in stops(block) {
        // Of several stops (`?!`, `...`) the first takes the others with it.
        if at < closed {
            continue;
        }
        let end = at + character.len_utf8();
        closed = end + closers(&block[end..]);
        let next = first_of(block, closed);
        // A stop inside a word (`3.5`, `example.org`) ends nothing, unless its space was lost.
        let within = closed == next && is_spaced(character) && !is_missing_space(&block[..at], &block[closed..]);
        if next < block.len() && !within {
            gaps.push(Gap { start: closed, end: next });
        }
    }
    if !block.is_ascii() && block.chars().any(is_of_other_script) {
        add_bounds_of_other_scripts(block, &mut gaps);
    }
    gaps
}

/// The stops of a block and where they stand. Most bytes are letters, and are passed over without being decoded.
fn stops(block: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let may_begin = |byte: u8| matches!(byte, b'.' | b'!' | b'?' | 0xc0..);
    let places = block.bytes().enumerate().filter(move |&(_, byte)| may_begin(byte)).map(|(at, _)| at);
    places.filter_map(|at| Some((at, block[at..].chars().next().filter(|&c| is_stop(c))?)))
}

/// Adds where UAX #29 ends a sentence by a stop that the table here lacks.
fn add_bounds_of_other_scripts(block: &str, gaps: &mut Vec<Gap>) {
    for (at, sentence) in unicode_sentences(block) {
        let start = at + sentence.trim_end().len();
        let gap = Gap { start, end: first_of(block, start) };
        let by_line_end = sentence.trim_end_matches([' ', '\u{a0}']).len() > start - at;
        let plain = block[..start].chars().next_back().is_none_or(|c| !is_of_other_script(c) || c.is_alphanumeric());
        if !by_line_end && !plain && gap.end < block.len() {
            gaps.push(gap);
        }
    }
    order::by_key(gaps, |gap| gap.start as u64);
    gaps.dedup_by_key(|gap| gap.start);
}

/// Whether `left`, which begins with the sentence and ends with a stop and its closing marks, and `right` are two
/// sentences. The questions are put in this order: what goes on in any case; what stands in brackets; what the
/// next word is; what the stop is.
fn parts(left: &str, right: &str, gap: &str) -> bool {
    let stopped = left.trim_end_matches(|c| is_closer(c) || is_thin_space(c));
    let closing = &left[stopped.len()..];
    let next = right.trim_start_matches(is_opener);
    let Some(first) = next.chars().next() else {
        return false;
    };
    if goes_on(right, gap) || first.is_lowercase() || is_in_brackets(left, stopped, closing, right) {
        return false;
    }
    if stopped.ends_with('.') && !stopped.ends_with("..") {
        return ends_by_full_stop(stopped, closing, right, next);
    }
    if abbreviation(last_word(stopped)).is_some() {
        return false;
    }
    let spoken = closing.contains(['”', '"', '’', '»', '\'', '“']);
    !(spoken && is_attribution(right))
}

/// Whether what follows belongs to the sentence by its first character: a mark that goes on, or an
/// attribution behind a dash.
fn goes_on(right: &str, gap: &str) -> bool {
    let mut characters = right.chars();
    match characters.next() {
        Some('-' | '–' | '—' | '―') => !gap.contains('\n') && characters.next().is_some_and(char::is_whitespace),
        Some(first) => matches!(first, ',' | ';' | ':' | ')' | ']' | '}' | '”' | '»' | '/' | '|') || is_stop(first),
        None => true,
    }
}

/// How far brackets are looked for on either side, in bytes: a longer aside is a passage of its own.
const ASIDE: usize = 160;

/// Whether the stop belongs to an aside in brackets that was opened within the sentence. An aside that is
/// still open at the stop counts if it is closed soon.
fn is_in_brackets(left: &str, stopped: &str, closing: &str, right: &str) -> bool {
    let near = &left[left.floor_char_boundary(left.len().saturating_sub(ASIDE))..];
    let inside = &near[..near.len().saturating_sub(left.len() - stopped.len())];
    let Some(opened) = last_open_bracket(inside) else {
        return false;
    };
    if near.len() == left.len() && inside[..opened].trim_matches(is_opener).is_empty() {
        return false;
    }
    let ahead = &right[..right.floor_char_boundary(ASIDE)];
    let closed_later = || ahead.find([')', ']']).is_some_and(|at| !ahead[..at].contains(['(', '[']));
    closing.contains([')', ']']) || closed_later()
}

/// Where the last bracket stands that is opened in `text` and not closed in it.
fn last_open_bracket(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, character) in text.char_indices().rev() {
        match character {
            ')' | ']' => depth += 1,
            '(' | '[' if depth == 0 => return Some(at),
            '(' | '[' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Whether a single full stop ends a sentence. `stopped` ends with it.
fn ends_by_full_stop(stopped: &str, closing: &str, right: &str, next: &str) -> bool {
    let bare = &stopped[..stopped.len() - 1];
    let word = last_word(bare);
    let numeric = next.starts_with(|c: char| c.is_numeric());
    // `1. They left`: the number of a list, if the sentence has nothing else.
    if is_number_of_list(bare) {
        return false;
    }
    match abbreviation(word) {
        None => true,
        Some(Abbreviation::Title) => !closing.is_empty(),
        Some(Abbreviation::Number) => !numeric,
        Some(Abbreviation::May) => {
            let begins = right.len() > next.len() && right.starts_with(['“', '"', '«', '„']);
            // `John “J.D.” Miller`: the marks are those of a name, not of speech that ends here.
            let name = bare[..bare.len() - word.len()].ends_with(['“', '"', '‘', '\'', '«', '„']);
            let ends = !closing.is_empty() && !closing.starts_with(')') && !name;
            is_starter(first_word(next)) || ends || begins
        }
    }
}

/// Whether a sentence so far is but a short number.
fn is_number_of_list(bare: &str) -> bool {
    (1..=4).contains(&bare.len()) && bare.trim_start_matches(is_opener).bytes().all(|byte| byte.is_ascii_digit())
}

/// The word at the end of `text`, with the dots within it.
fn last_word(text: &str) -> &str {
    // Nothing in the tables is longer; this keeps text without spaces from being read again and again.
    let tail = &text[text.floor_char_boundary(text.len().saturating_sub(40))..];
    let from =
        tail.rfind(|c: char| c.is_whitespace() || is_opener(c) || matches!(c, '-' | '–' | '—' | '/' | ',' | '”' | '’'));
    from.map_or(tail, |at| tail[at..].trim_start_matches(|c: char| !c.is_alphanumeric()))
}

/// The word at the beginning of `text`: its letters.
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    &text[..end]
}

/// Verbs that tell who spoke the words before them.
const SPOKE: [&str; 22] = [
    "added",
    "admitted",
    "announced",
    "asked",
    "asks",
    "claimed",
    "cried",
    "declared",
    "demanded",
    "exclaimed",
    "insisted",
    "joked",
    "replied",
    "said",
    "says",
    "shouted",
    "told",
    "tweeted",
    "warned",
    "wondered",
    "wrote",
    "yelled",
];

/// Whether `right` tells who spoke: one to four words of a name or a pronoun, then a verb of speaking. `He said` and
/// the like may as well begin a sentence; behind `!”` and `?”` they more often do not.
fn is_attribution(right: &str) -> bool {
    let ahead = &right[..right.floor_char_boundary(80)];
    for (at, word) in ahead.split_whitespace().take(5).enumerate() {
        if at > 0 && SPOKE.contains(&word.trim_end_matches([',', '.', ':'])) {
            return true;
        }
        let named = at == 0 || word.starts_with(char::is_uppercase);
        if !named || word.ends_with([',', ';', ':', '.']) && abbreviation(word.trim_end_matches('.')).is_none() {
            return false;
        }
    }
    false
}
