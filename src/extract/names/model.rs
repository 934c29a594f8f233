//! The model: weights for what is told of a stretch, and the best reading of a run by them.
//!
//! It is a semi-Markov perceptron: a reading cuts a run into names and words that are none; its score is the sum of
//! the weights of all that is told of its pieces; the best is found in one pass from left to right. The weights are
//! learned by `tests/bench/train-names.rs`, and rounded to a byte each.

use super::features::{LONGEST, ROWS};
use super::looks::Looks;
use std::sync::LazyLock;

/// What a piece of a run is: no name, a person, an organisation, a place.
pub const KINDS: usize = 4;

/// A piece of a run: a name, or a word that is none (kind 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its first token, counted from the run's.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
    /// 0 for none, 1 for a person, 2 for an organisation, 3 for a place.
    pub kind: usize,
}

/// Weights of rows for each kind.
pub trait Weights {
    /// The weights of a row.
    fn of(&self, row: u32) -> [i32; KINDS];
}

/// The weights, a row after the other.
pub(super) struct Model(Vec<[i8; KINDS]>);

static MODEL: LazyLock<Model> = LazyLock::new(|| Model(unpacked(include_bytes!("model.bin"))));

pub(super) fn model() -> &'static Model {
    &MODEL
}

impl Weights for Model {
    fn of(&self, row: u32) -> [i32; KINDS] {
        self.0.get(row as usize).copied().unwrap_or_default().map(i32::from)
    }
}

/// The bytes of a model: for each two rows which of their weights are not nought, a bit each, the first row's in the lower
/// half of a byte; then all weights that are not, row by row. Most are, and what is left does not pack any closer.
pub fn packed(rows: &[[i8; KINDS]]) -> Vec<u8> {
    let bits = |row: &[i8; KINDS]| (0..KINDS).fold(0, |bits, kind| bits | u8::from(row[kind] != 0) << kind);
    let pairs = rows.chunks(2).map(|pair| pair.iter().rev().fold(0, |byte, row| byte << 4 | bits(row)));
    let weights = rows.iter().flatten().filter(|weight| **weight != 0).map(|weight| weight.cast_unsigned());
    pairs.chain(weights).collect()
}

fn unpacked(bytes: &[u8]) -> Vec<[i8; KINDS]> {
    let (pairs, weights) = bytes.split_at_checked(ROWS as usize / 2).unwrap_or_default();
    let mut weights = weights.iter();
    let mut next = |bit: bool| if bit { weights.next().map_or(0, |byte| byte.cast_signed()) } else { 0 };
    let halves = pairs.iter().flat_map(|pair| [pair & 15, pair >> 4]);
    halves.map(|bits| core::array::from_fn(|kind| next(bits >> kind & 1 == 1))).collect()
}

/// What a reading may be; for training.
pub trait Allowed {
    /// Whether a piece may be part of the reading.
    fn piece(&self, piece: Piece) -> bool;
}

/// A reading that cuts no name of several words in two that the tables know: `General Motors` is not General and
/// Motors. It may be a part of a longer one.
pub(super) struct Uncut<'a>(pub &'a Looks);

impl Allowed for Uncut<'_> {
    fn piece(&self, piece: Piece) -> bool {
        let cut = self.0.is_within(piece.start) || self.0.is_within(piece.end);
        let person = piece.kind != 1 || self.0.may_be_person(piece.start..piece.end);
        !cut && person && (piece.kind == 0 || !self.0.are_parted(piece.start..piece.end))
    }
}

type Scores = [i32; KINDS];

fn add(sum: &mut Scores, more: Scores) {
    for kind in 0..KINDS {
        sum[kind] += more[kind];
    }
}

/// Sums that a run needs, kept between runs.
#[derive(Default)]
pub struct Decoder {
    words: Vec<Scores>,
    first: Vec<Scores>,
    last: Vec<Scores>,
    best: Vec<(i32, Piece)>,
}

impl Decoder {
    /// The best reading of a run, piece by piece, and by how much each name is better than none.
    pub fn decode(&mut self, looks: &Looks, weights: &impl Weights, allowed: &impl Allowed) -> Vec<Piece> {
        let length = looks.len();
        self.sum_words(looks, weights);
        self.best.clear();
        self.best.push((0, Piece { start: 0, end: 0, kind: 0 }));
        for end in 1..=length {
            let mut best = (i32::MIN, Piece { start: end - 1, end, kind: 0 });
            let none = Piece { start: end - 1, end, kind: 0 };
            if self.best[end - 1].0 > i32::MIN && allowed.piece(none) {
                best.0 = self.best[end - 1].0 + self.words[end - 1][0];
            }
            if looks.at(end - 1).ends {
                self.names_ending(end, looks, weights, allowed, &mut best);
            }
            self.best.push(best);
        }
        let mut pieces = Vec::with_capacity(length);
        let mut end = length;
        while end > 0 {
            let piece = self.best[end].1;
            pieces.push(piece);
            end = piece.start;
        }
        pieces.reverse();
        pieces
    }

    fn names_ending(
        &self,
        end: usize,
        looks: &Looks,
        weights: &impl Weights,
        allowed: &impl Allowed,
        best: &mut (i32, Piece),
    ) {
        let mut inner = [0; KINDS];
        for start in (end.saturating_sub(LONGEST)..end).rev() {
            add(&mut inner, self.words[start]);
            if !looks.at(start).begins || self.best[start].0 == i32::MIN {
                continue;
            }
            let whole = whole(looks, weights, start, end);
            for kind in 1..KINDS {
                let piece = Piece { start, end, kind };
                let score = inner[kind] + self.first[start][kind] + self.last[end - 1][kind] + whole[kind];
                let score = self.best[start].0 + score;
                if score > best.0 && allowed.piece(piece) {
                    *best = (score, piece);
                }
            }
        }
    }

    fn sum_words(&mut self, looks: &Looks, weights: &impl Weights) {
        self.words.clear();
        self.first.clear();
        self.last.clear();
        for token in 0..looks.len() {
            let (mut word, mut first, mut last) = ([0; KINDS], [0; KINDS], [0; KINDS]);
            looks.of_word(token, &mut |row| add(&mut word, weights.of(row)));
            if looks.at(token).begins {
                looks.of_first(token, &mut |row| add(&mut first, weights.of(row)));
            }
            if looks.at(token).ends {
                looks.of_last(token, &mut |row| add(&mut last, weights.of(row)));
            }
            self.words.push(word);
            self.first.push(first);
            self.last.push(last);
        }
    }

    /// By kind, how good a stretch of the run read last is as a name; the place of none says how good as no name.
    pub fn scores(&self, looks: &Looks, weights: &impl Weights, piece: Piece) -> Scores {
        let mut sum = [0; KINDS];
        for token in piece.start..piece.end {
            add(&mut sum, self.words[token]);
        }
        let none = sum[0];
        add(&mut sum, self.first[piece.start]);
        add(&mut sum, self.last[piece.end - 1]);
        add(&mut sum, whole(looks, weights, piece.start, piece.end));
        sum[0] = none;
        sum
    }
}

fn whole(looks: &Looks, weights: &impl Weights, start: usize, end: usize) -> Scores {
    let mut whole = [0; KINDS];
    looks.of_whole(start..end, &mut |row| add(&mut whole, weights.of(row)));
    whole
}

/// All that is told of a reading: each row with its kind.
pub fn rows(looks: &Looks, pieces: &[Piece], mut emit: impl FnMut(u32, usize)) {
    for piece in pieces {
        let kind = piece.kind;
        let mut emit = |row| emit(row, kind);
        for token in piece.start..piece.end {
            looks.of_word(token, &mut emit);
        }
        if kind != 0 {
            looks.of_first(piece.start, &mut emit);
            looks.of_last(piece.end - 1, &mut emit);
            looks.of_whole(piece.start..piece.end, &mut emit);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_model_is_packed_as_it_was_unpacked() {
        let bytes = include_bytes!("model.bin");
        let rows = unpacked(bytes);
        assert_eq!(rows.len(), ROWS as usize);
        assert_eq!(packed(&rows), bytes);
        assert_eq!(unpacked(&packed(&rows)), rows);
        assert!(rows.iter().any(|row| row[1] > 0) && rows.contains(&[0; KINDS]));
    }
}
