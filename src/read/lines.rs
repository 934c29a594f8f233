//! The blocks of a plain text: its lines, put together where they were broken by width.

use crate::text::Span;

/// The spans of the blocks of `text`, in order, without white space at either end.
///
/// Blocks are parted by empty lines. Lines that follow each other are blocks of their own, save in a text that
/// was wrapped at a width: there, lines that are full up to the next one's first word are one block. Whether a text was
/// wrapped is told by its lines themselves: they break off in the midst of a sentence, and the next goes on in
/// lower case.
pub(super) fn blocks(text: &str) -> Vec<Span> {
    let groups = groups(text);
    let width = wrapped_width(text, &groups);
    let mut blocks = Vec::new();
    for group in groups {
        let mut lines = group.into_iter();
        let Some(mut block) = lines.next() else {
            continue;
        };
        let mut last = block;
        for line in lines {
            if width.is_some_and(|width| is_wrapped(last.of(text), line.of(text), width)) {
                block.end = line.end;
            } else {
                blocks.push(block);
                block = line;
            }
            last = line;
        }
        blocks.push(block);
    }
    blocks
}

/// Lines that hold something, without white space around, parted by those that hold nothing.
fn groups(text: &str) -> Vec<Vec<Span>> {
    let mut groups = vec![Vec::new()];
    let mut start = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}', '\u{85}', '\u{c}']) {
        let trimmed = line.trim();
        // The `\n` of `\r\n` comes as a line of its own, which is not an empty one.
        let second_half = line == "\n" && text[..start].ends_with('\r');
        if !trimmed.is_empty() {
            let from = start + line.len() - line.trim_start().len();
            if let Some(group) = groups.last_mut() {
                group.push(Span::new(from, from + trimmed.len()));
            }
        } else if !second_half && groups.last().is_some_and(|group| !group.is_empty()) {
            groups.push(Vec::new());
        }
        start += line.len();
    }
    groups
}

/// The widest wrapping there is; longer lines are whole paragraphs.
const WIDEST: usize = 132;
/// The narrowest; shorter lines are a list or verse.
const NARROWEST: usize = 30;

/// The width at which a text was wrapped, in code points: that of the longest line that breaks off in the midst of a
/// sentence. None if fewer than three in ten of the lines that another follows do.
fn wrapped_width(text: &str, groups: &[Vec<Span>]) -> Option<usize> {
    let (mut pairs, mut broken, mut width) = (0_usize, 0_usize, 0_usize);
    for pair in groups.iter().flat_map(|group| group.windows(2)) {
        let &[line, next] = pair else { continue };
        pairs += 1;
        let length = line.of(text).chars().count();
        if length <= WIDEST && breaks_off(line.of(text), next.of(text)) {
            broken += 1;
            width = width.max(length);
        }
    }
    (width >= NARROWEST && broken * 10 >= pairs * 3).then_some(width)
}

/// Whether a line stops in the midst of a sentence that the next one goes on with.
fn breaks_off(line: &str, next: &str) -> bool {
    !line.ends_with(['.', '!', '?', ':', '”', '"', '…', ')']) && next.starts_with(char::is_lowercase)
}

/// Whether `next` belongs to the same paragraph: the line is full, or breaks off.
fn is_wrapped(line: &str, next: &str, width: usize) -> bool {
    let first = next.split_whitespace().next().unwrap_or("").chars().count();
    let length = line.chars().count();
    length <= WIDEST && (length + 1 + first > width || breaks_off(line, next))
}

#[cfg(test)]
mod tests {
    use super::blocks;

    fn found(text: &str) -> Vec<&str> {
        blocks(text).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn empty_lines_part() {
        assert_eq!(
            found("One\n\nTwo\r\n\r\n\r\nThree\r\rFour\n \u{a0}\nFive  "),
            ["One", "Two", "Three", "Four", "Five"]
        );
        assert_eq!(found(" \n\t\n"), Vec::<&str>::new());
        assert_eq!(found(""), Vec::<&str>::new());
    }

    #[test]
    fn lines_are_blocks_where_nothing_was_wrapped() {
        let text = "They came home on Sunday.\nNobody met them at the airport.\r\nPost date:\nAdd new comment";
        assert_eq!(found(text).len(), 4);
    }

    #[test]
    fn wrapped_lines_are_one_block() {
        let text = "Officials say that thirty children\nborn abroad have arrived in the\ncapital on a plane.\n\n\
                    A source said on Sunday that the\nMothers of the children are held\nin prisons far away.";
        assert_eq!(found(text).len(), 2, "{:?}", found(text));
        assert_eq!(found(&text.replace('\n', "\r\n")).len(), 2);
    }

    #[test]
    fn short_lines_stay_apart_in_wrapped_text() {
        let text = "The Planet\nBy Jane Doe\n\nOfficials say that thirty children\nborn abroad have arrived in the\n\
                    capital on a plane with\nhelp of the envoy.";
        assert_eq!(found(text).len(), 3, "{:?}", found(text));
    }
}
