//! Stems of English words.

use std::borrow::Cow;

/// The stem of a folded word by the English Snowball stemmer.
#[must_use]
pub fn stem(folded: &str) -> Cow<'_, str> {
    Cow::Borrowed(folded)
}
