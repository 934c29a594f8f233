//! Keyword in context: every hit on a line with what stands left and right of it.

use crate::explorer::articles::with_view;
use crate::explorer::count::counted;
use crate::explorer::evaluation::Evaluation;
use crate::explorer::screen::{Choice, Concordance, ConcordanceLine, Table};
use crate::explorer::table::{cell, columns, link};
use crate::index::{Error, Hit, Layout};
use crate::order::by;
use crate::text::{fold, words};

const STEP: usize = 50;
/// Only so many hits are put in order: an order over more would not be read, and would take long.
const MOST_SORTED: usize = 5_000;
/// Characters of context on either side.
const CONTEXT: usize = 70;

pub(super) fn concordance(evaluation: &Evaluation) -> Result<Concordance, Error> {
    let state = evaluation.state;
    let order = state.view.option("sort").unwrap_or("article");
    let shown = state.view.number("lines", STEP);
    let total = evaluation.hit_count();
    // In the order of the articles, no more are needed than are shown.
    let needed = if order == "article" { shown.min(MOST_SORTED) } else { MOST_SORTED };
    let mut lines = lines(evaluation, needed)?;
    match order {
        "left" => sort(&mut lines, &|line| key(&line.left, true)),
        "right" => sort(&mut lines, &|line| key(&line.right, false)),
        "hit" => sort(&mut lines, &|line| format!("{}\0{}", fold(&line.node), key(&line.right, false))),
        _ => {}
    }
    lines.truncate(shown);
    let choice = |(value, label): (&str, &str)| Choice {
        label: label.to_owned(),
        selected: order == if value.is_empty() { "article" } else { value },
        to: with_view(state, state.view.with("sort", value)),
    };
    let more = (total > shown as u64 && shown < MOST_SORTED)
        .then(|| with_view(state, state.view.with("lines", &(shown + STEP).to_string())));
    Ok(Concordance {
        sentence: sentence(total, evaluation.left.len(), order),
        sorts: [
            ("", "By article"),
            ("left", "By the word before"),
            ("hit", "By the hit"),
            ("right", "By the word behind"),
        ]
        .map(choice)
        .into(),
        table: table(&lines),
        lines,
        total: u32::try_from(total).unwrap_or(u32::MAX),
        more,
    })
}

fn sentence(total: u64, articles: usize, order: &str) -> String {
    let hits = counted(total, "hit", "hits");
    let articles = counted(articles as u64, "article", "articles");
    if order != "article" && total > MOST_SORTED as u64 {
        format!("{hits} in {articles}; the first {} are put in order.", counted(MOST_SORTED as u64, "hit", "hits"))
    } else {
        format!("{hits} in {articles}, each with the words around it.")
    }
}

fn lines(evaluation: &Evaluation, most: usize) -> Result<Vec<ConcordanceLine>, Error> {
    let mut lines = Vec::new();
    for found in evaluation.left.iter().filter(|found| found.hits > 0) {
        let text = evaluation.edition.text(found.article)?;
        let layout = evaluation.edition.layout(found.article)?;
        let name = evaluation.short_name(found.article);
        for hit in evaluation.hits(found.article)? {
            if lines.len() == most {
                return Ok(lines);
            }
            lines.push(line(evaluation, found.article, &name, text, &layout, &hit));
        }
    }
    Ok(lines)
}

fn line(evaluation: &Evaluation, article: u32, name: &str, text: &str, layout: &Layout, hit: &Hit) -> ConcordanceLine {
    let block =
        layout.sentences.get(hit.sentence as usize).and_then(|sentence| layout.blocks.get(sentence.block as usize));
    let block = block.map_or(hit.span, |block| block.span);
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

fn sort(lines: &mut Vec<ConcordanceLine>, key: &dyn Fn(&ConcordanceLine) -> String) {
    let mut keyed: Vec<(String, ConcordanceLine)> = lines.drain(..).map(|line| (key(&line), line)).collect();
    by(&mut keyed, |a, b| a.0.cmp(&b.0));
    lines.extend(keyed.into_iter().map(|(_, line)| line));
}

/// The context's words from the hit outward, folded, to sort by.
fn key(context: &str, outward_left: bool) -> String {
    let mut words: Vec<String> = words(context).map(|span| fold(span.of(context))).collect();
    if outward_left {
        words.reverse();
    }
    // A word sorts before every longer one that begins with it.
    words.join("\0")
}

fn table(lines: &[ConcordanceLine]) -> Table {
    let row = |line: &ConcordanceLine| {
        vec![
            cell(line.left.trim()),
            link(line.node.as_str(), line.to.clone()),
            cell(line.right.trim()),
            cell(line.article.as_str()),
        ]
    };
    Table {
        caption: "Keyword in context".into(),
        columns: columns(&[("Before", false), ("Hit", false), ("Behind", false), ("Article", false)]),
        rows: lines.iter().map(row).collect(),
    }
}
