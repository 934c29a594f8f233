//! What the tables know of words and names.

use super::known::{self, Bits};
use super::table;
use crate::extract::Document;
use crate::lexicon::{self, Candidates, Gender, PlaceKind};
use core::ops::Range;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Organisations by the hash of their words: how a finder of tokens looks them up without putting words together.
struct Organisations {
    by_name: FxHashMap<u64, Organisation>,
    /// How many words the longest name has that begins with a word.
    longest: FxHashMap<u32, u8>,
}

/// A well-known organisation by one of its names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Organisation {
    /// Its number: the same for all its names.
    pub number: u16,
    /// Whether it goes by this name in capitals alone: WHO, ICE.
    pub capitals: bool,
    length: u8,
}

static ORGANISATIONS: LazyLock<Organisations> = LazyLock::new(|| {
    let mut organisations = Organisations { by_name: FxHashMap::default(), longest: FxHashMap::default() };
    for (number, row) in lexicon::organisations().enumerate() {
        for name in row.split('|') {
            let folded = crate::text::fold(name);
            let words: Vec<&str> = words(&folded).filter(|word| *word != "-").collect();
            let organisation = Organisation {
                number: u16::try_from(number).unwrap_or(u16::MAX),
                capitals: name.chars().all(char::is_uppercase) && lexicon::word(&folded).is_some(),
                length: u8::try_from(words.len()).unwrap_or(u8::MAX),
            };
            let key = words.iter().fold(0, |key, word| joined(key, known::hash(word)));
            organisations.by_name.entry(key).or_insert(organisation);
            let longest = organisations.longest.entry(words.first().map_or(0, |word| known::hash(word))).or_default();
            *longest = organisation.length.max(*longest);
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

/// The longest organisation of the table that words of these hashes begin with, without hyphens.
fn longest_organisation(hashes: impl Iterator<Item = u32>) -> Option<Organisation> {
    let mut key = 0;
    let mut found = None;
    let mut most = 0;
    for (at, hash) in hashes.enumerate() {
        if at == 0 {
            most = *ORGANISATIONS.longest.get(&hash)?;
        }
        if at >= usize::from(most) {
            break;
        }
        key = joined(key, hash);
        let organisation = ORGANISATIONS.by_name.get(&key).filter(|of| usize::from(of.length) == at + 1);
        found = organisation.copied().or(found);
    }
    found
}

/// The tokens of a stretch without the hyphens, which tables do not hold.
fn without_hyphens(document: &Document<'_>, tokens: Range<usize>) -> impl Iterator<Item = usize> {
    tokens.filter(|token| !is_hyphen(document, *token))
}

fn is_hyphen(document: &Document<'_>, token: usize) -> bool {
    matches!(document.lower(token), "-" | "‑" | "–")
}

/// The hashes of the words of a stretch, hyphens left out.
fn hashes(document: &Document<'_>, tokens: Range<usize>) -> impl Iterator<Item = u32> {
    without_hyphens(document, tokens).filter_map(|token| Some(document.tokens.get(token)?.hash))
}

/// How many tokens so many words take that are no hyphens.
fn tokens_of(document: &Document<'_>, tokens: Range<usize>, words: usize) -> usize {
    let start = tokens.start;
    let mut words = words;
    for token in tokens {
        words -= usize::from(!is_hyphen(document, token));
        if words == 0 {
            return token + 1 - start;
        }
    }
    0
}

/// The longest well-known organisation that some tokens begin with, and how many it takes.
pub(super) fn organisation(document: &Document<'_>, tokens: Range<usize>) -> Option<(usize, Organisation)> {
    let found = longest_organisation(hashes(document, tokens.clone()))?;
    let capitals = document.tokens.get(tokens.start).is_some_and(|token| token.capitals);
    let length = tokens_of(document, tokens, usize::from(found.length));
    (length > 0 && (capitals || !found.capitals)).then_some((length, found))
}

/// The places of the longest name of the gazetteer that some tokens begin with, and how many it takes.
pub(super) fn places(document: &Document<'_>, tokens: Range<usize>) -> Option<(usize, Candidates)> {
    let (words, places) =
        lexicon::longest_place(without_hyphens(document, tokens.clone()).map(|token| document.lower(token)))?;
    let length = tokens_of(document, tokens, words);
    (length > 0).then_some((length, places))
}

/// Landmarks by the hash of their words, and how many they are.
static LANDMARKS: LazyLock<FxHashMap<u64, usize>> = LazyLock::new(|| {
    let rows = table(crate::lexicon::headless!("tables/landmarks.txt"));
    rows.map(|row| {
        let words: Vec<&str> = words(row).filter(|word| *word != "-").collect();
        (words.iter().fold(0, |key, word| joined(key, known::hash(word))), words.len())
    })
    .collect()
});

/// How many tokens a landmark takes that some tokens begin with.
fn landmark(document: &Document<'_>, tokens: Range<usize>) -> usize {
    let mut key = 0;
    for (at, hash) in hashes(document, tokens.clone()).take(4).enumerate() {
        key = joined(key, hash);
        if LANDMARKS.get(&key) == Some(&(at + 1)) {
            return tokens_of(document, tokens, at + 1);
        }
    }
    0
}

/// The longest place that some tokens begin with: how many, and its kind (1 a country, 2 an area, 3 a region, 4 a
/// large city, 5 another).
pub(super) fn place(document: &Document<'_>, tokens: Range<usize>) -> (u8, u8) {
    let landmark = landmark(document, tokens.clone());
    if landmark > 0 {
        return (u8::try_from(landmark).unwrap_or(0), 2);
    }
    let found = places(document, tokens).and_then(|(length, mut places)| {
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
    found.unwrap_or((0, 0))
}

/// What the tables know of one word in lower case.
pub(super) fn of_word(lower: &str) -> Bits {
    let mut bits = 0;
    if lexicon::given_name(lower).is_some() {
        bits |= known::GIVEN;
    }
    // O’Neill, McCain
    let prefixed = lower.starts_with("o'") && lower.len() > 4 || lower.starts_with("mc") && lower.len() > 4;
    if prefixed || lexicon::is_surname(lower) {
        bits |= known::SURNAME;
    }
    if let Some(place) = lexicon::places(lower).next() {
        bits |= if place.kind == PlaceKind::Country { known::COUNTRY } else { known::TOWN };
        bits |= if lexicon::is_ambiguous_place(lower) { known::AMBIGUOUS } else { 0 };
    }
    if let Some(organisation) = longest_organisation(core::iter::once(known::hash(lower))) {
        bits |= if organisation.capitals { known::ACRONYM } else { known::FAMOUS };
    }
    if let Some(title) = title(lower) {
        bits |= known::TITLE | if title.strict { known::STRICT } else { 0 };
    } else if lexicon::title(lower) == Some(lexicon::Title::BeforeName) {
        bits |= known::TITLE;
    }
    if lexicon::demonym(lower).is_some() {
        bits |= known::PEOPLE;
    }
    bits
}

/// Titles by their word, with what a row says of them.
static TITLES: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = table(crate::lexicon::headless!("tables/titles.txt"));
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

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [&str; 4] = [
        include_str!("tables/closers.txt"),
        include_str!("tables/landmarks.txt"),
        include_str!("tables/things.txt"),
        include_str!("tables/titles.txt"),
    ];

    #[test]
    fn tables_are_sorted_and_folded() {
        for text in ALL {
            assert!(text.starts_with('#'), "a table says where it is from");
            let words: Vec<&str> = table(text).map(|row| row.split(' ').next().unwrap_or_default()).collect();
            let rows: Vec<&str> = table(text).collect();
            assert!(rows.windows(2).all(|pair| pair[0] < pair[1]), "sorted, none twice: {:?}", &rows[..3]);
            assert!(words.iter().all(|word| *word == crate::text::fold(word)));
        }
    }

    #[test]
    fn rows_hold_known_letters() {
        for (text, letters) in [(ALL[0], "opt"), (ALL[3], "sfm")] {
            for row in table(text) {
                let said = row.split_once(' ').map_or("", |(_, said)| said);
                assert!(said.chars().all(|letter| letters.contains(letter)), "{row}");
            }
        }
    }

    #[test]
    fn words_are_cut_as_tokens_are() {
        let cut = |name: &'static str| words(name).collect::<Vec<_>>().join("|");
        assert_eq!(cut("people's liberation army"), "people|'s|liberation|army");
        assert_eq!(cut("al-shabaab"), "al|-|shabaab");
    }
}
