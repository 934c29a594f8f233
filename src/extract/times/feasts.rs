//! Days with a name: `Christmas`, `Easter Sunday`, `Thanksgiving`.

use super::dates::with_year;
use super::found::{Feast, Found, Named};
use super::reader::Reader;
use super::words::Word;
use std::sync::LazyLock;

const TABLE: &str = crate::lexicon::headless!("feasts.txt");

/// The words of each feast, by their first word.
static FEASTS: LazyLock<Vec<(Vec<&'static str>, Feast)>> = LazyLock::new(|| rows().flatten().collect());

fn rows() -> impl Iterator<Item = Option<(Vec<&'static str>, Feast)>> {
    TABLE.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).map(row)
}

fn row(line: &'static str) -> Option<(Vec<&'static str>, Feast)> {
    let (name, when) = line.split_once(": ")?;
    let mut numbers = when.split(' ');
    let class = numbers.next()?;
    let mut number = || numbers.next().and_then(|number| number.parse::<i8>().ok());
    let mut small = || number().and_then(|number| u8::try_from(number).ok());
    let feast = match class {
        "fixed" => Feast::Fixed(small()?, small()?),
        "nth" => Feast::Nth(small()?, small()?, small()?),
        "easter" => Feast::Easter(number()?),
        _ => Feast::Unknown,
    };
    Some((name.split(' ').flat_map(pieces).collect(), feast))
}

/// Whether a feast begins with a folded word.
pub(super) fn begins_with(folded: &str) -> bool {
    FEASTS.binary_search_by(|(words, _)| words.first().copied().unwrap_or_default().cmp(folded)).is_ok()
}

/// A feast, with its year where that follows. Its name is longest that fits: `Easter Monday` is not `Easter`.
pub(super) fn feast(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    // `White Christmas`
    let name_before = at > reader.tokens().start + 1 && reader.is_capital(at - 1) && reader.is_word(at - 1);
    if !reader.is_capital(at) || name_before && reader.word_before(at) == Word::Other {
        return None;
    }
    let first = reader.lower(at);
    let from = FEASTS.partition_point(|(words, _)| words.first().is_some_and(|word| *word < first));
    let fitting = FEASTS.iter().skip(from).take_while(|(words, _)| words.first() == Some(&first));
    let (length, feast) = fitting
        .filter_map(|(words, feast)| Some((length(reader, at, words)?, *feast)))
        .max_by_key(|(length, _)| *length)?;
    let end = at + length;
    // `Easter Island`, `Christmas Smith`: a name, where another name follows.
    if length == 1 && reader.is_capital(end) && reader.is_word(end) && !reader.is(end, &["and"]) {
        return None;
    }
    Some(with_year(reader, at, end, Named::Feast(feast)))
}

/// How many tokens the words take at `at`, if they stand there. A possessive is a token of its own.
fn length(reader: &Reader<'_, '_>, at: usize, words: &[&str]) -> Option<usize> {
    words.iter().enumerate().all(|(by, word)| reader.lower(at + by) == *word).then_some(words.len())
}

/// The tokens of a word: `year's` is `year` and `'s`, `al-fitr` is `al`, `-`, `fitr`.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let (body, possessive) = match word.find('\'') {
        Some(at) => word.split_at(at),
        None => (word, ""),
    };
    let (first, rest) = match body.find('-') {
        Some(at) => (&body[..at], &body[at..]),
        None => (body, ""),
    };
    let hyphen = rest.get(..1).unwrap_or_default();
    let last = rest.get(1..).unwrap_or_default();
    [first.trim_end_matches('.'), hyphen, last, possessive].into_iter().filter(|piece| !piece.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_read() {
        let lines: Vec<&str> = TABLE.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.windows(2).all(|pair| pair[0] < pair[1]), "sorted, none twice");
        assert!(rows().all(|row| row.is_some()));
        assert!(FEASTS.windows(2).all(|pair| pair[0].0.first() <= pair[1].0.first()), "sorted by the first word");
    }

    #[test]
    fn a_word_as_tokens() {
        assert_eq!(pieces("year's").collect::<Vec<_>>(), ["year", "'s"]);
        assert_eq!(pieces("al-fitr").collect::<Vec<_>>(), ["al", "-", "fitr"]);
        assert_eq!(pieces("saints'").collect::<Vec<_>>(), ["saints", "'"]);
    }
}
