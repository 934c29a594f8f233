//! What `sourcebook compare` does: a folder in, what its articles count and say between them out.

use super::Folder;
use super::collection::Collection;
use crate::compare::{Comparison, record};
use crate::extract::Facts;
use crate::read::{MANIFEST, Problem};
use crate::stream::Output;
use anyhow::{Context, Result};

/// Prints the comparison of a folder's articles, and gives what could not be used to `complain`. True: nothing.
///
/// # Errors
///
/// The folder holds no article, or the output cannot be written.
pub fn print_comparison(folder: Folder, complain: impl Fn(&Problem)) -> Result<bool> {
    let name = folder.name.clone();
    let mut collection = Collection::of(folder)?;
    let facts = collection.facts();
    let comparison = Comparison::of(&collection.corpus.articles, &facts, &collection.settings);
    let unfit = unfit(&name, &comparison);
    collection.problems.iter().chain(&unfit).for_each(complain);
    let mut output = Output::default();
    output.write(&record(&comparison));
    output.finish().context("the output cannot be written")?;
    Ok(collection.problems.is_empty() && unfit.is_empty())
}

/// What of the titles for questions does not fit a folder.
#[must_use]
pub fn unfit_titles(name: &str, collection: &Collection, facts: &[Facts]) -> Vec<Problem> {
    if collection.settings.questions.is_empty() {
        return Vec::new();
    }
    unfit(name, &Comparison::of(&collection.corpus.articles, facts, &collection.settings))
}

fn unfit(folder: &str, comparison: &Comparison<'_>) -> Vec<Problem> {
    let file = format!("{}/{MANIFEST}", folder.trim_end_matches('/'));
    let problem = |given: &crate::read::QuestionTitle| {
        let message = format!("expected the id or the title of a question, but found `{}`", given.question);
        let mut problem =
            Problem::new(&file, message, "see which there are with `sourcebook compare`, or take the line away");
        (problem.line, problem.column) = (Some(given.place.0), Some(given.place.1));
        problem
    };
    comparison.unfit.iter().map(problem).collect()
}
