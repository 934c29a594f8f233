//! The table of words that say the same of what is counted.

use crate::lexicon::table;
use std::sync::LazyLock;

/// The table; its head says how to read it.
const WORDS: &str = include_str!("words.txt");

struct Row {
    lemma: &'static str,
    class: char,
    means: &'static str,
    of: &'static str,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| table(WORDS).filter_map(parse).collect());

fn parse(row: &'static str) -> Option<Row> {
    let mut parts = row.split(' ');
    let (lemma, class, means) = (parts.next()?, parts.next()?.chars().next()?, parts.next()?);
    let of = parts.next().unwrap_or_default();
    parts.next().is_none().then_some(Row { lemma, class, means, of })
}

fn rows(lemma: &str, class: char) -> impl Iterator<Item = &'static Row> {
    let start = ROWS.partition_point(|row| row.lemma < lemma);
    ROWS.iter().skip(start).take_while(move |row| row.lemma == lemma).filter(move |row| row.class == class)
}

/// What a verb says happened to what this lemma names: `march` → gathered.
pub(super) fn event_of_verb(verb: &str, counted: &str) -> Option<&'static str> {
    let fits = |row: &&Row| row.of.is_empty() || row.of.split('|').any(|of| of == counted);
    rows(verb, 'v').find(fits).map(|row| row.means)
}

/// What happened to those whom a noun names: `protester` → gathered.
pub(super) fn event_of_noun(noun: &str) -> Option<&'static str> {
    rows(noun, 'p').next().map(|row| row.means)
}

/// The one name of a thing that goes by several: `home` → house.
pub(super) fn thing(noun: &str) -> &str {
    rows(noun, 'n').next().map_or(noun, |row| row.means)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_parses_and_they_are_sorted() {
        let lines: Vec<&str> = table(WORDS).collect();
        for line in &lines {
            assert!(parse(line).is_some_and(|row| "vpn".contains(row.class)), "{line}");
        }
        for pair in lines.windows(2) {
            assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
        }
    }

    #[test]
    fn words_mean_the_same() {
        assert_eq!((event_of_verb("march", "woman"), event_of_noun("protester")), (Some("gathered"), Some("gathered")));
        assert_eq!((event_of_verb("flee", "inmate"), event_of_verb("flee", "villager")), (Some("escaped"), None));
        assert_eq!((thing("home"), thing("house"), thing("bridge")), ("house", "house", "bridge"));
    }
}
