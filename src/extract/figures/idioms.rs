//! Numbers that count nothing by the words around them: years, ratios, idioms.

use super::number::Number;
use super::reading::Reading;
use super::{counts, nouns, people, units};
use crate::extract::{Bound, Tag};

/// `38 doctors per 100,000 people`: what others are counted by.
pub(super) fn per(reading: &Reading<'_, '_>, number: &Number) -> bool {
    reading.lower_before(number.start, 1) == "per"
}

/// `two to one`, `a ratio of three to one`
pub(super) fn ratio(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let to_one = |at: usize| reading.lower(at) == "to" && reading.lower(at + 1) == "one";
    number.words
        && (to_one(number.tokens.end) && nouns::phrase(reading, number.tokens.end + 2, true).is_none()
            || number.value == 1.0
                && number.tokens.start > reading.tokens.start + 1
                && reading.lower(number.tokens.start - 1) == "to"
                && reading.tag_before(number.tokens.start - 1) == Tag::Number)
}

/// Four digits that count people although they could be a year: `a survey of 1709 schoolchildren`.
pub(super) fn is_count_like_a_year(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let end = number.tokens.end;
    let alone =
        number.tokens.len() == 1 && !reading.in_time(end..end + 1) && reading.written(number.tokens.start).len() == 4;
    let before = number.tokens.start.wrapping_sub(1);
    let people =
        nouns::phrase(reading, end, false).is_some_and(|noun| noun.head == end) && people::is_people(reading, end);
    alone
        && people
        && reading.is_digits(number.tokens.start)
        && !reading.in_time(before..number.tokens.start)
        && !year(reading, number)
}

/// Four digits without a comma that a reader takes for a year: `the 2016 election`; not `2000 people`.
pub(super) fn year(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let start = number.tokens.start;
    let written = reading.written(start);
    let years = (1000.0..2100.0).contains(&number.value) && written.len() == 4 && !number.words;
    if !years || number.unit.is_some() {
        return false;
    }
    // `from 2004 to 2009`, `over 2000 - 2050`
    let dash = matches!(reading.written(number.tokens.end), "-" | "–" | "—");
    let other = if dash { number.tokens.end + 1 } else { number.tokens.end - 1 };
    if other != start && reading.written(other).len() == 4 && reading.is_digits(other) {
        return nouns::phrase(reading, other + 1, false).is_none();
    }
    if number.tokens.len() > 1 || matches!(number.bound, Bound::Over | Bound::AtLeast | Bound::UpTo) {
        return false;
    }
    let noun = nouns::phrase(reading, number.end, false);
    let people = noun.as_ref().is_some_and(|noun| people::is_people(reading, noun.head));
    let dated = matches!(
        reading.lower_before(start, 1),
        "the"
            | "of"
            | "in"
            | "since"
            | "by"
            | "until"
            | "till"
            | "from"
            | "during"
            | "before"
            | "after"
            | "early"
            | "late"
            | "mid"
            | "circa"
    );
    let of = reading.lower_before(start, 1) == "of" && people;
    let dated = dated && !of;
    if number.value < 1900.0 { dated && !people && noun.is_none() } else { dated || !people }
}

/// `zero tolerance`, `Ground Zero`, `below zero`, `net zero`: not a count of none.
pub(super) fn zero(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let is_zero = number.value == 0.0 && number.words;
    let start = number.tokens.start;
    is_zero
        && (nouns::phrase(reading, number.end, false).is_none()
            || matches!(reading.lower(number.end), "tolerance" | "sum" | "hour" | "waste" | "emissions" | "gravity")
            || matches!(
                reading.lower_before(start, 1),
                "ground" | "net" | "below" | "above" | "absolute" | "patient" | "sub" | "near"
            ))
}

/// `a hundred times`, `twofold`, `in two`, `two by two`, `the two`.
pub(super) fn idiom(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let end = number.end;
    let start = number.tokens.start;
    let noun = nouns::phrase(reading, end, false);
    let multiple = matches!(reading.lower(end), "times" | "fold" | "folds")
        || noun
            .as_ref()
            .is_some_and(|noun| matches!(reading.lower(noun.head), "times" | "sevens" | "occasions" | "quarters"));
    let by = matches!(reading.lower(number.tokens.end), "by")
        && reading.lower(number.tokens.end + 1) == reading.lower(start);
    let alone = noun.is_none() && number.is_small() && number.unit.is_none() && !number.is_bounded();
    let split = alone
        && matches!(reading.lower_before(start, 1), "in" | "into" | "on" | "the" | "these" | "those" | "as")
        && reading.lower(end) != "of";
    // `million-dollar`, `the thousands`
    let noun_of_time = noun.as_ref().is_some_and(|noun| units::is_time(reading.lower(noun.head)));
    // `she scores often`
    let verb = reading.lower(start) == "scores"
        && reading.lower(end) != "of"
        && !counts::is_said_of_people(reading, number, end);
    verb || multiple || by || split || noun_of_time
}

/// `the two companies`, `these two men`: told before, and no count now; unless something happens to them.
pub(super) fn the_two(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let definite =
        matches!(reading.lower_before(number.start, 1), "the" | "these" | "those" | "its" | "their" | "our" | "both");
    let two = number.words && number.value == 2.0 && number.unit.is_none() && number.bound == Bound::Exact;
    definite && two && !counts::is_said_of_people(reading, number, number.end)
}
