//! Corrections: what whoever publishes a corpus says of its facts, where the finders are wrong.
//!
//! They stand in `corrections.toml` in the corpus' folder, and are tied to the text by its words, so that they survive a
//! rebuild and are told when the words are gone:
//!
//! ```toml
//! [[drop]]
//! file = "dam-breaks.txt"          # as in sourcebook.toml
//! fact = "figure"                  # figure, unknown, direct, indirect, time, person, organisation, place, people
//! words = "Flight 40"              # all words of the fact, or "first words … last words"
//! before = "boarded"               # what stands before and after them, where they stand there twice
//! after = "to the valley"
//! reason = "a flight"              # for whoever reads this file
//!
//! [[change]]
//! file = "dam-breaks.txt"
//! fact = "figure"
//! words = "some 40 miners"
//! status = "returned"              # the keys of `sourcebook extract`; "none" takes a value away
//! sources = ["Valley Ministry"]
//!
//! [[add]]
//! file = "dam-breaks.txt"
//! fact = "figure"
//! words = "forty of their children"
//! number = "forty"
//! low = 40
//! high = 40
//! kind = "people"
//! ```

mod apply;
mod fields;
mod place;
mod values;

use super::Facts;
use crate::read::{Article, Problem, TableReader, Value, get};
use place::Place;
use std::collections::BTreeSet;
use toml::de::DeTable;
use values::{Given, KindOfFact, given};

/// What a corpus' `corrections.toml` says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Corrections {
    /// The file as problems name it, and what it holds.
    name: String,
    text: String,
    list: Vec<Correction>,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deed {
    Drop,
    Change,
    Add,
}

/// One correction.
#[derive(Clone, Debug, PartialEq)]
struct Correction {
    deed: Deed,
    /// The article's file.
    file: String,
    fact: KindOfFact,
    place: Place,
    /// What is given of the fact, by key.
    given: Vec<(&'static str, Given)>,
    /// Where in the file of corrections its words stand, in bytes.
    at: usize,
    /// Where the name of the article's file stands.
    file_at: usize,
}

impl Corrections {
    /// Reads a file of corrections, which problems call `name`. What cannot be read is left out and told.
    #[must_use]
    pub fn read(name: &str, text: &str) -> (Self, Vec<Problem>) {
        let (list, problems) = TableReader::read(name, text, |file, root| {
            file.refuse_unknown(root, &["add", "change", "drop"]);
            let mut list = Vec::new();
            for (key, deed) in [("drop", Deed::Drop), ("change", Deed::Change), ("add", Deed::Add)] {
                for (table, at) in file.tables(root, key, "correction") {
                    list.extend(correction(file, table, at, deed));
                }
            }
            // In the order of the file: a later one may build on an earlier one.
            list.sort_by_key(|correction: &Correction| correction.at);
            list
        });
        (Self { name: name.to_owned(), text: text.to_owned(), list }, problems)
    }

    /// Whether there is nothing to correct.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Corrects the facts of an article. What is corrected says so (`by_hand`); what no longer fits is told and left.
    pub fn apply(&self, article: &Article, facts: &mut Facts) -> Vec<Problem> {
        let mut problems = Vec::new();
        for correction in self.list.iter().filter(|correction| correction.file == article.head.file) {
            if let Err((message, remedy)) = apply::apply(correction, article, facts) {
                let message = format!("{}: {message}", correction.file);
                problems.push(Problem::new(&self.name, message, remedy).at(&self.text, correction.at));
            }
        }
        problems
    }

    /// The corrections of articles that are not among `files`.
    #[must_use]
    pub fn of_missing_articles(&self, files: &BTreeSet<&str>) -> Vec<Problem> {
        let missing = self.list.iter().filter(|correction| !files.contains(correction.file.as_str()));
        let problem = |correction: &Correction| {
            let message = format!("expected an article of the folder, but found no {}", correction.file);
            let remedy = "write the path of its text in the folder, or take the correction away";
            Problem::new(&self.name, message, remedy).at(&self.text, correction.file_at)
        };
        missing.map(problem).collect()
    }
}

const KEYS: [&str; 6] = ["after", "before", "fact", "file", "reason", "words"];

fn correction(file: &mut TableReader<'_>, table: &DeTable<'_>, at: usize, deed: Deed) -> Option<Correction> {
    let (fact, fact_at) = required(file, table, at, "fact")?;
    let Some(kind) = KindOfFact::named(&fact) else {
        let message = format!("expected a kind of fact, but found `{fact}`");
        file.problem(fact_at, message, format!("write one of {}", KindOfFact::names()));
        return None;
    };
    // What a key of the facts is depends on the kind; a drop has none.
    let own: &[&str] = if deed == Deed::Drop { &[] } else { &kind.keys() };
    file.refuse_unknown(table, &[&KEYS[..], own].concat());
    let path = required(file, table, at, "file");
    let words = required(file, table, at, "words");
    let mut beside = |key| get(table, key).and_then(|value| file.string(key, value)).unwrap_or_default();
    let (before, after) = (beside("before"), beside("after"));
    let given = given(file, table, kind);
    let ((path, file_at), (words, at)) = (path?, words?);
    if deed == Deed::Change && given.is_empty() {
        file.problem(
            at,
            "expected what is to be changed, but found nothing",
            "add a key, such as status = \"returned\"",
        );
        return None;
    }
    let missing = kind.required().iter().find(|keys| !given.iter().any(|(key, _)| keys.contains(key)));
    if let (Deed::Add, Some(keys)) = (deed, missing) {
        let key = keys.first().copied().unwrap_or_default();
        file.problem(at, format!("expected `{key}` with a {fact} that is added, but found none"), format!("add {key}"));
        return None;
    }
    let path = path.strip_prefix("./").unwrap_or(&path).to_owned();
    Some(Correction { deed, file: path, fact: kind, place: Place { words, before, after }, given, at, file_at })
}

/// A key that must be there, and where its value stands.
fn required(file: &mut TableReader<'_>, table: &DeTable<'_>, at: usize, key: &'static str) -> Option<(String, usize)> {
    let Some(value) = get(table, key) else {
        file.problem(
            at,
            format!("expected the key `{key}`, but found a correction without it"),
            format!("add {key} = \"…\""),
        );
        return None;
    };
    let value: &Value<'_> = value;
    Some((file.string(key, value)?, value.span().start))
}
