//! Layer 5, native: articles in as lines of JSON, or files, out as text, one after the other.
//!
//! ```text
//! lines ─▶ bounded queue ─▶ a worker a core ─▶ results in the order of the lines ─▶ output
//! ```
//!
//! However long the input is, what is held at a time is bounded, by number and by bytes.

mod budget;
mod lines;
mod ordered;
mod output;

pub use lines::{LONGEST_LINE, Line, Lines};
pub use ordered::in_order;
pub use output::Output;
