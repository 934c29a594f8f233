//! Layer 5, native: builds the site of a folder and serves it.
//!
//! ```text
//! folder ─▶ corpus, facts ─▶ section ─▶ module ┐
//!                  └─▶ page ───────────────────┼─▶ site ─▶ output (a folder) or serve (loopback)
//! assets (in this program) ────────────────────┘    └─▶ weight, against its budgets
//!
//! folder or lines ─▶ articles ─▶ extract ─▶ records, or facts drawn under the text
//! folder ─▶ corpus, facts ─▶ compare ─▶ questions, names, passages
//! ```
//!
//! A site is a list of files in memory; it is the same for the same folder, to the byte.

mod about;
mod assets;
mod collection;
mod compare;
mod encoding;
mod extract;
mod folder;
mod http;
mod module;
mod output;
mod page;
mod request;
mod serve;
#[expect(clippy::module_inception, reason = "a site is the noun of this layer")]
mod site;
mod watch;
mod weight;

pub use collection::Collection;
pub use compare::{print_comparison, unfit_titles};
pub use extract::{Form, Source, print_facts};
pub use folder::Folder;
pub use output::write;
pub use serve::{Server, USUAL_PORT};
pub use site::{Book, File, Site};
pub use watch::watch;
pub use weight::Weight;
