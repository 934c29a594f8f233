//! What is known of each folded form beside its spelling.
//!
//! ```text
//! of each form, by its number: step to its stem's number · articles · occurrences beyond one an article ·
//! bytes of its postings, which lie one behind the other in the order of the forms
//! ```

use super::Error;
use super::format::{Kind, cursor};
use super::varint::{put, put_step};
use core::ops::Range;

/// What is known of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// The number of its stem.
    pub stem: u32,
    /// In how many articles it stands.
    pub articles: u32,
    /// How often it stands in them.
    pub count: u32,
    /// Where its postings are, in the bytes of all postings.
    pub postings: Range<u32>,
}

/// All forms and the stems that join them.
#[derive(Default)]
pub struct Terms {
    terms: Vec<Term>,
    /// The forms sorted by stem, and where in them those of each stem begin.
    by_stem: Vec<u32>,
    starts: Vec<u32>,
}

impl Terms {
    /// The bytes of the block.
    pub fn write(terms: &[Term]) -> Vec<u8> {
        let mut out = Vec::new();
        let mut stem = 0;
        for term in terms {
            put_step(&mut out, stem, term.stem);
            put(&mut out, term.articles.into());
            put(&mut out, (term.count - term.articles).into());
            put(&mut out, (term.postings.end - term.postings.start).into());
            stem = term.stem;
        }
        out
    }

    /// Reads the block of so many forms, which have so many stems.
    pub fn read(bytes: &[u8], forms: u32, stems: u32) -> Result<Self, Error> {
        let mut from = cursor(bytes, Kind::Terms);
        let mut terms: Vec<Term> = Vec::new();
        let (mut stem, mut end) = (0, 0);
        for _ in 0..forms {
            stem = from.step(stem)?;
            let articles = from.number()?;
            let count = from.after(articles)?;
            let start = end;
            end = from.after(start)?;
            if stem >= stems {
                return Err(from.damaged());
            }
            terms.push(Term { stem, articles, count, postings: start..end });
        }
        from.finish()?;
        Ok(Self::grouped(terms, stems))
    }

    /// Sorts the forms by stem, by counting.
    pub fn grouped(terms: Vec<Term>, stems: u32) -> Self {
        let mut starts = vec![0; stems as usize + 1];
        for term in &terms {
            starts[term.stem as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        let mut by_stem = vec![0; terms.len()];
        for (form, term) in (0..).zip(&terms) {
            let place = &mut next[term.stem as usize];
            by_stem[*place as usize] = form;
            *place += 1;
        }
        Self { terms, by_stem, starts }
    }

    /// All forms, by number.
    pub fn all(&self) -> &[Term] {
        &self.terms
    }

    /// What is known of a form.
    pub fn get(&self, form: u32) -> Result<&Term, Error> {
        self.terms.get(form as usize).ok_or_else(|| Error::damaged("no such form: block terms"))
    }

    /// The forms of a stem, in order.
    pub fn of_stem(&self, stem: u32) -> &[u32] {
        let start = self.starts.get(stem as usize).copied().unwrap_or(0);
        let end = self.starts.get(stem as usize + 1).copied().unwrap_or(start);
        self.by_stem.get(start as usize..end as usize).unwrap_or(&[])
    }
}
