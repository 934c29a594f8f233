//! The view Words.

use super::{Choice, Empty, Table};
use serde::Serialize;

/// The view Words.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Words {
    /// The most frequent words.
    pub frequency: Frequency,
    /// The query in its contexts.
    pub concordance: Option<Concordance>,
    /// Where in each article the hits stand.
    pub dispersion: Option<Dispersion>,
    /// Several words or phrases compared; with a query that is a list, `UN, ONU`.
    pub comparison: Option<Comparison>,
    /// What to do when the query finds nothing.
    pub empty: Option<Empty>,
}

/// The most frequent words of the articles that are left.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Frequency {
    /// One sentence that says what is to be seen.
    pub sentence: String,
    /// With or without stop words.
    pub stop_words: Vec<Choice>,
    /// The bars, most frequent first.
    pub bars: Vec<Bar>,
    /// Where showing more leads.
    pub more: Option<String>,
    /// Its table.
    pub table: Table,
}

/// A bar of a bar chart.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Bar {
    /// What it stands for.
    pub label: String,
    /// Its length in the chart's unit.
    pub value: f64,
    /// The value in words: `12 times in 3 articles`.
    pub text: String,
    /// Where it leads.
    pub to: String,
}

/// Keyword in context.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Concordance {
    /// One sentence that says what is to be seen.
    pub sentence: String,
    /// Orders to choose from: by article, by the word left, by the word right …
    pub sorts: Vec<Choice>,
    /// The lines in that order, at most as many as are shown at once.
    pub lines: Vec<ConcordanceLine>,
    /// How many there are in all.
    pub total: u32,
    /// Where showing more leads.
    pub more: Option<String>,
    /// Its table.
    pub table: Table,
}

/// One hit with what stands left and right of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ConcordanceLine {
    /// The text before, white space folded.
    pub left: String,
    /// The hit.
    pub node: String,
    /// The text behind, white space folded.
    pub right: String,
    /// The article's outlet; its title where the outlet is not known; both where the outlet has several.
    pub article: String,
    /// Opens its sentence.
    pub to: String,
}

/// Where in each article the hits stand.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Dispersion {
    /// One sentence that says what is to be seen.
    pub sentence: String,
    /// One strip an article, in the order of the list, at most as many as are shown at once.
    pub strips: Vec<DispersionStrip>,
    /// Where showing more leads.
    pub more: Option<String>,
    /// Its table.
    pub table: Table,
}

/// The hits of one article, by where they stand.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DispersionStrip {
    /// Outlet, or title.
    pub label: String,
    /// The article's length in words.
    pub words: u32,
    /// How many hits it has.
    pub hits: u32,
    /// The hits in order, at most 500.
    pub ticks: Vec<DispersionTick>,
}

/// A hit on a strip.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DispersionTick {
    /// Where it stands, from 0 (first word) to 1.
    pub at: f64,
    /// Its sentence, shortened, for tip and screen reader.
    pub label: String,
    /// Opens its sentence.
    pub to: String,
}

/// Several words or phrases compared by article, per thousand words.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Comparison {
    /// One sentence that says what is to be seen.
    pub sentence: String,
    /// What is compared, as typed.
    pub terms: Vec<String>,
    /// One row an article.
    pub rows: Vec<ComparisonRow>,
    /// The largest `per_thousand` of all.
    pub most: f64,
    /// Where showing more leads.
    pub more: Option<String>,
    /// Its table.
    pub table: Table,
}

/// An article in a comparison.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonRow {
    /// Outlet, or title.
    pub label: String,
    /// The article's length in words.
    pub words: u32,
    /// One a term, in their order.
    pub cells: Vec<ComparisonCell>,
}

/// A term in an article.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ComparisonCell {
    /// How often.
    pub count: u32,
    /// How often in a thousand words.
    pub per_thousand: f64,
    /// Opens the article with that term as the query.
    pub to: String,
}
