//! The files of a folder become a corpus.

use super::manifest::{Entry, Manifest, manifest};
use super::nearest::nearest;
use super::plain::layout;
use super::problem::Problem;
use super::stamp::{Stamp, in_words};
use super::table::MOST_PROBLEMS;
use super::{Article, Basis, Corpus, Head, Published, decode};
use crate::text::Span;
use std::collections::BTreeSet;

/// The name of the file that says what is known of a corpus and its articles.
pub const MANIFEST: &str = "sourcebook.toml";

/// The name of the file with corrections of what was found in the articles. It is no article; what it says is for
/// whoever looks for facts.
pub const CORRECTIONS: &str = "corrections.toml";

/// A file of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct File {
    /// Its path in the folder, with `/` between its parts.
    pub path: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Reads the files of a folder as a corpus, with the problems that were met, in order of file and place.
///
/// `folder` is the folder as it was named: problems begin with it, and its last part is the corpus' title where
/// `sourcebook.toml` gives none. Files may come in any order. `.txt` and `.text` are read as articles; files and
/// folders whose names begin with a dot are passed over; of any other it is said that it is not read. A file that
/// cannot be read, or an entry of the manifest that is wrong, leaves the others as they are.
///
/// What the manifest gives outranks what a text prints; where a text prints its date stays known.
#[must_use]
pub fn corpus(folder: &str, mut files: Vec<File>) -> (Corpus, Vec<Problem>) {
    files.sort_by(|a, b| a.path.as_bytes().cmp(b.path.as_bytes()));
    files.retain(|file| !file.path.split('/').any(|part| part.starts_with('.')));
    let mut reader = Reader { folder: folder.trim_end_matches('/'), problems: Vec::new(), ids: BTreeSet::new() };
    let (manifest, text) = reader.manifest(&files);
    reader.check_entries(&manifest, &text, &files);
    let articles: Vec<Article> = files.into_iter().filter_map(|file| reader.article(file, &manifest)).collect();
    if articles.is_empty() {
        let message = "expected articles, but found none that could be read";
        reader.problems.push(Problem::new(
            folder,
            message,
            "put the articles into the folder as plain text, one .txt file each",
        ));
    }
    let title = manifest.title.unwrap_or_else(|| reader.folder_name());
    let language = manifest.language.unwrap_or_else(|| "en".to_owned());
    (Corpus { title, language, articles }, reader.problems)
}

/// What is not known, or not for certain, of when the articles were published: one problem an article, of the
/// text's file in `folder`. Nothing that stops a build.
#[must_use]
pub fn undated(folder: &str, corpus: &Corpus) -> Vec<Problem> {
    let folder = folder.trim_end_matches('/');
    let remedy = |head: &Head| {
        let file = toml::Value::String(head.file.clone());
        format!("give it in {MANIFEST}: [[article]] file = {file} published = 2016-06-05")
    };
    let mut problems = Vec::new();
    for Article { head, text, .. } in &corpus.articles {
        let Published { earliest, latest, basis, note, stamp } = &head.published;
        let message = match (earliest, latest) {
            (None, None) => "expected a date of publication, but found none".to_owned(),
            _ if *basis == Basis::Printed && earliest != latest => {
                format!(
                    "expected one date of publication, but found one {}",
                    note.as_deref().unwrap_or("with two readings")
                )
            }
            _ => continue,
        };
        let problem = Problem::new(join(folder, &head.file), message, remedy(head));
        problems.push(match stamp {
            Some(stamp) => problem.at(text, stamp.range().start),
            None => problem,
        });
    }
    problems
}

fn join(folder: &str, path: &str) -> String {
    if folder.is_empty() { path.to_owned() } else { format!("{folder}/{path}") }
}

struct Reader<'f> {
    folder: &'f str,
    problems: Vec<Problem>,
    ids: BTreeSet<String>,
}

impl Reader<'_> {
    fn folder_name(&self) -> String {
        let name =
            self.folder.rsplit(['/', '\\']).find(|part| !matches!(*part, "" | "." | "..")).unwrap_or("Sourcebook");
        name.replace(char::is_control, " ")
    }

    /// The manifest and its text; empty where there is none.
    fn manifest(&mut self, files: &[File]) -> (Manifest, String) {
        let Some(file) = files.iter().find(|file| file.path == MANIFEST) else {
            return Default::default();
        };
        let name = join(self.folder, MANIFEST);
        if file.bytes.iter().all(u8::is_ascii_whitespace) {
            return Default::default();
        }
        match decode(&name, &file.bytes) {
            Ok((text, damage)) => {
                let (manifest, problems) = manifest(&name, &text);
                self.problems.extend(damage.into_iter().chain(problems));
                (manifest, text)
            }
            Err(problem) => {
                self.problems.push(problem);
                Default::default()
            }
        }
    }

    /// Tells of entries whose file is not there.
    fn check_entries(&mut self, manifest: &Manifest, text: &str, files: &[File]) {
        let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
        let free: Vec<&str> = paths.iter().copied().filter(|path| !manifest.entries.contains_key(*path)).collect();
        let missing = manifest.entries.iter().filter(|(file, _)| !paths.contains(file.as_str()));
        for (file, entry) in missing.take(MOST_PROBLEMS) {
            // Where whole folders were moved, no name is near enough to be worth the search.
            let remedy = match nearest(file, free.iter().copied().take(MOST_PROBLEMS)) {
                Some(near) => format!("write \"{near}\" if that is meant, or take the entry away"),
                None => "put the file into the folder, or take the entry away".to_owned(),
            };
            let message = format!("expected a file of the folder, but found no {file}");
            self.problems.push(Problem::new(join(self.folder, MANIFEST), message, remedy).at(text, entry.at));
        }
    }

    /// Reads one file as an article, if it is one.
    fn article(&mut self, file: File, manifest: &Manifest) -> Option<Article> {
        if file.path == MANIFEST || file.path == CORRECTIONS {
            return None;
        }
        let name = join(self.folder, &file.path);
        if let Some(problem) = unread(&name, &file.path) {
            self.problems.push(problem);
            return None;
        }
        let text = match decode(&name, &file.bytes) {
            Ok((text, damage)) => {
                self.problems.extend(damage);
                text
            }
            Err(problem) => {
                self.problems.push(problem);
                return None;
            }
        };
        let entry = manifest.entries.get(&file.path);
        let id = self.id(&name, &file.path);
        Some(article(id, file.path, text, entry))
    }

    /// An id that no other article has. That two would have had the same is told: a rebuild with one of
    /// them gone would change the other's.
    fn id(&mut self, name: &str, path: &str) -> String {
        let wanted = id_of(path);
        let mut id = wanted.clone();
        let mut count = 2_u32;
        while self.ids.contains(&id) {
            id = format!("{wanted}-{count}");
            count += 1;
        }
        if id != wanted {
            let message = format!(
                "expected a name of its own, but found that another article is called {wanted}: this one is called {id}"
            );
            self.problems.push(Problem::new(name, message, "rename one of the two files"));
        }
        self.ids.insert(id.clone());
        id
    }
}

/// A path without ending, `/` as `.`, control characters as `_`.
fn id_of(path: &str) -> String {
    let (stem, _) = split_ending(path);
    stem.replace('/', ".").replace(char::is_control, "_")
}

/// A path and its ending; the ending is empty where the file's name has none.
fn split_ending(path: &str) -> (&str, &str) {
    match path.rsplit_once('.') {
        Some((stem, ending)) if !ending.contains('/') && !stem.is_empty() && !stem.ends_with('/') => (stem, ending),
        _ => (path, ""),
    }
}

/// What is said of a file that is not read, by its ending.
fn unread(name: &str, path: &str) -> Option<Problem> {
    let ending = split_ending(path).1.to_ascii_lowercase();
    let message = match ending.as_str() {
        "txt" | "text" => return None,
        "" => "expected a .txt file, but found one without an ending".to_owned(),
        "html" | "htm" | "md" | "markdown" | "json" | "jsonl" | "csv" => {
            format!("expected a .txt file, but found .{ending}, which is not read yet")
        }
        "toml" => {
            format!("expected {MANIFEST} at the top of the folder, but found another .toml file")
        }
        _ => format!("expected a .txt file, but found .{ending}"),
    };
    Some(Problem::new(
        name,
        message,
        "save the article as plain text with the ending .txt, or take the file out of the folder",
    ))
}

/// Puts together what a text prints and what the manifest says of it.
fn article(id: String, file: String, text: String, entry: Option<&Entry>) -> Article {
    let title = entry.and_then(|entry| entry.title.clone());
    let mut article = article_of(id, file, text, title, entry.and_then(|entry| entry.published.clone()));
    if let Some(entry) = entry {
        article.head.outlet = entry.outlet.clone().or(article.head.outlet);
        article.head.url.clone_from(&entry.url);
    }
    article
}

/// Puts together what a text prints and what is given of it.
pub(super) fn article_of(
    id: String,
    file: String,
    text: String,
    title: Option<String>,
    given: Option<Published>,
) -> Article {
    let layout = layout(&text);
    let line = |span: Span| span.of(&text).split_whitespace().collect::<Vec<_>>().join(" ");
    let head = Head {
        title: title.or_else(|| layout.title.map(line)).unwrap_or_else(|| title_of(&file)),
        title_span: layout.title,
        outlet: layout.outlet.map(line),
        url: None,
        published: published(layout.stamp.as_ref(), given.as_ref()),
        id,
        file,
    };
    Article { head, blocks: layout.blocks, text }
}

/// A title made of a file's name: `valley/first_report.txt` → `first report`.
fn title_of(path: &str) -> String {
    let name = split_ending(path.rsplit('/').next().unwrap_or(path)).0;
    let words = name.replace(|c: char| c == '_' || c == '-' || c.is_control(), " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() { "Untitled".to_owned() } else { words }
}

/// When an article was published, by its stamp and by what the manifest gives.
fn published(stamp: Option<&(Span, Stamp)>, given: Option<&Published>) -> Published {
    let printed = stamp.map_or_else(Published::default, |(span, stamp)| by_stamp(*span, stamp));
    let Some(given) = given else { return printed };
    let mut known = Published { stamp: printed.stamp, ..given.clone() };
    if let Some(note) = stamp.and_then(|(_, stamp)| compared(stamp, given)) {
        known.note = Some(known.note.map_or(note.clone(), |reason| format!("{note}: {reason}")));
    }
    known
}

/// What is to be said of a printed date beside the day that is given: that it is one of two readings, or another
/// day. Nothing where they agree, or where no single day is given or printed as the one of publication.
fn compared(stamp: &Stamp, given: &Published) -> Option<String> {
    let date = stamp.date.as_ref().filter(|_| !stamp.updated)?;
    let day = given.earliest.filter(|_| given.earliest == given.latest)?;
    match date.ambiguity() {
        Some(readings) if [date.earliest, date.latest].contains(&day) => {
            Some(format!("{readings}; {} is given", in_words(day)))
        }
        _ if date.earliest == day => None,
        _ => Some(format!("printed as {}, but {} is given", date.printed, in_words(day))),
    }
}

/// When an article was published, by its stamp alone. The date of an update is the last day it may have been.
fn by_stamp(span: Span, stamp: &Stamp) -> Published {
    let Some(date) = &stamp.date else {
        return Published::default();
    };
    let update =
        stamp.updated.then(|| format!("printed as the date of an update, {}: published then or before", date.printed));
    Published {
        earliest: (!stamp.updated).then_some(date.earliest),
        latest: Some(date.latest),
        basis: Basis::Printed,
        note: update.or_else(|| date.ambiguity()),
        stamp: Some(span),
    }
}
