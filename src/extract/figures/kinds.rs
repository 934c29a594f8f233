//! Kinds of words that the rules of figures ask for.

use std::sync::LazyLock;

/// The table; its head says how to read it.
const KINDS: &str = crate::lexicon::headless!("kinds.txt");

/// A kind of word; the table's head tells what each is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Say,
    Report,
    Lead,
    Try,
    Want,
    Make,
    Link,
    Bare,
    Grow,
    Put,
    Count,
    Bundle,
    Measure,
    Disease,
}

fn parse(row: &'static str) -> Option<(&'static str, Kind)> {
    let (word, kind) = row.split_once(' ')?;
    let kind = match kind {
        "say" => Kind::Say,
        "report" => Kind::Report,
        "lead" => Kind::Lead,
        "try" => Kind::Try,
        "want" => Kind::Want,
        "make" => Kind::Make,
        "link" => Kind::Link,
        "bare" => Kind::Bare,
        "grow" => Kind::Grow,
        "put" => Kind::Put,
        "count" => Kind::Count,
        "bundle" => Kind::Bundle,
        "measure" => Kind::Measure,
        "disease" => Kind::Disease,
        _ => return None,
    };
    Some((word, kind))
}

static ROWS: LazyLock<Vec<(&'static str, Kind)>> = LazyLock::new(|| {
    let lines = KINDS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter_map(parse).collect()
});

/// Whether a word (its lemma) is of a kind.
pub(super) fn is_kind(lemma: &str, kind: Kind) -> bool {
    let start = ROWS.partition_point(|(word, _)| *word < lemma);
    let rows = ROWS.get(start..).unwrap_or_default();
    rows.iter().take_while(|(word, _)| *word == lemma).any(|(_, other)| *other == kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_parses_and_they_are_sorted() {
        let lines: Vec<&str> = KINDS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        for pair in lines.windows(2) {
            assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
        }
        assert!(lines.iter().all(|line| parse(line).is_some()));
        assert!(is_kind("believe", Kind::Say) && is_kind("believe", Kind::Report) && !is_kind("believe", Kind::Want));
    }
}
