//! What a noun means as the head of a reference.

use crate::lexicon::{self, Class, lemma, table};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// The table; its head says how to read it.
const HEADS: &str = crate::lexicon::headless!("heads.txt");

/// What a noun means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum Head {
    /// government, group, army
    Body,
    /// partners, forces: a body in the plural alone
    Several,
    /// fighters, officials: persons who act for a body, in the plural alone
    Members,
    /// city, area
    Place,
    /// premier, spokesman
    Office,
}

static ROWS: LazyLock<FxHashMap<&'static str, &'static str>> =
    LazyLock::new(|| table(HEADS).filter_map(|row| row.split_once(' ')).collect());

fn row(word: &str) -> Option<Head> {
    match *ROWS.get(word)? {
        "b" => Some(Head::Body),
        "s" => Some(Head::Several),
        "m" => Some(Head::Members),
        _ => Some(Head::Place),
    }
}

/// What a noun in lower case means.
pub(in crate::extract) fn head(lower: &str) -> Option<Head> {
    let noun = match lemma(lower, Class::Noun) {
        // `allies` and `Allies` are two words of the table.
        "allies" => "ally",
        noun => noun,
    };
    let plural = noun != lower;
    match row(noun).or_else(|| row(lower)) {
        Some(Head::Several) => (plural || lower == "people").then_some(Head::Several),
        Some(Head::Members) if plural => Some(Head::Members),
        // `head` is a part of the body as well.
        None | Some(Head::Members) => {
            (!plural && lower != "head" && lexicon::title(lower).is_some()).then_some(Head::Office)
        }
        known => known,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_row_parses() {
        let rows: Vec<&str> = table(HEADS).collect();
        assert!(rows.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(ROWS.len() == rows.len() && ROWS.values().all(|code| matches!(*code, "b" | "m" | "p" | "s")));
    }

    #[test]
    fn nouns_mean_what_they_are_read_as() {
        assert_eq!(head("governments"), Some(Head::Body));
        assert_eq!((head("forces"), head("force")), (Some(Head::Several), None));
        assert_eq!((head("premier"), head("premiers"), head("head")), (Some(Head::Office), None, None));
    }
}
