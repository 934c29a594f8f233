//! `sourcebook.toml`: what whoever publishes a corpus knows of its articles.

use super::colophon::{self, Colophon};
use super::problem::{Problem, place};
use super::settings::{self, Settings};
use super::table::{TableReader, Value, get};
use super::{Basis, File, MANIFEST, Published, decode};
use std::collections::BTreeMap;
use toml::de::DeTable;

/// What a manifest says. Parts that could not be read are left out and told as problems.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The title of the corpus.
    pub title: Option<String>,
    /// BCP 47 tag of the articles' language.
    pub language: Option<String>,
    /// What it says of words.
    pub settings: Settings,
    /// What it says of the edition.
    pub colophon: Colophon,
    /// One a file, by its path in the folder.
    pub entries: BTreeMap<String, Entry>,
}

/// What a manifest says of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// Where in the manifest the path of its file stands, in bytes.
    pub at: usize,
    /// Its title.
    pub title: Option<String>,
    /// Its outlet.
    pub outlet: Option<String>,
    /// Its address, http or https.
    pub url: Option<String>,
    /// When it was published.
    pub published: Option<Published>,
}

const KEYS: [&str; 10] = [
    "aliases",
    "article",
    "language",
    "populations",
    "publisher",
    "questions",
    "released",
    "report",
    "statuses",
    "title",
];
const ARTICLE_KEYS: [&str; 8] =
    ["file", "outlet", "published", "published_earliest", "published_latest", "published_reason", "title", "url"];

/// Reads a manifest. `name` is the file's, as problems name it.
///
/// ```toml
/// title = "Floods in the valley"          # the folder's name where there is none
/// language = "en"                         # a BCP 47 tag; "en" where there is none
/// publisher = "The Planet"                # who is to be cited for the sourcebook
/// released = 2026-11-24                   # the day of this edition
/// report = "mailto:desk@planet.example"   # where mistakes are told: mailto:, or https://
/// aliases = [["Valley Relief", "VR"]]     # names for one thing, the preferred one first
///
/// [statuses]                              # words for what happened to whom is counted, beyond those of the tables
/// returned = ["repatriate"]
///
/// [populations]                           # words for who is counted
/// children = ["cub"]
///
/// [questions]                             # titles of questions, by their id or the title that they have without this
/// "children-returned" = "How many children came home?"
///
/// [[article]]
/// file = "valley/first.txt"               # the path in the folder: the one key that must be
/// title = "Water rises"                   # where the text's own is wrong or missing
/// outlet = "The Planet"
/// url = "https://planet.example/water"    # http or https
/// published = 2016-06-05                  # or "2016-06-05", "2016-06", "2016"
///
/// [[article]]
/// file = "second.txt"
/// published_earliest = 2018-12-30         # bounds, where the day is not known; one of them may be missing
/// published_latest = 2019-01-05
/// published_reason = "tells of “Sunday”, the 30th, and was written before the next one"
/// ```
///
/// The reason must be given with bounds and may be with a date.
pub(super) fn manifest(name: &str, text: &str) -> (Manifest, Vec<Problem>) {
    TableReader::read(name, text, |file, root| Reader { file }.root(root))
}

/// What a folder says of its words; what is wrong with it is told by [`super::corpus`].
#[must_use]
pub fn settings_of(files: &[File]) -> Settings {
    let file = files.iter().find(|file| file.path == MANIFEST);
    let text = file.and_then(|file| decode(MANIFEST, &file.bytes).ok());
    text.map(|(text, _)| manifest(MANIFEST, &text).0.settings).unwrap_or_default()
}

/// What a folder says of its edition; what is wrong with it is told by [`super::corpus`].
#[must_use]
pub fn colophon_of(files: &[File]) -> Colophon {
    let file = files.iter().find(|file| file.path == MANIFEST);
    let text = file.and_then(|file| decode(MANIFEST, &file.bytes).ok());
    text.map(|(text, _)| manifest(MANIFEST, &text).0.colophon).unwrap_or_default()
}

struct Reader<'r, 'm> {
    file: &'r mut TableReader<'m>,
}

impl Reader<'_, '_> {
    fn root(&mut self, table: &DeTable<'_>) -> Manifest {
        self.file.refuse_unknown(table, &KEYS);
        let mut manifest = Manifest {
            title: get(table, "title").and_then(|value| self.file.string("title", value)),
            language: get(table, "language").and_then(|value| self.language(value)),
            settings: settings::settings(self.file, table),
            colophon: colophon::colophon(self.file, table),
            entries: BTreeMap::new(),
        };
        for (table, at) in self.file.tables(table, "article", "article") {
            if let Some((file, entry)) = self.entry(table, at) {
                self.keep(&mut manifest.entries, file, entry);
            }
        }
        manifest
    }

    /// Keeps an entry unless its file has one.
    fn keep(&mut self, entries: &mut BTreeMap<String, Entry>, file: String, entry: Entry) {
        let Some(other) = entries.get(&file) else {
            entries.insert(file, entry);
            return;
        };
        // Finding a line reads the manifest up to there: not for a problem that would not be told.
        if self.file.is_full() {
            return;
        }
        let (line, _) = place(self.file.text, other.at);
        let message =
            format!("expected one entry for each file, but found a second for {file} (the first is in line {line})");
        self.file.problem(entry.at, message, "put both into one: this one is left out");
    }

    fn entry(&mut self, table: &DeTable<'_>, at: usize) -> Option<(String, Entry)> {
        self.file.refuse_unknown(table, &ARTICLE_KEYS);
        let Some(file) = get(table, "file") else {
            self.file.problem(
                at,
                "expected the key `file`, but found an article without it",
                "add file = \"…\" with the path of its text in the folder",
            );
            return None;
        };
        let path = self.file.string("file", file)?;
        let path = path.strip_prefix("./").unwrap_or(&path).to_owned();
        let entry = Entry {
            at: file.span().start,
            title: get(table, "title").and_then(|value| self.file.string("title", value)),
            outlet: get(table, "outlet").and_then(|value| self.file.string("outlet", value)),
            url: get(table, "url").and_then(|value| self.url(value)),
            published: self.published(table),
        };
        Some((path, entry))
    }

    fn language(&mut self, value: &Value<'_>) -> Option<String> {
        let tag = self.file.string("language", value)?;
        let mut parts = tag.split('-');
        let first = parts.next().unwrap_or("");
        let sound = (2..=8).contains(&first.len())
            && first.bytes().all(|byte| byte.is_ascii_alphabetic())
            && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        if !sound {
            self.file.problem(
                value.span().start,
                format!("expected a BCP 47 tag, but found `{tag}`"),
                "write \"en\", \"de\", \"pt-BR\" or the like",
            );
        }
        sound.then_some(tag)
    }

    fn url(&mut self, value: &Value<'_>) -> Option<String> {
        let url = self.file.string("url", value)?;
        let host = ["https://", "http://"]
            .iter()
            .find(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
            .and_then(|scheme| url.get(scheme.len()..));
        let named = host.is_some_and(|host| host.starts_with(char::is_alphanumeric) || host.starts_with('['));
        let sound =
            named && url.len() <= 2048 && !url.contains(|c: char| c.is_whitespace() || "<>\"\\^`{|}".contains(c));
        if !sound {
            self.file.problem(
                value.span().start,
                format!("expected an address in http or https, but found `{url}`"),
                "write the whole address: https://…",
            );
        }
        sound.then_some(url)
    }

    /// The date of publication: a date (day, month or year), or bounds with their reason.
    fn published(&mut self, table: &DeTable<'_>) -> Option<Published> {
        let reason = get(table, "published_reason").and_then(|value| self.file.string("published_reason", value));
        let bounds = (get(table, "published_earliest"), get(table, "published_latest"));
        if let Some(value) = get(table, "published") {
            if let Some(bound) = bounds.0.or(bounds.1) {
                self.file.problem(
                    bound.span().start,
                    "expected `published` or its bounds, but found both",
                    "take the bounds away: `published` is used",
                );
            }
            let (earliest, latest) = self.file.period("published", value)?;
            let note =
                reason.or_else(|| (earliest != latest).then(|| format!("given as {}", self.file.printed(value))));
            return Some(Published {
                earliest: Some(earliest),
                latest: Some(latest),
                basis: Basis::Given,
                note,
                stamp: None,
            });
        }
        let at = bounds.0.or(bounds.1)?.span().start;
        let earliest = bounds.0.and_then(|value| self.file.period("published_earliest", value)).map(|(first, _)| first);
        let latest = bounds.1.and_then(|value| self.file.period("published_latest", value)).map(|(_, last)| last);
        if let (Some(first), Some(last)) = (earliest, latest)
            && last < first
        {
            let message = format!("expected `published_latest` on or after {first}, but found {last}");
            self.file.problem(
                bounds.1.map_or(at, |value| value.span().start),
                message,
                "change the two, or mend the one that is wrong",
            );
            return None;
        }
        if reason.is_none() {
            self.file.problem(
                at,
                "expected `published_reason` with the bounds, but found none",
                "add published_reason = \"…\": what the bounds rest on",
            );
            return None;
        }
        (earliest.or(latest)).map(|_| Published { earliest, latest, basis: Basis::Inferred, note: reason, stamp: None })
    }
}
