//! What the templates of sites leave behind in a copied text.

use crate::text::fold_into;
use std::sync::LazyLock;

/// Where a leftover is known as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leftover {
    /// A block of its own, wherever it stands.
    Anywhere,
    /// As `Anywhere`; behind the story, the titles below it are left over too.
    List,
    /// Before or behind the story only.
    Edge,
}

/// A row of `boilerplate.txt`: the words between its `…`, in order.
struct Pattern {
    place: Leftover,
    text: &'static str,
}

static PATTERNS: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let rows = include_str!("boilerplate.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    rows.filter_map(|row| row.split_once(' '))
        .map(|(place, text)| match place {
            "anywhere" => Pattern { place: Leftover::Anywhere, text },
            "list" => Pattern { place: Leftover::List, text },
            _ => Pattern { place: Leftover::Edge, text },
        })
        .collect()
});

/// The longest leftover in bytes; longer blocks are text that somebody wrote.
const LONGEST: usize = 320;

/// Whether the words of a block are known as a site's leftover, and where.
///
/// Speech is none (`“Leave a reply,” she said`): a block with double quotation marks is never one.
pub(super) fn leftover(block: &str) -> Option<Leftover> {
    if block.len() > LONGEST || block.contains(['“', '”', '"', '«', '»', '„']) && !block.ends_with('»') {
        return None;
    }
    let plain = plain(block);
    let words: Vec<&str> =
        plain.split(' ').filter(|word| word.contains(|c: char| c.is_alphanumeric() || c == '©')).collect();
    let first = *words.first()?;
    let number = first.bytes().all(|byte| byte.is_ascii_digit());
    let mut candidates = [first, if number { "#" } else { first }, "…"].into_iter().flat_map(beginning_with);
    candidates.find(|pattern| matches(&words, pattern.text)).map(|pattern| pattern.place)
}

/// The patterns whose first word is `word`: they stand near each other, as the table is sorted.
fn beginning_with(word: &str) -> impl Iterator<Item = &'static Pattern> {
    let from = PATTERNS.partition_point(|pattern| pattern.text < word);
    let near = PATTERNS.iter().skip(from).take_while(move |pattern| pattern.text.starts_with(word));
    near.filter(move |pattern| matches!(pattern.text.as_bytes().get(word.len()), None | Some(b' ')))
}

/// A block in lower case with single spaces for everything but letters, digits, hyphens, apostrophes and `©`.
fn plain(block: &str) -> String {
    let mut folded = String::new();
    fold_into(block, &mut folded);
    folded.replace(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '\'' | '©'), " ")
}

/// Whether `words` are those of the pattern.
fn matches(words: &[&str], pattern: &str) -> bool {
    let mut wanted = pattern.split(' ').filter(|word| !word.is_empty());
    match wanted.next() {
        None => words.is_empty(),
        Some("…") => {
            let rest = pattern.get("…".len()..).unwrap_or_default().trim_start();
            rest.is_empty() || (0..words.len()).any(|at| matches(words.get(at..).unwrap_or_default(), rest))
        }
        Some(want) => {
            let rest = pattern.get(want.len()..).unwrap_or_default().trim_start();
            let number = |word: &str| want == "#" && word.bytes().all(|byte| byte.is_ascii_digit());
            words.split_first().is_some_and(|(word, others)| (*word == want || number(word)) && matches(others, rest))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted_and_its_places_known() {
        assert!(PATTERNS.len() > 150);
        for pair in PATTERNS.windows(2) {
            assert!(pair[0].text < pair[1].text, "{} stands before {}", pair[0].text, pair[1].text);
        }
        let rows = include_str!("boilerplate.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        for row in rows {
            assert!(["anywhere ", "list ", "edge "].iter().any(|place| row.starts_with(place)), "{row}");
        }
    }

    #[test]
    fn leftovers_are_known() {
        for block in [
            "Post date:",
            "Leave a Reply",
            "LEAVE A REPLY »",
            "Add new comment",
            "12 Comments",
            "Share this:",
            "Advertisement",
            "- Advertisement -",
            "Continue reading…",
            "All rights reserved.",
            "© 2016 The Daily Planet. All rights reserved.",
            "Copyright 2016 The Daily Planet",
            "Please let us know if you're having issues with commenting.",
            "Please let us know if you’re having issues with commenting.",
            "Read the full article from the Source…",
            "Read the full story here",
            "Follow us on Twitter: @dailyplanet",
            "Sign up for our morning newsletter",
            "Sign up for The Daily Planet’s newsletter and never miss a story.",
            "Your email address will not be published. Required fields are marked *",
            "This site uses cookies to give you the best experience.",
            "Click here to subscribe to the weekly.",
            "Related Articles",
            "The post They came home appeared first on The Daily Planet.",
        ] {
            assert!(leftover(block).is_some(), "{block}");
        }
    }

    #[test]
    fn sentences_that_begin_alike_are_none() {
        for block in [
            "Leave a reply, she begged, or they will think you are dead.",
            "“Leave a Reply”",
            "Share this bread with your brother, the imam said.",
            "Please let us know the truth, the mothers wrote.",
            "Read the full article, he told them, before you judge us.",
            "Follow us on foot, the guide said.",
            "Sign up for the army and you will see the world, they were told.",
            "Continue reading the Koran, the father told his sons.",
            "Comments by the minister caused outrage.",
            "Add new comment to the list of insults.",
            "Advertisement for jihad spread on the network.",
            "Click here was all the message said.",
            "Related articles of the law were suspended.",
            "Source: Courier",
            "",
        ] {
            assert_eq!(leftover(block), None, "{block}");
        }
    }
}
