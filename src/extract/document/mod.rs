//! An article made ready to be read by finders: its blocks, sentences, tokens, word classes and chunks.

mod chunk;
mod entry;
mod phrase;
mod tag;
mod tagger;
mod token;

pub use phrase::{Phrase, VerbGroup};
pub use tag::Tag;
pub use token::{Token, TokenKind};

use crate::lexicon::Word;
use crate::read::{Article, BlockKind, Published};
use crate::text::{Span, fold_into, sentences};
use core::ops::Range;
use entry::Entry;

/// A sentence of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it stands.
    pub span: Span,
    /// The kind of its block.
    pub block_kind: BlockKind,
    /// Its block, counted among all blocks of the article.
    pub block: usize,
    /// Its tokens, in [`Document::tokens`].
    pub tokens: Range<usize>,
    /// Its noun phrases, in [`Document::phrases`].
    pub phrases: Range<usize>,
    /// Its groups of verbs, in [`Document::verbs`].
    pub verbs: Range<usize>,
}

/// An article in sentences and tokens. Boilerplate and printed stamps are left out.
#[derive(Clone, Debug)]
pub struct Document<'t> {
    /// The article's text.
    pub text: &'t str,
    /// When it was published.
    pub published: &'t Published,
    /// The article's outlet, as far as it is known.
    pub outlet: Option<&'t str>,
    /// The sentences in order.
    pub sentences: Vec<Sentence>,
    /// The tokens of all sentences, in order.
    pub tokens: Vec<Token>,
    /// The noun phrases of all sentences, in order, none within another.
    pub phrases: Vec<Phrase>,
    /// The groups of verbs of all sentences, in order.
    pub verbs: Vec<VerbGroup>,
    /// The lower-case forms of all tokens, one behind the other.
    forms: String,
}

impl<'t> Document<'t> {
    /// Reads an article.
    #[must_use]
    pub fn read(article: &'t Article) -> Self {
        let mut document = Self {
            text: &article.text,
            published: &article.head.published,
            outlet: article.head.outlet.as_deref(),
            sentences: Vec::new(),
            tokens: Vec::with_capacity(article.text.len() / 5),
            phrases: Vec::new(),
            verbs: Vec::new(),
            forms: String::with_capacity(article.text.len()),
        };
        for (block, of) in article.blocks.iter().enumerate() {
            if !matches!(of.kind, BlockKind::Boilerplate | BlockKind::Stamp | BlockKind::Outlet) {
                for sentence in sentences(of.span.of(&article.text)) {
                    document.add_sentence(sentence.shifted(of.span.start as usize), block, of.kind);
                }
            }
        }
        document
    }

    fn add_sentence(&mut self, span: Span, block: usize, block_kind: BlockKind) {
        let first = self.tokens.len();
        let text = span.of(self.text);
        let mut folded = String::new();
        token::tokens(text, |at, kind| {
            let written = at.of(text);
            let start = self.forms.len() as u32;
            if written.is_ascii() {
                // As `fold` has it, without a second look at each byte.
                self.forms.push_str(written.trim_end_matches('.'));
                self.forms[start as usize..].make_ascii_lowercase();
            } else {
                fold_into(written, &mut folded);
                self.forms.push_str(&folded);
            }
            let entry = match kind {
                TokenKind::Word => Entry::of(&self.forms[start as usize..]),
                _ => Entry::of_mark(&self.forms[start as usize..]),
            };
            self.tokens.push(Token {
                span: at.shifted(span.start as usize),
                kind,
                tag: Tag::Other,
                word: entry.word,
                name: entry.name,
                hash: entry.hash,
                time: entry.time,
                opens_time: entry.opens_time,
                says: entry.says,
                head: entry.head,
                numeral: match kind {
                    TokenKind::Number => true,
                    TokenKind::Word => entry.numeral || !written.is_ascii(),
                    TokenKind::Mark(mark) => !mark.is_ascii(),
                    TokenKind::Possessive => false,
                },
                capital: written.starts_with(char::is_uppercase),
                capitals: is_capitals(written),
                spaced: at.start == 0 || text[..at.start as usize].ends_with(char::is_whitespace),
                lower: (start, self.forms.len() as u32),
            });
        });
        let tokens = first..self.tokens.len();
        tagger::tag(self, tokens.clone());
        let (phrases, verbs) = (self.phrases.len(), self.verbs.len());
        chunk::chunk(self, tokens.clone());
        let (phrases, verbs) = (phrases..self.phrases.len(), verbs..self.verbs.len());
        self.sentences.push(Sentence { span, block_kind, block, tokens, phrases, verbs });
    }

    /// The folded form of a token (`text::fold`): lower case, no accents, straight apostrophes, no last stop. Empty
    /// behind the last token.
    #[must_use]
    pub fn lower(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |token| &self.forms[token.lower.0 as usize..token.lower.1 as usize])
    }

    /// The words of a token as printed. Empty behind the last one.
    #[must_use]
    pub fn written(&self, token: usize) -> &'t str {
        self.tokens.get(token).map_or("", |token| token.span.of(self.text))
    }

    /// What the lexicon knows of a token's folded form, as [`word`](crate::lexicon::word) has it.
    #[must_use]
    pub fn word(&self, token: usize) -> Option<Word> {
        self.tokens.get(token)?.word
    }

    /// The tag of a token; [`Tag::Other`] behind the last one.
    #[must_use]
    pub fn tag(&self, token: usize) -> Tag {
        self.tokens.get(token).map_or(Tag::Other, |token| token.tag)
    }

    /// Whether a token is this mark.
    #[must_use]
    pub fn is_mark(&self, token: usize, mark: char) -> bool {
        self.tokens.get(token).is_some_and(|token| token.is_mark(mark))
    }

    /// The span from the first to the last of some tokens. Empty where there are none.
    #[must_use]
    pub fn span_of(&self, tokens: Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(first), Some(last)) if tokens.start < tokens.end => {
                Span { start: first.span.start, end: last.span.end }
            }
            _ => Span::default(),
        }
    }

    /// The first token that ends behind a byte of the text.
    #[must_use]
    pub fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|token| token.span.end <= byte)
    }

    /// The tokens that lie within a span.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end);
        start..end.max(start)
    }

    /// The sentence that a token stands in.
    #[must_use]
    pub fn sentence_of(&self, token: usize) -> usize {
        let after = self.sentences.partition_point(|sentence| sentence.tokens.end <= token);
        after.min(self.sentences.len().saturating_sub(1))
    }

    /// Whether a token stands in a paragraph: in no title, list or leftover.
    #[must_use]
    pub fn in_paragraph(&self, token: usize) -> bool {
        let sentence = self.sentences.get(self.sentence_of(token));
        sentence.is_some_and(|sentence| sentence.block_kind == BlockKind::Paragraph)
    }

    /// The noun phrase that a token stands in.
    #[must_use]
    pub fn phrase_of(&self, token: usize) -> Option<usize> {
        let at = self.phrases.partition_point(|phrase| phrase.tokens.end <= token);
        self.phrases.get(at).filter(|phrase| phrase.tokens.contains(&token)).map(|_| at)
    }

    /// The group of verbs that a token stands in.
    #[must_use]
    pub fn verbs_of(&self, token: usize) -> Option<usize> {
        let at = self.verbs.partition_point(|group| group.tokens.end <= token);
        self.verbs.get(at).filter(|group| group.tokens.contains(&token)).map(|_| at)
    }
}

fn is_capitals(written: &str) -> bool {
    if matches!(written.as_bytes(), [_] | [_, b'a'..=b'z', ..]) {
        return false;
    }
    let mut letters = written.chars().filter(|c| c.is_alphabetic());
    letters.clone().nth(1).is_some() && letters.all(char::is_uppercase)
}
