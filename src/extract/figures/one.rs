//! `one`: a count only where the text counts. Elsewhere it is a pronoun or an article.

use super::number::Number;
use super::reading::Reading;
use super::verdict::Verdict;
use super::{nouns, people};
use crate::extract::Tag;
use crate::lexicon::{About, Class};

/// How far a number beside `one` is looked for, in tokens.
const BESIDE: usize = 12;

/// Refuses `one of them`, `no one`, `the one`, `one another`, `one day`, and `one man` where nothing is counted.
pub(super) fn refused(reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    let whole = number.value == 1.0 && number.words && number.unit.is_none() && number.tokens.len() == 1;
    if !whole || number.bound == crate::extract::Bound::Between {
        return Verdict::Pass;
    }
    if reading.lower(number.end) == "of" {
        return Verdict::Refuse("refused:one-of");
    }
    let Some(noun) = nouns::phrase(reading, number.end, true) else { return Verdict::Refuse("refused:one-pronoun") };
    let before = reading.lower_before(number.start, 1);
    let pronoun = matches!(
        before,
        "no" | "the"
            | "this"
            | "that"
            | "any"
            | "each"
            | "every"
            | "some"
            | "which"
            | "number"
            | "square"
            | "day"
            | "for"
            | "such"
    );
    let idle = matches!(
        reading.lower(noun.head),
        "thing"
            | "way"
            | "side"
            | "point"
            | "hand"
            | "reason"
            | "example"
            | "time"
            | "fact"
            | "instance"
            | "step"
            | "word"
            | "voice"
            | "theory"
            | "idea"
            | "option"
            | "case"
            | "end"
            | "sense"
            | "place"
            | "kind"
            | "sort"
            | "type"
            | "problem"
            | "issue"
    );
    let person = people::is_people(reading, noun.head);
    if pronoun || idle && !number.is_bounded() {
        return Verdict::Refuse("refused:one-pronoun");
    }
    let counts = number.is_bounded()
        || is_emphatic(before)
        || happens_to(reading, noun.end, person)
        || is_listed(reading, number, noun.end);
    if counts { Verdict::Pass } else { Verdict::Refuse("refused:one-article") }
}

fn is_emphatic(before: &str) -> bool {
    matches!(
        before,
        "only"
            | "just"
            | "exactly"
            | "killed"
            | "killing"
            | "injuring"
            | "wounding"
            | "injured"
            | "wounded"
            | "including"
            | "least"
            | "plus"
            | "leaving"
            | "destroyed"
            | "another"
            | "lost"
    )
}

/// Whether something happens to the one: `one man was killed`, `one person died`, `one strike destroyed`.
fn happens_to(reading: &Reading<'_, '_>, at: usize, person: bool) -> bool {
    match reading.tag(at) {
        Tag::Auxiliary => matches!(reading.tag(at + 1), Tag::Participle | Tag::Adjective),
        Tag::Past => {
            let says = reading.word(at).is_some_and(|word| word.is_about(About::Saying));
            let dies = matches!(
                reading.lower(at),
                "died" | "drowned" | "escaped" | "survived" | "returned" | "surrendered" | "deserted"
            );
            dies || !person && !says && reading.word(at).is_some_and(|word| word.can_be(Class::Verb))
        }
        _ => matches!(reading.lower(at), "dead" | "missing"),
    }
}

/// Whether another number stands beside it in a list: `two children and one adult`.
fn is_listed(reading: &Reading<'_, '_>, number: &Number, end: usize) -> bool {
    let is_number = |at: usize| {
        reading.is_digits(at) && !reading.in_time(at..at + 1)
            || reading.tag(at) == Tag::Number && reading.lower(at) != "one"
    };
    let before = number.start.wrapping_sub(1);
    let joined_before = reading.is_mark(before, ',') || matches!(reading.lower(before), "and" | "or");
    let earlier = number.start.saturating_sub(BESIDE).max(reading.tokens.start);
    let joined_behind = reading.is_mark(end, ',') || matches!(reading.lower(end), "and" | "or");
    joined_before && (earlier..before).any(is_number) || joined_behind && (end + 1..end + 3).any(is_number)
}
