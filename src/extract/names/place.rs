//! Which place of that name: its country and where it lies.

use super::found::Found;
use super::tables;
use crate::extract::{Document, EntityKind};
use crate::lexicon::{self, Candidates, Place, PlaceKind};
use crate::order;
use rustc_hash::FxHashMap;

/// Nouns that make the name of a city that of the region around it.
pub(super) fn is_region_noun(lower: &str) -> bool {
    matches!(
        lower,
        "province"
            | "region"
            | "governorate"
            | "oblast"
            | "district"
            | "county"
            | "prefecture"
            | "canton"
            | "republic"
            | "state"
            | "provinces"
            | "krai"
    )
}

/// The places of the gazetteer that a name may be, and whether it is rather no city.
fn of_gazetteer(document: &Document<'_>, name: &Found) -> Option<(Candidates, bool)> {
    let region = is_region_noun(document.lower(name.tokens.end - 1)) && name.tokens.len() > 1;
    let tokens = name.tokens.start..name.tokens.end - usize::from(region);
    let (length, places) = tables::places(document, tokens.clone())?;
    (length >= tokens.len()).then(|| (places, region || follows_region_noun(document, name)))
}

/// The places of the gazetteer that a name may be: likeliest first.
pub(super) fn candidates(document: &Document<'_>, name: &Found) -> Vec<&'static Place> {
    let Some((places, region)) = of_gazetteer(document, name) else { return Vec::new() };
    let mut found: Vec<&'static Place> = places.collect();
    if region {
        order::by_key(&mut found, |place| u64::from(place.kind == PlaceKind::City));
    }
    found
}

/// The first of [`candidates`].
pub(super) fn likeliest(document: &Document<'_>, name: &Found) -> Option<&'static Place> {
    let (mut places, region) = of_gazetteer(document, name)?;
    let larger = if region { places.clone().find(|place| place.kind != PlaceKind::City) } else { None };
    larger.or_else(|| places.next())
}

/// Whether `province of` stands before a name.
pub(super) fn follows_region_noun(document: &Document<'_>, name: &Found) -> bool {
    let start = name.tokens.start;
    start >= 2
        && document.lower(start - 1) == "of"
        && is_region_noun(document.lower(start - 2))
        && document.lower(start - 2) != "state"
}

/// What a name means by a place: the province of a city, which the gazetteer may not have, is no city.
pub(super) fn kind(document: &Document<'_>, name: &Found, place: &Place) -> PlaceKind {
    let last = document.lower(name.tokens.end - 1);
    let is_region = name.tokens.len() > 1 && is_region_noun(last) || follows_region_noun(document, name);
    if is_region && place.kind == PlaceKind::City { PlaceKind::Region } else { place.kind }
}

/// The countries that an article speaks of, by code, with how often.
pub(super) fn countries(document: &Document<'_>, names: &[Found]) -> FxHashMap<&'static str, usize> {
    let mut counts = FxHashMap::default();
    for name in names {
        let code = match name.kind {
            EntityKind::Place => likeliest(document, name)
                .filter(|place| place.kind == PlaceKind::Country || place.is_capital)
                .map(|place| place.country),
            EntityKind::People => {
                let words = name.tokens.clone().map(|token| document.lower(token));
                let demonym = lexicon::longest_demonym(words).map(|(_, demonym)| demonym);
                demonym.and_then(|demonym| lexicon::places(demonym.place).next()).map(|place| place.country)
            }
            _ => None,
        };
        if let Some(code) = code.filter(|code| !code.is_empty()) {
            *counts.entry(code).or_default() += 1;
        }
    }
    counts
}

/// The candidate in a country that the article speaks of most; else the likeliest.
pub(super) fn choose(
    candidates: &[&'static Place],
    countries: &FxHashMap<&'static str, usize>,
    within: Option<&'static str>,
) -> Option<&'static Place> {
    let first = *candidates.first()?;
    if let Some(place) = candidates.iter().find(|place| within == Some(place.country)) {
        return Some(place);
    }
    if matches!(first.kind, PlaceKind::Country | PlaceKind::Area) || first.is_capital {
        return Some(first);
    }
    let spoken = |place: &Place| countries.get(place.country).copied().unwrap_or(0);
    // The first of those of which the article speaks most.
    let most = candidates.iter().map(|place| spoken(place)).max().unwrap_or(0);
    candidates.iter().find(|place| spoken(place) == most).copied()
}

/// The country of the region or country named behind a comma: `London, Ontario`.
pub(super) fn named_behind(document: &Document<'_>, names: &[Found], at: usize) -> Option<&'static str> {
    let end = names[at].tokens.end;
    let next = names.get(at + 1).filter(|next| document.is_mark(end, ',') && next.tokens.start == end + 1)?;
    let place = likeliest(document, next)?;
    (next.kind == EntityKind::Place && matches!(place.kind, PlaceKind::Country | PlaceKind::Region))
        .then_some(place.country)
}
