//! Where the words of a correction stand.

use crate::text::Span;

/// Words of a text, with some that stand beside them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// All words of the fact, or its first and last ones with ` … ` between.
    pub words: String,
    /// Words directly before; may be empty.
    pub before: String,
    /// Words directly behind; may be empty.
    pub after: String,
}

impl Place {
    /// Where the words stand in a text. Any white space is as good as any other.
    pub fn find(&self, text: &str) -> Vec<Span> {
        let mut found = occurrences(text, &self.words);
        if let (true, Some((first, last))) = (found.is_empty(), self.words.split_once(" … ")) {
            found = between(text, first, last);
        }
        found.retain(|span| self.fits(text, *span));
        found
    }

    fn fits(&self, text: &str, span: Span) -> bool {
        let (start, end) = (span.range().start, span.range().end);
        let before = text.get(..start).unwrap_or_default().trim_end();
        let after = text.get(end..).unwrap_or_default().trim_start();
        ends_with(before, &self.before) && starts_with(after, &self.after).is_some()
    }
}

/// Where some words stand in a text, as whole words.
pub(super) fn occurrences(text: &str, words: &str) -> Vec<Span> {
    let Some(first) = words.split_whitespace().next() else { return Vec::new() };
    let starts = text.match_indices(first).map(|(at, _)| at);
    let spans = starts.filter_map(|at| {
        let length = starts_with(text.get(at..)?, words)?;
        let span = Span::new(at, at + length);
        is_whole(text, span).then_some(span)
    });
    spans.collect()
}

/// From each place of the first words to the next one of the last.
fn between(text: &str, first: &str, last: &str) -> Vec<Span> {
    let ends = occurrences(text, last);
    let spans = occurrences(text, first).into_iter().filter_map(|from| {
        let next = ends.partition_point(|to| to.start < from.end);
        ends.get(next).map(|to| Span { start: from.start, end: to.end })
    });
    spans.collect()
}

/// Whether no letter or digit of the text goes on beyond either end.
fn is_whole(text: &str, span: Span) -> bool {
    let wordlike = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    let words = span.of(text);
    let before = text.get(..span.range().start).and_then(|before| before.chars().next_back());
    let after = text.get(span.range().end..).and_then(|after| after.chars().next());
    let cut =
        wordlike(words.chars().next()) && wordlike(before) || wordlike(words.chars().next_back()) && wordlike(after);
    !cut
}

/// How many bytes of a text's beginning are these words.
fn starts_with(text: &str, words: &str) -> Option<usize> {
    let mut rest = text;
    for (at, word) in words.split_whitespace().enumerate() {
        let next = if at == 0 { rest } else { rest.trim_start() };
        if at > 0 && next.len() == rest.len() {
            return None;
        }
        rest = next.strip_prefix(word)?;
    }
    Some(text.len() - rest.len())
}

/// Whether a text ends with these words.
fn ends_with(text: &str, words: &str) -> bool {
    let mut rest = text;
    for (at, word) in words.split_whitespace().rev().enumerate() {
        let next = if at == 0 { rest } else { rest.trim_end() };
        if at > 0 && next.len() == rest.len() {
            return false;
        }
        match next.strip_suffix(word) {
            Some(before) => rest = before,
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "Some 40 miners and 140 men came.\nThe 40\u{a0}miners said: “We came — home — again.” 40 miners left.";

    fn found(words: &str, before: &str, after: &str) -> Vec<&'static str> {
        let place = Place { words: words.into(), before: before.into(), after: after.into() };
        place.find(TEXT).into_iter().map(|span| span.of(TEXT)).collect()
    }

    #[test]
    fn words_are_found_with_what_stands_beside_them() {
        assert_eq!(found("40 miners", "", ""), ["40 miners", "40\u{a0}miners", "40 miners"]);
        assert_eq!(found("40 miners", "The", ""), ["40\u{a0}miners"]);
        assert_eq!(found("40 miners", "men came. The", "said: “We"), ["40\u{a0}miners"]);
        assert_eq!(found("40", "", "men"), Vec::<&str>::new());
        assert_eq!(found("“We … again.”", "", ""), ["“We came — home — again.”"]);
        assert!(found("nothing of it", "", "").is_empty() && found("", "", "").is_empty());
    }
}
