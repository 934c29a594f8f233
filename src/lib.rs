//! Sourcebook turns a folder of articles into one static page on which every word, and later every figure,
//! quotation, date, place and name, can be searched, filtered, charted and followed back to its sentence.
//!
//! ```text
//! folder ─ read ─▶ articles ─ extract ─▶ facts ─ index ─▶ section ─ site ─▶ module.wasm, page
//!                                                                               │
//! shell (www/) ◀─ web ─ explorer: one state in, one screen out ◀──────────────────┘
//! ```
//!
//! Layers run downward only; `tests/layers.rs` fails on a `use` that goes up, and on files, clocks and
//! prints below the top layer.
//!
//! | layer | module | what it is |
//! |---|---|---|
//! | 1 | [`text`] | spans, words, sentences, folding, stems |
//! | 1 | [`lexicon`] | tables of words |
//! | 1 | `order` | sorting, compiled once |
//! | 2 | [`read`] | bytes of a file → an article |
//! | 2 | [`extract`] | an article → its facts |
//! | 3 | `compare` | what articles count and say between them: questions, names, shared passages (what finds it: feature `extract`) |
//! | 3 | [`index`] | the byte format, postings, queries |
//! | 4 | [`explorer`] | state → everything the page shows |
//! | 5 | `web` | what JavaScript sees of the engine that every page loads (feature `explorer`) |
//! | 5 | `reader` | what it sees of the engine that finds facts (feature `reader`) |
//! | 5 | `stream` | lines in, results out, in order, on all processors (feature `native`) |
//! | 5 | `site` | build, serve, extract (feature `native`) |
//!
//! Layers 1–4 have no files, no clock, no randomness and no order that a hash decides: the same folder
//! gives the same bytes.

#![cfg_attr(test, allow(clippy::unwrap_used))]

#[cfg(all(target_arch = "wasm32", any(feature = "explorer", feature = "reader")))]
mod allocator;
pub mod compare;
pub mod explorer;
pub mod extract;
pub mod index;
pub mod lexicon;
mod order;
pub mod read;
#[cfg(feature = "reader")]
pub mod reader;
#[cfg(feature = "native")]
pub mod site;
#[cfg(feature = "native")]
pub mod stream;
pub mod text;
#[cfg(feature = "explorer")]
pub mod web;
