//! Descriptions and what they stand for.

use super::{Heard, Kind, Role, Source, Speakers, role};
use core::ops::Range;

/// How many persons are asked whether they are called so.
const CALLED: usize = 100;

impl Speakers<'_, '_> {
    /// The role that a base phrase without a name gives.
    pub(super) fn role_in(&self, base: &Range<usize>) -> Option<Role> {
        let head = self.head(base);
        let named =
            self.known.within(base.clone()).find(|(of, known)| of.end >= base.end && self.known.is_person(*known));
        if let Some((of, _)) = named {
            let office = (base.start..of.start).rev().find(|token| self.is_role(*token))?;
            return role::in_phrase(self.document, base.start..office + 1, office);
        }
        role::in_phrase(self.document, base.clone(), head)
    }

    /// The person named behind a comma: `the coach, Jane Doe, said`.
    pub(super) fn apposed(&self, phrase: &Range<usize>) -> Option<usize> {
        if !self.document.is_mark(phrase.end, ',') {
            return None;
        }
        let next = self.document.phrase_of(phrase.end + 1).and_then(|at| self.document.phrases.get(at))?;
        let known = self.known.at_end(&next.tokens, self.document).filter(|known| self.known.is_person(*known))?;
        let first = next.tokens.start == phrase.end + 1 && self.document.tokens.get(next.tokens.start)?.capital;
        first.then_some(known)
    }

    /// The person named before a comma, where the phrase has no article: `Jane Doe, commander of the fleet said`.
    pub(super) fn apposed_before(&self, phrase: &Range<usize>) -> Option<usize> {
        let comma = phrase.start.checked_sub(1).filter(|before| self.document.is_mark(*before, ','))?;
        let bare = self.document.tag(phrase.start).is_noun() && !self.document.tokens.get(phrase.start)?.capital;
        let plural = self.document.tag(self.head(phrase)) == crate::extract::Tag::Plural;
        if !bare || plural {
            return None;
        }
        let before = self.document.phrase_of(comma.checked_sub(1)?).and_then(|at| self.document.phrases.get(at))?;
        self.known.at_end(&before.tokens, self.document).filter(|known| self.known.is_person(*known))
    }

    /// `The agency`: the body heard or named before whose name ends so.
    pub(super) fn body_antecedent(&self, phrase: &Range<usize>, head: usize) -> Option<Heard> {
        if phrase.len() != 2 {
            return None;
        }
        let noun = self.document.lower(head);
        let ends = |name: &str| name.split(' ').next_back().is_some_and(|last| last.eq_ignore_ascii_case(noun));
        let heard = self.heard.iter().rev().take(12);
        if let Some(heard) = heard.filter(|heard| heard.kind == Kind::Body).find(|heard| ends(&heard.source.name)) {
            return Some(heard.clone());
        }
        let end = self.known.mentions.partition_point(|(of, _)| of.start < phrase.start);
        let before =
            self.known.mentions[..end].iter().rev().take(40).find(|(_, known)| {
                self.known.all.get(*known).is_some_and(|of| of.kind == Kind::Body && ends(&of.name))
            });
        before.map(|(_, known)| self.heard_known(*known, phrase))
    }

    /// Whom `the premier` means: who is known by that role, or was heard as one.
    pub(super) fn antecedent(&self, phrase: &Range<usize>, role: &Role, plural: bool) -> Option<Heard> {
        // An unnamed one who has just spoken is nearer than a name: `A police officer said … The officer said …`
        let heard = self.heard.iter().rev().take(8).filter(|heard| heard.plural == plural);
        let mut best: Option<(usize, Heard)> = None;
        for (distance, heard) in heard.enumerate() {
            let Some(of) = heard.role.as_ref() else { continue };
            let fits = of.fits(role) * 4;
            if fits > 0 {
                let score = (fits + 8).saturating_sub(distance);
                if best.as_ref().is_none_or(|(other, _)| *other < score) {
                    best = Some((score, heard.clone()));
                }
            }
        }
        if !plural {
            for at in self.known.with_roles.iter().take(CALLED).copied() {
                let Some(of) = self.known.all.get(at) else { continue };
                let fits = of.roles.iter().map(|known| known.fits(role)).max().unwrap_or_default() * 4;
                if fits > 0 && best.as_ref().is_none_or(|(other, _)| *other < fits + 4) {
                    best = Some((fits + 4, self.heard_known(at, phrase)));
                }
            }
        }
        best.map(|(_, heard)| heard)
    }

    /// The body for which a spokesman speaks: named in the phrase before or behind the office.
    pub(super) fn body_of(&self, phrase: &Range<usize>) -> Option<Source> {
        let base = self.base(phrase);
        if matches!(self.document.lower(base.end), "of" | "for" | "from" | "at" | "with") && base.end + 1 < phrase.end {
            let of = self.without_article(base.end + 1..phrase.end);
            return self.document.tokens.get(self.head(&of)).map(|_| self.named(of));
        }
        let office = (base.start..base.end).rev().find(|token| {
            role::in_phrase(self.document, base.start..*token + 1, *token).is_some_and(|role| role.speaks_for_others())
        })?;
        let mut before = self.without_article(base.start..office);
        while !before.is_empty() && self.document.tag(before.end - 1) == crate::extract::Tag::Possessive {
            before.end -= 1;
        }
        while !before.is_empty()
            && matches!(
                self.document.lower(before.start),
                "chief" | "the" | "senior" | "police" | "his" | "her" | "its" | "their"
            )
            && before.len() == 1
        {
            before.start += 1;
        }
        (!before.is_empty()).then(|| self.named(before))
    }
}
