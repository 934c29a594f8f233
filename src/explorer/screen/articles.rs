//! The view Articles: the list.

use super::{Choice, DateText, Empty, Run};
use serde::Serialize;

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
