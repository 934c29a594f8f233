//! Layer 2: the bytes of a file become an article. Knows nothing of facts, nor of where the bytes are kept.

mod article;
mod published;

pub use article::{Article, Block, BlockKind, Corpus, Head};
pub use published::{Basis, Published};
