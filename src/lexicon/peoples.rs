//! Nationalities, ethnic groups and religions: the words for them, and the places that they are of.

use std::sync::LazyLock;

use super::phrases::Phrases;
use super::table;

/// The peoples; its head says how to read it.
const PEOPLES: &str = headless!("peoples/peoples.txt");

/// What holds a people together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PeopleKind {
    /// Of a country, also one that is no more: Syrians, Soviets.
    Nationality,
    /// Of another place: Texans, Gazans, Europeans.
    Regional,
    /// Chechens, Kurds
    Ethnic,
    /// Muslims, Yazidis
    Religious,
}

/// A word for a people or one of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Demonym {
    /// The people's name: Chechens, Britons, Chinese. Empty where the word is of a part of the world or a language and
    /// there is no noun for those who belong to it: Arctic, Swahili.
    pub people: &'static str,
    /// The canonical name of the place that they are of, as `places` knows it; empty where there is no one such place.
    pub place: &'static str,
    /// What holds them together.
    pub kind: PeopleKind,
    /// Whether this word can stand before a noun: Kurdish, Russian, not Kurd.
    pub is_adjective: bool,
    /// Whether this word can be one person: Kurd, Russian, not Kurdish.
    pub is_singular: bool,
    /// Whether this word can be several persons: Kurds, Russians, Chinese.
    pub is_plural: bool,
}

struct Peoples {
    words: Phrases<Option<Demonym>>,
    /// The adjective of a place.
    adjectives: Phrases<Option<(&'static str, PeopleKind)>>,
}

static TABLES: LazyLock<Peoples> = LazyLock::new(|| {
    let mut tables = Peoples { words: Phrases::with_capacity(1_500), adjectives: Phrases::with_capacity(400) };
    for row in table(PEOPLES) {
        let Some((words, place, kind)) = parse_row(row) else { continue };
        let forms = || words.split('|').flat_map(forms);
        // The name of the people is made where a row gives it by rule.
        let people = forms().find(|form| form.is_plural).map_or("", |form| String::leak(form.text()));
        for form in forms() {
            let demonym = Demonym {
                people,
                place,
                kind,
                is_adjective: form.is_adjective,
                is_singular: form.is_singular,
                is_plural: form.is_plural,
            };
            // Nationalities come last where a word is of two peoples, and win.
            let entry = tables.words.entry(&form.text());
            if entry.is_none() || kind == PeopleKind::Nationality {
                *entry = Some(demonym);
            }
            if form.is_adjective && !place.is_empty() && kind != PeopleKind::Religious {
                let adjective = tables.adjectives.entry(place);
                // The word of all who live there before that of one of their peoples.
                if adjective.is_none_or(|(_, other)| other == PeopleKind::Ethnic && kind != PeopleKind::Ethnic) {
                    *adjective = Some((form.word, kind));
                }
            }
        }
    }
    tables
});

/// A form of a word for a people.
#[derive(Clone, Copy)]
struct Form {
    word: &'static str,
    ending: &'static str,
    is_adjective: bool,
    is_singular: bool,
    is_plural: bool,
}

impl Form {
    fn text(self) -> String {
        [self.word, self.ending].concat()
    }
}

/// `Russian` → Russian, Russians; `Chinese=` → Chinese; `Kurds:p` → Kurds.
fn forms(word: &'static str) -> impl Iterator<Item = Form> {
    let form = |word, ending, code: &str| Form {
        word,
        ending,
        is_adjective: code.contains('a'),
        is_singular: code.contains('s'),
        is_plural: code.contains('p'),
    };
    let (first, second) = match (word.strip_suffix('='), word.split_once(':')) {
        (Some(word), _) => (form(word, "", "asp"), None),
        (None, Some((word, code))) => (form(word, "", code), None),
        (None, None) => (form(word, "", "as"), Some(form(word, "s", "p"))),
    };
    [Some(first), second].into_iter().flatten()
}

/// `Chechen|Vainakh=;Chechnya;e` → its words, place and kind.
fn parse_row(row: &'static str) -> Option<(&'static str, &'static str, PeopleKind)> {
    let mut parts = row.split(';');
    let (words, place) = (parts.next()?, parts.next()?);
    let kind = match parts.next()? {
        "n" => PeopleKind::Nationality,
        "g" => PeopleKind::Regional,
        "e" => PeopleKind::Ethnic,
        "r" => PeopleKind::Religious,
        _ => return None,
    };
    Some((words, place, kind))
}

/// What a word or phrase (South Korean), folded or not, says of a people.
///
/// Many are names of languages, dishes and breeds too, and some are English words without their capital (Pole, Polish,
/// Swede, Pygmy, Indigenous): a caller looks at the capital first.
///
/// ```
/// use sourcebook::lexicon::{PeopleKind, demonym};
///
/// let kurds = demonym("kurds").expect("a people");
/// assert_eq!((kurds.people, kurds.place, kurds.kind), ("Kurds", "Kurdistan", PeopleKind::Ethnic));
/// assert!(kurds.is_plural && !kurds.is_adjective);
/// assert_eq!(demonym("chinese").map(|chinese| chinese.is_plural), Some(true));
/// ```
#[must_use]
pub fn demonym(word: &str) -> Option<Demonym> {
    *TABLES.words.get(word)?
}

/// The longest word or phrase for a people that the folded words begin with: how many words it takes, and what it says.
#[must_use]
pub fn longest_demonym<'a>(words: impl Iterator<Item = &'a str>) -> Option<(usize, Demonym)> {
    let (count, demonym) = TABLES.words.longest(words)?;
    Some((count, (*demonym)?))
}

/// The adjective of a place, by its canonical name: `Chechnya` → Chechen, `France` → French.
#[must_use]
pub fn adjective_of(place: &str) -> Option<&'static str> {
    TABLES.adjectives.get(place).copied().flatten().map(|(adjective, _)| adjective)
}

#[cfg(test)]
mod tests {
    use super::super::places;
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_row_parses() {
        let rows: Vec<&str> = table(PEOPLES).collect();
        assert!(rows.len() > 400);
        for pair in rows.windows(2) {
            assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
        }
        for row in rows {
            let (words, place, _) = parse_row(row).expect(row);
            let is_canonical = places(place).any(|known| known.name == place);
            assert!(place.is_empty() || is_canonical, "{row}: no place has that name");
            assert!(words.split('|').flat_map(forms).any(|form| form.is_plural || form.is_adjective), "{row}");
            for word in words.split('|').filter_map(|word| word.split_once(':')) {
                assert!(word.1.chars().all(|letter| "asp".contains(letter)), "{row}");
            }
        }
    }

    #[test]
    fn peoples_are_known() {
        use PeopleKind::{Ethnic, Nationality, Regional, Religious};
        let cases = [
            ("russian", "Russians", "Russia", Nationality),
            ("french", "French", "France", Nationality),
            ("british", "Britons", "United Kingdom", Nationality),
            ("chechens", "Chechens", "Chechnya", Ethnic),
            ("dagestani", "Dagestanis", "Dagestan", Regional),
            ("rohingya", "Rohingya", "Rakhine", Ethnic),
            ("uighurs", "Uighurs", "Xinjiang", Ethnic),
            ("shiite", "Shi'ites", "", Religious),
            ("yazidis", "Yazidis", "Iraq", Religious),
            ("jewish", "Jews", "", Religious),
            ("south koreans", "South Koreans", "South Korea", Nationality),
            ("iraqi", "Iraqis", "Iraq", Nationality),
        ];
        for (word, people, place, kind) in cases {
            let demonym = demonym(word).expect(word);
            assert_eq!((demonym.people, demonym.place, demonym.kind), (people, place, kind), "{word}");
        }
        assert!(demonym("mosul").is_none() && demonym("").is_none());
    }

    #[test]
    fn places_have_adjectives() {
        for (place, adjective) in [
            ("France", "French"),
            ("Syria", "Syrian"),
            ("Dagestan", "Dagestani"),
            ("Turkey", "Turkish"),
            ("Chechnya", "Chechen"),
            ("Kenya", "Kenyan"),
        ] {
            assert_eq!(adjective_of(place), Some(adjective));
        }
        assert_eq!(adjective_of("nowhere"), None);
        assert_eq!(longest_demonym("south korean troops".split(' ')).map(|(words, _)| words), Some(2));
    }
}
