//! Numbers that are part of a name, or tell which one: `Resolution 2254`, `Windows 10`, `10 Downing Street`.

use super::nouns;
use super::number::Number;
use super::reading::Reading;
use crate::extract::{Bound, Tag};
use std::sync::LazyLock;

const LABELS: &str = crate::lexicon::headless!("labels.txt");

static ROWS: LazyLock<Vec<(&'static str, bool)>> = LazyLock::new(|| {
    let rows = LABELS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    rows.map(|(word, how)| (word, how == "any")).collect()
});

/// Whether a word is a label in any case.
pub(super) fn is_label(word: &str) -> bool {
    label(word).is_some()
}

fn label(word: &str) -> Option<bool> {
    ROWS.binary_search_by(|(row, _)| (*row).cmp(word)).ok().map(|at| ROWS[at].1)
}

/// `Resolution 2254`, `page 5`, `No. 10`, `number one`; not `each day 300 people`.
pub(super) fn labelled(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let start = number.tokens.start;
    // Thousands with a comma are counted, and no label.
    if number.start != start || start == reading.tokens.start || reading.written(start).contains(',') {
        return false;
    }
    let mut before = start - 1;
    // `Articles 3 and 5`, `pages 3-5`, `Sections 2, 4 and 6`
    for _ in 0..4 {
        let joint = matches!(reading.lower(before), "and" | "or" | "to" | "through") || reading.is_mark(before, ',');
        if !joint || !before.checked_sub(1).is_some_and(|at| reading.is_digits(at)) || before < reading.tokens.start + 2
        {
            break;
        }
        before -= 2;
    }
    if matches!(reading.written(before), "." | "#" | "№") && before > reading.tokens.start {
        if reading.written(before) != "." {
            return true;
        }
        before -= 1;
    }
    let lower = reading.lower(before);
    // `Day One`, `day one`
    if matches!(lower, "day" | "ground" | "year")
        && number.is_small()
        && nouns::phrase(reading, number.end, false).is_none()
    {
        return true;
    }

    let counts = nouns::phrase(reading, number.end, false).is_some();
    let capital = reading.is_capital(before);
    let singular = lower.strip_suffix('s').filter(|_| lower.len() > 3).unwrap_or("");
    match label(lower).or_else(|| label(singular)) {
        Some(true) => {
            !(counts && !capital && number.bound == Bound::Exact && reading.tag_before(before) == Tag::Determiner)
        }
        Some(false) => capital && !(reading.title && counts),
        None => false,
    }
}

/// `10 Downing Street`, `1600 Pennsylvania Avenue`.
pub(super) fn street(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let end = number.tokens.end;
    let is_street = |at: usize| {
        matches!(
            reading.lower(at),
            "street"
                | "st"
                | "avenue"
                | "ave"
                | "road"
                | "rd"
                | "boulevard"
                | "blvd"
                | "lane"
                | "drive"
                | "square"
                | "place"
                | "court"
                | "terrace"
                | "crescent"
                | "way"
                | "gardens"
                | "row"
                | "mews"
                | "parkway"
                | "highway"
                | "strasse"
        )
    };
    let name = |at: usize| reading.is_capital(at);
    !reading.title
        && !number.words
        && number.unit.is_none()
        && name(end)
        && (end + 1..end + 4).take_while(|at| name(*at)).any(is_street)
}

/// A number inside a longer name; one at the beginning of a people's or person's is before it (`400 Chechens`).
pub(super) fn within_name(reading: &Reading<'_, '_>, number: &Number) -> bool {
    use crate::extract::EntityKind::{Organisation, Place};
    let number_span = reading.document.span_of(number.tokens.clone());
    match reading.in_name(number.tokens.clone()) {
        Some((name, kind)) => {
            name.start < number_span.start || matches!(kind, Organisation | Place) && !number.is_bounded()
        }
        None => false,
    }
}

/// `the Gang of Four`, `Five Star Movement`: number words with a capital where no sentence begins.
pub(super) fn capitalised(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let start = number.tokens.start;
    let before = reading.tag_before(start);
    let quoted = matches!(
        reading.written(start.wrapping_sub(1)),
        "“" | "\"" | "‘" | "'" | ":" | "•" | "*" | "–" | "—" | "-" | "." | "…"
    );
    number.words
        && !reading.title
        && !reading.headline
        && reading.is_capital(start)
        && start > reading.tokens.start
        && !quoted
        && before != Tag::Conjunction
}

/// `Windows 10`, `Boeing 747`, `FTSE 100`: digits behind a name; not `In Iraq 300 people`.
pub(super) fn number_of_name(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let start = number.tokens.start;
    if number.start != start || start == reading.tokens.start || number.words || number.unit.is_some() {
        return false;
    }
    let mut first = start - 1;
    let dotted = reading.is_mark(first, '.') && first > reading.tokens.start;
    if !(reading.tag(first) == Tag::Proper || dotted && reading.tag(first - 1) == Tag::Proper)
        || reading.in_time(first..first + 1)
    {
        return false;
    }
    if reading.title && reading.word(first).is_some() && !reading.written(first).chars().skip(1).any(char::is_uppercase)
    {
        return false;
    }
    while first > reading.tokens.start && reading.tag(first - 1) == Tag::Proper {
        first -= 1;
    }
    let counts = nouns::phrase(reading, number.end, false).is_some_and(|noun| !reading.is_capital(noun.head));
    // `In Iraq 300 people`, `from Chechnya 44 men`
    let place = reading.tag_before(first) == Tag::Preposition && counts && !reading.written(start).contains('.');
    // `Monday 12 men`; thousands with a comma number nothing.
    let grouped = reading.written(start).contains(',') && counts;
    let verb = reading.tag(number.end).is_finite()
        && nouns::phrase(reading, number.end, false).is_none()
        && reading.tag_before(first) == Tag::Preposition;
    !(place || grouped || verb)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_sorted_and_parse() {
        let lines = LABELS.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(ROWS.len(), lines);
        assert!(ROWS.windows(2).all(|pair| pair[0].0 < pair[1].0), "sorted, none twice");
        assert!(
            LABELS.lines().all(|line| line.starts_with('#') || line.ends_with("\tany") || line.ends_with("\tcapital"))
        );
    }
}
