//! A folder as it is read: its articles, and what it says of their facts.

use super::Folder;
use crate::extract::{Corrections, Facts, extract};
use crate::read::{self, CORRECTIONS, Colophon, Corpus, File, Problem, Settings};
use anyhow::{Result, bail};
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The articles of a folder with its settings and corrections.
#[derive(Clone, Debug, Default)]
pub struct Collection {
    /// The articles.
    pub corpus: Corpus,
    /// What the folder says of words.
    pub settings: Settings,
    /// What it says of the edition.
    pub colophon: Colophon,
    /// What it says of facts.
    pub corrections: Corrections,
    /// What of the folder could not be used, in order of file and place.
    pub problems: Vec<Problem>,
}

impl Collection {
    /// Reads a folder, also where there is no article in it.
    #[must_use]
    pub fn read(folder: Folder) -> Self {
        let Folder { name, files, mut problems } = folder;
        let settings = read::settings_of(&files);
        let colophon = read::colophon_of(&files);
        let (corrections, wrong) = corrections(&name, &files);
        let (corpus, unread) = read::corpus(&name, files);
        problems.extend(wrong);
        problems.extend(unread);
        let articles: BTreeSet<&str> = corpus.articles.iter().map(|article| article.head.file.as_str()).collect();
        problems.extend(corrections.of_missing_articles(&articles));
        let mut collection = Self { corpus, settings, colophon, corrections, problems };
        collection.sort_problems();
        collection
    }

    /// Reads a folder.
    ///
    /// # Errors
    ///
    /// There is no article; all that is wrong is told, a line each.
    pub fn of(folder: Folder) -> Result<Self> {
        let collection = Self::read(folder);
        if collection.corpus.articles.is_empty() {
            bail!("{}", in_lines(&collection.problems));
        }
        Ok(collection)
    }

    /// The facts of each article, as corrected, worked out on all processors. Corrections that do not fit are kept as
    /// problems.
    pub fn facts(&mut self) -> Vec<Facts> {
        let (facts, unfit) = self.find();
        self.problems.extend(unfit);
        self.sort_problems();
        facts
    }

    fn find(&self) -> (Vec<Facts>, Vec<Problem>) {
        let articles = &self.corpus.articles;
        let next = AtomicUsize::new(0);
        let worker = || {
            let mut found = Vec::new();
            while let at = next.fetch_add(1, Ordering::Relaxed)
                && let Some(article) = articles.get(at)
            {
                let mut facts = extract(article, &self.settings);
                let unfit = self.corrections.apply(article, &mut facts);
                found.push((at, facts, unfit));
            }
            found
        };
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(articles.len());
        let mut found = std::thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
            let found =
                workers.into_iter().map(|worker| worker.join().unwrap_or_else(|e| std::panic::resume_unwind(e)));
            found.collect::<Vec<_>>().concat()
        });
        found.sort_by_key(|(at, _, _)| *at);
        let (mut all, mut problems) = (Vec::new(), Vec::new());
        for (_, facts, unfit) in found {
            all.push(facts);
            problems.extend(unfit);
        }
        (all, problems)
    }

    fn sort_problems(&mut self) {
        self.problems.sort_by(|a, b| (&a.file, a.line, a.column).cmp(&(&b.file, b.line, b.column)));
    }
}

/// The corrections of a folder, and what is wrong with them.
fn corrections(folder: &str, files: &[File]) -> (Corrections, Vec<Problem>) {
    let Some(file) = files.iter().find(|file| file.path == CORRECTIONS) else { return Default::default() };
    let name = format!("{}/{CORRECTIONS}", folder.trim_end_matches('/'));
    if file.bytes.iter().all(u8::is_ascii_whitespace) {
        return Default::default();
    }
    match read::decode(&name, &file.bytes) {
        Ok((text, damage)) => {
            let (corrections, problems) = Corrections::read(&name, &text);
            (corrections, damage.into_iter().chain(problems).collect())
        }
        Err(problem) => (Corrections::default(), vec![problem]),
    }
}

/// Problems, a line each.
pub(super) fn in_lines(problems: &[Problem]) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
}
