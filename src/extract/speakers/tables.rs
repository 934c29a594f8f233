//! Tables of who speaks: offices and outlets.

use crate::lexicon::table;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Rows of nouns that may mean the same person.
const OFFICES: &str = crate::lexicon::headless!("offices.txt");
/// Words that tell the name of an outlet.
const OUTLETS: &str = crate::lexicon::headless!("outlets.txt");

/// For each noun, its rows as bits.
static ROWS: LazyLock<FxHashMap<&'static str, u64>> = LazyLock::new(|| {
    let mut rows: FxHashMap<&str, u64> = FxHashMap::default();
    for (at, row) in table(OFFICES).enumerate() {
        for noun in row.split(' ') {
            *rows.entry(noun).or_default() |= 1 << at.min(63);
        }
    }
    rows
});

static NAMES: LazyLock<Vec<&str>> = LazyLock::new(|| table(OUTLETS).collect());

/// Whether a noun (a lemma in lower case) is an office or another way to call somebody who speaks.
pub(in crate::extract) fn is_office(lemma: &str) -> bool {
    ROWS.contains_key(lemma)
}

/// Whether two nouns may mean the same person: `premier` and `leader`.
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    let rows = |noun| ROWS.get(noun).copied().unwrap_or_default();
    one == other || rows(one) & rows(other) != 0
}

/// Whether a word in lower case tells the name of an outlet.
pub(crate) fn is_outlet(lower: &str) -> bool {
    NAMES.binary_search(&lower).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        let rows: Vec<&str> = table(OFFICES).collect();
        assert!(rows.len() < 64 && rows.windows(2).all(|pair| pair[0] < pair[1]));
        for row in rows {
            let nouns: Vec<&str> = row.split(' ').collect();
            assert!(nouns.windows(2).all(|pair| pair[0] < pair[1]), "{row}");
        }
        assert!(NAMES.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn offices_are_alike() {
        assert!(are_alike("premier", "leader") && are_alike("mayor", "mayor") && !are_alike("mayor", "judge"));
    }
}
