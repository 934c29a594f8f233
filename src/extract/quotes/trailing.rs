//! Words before their cue, or around it: `C, the mayor said`, `C, the mayor said, C`.

use super::clause::REACH;
use super::cue::{self, Frame};
use super::saying::{CLAUSE, Finder, Saying};
use crate::extract::Tag;
use core::ops::Range;

impl Finder<'_, '_, '_, '_> {
    /// Adds what stands behind cue and subject to the area.
    pub(super) fn behind(&self, saying: &mut Saying, behind: usize) {
        let mut at = behind;
        if let Some(told) = cue::verb(self.reading.lower(saying.cue.start))
            .filter(|verb| verb.takes(Frame::Addressee) && saying.told.is_empty())
            .and_then(|_| self.addressee(at))
        {
            at = told.end;
            saying.told.push(told);
        }
        let end = self.reading.behind_adjuncts(at, self.ceiling());
        self.told_to(saying, at..end);
        self.told_before(saying);
        saying.area.end = saying.area.end.max(end);
    }

    /// The first token of the clause before a trailing cue.
    pub(super) fn clause_start(&self) -> usize {
        let mut start = self.floor();
        if self.reading.document.tokens.get(start).is_some_and(|token| token.capitals) {
            // `GENEVA (AP) — At least`: where it was written is no part of it.
            let dash = (start + 1..self.ceiling().min(start + 9))
                .find(|token| ['—', '–', '-'].iter().any(|dash| self.reading.document.is_mark(*token, *dash)));
            start = dash
                .filter(|dash| self.reading.document.tokens.get(*dash).is_some_and(|dash| dash.spaced))
                .map_or(start, |dash| dash + 1);
        }
        if matches!(
            self.reading.lower(start),
            "but" | "and" | "so" | "however" | "meanwhile" | "still" | "yet" | "also"
        ) {
            start += 1;
            if self.reading.is_comma(start) {
                start += 1;
            }
        }
        start
    }

    /// Words before the cue: `C, the mayor said`; on both sides: `C, the mayor said, C`; behind `as`.
    pub(super) fn trailing(&self, saying: &mut Saying) {
        let reading = self.reading;
        let start = self.clause_start();
        let mut before = saying.area.start;
        let as_said = before > self.floor() && reading.lower(before - 1) == "as";
        if as_said {
            before -= 1;
            saying.area.start = before;
        }
        if before <= start {
            if reading.is_comma(saying.area.end) && as_said {
                saying.words = self.clause(self.behind_name(saying.area.end) + 1);
                saying.rule = "quotes:as-said";
            }
            return;
        }
        if !reading.is_comma(before - 1)
            && !reading.is_quoted(before - 1)
            && !as_said
            && saying.rule != "quotes:according-to"
        {
            return;
        }
        // `two schools and, residents say, some 600 homes`: what stands behind is theirs, and nothing before.
        let joins = before > start + 1 && matches!(reading.lower(before - 2), "and" | "or" | "but");
        if joins && reading.is_comma(before - 1) && reading.is_comma(saying.area.end) {
            saying.words = self.clause(saying.area.end + 1);
            saying.reported = saying.words.clone().is_some_and(|words| reading.has_finite(words));
            saying.rule = "quotes:inserted";
            return;
        }
        let end = if reading.is_comma(before - 1) { before - 1 } else { before };
        let mut words = start..end;
        let verb_in_front = reading.has_finite(words.clone());
        let at = saying.area.end;
        let ends = at >= self.ceiling()
            || reading.is_comma(at)
            || reading.is_stop(at)
            || reading.is_quoted(at)
            || reading.document.is_mark(at, '-')
            || matches!(reading.lower(at), "and" | "but" | "while" | "as" | "when" | "after" | "though");
        if !ends && saying.rule == "quotes:trailing" {
            return;
        }
        let rest = || self.clause_end(at + 1).is_some_and(|end| reading.has_finite(at + 1..end));
        let goes_on = reading.is_comma(saying.area.end)
            && saying.area.end + 1 < self.ceiling()
            && !reading.is_quoted(saying.area.end + 1)
            && (!verb_in_front && rest() || self.starts_with_verb(saying.area.end + 1));
        if goes_on {
            words.end = self.clause_end(saying.area.end + 1).unwrap_or(words.end);
            saying.rule = "quotes:inserted";
        }
        if reading.has_finite(words.clone()) && !self.is_all_quoted(&words) && self.is_main(&words) {
            saying.words = Some(words);
        }
    }

    /// Whether words are more than a clause that hangs on the cue's: `Asked whether he would go, the mayor said`.
    pub(super) fn is_main(&self, words: &Range<usize>) -> bool {
        let hangs =
            matches!(self.reading.tag(words.start), Tag::Participle | Tag::Gerund | Tag::Past | Tag::Subordinator)
                || matches!(
                    self.reading.lower(words.start),
                    "when" | "if" | "after" | "before" | "while" | "as" | "since"
                );
        !hangs || words.clone().take(CLAUSE).any(|token| self.reading.is_comma(token) && !self.reading.is_quoted(token))
    }

    pub(super) fn starts_with_verb(&self, at: usize) -> bool {
        self.reading.first_finite(at..(at + 4).min(self.ceiling())).is_some_and(|verbs| verbs.start == at)
    }

    /// `According to the coach, Jane Doe, C`: the comma behind the name.
    pub(super) fn behind_name(&self, comma: usize) -> usize {
        let reading = self.reading;
        let next = (comma + 1..self.ceiling().min(comma + 1 + REACH / 2)).find(|token| reading.is_comma(*token));
        let Some(next) = next else { return comma };
        let phrase = reading.phrase_from(comma + 1);
        let is_name = phrase.is_some_and(|phrase| {
            let named = reading.document.tokens.get(reading.head(&phrase)).is_some_and(|token| token.capital);
            let described = reading.is_person(reading.head(&phrase)) && reading.tag(phrase.start) == Tag::Determiner;
            (named || described) && !reading.is_time(reading.head(&phrase))
        });
        if is_name && !reading.has_finite(comma + 1..next) { next } else { comma }
    }

    pub(super) fn is_all_quoted(&self, words: &Range<usize>) -> bool {
        let mut free = words.clone().filter(|token| !self.reading.is_quoted(*token) && !self.reading.is_comma(*token));
        free.next().is_none()
    }
}
