//! Noun phrases with what hangs on them.

use super::clause::{PHRASES, REACH, Reading};
use crate::extract::Tag;
use core::ops::Range;

impl Reading<'_, '_> {
    /// The noun phrase, with what hangs on it by prepositions, participles and `and`, that ends before a token.
    pub(super) fn nominal_to(&self, end: usize, floor: usize) -> Option<Range<usize>> {
        let floor = floor.max(end.saturating_sub(REACH));
        let mut found = self.phrase_to(end, floor)?;
        for _ in 0..PHRASES {
            match self.hung_on(found.start, floor) {
                Some(start) => found.start = start,
                None => break,
            }
        }
        Some(found)
    }

    /// The start of the phrase on which one that begins at `start` hangs.
    pub(super) fn hung_on(&self, start: usize, floor: usize) -> Option<usize> {
        let before = start.checked_sub(1).filter(|before| *before >= floor)?;
        if self.is_preposition(before) {
            // `one of the officials`
            let number = before.checked_sub(1).filter(|number| *number >= floor && self.lower(before) == "of");
            if let Some(number) = number.filter(|number| self.tag(*number) == Tag::Number) {
                return Some(number);
            }
            if let Some(phrase) = self.phrase_to(before, floor) {
                return Some(phrase.start);
            }
            // `a letter seen by the paper`, `residents who live in the town`
            let verbs = self.document.verbs.get(self.document.verbs_of(before.checked_sub(1)?)?)?;
            return self.relative_before(verbs.tokens.start, floor);
        }
        if self.tag(start) == Tag::Adjective {
            // `iodine | nutritional status`: one phrase, cut by its adjective.
            return self.phrase_to(start, floor).map(|phrase| phrase.start);
        }
        if matches!(self.lower(before), "and" | "or" | "&") {
            let phrase = self.phrase_to(before, floor)?;
            let opens = phrase.start == floor || {
                let tag = self.tag(phrase.start - 1);
                !tag.is_verb() && !matches!(tag, Tag::Preposition | Tag::Auxiliary | Tag::Modal | Tag::To)
            };
            return opens.then_some(phrase.start);
        }
        let verbs = self.document.verbs.get(self.document.verbs_of(before)?)?;
        self.relative_before(verbs.tokens.start, floor)
    }

    /// The noun phrase that a relative clause or participle which begins at `verbs` says something of.
    pub(super) fn relative_before(&self, verbs: usize, floor: usize) -> Option<usize> {
        let mut end = verbs;
        let relative = end > floor && matches!(self.lower(end - 1), "who" | "which" | "that");
        if relative {
            end -= 1;
        }
        let reduced = || {
            let group = self.document.verbs_of(verbs).and_then(|at| self.document.verbs.get(at));
            group.is_some_and(|group| {
                self.tag(group.tokens.start) == Tag::To && self.lower(group.tokens.start + 1) == "be"
                    || group.tokens.len() == 1
                        && (matches!(self.tag(group.head), Tag::Participle | Tag::Gerund)
                            || self.tag(group.head) == Tag::Past && self.is_preposition(group.tokens.end))
            })
        };
        (relative || reduced()).then(|| self.phrase_to(end, floor)).flatten().map(|phrase| phrase.start)
    }

    /// Whether a token can tie one noun phrase to another.
    pub(super) fn is_preposition(&self, token: usize) -> bool {
        matches!(
            self.lower(token),
            "of" | "for"
                | "from"
                | "in"
                | "at"
                | "with"
                | "to"
                | "on"
                | "within"
                | "against"
                | "among"
                | "by"
                | "near"
                | "inside"
                | "outside"
                | "under"
                | "behind"
                | "about"
                | "into"
                | "between"
                | "including"
        ) && self.document.verbs_of(token).is_none()
    }

    /// The noun phrase that begins at a token, with what hangs on it by prepositions.
    pub(super) fn nominal_from(&self, start: usize, ceiling: usize) -> Option<Range<usize>> {
        let mut found = self.phrase_from(start).filter(|found| found.start < ceiling)?;
        found.end = found.end.min(ceiling);
        for _ in 0..PHRASES {
            let next = found.end;
            if next + 1 >= ceiling || self.is_quoted(next) {
                break;
            }
            if matches!(self.lower(next), "and" | "or") {
                // Two who speak: only where the second one is somebody, too.
                match self.phrase_from(next + 1).filter(|phrase| self.is_somebody(phrase)) {
                    Some(phrase)
                        if phrase.end <= ceiling && !self.has_finite(phrase.end..(phrase.end + 2).min(ceiling)) =>
                    {
                        found.end = phrase.end;
                        continue;
                    }
                    _ => break,
                }
            }
            if !self.is_preposition(next)
                || matches!(self.lower(next), "to" | "by" | "about" | "into" | "on")
                    && !self.is_office_link(next, &found)
            {
                break;
            }
            let Some(phrase) = self.phrase_from(next + 1).filter(|phrase| phrase.end <= ceiling) else { break };
            if self.is_adjunct(next, &phrase) {
                break;
            }
            found.end = phrase.end;
        }
        Some(found)
    }
}
