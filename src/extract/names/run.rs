//! Runs: the stretches of a sentence that may hold names.
//!
//! A run begins with a word in capitals and goes on over what may join the words of a name. What in it is a name, and
//! of whom, is settled later; no name reaches beyond its run.
//!
//! | joins | examples |
//! |---|---|
//! | words between two capitals | Bank **of** England, Ludwig **van der** Rohe, Standard **&** Poor |
//! | a hyphen or slash without spaces | Jean-Claude, al-Hakim |
//! | a possessive | St. Peter**’s** Square |
//! | numbers | **3rd** Battalion, Group of **77** |
//! | a bracket or quotation mark around one word | Bashir [Gemayel], John “Jack” Reed |
//! | lower-case words before a noun that closes names | Iraqi **security forces**, Idlib **province** |

use super::known::{self, Known};
use crate::extract::{Document, TokenKind};
use crate::text::Span;
use core::ops::Range;

/// No run is longer: what is longer is a list or a line of capitals, and is read in pieces.
pub(super) const LONGEST: usize = 24;

/// How many lower-case words may stand between a capital and the noun that closes a name.
const TAIL: usize = 3;

/// Finds runs from left to right.
pub(super) struct Runs<'d, 't> {
    document: &'d Document<'t>,
    /// Spans in which no name begins or ends: times, in order.
    times: Vec<Span>,
}

impl<'d, 't> Runs<'d, 't> {
    pub fn new(document: &'d Document<'t>, times: Vec<Span>) -> Self {
        Self { document, times }
    }

    /// Calls `take` with each run of each sentence.
    pub fn each(&self, known: &Known<'_, '_>, mut take: impl FnMut(usize, Range<usize>)) {
        let mut time = 0;
        for (at, sentence) in self.document.sentences.iter().enumerate() {
            let mut token = sentence.tokens.start;
            while token < sentence.tokens.end {
                let start = self.document.tokens[token].span.start;
                while self.times.get(time).is_some_and(|time| time.end <= start) {
                    time += 1;
                }
                let end = self.end(known, time, token, sentence.tokens.end);
                if end > token {
                    take(at, token..end);
                }
                token = end.max(token + 1);
            }
        }
    }

    /// Where a run that begins with this token ends; the token itself where none begins.
    fn end(&self, known: &Known<'_, '_>, time: usize, start: usize, limit: usize) -> usize {
        let limit = limit.min(start + LONGEST);
        let mut end = self.opened(known, time, start, limit);
        while end > start && end < limit {
            let next = self.joined(known, time, end, limit);
            if next == end {
                break;
            }
            end = next;
        }
        end
    }

    /// The end of what may open a run: a capital, a number before one, a lower-case particle before one.
    fn opened(&self, known: &Known<'_, '_>, time: usize, start: usize, limit: usize) -> usize {
        let document = self.document;
        if self.capital(known, time, start) {
            return start + 1;
        }
        let mut at = start;
        match document.tokens[at].kind {
            TokenKind::Number if !self.in_time(time, at) => {
                at += 1;
                if matches!(document.lower(at), "st" | "nd" | "rd" | "th") {
                    at += 1;
                }
            }
            TokenKind::Word if known.is_particle(at) => {
                at += 1;
                if known.is_particle(at) {
                    at += 1;
                }
                if self.is_tight(at, '-') || self.is_tight(at, '‑') {
                    at += 1;
                }
            }
            _ => return start,
        }
        if at < limit && self.capital(known, time, at) { at + 1 } else { start }
    }

    /// The end of what goes on behind `at`, through the next capital; `at` where nothing does.
    fn joined(&self, known: &Known<'_, '_>, time: usize, at: usize, limit: usize) -> usize {
        if self.capital(known, time, at) {
            return at + 1;
        }
        let mut next = at;
        let mut words = 0;
        while next < limit && words < 3 {
            let token = &self.document.tokens[next];
            let joins = match token.kind {
                TokenKind::Mark('-' | '‑' | '–' | '/') => self.is_tight(next, '-') || !token.spaced,
                TokenKind::Mark('&' | '“' | '”' | '"' | '[' | ']') => true,
                TokenKind::Possessive => !self.owns(known, next),
                TokenKind::Number => !self.in_time(time, next),
                TokenKind::Word => known::is_connector(self.document.lower(next)),
                TokenKind::Mark(_) => false,
            };
            if !joins {
                break;
            }
            if self.capital(known, time, next + 1) && next + 1 < limit {
                return next + 2;
            }
            words += 1;
            next += 1;
        }
        // `Flight 93`, `Bashir [Gemayel]`: what may close a name though it is no word.
        if self.document.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number && token.spaced)
            && !self.in_time(time, at)
        {
            return at + 1;
        }
        if self.document.is_mark(at, ']') {
            return at + 1;
        }
        self.tail(at, limit)
    }

    /// The end of lower-case words the last of which may close a name.
    fn tail(&self, at: usize, limit: usize) -> usize {
        let mut found = at;
        for next in at..(at + TAIL).min(limit) {
            let token = &self.document.tokens[next];
            let lower = self.document.lower(next);
            if token.kind != TokenKind::Word || token.capital || !token.spaced || !known::may_stand_in_tail(token) {
                break;
            }
            if known::closes_in_lower_case(token, lower) {
                found = next + 1;
            }
        }
        found
    }

    fn in_time(&self, time: usize, token: usize) -> bool {
        let Some(token) = self.document.tokens.get(token) else { return false };
        let times = self.times.get(time..).unwrap_or_default();
        times.iter().take(4).any(|time| time.start < token.span.end && token.span.start < time.end)
    }

    /// Whether a token is a word in capitals that may be one of a name.
    fn capital(&self, known: &Known<'_, '_>, time: usize, token: usize) -> bool {
        let Some(word) = self.document.tokens.get(token) else { return false };
        if word.kind != TokenKind::Word || !word.capital {
            return false;
        }
        // `US$40 billion` names no place.
        let money = self.document.tokens.get(token + 1).is_some_and(|next| !next.spaced && is_money(next.kind));
        !money && !self.in_time(time, token) && known.may_name(token)
    }

    /// Whether a possessive's owner has a name of its own: `Moscow’s`, not `People’s`, `St. Peter’s`.
    fn owns(&self, known: &Known<'_, '_>, possessive: usize) -> bool {
        let owner = possessive.saturating_sub(1);
        let bits = known.of_tables(owner);
        let saint = owner > 0 && matches!(self.document.lower(owner - 1), "st" | "saint");
        let named = known::COUNTRY | known::TOWN | known::FAMOUS | known::GIVEN | known::SURNAME;
        bits & named != 0 && bits & known::COMMON == 0 && !saint
    }

    fn is_tight(&self, token: usize, mark: char) -> bool {
        self.document.is_mark(token, mark)
            && self.document.tokens.get(token + 1).is_some_and(|next| !next.spaced)
            && !self.document.tokens[token].spaced
    }
}

fn is_money(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Mark('$' | '€' | '£' | '¥'))
}
