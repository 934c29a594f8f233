//! The query language: what may be typed, and what it means.
//!
//! | typed | finds |
//! |---|---|
//! | `returned` | the word in all its forms (one stem), accents and case folded |
//! | `"women and children"` | these words as they are, one behind the other; curly and angle quotes serve too |
//! | `al-Hashimi`, `12:30`, `http://x.org` | what falls into several words: these, one behind the other, unstemmed |
//! | `a b`, `a AND b` | articles that have both |
//! | `a OR b` | either; binds weaker than `AND` |
//! | `-a`, `NOT a` | articles without it |
//! | `(a OR b) c` | brackets, 32 deep at most |
//! | `terror*` | words that begin so |
//! | `goverment~` | words one edit away (up to five letters) or two; `~1` and `~2` say which. Any letter may differ, also the first |
//! | `a NEAR/5 b` | both in one block, in any order, at most five words from the end of one to the beginning of the other (so `NEAR/1` is adjacent). 1 to 100; `NEAR` alone is `NEAR/10`. Either side may be a word, a phrase, another `NEAR`, or such joined by `OR` |
//! | `outlet:times`, `outlet:"le monde"` | articles of outlets with these words in their name, one behind the other |
//! | `in:title a`, `title:a`, `in:title (a OR b)` | the next word, phrase or bracket, in the title that the text prints |
//! | `date:2016..2018`, `date:2016-06`, `year:2016` | articles that may have been published then; see [`super::Period`] |
//! | `article:ID` | the article of that id |
//! | `UN, UNO, "United Nations"` | a list: any of them, each counted for itself. The comma binds weakest; within brackets it is `OR`; within a number (`70,000`) it is none |
//!
//! Operators are capitals: `or` is a word. A word before a colon that is no field (`Breaking:`) is a word; `breaking:news` without a space
//! is told as a problem and read as words, since a field is likely to be meant. A dash or another mark that stands alone is passed over.
//!
//! Whatever cannot be read becomes a [`Problem`] with its place, and the rest of the query holds.

mod lex;
mod parse;
#[cfg(test)]
mod tests;

pub(super) use parse::folded_words;

use super::Period;
use crate::text::Span;
use core::fmt;

/// The longest query in bytes; what is beyond it is not read.
pub const LONGEST: usize = 16 * 1024;

/// The most words (each word of a phrase counts) and fields that one query may have.
pub const MOST_TERMS: usize = 128;

/// The deepest brackets.
pub const DEEPEST: usize = 32;

/// The furthest `NEAR/n`.
pub const FURTHEST: u32 = 100;

/// Something in a query that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, in bytes of the query's text. May be empty: at that place something is missing.
    pub span: Span,
    /// What is wrong, and what to write instead: lower case, without a full stop.
    pub message: String,
}

/// A query as it was read.
#[derive(Clone, Debug, Default)]
pub struct Query {
    pub(super) root: Option<Node>,
    problems: Vec<Problem>,
    parts: Vec<String>,
    words: bool,
}

/// What a query asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Node {
    /// One word, or several one behind the other. Never none.
    Words(Vec<Term>),
    /// Both, at most so many words apart.
    Near(Box<Node>, u32, Box<Node>),
    /// All of them.
    And(Vec<Node>),
    /// Any of them.
    Or(Vec<Node>),
    /// Articles without it.
    Not(Box<Node>),
    /// The same in the title.
    Title(Box<Node>),
    /// Articles whose outlet has these folded words.
    Outlet(Vec<String>),
    /// Articles that may have been published then.
    Date(Period),
    /// The article of that id.
    Article(String),
    /// A part of a list.
    Part(u16, Box<Node>),
}

/// A word of a query, folded, and how it is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// Where it was typed.
    pub span: Span,
    /// Its folded form; never empty.
    pub form: String,
    /// How it is meant.
    pub how: How,
}

/// Which words of the articles a word of a query means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// Those of the same stem.
    Stem,
    /// That very form.
    Form,
    /// Those that begin so.
    Prefix,
    /// Those so many edits away.
    Fuzzy(u8),
}

impl Query {
    /// Reads a query. It never fails: whatever cannot be read becomes a [`Problem`], and the rest holds.
    ///
    /// ```
    /// use sourcebook::index::Query;
    /// let query = Query::parse("onu -(moreno");
    /// assert_eq!(query.to_string(), "and(stem onu, not(stem moreno))");
    /// assert_eq!(query.problems().len(), 1);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Self {
        parse::parse(text)
    }

    /// What could not be read, in order of place.
    #[must_use]
    pub fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// The parts of a list (`UN, ONU`) as typed, at least two; empty for any other query.
    #[must_use]
    pub fn parts(&self) -> &[String] {
        &self.parts
    }

    /// Whether it asks for nothing (or nothing that could be read), and so leaves all articles.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.root.is_none()
    }

    /// Whether it asks for words, and not for fields alone or for the absence of words: whether there can be hits.
    #[must_use]
    pub fn has_words(&self) -> bool {
        self.words
    }

    /// The folded words that it asks for (those behind a `-` are not among them), in order: what to look up
    /// for "did you mean" when nothing was found. Prefixes are left out.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        let mut words = Vec::new();
        if let Some(root) = &self.root {
            root.each_term(&mut |term| {
                if term.how != How::Prefix {
                    words.push(term.form.as_str());
                }
            });
        }
        words
    }
}

impl Node {
    /// Calls `take` with each term that can have hits.
    pub fn each_term<'a>(&'a self, take: &mut dyn FnMut(&'a Term)) {
        match self {
            Self::Words(terms) => terms.iter().for_each(take),
            Self::Near(left, _, right) => {
                left.each_term(take);
                right.each_term(take);
            }
            Self::And(nodes) | Self::Or(nodes) => nodes.iter().for_each(|node| node.each_term(take)),
            Self::Title(node) | Self::Part(_, node) => node.each_term(take),
            Self::Not(_) | Self::Outlet(_) | Self::Date(_) | Self::Article(_) => {}
        }
    }
}

/// The tree that was read, for tests: `and(stem onu, not(stem moreno))`.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.root {
            Some(root) => root.fmt(f),
            None => f.write_str("all"),
        }
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Words(terms) => match terms.as_slice() {
                [term] => term.fmt(f),
                terms => list(f, "phrase", terms),
            },
            Self::Near(left, words, right) => write!(f, "near/{words}({left}, {right})"),
            Self::And(nodes) => list(f, "and", nodes),
            Self::Or(nodes) => list(f, "or", nodes),
            Self::Not(node) => write!(f, "not({node})"),
            Self::Title(node) => write!(f, "title({node})"),
            Self::Outlet(words) => write!(f, "outlet {}", words.join(" ")),
            Self::Date(period) => write!(f, "date {period}"),
            Self::Article(id) => write!(f, "article {id}"),
            Self::Part(number, node) => write!(f, "part {number} {node}"),
        }
    }
}

impl fmt::Display for Term {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.how {
            How::Stem => write!(f, "stem {}", self.form),
            How::Form => write!(f, "form {}", self.form),
            How::Prefix => write!(f, "prefix {}", self.form),
            How::Fuzzy(edits) => write!(f, "fuzzy/{edits} {}", self.form),
        }
    }
}

fn list<T: fmt::Display>(f: &mut fmt::Formatter<'_>, name: &str, items: &[T]) -> fmt::Result {
    write!(f, "{name}(")?;
    for (at, item) in items.iter().enumerate() {
        f.write_str(if at == 0 { "" } else { ", " })?;
        item.fmt(f)?;
    }
    f.write_str(")")
}
