//! An opened article, with the card of what is selected in it.

use super::{DateText, Run};
use serde::Serialize;

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
