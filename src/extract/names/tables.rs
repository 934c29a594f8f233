//! What the tables know of words and names.

use super::known::{self, Bits};
use super::table;
use crate::lexicon::{self, Gender, PlaceKind};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Organisations by the hash of their words, each with its row.
struct Organisations {
    rows: Vec<&'static str>,
    by_name: FxHashMap<u64, (u16, u8)>,
    /// How many words the longest name has that begins with a word.
    longest: FxHashMap<u32, u8>,
}

static ORGANISATIONS: LazyLock<Organisations> = LazyLock::new(|| {
    let mut organisations =
        Organisations { rows: Vec::new(), by_name: FxHashMap::default(), longest: FxHashMap::default() };
    for (number, row) in table(include_str!("tables/organisations.txt")).enumerate() {
        organisations.rows.push(row);
        for name in row.split(" | ") {
            let words: Vec<&str> = words(name).collect();
            let length = u8::try_from(words.len()).unwrap_or(u8::MAX);
            let key = words.iter().fold(0, |key, word| joined(key, known::hash(word)));
            organisations.by_name.entry(key).or_insert((u16::try_from(number).unwrap_or(u16::MAX), length));
            let longest = organisations.longest.entry(words.first().map_or(0, |word| known::hash(word))).or_default();
            *longest = length.max(*longest);
        }
    }
    organisations
});

/// The words of a name as tokens cut them: at spaces, hyphens, possessives and commas.
pub(super) fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split([' ', ','])
        .flat_map(|word| {
            let (word, possessive) = match word.strip_suffix("'s") {
                Some(rest) => (rest, Some("'s")),
                None => match word.strip_suffix('\'') {
                    Some(rest) => (rest, Some("'")),
                    None => (word, None),
                },
            };
            word.split_inclusive('-')
                .flat_map(|part| match part.strip_suffix('-') {
                    Some(part) => [Some(part), Some("-")],
                    None => [Some(part), None],
                })
                .flatten()
                .chain(possessive)
        })
        .filter(|word| !word.is_empty())
}

pub(super) fn joined(key: u64, hash: u32) -> u64 {
    (key.rotate_left(17) ^ u64::from(hash)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The longest organisation of the table that the words begin with: how many words it takes, and its row.
pub(super) fn longest_organisation<'a>(words: impl Iterator<Item = &'a str>) -> Option<(usize, &'static str)> {
    let mut key = 0;
    let mut found = None;
    let mut most = 0;
    for (at, word) in words.enumerate() {
        let hash = known::hash(word);
        if at == 0 {
            most = *ORGANISATIONS.longest.get(&hash)?;
        }
        if at >= usize::from(most) {
            break;
        }
        key = joined(key, hash);
        if let Some((row, length)) = ORGANISATIONS.by_name.get(&key) {
            if usize::from(*length) == at + 1 {
                found = Some((at + 1, usize::from(*row)));
            }
        }
    }
    let (length, row) = found?;
    Some((length, ORGANISATIONS.rows.get(row)?))
}

/// The longest place and organisation that the words begin with: of a place how many words and its kind (1 a country,
/// 2 an area, 3 a region, 4 a city, more by 4 where it may well be something else), of an organisation how many.
pub(super) fn table_of_names<'a, I: Iterator<Item = &'a str>>(words: impl Fn() -> I) -> ((u8, u8), u8) {
    let place = lexicon::longest_place(words()).and_then(|(length, mut places)| {
        let place = places.next()?;
        let kind = match place.kind {
            PlaceKind::Country => 1,
            PlaceKind::Area => 2,
            PlaceKind::Region => 3,
            PlaceKind::City if place.people >= 3 => 4,
            PlaceKind::City => 5,
        };
        Some((u8::try_from(length).unwrap_or(0), kind))
    });
    let organisation = longest_organisation(words()).map_or(0, |(length, _)| u8::try_from(length).unwrap_or(0));
    (place.unwrap_or((0, 0)), organisation)
}

/// What the tables know of one word in lower case.
pub(super) fn of_word(lower: &str) -> Bits {
    let mut bits = 0;
    if lexicon::given_name(lower).is_some() {
        bits |= known::GIVEN;
    }
    if lexicon::is_surname(lower) {
        bits |= known::SURNAME;
    }
    if let Some(place) = lexicon::places(lower).next() {
        bits |= if place.kind == PlaceKind::Country { known::COUNTRY } else { known::TOWN };
        bits |= if lexicon::is_ambiguous_place(lower) { known::AMBIGUOUS } else { 0 };
    }
    if longest_organisation(core::iter::once(lower)).is_some() {
        bits |= known::FAMOUS;
    }
    if let Some(title) = title(lower) {
        bits |= known::TITLE | if title.strict { known::STRICT } else { 0 };
    }
    if lexicon::demonym(lower).is_some() {
        bits |= known::PEOPLE;
    }
    bits
}

/// Titles by their word, with what a row says of them.
static TITLES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = table(include_str!("tables/titles.txt"));
    rows.map(|row| row.split_once(' ').unwrap_or((row, ""))).collect()
});

/// What is known of a title.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Title {
    /// Whether nothing but the name of somebody stands behind it.
    pub strict: bool,
    /// Of whom it is said.
    pub gender: Option<Gender>,
}

/// What is known of a word in lower case as a title.
pub(super) fn title(lower: &str) -> Option<Title> {
    let letters = TITLES.get(lower)?;
    let gender = match (letters.contains('m'), letters.contains('f')) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    };
    Some(Title { strict: letters.contains('s'), gender })
}
