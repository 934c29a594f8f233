//! The reader: an opened article with its marks.

use super::articles::is_title;
use super::card::{card, selection};
use super::date::published;
use super::evaluation::{Evaluation, marked};
use super::fact::{Fact, LAYERS, all};
use super::runs::{Marked, Marks, runs, shortened};
use super::screen::{FactMark, Layer, Reader, ReaderBlock, ReaderSentence};
use super::selection::{Part, Selection};
use super::state::{State, excerpt};
use crate::index::{Error, LaidBlock, Layout};
use crate::read::BlockKind;
use crate::read::iso;

/// Characters of a mark's words in its name.
const LONGEST_NAME: usize = 120;

/// The opened articles, and a sentence for each that is gone.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(super) fn readers(evaluation: &Evaluation) -> Result<(Vec<Reader>, Vec<String>), Error> {
    let mut readers = Vec::new();
    let mut notices = Vec::new();
    for (at, selection) in evaluation.state.select.iter().enumerate() {
        match evaluation.heads.iter().position(|head| head.id == selection.article) {
            Some(article) => readers.push(reader(evaluation, at, article as u32, selection, &mut notices)?),
            None => notices.push(format!("There is no article “{}” in this edition.", excerpt(&selection.article))),
        }
    }
    Ok((readers, notices))
}

fn reader(
    evaluation: &Evaluation,
    at: usize,
    article: u32,
    selection: &Selection,
    notices: &mut Vec<String>,
) -> Result<Reader, Error> {
    let head = &evaluation.heads[article as usize];
    let text = evaluation.edition.text(article)?;
    let layout = evaluation.edition.layout(article)?;
    let hits = evaluation.hits(article, &layout)?;
    let facts = all(&evaluation.edition.facts(article)?.facts);
    let (sentence, fact) = selected(selection, text, &layout, &facts);
    if selection.part.is_some() && sentence.is_none() && fact.is_none() {
        notices.push(format!("The words that this link led to no longer stand in “{}”.", head.title));
    }
    let mut others = evaluation.state.clone();
    others.select.remove(at);
    // The address of the same state with something else selected in this article.
    let select = |selection: Selection| {
        let mut next = evaluation.state.clone();
        next.select[at] = selection;
        next.address()
    };
    let to = |fact: &Fact| select(self::selection(evaluation, article, fact, text));
    let closed = select(Selection::article(&head.id));
    let on = evaluation.state.view.layers();
    let shown: Vec<&Fact> = facts.iter().filter(|other| on.contains(&other.layer) || fact == Some(**other)).collect();
    let marks = shown.iter().map(|fact| Marked { span: fact.span, kind: fact.kind, id: fact.id() });
    Ok(Reader {
        id: head.id.clone(),
        title: head.title.clone(),
        outlet: evaluation.outlet(head).to_owned(),
        date: published(&head.published),
        url: head.url.clone(),
        issued: [head.published.earliest, head.published.latest].map(|day| day.map(iso)),
        hits: hits.len() as u32,
        blocks: blocks(
            evaluation,
            at,
            article,
            text,
            &layout,
            &Marks::new(marks.chain(marked(&hits)).collect()),
            sentence,
        ),
        selected: sentence.map(|ordinal| format!("s{ordinal}")).or_else(|| fact.map(|fact| fact.id())),
        layers: layers(evaluation.state, &facts, &on),
        facts: shown
            .iter()
            .map(|other| FactMark {
                id: other.id(),
                label: [other.noun(), ": ", &shortened(other.span.of(text), LONGEST_NAME)].concat(),
                to: if fact == Some(**other) { closed.clone() } else { to(other) },
            })
            .collect(),
        card: match fact {
            Some(fact) => Some(card(evaluation, article, &fact, &to, closed)?),
            None => None,
        },
        close: others.address(),
    })
}

/// The sentence or the fact that is selected, if it still stands there.
fn selected(selection: &Selection, text: &str, layout: &Layout, facts: &[Fact]) -> (Option<usize>, Option<Fact>) {
    let Some(link) = &selection.part else { return (None, None) };
    if link.part == Part::Sentence {
        let words = |at: usize| layout.sentences.get(at).map_or("", |sentence| sentence.span.of(text));
        return (link.find(layout.sentences.len(), words), None);
    }
    let of_part: Vec<&Fact> = facts.iter().filter(|fact| fact.part == link.part).collect();
    let found = link.find(of_part.len(), |at| of_part.get(at).map_or("", |fact| fact.span.of(text)));
    (None, found.map(|at| *of_part[at]))
}

/// The layers that have marks in this article, with what switching each leads to.
fn layers(state: &State, facts: &[Fact], on: &[&str]) -> Vec<Layer> {
    let layer = |(kind, label): (&'static str, &'static str)| {
        let is_on = on.contains(&kind);
        let next: Vec<&str> =
            LAYERS.iter().map(|(other, _)| *other).filter(|other| on.contains(other) != (*other == kind)).collect();
        Layer {
            kind,
            label,
            count: facts.iter().filter(|fact| fact.layer == kind).count() as u32,
            on: is_on,
            to: state.with_view(state.view.with("layers", &next.join(","))),
        }
    };
    LAYERS.into_iter().map(layer).filter(|layer| layer.count > 0).collect()
}

fn blocks(
    evaluation: &Evaluation,
    at: usize,
    article: u32,
    text: &str,
    layout: &Layout,
    marks: &Marks,
    selected: Option<usize>,
) -> Vec<ReaderBlock> {
    let head = &evaluation.heads[article as usize];
    let empty = |block: &LaidBlock| ReaderBlock {
        kind: kind(block.kind),
        heading: block.kind == BlockKind::Title && is_title(head, block.span.of(text)),
        sentences: Vec::new(),
    };
    let mut blocks: Vec<ReaderBlock> = layout.blocks.iter().map(empty).collect();
    let mut end = 0;
    let mut block_before = None;
    for (ordinal, sentence) in layout.sentences.iter().enumerate() {
        let Some(block) = blocks.get_mut(sentence.block as usize) else { continue };
        let gap = if block_before == Some(sentence.block) {
            text.get(end..sentence.span.start as usize).unwrap_or("")
        } else {
            ""
        };
        let link = evaluation.sentence_link(article, ordinal, sentence.span.of(text));
        let mut next: State = evaluation.state.clone();
        next.select[at] = link;
        block.sentences.push(ReaderSentence {
            id: format!("s{ordinal}"),
            gap: gap.to_owned(),
            runs: runs(text, sentence.span, marks),
            selected: selected == Some(ordinal),
            to: next.address(),
        });
        end = sentence.span.end as usize;
        block_before = Some(sentence.block);
    }
    blocks
}

fn kind(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Outlet => "outlet",
        BlockKind::Title => "title",
        BlockKind::Standfirst => "standfirst",
        BlockKind::Stamp => "stamp",
        BlockKind::Paragraph => "paragraph",
        BlockKind::Boilerplate => "boilerplate",
    }
}
