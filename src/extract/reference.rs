//! A reference: words that mean somebody or something without naming it.

use super::EntityKind;
use crate::text::Span;

/// How a reference is worded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReferenceForm {
    /// A noun phrase: `the premier`, `Health Minister`, `the rebel group`, `the old town`.
    #[default]
    Nominal,
    /// The name of a country that stands for who governs it: `Mali condemned the attack`.
    Metonym,
    /// A personal pronoun or possessive: `She`, `his`.
    Pronoun,
}

/// Words that mean a person, an organisation or a place and name none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// All words of the phrase, with its article.
    pub span: Span,
    /// How it is worded.
    pub form: ReferenceForm,
    /// What is meant.
    pub kind: EntityKind,
    /// The entity that is meant, in the same article's list, where the article tells which; of a metonym, the place whose
    /// name it is. None: it has no name.
    pub entity: Option<usize>,
    /// The rule that found it.
    pub rule: &'static str,
}

impl Reference {
    /// What it is called where no name is known: its words without the article, with single spaces.
    #[must_use]
    pub fn name(&self, text: &str) -> String {
        let mut words: Vec<&str> = self.span.of(text).split_whitespace().collect();
        if words.len() > 1 && ["the", "a", "an"].iter().any(|article| words[0].eq_ignore_ascii_case(article)) {
            words.remove(0);
        }
        words.join(" ")
    }
}
