//! Names over all articles: one entity for all that name it.

use crate::extract::{EntityKind, Facts};
use crate::lexicon;
use crate::read::Settings;
use crate::text::fold;
use std::collections::BTreeMap;

/// Somebody or something that articles name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// The name: the corpus' preferred one where it has one, else the fullest.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Its other names, sorted.
    pub aliases: Vec<String>,
    /// The entities of the articles that it is, each by article and place in its list; in order.
    pub entities: Vec<(usize, usize)>,
    /// How often it is named in each article that names it, in order.
    pub mentions: Vec<(usize, usize)>,
}

impl Name {
    /// Gives an article's entity this name, and whoever of the article speaks or is counted there by it. What the article calls it
    /// stays an alias.
    pub fn rename(&self, facts: &mut Facts, entity: usize) {
        let Some(of) = facts.entities.get_mut(entity) else { return };
        let before = core::mem::replace(&mut of.name, self.name.clone());
        if before == self.name {
            return;
        }
        of.aliases.retain(|alias| *alias != self.name);
        if !of.aliases.contains(&before) {
            of.aliases.insert(0, before.clone());
        }
        let figures = facts.figures.iter_mut().flat_map(|figure| &mut figure.sources);
        let quotes = facts.quotes.iter_mut().flat_map(|quote| quote.speaker.iter_mut().chain(&mut quote.via));
        for source in figures.chain(quotes).filter(|source| source.entity == Some(entity)) {
            source.name.clone_from(&self.name);
        }
        if self.kind == EntityKind::Place {
            let places = facts.figures.iter_mut().flat_map(|figure| [&mut figure.of_place, &mut figure.at_place]);
            for place in places.flatten().filter(|place| **place == before) {
                place.clone_from(&self.name);
            }
        }
    }
}

/// Sets that are joined.
pub(super) struct Sets(Vec<usize>);

impl Sets {
    /// So many sets of one.
    pub fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// The first of the set that this one is in.
    pub fn root(&mut self, mut at: usize) -> usize {
        while let Some(&up) = self.0.get(at)
            && up != at
        {
            // Halving the way keeps it short.
            let next = self.0.get(up).copied().unwrap_or(up);
            if let Some(place) = self.0.get_mut(at) {
                *place = next;
            }
            at = next;
        }
        at
    }

    /// Makes the sets of two one.
    pub fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if let Some(place) = self.0.get_mut(a.max(b)) {
            *place = a.min(b);
        }
    }
}

/// One of an article's entities.
struct Named<'a> {
    article: usize,
    entity: usize,
    fact: &'a crate::extract::Entity,
}

/// The names of a corpus: those of most articles first, then of most mentions, then by name.
///
/// Two entities are one where they are of the same kind and
///
/// - they have the same name or alias, or names that the corpus lists as one thing's;
/// - a short name of capitals is the initials of one organisation alone: `VRF`, Valley Relief Fund;
/// - a person of one name has the surname, or the only name, of one person alone; `article` decides before `corpus`, which the
///   finders did: only what an article does not say in full is looked for elsewhere.
pub(super) fn names(facts: &[&Facts], settings: &Settings) -> Vec<Name> {
    let all: Vec<Named<'_>> = facts
        .iter()
        .enumerate()
        .flat_map(|(article, facts)| {
            facts.entities.iter().enumerate().map(move |(entity, fact)| Named { article, entity, fact })
        })
        .collect();
    let preferred = preferred(settings);
    let mut sets = Sets::new(all.len());
    by_name(&all, &preferred, &mut sets);
    by_surname(&all, &mut sets);
    by_initials(&all, &mut sets);
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..all.len() {
        groups.entry(sets.root(at)).or_default().push(at);
    }
    let mut names: Vec<Name> = groups.into_values().map(|group| name(&all, &group, &preferred)).collect();
    let mentions = |name: &Name| name.mentions.iter().map(|(_, count)| count).sum::<usize>();
    names.sort_by(|a, b| {
        (b.mentions.len(), mentions(b), &a.name, a.kind as u8).cmp(&(
            a.mentions.len(),
            mentions(a),
            &b.name,
            b.kind as u8,
        ))
    });
    names
}

/// The preferred name of each folded name that the corpus lists.
fn preferred(settings: &Settings) -> BTreeMap<String, &str> {
    let lists = settings.aliases.iter().filter_map(|list| Some((list, list.first()?)));
    lists.flat_map(|(list, first)| list.iter().map(|name| (fold(name), first.as_str()))).collect()
}

fn by_name(all: &[Named<'_>], preferred: &BTreeMap<String, &str>, sets: &mut Sets) {
    let mut met: BTreeMap<(u8, String), usize> = BTreeMap::new();
    for (at, named) in all.iter().enumerate() {
        let fact = named.fact;
        // An alias of one word of a person is a given name or a surname, of which there can be several.
        let aliases = fact.aliases.iter().filter(|alias| fact.kind != EntityKind::Person || alias.contains(' '));
        for name in core::iter::once(&fact.name).chain(aliases) {
            let folded = fold(name);
            let key = preferred.get(&folded).map_or(folded, |first| fold(first));
            let key = if fact.kind == EntityKind::Place { place(&key, fact.country.as_deref()) } else { key };
            let first = *met.entry((fact.kind as u8, key)).or_insert(at);
            sets.join(first, at);
        }
    }
}

/// A place's name with its country, so that two of one name stay two; the gazetteer's name where it has one there.
fn place(folded: &str, country: Option<&str>) -> String {
    let known = lexicon::places(folded).find(|place| country.is_none_or(|country| country == place.country));
    let name = known.map_or_else(|| folded.to_owned(), |place| fold(place.name));
    let country = country.or(known.map(|place| place.country)).unwrap_or_default();
    [&name, "@", country].concat()
}

/// Joins who has one name alone to the one person of the corpus who bears it as the last of several.
fn by_surname(all: &[Named<'_>], sets: &mut Sets) {
    let people = || all.iter().enumerate().filter(|(_, named)| named.fact.kind == EntityKind::Person);
    let mut bearers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, named) in people() {
        if let Some((_, surname)) = named.fact.name.rsplit_once(' ') {
            let root = sets.root(at);
            let known = bearers.entry(fold(surname)).or_default();
            if !known.contains(&root) {
                known.push(root);
            }
        }
    }
    for (at, named) in people() {
        if !named.fact.name.contains(' ')
            && let Some([only]) = bearers.get(&fold(&named.fact.name)).map(Vec::as_slice)
        {
            sets.join(*only, at);
        }
    }
}

/// Joins a name of capitals alone to the one organisation of these initials.
fn by_initials(all: &[Named<'_>], sets: &mut Sets) {
    let organisations = || all.iter().enumerate().filter(|(_, named)| named.fact.kind == EntityKind::Organisation);
    let mut full: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, named) in organisations() {
        let words = named.fact.name.split_whitespace();
        let initials: String =
            words.filter_map(|word| word.chars().next().filter(|first| first.is_uppercase())).collect();
        if initials.chars().count() > 1 && named.fact.name.contains(' ') {
            let root = sets.root(at);
            let known = full.entry(initials).or_default();
            if !known.contains(&root) {
                known.push(root);
            }
        }
    }
    for (at, named) in organisations() {
        let short: String = named.fact.name.chars().filter(|character| *character != '.').collect();
        if let Some([only]) = full.get(&short).map(Vec::as_slice) {
            sets.join(*only, at);
        }
    }
}

fn name(all: &[Named<'_>], group: &[usize], preferred: &BTreeMap<String, &str>) -> Name {
    let members = || group.iter().filter_map(|at| all.get(*at));
    let mut forms: Vec<&str> = members()
        .flat_map(|named| core::iter::once(&named.fact.name).chain(&named.fact.aliases))
        .map(String::as_str)
        .collect();
    forms.sort_unstable();
    forms.dedup();
    let listed = forms.iter().find_map(|form| preferred.get(&fold(form)).copied());
    // The fullest is of most words; a name beats an alias, and the shorter and then the earlier one in the alphabet wins.
    let fullest = members()
        .map(|named| named.fact.name.as_str())
        .min_by_key(|name| (core::cmp::Reverse(name.split_whitespace().count()), name.len(), *name));
    let in_gazetteer = forms.iter().copied().find(|form| {
        let kind = members().next().map(|named| named.fact.kind);
        kind == Some(EntityKind::Place) && lexicon::places(form).any(|place| place.name == *form)
    });
    let chosen = listed.or(in_gazetteer).or(fullest).unwrap_or_default();
    let mut mentions: BTreeMap<usize, usize> = BTreeMap::new();
    for named in members() {
        *mentions.entry(named.article).or_default() += named.fact.mentions.len();
    }
    Name {
        name: chosen.to_owned(),
        kind: members().next().map(|named| named.fact.kind).unwrap_or_default(),
        aliases: forms.into_iter().filter(|form| *form != chosen).map(str::to_owned).collect(),
        entities: members().map(|named| (named.article, named.entity)).collect(),
        mentions: mentions.into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Entity, Mention};

    fn facts(entities: &[(&str, EntityKind, &[&str])]) -> Facts {
        let entities = entities.iter().map(|(name, kind, aliases)| Entity {
            name: (*name).to_owned(),
            kind: *kind,
            aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
            mentions: vec![Mention::default()],
            ..Entity::default()
        });
        Facts { entities: entities.collect(), ..Facts::default() }
    }

    fn joined(facts: &[Facts], settings: &Settings) -> Vec<String> {
        let all: Vec<&Facts> = facts.iter().collect();
        let line = |name: &Name| format!("{} {}", name.name, name.entities.len());
        names(&all, settings).iter().map(line).collect()
    }

    #[test]
    fn one_entity_for_all_its_names() {
        use EntityKind::{Organisation, Person, Place};
        let corpus = [
            facts(&[("Ramona Moreno", Person, &["Moreno"]), ("Valley Relief Fund", Organisation, &[])]),
            facts(&[("Moreno", Person, &[]), ("VRF", Organisation, &[]), ("Raqqa", Place, &[])]),
            facts(&[("Helpers", Organisation, &[]), ("Rakka", Place, &[])]),
        ];
        let settings = Settings {
            aliases: vec![vec!["Valley Helpers".to_owned(), "Helpers".to_owned(), "VRF".to_owned()]],
            ..Settings::default()
        };
        assert_eq!(joined(&corpus, &settings), ["Valley Helpers 3", "Ramona Moreno 2", "Raqqa 2"]);
        assert_eq!(
            joined(&corpus, &Settings::default()),
            ["Ramona Moreno 2", "Raqqa 2", "Valley Relief Fund 2", "Helpers 1"]
        );
    }

    #[test]
    fn an_entity_that_gets_its_name_keeps_what_its_article_calls_it() {
        use crate::extract::{Figure, Quote, Source};
        let source = |entity| Source { name: "Rakka".to_owned(), entity, ..Source::default() };
        let mut facts = facts(&[("Rakka", EntityKind::Place, &["Raqqa", "the city"])]);
        facts.figures = vec![Figure {
            at_place: Some("Rakka".to_owned()),
            of_place: Some("Rakka and Mosul".to_owned()),
            sources: vec![source(Some(0)), source(None)],
            ..Figure::default()
        }];
        facts.quotes = vec![Quote { speaker: Some(source(Some(0))), ..Quote::default() }];
        let name = Name { name: "Raqqa".to_owned(), kind: EntityKind::Place, ..Name::default() };
        name.rename(&mut facts, 0);
        name.rename(&mut facts, 7);
        let entity = &facts.entities[0];
        assert_eq!((entity.name.as_str(), entity.aliases.join(", ")), ("Raqqa", "Rakka, the city".to_owned()));
        let figure = &facts.figures[0];
        assert_eq!((figure.at_place.as_deref(), figure.of_place.as_deref()), (Some("Raqqa"), Some("Rakka and Mosul")));
        assert_eq!((figure.sources[0].name.as_str(), figure.sources[1].name.as_str()), ("Raqqa", "Rakka"));
        assert_eq!(facts.quotes[0].speaker.as_ref().unwrap().name, "Raqqa");
    }

    #[test]
    fn a_surname_of_two_stays_by_itself() {
        use EntityKind::Person;
        let corpus =
            [facts(&[("Ramona Moreno", Person, &[]), ("Luis Moreno", Person, &[])]), facts(&[("Moreno", Person, &[])])];
        assert_eq!(joined(&corpus, &Settings::default()), ["Luis Moreno 1", "Moreno 1", "Ramona Moreno 1"]);
    }
}
