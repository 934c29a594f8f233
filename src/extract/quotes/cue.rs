//! The tables of cues: verbs and nouns that give words to a speaker.

use crate::extract::CueClass;
use crate::lexicon::{Class, lemma, table};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Verbs.
const VERBS: &str = crate::lexicon::headless!("cues.txt");
/// Nouns.
const NOUNS: &str = crate::lexicon::headless!("nouns.txt");

/// What may follow or surround a verb of saying. The letters are those of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Frame {
    /// Words in quotation marks.
    Quotation,
    /// A clause with `that`.
    That,
    /// A clause without `that`.
    Bare,
    /// A clause with a question word.
    Question,
    /// `to` and what the speaker is to do.
    Infinitive,
    /// Who is told, before the clause.
    Addressee,
    /// Who is told, and `to` with what they are to do.
    Order,
    /// A noun phrase: no quotation, but the numbers in it are the speaker's.
    Noun,
    /// The verb has other uses: the subject must be able to speak.
    Doubtful,
}

impl Frame {
    fn letter(self) -> &'static str {
        match self {
            Self::Quotation => "q",
            Self::That => "t",
            Self::Bare => "b",
            Self::Question => "w",
            Self::Infinitive => "i",
            Self::Addressee => "a",
            Self::Order => "o",
            Self::Noun => "n",
            Self::Doubtful => "d",
        }
    }
}

/// A row of the table of verbs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) struct Verb {
    /// `say`
    pub(super) lemma: &'static str,
    /// What it says of the speaker's standing to the words.
    pub(super) class: CueClass,
    frames: &'static str,
}

impl Verb {
    /// Whether this may follow or surround it.
    pub(super) fn takes(&self, frame: Frame) -> bool {
        self.frames.split(' ').any(|letter| letter == frame.letter())
    }
}

/// A row of the table of nouns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    /// What it says of the speaker's standing to the words.
    pub(super) class: CueClass,
    /// Whether it may stand before a clause: `claims that …`
    pub(super) takes_clause: bool,
    /// Whether words can be in it: `in a statement`
    pub(super) holds_words: bool,
}

static BY_VERB: LazyLock<FxHashMap<&'static str, Verb>> = LazyLock::new(|| {
    let rows = rows(VERBS).map(|(lemma, class, frames)| (lemma, Verb { lemma, class, frames }));
    rows.collect()
});

static BY_NOUN: LazyLock<FxHashMap<&'static str, Noun>> = LazyLock::new(|| {
    let noun = |class, uses: &str| Noun { class, takes_clause: uses.contains('t'), holds_words: uses.contains('d') };
    rows(NOUNS).map(|(lemma, class, uses)| (lemma, noun(class, uses))).collect()
});

/// The rows of a table: lemma, class, the rest.
fn rows(text: &'static str) -> impl Iterator<Item = (&'static str, CueClass, &'static str)> {
    table(text).filter_map(|row| {
        let mut parts = row.splitn(3, ' ');
        Some((parts.next()?, class(parts.next()?)?, parts.next().unwrap_or_default()))
    })
}

fn class(name: &str) -> Option<CueClass> {
    Some(match name {
        "say" => CueClass::Say,
        "estimate" => CueClass::Estimate,
        "confirm" => CueClass::Confirm,
        "deny" => CueClass::Deny,
        "claim" => CueClass::Claim,
        "report" => CueClass::Report,
        _ => return None,
    })
}

/// The verb of saying that a word in lower case is a form of.
pub(in crate::extract) fn verb(lower: &str) -> Option<&'static Verb> {
    BY_VERB.get(lemma(lower, Class::Verb))
}

/// The noun of saying that a word in lower case is a form of.
pub(super) fn noun(lower: &str) -> Option<Noun> {
    BY_NOUN.get(lemma(lower, Class::Noun)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_all_their_rows_parse() {
        for (text, letters) in [(VERBS, "qtbwiaond"), (NOUNS, "td")] {
            let lemmas: Vec<&str> = rows(text).map(|(lemma, ..)| lemma).collect();
            assert_eq!(lemmas.len(), table(text).count());
            assert!(lemmas.windows(2).all(|pair| pair[0] < pair[1]), "sorted, none twice");
            let known = |uses: &str| uses.split(' ').all(|letter| letter.len() == 1 && letters.contains(letter));
            assert!(rows(text).all(|(.., uses)| known(uses)));
        }
    }

    #[test]
    fn forms_are_those_of_their_lemma() {
        for (form, lemma) in
            [("said", "say"), ("told", "tell"), ("vowing", "vow"), ("denies", "deny"), ("wrote", "write")]
        {
            assert_eq!(verb(form).map(|verb| verb.lemma), Some(lemma), "{form}");
        }
        assert!(verb("walked").is_none() && noun("estimates").is_some());
    }
}
