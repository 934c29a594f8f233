//! Lengths of articles and places of their titles: what ranking needs.
//!
//! ```text
//! of each article: words · first position of the title plus one, or 0 · (with a title) words of the title
//! ```

use super::Error;
use super::format::{Kind, cursor};
use super::varint::put;
use core::ops::Range;

/// What is counted of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// Its words, without boilerplate.
    pub words: u32,
    /// The positions of the title that its text prints; empty where it prints none.
    pub title: Range<u32>,
}

/// What is counted of all articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statistics {
    /// By ordinal.
    pub articles: Vec<Counted>,
    /// The words of all.
    pub words: u64,
}

impl Statistics {
    /// Appends an article.
    pub fn add(&mut self, counted: Counted) {
        self.words += u64::from(counted.words);
        self.articles.push(counted);
    }

    /// The bytes of the block.
    pub fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for counted in &self.articles {
            put(&mut out, counted.words.into());
            if counted.title.is_empty() {
                out.push(0);
            } else {
                put(&mut out, u64::from(counted.title.start) + 1);
                put(&mut out, (counted.title.end - counted.title.start).into());
            }
        }
        out
    }

    /// Reads the block of so many articles.
    pub fn read(bytes: &[u8], articles: u32) -> Result<Self, Error> {
        let mut from = cursor(bytes, Kind::Statistics);
        let mut all = Self::default();
        for _ in 0..articles {
            let words = from.number()?;
            let title = match from.number()? {
                0 => 0..0,
                start => start - 1..from.after(start - 1)?,
            };
            all.add(Counted { words, title });
        }
        from.finish()?;
        Ok(all)
    }

    /// Words of an article on average; 1 where there are none, so that it can be divided by.
    pub fn average(&self) -> f32 {
        if self.words == 0 { 1.0 } else { self.words as f32 / self.articles.len() as f32 }
    }
}
