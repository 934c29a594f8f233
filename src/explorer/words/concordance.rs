//! Keyword in context: every hit on a line with what stands left and right of it.

use crate::explorer::count::{counted, first_of};
use crate::explorer::evaluation::Evaluation;
use crate::explorer::screen::{Choice, Concordance, ConcordanceLine, Table};
use crate::explorer::table::{cells, columns};
use crate::index::{Error, Hit, LaidBlock, Layout};
use crate::order::by;
use core::ops::Range;

const STEP: usize = 50;
/// Only so many hits are put in order: an order over more would not be read, and would take long.
const MOST_SORTED: usize = 5_000;
/// Characters of context on either side.
const CONTEXT: usize = 70;
/// Words on either side that the order looks at: about as many as are shown.
const MOST_WORDS: u32 = 12;

pub(super) fn concordance(evaluation: &Evaluation) -> Result<Concordance, Error> {
    let state = evaluation.state;
    let order = state.view.option("sort").unwrap_or("article");
    let shown = state.view.number("lines", STEP);
    let total = evaluation.hit_count();
    // In the order of the articles, no more are needed than are shown.
    let needed = if order == "article" { shown.min(MOST_SORTED) } else { MOST_SORTED };
    let mut places = places(evaluation, order, needed)?;
    by(&mut places, |a, b| a.key.cmp(&b.key));
    places.truncate(shown);
    let lines: Vec<ConcordanceLine> = lines(evaluation, &places)?;
    let choice = |(value, label): (&str, &str)| Choice {
        label: label.to_owned(),
        selected: order == if value.is_empty() { "article" } else { value },
        to: state.with_view(state.view.with("sort", value)),
    };
    let more = if shown < MOST_SORTED { state.more("lines", total as usize, shown, STEP) } else { None };
    Ok(Concordance {
        sentence: sentence(total, evaluation.left.len(), order),
        sorts: [
            ("", "By article"),
            ("left", "By the word before"),
            ("hit", "By the hit"),
            ("right", "By the word after"),
        ]
        .map(choice)
        .into(),
        table: table(&lines, total),
        lines,
        total: u32::try_from(total).unwrap_or(u32::MAX),
        more,
    })
}

fn sentence(total: u64, articles: usize, order: &str) -> String {
    let hits = counted(total, "hit", "hits");
    let articles = counted(articles as u64, "article", "articles");
    if total > MOST_SORTED as u64 {
        let done = if order == "article" { "can be shown" } else { "are put in order" };
        format!("{hits} in {articles}; the first {} {done}.", counted(MOST_SORTED as u64, "hit", "hits"))
    } else {
        format!("{hits} in {articles}, each with the words around it.")
    }
}

/// A hit, and the words that it is put in order by.
struct Place {
    article: u32,
    hit: Hit,
    /// Forms by their numbers, which go by the order of their letters; empty where the order is that of the articles.
    key: Vec<u32>,
}

/// The first hits of what is left. The lines are made only of those that are shown.
fn places(evaluation: &Evaluation, order: &str, most: usize) -> Result<Vec<Place>, Error> {
    let mut places = Vec::new();
    for found in evaluation.left.iter().filter(|found| found.hits > 0) {
        let layout = evaluation.edition.layout(found.article)?;
        for hit in evaluation.hits(found.article, &layout)? {
            if places.len() == most {
                return Ok(places);
            }
            places.push(Place { article: found.article, key: key(&layout, &hit, order), hit });
        }
    }
    Ok(places)
}

/// The words of the block by which a hit is put in order, from the hit outward.
fn key(layout: &Layout, hit: &Hit, order: &str) -> Vec<u32> {
    let block = block(layout, hit).map_or(hit.tokens.clone(), |block| block.tokens.clone());
    let forms = |range: Range<u32>| {
        let tokens = layout.tokens.get(range.start as usize..range.end as usize).unwrap_or(&[]);
        tokens.iter().map(|token| token.form)
    };
    let left = || forms(block.start.max(hit.tokens.start.saturating_sub(MOST_WORDS))..hit.tokens.start);
    let right = || forms(hit.tokens.end..block.end.min(hit.tokens.end.saturating_add(MOST_WORDS)));
    match order {
        "left" => left().rev().collect(),
        "right" => right().collect(),
        // Were the hit's words not set off, `war crimes` + `trial` would stand among `war` + `crimes trial`.
        "hit" => forms(hit.tokens.clone()).map(|form| form.saturating_add(1)).chain([0]).chain(right()).collect(),
        _ => Vec::new(),
    }
}

fn block<'a>(layout: &'a Layout, hit: &Hit) -> Option<&'a LaidBlock> {
    let sentence = layout.sentences.get(hit.sentence as usize)?;
    layout.blocks.get(sentence.block as usize)
}

fn lines(evaluation: &Evaluation, places: &[Place]) -> Result<Vec<ConcordanceLine>, Error> {
    let mut lines = Vec::with_capacity(places.len());
    for places in places.chunk_by(|a, b| a.article == b.article) {
        let article = places[0].article;
        let text = evaluation.edition.text(article)?;
        let layout = evaluation.edition.layout(article)?;
        let name = evaluation.short_name(article);
        lines.extend(places.iter().map(|place| line(evaluation, article, &name, text, &layout, &place.hit)));
    }
    Ok(lines)
}

fn line(evaluation: &Evaluation, article: u32, name: &str, text: &str, layout: &Layout, hit: &Hit) -> ConcordanceLine {
    let block = block(layout, hit).map_or(hit.span, |block| block.span);
    let before = text.get(block.start as usize..hit.span.start as usize).unwrap_or("");
    let behind = text.get(hit.span.end as usize..block.end as usize).unwrap_or("");
    ConcordanceLine {
        left: last(before),
        node: folded_space(hit.span.of(text)),
        right: first(behind),
        article: name.to_owned(),
        to: evaluation.hit_address(article, hit, text, layout),
    }
}

/// White space folded to single spaces; what stands at either end stays one space.
fn folded_space(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_whitespace() {
            out.push(c);
        } else if !out.ends_with(' ') {
            out.push(' ');
        }
    }
    out
}

fn first(text: &str) -> String {
    let near: String = text.chars().take(CONTEXT).collect();
    let whole = near.len() == text.len();
    let cut = if whole { near.len() } else { near.rfind(char::is_whitespace).unwrap_or(near.len()) };
    folded_space(&near[..cut])
}

fn last(text: &str) -> String {
    let start = text.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let near = &text[start..];
    let cut = if start == 0 { 0 } else { near.find(char::is_whitespace).unwrap_or(0) };
    folded_space(&near[cut..])
}

fn table(lines: &[ConcordanceLine], all: u64) -> Table {
    let row = |line: &ConcordanceLine| {
        let mut cells = cells(&[line.left.trim(), &line.node, line.right.trim(), &line.article]);
        cells[1].to = Some(line.to.clone());
        cells
    };
    Table {
        caption: first_of("Keyword in context", lines.len(), all, "hits"),
        columns: columns(&[("Before", false), ("Hit", false), ("After", false), ("Article", false)]),
        rows: lines.iter().map(row).collect(),
    }
}
