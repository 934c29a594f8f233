//! What `tests/bench/train-names.rs` needs of this finder: its reading of an article, without the model.

use super::features::ROWS as ROW_COUNT;
use super::known::{self, Known};
pub use super::looks::Looks;
pub use super::model::{Allowed, Decoder, KINDS, Piece, Weights, packed, rows};
use super::run::Runs;
use crate::extract::{Document, Facts, Settings, TokenKind, times};
use crate::text::Span;

/// How many rows a model has.
pub const ROWS: usize = ROW_COUNT as usize;

/// What of a token the trainer needs to know.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Whether it is a word with a capital or a number.
    pub capital: bool,
    /// Whether it may join two of them.
    pub joins: bool,
    /// Whether it may close a name in lower case.
    pub closes: bool,
    /// Whether it is a title.
    pub title: bool,
    /// Whether it names a people and nothing else.
    pub people: bool,
    /// Whether it is a country.
    pub country: bool,
}

/// A run of an article as the model sees it.
pub struct Run {
    /// What is known of its tokens.
    pub looks: Looks,
    /// The tokens.
    pub words: Vec<Word>,
}

/// The runs of an article.
#[must_use]
pub fn runs(article: &crate::read::Article) -> Vec<Run> {
    let document = Document::read(article);
    let mut facts = Facts::default();
    times::find(&document, &mut facts);
    let known = Known::of(&document);
    let runs = Runs::new(&document, facts.times.iter().map(|time| time.span).collect());
    let mut found = Vec::new();
    runs.each(&known, |sentence, tokens| {
        let mut looks = Looks::new();
        looks.read(&document, &known, sentence, tokens.clone());
        let words = tokens.map(|token| word(&document, token)).collect();
        found.push(Run { looks, words });
    });
    found
}

fn word(document: &Document<'_>, token: usize) -> Word {
    let lower = document.lower(token);
    let of = document.tokens[token];
    let bits = of.name;
    let is_word = of.kind == TokenKind::Word;
    Word {
        span: of.span,
        capital: is_word && of.capital || of.kind == TokenKind::Number,
        joins: !is_word || !of.capital && known::is_connector(lower),
        closes: is_word && known::closes_in_lower_case(&of, lower),
        title: bits & known::TITLE != 0,
        people: bits & known::PEOPLE != 0 && bits & known::COUNTRY == 0,
        country: bits & known::COUNTRY != 0,
    }
}

/// What the finder finds in an article by these weights.
#[must_use]
pub fn found(article: &crate::read::Article, weights: &impl Weights) -> Facts {
    let document = Document::read(article);
    let mut facts = Facts::default();
    times::find(&document, &mut facts);
    super::find_by(weights, &document, &Settings::default(), &mut facts);
    facts
}
