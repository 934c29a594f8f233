//! Who is counted.

use super::clause::{Clause, RestrictionKind, Role};
use super::found::Found;
use crate::extract::{Document, FigureKind, Settings, Tag};
use crate::lexicon::{self, Class};
use core::ops::Range;
use std::sync::LazyLock;

/// The table; its head says how to read it.
const POPULATIONS: &str = crate::lexicon::headless!("populations.txt");

/// The populations in the order in which a figure has them.
const ORDER: [&str; 11] = [
    "fighters",
    "men",
    "women",
    "children",
    "families",
    "civilians",
    "citizens",
    "foreigners",
    "diaspora",
    "officials",
    "other",
];

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Row {
    word: &'static str,
    class: char,
    population: &'static str,
}

fn parse(row: &'static str) -> Option<Row> {
    let mut parts = row.split(' ');
    let (word, class, population) = (parts.next()?, parts.next()?.chars().next()?, parts.next()?);
    parts.next().is_none().then_some(Row { word, class, population })
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let lines = POPULATIONS.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter_map(parse).collect()
});

fn row(word: &str, class: char) -> Option<&'static Row> {
    let start = ROWS.partition_point(|row| row.word < word);
    ROWS.get(start..)?.iter().take_while(|row| row.word == word).find(|row| row.class == class)
}

/// The population that a noun in small letters is of, by the table alone: `widows` → women. None also for nouns that tell
/// nothing (`people`).
///
/// ```
/// use sourcebook::extract::population_of;
///
/// assert_eq!(population_of("widows"), Some("women"));
/// assert_eq!(population_of("people"), None);
/// ```
#[must_use]
pub fn population_of(lower: &str) -> Option<&'static str> {
    let row = row(lexicon::lemma(lower, Class::Noun), 'n').or_else(|| row(lower, 'n'))?;
    Some(row.population)
}

/// Whether who joins what this word in small letters names is a fighter: `militias`, `jihad`.
#[must_use]
pub fn makes_fighters(lower: &str) -> bool {
    row(lower, 'c').is_some()
}

/// What a noun is of, by the table or the corpus: `widows` → women.
pub(super) fn of_noun<'a>(document: &Document<'_>, settings: &'a Settings, token: usize) -> Option<&'a str> {
    let lower = document.lower(token);
    let lemma = lexicon::lemma(lower, Class::Noun);
    let added = settings.populations.iter().find(|(word, _)| word == lemma || word == lower);
    let known = || row(lemma, 'n').or_else(|| row(lower, 'n')).map(|row| row.population);
    added.map(|(_, population)| population.as_str()).or_else(known)
}

/// Whether one who joins, leaves for or is sentenced for what these words name is a fighter.
pub(super) fn is_cause(document: &Document<'_>, tokens: Range<usize>) -> bool {
    tokens.take_while(|at| !document.is_mark(*at, ';')).any(|at| {
        let lower = document.lower(at);
        row(lower, 'c').is_some() || lower == "state" && at > 0 && document.lower(at - 1) == "islamic"
    })
}

/// Who a figure counts, in the table's order, and the rule that tells it.
pub(super) fn population<'a>(
    document: &Document<'_>,
    settings: &'a Settings,
    clause: &Clause,
    found: &Found,
    status: Option<&str>,
) -> (Vec<&'a str>, &'static str) {
    match found.figure.kind {
        FigureKind::People => {}
        FigureKind::Age => {
            return (
                found.head.and_then(|head| of_noun(document, settings, head)).into_iter().collect(),
                "population:age",
            );
        }
        FigureKind::Count => return (of_event(document, settings, clause), "population:event"),
        _ => return (Vec::new(), ""),
    }
    let heads = by_heads(document, settings, clause, found);
    if !heads.is_empty() {
        return (heads, "population:noun");
    }
    let told = predicated(document, settings, clause);
    if !told.is_empty() {
        return (told, "population:predicate");
    }
    if fights(document, clause, status) {
        return (vec!["fighters"], "population:cause");
    }
    let measured = clause.measured(document).map_or(0..0, |noun| clause.measured_words(document, noun, 8));
    let of_measured: Vec<&str> = measured.filter_map(|at| of_noun(document, settings, at)).take(1).collect();
    (of_measured, "population:measured")
}

/// By what they are said to be: `twelve were children`, `50 of them minors`.
fn predicated<'a>(document: &Document<'_>, settings: &'a Settings, clause: &Clause) -> Vec<&'a str> {
    let at = match (clause.role, clause.verb.and_then(|verb| document.verbs.get(verb))) {
        (Role::Subject, Some(group)) if document.tag(group.head) == Tag::Auxiliary && !group.negated => {
            group.tokens.end
        }
        (Role::Fragment, _) => clause.end,
        _ => return Vec::new(),
    };
    let phrase = document.phrase_of(at).and_then(|phrase| document.phrases.get(phrase));
    phrase
        .filter(|phrase| phrase.tokens.start == at)
        .and_then(|phrase| of_noun(document, settings, phrase.head))
        .into_iter()
        .collect()
}

/// By the nouns of the figure: `100 women and children`.
fn by_heads<'a>(document: &Document<'_>, settings: &'a Settings, clause: &Clause, found: &Found) -> Vec<&'a str> {
    let partitive = || clause.partitive(document).map(|noun| noun.end - 1).filter(|_| found.elided);
    let Some(head) = found.head.or_else(partitive) else { return Vec::new() };
    let mut seen: Vec<&str> = (head..if head < found.tokens.start { head + 1 } else { found.tokens.end.max(head + 1) })
        .filter(|at| document.tag(*at).is_noun() || *at == head)
        .filter_map(|at| of_noun(document, settings, at))
        .collect();
    let joined = clause.after.first().filter(|first| first.kind == RestrictionKind::Joined);
    // `12 men and women`, where the second noun has no number of its own
    if let Some(joined) = joined.filter(|joined| !joined.tokens.clone().any(|at| document.tag(at) == Tag::Number)) {
        seen.extend(joined.tokens.clone().last().and_then(|last| of_noun(document, settings, last)));
    }
    let modifiers = found.number.end..head;
    let foreign = modifiers.clone().find_map(|at| row(document.lower(at), 'a')).map(|row| row.population);
    // `foreign nationals` are foreigners, `foreign fighters` fighters
    if let Some(foreign) = foreign.filter(|_| seen.iter().all(|population| *population == "citizens")) {
        seen = vec![foreign];
    }
    ORDER.into_iter().filter_map(|population| seen.iter().find(|seen| **seen == population).copied()).collect()
}

/// Whether what those counted did, or what was done to them, tells that they fight.
fn fights(document: &Document<'_>, clause: &Clause, status: Option<&str>) -> bool {
    if !matches!(
        status,
        Some("left" | "sentenced" | "recruited" | "detained" | "returned" | "killed" | "living" | "other") | None
    ) {
        return false;
    }
    let predicate = if clause.role == Role::Subject { clause.predicate(document) } else { clause.end..clause.end };
    let restricted = clause
        .after
        .iter()
        .filter(|restriction| !matches!(restriction.kind, RestrictionKind::Aside | RestrictionKind::Joined));
    restricted.map(|restriction| restriction.tokens.clone()).chain([predicate]).any(|tokens| joins(document, tokens))
}

/// `to join the rebels`, `for joining`, `left for the jihad`, `fighting for`
fn joins(document: &Document<'_>, tokens: Range<usize>) -> bool {
    tokens.clone().any(|at| {
        let join =
            document.tag(at).is_verb() && matches!(lexicon::lemma(document.lower(at), Class::Verb), "join" | "fight");
        let supports = document.lower(at) == "for" || join;
        supports && is_cause(document, at + 1..tokens.end.min(at + 8))
    })
}

/// Whose deaths, arrests, requests: `1,000 requests from the widows`.
fn of_event<'a>(document: &Document<'_>, settings: &'a Settings, clause: &Clause) -> Vec<&'a str> {
    let first = clause.after.iter().find(|restriction| restriction.kind == RestrictionKind::Prepositional);
    let Some(first) = first else { return Vec::new() };
    let preposition = document.lower(first.tokens.start);
    if !matches!(preposition, "of" | "from" | "by" | "among" | "for") {
        return Vec::new();
    }
    let head = document
        .phrase_of(first.tokens.start + 1)
        .and_then(|phrase| document.phrases.get(phrase))
        .map(|phrase| phrase.head);
    head.and_then(|head| of_noun(document, settings, head)).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_parses_and_they_are_sorted() {
        for line in POPULATIONS.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let row = parse(line).expect(line);
            assert!(ORDER.contains(&row.population) && "nagc".contains(row.class), "{line}");
        }
        for pair in ROWS.windows(2) {
            let (a, b) = (&pair[0], &pair[1]);
            assert!((a.word, a.class) < (b.word, b.class), "{a:?} {b:?}");
        }
    }
}
