//! Every fact of an edition as a row, in columns: what filters look at, and what charts count.
//!
//! A row has some values, each of a [`Field`]; a value is a number, and stands once for all rows that have it. Whatever the
//! filters, a pass over the rows tells for each which fields leave it out ([`Columns::failing`]). So a chart of one field
//! counts what the filters of all *other* fields leave in one more pass, as
//! [crossfilter](https://github.com/crossfilter/crossfilter) does it.

use super::fact::{NONE, mentions};
use super::filter::{Field, Sieve, days};
use super::selection::Part;
use crate::compare::Questions;
use crate::compare::Voice;
use crate::extract::named::{cue_class, entity_kind, figure_kind, quote_kind};
use crate::extract::{EntityKind, Facts, Figure, Source, remainders};
use crate::index::{Edition, Error, ranked};
use crate::lexicon::PlaceKind;
use crate::read::day_number;
use crate::text::{Span, fold};
use core::cell::OnceCell;

/// What a row is, beyond its part: only some figures are said by an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RowKind {
    /// A figure.
    Figure,
    /// What is left over of a figure: worked out.
    Computed,
    /// What an article says is not known.
    Unknown,
    /// A quotation.
    Quote,
    /// A temporal expression.
    Time,
    /// A mention of a name.
    Name,
}

/// A fact.
#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    pub kind: RowKind,
    pub article: u32,
    /// Counted among the facts of its kind in its article; of what is left over, its place among the remainders.
    pub ordinal: u32,
    /// Counted over the sentences of all articles.
    pub sentence: u32,
    /// Of a figure its place among the figures of all articles, of what is left over that of its whole; else [`NO_FIGURE`].
    pub figure: u32,
    /// First and last day that it tells of; the least and the greatest number where an end is open.
    pub days: Option<(i32, i32)>,
    /// Where its values end in the list of all; they begin where those of the row before end.
    end: u32,
}

/// The place of what is no figure.
pub(super) const NO_FIGURE: u32 = u32::MAX;

/// A value that rows have in a field.
#[derive(Clone, Debug)]
pub(super) struct Value {
    pub field: Field,
    /// As the first row spells it.
    pub name: String,
    folded: String,
    /// Of a name what it names: `person`, `organisation` …; of a source what kind it is: `person`, `office`, `agency` …
    pub noun: &'static str,
    /// Of a place what is known of it.
    pub spot: Option<Spot>,
}

/// What is known of a place.
#[derive(Clone, Debug)]
pub(super) struct Spot {
    /// What it is; none where the gazetteer does not have it.
    pub kind: Option<PlaceKind>,
    /// The code of its country.
    pub country: Option<String>,
    /// Latitude and longitude in degrees.
    pub position: (f32, f32),
}

/// Every fact of an edition.
pub(super) struct Columns {
    pub rows: Vec<Row>,
    values: Vec<u32>,
    pub names: Vec<Value>,
    sentences: u32,
}

impl RowKind {
    /// The part of an article that a link to it selects.
    pub fn part(self) -> Part {
        match self {
            Self::Figure | Self::Computed => Part::Figure,
            Self::Unknown => Part::Unknown,
            Self::Quote => Part::Quote,
            Self::Time => Part::Time,
            Self::Name => Part::Name,
        }
    }

    /// What it is, in a word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Figure => "figure",
            Self::Computed => "computed",
            Self::Unknown => "unknown",
            Self::Quote => "quote",
            Self::Time => "time",
            Self::Name => "name",
        }
    }

    /// Whether it stands in the ledger.
    pub fn in_ledger(self) -> bool {
        matches!(self, Self::Figure | Self::Computed | Self::Unknown)
    }

    /// The fields, as [`Field::bit`]s, of which it must itself have what a filter asks for. Of the rest, it is enough that it
    /// stands in one sentence with what has it.
    fn own(self) -> u32 {
        const FIGURE: u32 = Field::Kind.bit()
            | Field::Status.bit()
            | Field::Population.bit()
            | Field::Bound.bit()
            | Field::Question.bit()
            | Field::Source.bit()
            | Field::Flow.bit();
        match self {
            Self::Figure | Self::Computed | Self::Unknown => FIGURE,
            Self::Quote => Field::Source.bit() | Field::Said.bit() | Field::Cue.bit(),
            Self::Time => Field::Mentioned.bit(),
            Self::Name => 0,
        }
    }
}

/// Rows in the making.
struct Writer<'q> {
    questions: &'q Questions,
    /// The place of the article's first figure among all.
    first: usize,
    rows: Vec<Row>,
    /// Of each value of each row its place in `names`.
    values: Vec<u32>,
    /// The values, not many twice.
    names: Vec<Value>,
}

/// So many values are looked back at before one is taken for new: most rows have what those beside them have, and what is met
/// again later is joined when all are sorted.
const LOOKED_BACK: usize = 128;

impl Writer<'_> {
    fn value(&mut self, field: Field, name: &str) -> &mut Value {
        let from = self.names.len().saturating_sub(LOOKED_BACK);
        let known = self.names[from..].iter().rposition(|value| value.field == field && value.name == name);
        let at = from + known.unwrap_or(self.names.len() - from);
        if known.is_none() {
            self.names.push(Value { field, name: name.to_owned(), folded: fold(name), noun: "", spot: None });
        }
        self.values.push(at as u32);
        &mut self.names[at]
    }

    fn row(&mut self, kind: RowKind, article: u32, ordinal: usize, sentence: u32, days: Option<(i32, i32)>) {
        let end = self.values.len() as u32;
        self.rows.push(Row { kind, article, ordinal: ordinal as u32, sentence, figure: NO_FIGURE, days, end });
    }

    /// What the figure of the next row answers, and which it is.
    fn answer(&mut self, figure: usize) -> u32 {
        let question = self.questions.answer(self.first + figure).question;
        let question = question.and_then(|question| self.questions.questions.get(question as usize));
        self.each(Field::Question, question.map(|question| question.id.as_str()));
        (self.first + figure) as u32
    }

    /// The values of some words; of none, that it has none.
    fn each<'n>(&mut self, field: Field, names: impl IntoIterator<Item = &'n str>) {
        let before = self.values.len();
        for name in names {
            self.value(field, name);
        }
        if self.values.len() == before {
            self.value(field, NONE);
        }
    }

    fn sources(&mut self, sources: &mut dyn Iterator<Item = &Source>) {
        self.each(Field::Source, sources.map(|source| source.name.as_str()));
    }

    /// What a figure says, but for who says it.
    fn figure(&mut self, figure: &Figure, facts: &Facts) {
        self.value(Field::Kind, figure_kind(figure.kind));
        self.value(Field::Bound, figure.bound.word());
        self.each(Field::Status, figure.status.as_deref());
        self.each(Field::Population, figure.population.iter().map(String::as_str));
        let (from, to) = (places_of(figure.of_place.as_deref(), facts), places_of(figure.at_place.as_deref(), facts));
        for place in &from {
            self.value(Field::Place, place);
        }
        for place in to.iter().filter(|place| !from.contains(place)) {
            self.value(Field::Place, place);
        }
        for from in &from {
            for to in to.iter().filter(|to| *to != from) {
                self.value(Field::Flow, &[from, ARROW, to].concat());
            }
        }
    }

    fn of_figure(&mut self, figure: u32) {
        if let Some(row) = self.rows.last_mut() {
            row.figure = figure;
        }
    }

    fn article(&mut self, article: u32, facts: &Facts, sentence: &dyn Fn(Span) -> u32) {
        for (at, figure) in facts.figures.iter().enumerate() {
            self.figure(figure, facts);
            self.sources(&mut figure.sources.iter());
            let answer = self.answer(at);
            self.row(RowKind::Figure, article, at, sentence(figure.span), figure.as_of.as_deref().and_then(days_of));
            self.of_figure(answer);
        }
        for (at, remainder) in remainders(facts).iter().enumerate() {
            self.figure(&remainder.as_figure(facts), facts);
            let answer = self.answer(remainder.whole);
            self.row(RowKind::Computed, article, at, sentence(facts.figures[remainder.whole].span), None);
            self.of_figure(answer);
        }
        for (at, unknown) in facts.unknowns.iter().enumerate() {
            self.row(RowKind::Unknown, article, at, sentence(unknown.span), None);
        }
        for (at, quote) in facts.quotes.iter().enumerate() {
            self.sources(&mut quote.speaker.iter().chain(&quote.via));
            self.value(Field::Said, quote_kind(quote.kind));
            self.each(Field::Cue, quote.cue.map(|cue| cue_class(cue.class)));
            self.row(RowKind::Quote, article, at, sentence(quote.span), None);
        }
        for (at, time) in facts.times.iter().enumerate() {
            let ends = (time.earliest.map_or(i32::MIN, day_number), time.latest.map_or(i32::MAX, day_number));
            let known = time.earliest.is_some() || time.latest.is_some();
            self.row(RowKind::Time, article, at, sentence(time.span), known.then_some(ends));
        }
        for (at, (entity, mention)) in mentions(facts).into_iter().enumerate() {
            let entity = &facts.entities[entity];
            // A place that speaks is named as somebody is, and lies nowhere.
            let lies = entity.kind == EntityKind::Place && !mention.speaks;
            let value = self.value(if lies { Field::Place } else { Field::Name }, &entity.name);
            if value.noun.is_empty() {
                value.noun = entity_kind(entity.kind);
            }
            if let (None, Some(position)) = (&value.spot, entity.position) {
                value.spot = Some(Spot { kind: entity.place, country: entity.country.clone(), position });
            }
            self.row(RowKind::Name, article, at, sentence(mention.span), None);
        }
    }
}

/// What stands between the two places of a [`Field::Flow`].
pub(super) const ARROW: &str = " → ";

/// The places of a value: `Syria and Iraq` is two, where the article names both.
fn places_of<'v>(value: Option<&'v str>, facts: &Facts) -> Vec<&'v str> {
    let Some(value) = value else { return Vec::new() };
    let is_named = |name: &str| facts.entities.iter().any(|of| of.kind == EntityKind::Place && of.name == name);
    let parts: Vec<&str> = value.split(", ").flat_map(|part| part.split(" and ")).collect();
    if !is_named(value) && parts.iter().all(|part| is_named(part)) { parts } else { vec![value] }
}

/// The days that a value of TIMEX3 spans, where it is one of the calendar.
fn days_of(value: &str) -> Option<(i32, i32)> {
    let ends: Vec<&str> = value.split('/').map(|end| if end == ".." { "" } else { end }).collect();
    days(&ends.join(".."))
}

/// The facts of an edition, read into their place when they are first asked for.
///
/// # Errors
/// A block of the edition is damaged.
pub(super) fn filled<'a>(place: &'a OnceCell<Columns>, edition: &Edition) -> Result<&'a Columns, Error> {
    if let Some(columns) = place.get() {
        return Ok(columns);
    }
    let columns = Columns::read(edition)?;
    Ok(place.get_or_init(|| columns))
}

impl Columns {
    /// Reads the facts of all articles.
    ///
    /// # Errors
    /// A block of the edition is damaged.
    pub fn read(edition: &Edition) -> Result<Self, Error> {
        let questions = edition.questions()?;
        let mut writer = Writer { questions, first: 0, rows: Vec::new(), values: Vec::new(), names: Vec::new() };
        let mut sentences = 0;
        for article in 0..edition.articles() {
            let layout = edition.layout(article)?;
            let ends: Vec<u32> = layout.sentences.iter().map(|sentence| sentence.span.end).collect();
            let sentence = |span: Span| sentences + ends.partition_point(|end| *end <= span.start) as u32;
            let facts = &edition.facts(article)?.facts;
            writer.article(article, facts, &sentence);
            writer.first += facts.figures.len();
            // One more: what stands behind the last sentence is in none.
            sentences += ends.len() as u32 + 1;
        }
        // Two spellings that fold alike are one value, as the first row spells it.
        let mut keys = Vec::new();
        for value in &writer.names {
            keys.push([value.field.id(), ":", &value.folded].concat());
        }
        let (distinct, places) = ranked(&keys);
        let mut names: Vec<Option<Value>> = vec![None; distinct.len()];
        for (place, name) in places.iter().zip(writer.names) {
            let known = names[*place as usize].get_or_insert_with(|| name.clone());
            known.spot = known.spot.take().or(name.spot);
        }
        let mut values = writer.values;
        values.iter_mut().for_each(|value| *value = places[*value as usize]);
        // They are in the order of their folded names, as the kinds of sources are.
        let sources = names.iter_mut().flatten().filter(|value| value.field == Field::Source && value.name != NONE);
        let voices = questions.sources.iter();
        sources.zip(voices).for_each(|(value, voice)| value.noun = Voice::of_code(*voice).word());
        Ok(Self { rows: writer.rows, values, names: names.into_iter().flatten().collect(), sentences })
    }

    /// The values of a row.
    pub fn values(&self, row: usize) -> &[u32] {
        let start = row.checked_sub(1).map_or(0, |before| self.rows[before].end);
        self.values.get(start as usize..self.rows[row].end as usize).unwrap_or(&[])
    }

    /// What a value of a field names: see [`Value::noun`]. Empty where it is not known.
    pub fn kind_of(&self, field: Field, name: &str) -> &'static str {
        let folded = fold(name);
        // They are in the order of field and folded name.
        let key = (field.id(), folded.as_str());
        let at = self.names.partition_point(|value| (value.field.id(), value.folded.as_str()) < key);
        self.names
            .get(at)
            .filter(|value| (value.field.id(), value.folded.as_str()) == key)
            .map_or("", |value| value.noun)
    }

    /// For each row the fields whose filters leave it out, as [`Field::bit`]s.
    ///
    /// A row passes a field's filters where it has one of the values asked for (or lies in one of the periods), and none of
    /// those excluded. A row of a kind that the field does not describe passes where it stands in one sentence with one that
    /// does: so a status leaves the names that stand beside figures of it.
    pub fn failing(&self, sieve: &Sieve) -> Vec<u32> {
        let asked = sieve.asked();
        if !sieve.looks_at_facts() {
            return vec![0; self.rows.len()];
        }
        let fits: Vec<(bool, bool)> = self.names.iter().map(|value| sieve.fits(value.field, &value.folded)).collect();
        let mut wanted = vec![0u32; self.rows.len()];
        let mut unwanted = vec![0u32; self.rows.len()];
        let mut beside = vec![0u32; self.sentences as usize + 1];
        for (at, row) in self.rows.iter().enumerate() {
            for value in self.values(at) {
                let bit = self.names[*value as usize].field.bit();
                let (included, excluded) = fits[*value as usize];
                wanted[at] |= if included { bit } else { 0 };
                unwanted[at] |= if excluded { bit } else { 0 };
            }
            let (included, excluded) = sieve.fits_days(row.days);
            wanted[at] |= if included { Field::Mentioned.bit() } else { 0 };
            unwanted[at] |= if excluded { Field::Mentioned.bit() } else { 0 };
            // What two figures of a sentence have between them, neither has.
            let own = row.kind.own();
            let answers = asked & own & !wanted[at] == 0 && unwanted[at] == 0;
            beside[row.sentence as usize] |= if answers { wanted[at] } else { wanted[at] & !own };
        }
        let mut failing = unwanted;
        for (at, row) in self.rows.iter().enumerate() {
            let has = wanted[at] | beside[row.sentence as usize] & !row.kind.own();
            failing[at] |= asked & !has;
        }
        failing
    }

    /// How many of some rows have each value of a field, and in how many articles; only of values that some have.
    pub fn count<'r>(&self, rows: impl Iterator<Item = (usize, &'r Row)>, field: Field) -> Vec<Count<'_>> {
        let mut counts: Vec<Count> =
            self.names.iter().map(|value| Count { value, rows: [0; 2], articles: 0 }).collect();
        let mut last = vec![u32::MAX; self.names.len()];
        for (at, row) in rows {
            for value in self.values(at) {
                let count = &mut counts[*value as usize];
                count.rows[usize::from(row.kind == RowKind::Quote)] += 1;
                // Rows stand article by article.
                let before = core::mem::replace(&mut last[*value as usize], row.article);
                count.articles += u32::from(before != row.article);
            }
        }
        counts.retain(|count| count.value.field == field && count.articles > 0);
        counts
    }
}

/// How many rows have a value.
#[derive(Clone, Copy)]
pub(super) struct Count<'a> {
    pub value: &'a Value,
    /// Rows that are no quotations, and quotations.
    pub rows: [u32; 2],
    pub articles: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_a_value_are_those_of_its_period() {
        assert_eq!(days_of("1970-01"), Some((0, 30)));
        assert_eq!(days_of("1970/.."), Some((0, i32::MAX)));
        assert_eq!(days_of("../1969"), Some((i32::MIN, -1)));
        assert_eq!((days_of("XXXX-08"), days_of("P3D"), days_of("1944-SU")), (None, None, None));
    }
}
