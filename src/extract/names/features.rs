//! What the model looks at: a stretch of a run as the name of a person, organisation or place, told as numbers.
//!
//! What is told of a stretch is the sum of what is told of each of its words, of its first and its last, of the words
//! before and behind it, and of the whole. So a run is read once, and each stretch of it costs only the whole.
//!
//! A feature is a row of the model: a hash of what it is (a template) and its value. The same code serves the trainer.

use super::known::{self, BITS, Bits};
use super::looks::Looks;
use core::ops::Range;

/// How many rows the model has: a power of two.
pub(super) const ROWS: u32 = 1 << 15;

/// The longest stretch that may be a name, in tokens.
pub(super) const LONGEST: usize = 10;

/// How much the tables are trusted before anything is learned, in steps of learning.
const TRUST: i32 = 8;

impl Looks {
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
            pattern = pattern.wrapping_mul(31) ^ look.kind;
            shapes = shapes.wrapping_mul(17) ^ look.shape;
        }
        emit(row(63, words));
        if length <= 4 {
            emit(row(64, pattern));
        }
        emit(row(65, shapes));
        emit(row(66, first.kind << 16 | last.kind));
        emit(row(67, first.kind.wrapping_mul(0x9e37) ^ last.suffix));
        let (back, next) = (self.before(name.start, 1), self.behind(name.end, 0));
        emit(row(68, back.hash.wrapping_mul(31) ^ length.min(3)));
        emit(row(69, next.hash.wrapping_mul(31) ^ length.min(3)));
        emit(row(70, back.kind.wrapping_mul(0x9e37) ^ pattern));
        emit(row(71, next.kind.wrapping_mul(0x9e37) ^ pattern));
        let all = name.len() == self.len();
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
pub(super) fn kind_of(bits: Bits) -> u32 {
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
