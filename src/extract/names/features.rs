//! What the model looks at: a stretch of a run as the name of a person, organisation or place, told as numbers.
//!
//! What is told of a stretch is the sum of what is told of each of its words, of its first and its last, of the words
//! before and behind it, and of the whole. So a run is read once, and each stretch of it costs only the whole.
//!
//! A feature is a row of the model: a hash of what it is (a template) and its value. The same code serves the trainer.

use super::known::{self, BITS, Bits, Known};
use super::tables;
use crate::extract::{Document, TokenKind};
use core::ops::Range;

/// How many rows the model has: a power of two.
pub(super) const ROWS: u32 = 1 << 15;

/// The longest stretch that may be a name, in tokens.
pub(super) const LONGEST: usize = 10;

/// How much the tables are trusted before anything is learned, in steps of learning.
const TRUST: i32 = 8;

/// Words before and behind a run that are looked at.
const BESIDE: usize = 2;

/// What is known of one token of a run, or beside it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    pub hash: u32,
    pub suffix: u32,
    pub prefix: u32,
    pub shape: u32,
    pub bits: Bits,
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
    pub fn len(&self) -> usize {
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
            self.looks.push(token.map_or(Look::default(), |token| look(document, known, sentence, token)));
        }
        for at in 0..run.len() {
            let look = self.looks[BESIDE + at];
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
    fn before(&self, token: usize, by: usize) -> &Look {
        &self.looks[BESIDE + token - by]
    }

    /// What is told of a token wherever it stands in a name, or outside one.
    pub fn of_word(&self, token: usize, emit: &mut impl FnMut(u32)) {
        let look = self.at(token);
        emit(row(1, look.hash));
        emit(row(2, look.suffix));
        emit(row(3, look.shape));
        emit(row(4, look.prefix));
        each_bit(look.bits, |bit| emit(row(5, bit)));
        let first = look.bits & known::FIRST;
        emit(row(6, look.bits & (known::COMMON | known::VERB | known::ADJECTIVE | known::SOMEBODY) | first));
        emit(row(
            7,
            look.bits
                & (known::LOWER
                    | known::WITHIN
                    | known::NAMED
                    | known::LOCATED
                    | known::CAPITALS
                    | known::COMMON
                    | known::FIRST),
        ));
        emit(row(
            8,
            look.bits
                & (known::GIVEN
                    | known::SURNAME
                    | known::TOWN
                    | known::COUNTRY
                    | known::PEOPLE
                    | known::COMMON
                    | known::ORGANISATION
                    | known::PLACE
                    | known::TITLE
                    | known::FAMOUS),
        ));
        emit(row(9, u32::from(look.place.1) | u32::from(look.place.0.min(3)) << 8));
        emit(row(10, u32::from(look.organisation.min(3))));
        let (back, next) = (self.before(token, 1), self.behind(token + 1, 0));
        emit(row(11, back.hash));
        emit(row(12, next.hash));
        emit(row(13, tables_only(back.bits)));
        emit(row(14, tables_only(next.bits)));
        emit(row(15, back.shape << 4 | look.shape));
        emit(row(16, next.shape << 4 | look.shape));
    }

    /// What is told of the first token of a name.
    pub fn of_first(&self, token: usize, emit: &mut impl FnMut(u32)) {
        let look = self.at(token);
        emit(row(20, look.hash));
        each_bit(look.bits, |bit| emit(row(21, bit)));
        emit(row(22, look.shape));
        let (back, far) = (self.before(token, 1), self.before(token, 2));
        emit(row(23, back.hash));
        emit(row(24, tables_only(back.bits)));
        each_bit(back.bits, |bit| emit(row(25, bit)));
        emit(row(26, far.hash.wrapping_mul(31) ^ back.hash));
        emit(row(27, far.hash));
        emit(row(28, back.shape));
        emit(row(29, tables_only(look.bits)));
        emit(row(30, tables_only(far.bits)));
    }

    /// What is told of the last token of a name.
    pub fn of_last(&self, token: usize, emit: &mut impl FnMut(u32)) {
        let look = self.at(token);
        emit(row(40, look.hash));
        emit(row(41, look.suffix));
        each_bit(look.bits, |bit| emit(row(42, bit)));
        emit(row(43, look.shape));
        let (next, far) = (self.behind(token + 1, 0), self.behind(token + 1, 1));
        emit(row(44, next.hash));
        emit(row(45, tables_only(next.bits)));
        each_bit(next.bits, |bit| emit(row(46, bit)));
        emit(row(47, next.hash.wrapping_mul(31) ^ far.hash));
        emit(row(48, next.shape));
        emit(row(49, tables_only(look.bits)));
        emit(row(50, far.hash));
        emit(row(51, tables_only(far.bits)));
    }

    /// What is told of a whole name.
    pub fn of_whole(&self, name: Range<usize>, emit: &mut impl FnMut(u32)) {
        let length = name.len() as u32;
        emit(row(60, length));
        let (first, last) = (self.at(name.start), self.at(name.end - 1));
        let place = if usize::from(first.place.0) == name.len() { u32::from(first.place.1) } else { 0 };
        let organisation = u32::from(usize::from(first.organisation) == name.len());
        emit(row(61, place | organisation << 8));
        emit(row(
            62,
            (place | organisation << 8) << 8 | length.min(3) << 3 | u32::from(first.bits & known::COMMON != 0),
        ));
        let mut words = 0_u32;
        let mut pattern = 0_u32;
        let mut shapes = 0_u32;
        for token in name.clone() {
            let look = self.at(token);
            words = words.wrapping_mul(0x0100_0193) ^ look.hash;
            pattern = pattern.wrapping_mul(31) ^ kind_of(look.bits);
            shapes = shapes.wrapping_mul(17) ^ look.shape;
        }
        emit(row(63, words));
        if length <= 4 {
            emit(row(64, pattern));
        }
        emit(row(65, shapes));
        emit(row(66, kind_of(first.bits) << 16 | kind_of(last.bits)));
        emit(row(67, kind_of(first.bits).wrapping_mul(0x9e37) ^ last.suffix));
        let (back, next) = (self.before(name.start, 1), self.behind(name.end, 0));
        emit(row(68, back.hash.wrapping_mul(31) ^ length.min(3)));
        emit(row(69, next.hash.wrapping_mul(31) ^ length.min(3)));
        emit(row(70, kind_of(back.bits).wrapping_mul(0x9e37) ^ pattern));
        emit(row(71, kind_of(next.bits).wrapping_mul(0x9e37) ^ pattern));
        let all = name.len() == self.length;
        emit(row(72, u32::from(all) << 8 | length.min(4)));
        if length == 1 {
            emit(row(73, first.bits & (known::FIRST | known::COMMON | known::LOWER | known::WITHIN | known::CAPITALS)));
            emit(row(
                74,
                first.bits
                    & (known::NAMED
                        | known::LOCATED
                        | known::SAYS
                        | known::BRACKETED
                        | known::INSTITUTED
                        | known::CAPITALS),
            ));
            emit(row(
                75,
                (first.bits & (known::NAMED | known::LOCATED | known::SAYS)) << 3 | place | organisation << 2,
            ));
        }
    }

    /// What the model is told before it learns: a name of the tables is one.
    #[must_use]
    pub fn priors() -> Vec<(u32, usize, i32)> {
        let mut priors = vec![(row(61, 1 << 8), 2, TRUST)];
        for place in 1..=4 {
            priors.push((row(61, place), 3, if place == 1 { TRUST } else { TRUST / 2 }));
        }
        priors
    }

    fn behind(&self, end: usize, by: usize) -> &Look {
        self.looks.get(BESIDE + end + by).unwrap_or(&self.looks[0])
    }
}

fn each_bit(bits: Bits, mut take: impl FnMut(u32)) {
    let mut left = bits;
    while left != 0 {
        take(left.trailing_zeros());
        left &= left - 1;
    }
}

/// What the tables alone know.
fn tables_only(bits: Bits) -> u32 {
    const TABLES: Bits = known::COMMON
        | known::CLOSED
        | known::GIVEN
        | known::SURNAME
        | known::AMBIGUOUS
        | known::TITLE
        | known::ORGANISATION
        | known::PLACE
        | known::PEOPLE
        | known::COUNTRY
        | known::TOWN
        | known::SOMEBODY
        | known::VERB
        | known::SAYING
        | known::NUMBER;
    bits & TABLES
}

/// One number for the kind of a word that matters most.
fn kind_of(bits: Bits) -> u32 {
    const ORDER: [Bits; 15] = [
        known::PARTICLE,
        known::TITLE,
        known::COUNTRY,
        known::PEOPLE,
        known::ORGANISATION,
        known::PLACE,
        known::GIVEN,
        known::SURNAME,
        known::TOWN,
        known::INITIAL,
        known::CAPITALS,
        known::NUMBER,
        known::CLOSED,
        known::SOMEBODY,
        known::COMMON,
    ];
    ORDER.iter().position(|bit| bits & bit != 0).map_or(15, |at| at as u32)
}

fn row(template: u32, value: u32) -> u32 {
    let mixed = (value ^ template.wrapping_mul(0x9e37_79b1)).wrapping_mul(0x85eb_ca6b);
    let mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0xc2b2_ae35);
    (mixed ^ (mixed >> 13)) >> (32 - ROWS.trailing_zeros())
}

const _: () = assert!(BITS <= 32);

fn look(document: &Document<'_>, known: &Known<'_, '_>, sentence: usize, token: usize) -> Look {
    let lower = document.lower(token);
    let word = document.tokens[token];
    let capital = word.kind == TokenKind::Word && word.capital;
    let tail = word.kind == TokenKind::Word && !word.capital;
    let bits = known.bits(token, sentence);
    let free = !(capital && bits & known::CLOSED != 0 && bits & (known::CAPITALS | known::GIVEN) == 0);
    Look {
        hash: known::hash(lower),
        suffix: known::hash(lower.get(lower.len().saturating_sub(3)..).unwrap_or(lower)),
        prefix: known::hash(lower.get(..3).unwrap_or(lower)),
        shape: shape(document, token),
        bits,
        begins: capital && free || word.kind == TokenKind::Number || tail && known::is_particle(lower),
        ends: capital && free
            || word.kind == TokenKind::Number
            || word.is_mark(']')
            || tail && (known::closes_organisation(lower) || known::closes_place(lower)),
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
