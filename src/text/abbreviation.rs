//! Abbreviations, and the words that tell whether one of them ended a sentence.

use std::sync::LazyLock;

/// What a full stop behind an abbreviation means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Never the end of a sentence: `Mr.`, `vs.`
    Title,
    /// Not the end of one where a number follows: `No. 5`; otherwise an ordinary word.
    Number,
    /// The end of one only where a word follows that begins sentences: `U.S.`, `Inc.`, `Aug.`
    May,
}

/// The rows of a table: neither comments nor empty lines.
fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

static ABBREVIATIONS: LazyLock<Vec<(&str, Abbreviation)>> = LazyLock::new(|| {
    let kind = |word| match word {
        "title" => Abbreviation::Title,
        "number" => Abbreviation::Number,
        _ => Abbreviation::May,
    };
    rows(include_str!("abbreviations.txt"))
        .filter_map(|row| row.split_once(' '))
        .map(|(word, k)| (word, kind(k)))
        .collect()
});

static STARTERS: LazyLock<Vec<&str>> = LazyLock::new(|| rows(include_str!("starters.txt")).collect());

/// What the table or the form of `word`, which a stop follows, says of it.
///
/// `word` comes without that stop; names that end in another mark, such as `Yahoo!`, come with it.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    match ABBREVIATIONS.binary_search_by(|(known, _)| (*known).cmp(word)) {
        Ok(at) => ABBREVIATIONS.get(at).map(|(_, kind)| *kind),
        Err(_) => is_initialism(word).then_some(Abbreviation::May),
    }
}

/// Whether a word is single letters between full stops: `J`, `K.G.B`, `p.m`. The pronoun `I` is none, nor
/// is a lone small letter.
fn is_initialism(word: &str) -> bool {
    let single = |part: &str| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    };
    match word.contains('.') {
        true => word.split('.').all(single),
        false => single(word) && word != "I" && word.chars().all(char::is_uppercase),
    }
}

/// Whether a capital on this word tells that a sentence begins.
pub(super) fn is_starter(word: &str) -> bool {
    STARTERS.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_without_doubles() {
        let words: Vec<&str> = ABBREVIATIONS.iter().map(|(word, _)| *word).collect();
        for table in [&words, &*STARTERS] {
            assert!(table.len() > 100);
            for pair in table.windows(2) {
                assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
            }
        }
    }

    #[test]
    fn every_row_names_a_kind() {
        for row in rows(include_str!("abbreviations.txt")) {
            let kind = row.split_once(' ').map(|(_, kind)| kind);
            assert!(matches!(kind, Some("title" | "number" | "may")), "{row}");
        }
    }

    #[test]
    fn forms_are_known_without_the_table() {
        assert_eq!(abbreviation("K.G.B"), Some(Abbreviation::May));
        assert_eq!(abbreviation("J"), Some(Abbreviation::May));
        for word in ["I", "a", "home", "", ".", "K..B", "example.org"] {
            assert_eq!(abbreviation(word), None, "{word}");
        }
    }
}
