//! Front coding: sorted words, each without the letters that it shares with the one before it.

use std::ops::Range;

/// Unpacks a line of words: a capital says how many letters a word shares with the one before it in the line (A none),
/// then come its others. `AminerEsC` is `miner`, `mines`, and a `mi` of two shared letters.
///
/// The words are appended to `text` without gaps, and `each` is told where each one stands. Whatever the line, this
/// does not panic: what shares more than there is shares all there is.
pub(super) fn unpack(line: &str, text: &mut String, mut each: impl FnMut(Range<usize>)) {
    let mut before = text.len()..text.len();
    let starts = line.match_indices(|letter: char| letter.is_ascii_uppercase()).map(|(at, _)| at);
    for (at, next) in starts.clone().zip(starts.skip(1).chain([line.len()])) {
        let shared = usize::from(line.as_bytes()[at] - b'A');
        let start = text.len();
        let mut end = (before.start + shared).min(before.end);
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.extend_from_within(before.start..end);
        text.push_str(&line[at + 1..next]);
        before = start..text.len();
        each(before.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back() {
        let unpacked = |line| {
            let (mut text, mut ranges) = (String::from("before"), Vec::new());
            unpack(line, &mut text, |range| ranges.push(range));
            ranges.into_iter().map(|range| text[range].to_owned()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(unpacked("AminerEsC"), "miner mines mi");
        assert_eq!(unpacked("AéBaZb"), "é a ab");
        assert_eq!(unpacked(""), "");
        assert_eq!(unpacked("miner"), "");
    }
}
