//! The table of statuses.

use crate::lexicon::{self, Class};
use std::sync::LazyLock;

/// The table; its head says how to read it.
const STATUSES: &str = crate::lexicon::headless!("statuses.txt");

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The word.
    pub lemma: &'static str,
    /// v, n, p, e or a.
    pub class: char,
    /// Of a verb; else a space.
    pub frame: char,
    /// What it says.
    pub status: &'static str,
    /// Words, one of which must stand behind, joined by `|`; empty: none need.
    pub complement: &'static str,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let lines = STATUSES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter_map(parse).collect()
});

fn parse(row: &'static str) -> Option<Row> {
    let mut parts = row.split(' ');
    let (lemma, class) = (parts.next()?, parts.next()?.chars().next()?);
    let frame = if class == 'v' { parts.next()?.chars().next()? } else { ' ' };
    let (status, complement) = (parts.next()?, parts.next().unwrap_or_default());
    parts.next().is_none().then_some(Row { lemma, class, frame, status, complement })
}

/// The rows of a lemma.
pub(super) fn rows(lemma: &str) -> &'static [Row] {
    let start = ROWS.partition_point(|row| row.lemma < lemma);
    let end = ROWS.partition_point(|row| row.lemma <= lemma);
    ROWS.get(start..end).unwrap_or_default()
}

/// Whether a noun is one of what happens to people: `death`, `return`.
pub(super) fn is_event(lower: &str) -> bool {
    rows(lexicon::lemma(lower, Class::Noun)).iter().any(|row| matches!(row.class, 'n' | 'e'))
}

/// Whether a word is for those to whom something happened: `dead`, `detainees`.
pub(super) fn is_person(lower: &str) -> bool {
    let own = |lemma: &str| rows(lemma).iter().any(|row| row.class == 'p' && row.status != "other");
    own(lower) || own(lexicon::lemma(lower, Class::Noun))
}

/// What happened to those that a noun (its lemma) is for.
pub(super) fn of_person(lemma: &str) -> Option<&'static str> {
    rows(lemma).iter().find(|row| row.class == 'p').map(|row| row.status)
}

/// What a participle says happened, whatever stands behind it.
pub(super) fn of_participle(lower: &str) -> Option<&'static str> {
    let done = |row: &&Row| row.class == 'v' && matches!(row.frame, 'o' | 'b') && row.complement.is_empty();
    let rows = || {
        rows(lower)
            .iter()
            .filter(|row| row.class == 'a')
            .chain(rows(lexicon::lemma(lower, Class::Verb)).iter().filter(done))
    };
    rows().next().map(|row| row.status).filter(|status| *status != "other")
}

/// Whether what a verb says can only be done to people: without an auxiliary its past form is a participle.
pub(super) fn is_done_to(lower: &str) -> bool {
    let verbs = || rows(lexicon::lemma(lower, Class::Verb)).iter().filter(|row| row.class == 'v');
    verbs().any(|row| row.frame == 'o') && !verbs().any(|row| row.frame != 'o')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of the design.
    const WORDS: [&str; 17] = [
        "left",
        "returned",
        "killed",
        "injured",
        "detained",
        "released",
        "sentenced",
        "living",
        "requested",
        "missing",
        "unknown",
        "orphaned",
        "displaced",
        "evacuated",
        "infected",
        "recruited",
        "other",
    ];

    #[test]
    fn every_row_parses_and_they_are_sorted() {
        let lines: Vec<&str> = STATUSES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        for line in &lines {
            let row = parse(line).expect(line);
            assert!(WORDS.contains(&row.status), "{line}");
            assert!("vnpae".contains(row.class) && " soblgdajh".contains(row.frame), "{line}");
        }
        for pair in lines.windows(2) {
            assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
        }
    }
}
