//! Whether a noun means people.

use super::reading::Reading;
use crate::extract::{FigureKind, Tag};
use crate::lexicon::{About, Class, demonym, lemma};
use std::sync::LazyLock;

const PEOPLE: &str = crate::lexicon::headless!("people.txt");

/// Nouns that mean people beyond those the lexicon knows as persons, and (with a minus) those that do not.
static ROWS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| PEOPLE.lines().filter(|line| !line.starts_with('#')).collect());

/// The kind of what a noun counts.
pub(super) fn kind(reading: &Reading<'_, '_>, head: usize) -> FigureKind {
    if is_people(reading, head) { FigureKind::People } else { FigureKind::Count }
}

/// Whether a noun means people: by the table, by the lexicon, or as the name of a people.
pub(super) fn is_people(reading: &Reading<'_, '_>, head: usize) -> bool {
    let lower = reading.lower(head);
    let lemma = lemma(lower, Class::Noun);
    if lemma == "bomber" {
        return matches!(
            reading.lower_before(head, 1),
            "suicide" | "car" | "female" | "roadside" | "train" | "marathon"
        );
    }
    match table(lower).or_else(|| table(lemma)) {
        Some(known) => known,
        None if ends_as_plural(lower) => true,
        None if reading.is_capital(head) && reading.tag(head) != Tag::Noun => is_of_people(reading, head),
        None => reading.word(head).is_some_and(|word| word.is_about(About::Person) && !word.is_about(About::Artefact)),
    }
}

fn table(word: &str) -> Option<bool> {
    let rows = &*ROWS;
    let at = |word: &str| rows.binary_search_by(|row| row.trim_end_matches('-').cmp(word)).ok();
    at(word).map(|at| !rows[at].ends_with('-'))
}

/// Whether a capitalised word is the name of a people (`Chechens`) or a noun for people, and no make (`Dreamliners`,
/// `F-16s`, `IEDs`).
fn is_of_people(reading: &Reading<'_, '_>, head: usize) -> bool {
    let lower = reading.lower(head);
    let member = || ["ists", "ians", "crats", "cans", "ers", "ors"].iter().any(|end| lower.ends_with(end));
    let person = || match reading.word(head) {
        Some(word) => word.is_about(About::Person) && !word.is_about(About::Artefact),
        None => member() && reading.tag_before(head) != Tag::Number && !lower.ends_with("liners"),
    };
    demonym(lower).is_some() || person()
}

/// Names of peoples that are the same in the plural: `20 Japanese`, `30 British`.
pub(super) fn ends_as_people(word: &str) -> bool {
    ["ese", "ish", "nch", "utch", "wiss"].iter().any(|end| word.ends_with(end)) && word.len() > 4
}

/// Whether a word that the lexicon may not know is a plural by its ending: `schoolchildren`, `gunmen`.
pub(super) fn ends_as_plural(lower: &str) -> bool {
    ["children", "women", "men", "people", "folk"].iter().any(|end| lower.ends_with(end)) && !is_singular_in_men(lower)
}

fn is_singular_in_men(lower: &str) -> bool {
    matches!(lower, "specimen" | "regimen" | "acumen" | "abdomen" | "omen" | "semen")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted() {
        assert!(ROWS.windows(2).all(|pair| pair[0].trim_end_matches('-') < pair[1].trim_end_matches('-')));
    }
}
