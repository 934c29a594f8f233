//! Layer 3: the byte format (writer and reader side by side), postings and queries. Knows nothing of the page.

mod bitmap;
mod date;
mod dictionary;
mod edition;
mod error;
mod evaluate;
mod format;
mod frequency;
mod layout;
mod leaf;
mod module;
mod postings;
mod query;
mod rank;
mod search;
mod statistics;
mod strings;
mod terms;
mod varint;
mod write;

pub use bitmap::Bitmap;
pub use date::Period;
pub use edition::{Catalogue, Edition};
pub use error::Error;
pub use frequency::{Frequencies, frequencies};
pub use layout::{LaidBlock, Layout, Sentence, Token};
pub use module::{Bytes, SECTION, find};
pub use query::{Problem, Query};
pub use search::{Found, Hit, Match, Search};
pub use write::write;
