//! The facts of one article.
//!
//! ```text
//! counts of figures · quotations · unknowns · times · entities · mentions · strings
//! of each of these in turn its columns, one number an item, each column whole before the next
//! bytes of each string · the strings, UTF-8
//! ```
//!
//! In columns, because numbers of one kind stand close to each other under compression. A span is the step from the
//! beginning of the one before and its length, another place in a fact a step from its beginning. A string is its
//! number plus one, in the order of first use, 0 for none; a list is one string, its items on lines of their own.
//! A number that is none is stored as not-a-number.
//!
//! What was refused is not stored, nor are attributions, which figures were filled from, nor the sentence of a figure: the
//! layout knows it.

use super::Error;
use super::varint::{Cursor, put};
use crate::extract::named::{BOUNDS, CUE_CLASSES, FIGURE_KINDS, QUOTE_KINDS, TIME_BASES, TIME_TYPES};
use crate::extract::{Counted, Cue, Entity, EntityKind, Facts, Figure, Mention, Quote, Source, Time, Unknown};
use crate::lexicon::PlaceKind;
use crate::text::Span;
use core::cell::Cell;
use jiff::civil::Date;

const PLACE: &str = "block facts";

/// Kinds of entities, and of places: what is no place, or of a kind that nobody knows, has none.
const ENTITY_KINDS: [(EntityKind, Option<PlaceKind>); 8] = [
    (EntityKind::Person, None),
    (EntityKind::Organisation, None),
    (EntityKind::Place, None),
    (EntityKind::People, None),
    (EntityKind::Place, Some(PlaceKind::Country)),
    (EntityKind::Place, Some(PlaceKind::Area)),
    (EntityKind::Place, Some(PlaceKind::Region)),
    (EntityKind::Place, Some(PlaceKind::City)),
];

/// Columns of a figure, a quotation, an unknown, a time, an entity, a mention.
const WIDTHS: [usize; 6] = [24, 13, 8, 11, 10, 3];

/// Bytes of text that facts hold for each byte of their block, at the most: else a few bytes could have one long string
/// copied again and again.
const MOST_TEXT: usize = 100;

/// The facts of an article, as they are read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArticleFacts {
    /// The facts; their lists of rules are empty, and so are sentences of figures, attributions and refusals.
    pub facts: Facts,
    /// The rules that found and filled each figure, quotation, unknown, time and entity, in that order, one a line.
    pub rules: [Vec<String>; 5],
}

// ---- writing --------------------------------------------------------------------------------------------

/// A block in the making.
#[derive(Default)]
struct Block<'a> {
    text: &'a str,
    strings: Vec<String>,
    /// The rows of one kind of facts.
    rows: Vec<u32>,
    /// The beginning of the fact before, and of this one.
    before: u32,
    start: u32,
}

/// Whole numbers around 0 as such from 0 on: zigzag.
fn folded(step: i32) -> u32 {
    (step << 1 ^ step >> 31) as u32
}

fn unfolded(number: u32) -> i32 {
    (number >> 1) as i32 ^ -((number & 1) as i32)
}

fn place<T: PartialEq>(all: &[T], one: &T) -> u32 {
    all.iter().position(|other| other == one).unwrap_or(0) as u32
}

impl Block<'_> {
    fn number(&mut self, number: u32) {
        self.rows.push(number);
    }

    /// The span of a fact.
    fn begin(&mut self, span: Span) {
        self.number(folded(span.start.wrapping_sub(self.before) as i32));
        self.number(span.len() as u32);
        (self.before, self.start) = (span.start, span.start);
    }

    /// Another place: step from the fact's beginning, and length plus one; twice 0 for none.
    fn at(&mut self, span: Option<Span>) {
        self.number(span.map_or(0, |span| folded(span.start.wrapping_sub(self.start) as i32)));
        self.number(span.map_or(0, |span| span.len() as u32 + 1));
    }

    fn string(&mut self, string: Option<&str>) {
        let number = string.map_or(0, |string| {
            let known = self.strings.iter().position(|other| other == string);
            known.unwrap_or_else(|| {
                self.strings.push(string.to_owned());
                self.strings.len() - 1
            }) as u32
                + 1
        });
        self.number(number);
    }

    fn list<'s>(&mut self, items: impl Iterator<Item = &'s str>) {
        let lines: Vec<String> = items.map(|item| item.replace('\n', " ")).collect();
        self.string((!lines.is_empty()).then(|| lines.join("\n")).as_deref());
    }

    fn quantity(&mut self, quantity: Option<f64>) {
        let bits = quantity.unwrap_or(f64::NAN).to_bits();
        // Turned round, small whole numbers have few bits.
        self.number(((bits >> 32) as u32).reverse_bits());
        self.number((bits as u32).reverse_bits());
    }

    fn day(&mut self, day: Option<Date>) {
        let packed = |day: Date| {
            u32::from(day.year().unsigned_abs()) * 512
                + u32::from(day.month().unsigned_abs()) * 32
                + u32::from(day.day().unsigned_abs())
        };
        self.number(day.filter(|day| day.year() > 0).map_or(0, packed));
    }

    /// Words that stand in the text where they say they do are not stored again: 1, and no string.
    fn counted(&mut self, counted: Option<&Counted>) {
        let span = counted.and_then(|counted| counted.span);
        let printed = counted.is_some_and(|counted| span.is_some_and(|span| span.of(self.text) == counted.text));
        self.number(printed.into());
        self.string(counted.filter(|_| !printed).map(|counted| counted.text.as_str()));
        self.at(span);
    }

    fn trail(&mut self, rules: &[&'static str], by_hand: bool) {
        self.list(rules.iter().copied());
        self.number(by_hand.into());
    }

    /// Appends the rows by columns and makes ready for those of another kind.
    fn columns(&mut self, width: usize, out: &mut Vec<u8>) {
        debug_assert!(self.rows.len().is_multiple_of(width));
        for column in 0..width {
            self.rows.iter().skip(column).step_by(width).for_each(|number| put(out, (*number).into()));
        }
        self.rows.clear();
        (self.before, self.start) = (0, 0);
    }

    fn figure(&mut self, figure: &Figure) {
        self.begin(figure.span);
        self.at(Some(figure.number));
        self.quantity(figure.low);
        self.quantity(figure.high);
        self.number(place(&BOUNDS, &figure.bound));
        self.number(place(&FIGURE_KINDS, &figure.kind));
        self.string(figure.unit.as_deref());
        self.counted(figure.counted.as_ref());
        self.string(figure.status.as_deref());
        self.list(figure.population.iter().map(String::as_str));
        self.string(figure.of_place.as_deref());
        self.string(figure.at_place.as_deref());
        self.string(figure.as_of.as_deref());
        self.list(figure.sources.iter().map(|source| source.name.as_str()));
        self.number(figure.part_of.map_or(0, |whole| whole as u32 + 1));
        self.trail(&figure.rules, figure.by_hand);
    }

    fn quote(&mut self, quote: &Quote) {
        self.begin(quote.span);
        self.number(place(&QUOTE_KINDS, &quote.kind));
        self.at(quote.cue.map(|cue| cue.span));
        self.number(quote.cue.map_or(0, |cue| place(&CUE_CLASSES, &cue.class)));
        let speaker = quote.speaker.as_ref();
        self.string(speaker.map(|speaker| speaker.name.as_str()));
        self.at(speaker.and_then(|speaker| speaker.span));
        self.number(speaker.and_then(|speaker| speaker.entity).map_or(0, |entity| entity as u32 + 1));
        self.list(quote.via.iter().map(|source| source.name.as_str()));
        self.trail(&quote.rules, quote.by_hand);
    }

    fn unknown(&mut self, unknown: &Unknown) {
        self.begin(unknown.span);
        self.counted(unknown.counted.as_ref());
        self.trail(&unknown.rules, unknown.by_hand);
    }

    fn time(&mut self, time: &Time) {
        self.begin(time.span);
        self.number(place(&TIME_TYPES, &time.kind));
        self.string(Some(&time.value));
        self.day(time.earliest);
        self.day(time.latest);
        self.number(place(&TIME_BASES, &time.basis));
        self.at(time.anchor);
        self.trail(&time.rules, time.by_hand);
    }

    fn entity(&mut self, entity: &Entity) {
        self.string(Some(&entity.name));
        let is_place = entity.kind == EntityKind::Place;
        self.number(place(&ENTITY_KINDS, &(entity.kind, entity.place.filter(|_| is_place))));
        self.list(entity.aliases.iter().map(String::as_str));
        self.list(entity.roles.iter().map(String::as_str));
        self.string(entity.country.as_deref());
        let hundredths = |degrees: f32| folded((degrees * 100.0).round() as i32) + 1;
        self.number(entity.position.map_or(0, |(latitude, _)| hundredths(latitude)));
        self.number(entity.position.map_or(0, |(_, longitude)| hundredths(longitude)));
        self.number(entity.mentions.len() as u32);
        self.trail(&entity.rules, entity.by_hand);
    }

    fn mention(&mut self, mention: &Mention) {
        self.begin(mention.span);
        self.number(mention.speaks.into());
    }
}

impl ArticleFacts {
    /// The bytes of the block; none where there is no fact.
    pub(super) fn write(facts: &Facts, text: &str) -> Vec<u8> {
        let Facts { figures, quotes, unknowns, times, entities, references: _, attributions: _, refusals: _ } = facts;
        let mentions = || entities.iter().flat_map(|entity| &entity.mentions);
        let counts = [figures.len(), quotes.len(), unknowns.len(), times.len(), entities.len(), mentions().count()];
        if counts == [0; 6] {
            return Vec::new();
        }
        let mut block = Block { text, ..Block::default() };
        let mut columns = Vec::new();
        figures.iter().for_each(|figure| block.figure(figure));
        block.columns(WIDTHS[0], &mut columns);
        quotes.iter().for_each(|quote| block.quote(quote));
        block.columns(WIDTHS[1], &mut columns);
        unknowns.iter().for_each(|unknown| block.unknown(unknown));
        block.columns(WIDTHS[2], &mut columns);
        times.iter().for_each(|time| block.time(time));
        block.columns(WIDTHS[3], &mut columns);
        entities.iter().for_each(|entity| block.entity(entity));
        block.columns(WIDTHS[4], &mut columns);
        mentions().for_each(|mention| block.mention(mention));
        block.columns(WIDTHS[5], &mut columns);
        let mut out = Vec::new();
        counts.iter().chain([&block.strings.len()]).for_each(|count| put(&mut out, *count as u64));
        out.extend(columns);
        block.strings.iter().for_each(|string| put(&mut out, string.len() as u64));
        block.strings.iter().for_each(|string| out.extend(string.as_bytes()));
        out
    }

    /// How many figures a block has, without reading it.
    pub(super) fn figures(bytes: &[u8]) -> Result<u32, Error> {
        if bytes.is_empty() { Ok(0) } else { Cursor::new(bytes, PLACE).number() }
    }

    /// Reads the block of an article with this text.
    pub(super) fn read(bytes: &[u8], text: &str) -> Result<Self, Error> {
        let mut found = Self::default();
        if bytes.is_empty() {
            return Ok(found);
        }
        let mut from = Cursor::new(bytes, PLACE);
        let mut counts = [0; 7];
        for count in &mut counts {
            *count = from.number()?;
        }
        let mut tables = Vec::new();
        for (count, width) in counts.iter().zip(WIDTHS) {
            let mut numbers = Vec::new();
            for _ in 0..u64::from(*count) * width as u64 {
                numbers.push(from.number()?);
            }
            tables.push(numbers);
        }
        let strings = strings(&mut from, counts[6])?;
        let state = State { left: Cell::new(bytes.len().saturating_mul(MOST_TEXT)), broken: Cell::new(false) };
        let mut tables = tables.into_iter().zip(counts).map(|(numbers, count)| Table {
            numbers,
            count: count as usize,
            row: 0,
            column: 0,
            strings: &strings,
            text,
            state: &state,
            before: 0,
            start: 0,
        });
        let mut next = || tables.next().ok_or_else(damaged);
        let [figures, quotes, unknowns, times, entities] = &mut found.rules;
        found.facts.figures = next()?.rows(figures, Table::figure);
        found.facts.quotes = next()?.rows(quotes, Table::quote);
        found.facts.unknowns = next()?.rows(unknowns, Table::unknown);
        found.facts.times = next()?.rows(times, Table::time);
        let mut mentioned = Vec::new();
        found.facts.entities = next()?.rows(entities, |table, rules| table.entity(rules, &mut mentioned));
        let mut mentions = next()?.rows(&mut Vec::new(), Table::mention).into_iter();
        for (entity, count) in found.facts.entities.iter_mut().zip(mentioned) {
            entity.mentions.extend(mentions.by_ref().take(count as usize));
            if entity.mentions.len() != count as usize {
                return Err(damaged());
            }
        }
        if state.broken.get() || mentions.next().is_some() || !found.holds_together() {
            return Err(damaged());
        }
        Ok(found)
    }

    /// Whether what one fact says of another can be.
    fn holds_together(&self) -> bool {
        let Facts { figures, quotes, entities, .. } = &self.facts;
        let parts =
            |(at, figure): (usize, &Figure)| figure.part_of.is_none_or(|whole| whole < figures.len() && whole != at);
        let speaks = |quote: &Quote| quote.speaker.as_ref().and_then(|speaker| speaker.entity);
        figures.iter().enumerate().all(parts)
            && quotes.iter().all(|quote| speaks(quote).is_none_or(|entity| entity < entities.len()))
    }
}

// ---- reading --------------------------------------------------------------------------------------------

fn damaged() -> Error {
    Error::damaged(PLACE)
}

fn strings(from: &mut Cursor<'_>, count: u32) -> Result<Vec<String>, Error> {
    let mut lengths = Vec::new();
    for _ in 0..count {
        lengths.push(from.size()?);
    }
    let mut strings = Vec::new();
    for length in lengths {
        let bytes = from.take(length)?;
        strings.push(core::str::from_utf8(bytes).map_err(|_| damaged())?.to_owned());
    }
    from.finish()?;
    Ok(strings)
}

/// The rows of one kind of facts, read from the first number of each to the last.
///
/// What is not sound is noted and read as something; who reads the rows looks at [`State::broken`] at the end. (A result
/// at each number would be most of the code.)
struct Table<'a> {
    /// By columns.
    numbers: Vec<u32>,
    count: usize,
    row: usize,
    column: usize,
    strings: &'a [String],
    text: &'a str,
    state: &'a State,
    before: u32,
    start: u32,
}

/// What is noted while rows are read.
struct State {
    /// So many bytes of text may still be handed out.
    left: Cell<usize>,
    /// Whether something was not sound.
    broken: Cell<bool>,
}

impl Table<'_> {
    /// Reads all rows; the last two numbers of each are its trail, whose rules go to `rules`.
    fn rows<T>(mut self, rules: &mut Vec<String>, mut read: impl FnMut(&mut Self, &mut Vec<String>) -> T) -> Vec<T> {
        let mut rows = Vec::new();
        while self.row < self.count {
            self.column = 0;
            rows.push(read(&mut self, rules));
            self.row += 1;
        }
        rows
    }

    #[inline(never)]
    fn number(&mut self) -> u32 {
        let at = self.column * self.count + self.row;
        self.column += 1;
        self.numbers.get(at).copied().unwrap_or(0)
    }

    fn broken<T: Default>(&self) -> T {
        self.state.broken.set(true);
        T::default()
    }

    fn one<T: Copy + Default>(&mut self, all: &[T]) -> T {
        let at = self.number() as usize;
        all.get(at).copied().unwrap_or_else(|| self.broken())
    }

    #[inline(never)]
    fn span(&self, start: u32, length: u32) -> Span {
        let end = start.saturating_add(length);
        let span = Span { start, end };
        if self.text.get(span.range()).is_some() { span } else { self.broken() }
    }

    #[inline(never)]
    fn begin(&mut self) -> Span {
        let start = self.before.wrapping_add(unfolded(self.number()) as u32);
        (self.before, self.start) = (start, start);
        let length = self.number();
        self.span(start, length)
    }

    #[inline(never)]
    fn at(&mut self) -> Option<Span> {
        let start = self.start.wrapping_add(unfolded(self.number()) as u32);
        match self.number() {
            0 => None,
            length => Some(self.span(start, length - 1)),
        }
    }

    #[inline(never)]
    fn string(&mut self) -> Option<String> {
        match self.number() {
            0 => None,
            number => {
                Some(self.owned(self.strings.get(number as usize - 1).map_or_else(|| self.broken(), String::as_str)))
            }
        }
    }

    fn text(&mut self) -> String {
        self.string().unwrap_or_default()
    }

    fn owned(&self, string: &str) -> String {
        match self.state.left.get().checked_sub(string.len()) {
            Some(left) => {
                self.state.left.set(left);
                string.to_owned()
            }
            None => self.broken(),
        }
    }

    #[inline(never)]
    fn list(&mut self) -> Vec<String> {
        self.string().map_or(Vec::new(), |lines| lines.split('\n').map(str::to_owned).collect())
    }

    fn sources(&mut self) -> Vec<Source> {
        self.list().into_iter().map(|name| Source { name, ..Source::default() }).collect()
    }

    #[inline(never)]
    fn quantity(&mut self) -> Option<f64> {
        let high = u64::from(self.number().reverse_bits());
        let low = u64::from(self.number().reverse_bits());
        Some(f64::from_bits(high << 32 | low)).filter(|quantity| quantity.is_finite())
    }

    #[inline(never)]
    fn day(&mut self) -> Option<Date> {
        let packed = self.number();
        let day = || Date::new(i16::try_from(packed / 512).ok()?, (packed / 32 % 16) as i8, (packed % 32) as i8).ok();
        if packed == 0 { None } else { day().or_else(|| self.broken()) }
    }

    #[inline(never)]
    fn counted(&mut self) -> Option<Counted> {
        let printed = self.number() != 0;
        let (text, span) = (self.string(), self.at());
        let text = match span.filter(|_| printed) {
            Some(span) => Some(self.owned(span.of(self.text))),
            None => text,
        };
        text.map(|text| Counted { text, span })
    }

    fn index(&mut self) -> Option<usize> {
        (self.number() as usize).checked_sub(1)
    }

    /// Reads the trail: rules, and whether by hand.
    fn trail(&mut self, rules: &mut Vec<String>) -> bool {
        rules.push(self.text());
        self.number() != 0
    }

    fn figure(&mut self, rules: &mut Vec<String>) -> Figure {
        Figure {
            span: self.begin(),
            number: self.at().unwrap_or_else(|| self.broken()),
            low: self.quantity(),
            high: self.quantity(),
            bound: self.one(&BOUNDS),
            kind: self.one(&FIGURE_KINDS),
            unit: self.string(),
            counted: self.counted(),
            status: self.string(),
            population: self.list(),
            of_place: self.string(),
            at_place: self.string(),
            as_of: self.string(),
            sources: self.sources(),
            part_of: self.index(),
            by_hand: self.trail(rules),
            ..Figure::default()
        }
    }

    fn quote(&mut self, rules: &mut Vec<String>) -> Quote {
        let (span, kind) = (self.begin(), self.one(&QUOTE_KINDS));
        let (cue, class) = (self.at(), self.one(&CUE_CLASSES));
        let (name, at, entity) = (self.string(), self.at(), self.index());
        Quote {
            span,
            kind,
            cue: cue.map(|span| Cue { span, class }),
            speaker: name.map(|name| Source { name, span: at, entity }),
            via: self.sources(),
            rules: Vec::new(),
            by_hand: self.trail(rules),
        }
    }

    fn unknown(&mut self, rules: &mut Vec<String>) -> Unknown {
        Unknown { span: self.begin(), counted: self.counted(), rules: Vec::new(), by_hand: self.trail(rules) }
    }

    fn time(&mut self, rules: &mut Vec<String>) -> Time {
        Time {
            span: self.begin(),
            kind: self.one(&TIME_TYPES),
            value: self.text(),
            earliest: self.day(),
            latest: self.day(),
            basis: self.one(&TIME_BASES),
            anchor: self.at(),
            rules: Vec::new(),
            by_hand: self.trail(rules),
        }
    }

    /// Appends to `mentioned` how many mentions it has.
    fn entity(&mut self, rules: &mut Vec<String>, mentioned: &mut Vec<u32>) -> Entity {
        let degrees = |number: u32| number.checked_sub(1).map(|number| unfolded(number) as f32 / 100.0);
        let name = self.text();
        let (kind, place) = self.one(&ENTITY_KINDS);
        Entity {
            name,
            kind,
            place,
            aliases: self.list(),
            roles: self.list(),
            // For finders alone: no page asks for it.
            gender: None,
            country: self.string(),
            position: degrees(self.number()).zip(degrees(self.number())),
            mentions: Vec::new(),
            rules: {
                mentioned.push(self.number());
                Vec::new()
            },
            by_hand: self.trail(rules),
        }
    }

    fn mention(&mut self, _: &mut Vec<String>) -> Mention {
        Mention { span: self.begin(), speaks: self.number() != 0 }
    }
}
