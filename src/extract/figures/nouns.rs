//! The noun that a number counts, where it is printed next to it.

use super::number::Number;
use super::reading::Reading;
use super::{number, people, units};
use crate::extract::Tag;
use crate::lexicon::{Class, demonym};

/// How many tokens of a noun phrase are looked over.
const REACH: usize = 12;

/// A counted noun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    /// The token of the noun; of joined ones the first.
    pub head: usize,
    /// Where the words end that belong to it.
    pub end: usize,
    /// Whether it is a pronoun (`12 of them`) or `others`.
    pub pronoun: bool,
}

/// The noun that a number counts: behind it (`30 small children`), or behind `of` (`17 of the girls`, `dozens of
/// villagers`).
pub(super) fn counted(reading: &Reading<'_, '_>, number: &Number) -> Option<Noun> {
    let at = number.end;
    if reading.lower(at) == "of" {
        return part_of(reading, at + 1, number);
    }
    if reading.is_hyphen(at) {
        return None;
    }
    let noun = phrase(reading, at, number.value == 1.0)?;
    Some(joined(reading, number, noun))
}

/// `of the children`, `of them`, `of Moscow’s diplomats`; without a determiner only behind a vague number (`thousands of
/// villagers`) or a noun of number (`a couple of men`).
fn part_of(reading: &Reading<'_, '_>, at: usize, number: &Number) -> Option<Noun> {
    let pronoun =
        matches!(reading.lower(at), "them" | "these" | "those" | "whom" | "us" | "you" | "which" | "ours" | "theirs");
    let alone = reading.tag(at + 1) != Tag::Adjective && !reading.tag(at + 1).is_noun();
    if pronoun && (alone || matches!(reading.lower(at), "them" | "whom")) {
        return Some(Noun { head: at, end: at + 1, pronoun: true });
    }
    let mut start = at;
    while matches!(
        reading.lower(start),
        "all" | "about" | "some" | "around" | "over" | "approximately" | "roughly" | "nearly" | "almost"
    ) && start < at + 2
    {
        start += 1;
    }
    if matches!(reading.tag(start), Tag::Determiner | Tag::Possessive)
        || matches!(reading.lower(start), "the" | "those" | "these" | "his" | "her" | "their" | "its" | "our" | "my")
    {
        start += 1;
    }
    while matches!(
        reading.lower(start),
        "about" | "around" | "approximately" | "roughly" | "nearly" | "almost" | "estimated" | "some" | "other"
    ) && start < at + 3
    {
        start += 1;
    }
    let bare = start == at && !(reading.is_capital(at) && possessive_near(reading, at));
    let last = reading.lower(number.tokens.end - 1);
    if bare && !reading.is_digits(at) && reading.tag(at) != Tag::Number {
        let noun_like =
            number.high.is_none() && number.words || matches!(last, "couple" | "dozen" | "million" | "billion");
        if !noun_like {
            return None;
        }
    }
    if reading.is_digits(start) || reading.tag(start) == Tag::Number {
        start = number::read(reading, start).map_or(start, |inner| inner.end);
    }
    let mut noun = phrase(reading, start, true)?;
    // `of Syria’s children`
    if reading.tag(noun.end) == Tag::Possessive {
        let inner = number::read(reading, noun.end + 1).map_or(noun.end + 1, |inner| inner.end);
        noun = phrase(reading, inner, true)?;
    }
    Some(joined(reading, number, noun))
}

fn possessive_near(reading: &Reading<'_, '_>, at: usize) -> bool {
    (at + 1..at + 4).any(|near| reading.tag(near) == Tag::Possessive)
}

/// The noun phrase without determiner that begins at a token: modifiers and the noun. In the plural, unless `singular`
/// is allowed or the noun has none.
pub(super) fn phrase(reading: &Reading<'_, '_>, start: usize, singular: bool) -> Option<Noun> {
    let mut head: Option<usize> = None;
    let mut plural: Option<usize> = None;
    let mut at = start;
    while at < start + REACH && at < reading.tokens.end {
        if !goes_on(reading, at, head) {
            break;
        }
        if reading.tag(at).is_noun() || may_be_noun(reading, at) {
            head = Some(at);
            plural = if is_plural(reading, at) { head } else { plural };
        }
        at += 1;
    }
    // `301 passengers onboard`: what follows the plural is not of the phrase, unless a plural ends it (`sales people`).
    let head = if singular { head? } else { plural? };
    let pronoun = matches!(reading.lower(head), "others") && head == start;
    Some(Noun { head, end: head + 1, pronoun })
}

/// Whether a token goes on with a noun phrase whose last noun so far is `head`.
fn goes_on(reading: &Reading<'_, '_>, at: usize, head: Option<usize>) -> bool {
    let tag = reading.tag(at);
    let behind_head = head.is_some_and(|head| head + 1 == at);
    let joined = at > 0 && reading.is_hyphen(at - 1) || reading.is_hyphen(at + 1) && reading.is_word(at);
    if joined && (head.is_none() || !behind_head) || may_be_noun(reading, at) {
        return true;
    }
    match tag {
        // `300 people Monday`, `30 pupils Oslo wants`: a name behind a plural is another phrase; so is a time.
        Tag::Proper => {
            let plural = head.is_some_and(|head| reading.tag(head) == Tag::Plural);
            let common = head.is_some_and(|head| reading.tag(head) != Tag::Proper);
            !((plural || common && !reading.title) && behind_head)
                && !is_day_or_month(reading.lower(at))
                && !reading.in_time(at..at + 1)
        }
        Tag::Noun | Tag::Plural => {
            head.is_none() || !reading.in_time(at..at + 1) || reading.is_hyphen(at.wrapping_sub(1))
        }
        Tag::Adjective | Tag::Participle | Tag::Gerund if behind_head => {
            // `12 British armed men`, `six oil-producing states`
            let named = head.is_some_and(|head| reading.tag(head) == Tag::Proper) && tag == Tag::Adjective;
            named && reading.tag(at + 1).is_noun()
        }
        Tag::Adjective | Tag::Participle | Tag::Gerund => {
            head.is_none() || reading.is_hyphen(at.wrapping_sub(1)) || reading.is_hyphen(at + 1)
        }
        Tag::Adverb => head.is_none(),
        Tag::Determiner => head.is_none() && matches!(reading.lower(at), "more" | "other" | "such" | "fewer" | "less"),
        Tag::Number => {
            // `30 15-year-old girls`, `five Boeing 747 jets`, `the two second-hand cars`
            // `five new 737 aircraft`
            let model = matches!(reading.tag_before(at), Tag::Proper | Tag::Adjective) && reading.is_digits(at);
            reading.is_hyphen(at + 1) || model && reading.tag(at + 1).is_noun()
        }
        Tag::Conjunction => {
            let modifier = |tag: Tag| matches!(tag, Tag::Adjective | Tag::Participle);
            head.is_none() && modifier(reading.tag_before(at)) && modifier(reading.tag(at + 1))
        }
        Tag::Pronoun => head.is_none() && matches!(reading.lower(at), "more" | "other"),
        Tag::Mark => {
            reading.is_hyphen(at)
                || head.is_none() && matches!(reading.written(at), "“" | "\"" | "‘" | "'")
                || reading.is_mark(at, '.') && reading.is_tight(at) && reading.is_tight(at + 1)
        }
        _ => head.is_none() && matches!(reading.lower(at), "others" | "more" | "other"),
    }
}

fn is_day_or_month(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "today"
            | "yesterday"
            | "jan"
            | "feb"
            | "mar"
            | "apr"
            | "aug"
            | "sept"
            | "oct"
            | "nov"
            | "dec"
    )
}

/// Whether a noun can stand behind a number above one.
fn is_plural(reading: &Reading<'_, '_>, head: usize) -> bool {
    let lower = reading.lower(head);
    let plural = |lower: &str| lower.ends_with('s') && !lower.ends_with("ss");
    match reading.tag(head) {
        Tag::Plural => true,
        Tag::Proper => {
            demonym(lower).is_some_and(|people| people.is_plural)
                || plural(lower)
                || is_invariable(lower)
                || people::ends_as_people(lower)
        }
        _ if people::ends_as_plural(lower) => true,
        _ => {
            is_invariable(lower)
                || reading.word(head).is_some_and(|word| word.is_form(crate::lexicon::Form::Plural))
                || plural(lower)
        }
    }
}

/// Whether a word that was tagged as a verb or adverb stands before a plural and can be a noun: `18 supply routes`,
/// `three oil well heads`.
fn may_be_noun(reading: &Reading<'_, '_>, at: usize) -> bool {
    let tag = reading.tag(at);
    let other = matches!(tag, Tag::Verb | Tag::Past | Tag::Adverb | Tag::Third);
    other
        && reading.tag(at + 1) == Tag::Plural
        && matches!(reading.tag_before(at), Tag::Number | Tag::Noun | Tag::Adjective | Tag::Participle)
        && reading.word(at).is_some_and(|word| word.can_be(Class::Noun))
        || tag == Tag::Verb && reading.lower_before(at, 1) == "one"
}

/// Nouns that count in the singular.
fn is_invariable(word: &str) -> bool {
    matches!(
        word,
        "aircraft"
            | "cattle"
            | "crew"
            | "deer"
            | "fish"
            | "folk"
            | "helicopter"
            | "livestock"
            | "infantry"
            | "offspring"
            | "people"
            | "personnel"
            | "police"
            | "poultry"
            | "salmon"
            | "series"
            | "sheep"
            | "species"
            | "spacecraft"
            | "staff"
            | "hovercraft"
            | "watercraft"
            | "craft"
            | "dead"
            | "wounded"
            | "injured"
            | "missing"
            | "homeless"
            | "faithful"
            | "ammunition"
            | "cavalry"
            | "elderly"
            | "youth"
            | "swine"
            | "shrimp"
            | "trout"
            | "grand"
            | "head"
            | "others"
    )
}

/// Nouns joined to the first: `women and children`, `men, women and children`; both people or both things, the later ones
/// in the plural and without a number or determiner of their own.
fn joined(reading: &Reading<'_, '_>, number: &Number, first: Noun) -> Noun {
    let mut noun = first;
    for _ in 0..4 {
        let and = matches!(reading.lower(noun.end), "and" | "or") || reading.is_mark(noun.end, '&');
        let comma = reading.is_mark(noun.end, ',') && list_ends(reading, noun.end + 1);
        if !(and || comma) || noun.pronoun {
            break;
        }
        let start = noun.end + 1;
        let next = reading.tag(start);
        let opens = matches!(next, Tag::Adjective | Tag::Plural | Tag::Noun | Tag::Proper);
        let Some(other) = phrase(reading, start, false).filter(|_| opens) else { break };
        let same = people::is_people(reading, noun.head) == people::is_people(reading, other.head);
        // `killed 30 people and villages were burnt`
        let other_clause = reading.tag(other.end).is_finite() && number::is_governed(reading, number.start);
        if !same || other_clause || !is_plural(reading, noun.head) || units::is_time(reading.lower(other.head)) {
            break;
        }
        noun.end = other.end;
    }
    noun
}

/// Whether a list that goes on at a token ends with `and`: a noun or two before it.
fn list_ends(reading: &Reading<'_, '_>, start: usize) -> bool {
    let noun = |at: usize| matches!(reading.tag(at), Tag::Adjective | Tag::Plural | Tag::Noun);
    let end = if noun(start) && noun(start + 1) { start + 2 } else { start + 1 };
    noun(start) && matches!(reading.lower(end), "and" | "or") && reading.tag(end + 1) == Tag::Plural
}
