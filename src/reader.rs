//! Layer 5: what JavaScript sees of the reader, the engine that finds facts in articles of a visitor's own.
//!
//! ```js
//! const record = JSON.parse(extract(JSON.stringify({ id: "a", text: "…", date: "2016-06-05" })));
//! ```
//!
//! It is a module of its own, which no page loads before somebody asks for it, and is made to run in a worker: finding the
//! facts of a long article takes longer than a frame. Bytes of files are for the browser to decode, which has the tables of
//! all encodings: ours are a third of the module.

use crate::extract::{Settings, extract as find, record};
use crate::read;
use js_sys::Error;
use wasm_bindgen::prelude::*;

/// The facts of an article that is given as JSON, `{"id", "text", "title"?, "date"?}`: the line that `sourcebook extract -`
/// prints.
///
/// # Errors
///
/// It is no JSON, or has no `id` or `text`. A `date` that cannot be read is passed over.
#[wasm_bindgen]
pub fn extract(article: &str) -> Result<String, JsValue> {
    let (article, _) = read::record(article).map_err(|problem| Error::new(&problem))?;
    Ok(record(&article, &find(&article, &Settings::default())).to_string())
}
