//! Roles: how an article calls somebody without their name.

use super::{is_office, tables};
use crate::extract::{Document, Tag};
use crate::lexicon::{About, Class, Gender, Word, lemma, word};
use crate::text::class::lowercase;
use core::ops::Range;

/// What somebody is called: `the Kenyan leader` → leader, kenyan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Role {
    /// The lemma of the noun, `premier` for `prime minister`, `spokesman` for who speaks for others.
    pub(super) office: String,
    /// The words before it in lower case.
    pub(super) of: Vec<String>,
}

impl Role {
    /// Reads a role that is given as words.
    pub(super) fn parse(words: &str) -> Option<Self> {
        let lower = lowercase(words);
        let words: Vec<&str> =
            lower.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()).collect();
        // `spokesman for the agency`: what hangs on the office is no office.
        let tied =
            words.iter().skip(1).position(|word| matches!(*word, "of" | "for" | "to" | "at" | "in" | "on" | "from"));
        let end = tied.map_or(words.len(), |tied| tied + 1);
        let head = words[..end].iter().rposition(|word| is_office(lemma(word, Class::Noun)))?;
        let mut role = Self::new(&words[..head], words[head]);
        role.of.extend(words[end..].iter().filter(|word| !is_small(word)).map(|word| of_word(word)));
        Some(role)
    }

    fn new(before: &[&str], head: &str) -> Self {
        let mut office = lemma(head, Class::Noun);
        if before.last() == Some(&"prime") && office == "minister" {
            office = "premier";
        }
        if before.last() == Some(&"press") && matches!(office, "secretary" | "officer" | "service" | "attache") {
            office = "spokesman";
        }
        let of = before.iter().filter(|word| !is_small(word)).map(|word| of_word(word)).collect();
        Self { office: office.to_owned(), of }
    }

    /// What its words tell of gender.
    pub(super) fn gender(&self) -> Option<Gender> {
        gender_of_word(&self.office)
    }

    /// Whether somebody called so speaks for a body and not for themselves.
    pub(super) fn speaks_for_others(&self) -> bool {
        matches!(self.office.as_str(), "spokesman" | "spokeswoman" | "spokesperson" | "representative" | "speaker")
    }

    /// How well somebody who is called `self` may be called `other`, 0: not.
    pub(super) fn fits(&self, other: &Self) -> usize {
        if !tables::are_alike(&self.office, &other.office) {
            return 0;
        }
        let shared = other.of.iter().filter(|word| self.of.contains(word)).count();
        let nation = |word: &&String| crate::lexicon::places(word).next().is_some() || is_demonym(word);
        let contradicts = other.of.iter().any(|word| nation(&word) && !self.of.contains(word))
            && self.of.iter().any(|word| nation(&word));
        let missing = other.of.len() - shared;
        if contradicts || missing > 0 && shared == 0 && self.office != other.office {
            return 0;
        }
        1 + 3 * shared + 2 * usize::from(self.office == other.office)
    }
}

/// A word that an office is told by; a demonym as its place, so that the Kenyan leader is the president of Kenya.
fn of_word(word: &str) -> String {
    let place = crate::lexicon::demonym(word).map(|people| people.place).filter(|place| !place.is_empty());
    place.map_or_else(|| word.to_owned(), lowercase)
}

fn is_demonym(word: &str) -> bool {
    let endings = ["ian", "ish", "ese", "ean", "ich", "ani", "qi"];
    endings.iter().any(|ending| word.len() > 4 && word.ends_with(ending))
}

fn is_small(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "prime"
            | "former"
            | "then"
            | "this"
            | "that"
            | "his"
            | "her"
            | "its"
            | "their"
            | "s"
            | "'s"
            | "’s"
            | "late"
            | "senior"
            | "top"
            | "vice"
            | "deputy"
            | "acting"
            | "press"
            | "new"
            | "of"
            | "by"
            | "-"
    )
}

/// What a word tells of the gender of who is called so.
pub(super) fn gender_of_word(lower: &str) -> Option<Gender> {
    Some(match lower {
        "mr" | "sir" | "king" | "prince" | "pope" | "father" | "sheikh" | "imam" | "brother" | "son" | "husband"
        | "man" | "boy" | "emir" | "sultan" | "lord" | "emperor" | "monk" | "uncle" | "grandfather" | "widower"
        | "chairman" => Gender::Male,
        "mrs" | "ms" | "miss" | "queen" | "princess" | "mother" | "sister" | "daughter" | "wife" | "widow"
        | "woman" | "girl" | "dame" | "lady" | "actress" | "nun" | "aunt" | "grandmother" | "women" | "duchess"
        | "empress" => Gender::Female,
        _ if lower.len() > 6 && lower.ends_with("woman") => Gender::Female,
        _ if lower.len() > 6
            && lower.ends_with("man")
            && !lower.ends_with("human")
            && word(lower).is_some_and(|word| word.is_about(About::Person)) =>
        {
            Gender::Male
        }
        _ => return None,
    })
}

/// Whether a word stands before names and belongs to none.
pub(super) fn is_title(lower: &str) -> bool {
    gender_of_word(lower).is_some()
        || matches!(lower, "dr" | "prof" | "professor" | "gen" | "col" | "lt" | "capt" | "sgt" | "sen" | "rep" | "gov")
}

/// The words of a base phrase as a role, if its head is one.
pub(super) fn in_phrase(document: &Document<'_>, tokens: Range<usize>, head: usize) -> Option<Role> {
    let lower = document.lower(head);
    let lemma = lemma(lower, Class::Noun);
    let about = |word: Word| word.is_about(About::Person) || word.is_about(About::Group);
    let person = document.word(head).is_some_and(about) || is_office(lemma);
    if !person {
        return None;
    }
    let before: Vec<&str> = (tokens.start..head)
        .filter(|token| !matches!(document.tag(*token), Tag::Possessive | Tag::Determiner | Tag::Mark))
        .map(|token| document.lower(token))
        .collect();
    Some(Role::new(&before, lower))
}

/// What stands around a name and says who that is: `Kenyan leader |Name|`, `|Name|, the president’s envoy`, `The
/// envoy, |Name|`.
pub(super) fn around(document: &Document<'_>, name: &Range<usize>) -> Vec<Role> {
    let mut roles = Vec::new();
    let phrase = document.phrase_of(name.start).and_then(|at| document.phrases.get(at));
    if let Some(phrase) = phrase.filter(|phrase| phrase.tokens.start < name.start) {
        let last =
            (phrase.tokens.start..name.start).rev().find(|token| is_office(lemma(document.lower(*token), Class::Noun)));
        if let Some(last) = last {
            roles.extend(in_phrase(document, phrase.tokens.start..last + 1, last));
        }
    }
    if document.is_mark(name.end, ',') {
        let next = document.phrase_of(name.end + 1).and_then(|at| document.phrases.get(at));
        if let Some(next) = next.filter(|next| next.tokens.start == name.end + 1) {
            let mut role = in_phrase(document, next.tokens.clone(), next.head);
            if let (Some(role), "of" | "for" | "to") = (role.as_mut(), document.lower(next.tokens.end)) {
                // `the mayor of Springfield`
                let end = (next.tokens.end + 6).min(document.tokens.len());
                let of = (next.tokens.end + 1..end).take_while(|token| !document.is_mark(*token, ','));
                role.of.extend(of.map(|token| document.lower(token)).filter(|word| !is_small(word)).map(of_word));
            }
            roles.extend(role);
        }
    }
    if let Some(comma) = name.start.checked_sub(1).filter(|before| document.is_mark(*before, ',')) {
        let before =
            comma.checked_sub(1).and_then(|last| document.phrase_of(last)).and_then(|at| document.phrases.get(at));
        if let Some(before) =
            before.filter(|before| before.tokens.end == comma && document.tag(before.head) != Tag::Proper)
        {
            roles.extend(in_phrase(document, before.tokens.clone(), before.head));
        }
    }
    roles
}
