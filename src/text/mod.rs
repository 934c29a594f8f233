//! Layer 1: text and positions in it. Knows nothing of files or of what the text says.

mod abbreviation;
mod bounds;
pub(crate) mod class;
mod fold;
mod mark;
mod sentence;
mod span;
mod stem;
mod word;

pub use fold::{fold, fold_into};
pub use sentence::sentences;
pub use span::Span;
pub use stem::stem;
pub use word::words;
