//! Layer 3: the byte format (writer and reader side by side), postings and queries. Knows nothing of the page.
//!
//! # Use
//!
//! ```
//! use sourcebook::index::{Edition, Query, Search, write};
//! use sourcebook::read::{Article, Block, BlockKind, Corpus};
//! use sourcebook::text::Span;
//!
//! let text = "The women came back. Few women did.".to_owned();
//! let blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
//! let articles = vec![Article { text, blocks, ..Article::default() }];
//! let corpus = Corpus { articles, ..Corpus::default() };
//! let section = write(&corpus, &[], |_| [0; 32])?; // in earnest: SHA-256
//!
//! let edition = Edition::open(section)?;
//! let search = Search::new(&edition, &Query::parse("women -children"))?;
//! let found = search.found(None)?;
//! assert_eq!((found.matches[0].article, found.matches[0].hits), (0, 2));
//! assert_eq!(search.hits(0)?[1].span.of(edition.text(0)?), "women");
//! # Ok::<(), sourcebook::index::Error>(())
//! ```
//!
//! [`write()`] makes a [`Corpus`](crate::read::Corpus) into the bytes of a section, [`find`] finds the section in a module,
//! [`Edition`] opens it, [`Query`] reads what somebody typed ([the language](Query)), and [`Search`] puts both together. An article is named by its ordinal, a folded form
//! by its number; [`Bitmap`] is a set of articles, for filters; [`frequencies`] counts words; [`Period`] reads dates of filters.
//!
//! # The format, version 3
//!
//! Numbers are little-endian; within blocks they are LEB128, seven bits a byte. Every bit is covered: by the label, the version, the checksum
//! of header and directory, or the checksum of a block; there is no padding. Checksums are XXH64 with seed 0.
//!
//! ```text
//!  at  bytes
//!   0    8   label "SRCBOOK\0"
//!   8    2   format version: 3
//!  10    2   flags: 0
//!  12    4   bytes of the whole section
//!  16    4   entries of the directory
//!  20   32   content hash: SHA-256 of all blocks; names the edition
//!  52  17×n  directory, an entry a block, in the order of the blocks:
//!              kind 1 · ordinal 4 · bytes 4 · checksum 8
//!        8   checksum of everything before it
//!            the blocks, back to back
//! ```
//!
//! | kind | block | holds | drawn in |
//! |---|---|---|---|
//! | 1 | catalogue | [`Catalogue`]: titles, language, heads | `catalogue.rs` |
//! | 2 | statistics | words of each article, place of its title | `statistics.rs` |
//! | 3 | articles | a row of 36 bytes an article: bytes 4 and checksum 8 of its text, of its layout and of its facts | here |
//! | 4 | forms | the folded forms, sorted, front-coded | `strings.rs` |
//! | 5 | stems | the stems, likewise | `strings.rs` |
//! | 6 | terms | of each form: stem, frequencies, bytes of its postings | `terms.rs` |
//! | 7 | postings | of each form: articles, counts, positions; several blocks of about 256 KiB | `postings.rs` |
//! | 8 | questions | which figures answer one question, and how they lie to each other; what articles share; may be left out | `questions.rs` |
//! | – | text, layout, facts | of each article in turn, listed in block articles: its UTF-8; its blocks, sentences and words; what was found in it | `layout.rs`, `facts.rs` |
//!
//! Of a corpus of up to 64 KiB of text the index is left out: blocks 2 and 4 to 7, and the words in the layouts. [`Edition`] makes it, by the
//! same code, when it is first needed: in some milliseconds, while under compression it would weigh twice what the texts do.
//!
//! The articles' own blocks are not in the directory, so that opening 10,000 articles reads no more than opening five: [`Edition::open`] looks at header and
//! directory, a few hundred bytes. A block is checked when it is first read, and [`Edition::verify`] checks all. Checksums tell accidents;
//! a forged section can have right ones, and so nothing here trusts a number that it reads: every place is bounded, every count is paid for in
//! bytes.
//!
//! # What is indexed
//!
//! The words of all blocks but boilerplate, by their folded form, of very long words the first 255 bytes. Boilerplate has sentences in the layout, so
//! that it can be shown. The title is the first block of kind title; an article whose text prints none has none to search.

mod bitmap;
mod catalogue;
mod date;
mod dictionary;
mod edition;
mod error;
mod evaluate;
mod facts;
mod format;
mod frequency;
mod invert;
mod layout;
mod leaf;
mod made;
mod module;
mod postings;
mod query;
mod questions;
mod rank;
mod search;
mod statistics;
mod strings;
mod terms;
mod varint;
mod write;

pub use bitmap::Bitmap;
pub use catalogue::Catalogue;
pub use date::Period;
pub use edition::Edition;
pub use error::Error;
pub use facts::ArticleFacts;
pub use frequency::{Frequencies, frequencies};
pub use invert::ranked;
pub use layout::{LaidBlock, Layout, Sentence, Token};
pub use module::{Bytes, SECTION, find};
pub use query::{Problem, Query};
pub use search::{Found, Hit, Match, Search};
pub use write::{write, write_compared, write_indexed};
