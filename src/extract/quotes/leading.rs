//! Words behind their cue: `The mayor said that C`, `urged C to C`, and who was told.

use super::clause::REACH;
use super::cue::{self, Frame, Verb};
use super::saying::{CLAUSE, Finder, Saying};
use crate::extract::Tag;
use crate::lexicon::About;
use core::ops::Range;

impl Finder<'_, '_, '_, '_> {
    /// Words behind the cue. False where none follow that are the speaker's.
    pub(super) fn leading(&self, saying: &mut Saying, verb: &Verb, end: usize) -> bool {
        let reading = self.reading;
        let ceiling = self.ceiling();
        let mut at = end;
        if reading.tag(at) == Tag::Particle || verb.lemma == "point" {
            at += 1;
        }
        if verb.lemma == "speak" {
            // `spoke of “around 60” people`
            at += 1;
            saying.area.end = at;
        }
        if verb.lemma == "call" {
            // `called on residents to leave`
            let told = matches!(reading.lower(at), "on" | "upon" | "for")
                .then(|| reading.nominal_from(at + 1, ceiling))
                .flatten();
            return told.is_some_and(|told| {
                reading.tag(told.end) == Tag::To && self.take(saying, told.start, "quotes:order", told.start)
            });
        }
        if verb.lemma == "put" {
            // `puts the toll at 120`, `put the ransoms paid in a year at 1.05 billion`
            let ends = |token: &usize| reading.is_comma(*token) || reading.lower(*token) == "at";
            let end = (at..ceiling.min(at + REACH)).find(ends).filter(|end| reading.lower(*end) == "at");
            let Some(end) = end.filter(|_| reading.phrase_from(at).is_some()) else { return false };
            saying.words = self.clause_end(end).map(|end| at..end);
            saying.reported = false;
            saying.rule = "quotes:noun-phrase";
            return saying.words.is_some();
        }
        if verb.takes(Frame::Infinitive) && reading.tag(at) == Tag::To {
            return self.take(saying, at, "quotes:infinitive", at);
        }
        if (verb.takes(Frame::Order) || verb.takes(Frame::Addressee))
            && let Some(told) = self.addressee(at)
        {
            if verb.takes(Frame::Order) && reading.tag(told.end) == Tag::To {
                return self.take(saying, at, "quotes:order", at);
            }
            if verb.takes(Frame::Addressee) {
                at = told.end;
                saying.told.push(told);
            }
        }
        let behind = reading.behind_adjuncts(at, ceiling);
        self.told_to(saying, at..behind);
        self.told_before(saying);
        saying.area.end = saying.area.end.max(behind);
        if verb.takes(Frame::That)
            && let Some(that) = self.that(at, behind)
        {
            return self.take(saying, that + 1, "quotes:that", that);
        }
        if verb.takes(Frame::Question)
            && matches!(reading.lower(behind), "whether" | "if" | "why" | "how" | "what" | "when" | "where" | "who")
        {
            return self.take(saying, behind, "quotes:question", behind);
        }
        if verb.takes(Frame::Bare) && (self.starts_clause(behind) || verb.lemma == "say" && self.may_be_clause(behind))
        {
            return self.take(saying, behind, "quotes:bare", behind);
        }
        // `the bombing claimed the lives of 14`: what happens tells nothing.
        let event = |speaker: &Range<usize>| {
            let head = reading.head(speaker);
            reading.is_about(head, About::Event) && !reading.is_document(head) && !reading.is_somebody(speaker)
        };
        if saying.speaker.as_ref().is_some_and(event) {
            return false;
        }
        if verb.takes(Frame::Noun) && (reading.phrase_from(at).is_some() || reading.tag(at) == Tag::Number) {
            // `denied the charges and described …`: only what stands before the next verb.
            let verbs = |end| reading.first_finite(at..end).map_or(end, |verbs| verbs.start);
            saying.words = self.clause_end(at).map(verbs).filter(|end| *end > at).map(|end| at..end);
            saying.reported = false;
            saying.rule = "quotes:noun-phrase";
            return saying.words.is_some();
        }
        false
    }

    pub(super) fn take(&self, saying: &mut Saying, start: usize, rule: &'static str, area: usize) -> bool {
        saying.words = self.clause(start);
        saying.rule = rule;
        saying.area.end = area.max(saying.cue.end);
        saying.words.is_some()
    }

    /// Who is told, where that is no subject of a clause of its own.
    pub(super) fn addressee(&self, at: usize) -> Option<Range<usize>> {
        let phrase = self.reading.phrase_from(at).filter(|phrase| phrase.end <= self.ceiling())?;
        let phrase = match self.reading.lower(phrase.end) {
            "of" => self.reading.nominal_from(at, self.ceiling())?,
            _ => phrase,
        };
        let subject = self.reading.first_finite(phrase.end..(phrase.end + 4).min(self.ceiling()));
        let subject = subject.is_some_and(|verbs| self.reading.before_adverbs(verbs.start, phrase.end) == phrase.end);
        (!subject).then_some(phrase)
    }

    /// Outlets among what stands behind the cue: `in an interview with the paper`, `to Radio One`.
    pub(super) fn told_to(&self, saying: &mut Saying, tokens: Range<usize>) {
        for token in tokens.clone() {
            if matches!(self.reading.lower(token), "with" | "to" | "on" | "by")
                && let Some(phrase) = self.reading.phrase_from(token + 1).filter(|phrase| phrase.end <= tokens.end)
            {
                saying.told.push(phrase);
            }
        }
    }

    /// `In an interview with the paper, the mayor said`
    pub(super) fn told_before(&self, saying: &mut Saying) {
        let end = saying.area.start.min(self.floor() + REACH / 2);
        let talk = |token: &usize| {
            matches!(
                self.reading.lower(*token),
                "interview"
                    | "interviews"
                    | "conversation"
                    | "comments"
                    | "remarks"
                    | "speaking"
                    | "talking"
                    | "statement"
            ) && matches!(self.reading.lower(token + 1), "with" | "to" | "on")
        };
        let talk = (self.floor()..end).find(|token| !self.reading.is_quoted(*token) && talk(token));
        saying.told.extend(
            talk.and_then(|talk| self.reading.phrase_from(talk + 2)).filter(|phrase| phrase.end <= saying.area.start),
        );
    }

    /// The `that` which begins the clause behind a cue.
    pub(super) fn that(&self, at: usize, behind: usize) -> Option<usize> {
        let reading = self.reading;
        let is = |token: usize| reading.lower(token) == "that" && !reading.is_quoted(token);
        if behind < self.ceiling() && is(behind) {
            let pronoun = reading.document.verbs_of(behind + 1).is_some_and(|verbs| {
                let verbs = &reading.document.verbs[verbs];
                let helps = matches!(reading.tag(behind + 1), Tag::Auxiliary | Tag::Modal);
                verbs.tokens.start == behind + 1 && verbs.finite && helps
            });
            let bare = reading.is_comma(behind + 1) || reading.is_stop(behind + 1);
            return (!pronoun && !bare).then_some(behind);
        }
        if behind + 1 < self.ceiling() && reading.is_comma(behind) && is(behind + 1) {
            return Some(behind + 1);
        }
        let limit = (at + REACH / 3).min(self.ceiling());
        let end = (at..limit).find(|token| {
            is(*token) || reading.is_stop(*token) || reading.is_comma(*token) || reading.is_quoted(*token)
        })?;
        let of_noun =
            end > at && reading.tag(end - 1).is_noun() && !reading.is_time(end - 1) && !reading.is_document(end - 1);
        let found = is(end) && reading.tag(end) == Tag::Subordinator && !of_noun && !reading.has_finite(at..end);
        found.then_some(end)
    }

    /// Whether a clause without `that` begins at a token: something that can be a subject, and a finite verb behind.
    pub(super) fn starts_clause(&self, at: usize) -> bool {
        let reading = self.reading;
        if at >= self.ceiling() || reading.is_comma(at) || reading.is_stop(at) {
            return false;
        }
        let end = self.clause_end(at).unwrap_or(self.ceiling());
        if reading.is_quoted(at) {
            return true;
        }
        let Some(mut verbs) = reading.first_finite(at..end) else { return false };
        if (at + 1..verbs.start)
            .any(|token| reading.tag(token) == Tag::Wh && reading.tag(token - 1) == Tag::Conjunction)
        {
            return false;
        }
        // `denied the charges and described …`: an object, and another verb of the same subject.
        let before = reading.before_adverbs(verbs.start, at);
        if before > at && reading.tag(before - 1) == Tag::Conjunction {
            return false;
        }
        // `a better future, it can hope`: an object, and another clause.
        let first = reading.nominal_from(at, end).map_or(at, |first| first.end);
        if reading.is_comma(first)
            && reading.phrase_to(verbs.start, at).is_some_and(|subject| subject.start == first + 1)
        {
            return false;
        }
        if (at + 1..verbs.start).any(|token| reading.tag(token) == Tag::Wh) {
            // `a penalty which the referee gave`: the clause has a verb of its own, or is none.
            match reading.first_finite(verbs.end..end) {
                Some(next) => verbs = next,
                None => return false,
            }
        }
        match reading.tag(at) {
            Tag::Conjunction | Tag::To | Tag::Particle | Tag::Mark => false,
            Tag::Wh => false,
            _ if verbs.start == at => false,
            _ => !matches!(reading.lower(at), "as" | "when" | "after" | "before" | "because" | "about" | "of"),
        }
    }

    /// A clause whose verb the tagger took for a noun: `said Jones hopes to stay`.
    pub(super) fn may_be_clause(&self, at: usize) -> bool {
        let reading = self.reading;
        let end = self.clause_end(at).unwrap_or(at);
        let verbs = reading.document.verbs.partition_point(|verbs| verbs.tokens.start < at);
        let inside = reading.document.verbs.get(verbs).is_some_and(|verbs| verbs.tokens.end <= end);
        end >= at + 6 && inside && !reading.is_quoted(at) && reading.phrase_from(at).is_some()
    }

    /// The clause that begins at a token, up to the end of the sentence or what cuts it off.
    pub(super) fn clause(&self, start: usize) -> Option<Range<usize>> {
        let end = self.clause_end(start)?;
        (end > start).then_some(start..end)
    }

    pub(super) fn clause_end(&self, start: usize) -> Option<usize> {
        let reading = self.reading;
        let mut end = self.ceiling();
        // What no sentence of a newspaper reaches is not looked through.
        let limit = self.ceiling().min(start.saturating_add(CLAUSE));
        end = end.min(limit);
        for token in start..limit {
            if reading.is_quoted(token) {
                continue;
            }
            let cuts = reading.document.is_mark(token, ';')
                || reading.document.is_mark(token, ':') && token + 1 < self.ceiling() && reading.is_quoted(token + 1)
                || reading.is_comma(token) && self.adds(token + 1)
                || token > start + 1
                    && matches!(reading.lower(token), "which" | "who" | "whose")
                    && (reading.is_quoted(token - 1) || reading.is_comma(token - 1) && reading.is_quoted(token - 2));
            if cuts {
                end = token;
                break;
            }
        }
        while end > start && !reading.is_quoted(end - 1) && (reading.is_stop(end - 1) || reading.is_comma(end - 1)) {
            let bracket = reading.document.is_mark(end - 1, ')') || reading.document.is_mark(end - 1, ']');
            if bracket {
                break;
            }
            end -= 1;
        }
        (end > start).then_some(end)
    }

    /// `adding`, `with the mayor stating`
    pub(super) fn adds(&self, at: usize) -> bool {
        let reading = self.reading;
        let verb = match reading.lower(at) {
            "with" => match reading.phrase_from(at + 1) {
                Some(phrase) => phrase.end,
                None => return false,
            },
            _ => at,
        };
        reading.tag(verb) == Tag::Gerund
            && cue::verb(reading.lower(verb)).is_some_and(|verb| !verb.takes(Frame::Doubtful))
    }
}
