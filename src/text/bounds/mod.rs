//! Where Unicode ends a sentence or a word, by [UAX #29](https://www.unicode.org/reports/tr29/).
//!
//! `unicode-segmentation` does the same; its tables of classes are four times and twice as large under brotli as these, and
//! every reader of a page downloads them.

mod classes;
mod sentence;
mod word;

pub(super) use sentence::unicode_sentences;
pub(super) use word::UnicodeWords;

/// The classes of all characters, each by its place in `make.py`.
struct Table {
    /// Of the first characters, which are most of those that are asked for.
    ascii: [u8; 128],
    /// The first character of each range and its class, in order; ranges of no class among them.
    ranges: Vec<(u32, u8)>,
}

impl Table {
    /// Stands for no class.
    const NONE: u8 = u8::MAX;

    /// Reads a table of `classes.rs`, whose head says how it is written.
    fn read(written: &str) -> Self {
        let mut ranges = Vec::new();
        let (mut next, mut class, mut count) = (0, Self::NONE, 0);
        for byte in written.bytes().chain([b'.']) {
            if byte.is_ascii_digit() {
                count = count * 10 + u32::from(byte - b'0');
                continue;
            }
            if next > 0 || count > 0 || class != Self::NONE {
                ranges.push((next, class));
                next += count.max(1);
            }
            count = 0;
            class = if byte == b'.' { Self::NONE } else { byte.wrapping_sub(b'a') };
        }
        ranges.push((next, Self::NONE));
        let mut table = Self { ascii: [Self::NONE; 128], ranges };
        for character in 0..128 {
            table.ascii[usize::from(character)] = table.find(character.into());
        }
        table
    }

    fn class(&self, character: char) -> u8 {
        self.ascii.get(character as usize).copied().unwrap_or_else(|| self.find(character))
    }

    fn find(&self, character: char) -> u8 {
        let after = self.ranges.partition_point(|(first, _)| *first <= u32::from(character));
        after.checked_sub(1).and_then(|at| self.ranges.get(at)).map_or(Self::NONE, |(_, class)| *class)
    }
}
