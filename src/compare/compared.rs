//! What is compared as the section holds it: the questions, and one name for one entity over all articles.

use super::answers::{Answer, Asked, Questions, Shared};
use super::comparison::Comparison;
use super::voice::{Voice, voice};
use crate::extract::{EntityKind, Facts};
use crate::read::{Article, Settings};
use crate::text::{Span, fold};
use std::collections::BTreeMap;

/// Compares articles with their facts, and gives each entity of the facts the name that the corpus has for it.
#[must_use]
pub fn compared(articles: &[Article], facts: &mut [Facts], settings: &Settings) -> Questions {
    let comparison = Comparison::of(articles, facts, settings);
    let mut questions = questions(&comparison, facts);
    let (order, names) = (comparison.order().to_vec(), comparison.names);
    for name in &names {
        for (article, entity) in &name.entities {
            let place = order.get(*article).copied();
            if let Some(facts) = place.and_then(|place| facts.get_mut(place)) {
                name.rename(facts, *entity);
            }
        }
    }
    questions.sources = sources(facts);
    questions
}

/// The questions, with figures and articles named as the section has them.
fn questions(comparison: &Comparison<'_>, facts: &[Facts]) -> Questions {
    let mut firsts = vec![0];
    for facts in facts {
        firsts.push(firsts.last().copied().unwrap_or(0) + facts.figures.len());
    }
    let order = comparison.order();
    let accounts = comparison.accounts();
    let places: Vec<usize> = accounts.map(|account| firsts[order[account.article]] + account.figure).collect();
    let mut found = Questions { answers: vec![Answer::default(); places.len()], ..Questions::default() };
    for question in &comparison.questions {
        let number = found.questions.len() as u32;
        let several = question.figures.len() > 1;
        let classes = if several { comparison.classes(question) } else { Default::default() };
        let differing = comparison.differing(question);
        for (at, figure) in question.figures.iter().enumerate() {
            found.answers[places[*figure]] = Answer {
                question: Some(number),
                classes: classes.of.get(at).copied().unwrap_or_default(),
                differs: differing[at],
            };
        }
        found.questions.push(Asked {
            id: question.id.clone(),
            title: question.title.clone(),
            unit: question.unit.clone(),
            titled_by_hand: question.titled_by_hand,
            tables: classes.tables,
        });
    }
    let side = |(article, span): (usize, Span)| (order[article] as u32, span);
    let shared = comparison.passages.iter().map(|passage| {
        let mut sides = [side(passage.first), side(passage.second)];
        sides.sort();
        Shared { sides, words: passage.words as u32, quoted: passage.quoted }
    });
    found.passages = shared.collect();
    found.passages.sort_by_key(|shared| shared.sides);
    found
}

/// The kind of every source of figures and quotations, in order of their folded names.
fn sources(facts: &[Facts]) -> Vec<u8> {
    let mut kinds: BTreeMap<String, EntityKind> = BTreeMap::new();
    for entity in facts.iter().flat_map(|facts| &facts.entities) {
        kinds.entry(fold(&entity.name)).or_insert(entity.kind);
    }
    let mut voices: BTreeMap<String, Voice> = BTreeMap::new();
    for facts in facts {
        let figures = facts.figures.iter().flat_map(|figure| &figure.sources);
        let quotes = facts.quotes.iter().flat_map(|quote| quote.speaker.iter().chain(&quote.via));
        for source in figures.chain(quotes) {
            let folded = fold(&source.name);
            let kind = kinds.get(&folded).copied();
            voices.entry(folded).or_insert_with(|| voice(&source.name, kind));
        }
    }
    voices.into_values().map(Voice::code).collect()
}
