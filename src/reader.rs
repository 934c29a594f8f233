//! Layer 5: what JavaScript sees of the reader, the engine that finds facts in articles of a visitor's own.
//!
//! ```js
//! const record = JSON.parse(extract(id, text, title, "2016-06-05")); // title and date may be undefined
//! ```
//!
//! It is a module of its own, which no page loads before somebody asks for it, and is made to run in a worker: finding the
//! facts of a long article takes longer than a frame. Bytes of files are for the browser to decode, which has the tables of
//! all encodings; ours would be a third of the module.

use crate::extract::{Settings, extract as find, record};
use crate::read;
use wasm_bindgen::prelude::*;

/// The facts of an article: the line that `sourcebook extract -` prints of `{"id", "text", "title"?, "date"?}`. A date that
/// cannot be read is passed over.
#[wasm_bindgen]
#[must_use]
pub fn extract(id: String, text: String, title: Option<String>, date: Option<String>) -> String {
    let (article, _) = read::given(id, text, title, date.as_deref());
    record(&article, &find(&article, &Settings::default()))
}
