//! A place in a text.

use core::ops::Range;

/// A half-open range of bytes of an article's decoded text, always on character borders.
///
/// Spans are bytes inside Rust. They leave it either as runs of text (to the page) or as Unicode code
/// points (to files): JavaScript never gets an offset to cut text with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of `start..end`. A start behind the end gives the empty span at the end.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let end = u32::try_from(end).unwrap_or(u32::MAX);
        let start = u32::try_from(start).unwrap_or(u32::MAX).min(end);
        Self { start, end }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// As a range of `usize`, to slice with.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text at this span, or the empty string where the span does not fit the text.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The same place in a text that this one's text is a part of, beginning at byte `by` there.
    #[must_use]
    pub fn shifted(self, by: usize) -> Self {
        Self::new(self.start as usize + by, self.end as usize + by)
    }

    /// Whether `other` lies wholly within.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}
