//! Where those counted come from, and where they are or what happened to them happened.

use super::clause::{Clause, RestrictionKind, Role};
use super::edges::subject_of;
use super::found::Found;
use crate::extract::{Document, Entity, EntityKind, FigureKind, Tag};
use crate::lexicon::{self, About, Class, PeopleKind, longest_demonym};
use crate::order;
use crate::text::Span;
use core::ops::Range;

/// Prepositions of where somebody goes.
const GOALS: [&str; 6] = ["to", "into", "for", "toward", "towards", "onto"];
/// Prepositions of where somebody is or something happens.
const LOCATIONS: [&str; 14] = [
    "in",
    "at",
    "near",
    "across",
    "on",
    "outside",
    "inside",
    "around",
    "off",
    "throughout",
    "within",
    "along",
    "over",
    "between",
];

/// How many tokens away another clause may tell the place.
const FAR: usize = 40;

/// The mentions of an article's entities, in order of the text.
pub(super) struct Mentions<'a> {
    entities: &'a [Entity],
    list: Vec<(Span, usize)>,
    /// The places by their names and aliases, sorted.
    places: Vec<(&'a str, usize)>,
}

/// A place that was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Goal {
    /// Its name; of two that are joined, both: `Syria and Iraq`.
    pub name: String,
    /// The code of its country.
    country: Option<String>,
}

impl<'a> Mentions<'a> {
    pub(super) fn of(entities: &'a [Entity]) -> Self {
        let all = entities
            .iter()
            .enumerate()
            .flat_map(|(at, entity)| entity.mentions.iter().map(move |mention| (mention.span, at)));
        let mut list: Vec<(Span, usize)> = all.collect();
        order::by_key(&mut list, |(span, _)| order::pair(span.start, span.end));
        let places = entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityKind::Place);
        let names = |entity: &'a Entity| core::iter::once(&entity.name).chain(&entity.aliases);
        let mut places: Vec<(&str, usize)> =
            places.flat_map(|(at, entity)| names(entity).map(move |name| (name.as_str(), at))).collect();
        order::by(&mut places, |(a, _), (b, _)| a.cmp(b));
        Self { entities, list, places }
    }

    /// The place of a name.
    fn place(&self, name: &str) -> Option<&'a Entity> {
        let at = self.places.partition_point(|(other, _)| *other < name);
        let (_, entity) = self.places.get(at).filter(|(other, _)| *other == name)?;
        self.entities.get(*entity)
    }

    /// The mentions that begin within a span, in order.
    pub(super) fn within(&self, span: Span) -> impl Iterator<Item = (Span, &'a Entity)> {
        let start = self.list.partition_point(|(mention, _)| mention.start < span.start);
        let list =
            self.list.get(start..).unwrap_or_default().iter().take_while(move |(mention, _)| mention.start < span.end);
        list.filter_map(|(mention, at)| Some((*mention, self.entities.get(*at)?)))
    }

    /// The place named behind one of some prepositions, the first of such within some tokens.
    pub(super) fn behind(&self, document: &Document<'_>, tokens: Range<usize>, prepositions: &[&str]) -> Option<Goal> {
        tokens.clone().find_map(|at| {
            let governs = document.tag(at) == Tag::Preposition && prepositions.contains(&document.lower(at));
            governs.then(|| self.object(document, at, tokens.end)).flatten()
        })
    }

    /// The place within the noun phrase behind a preposition.
    fn object(&self, document: &Document<'_>, preposition: usize, end: usize) -> Option<Goal> {
        let first = preposition + 1;
        let phrase = document.phrase_of(first).and_then(|phrase| document.phrases.get(phrase));
        let last = phrase.map_or(first + 1, |phrase| phrase.tokens.end).min(end.max(first + 1));
        let Some(mut goal) = self.named(document, first..last) else {
            // `off the coast of Libya`, `in the city of Mosul`
            let noun = phrase.map_or(first, |phrase| phrase.head);
            let part = lexicon::word(document.lower(noun)).is_some_and(|word| word.is_about(About::Place))
                || matches!(
                    document.lower(noun),
                    "part" | "parts" | "border" | "center" | "centre" | "side" | "half" | "rest"
                );
            return (part && document.lower(last) == "of" && last < end)
                .then(|| self.object(document, last, end))
                .flatten();
        };
        // `Syria and Iraq`; `the city of Mosul` is taken by the next `of`
        if document.tag(last) == Tag::Conjunction {
            let joined = document.phrase_of(last + 1).and_then(|phrase| document.phrases.get(phrase));
            if let Some(other) = joined.and_then(|joined| self.named(document, joined.tokens.clone())) {
                goal.name = [&goal.name, " and ", &other.name].concat();
            }
        }
        Some(goal)
    }

    /// The first place named in some tokens, or the land of the first people named there.
    pub(super) fn named(&self, document: &Document<'_>, tokens: Range<usize>) -> Option<Goal> {
        let span = document.span_of(tokens.clone());
        let place = self.within(span).find(|(_, entity)| entity.kind == EntityKind::Place);
        if let Some((_, entity)) = place {
            return Some(Goal { name: entity.name.clone(), country: entity.country.clone() });
        }
        // `in Iraqi prisons`: a place, though no place is named
        let last = tokens.end.checked_sub(1)?;
        let is_place = lexicon::word(document.lower(last)).is_some_and(|word| word.is_about(About::Place));
        if is_place { self.land(document, tokens, true) } else { None }
    }

    /// The land of the people named in some tokens: `Iraqi` → Iraq. Of ethnic groups only where `ethnic`: who is Kurdish
    /// may come from several countries, and an article that says from which says it elsewhere.
    pub(super) fn land(&self, document: &Document<'_>, tokens: Range<usize>, ethnic: bool) -> Option<Goal> {
        tokens.clone().filter(|at| document.tokens.get(*at).is_some_and(|token| token.capital)).find_map(|at| {
            let words = (at..tokens.end.min(at + 3)).map(|at| document.lower(at));
            let demonym = longest_demonym(words)?.1;
            let national = matches!(demonym.kind, PeopleKind::Nationality | PeopleKind::Regional);
            (!demonym.place.is_empty() && (national || ethnic && demonym.kind == PeopleKind::Ethnic)).then(|| {
                let code = country_of(demonym.place);
                let country = code.filter(|_| !national).and_then(lexicon::country);
                let place = country.map_or(demonym.place, |country| country.name);
                let named = self.place(place);
                let name = named.map_or(place, |entity| &entity.name).to_owned();
                Goal { name, country: code.map(str::to_owned) }
            })
        })
    }

    /// Whether a place lies in a country (or is the place) of this name.
    pub(super) fn is_in(&self, goal: &Goal, name: &str) -> bool {
        if goal.name == name {
            return true;
        }
        let known = self.place(name);
        let code = known.and_then(|entity| entity.country.as_deref()).or_else(|| country_of(name));
        // A town is not in another town of its country, but who comes from there comes home.
        code.is_some() && goal.country.as_deref() == code
    }
}

/// The code of the country of a place by its name.
fn country_of(name: &str) -> Option<&'static str> {
    let place = lexicon::places(name).find(|place| place.name == name)?;
    (!place.country.is_empty()).then_some(place.country)
}

/// Where those counted come from, as far as their own words say.
pub(super) fn of_place(
    document: &Document<'_>,
    mentions: &Mentions<'_>,
    clause: &Clause,
    found: &Found,
) -> Option<Goal> {
    if !concerns_people(found) {
        return None;
    }
    let own = found.number.end..found.tokens.end;
    // `1,000 Russian women`, `400 Syrians`; and `France's 300 fighters`
    let by_name = mentions.land(document, own.clone(), false);
    // `the return of 40 pilgrims from Iraq` tells where they were.
    let governed = clause.governor.map_or("", |noun| lexicon::lemma(document.lower(noun), Class::Noun));
    let moved = matches!(
        governed,
        "return" | "repatriation" | "arrival" | "evacuation" | "release" | "homecoming" | "deportation" | "expulsion"
    );
    // `from Paris to Cairo` is a way.
    let way = (clause.extent.end..clause.end)
        .any(|at| document.lower(at) == "to" && mentions.behind(document, at..clause.end, &["to"]).is_some());
    let from = |tokens: Range<usize>| if moved || way { None } else { mentions.behind(document, tokens, &["from"]) };
    by_name
        .or_else(|| possessor(document, mentions, clause))
        .or_else(|| from(clause.extent.end..first_aside(clause)))
        .or_else(|| {
            // `12 citizens of Iraq`
            let of = clause.after.first().filter(|first| first.kind == RestrictionKind::Prepositional)?;
            mentions.behind(document, of.tokens.clone(), &["of"])
        })
        .or_else(|| born(document, mentions, clause))
        .or_else(|| comes_from(document, mentions, clause))
        .or_else(|| from(clause.extent.end..clause.end).filter(|_| !matches!(clause.role, Role::Object)))
}

/// The land of the ethnic group that a figure counts: where nothing better tells where they come from.
pub(super) fn ethnic_land(document: &Document<'_>, mentions: &Mentions<'_>, found: &Found) -> Option<Goal> {
    concerns_people(found).then(|| mentions.land(document, found.number.end..found.tokens.end, true)).flatten()
}

/// Where the first aside begins: `, mainly from Mali,` tells of some, not of all.
fn first_aside(clause: &Clause) -> usize {
    let aside = clause.after.iter().find(|restriction| {
        matches!(restriction.kind, RestrictionKind::Aside | RestrictionKind::Participle | RestrictionKind::Relative)
    });
    aside.map_or(clause.end, |aside| aside.tokens.start)
}

/// Whether a figure counts people, or what people do: for others nobody comes from anywhere.
fn concerns_people(found: &Found) -> bool {
    matches!(found.figure.kind, FigureKind::People | FigureKind::Age | FigureKind::Count)
}

/// `Tunisia’s 3,000 fighters`
fn possessor(document: &Document<'_>, mentions: &Mentions<'_>, clause: &Clause) -> Option<Goal> {
    let ending = clause.extent.start.checked_sub(1).filter(|at| document.tag(*at) == Tag::Possessive)?;
    let noun = ending.checked_sub(1)?;
    let start = document
        .phrase_of(noun)
        .and_then(|phrase| document.phrases.get(phrase))
        .map_or(noun, |phrase| phrase.tokens.start);
    mentions.named(document, start..ending)
}

/// `children born to Russian members`, `people born in Lyon`
fn born(document: &Document<'_>, mentions: &Mentions<'_>, clause: &Clause) -> Option<Goal> {
    let born = clause.after.iter().find(|restriction| {
        restriction.kind == RestrictionKind::Participle && document.lower(restriction.tokens.start) == "born"
    })?;
    mentions
        .behind(document, born.tokens.clone(), &["in"])
        .or_else(|| mentions.land(document, born.tokens.clone(), true))
}

/// `24 were from Chad`, `12 have left Peru`, `thousands fled Mosul`, `12 came from Mali`
fn comes_from(document: &Document<'_>, mentions: &Mentions<'_>, clause: &Clause) -> Option<Goal> {
    if clause.role != Role::Subject {
        return None;
    }
    let group = document.verbs.get(clause.verb?)?;
    let predicate = clause.predicate(document);
    let lemma = lexicon::lemma(document.lower(group.head), Class::Verb);
    let be = document.tag(group.head) == Tag::Auxiliary;
    if matches!(lemma, "leave" | "flee" | "escape" | "depart") && !group.passive {
        let object = document.phrase_of(group.tokens.end).and_then(|phrase| document.phrases.get(phrase));
        let left = object.and_then(|object| mentions.named(document, object.tokens.clone()));
        return left.or_else(|| mentions.behind(document, predicate, &["from"]));
    }
    let moves =
        be || matches!(lemma, "come" | "hail" | "originate" | "migrate" | "emigrate" | "travel" | "go" | "arrive");
    // `arrived in Lima from Quito` and `came back from Mali` tell the last stop, not where they are from.
    let back = predicate.clone().take(5).any(|at| matches!(document.lower(at), "back" | "home"));
    let stop = back
        || matches!(lemma, "arrive" | "travel" | "go")
            && mentions.behind(document, predicate.clone(), &["in", "at"]).is_some();
    (moves && !stop).then(|| mentions.behind(document, predicate, &["from"])).flatten()
}

/// Where those counted are, went, or what happened to them happened.
pub(super) fn at_place(
    document: &Document<'_>,
    mentions: &Mentions<'_>,
    clause: &Clause,
    found: &Found,
    status: Option<&str>,
) -> Option<Goal> {
    if !matches!(found.figure.kind, FigureKind::People | FigureKind::Count) {
        return None;
    }
    let predicate = clause.predicate(document);
    let own = clause.extent.end..clause.end;
    let behind = |prepositions: &[&str]| {
        let after = || mentions.behind(document, predicate.clone(), prepositions);
        mentions.behind(document, own.clone(), prepositions).or_else(after)
    };
    let moves = matches!(status, Some("left" | "returned" | "evacuated" | "displaced" | "recruited"));
    // `evacuated from Nepal`, `freed from a prison in Mali`
    let emptied = matches!(status, Some("evacuated" | "released" | "other" | "requested"));
    let way = mentions.behind(document, predicate.clone(), &["to"]).is_some();
    let emptied = if emptied && !way { mentions.behind(document, predicate.clone(), &["from"]) } else { None };
    let goal =
        if moves { mentions.behind(document, predicate.clone(), &GOALS).or_else(|| behind(&GOALS)) } else { None };
    // `returned from a camp in Mali` tells where they were.
    let home = || {
        let from = |tokens: Range<usize>| {
            tokens.clone().find(|at| document.lower(*at) == "from").map_or(tokens.end, |from| from)
        };
        let until = |tokens: Range<usize>| mentions.behind(document, tokens.start..from(tokens.clone()), &LOCATIONS);
        until(own.clone()).or_else(|| until(predicate.clone())).or_else(|| host(document, mentions, clause))
    };
    if status == Some("returned") {
        return goal.or_else(home);
    }
    goal.or_else(|| behind(&LOCATIONS))
        .or(emptied)
        .or_else(|| fronted(document, mentions, clause))
        .or_else(|| elsewhere(document, mentions, clause, status))
}

/// `12 people were killed and 30 injured in Kabul`: what the sentence's other clauses say where, this one's is too.
fn elsewhere(document: &Document<'_>, mentions: &Mentions<'_>, clause: &Clause, status: Option<&str>) -> Option<Goal> {
    status.filter(|status| !matches!(*status, "left" | "returned" | "requested"))?;
    let within = document.span_of(clause.sentence.clone());
    mentions.within(within).next()?;
    let end = clause.sentence.end.min(clause.end + FAR);
    let behind = mentions.behind(document, clause.end..end, &LOCATIONS);
    behind.or_else(|| {
        let start = clause.sentence.start.max(clause.extent.start.saturating_sub(FAR));
        mentions.behind(document, start..clause.extent.start, &LOCATIONS)
    })
}

/// `Germany brought home 18 children`
fn host(document: &Document<'_>, mentions: &Mentions<'_>, clause: &Clause) -> Option<Goal> {
    let verb = clause.verb.filter(|_| clause.role == Role::Object)?;
    let head = subject_of(document, verb, clause.sentence.start)?;
    let span = document.span_of(head..head + 1);
    let (_, entity) = mentions.within(span).find(|(_, entity)| entity.kind == EntityKind::Place)?;
    Some(Goal { name: entity.name.clone(), country: entity.country.clone() })
}

/// `In Mali, 12 people were killed`; `a fire in Lyon killed 12 people`
fn fronted(document: &Document<'_>, mentions: &Mentions<'_>, clause: &Clause) -> Option<Goal> {
    let start = clause.tokens(document).start;
    // A comma ends what clause_start looks at, but not what is said first in the sentence.
    let comma = start.checked_sub(1).filter(|at| document.is_mark(*at, ',') && *at > clause.sentence.start);
    let before = mentions.behind(document, start..clause.extent.start, &LOCATIONS);
    before.or_else(|| {
        let comma = comma?;
        let opens = document.tag(clause.sentence.start) == Tag::Preposition;
        opens.then(|| mentions.behind(document, clause.sentence.start..comma, &LOCATIONS)).flatten()
    })
}
