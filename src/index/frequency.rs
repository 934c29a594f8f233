//! How often each word stands in some of the articles.

use super::{Bitmap, Edition, Error};

/// How often each folded form stands in a set of articles; by number of form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frequencies {
    /// How often it stands in them.
    pub counts: Vec<u32>,
    /// In how many of them.
    pub articles: Vec<u32>,
}

/// Counts the words of a set of articles.
///
/// # Errors
///
/// `damaged`.
pub fn frequencies(edition: &Edition, articles: &Bitmap) -> Result<Frequencies, Error> {
    let _ = (edition, articles);
    Ok(Frequencies::default())
}
