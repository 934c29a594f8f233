//! A sourcebook that was opened.

use super::dictionary::{self, Dictionary};
use super::facts::ArticleFacts;
use super::format::{Entry, Frame, Kind, Part, Places, no_article};
use super::made::Made;
use super::postings::Postings;
use super::statistics::Statistics;
use super::terms::Terms;
use super::{Catalogue, Error, Layout};
use crate::compare::Questions;
use core::cell::OnceCell;

/// A sourcebook that was opened.
///
/// Opening looks at header and directory alone. A block is checked when it is first read, and every method
/// that reads one may therefore tell damage; what was read once is kept, but for layouts.
pub struct Edition {
    section: Vec<u8>,
    frame: Frame,
    articles: u32,
    catalogue: OnceCell<Catalogue>,
    statistics: OnceCell<Statistics>,
    places: OnceCell<Places>,
    terms: OnceCell<Terms>,
    /// By ordinal of the article, those that were asked for.
    facts: Vec<OnceCell<ArticleFacts>>,
    questions: OnceCell<Questions>,
    /// The index, where it was left out.
    made: OnceCell<Made>,
}

/// What the cell holds, made if it holds nothing yet.
fn once<T>(cell: &OnceCell<T>, make: impl FnOnce() -> Result<T, Error>) -> Result<&T, Error> {
    if let Some(made) = cell.get() {
        return Ok(made);
    }
    let made = make()?;
    Ok(cell.get_or_init(|| made))
}

fn damaged(kind: Kind) -> Error {
    Error::damaged(kind.name())
}

impl Edition {
    /// Opens the bytes of a section (of a module: what [`super::find`] finds).
    ///
    /// # Errors
    ///
    /// `foreign`, `version`, `truncated`, and `damaged` where header or directory are; see [`Error::code`].
    pub fn open(section: Vec<u8>) -> Result<Self, Error> {
        let frame = Frame::read(&section)?;
        let rows = frame.entries.iter().find(|entry| entry.kind == Kind::Articles);
        let rows = rows.ok_or_else(|| damaged(Kind::Articles))?;
        let size = rows.end - rows.start;
        if size % Places::ROW != 0 {
            return Err(damaged(Kind::Articles));
        }
        Ok(Self {
            articles: (size / Places::ROW) as u32,
            section,
            frame,
            catalogue: OnceCell::new(),
            statistics: OnceCell::new(),
            places: OnceCell::new(),
            terms: OnceCell::new(),
            facts: vec![OnceCell::new(); size / Places::ROW],
            questions: OnceCell::new(),
            made: OnceCell::new(),
        })
    }

    /// Checks every block: after this, what is told as damaged was written so.
    ///
    /// # Errors
    ///
    /// `damaged`, naming the first block that is.
    pub fn verify(&self) -> Result<(), Error> {
        for entry in &self.frame.entries {
            entry.of(&self.section)?;
        }
        for article in 0..self.articles {
            self.text(article)?;
            self.layout(article)?;
            self.facts(article)?;
        }
        self.catalogue()?;
        self.questions()?;
        self.statistics()?;
        self.dictionary().map(|_| ())
    }

    /// The content hash (SHA-256 of [`Edition::contents`]), which names this edition.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        self.frame.hash
    }

    /// The same, hexadecimal.
    #[must_use]
    pub fn name(&self) -> String {
        self.frame.hash.iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// All blocks, one behind the other: what the content hash is of.
    #[must_use]
    pub fn contents(&self) -> &[u8] {
        let start = self.frame.entries.first().map_or(self.frame.body, |entry| entry.start);
        self.section.get(start..).unwrap_or(&[])
    }

    /// How many articles there are.
    #[must_use]
    pub fn articles(&self) -> u32 {
        self.articles
    }

    /// What the corpus and its articles are.
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub fn catalogue(&self) -> Result<&Catalogue, Error> {
        once(&self.catalogue, || Catalogue::read(self.block(Kind::Catalogue)?, self.articles))
    }

    /// The text of an article.
    ///
    /// # Errors
    ///
    /// `damaged`; also where there is no such article.
    pub fn text(&self, article: u32) -> Result<&str, Error> {
        let bytes = self.places()?.of(&self.section, article, Part::Text)?;
        core::str::from_utf8(bytes).map_err(|_| Error::damaged("block text").of_article(article))
    }

    /// Blocks, sentences and words of an article. Made anew at each call, in time proportional to the article.
    ///
    /// # Errors
    ///
    /// `damaged`; also where there is no such article.
    pub fn layout(&self, article: u32) -> Result<Layout, Error> {
        if let Some(made) = self.made()? {
            return made.layouts.get(article as usize).cloned().ok_or_else(|| no_article(article));
        }
        self.written(article)
    }

    /// The layout of an article as it is written: without words where the index was left out.
    fn written(&self, article: u32) -> Result<Layout, Error> {
        let (bytes, text) = self.layout_block(article)?;
        Layout::read(bytes, text).map_err(|error| error.of_article(article))
    }

    /// The index, where it was left out: made at the first call.
    fn made(&self) -> Result<Option<&Made>, Error> {
        if self.frame.entries.iter().any(|entry| entry.kind == Kind::Forms) {
            return Ok(None);
        }
        let make = || {
            let articles = 0..self.articles;
            let texts: Vec<&str> = articles.clone().map(|article| self.text(article)).collect::<Result<_, _>>()?;
            let layouts = articles.map(|article| self.written(article)).collect::<Result<_, _>>()?;
            Made::of(&texts, layouts).ok_or_else(|| Error::damaged("block layout"))
        };
        once(&self.made, make).map(Some)
    }

    /// The facts of an article.
    ///
    /// # Errors
    ///
    /// `damaged`; also where there is no such article.
    pub fn facts(&self, article: u32) -> Result<&ArticleFacts, Error> {
        let cell = self.facts.get(article as usize).ok_or_else(|| no_article(article))?;
        once(cell, || {
            let bytes = self.places()?.of(&self.section, article, Part::Facts)?;
            ArticleFacts::read(bytes, self.text(article)?).map_err(|error| error.of_article(article))
        })
    }

    /// How many figures an article has: what is much faster to know than they.
    ///
    /// # Errors
    ///
    /// `damaged`; also where there is no such article.
    pub fn figures(&self, article: u32) -> Result<u32, Error> {
        let bytes = self.places()?.of(&self.section, article, Part::Facts)?;
        ArticleFacts::figures(bytes).map_err(|error| error.of_article(article))
    }

    /// What the articles count between them; nothing where the section was written without it.
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub fn questions(&self) -> Result<&Questions, Error> {
        once(&self.questions, || {
            if self.frame.entries.iter().all(|entry| entry.kind != Kind::Questions) {
                return Ok(Questions::default());
            }
            let figures = (0..self.articles).map(|article| self.figures(article)).sum::<Result<u32, Error>>()?;
            let places = self.places()?;
            Questions::read(self.block(Kind::Questions)?, figures, &|article| places.text_length(article))
        })
    }

    /// Calls `take` with the form of each word of an article.
    pub(super) fn forms_of(&self, article: u32, mut take: impl FnMut(u32)) -> Result<(), Error> {
        if let Some(made) = self.made()? {
            let layout = made.layouts.get(article as usize).ok_or_else(|| no_article(article))?;
            layout.tokens.iter().for_each(|token| take(token.form));
            return Ok(());
        }
        let (bytes, text) = self.layout_block(article)?;
        Layout::forms(bytes, text, take).map_err(|error| error.of_article(article))
    }

    fn layout_block(&self, article: u32) -> Result<(&[u8], u32), Error> {
        let places = self.places()?;
        Ok((places.of(&self.section, article, Part::Layout)?, places.text_length(article)))
    }

    /// How many words an article has, boilerplate not among them.
    ///
    /// # Errors
    ///
    /// `damaged`; also where there is no such article.
    pub fn words(&self, article: u32) -> Result<u32, Error> {
        let counted = self.statistics()?.articles.get(article as usize);
        counted.map(|counted| counted.words).ok_or_else(|| no_article(article))
    }

    /// How many words all articles have together.
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub fn total_words(&self) -> Result<u64, Error> {
        Ok(self.statistics()?.words)
    }

    /// How many different folded forms there are. Their numbers are `0..forms()`.
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub fn forms(&self) -> Result<u32, Error> {
        Ok(self.dictionary()?.forms.count())
    }

    /// The folded form of a number.
    ///
    /// # Errors
    ///
    /// `damaged`; also where there is no such form.
    pub fn form(&self, form: u32) -> Result<String, Error> {
        self.dictionary()?.forms.get(form)
    }

    /// The number of the form that a word folds to, if any article has it.
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub fn find_form(&self, word: &str) -> Result<Option<u32>, Error> {
        self.dictionary()?.forms.find(&dictionary::form(word))
    }

    /// The number of the stem that a form has. Forms of one stem are found together.
    ///
    /// # Errors
    ///
    /// `damaged`; also where there is no such form.
    pub fn stem_of(&self, form: u32) -> Result<u32, Error> {
        Ok(self.dictionary()?.terms.get(form)?.stem)
    }

    /// The forms nearest to a word that is not there, for "did you mean": at most two edits away (of a word
    /// of up to five letters one), the most frequent first.
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub fn suggest(&self, word: &str, most: usize) -> Result<Vec<String>, Error> {
        let dictionary = self.dictionary()?;
        let word = dictionary::form(word);
        let mut near = dictionary.near(&word, dictionary::edits(&word))?;
        near.retain(|(_, form)| *form != word);
        near.truncate(most);
        Ok(near.into_iter().map(|(_, form)| form).collect())
    }

    pub(super) fn statistics(&self) -> Result<&Statistics, Error> {
        if let Some(made) = self.made()? {
            return Ok(&made.statistics);
        }
        once(&self.statistics, || Statistics::read(self.block(Kind::Statistics)?, self.articles))
    }

    pub(super) fn dictionary(&self) -> Result<Dictionary<'_>, Error> {
        if let Some(Made { forms, stems, terms, .. }) = self.made()? {
            let (forms, stems) = dictionary::strings(forms, stems)?;
            return Ok(Dictionary { forms, stems, terms });
        }
        let (forms, stems) = dictionary::strings(self.block(Kind::Forms)?, self.block(Kind::Stems)?)?;
        let terms = once(&self.terms, || Terms::read(self.block(Kind::Terms)?, forms.count(), stems.count()))?;
        Ok(Dictionary { forms, stems, terms })
    }

    /// The postings of a form.
    pub(super) fn postings(&self, form: u32) -> Result<Postings<'_>, Error> {
        let range = self.dictionary()?.terms.get(form)?.postings.clone();
        if let Some(made) = self.made()? {
            let list = made.postings.get(range.start as usize..range.end as usize);
            return Postings::read(list.ok_or_else(|| damaged(Kind::Postings))?);
        }
        let mut before = 0;
        for entry in self.frame.entries.iter().filter(|entry| entry.kind == Kind::Postings) {
            let size = entry.end - entry.start;
            if let Some(start) = (range.start as usize).checked_sub(before)
                && start < size
            {
                let list = entry.of(&self.section)?.get(start..range.end as usize - before);
                return Postings::read(list.ok_or_else(|| damaged(Kind::Postings))?);
            }
            before += size;
        }
        Err(damaged(Kind::Postings))
    }

    fn places(&self) -> Result<&Places, Error> {
        once(&self.places, || Places::read(self.block(Kind::Articles)?, self.frame.body, self.section.len()))
    }

    /// The one block of a kind.
    fn block(&self, kind: Kind) -> Result<&[u8], Error> {
        let entry = self.frame.entries.iter().find(|entry: &&Entry| entry.kind == kind && entry.ordinal == 0);
        entry.ok_or_else(|| damaged(kind))?.of(&self.section)
    }
}
