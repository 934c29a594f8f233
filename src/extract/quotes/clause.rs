//! Finds one's way in a sentence: the noun phrase that a verb says something of, what else stands between them, and
//! where a clause begins.
//!
//! Nothing here looks further than [`REACH`] tokens, so that the longest sentence costs no more than its length.

use super::marks::Quoted;
use crate::extract::{Document, Tag, TokenKind};
use core::ops::Range;

/// How many tokens are looked at in one direction.
pub(super) const REACH: usize = 60;
/// How many phrases are tied to one another: `the head of the office of the mayor of …`.
pub(super) const PHRASES: usize = 8;

/// A document with its quotation marks paired.
pub(super) struct Reading<'d, 't> {
    pub(super) document: &'d Document<'t>,
    /// All pairs of quotation marks.
    pub(super) quoted: Vec<Quoted>,
    /// For each token, one more than the index of the outermost pair it stands in; 0 outside of all.
    within: Vec<u32>,
    /// The names of the article, in order.
    names: Vec<Range<usize>>,
    /// Speech in blocks, in order.
    apart: Vec<Range<usize>>,
}

impl<'d, 't> Reading<'d, 't> {
    pub(super) fn new(document: &'d Document<'t>, quoted: Vec<Quoted>, names: Vec<Range<usize>>) -> Self {
        let mut within = vec![0; document.tokens.len()];
        for (at, quoted) in quoted.iter().enumerate().filter(|(_, quoted)| quoted.depth == 0) {
            if let Some(tokens) = within.get_mut(quoted.tokens.clone()) {
                tokens.fill(at as u32 + 1);
            }
        }
        Self { document, quoted, within, names, apart: Vec::new() }
    }

    /// Sets speech in blocks apart: quotation marks in it are not looked at.
    pub(super) fn set_apart(&mut self, speech: impl Iterator<Item = Range<usize>>) {
        self.apart = speech.collect();
        let apart = core::mem::take(&mut self.apart);
        let is_apart = |token: usize| {
            let at = apart.partition_point(|tokens| tokens.end <= token);
            apart.get(at).is_some_and(|tokens| tokens.start <= token)
        };
        self.quoted.retain(|quoted| !is_apart(quoted.tokens.start));
        let (quoted, names) = (core::mem::take(&mut self.quoted), core::mem::take(&mut self.names));
        *self = Self { apart: apart.clone(), ..Self::new(self.document, quoted, names) };
    }

    /// Whether a token stands in speech that is set off in blocks.
    pub(super) fn is_apart(&self, token: usize) -> bool {
        let at = self.apart.partition_point(|tokens| tokens.end <= token);
        self.apart.get(at).is_some_and(|tokens| tokens.start <= token)
    }

    /// The outermost quotation marks that a token stands in, or is one of.
    pub(super) fn quoted_at(&self, token: usize) -> Option<usize> {
        self.within.get(token).and_then(|at| at.checked_sub(1)).map(|at| at as usize)
    }

    pub(super) fn is_quoted(&self, token: usize) -> bool {
        self.within.get(token).is_some_and(|at| *at > 0)
    }

    pub(super) fn lower(&self, token: usize) -> &str {
        self.document.lower(token)
    }

    pub(super) fn tag(&self, token: usize) -> Tag {
        self.document.tag(token)
    }

    pub(super) fn is_comma(&self, token: usize) -> bool {
        self.document.is_mark(token, ',')
    }

    /// Whether a token is any mark of punctuation but a quotation mark.
    pub(super) fn is_stop(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_none_or(|token| {
            matches!(token.kind, TokenKind::Mark('.' | '!' | '?' | '…' | ';' | ':' | '—' | '–' | '(' | ')' | '[' | ']'))
        })
    }

    /// The noun phrase that begins at a token.
    pub(super) fn phrase_from(&self, token: usize) -> Option<Range<usize>> {
        let phrase = self.document.phrase_of(token).and_then(|at| self.document.phrases.get(at));
        let first = if phrase.is_none() && self.tag(token) == Tag::Determiner { token + 1 } else { token };
        let named = self.names.partition_point(|name| name.end <= first);
        let named = self.names.get(named).filter(|name| name.start <= first).map(|name| name.end);
        match (phrase, named) {
            (Some(phrase), named) => Some(token..self.rejoined(phrase.tokens.end.max(named.unwrap_or_default()))),
            (None, Some(end)) => Some(token..self.rejoined(end)),
            (None, None) => {
                // What the tagger took for a verb may be a name: `the Associated Press`.
                let end = (first..first + 5).take_while(|token| self.is_capital(*token)).last()? + 1;
                Some(token..end)
            }
        }
    }

    /// The noun phrase that ends before a token, not beginning before `floor`.
    pub(super) fn phrase_to(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let last = end.checked_sub(1).filter(|last| *last >= floor)?;
        if self.is_quoted(last) {
            return None;
        }
        let phrase = self.document.phrase_of(last).and_then(|at| self.document.phrases.get(at));
        let named = self.names.partition_point(|name| name.end < end);
        let named = self.names.get(named).filter(|name| name.end == end).map(|name| name.start);
        let start = match (phrase.filter(|phrase| phrase.tokens.end == end), named) {
            (Some(phrase), Some(start)) if start < phrase.tokens.start => self.with_article(start),
            (Some(phrase), _) => phrase.tokens.start,
            (None, Some(start)) => self.with_article(start),
            (None, None) if phrase.is_some() => return None,
            (None, None) if stands_alone(self.lower(last)) => last,
            (None, None)
                if last > floor + 1 && self.tag(last - 1) == Tag::Possessive && self.tag(last) != Tag::Mark =>
            {
                // `the fund’s chief`, its head taken for an adjective
                let owner = self.document.phrase_of(last - 2).and_then(|at| self.document.phrases.get(at));
                owner.map_or(last - 1, |owner| owner.tokens.start)
            }
            (None, None) if last > floor && self.tag(last - 1) == Tag::Determiner && self.tag(last) != Tag::Mark => {
                last - 1
            }
            (None, None) => {
                let run = (floor..end).rev().take(5).take_while(|token| self.is_capital(*token));
                self.with_article(run.last()?)
            }
        };
        Some(start.max(floor)..end)
    }

    /// The end of a phrase that was cut behind a name: `a French | diplomatic source`.
    fn rejoined(&self, end: usize) -> usize {
        let cut = self.tag(end) == Tag::Adjective && self.document.tokens.get(end).is_some_and(|token| !token.capital);
        let next = self.document.phrase_of(end).filter(|_| cut).and_then(|at| self.document.phrases.get(at));
        next.filter(|next| next.tokens.start == end).map_or(end, |next| next.tokens.end)
    }

    fn with_article(&self, start: usize) -> usize {
        match start.checked_sub(1) {
            Some(before) if self.tag(before) == Tag::Determiner => before,
            _ => start,
        }
    }

    /// Whether a token is a word with a capital that no full stop before it asks for.
    fn is_capital(&self, token: usize) -> bool {
        let capital = self.document.tokens.get(token).is_some_and(|of| of.capital && of.kind == TokenKind::Word);
        let first =
            || self.document.sentences.get(self.document.sentence_of(token)).is_some_and(|of| of.tokens.start == token);
        capital && !self.is_quoted(token) && !first()
    }

    /// The head of the phrase that a range of tokens begins with.
    pub(super) fn head(&self, tokens: &Range<usize>) -> usize {
        let phrase = self.document.phrase_of(tokens.start).and_then(|at| self.document.phrases.get(at));
        let last = tokens.end.max(tokens.start + 1) - 1;
        match phrase {
            Some(phrase) if phrase.tokens.end < tokens.end && self.rejoined(phrase.tokens.end) > phrase.tokens.end => {
                (self.rejoined(phrase.tokens.end) - 1).clamp(tokens.start, last)
            }
            Some(phrase) => phrase.head.clamp(tokens.start, last),
            None if tokens.len() == 2 => last,
            None => (tokens.clone().skip(1).take_while(|token| self.is_capital(*token)).last()).unwrap_or(tokens.start),
        }
    }

    /// Whether a finite verb stands within some tokens.
    pub(super) fn has_finite(&self, tokens: Range<usize>) -> bool {
        self.first_finite(tokens).is_some()
    }

    /// The first group of verbs with a finite verb within some tokens.
    pub(super) fn first_finite(&self, tokens: Range<usize>) -> Option<Range<usize>> {
        let first = self.document.verbs.partition_point(|group| group.tokens.start < tokens.start);
        let mut groups = self.document.verbs[first..].iter().take_while(|group| group.tokens.end <= tokens.end);
        let found = groups.find(|group| group.finite).map(|group| group.tokens.clone());
        // `it's` is a subject with its verb in one token.
        let end = found.as_ref().map_or(tokens.end, |found| found.start).min(tokens.start + REACH);
        let contracted = (tokens.start..end).find(|token| is_contracted(self.lower(*token)));
        contracted.map(|token| token..token + 1).or(found)
    }

    /// Whether any group of verbs stands within some tokens.
    pub(super) fn has_verb(&self, tokens: Range<usize>) -> bool {
        let first = self.document.verbs.partition_point(|group| group.tokens.start < tokens.start);
        self.document.verbs.get(first).is_some_and(|group| group.tokens.end <= tokens.end)
    }

    /// The last group of verbs with a finite verb that ends at or before a token.
    pub(super) fn last_finite(&self, before: usize, floor: usize) -> Option<Range<usize>> {
        let end = self.document.verbs.partition_point(|group| group.tokens.end <= before);
        let groups = self.document.verbs[..end].iter().rev().take_while(|group| group.tokens.start >= floor);
        groups.take(PHRASES).find(|group| group.finite).map(|group| group.tokens.clone())
    }
}

/// Words that may stand between a subject and its verb, or behind the verb, and say little.
pub(super) fn is_passing(lower: &str) -> bool {
    matches!(
        lower,
        "also"
            | "later"
            | "earlier"
            | "then"
            | "further"
            | "meanwhile"
            | "again"
            | "however"
            | "today"
            | "yesterday"
            | "tonight"
            | "repeatedly"
            | "previously"
            | "recently"
            | "too"
            | "all"
            | "both"
            | "each"
            | "himself"
            | "herself"
            | "itself"
            | "themselves"
            | "once"
            | "publicly"
            | "now"
            | "therefore"
            | "still"
            | "instead"
    )
}

/// Whether a word holds a verb behind an apostrophe: `it's`, `we'll`. A possessive is a token of its own.
fn is_contracted(lower: &str) -> bool {
    lower.len() > 2 && ["'s", "'re", "'m", "'ve", "'ll", "'d"].iter().any(|ending| lower.ends_with(ending))
}

/// Words that can be a subject without a noun.
pub(super) fn stands_alone(lower: &str) -> bool {
    matches!(
        lower,
        "another"
            | "others"
            | "many"
            | "some"
            | "most"
            | "several"
            | "few"
            | "both"
            | "all"
            | "one"
            | "two"
            | "three"
            | "hundreds"
            | "dozens"
            | "thousands"
    )
}

/// Days and months.
pub(in crate::extract) fn is_calendar(lower: &str) -> bool {
    matches!(
        lower,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "mon"
            | "tue"
            | "tues"
            | "wed"
            | "thu"
            | "thurs"
            | "fri"
            | "sat"
            | "sun"
            | "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan"
            | "feb"
            | "mar"
            | "apr"
            | "jun"
            | "jul"
            | "aug"
            | "sept"
            | "sep"
            | "oct"
            | "nov"
            | "dec"
            | "today"
            | "yesterday"
            | "tonight"
            | "tomorrow"
    )
}
