//! Chunks of a sentence: base noun phrases and groups of verbs.

use core::ops::Range;

/// A base noun phrase: determiner, modifiers and head, without what follows the head (`of`-phrases, relative
/// clauses). A possessive joins two of them into one: `Moreno’s younger brother`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// Its tokens, in [`Document::tokens`](super::Document::tokens).
    pub tokens: Range<usize>,
    /// The token of its head noun.
    pub head: usize,
}

/// A group of verbs: auxiliaries, negation, adverbs between them, and the full verb.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerbGroup {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The token of the full verb, or of the last auxiliary where there is none.
    pub head: usize,
    /// Whether a negation stands in it.
    pub negated: bool,
    /// Whether it is passive: a form of be or get before a past participle.
    pub passive: bool,
    /// Whether it holds a finite form (else it is an infinitive or participle).
    pub finite: bool,
    /// Whether a modal stands in it, or it is an infinitive behind `to`: what may be and not what is.
    pub modal: bool,
}
