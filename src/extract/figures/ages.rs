//! Ages: `a 4-year-old girl`, `aged three to nine years old`, `Ms Ferrer, 42, said`, `under the age of 18`.

use super::number::Number;
use super::reading::Reading;
use super::verdict::Verdict;
use super::{nouns, people};
use crate::extract::{Bound, EntityKind, FigureKind, Tag};

/// Nobody is older, in years.
const OLDEST: f64 = 125.0;

/// Every way to give an age, in order.
pub(super) fn age(reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    years_old(reading, number)
        .or_else(|| aged(reading, number))
        .or_else(|| limit(reading, number))
        .or_else(|| decade(reading, number))
        .or_else(|| apposed(reading, number))
        .or_else(|| apposed_ages(reading, number))
        .or_else(|| extreme(reading, number))
        .or_else(|| predicate(reading, number))
        .unwrap_or(Verdict::Pass)
}

fn is_age(number: &Number) -> bool {
    number.low.or(number.high).is_some_and(|least| least <= OLDEST) && number.bound != Bound::Vague
}

/// `year-old`, `years old`, `years of age` behind a number: where they end, with the plural `year-olds`.
fn old_end(reading: &Reading<'_, '_>, number: &Number) -> Option<usize> {
    let unit = match &number.unit {
        Some(unit) => unit.tokens.end - 1,
        None => reading.behind_hyphen(number.end),
    };
    let is_unit = matches!(
        reading.lower(unit),
        "year" | "years" | "yr" | "yrs" | "month" | "months" | "week" | "weeks" | "day" | "days"
    );
    if !is_unit {
        return None;
    }
    let next = reading.behind_hyphen(unit + 1);
    match reading.lower(next) {
        "old" | "olds" => Some(next + 1),
        "of" if reading.lower(next + 1) == "age" => Some(next + 2),
        _ => None,
    }
}

fn years_old(reading: &Reading<'_, '_>, number: &Number) -> Option<Verdict> {
    let end = old_end(reading, number)?;
    if !is_age(number) {
        return Some(Verdict::Refuse("refused:age-of-a-thing"));
    }
    let unit = reading.behind_hyphen(number.tokens.end);
    let unit = Some(unit).filter(|unit| !reading.lower(*unit).starts_with('y'));
    let start = aged_start(reading, number.start).unwrap_or(number.start);
    let noun = if start == number.start { nouns::phrase(reading, end, true) } else { None };
    match noun {
        Some(noun) if people::is_people(reading, noun.head) || reading.is_capital(noun.head) => Some(
            Verdict::take(FigureKind::Age, "figures:age-of-noun", start..noun.end, Some(noun.head)).with_unit(unit),
        ),
        // `a two-year-old war` has lasted: a duration.
        Some(_) if end < reading.tokens.end && reading.tag(end) != Tag::Verb => {
            Some(Verdict::Refuse("refused:age-of-a-thing"))
        }
        _ => {
            // Of nobody in the words before.
            let alone = start == number.start && is_noun(reading, start);
            let head = if alone { None } else { person_before(reading, start) };
            Some(Verdict::take(FigureKind::Age, "figures:years-old", start..end, head).with_unit(unit))
        }
    }
}

/// Where `aged`, `ages`, `the age of` before a number begins.
fn aged_start(reading: &Reading<'_, '_>, start: usize) -> Option<usize> {
    let first = start;
    let mut at = start;
    while matches!(reading.lower_before(at, 1), "between" | "from" | "about" | "around" | "just" | "only") {
        at -= 1;
    }
    // `aged 9, 11 and 14`: the later ones begin at themselves.
    for _ in 0..6 {
        let joint = reading.lower_before(at, 1) == "and" || at > 0 && reading.is_mark(at - 1, ',');
        if !joint || !at.checked_sub(2).is_some_and(|before| reading.is_digits(before)) {
            break;
        }
        at -= 2;
    }
    if at < first && matches!(reading.lower_before(at, 1), "aged" | "ages") {
        return Some(first);
    }
    match reading.lower_before(at, 1) {
        "aged" | "ages" => Some(at - 1),
        // `aged over 60` has its bound within
        "age" if !matches!(reading.lower_before(at, 2), "stone" | "ice" | "bronze" | "iron" | "space" | "new") => {
            Some(at - 1)
        }
        "of" if matches!(reading.lower_before(at, 2), "age" | "ages") => Some(at - 2),
        _ => None,
    }
}

/// `children aged 5`, `ages 5 to 8`, `at the age of 56`, `under the age of 18`.
fn aged(reading: &Reading<'_, '_>, number: &Number) -> Option<Verdict> {
    let start = aged_start(reading, number.start)?;
    if !is_age(number) || number.unit.is_some() && !number.measures(super::units::Quantity::Time) {
        return None;
    }
    let the = usize::from(reading.lower_before(start, 1) == "the");
    let bound = match reading.lower_before(start - the, 1) {
        _ if number.bound != Bound::Exact => None,
        "under" | "below" => Some(Bound::Under),
        "over" | "above" => Some(Bound::Over),
        _ => None,
    };
    let head = person_before(reading, start);
    let begin = if bound.is_some() { start - the - 1 } else { start };
    Some(Verdict::take(FigureKind::Age, "figures:aged", begin..number.end, head).with_bound(bound))
}

/// `children under 10`, `people 65 and over`, `the victims were under five`.
fn limit(reading: &Reading<'_, '_>, number: &Number) -> Option<Verdict> {
    let start = number.tokens.start;
    let closes = !reading.is_word(number.end)
        || reading.tag(number.end).is_finite()
        || matches!(reading.tag(number.end), Tag::Preposition | Tag::Conjunction);
    if number.unit.is_some() || !(1.0..=100.0).contains(&number.value) || !closes || number.bound == Bound::Between {
        return None;
    }
    let (bound, before) = match reading.lower_before(start, 1) {
        "under" | "below" => (Bound::Under, start - 1),
        "over" | "above" => (Bound::Over, start - 1),
        // `younger than five`
        "than" if reading.lower_before(start, 2) == "younger" => (Bound::Under, start - 2),
        "than" if reading.lower_before(start, 2) == "older" => (Bound::Over, start - 2),
        _ if number.end > number.tokens.end => (number.bound, start),
        _ => return None,
    };
    let person = before.checked_sub(1).filter(|person| reading.tokens.contains(person))?;
    let older = matches!(reading.lower(number.end - 1), "older" | "younger")
        || matches!(reading.lower(before), "older" | "younger");
    let people = reading.tag(person).is_noun() && people::is_people(reading, person)
        || matches!(reading.lower(person), "those" | "anyone" | "everyone" | "all" | "nobody" | "them")
        || reading.lower(person) == "one" && matches!(reading.lower_before(person, 1), "no" | "any" | "every")
        || matches!(reading.lower(person), "were" | "are" | "was" | "is")
            && matches!(reading.lower_before(person, 1), "he" | "she" | "they" | "victims" | "children" | "dead");
    let counted = before < start || older;
    // `the children are under five`: whose age it is stands before the verb.
    let person = if reading.tag(person) == Tag::Auxiliary { person - 1 } else { person };
    (people && counted || older).then(|| {
        Verdict::take(FigureKind::Age, "figures:age-limit", before..number.end, Some(person)).with_bound(Some(bound))
    })
}

/// `in his 30s`, `in their early twenties`.
fn decade(reading: &Reading<'_, '_>, number: &Number) -> Option<Verdict> {
    let end = number.tokens.end;
    let plural = reading.lower(end) == "s" && reading.is_tight(end);
    if !plural || number.value % 10.0 != 0.0 || number.value > 100.0 || number.value < 10.0 {
        return None;
    }
    let mut at = number.start;
    if matches!(reading.lower_before(at, 1), "early" | "mid" | "late") {
        at -= 1;
    } else if at > reading.tokens.start && reading.is_hyphen(at - 1) {
        at -= 2;
    }
    let whose = matches!(reading.lower_before(at, 1), "his" | "her" | "their" | "my" | "our" | "your");
    if !whose || !matches!(reading.lower_before(at, 2), "in" | "into" | "reached" | "until") {
        return None;
    }
    let head = person_before(reading, at - 2);
    Some(
        Verdict::take(FigureKind::Age, "figures:age-in-tens", at..end + 1, head)
            .with_range(number.value, number.value + 9.0),
    )
}

/// `Ms Ferrer, 42, said`, `the boy, 7.`
fn apposed(reading: &Reading<'_, '_>, number: &Number) -> Option<Verdict> {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let whole = !number.words && number.value.fract() == 0.0 && (1.0..=OLDEST).contains(&number.value);
    let alone = number.unit.is_none() && !number.is_bounded() && end == start + 1 && number.end == end;
    if !whole || !alone || reading.written(start).len() > 3 || start < reading.tokens.start + 2 {
        return None;
    }
    let comma = reading.is_mark(start - 1, ',');
    let bracket = reading.is_mark(start - 1, '(') && reading.is_mark(end, ')');
    let closes = matches!(reading.written(end), "," | "." | ";" | "" | ")" | ":" | "—" | "–" | "?")
        || comma && matches!(reading.lower(end), "and" | "who" | "was" | "is" | "has" | "had" | "told" | "said");
    let person = start - 2;
    if !(comma && closes || bracket) || !is_named_person(reading, person, bracket) {
        return None;
    }
    Some(Verdict::take(FigureKind::Age, "figures:age-apposed", start..end, Some(person)))
}

/// `Two brothers, 24 and 19, were`: as many ages as a number counts people.
fn apposed_ages(reading: &Reading<'_, '_>, number: &Number) -> Option<Verdict> {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let age = |at: usize| reading.is_digits(at) && reading.written(at).len() <= 2;
    let first = if reading.is_mark(end, ',') || reading.lower(end) == "and" { start } else { start.checked_sub(2)? };
    let first = if age(first) && reading.lower_before(first, 1) == "and" { first.checked_sub(2)? } else { first };
    let closes = first == start || !reading.is_word(end);
    let person = first.checked_sub(2).filter(|person| reading.tokens.contains(person))?;
    let listed = age(first) && reading.lower(first + 1) == "and" && age(first + 2) && !reading.is_word(first + 3);
    let people = reading.is_mark(first - 1, ',')
        && reading.tag(person) == Tag::Plural
        && people::is_people(reading, person)
        && matches!(reading.lower_before(person, 1), "two" | "both" | "the" | "his" | "her" | "their");
    (listed && closes && people && number.unit.is_none() && end == start + 1)
        .then(|| Verdict::take(FigureKind::Age, "figures:age-apposed", start..end, Some(person)))
}

/// `The youngest is six, the eldest 17.`
fn extreme(reading: &Reading<'_, '_>, number: &Number) -> Option<Verdict> {
    let be = usize::from(matches!(reading.lower_before(number.start, 1), "is" | "was"));
    let person = number.start.checked_sub(1 + be)?;
    let whose = matches!(reading.lower(person), "youngest" | "eldest" | "oldest");
    (whose && is_age(number) && number.unit.is_none() && !reading.is_word(number.end))
        .then(|| Verdict::take(FigureKind::Age, "figures:age-said", number.start..number.end, Some(person)))
}

/// Whether a token is the last of a person's name, or a noun for a person.
fn is_named_person(reading: &Reading<'_, '_>, at: usize, strict: bool) -> bool {
    // A name that was not found may be one all the same.
    if let Some(kind) = reading.name_ending(at) {
        return kind == EntityKind::Person;
    }
    if reading.tag(at) == Tag::Proper || reading.is_capital(at) && at > reading.tokens.start {
        // Two names at least: a place or a party has one as often.
        let first = at.checked_sub(1).filter(|first| reading.is_word(*first));
        let two = first.is_some_and(|first| reading.is_capital(first) || reading.written(first).ends_with('.'));
        // `Barra, 51, will`: a surname alone, between commas.
        let behind = at + 3;
        let alone = !strict && reading.is_mark(behind, ',') && reading.is_word(behind + 1) && !reading.title;
        return (two || alone) && !super::labels::is_label(reading.lower(at));
    }
    !strict && reading.tag(at).is_noun() && people::is_people(reading, at) && reading.tag(at) != Tag::Plural
}

/// `She was 42 when`, `he is 10`, `when he turned 18`, `died at 56`.
fn predicate(reading: &Reading<'_, '_>, number: &Number) -> Option<Verdict> {
    if number.unit.is_some() || !is_age(number) || number.value < 1.0 || number.value.fract() != 0.0 {
        return None;
    }
    let mut at = number.start;
    while matches!(reading.lower_before(at, 1), "just" | "only" | "now" | "then" | "already" | "still" | "barely") {
        at -= 1;
    }
    let closes = matches!(reading.written(number.end), "" | "." | "," | ";" | "?" | "!" | "”" | "\"" | ")")
        || matches!(
            reading.lower(number.end),
            "when" | "and" | "at" | "on" | "in" | "or" | "but" | "then" | "now" | "last" | "this"
        );
    let clause =
        matches!(reading.lower_before(at, 3), "when" | "since" | "until" | "before" | "if" | "after" | "while");
    if !(closes || clause && !reading.tag(number.end).is_noun() && reading.tag(number.end) != Tag::Adjective) {
        return None;
    }
    let turned = matches!(reading.lower_before(at, 1), "turned" | "turns" | "turning");
    let be = matches!(reading.lower_before(at, 1), "is" | "was" | "am" | "be" | "'m");
    let person = matches!(reading.lower_before(at, 2), "he" | "she" | "i" | "who")
        || be && at >= 2 && reading.name_ending(at - 2) == Some(EntityKind::Person);
    let both = matches!(reading.lower_before(at, 1), "both")
        && reading.is_digits(at)
        && reading.is_mark(at.wrapping_sub(2), ',');
    let contracted = matches!(reading.lower_before(at, 1), "he's" | "she's" | "i'm");
    if !(turned && number.value <= 110.0 || be && person || contracted || both) {
        return None;
    }
    let head = if contracted { at.checked_sub(1) } else { person_before(reading, at - 1) };
    Some(Verdict::take(FigureKind::Age, "figures:age-said", number.start..number.end, head))
}

/// The person whose age is given, in the few words before.
fn person_before(reading: &Reading<'_, '_>, start: usize) -> Option<usize> {
    let is_somebody = |at: &usize| {
        reading.tag(*at) == Tag::Pronoun
            || reading.tag(*at).is_noun() && (people::is_people(reading, *at) || reading.is_capital(*at))
    };
    (1..=6).map_while(|back| before(reading, start, back)).find(is_somebody)
}

/// Whether an age is itself the noun: `with the four-year-old`. Not where it says what somebody is: `the boy is a six-year-old`.
fn is_noun(reading: &Reading<'_, '_>, start: usize) -> bool {
    let determined =
        before(reading, start, 1).is_some_and(|at| matches!(reading.tag(at), Tag::Determiner | Tag::Possessive));
    let says =
        before(reading, start, 2).is_some_and(|at| matches!(reading.lower(at), "is" | "was" | "are" | "were" | "be"));
    determined && !says
}

/// The token so many back, within the sentence.
fn before(reading: &Reading<'_, '_>, start: usize, back: usize) -> Option<usize> {
    start.checked_sub(back).filter(|at| reading.tokens.contains(at))
}
