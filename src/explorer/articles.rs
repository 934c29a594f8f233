//! The view Articles: the list.

use super::date::{in_order, published};
use super::evaluation::{Evaluation, marked};
use super::runs::{Marks, runs};
use super::screen::{ArticleItem, ArticleList, Choice, Run, Snippet, Table};
use super::selection::Selection;
use super::state::State;
use super::table::{columns, each, row as cells};
use super::view::Kind;
use crate::index::{Error, Hit, Layout, Match};
use crate::order::{by, by_key, down};
use crate::read::{BlockKind, Head};
use crate::text::{Span, fold};

/// So many articles are shown at first, and more at each "Show more".
const STEP: usize = 50;
/// So many sentences stand under an article.
const SNIPPETS: usize = 2;

/// The list in a state.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(super) fn articles(evaluation: &Evaluation) -> Result<ArticleList, Error> {
    let state = evaluation.state;
    let order = order(evaluation);
    let mut left: Vec<&Match> = evaluation.left.iter().collect();
    sort(&mut left, evaluation, order);
    let first = state.view.number("first", STEP);
    let items: Vec<ArticleItem> = each(left.iter().take(first), |found| item(evaluation, found))?;
    let more = state.more("first", left.len(), first, STEP);
    Ok(ArticleList {
        sorts: sorts(evaluation, order),
        total: left.len() as u32,
        items,
        more,
        empty: evaluation.empty()?,
    })
}

fn order<'a>(evaluation: &'a Evaluation) -> &'a str {
    let view = &evaluation.state.view;
    let chosen = if view.kind == Kind::Articles { view.option("sort") } else { None };
    chosen.unwrap_or(if evaluation.query.has_words() { "relevance" } else { "date" })
}

fn sorts(evaluation: &Evaluation, order: &str) -> Vec<Choice> {
    let all = [("relevance", "Best match"), ("date", "Date"), ("title", "Title"), ("outlet", "Outlet")];
    let choice = |(sort, label): &(&str, &str)| Choice {
        label: (*label).to_owned(),
        selected: *sort == order,
        to: evaluation.state.with_view(evaluation.state.view.with("sort", sort)),
    };
    all.iter().skip(usize::from(!evaluation.query.has_words())).map(choice).collect()
}

fn sort(left: &mut Vec<&Match>, evaluation: &Evaluation, order: &str) {
    let head = |found: &Match| &evaluation.heads[found.article as usize];
    match order {
        "date" => by_key(left, |found| in_order(&head(found).published)),
        "title" => by_name(left, &|found| fold(&head(found).title)),
        "outlet" => {
            by_key(left, |found| in_order(&head(found).published));
            by_name(left, &|found| fold(evaluation.outlet(head(found))));
        }
        _ => {}
    }
}

fn by_name(left: &mut Vec<&Match>, name: &dyn Fn(&Match) -> String) {
    let mut named: Vec<(String, &Match)> = left.iter().map(|found| (name(found), *found)).collect();
    by(&mut named, |a, b| a.0.cmp(&b.0));
    *left = named.into_iter().map(|(_, found)| found).collect();
}

fn item(evaluation: &Evaluation, found: &Match) -> Result<ArticleItem, Error> {
    let head = &evaluation.heads[found.article as usize];
    let text = evaluation.edition.text(found.article)?;
    let layout = evaluation.edition.layout(found.article)?;
    let hits = evaluation.hits(found.article, &layout)?;
    let selection = Selection::article(&head.id);
    let open = evaluation.state.select.iter().any(|selected| selected.article == head.id);
    let beside = match evaluation.state.select.as_slice() {
        [first, ..] if !open => {
            Some(State { select: vec![first.clone(), selection.clone()], ..evaluation.state.clone() }.address())
        }
        _ => None,
    };
    Ok(ArticleItem {
        id: head.id.clone(),
        title: title(head, text, &hits),
        outlet: evaluation.outlet(head).to_owned(),
        date: published(&head.published),
        hits: evaluation.query.has_words().then_some(found.hits),
        words: evaluation.edition.words(found.article)?,
        snippets: snippets(evaluation, found.article, text, &layout, &hits),
        to: evaluation.opening(selection),
        beside,
        open,
    })
}

fn title(head: &Head, text: &str, hits: &[Hit]) -> Vec<Run> {
    match head.title_span.filter(|span| is_title(head, span.of(text))) {
        Some(span) => runs(text, span, &Marks::new(marked(hits))),
        None => vec![Run { text: head.title.clone(), marks: Vec::new() }],
    }
}

/// Whether words of the text are the title, white space aside: it may be given by hand and another.
pub(super) fn is_title(head: &Head, words: &str) -> bool {
    words.split_whitespace().eq(head.title.split_whitespace())
}

fn snippets(evaluation: &Evaluation, article: u32, text: &str, layout: &Layout, hits: &[Hit]) -> Vec<Snippet> {
    let is_story = |at: &usize| {
        let block = layout.sentences[*at].block as usize;
        layout.blocks.get(block).is_some_and(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Standfirst))
    };
    let mut counts = vec![0u32; layout.sentences.len()];
    for hit in hits {
        if let Some(count) = counts.get_mut(hit.sentence as usize) {
            *count += 1;
        }
    }
    let mut best: Vec<usize> =
        (0..layout.sentences.len()).filter(is_story).filter(|at| hits.is_empty() || counts[*at] > 0).collect();
    by_key(&mut best, |at| u64::from(down(counts[*at])));
    best.truncate(if hits.is_empty() { 1 } else { SNIPPETS });
    by_key(&mut best, |at| *at as u64);
    let marks = Marks::new(marked(hits));
    let snippet = |at: usize| {
        let span: Span = layout.sentences[at].span;
        Snippet {
            runs: runs(text, span, &marks),
            to: evaluation.opening(evaluation.sentence_link(article, at, span.of(text))),
        }
    };
    best.into_iter().map(snippet).collect()
}

/// The table of the list: every article that is left, in the list's order.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(super) fn table(evaluation: &Evaluation) -> Result<Table, Error> {
    let mut left: Vec<&Match> = evaluation.left.iter().collect();
    sort(&mut left, evaluation, order(evaluation));
    let row = |found: &&Match| {
        let head = &evaluation.heads[found.article as usize];
        let date = published(&head.published);
        let words = evaluation.edition.words(found.article)?;
        let (outlet, url) = (head.outlet.as_deref().unwrap_or_default(), head.url.as_deref().unwrap_or_default());
        let texts = [&head.title, outlet, &date.text, &date.how, &found.hits.to_string(), &words.to_string(), url];
        Ok(cells(&texts, &evaluation.opening(Selection::article(&head.id))))
    };
    Ok(Table {
        caption: "Articles".into(),
        columns: columns(&[
            ("Title", false),
            ("Outlet", false),
            ("Published", false),
            ("How it is known", false),
            ("Hits", true),
            ("Words", true),
            ("Address", false),
        ]),
        rows: each(&left, row)?,
    })
}
