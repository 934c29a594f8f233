//! Places of figures: which lies in which, by the gazetteer.

use crate::lexicon::{self, Place, PlaceKind, table};
use crate::text::fold;

/// The countries of the parts of the world; its head says how to read it.
const AREAS: &str = include_str!("areas.txt");

/// How two places, or two lists of them, lie to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Lies {
    /// The same.
    Same,
    /// The first in the second.
    Within,
    /// The second in the first.
    Holds,
    /// Part of the one in the other.
    Across,
    /// Neither in the other.
    Apart,
    /// The gazetteer does not tell.
    Unclear,
}

/// A place that a figure names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Spot {
    /// Its name, folded.
    pub name: String,
    /// What the gazetteer has of it.
    pub known: Option<&'static Place>,
}

impl Spot {
    fn of(name: &str) -> Self {
        Self { name: fold(name), known: lexicon::places(name).next() }
    }

    /// The code of its country; empty where it has none or is not known.
    pub fn country(&self) -> &'static str {
        self.known.map_or("", |place| place.country)
    }

    fn lies(&self, other: &Self) -> Lies {
        if self.name == other.name {
            return Lies::Same;
        }
        let (Some(a), Some(b)) = (self.known, other.known) else { return Lies::Unclear };
        match (a.kind, b.kind) {
            _ if core::ptr::eq(a, b) => Lies::Same,
            (PlaceKind::Area, _) if holds(a, b) => Lies::Holds,
            (_, PlaceKind::Area) if holds(b, a) => Lies::Within,
            // An area without a row says nothing of what lies in it; with one, all that it does not name lies outside.
            (PlaceKind::Area, _) | (_, PlaceKind::Area) => match countries(a).or_else(|| countries(b)) {
                Some(_) if !a.country.is_empty() || !b.country.is_empty() => Lies::Apart,
                _ => Lies::Unclear,
            },
            _ if a.country != b.country => Lies::Apart,
            (PlaceKind::Country, _) => Lies::Holds,
            (_, PlaceKind::Country) => Lies::Within,
            (a, b) if a == b => Lies::Apart,
            // Which towns a region holds is not in the gazetteer.
            _ => Lies::Unclear,
        }
    }
}

/// The codes of the countries of an area.
fn countries(area: &Place) -> Option<&'static str> {
    let rows = || table(AREAS).filter_map(|row| row.split_once(": "));
    rows().find(|(name, _)| area.kind == PlaceKind::Area && *name == area.name).map(|(_, codes)| codes)
}

fn holds(area: &Place, other: &Place) -> bool {
    let has = |code: &str| countries(area).is_some_and(|codes| codes.split(' ').any(|known| known == code));
    match (other.kind, countries(other)) {
        (PlaceKind::Area, Some(others)) => others.split(' ').all(has),
        _ => !other.country.is_empty() && has(other.country),
    }
}

/// The places of a value: `Syria and Iraq` is two, `Bosnia and Herzegovina` one.
pub(super) fn spots(value: Option<&str>) -> Vec<Spot> {
    let Some(value) = value else { return Vec::new() };
    if lexicon::places(value).next().is_some() {
        return vec![Spot::of(value)];
    }
    let parts = value.split([',', '/']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" or "));
    let names = parts.map(|part| part.trim().trim_start_matches("the ").trim_start_matches("and "));
    names.filter(|name| !name.is_empty()).map(Spot::of).collect()
}

/// The places that words name, by name or by a word for their people: `Chechens living in Europe`.
pub(super) fn named(text: &str) -> Vec<Spot> {
    let words: Vec<(&str, String)> =
        crate::text::words(text).map(|span| (span.of(text), fold(span.of(text)))).collect();
    let (mut at, mut found) = (0, Vec::new());
    while let Some((printed, _)) = words.get(at) {
        let mut taken = 1;
        if printed.starts_with(char::is_uppercase) {
            let rest = || words.iter().skip(at).map(|(_, folded)| folded.as_str());
            if let Some((count, mut places)) = lexicon::longest_place(rest()) {
                taken = count.max(1);
                found.extend(places.next().map(|place| Spot { name: fold(place.name), known: Some(place) }));
            } else if let Some((count, people)) = lexicon::longest_demonym(rest()) {
                taken = count.max(1);
                found.extend((!people.place.is_empty()).then(|| Spot::of(people.place)));
            }
        }
        at += taken;
    }
    found
}

/// How two lists of places lie to each other. None where one is empty.
pub(super) fn lie(a: &[Spot], b: &[Spot]) -> Option<Lies> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    let all = |a: &[Spot], b: &[Spot], wanted: Lies| {
        a.iter().all(|a| b.iter().any(|b| matches!(a.lies(b), lies if lies == Lies::Same || lies == wanted)))
    };
    let any = |wanted: &[Lies]| a.iter().any(|a| b.iter().any(|b| wanted.contains(&a.lies(b))));
    Some(match (all(a, b, Lies::Within), all(b, a, Lies::Within)) {
        (true, true) => Lies::Same,
        (true, false) => Lies::Within,
        (false, true) => Lies::Holds,
        (false, false) if any(&[Lies::Same, Lies::Within, Lies::Holds]) => Lies::Across,
        (false, false) if any(&[Lies::Unclear]) => Lies::Unclear,
        (false, false) => Lies::Apart,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Lies {
        fn turned(self) -> Self {
            match self {
                Self::Within => Self::Holds,
                Self::Holds => Self::Within,
                other => other,
            }
        }
    }

    #[test]
    fn places_lie_in_each_other() {
        let lies = |a: &str, b: &str| lie(&spots(Some(a)), &spots(Some(b))).unwrap();
        for (a, b, expected) in [
            ("Mosul", "Iraq", Lies::Within),
            ("Iraq", "Mosul", Lies::Holds),
            ("Mosul", "Syria and Iraq", Lies::Within),
            ("Syria", "Syria and Iraq", Lies::Within),
            ("Iraq and Syria", "Syria and Iraq", Lies::Same),
            ("Syria, Iraq and Turkey", "Iraq and Yemen", Lies::Across),
            ("Texas", "Bavaria", Lies::Apart),
            ("Paris", "Lyon", Lies::Apart),
            ("Munich", "Bavaria", Lies::Unclear),
            ("Vienna", "Europe", Lies::Within),
            ("Scandinavia", "Europe", Lies::Within),
            ("Kenya", "Europe", Lies::Apart),
            ("Kenya", "Patagonia", Lies::Unclear),
            ("Bosnia and Herzegovina", "Balkans", Lies::Within),
            ("Upper Nowhere", "upper nowhere", Lies::Same),
            ("Upper Nowhere", "Peru", Lies::Unclear),
        ] {
            assert_eq!(lies(a, b), expected, "{a}, {b}");
            assert_eq!(lies(b, a), expected.turned(), "{b}, {a}");
        }
        assert_eq!(lie(&[], &spots(Some("Peru"))), None);
    }

    #[test]
    fn words_name_places() {
        let names = |text: &str| named(text).into_iter().map(|spot| spot.name).collect::<Vec<_>>();
        assert_eq!(
            names("Kenyans living in South Korea who joined the Peruvian army"),
            ["kenya", "south korea", "peru"]
        );
        assert!(names("turkey and a reading room").is_empty());
    }

    #[test]
    fn every_area_is_a_place() {
        for row in table(AREAS) {
            let (name, codes) = row.split_once(": ").expect(row);
            let place = lexicon::places(name).next().expect(name);
            assert_eq!((place.name, place.kind), (name, PlaceKind::Area));
            let known = |code: &str| lexicon::country(code).is_some();
            let unknown: Vec<&str> = codes.split(' ').filter(|code| !known(code)).collect();
            assert!(unknown.is_empty(), "{name}: {unknown:?}");
            assert!(codes.split(' ').is_sorted(), "{name}");
        }
    }
}
