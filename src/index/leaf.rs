//! One word of a query in all articles.

use super::dictionary::{Dictionary, LONGEST_FUZZY};
use super::query::{How, Term};
use super::{Bitmap, Edition, Error};
use crate::order;

/// More forms than these are not looked for by one word of a query: the most frequent are.
pub const MOST_FORMS: usize = 512;

/// What a word of a query means in this edition, and which articles have it.
pub struct Leaf {
    /// The forms that it means, in order.
    pub forms: Vec<u32>,
    /// The articles that have one.
    pub articles: Bitmap,
    /// Those that have one in the title.
    pub titles: Bitmap,
}

/// The positions of a leaf in some of the articles.
pub struct Positions {
    /// Where those of an article begin in `all`.
    starts: Vec<u32>,
    all: Vec<u32>,
}

/// The forms that a word means, in order, and whether there are more than are looked for.
pub fn forms_of(dictionary: &Dictionary<'_>, term: &Term) -> Result<(Vec<u32>, bool), Error> {
    let (mut forms, more) = match term.how {
        How::Stem => (dictionary.stemmed(&term.form)?, false),
        How::Form => (dictionary.forms.find(&term.form)?.into_iter().collect(), false),
        How::Prefix => dictionary.prefixed(&term.form, MOST_FORMS)?,
        How::Fuzzy(edits) => {
            debug_assert!(term.form.chars().count() <= LONGEST_FUZZY);
            let near = dictionary.near(&term.form, edits)?;
            (near.iter().take(MOST_FORMS).map(|(form, _)| *form).collect(), near.len() > MOST_FORMS)
        }
    };
    order::by_key(&mut forms, |form| (*form).into());
    Ok((forms, more))
}

impl Leaf {
    /// Looks forms up.
    pub fn read(edition: &Edition, forms: Vec<u32>) -> Result<Self, Error> {
        let all = edition.articles();
        let mut leaf = Self { forms, articles: Bitmap::empty(all), titles: Bitmap::empty(all) };
        for form in &leaf.forms {
            let mut postings = edition.postings(*form)?;
            while let Some(row) = postings.row()? {
                if row.article >= all || row.count == 0 {
                    return Err(Error::damaged("block postings"));
                }
                leaf.articles.insert(row.article);
                if row.title > 0 {
                    leaf.titles.insert(row.article);
                }
            }
        }
        Ok(leaf)
    }

    /// Where it stands in some of the articles.
    pub fn positions(&self, edition: &Edition, articles: &Bitmap) -> Result<Positions, Error> {
        let mut positions = Positions { starts: Vec::with_capacity(edition.articles() as usize + 1), all: Vec::new() };
        let mut rows = Vec::new();
        for form in &self.forms {
            let mut postings = edition.postings(*form)?;
            while let Some(row) = postings.row()? {
                if articles.contains(row.article) {
                    let start = positions.all.len();
                    postings.positions(row, |position| positions.all.push(position))?;
                    rows.push((row.article, start, positions.all.len()));
                } else {
                    postings.skip(row)?;
                }
            }
        }
        positions.arrange(rows, edition.articles(), self.forms.len() > 1);
        Ok(positions)
    }
}

impl Positions {
    /// The positions in an article, in order.
    pub fn of(&self, article: u32) -> &[u32] {
        let at = article as usize;
        let bounds = self.starts.get(at).zip(self.starts.get(at + 1));
        bounds.and_then(|(start, end)| self.all.get(*start as usize..*end as usize)).unwrap_or(&[])
    }

    /// Brings what was read form by form into the order of the articles. `rows`: article, and where in `all` its positions are.
    fn arrange(&mut self, mut rows: Vec<(u32, usize, usize)>, articles: u32, mixed: bool) {
        let read = core::mem::take(&mut self.all);
        order::by_key(&mut rows, |(article, ..)| (*article).into());
        let mut rows = rows.into_iter().peekable();
        self.all.reserve(read.len());
        for article in 0..articles {
            let start = self.all.len();
            self.starts.push(start as u32);
            while let Some((_, from, to)) = rows.next_if(|(other, ..)| *other == article) {
                self.all.extend(read.get(from..to).unwrap_or(&[]));
            }
            if mixed {
                let mut own = self.all.split_off(start);
                order::by_key(&mut own, |position| (*position).into());
                self.all.append(&mut own);
            }
        }
        self.starts.push(self.all.len() as u32);
    }
}
