//! Layer 2: the bytes of a file become an article. Knows nothing of facts, nor of where the bytes are kept.

mod article;
#[cfg(feature = "read")]
mod boilerplate;
#[cfg(feature = "read")]
mod colophon;
#[cfg(feature = "read")]
mod corpus;
mod day;
#[cfg(feature = "read")]
mod decode;
#[cfg(feature = "read")]
mod lines;
#[cfg(feature = "read")]
mod manifest;
#[cfg(feature = "read")]
mod nearest;
#[cfg(feature = "read")]
mod plain;
#[cfg(feature = "read")]
mod problem;
mod published;
#[cfg(feature = "extract")]
mod record;
#[cfg(feature = "read")]
mod settings;
#[cfg(feature = "read")]
mod stamp;
#[cfg(feature = "read")]
mod table;

pub use article::{Article, Block, BlockKind, Corpus, Head};
#[cfg(feature = "read")]
pub use colophon::Colophon;
#[cfg(feature = "read")]
pub use corpus::{CORRECTIONS, File, MANIFEST, corpus, undated};
pub use day::{day_number, from_day_number, iso};
#[cfg(feature = "read")]
pub use decode::{LARGEST_FILE, decode, too_large};
#[cfg(feature = "read")]
pub use manifest::{colophon_of, settings_of};
#[cfg(feature = "read")]
pub use problem::Problem;
pub use published::{Basis, Published};
#[cfg(feature = "extract")]
pub use record::{given, record};
#[cfg(feature = "read")]
pub use settings::{QuestionTitle, Settings};
#[cfg(feature = "extract")]
pub(crate) use table::{TableReader, Value, get, kind, period};
