//! A run with all that is known of its words and of those beside it, read once for the model and the rules.

use super::features::{self, LONGEST};
use super::known::{self, Bits, Known};
use super::tables;
use crate::extract::{Document, TokenKind};
use core::ops::Range;

/// Words before and behind a run that are looked at.
const BESIDE: usize = 2;

/// What is known of one token of a run, or beside it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    pub hash: u32,
    /// Of the last three letters; only of tokens of the run.
    pub suffix: u32,
    /// Of the first three letters; only of tokens of the run.
    pub prefix: u32,
    pub shape: u32,
    pub bits: Bits,
    /// Its kind that matters most.
    pub kind: u32,
    /// Whether a name may begin or end with it.
    pub begins: bool,
    pub ends: bool,
    /// Whether it is a word in lower case that joins no words of a person's name: `of`, `and`.
    pub parts: bool,
    /// How many tokens the longest place of the gazetteer takes that begins here, and what it is.
    pub place: (u8, u8),
    /// How many tokens the longest organisation of the table takes that begins here.
    pub organisation: u8,
}

impl Look {
    /// What stands outside of the sentence.
    fn outside() -> Self {
        Self { kind: features::kind_of(0), ..Self::default() }
    }
}

/// A run with all that is known of its tokens and those beside it.
pub struct Looks {
    /// `BESIDE` tokens before the run, the run, `BESIDE` behind it.
    looks: Vec<Look>,
    length: usize,
    /// Whether the border before a token lies within a name of several words that the tables know.
    within: Vec<bool>,
    /// Whether a token is an `and` between two names, and in none.
    parts: Vec<bool>,
}

impl Looks {
    pub(super) fn new() -> Self {
        Self { looks: Vec::new(), length: 0, within: Vec::new(), parts: Vec::new() }
    }

    /// How many tokens the run has.
    pub(super) fn len(&self) -> usize {
        self.length
    }

    /// Whether a name may begin with this token.
    #[must_use]
    pub fn may_begin(&self, token: usize) -> bool {
        self.at(token).begins
    }

    /// Whether a name may end with this token.
    #[must_use]
    pub fn may_end(&self, token: usize) -> bool {
        self.at(token).ends
    }

    /// Takes in the tokens of a run.
    pub(super) fn read(&mut self, document: &Document<'_>, known: &Known<'_, '_>, sentence: usize, run: Range<usize>) {
        self.looks.clear();
        self.length = run.len();
        let tokens = document.sentences.get(sentence).map_or(run.clone(), |sentence| sentence.tokens.clone());
        for at in 0..BESIDE + run.len() + BESIDE {
            let token = (run.start + at).checked_sub(BESIDE).filter(|token| tokens.contains(token));
            self.looks.push(token.map_or_else(Look::outside, |token| look(document, known, sentence, token)));
        }
        for at in 0..run.len() {
            let look = &mut self.looks[BESIDE + at];
            let lower = document.lower(run.start + at);
            look.suffix = known::hash(lower.get(lower.len().saturating_sub(3)..).unwrap_or(lower));
            look.prefix = known::hash(lower.get(..3).unwrap_or(lower));
            if !look.begins {
                continue;
            }
            let tokens = run.start + at..run.start + at + (run.len() - at).min(LONGEST);
            let organisation = tables::organisation(document, tokens.clone()).map_or(0, |(length, _)| length);
            let place = tables::place(document, tokens);
            let look = &mut self.looks[BESIDE + at];
            look.place = place;
            look.organisation = u8::try_from(organisation).unwrap_or(0);
        }
        self.note_names();
        self.note_parts(document, run.start);
    }

    /// The same run with words in capitals that nobody knows by sight: so that the trainer learns more of what stands
    /// beside names than names by heart.
    #[must_use]
    pub fn veiled(&self) -> Self {
        let looks = self.looks.iter().map(|look| {
            let veiled = look.begins && look.bits & known::COMMON == 0 && look.bits & known::NUMBER == 0;
            if veiled { Look { hash: 0, prefix: 0, ..*look } } else { *look }
        });
        Self { looks: looks.collect(), length: self.length, within: self.within.clone(), parts: self.parts.clone() }
    }

    fn note_names(&mut self) {
        self.within.clear();
        self.within.resize(self.length + 1, false);
        for at in 0..self.length {
            let look = self.looks[BESIDE + at];
            let length = usize::from(look.organisation.max(look.place.0));
            let end = (at + length).min(self.length);
            if length > 1 && self.at(end - 1).ends {
                self.within[at + 1..end].fill(true);
            }
        }
    }

    /// Notes each `and` beside a name of the tables: `Oxfam and Save the Children` are two.
    fn note_parts(&mut self, document: &Document<'_>, start: usize) {
        self.parts.clear();
        self.parts.resize(self.length, false);
        let mut end = 0;
        for at in 0..self.length {
            let look = self.looks[BESIDE + at];
            let length = usize::from(look.organisation.max(if look.place.1 <= 4 { look.place.0 } else { 0 }));
            if length == 0 {
                continue;
            }
            if at > 0 && document.lower(start + at - 1) == "and" && end < at {
                self.parts[at - 1] = true;
            }
            if at + length < self.length && document.lower(start + at + length) == "and" {
                self.parts[at + length] = true;
            }
            end = end.max(at + length);
        }
        // Within a longer name of the tables it parts nothing.
        for at in 0..self.length {
            self.parts[at] &= !self.within[at];
        }
    }

    /// Whether some tokens of the run may be a person's name by the words between its capitals.
    pub(super) fn may_be_person(&self, tokens: Range<usize>) -> bool {
        !tokens.into_iter().any(|token| self.at(token).parts)
    }

    /// Whether some tokens of the run hold an `and` that parts two names.
    pub(super) fn are_parted(&self, tokens: Range<usize>) -> bool {
        self.parts.get(tokens).is_some_and(|parts| parts.contains(&true))
    }

    /// Whether the border before a token lies within a name of several words that the tables know.
    pub(super) fn is_within(&self, border: usize) -> bool {
        self.within.get(border).copied().unwrap_or(false)
    }

    /// A token of the run.
    pub(super) fn at(&self, token: usize) -> &Look {
        &self.looks[BESIDE + token]
    }

    /// So many tokens before one of the run.
    pub(super) fn before(&self, token: usize, by: usize) -> &Look {
        &self.looks[BESIDE + token - by]
    }

    /// So many tokens behind the end of a stretch of the run.
    pub(super) fn behind(&self, end: usize, by: usize) -> &Look {
        self.looks.get(BESIDE + end + by).unwrap_or(&self.looks[0])
    }
}

fn look(document: &Document<'_>, known: &Known<'_, '_>, sentence: usize, token: usize) -> Look {
    let lower = document.lower(token);
    let word = document.tokens[token];
    let capital = word.kind == TokenKind::Word && word.capital;
    let tail = word.kind == TokenKind::Word && !word.capital;
    let bits = known.bits(token, sentence);
    let free = !(capital && bits & known::CLOSED != 0 && bits & (known::CAPITALS | known::GIVEN) == 0);
    Look {
        hash: word.hash,
        suffix: 0,
        prefix: 0,
        shape: shape(document, token),
        bits,
        kind: features::kind_of(bits),
        begins: capital && free || word.kind == TokenKind::Number || tail && known.is_particle(token),
        ends: capital && free
            || word.kind == TokenKind::Number
            || word.is_mark(']')
            || tail && known::closes_in_lower_case(&word, lower),
        parts: tail && matches!(lower, "of" | "and" | "for" | "in" | "on" | "to"),
        place: (0, 0),
        organisation: 0,
    }
}

/// The outer form of a token as a small number.
fn shape(document: &Document<'_>, token: usize) -> u32 {
    let word = document.tokens[token];
    let written = document.written(token);
    match word.kind {
        TokenKind::Number => 1,
        TokenKind::Possessive => 2,
        TokenKind::Mark('-' | '–' | '‑') if !word.spaced => 3,
        TokenKind::Mark(',') => 4,
        TokenKind::Mark('(') => 5,
        TokenKind::Mark('“' | '”' | '"') => 6,
        TokenKind::Mark(_) => 7,
        TokenKind::Word if written.contains('.') => 8 + u32::from(word.capital),
        TokenKind::Word if !word.capital => 10,
        TokenKind::Word if written.chars().any(|c| c.is_ascii_digit()) => 11,
        TokenKind::Word if word.capitals => 12,
        TokenKind::Word if written.chars().nth(1).is_none() => 13,
        TokenKind::Word if written.chars().skip(1).any(char::is_uppercase) => 14,
        TokenKind::Word => 15,
    }
}
