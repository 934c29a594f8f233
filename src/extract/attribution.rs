//! Which words of an article somebody stands behind.

use super::{Facts, Source};
use crate::order;
use crate::text::Span;

/// A stretch of text that somebody stands behind: a quotation, or words that a sentence before or after gives to them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attribution {
    /// The words.
    pub span: Span,
    /// Who stands behind them, nearest first: the speaker, the body they speak for, the way that the words went.
    pub sources: Vec<Source>,
    /// The rule that found it.
    pub rule: &'static str,
}

/// Who stands behind words, nearest first: from the innermost attribution that covers them to the outermost. Nobody twice.
#[must_use]
pub fn attributed(facts: &Facts, span: Span) -> Vec<Source> {
    let end = facts.attributions.partition_point(|of| of.span.start <= span.start);
    let mut covering: Vec<&Attribution> =
        facts.attributions[..end].iter().rev().take(NEAR).filter(|of| of.span.contains(span)).collect();
    order::by_key(&mut covering, |of| of.span.len() as u64);
    let mut sources: Vec<Source> = Vec::new();
    for source in covering.iter().flat_map(|of| &of.sources) {
        let known =
            |other: &Source| other.name == source.name || other.entity.is_some() && other.entity == source.entity;
        if !sources.iter().any(known) {
            sources.push(source.clone());
        }
    }
    sources
}

/// How many attributions that begin before the words are asked. A block of speech holds at most so many others.
const NEAR: usize = 64;
