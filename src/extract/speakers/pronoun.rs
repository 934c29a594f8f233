//! Pronouns: who was last spoken of and fits.

use super::{Heard, Kind, Source, Speakers};
use crate::extract::{Tag, TokenKind};
use crate::lexicon::{Gender, person};
use core::ops::Range;

/// How many sentences back somebody is looked for.
const SENTENCES: usize = 8;

pub(super) fn is_pronoun(lower: &str) -> bool {
    matches!(
        lower,
        "he" | "she"
            | "it"
            | "they"
            | "him"
            | "her"
            | "them"
            | "his"
            | "hers"
            | "its"
            | "their"
            | "theirs"
            | "i"
            | "we"
            | "you"
    )
}

/// What a pronoun asks of whom it means.
struct Wanted {
    gender: Option<Gender>,
    plural: bool,
}

impl Speakers<'_, '_> {
    /// Whom a pronoun means; itself where nobody fits.
    pub(super) fn pronoun(&self, phrase: &Range<usize>) -> Heard {
        let token = phrase.start;
        let lower = self.document.lower(token);
        let of = person(lower);
        let wanted =
            Wanted { gender: of.and_then(|of| of.gender), plural: of.and_then(|of| of.plural).unwrap_or(false) };
        let span = Some(self.document.span_of(phrase.clone()));
        if of.is_some_and(|of| of.person == 3)
            && let Some(mut heard) = self.before(token, &wanted)
        {
            heard.token = token;
            heard.source.span = span;
            return heard;
        }
        Heard {
            token,
            source: Source { name: self.words(phrase), span, entity: None },
            kind: Kind::Person,
            gender: wanted.gender,
            plural: wanted.plural,
            role: None,
            body: None,
        }
    }

    fn before(&self, token: usize, wanted: &Wanted) -> Option<Heard> {
        let here = self.document.sentence_of(token);
        let sentence = self.document.sentences.get(here)?;
        let in_words = !self.words.is_empty() && self.words.start < token && self.words.start >= sentence.tokens.start;
        if in_words {
            // `Her client, she said, was away`: not the client, if there is anybody before.
            for back in 1..=2 {
                let before = here.checked_sub(back).and_then(|at| self.document.sentences.get(at));
                let found = before.and_then(|before| self.in_sentence(before.tokens.clone(), wanted, true));
                if found.is_some() {
                    return found;
                }
            }
        }
        for back in 0..=SENTENCES {
            let at = here.checked_sub(back)?;
            let sentence = self.document.sentences.get(at)?;
            let end = sentence.tokens.end.min(token);
            if let Some(found) = self.in_sentence(sentence.tokens.start..end, wanted, back > 0) {
                return Some(found);
            }
        }
        None
    }

    /// Who fits among those of a sentence: who speaks, then who acts, then who is named.
    fn in_sentence(&self, tokens: Range<usize>, wanted: &Wanted, whole: bool) -> Option<Heard> {
        let end = self.heard.partition_point(|heard| heard.token < tokens.end);
        let heard = self.heard[..end].iter().rev().take_while(|heard| heard.token >= tokens.start);
        if let Some(found) = heard.take(8).find(|heard| fits(heard, wanted)) {
            return Some(found.clone());
        }
        if (whole || wanted.gender != Some(Gender::Neuter))
            && let Some(found) = self.subject(&tokens).filter(|heard| fits(heard, wanted))
        {
            return Some(found);
        }
        if wanted.plural {
            return self.owner(&tokens).filter(|heard| fits(heard, wanted));
        }
        let named = self.known.within(tokens).take(8).map(|(of, known)| self.heard_known(*known, of));
        named.filter(|heard| heard.kind != Kind::Place).find(|heard| fits(heard, wanted))
    }

    /// Whose the first phrase of a sentence is: `The unions’ estimate is higher. They say`
    fn owner(&self, tokens: &Range<usize>) -> Option<Heard> {
        let phrase = self.document.phrases.get(self.document.phrase_of(tokens.start)?)?;
        let owner = phrase.tokens.clone().find(|token| self.document.tokens[*token].kind == TokenKind::Possessive)?;
        self.find(&(phrase.tokens.start..owner), 1)
    }

    /// The first phrase of a sentence that stands behind no preposition.
    fn subject(&self, tokens: &Range<usize>) -> Option<Heard> {
        let first = self.document.phrases.partition_point(|phrase| phrase.tokens.start < tokens.start);
        let phrases =
            self.document.phrases[first..].iter().take_while(|phrase| phrase.tokens.end <= tokens.end).take(6);
        for phrase in phrases {
            let before = phrase.tokens.start.checked_sub(1).map_or(Tag::Mark, |before| self.document.tag(before));
            if phrase.tokens.start > tokens.start && matches!(before, Tag::Preposition) {
                continue;
            }
            if self.document.tag(phrase.head) == Tag::Pronoun {
                return None;
            }
            let phrase = phrase.tokens.clone();
            if let Some(known) = self.person(&phrase) {
                return Some(self.heard_known(known, &phrase));
            }
            if self.known.at_end(&phrase, self.document).is_some() {
                return self.find(&phrase, 1);
            }
            return self
                .described(&phrase, self.head(&phrase))
                .filter(|heard| heard.role.is_some() || heard.kind == Kind::Body);
        }
        None
    }
}

fn fits(heard: &Heard, wanted: &Wanted) -> bool {
    match wanted.gender {
        Some(Gender::Neuter) => matches!(heard.kind, Kind::Body | Kind::Document | Kind::Place),
        Some(gender) => heard.kind == Kind::Person && !heard.plural && heard.gender.is_none_or(|of| of == gender),
        None if wanted.plural => heard.plural || matches!(heard.kind, Kind::Body | Kind::People),
        None => true,
    }
}
