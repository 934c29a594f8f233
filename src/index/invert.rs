//! Layouts turned round: where each form stands, and how often.

use super::layout::{Layout, Token, is_searched};
use super::postings;
use super::statistics::Counted;
use super::terms::Term;
use crate::order;
use crate::read::BlockKind;
use crate::text;
use core::ops::Range;

/// Marks words that fold to nothing, such as a lone soft hyphen: nobody sees them, so nobody can ask for them.
pub const NOTHING: u32 = u32::MAX;

/// Adds the words to a layout that has only sentences, each with the number that `number` gives it. None where a sentence
/// does not fit the text, or positions would not fit 32 bits.
pub fn add_words(layout: &mut Layout, text: &str, number: &mut dyn FnMut(&str) -> u32) -> Option<()> {
    let Layout { blocks, sentences, tokens } = layout;
    for block in blocks {
        block.tokens.start = tokens.len() as u32;
        for sentence in sentences.get_mut(block.sentences.start as usize..block.sentences.end as usize)? {
            let start = tokens.len() as u32;
            let words = text.get(sentence.span.range())?;
            if is_searched(block.kind) {
                for word in text::words(words) {
                    let form = number(word.of(words));
                    if form != NOTHING {
                        tokens.push(Token { span: word.shifted(sentence.span.start as usize), form });
                    }
                }
            }
            sentence.tokens = start..tokens.len() as u32;
        }
        block.tokens.end = tokens.len() as u32;
    }
    layout.positions().last().is_none_or(|last| *last < u32::MAX / 2).then_some(())
}

/// Counts the words of an article and those of its title.
pub fn count(layout: &Layout) -> Counted {
    let positions = layout.positions();
    let title = layout.blocks.iter().find(|block| block.kind == BlockKind::Title && !block.tokens.is_empty());
    let title = title.and_then(|title| positions.get(title.tokens.start as usize..title.tokens.end as usize));
    let title = title.and_then(|title| Some(*title.first()?..*title.last()? + 1));
    Counted { words: layout.tokens.len() as u32, title: title.unwrap_or(0..0) }
}

/// Strings in order, none twice, and the place of each in that order.
pub fn ranked(strings: &[String]) -> (Vec<&str>, Vec<u32>) {
    let mut order: Vec<(u32, &str)> = (0..).zip(strings.iter().map(String::as_str)).collect();
    order::by(&mut order, |a, b| a.1.cmp(b.1));
    let mut ranks = vec![0; strings.len()];
    let mut sorted: Vec<&str> = Vec::new();
    for (at, string) in order {
        if sorted.last() != Some(&string) {
            sorted.push(string);
        }
        ranks[at as usize] = (sorted.len() - 1) as u32;
    }
    (sorted, ranks)
}

/// Where one form stands.
#[derive(Clone, Copy, Default)]
struct Occurrence {
    article: u32,
    position: u32,
}

/// What is known of each of so many forms but its stem; `push` takes its list of postings, and says where that is.
pub fn terms(
    forms: usize,
    laid: &[Layout],
    counted: &[Counted],
    push: &mut dyn FnMut(&mut postings::Writer) -> Range<u32>,
) -> Vec<Term> {
    let (occurrences, starts) = occurrences(forms, laid);
    let mut terms = Vec::with_capacity(forms);
    let mut list = postings::Writer::default();
    for bounds in starts.windows(2) {
        let stands = &occurrences[bounds[0]..bounds[1]];
        for group in stands.chunk_by(|a, b| a.article == b.article) {
            let article = group.first().map_or(0, |first| first.article);
            let title = &counted[article as usize].title;
            let titled = group.iter().filter(|stands| title.contains(&stands.position)).count();
            list.push(article, group.iter().map(|stands| stands.position), titled as u32);
        }
        let articles = list.articles();
        terms.push(Term { stem: 0, articles, count: stands.len() as u32, postings: push(&mut list) });
    }
    terms
}

/// The occurrences of all forms, sorted by form, and where those of each begin: by counting, in linear time.
fn occurrences(forms: usize, laid: &[Layout]) -> (Vec<Occurrence>, Vec<usize>) {
    let mut starts = vec![0; forms + 1];
    for token in laid.iter().flat_map(|layout| &layout.tokens) {
        starts[token.form as usize + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut next = starts.clone();
    let mut all = vec![Occurrence::default(); starts.last().copied().unwrap_or(0)];
    for (article, layout) in (0..).zip(laid) {
        for (token, position) in layout.tokens.iter().zip(layout.positions()) {
            let place = &mut next[token.form as usize];
            all[*place] = Occurrence { article, position };
            *place += 1;
        }
    }
    (all, starts)
}
