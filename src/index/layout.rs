//! Blocks, sentences and words of one article.

use crate::read::BlockKind;
use crate::text::Span;
use core::ops::Range;

/// Where in an article's text its blocks, sentences and words are.
///
/// Words lie within one sentence, sentences within one block, each in order and without overlap. Boilerplate has sentences,
/// but no words: it can be shown, not found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    /// The blocks in order.
    pub blocks: Vec<LaidBlock>,
    /// The sentences of all blocks, in order.
    pub sentences: Vec<Sentence>,
    /// The words of all sentences, in order.
    pub tokens: Vec<Token>,
}

/// A block of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaidBlock {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands.
    pub span: Span,
    /// Its sentences, in [`Layout::sentences`].
    pub sentences: Range<u32>,
    /// Its words, in [`Layout::tokens`].
    pub tokens: Range<u32>,
}

/// A sentence of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// Its block, in [`Layout::blocks`].
    pub block: u32,
    /// Its words, in [`Layout::tokens`].
    pub tokens: Range<u32>,
}

/// A word of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Its folded form, by number. Numbers go by the order of the forms' bytes, so that sorting by them sorts by the forms.
    pub form: u32,
}

impl Layout {
    /// The sentence that a word stands in.
    #[must_use]
    pub fn sentence_of(&self, token: u32) -> u32 {
        let after = self.sentences.partition_point(|sentence| sentence.tokens.end <= token);
        after.min(self.sentences.len().saturating_sub(1)) as u32
    }
}
