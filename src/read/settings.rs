//! What a corpus says of its own words.

use super::problem::place;
use super::table::{TableReader, Value, get, kind};
use crate::text::fold;
use std::collections::BTreeSet;
use toml::de::{DeTable, DeValue};

/// What the tables do not know and whoever publishes a corpus does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Lists of names for one thing, the preferred one first: `[["Islamic State", "ISIS", "Daesh"]]`.
    pub aliases: Vec<Vec<String>>,
    /// Words beyond the table of statuses: the word as it stands in a text (its lemma, folded), and the status.
    pub statuses: Vec<(String, String)>,
    /// Words beyond the table of populations: the word as it stands in a text (its lemma, folded), and the population.
    pub populations: Vec<(String, String)>,
    /// Titles for questions, in the order of the file.
    pub questions: Vec<QuestionTitle>,
}

/// What a corpus calls a question that its articles answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionTitle {
    /// The question, by its id or by the title that it has without this.
    pub question: String,
    /// The title.
    pub title: String,
    /// Where in the file the question is named: line and column, from 1.
    pub place: (u32, u32),
}

/// Reads what a manifest says of words.
///
/// ```toml
/// aliases = [["Islamic State", "ISIS", "Daesh"], ["Valley Relief", "VR"]]
///
/// [statuses]
/// returned = ["repatriate", "homecoming"]
///
/// [populations]
/// children = ["cub"]
///
/// [questions]
/// "children-returned" = "How many children came home?"
/// ```
pub(super) fn settings(file: &mut TableReader<'_>, root: &DeTable<'_>) -> Settings {
    Settings {
        aliases: get(root, "aliases").map(|value| aliases(file, value)).unwrap_or_default(),
        statuses: words(file, root, "statuses"),
        populations: words(file, root, "populations"),
        questions: questions(file, root),
    }
}

/// The titles of `[questions]`.
fn questions(file: &mut TableReader<'_>, root: &DeTable<'_>) -> Vec<QuestionTitle> {
    let Some(value) = get(root, "questions") else { return Vec::new() };
    let DeValue::Table(table) = value.get_ref() else {
        let message = format!("expected the table `[questions]`, but found {}", kind(value.get_ref()));
        let remedy = "write [questions], and below it lines as \"children-returned\" = \"…\"";
        file.problem(value.span().start, message, remedy);
        return Vec::new();
    };
    let mut titles = Vec::new();
    let mut entries: Vec<_> = table.iter().collect();
    entries.sort_by_key(|(key, _)| key.span().start);
    for (key, value) in entries {
        let question: &str = key.get_ref();
        if let Some(title) = file.string(question, value) {
            titles.push(QuestionTitle {
                question: question.to_owned(),
                title,
                place: place(file.text, key.span().start),
            });
        }
    }
    titles
}

fn aliases(file: &mut TableReader<'_>, value: &Value<'_>) -> Vec<Vec<String>> {
    let remedy = "write aliases = [[\"…\", \"…\"]]: a list for each thing, of all its names";
    let DeValue::Array(lists) = value.get_ref() else {
        let message = format!("expected lists of names for `aliases`, but found {}", kind(value.get_ref()));
        file.problem(value.span().start, message, remedy);
        return Vec::new();
    };
    let (mut met, mut kept) = (BTreeSet::new(), Vec::new());
    for list in lists.iter() {
        if !matches!(list.get_ref(), DeValue::Array(_)) {
            let message = format!("expected a list of names, but found {}", kind(list.get_ref()));
            file.problem(list.span().start, message, remedy);
            continue;
        }
        let names = file.strings("aliases", list);
        let twice = names.iter().find(|name| !met.insert(fold(name))).cloned();
        if let Some(name) = twice {
            let message = format!("expected each name once, but found {name} again");
            file.problem(list.span().start, message, "put all names of one thing into one list");
        } else if names.len() < 2 {
            let message = "expected two names or more, but found fewer";
            file.problem(list.span().start, message, "write all names of the thing, or take the list away");
        } else {
            kept.push(names);
        }
    }
    kept
}

/// The words of a table such as `[statuses]`, with what each stands for; in the order of the file.
fn words(file: &mut TableReader<'_>, root: &DeTable<'_>, key: &str) -> Vec<(String, String)> {
    let Some(value) = get(root, key) else { return Vec::new() };
    let DeValue::Table(table) = value.get_ref() else {
        let message = format!("expected the table `[{key}]`, but found {}", kind(value.get_ref()));
        file.problem(value.span().start, message, format!("write [{key}], and below it lines as returned = [\"…\"]"));
        return Vec::new();
    };
    let (mut met, mut kept) = (BTreeSet::new(), Vec::new());
    for (name, value) in table.iter() {
        let means: &str = name.get_ref();
        if !is_name(means) {
            let message = format!("expected a word in small letters, but found `{means}`");
            file.problem(name.span().start, message, "write it as `returned`");
            continue;
        }
        for word in file.strings(means, value).iter().map(|word| fold(word)) {
            if met.insert(word.clone()) {
                kept.push((word, means.to_owned()));
            } else {
                let message = format!("expected each word once, but found {word} again");
                file.problem(value.span().start, message, "leave it where it belongs");
            }
        }
    }
    kept
}

fn is_name(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}
