//! A sourcebook that was opened.

use super::{Error, Layout};
use crate::read::Head;
use serde::{Deserialize, Serialize};

/// What the corpus is, and what each article is, without texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Catalogue {
    /// The corpus' title.
    pub title: String,
    /// BCP 47 tag of the articles' language.
    pub language: String,
    /// The articles in order; an article's place here is its **ordinal**, by which everything else names it.
    pub heads: Vec<Head>,
}

/// A sourcebook that was opened.
pub struct Edition {
    bytes: Vec<u8>,
    catalogue: Catalogue,
}

impl Edition {
    /// Opens the bytes of a section.
    ///
    /// # Errors
    ///
    /// See [`Error::code`].
    pub fn open(bytes: Vec<u8>) -> Result<Self, Error> {
        Ok(Self { bytes, catalogue: Catalogue::default() })
    }

    /// Checks every block.
    ///
    /// # Errors
    ///
    /// `damaged`, naming the first block that is.
    pub fn verify(&self) -> Result<(), Error> {
        Ok(())
    }

    /// The content hash, which names this edition.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        [self.bytes.len() as u8; 32]
    }

    /// How many articles there are.
    #[must_use]
    pub fn articles(&self) -> u32 {
        0
    }

    /// What the corpus and its articles are.
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub fn catalogue(&self) -> Result<&Catalogue, Error> {
        Ok(&self.catalogue)
    }

    /// The text of an article.
    ///
    /// # Errors
    ///
    /// `damaged`; also where there is no such article.
    pub fn text(&self, article: u32) -> Result<&str, Error> {
        Err(Error::damaged("text").of_article(article))
    }

    /// Blocks, sentences and words of an article.
    ///
    /// # Errors
    ///
    /// `damaged`; also where there is no such article.
    pub fn layout(&self, article: u32) -> Result<Layout, Error> {
        Err(Error::damaged("layout").of_article(article))
    }

    /// How many words an article has, boilerplate not among them.
    ///
    /// # Errors
    ///
    /// `damaged`; also where there is no such article.
    pub fn words(&self, article: u32) -> Result<u32, Error> {
        Err(Error::damaged("statistics").of_article(article))
    }

    /// How many words all articles have together.
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub fn total_words(&self) -> Result<u64, Error> {
        Ok(0)
    }

    /// How many different folded forms there are. Their numbers are `0..forms()`.
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub fn forms(&self) -> Result<u32, Error> {
        Ok(0)
    }

    /// The folded form of a number.
    ///
    /// # Errors
    ///
    /// `damaged`; also where there is no such form.
    pub fn form(&self, form: u32) -> Result<String, Error> {
        let _ = form;
        Err(Error::damaged("dictionary"))
    }

    /// The number of a folded form, if any article has it.
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub fn find_form(&self, folded: &str) -> Result<Option<u32>, Error> {
        let _ = folded;
        Ok(None)
    }

    /// The number of the stem that a form has. Forms of one stem are found together.
    ///
    /// # Errors
    ///
    /// `damaged`; also where there is no such form.
    pub fn stem_of(&self, form: u32) -> Result<u32, Error> {
        let _ = form;
        Err(Error::damaged("dictionary"))
    }

    /// The forms nearest to a word that is not there, for "did you mean": at most two edits away (of a word of up to five
    /// letters one), the most frequent first.
    ///
    /// # Errors
    ///
    /// `damaged`.
    pub fn suggest(&self, word: &str, most: usize) -> Result<Vec<String>, Error> {
        let _ = (word, most);
        Ok(Vec::new())
    }
}
