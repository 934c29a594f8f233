//! The subject of a verb of saying: who speaks, before the verb or behind it.

use super::clause::REACH;
use super::cue::{Frame, Verb};
use super::saying::{Finder, Subject};
use crate::extract::{CueClass, Tag, VerbGroup};
use core::ops::Range;

impl Finder<'_, '_, '_, '_> {
    /// `went on to say`, `continues to insist`
    pub(super) fn goes_on(&self, group: &VerbGroup) -> bool {
        let before = |by: usize| group.tokens.start.checked_sub(by).map_or("", |at| self.reading.lower(at));
        self.reading.tag(group.tokens.start) == Tag::To
            && (before(1) == "on" && matches!(before(2), "went" | "goes" | "going" | "go")
                || matches!(before(1), "continued" | "continues" | "continue" | "seemed" | "appeared"))
    }

    pub(super) fn subject(&self, group: &VerbGroup, verb: &Verb) -> Option<Subject> {
        let start = if self.goes_on(group) {
            let mut start = group.tokens.start - 1;
            if self.reading.lower(start) == "on" {
                start = start.saturating_sub(1);
            }
            self.reading.document.verbs_of(start).map_or(start, |at| self.reading.document.verbs[at].tokens.start)
        } else {
            group.tokens.start
        };
        let before = self.reading.before_adverbs(start, self.floor());
        if let Some(tokens) = self.inverted(group, verb, before) {
            return Some(Subject { tokens, start: group.tokens.start, inverted: true });
        }
        let plain = !group.passive && group.tokens.len() == 1 && matches!(verb.lemma, "say" | "tell" | "add");
        let past = plain && matches!(self.reading.tag(group.head), Tag::Participle | Tag::Past);
        let (tokens, start) = self.subject_before(before, group.finite || past || self.goes_on(group), 0)?;
        Some(Subject { tokens, start, inverted: false })
    }

    /// `“…,” said the mayor`; `C, said the mayor`
    pub(super) fn inverted(&self, group: &VerbGroup, verb: &Verb, before: usize) -> Option<Range<usize>> {
        let opens = before == self.floor();
        let quoted = before.checked_sub(1).is_some_and(|last| {
            self.reading.is_quoted(last)
                || self.reading.is_comma(last) && last.checked_sub(1).is_some_and(|last| self.reading.is_quoted(last))
        });
        // `“…,” warned the mayor`, but `…, warned the mayor` may be said to them.
        if !verb.takes(Frame::Quotation) || verb.takes(Frame::Addressee) && (!quoted || verb.lemma == "tell") {
            return None;
        }
        let comma = !opens && self.reading.is_comma(before - 1);
        if !(opens || quoted || comma) {
            return None;
        }
        let mut start = group.tokens.end;
        while self.reading.tag(start) == Tag::Adverb && start < self.ceiling() {
            start += 1;
        }
        let phrase = self.reading.nominal_from(start, self.ceiling())?;
        let stop = (phrase.end..self.ceiling().min(phrase.end + REACH))
            .find(|token| {
                self.reading.is_comma(*token) || self.reading.is_stop(*token) || self.reading.is_quoted(*token)
            })
            .unwrap_or(self.ceiling());
        let alone = !self.reading.has_finite(phrase.end..stop) && self.reading.lower(phrase.end) != "that";
        (self.reading.is_somebody(&phrase)
            && alone
            && (quoted || self.reading.has_finite(self.floor()..before) || opens))
            .then_some(phrase)
    }

    /// The phrase that a verb whose clause goes back from `before` says something of, and where that begins.
    pub(super) fn subject_before(&self, before: usize, finite: bool, depth: usize) -> Option<(Range<usize>, usize)> {
        let reading = self.reading;
        let floor = self.floor();
        let last = before.checked_sub(1).filter(|last| *last >= floor)?;
        let lower = reading.lower(last);
        if !finite {
            // `…, adding`, `… by saying`: who spoke before; `a statement saying`: the statement.
            if let Some(phrase) = reading.nominal_to(before, floor).filter(|phrase| !self.is_object(phrase)) {
                return Some((phrase.clone(), phrase.start));
            }
            let ties = reading.is_comma(last)
                || reading.is_quoted(last)
                || matches!(lower, "by" | "and" | "but" | "after" | "before" | "in" | "while" | "when" | "without");
            return ties.then(|| self.shared(before)).flatten().map(|phrase| (phrase, before));
        }
        if reading.is_comma(last) {
            return self.behind_apposition(last, 0).map(|phrase| (phrase.clone(), phrase.start));
        }
        let capitals = reading.document.tokens.get(last).is_some_and(|token| token.capitals);
        if matches!(lower, "who" | "which") && !capitals || lower == "that" && reading.tag(last) != Tag::Determiner {
            let end = if last > floor && reading.is_comma(last - 1) { last - 1 } else { last };
            let phrase = reading.phrase_to(end, floor)?;
            let longer = reading.nominal_to(end, floor).filter(|longer| !reading.has_finite(longer.clone()));
            return Some((longer.unwrap_or(phrase), last));
        }
        if matches!(lower, "and" | "but" | "then" | "or" | "yet") || reading.tag(last) == Tag::Conjunction {
            return self.shared(last).map(|phrase| (phrase, before));
        }
        if reading.document.is_mark(last, ')') {
            let open = (floor..last).rev().take(REACH).find(|token| reading.document.is_mark(*token, '('))?;
            return (depth < 3).then(|| self.subject_before(open, finite, depth + 1)).flatten();
        }
        if reading.document.is_mark(last, '—') || reading.document.is_mark(last, '–') {
            let open = (floor..last)
                .rev()
                .take(REACH)
                .find(|token| reading.document.is_mark(*token, '—') || reading.document.is_mark(*token, '–'))?;
            let phrase = reading.nominal_to(open, floor)?;
            return Some((phrase.clone(), phrase.start));
        }
        let phrase = reading.nominal_to(before, floor)?;
        Some((phrase.clone(), phrase.start))
    }

    /// Whether a phrase is what a verb before it acts on, or stands behind a preposition of another phrase.
    pub(super) fn is_object(&self, phrase: &Range<usize>) -> bool {
        let Some(before) = phrase.start.checked_sub(1).filter(|before| *before >= self.floor()) else { return false };
        self.reading.lower(before) != "with" && !self.reading.is_document(self.reading.head(phrase))
    }

    /// Who the last verb before a token says something of: `He arrived | and said`.
    pub(super) fn shared(&self, before: usize) -> Option<Range<usize>> {
        if let Some(saying) = self.found.last().filter(|saying| saying.area.start < before) {
            return saying.speaker.clone();
        }
        let mut end = before;
        for _ in 0..4 {
            let verbs = self.reading.last_finite(end, self.floor())?;
            let start = self.reading.before_adverbs(verbs.start, self.floor());
            if let Some(last) = start.checked_sub(1).filter(|last| *last >= self.floor()) {
                let phrase = if self.reading.is_comma(last) {
                    self.behind_apposition(last, 0)
                } else {
                    self.reading.nominal_to(start, self.floor())
                };
                if let Some(phrase) = phrase.filter(|phrase| self.reading.is_somebody(phrase)) {
                    return Some(phrase);
                }
            }
            end = verbs.start;
        }
        None
    }

    /// `Jane Doe, 42, a teacher from Ohio, | said`: the phrase before the commas.
    pub(super) fn behind_apposition(&self, comma: usize, depth: usize) -> Option<Range<usize>> {
        let reading = self.reading;
        let floor = self.floor();
        let near = comma.saturating_sub(REACH).max(floor);
        let first = (near..comma).rev().find(|token| reading.is_comma(*token) || reading.is_quoted(*token));
        let Some(first) = first.filter(|first| reading.is_comma(*first)) else {
            return reading.nominal_to(reading.before_adverbs(comma, floor), floor);
        };
        let inner = first + 1..comma;
        let relative = matches!(reading.lower(inner.start), "who" | "whose" | "which" | "where");
        let reduced = matches!(reading.tag(inner.start), Tag::Past | Tag::Participle | Tag::Gerund);
        if !relative && !reduced && reading.has_finite(inner.clone()) && depth == 0 {
            return None;
        }
        let age = first.checked_sub(2).filter(|before| *before > floor && reading.is_comma(*before));
        if let Some(before) = age.filter(|_| reading.tag(first - 1) == Tag::Number && depth < 4) {
            return reading.nominal_to(before, floor);
        }
        let phrase = reading.nominal_to(first, floor)?;
        let named = reading.tag(reading.head(&phrase)) == Tag::Proper;
        let more = phrase.start > floor && reading.is_comma(phrase.start - 1) && !named && depth < 4;
        let outer = more.then(|| self.behind_apposition(phrase.start - 1, depth + 1)).flatten();
        Some(outer.filter(|outer| reading.is_somebody(outer)).unwrap_or(phrase))
    }

    pub(super) fn speaks(&self, phrase: &Range<usize>, verb: &Verb) -> bool {
        let head = self.reading.head(phrase);
        if verb.lemma == "hear" {
            return matches!(
                self.reading.lower(head),
                "court" | "inquest" | "tribunal" | "jury" | "inquiry" | "hearing" | "panel"
            );
        }
        if matches!(self.reading.lower(phrase.start), "neither" | "nobody" | "none" | "no") {
            return false;
        }
        match self.reading.tag(head) {
            Tag::Pronoun | Tag::Wh | Tag::Determiner => match self.reading.lower(head) {
                "it" => !verb.takes(Frame::Doubtful) || verb.class == CueClass::Report,
                _ => self.reading.is_somebody(phrase),
            },
            _ if self.reading.is_time(head) => false,
            // `a report by the institute put the losses at`
            _ => {
                let report = matches!(verb.class, CueClass::Estimate | CueClass::Report);
                !verb.takes(Frame::Doubtful)
                    || self.reading.is_somebody(phrase)
                    || report && self.reading.is_document(head)
            }
        }
    }
}
