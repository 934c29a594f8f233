//! Blocks, sentences and words of one article.
//!
//! ```text
//! count of blocks · of each:
//!   kind, one byte · bytes from the end of the block before · bytes of it · count of sentences · of each:
//!     bytes from the end of the sentence before (or the beginning of the block) · bytes of it · count of words · of each:
//!       bytes of it × 4 + gap · (if gap = 3) gap beyond 3 · number of its form
//! ```
//!
//! The gap is counted from the end of the word before, or from the beginning of the sentence. Most words are short and one space
//! from the next: one byte for both.

use super::Error;
use super::postings::GAP;
use super::varint::{Cursor, put};
use crate::read::BlockKind;
use crate::text::Span;
use core::ops::Range;

const PLACE: &str = "block layout";

/// The kinds of blocks; a kind's place here is its byte.
const KINDS: [BlockKind; 6] = [
    BlockKind::Outlet,
    BlockKind::Title,
    BlockKind::Standfirst,
    BlockKind::Stamp,
    BlockKind::Paragraph,
    BlockKind::Boilerplate,
];

/// Whether the words of such a block can be found.
pub fn is_searched(kind: BlockKind) -> bool {
    kind != BlockKind::Boilerplate
}

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

/// What a walk over a layout's bytes meets.
enum Met {
    Block(BlockKind, Span),
    Sentence(Span),
    Token(Token),
}

impl Layout {
    /// The bytes of the block. None where something overlaps or is out of order.
    pub(super) fn write(&self) -> Option<Vec<u8>> {
        let mut out = Vec::new();
        put(&mut out, self.blocks.len() as u64);
        let mut block_end = 0;
        for block in &self.blocks {
            out.push(KINDS.iter().position(|kind| *kind == block.kind)? as u8);
            put_span(&mut out, block_end, block.span)?;
            block_end = block.span.end;
            let sentences = self.sentences.get(block.sentences.start as usize..block.sentences.end as usize)?;
            put(&mut out, sentences.len() as u64);
            let mut sentence_end = block.span.start;
            for sentence in sentences {
                put_span(&mut out, sentence_end, sentence.span)?;
                sentence_end = sentence.span.end;
                self.write_tokens(sentence, &mut out)?;
            }
            if sentence_end > block_end {
                return None;
            }
        }
        Some(out)
    }

    fn write_tokens(&self, sentence: &Sentence, out: &mut Vec<u8>) -> Option<()> {
        let tokens = self.tokens.get(sentence.tokens.start as usize..sentence.tokens.end as usize)?;
        put(out, tokens.len() as u64);
        let mut end = sentence.span.start;
        for token in tokens {
            let gap = token.span.start.checked_sub(end)?;
            put(out, (token.span.len() as u64) << 2 | u64::from(gap.min(3)));
            if gap >= 3 {
                put(out, u64::from(gap - 3));
            }
            put(out, token.form.into());
            end = token.span.end;
        }
        (end <= sentence.span.end).then_some(())
    }

    /// Reads the block of an article whose text has so many bytes.
    pub(super) fn read(bytes: &[u8], text: u32) -> Result<Self, Error> {
        let mut layout = Self::default();
        walk(bytes, text, |met| layout.append(met))?;
        Ok(layout)
    }

    fn append(&mut self, met: Met) {
        let (sentences, tokens) = (self.sentences.len() as u32, self.tokens.len() as u32);
        match met {
            Met::Block(kind, span) => {
                self.blocks.push(LaidBlock { kind, span, sentences: sentences..sentences, tokens: tokens..tokens });
            }
            Met::Sentence(span) => {
                let block = self.blocks.len().saturating_sub(1) as u32;
                self.sentences.push(Sentence { span, block, tokens: tokens..tokens });
                if let Some(block) = self.blocks.last_mut() {
                    block.sentences.end += 1;
                }
            }
            Met::Token(token) => {
                self.tokens.push(token);
                if let Some(sentence) = self.sentences.last_mut() {
                    sentence.tokens.end += 1;
                }
                if let Some(block) = self.blocks.last_mut() {
                    block.tokens.end += 1;
                }
            }
        }
    }

    /// Calls `take` with the form of each word, in order, without laying anything out.
    pub(super) fn forms(bytes: &[u8], text: u32, mut take: impl FnMut(u32)) -> Result<(), Error> {
        walk(bytes, text, |met| {
            if let Met::Token(token) = met {
                take(token.form);
            }
        })
    }

    /// The position of each word (see `postings`).
    pub(super) fn positions(&self) -> Vec<u32> {
        let mut positions = Vec::with_capacity(self.tokens.len());
        let mut base = 0u32;
        for block in self.blocks.iter().filter(|block| is_searched(block.kind)) {
            positions.extend(block.tokens.clone().map(|token| base.saturating_add(token)));
            base = base.saturating_add(GAP);
        }
        positions
    }
}

fn put_span(out: &mut Vec<u8>, end: u32, span: Span) -> Option<()> {
    put(out, span.start.checked_sub(end)?.into());
    put(out, span.len() as u64);
    Some(())
}

fn walk(bytes: &[u8], text: u32, mut take: impl FnMut(Met)) -> Result<(), Error> {
    let mut from = Cursor::new(bytes, PLACE);
    let mut block_end = 0;
    for _ in 0..from.number()? {
        let kind = from.byte()?;
        let kind = *KINDS.get(usize::from(kind)).ok_or_else(|| from.damaged())?;
        let block = next_span(&mut from, block_end, text)?;
        block_end = block.end;
        take(Met::Block(kind, block));
        let mut sentence_end = block.start;
        for _ in 0..from.number()? {
            let sentence = next_span(&mut from, sentence_end, block.end)?;
            sentence_end = sentence.end;
            take(Met::Sentence(sentence));
            let tokens = from.number()?;
            if tokens > 0 && !is_searched(kind) {
                return Err(from.damaged());
            }
            walk_tokens(&mut from, tokens, sentence, &mut take)?;
        }
    }
    from.finish()
}

fn walk_tokens(from: &mut Cursor<'_>, tokens: u32, sentence: Span, take: &mut impl FnMut(Met)) -> Result<(), Error> {
    let mut end = sentence.start;
    for _ in 0..tokens {
        let packed = from.number()?;
        // Four numbers of 32 bits at most are added up: no overflow in 64.
        let mut gap = u64::from(packed & 3);
        if gap == 3 {
            gap += u64::from(from.number()?);
        }
        let start = u64::from(end) + gap;
        let behind = start + u64::from(packed >> 2);
        if behind > u64::from(sentence.end) {
            return Err(from.damaged());
        }
        end = behind as u32;
        take(Met::Token(Token { span: Span { start: start as u32, end }, form: from.number()? }));
    }
    Ok(())
}

fn next_span(from: &mut Cursor<'_>, end: u32, bound: u32) -> Result<Span, Error> {
    let start = from.after(end)?;
    let end = from.after(start)?;
    if end > bound { Err(from.damaged()) } else { Ok(Span { start, end }) }
}
