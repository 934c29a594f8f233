//! Figures that answer one question stand together.
//!
//! A question is what is counted and what happened to it; where, when and by whom is kept apart, a figure at a time. Where
//! nothing is said to have happened, a noun alone would tie anything to anything (`children`): then figures stand together
//! only if their places share a country or, where none is said, if the same words describe what is counted.

use super::names::Sets;
use super::reading::Reading;
use super::subject::{Subject, content};
use super::title::title;
use crate::extract::FigureKind;
use crate::read::Settings;
use crate::text::fold;
use std::collections::{BTreeMap, BTreeSet};

/// What a group of figures answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Of what it is made: `children-returned`, `children-iq-sy`. The same in every build while no other figure is joined.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Whether the corpus gave the title.
    pub titled_by_hand: bool,
    /// What kind of thing is counted.
    pub kind: FigureKind,
    /// The unit of money or measure, folded; `people`, `count`, `age`, `percent` for the rest.
    pub unit: String,
    /// Who is counted.
    pub who: Vec<String>,
    /// The lemma of the noun that is counted, where the population does not tell it.
    pub noun: String,
    /// What happened; empty: nothing is said.
    pub event: String,
    /// Its figures, by their places in [`super::Comparison::accounts`], in order.
    pub figures: Vec<usize>,
    /// How many articles they are in.
    pub articles: usize,
    /// The figure whose end is the least that any has.
    pub least: usize,
    /// The figure whose beginning is the greatest that any has.
    pub greatest: usize,
}

/// The questions of a corpus: those of most articles first, then of most figures, then by id.
pub(super) fn questions(readings: &[Reading<'_>], settings: &Settings) -> Vec<Question> {
    let mut by_subject: BTreeMap<(&Subject, u8), Vec<usize>> = BTreeMap::new();
    for (at, reading) in readings.iter().enumerate() {
        if let Some(subject) = &reading.subject {
            by_subject.entry((subject, u8::from(reading.fact.kind == FigureKind::Age))).or_default().push(at);
        }
    }
    let mut found: Vec<Question> = Vec::new();
    for ((subject, _), members) in by_subject {
        for (figures, suffix) in clusters(subject, readings, members) {
            found.extend(question(subject, readings, figures, &suffix));
        }
    }
    unique(&mut found);
    for question in &mut found {
        if let Some(given) = settings.questions.iter().find(|given| given.is_of(question)) {
            (question.title, question.titled_by_hand) = (given.title.clone(), true);
        }
    }
    found.sort_by(|a, b| (b.articles, b.figures.len(), &a.id).cmp(&(a.articles, a.figures.len(), &b.id)));
    found
}

/// The figures of a subject that stand together, each group with what sets its id apart.
fn clusters(subject: &Subject, readings: &[Reading<'_>], members: Vec<usize>) -> Vec<(Vec<usize>, String)> {
    if subject.is_certain {
        return vec![(members, String::new())];
    }
    let mut sets = Sets::new(members.len());
    let mut met: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    let mut marks: Vec<Vec<String>> = Vec::new();
    for (at, reading) in members.iter().filter_map(|member| readings.get(*member)).enumerate() {
        let countries: BTreeSet<String> = countries(reading);
        let keys: Vec<Vec<String>> = if countries.is_empty() {
            vec![content(reading.fact, &subject.noun)]
        } else {
            countries.iter().map(|country| vec![["@", country].concat()]).collect()
        };
        for key in &keys {
            let first = *met.entry(key.clone()).or_insert(at);
            sets.join(first, at);
        }
        marks.push(keys.into_iter().flatten().collect());
    }
    let mut groups: BTreeMap<usize, (Vec<usize>, BTreeSet<String>)> = BTreeMap::new();
    for (at, (member, marks)) in members.iter().zip(marks).enumerate() {
        let (figures, all) = groups.entry(sets.root(at)).or_default();
        figures.push(*member);
        all.extend(marks);
    }
    let suffix = |marks: BTreeSet<String>| {
        let short: Vec<String> = marks.iter().take(4).map(|mark| mark.trim_start_matches('@').to_lowercase()).collect();
        short.join("-")
    };
    groups.into_values().map(|(figures, marks)| (figures, suffix(marks))).collect()
}

/// The countries where those counted are; where that is not said, those that they come from.
fn countries(reading: &Reading<'_>) -> BTreeSet<String> {
    let places = if reading.at.is_empty() { &reading.of } else { &reading.at };
    // A place that the gazetteer does not know, or that lies in no one country, stands for itself.
    let mark = |spot: &super::place::Spot| match spot.country() {
        "" => spot.name.clone(),
        country => country.to_owned(),
    };
    places.iter().map(mark).collect()
}

fn question(subject: &Subject, readings: &[Reading<'_>], figures: Vec<usize>, suffix: &str) -> Option<Question> {
    let members: Vec<&Reading<'_>> = figures.iter().filter_map(|at| readings.get(*at)).collect();
    let articles: BTreeSet<usize> = members.iter().map(|member| member.article).collect();
    let end = |at: &usize| readings.get(*at).map_or(f64::NAN, |reading| reading.interval().high);
    let begin = |at: &usize| readings.get(*at).map_or(f64::NAN, |reading| reading.interval().low);
    let least = figures.iter().copied().min_by(|a, b| end(a).total_cmp(&end(b)))?;
    let greatest = figures.iter().copied().min_by(|a, b| begin(b).total_cmp(&begin(a)))?;
    let unit = if matches!(subject.unit.as_str(), "people" | "count") { "" } else { subject.unit.as_str() };
    let plain =
        if subject.unit == "people" && subject.who.is_empty() && subject.noun.is_empty() { "people" } else { "" };
    let who = subject.who.iter().map(String::as_str);
    let parts = who.chain([plain, subject.noun.as_str(), unit, subject.event.as_str(), suffix]);
    let id = parts.filter(|part| !part.is_empty()).map(slug).collect::<Vec<_>>().join("-");
    Some(Question {
        id,
        title: title(subject, &members),
        titled_by_hand: false,
        kind: members.first()?.fact.kind,
        unit: subject.unit.clone(),
        who: subject.who.clone(),
        noun: subject.noun.clone(),
        event: subject.event.clone(),
        articles: articles.len(),
        least,
        greatest,
        figures,
    })
}

/// A part of an id: letters and digits, the rest as hyphens. Signs of money are spelt.
fn slug(part: &str) -> String {
    let spelt = part.replace('$', " dollar").replace('€', " euro").replace('£', " pound").replace('¥', " yen");
    let words: Vec<String> = spelt.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(fold).collect();
    words.join("-")
}

/// Makes ids unique: a later one of the same gets a number.
fn unique(questions: &mut [Question]) {
    let mut met: BTreeSet<String> = BTreeSet::new();
    for question in questions {
        if question.id.is_empty() {
            question.id.push_str("question");
        }
        let plain = question.id.clone();
        let mut number = 2;
        while !met.insert(question.id.clone()) {
            question.id = format!("{plain}-{number}");
            number += 1;
        }
    }
}

impl crate::read::QuestionTitle {
    /// Whether it names this question: by its id, or by the title that it has without it.
    fn is_of(&self, question: &Question) -> bool {
        self.question == question.id || fold(&self.question) == fold(&question.title)
    }
}
