//! The bytes of a file become text.

use super::Problem;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// The largest file that is read, in bytes (16 MiB): a hundred times the longest article there is. Whoever keeps
/// the files asks for their length first and makes [`too_large`] of what is longer.
pub const LARGEST_FILE: usize = 16 << 20;

/// What is said of a file of `bytes` bytes, more than [`LARGEST_FILE`].
#[must_use]
pub fn too_large(file: &str, bytes: u64) -> Problem {
    let message = format!("expected at most {} MiB, but found {} MiB", LARGEST_FILE >> 20, bytes.div_ceil(1 << 20));
    Problem::new(file, message, "split it into one file an article, or take it out of the folder")
}

/// The text of a file and, if bytes of it were no characters, the problem that says where.
///
/// Read are UTF-8 with and without byte order mark; UTF-16 of either order with the mark, and without it by the
/// pattern of its zero bytes; and what chardetng takes for one of the older encodings, such as Windows-1252. A file
/// that is mostly UTF-8 is read as that: what is not gets U+FFFD.
///
/// The byte order mark is no part of the text. Otherwise nothing is changed: line ends and spaces are as they were.
///
/// # Errors
///
/// A file that is longer than [`LARGEST_FILE`], empty, white space only, or no text (it holds NULs or
/// mostly control characters) is refused.
pub fn decode(file: &str, bytes: &[u8]) -> Result<(String, Option<Problem>), Problem> {
    if bytes.len() > LARGEST_FILE {
        return Err(too_large(file, bytes.len() as u64));
    }
    let (encoding, rest) = encoding_of(bytes);
    if encoding == UTF_8 && rest.contains(&0) {
        return Err(not_text(file));
    }
    let (text, damaged) = encoding.decode_without_bom_handling(rest);
    if text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')) {
        let remedy = "put the article's text into it, or take it out of the folder";
        return Err(Problem::new(file, "expected text, but found an empty file", remedy));
    }
    if !is_text(&text) {
        return Err(not_text(file));
    }
    let problem = damaged.then(|| damage(file, encoding, &text));
    Ok((text.into_owned(), problem))
}

fn not_text(file: &str) -> Problem {
    let remedy = "save it as plain text in UTF-8, or take it out of the folder";
    Problem::new(file, "expected text, but found bytes that are not text", remedy)
}

/// What is said of a text with places that are no characters of its encoding.
fn damage(file: &str, encoding: &'static Encoding, text: &str) -> Problem {
    let places = text.matches('\u{fffd}').count();
    let message =
        format!("expected {}, but found bytes that are none in {places} place(s), shown as \u{fffd}", encoding.name());
    let first = text.find('\u{fffd}').unwrap_or(0);
    Problem::new(file, message, "mend the text at this place, or save it anew as UTF-8").at(text, first)
}

/// The encoding of a file and its bytes without the byte order mark.
fn encoding_of(bytes: &[u8]) -> (&'static Encoding, &[u8]) {
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        return (encoding, bytes.get(length..).unwrap_or_default());
    }
    let encoding = utf_16_by_zeros(bytes).unwrap_or_else(|| if is_mostly_utf_8(bytes) { UTF_8 } else { older(bytes) });
    (encoding, bytes)
}

/// Text of Latin letters, digits and spaces in UTF-16 has a zero for every second byte.
fn utf_16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..4096).unwrap_or(bytes);
    let pairs = sample.len() / 2;
    let zeros = |at: usize| sample.chunks_exact(2).filter(|pair| pair.get(at) == Some(&0)).count();
    let (first, second) = (zeros(0), zeros(1));
    let many = |zeros: usize| zeros > 0 && zeros * 2 >= pairs;
    match bytes.len().is_multiple_of(2) {
        true if many(second) && first * 20 <= pairs => Some(UTF_16LE),
        true if many(first) && second * 20 <= pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether bytes are UTF-8 but for a few: at least two characters of several bytes are sound for each place that
/// is not. Text in one of the older encodings hardly ever has a single one.
fn is_mostly_utf_8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || sound >= broken * 2
}

fn older(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether at most one character in twenty is a control character other than tabs and line ends, or no
/// character at all, and none is NUL.
fn is_text(text: &str) -> bool {
    let (mut odd, mut all) = (0_usize, 0_usize);
    for character in text.chars() {
        all += 1;
        match character {
            '\0' => return false,
            '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' => {}
            c if c.is_control() || c == '\u{fffd}' => odd += 1,
            _ => {}
        }
    }
    odd * 20 <= all
}
