//! What can be wrong with the bytes of a sourcebook.

use core::fmt;

/// Why bytes are no sourcebook that this engine can read, or why a corpus cannot be made into one.
///
/// The message is for whoever publishes or reads the page; [`Error::code`] is for programs.
///
/// Boxed, because half of the engine passes results on, and a word is passed on in less code than five.
#[derive(Clone, PartialEq, Eq)]
pub struct Error {
    kind: Box<Kind>,
}

#[derive(Clone, PartialEq, Eq)]
enum Kind {
    Foreign(&'static str),
    Version { found: u16, read: u16 },
    Truncated { expected: u64, found: u64 },
    Damaged { place: &'static str, article: Option<u32> },
    Refused { id: String, reason: &'static str },
}

impl Error {
    #[cold]
    #[inline(never)]
    fn of(kind: Kind) -> Self {
        Self { kind: Box::new(kind) }
    }

    /// These bytes are something else: `reason` says what was expected.
    pub(crate) fn foreign(reason: &'static str) -> Self {
        Self::of(Kind::Foreign(reason))
    }

    pub(crate) fn version(found: u16, read: u16) -> Self {
        Self::of(Kind::Version { found, read })
    }

    pub(crate) fn truncated(expected: u64, found: u64) -> Self {
        Self::of(Kind::Truncated { expected, found })
    }

    #[cold]
    #[inline(never)]
    pub(crate) fn damaged(place: &'static str) -> Self {
        Self::of(Kind::Damaged { place, article: None })
    }

    /// The same damage, in the block of one article.
    #[cold]
    #[inline(never)]
    pub(crate) fn of_article(mut self, ordinal: u32) -> Self {
        if let Kind::Damaged { article, .. } = &mut *self.kind {
            *article = Some(ordinal);
        }
        self
    }

    /// An article (or, with an empty id, the corpus) cannot be written.
    pub(crate) fn refused(id: &str, reason: &'static str) -> Self {
        Self::of(Kind::Refused { id: id.to_owned(), reason })
    }

    /// A stable short word:
    ///
    /// | word | means |
    /// |---|---|
    /// | `foreign` | not a sourcebook at all |
    /// | `version` | a sourcebook of a format version that this engine does not read |
    /// | `truncated` | the end is missing |
    /// | `damaged` | a checksum does not fit, or what is checked does not hold together |
    /// | `refused` | (writing) the corpus cannot be held by the format |
    #[must_use]
    pub fn code(&self) -> &'static str {
        match *self.kind {
            Kind::Foreign(_) => "foreign",
            Kind::Version { .. } => "version",
            Kind::Truncated { .. } => "truncated",
            Kind::Damaged { .. } => "damaged",
            Kind::Refused { .. } => "refused",
        }
    }

    // Put together by hand: the engine is compiled for size, and a format string for each would weigh more.
    fn message(&self) -> String {
        match &*self.kind {
            Kind::Foreign(reason) => ["not a sourcebook: ", reason].concat(),
            Kind::Version { found, read } => [
                "the sourcebook needs format version ",
                &found.to_string(),
                ", but this engine reads version ",
                &read.to_string(),
                "; rebuild it, or load it with an engine of its own version",
            ]
            .concat(),
            Kind::Truncated { expected, found } => [
                "truncated: expected ",
                &expected.to_string(),
                " bytes, but found ",
                &found.to_string(),
                "; load or copy it again",
            ]
            .concat(),
            Kind::Damaged { place, article } => {
                let mut message = ["damaged: ", place].concat();
                if let Some(article) = article {
                    message.push_str(" of article ");
                    message.push_str(&article.to_string());
                }
                message.push_str("; load it again or rebuild it");
                message
            }
            Kind::Refused { id, reason } if id.is_empty() => (*reason).to_owned(),
            Kind::Refused { id, reason } => [id.as_str(), ": ", reason].concat(),
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

impl core::error::Error for Error {}
