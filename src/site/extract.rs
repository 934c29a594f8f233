//! What `sourcebook extract` does: articles in, their facts out.

use super::Folder;
use super::collection::{Collection, in_lines};
use crate::extract::{Facts, Settings, explain, extract, record};
use crate::read::{self, Article, Problem};
use crate::stream::{Line, Lines, Output, in_order};
use anyhow::{Context, Result, bail};
use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

/// Where articles come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// Standard input, as JSON Lines.
    Input,
    /// A folder, a file of JSON Lines (`.jsonl`, `.ndjson`), or a text of a folder.
    Path(PathBuf),
}

/// How facts are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One line of JSON an article.
    Records,
    /// Drawn under the text, in lines of so many columns.
    Explained(usize),
}

impl Form {
    fn print(self, article: &Article, facts: &Facts) -> String {
        match self {
            Self::Records => record(article, facts),
            Self::Explained(width) => explain(article, facts, width),
        }
    }
}

/// Prints the facts of articles in their order, and gives what could not be used to `complain`. True: nothing.
///
/// Lines are read as a stream: what is held at a time does not grow with the input.
///
/// # Errors
///
/// The source cannot be opened, holds no article, or the output cannot be written.
pub fn print_facts(source: &Source, form: Form, complain: impl Fn(&Problem)) -> Result<bool> {
    match source {
        Source::Input => print_lines(BufReader::with_capacity(1 << 16, io::stdin()), "standard input", form, complain),
        Source::Path(path) if is_lines(path) => {
            let file = File::open(path).with_context(|| format!("{} cannot be opened", path.display()))?;
            print_lines(BufReader::with_capacity(1 << 16, file), &path.display().to_string(), form, complain)
        }
        Source::Path(path) if path.ends_with(read::MANIFEST) || path.ends_with(read::CORRECTIONS) => {
            bail!("{}: expected an article; give a .txt file, a .jsonl file or a folder", path.display());
        }
        Source::Path(path) if path.is_file() => {
            let (folder, file) = Folder::of_file(path)?;
            print_corpus(folder, Some(&file), form, complain)
        }
        Source::Path(path) => print_corpus(Folder::read(path)?, None, form, complain),
    }
}

/// Whether a file is read as lines: by its name, or because it is a pipe.
fn is_lines(path: &Path) -> bool {
    let named = path.extension().is_some_and(|ending| ending == "jsonl" || ending == "ndjson");
    named && path.is_file() || path.metadata().is_ok_and(|about| !about.is_file() && !about.is_dir())
}

fn print_lines(
    input: impl BufRead + Send + 'static,
    name: &str,
    form: Form,
    complain: impl Fn(&Problem),
) -> Result<bool> {
    let called = name.to_owned();
    let weigh = |line: &Line| line.text.as_ref().map_or(0, String::len);
    let work = move |line: Line| read_line(&called, line, form);
    let (mut number, mut fine) = (0, true);
    let output = Mutex::new(Output::default());
    let locked = || output.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let take = |result: Option<(Option<String>, Vec<Problem>)>| {
        number += 1;
        let (text, problems) = result.unwrap_or_else(|| (None, vec![brought_down(name, number)]));
        fine &= problems.is_empty();
        problems.iter().for_each(&complain);
        text.is_none_or(|text| locked().write(&text))
    };
    in_order(Lines::new(input, name), weigh, work, take, || locked().flush());
    output
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner)
        .finish()
        .context("the output cannot be written")?;
    Ok(fine)
}

/// What a line becomes, and what is wrong with it.
fn read_line(name: &str, line: Line, form: Form) -> (Option<String>, Vec<Problem>) {
    let problem = |message: String, remedy: &str| {
        let mut problem = Problem::new(name, message, remedy);
        problem.line = Some(line.number);
        problem
    };
    let text = match line.text {
        Ok(text) => text,
        Err(problem) => return (None, vec![problem]),
    };
    match read::record(&text) {
        Ok((article, complaint)) => {
            let facts = extract(&article, &Settings::default());
            let told = complaint.map(|complaint| problem(complaint, "write it so, or leave it out"));
            (Some(form.print(&article, &facts)), told.into_iter().collect())
        }
        Err(error) => {
            // What JSON says of the place counts lines of its own.
            let (message, column) = error.rsplit_once(" at line 1 column ").unwrap_or((&error, ""));
            let remedy = "write {\"id\": …, \"text\": …} in one line for each article";
            let mut problem = problem(message.to_owned(), remedy);
            problem.column = column.parse().ok();
            (None, vec![problem])
        }
    }
}

fn brought_down(name: &str, count: u32) -> Problem {
    let message = format!("the program could not read the article in line {count} of those that hold something");
    Problem::new(name, message, "this is a fault of ours: please report it with that line")
}

/// Of the problems only those of one file are told where one is asked for.
fn print_corpus(folder: Folder, only: Option<&str>, form: Form, complain: impl Fn(&Problem)) -> Result<bool> {
    let mut collection = Collection::read(folder);
    // Before the facts are found: what of the corrections does not fit this file is asked for.
    collection.problems.retain(|problem| only.is_none_or(|file| problem.file == file));
    let facts = collection.facts();
    let Collection { corpus, problems, .. } = collection;
    if corpus.articles.is_empty() {
        bail!("{}", in_lines(&problems));
    }
    problems.iter().for_each(complain);
    let mut output = Output::default();
    let _ = corpus.articles.iter().zip(&facts).all(|(article, facts)| output.write(&form.print(article, facts)));
    output.finish().context("the output cannot be written")?;
    Ok(problems.is_empty())
}
