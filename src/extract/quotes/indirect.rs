//! Indirect quotations: the clauses that sayings report.

use super::clause::Reading;
use super::saying::Saying;
use crate::extract::{Refusal, TokenKind};
use core::ops::Range;

/// The tokens of the clause that a saying reports, if that is a quotation of its own.
///
/// Not one: a clause that is nothing but words in quotation marks, a question, words that only the numbers of are
/// the speaker's.
pub(super) fn indirect(
    reading: &Reading<'_, '_>,
    saying: &Saying,
    refusals: &mut Vec<Refusal>,
) -> Option<Range<usize>> {
    let words = saying.words.clone().filter(|_| saying.reported)?;
    let document = reading.document;
    let mut refuse = |rule| {
        refusals.push(Refusal { span: document.span_of(words.clone()), rule });
        None
    };
    let free = words.clone().filter(|token| {
        !reading.is_quoted(*token) && document.tokens.get(*token).is_some_and(|token| token.is_wordlike())
    });
    if free.take(2).count() < 2 {
        return refuse("quotes:all-in-marks");
    }
    let sentence = document.sentences.get(saying.sentence)?;
    let last = sentence.tokens.end.checked_sub(1)?;
    let asks =
        document.tokens.get(last).is_some_and(|token| token.kind == TokenKind::Mark('?')) && !reading.is_quoted(last);
    if asks && saying.rule != "quotes:trailing" {
        return refuse("quotes:question-of-the-article");
    }
    // A quotation that begins in the clause and goes on over its end belongs to it.
    let end = words.end.checked_sub(1).and_then(|last| reading.quoted_at(last)).and_then(|at| reading.quoted.get(at));
    let end = end.map_or(words.end, |quoted| {
        let near = document.sentence_of(quoted.tokens.end - 1) == saying.sentence;
        if near { words.end.max(quoted.tokens.end) } else { words.end }
    });
    Some(words.start..end)
}
