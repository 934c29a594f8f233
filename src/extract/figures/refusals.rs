//! Numbers that count nothing: parts of names, labels, addresses, telephone numbers, years, idioms.
//!
//! Each is a rule with a name. They are asked in order; the order matters only for which name a refusal is told under,
//! but for the ages before them, which have their own ways with years and hyphens.

use super::number::Number;
use super::reading::Reading;
use super::units::{self, Quantity};
use super::verdict::Verdict;
use super::{counts, nouns, one};
use crate::extract::{Bound, Tag};
use std::sync::LazyLock;

const LABELS: &str = include_str!("labels.txt");

static ROWS: LazyLock<Vec<(&'static str, bool)>> = LazyLock::new(|| {
    let rows = LABELS.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    rows.map(|(word, how)| (word, how == "any")).collect()
});

/// Whether a word is a label in any case.
pub(super) fn is_label(word: &str) -> bool {
    label(word).is_some()
}

fn label(word: &str) -> Option<bool> {
    ROWS.binary_search_by(|(row, _)| (*row).cmp(word)).ok().map(|at| ROWS[at].1)
}

type Refusal = (&'static str, fn(&Reading<'_, '_>, &Number) -> bool);

const FORMS: [Refusal; 8] = [
    ("refused:in-brackets", in_brackets),
    ("refused:list-number", list_number),
    ("refused:slash", slash),
    ("refused:machine-address", machine_address),
    ("refused:telephone", telephone),
    ("refused:coordinates", coordinates),
    ("refused:compound", compound),
    ("refused:attached", attached),
];

const SENSES: [Refusal; 11] = [
    ("refused:per", per),
    ("refused:ratio", ratio),
    ("refused:street", street),
    ("refused:label", labelled),
    ("refused:within-name", within_name),
    ("refused:capitalised", capitalised),
    ("refused:number-of-name", number_of_name),
    ("refused:year", year),
    ("refused:zero", zero),
    ("refused:idiom", idiom),
    ("refused:the-two", the_two),
];

fn first(refusals: &[Refusal], reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    let found = refusals.iter().find(|(_, refuses)| refuses(reading, number));
    found.map_or(Verdict::Pass, |(rule, _)| Verdict::Refuse(rule))
}

/// A time covers it.
pub(super) fn time(reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    if reading.in_time(number.tokens.clone()) {
        return Verdict::Refuse("refused:time");
    }
    if number.measures(Quantity::Time) { Verdict::Refuse("refused:time-unit") } else { Verdict::Pass }
}

/// By what is printed directly around it.
pub(super) fn form(reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    first(&FORMS, reading, number)
}

/// By the words around it.
pub(super) fn sense(reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    match first(&SENSES, reading, number) {
        Verdict::Pass => one::refused(reading, number),
        refused => refused,
    }
}

/// Footnotes: `[3]`.
fn in_brackets(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let before = number.tokens.start.wrapping_sub(1);
    reading.is_mark(before, '[') && (reading.is_mark(number.tokens.end, ']') || reading.is_mark(number.tokens.end, ','))
}

/// `1. First item`, `(2) second item`, and a number that is all of its sentence.
fn list_number(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let first = reading.tokens.start;
    let closes = reading.is_mark(end, '.') && reading.is_tight(end) || reading.is_mark(end, ')');
    let opens = start == first || start == first + 1 && !reading.is_word(first);
    let whole = opens && end + 1 >= reading.tokens.end && number.unit.is_none();
    let bracket =
        start > first && reading.is_mark(start - 1, '(') && reading.is_mark(end, ')') && number.unit.is_none();
    whole
        || opens && closes && !number.words && number.unit.is_none()
        || bracket && number.value < 20.0 && !number.is_bounded()
}

/// `24/7`, `9/11`, `50/50`.
fn slash(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let tight = |at: usize| reading.is_mark(at, '/') && reading.is_tight(at) && reading.is_tight(at + 1);
    let per = number.unit.is_some() && reading.is_word(number.tokens.end + 1);
    tight(number.tokens.end) && !per || tight(number.tokens.start.wrapping_sub(1))
}

/// Parts of addresses on the net and of percent-encoded text.
fn machine_address(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let odd =
        |at: usize| matches!(reading.written(at), "@" | "_" | "=" | "&" | "#" | "\\" | "%" | "^" | "{" | "}" | "|");
    let (start, end) = (number.tokens.start, number.tokens.end);
    let before = start.wrapping_sub(1);
    let behind = matches!(reading.written(end), "_" | "=" | "&" | "@" | "\\") && reading.is_tight(end);
    let dotted = reading.is_mark(before, '.') && reading.is_tight(before) && reading.is_tight(start);
    reading.is_tight(start) && odd(before) || behind || dotted && reading.tag_before(before) != Tag::Mark
}

/// Groups of digits: `910-432-3383`, `020 7946 0018`, `+44 20`; digits behind `call`.
fn telephone(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    if !reading.is_digits(start) || number.unit.is_some() {
        return false;
    }
    let before = start.wrapping_sub(1);
    let dash = |at: usize| matches!(reading.written(at), "-" | "–" | "‑" | "." | " ");
    let group = |at: usize| reading.is_digits(at) && !reading.in_time(at..at + 1);
    let neighbour = group(before) || group(end) && !number.is_bounded();
    let joined = dash(before)
        && reading.is_tight(start)
        && group(start.wrapping_sub(2))
        && number.tokens.start > reading.tokens.start + 1
        || dash(end) && reading.is_tight(end + 1) && group(end + 1) && reading.is_tight(end);
    let plus = reading.is_mark(before, '+') && reading.is_tight(start) && reading.written(start).len() > 1;
    let plain = reading.written(start).len() >= 5 && !reading.written(start).contains([',', '.']);
    let called = (1..=3).any(|back| {
        matches!(
            reading.lower_before(start, back),
            "call" | "dial" | "phone" | "tel" | "telephone" | "hotline" | "fax" | "whatsapp" | "passcode"
        )
    });
    neighbour || joined || plus && plain || plain && called
}

/// `33°20′N`.
fn coordinates(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let end = number.end;
    let degree = |at: usize| matches!(reading.written(at), "°" | "º" | "′" | "″");
    let minute = |at: usize| matches!(reading.written(at), "′" | "″");
    let compass = |at: usize| matches!(reading.written(at), "N" | "S" | "E" | "W");
    minute(number.tokens.end) || degree(end.wrapping_sub(1)) && (reading.is_digits(end) || compass(end))
}

/// `F-16`, `Covid-19`, `G-20`, `mid-20s` before; `three-way`, `7-Eleven`, `777-200LR` behind.
fn compound(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let before = start.wrapping_sub(1);
    let hyphened = start == number.start && start > reading.tokens.start && reading.is_hyphen(before);
    let sign = matches!(reading.written(before), "-" | "–" | "−" | "‑") && reading.is_tight(start);
    let joined = hyphened || sign && reading.is_tight(before);
    let unit = number.unit.as_ref().is_some_and(|unit| unit.tokens.start >= end);
    let bounded_behind = number.end > end && !unit;
    let magnitude = reading.lower(end + 1) == "magnitude";
    joined
        || reading.is_hyphen(end) && !magnitude && !unit && !bounded_behind && !counts_members(reading, end + 1, number)
}

/// Nouns that a number joined by a hyphen counts: `15-member council`, `1,000-strong`.
pub(super) fn counts_members(reading: &Reading<'_, '_>, at: usize, number: &Number) -> bool {
    let counting = matches!(
        reading.lower(at),
        "member"
            | "man"
            | "woman"
            | "person"
            | "people"
            | "strong"
            | "seat"
            | "bed"
            | "nation"
            | "country"
            | "vehicle"
            | "ship"
            | "soldier"
            | "truck"
            | "page"
            | "storey"
            | "story"
            | "room"
            | "point"
    );
    counting && number.value > 1.0 && !matches!(reading.lower(at), "point" | "page" | "story" | "room")
}

/// `3D`, `737s`, `5th`, `1990s`: letters directly behind that are no unit.
fn attached(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let behind = reading.is_word(end)
        && reading.is_tight(end)
        && number.unit.as_ref().is_none_or(|unit| unit.tokens.start > end);
    let before =
        start == number.start && start > reading.tokens.start && reading.is_tight(start) && reading.is_word(start - 1);
    // `’98`
    let short = reading.written(start).len() == 2
        && matches!(reading.written(start.wrapping_sub(1)), "’" | "'" | "‘")
        && reading.is_tight(start)
        && !reading.is_tight(start - 1)
        && number.unit.is_none()
        && !reading.tag(end).is_noun();
    (behind || before || short) && !number.words
}

/// `38 doctors per 100,000 people`: what others are counted by.
fn per(reading: &Reading<'_, '_>, number: &Number) -> bool {
    reading.lower_before(number.start, 1) == "per"
}

/// `two to one`, `a ratio of three to one`
fn ratio(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let to_one = |at: usize| reading.lower(at) == "to" && reading.lower(at + 1) == "one";
    number.words
        && (to_one(number.tokens.end) && nouns::phrase(reading, number.tokens.end + 2, true).is_none()
            || number.value == 1.0
                && number.tokens.start > reading.tokens.start + 1
                && reading.lower(number.tokens.start - 1) == "to"
                && reading.tag_before(number.tokens.start - 1) == Tag::Number)
}

/// `10 Downing Street`, `1600 Pennsylvania Avenue`.
fn street(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let end = number.tokens.end;
    let is_street = |at: usize| {
        matches!(
            reading.lower(at),
            "street"
                | "st"
                | "avenue"
                | "ave"
                | "road"
                | "rd"
                | "boulevard"
                | "blvd"
                | "lane"
                | "drive"
                | "square"
                | "place"
                | "court"
                | "terrace"
                | "crescent"
                | "way"
                | "gardens"
                | "row"
                | "mews"
                | "parkway"
                | "highway"
                | "strasse"
        )
    };
    let name = |at: usize| reading.is_capital(at);
    !reading.title
        && !number.words
        && number.unit.is_none()
        && name(end)
        && (end + 1..end + 4).take_while(|at| name(*at)).any(is_street)
}

/// `Resolution 2254`, `page 5`, `No. 10`, `number one`; not `each day 300 people`.
fn labelled(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let start = number.tokens.start;
    if number.start != start || start == reading.tokens.start {
        return false;
    }
    let mut before = start - 1;
    // `Articles 3 and 5`, `pages 3-5`, `Sections 2, 4 and 6`
    for _ in 0..4 {
        let joint = matches!(reading.lower(before), "and" | "or" | "to" | "through") || reading.is_mark(before, ',');
        if !joint || !before.checked_sub(1).is_some_and(|at| reading.is_digits(at)) || before < reading.tokens.start + 2
        {
            break;
        }
        before -= 2;
    }
    if matches!(reading.written(before), "." | "#" | "№") && before > reading.tokens.start {
        if reading.written(before) != "." {
            return true;
        }
        before -= 1;
    }
    let lower = reading.lower(before);
    // `Day One`, `day one`
    if matches!(lower, "day" | "ground" | "year")
        && number.is_small()
        && nouns::phrase(reading, number.end, false).is_none()
    {
        return true;
    }

    let counts = nouns::phrase(reading, number.end, false).is_some();
    let capital = reading.is_capital(before);
    let singular = lower.strip_suffix('s').filter(|_| lower.len() > 3).unwrap_or("");
    match label(lower).or_else(|| label(singular)) {
        Some(true) => {
            !(counts && !capital && number.bound == Bound::Exact && reading.tag_before(before) == Tag::Determiner)
        }
        Some(false) => capital && !(reading.title && counts),
        None => false,
    }
}

/// A number inside a longer name; one at the beginning of a people's or person's is before it (`400 Chechens`).
fn within_name(reading: &Reading<'_, '_>, number: &Number) -> bool {
    use crate::extract::EntityKind::{Organisation, Place};
    let number_span = reading.document.span_of(number.tokens.clone());
    match reading.in_name(number.tokens.clone()) {
        Some((name, kind)) => {
            name.start < number_span.start || matches!(kind, Organisation | Place) && !number.is_bounded()
        }
        None => false,
    }
}

/// `the Gang of Four`, `Five Star Movement`: number words with a capital where no sentence begins.
fn capitalised(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let start = number.tokens.start;
    let before = reading.tag_before(start);
    let quoted = matches!(
        reading.written(start.wrapping_sub(1)),
        "“" | "\"" | "‘" | "'" | ":" | "•" | "*" | "–" | "—" | "-" | "." | "…"
    );
    number.words
        && !reading.title
        && reading.is_capital(start)
        && start > reading.tokens.start
        && !quoted
        && before != Tag::Conjunction
}

/// `Windows 10`, `Boeing 747`, `FTSE 100`: digits behind a name; not `In Iraq 300 people`.
fn number_of_name(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let start = number.tokens.start;
    if number.start != start || start == reading.tokens.start || number.words || number.unit.is_some() {
        return false;
    }
    let mut first = start - 1;
    let dotted = reading.is_mark(first, '.') && first > reading.tokens.start;
    if !(reading.tag(first) == Tag::Proper || dotted && reading.tag(first - 1) == Tag::Proper)
        || reading.in_time(first..first + 1)
    {
        return false;
    }
    if reading.title && reading.word(first).is_some() && !reading.written(first).chars().skip(1).any(char::is_uppercase)
    {
        return false;
    }
    while first > reading.tokens.start && reading.tag(first - 1) == Tag::Proper {
        first -= 1;
    }
    let counts = nouns::phrase(reading, number.end, false).is_some_and(|noun| !reading.is_capital(noun.head));
    // `In Iraq 300 people`, `from Chechnya 44 men`
    let place = reading.tag_before(first) == Tag::Preposition && counts && !reading.written(start).contains('.');
    // `Monday 12 men`; thousands with a comma number nothing.
    let grouped = reading.written(start).contains(',') && counts;
    let verb = reading.tag(number.end).is_finite()
        && nouns::phrase(reading, number.end, false).is_none()
        && reading.tag_before(first) == Tag::Preposition;
    !(place || grouped || verb)
}

/// Four digits without a comma that a reader takes for a year: `the 2016 election`; not `2000 people`.
fn year(reading: &Reading<'_, '_>, number: &Number) -> bool {
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
    let people = noun.as_ref().is_some_and(|noun| nouns::is_people(reading, noun.head));
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
    if number.value < 1900.0 { dated && !people && noun.is_none() } else { dated || !people }
}

/// `zero tolerance`, `Ground Zero`, `below zero`, `net zero`: not a count of none.
fn zero(reading: &Reading<'_, '_>, number: &Number) -> bool {
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
fn idiom(reading: &Reading<'_, '_>, number: &Number) -> bool {
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
fn the_two(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let definite =
        matches!(reading.lower_before(number.start, 1), "the" | "these" | "those" | "its" | "their" | "our" | "both");
    let two = number.words && number.value == 2.0 && number.unit.is_none() && number.bound == Bound::Exact;
    definite && two && !counts::is_said_of_people(reading, number, number.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_sorted_and_parse() {
        let lines = LABELS.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(ROWS.len(), lines);
        assert!(ROWS.windows(2).all(|pair| pair[0].0 < pair[1].0), "sorted, none twice");
        assert!(
            LABELS.lines().all(|line| line.starts_with('#') || line.ends_with("\tany") || line.ends_with("\tcapital"))
        );
    }
}
