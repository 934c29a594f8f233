//! Sets what is given of a fact.

use super::place::occurrences;
use super::values::Given;
use crate::extract::named::{
    BOUNDS, CUE_CLASSES, ENTITY_KINDS, FIGURE_KINDS, QUOTE_KINDS, TIME_BASES, TIME_TYPES, cue_class, entity_kind,
    figure_kind, quote_kind, time_basis, time_type,
};
use crate::extract::{Counted, Cue, Entity, Figure, Quote, Source, Time};
use crate::read::period;
use crate::text::Span;
use jiff::civil::Date;

/// Why something cannot be set, and what to do about it.
pub(super) type Misfit = (String, String);

/// What may be set by a key.
pub(super) type Values<'g> = &'g [(&'static str, Given)];

fn text(given: &Given) -> Option<String> {
    match given {
        Given::Text(text) => Some(text.clone()),
        _ => None,
    }
}

fn list(given: &Given) -> Vec<String> {
    match given {
        Given::List(list) => list.clone(),
        _ => Vec::new(),
    }
}

fn number(given: &Given) -> Option<f64> {
    match given {
        Given::Number(number) => Some(*number),
        _ => None,
    }
}

/// The value of this name; else what it was.
fn named<T: Copy>(given: &Given, all: &[T], name: fn(T) -> &'static str, was: T) -> T {
    let wanted = text(given).unwrap_or_default();
    all.iter().copied().find(|value| name(*value) == wanted).unwrap_or(was)
}

/// A source by its name, with the entity that has it, if there is one.
fn source(name: &str, entities: &[Entity]) -> Source {
    let same = |entity: &Entity| entity.name == name || entity.aliases.iter().any(|alias| alias == name);
    Source { name: name.to_owned(), span: None, entity: entities.iter().position(same) }
}

fn counted(given: &Given, text_of_article: &str, near: Span) -> Option<Counted> {
    let words = text(given)?;
    let span = nearest(text_of_article, &words, near);
    Some(Counted { text: words, span })
}

/// Where words stand nearest to a place.
fn nearest(text: &str, words: &str, to: Span) -> Option<Span> {
    let away = |span: &Span| span.start.saturating_sub(to.end).max(to.start.saturating_sub(span.end));
    occurrences(text, words).into_iter().min_by_key(away)
}

/// Sets all of a figure but `part_of`.
pub(super) fn figure(
    figure: &mut Figure,
    values: Values<'_>,
    text_of_article: &str,
    entities: &[Entity],
) -> Result<(), Misfit> {
    for (key, given) in values {
        match *key {
            "number" => {
                let words = text(given).unwrap_or_default();
                let found = occurrences(figure.span.of(text_of_article), &words);
                let [number] = found.as_slice() else {
                    let message =
                        format!("expected the number “{words}” once in the words, but found it {} times", found.len());
                    return Err((message, "write the words of the number as they stand in the fact's".to_owned()));
                };
                figure.number = number.shifted(figure.span.start as usize);
            }
            "low" => figure.low = number(given),
            "high" => figure.high = number(given),
            "bound" => figure.bound = named(given, &BOUNDS, crate::extract::Bound::word, figure.bound),
            "kind" => figure.kind = named(given, &FIGURE_KINDS, figure_kind, figure.kind),
            "unit" => figure.unit = text(given),
            "counted" => figure.counted = counted(given, text_of_article, figure.span),
            "status" => figure.status = text(given),
            "population" => figure.population = list(given),
            "of_place" => figure.of_place = text(given),
            "at_place" => figure.at_place = text(given),
            "as_of" => figure.as_of = text(given),
            "sources" => figure.sources = list(given).iter().map(|name| source(name, entities)).collect(),
            _ => {}
        }
    }
    match (figure.low, figure.high) {
        (Some(low), Some(high)) if low > high => {
            let message = format!("expected `low` up to `high`, but found {low} and {high}");
            Err((message, "change the two, or write \"none\" for the one that is open".to_owned()))
        }
        _ => Ok(()),
    }
}

/// What would be counted by an unknown number.
pub(super) fn unknown(values: Values<'_>, text_of_article: &str, near: Span) -> Option<Counted> {
    let (_, given) = values.iter().find(|(key, _)| *key == "counted")?;
    counted(given, text_of_article, near)
}

/// Sets all of a quotation.
pub(super) fn quote(
    quote: &mut Quote,
    values: Values<'_>,
    text_of_article: &str,
    entities: &[Entity],
) -> Result<(), Misfit> {
    for (key, given) in values {
        match *key {
            "kind" => quote.kind = named(given, &QUOTE_KINDS, quote_kind, quote.kind),
            "cue" => {
                let class = quote.cue.map_or(Default::default(), |cue| cue.class);
                let words = text(given);
                let span = words.as_ref().and_then(|words| nearest(text_of_article, words, quote.span));
                if let (Some(words), None) = (&words, span) {
                    let message = format!("expected the cue “{words}” in the text, but found it nowhere");
                    return Err((message, "write it as it stands in the text".to_owned()));
                }
                quote.cue = span.map(|span| Cue { span, class });
            }
            "class" => {
                if let Some(cue) = &mut quote.cue {
                    cue.class = named(given, &CUE_CLASSES, cue_class, cue.class);
                }
            }
            "speaker" => quote.speaker = text(given).map(|name| source(&name, entities)),
            "via" => quote.via = list(given).iter().map(|name| source(name, entities)).collect(),
            _ => {}
        }
    }
    Ok(())
}

/// Sets all of a time.
pub(super) fn time(time: &mut Time, values: Values<'_>) {
    for (key, given) in values {
        match *key {
            "type" => time.kind = named(given, &TIME_TYPES, time_type, time.kind),
            "value" => {
                time.value = text(given).unwrap_or_default();
                (time.earliest, time.latest) = interval(&time.value);
                time.anchor = None;
            }
            "basis" => time.basis = named(given, &TIME_BASES, time_basis, time.basis),
            _ => {}
        }
    }
}

/// The first and the last day of a value: `2016-06`, `2016-06-05T16:21`, `2011/..`, `2011/2014`. Of what is written in
/// other ways, as `1944-SU`, those of its year.
fn interval(value: &str) -> (Option<Date>, Option<Date>) {
    let (first, last) = value.split_once('/').unwrap_or((value, value));
    let days = |point: &str| {
        let day = point.split('T').next().unwrap_or_default();
        period(day).or_else(|| period(day.get(..4)?))
    };
    (days(first).map(|(first, _)| first), days(last).map(|(_, last)| last))
}

/// Sets all of an entity but its mentions.
pub(super) fn entity(entity: &mut Entity, values: Values<'_>) {
    for (key, given) in values {
        let position = entity.position.unwrap_or_default();
        match *key {
            "name" => entity.name = text(given).unwrap_or_default(),
            "kind" => entity.kind = named(given, &ENTITY_KINDS, entity_kind, entity.kind),
            "aliases" => entity.aliases = list(given),
            "roles" => entity.roles = list(given),
            "country" => entity.country = text(given),
            "lat" => entity.position = number(given).map(|latitude| (latitude as f32, position.1)),
            "lon" => entity.position = number(given).map(|longitude| (position.0, longitude as f32)),
            _ => {}
        }
    }
}

/// Whether a mention speaks, where that is given.
pub(super) fn speaks(values: Values<'_>) -> Option<bool> {
    values.iter().find_map(|(_, given)| match given {
        Given::Flag(flag) => Some(*flag),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_have_their_days() {
        let days = |value| {
            let (first, last) = interval(value);
            format!("{first:?} {last:?}").replace("Some(", "").replace(')', "")
        };
        assert_eq!(days("2016-06"), "2016-06-01 2016-06-30");
        assert_eq!(days("2016-06-05T16:21"), "2016-06-05 2016-06-05");
        assert_eq!(days("2011/.."), "2011-01-01 None");
        assert_eq!(days("2011/2014-02"), "2011-01-01 2014-02-28");
        assert_eq!(days("1944-SU"), "1944-01-01 1944-12-31");
        assert_eq!(days("P3D"), "None None");
    }
}
