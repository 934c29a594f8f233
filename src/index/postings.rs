//! Where a form stands: articles, how often, positions.
//!
//! ```text
//! list:      bytes of the rows · rows · positions
//! row:       articles passed over · occurrences × 2 + whether some are in the title · (if so) occurrences in the title
//! positions: of each row, of each occurrence: positions passed over since the one before (in this article)
//! ```
//!
//! A **position** is the number of a word in its article, counted over all blocks that are searched, and [`GAP`] more for each such
//! block before its own, so that nothing that is looked for as adjacent or near is found across the border of a block.

use super::Error;
use super::format::{Kind, cursor};
use super::varint::{Cursor, put};

/// Positions left free between blocks. No `NEAR/n` reaches as far.
pub const GAP: u32 = 100;

/// A list in the making; articles come in order, and so do the positions in each.
#[derive(Default)]
pub struct Writer {
    rows: Vec<u8>,
    positions: Vec<u8>,
    next: u32,
    articles: u32,
}

impl Writer {
    /// Appends an article with the positions in it, of which the first `title` are in the title.
    pub fn push(&mut self, article: u32, positions: impl Iterator<Item = u32>, title: u32) {
        let (mut next, mut count) = (0, 0u64);
        for position in positions {
            put(&mut self.positions, (position - next).into());
            next = position + 1;
            count += 1;
        }
        put(&mut self.rows, (article - self.next).into());
        put(&mut self.rows, count << 1 | u64::from(title > 0));
        if title > 0 {
            put(&mut self.rows, title.into());
        }
        self.next = article + 1;
        self.articles += 1;
    }

    /// How many articles were appended.
    pub fn articles(&self) -> u32 {
        self.articles
    }

    /// Appends the list to `out` and makes ready for another.
    pub fn finish(&mut self, out: &mut Vec<u8>) {
        put(out, self.rows.len() as u64);
        out.append(&mut self.rows);
        out.append(&mut self.positions);
        self.next = 0;
        self.articles = 0;
    }
}

/// An article in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// Its ordinal.
    pub article: u32,
    /// How often the form stands in it.
    pub count: u32,
    /// How often in its title.
    pub title: u32,
}

/// Reads a list.
pub struct Postings<'a> {
    rows: Cursor<'a>,
    positions: Cursor<'a>,
    next: u32,
}

impl<'a> Postings<'a> {
    /// Reads the bytes of one list.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Error> {
        let mut from = cursor(bytes, Kind::Postings);
        let length = from.size()?;
        let rows = cursor(from.take(length)?, Kind::Postings);
        Ok(Self { rows, positions: from, next: 0 })
    }

    /// The next article. The positions of the one before must have been read or skipped, if any are to be read.
    pub fn row(&mut self) -> Result<Option<Row>, Error> {
        if self.rows.is_done() {
            return Ok(None);
        }
        let article = self.rows.after(self.next)?;
        self.next = article.checked_add(1).ok_or_else(|| self.rows.damaged())?;
        let packed = self.rows.number()?;
        let title = if packed & 1 == 1 { self.rows.number()? } else { 0 };
        Ok(Some(Row { article, count: packed >> 1, title }))
    }

    /// Passes over the positions of a row.
    pub fn skip(&mut self, row: Row) -> Result<(), Error> {
        self.positions.skip(row.count)
    }

    /// Calls `take` with the positions of a row, in order.
    pub fn positions(&mut self, row: Row, mut take: impl FnMut(u32)) -> Result<(), Error> {
        let mut next = 0;
        for _ in 0..row.count {
            let position = self.positions.after(next)?;
            next = position.checked_add(1).ok_or_else(|| self.positions.damaged())?;
            take(position);
        }
        Ok(())
    }
}
