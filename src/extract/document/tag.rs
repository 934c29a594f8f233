//! Word classes.

/// The class of a token in its sentence, coarser than Penn's tags and finer than Universal Dependencies'.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tag {
    /// A common noun in the singular, or one that has no plural.
    Noun,
    /// A common noun in the plural.
    Plural,
    /// A proper noun, or part of one.
    Proper,
    /// A verb in its base form or present tense, not of the third person.
    Verb,
    /// A verb in the third person singular present.
    Third,
    /// A verb in the past tense.
    Past,
    /// A past participle.
    Participle,
    /// A present participle or gerund.
    Gerund,
    /// A form of be, have or do.
    Auxiliary,
    /// A modal verb.
    Modal,
    /// An adjective.
    Adjective,
    /// An adverb.
    Adverb,
    /// A negation: `not`, `n’t`, `never`.
    Negation,
    /// An article or another determiner.
    Determiner,
    /// A personal, indefinite or reflexive pronoun.
    Pronoun,
    /// A possessive pronoun, or the possessive ending.
    Possessive,
    /// A wh-word or a relative `that`.
    Wh,
    /// A preposition.
    Preposition,
    /// `to` before a verb.
    To,
    /// A coordinating conjunction.
    Conjunction,
    /// A subordinating conjunction, also `that` before a clause.
    Subordinator,
    /// A particle of a verb: `came back`.
    Particle,
    /// A numeral or number word.
    Number,
    /// Punctuation.
    Mark,
    /// Anything else.
    #[default]
    Other,
}

impl Tag {
    /// Whether it is a noun, common or proper.
    #[must_use]
    pub fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::Plural | Self::Proper)
    }

    /// Whether it is a full verb in any form.
    #[must_use]
    pub fn is_verb(self) -> bool {
        matches!(self, Self::Verb | Self::Third | Self::Past | Self::Participle | Self::Gerund)
    }

    /// Whether it is a verb that makes a clause: a finite form, an auxiliary or a modal.
    #[must_use]
    pub fn is_finite(self) -> bool {
        matches!(self, Self::Verb | Self::Third | Self::Past | Self::Auxiliary | Self::Modal)
    }
}
