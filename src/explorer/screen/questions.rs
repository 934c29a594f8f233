//! The questions of the view Figures.

use super::{Run, Table};
use serde::Serialize;

/// Every question that the filters leave, as a row of figures on a logarithmic axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Questions {
    /// One sentence that says what is to be seen.
    pub sentence: String,
    /// The axes, one a unit.
    pub axes: Vec<QuestionAxis>,
    /// The rows in order, at most as many as are shown at once: what was chosen first, then the questions of most figures that
    /// differ, then of most figures.
    pub rows: Vec<QuestionRow>,
    /// How many there are in all.
    pub total: u32,
    /// Where showing more leads.
    pub more: Option<String>,
    /// Its table: a row a question.
    pub table: Table,
}

/// A logarithmic axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionAxis {
    /// `people`, `percent`, `USD` …
    pub unit: String,
    /// Its ends, both above 0. What lies below the first stands at it.
    pub domain: [f64; 2],
    /// Where it has marks, with what stands there: `1`, `10`, `100` …
    pub ticks: Vec<QuestionTick>,
}

/// A mark of an axis.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionTick {
    /// The number.
    pub at: f64,
    /// `1,000`
    pub label: String,
}

/// A question.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionRow {
    /// The value of the filter `question`: `children-returned`.
    pub id: String,
    /// `Children who returned to Moscow`
    pub title: String,
    /// Whether the corpus gave the title; else it was put together.
    pub by_hand: bool,
    /// What is counted, in a word: `people`, `percent`, `USD` …
    pub unit: String,
    /// Its axis among [`Questions::axes`].
    pub axis: u32,
    /// The least and the greatest number of its figures; 0 and 0 where there is none.
    pub domain: [f64; 2],
    /// `5 figures in 3 articles, 3 of them differ`
    pub text: String,
    /// How many figures the filters leave, computed ones not among them.
    pub figures: u32,
    /// In how many articles they are.
    pub articles: u32,
    /// How many of them differ from another one of the question.
    pub differing: u32,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Chooses it in the place of any other, or takes the choice back.
    pub to: String,
    /// Takes it out.
    pub exclude: String,
    /// Its figures in the order of the articles, at most [`MOST_MARKS`] of them.
    pub marks: Vec<QuestionMark>,
    /// How many more there are, which are not drawn.
    pub left_out: u32,
}

/// So many marks a row has at the most: the two that lie farthest apart, and such as differ from each other, come first.
pub const MOST_MARKS: usize = 100;

/// A figure of a question.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionMark {
    /// `001!f2`, of what was worked out `001!r0`: unique on the page, and the same while the article's facts are.
    pub id: String,
    /// Its name: `405 people, the ministry, Courier`.
    pub label: String,
    /// Its words in the article; of what was worked out how.
    pub words: String,
    /// The least that it says; none: open.
    pub low: Option<f64>,
    /// The most that it says; none: open.
    pub high: Option<f64>,
    /// How it is drawn: `point`, `about`, `range`, `over`, `under`, `vague`.
    pub shape: &'static str,
    /// `exact`, `about`, `over`, `at least`, `under`, `up to`, `between`, `vague`.
    pub bound: String,
    /// The article's outlet; its title where the outlet is not known; both where the outlet has several.
    pub outlet: String,
    /// The article's title.
    pub article: String,
    /// Who says it, the nearest source: `the article itself` where there is none.
    pub source: String,
    /// What kind of source that is: `person`, `office`, `agency`, `document`, `anonymous`, `unknown`; `article`, `computed`.
    pub voice: &'static str,
    /// Whether it was worked out, and no article says it.
    pub computed: bool,
    /// Whether it differs from another figure of the question.
    pub differs: bool,
    /// Whether it is selected.
    pub selected: bool,
    /// The id of the mark of the whole that it is a part of; it can be in another row, or in none that is shown.
    pub whole: Option<String>,
    /// Opens its sentence.
    pub to: String,
}

/// What there is to say of a question.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionExplained {
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// `Of 10 pairs 2 differ, 7 agree, 1 is the same statement.`
    pub sentence: String,
    /// Its own axis.
    pub axis: QuestionAxis,
    /// Its figures with their sentences and sources, in the order of the articles, at most 50.
    pub accounts: Vec<QuestionAccount>,
    /// How pairs of figures relate, those that differ most first, at most 20; where a figure is selected, those with it.
    pub relations: Vec<QuestionRelation>,
    /// How many more pairs there are.
    pub left_out: u32,
    /// The wholes with their parts that a figure of the question is in.
    pub sums: Vec<QuestionSum>,
    /// Passages with a figure of the question that two articles share almost word for word.
    pub passages: Vec<QuestionPassage>,
    /// Takes the choice back.
    pub close: String,
}

/// A figure of the chosen question.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionAccount {
    /// The id of its mark.
    pub mark: String,
    /// Its sentence, the figure marked.
    pub runs: Vec<Run>,
    /// Whom, from where, where and as of when: `Russian citizens · in Syria and Iraq · since 2011`.
    pub scope: String,
    /// Who says it, nearest first, the outlet last.
    pub chain: Vec<String>,
    /// Opens its sentence.
    pub to: String,
}

/// How two figures of the chosen question relate.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionRelation {
    /// The ids of their marks.
    pub marks: [String; 2],
    /// `differ`, `agree`, `part`, `repeated`, `not_comparable`.
    pub relation: &'static str,
    /// How, and what may explain it: `differ about fivefold or more: another population (children; women), …`.
    pub words: String,
}

/// A whole with its parts.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionSum {
    /// The id of the whole's mark.
    pub whole: String,
    /// The ids of the parts' marks.
    pub parts: Vec<String>,
    /// `405 = 104 + 44 + 257 left over, computed`
    pub words: String,
    /// Opens the sentence of the whole.
    pub to: String,
}

/// Words that two articles share.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct QuestionPassage {
    /// `Courier and Valley Herald have 17 words in common, quoted in both.`
    pub sentence: String,
    /// The words in the first article, shortened.
    pub words: String,
    /// Open the two articles at these words.
    pub to: [String; 2],
}
