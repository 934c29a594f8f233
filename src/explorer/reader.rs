//! The reader: an opened article with its marks.

use super::articles::is_title;
use super::date::published;
use super::evaluation::{Evaluation, marked};
use super::runs::{Marked, runs};
use super::screen::{Reader, ReaderBlock, ReaderSentence};
use super::selection::{Selection, SentenceLink, word_hash};
use super::state::{State, excerpt};
use crate::index::{Error, LaidBlock, Layout};
use crate::read::BlockKind;

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
    let selected = match &selection.sentence {
        Some(link) => {
            let found = find(link, text, &layout);
            if found.is_none() {
                notices.push(format!("The sentence that this link led to no longer stands in “{}”.", head.title));
            }
            found
        }
        None => None,
    };
    let mut others = evaluation.state.clone();
    others.select.remove(at);
    Ok(Reader {
        id: head.id.clone(),
        title: head.title.clone(),
        outlet: evaluation.outlet(head).to_owned(),
        date: published(&head.published),
        url: head.url.clone(),
        hits: hits.len() as u32,
        blocks: blocks(evaluation, at, article, text, &layout, &marked(&hits), selected),
        selected: selected.map(|ordinal| format!("s{ordinal}")),
        close: others.address(),
    })
}

/// The sentence a link means: that of its ordinal if the words still fit, else the nearest with these words.
fn find(link: &SentenceLink, text: &str, layout: &Layout) -> Option<usize> {
    let fits = |at: &usize| {
        let sentence = layout.sentences.get(*at).map_or("", |sentence| sentence.span.of(text));
        !sentence.is_empty() && (link.hash.is_empty() || word_hash(sentence) == link.hash)
    };
    let ordinal = link.ordinal as usize;
    let nearest = || (0..layout.sentences.len()).filter(fits).min_by_key(|at| at.abs_diff(ordinal));
    Some(ordinal).filter(fits).or_else(|| nearest().filter(|_| !link.hash.is_empty()))
}

fn blocks(
    evaluation: &Evaluation,
    at: usize,
    article: u32,
    text: &str,
    layout: &Layout,
    marks: &[Marked],
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
