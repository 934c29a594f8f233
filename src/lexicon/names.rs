//! Given names and surnames.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{Gender, front, table, word};

/// The names, front-coded in groups; its head says how.
const NAMES: &str = headless!("names/names.txt");

/// A given name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenName {
    /// Who bears it; none where both do, or it differs from country to country.
    pub gender: Option<Gender>,
    /// Whether it is an English word too: Grace, Mark, Will.
    pub is_word: bool,
}

#[derive(Clone, Copy, Default)]
struct Name {
    given: Option<Option<Gender>>,
    is_surname: bool,
}

static TABLE: LazyLock<FxHashMap<&'static str, Name>> = LazyLock::new(|| {
    let mut text = String::with_capacity(100_000);
    let mut ranges = Vec::with_capacity(16_000);
    let mut name = Name::default();
    for line in table(NAMES) {
        match line.strip_prefix('=') {
            Some(code) => name = parse_code(code),
            None => front::unpack(line, &mut text, |range| ranges.push((range, name))),
        }
    }
    let text: &'static str = String::leak(text);
    ranges.into_iter().map(|(range, name)| (&text[range], name)).collect()
});

/// `fs` → a given name of women, and a surname.
fn parse_code(code: &str) -> Name {
    let given = match code.trim_end_matches('s') {
        "m" => Some(Some(Gender::Male)),
        "f" => Some(Some(Gender::Female)),
        "b" => Some(None),
        _ => None,
    };
    Name { given, is_surname: code.ends_with('s') }
}

/// What is known of a folded word as a given name.
///
/// ```
/// use sourcebook::lexicon::{Gender, given_name};
///
/// assert_eq!(given_name("fatima").and_then(|name| name.gender), Some(Gender::Female));
/// assert!(given_name("grace").is_some_and(|name| name.is_word));
/// assert_eq!(given_name("mosul"), None);
/// ```
#[must_use]
pub fn given_name(folded: &str) -> Option<GivenName> {
    let gender = TABLE.get(folded)?.given?;
    Some(GivenName { gender, is_word: word(folded).is_some() })
}

/// Whether a folded word is a common surname. Many are English words (Brown, Baker), and many given names.
///
/// The table has the commonest of the English-speaking countries and of some others: what it does not know can be a
/// surname all the same.
#[must_use]
pub fn is_surname(folded: &str) -> bool {
    TABLE.get(folded).is_some_and(|name| name.is_surname)
}

/// Words that stand between or before the parts of a name and belong to it, sorted.
const PARTICLES: [&str; 37] = [
    "abd", "abu", "al", "ap", "as", "bar", "ben", "bin", "bint", "bou", "da", "de", "del", "della", "den", "der", "di",
    "do", "dos", "du", "ed", "el", "ibn", "la", "le", "mac", "ould", "san", "st", "ter", "ud", "ul", "um", "umm",
    "van", "von", "zu",
];

/// Whether a folded word can be a particle inside a name: Hassan al-Banna, Ursula von der Leyen. Some are words of
/// other kinds too (as, bar, do), so that both neighbours should be parts of a name.
#[must_use]
pub fn is_name_particle(folded: &str) -> bool {
    PARTICLES.binary_search(&folded).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_row_parses() {
        let mut groups = Vec::new();
        for line in table(NAMES) {
            if let Some(code) = line.strip_prefix('=') {
                let name = parse_code(code);
                assert!(name.given.is_some() || name.is_surname, "{code}");
                groups.push((code, Vec::new()));
                continue;
            }
            let (mut text, mut ranges) = (String::new(), Vec::new());
            front::unpack(line, &mut text, |range| ranges.push(range));
            groups.last_mut().unwrap().1.extend(ranges.into_iter().map(|range| text[range].to_owned()));
        }
        assert!(groups.is_sorted_by_key(|(code, _)| *code));
        for (code, names) in &groups {
            assert!(names.is_sorted_by(|one, other| one < other), "{code}");
        }
        assert_eq!(groups.iter().map(|(_, names)| names.len()).sum::<usize>(), TABLE.len(), "each name in one group");
    }

    #[test]
    fn particles_are_sorted() {
        assert!(PARTICLES.is_sorted_by(|one, other| one < other));
        assert!(is_name_particle("al") && is_name_particle("von") && !is_name_particle("anna"));
    }

    #[test]
    fn names_are_known() {
        for name in "james mohammed ramzan vladimir abdul pierre giovanni hiroshi narendra kwame yitzhak magomed didier"
            .split(' ')
        {
            assert_eq!(given_name(name).map(|name| name.gender), Some(Some(Gender::Male)), "{name}");
        }
        for name in "mary fatima svetlana zarema marie yukiko heda indira ngozi".split(' ') {
            let gender = given_name(name).map(|name| name.gender);
            assert!(gender == Some(Some(Gender::Female)) || gender == Some(None), "{name} {gender:?}");
        }
        for surname in "smith garcia nguyen khan miller".split(' ') {
            assert!(is_surname(surname), "{surname}");
        }
        for none in ["", "mosul", "government", "the", "were", "of"] {
            assert!(given_name(none).is_none() && !is_surname(none), "{none}");
        }
    }
}
