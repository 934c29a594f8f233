//! Where it is: the places of a map, with the list beside it.

use super::STEP;
use crate::explorer::columns::{ARROW, Count, Row, RowKind, Value};
use crate::explorer::count::{counted, first_of};
use crate::explorer::evaluation::Evaluation;
use crate::explorer::fact::NONE;
use crate::explorer::filter::Field;
use crate::explorer::screen::{PlaceFlow, PlaceMark, Places, Table};
use crate::explorer::table::{cell, columns, link};
use crate::extract::EntityKind;
use crate::extract::named::entity_kind;
use crate::index::Error;
use crate::lexicon::PlaceKind;
use crate::order::{by_key, down, pair};

/// So many places are on the map at most: more would be one grey.
const ON_MAP: usize = 1000;
/// So many flows are told.
const FLOWS: usize = 40;

/// How often a place is named, and how many figures are of it or at it.
#[derive(Clone, Copy, Default)]
struct Tally {
    mentions: u32,
    figures: u32,
    articles: u32,
    /// One more than the last article that it was met in.
    last: u32,
}

impl Tally {
    fn add(&mut self, row: &Row) {
        match row.kind {
            RowKind::Name => self.mentions += 1,
            RowKind::Figure => self.figures += 1,
            _ => return,
        }
        self.articles += u32::from(self.last != row.article + 1);
        self.last = row.article + 1;
    }

    fn words(self) -> String {
        let mut words = Vec::new();
        if self.mentions > 0 {
            words.push(counted(self.mentions.into(), "mention", "mentions"));
        }
        if self.figures > 0 {
            words.push(counted(self.figures.into(), "figure", "figures"));
        }
        [&words.join(", "), " in ", &counted(self.articles.into(), "article", "articles")].concat()
    }
}

/// The places that query and filters leave, but for the filters of places themselves.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(in crate::explorer) fn places(evaluation: &Evaluation) -> Result<Places, Error> {
    let state = evaluation.state;
    let mut tallied = tallies(evaluation, Field::Place, &|_| true)?;
    // What speaks is named as somebody is.
    let speaks = |value: &Value| value.noun == entity_kind(EntityKind::Place);
    tallied.extend(tallies(evaluation, Field::Name, &speaks)?);
    by_key(&mut tallied, |(_, tally)| pair(down(tally.mentions + tally.figures), down(tally.articles)));
    let shown = state.view.number("rows", STEP);
    let marks: Vec<PlaceMark> = tallied.iter().enumerate().map(|(at, of)| mark(evaluation, of, at < shown)).collect();
    let row = |mark: &PlaceMark| {
        let mut cells =
            vec![link(mark.label.as_str(), mark.include.clone()), cell(mark.kind), cell(mark.country.as_str())];
        cells.extend(mark.numbers.iter().map(|number| cell(number.to_string())));
        cells
    };
    Ok(Places {
        sentence: sentence(&marks),
        shown: marks.len().min(shown) as u32,
        total: marks.len() as u32,
        flows: flows(evaluation)?,
        more: state.more("rows", marks.len(), shown, STEP),
        table: Table {
            caption: first_of("Places", marks.len(), marks.len() as u64, "places"),
            columns: columns(&[
                ("Place", false),
                ("Kind", false),
                ("Country", false),
                ("mentions", true),
                ("figures", true),
                ("articles", true),
            ]),
            rows: marks.iter().map(row).collect(),
        },
        marks: marks.into_iter().take(shown.max(ON_MAP)).collect(),
    })
}

fn tallies<'a>(
    evaluation: &Evaluation<'a>,
    field: Field,
    wanted: &dyn Fn(&Value) -> bool,
) -> Result<Vec<(&'a Value, Tally)>, Error> {
    let columns = evaluation.columns()?;
    let mut tallies = vec![Tally::default(); columns.names.len()];
    for (at, row) in evaluation.rows(Some(field))? {
        columns.values(at).iter().for_each(|value| tallies[*value as usize].add(row));
    }
    let tallied = columns.names.iter().zip(tallies);
    let is_one = |value: &Value| value.field == field && value.name != NONE && wanted(value);
    Ok(tallied.filter(|(value, tally)| tally.articles > 0 && is_one(value)).collect())
}

fn mark(evaluation: &Evaluation, (value, tally): &(&Value, Tally), listed: bool) -> PlaceMark {
    let (state, field, name) = (evaluation.state, value.field, &value.name);
    let speaks = field == Field::Name;
    let spot = value.spot.as_ref();
    let hundredths = |degrees: f32| f64::from((degrees * 100.0).round() as i32) / 100.0;
    PlaceMark {
        label: name.clone(),
        kind: match spot.map(|spot| spot.kind) {
            _ if speaks => "speaks",
            None => "unknown",
            Some(Some(PlaceKind::Country)) => "country",
            Some(Some(PlaceKind::Area)) => "area",
            Some(Some(PlaceKind::Region)) => "region",
            // Who gives a position by hand means a point.
            Some(Some(PlaceKind::City) | None) => "town",
        },
        country: spot.and_then(|spot| spot.country.clone()).unwrap_or_default(),
        position: spot.filter(|_| !speaks).map(|spot| [hundredths(spot.position.0), hundredths(spot.position.1)]),
        numbers: [tally.mentions, tally.figures, tally.articles],
        text: tally.words(),
        choice: state.choice(field, name),
        include: state.toggled(field, false, name),
        exclude: if listed { state.toggled(field, true, name) } else { String::new() },
    }
}

fn sentence(marks: &[PlaceMark]) -> String {
    if marks.is_empty() {
        return "No place is left by search and filters.".to_owned();
    }
    let mut sentence = "How often each place is named, and between which places people are counted.".to_owned();
    let number = |kind: &str| marks.iter().filter(|mark| mark.kind == kind).count() as u64;
    let mut say = |number: u64, one: &str, several: &str| {
        if number > 0 {
            sentence.push(' ');
            sentence.push_str(&counted(number, one, several));
        }
    };
    say(
        number("speaks"),
        "place stands for who governs or speaks there, as in “Moscow said”, and is in the list alone.",
        "places stand for who governs or speaks there, as in “Moscow said”, and are in the list alone.",
    );
    say(
        number("unknown"),
        "place is in no gazetteer, and in the list alone.",
        "places are in no gazetteer, and in the list alone.",
    );
    let placed = marks.iter().skip(ON_MAP).filter(|mark| mark.position.is_some()).count() as u64;
    say(placed, "place is named too seldom for the map.", "places are named too seldom for the map.");
    sentence
}

fn flows(evaluation: &Evaluation) -> Result<Vec<PlaceFlow>, Error> {
    let state = evaluation.state;
    let rows = evaluation.rows(Some(Field::Flow))?.filter(|(_, row)| row.kind == RowKind::Figure);
    let mut counts = evaluation.columns()?.count(rows, Field::Flow);
    by_key(&mut counts, |count| pair(down(count.rows[0]), down(count.articles)));
    let flow = |count: &Count| {
        let name = &count.value.name;
        let (from, to) = name.split_once(ARROW)?;
        let figures = counted(count.rows[0].into(), "figure", "figures");
        let articles = counted(count.articles.into(), "article", "articles");
        Some(PlaceFlow {
            from: from.to_owned(),
            to: to.to_owned(),
            number: count.rows[0],
            text: [&figures, " in ", &articles].concat(),
            chosen: state.chooses(Field::Flow, false, name),
            include: state.toggled(Field::Flow, false, name),
        })
    };
    Ok(counts.iter().take(FLOWS).filter_map(flow).collect())
}
