//! The comparison of a corpus: its accounts, and what holds between them.

use super::names::{self, Name};
use super::passages::{self, Passage};
use super::questions::{self, Question};
use super::reading::Reading;
use super::relation::{self, Known, Related, Relation};
use super::scopes::scopes;
use super::sums::{self, Sum};
use super::wording;
use crate::extract::Facts;
use crate::read::{Article, QuestionTitle, Settings};
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// A figure of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Account {
    /// The article, by its place in the corpus.
    pub article: usize,
    /// The figure, by its place in the article's figures.
    pub figure: usize,
}

/// What articles count and say between them.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The place of each article among those that were given.
    order: Vec<usize>,
    pub(super) articles: Vec<&'a Article>,
    pub(super) facts: Vec<&'a Facts>,
    pub(super) readings: Vec<Reading<'a>>,
    /// The account of each article's figures.
    at: BTreeMap<(usize, usize), usize>,
    /// The question of each account.
    asked: Vec<Option<usize>>,
    /// The questions, in their order.
    pub questions: Vec<Question>,
    /// Titles that the corpus gives to no question.
    pub unfit: Vec<QuestionTitle>,
    /// The sums of all articles.
    pub sums: Vec<Sum>,
    /// Who and what is named.
    pub names: Vec<Name>,
    /// What articles share word for word.
    pub passages: Vec<Passage>,
}

impl<'a> Comparison<'a> {
    /// Compares articles with their facts; article and facts of one place belong together. They are taken in order of their
    /// ids.
    #[must_use]
    pub fn of(articles: &'a [Article], facts: &'a [Facts], settings: &Settings) -> Self {
        let mut given: Vec<(usize, (&Article, &Facts))> = articles.iter().zip(facts).enumerate().collect();
        given.sort_by(|(_, a), (_, b)| a.0.head.id.cmp(&b.0.head.id));
        let order = given.iter().map(|(place, _)| *place).collect();
        let (articles, facts): (Vec<&Article>, Vec<&Facts>) = given.into_iter().map(|(_, both)| both).unzip();
        let names = names::names(&facts, settings);
        let readings = readings(&articles, &facts, &names);
        let questions = questions::questions(&readings, settings);
        let mut asked = vec![None; readings.len()];
        for (number, question) in questions.iter().enumerate() {
            for figure in &question.figures {
                if let Some(place) = asked.get_mut(*figure) {
                    *place = Some(number);
                }
            }
        }
        let titles: BTreeSet<&str> = questions
            .iter()
            .filter(|question| question.titled_by_hand)
            .map(|question| question.title.as_str())
            .collect();
        let unfit = settings.questions.iter().filter(|given| !titles.contains(given.title.as_str())).cloned().collect();
        let at = readings.iter().enumerate().map(|(at, reading)| ((reading.article, reading.figure), at)).collect();
        let sums = facts.iter().enumerate().flat_map(|(article, facts)| sums::sums(article, facts)).collect();
        let passages = passages::passages(&articles, &facts);
        Self { order, articles, facts, readings, at, asked, questions, unfit, sums, names, passages }
    }

    /// The articles, in the order of this comparison.
    #[must_use]
    pub fn articles(&self) -> &[&'a Article] {
        &self.articles
    }

    /// The place of each article of this comparison among those that were given.
    #[must_use]
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// The accounts: all figures of all articles, in order.
    pub fn accounts(&self) -> impl ExactSizeIterator<Item = Account> + '_ {
        self.readings.iter().map(|reading| Account { article: reading.article, figure: reading.figure })
    }

    /// The accounts that answer no question: nothing tells what they count, or it is nothing that is compared.
    pub fn unasked(&self) -> impl Iterator<Item = usize> + '_ {
        self.asked.iter().enumerate().filter(|(_, question)| question.is_none()).map(|(at, _)| at)
    }

    /// The account of an article's figure.
    #[must_use]
    pub fn account(&self, account: Account) -> Option<usize> {
        self.at.get(&(account.article, account.figure)).copied()
    }

    /// How two accounts of one question relate. None where they are of two questions, or one and the same, unless an article
    /// makes the one a part of the other.
    #[must_use]
    pub fn related(&self, first: usize, second: usize) -> Option<Related> {
        let (a, b) = (self.readings.get(first)?, self.readings.get(second)?);
        if first == second {
            return None;
        }
        let first_is_whole = self.part(first, second);
        let asked = |at: usize| self.asked.get(at).copied().flatten();
        let one_question = asked(first).is_some() && asked(first) == asked(second);
        let shares_words = || a.article != b.article && self.share_words(a, b);
        (one_question || first_is_whole.is_some())
            .then(|| Known { first_is_whole, shares_words: shares_words() })
            .map(|known| relation::relate(&a.side(), &b.side(), scopes(a, b), known))
    }

    /// Of each figure of a question whether it differs from another one of it; of many figures, from one of the two that lie
    /// farthest apart.
    #[must_use]
    pub fn differing(&self, question: &Question) -> Vec<bool> {
        let ends = [question.least, question.greatest];
        let others = if question.figures.len() > COMPARED { &ends[..] } else { &question.figures };
        let differs = |a: usize, b: usize| {
            self.related(a, b).is_some_and(|related| matches!(related.relation, Relation::Differ { .. }))
        };
        question.figures.iter().map(|figure| others.iter().any(|other| differs(*figure, *other))).collect()
    }

    /// The same in words: `differ about fivefold or more, …`.
    #[must_use]
    pub fn in_words(&self, first: usize, second: usize, related: &Related) -> String {
        let (Some(a), Some(b)) = (self.readings.get(first), self.readings.get(second)) else { return String::new() };
        wording::words(&a.side(), &b.side(), related)
    }

    /// Whether one account is a part of the other: by its article, or by an article whose whole says the same as the other
    /// account. True: the first is the whole.
    fn part(&self, first: usize, second: usize) -> Option<bool> {
        if self.is_part(second, first) {
            return Some(true);
        }
        self.is_part(first, second).then_some(false)
    }

    fn is_part(&self, part: usize, whole: usize) -> bool {
        let (Some(reading), Some(other)) = (self.readings.get(part), self.readings.get(whole)) else { return false };
        let Some(own) = reading.fact.part_of.and_then(|of| self.at.get(&(reading.article, of)).copied()) else {
            return false;
        };
        if own == whole {
            return true;
        }
        // The whole may be told once more, here or elsewhere: in the same question and with the same number.
        let Some(told) = self.readings.get(own) else { return false };
        let asked = |at: usize| self.asked.get(at).copied().flatten();
        let again = asked(own).is_some() && asked(own) == asked(whole) && told.side().says_the_same(&other.side());
        again && part != whole && other.fact.part_of.is_none()
    }

    /// Whether both numbers stand in a passage that their articles share.
    fn share_words(&self, a: &Reading<'_>, b: &Reading<'_>) -> bool {
        let (a, b) = if a.article < b.article { (a, b) } else { (b, a) };
        let place = |passage: &Passage| (passage.first.0, passage.second.0);
        let from = self.passages.partition_point(|passage| passage.first.0 < a.article);
        let near = self.passages.iter().skip(from).take_while(|passage| passage.first.0 == a.article);
        let holds = |span: Span, number: Span| span.contains(number);
        near.filter(|passage| place(passage) == (a.article, b.article))
            .any(|passage| holds(passage.first.1, a.fact.number) && holds(passage.second.1, b.fact.number))
    }
}

/// Figures of one question of which all pairs are looked at.
pub(super) const COMPARED: usize = 64;

/// The figures of all articles with what comparing needs.
fn readings<'a>(articles: &[&'a Article], facts: &[&'a Facts], names: &[Name]) -> Vec<Reading<'a>> {
    // The name of each article's entity over all articles: by the entity of that name that an article has.
    let mut known: BTreeMap<(usize, usize), &'a str> = BTreeMap::new();
    for name in names {
        let entity = |(article, entity): &(usize, usize)| facts.get(*article)?.entities.get(*entity);
        let first = name.entities.iter().filter_map(entity).find(|entity| entity.name == name.name);
        let shown = first.or_else(|| name.entities.first().and_then(entity)).map(|entity| entity.name.as_str());
        known.extend(name.entities.iter().filter_map(|place| Some((*place, shown?))));
    }
    let mut readings = Vec::new();
    for (article, (text, facts)) in articles.iter().zip(facts).enumerate() {
        let of =
            |figure| Reading::of(article, figure, &text.text, facts, |entity| known.get(&(article, entity)).copied());
        readings.extend((0..facts.figures.len()).filter_map(of));
    }
    readings
}
