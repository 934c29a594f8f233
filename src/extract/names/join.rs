//! One entity for all its names in an article.

use super::found::Found;
use super::place;
use super::spelling::{self, Spelling};
use super::tables;
use crate::extract::{Document, Entity, EntityKind, Mention, Settings};
use crate::lexicon::{self, Place, PlaceKind};
use crate::order;
use crate::text::class::lowercase;
use rustc_hash::FxHashMap;

/// Joins what names the same, in the order of first mention.
pub(super) fn join(document: &Document<'_>, settings: &Settings, names: &[Found]) -> Vec<(Entity, Vec<usize>)> {
    let countries = place::countries(document, names);
    let mut groups = Groups { document, names, groups: Vec::new(), keys: FxHashMap::default() };
    let owner: Vec<usize> = {
        groups.read_aliases(settings);
        let mut owner = vec![usize::MAX; names.len()];
        // Names of several words first: a surname before its full name is joined to it, too.
        for full in [true, false] {
            for (at, name) in names.iter().enumerate() {
                if is_full(name) == full {
                    owner[at] = groups.group_of(name);
                }
            }
        }
        owner
    };
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); groups.groups.len()];
    for (at, group) in owner.iter().enumerate() {
        members[*group].push(at);
    }
    let mut found: Vec<(Entity, Vec<usize>)> = Vec::new();
    for (group, members) in members.into_iter().enumerate().filter(|(_, members)| !members.is_empty()) {
        let preferred = groups.groups[group].preferred.clone();
        found.push((entity(document, names, &members, preferred, &countries), members));
    }
    order::by_key(&mut found, |(_, members)| members[0] as u64);
    found
}

fn is_full(name: &Found) -> bool {
    name.spelling.words.len() > 1
}

/// Names that are taken for one.
struct Group {
    kind: EntityKind,
    /// The name that the settings prefer.
    preferred: Option<String>,
}

/// What a group is looked up by.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    /// The whole name.
    Whole(EntityKind2, u64),
    /// Given name and surname.
    Ends(u32, u32),
    /// A surname.
    Surname(u32),
    /// A given name.
    Given(u32),
    /// The row of the table of organisations.
    Row(u16),
    /// The place of the gazetteer.
    Place(&'static str, u8, &'static str, bool),
    /// The people of the table.
    People(&'static str),
    /// An abbreviation by the initials of an organisation.
    Initials(u64),
    /// The first word of an organisation.
    Head(u32),
}

/// A kind that can be hashed.
type EntityKind2 = u8;

struct Groups<'a, 't> {
    document: &'a Document<'t>,
    names: &'a [Found],
    groups: Vec<Group>,
    keys: FxHashMap<Key, usize>,
}

impl Groups<'_, '_> {
    /// Names that the corpus says are one.
    fn read_aliases(&mut self, settings: &Settings) {
        for row in &settings.aliases {
            let keys: Vec<u64> = row.iter().map(|alias| Spelling::of_text(alias).key).collect();
            // What it is, the article tells: whatever one of the names was found as.
            let Some(at) = self.names.iter().position(|name| keys.contains(&name.spelling.key)) else { continue };
            let group = self.groups.len();
            self.groups.push(Group { kind: self.names[at].kind, preferred: row.first().cloned() });
            for key in keys {
                for kind in 0..4 {
                    self.keys.entry(Key::Whole(kind, key)).or_insert(group);
                }
            }
        }
    }

    fn group_of(&mut self, name: &Found) -> usize {
        let whole = Key::Whole(name.kind as u8, name.spelling.key);
        let of = name.of.and_then(|of| self.keys.get(&Key::Whole(name.kind as u8, of)).copied());
        if let Some(group) = self.keys.get(&whole).copied().or(of) {
            self.keys.entry(whole).or_insert(group);
            self.learn(group, name);
            return group;
        }
        let found = match name.kind {
            EntityKind::Person => self.person(name),
            EntityKind::Organisation => self.organisation(name),
            EntityKind::Place => self.place(name),
            EntityKind::People => self.look_up(people_key(self.document, name).as_slice()),
        };
        let group = found.unwrap_or_else(|| {
            self.groups.push(Group { kind: name.kind, preferred: None });
            self.groups.len() - 1
        });
        if name.kind != EntityKind::Person || is_full(name) || found.is_none() {
            self.keys.entry(whole).or_insert(group);
        }
        self.learn(group, name);
        group
    }

    fn look_up(&self, keys: &[Key]) -> Option<usize> {
        keys.iter().find_map(|key| self.keys.get(key)).copied()
    }

    fn person(&self, name: &Found) -> Option<usize> {
        let spelling = &name.spelling;
        if is_full(name) {
            return self.look_up(&[Key::Ends(spelling.first(), spelling.last())]);
        }
        let keys = [Key::Surname(spelling.last()), Key::Given(spelling.first())];
        self.look_up(&keys).filter(|group| self.groups[*group].kind == EntityKind::Person)
    }

    fn organisation(&self, name: &Found) -> Option<usize> {
        if let Some(row) = row_of(self.document, name) {
            return self.look_up(&[Key::Row(row)]);
        }
        if spelling::is_abbreviation(self.document, &name.tokens) {
            return self.look_up(&[Key::Initials(initials(self.document.lower(name.tokens.start)))]);
        }
        if name.spelling.words.len() == 1 { self.look_up(&[Key::Head(name.spelling.first())]) } else { None }
    }

    fn place(&self, name: &Found) -> Option<usize> {
        let first = place::likeliest(self.document, name)?;
        self.look_up(&[place_key(self.document, name, first)])
    }

    /// Takes note of all by which a later name may be joined to the group.
    fn learn(&mut self, group: usize, name: &Found) {
        let document = self.document;
        let mut keep = |key| {
            self.keys.entry(key).or_insert(group);
        };
        let spelling = &name.spelling;
        match name.kind {
            EntityKind::Person if is_full(name) => {
                keep(Key::Ends(spelling.first(), spelling.last()));
                keep(Key::Surname(spelling.last()));
                keep(Key::Given(spelling.first()));
            }
            EntityKind::Organisation => {
                row_of(document, name).map(Key::Row).into_iter().for_each(&mut keep);
                if spelling.initials.len() >= 3 {
                    keep(Key::Initials(initials(&spelling.initials)));
                }
                if is_full(name) && is_business(document.lower(name.tokens.end - 1)) {
                    keep(Key::Head(spelling.first()));
                }
            }
            EntityKind::Place => {
                let place = place::likeliest(document, name);
                place.map(|place| place_key(document, name, place)).into_iter().for_each(keep);
            }
            EntityKind::People => people_key(document, name).into_iter().for_each(keep),
            EntityKind::Person => {}
        }
    }
}

/// Words that a business may be named without.
pub(super) fn is_business(lower: &str) -> bool {
    matches!(
        lower,
        "company"
            | "inc"
            | "corporation"
            | "corp"
            | "co"
            | "group"
            | "ltd"
            | "plc"
            | "llc"
            | "motors"
            | "holdings"
            | "computer"
            | "industries"
            | "limited"
            | "ag"
            | "gmbh"
            | "airlines"
            | "international"
            | "bank"
    )
}

fn initials(letters: &str) -> u64 {
    letters.bytes().filter(u8::is_ascii_alphanumeric).fold(7, |key, byte| tables::joined(key, u32::from(byte)))
}

/// The row of the table of organisations that a name is in.
fn row_of(document: &Document<'_>, name: &Found) -> Option<u16> {
    let (length, organisation) = tables::organisation(document, name.tokens.clone())?;
    (length == name.tokens.len()).then_some(organisation.number)
}

/// A province that says so is another than the city of its name.
fn place_key(document: &Document<'_>, name: &Found, place: &Place) -> Key {
    let said = name.tokens.len() > 1 && place::is_region_noun(document.lower(name.tokens.end - 1));
    Key::Place(place.name, place.kind as u8, place.country, said || place::follows_region_noun(document, name))
}

fn people_key(document: &Document<'_>, name: &Found) -> Option<Key> {
    let words = name.tokens.clone().map(|token| document.lower(token));
    lexicon::longest_demonym(words).map(|(_, demonym)| Key::People(demonym.people))
}

/// The words of a name as they are shown: brackets left out, one space between.
pub(super) fn shown(document: &Document<'_>, name: &Found) -> String {
    let mut text = String::new();
    for token in name.tokens.clone() {
        if document.is_mark(token, '[') || document.is_mark(token, ']') {
            continue;
        }
        let spaced = document.tokens.get(token).is_some_and(|of| of.spaced)
            || token > name.tokens.start && document.is_mark(token - 1, '[') && document.tokens[token - 1].spaced;
        if !text.is_empty() && spaced {
            text.push(' ');
        }
        text.push_str(document.written(token));
    }
    text
}

fn entity(
    document: &Document<'_>,
    names: &[Found],
    members: &[usize],
    preferred: Option<String>,
    countries: &FxHashMap<&'static str, usize>,
) -> Entity {
    let kind = members.first().map_or(EntityKind::Person, |at| names[*at].kind);
    let mut forms: Vec<String> = Vec::new();
    let mut entity = Entity { kind, ..Entity::default() };
    for at in members {
        let name = &names[*at];
        let form = shown(document, name);
        if !forms.contains(&form) && forms.len() < 32 {
            forms.push(form);
        }
        entity.mentions.push(Mention { span: document.span_of(name.tokens.clone()), speaks: false });
        if !entity.rules.contains(&name.rule) {
            entity.rules.push(name.rule);
        }
    }
    if kind == EntityKind::Place {
        let name = &names[members[0]];
        let within = members.iter().find_map(|at| place::named_behind(document, names, *at));
        if let Some(place) = place::choose(&place::candidates(document, name), countries, within) {
            entity.country = (!place.country.is_empty()).then(|| place.country.to_owned());
            entity.position = Some((place.latitude, place.longitude));
            entity.place = Some(place::kind(document, name, place));
            entity.name = of_gazetteer(document, name, place);
            entity.rules.push("names:gazetteer");
        }
    } else if kind == EntityKind::People {
        let words = names[members[0]].tokens.clone().map(|token| document.lower(token));
        entity.name =
            lexicon::longest_demonym(words).map_or_else(String::new, |(_, demonym)| demonym.people.to_owned());
    }
    if let Some(preferred) = preferred {
        entity.name = preferred;
        entity.rules.push("names:aliases");
    }
    if entity.name.is_empty() {
        entity.name = fullest(&forms).to_owned();
    }
    forms.retain(|form| *form != entity.name);
    entity.aliases = forms;
    entity
}

/// What a place is shown as: as the gazetteer has it, and a region that shares the name of its city as such.
fn of_gazetteer(document: &Document<'_>, name: &Found, place: &Place) -> String {
    let last = document.lower(name.tokens.end - 1);
    if name.tokens.len() > 1 && place::is_region_noun(last) && !lowercase(place.name).ends_with(last) {
        return format!("{} {last}", place.name);
    }
    if place.kind != PlaceKind::City && place::follows_region_noun(document, name) {
        return format!("{} {}", place.name, document.lower(name.tokens.start - 2));
    }
    place.name.to_owned()
}

/// The longest form; the first of several.
fn fullest(forms: &[String]) -> &str {
    let mut best = "";
    for form in forms {
        if form.chars().count() > best.chars().count() {
            best = form;
        }
    }
    best
}
