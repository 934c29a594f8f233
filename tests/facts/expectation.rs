//! What a case expects of a fact: `figure 40 about people status=other`.

use sourcebook::extract::{Label, quoted};

/// The kinds of facts.
pub const KINDS: [&str; 12] = [
    "direct",
    "figure",
    "indirect",
    "metonym",
    "nominal",
    "organisation",
    "people",
    "person",
    "place",
    "pronoun",
    "time",
    "unknown",
];

/// The keys that may be compared.
const KEYS: [&str; 19] = [
    "anchor",
    "asof",
    "at",
    "class",
    "counted",
    "country",
    "cue",
    "kind",
    "name",
    "number",
    "of",
    "part",
    "population",
    "sources",
    "speaker",
    "speaks",
    "status",
    "unit",
    "via",
];

const BOUNDS: [&str; 8] = ["about", "at_least", "between", "exact", "over", "under", "up_to", "vague"];
const FIGURE_KINDS: [&str; 8] = ["age", "count", "measure", "money", "people", "percent", "rank", "score"];
const TIME_TYPES: [&str; 4] = ["DATE", "DURATION", "SET", "TIME"];
const TIME_BASES: [&str; 4] = ["context", "open", "published", "text"];

/// The value of a key that must not be there.
const NONE: &str = "none";

/// What must be true of a fact; what is not named may be anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// The kind of the fact.
    pub kind: String,
    /// Of a figure value, bound and kind, of a time type, value and basis: those that are named.
    words: Vec<String>,
    /// By key; an empty value stands for none.
    attributes: Vec<(String, String)>,
}

impl Expectation {
    /// Reads what stands behind the carets.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (head, mut rest) = split_at_key(text);
        let mut words = head.split_whitespace().map(str::to_owned);
        let kind = words.next().filter(|kind| KINDS.contains(&kind.as_str()));
        let kind = kind.ok_or_else(|| format!("expected one of {} behind the carets: {text}", KINDS.join(", ")))?;
        let mut words: Vec<String> = words.collect();
        let mut attributes = Vec::new();
        while let Some((key, behind)) = rest.split_once('=') {
            if !KEYS.contains(&key) {
                return Err(format!("expected one of {}, but found `{key}`", KEYS.join(", ")));
            }
            let (value, more) = value_of(behind);
            let (loose, next) = split_at_key(more);
            words.extend(loose.split_whitespace().map(str::to_owned));
            attributes.push((key.to_owned(), normal(key, &value)));
            rest = next;
        }
        words.iter_mut().for_each(|word| *word = normal_word(word));
        words.sort_by_key(|word| sort_of(&kind, word));
        for (at, word) in words.iter().enumerate() {
            let sort = sort_of(&kind, word);
            if sort.is_none() || words[..at].last().is_some_and(|before| sort_of(&kind, before) == sort) {
                return Err(format!("expected nothing like `{word}` here: {text}"));
            }
        }
        Ok(Self { kind, words, attributes })
    }

    /// What is not as expected, a sentence each.
    pub fn differences(&self, found: &Label) -> Vec<String> {
        let mut out = Vec::new();
        for word in &self.words {
            let sort = sort_of(&self.kind, word);
            let got = sort.and_then(|sort| found.words.get(sort)).map_or("", String::as_str);
            if got != word {
                out.push(format!("expected {word}, but found {got}"));
            }
        }
        for (key, wanted) in &self.attributes {
            let got = normal(key, value(found, key));
            if got != *wanted {
                out.push(format!("expected {key}={}, but found {key}={}", shown(wanted), shown(&got)));
            }
        }
        out
    }

    /// What would have been right: the same words and keys with the values that were found.
    pub fn mended(&self, found: &Label) -> String {
        let mut out = self.kind.clone();
        let words = self.words.iter().filter_map(|word| found.words.get(sort_of(&self.kind, word)?));
        for word in words {
            out += &format!(" {word}");
        }
        for (key, _) in &self.attributes {
            out += &format!(" {key}={}", shown(&normal(key, value(found, key))));
        }
        out
    }
}

fn value<'l>(label: &'l Label, key: &str) -> &'l str {
    label.attributes.iter().find(|(name, _)| *name == key).map_or("", |(_, value)| value.as_str())
}

fn shown(value: &str) -> String {
    if value.is_empty() { NONE.to_owned() } else { quoted(value) }
}

/// Single spaces; `none` and `-` are nothing; populations are parted by commas.
fn normal(key: &str, value: &str) -> String {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match key {
        _ if value == NONE || value == "-" => String::new(),
        "population" => value.replace(", ", ",").replace(['/', '+'], ","),
        _ => value,
    }
}

/// `1,200..` is `1200..`, `at-least` is `at_least`.
fn normal_word(word: &str) -> String {
    if word.starts_with(|c: char| c.is_ascii_digit() || c == '.') && !word.contains('-') {
        return word.replace(',', "");
    }
    let bound = word.replace('-', "_");
    if BOUNDS.contains(&bound.as_str()) { bound } else { word.to_owned() }
}

/// The place of a word among those of its kind; none where it cannot be one.
fn sort_of(kind: &str, word: &str) -> Option<usize> {
    match kind {
        "figure" if BOUNDS.contains(&word) => Some(1),
        "figure" if FIGURE_KINDS.contains(&word) => Some(2),
        "figure" => is_value(word).then_some(0),
        "time" if TIME_TYPES.contains(&word) => Some(0),
        "time" if TIME_BASES.contains(&word) => Some(2),
        "time" => Some(1),
        _ => None,
    }
}

fn is_value(word: &str) -> bool {
    let ends = word.split_once("..").map_or([word, word], |(low, high)| [low, high]);
    ends.iter().all(|end| end.is_empty() || end.parse::<f64>().is_ok()) && word.len() > usize::from(word == "..")
}

/// What stands before the first ` key=`, and the rest from the key on.
fn split_at_key(text: &str) -> (&str, &str) {
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let key = word.split_once('=').map(|(key, _)| key);
        if key.is_some_and(|key| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')) {
            return text.split_at(at);
        }
        at += word.len();
    }
    (text, "")
}

/// A value and what follows it: in quotation marks, or all up to the next ` key=`.
fn value_of(text: &str) -> (String, &str) {
    let Some(inner) = text.strip_prefix('"') else {
        let (value, rest) = split_at_key(text);
        return (value.trim().to_owned(), rest);
    };
    let mut escaped = false;
    for (at, character) in inner.char_indices() {
        match character {
            '\\' if !escaped => escaped = true,
            '"' if !escaped => return (inner[..at].replace("\\\"", "\""), &inner[at + 1..]),
            _ => escaped = false,
        }
    }
    (inner.to_owned(), "")
}
