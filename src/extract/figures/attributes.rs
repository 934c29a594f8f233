//! Fills the figures with what the text says of them.

use super::clause::Clause;
use super::counted::{self, Words};
use super::found::Found;
use super::kinds::{Kind, is_kind};
use super::numbers::GAPPED;
use super::part::{COORDINATE, Parts, TOLD};
use super::place::{self, Mentions};
use super::scope::Scope;
use super::status::{self, Told};
use super::{as_of, population, standing, unknown};
use crate::extract::{Document, Facts, FigureKind, Settings};
use crate::lexicon::{self, About, Class};
use crate::read::BlockKind;

/// Fills what is counted, its status, population and places, the time and the sources of each figure, and adds the
/// unknowns.
///
/// Each figure is first read by its own clause. Then a part takes from its whole what its own words leave open, and a
/// title's figure from the same one in the text.
pub(super) fn fill(document: &Document<'_>, settings: &Settings, facts: &mut Facts, found: &mut [Found]) {
    let mentions = Mentions::of(&facts.entities);
    let clauses: Vec<Clause> = found.iter().map(|found| Clause::of(document, facts, found)).collect();
    let mut nouns: Vec<Option<usize>> = found.iter().map(|found| found.head).collect();
    let mut words: Vec<Words> = Vec::with_capacity(found.len());
    let mut scope = Scope::new(document, &mentions);
    for at in 0..found.len() {
        let denied = fill_own(document, settings, facts, &mentions, &clauses[at], &mut found[at], &mut words);
        if at > 0 && found[at].figure.rules.contains(&GAPPED) {
            goes_on(found, &mut words, at);
            nouns[at] = nouns[at - 1];
        }
        let parts = Parts { document, found, clauses: &clauses, nouns: &nouns };
        let whole = parts.whole(at);
        if let Some(aged) = parts.aged(at) {
            counted::age_of(document, &mut words[at], &found[aged]);
            found[at].figure.of_place = found[aged].figure.of_place.clone();
            found[at].figure.rules.push("age:of-figure");
        }
        if let Some((whole, rule)) = whole {
            found[at].figure.part_of = Some(whole);
            found[at].figure.rules.push(rule);
            if nouns[at].is_none_or(|noun| !document.tag(noun).is_noun()) {
                nouns[at] = nouns.get(whole).copied().flatten();
            }
            if whole < at {
                inherit(found, &mut words, at, whole, denied || rule == COORDINATE || rule == TOLD);
            }
        }
        scope.carry(at, found, &clauses, &nouns);
    }
    for at in 0..found.len() {
        if let Some(whole) = found[at].figure.part_of.filter(|whole| *whole > at) {
            inherit(found, &mut words, at, whole, false);
        }
    }
    for at in 1..found.len() {
        let governed = clauses[at].governor.is_some() || clauses[at].preposition.is_some();
        if let Some(from) = same_people(document, found, &words, at).filter(|_| !governed) {
            take_noun(&mut words, at, from);
            words[at].rule = "counted:as-before";
            if found[at].figure.population.is_empty() {
                found[at].figure.population = found[from].figure.population.clone();
            }
        }
        // `30 million naira ($20,000)`
        let bracket = found[at - 1].tokens.end;
        if document.is_mark(bracket, '(') && found[at].tokens.start == bracket + 1 && words[at].text.is_empty() {
            words[at] = words[at - 1].clone();
        }
        name_measure(document, found, &mut words, at);
    }
    for at in 0..found.len() {
        name_rate(document, found, &mut words, at);
    }
    share_title(document, found, &mut words);
    for found in found.iter_mut().filter(|found| found.figure.of_place.is_none()) {
        found.figure.of_place = place::ethnic_land(document, &mentions, found).map(|place| place.name);
    }
    for (found, words) in found.iter_mut().zip(&words) {
        found.figure.counted = words.counted();
        if !words.rule.is_empty() && found.figure.counted.is_some() {
            found.figure.rules.push(words.rule);
        }
    }
    unknown::find(document, facts);
}

/// Fills a figure by its own clause. True where the clause denies what its verb says.
fn fill_own(
    document: &Document<'_>,
    settings: &Settings,
    facts: &Facts,
    mentions: &Mentions<'_>,
    clause: &Clause,
    found: &mut Found,
    words: &mut Vec<Words>,
) -> bool {
    let mut rules = Vec::new();
    let of_place = place::of_place(document, mentions, clause, found);
    let ethnic = place::ethnic_land(document, mentions, found);
    let of_name = of_place.as_ref().or(ethnic.as_ref()).map(|place| place.name.as_str());
    let told = status::Reading { document, settings, mentions, clause, found, of_place: of_name }.status();
    let status = match told {
        Told::Status(status, rule) => {
            rules.push(rule);
            Some(status.to_owned())
        }
        Told::Denied => {
            rules.push("status:denied");
            None
        }
        Told::Nothing => None,
    };
    let denied = rules.contains(&"status:denied");
    let (population, rule) = population::population(document, settings, clause, found, status.as_deref());
    if !population.is_empty() {
        rules.push(rule);
    }
    let at_place = place::at_place(document, mentions, clause, found, status.as_deref());
    let population = population.into_iter().map(str::to_owned).collect();
    let as_of = as_of::as_of(document, facts, clause);
    let (sources, rule) = standing::sources(document, facts, mentions, clause, found);
    if !sources.is_empty() {
        rules.push(rule);
    }
    // `up to 400 have gone to Mali`, `the number of displaced rose to 40,000`
    if found.figure.kind == FigureKind::Count && found.elided && counts_people(document, clause, status.as_deref()) {
        found.figure.kind = FigureKind::People;
        rules.push("figures:kind-by-clause");
    }
    words.push(counted::words(document, facts, clause, found, status.as_deref()));
    // Who comes home is where they come from, if no place is named.
    let returned = status.as_deref() == Some("returned");
    // `Germany brought home 18 children`
    let of_place = of_place.or_else(|| if returned { place::host(document, mentions, clause) } else { None });
    let home = || of_place.clone().filter(|_| returned);
    let figure = &mut found.figure;
    figure.at_place = at_place.or_else(home).map(|place| place.name);
    figure.of_place = of_place.map(|place| place.name);
    (figure.status, figure.population, figure.sources) = (status, population, sources);
    if let Some((value, rule)) = as_of {
        figure.as_of = Some(value);
        rules.push(rule);
    }
    figure.rules.extend(rules);
    denied
}

/// Whether only people can be what an elided noun means: by what happened to them, or by the noun whose number it is.
fn counts_people(document: &Document<'_>, clause: &Clause, status: Option<&str>) -> bool {
    let partitive = clause.partitive(document).map(|noun| noun.end - 1);
    match clause.measured(document).or(partitive) {
        Some(noun) => {
            let person = |at: usize| {
                lexicon::word(document.lower(at))
                    .is_some_and(|word| word.is_about(About::Person) && !word.is_about(About::Event))
            };
            let words = if partitive.is_some() { noun..noun + 1 } else { clause.measured_words(document, noun, 6) };
            words.into_iter().any(person) || document.lower(noun) == "toll"
        }
        None => status.is_some_and(|status| status != "other" && status != "living"),
    }
}

/// Puts the noun of an earlier figure before the words of a number without one.
fn take_noun(words: &mut [Words], at: usize, from: usize) {
    let [own, from] = pair(words, at, from);
    let noun = from.text.get(..from.tail).unwrap_or_default();
    let said = own.text.strip_prefix("people").unwrap_or(&own.text).trim_start();
    let text = [noun, if noun.is_empty() || said.is_empty() { "" } else { " " }, said].concat();
    (own.text, own.tail, own.span) = (text, noun.len(), from.span);
}

/// The figure before whose noun a number of people without one means: `freed 53 pupils; nine are still held`.
fn same_people(document: &Document<'_>, found: &[Found], words: &[Words], at: usize) -> Option<usize> {
    let own = found.get(at).filter(|own| own.elided && own.figure.kind == FigureKind::People)?;
    let before = at.checked_sub(1).filter(|before| words[*before].span.is_some())?;
    let most = own.figure.high.filter(|_| words[at].span.is_none() && own.figure.part_of.is_none())?;
    let sentence = |found: &Found| document.sentence_of(found.tokens.start);
    let whole = &found[before];
    let near = sentence(own) - sentence(whole) <= 1;
    let fits = whole.figure.kind == FigureKind::People && whole.figure.low.is_some_and(|low| most <= low);
    (near && fits).then_some(before)
}

/// Gives a number that shares noun and verb with the one before what that one has: `12 people in Kabul and 30 in Herat`.
fn goes_on(found: &mut [Found], words: &mut [Words], at: usize) {
    let before = found[at - 1].figure.clone();
    let figure = &mut found[at].figure;
    figure.kind = before.kind;
    figure.status = before.status;
    figure.population = before.population;
    figure.of_place = figure.of_place.take().or(before.of_place);
    figure.part_of = before.part_of;
    take_noun(words, at, at - 1);
}

/// Gives a part what its own words leave open.
fn inherit(found: &mut [Found], words: &mut [Words], at: usize, whole: usize, denied: bool) {
    let Some(from) = found.get(whole).map(|whole| whole.figure.clone()) else { return };
    let figure = &mut found[at].figure;
    let open = figure.status.as_deref().is_none_or(|status| status == "other");
    if open && !denied && from.status.is_some() {
        figure.status = from.status;
        figure.rules.push("status:whole");
    }
    if figure.population.is_empty() {
        figure.population = from.population;
    }
    figure.of_place = figure.of_place.take().or(from.of_place);
    if figure.at_place.is_none() {
        // Who of those that left came back is where they come from.
        let home = figure.of_place.clone().filter(|_| figure.status.as_deref() == Some("returned") && !open);
        figure.at_place = home.or(from.at_place);
    }
    figure.as_of = figure.as_of.take().or(from.as_of);
    if found[at].figure.rules.contains(&COORDINATE) {
        return take_noun(words, at, whole);
    }
    let [own, of_whole] = pair(words, at, whole);
    counted::inherit(own, of_whole);
}

/// `police put the figure at 5,000`: a measure that says not of what is of what was counted before.
fn name_measure(document: &Document<'_>, found: &mut [Found], words: &mut [Words], at: usize) {
    let sentence = |at: usize| document.sentence_of(found[at].tokens.start);
    let bare =
        words[at].rule == "counted:measure" && !words[at].text.contains(' ') && is_kind(&words[at].text, Kind::Measure);
    let near = sentence(at) - sentence(at - 1) <= 1;
    let people = found[at - 1].figure.kind == FigureKind::People && found[at].figure.kind != FigureKind::Money;
    if bare && words[at].text != "toll" && near && people {
        words[at] = Words { rule: "counted:as-before", ..words[at - 1].clone() };
        found[at].figure.kind = FigureKind::People;
        for population in found[at - 1].figure.population.clone() {
            if !found[at].figure.population.contains(&population) {
                found[at].figure.population.push(population);
            }
        }
        let before = found[at - 1].figure.clone();
        let figure = &mut found[at].figure;
        figure.status = figure.status.take().or(before.status);
        figure.of_place = figure.of_place.take().or(before.of_place);
        figure.at_place = figure.at_place.take().or(before.at_place);
    }
}

/// `one surgeon for every 7,000 inhabitants`: inhabitants per surgeon.
fn name_rate(document: &Document<'_>, found: &[Found], words: &mut [Words], at: usize) {
    let Some(before) = found[at].tokens.start.checked_sub(3) else { return };
    let every = document.lower(before + 1) == "for" && document.lower(before + 2) == "every";
    if !every || words[at].text.len() != words[at].tail {
        return;
    }
    let last = at.checked_sub(1).filter(|last| found[*last].tokens.end == before + 1);
    let noun = match last {
        _ if document.tag(before).is_noun() => document.written(before),
        Some(last) => words[last].text.get(..words[last].tail).unwrap_or_default(),
        None => return,
    };
    words[at].text = [&words[at].text, " per ", noun].concat();
}

/// The words of a part, to change, and those of its whole.
fn pair(words: &mut [Words], part: usize, whole: usize) -> [&mut Words; 2] {
    let (low, high) = words.split_at_mut(part.max(whole));
    if part > whole { [&mut high[0], &mut low[whole]] } else { [&mut low[part], &mut high[0]] }
}

/// The title and the text speak of the same figure: what one says of it holds for the other.
fn share_title(document: &Document<'_>, found: &mut [Found], words: &mut [Words]) {
    let is_title = |found: &Found| {
        let sentence = document.sentences.get(document.sentence_of(found.tokens.start));
        sentence.is_some_and(|sentence| sentence.block_kind == BlockKind::Title)
    };
    let titles = found.iter().take_while(|found| is_title(found)).count();
    for title in 0..titles {
        let twin = (titles..found.len()).take(24).find(|twin| is_same(document, &found[title], &found[*twin]));
        if let Some(twin) = twin {
            let of_twin = found[twin].figure.clone();
            share(&mut found[title], &of_twin);
            let of_title = found[title].figure.clone();
            share(&mut found[twin], &of_title);
            if words[title].text.len() == words[title].tail {
                words[title].text = words[twin].text.clone();
            }
        }
    }
}

/// Whether two figures are of the same number and noun.
fn is_same(document: &Document<'_>, a: &Found, b: &Found) -> bool {
    let value = |found: &Found| (found.figure.low, found.figure.high, found.figure.kind);
    let noun = |found: &Found| found.head.map(|head| lexicon::lemma(document.lower(head), Class::Noun));
    let alike = || noun(a) == noun(b) || a.elided || b.elided || a.figure.population == b.figure.population;
    value(a) == value(b) && a.figure.kind != FigureKind::Percent && alike()
}

/// Takes over what a figure does not say itself.
fn share(to: &mut Found, from: &crate::extract::Figure) {
    let figure = &mut to.figure;
    let differs = |a: &Option<String>, b: &Option<String>| a.is_some() && b.is_some() && a != b;
    if differs(&figure.status, &from.status) && figure.status.as_deref() != Some("other") {
        return;
    }
    let before = (figure.status.clone(), figure.of_place.clone(), figure.at_place.clone(), figure.as_of.clone());
    if figure.status.as_deref().is_none_or(|status| status == "other") && from.status.is_some() {
        figure.status.clone_from(&from.status);
    }
    if figure.population.is_empty() {
        figure.population.clone_from(&from.population);
    }
    figure.of_place = figure.of_place.take().or_else(|| from.of_place.clone());
    figure.at_place = figure.at_place.take().or_else(|| from.at_place.clone());
    figure.as_of = figure.as_of.take().or_else(|| from.as_of.clone());
    if before != (figure.status.clone(), figure.of_place.clone(), figure.at_place.clone(), figure.as_of.clone()) {
        figure.rules.push("figures:title");
    }
}
