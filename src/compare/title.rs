//! What a question is called: a plain title from its parts.

use super::place::{Lies, lie};
use super::reading::Reading;
use super::subject::{JOINED, Subject};
use crate::lexicon::{self, Class};

/// What happened in words behind who it happened to, and the preposition before a place.
const EVENTS: [(&str, &str, &str); 21] = [
    ("destroyed", "destroyed", "in"),
    ("detained", "detained", "in"),
    ("displaced", "displaced", "in"),
    ("escaped", "who escaped", "in"),
    ("evacuated", "evacuated", "to"),
    ("gathered", "who gathered", "in"),
    ("infected", "infected", "in"),
    ("injured", "injured", "in"),
    (JOINED, "who went to fight", "in"),
    ("killed", "killed", "in"),
    ("left", "who left", "for"),
    ("living", "living", "in"),
    ("missing", "missing", "in"),
    ("orphaned", "orphaned", "in"),
    ("recruited", "recruited", "in"),
    ("released", "released", "in"),
    ("requested", "who made requests", "in"),
    ("rescued", "rescued", "in"),
    ("returned", "who returned", "to"),
    ("sentenced", "sentenced", "in"),
    ("unknown", "whose fate is not known", "in"),
];

/// Words of what is counted that a title takes at the most.
const LONGEST: usize = 12;

/// The title of a question: who or what is counted, what happened, and where, if more than half of those figures that say a
/// place say one within it.
pub(super) fn title(subject: &Subject, members: &[&Reading<'_>]) -> String {
    let Some(first) = members.first() else { return String::new() };
    let counts = matches!(subject.unit.as_str(), "people" | "count");
    let left = subject.event == JOINED && members.iter().any(|member| member.fact.status.as_deref() == Some("left"));
    let event = if left { "left" } else { subject.event.as_str() };
    let event = EVENTS.iter().find(|(name, _, _)| *name == event).filter(|_| counts);
    let mut said = match event {
        // Things of people (requests of women), and what only its own words tell.
        _ if !counts || subject.unit == "count" && !subject.who.is_empty() => return capital(&long(first)),
        _ if !subject.event.is_empty() && !subject.is_certain => return capital(&long(first)),
        None if subject.event.is_empty() => who(subject, members) + still(members),
        // Somebody's own word for what happened, by the corpus: the status itself.
        None => format!("{}: {}", who(subject, members), subject.event.replace('_', " ")),
        Some((_, words, _)) => format!("{} {words}", who(subject, members)),
    };
    if let Some(place) = place(members).filter(|place| !said.ends_with(&format!(" {place}"))) {
        said += &format!(" {} {place}", event.map_or("in", |(_, _, preposition)| preposition));
    }
    capital(&said)
}

/// Who or what is counted, in the plural.
fn who(subject: &Subject, members: &[&Reading<'_>]) -> String {
    if !subject.who.is_empty() {
        return subject.who.join(" and ");
    }
    let noun = |member: &&Reading<'_>| printed(member);
    let mut nouns = members.iter().map(noun);
    let first = nouns.next().unwrap_or_default();
    let shared = !first.is_empty() && nouns.all(|noun| noun == first);
    if subject.unit == "people" && !(shared && subject.noun.is_empty()) {
        return if subject.noun.is_empty() { "people".to_owned() } else { first };
    }
    if first.is_empty() { subject.noun.clone() } else { first }
}

/// The noun of what is counted as printed; empty where its words end otherwise.
fn printed(member: &Reading<'_>) -> String {
    let last = member.called.rsplit(' ').next().unwrap_or_default().to_lowercase();
    if lexicon::lemma(&last, Class::Noun) == member.noun { last } else { String::new() }
}

/// ` still`, where a figure counts those who are left somewhere.
fn still(members: &[&Reading<'_>]) -> &'static str {
    let says = |member: &&Reading<'_>| {
        let text = member.fact.counted.as_ref().map_or("", |counted| counted.text.as_str());
        text.split_whitespace().any(|word| matches!(word, "still" | "remain" | "remains" | "remaining"))
    };
    if members.iter().any(says) { " still" } else { "" }
}

/// The narrowest place that holds those of more than half of the figures that say one: `Iraq or Syria`.
fn place(members: &[&Reading<'_>]) -> Option<String> {
    let stated: Vec<&&Reading<'_>> = members.iter().filter(|member| !member.at.is_empty()).take(COMPARED).collect();
    let mut best: Option<(usize, &str)> = None;
    for candidate in &stated {
        let within =
            |member: &&&&Reading<'_>| matches!(lie(&member.at, &candidate.at), Some(Lies::Same | Lies::Within));
        let held = stated.iter().filter(within).count();
        let name = candidate.fact.at_place.as_deref()?;
        // More than half are held by several nested places: the one that holds the fewest of them is the narrowest.
        if held * 2 > stated.len() && best.is_none_or(|(fewest, _)| held < fewest) {
            best = Some((held, name));
        }
    }
    best.map(|(_, name)| name.replace(" and ", " or "))
}

/// Figures whose places are compared for a title.
const COMPARED: usize = 64;

fn long(reading: &Reading<'_>) -> String {
    let text = reading.fact.counted.as_ref().map_or(reading.called.as_str(), |counted| counted.text.as_str());
    let words: Vec<&str> = text.split_whitespace().collect();
    let cut = words.iter().take(LONGEST).copied().collect::<Vec<_>>().join(" ");
    if words.len() > LONGEST { cut + " …" } else { cut }
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
