//! `sourcebook.toml`: what whoever publishes a corpus knows of its articles.

use super::nearest::nearest;
use super::problem::{Problem, place};
use super::{Basis, Published};
use jiff::civil::Date;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a manifest says. Parts that could not be read are left out and told as problems.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Manifest {
    /// The title of the corpus.
    pub title: Option<String>,
    /// BCP 47 tag of the articles' language.
    pub language: Option<String>,
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

/// How many problems of a manifest are told: who has mended these may build again and see the rest.
pub(super) const MOST_PROBLEMS: usize = 100;

const KEYS: [&str; 3] = ["article", "language", "title"];
const ARTICLE_KEYS: [&str; 8] =
    ["file", "outlet", "published", "published_earliest", "published_latest", "published_reason", "title", "url"];

/// Reads a manifest. `name` is the file's, as problems name it.
///
/// ```toml
/// title = "Floods in the valley"          # the folder's name where there is none
/// language = "en"                         # a BCP 47 tag; "en" where there is none
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
    let mut reader = Reader { name, text, problems: Vec::new() };
    let (root, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let at = error.span().map_or(0, |span| span.start);
        reader.problem(at, first_line(error.message()), "mend the TOML at this place: toml.io shows how it is written");
    }
    let manifest = reader.root(root.get_ref());
    let mut problems = reader.problems;
    problems.sort_by_key(|problem| (problem.line, problem.column));
    // What TOML itself refuses at a place need not be refused once more.
    problems.dedup_by_key(|problem| (problem.line, problem.column));
    (manifest, problems)
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or("expected TOML, but found something else").to_lowercase()
}

struct Reader<'m> {
    name: &'m str,
    text: &'m str,
    problems: Vec<Problem>,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl Reader<'_> {
    /// Tells a problem at byte `at`; one too many is left out, and all behind it.
    fn problem(&mut self, at: usize, message: impl Into<String>, remedy: impl Into<String>) {
        if self.problems.len() >= MOST_PROBLEMS {
            return;
        }
        self.problems.push(Problem::new(self.name, message, remedy).at(self.text, at));
    }

    fn root(&mut self, table: &DeTable<'_>) -> Manifest {
        self.refuse_unknown(table, &KEYS);
        let mut manifest = Manifest {
            title: get(table, "title").and_then(|value| self.string("title", value)),
            language: get(table, "language").and_then(|value| self.language(value)),
            entries: BTreeMap::new(),
        };
        let Some(articles) = get(table, "article") else {
            return manifest;
        };
        let DeValue::Array(articles) = articles.get_ref() else {
            let message = format!("expected `[[article]]`, but found {}", kind(articles.get_ref()));
            self.problem(articles.span().start, message, "write [[article]] in double brackets above each article");
            return manifest;
        };
        for article in articles.iter() {
            let DeValue::Table(table) = article.get_ref() else {
                let message = format!("expected an article's table, but found {}", kind(article.get_ref()));
                self.problem(article.span().start, message, "write [[article]] above each article");
                continue;
            };
            if let Some((file, entry)) = self.entry(table, article.span().start) {
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
        if self.problems.len() >= MOST_PROBLEMS {
            return;
        }
        let (line, _) = place(self.text, other.at);
        let message =
            format!("expected one entry for each file, but found a second for {file} (the first is in line {line})");
        self.problem(entry.at, message, "put both into one: this one is left out");
    }

    fn entry(&mut self, table: &DeTable<'_>, at: usize) -> Option<(String, Entry)> {
        self.refuse_unknown(table, &ARTICLE_KEYS);
        let Some(file) = get(table, "file") else {
            self.problem(
                at,
                "expected the key `file`, but found an article without it",
                "add file = \"…\" with the path of its text in the folder",
            );
            return None;
        };
        let path = self.string("file", file)?;
        let path = path.strip_prefix("./").unwrap_or(&path).to_owned();
        let entry = Entry {
            at: file.span().start,
            title: get(table, "title").and_then(|value| self.string("title", value)),
            outlet: get(table, "outlet").and_then(|value| self.string("outlet", value)),
            url: get(table, "url").and_then(|value| self.url(value)),
            published: self.published(table),
        };
        Some((path, entry))
    }

    /// Tells of keys that mean nothing here.
    fn refuse_unknown(&mut self, table: &DeTable<'_>, known: &[&str]) {
        for key in table.keys() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let near = nearest(name, known.iter().copied())
                    .map_or(String::new(), |near| format!("write `{near}` if that is meant; "));
                let message = format!("expected a known key, but found `{name}`");
                self.problem(key.span().start, message, format!("{near}known are {}", known.join(", ")));
            }
        }
    }

    /// A string that holds something and no control characters.
    fn string(&mut self, key: &str, value: &Value<'_>) -> Option<String> {
        let DeValue::String(found) = value.get_ref() else {
            let message = format!("expected a string for `{key}`, but found {}", kind(value.get_ref()));
            self.problem(value.span().start, message, format!("write {key} = \"…\""));
            return None;
        };
        let trimmed = found.trim();
        let wrong = match trimmed {
            "" => "nothing",
            _ if trimmed.chars().any(char::is_control) => "control characters or line ends",
            _ => return Some(trimmed.to_owned()),
        };
        self.problem(
            value.span().start,
            format!("expected words for `{key}`, but found {wrong}"),
            "write it in one line, or take the key away",
        );
        None
    }

    fn language(&mut self, value: &Value<'_>) -> Option<String> {
        let tag = self.string("language", value)?;
        let mut parts = tag.split('-');
        let first = parts.next().unwrap_or("");
        let sound = (2..=8).contains(&first.len())
            && first.bytes().all(|byte| byte.is_ascii_alphabetic())
            && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        if !sound {
            self.problem(
                value.span().start,
                format!("expected a BCP 47 tag, but found `{tag}`"),
                "write \"en\", \"de\", \"pt-BR\" or the like",
            );
        }
        sound.then_some(tag)
    }

    fn url(&mut self, value: &Value<'_>) -> Option<String> {
        let url = self.string("url", value)?;
        let host = ["https://", "http://"]
            .iter()
            .find(|scheme| url.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
            .and_then(|scheme| url.get(scheme.len()..));
        let named = host.is_some_and(|host| host.starts_with(char::is_alphanumeric) || host.starts_with('['));
        let sound =
            named && url.len() <= 2048 && !url.contains(|c: char| c.is_whitespace() || "<>\"\\^`{|}".contains(c));
        if !sound {
            self.problem(
                value.span().start,
                format!("expected an address in http or https, but found `{url}`"),
                "write the whole address: https://…",
            );
        }
        sound.then_some(url)
    }

    /// The date of publication: a date (day, month or year), or bounds with their reason.
    fn published(&mut self, table: &DeTable<'_>) -> Option<Published> {
        let reason = get(table, "published_reason").and_then(|value| self.string("published_reason", value));
        let bounds = (get(table, "published_earliest"), get(table, "published_latest"));
        if let Some(value) = get(table, "published") {
            if let Some(bound) = bounds.0.or(bounds.1) {
                self.problem(
                    bound.span().start,
                    "expected `published` or its bounds, but found both",
                    "take the bounds away: `published` is used",
                );
            }
            let (earliest, latest) = self.period("published", value)?;
            let note = reason.or_else(|| (earliest != latest).then(|| format!("given as {}", self.printed(value))));
            return Some(Published {
                earliest: Some(earliest),
                latest: Some(latest),
                basis: Basis::Given,
                note,
                stamp: None,
            });
        }
        let at = bounds.0.or(bounds.1)?.span().start;
        let earliest = bounds.0.and_then(|value| self.period("published_earliest", value)).map(|(first, _)| first);
        let latest = bounds.1.and_then(|value| self.period("published_latest", value)).map(|(_, last)| last);
        if let (Some(first), Some(last)) = (earliest, latest)
            && last < first
        {
            let message = format!("expected `published_latest` on or after {first}, but found {last}");
            self.problem(
                bounds.1.map_or(at, |value| value.span().start),
                message,
                "change the two, or mend the one that is wrong",
            );
            return None;
        }
        if reason.is_none() {
            self.problem(
                at,
                "expected `published_reason` with the bounds, but found none",
                "add published_reason = \"…\": what the bounds rest on",
            );
            return None;
        }
        (earliest.or(latest)).map(|_| Published { earliest, latest, basis: Basis::Inferred, note: reason, stamp: None })
    }

    /// First and last day of a date, a month or a year.
    fn period(&mut self, key: &str, value: &Value<'_>) -> Option<(Date, Date)> {
        let found = match value.get_ref() {
            DeValue::String(text) => period(text.trim()),
            DeValue::Integer(number) => period(number.as_str()),
            DeValue::Datetime(time) => time.date.and_then(|date| period(&date.to_string())),
            _ => None,
        };
        if found.is_none() {
            let message = format!("expected a date for `{key}`, but found {}", self.printed(value));
            self.problem(
                value.span().start,
                message,
                "write a day that is in the calendar as 2016-06-05, a month as \"2016-06\", a year as \"2016\"",
            );
        }
        found
    }

    /// A value as the manifest has it, shortened.
    fn printed(&self, value: &Value<'_>) -> String {
        let found = self.text.get(value.span()).unwrap_or("").trim_matches(['"', '\'']);
        let end = found.floor_char_boundary(40);
        if end < found.len() { format!("{}…", &found[..end]) } else { found.to_owned() }
    }
}

fn get<'t, 'i>(table: &'t DeTable<'i>, key: &str) -> Option<&'t Value<'i>> {
    table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
}

/// What a value is, for messages.
fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}

/// First and last day of `2016-06-05`, `2016-06` or `2016`.
fn period(text: &str) -> Option<(Date, Date)> {
    let mut parts = text.split('-');
    let mut number = |digits: usize| match parts.next() {
        None => Some(None),
        Some(part) if part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()) => {
            part.parse::<i16>().ok().map(Some)
        }
        Some(_) => None,
    };
    let (year, month, day) = (number(4)??, number(2)?, number(2)?);
    if parts.next().is_some() || year == 0 {
        return None;
    }
    let date = |month: i16, day: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    match (month, day) {
        (None, _) => Some((date(1, 1)?, date(12, 31)?)),
        (Some(month), None) => date(month, 1).map(|first| (first, first.last_of_month())),
        (Some(month), Some(day)) => date(month, day).map(|day| (day, day)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_days_months_and_years() {
        let days = |text| period(text).map(|(a, b)| format!("{a} {b}"));
        assert_eq!(days("2016-06-05").as_deref(), Some("2016-06-05 2016-06-05"));
        assert_eq!(days("2016-02").as_deref(), Some("2016-02-01 2016-02-29"));
        assert_eq!(days("2016").as_deref(), Some("2016-01-01 2016-12-31"));
        for wrong in [
            "",
            "2016-13",
            "2016-02-30",
            "2016-6-5",
            "05/06/2016",
            "2016-06-05-01",
            "0000",
            "-2016",
            "20160605",
            "２０１６",
        ] {
            assert_eq!(period(wrong), None, "{wrong}");
        }
    }
}
