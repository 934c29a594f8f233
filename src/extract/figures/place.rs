//! Where those counted come from, and where they are or what happened to them happened.

use super::clause::{Clause, RestrictionKind, Role};
use super::edges::subject_of;
use super::found::Found;
use crate::extract::{Document, Entity, EntityKind, FigureKind, Tag, VerbGroup};
use crate::lexicon::{self, About, Class, PeopleKind, PlaceKind, demonym, longest_demonym};
use crate::order;
use crate::text::Span;
use core::ops::Range;

/// Prepositions of where somebody goes.
const GOALS: [&str; 6] = ["to", "into", "for", "toward", "towards", "onto"];
/// Prepositions of where somebody is or something happens.
pub(super) const LOCATIONS: [&str; 15] = [
    "in",
    "at",
    "near",
    "across",
    "on",
    "outside",
    "inside",
    "around",
    "off",
    "through",
    "throughout",
    "within",
    "along",
    "over",
    "between",
];

/// How many tokens behind a country a place in it may stand that is meant.
const NEAR: usize = 10;
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

impl Goal {
    fn of(entity: &Entity) -> Option<Self> {
        let place = entity.kind == EntityKind::Place;
        place.then(|| Self { name: entity.name.clone(), country: entity.country.clone() })
    }

    /// Whether it is a country, and no place in one.
    pub(super) fn is_country(&self) -> bool {
        lexicon::places(&self.name).next().is_some_and(|place| place.kind == PlaceKind::Country)
    }
}

/// `east of Kyiv`
fn bears(document: &Document<'_>, at: usize) -> bool {
    let bearing = at.checked_sub(1).map_or("", |before| document.lower(before));
    document.lower(at) == "of" && ["north", "south", "east", "west"].iter().any(|way| bearing.ends_with(way))
}

fn numbered(document: &Document<'_>, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| document.tag(at) == Tag::Number)
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
        let mut goals = tokens.clone().filter_map(|at| {
            let governs = document.tag(at) == Tag::Preposition && prepositions.contains(&document.lower(at))
                || prepositions.len() == LOCATIONS.len() && bears(document, at);
            governs.then(|| self.object(document, at, tokens.end)).flatten().map(|goal| (at, goal))
        });
        let (at, goal) = goals.next()?;
        // `in Mali, near the town of Gao`: of two the smaller
        let smaller = |(near, other): &(usize, Goal)| {
            *near < at + NEAR && other.country == goal.country && !other.is_country() && !numbered(document, at..*near)
        };
        let smaller = if goal.is_country() { goals.find(smaller).map(|(_, smaller)| smaller) } else { None };
        Some(smaller.unwrap_or(goal))
    }

    /// The place within the noun phrase behind a preposition.
    fn object(&self, document: &Document<'_>, preposition: usize, end: usize) -> Option<Goal> {
        let first = preposition + 1;
        let phrase = document.phrase_of(first).and_then(|phrase| document.phrases.get(phrase));
        let last = phrase.map_or(first + 1, |phrase| phrase.tokens.end).min(end.max(first + 1));
        let Some(mut goal) = self.named(document, first..last) else {
            // `off the coast of Libya`, `in the city of Mosul`
            let noun = phrase.map_or(first, |phrase| phrase.head);
            let part = document.word(noun).is_some_and(|word| word.is_about(About::Place))
                || matches!(
                    document.lower(noun),
                    "part"
                        | "parts"
                        | "border"
                        | "center"
                        | "centre"
                        | "side"
                        | "half"
                        | "rest"
                        | "outskirts"
                        | "streets"
                        | "stadium"
                        | "suburb"
                );
            let of = (part && document.lower(last) == "of" && last < end).then(|| self.object(document, last, end));
            let near = matches!(document.lower(preposition), "in" | "near" | "outside" | "off");
            let meant = of.flatten().or_else(|| self.meant(document, noun));
            return meant.or_else(|| if near { self.unknown(document, first..last) } else { None });
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

    /// A name that nobody knows, where only a place can stand: `in Nurobod`, `in the Rugu forest`.
    fn unknown(&self, document: &Document<'_>, tokens: Range<usize>) -> Option<Goal> {
        let capital = |at: usize| document.tokens.get(at).is_some_and(|token| token.capital);
        let strange = |at: &usize| document.tag(*at) == Tag::Proper && capital(*at) && document.word(*at).is_none();
        let first = tokens.clone().find(strange)?;
        let span = document.span_of(first..tokens.end);
        let name = span.of(document.text).to_owned();
        self.within(document.span_of(tokens)).next().is_none().then_some(Goal { name, country: None })
    }

    /// The place that a definite noun means: `the country`, `the jail` of which the article has said where it is.
    pub(super) fn meant(&self, document: &Document<'_>, noun: usize) -> Option<Goal> {
        /// How many phrases back it may have said so.
        const BACK: usize = 150;
        let kind = |noun: usize| match lexicon::lemma(document.lower(noun), Class::Noun) {
            "jail" | "penitentiary" => "prison",
            lemma => lemma,
        };
        let at = document.phrase_of(noun)?;
        let phrase = document.phrases.get(at)?;
        let place = document.word(noun).is_some_and(|word| word.is_about(About::Place));
        if !place || !matches!(document.lower(phrase.tokens.start), "the" | "this" | "that") {
            return None;
        }
        let wanted = kind(noun);
        let before = document.tokens.get(phrase.tokens.start)?.span.start;
        if matches!(wanted, "country" | "nation") {
            let until = self.list.partition_point(|(mention, _)| mention.start < before);
            let mut goals = self.list[..until].iter().rev().filter_map(|(_, at)| Goal::of(self.entities.get(*at)?));
            return goals.find(Goal::is_country);
        }
        document.phrases[at.saturating_sub(BACK)..at].iter().rev().filter(|other| kind(other.head) == wanted).find_map(
            |other| {
                let behind = other.tokens.end;
                let located = document.tag(behind) == Tag::Preposition;
                let next = document.phrase_of(behind + 1).and_then(|next| document.phrases.get(next));
                // `a jail in the city of Quito`
                let next = next.filter(|_| located).map(|next| {
                    let of = document.lower(next.tokens.end) == "of";
                    let last = document.phrase_of(next.tokens.end + 1).and_then(|last| document.phrases.get(last));
                    next.tokens.start..last.filter(|_| of).map_or(next.tokens.end, |last| last.tokens.end)
                });
                self.named(document, other.tokens.clone()).or_else(|| self.named(document, next?))
            },
        )
    }

    /// The last place named in some tokens (`Mali’s Gao region`), or the land of the first people named there.
    pub(super) fn named(&self, document: &Document<'_>, tokens: Range<usize>) -> Option<Goal> {
        let span = document.span_of(tokens.clone());
        let place = self.within(span).filter(|(_, entity)| entity.kind == EntityKind::Place).last();
        if let Some((_, entity)) = place {
            return Goal::of(entity);
        }
        // `in Iraqi prisons`: a place, though no place is named
        let last = tokens.end.checked_sub(1)?;
        let lower = document.lower(last);
        // `in the Arctic`: a place by the word for who is of it
        let is_place = document.word(last).is_some_and(|word| word.is_about(About::Place))
            || demonym(lower).is_some_and(|people| !people.is_plural && !people.is_singular);
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

    /// Whether a place is the country of the place of a name.
    pub(super) fn holds(&self, country: &Entity, name: &str) -> bool {
        let inner = self.place(name).and_then(|entity| entity.country.as_deref());
        inner.is_some()
            && inner == country.country.as_deref()
            && Goal::of(country).is_some_and(|goal| goal.is_country())
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
        "return"
            | "repatriation"
            | "arrival"
            | "evacuation"
            | "release"
            | "homecoming"
            | "deportation"
            | "expulsion"
            | "abduction"
            | "kidnapping"
    ) || clause.verb.is_some_and(|verb| returns(document, verb));
    // `from Paris to Cairo` is a way.
    let way = (clause.extent.end..clause.end)
        .any(|at| document.lower(at) == "to" && mentions.behind(document, at..clause.end, &["to"]).is_some());
    let from = |tokens: Range<usize>| if moved || way { None } else { mentions.behind(document, tokens, &["from"]) };
    // `the number of Malian citizens held rose to 40`
    let measured = || {
        let noun = clause.measured(document).filter(|noun| document.lower(*noun + 1) == "of")?;
        let phrase = document.phrases.get(document.phrase_of(noun + 2)?)?.tokens.clone();
        mentions.named(document, phrase.clone()).or_else(|| mentions.land(document, phrase, false))
    };
    by_name
        .or_else(measured)
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

/// Whether a verb tells that somebody was brought home: behind it `from` tells where they were.
fn returns(document: &Document<'_>, verb: usize) -> bool {
    let Some(group) = document.verbs.get(verb) else { return false };
    let lemma = lexicon::lemma(document.lower(group.head), Class::Verb);
    lemma == "repatriate"
        || matches!(lemma, "bring" | "take" | "fly" | "send")
            && (group.head + 1..group.head + 3).any(|at| matches!(document.lower(at), "home" | "back"))
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
    if is_leaving(lemma) && !group.passive {
        let left = abandoned(document, mentions, group).filter(|(_, building)| !building).map(|(left, _)| left);
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

fn is_leaving(lemma: &str) -> bool {
    matches!(lemma, "leave" | "flee" | "escape" | "depart")
}

/// The place that is left, and whether it is a building and no land: `fled Mosul prison`.
fn abandoned(document: &Document<'_>, mentions: &Mentions<'_>, group: &VerbGroup) -> Option<(Goal, bool)> {
    let object = document.phrases.get(document.phrase_of(group.tokens.end)?)?;
    let left = mentions.named(document, object.tokens.clone())?;
    Some((left, matches!(document.lower(object.head), "prison" | "jail" | "camp" | "hospital" | "school")))
}

/// Where those counted are, went, or what happened to them happened.
pub(super) fn at_place(
    document: &Document<'_>,
    mentions: &Mentions<'_>,
    clause: &Clause,
    found: &Found,
    status: Option<&str>,
) -> Option<Goal> {
    if !matches!(found.figure.kind, FigureKind::People | FigureKind::Count | FigureKind::Percent) {
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
    let group = clause.verb.and_then(|verb| document.verbs.get(verb));
    let emptied = matches!(status, Some("evacuated" | "released" | "other" | "requested"));
    let taken = status == Some("detained") && seized(document, clause);
    let broken = || abandoned(document, mentions, group?).filter(|(_, building)| *building).map(|(left, _)| left);
    let way = mentions.behind(document, predicate.clone(), &["to"]).is_some();
    let emptied = if emptied && !way { mentions.behind(document, predicate.clone(), &["from"]) } else { None };
    let emptied = emptied.or_else(|| if taken { behind(&["from"]) } else { None }).or_else(broken);
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
        .or_else(|| of_subject(document, mentions, clause, found, status))
        .or_else(|| elsewhere(document, mentions, clause, status))
}

/// Whether those counted were taken from where they were: `the abduction of 12 girls from a school`.
fn seized(document: &Document<'_>, clause: &Clause) -> bool {
    let seizes =
        |lemma: &str| matches!(lemma, "abduct" | "kidnap" | "seize" | "snatch" | "take" | "abduction" | "kidnapping");
    let verbs = clause.after.iter().filter_map(|after| after.verb).chain(clause.verb);
    let mut heads = verbs.filter_map(|verb| document.verbs.get(verb)).map(|group| group.head).chain(clause.governor);
    heads.any(|head| {
        let lower = document.lower(head);
        seizes(lexicon::lemma(lower, Class::Verb)) || seizes(lexicon::lemma(lower, Class::Noun))
    })
}

/// `nine of the country’s ten provinces`, `Sfax, with 280,000 inhabitants,`, `the prison holds 400`, `Niger’s police
/// arrested 12`: the place that has what is counted, or whose officials did it there.
fn of_subject(
    document: &Document<'_>,
    mentions: &Mentions<'_>,
    clause: &Clause,
    found: &Found,
    status: Option<&str>,
) -> Option<Goal> {
    let place_of = |phrase: usize| {
        let phrase = document.phrases.get(phrase)?;
        mentions.named(document, phrase.tokens.clone()).or_else(|| mentions.meant(document, phrase.head))
    };
    let owned = (found.number.end..found.tokens.end).rev().find(|at| document.tag(*at) == Tag::Possessive);
    if let Some(ending) = owned.filter(|ending| *ending > found.number.end) {
        let owner = found.number.end..ending;
        let of = owner.clone().find(|at| document.lower(*at) == "of").map_or(owner.start, |of| of + 1);
        return mentions.named(document, of..ending).or_else(|| mentions.meant(document, ending - 1));
    }
    if let Some(with) = clause.preposition.filter(|with| document.lower(*with) == "with") {
        let comma = with.checked_sub(1).filter(|comma| document.is_mark(*comma, ','))?;
        return place_of(document.phrase_of(comma.checked_sub(1)?)?);
    }
    let subject = subject_of(document, clause.verb.filter(|_| clause.role != Role::Subject)?, clause.sentence.start)?;
    let subject = document.phrase_of(subject)?;
    // A state arrests at home, but its army kills abroad.
    let home = clause.role == Role::Object && matches!(status, Some("detained" | "released" | "sentenced"));
    if home { place_of(subject) } else { mentions.meant(document, document.phrases.get(subject)?.head) }
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
pub(super) fn host(document: &Document<'_>, mentions: &Mentions<'_>, clause: &Clause) -> Option<Goal> {
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
    let before = || mentions.behind(document, start..clause.extent.start, &LOCATIONS);
    let opens = document.tag(clause.sentence.start) == Tag::Preposition;
    // `In Matola, the suburb near Maputo, 300 people …`
    let first = || mentions.behind(document, clause.sentence.start..clause.sentence.start + NEAR, &LOCATIONS);
    let aside = clause.role == Role::Subject
        && clause.extent.start.checked_sub(1).is_some_and(|comma| document.is_mark(comma, ','));
    let opening = if opens && aside { first() } else { None };
    opening.or_else(before).or_else(|| {
        let comma = comma?;
        opens.then(|| mentions.behind(document, clause.sentence.start..comma, &LOCATIONS)).flatten()
    })
}
