//! Organisations: the well known of the world, and the words that names of others are built on.

use crate::text::class::lowercase;
use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::phrases::Phrases;
use super::{Class, lemma, table, word};

/// The well known.
const KNOWN: &str = headless!("organisations/known.txt");
/// The words that names are built on.
const NOUNS: &str = headless!("organisations/nouns.txt");

/// What an organisation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OrganisationKind {
    /// Of several states.
    International,
    /// Of one state: a ministry, a parliament, an agency.
    Government,
    /// The armed and police forces of a state; of `organisation_noun` alone.
    Security,
    /// Armed and of no state.
    Armed,
    /// A political party.
    Party,
    /// A company.
    Company,
    /// A newspaper, an agency, a station.
    Media,
    /// A school, university or institute.
    Education,
    /// An association, charity, church, club.
    Society,
}

impl OrganisationKind {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "international" => Self::International,
            "government" => Self::Government,
            "security" => Self::Security,
            "armed" => Self::Armed,
            "party" => Self::Party,
            "company" => Self::Company,
            "media" => Self::Media,
            "education" => Self::Education,
            "society" => Self::Society,
            _ => return None,
        })
    }
}

/// A well-known organisation, by one of its names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Organisation {
    /// The name to show, the same for all its names.
    pub name: &'static str,
    /// The name that was looked up, with its capitals: WHO, Shell, al-Shabaab.
    pub spelling: &'static str,
    /// What it is.
    pub kind: OrganisationKind,
    /// Whether that name is an English word too (Apple, `WHO`, `IS`, Time), so that its capitals must be looked at.
    pub is_word: bool,
}

static KNOWN_TABLE: LazyLock<Phrases<Option<Organisation>>> = LazyLock::new(|| {
    let mut known = Phrases::<Option<Organisation>>::with_capacity(2_000);
    for (names, kind) in table(KNOWN).filter_map(parse_known) {
        let name = names.split('|').next().unwrap_or_default();
        for spelling in names.split('|') {
            let entry = known.entry(spelling);
            // Of two that share an acronym, the first: what else the text says must tell them apart.
            if entry.is_none() {
                *entry = Some(Organisation { name, spelling, kind, is_word: false });
            }
        }
    }
    known
});

static NOUN_TABLE: LazyLock<FxHashMap<&'static str, OrganisationKind>> = LazyLock::new(|| {
    let rows = table(NOUNS).filter_map(|row| row.rsplit_once(' '));
    rows.filter_map(|(word, kind)| Some((word, OrganisationKind::parse(kind)?))).collect()
});

/// `NATO|North Atlantic Treaty Organization;international`
fn parse_known(row: &str) -> Option<(&str, OrganisationKind)> {
    let (names, kind) = row.rsplit_once(';')?;
    Some((names, OrganisationKind::parse(kind)?))
}

fn with_word(organisation: Organisation) -> Organisation {
    let is_one = !organisation.spelling.contains([' ', '-']);
    Organisation { is_word: is_one && word(&lowercase(organisation.spelling)).is_some(), ..organisation }
}

/// The well-known organisation of this name, folded or not.
///
/// ```
/// use sourcebook::lexicon::{OrganisationKind, known_organisation};
///
/// let who = known_organisation("who").expect("an agency");
/// assert_eq!((who.name, who.spelling, who.is_word), ("World Health Organization", "WHO", true));
/// assert_eq!(who.kind, OrganisationKind::International);
/// ```
#[must_use]
pub fn known_organisation(name: &str) -> Option<Organisation> {
    KNOWN_TABLE.get(name).copied().flatten().map(with_word)
}

/// The longest name of a well-known organisation that the folded words begin with: how many words it takes, and which
/// it is. An article belongs to some names (The Hill, The Times) and is then one of the words.
#[must_use]
pub fn longest_organisation<'a>(words: impl Iterator<Item = &'a str>) -> Option<(usize, Organisation)> {
    let (count, organisation) = KNOWN_TABLE.longest(words)?;
    Some((count, with_word((*organisation)?)))
}

/// The well-known organisations: the names of each, divided by `|`.
pub fn organisations() -> impl Iterator<Item = &'static str> {
    table(KNOWN).filter_map(parse_known).map(|(names, _)| names)
}

/// What a word in lower case, singular or plural, says of the organisation whose name ends in it, or that is spoken of
/// by it: `ministry`, `army`, `ltd`. Many mean other things too (house, power, post).
#[must_use]
pub fn organisation_noun(lower: &str) -> Option<OrganisationKind> {
    NOUN_TABLE.get(lower).or_else(|| NOUN_TABLE.get(lemma(lower, Class::Noun))).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_every_row_parses() {
        let (known, nouns): (Vec<&str>, Vec<&str>) = (table(KNOWN).collect(), table(NOUNS).collect());
        for pair in known.windows(2).chain(nouns.windows(2)) {
            assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
        }
        for row in &known {
            let (names, _) = parse_known(row).expect(row);
            assert!(names.split('|').all(|name| !name.is_empty() && name.trim() == name), "{row}");
        }
        let is_kind =
            |row: &&str| row.rsplit_once(' ').is_some_and(|(_, kind)| OrganisationKind::parse(kind).is_some());
        assert!(nouns.iter().all(is_kind));
        assert!(known.len() > 500 && nouns.len() > 200);
    }

    #[test]
    fn organisations_are_known() {
        use OrganisationKind::{Armed, Government, International, Media, Society};
        let cases = [
            ("un", "United Nations", International),
            ("u.n", "United Nations", International),
            ("nato", "NATO", International),
            ("fbi", "FBI", Government),
            ("reuters", "Reuters", Media),
            ("the associated press", "Associated Press", Media),
            ("al jazeera", "Al Jazeera", Media),
            ("al-qaida", "al-Qaeda", Armed),
            ("al qaeda", "al-Qaeda", Armed),
            ("isis", "Islamic State", Armed),
            ("hezbollah", "Hezbollah", Armed),
            ("red cross", "Red Cross", Society),
        ];
        for (name, canonical, kind) in cases {
            let organisation = known_organisation(name).expect(name);
            assert_eq!((organisation.name, organisation.kind), (canonical, kind), "{name}");
        }
        assert!(known_organisation("miners").is_none() && known_organisation("").is_none());
        assert!(!known_organisation("nato").unwrap().is_word && known_organisation("is").unwrap().is_word);
        let longest = |text: &str| longest_organisation(text.split(' ')).map(|(words, it)| (words, it.name));
        assert_eq!(longest("un security council said"), Some((3, "UN Security Council")));
        assert_eq!(longest("wall street journal"), Some((3, "Wall Street Journal")));
    }

    #[test]
    fn nouns_are_known() {
        assert_eq!(organisation_noun("ministry"), Some(OrganisationKind::Government));
        assert_eq!(organisation_noun("universities"), Some(OrganisationKind::Education));
        assert_eq!(organisation_noun("police"), Some(OrganisationKind::Security));
        assert_eq!(organisation_noun("banana"), None);
    }
}
