//! Layer 2: what an article says. One finder a noun; each fact holds its span and the rules that found it.
//!
//! The types of the facts are always there; the finders come with the feature `extract`, since a page that only
//! shows facts does not download what finds them.

mod attribution;
mod entity;
mod facts;
mod figure;
mod quote;
mod reference;
mod remainder;
mod source;
mod time;

#[cfg(feature = "extract")]
mod corrections;
#[cfg(feature = "extract")]
mod document;
#[cfg(feature = "extract")]
mod drawing;
#[cfg(feature = "extract")]
mod explain;
#[cfg(feature = "extract")]
mod figures;
#[cfg(feature = "extract")]
mod json;
#[cfg(feature = "extract")]
mod label;
#[cfg(feature = "extract")]
mod listed;
pub(crate) mod named;
#[cfg(feature = "extract")]
mod names;
#[cfg(feature = "extract")]
mod numerals;
#[cfg(feature = "extract")]
mod quotes;
#[cfg(feature = "extract")]
mod record;
#[cfg(feature = "extract")]
mod references;
#[cfg(feature = "extract")]
mod speakers;
#[cfg(feature = "extract")]
mod times;

#[cfg(feature = "extract")]
pub use crate::read::Settings;
pub use attribution::{Attribution, attributed};
#[cfg(feature = "extract")]
pub use corrections::Corrections;
#[cfg(feature = "extract")]
pub use drawing::{GOES_ON, drawn};
pub use entity::{Entity, EntityKind, Gender, Mention};
#[cfg(feature = "extract")]
pub use explain::explain;
pub use facts::{Facts, Refusal};
pub use figure::{Bound, Counted, Figure, FigureKind, Unknown};
#[cfg(feature = "extract")]
pub use figures::{makes_fighters, population_of};
#[cfg(feature = "extract")]
pub use label::{Label, labels, quoted};
#[cfg(feature = "extract")]
#[doc(hidden)]
pub use names::training;
pub use quote::{Cue, CueClass, Quote, QuoteKind};
#[cfg(feature = "extract")]
pub(crate) use record::CodePoints;
#[cfg(feature = "extract")]
pub use record::record;
pub use reference::{Reference, ReferenceForm};
pub(crate) use remainder::are_disjoint;
pub use remainder::{Remainder, remainders};
pub use source::Source;
#[cfg(feature = "extract")]
pub(crate) use speakers::is_outlet;
pub use time::{Time, TimeBasis, TimeType};

#[cfg(feature = "extract")]
pub use document::{Document, Phrase, Sentence, Tag, Token, TokenKind, VerbGroup};

/// Finds all facts of an article.
///
/// The finders run in this order, and each may look at what those before it found.
#[cfg(feature = "extract")]
#[must_use]
pub fn extract(article: &crate::read::Article, settings: &Settings) -> Facts {
    let document = Document::read(article);
    let mut facts = Facts::default();
    // Times first: a year or a date would else be a figure, and a month a person's name.
    times::find(&document, &mut facts);
    // Names next: a number within a name is none, and speakers and places are looked up among them.
    let roles = names::find(&document, settings, &mut facts);
    // Quotations before figures: who speaks is who stands behind a number.
    let known = speakers::Known::new(&document, &facts);
    quotes::find(&document, &known, &mut facts);
    figures::find(&document, settings, &mut facts);
    // Last what has no name: nobody is looked up among it.
    references::find(&document, &known, roles, &mut facts);
    facts
}
