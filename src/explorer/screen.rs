//! What the page shows: plain values that the shell draws as they are.
//!
//! Every control carries the **address** of the state that it leads to (a fragment without `#`, the form that
//! [`super::State`] reads and writes); the shell follows addresses and never makes one. Text comes as
//! **runs**, pieces cut here with the marks on each; the shell never gets an offset.

mod articles;
mod ledger;
mod panels;
mod places;
mod questions;
mod reader;
mod strip;
mod words;

pub use articles::{ArticleItem, ArticleList, Snippet};
pub use ledger::{Ledger, LedgerColumn, LedgerRow};
pub use panels::{Panel, PanelMark};
pub use places::{PlaceFlow, PlaceMark, Places};
pub use questions::{
    MOST_MARKS, QuestionAccount, QuestionAxis, QuestionExplained, QuestionMark, QuestionPassage, QuestionRelation,
    QuestionRow, QuestionSum, QuestionTick, Questions,
};
pub use reader::{Card, CardRow, CardValue, FactMark, Layer, Reader, ReaderBlock, ReaderSentence};
pub use strip::{Strip, StripBin, StripMark, Tick};
pub use words::{
    Bar, Comparison, ComparisonCell, ComparisonRow, Concordance, ConcordanceLine, Dispersion, DispersionStrip,
    DispersionTick, Frequency, Words,
};

use serde::Serialize;

/// A piece of text and the marks on it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// The text, as the article has it.
    pub text: String,
    /// The marks that cover the whole piece, outermost first. Empty: plain text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
}

/// A mark on a run. A mark that is cut over several runs has the same id on each: one mark to the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// `hit`, `figure`, `unknown`, `quote`, `time`, `person`, `organisation`, `place`, `people`: becomes `data-kind`.
    pub kind: &'static str,
    /// Unique in the article (`h1`, `f0`, `q3` …): becomes `data-id`.
    pub id: String,
    /// Whether this run is the first of the mark: the one that takes the stop of the tab key.
    pub first: bool,
}

/// A date of publication in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DateText {
    /// `16 June 2015`, `30 December 2018 to 5 January 2019`, `date unknown`.
    pub text: String,
    /// How it is known: `printed in the article`, `given by whoever published this collection`, `inferred`, with the reason.
    pub how: String,
    /// Whether it is one known day.
    pub exact: bool,
}

/// A choice among several, as a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// What the reader sees.
    pub label: String,
    /// Whether it is the present one.
    pub selected: bool,
    /// Where it leads.
    pub to: String,
}

/// A table: what every chart has, and what is exported as CSV.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Table {
    /// Its name, for caption and file name.
    pub caption: String,
    /// The columns in order.
    pub columns: Vec<Column>,
    /// The rows, each with one cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Column {
    /// Its heading.
    pub label: String,
    /// Whether its cells are numbers, which stand to the right.
    pub numeric: bool,
}

/// A cell of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// What it says.
    pub text: String,
    /// Where it leads, if anywhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// Everything the page shows in one state.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Screen {
    /// The content hash of this edition, hexadecimal.
    pub edition: String,
    /// BCP 47 tag of the articles' language.
    pub language: String,
    /// The corpus' title.
    pub title: String,
    /// What is in it: `5 articles · 2015–2019`.
    pub summary: String,
    /// This state in its one canonical spelling: the fragment without `#`.
    pub address: String,
    /// The same state as the element's attributes.
    pub state: StateText,
    /// `5 of 5 articles`; with a query `3 of 5 articles, 12 hits`; where there are figures, with `, 12 of 47 figures`.
    pub status: String,
    /// What of the state could not be understood or is gone, a sentence each.
    pub notices: Vec<String>,
    /// The query as it was read.
    pub query: QueryReading,
    /// The views, in order.
    pub views: Vec<Tab>,
    /// The active filters.
    pub filters: Vec<Chip>,
    /// Where "Remove all filters" leads; none where there are none.
    pub clear: Option<String>,
    /// Facets with counts under the present query.
    pub facets: Vec<Facet>,
    /// The dates of publication.
    pub strip: Strip,
    /// The view Articles, when it is the present one.
    pub articles: Option<ArticleList>,
    /// The opened articles: none, one, or two side by side.
    pub readers: Vec<Reader>,
    /// Where closing the reader(s) leads.
    pub close: Option<String>,
    /// What is made and handed over by a part of the engine that comes after the first view.
    #[serde(skip)]
    pub contents: Contents,
}

/// What a [`Screen`] shows beyond the frame and the list of articles.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Contents {
    /// The view Figures, when it is the present one.
    pub figures: Option<Ledger>,
    /// The questions that figures answer, above the ledger, when the view Figures is the present one.
    pub questions: Option<Questions>,
    /// The charts of the views Sources, Timeline and Names, when one of them is the present one.
    pub panels: Vec<Panel>,
    /// The view Words, when it is the present one.
    pub words: Option<Words>,
}

/// A state as the four attributes of the element.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StateText {
    /// Attribute `query`.
    pub query: String,
    /// Attribute `filter`: filters separated by spaces.
    pub filter: String,
    /// Attribute `view`: a view's name, then its options as `name:value`.
    pub view: String,
    /// Attribute `select`.
    pub select: String,
}

/// How a query was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QueryReading {
    /// The query, cut where something could not be read.
    pub runs: Vec<QueryRun>,
    /// Whether all of it could be read.
    pub sound: bool,
}

/// A piece of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QueryRun {
    /// The piece as typed.
    pub text: String,
    /// What is wrong with it, and what to write instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub problem: Option<String>,
}

/// A view's tab.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tab {
    /// `figures`, `words`, `articles`.
    pub view: &'static str,
    /// `Figures`: the tab's accessible name.
    pub name: &'static str,
    /// How many there are under query and filters, where that says something.
    pub count: Option<String>,
    /// Whether it is the present one.
    pub selected: bool,
    /// Where it leads.
    pub to: String,
}

/// An active filter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Chip {
    /// `outlet: Courier`, `not outlet: Courier`, `published: 2016 to 2018`. The button is named
    /// `Remove filter ` and this.
    pub label: String,
    /// Where removing it leads.
    pub to: String,
}

/// A field whose values can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Facet {
    /// `outlet`, `year`, and in the view Figures `kind`, `status` …
    pub field: &'static str,
    /// `Outlet`, `Year of publication`.
    pub label: &'static str,
    /// What is counted: `article` or `figure`.
    pub noun: &'static str,
    /// Its values, most articles or figures first (years in order).
    pub values: Vec<FacetValue>,
}

/// A value of a facet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FacetValue {
    /// `Courier`, `2016`, `unknown`.
    pub label: String,
    /// Articles or figures with it under the query and the filters of other fields.
    pub count: u32,
    /// `none`, `included`, `excluded`.
    pub choice: &'static str,
    /// Where the choice to include it, or to take that back, leads.
    pub include: String,
    /// Where the choice to exclude it, or to take that back, leads.
    pub exclude: String,
}

/// Nothing to show, why, and what would help.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Empty {
    /// `No article has “morreno”.`
    pub sentence: String,
    /// What would find something: `Search for moreno`, `Remove the filters`.
    pub remedies: Vec<Choice>,
}
