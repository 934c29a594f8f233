//! When it was so.

use super::clause::Clause;
use crate::extract::{Document, Facts, Time, TimeType};
use crate::text::Span;

/// The time of a figure's clause as a TIMEX3 value: an open one (`since 2011`) before others, of these the nearest. What
/// has no value of its own (`last year` without a date to count from) tells nothing.
pub(super) fn as_of(document: &Document<'_>, facts: &Facts, clause: &Clause) -> Option<(String, &'static str)> {
    let tokens = clause.tokens(document);
    let number = document.span_of(clause.extent.clone());
    let own = nearest(facts, document.span_of(tokens.clone()), number);
    if let Some(time) = own {
        return Some((time.value.clone(), "as-of:clause"));
    }
    // `Since 2011, according to the ministry, 400 people …`; and a time behind the clause's first comma
    let fronted = facts
        .times
        .get(facts.times.partition_point(|time| time.span.start < document.span_of(clause.sentence.clone()).start)..);
    let first = document.tokens.get(clause.sentence.start)?.span.start;
    let fronted =
        fronted?.first().filter(|time| time.span.start <= first + 3 && time.span.end <= number.start && is_told(time));
    fronted.map(|time| (time.value.clone(), "as-of:fronted"))
}

fn nearest(facts: &Facts, span: Span, number: Span) -> Option<&Time> {
    let start = facts.times.partition_point(|time| time.span.end <= span.start);
    let within =
        facts.times.get(start..)?.iter().take_while(|time| time.span.start < span.end).filter(|time| is_told(time));
    within.min_by_key(|time| {
        let open = !time.value.contains("..");
        let distance = if time.span.start >= number.end {
            time.span.start - number.end
        } else {
            number.start.saturating_sub(time.span.end)
        };
        (open, distance)
    })
}

/// Whether a time has a value that says when.
fn is_told(time: &Time) -> bool {
    matches!(time.kind, TimeType::Date | TimeType::Time)
        && time.value.starts_with(|first: char| first.is_ascii_digit())
        && !time.value.contains('X')
}
