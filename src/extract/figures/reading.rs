//! A sentence while its numbers are read: nothing that is asked of it looks beyond its ends.

use crate::extract::{Document, EntityKind, Facts, Tag, TokenKind};
use crate::lexicon::Word;
use crate::order;
use crate::text::Span;
use core::ops::Range;

/// What the finders before said of an article's numbers.
pub(super) struct Taken {
    /// Where times stand, in order.
    times: Vec<Span>,
    /// Where names stand, in order.
    names: Vec<(Span, EntityKind)>,
}

impl Taken {
    /// All times and names of an article.
    pub fn of(facts: &Facts) -> Self {
        let mut times: Vec<Span> = facts.times.iter().map(|time| time.span).collect();
        let mentions = |kind: EntityKind| move |mention: &crate::extract::Mention| (mention.span, kind);
        let mut names: Vec<(Span, EntityKind)> =
            facts.entities.iter().flat_map(|entity| entity.mentions.iter().map(mentions(entity.kind))).collect();
        order::by_key(&mut times, |span| order::pair(span.start, span.end));
        order::by_key(&mut names, |(span, _)| order::pair(span.start, span.end));
        Self { times, names }
    }
}

/// One sentence of a document.
pub(super) struct Reading<'d, 't> {
    /// The document.
    pub document: &'d Document<'t>,
    /// The sentence's tokens.
    pub tokens: Range<usize>,
    /// Whether it is the title's or a standfirst's, where capitals tell nothing.
    pub title: bool,
    /// Whether most words have a capital, as in headlines: then it tells nothing.
    pub headline: bool,
    taken: &'d Taken,
}

impl<'d, 't> Reading<'d, 't> {
    pub fn new(document: &'d Document<'t>, tokens: Range<usize>, title: bool, taken: &'d Taken) -> Self {
        let mut reading = Self { document, tokens, title, headline: false, taken };
        reading.headline = reading.is_headline();
        reading
    }

    fn is_headline(&self) -> bool {
        let long = |at: &usize| self.is_word(*at) && self.written(*at).len() > 3;
        let (mut words, mut capitals) = (0, 0);
        for at in self.tokens.clone().filter(long) {
            words += 1;
            capitals += usize::from(self.is_capital(at));
        }
        words >= 3 && capitals * 4 >= words * 3
    }

    /// The folded form of a token; empty outside the sentence.
    pub fn lower(&self, at: usize) -> &str {
        if self.tokens.contains(&at) { self.document.lower(at) } else { "" }
    }

    /// The folded form of the token `back` before `at`; empty outside the sentence.
    pub fn lower_before(&self, at: usize, back: usize) -> &str {
        at.checked_sub(back).map_or("", |at| self.lower(at))
    }

    /// A token as printed; empty outside the sentence.
    pub fn written(&self, at: usize) -> &'t str {
        if self.tokens.contains(&at) { self.document.written(at) } else { "" }
    }

    /// The tag of a token; that of punctuation outside the sentence.
    pub fn tag(&self, at: usize) -> Tag {
        if self.tokens.contains(&at) { self.document.tag(at) } else { Tag::Mark }
    }

    /// The tag of the token before; that of punctuation at the beginning.
    pub fn tag_before(&self, at: usize) -> Tag {
        at.checked_sub(1).map_or(Tag::Mark, |at| self.tag(at))
    }

    /// What the lexicon knows of a token.
    pub fn word(&self, at: usize) -> Option<Word> {
        if self.tokens.contains(&at) { self.document.tokens.get(at)?.word } else { None }
    }

    /// Whether a token is this mark.
    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.tokens.contains(&at) && self.document.is_mark(at, mark)
    }

    /// Whether a token is a word, of letters.
    pub fn is_word(&self, at: usize) -> bool {
        self.tokens.contains(&at) && self.document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// Whether a token is written in digits.
    pub fn is_digits(&self, at: usize) -> bool {
        self.tokens.contains(&at) && self.document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Whether a token begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.tokens.contains(&at) && self.document.tokens.get(at).is_some_and(|token| token.capital)
    }

    /// Whether a token of the sentence follows the one before without a space.
    pub fn is_tight(&self, at: usize) -> bool {
        at > self.tokens.start
            && self.tokens.contains(&at)
            && self.document.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    /// Whether a hyphen stands at a token without spaces on either side.
    pub fn is_hyphen(&self, at: usize) -> bool {
        matches!(self.written(at), "-" | "‑" | "‐") && self.is_tight(at) && self.is_tight(at + 1)
    }

    /// The next token behind a hyphen, where there is one.
    pub fn behind_hyphen(&self, at: usize) -> usize {
        if self.is_hyphen(at) { at + 1 } else { at }
    }

    /// Whether a time was found that reaches over some tokens.
    pub fn in_time(&self, tokens: Range<usize>) -> bool {
        let span = self.document.span_of(tokens);
        let after = self.taken.times.partition_point(|time| time.start < span.end);
        // Times do not cross: the last that begins before the end is the one to ask, and the one before it.
        self.taken.times[..after].iter().rev().take(2).any(|time| time.end > span.start)
    }

    /// The name, if one was found, that some tokens are part of without being all of it, and its kind.
    pub fn in_name(&self, tokens: Range<usize>) -> Option<(Span, EntityKind)> {
        let span = self.document.span_of(tokens);
        let after = self.taken.names.partition_point(|(name, _)| name.start < span.end);
        let around = self.taken.names[..after].iter().rev().take(4);
        around.copied().find(|(name, _)| name.contains(span) && *name != span)
    }

    /// The kind of the name that ends with a token.
    pub fn name_ending(&self, token: usize) -> Option<EntityKind> {
        let span = self.document.span_of(token..token + 1);
        let after = self.taken.names.partition_point(|(name, _)| name.start <= span.start);
        let around = self.taken.names[..after].iter().rev().take(4);
        around.copied().find(|(name, _)| name.end == span.end).map(|(_, kind)| kind)
    }
}
