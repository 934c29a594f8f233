//! A line of JSON becomes an article.

use super::corpus::article_of;
use super::stamp::stamp;
use super::{Article, Basis, Published};
use jiff::civil::Date;
use serde::Deserialize;

/// What a line may hold; other keys are passed over.
#[derive(Deserialize)]
struct Record {
    id: Id,
    title: Option<String>,
    text: String,
    date: Option<String>,
}

/// An id as it may be written.
#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(u64),
}

/// Reads `{"id", "title"?, "text", "date"?}` as an article. `text` is read as a file would be; `title` and `date` outrank what
/// is found in it. A `date` is a day (`2016-06-05`, also with a time behind it), a month or a year.
///
/// Other printed forms (`06/07/2016`) are read as a stamp's, with both readings where there are two. A date that cannot be
/// read is told beside the article, which is read all the same.
///
/// # Errors
///
/// What is wrong with the line, in words: no JSON, or no `id` or `text`.
pub fn record(line: &str) -> Result<(Article, Option<String>), String> {
    let record: Record = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let id = match record.id {
        Id::Text(id) => id,
        Id::Number(id) => id.to_string(),
    };
    Ok(given(id, record.text, record.title, record.date.as_deref()))
}

/// As [`record`], of what a line may hold.
#[must_use]
pub fn given(id: String, text: String, title: Option<String>, date: Option<&str>) -> (Article, Option<String>) {
    let date = date.map(str::trim).filter(|date| !date.is_empty());
    let published = date.and_then(bounds);
    let complaint = date
        .filter(|_| published.is_none())
        .map(|date| format!("expected a date such as 2016-06-05, but found {date:?}; the article is read without it"));
    let title = title.filter(|title| !title.trim().is_empty());
    (article_of(id.clone(), id, text, title, published), complaint)
}

/// The first and the last day of a date that may lack its day or month, or that has two readings.
fn bounds(date: &str) -> Option<Published> {
    let (first, last) = iso_bounds(date).or_else(|| {
        let printed = stamp(date)?.date?;
        Some((printed.earliest, printed.latest))
    })?;
    Some(Published { earliest: Some(first), latest: Some(last), basis: Basis::Given, ..Published::default() })
}

fn iso_bounds(date: &str) -> Option<(Date, Date)> {
    let day = date.get(..10).unwrap_or(date);
    let mut parts = day.splitn(3, '-');
    let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let month: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    let day: Option<i8> = parts.next().map(str::parse).transpose().ok()?;
    let first = Date::new(year, month.unwrap_or(1), day.unwrap_or(1)).ok()?;
    let last = match (month, day) {
        (_, Some(_)) => first,
        (Some(_), None) => first.last_of_month(),
        (None, None) => first.last_of_year(),
    };
    Some((first, last))
}
