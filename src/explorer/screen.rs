//! What the page shows: plain values that the shell draws as they are.
//!
//! Every control carries the **address** of the state that it leads to (a fragment without `#`, the form that
//! [`super::State`] reads and writes); the shell follows addresses and never makes one. Text comes as
//! **runs**, pieces cut here with the marks on each; the shell never gets an offset.

mod questions;

pub use questions::{
    MOST_MARKS, QuestionAccount, QuestionAxis, QuestionExplained, QuestionMark, QuestionPassage, QuestionRelation,
    QuestionRow, QuestionSum, QuestionTick, Questions,
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

/// The strip of publication dates. Days are counted from 1 January 1970.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Strip {
    /// One sentence that says what is to be seen.
    pub sentence: String,
    /// First and last day of the axis.
    pub domain: [i32; 2],
    /// Where the axis has marks.
    pub ticks: Vec<Tick>,
    /// One a article, when there are at most 60.
    pub marks: Vec<StripMark>,
    /// Articles a period, when there are more.
    pub bins: Vec<StripBin>,
    /// How many articles have no date at all.
    pub undated: u32,
    /// The chosen period in days, both included.
    pub period: Option<[i32; 2]>,
    /// The chosen period in words.
    pub period_text: String,
    /// Its table.
    pub table: Table,
}

/// A mark of an axis.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tick {
    /// The day.
    pub at: i32,
    /// `2016`, `June 2016`, `16 June`.
    pub label: String,
}

/// An article on the strip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StripMark {
    /// What a screen reader says: title, outlet and date.
    pub label: String,
    /// First and last day it may have been published, within the domain.
    pub days: [i32; 2],
    /// `day`, `range` (drawn as a span), `unknown` (drawn over the whole axis, faded).
    pub known: &'static str,
    /// Whether query and filters leave it.
    pub matches: bool,
    /// Opens the article.
    pub to: String,
}

/// Articles of one period on the strip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct StripBin {
    /// `2016`, `June 2016`.
    pub label: String,
    /// First and last day.
    pub days: [i32; 2],
    /// Articles whose date lies within, before the filters.
    pub total: u32,
    /// Those that query and filters leave.
    pub matches: u32,
    /// Chooses the period.
    pub to: String,
}

/// The view Articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ArticleList {
    /// Orders to choose from.
    pub sorts: Vec<Choice>,
    /// The articles in that order, at most as many as are shown at once.
    pub items: Vec<ArticleItem>,
    /// How many there are in all.
    pub total: u32,
    /// Where showing more leads.
    pub more: Option<String>,
    /// What to do when there is none.
    pub empty: Option<Empty>,
}

/// An article in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ArticleItem {
    /// Its id.
    pub id: String,
    /// Its title, hits marked.
    pub title: Vec<Run>,
    /// Its outlet; `outlet unknown`.
    pub outlet: String,
    /// Its date.
    pub date: DateText,
    /// How many hits it has; none without a query.
    pub hits: Option<u32>,
    /// How many words it has.
    pub words: u32,
    /// The best sentences, marked; without a query the first ones.
    pub snippets: Vec<Snippet>,
    /// Opens it.
    pub to: String,
    /// Opens it beside the one that is open; none where nothing else is open.
    pub beside: Option<String>,
    /// Whether it is open.
    pub open: bool,
}

/// A sentence shown away from its article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Snippet {
    /// Its words.
    pub runs: Vec<Run>,
    /// Opens the article at it.
    pub to: String,
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

/// An opened article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reader {
    /// Its id.
    pub id: String,
    /// Its title: the heading.
    pub title: String,
    /// Its outlet.
    pub outlet: String,
    /// Its date.
    pub date: DateText,
    /// Its address at the outlet, http or https.
    pub url: Option<String>,
    /// First and last day on which it may have been published, `2016-06-07`.
    pub issued: [Option<String>; 2],
    /// How many hits are marked in it.
    pub hits: u32,
    /// Its blocks in order. The title stands among them only where the text prints it.
    pub blocks: Vec<ReaderBlock>,
    /// What is selected: the id of a sentence (`s12`), or of a mark (`f3`).
    pub selected: Option<String>,
    /// The layers of marks that can be switched on; none where nothing was found in the article.
    pub layers: Vec<Layer>,
    /// The marks of facts, of which runs hold the ids.
    pub facts: Vec<FactMark>,
    /// The card of the mark that is selected.
    pub card: Option<Card>,
    /// Closes this one alone.
    pub close: String,
}

/// A layer of marks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Layer {
    /// `figure`, `quote`, `time`, `person`, `organisation`, `place`, `people`.
    pub kind: &'static str,
    /// `Figures`: the name of its switch.
    pub label: &'static str,
    /// How many marks it has in this article.
    pub count: u32,
    /// Whether it is on.
    pub on: bool,
    /// Where switching it leads.
    pub to: String,
}

/// A mark of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FactMark {
    /// As in the runs.
    pub id: String,
    /// Its name, of all its pieces together: `Figure: over 400 Chechens`.
    pub label: String,
    /// Selects it, or takes that back.
    pub to: String,
}

/// All that is known of a selected fact.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    /// The mark's id.
    pub id: String,
    /// The mark's kind.
    pub kind: &'static str,
    /// `Figure`, `Quotation`, `Person` …
    pub noun: &'static str,
    /// Its words, as the article has them; long ones shortened.
    pub words: String,
    /// All its words, and some characters of what stands before and after them, to find them again elsewhere.
    pub exact: String,
    /// What stands before.
    pub prefix: String,
    /// What stands after.
    pub suffix: String,
    /// Where the words begin in the article's text, in code points.
    pub start: u32,
    /// Where they end.
    pub end: u32,
    /// What is known, in order.
    pub rows: Vec<CardRow>,
    /// Closes it.
    pub close: String,
}

/// A line of a card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CardRow {
    /// `What is counted`, `Who says` …
    pub term: &'static str,
    /// What is known.
    pub values: Vec<CardValue>,
    /// Whether each value is behind the one before: sources, nearest first.
    pub chain: bool,
}

/// A value on a card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CardValue {
    /// What it says.
    pub text: String,
    /// The fact it leads to.
    pub to: Option<String>,
    /// Whether it was worked out, and is not what the article prints.
    pub worked: bool,
}

/// The view Figures: the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ledger {
    /// One sentence that says what is to be seen.
    pub sentence: String,
    /// The columns, by each of which it can be sorted.
    pub columns: Vec<LedgerColumn>,
    /// The rows in order, at most as many as are shown at once.
    pub rows: Vec<LedgerRow>,
    /// How many there are in all.
    pub total: u32,
    /// Where showing more leads.
    pub more: Option<String>,
    /// What to do when there is none.
    pub empty: Option<Empty>,
}

/// A column of the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LedgerColumn {
    /// Its heading.
    pub label: &'static str,
    /// `none`, `ascending`, `descending`: becomes `aria-sort`.
    pub sorted: &'static str,
    /// Where sorting by it, or the other way round, leads.
    pub to: String,
}

/// A row of the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LedgerRow {
    /// `figure`; `computed`, which no article says; `unknown`, which an article says is not known.
    pub kind: &'static str,
    /// One a column.
    pub cells: Vec<String>,
    /// Opens the sentence.
    pub to: String,
    /// Whether it is selected.
    pub selected: bool,
}

/// A chart with its title, its sentence and its table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Panel {
    /// How it is drawn: `bars`, `matrix`, `times`, `quotes`.
    pub form: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// One sentence that says what is to be seen.
    pub sentence: String,
    /// What its numbers are, one a number of each mark: `figures`, `quotations`; of a matrix the names of its columns.
    pub series: Vec<String>,
    /// The marks in order, at most as many as are shown at once.
    pub marks: Vec<PanelMark>,
    /// Of times the first and last day of the axis, from 1 January 1970.
    pub domain: [i32; 2],
    /// Where an axis of days has marks.
    pub ticks: Vec<Tick>,
    /// How many marks there are in all.
    pub total: u32,
    /// Where showing more leads.
    pub more: Option<String>,
    /// Its table.
    pub table: Table,
}

/// A mark of a [`Panel`]: a bar, a row of a matrix, a span of days, a quotation.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PanelMark {
    /// What it stands for.
    pub label: String,
    /// Its numbers; of days the first and the last.
    pub numbers: Vec<f64>,
    /// The numbers in words; of a quotation its words.
    pub text: String,
    /// What else is known of it.
    pub note: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Chooses it, or takes the choice back; opens a quotation.
    pub to: String,
}

/// The view Places: a map, and a list of all that is on it and of what is not.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Places {
    /// One sentence that says what is to be seen.
    pub sentence: String,
    /// The places, those that are named most first: as many as the map holds, or the list shows.
    pub marks: Vec<PlaceMark>,
    /// How many of them the list shows.
    pub shown: u32,
    /// How many places there are in all.
    pub total: u32,
    /// From where to where people are counted, the most figures first.
    pub flows: Vec<PlaceFlow>,
    /// Where showing more leads.
    pub more: Option<String>,
    /// Its table.
    pub table: Table,
}

/// A place that the articles name, or that a figure is of or at.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlaceMark {
    /// Its name.
    pub label: String,
    /// `country`, `area` (over or across countries), `region` (of a country), `town`, `unknown`; `speaks` where it stands for
    /// who governs or speaks from it.
    pub kind: &'static str,
    /// The code of its country (ISO 3166-1, two capitals); empty where it has none or is not known.
    pub country: String,
    /// Latitude and longitude in degrees; none where they are not known, or it speaks. What is not a town lies around there.
    pub position: Option<[f64; 2]>,
    /// How often it is named, how many figures are of it or at it, and in how many articles.
    pub numbers: [u32; 3],
    /// The same in words.
    pub text: String,
    /// `none`, `included`, `excluded`.
    pub choice: &'static str,
    /// Chooses it, or takes the choice back.
    pub include: String,
    /// Leaves it out, or takes that back; empty where the list does not show it.
    pub exclude: String,
}

/// Figures of people from one place at another.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlaceFlow {
    /// The name of the place that they are from.
    pub from: String,
    /// The name of the place where they are.
    pub to: String,
    /// How many figures.
    pub number: u32,
    /// How many in how many articles, in words.
    pub text: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Chooses it, or takes the choice back.
    pub include: String,
}

/// A block of an opened article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReaderBlock {
    /// `outlet`, `title`, `standfirst`, `stamp`, `paragraph`, `boilerplate` (folded by the shell).
    pub kind: &'static str,
    /// Whether it is the article's title as the text prints it: drawn as the heading.
    pub heading: bool,
    /// Its sentences.
    pub sentences: Vec<ReaderSentence>,
}

/// A sentence of an opened article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReaderSentence {
    /// `s12`: unique in the article.
    pub id: String,
    /// The white space between the sentence before and this one.
    pub gap: String,
    /// Its words.
    pub runs: Vec<Run>,
    /// Whether it is selected.
    pub selected: bool,
    /// The link to it.
    pub to: String,
}

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
