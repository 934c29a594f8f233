//! What a site weighs, against its budgets.

use super::assets;
use super::page;
use super::site::{File, Site};
use anyhow::{Context, Result};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::fmt;

/// What the weights are held to; the file says how.
const BUDGETS: &str = include_str!("budgets.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Budgets {
    whole: usize,
    budget: Vec<BudgetText>,
}

impl Budgets {
    fn read() -> Result<Self> {
        toml::from_str(BUDGETS).context("src/site/budgets.toml")
    }

    /// The paths that each budget counts, in their order: what it reaches, but nothing that an earlier one counts.
    fn counted(&self) -> Vec<Vec<String>> {
        let mut counted = BTreeSet::new();
        let new = |budget: &BudgetText| reached(&budget.files).filter(|path| counted.insert(path.clone())).collect();
        self.budget.iter().map(new).collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BudgetText {
    name: String,
    kilobytes: usize,
    files: Vec<String>,
}

/// The parts of page and module that tell ours from the corpus'.
pub struct Parts {
    /// The page without articles.
    pub frame: File,
    /// The module without a corpus.
    pub engine: File,
}

/// Bytes, as they are and under brotli.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bytes {
    /// As they are.
    pub raw: usize,
    /// Under brotli.
    pub sent: usize,
}

impl Bytes {
    fn of(file: &File) -> Self {
        Self { raw: file.bytes.len(), sent: file.sent() }
    }

    fn and(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, sent: self.sent + other.sent }
    }

    fn without(self, other: Self) -> Self {
        Self { raw: self.raw.saturating_sub(other.raw), sent: self.sent.saturating_sub(other.sent) }
    }
}

/// A budget and what counts against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// `first view`
    pub name: String,
    /// How many bytes it allows under brotli.
    pub limit: usize,
    /// The lines of the account: what, and its bytes.
    pub lines: Vec<(String, Bytes)>,
    /// All of it together.
    pub total: Bytes,
    /// That part of it which the corpus brings along.
    pub corpus: Bytes,
    /// What is held to the limit: all of it, or all but the corpus.
    pub held: usize,
}

/// What a site weighs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weight {
    /// The budgets of which the site has a part, in their order.
    pub budgets: Vec<Budget>,
}

impl Weight {
    /// Weighs a compressed site whose articles have `text` bytes.
    ///
    /// # Errors
    ///
    /// The file of budgets is wrong.
    pub fn of(site: &Site, parts: &Parts, text: usize) -> Result<Self> {
        let budgets = Budgets::read()?;
        let counted = budgets.counted();
        let mut weighed = Vec::new();
        for (BudgetText { name, kilobytes, .. }, paths) in budgets.budget.into_iter().zip(counted) {
            let files: Vec<&File> = paths.iter().filter_map(|path| site.file(path)).collect();
            if files.is_empty() {
                continue;
            }
            let total = files.iter().fold(Bytes::default(), |sum, file| sum.and(Bytes::of(file)));
            let corpus = files.iter().fold(Bytes::default(), |sum, file| sum.and(brought_by_corpus(file, parts)));
            let whole = text <= budgets.whole;
            let held = if whole { total.sent } else { total.without(corpus).sent };
            weighed.push(Budget { name, limit: kilobytes * 1000, lines: lines(&files), total, corpus, held });
        }
        Ok(Self { budgets: weighed })
    }

    /// The budgets that are exceeded, a sentence each.
    #[must_use]
    pub fn exceeded(&self) -> Vec<String> {
        let over = self.budgets.iter().filter(|budget| budget.held > budget.limit);
        over.map(|budget| {
            let Budget { name, held, limit, .. } = budget;
            format!("{name}: expected at most {limit} bytes under brotli, but found {held}; see src/site/budgets.toml")
        })
        .collect()
    }
}

/// The files that a budget names, and what the scripts among them import.
fn reached(files: &[String]) -> impl Iterator<Item = String> {
    files.iter().flat_map(|path| {
        let imports = assets::imported_by(path).into_iter().map(str::to_owned);
        [path.clone()].into_iter().chain(imports)
    })
}

/// What of a file comes from the corpus: all of the module but the engine, and of the page but its frame. Our part is weighed by
/// itself, since what compression makes of tens of megabytes differs by more than a budget has room.
fn brought_by_corpus(file: &File, parts: &Parts) -> Bytes {
    let ours = match file.path.as_str() {
        page::MODULE => &parts.engine,
        page::PAGE => &parts.frame,
        _ => return Bytes::default(),
    };
    Bytes::of(file).without(Bytes::of(ours))
}

/// One line a kind of file.
fn lines(files: &[&File]) -> Vec<(String, Bytes)> {
    let kinds = [("module (.wasm)", ".wasm"), ("JavaScript", ".js"), ("CSS", ".css"), ("HTML", ".html"), ("other", "")];
    let kind_of = |file: &File| kinds.iter().position(|(_, ending)| file.path.ends_with(ending));
    let sum = |kind: usize| {
        let files = files.iter().filter(|file| kind_of(file) == Some(kind));
        files.fold(Bytes::default(), |sum, file| sum.and(Bytes::of(file)))
    };
    let lines = kinds.iter().enumerate().map(|(kind, (name, _))| ((*name).to_owned(), sum(kind)));
    lines.filter(|(_, bytes)| bytes.raw > 0).collect()
}

impl fmt::Display for Weight {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "  {:<22}{:>12}{:>12}", "", "raw", "brotli")?;
        for budget in &self.budgets {
            let Budget { name, limit, lines, total, corpus, held } = budget;
            for (line, bytes) in lines {
                writeln!(f, "  {line:<22}{:>12}{:>12}", kilobytes(bytes.raw), kilobytes(bytes.sent))?;
            }
            let over = if held > limit { ", over it" } else { "" };
            let share = if *held < total.sent { format!("; ours {}", kilobytes(*held)) } else { String::new() };
            let limit = kilobytes(*limit);
            writeln!(
                f,
                "  {name:<22}{:>12}{:>12}   of {limit}{over}{share}",
                kilobytes(total.raw),
                kilobytes(total.sent)
            )?;
            if corpus.raw > 0 {
                writeln!(
                    f,
                    "  {:<22}{:>12}{:>12}",
                    "  of it the corpus",
                    kilobytes(corpus.raw),
                    kilobytes(corpus.sent)
                )?;
            }
        }
        Ok(())
    }
}

/// `81.3 KB`
fn kilobytes(bytes: usize) -> String {
    format!("{}.{} KB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, raw: usize, sent: usize) -> File {
        File { path: path.to_owned(), bytes: vec![0; raw].into(), brotli: Some(vec![0; sent]) }
    }

    fn weigh(text: usize) -> Weight {
        let site = Site {
            files: vec![
                file("index.html", 9000, 4000),
                file("sourcebook.wasm", 800_000, 160_000),
                file("views/words.js", 9000, 3000),
            ],
        };
        let parts = Parts { frame: file("index.html", 2000, 1000), engine: file("sourcebook.wasm", 500_000, 100_000) };
        Weight::of(&site, &parts, text).unwrap()
    }

    #[test]
    fn a_small_corpus_is_held_to_the_whole() {
        let weight = weigh(13_000);
        assert_eq!(
            weight.exceeded(),
            ["first view: expected at most 150000 bytes under brotli, but found 164000; see src/site/budgets.toml"]
        );
    }

    #[test]
    fn a_large_corpus_does_not_count() {
        let weight = weigh(1_000_000);
        assert_eq!(weight.budgets[0].held, 101_000);
        assert!(weight.exceeded().is_empty());
    }

    #[test]
    fn every_script_counts_in_one_budget() {
        let counted = Budgets::read().unwrap().counted();
        let scripts = assets::FILES.iter().map(|(path, _)| *path);
        let scripts: Vec<&str> =
            scripts.filter(|path| [".js", ".wasm"].iter().any(|end| path.ends_with(end))).collect();
        let scripts: Vec<&str> = scripts.into_iter().filter(|path| !path.starts_with("examples/")).collect();
        assert!(scripts.contains(&"views.wasm") && scripts.contains(&"source-book.js"), "{scripts:?}");
        for script in scripts {
            let budgets = counted.iter().flatten().filter(|path| *path == script).count();
            assert_eq!(budgets, 1, "budgets that count {script}");
        }
    }

    #[test]
    fn every_kind_has_its_line() {
        let text = weigh(1_000_000).to_string();
        assert!(text.contains("module (.wasm)            800.0 KB    160.0 KB\n"), "{text}");
        assert!(
            text.contains("first view                809.0 KB    164.0 KB   of 150.0 KB; ours 101.0 KB\n"),
            "{text}"
        );
        assert!(text.contains("charts                      9.0 KB      3.0 KB   of 40.0 KB\n"), "{text}");
    }
}
