//! A quotation: words given as somebody's.

use super::Source;
use crate::text::Span;

/// Whose words are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum QuoteKind {
    /// The speaker's: in quotation marks, or a block set off as speech.
    #[default]
    Direct,
    /// The writer's: reported speech.
    Indirect,
}

/// What a cue says of the speaker's standing to the words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CueClass {
    /// `said`, `told`, `added`
    #[default]
    Say,
    /// `estimates`, `believes`
    Estimate,
    /// `confirmed`, `acknowledged`
    Confirm,
    /// `denied`, `rejected`
    Deny,
    /// `claimed`, `alleged`
    Claim,
    /// `reported`, `according to`
    Report,
}

/// The word that gives words to a speaker.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cue {
    /// Where it stands.
    pub span: Span,
    /// Its class.
    pub class: CueClass,
}

/// Words given as somebody's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Quote {
    /// The words: with their quotation marks where direct; without speaker and cue where indirect.
    pub span: Span,
    /// Whose words are printed.
    pub kind: QuoteKind,
    /// The word that gives them to a speaker.
    pub cue: Option<Cue>,
    /// Who speaks. None: unknown.
    pub speaker: Option<Source>,
    /// Through whom the words came, nearest first: the outlet a source spoke to, the report that quotes.
    pub via: Vec<Source>,
    /// The rules that found and filled it, in order.
    pub rules: Vec<&'static str>,
    /// Whether somebody corrected it.
    pub by_hand: bool,
}
