//! The cases of `tests/cases/facts/*.txt`: texts with the facts that must be found drawn under their words.
//!
//! ```text
//! --- figures: two populations share one verb
//! date: 2016-06-05
//! Some 40 miners were rescued on Friday, but thousands of villagers wait for news.
//! ^^^^^^^^^^^^^^ figure 40 about people status=other
//!                                            ^^^^^^^^^^^^^^^^^^^^^^ figure 2000.. vague people status=other
//! ```
//!
//! Behind `---` stand the nouns under test (`figures`, `quotes`, `times`, `names`, … with commas between several) and
//! a name that no other case has. `date:` and `outlet:` may follow. Each line of the text is a paragraph; one that begins
//! with a space goes on with the paragraph above. Carets below a line stand under the exact words of a fact, with its kind
//! and what must be true of it: what is not named may be anything, `status=none` wants none, and a value
//! runs up to the next `key=` or stands in quotation marks. A fact that goes on in the next line ends
//! with `…`, and there its rest is drawn as `^^^^ …`. A label may go on in lines that begin with `|`; what stands behind
//! ` #`, and a line that begins with `# `, is a comment: what `sourcebook extract --explain` prints is a case.
//!
//! All that is drawn must be found, and all facts found of the nouns under test must be drawn: a case with nothing
//! drawn is one in which nothing may be found. `UPDATE=1` writes what was found into the files, to be read in the diff.
//! `CASES=figures` takes only the files with this in their name.

#![allow(clippy::unwrap_used)]

mod case;
mod comparison;
mod expectation;
mod invariants;
mod properties;
mod runner;

use case::{Case, cases};
use comparison::compare;
use sourcebook::extract::{Settings, extract, labels};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// How many cases there must be at least.
const LEAST_CASES: usize = 400;
/// Of so many cases at least one must be such that nothing may be found in it.
const ONE_WITH_NOTHING_IN: usize = 3;

/// The files of cases, with their text.
fn files() -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/facts");
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

fn short(path: &Path) -> String {
    format!("tests/cases/facts/{}", path.file_name().unwrap().to_string_lossy())
}

#[test]
fn what_is_drawn_is_found_and_nothing_else() {
    let update = std::env::var_os("UPDATE").is_some();
    let wanted = std::env::var("CASES").unwrap_or_default();
    let (mut failures, mut count) = (Vec::new(), 0);
    for (path, text) in files().into_iter().filter(|(path, _)| short(path).contains(&wanted)) {
        let (preface, cases) = match cases(&text) {
            Ok(read) => read,
            Err(problem) => {
                failures.push(format!("{}:{problem}", short(&path)));
                continue;
            }
        };
        let mut mended = preface;
        for case in &cases {
            let facts = extract(&case.article, &Settings::default());
            let compared = compare(case, &labels(&case.article.text, &facts));
            count += 1;
            if !compared.faults.is_empty() {
                let faults = compared.faults.join("\n").replace('\n', "\n    ");
                failures.push(format!("{}:{}: {}\n    {faults}", short(&path), case.line, case.title));
            }
            mended += &format!("{}\n", compared.mended);
        }
        let mended = format!("{}\n", mended.trim_end());
        if update && mended != text {
            fs::write(&path, mended).unwrap();
        }
    }
    assert!(failures.is_empty(), "{} of {count} cases:\n\n{}\n", failures.len(), failures.join("\n\n"));
}

#[test]
fn there_are_enough_cases_and_no_two_of_a_name() {
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    let (mut all, mut empty) = (0, 0);
    for (path, text) in files() {
        let read: Vec<Case> = cases(&text).map(|(_, cases)| cases).unwrap_or_default();
        let empty_here = read.iter().filter(|case| case.drawn.is_empty()).count();
        println!("{}: {} cases, {empty_here} with nothing", short(&path), read.len());
        (all, empty) = (all + read.len(), empty + empty_here);
        for case in read {
            let place = format!("{}:{}", short(&path), case.line);
            if let Some(other) = names.insert(case.title.clone(), place.clone()) {
                panic!("two cases are named `{}`: {other} and {place}", case.title);
            }
        }
    }
    println!("{all} cases, {empty} with nothing");
    assert!(all >= LEAST_CASES, "expected {LEAST_CASES} cases, but found {all}");
    let wanted = all / ONE_WITH_NOTHING_IN;
    assert!(empty >= wanted, "expected {wanted} cases in which nothing may be found, but found {empty}");
}
