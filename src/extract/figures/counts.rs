//! Numbers that count a noun, printed or left out.

use super::kinds::{Kind, is_kind};
use super::number::Number;
use super::reading::Reading;
use super::statuses::is_event;
use super::units::Quantity;
use super::verdict::Verdict;
use super::{forms, nouns, people};
use crate::extract::{Bound, FigureKind, Tag};
use crate::lexicon::{Class, demonym, lemma};

/// `$40 billion`, `18,000 square kilometres`.
pub(super) fn amount(reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    let Some(unit) = &number.unit else { return magnitude(reading, number) };
    let (kind, rule) = match unit.quantity {
        Quantity::Money => (FigureKind::Money, "figures:money"),
        Quantity::Measure => (FigureKind::Measure, "figures:measure"),
        Quantity::Percent | Quantity::Time => return Verdict::Pass,
    };
    Verdict::take(kind, rule, number.start..number.end, None)
}

/// `magnitude 6.1`, `6.1-magnitude`.
fn magnitude(reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    let before = number.start.wrapping_sub(1);
    let behind = reading.behind_hyphen(number.tokens.end);
    // `measuring 7.1` without a unit
    let measured = matches!(reading.lower(before), "measuring" | "measured") && number.value < 10.0;
    if measured && number.value.fract() != 0.0 && number.unit.is_none() {
        return Verdict::take(FigureKind::Measure, "figures:magnitude", number.start..number.end, None);
    }
    let unit = if matches!(reading.lower(before), "magnitude") {
        before
    } else if matches!(reading.lower(behind), "magnitude") && number.value < 11.0 {
        behind
    } else {
        return Verdict::Pass;
    };
    let tokens = number.start.min(unit)..number.end.max(unit + 1);
    Verdict::take(FigureKind::Measure, "figures:magnitude", tokens, None).with_unit(Some(unit))
}

/// `30 small children`, `17 of the girls`, `a 15-member council`.
pub(super) fn counted(reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    if number.unit.is_some() {
        return Verdict::Pass;
    }
    if reading.is_hyphen(number.tokens.end) && forms::counts_members(reading, number.tokens.end + 1, number) {
        return members(reading, number);
    }
    let Some(noun) = nouns::counted(reading, number) else { return Verdict::Pass };
    if noun.head == number.end && is_state(reading.lower(noun.head)) {
        return Verdict::Pass;
    }
    let tokens = number.start..noun.end;
    if noun.pronoun {
        let kind = if is_said_of_people(reading, number, noun.end) { FigureKind::People } else { FigureKind::Count };
        let kind = if matches!(reading.lower(noun.head), "whom" | "us" | "others") { FigureKind::People } else { kind };
        return Verdict::take(kind, "figures:of-pronoun", tokens, None).elided();
    }
    Verdict::take(people::kind(reading, noun.head), "figures:counted", tokens, Some(noun.head))
}

fn members(reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    let member = number.tokens.end + 1;
    let people =
        matches!(reading.lower(member), "member" | "man" | "woman" | "person" | "people" | "strong" | "soldier");
    let kind = if people { FigureKind::People } else { FigureKind::Count };
    let noun = nouns::phrase(reading, member + 1, true);
    let end = noun.map_or(member + 1, |noun| noun.end);
    Verdict::take(kind, "figures:members", number.start..end, Some(member))
}

/// No noun: `86 have been freed`, `another six`, `rose to 24`, `12 dead`.
pub(super) fn elided(reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    if number.unit.is_some() || is_part_of_list(reading, number) && !is_subject(reading, number.end) {
        return Verdict::Pass;
    }
    let end = number.end;
    let more = usize::from(matches!(reading.lower(end), "more" | "others") && !reading.tag(end + 1).is_noun());
    let related = reading.lower(end) == "who" || reading.lower(end) == "whose";
    let evidence = number.bound == Bound::Vague && number.words
        || number.bound != Bound::Exact && number.bound != Bound::Between
        || more > 0
        || matches!(reading.lower(number.start), "another" | "a")
        || related
        || is_subject(reading, end)
        || is_object(reading, number)
        || is_labelled(reading, number)
        || is_of_nation(reading, end);
    if !evidence || number.is_small() && !is_clear(reading, number, end + more) {
        return Verdict::Pass;
    }
    let people = related || is_said_of_people(reading, number, end + more) || is_crowd(reading, number);
    let kind = if people { FigureKind::People } else { FigureKind::Count };
    Verdict::take(kind, "figures:elided", number.start..end + more, None).elided()
}

/// `The previous figure, 219,000, was`, `Deaths: 12`: behind a noun for a number, or for what happens.
fn is_labelled(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let mark = number.start.wrapping_sub(1);
    let noun = reading.lower(mark.wrapping_sub(1));
    let measure = is_kind(lemma(noun, Class::Noun), Kind::Measure);
    let closes = !reading.is_word(number.end);
    closes && (reading.is_mark(mark, ',') && measure || reading.is_mark(mark, ':') && (measure || is_event(noun)))
}

/// `hundreds are still there`: a vague number alone that does something is of people, unless it is said of things.
fn is_crowd(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let vague = number.bound == Bound::Vague && number.words;
    let thing = |at: usize| {
        let verb = lemma(reading.lower(at), Class::Verb);
        matches!(
            verb,
            "destroy" | "damage" | "close" | "cancel" | "sell" | "build" | "burn" | "collapse" | "cost" | "delay"
        )
    };
    vague && is_subject(reading, number.end) && !(number.end..number.end + 5).any(thing)
}

/// Whether only a nationality follows: `193 were Dutch, 43 Malaysian and 27 Australian`.
fn is_of_nation(reading: &Reading<'_, '_>, end: usize) -> bool {
    reading.is_capital(end) && demonym(reading.lower(end)).is_some() && !reading.tag(end + 1).is_noun()
}

/// Whether a number alone is the subject of a verb, or has a state: `31 got away`, `five injured`.
fn is_subject(reading: &Reading<'_, '_>, end: usize) -> bool {
    let adverb = usize::from(reading.tag(end) == Tag::Adverb);
    let tag = reading.tag(end + adverb);
    tag.is_finite() || tag == Tag::Participle || is_of_people(reading.lower(end + adverb))
}

/// Whether a number alone is what a verb or preposition of numbers leads to: `rose to 24`, `killing 12`, `from 300`.
fn is_object(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let closes = !reading.is_word(number.end)
        || matches!(reading.tag(number.end), Tag::Preposition | Tag::Conjunction | Tag::Adverb | Tag::Subordinator)
        || matches!(reading.lower(number.end), "a" | "an" | "per" | "each" | "last" | "this" | "next")
        || reading.in_time(number.end..number.end + 1)
        // `raises to 148 the number of`
        || reading.lower(number.end) == "the" && is_kind(reading.lower(number.end + 1), Kind::Measure);
    let before = number.start.wrapping_sub(1);
    let verb = reading.tag(before).is_verb()
        || is_of_people(reading.lower(before))
        || matches!(reading.lower(before), "totals" | "totalling" | "totaling" | "numbers" | "top" | "tops");
    let preposition = matches!(
        reading.lower(before),
        "to" | "from" | "by" | "at" | "of" | "than" | "with" | "was" | "is" | "were" | "are" | "for" | "all"
    );
    closes && (verb || preposition)
}

/// A small number in words is a pronoun or part of an idiom as often: it needs a state or a verb of harm.
fn is_clear(reading: &Reading<'_, '_>, number: &Number, end: usize) -> bool {
    reading.lower(number.start) == "another"
        || is_said_of_people(reading, number, end)
        || reading.tag(end) == Tag::Auxiliary && reading.lower_before(number.start, 1) != "the"
        || number.is_bounded()
        || is_of_group(reading, number.start)
}

/// `a crew of six`, `a family of four`
fn is_of_group(reading: &Reading<'_, '_>, start: usize) -> bool {
    reading.lower_before(start, 1) == "of"
        && matches!(
            reading.lower_before(start, 2),
            "mother"
                | "father"
                | "mum"
                | "dad"
                | "parents"
                | "crew"
                | "family"
                | "team"
                | "gang"
                | "squad"
                | "party"
                | "staff"
                | "population"
                | "force"
                | "army"
                | "garrison"
                | "workforce"
                | "total"
                | "crowd"
        )
}

/// A run of numbers alone: `12, 14, 16`.
fn is_part_of_list(reading: &Reading<'_, '_>, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let before = reading.is_mark(start.wrapping_sub(1), ',') && reading.is_digits(start.wrapping_sub(2));
    before || reading.is_mark(end, ',') && reading.is_digits(end + 1)
}

fn is_state(word: &str) -> bool {
    matches!(
        word,
        "dead"
            | "injured"
            | "wounded"
            | "missing"
            | "hurt"
            | "killed"
            | "arrested"
            | "homeless"
            | "unaccounted"
            | "alive"
            | "hospitalised"
            | "hospitalized"
    )
}

/// Whether the verb or state beside a number is one of people: `86 have been freed`, `killing 12`, `five missing`.
pub(super) fn is_said_of_people(reading: &Reading<'_, '_>, number: &Number, end: usize) -> bool {
    let behind = (end..end + 4).map(|at| reading.lower(at)).take_while(|word| !word.is_empty());
    let mut behind = behind.take_while(|word| !matches!(*word, "," | "and"));
    let before = reading.lower_before(number.start, 1);
    behind.any(is_of_people)
        || is_of_group(reading, number.start)
        || is_of_nation(reading, end)
        || is_of_people(before)
        || matches!(before, "killing" | "wounding" | "injuring" | "arresting" | "kill" | "kills")
        || matches!(before, "to" | "from" | "at" | "by") && is_toll(reading, number.start)
}

/// Whether a toll or `the number of` people is what changes: `the death toll from the floods rose to 128`.
fn is_toll(reading: &Reading<'_, '_>, start: usize) -> bool {
    /// How far back its noun may stand, in tokens.
    const BACK: usize = 16;
    let from = start.saturating_sub(BACK).max(reading.tokens.start);
    (from..start).any(|at| match reading.lower(at) {
        "toll" | "deaths" | "casualties" | "fatalities" => true,
        "number" => {
            let of = reading.lower(at + 1) == "of";
            of && nouns::phrase(reading, at + 2, true).is_some_and(|noun| people::is_people(reading, noun.head))
        }
        _ => false,
    })
}

fn is_of_people(word: &str) -> bool {
    is_state(word)
        || matches!(
            lemma(word, Class::Verb),
            "die"
                | "hold"
                | "drown"
                | "detain"
                | "rescue"
                | "evacuate"
                | "imprison"
                | "jail"
                | "sentence"
                | "execute"
                | "murder"
                | "flee"
                | "deport"
                | "release"
                | "free"
                | "return"
                | "kidnap"
                | "abduct"
                | "behead"
                | "survive"
                | "escape"
                | "convict"
                | "charge"
                | "acquit"
                | "displace"
                | "infect"
                | "hospitalise"
                | "perish"
                | "trap"
                | "recruit"
                | "shoot"
                | "stab"
                | "enlist"
                | "surrender"
                | "marry"
                | "vote"
                | "test"
                | "recover"
                | "treat"
                | "vaccinate"
                | "enrol"
                | "hire"
                | "fire"
                | "lay"
                | "protest"
                | "march"
                | "rally"
                | "demonstrate"
                | "gather"
                | "attend"
                | "quarantine"
        )
        || word == "unemployed"
}
