//! Does what a correction says.

use super::fields::{self, Misfit};
use super::values::{Given, KindOfFact};
use super::{Correction, Deed};
use crate::extract::{Entity, EntityKind, Facts, Figure, Mention, Quote, QuoteKind, Reference, Source, Time, Unknown};
use crate::read::Article;
use crate::text::{Span, sentences};
use std::collections::BTreeMap;

/// The rules that a corrected fact names.
const CHANGED: &str = "by-hand:change";
const ADDED: &str = "by-hand:add";

/// Corrects the facts of an article; what does not fit is told, and nothing is changed.
pub(super) fn apply(correction: &Correction, article: &Article, facts: &mut Facts) -> Result<(), Misfit> {
    let text = &article.text;
    let words = &correction.place.words;
    let places = correction.place.find(text);
    let span = match places.as_slice() {
        [span] => *span,
        [] => {
            let message = format!("expected the words “{words}”, but found them nowhere");
            return Err((message, "copy them anew from the text, or take the correction away".to_owned()));
        }
        several => {
            let message = format!("expected the words “{words}” at one place, but found them at {}", several.len());
            return Err((message, "add `before` or `after` with the words that stand beside them".to_owned()));
        }
    };
    let mut corrected = facts.clone();
    let found = position(facts, correction.fact, span);
    if found.is_none()
        && let KindOfFact::Entity(kind) = correction.fact
    {
        // Words that name nobody can be dropped, or said to be a name after all.
        let same = |of: &Reference| of.span == span && of.kind == kind;
        let reference = corrected.references.iter().position(same).map(|at| corrected.references.remove(at));
        if reference.is_some() && correction.deed == Deed::Drop {
            *facts = corrected;
            return Ok(());
        }
    }
    let name = correction.fact.name();
    match (correction.deed, found) {
        (Deed::Add, Some(_)) => {
            let message = format!("expected no {name} at “{words}” yet, but found one");
            return Err((message, "write [[change]], or take the correction away".to_owned()));
        }
        (Deed::Add, None) => add(correction, article, span, &mut corrected)?,
        (Deed::Drop, Some(at)) => drop_at(&mut corrected, correction.fact, at),
        (Deed::Change, Some(at)) => change(correction, text, at, &mut corrected)?,
        (Deed::Drop, None) => {
            let message = format!("expected a fact of the kind {name} at “{words}”, but found none");
            return Err((message, "take the correction away: it is not found any more".to_owned()));
        }
        (Deed::Change, None) => {
            let message = format!("expected a fact of the kind {name} at “{words}”, but found none");
            return Err((message, "write all words of the fact, or [[add]] where it is not found".to_owned()));
        }
    }
    sort(&mut corrected);
    *facts = corrected;
    Ok(())
}

/// Where in its list a fact stands; of an entity also which of its mentions.
type At = (usize, usize);

fn position(facts: &Facts, fact: KindOfFact, span: Span) -> Option<At> {
    let place = |at: Option<usize>| at.map(|at| (at, 0));
    match fact {
        KindOfFact::Figure => {
            let whole = facts.figures.iter().position(|figure| figure.span == span);
            place(whole.or_else(|| facts.figures.iter().position(|figure| figure.number == span)))
        }
        KindOfFact::Unknown => place(facts.unknowns.iter().position(|unknown| unknown.span == span)),
        KindOfFact::Quote(kind) => {
            place(facts.quotes.iter().position(|quote| quote.span == span && quote.kind == kind))
        }
        KindOfFact::Time => place(facts.times.iter().position(|time| time.span == span)),
        KindOfFact::Entity(kind) => facts.entities.iter().enumerate().find_map(|(at, entity)| {
            let mention = entity.mentions.iter().position(|mention| mention.span == span)?;
            (entity.kind == kind).then_some((at, mention))
        }),
    }
}

fn drop_at(facts: &mut Facts, fact: KindOfFact, (at, mention): At) {
    match fact {
        KindOfFact::Figure => {
            facts.figures.remove(at);
            let moved = |whole: usize| (whole != at).then(|| whole - usize::from(whole > at));
            facts.figures.iter_mut().for_each(|figure| figure.part_of = figure.part_of.and_then(moved));
        }
        KindOfFact::Unknown => drop(facts.unknowns.remove(at)),
        KindOfFact::Quote(_) => drop(facts.quotes.remove(at)),
        KindOfFact::Time => drop(facts.times.remove(at)),
        KindOfFact::Entity(_) => {
            let entity = &mut facts.entities[at];
            entity.mentions.remove(mention);
            mark(&mut entity.by_hand, &mut entity.rules);
        }
    }
}

/// Notes that somebody changed a fact.
fn mark(by_hand: &mut bool, rules: &mut Vec<&'static str>) {
    *by_hand = true;
    if rules.last() != Some(&CHANGED) {
        rules.push(CHANGED);
    }
}

fn change(correction: &Correction, text: &str, (at, mention): At, facts: &mut Facts) -> Result<(), Misfit> {
    let values = correction.given.as_slice();
    let Facts { figures, quotes, unknowns, times, entities, .. } = facts;
    match correction.fact {
        KindOfFact::Figure => {
            let figure = &mut figures[at];
            fields::figure(figure, values, text, entities)?;
            mark(&mut figure.by_hand, &mut figure.rules);
            set_part(correction, text, at, figures)?;
        }
        KindOfFact::Unknown => {
            let unknown = &mut unknowns[at];
            unknown.counted = fields::unknown(values, text, unknown.span);
            mark(&mut unknown.by_hand, &mut unknown.rules);
        }
        KindOfFact::Quote(_) => {
            let quote = &mut quotes[at];
            fields::quote(quote, values, text, entities)?;
            mark(&mut quote.by_hand, &mut quote.rules);
        }
        KindOfFact::Time => {
            let time = &mut times[at];
            fields::time(time, values);
            mark(&mut time.by_hand, &mut time.rules);
        }
        KindOfFact::Entity(_) => {
            let entity = &mut entities[at];
            fields::entity(entity, values);
            mark(&mut entity.by_hand, &mut entity.rules);
            if let Some(speaks) = fields::speaks(values) {
                entity.mentions[mention].speaks = speaks;
            }
            merge_namesakes(at, facts);
        }
    }
    Ok(())
}

fn add(correction: &Correction, article: &Article, span: Span, facts: &mut Facts) -> Result<(), Misfit> {
    let (text, values) = (article.text.as_str(), correction.given.as_slice());
    let Facts { figures, quotes, unknowns, times, entities, .. } = facts;
    let rules = vec![ADDED];
    match correction.fact {
        KindOfFact::Figure => {
            let sentence = sentence_of(article, span);
            let mut figure = Figure { span, number: span, sentence, rules, by_hand: true, ..Figure::default() };
            fields::figure(&mut figure, values, text, entities)?;
            figures.push(figure);
            set_part(correction, text, figures.len() - 1, figures)?;
        }
        KindOfFact::Unknown => {
            let counted = fields::unknown(values, text, span);
            unknowns.push(Unknown { span, counted, rules, by_hand: true });
        }
        KindOfFact::Quote(kind) => quotes.push(new_quote(correction, text, span, kind, entities)?),
        KindOfFact::Time => {
            let mut time = Time { span, rules, by_hand: true, ..Time::default() };
            fields::time(&mut time, values);
            times.push(time);
        }
        KindOfFact::Entity(kind) => {
            let name = span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
            let mentions = vec![Mention { span, speaks: fields::speaks(values).unwrap_or_default() }];
            let mut entity = Entity { name, kind, mentions, rules, by_hand: true, ..Entity::default() };
            fields::entity(&mut entity, values);
            entities.push(entity);
            merge_namesakes(facts.entities.len() - 1, facts);
        }
    }
    Ok(())
}

fn new_quote(
    correction: &Correction,
    text: &str,
    span: Span,
    kind: QuoteKind,
    entities: &[Entity],
) -> Result<Quote, Misfit> {
    let mut quote = Quote { span, kind, rules: vec![ADDED], by_hand: true, ..Quote::default() };
    fields::quote(&mut quote, &correction.given, text, entities)?;
    Ok(quote)
}

/// The sentence that holds the beginning of a span.
fn sentence_of(article: &Article, span: Span) -> Span {
    let block = article.blocks.iter().find(|block| block.span.contains(span)).map_or(span, |block| block.span);
    let sentences = sentences(block.of(&article.text)).into_iter();
    let mut sentences = sentences.map(|sentence| sentence.shifted(block.start as usize));
    let sentence = sentences.find(|sentence| sentence.end > span.start).unwrap_or(span);
    Span { start: sentence.start.min(span.start), end: sentence.end.max(span.end) }
}

/// Sets the whole of a figure, by the words of the whole or of its number.
fn set_part(correction: &Correction, text: &str, at: usize, figures: &mut [Figure]) -> Result<(), Misfit> {
    let Some((_, given)) = correction.given.iter().find(|(key, _)| *key == "part_of") else { return Ok(()) };
    let Given::Text(words) = given else {
        figures[at].part_of = None;
        return Ok(());
    };
    let same = |span: Span| span.of(text).split_whitespace().eq(words.split_whitespace());
    let start = figures[at].span.start;
    let others = figures.iter().enumerate().filter(|(other, _)| *other != at);
    let wholes = others.filter(|(_, figure)| same(figure.span) || same(figure.number));
    let Some(whole) = wholes.min_by_key(|(_, figure)| figure.span.start.abs_diff(start)).map(|(whole, _)| whole) else {
        let message = format!("expected the whole “{words}” among the article's figures, but found none");
        return Err((message, "write all words of the other figure, or of its number".to_owned()));
    };
    figures[at].part_of = Some(whole);
    // A whole that is a part of its part would have no end.
    let mut upwards = whole;
    for _ in 0..figures.len() {
        match figures[upwards].part_of {
            Some(next) if next == at => {
                let message = format!("expected a whole that is no part of its part, but found “{words}”");
                return Err((message, "take the part_of of the other one away first".to_owned()));
            }
            Some(next) => upwards = next,
            None => break,
        }
    }
    Ok(())
}

/// Puts an entity together with the others of its kind and name.
fn merge_namesakes(at: usize, facts: &mut Facts) {
    let (name, kind): (String, EntityKind) = (facts.entities[at].name.clone(), facts.entities[at].kind);
    let same = |entity: &Entity| entity.kind == kind && entity.name == name;
    let Some(other) = (0..facts.entities.len()).find(|other| *other != at && same(&facts.entities[*other])) else {
        return;
    };
    let joined = std::mem::take(&mut facts.entities[at]);
    let entity = &mut facts.entities[other];
    entity.mentions.extend(joined.mentions);
    entity.mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
    entity.aliases.extend(joined.aliases.into_iter().filter(|alias| *alias != name));
    entity.aliases.sort();
    entity.aliases.dedup();
    entity.country = joined.country.or(entity.country.take());
    entity.position = joined.position.or(entity.position);
    entity.place = entity.place.or(joined.place);
    entity.rules.extend(joined.rules.into_iter().filter(|rule| [ADDED, CHANGED].contains(rule)));
    entity.by_hand = true;
    for source in sources(facts).filter(|source| source.entity == Some(at)) {
        source.entity = Some(other);
    }
    for reference in facts.references.iter_mut().filter(|reference| reference.entity == Some(at)) {
        reference.entity = Some(other);
    }
}

/// Everybody that stands behind anything.
fn sources(facts: &mut Facts) -> impl Iterator<Item = &mut Source> {
    let figures = facts.figures.iter_mut().flat_map(|figure| figure.sources.iter_mut());
    let quotes = facts.quotes.iter_mut().flat_map(|quote| quote.speaker.iter_mut().chain(&mut quote.via));
    let attributions = facts.attributions.iter_mut().flat_map(|of| of.sources.iter_mut());
    figures.chain(quotes).chain(attributions)
}

/// Puts all lists in order of where their items begin, and takes away entities that are named nowhere.
fn sort(facts: &mut Facts) {
    let place = |span: Span| (span.start, span.end);
    let figures = ordered(&mut facts.figures, |figure| Some(place(figure.span)));
    facts
        .figures
        .iter_mut()
        .for_each(|figure| figure.part_of = figure.part_of.and_then(|at| figures.get(&at).copied()));
    facts.quotes.sort_by_key(|quote| place(quote.span));
    facts.unknowns.sort_by_key(|unknown| place(unknown.span));
    facts.times.sort_by_key(|time| place(time.span));
    let entities = ordered(&mut facts.entities, |entity| entity.mentions.first().map(|mention| place(mention.span)));
    for source in sources(facts) {
        source.entity = source.entity.and_then(|at| entities.get(&at).copied());
    }
    facts.references.retain_mut(|reference| {
        let Some(at) = &mut reference.entity else { return true };
        entities.get(at).is_some_and(|to| {
            *at = *to;
            true
        })
    });
}

/// Sorts a list by a key, without the items that have none; where each item went.
fn ordered<T, K: Ord>(list: &mut Vec<T>, key: impl Fn(&T) -> Option<K>) -> BTreeMap<usize, usize> {
    let mut items: Vec<(Option<K>, usize, T)> =
        list.drain(..).enumerate().map(|(at, item)| (key(&item), at, item)).collect();
    items.retain(|(key, _, _)| key.is_some());
    items.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    let went = items.iter().enumerate().map(|(to, (_, from, _))| (*from, to)).collect();
    list.extend(items.into_iter().map(|(_, _, item)| item));
    went
}
