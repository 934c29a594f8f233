//! Titles and offices of persons, and words for kinds of places: what stands beside names.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::phrases::Phrases;
use super::{Class, lemma, table};

/// Titles, ranks, offices and callings.
const TITLES: &str = headless!("offices/titles.txt");
/// Words for kinds of places.
const PLACE_NOUNS: &str = headless!("offices/place-nouns.txt");

/// How a title is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Title {
    /// Before a name without an article: President, Col., Sheikh. It can stand without a name too (the president).
    BeforeName,
    /// Behind the name, or after `the`, as a rule: expert, lawmaker.
    Office,
}

/// What a kind of place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PlaceNoun {
    /// river, sea
    Water,
    /// mountain, valley, desert
    Land,
    /// village, city
    Settlement,
    /// province, republic
    Region,
    /// airport, camp, prison
    Building,
    /// street, bridge
    Way,
}

static TITLE_TABLE: LazyLock<Phrases<Option<Title>>> = LazyLock::new(|| {
    let mut titles = Phrases::with_capacity(900);
    for (words, code) in table(TITLES).filter_map(|row| row.rsplit_once(' ')) {
        *titles.entry(words) = parse_title(code);
    }
    titles
});

static PLACE_TABLE: LazyLock<FxHashMap<&'static str, PlaceNoun>> = LazyLock::new(|| {
    let rows = table(PLACE_NOUNS).filter_map(|row| row.split_once(' '));
    rows.filter_map(|(word, code)| Some((word, parse_place_noun(code)?))).collect()
});

fn parse_title(code: &str) -> Option<Title> {
    match code {
        "h" => Some(Title::BeforeName),
        "o" => Some(Title::Office),
        _ => None,
    }
}

fn parse_place_noun(code: &str) -> Option<PlaceNoun> {
    Some(match code {
        "w" => PlaceNoun::Water,
        "l" => PlaceNoun::Land,
        "s" => PlaceNoun::Settlement,
        "r" => PlaceNoun::Region,
        "b" => PlaceNoun::Building,
        "t" => PlaceNoun::Way,
        _ => return None,
    })
}

/// How a title, of one word or several, folded or not, is used; none where it is none that the table has.
///
/// Adjectives before it are not part of it (Chechen leader, acting foreign minister), nor are plurals.
///
/// ```
/// use sourcebook::lexicon::{Title, title};
///
/// assert_eq!(title("Prime Minister"), Some(Title::BeforeName));
/// assert_eq!(title("Lt. Gen."), Some(Title::BeforeName));
/// assert_eq!(title("banana"), None);
/// ```
#[must_use]
pub fn title(words: &str) -> Option<Title> {
    *TITLE_TABLE.get(words)?
}

/// The longest title that the folded words begin with: how many words it takes, and how it is used.
#[must_use]
pub fn longest_title<'a>(words: impl Iterator<Item = &'a str>) -> Option<(usize, Title)> {
    let (count, title) = TITLE_TABLE.longest(words)?;
    Some((count, (*title)?))
}

/// What kind of place a word in lower case, singular or plural, is for: `province`, `villages`.
#[must_use]
pub fn place_noun(lower: &str) -> Option<PlaceNoun> {
    PLACE_TABLE.get(lower).or_else(|| PLACE_TABLE.get(lemma(lower, Class::Noun))).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_every_row_parses() {
        let titles: Vec<&str> = table(TITLES).collect();
        let nouns: Vec<&str> = table(PLACE_NOUNS).collect();
        assert!(titles.is_sorted_by(|one, other| one < other) && nouns.is_sorted_by(|one, other| one < other));
        assert!(titles.iter().all(|row| row.rsplit_once(' ').is_some_and(|(_, code)| parse_title(code).is_some())));
        assert!(nouns.iter().all(|row| row.split_once(' ').is_some_and(|(_, code)| parse_place_noun(code).is_some())));
        assert!(titles.len() > 600 && nouns.len() > 200);
    }

    #[test]
    fn titles_are_known() {
        for words in ["president", "spokeswoman", "Gen.", "sheikh", "imam", "CEO", "children's rights commissioner"] {
            assert_eq!(title(words), Some(Title::BeforeName), "{words}");
        }
        assert_eq!(title("human rights activist"), Some(Title::Office));
        assert_eq!(title(""), None);
        let longest = |text: &str| longest_title(text.split(' ')).map(|(words, _)| words);
        assert_eq!(longest("prime minister manuel valls"), Some(2));
        assert_eq!(longest("deputy chief of staff"), Some(4));
        assert_eq!(longest("secretary-general ban"), Some(1));
        assert_eq!(longest("miners"), None);
    }

    #[test]
    fn place_nouns_are_known() {
        assert_eq!(place_noun("province"), Some(PlaceNoun::Region));
        assert_eq!(place_noun("villages"), Some(PlaceNoun::Settlement));
        assert_eq!(place_noun("airport"), Some(PlaceNoun::Building));
        assert_eq!(place_noun("president"), None);
    }
}
