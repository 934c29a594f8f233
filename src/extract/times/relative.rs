//! Times told from another: `last week`, `this August`, `the following day`, `that year`, `the same month`.

use super::dates::is_month_alone;
use super::found::{Found, Meaning, Named, Reference, Which};
use super::reader::Reader;
use super::value::{Amount, Fine, Unit};
use super::words::{Frame, Word};
use crate::extract::Tag;

/// Which one a frame tells of. `the last year` is not `last year`: it is the year until now, a duration.
fn which(frame: Frame, the: bool) -> Option<Which> {
    Some(match frame {
        Frame::Last if !the => Which::Last,
        Frame::This => Which::This,
        Frame::Next if the => Which::Following,
        Frame::Next => Which::Next,
        Frame::Previous => Which::Previous,
        Frame::Same | Frame::That => Which::Same,
        Frame::Following => Which::Following,
        Frame::Coming if the => Which::Next,
        _ => return None,
    })
}

/// The article, `that same`, `the very next`: where the word that says which one stands.
fn frame_at(reader: &Reader<'_, '_>, at: usize) -> Option<(Frame, bool, usize)> {
    let the = reader.word(at) == Word::Article && !reader.is(at, &["a", "an"]);
    let first = if the { at + 1 } else { at };
    let first = if reader.is(first, &["very"]) { first + 1 } else { first };
    let Word::Frame(frame) = reader.word(first) else { return None };
    let that_same = matches!(frame, Frame::That | Frame::This) && reader.word(first + 1) == Word::Frame(Frame::Same);
    Some((if that_same { Frame::Same } else { frame }, the, if that_same { first + 2 } else { first + 1 }))
}

/// A frame with one unit: `last week`, `the next day`, `that same year`, `the past decade`.
pub(super) fn unit(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let (frame, the, noun) = frame_at(reader, at)?;
    let Word::Unit(unit) = reader.word(noun) else { return None };
    // `this second`, `the last minute`, `that quarter of the city`
    if unit.is_of_clock() && !matches!(frame, Frame::Past)
        || unit == Unit::Quarter && reader.is(noun + 1, &["of"]) && the
    {
        return None;
    }
    let end = noun + 1;
    // `last year's`, but `the last week of May` is a part of May, `that day-care centre` a name.
    if reader.is_hyphen(end) {
        return None;
    }
    let lasting = matches!(reader.before(at, 1), "for" | "over" | "within" | "during" | "throughout");
    let span = match frame {
        Frame::Last | Frame::Past => the,
        Frame::Next | Frame::Coming => the && lasting,
        _ => false,
    };
    if span {
        // `the last day of the trial`, `the last century`
        let last_of = frame == Frame::Last && reader.is(end, &["of"]);
        return (!last_of).then(|| Found::new(at, end, Meaning::Duration(Amount::ONE, unit)));
    }
    let which = which(frame, the)?;
    Some(Found::new(at, end, Meaning::Unit(unit, which)))
}

/// What is compared with the year before: `the same month last year`, `the same period a year earlier`.
pub(super) fn year_before(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let (Some((Frame::Same, true, noun)), true) = (frame_at(reader, at), reader.is(at, &["the"])) else { return None };
    let unit = match reader.word(noun) {
        Word::Unit(unit) if !unit.is_of_clock() && unit <= Unit::Quarter => unit,
        _ if reader.is(noun, &["period"]) => Unit::Year,
        _ => return None,
    };
    let year = if reader.is(noun + 1, &["of", "in"]) { noun + 2 } else { noun + 1 };
    let of_year = reader.word(year + 1) == Word::Unit(Unit::Year);
    let before = match reader.word(year) {
        Word::Frame(Frame::Last | Frame::Previous) if of_year => year + 2,
        Word::Article
            if matches!(reader.word(year + 1), Word::Frame(Frame::Last | Frame::Previous))
                && reader.word(year + 2) == Word::Unit(Unit::Year) =>
        {
            year + 3
        }
        Word::Article
            if of_year && (reader.word(year + 2) == Word::Ago || reader.is(year + 2, &["earlier", "before"])) =>
        {
            year + 3
        }
        _ => return None,
    };
    Some(Found::new(at, before, Meaning::YearBefore(unit)))
}

/// A frame with several units: `the last two years`, `the next few months`, `the past 24 hours`, `the following days`.
pub(super) fn units(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let the = reader.word(at) == Word::Article && !reader.is(at, &["a", "an"]);
    let mut end = if the { at + 1 } else { at };
    let start = end;
    let framed = matches!(reader.word(end), Word::Frame(_)) || reader.is(end, &["first", "final", "opening"]);
    if framed {
        end += 1;
    }
    let amount = reader.amount(end);
    end = amount.map_or(end, |(_, end)| end);
    if amount.is_some() && reader.is_hyphen(end) && reader.is(end + 1, &["plus"]) {
        end += 2;
    }
    // `the four previous weeks`, `several consecutive days`
    let framed = framed || matches!(reader.word(end), Word::Frame(_)) && amount.is_some();
    while matches!(reader.word(end), Word::Frame(_)) && amount.is_some()
        || reader.is(end, &["consecutive", "straight", "or", "so", "more", "trading", "working", "full"]) && end > start
    {
        end += 1;
    }
    let end = if reader.is_hyphen(end) { end + 1 } else { end };
    let Word::Units(unit) = reader.word(end) else { return None };
    if !framed {
        return None;
    }
    let frame = match reader.word(start) {
        Word::Frame(frame) => Some(frame),
        _ => None,
    };
    if amount.is_none() {
        match frame {
            Some(Frame::Recent) => return Some(Found::new(at, end + 1, Meaning::Reference(Reference::Past))),
            Some(Frame::These) if unit == Unit::Day => {
                return Some(Found::new(at, end + 1, Meaning::Reference(Reference::Present)));
            }
            Some(Frame::This | Frame::Same | Frame::That) | None => return None,
            Some(_) => {}
        }
    }
    // `the coming days and weeks`
    let twice =
        amount.is_none() && reader.is(end + 1, &["and", "or"]) && matches!(reader.word(end + 2), Word::Units(_));
    let end = if twice { end + 2 } else { end };
    let amount = amount.map_or(Amount::Vague, |(amount, _)| amount);
    Some(Found::new(at, end + 1, Meaning::Duration(amount, unit)))
}

/// A frame with something that has a name: `last August`, `next Sunday`, `this spring`, `that winter`.
pub(super) fn named(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let (frame, the, noun) = frame_at(reader, at)?;
    let (named, end) = match reader.word(noun) {
        Word::Month(month) if is_month_alone(reader, noun) || month != 3 && month != 5 => {
            (Named::Month(month), noun + 1)
        }
        Word::Weekday(day) => (Named::Weekday(day), noun + 1),
        Word::Season(season) => (Named::Season(season), noun + 1),
        _ => match super::feasts::feast(reader, noun)? {
            Found { meaning: Meaning::Named(named), tokens, .. } => (named, tokens.end),
            _ => return None,
        },
    };
    // `this summer of discontent`, `that fall in prices`
    let falls = reader.is(noun, &["fall", "spring"]) && reader.is(end, &["in", "of", "from"]);
    if falls || matches!(reader.word(end), Word::Digits(1000.., 4)) {
        return None;
    }
    // `the last Sunday` may be any, and so may `the next Sunday of the month`; `this past Sunday` is one.
    let past = matches!(frame, Frame::Past);
    let which = if past { Which::Last } else { which(frame, the && frame != Frame::Last)? };
    Some(Found::new(at, end, Meaning::NamedWhich(named, which)))
}

/// `the past`, `in future`, `the near future`, `the time being`, `present day`, `at the time`, `this period`.
pub(super) fn reference(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    if !matches!(reader.lower(at), "the" | "this" | "that" | "date" | "present" | "soon" | "future") {
        return None;
    }
    let found = |end, reference| Some(Found::new(at, end, Meaning::Reference(reference)));
    let before = reader.before(at, 1);
    let the = reader.is(at, &["the"]);
    let noun_behind = |at: usize| reader.is_word(at) && (reader.tag(at).is_noun() || reader.tag(at) == Tag::Adjective);
    let past = the && reader.is(at + 1, &["past"]) && matches!(before, "in" | "of" | "from");
    if past && !noun_behind(at + 2) && !reader.is_hyphen(at + 2) {
        return found(at + 2, Reference::Past);
    }
    if the && reader.is(at + 1, &["near", "short", "medium", "long"]) {
        let noun = reader.behind_hyphen(at + 2);
        return if reader.is(noun, &["term"]) && matches!(before, "in" | "for" | "over") {
            found(noun + 1, Reference::Future)
        } else if reader.is(at + 2, &["future"]) {
            found(at + 3, Reference::Future)
        } else {
            None
        };
    }
    let dates = ["back", "from", "the", "a", "an", "her", "him", "them", "it", "with"];
    if reader.is(at, &["date"]) && before == "to" && !reader.is(at + 1, &dates) {
        return found(at + 1, Reference::Present);
    }
    if reader.is(at, &["present"]) && reader.is(at + 1, &["day"]) {
        return found(at + 2, Reference::Present);
    }
    if reader.is(at, &["soon"]) && before == "very" {
        return found(at + 1, Reference::Future);
    }
    if the && reader.is(at + 1, &["day"]) && matches!(before, "end" | "ended" | "ending" | "closed" | "finished") {
        return Some(Found::new(at, at + 2, Meaning::Unit(Unit::Day, Which::The)));
    }
    let near = the && reader.is(at + 1, &["foreseeable", "distant", "immediate"]);
    if reader.is(if near { at + 2 } else { at + 1 }, &["future"]) && the {
        let end = if near { at + 3 } else { at + 2 };
        let of = reader.is(end, &["of"]) || reader.is_word(end) && reader.tag(end).is_noun() && !near;
        return if of && before != "in" { None } else { found(end, Reference::Future) };
    }
    if reader.is(at, &["future"]) && before == "in" {
        return if reader.is_word(at + 1) && reader.tag(at + 1).is_noun() {
            None
        } else {
            found(at + 1, Reference::Future)
        };
    }
    let present = |words: &[&str]| words.iter().enumerate().all(|(by, word)| reader.lower(at + by) == *word);
    if present(&["the", "time", "being"]) {
        return found(at + 3, Reference::Present);
    }
    for words in [["the", "present", "day"], ["the", "moment", ""], ["the", "present", ""], ["this", "moment", ""]] {
        let length = words.iter().filter(|word| !word.is_empty()).count();
        if present(&words[..length]) && (matches!(before, "at" | "to" | "until") || length == 3) {
            return found(at + length, Reference::Present);
        }
    }
    let told = matches!(before, "at" | "during" | "by" | "in" | "throughout" | "from" | "until" | "around" | "of");
    let noun = reader.is(at + 1, &["time", "period"]);
    let at_time = before == "at" && the && reader.is(at + 1, &["time"]);
    let this = reader.is(at, &["that", "this"]) && noun;
    ((at_time || this && told) && !reader.is_possessive(at + 2)).then(|| Found::new(at, at + 2, Meaning::Story))
}

/// What has a place in the calendar that nobody here knows: `the 93rd anniversary`, `on the seventh day`, `the rainy
/// season`.
pub(super) fn unplaced(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let first = if reader.is(at, &["the", "a", "its", "their"]) { at + 1 } else { at };
    let open = |end, fine| Some(Found::new(at, end, Meaning::Open(fine)));
    let seasons = ["dry", "rainy", "wet", "monsoon", "harvest", "hurricane", "planting", "lean"];
    if reader.is(first, &seasons) && reader.is(first + 1, &["season"]) {
        return open(first + 2, Fine::Whole);
    }
    let noun = match reader.ordinal(first) {
        Some((_, noun)) if reader.is(noun, &["anniversary"]) => return open(noun + 1, Fine::AnyDay),
        Some((_, noun)) => noun,
        None if reader.is(first, &["final", "last"]) => first + 1,
        None => return None,
    };
    let led = matches!(reader.before(at, 1), "on" | "by" | "until" | "towards" | "toward" | "of" | "during");
    let day = matches!(reader.word(noun), Word::Unit(Unit::Day) | Word::Part(_));
    if !(led && day && reader.is(at, &["the"])) || reader.is_hyphen(noun + 1) {
        return None;
    }
    let found = Found::new(at, noun + 1, Meaning::Open(Fine::AnyDay));
    Some(if let Word::Part(part) = reader.word(noun) { found.with_part(part, noun + 1) } else { found })
}

/// `for a long time`, `a short period of time`: how long nobody says.
pub(super) fn some_time(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let first = if reader.is(at, &["a"]) { at + 1 } else { return None };
    let noun =
        if reader.is(first, &["long", "short", "prolonged", "considerable", "brief"]) { first + 1 } else { first };
    let end = if reader.is(noun, &["period"]) && reader.is(noun + 1, &["of"]) && reader.is(noun + 2, &["time"]) {
        noun + 3
    } else if noun > first
        && reader.is(noun, &["time", "while"])
        && matches!(reader.before(at, 1), "for" | "after" | "in")
    {
        noun + 1
    } else {
        return None;
    };
    Some(Found::new(at, end, Meaning::Duration(Amount::Vague, Unit::Day)))
}

/// `over the weekend`, `that date`.
pub(super) fn weekend(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    if !matches!(reader.lower(at + 1), "weekend" | "date") {
        return None;
    }
    let before = matches!(reader.before(at, 1), "over" | "at" | "during" | "throughout" | "on" | "of");
    if reader.is(at, &["the"]) && reader.is(at + 1, &["weekend"]) && before && !reader.is_hyphen(at + 2) {
        return Some(Found::new(at, at + 2, Meaning::Unit(Unit::Weekend, Which::The)));
    }
    let date = reader.is(at, &["this", "that"]) && reader.is(at + 1, &["date"]);
    date.then(|| Found::new(at, at + 2, Meaning::Unit(Unit::Day, Which::Same)))
}
