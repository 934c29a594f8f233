//! A file of TOML, read by hand so that what is wrong in it is told with its place.

use super::nearest::nearest;
use super::problem::Problem;
use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// How many problems of a file are told: who has mended these may build again and see the rest.
pub(crate) const MOST_PROBLEMS: usize = 100;

/// A value with its place.
pub(crate) type Value<'i> = Spanned<DeValue<'i>>;

/// Reads tables, and keeps the problems that are met.
pub(crate) struct TableReader<'m> {
    /// The file's name, as problems name it.
    name: &'m str,
    /// What it holds.
    pub text: &'m str,
    problems: Vec<Problem>,
}

impl<'m> TableReader<'m> {
    /// Reads a file: what `read` makes of its root, and the problems in order of their places.
    pub fn read<T>(name: &'m str, text: &'m str, read: impl FnOnce(&mut Self, &DeTable<'_>) -> T) -> (T, Vec<Problem>) {
        let mut reader = Self { name, text, problems: Vec::new() };
        let (root, errors) = DeTable::parse_recoverable(text);
        for error in errors {
            let at = error.span().map_or(0, |span| span.start);
            reader.problem(
                at,
                first_line(error.message()),
                "mend the TOML at this place: toml.io shows how it is written",
            );
        }
        let found = read(&mut reader, root.get_ref());
        let mut problems = reader.problems;
        problems.sort_by_key(|problem| (problem.line, problem.column));
        // What TOML itself refuses at a place need not be refused once more.
        problems.dedup_by_key(|problem| (problem.line, problem.column));
        (found, problems)
    }

    /// Whether as many problems were met as are told.
    pub fn is_full(&self) -> bool {
        self.problems.len() >= MOST_PROBLEMS
    }

    /// Tells a problem at byte `at`; one too many is left out, and all behind it.
    pub fn problem(&mut self, at: usize, message: impl Into<String>, remedy: impl Into<String>) {
        if self.is_full() {
            return;
        }
        self.problems.push(Problem::new(self.name, message, remedy).at(self.text, at));
    }

    /// The tables of `[[key]]`, each with its place.
    pub fn tables<'t, 'i>(&mut self, root: &'t DeTable<'i>, key: &str, one: &str) -> Vec<(&'t DeTable<'i>, usize)> {
        let Some(value) = get(root, key) else { return Vec::new() };
        let DeValue::Array(items) = value.get_ref() else {
            let message = format!("expected `[[{key}]]`, but found {}", kind(value.get_ref()));
            let remedy = format!("write [[{key}]] in double brackets above each {one}");
            self.problem(value.span().start, message, remedy);
            return Vec::new();
        };
        let mut tables = Vec::new();
        for item in items.iter() {
            if let DeValue::Table(table) = item.get_ref() {
                tables.push((table, item.span().start));
            } else {
                let message = format!("expected {}'s table, but found {}", with_article(one), kind(item.get_ref()));
                self.problem(item.span().start, message, format!("write [[{key}]] above each {one}"));
            }
        }
        tables
    }

    /// Tells of keys that mean nothing here.
    pub fn refuse_unknown(&mut self, table: &DeTable<'_>, known: &[&str]) {
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
    pub fn string(&mut self, key: &str, value: &Value<'_>) -> Option<String> {
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

    /// A list of strings that hold something.
    pub fn strings(&mut self, key: &str, value: &Value<'_>) -> Vec<String> {
        let DeValue::Array(items) = value.get_ref() else {
            let message = format!("expected a list for `{key}`, but found {}", kind(value.get_ref()));
            self.problem(value.span().start, message, format!("write {key} = [\"…\", \"…\"]"));
            return Vec::new();
        };
        let mut strings = Vec::new();
        for item in items.iter() {
            if matches!(item.get_ref(), DeValue::String(_)) {
                strings.extend(self.string(key, item));
            } else {
                let message = format!("expected strings in `{key}`, but found {}", kind(item.get_ref()));
                self.problem(item.span().start, message, format!("write {key} = [\"…\", \"…\"]"));
            }
        }
        strings
    }

    /// First and last day of a date, a month or a year.
    pub fn period(&mut self, key: &str, value: &Value<'_>) -> Option<(Date, Date)> {
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

    /// A value as the file has it, shortened.
    pub fn printed(&self, value: &Value<'_>) -> String {
        let found = self.text.get(value.span()).unwrap_or("").trim_matches(['"', '\'']);
        let end = found.floor_char_boundary(40);
        if end < found.len() { format!("{}…", &found[..end]) } else { found.to_owned() }
    }
}

fn with_article(noun: &str) -> String {
    format!("{} {noun}", if noun.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" })
}

fn first_line(message: &str) -> String {
    message.lines().next().unwrap_or("expected TOML, but found something else").to_lowercase()
}

/// The value of a key.
pub(crate) fn get<'t, 'i>(table: &'t DeTable<'i>, key: &str) -> Option<&'t Value<'i>> {
    table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
}

/// What a value is, for messages.
pub(crate) fn kind(value: &DeValue<'_>) -> &'static str {
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
pub(crate) fn period(text: &str) -> Option<(Date, Date)> {
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
