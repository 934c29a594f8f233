//! Layer 3: what articles count and say between them. Knows the facts of each, and nothing of bytes or pages.
//!
//! | noun | what it is | file |
//! |---|---|---|
//! | account | a figure of an article, as it is compared | `reading`, `subject`, `interval`, `place`, `period` |
//! | question | the accounts that answer one thing | `questions`, `title` |
//! | relation | how two accounts of a question stand to each other, and why that may be | `relation`, `scopes`, `wording` |
//! | class | accounts of a question that are alike in a scope | `classes` |
//! | sum | a whole with its parts and what is left | `sums` |
//! | name | one entity over all articles | `names` |
//! | voice | what kind of source stands behind words | `voice` |
//! | passage | words that two articles share | `passages` |
//!
//! [`compared`] makes all of it ready for the section that holds a corpus.
//!
//! Nothing here says who is right. The order of the articles changes nothing but the places by which they are named.
//! Relations are reckoned when they are asked for ([`Comparison::related`]): of 10,000 accounts of one question there would be
//! fifty million.
//!
//! What says a relation again, once it is known how two accounts lie to each other in each scope, is always there; what finds
//! that out needs the tables of words and places, and comes with the feature `extract`.

mod answers;
mod interval;
mod number;
mod relation;
mod sums;
mod voice;
mod wording;

#[cfg(feature = "extract")]
mod classes;
#[cfg(feature = "extract")]
mod compared;
#[cfg(feature = "extract")]
mod comparison;
#[cfg(feature = "extract")]
mod names;
#[cfg(feature = "extract")]
mod passages;
#[cfg(feature = "extract")]
mod period;
#[cfg(feature = "extract")]
mod place;
#[cfg(feature = "extract")]
mod questions;
#[cfg(feature = "extract")]
mod reading;
#[cfg(feature = "extract")]
mod record;
#[cfg(feature = "extract")]
mod scopes;
#[cfg(feature = "extract")]
mod subject;
#[cfg(feature = "extract")]
mod title;
#[cfg(feature = "extract")]
mod words;

pub use answers::{Answer, Asked, Questions, Shared};
pub(crate) use answers::{MOST_CLASSES, UNCLEAR, pairs};
pub use interval::{ABOUT, Interval};
pub use number::{grouped, quantity};
pub use relation::{How, Known, Reason, Related, Relation, Scope, Scopes, Side, relate};
pub use sums::{Adds, Sum, sums};
pub use voice::Voice;
pub use wording::words as relation_in_words;

#[cfg(feature = "extract")]
pub use classes::Classes;
#[cfg(feature = "extract")]
pub use compared::compared;
#[cfg(feature = "extract")]
pub use comparison::{Account, Comparison};
#[cfg(feature = "extract")]
pub use names::Name;
#[cfg(feature = "extract")]
pub use passages::{Passage, SHINGLE, SHORTEST};
#[cfg(feature = "extract")]
pub use questions::Question;
#[cfg(feature = "extract")]
pub use record::{MOST_RELATIONS, record};
#[cfg(feature = "extract")]
pub use voice::voice;
