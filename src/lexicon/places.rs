//! The places of the world: countries, their regions and cities, and areas that are neither.

use std::sync::LazyLock;

use super::phrases::Phrases;
use super::place_kind::PlaceKind;
use super::{given_name, is_surname, table, word};

/// Countries, regions, cities. Its head says how to read it.
const PLACES: &str = headless!("places/places.txt");
/// Continents, parts of the world, seas.
const AREAS: &str = headless!("places/areas.txt");

/// A place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Its name in English-language news, the one of several that should be shown.
    pub name: &'static str,
    /// What it is.
    pub kind: PlaceKind,
    /// The code of its country (ISO 3166-1, two capitals); empty for areas across countries.
    pub country: &'static str,
    /// Degrees north, exact to a tenth: of a country the middle of its largest part, of a region where its people are.
    pub latitude: f32,
    /// Degrees east, exact to a tenth.
    pub longitude: f32,
    /// How many people, in steps: 0 under 30,000 or not known, 1 under 100,000, 2 under 300,000, 3 under a million,
    /// 4 under 3, 5 under 10, 6 under 30, 7 under 100 million, 8 above.
    pub people: u8,
    /// Whether it is the capital of its country.
    pub is_capital: bool,
}

/// The places of one name, the likeliest first.
#[derive(Clone, Debug)]
pub struct Candidates(std::slice::Iter<'static, u16>);

impl Iterator for Candidates {
    type Item = &'static Place;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|&number| &TABLES.all[usize::from(number)])
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for Candidates {}

struct Places {
    all: Vec<Place>,
    /// The places of a name, in the order of [`places`].
    named: Phrases<Vec<u16>>,
}

static TABLES: LazyLock<Places> = LazyLock::new(|| {
    let mut tables = Places { all: Vec::with_capacity(9_000), named: Phrases::with_capacity(16_000) };
    for row in table(AREAS) {
        if let Some((names, place)) = parse_area(row) {
            add(&mut tables, names, place);
        }
    }
    for (names, place) in rows() {
        add(&mut tables, names, place);
    }
    tables
});

fn add(tables: &mut Places, names: &'static str, place: Place) {
    let Ok(number) = u16::try_from(tables.all.len()) else { return };
    tables.all.push(place);
    for name in names.split('|') {
        let numbers = tables.named.entry(name);
        // The likelier first; among equals as the table has them.
        let at = numbers.partition_point(|&other| rank(&tables.all[usize::from(other)]) <= rank(&place));
        if !numbers.contains(&number) {
            numbers.insert(at, number);
        }
    }
}

/// What makes a place likelier than another of its name: countries and areas come first, then who has more people. A
/// capital counts a step more, a region one less, since that is mostly named with a word that says so: Washington.
fn rank(place: &Place) -> (bool, u8, bool) {
    let is_region = place.kind == PlaceKind::Region;
    let steps = place.people + 1 + u8::from(place.is_capital) - u8::from(is_region);
    (!matches!(place.kind, PlaceKind::Country | PlaceKind::Area), u8::MAX - steps, !place.is_capital)
}

/// The rows of [`PLACES`]: names and place, in its order.
fn rows() -> impl Iterator<Item = (&'static str, Place)> {
    let (names, columns) = PLACES.split_once("\n=\n").unwrap_or((PLACES, ""));
    let columns: Vec<&[u8]> = columns.lines().map(str::as_bytes).collect();
    let (mut country, mut count, mut west) = ("", 0, 0);
    table(names).filter_map(move |row| {
        if let Some(code) = row.strip_prefix('@') {
            (country, west) = (code, 0);
            return None;
        }
        count += 1;
        Some((row, parse_place(row, country, &columns, count - 1, &mut west)?))
    })
}

/// The place in a row of names, by what the columns say of it. `west` is how many tenths of a degree the place before it
/// lies east of 180° W, and then this one.
fn parse_place(
    names: &'static str,
    country: &'static str,
    columns: &[&[u8]],
    at: usize,
    west: &mut i16,
) -> Option<Place> {
    let value = |column: usize| Some(columns.get(column)?.get(at)?.wrapping_sub(b'0'));
    let tenths = |column: usize| Some(i16::from(value(column)?) * 78 + i16::from(value(column + 1)?));
    let kind = match value(0)? {
        0 => PlaceKind::Country,
        1 | 2 => PlaceKind::City,
        3 => PlaceKind::Region,
        _ => return None,
    };
    *west = (*west + tenths(4)?) % 3600;
    Some(Place {
        name: names.split('|').next()?,
        kind,
        country,
        latitude: f32::from(tenths(2)? - 900) / 10.0,
        longitude: f32::from(*west - 1800) / 10.0,
        people: value(1)?,
        is_capital: value(0)? == 1,
    })
}

/// Degrees that are written in tenths of one.
fn tenths(text: &str) -> Option<f32> {
    text.parse::<i16>().ok().map(|tenths| f32::from(tenths) / 10.0)
}

/// `Darfur 13.5 24.0 SD` → its names, and an area of Sudan. Degrees have one decimal.
fn parse_area(row: &'static str) -> Option<(&'static str, Place)> {
    let is_code = |(_, last): &(&str, &str)| last.len() == 2 && last.bytes().all(|byte| byte.is_ascii_uppercase());
    let (row, country) = row.rsplit_once(' ').filter(is_code).unwrap_or((row, ""));
    let (rest, longitude) = row.rsplit_once(' ')?;
    let (names, latitude) = rest.rsplit_once(' ')?;
    let place = Place {
        name: names.split('|').next()?,
        kind: PlaceKind::Area,
        country,
        latitude: tenths(&latitude.replace('.', ""))?,
        longitude: tenths(&longitude.replace('.', ""))?,
        people: 0,
        is_capital: false,
    };
    Some((names, place))
}

/// The places of this name, folded or not, the likeliest first: countries and areas, then the more people the earlier.
///
/// ```
/// use sourcebook::lexicon::{PlaceKind, places};
///
/// let raqqa = places("raqqa").next().expect("a city");
/// assert_eq!((raqqa.name, raqqa.kind, raqqa.country), ("Raqqa", PlaceKind::City, "SY"));
/// assert_eq!(places("Rakka").next(), Some(raqqa));
/// assert_eq!(places("nowhere at all").next(), None);
/// ```
#[must_use]
pub fn places(name: &str) -> Candidates {
    Candidates(TABLES.named.get(name).map_or(&[][..], Vec::as_slice).iter())
}

/// The longest name of a place that the folded words begin with: how many words it takes, and the places of it, as
/// [`places`] gives them.
#[must_use]
pub fn longest_place<'a>(words: impl Iterator<Item = &'a str>) -> Option<(usize, Candidates)> {
    let (count, numbers) = TABLES.named.longest(words)?;
    Some((count, Candidates(numbers.iter())))
}

/// Whether a folded name of a place is oftener something else, so that more evidence is needed than its capital:
/// an English word (Reading, Mobile, `us`), or somebody's name and no country or great city (Victoria, Lincoln).
#[must_use]
pub fn is_ambiguous_place(name: &str) -> bool {
    let word = word(name);
    if word.is_some_and(super::Word::is_closed) {
        return true;
    }
    let Some(place) = places(name).next() else { return false };
    let is_great = place.people >= 4;
    let is_word = word.is_some() && !(is_great && place.kind == PlaceKind::City);
    let is_name = !is_great && (given_name(name).is_some() || is_surname(name) && place.people < 3);
    !matches!(place.kind, PlaceKind::Country | PlaceKind::Area) && (is_word || is_name)
}

/// The name of the country with this code: `SY` → Syria.
#[must_use]
pub fn country(code: &str) -> Option<&'static Place> {
    TABLES.all.iter().find(|place| place.kind == PlaceKind::Country && place.country == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_every_row_parses() {
        let areas: Vec<&str> = table(AREAS).collect();
        assert!(areas.is_sorted(), "areas.txt");
        assert!(areas.iter().all(|row| parse_area(row).is_some_and(|(_, area)| area.latitude.abs() <= 90.0)));
        let mut before = ("", 0);
        for (names, place) in rows() {
            assert!(place.latitude.abs() <= 90.0 && place.longitude.abs() <= 180.0 && place.people <= 8, "{names}");
            assert!(!names.split('|').any(str::is_empty) && place.country.len() == 2, "{names}");
            let kind = match place.kind {
                PlaceKind::Country => 0,
                PlaceKind::City if place.is_capital => 1,
                PlaceKind::City | PlaceKind::Area => 2,
                PlaceKind::Region => 3,
            };
            let here = (place.country, kind);
            assert!(before <= here, "{names}");
            before = here;
        }
        let (names, columns) = PLACES.split_once("\n=\n").unwrap();
        let count = table(names).filter(|row| !row.starts_with('@')).count();
        assert!(count > 8_000 && columns.lines().count() == 6 && columns.lines().all(|column| column.len() == count));
        assert_eq!(TABLES.all.len(), count + areas.len());
    }

    #[test]
    fn places_are_known_by_their_names() {
        use PlaceKind::{Area, City, Country, Region};
        let cases = [
            ("syria", Country, "Syria", "SY"),
            ("u.s", Country, "United States", "US"),
            ("dr congo", Country, "Democratic Republic of the Congo", "CD"),
            ("uae", Country, "United Arab Emirates", "AE"),
            ("georgia", Country, "Georgia", "GE"),
            ("raqqa", City, "Raqqa", "SY"),
            ("fallujah", City, "Fallujah", "IQ"),
            ("mosul", City, "Mosul", "IQ"),
            ("kiev", City, "Kyiv", "UA"),
            ("aleppo", City, "Aleppo", "SY"),
            ("grozny", City, "Grozny", "RU"),
            ("moscow", City, "Moscow", "RU"),
            ("paris", City, "Paris", "FR"),
            ("london", City, "London", "GB"),
            ("washington", City, "Washington", "US"),
            ("new york", City, "New York City", "US"),
            ("quebec", Region, "Quebec", "CA"),
            ("berlin", City, "Berlin", "DE"),
            ("gaza", Region, "Gaza Strip", "PS"),
            ("congo", Country, "Democratic Republic of the Congo", "CD"),
            ("sinjar", City, "Sinjar", "IQ"),
            ("deir ez-zor", City, "Deir ez-Zor", "SY"),
            ("saint petersburg", City, "Saint Petersburg", "RU"),
            ("chechnya", Region, "Chechnya", "RU"),
            ("dagestan", Region, "Dagestan", "RU"),
            ("ingushetia", Region, "Ingushetia", "RU"),
            ("bavaria", Region, "Bavaria", "DE"),
            ("texas", Region, "Texas", "US"),
            ("xinjiang", Region, "Xinjiang", "CN"),
            ("anbar", Region, "Anbar", "IQ"),
            ("punjab", Region, "Punjab", "PK"),
            ("helmand", Region, "Helmand", "AF"),
            ("middle east", Area, "Middle East", ""),
            ("north caucasus", Area, "North Caucasus", "RU"),
        ];
        for (name, kind, canonical, country) in cases {
            let place = places(name).next().unwrap_or_else(|| panic!("{name} is not known"));
            assert_eq!((place.kind, place.name, place.country), (kind, canonical, country), "{name}");
        }
        assert_eq!(places("Mosul").next(), places("mosul").next());
        assert_eq!(places("").len(), 0);
        assert_eq!(country("SY").map(|place| place.name), Some("Syria"));
    }

    #[test]
    fn coordinates_are_right() {
        let near = |name: &str, latitude: f32, longitude: f32| {
            let place = places(name).next().unwrap();
            assert!((place.latitude - latitude).abs() < 3.0 && (place.longitude - longitude).abs() < 5.0, "{place:?}");
        };
        near("mosul", 36.3, 43.1);
        near("chechnya", 43.3, 45.7);
        near("syria", 35.0, 38.5);
        near("france", 46.6, 2.4);
        near("buenos aires", -34.6, -58.4);
    }

    #[test]
    fn the_longest_name_is_taken() {
        let longest = |text: &str| {
            longest_place(text.split(' ')).and_then(|(words, mut places)| Some((words, places.next()?.name)))
        };
        assert_eq!(longest("saudi arabia said"), Some((2, "Saudi Arabia")));
        assert_eq!(longest("new york city"), Some((3, "New York City")));
        assert_eq!(longest("moscow on friday"), Some((1, "Moscow")));
        assert_eq!(longest("said moscow"), None);
    }

    #[test]
    fn ambiguous_names() {
        for name in ["us", "reading", "mobile", "of", "lincoln"] {
            assert!(is_ambiguous_place(name), "{name}");
        }
        for name in ["paris", "mosul", "turkey", "moscow", "raqqa", "united states", "nowhere"] {
            assert!(!is_ambiguous_place(name), "{name}");
        }
    }
}
