//! A sorted list of strings: front-coded, looked up by binary search.
//!
//! ```text
//! count u32 · offset u32 of each group of 16, from the first group on · groups
//! group:  length, bytes of the first · then of each other: bytes shared with the one before, length, bytes of the rest
//! ```
//!
//! Not a finite-state transducer, though that would be smaller: the reader of `fst` trusts its bytes, and any bytes
//! whatever must do no harm here.

use super::Error;
use super::format::{Kind, cursor, word};
use super::varint::{Cursor, put};

const GROUP: u32 = 16;

/// The longest string in bytes. The reader refuses longer ones: else a few bytes that share one long string could
/// make it copy that again and again.
pub const LONGEST: usize = 255;

/// A sorted list of strings in a block.
#[derive(Clone, Copy)]
pub struct Strings<'a> {
    kind: Kind,
    count: u32,
    heads: &'a [u8],
    groups: &'a [u8],
}

impl<'a> Strings<'a> {
    /// The bytes of a list, which must be sorted by bytes.
    pub fn write(sorted: &[&str]) -> Vec<u8> {
        let (mut heads, mut groups) = (Vec::new(), Vec::new());
        let mut before = "";
        for (at, string) in sorted.iter().enumerate() {
            let shared = if at % GROUP as usize == 0 {
                heads.extend((groups.len() as u32).to_le_bytes());
                0
            } else {
                let shared = common(before.as_bytes(), string.as_bytes());
                put(&mut groups, shared as u64);
                shared
            };
            put(&mut groups, (string.len() - shared) as u64);
            groups.extend(&string.as_bytes()[shared..]);
            before = string;
        }
        let mut out = (sorted.len() as u32).to_le_bytes().to_vec();
        out.extend(heads);
        out.extend(groups);
        out
    }

    /// Reads a block. Nothing of the strings is looked at yet.
    pub fn read(bytes: &'a [u8], kind: Kind) -> Result<Self, Error> {
        let mut from = cursor(bytes, kind);
        let count = word(from.take(4)?, 0);
        let heads = from.take(count.div_ceil(GROUP) as usize * 4)?;
        Ok(Self { kind, count, heads, groups: &bytes[4 + heads.len()..] })
    }

    /// How many there are.
    pub fn count(&self) -> u32 {
        self.count
    }

    /// One of them.
    pub fn get(&self, at: u32) -> Result<String, Error> {
        let mut found = None;
        self.walk(at, |_, string| {
            found = Some(string.to_owned());
            false
        })?;
        found.ok_or_else(|| Error::damaged(self.kind.name()))
    }

    /// The place of a string, if it is there.
    pub fn find(&self, string: &str) -> Result<Option<u32>, Error> {
        let mut found = None;
        self.walk(self.group_of(string)? * GROUP, |at, other| {
            if other == string {
                found = Some(at);
            }
            other < string
        })?;
        Ok(found)
    }

    /// Calls `take` with the strings that begin with `prefix`, in order, until it returns false.
    pub fn prefixed(&self, prefix: &str, mut take: impl FnMut(u32) -> bool) -> Result<(), Error> {
        self.walk(
            self.group_of(prefix)? * GROUP,
            |at, string| {
                if string.starts_with(prefix) { take(at) } else { string < prefix }
            },
        )
    }

    /// Calls `take` with each string from the one at `first` on, in order, until it returns false.
    pub fn walk(&self, first: u32, mut take: impl FnMut(u32, &str) -> bool) -> Result<(), Error> {
        let mut at = first / GROUP * GROUP;
        let mut string = Vec::new();
        let mut from = Cursor::new(&[], self.kind.name());
        while at < self.count {
            let shared = if at.is_multiple_of(GROUP) {
                from = self.group(at / GROUP)?;
                0
            } else {
                from.size()?
            };
            if shared > string.len() {
                return Err(from.damaged());
            }
            string.truncate(shared);
            let rest = from.size()?;
            string.extend(from.take(rest)?);
            if string.len() > LONGEST {
                return Err(from.damaged());
            }
            if at >= first && !take(at, core::str::from_utf8(&string).map_err(|_| from.damaged())?) {
                return Ok(());
            }
            at += 1;
        }
        Ok(())
    }

    fn group(&self, group: u32) -> Result<Cursor<'a>, Error> {
        let offset = word(self.heads, group as usize * 4) as usize;
        let bytes = self.groups.get(offset..).ok_or_else(|| Error::damaged(self.kind.name()))?;
        Ok(cursor(bytes, self.kind))
    }

    /// The last group whose first string is not greater, or the first group.
    fn group_of(&self, string: &str) -> Result<u32, Error> {
        let (mut low, mut high) = (0, self.count.div_ceil(GROUP));
        while low + 1 < high {
            let middle = low + (high - low) / 2;
            let mut from = self.group(middle)?;
            let length = from.size()?;
            if from.take(length)? <= string.as_bytes() {
                low = middle;
            } else {
                high = middle;
            }
        }
        Ok(low)
    }
}

/// How many bytes two strings share at their beginning, in whole characters.
fn common(a: &[u8], b: &[u8]) -> usize {
    let mut shared = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    // A continuation byte (10xxxxxx) may not begin the rest: not that it would matter to the reader.
    while shared > 0 && b.get(shared).is_some_and(|byte| byte & 0xc0 == 0x80) {
        shared -= 1;
    }
    shared
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn every_string_is_found_and_no_other(strings: BTreeSet<String>, other: String) {
            let strings: BTreeSet<&str> = strings.iter().map(String::as_str).filter(|string| string.len() <= LONGEST).collect();
            let sorted: Vec<&str> = strings.iter().copied().collect();
            let bytes = Strings::write(&sorted);
            let read = Strings::read(&bytes, Kind::Forms).unwrap();
            prop_assert_eq!(read.count() as usize, sorted.len());
            for (at, string) in (0..).zip(&sorted) {
                prop_assert_eq!(read.find(string).unwrap(), Some(at));
                prop_assert_eq!(&read.get(at).unwrap(), string);
            }
            prop_assert_eq!(read.find(&other).unwrap().is_some(), strings.contains(other.as_str()));
        }

        #[test]
        fn prefixes_give_what_begins_with_them(strings in proptest::collection::btree_set("[ab\u{e9}]{0,4}", 0..60), prefix in "[ab\u{e9}]{0,3}") {
            let sorted: Vec<&str> = strings.iter().map(String::as_str).collect();
            let bytes = Strings::write(&sorted);
            let mut found = Vec::new();
            let read = Strings::read(&bytes, Kind::Forms).unwrap();
            read.prefixed(&prefix, |at| { found.push(sorted[at as usize]); true }).unwrap();
            let expected: Vec<&str> = sorted.iter().copied().filter(|string| string.starts_with(&prefix)).collect();
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn any_bytes_are_read_or_refused(bytes: Vec<u8>, string: String) {
            if let Ok(read) = Strings::read(&bytes, Kind::Forms) {
                let _ = read.find(&string);
                let _ = read.get(0);
                let _ = read.walk(0, |_, _| true);
            }
        }
    }
}
