//! An article with its facts as one line of JSON: what `sourcebook extract` prints.
//!
//! Offsets are Unicode code points of the text, half-open. Lists are in order of where their items begin. Keys with
//! nothing to say are left out.

use super::{Bound, Counted, CueClass, EntityKind, Facts, FigureKind, QuoteKind, Source, TimeBasis, TimeType};
use crate::read::{Article, Basis, BlockKind};
use crate::text::Span;
use serde_json::{Map, Value, json};

/// Counts code points up to a byte, without counting from the beginning each time.
struct CodePoints {
    /// How many code points begin before every 64th byte; empty for ASCII.
    marks: Vec<u32>,
    ascii: bool,
}

const STEP: usize = 64;

impl CodePoints {
    fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self { marks: Vec::new(), ascii: true };
        }
        let mut count = 0;
        let marks = text.as_bytes().chunks(STEP).map(|chunk| {
            let before = count;
            count += begun(chunk);
            before
        });
        Self { marks: marks.collect(), ascii: false }
    }

    fn at(&self, text: &str, byte: u32) -> u32 {
        if self.ascii {
            return byte;
        }
        let byte = (byte as usize).min(text.len());
        let Some(before) = self.marks.get(byte / STEP) else {
            return self.marks.last().map_or(0, |last| last + begun(&text.as_bytes()[(self.marks.len() - 1) * STEP..]));
        };
        before + begun(&text.as_bytes()[byte / STEP * STEP..byte])
    }
}

/// How many code points begin in some bytes of UTF-8.
fn begun(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count() as u32
}

/// Writes spans and values of one article.
struct Writer<'a> {
    article: &'a Article,
    points: CodePoints,
}

/// The article and its facts as a JSON object.
#[must_use]
pub fn record(article: &Article, facts: &Facts) -> Value {
    let writer = Writer { article, points: CodePoints::of(&article.text) };
    let head = &article.head;
    let mut out = Map::new();
    out.insert("id".into(), json!(head.id));
    out.insert("title".into(), json!(head.title));
    put(&mut out, "outlet", head.outlet.as_deref().map(Value::from));
    put(&mut out, "url", head.url.as_deref().map(Value::from));
    put(&mut out, "published", writer.published());
    out.insert("text".into(), json!(article.text));
    let leftovers = article.blocks.iter().filter(|block| block.kind == BlockKind::Boilerplate);
    let leftovers: Vec<Value> = leftovers.map(|block| Value::Object(writer.span(block.span))).collect();
    put(&mut out, "boilerplate", (!leftovers.is_empty()).then_some(Value::Array(leftovers)));
    out.insert("figures".into(), facts.figures.iter().map(|figure| writer.figure(figure)).collect());
    out.insert("quotes".into(), facts.quotes.iter().map(|quote| writer.quote(quote)).collect());
    out.insert("unknowns".into(), facts.unknowns.iter().map(|unknown| writer.unknown(unknown)).collect());
    out.insert("times".into(), facts.times.iter().map(|time| writer.time(time)).collect());
    out.insert("entities".into(), facts.entities.iter().map(|entity| writer.entity(entity)).collect());
    Value::Object(out)
}

fn put(out: &mut Map<String, Value>, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        out.insert(key.into(), value);
    }
}

fn list<T>(items: &[T], each: impl Fn(&T) -> Value) -> Option<Value> {
    (!items.is_empty()).then(|| items.iter().map(each).collect())
}

impl Writer<'_> {
    fn span(&self, span: Span) -> Map<String, Value> {
        let mut out = Map::new();
        out.insert("start".into(), self.points.at(&self.article.text, span.start).into());
        out.insert("end".into(), self.points.at(&self.article.text, span.end).into());
        out
    }

    fn published(&self) -> Option<Value> {
        let published = &self.article.head.published;
        let basis = match published.basis {
            Basis::Unknown => return None,
            Basis::Printed => "printed",
            Basis::Given => "given",
            Basis::Inferred => "inferred",
        };
        let mut out = published.stamp.map(|stamp| self.span(stamp)).unwrap_or_default();
        put(&mut out, "earliest", published.earliest.map(|day| crate::read::iso(day).into()));
        put(&mut out, "latest", published.latest.map(|day| crate::read::iso(day).into()));
        out.insert("basis".into(), basis.into());
        Some(Value::Object(out))
    }

    fn counted(&self, counted: &Counted) -> Value {
        let mut out = counted.span.map(|span| self.span(span)).unwrap_or_default();
        out.insert("text".into(), json!(counted.text));
        Value::Object(out)
    }

    fn figure(&self, figure: &super::Figure) -> Value {
        let mut out = self.span(figure.span);
        out.insert("number".into(), Value::Object(self.span(figure.number)));
        put(&mut out, "low", figure.low.map(number));
        put(&mut out, "high", figure.high.map(number));
        out.insert("bound".into(), bound(figure.bound).into());
        out.insert("kind".into(), figure_kind(figure.kind).into());
        put(&mut out, "unit", figure.unit.as_deref().map(Value::from));
        put(&mut out, "counted", figure.counted.as_ref().map(|counted| self.counted(counted)));
        put(&mut out, "status", figure.status.as_deref().map(Value::from));
        put(&mut out, "population", list(&figure.population, |word| json!(word)));
        put(&mut out, "of_place", figure.of_place.as_deref().map(Value::from));
        put(&mut out, "at_place", figure.at_place.as_deref().map(Value::from));
        put(&mut out, "as_of", figure.as_of.as_deref().map(Value::from));
        out.insert("sources".into(), figure.sources.iter().map(|source| json!(source.name)).collect());
        put(&mut out, "part_of", figure.part_of.map(Value::from));
        out.insert("sentence".into(), Value::Object(self.span(figure.sentence)));
        self.trail(&mut out, &figure.rules, figure.by_hand);
        Value::Object(out)
    }

    fn trail(&self, out: &mut Map<String, Value>, rules: &[&'static str], by_hand: bool) {
        put(out, "rules", list(rules, |rule| json!(rule)));
        put(out, "by_hand", by_hand.then_some(Value::Bool(true)));
    }

    fn speaker(&self, source: &Source) -> Value {
        let mut out = source.span.map(|span| self.span(span)).unwrap_or_default();
        if let Some(span) = source.span {
            out.insert("text".into(), json!(span.of(&self.article.text)));
        }
        out.insert("name".into(), json!(source.name));
        Value::Object(out)
    }

    fn quote(&self, quote: &super::Quote) -> Value {
        let mut out = self.span(quote.span);
        out.insert("kind".into(), quote_kind(quote.kind).into());
        if let Some(cue) = quote.cue {
            let mut at = self.span(cue.span);
            at.insert("class".into(), cue_class(cue.class).into());
            out.insert("cue".into(), Value::Object(at));
        }
        put(&mut out, "speaker", quote.speaker.as_ref().map(|speaker| self.speaker(speaker)));
        put(&mut out, "via", list(&quote.via, |source| json!(source.name)));
        self.trail(&mut out, &quote.rules, quote.by_hand);
        Value::Object(out)
    }

    fn unknown(&self, unknown: &super::Unknown) -> Value {
        let mut out = self.span(unknown.span);
        put(&mut out, "counted", unknown.counted.as_ref().map(|counted| self.counted(counted)));
        self.trail(&mut out, &unknown.rules, unknown.by_hand);
        Value::Object(out)
    }

    fn time(&self, time: &super::Time) -> Value {
        let mut out = self.span(time.span);
        out.insert("type".into(), time_type(time.kind).into());
        out.insert("value".into(), json!(time.value));
        put(&mut out, "earliest", time.earliest.map(|day| crate::read::iso(day).into()));
        put(&mut out, "latest", time.latest.map(|day| crate::read::iso(day).into()));
        out.insert("basis".into(), time_basis(time.basis).into());
        self.trail(&mut out, &time.rules, time.by_hand);
        Value::Object(out)
    }

    fn entity(&self, entity: &super::Entity) -> Value {
        let mut out = Map::new();
        out.insert("name".into(), json!(entity.name));
        out.insert("kind".into(), entity_kind(entity.kind).into());
        put(&mut out, "aliases", list(&entity.aliases, |alias| json!(alias)));
        put(&mut out, "roles", list(&entity.roles, |role| json!(role)));
        put(&mut out, "country", entity.country.as_deref().map(Value::from));
        if let Some((latitude, longitude)) = entity.position {
            out.insert("lat".into(), number(f64::from((latitude * 100.0).round()) / 100.0));
            out.insert("lon".into(), number(f64::from((longitude * 100.0).round()) / 100.0));
        }
        let mentions = entity.mentions.iter().map(|mention| {
            let mut out = self.span(mention.span);
            put(&mut out, "speaks", mention.speaks.then_some(Value::Bool(true)));
            Value::Object(out)
        });
        out.insert("mentions".into(), mentions.collect());
        self.trail(&mut out, &entity.rules, entity.by_hand);
        Value::Object(out)
    }
}

/// A whole number without a decimal point.
fn number(value: f64) -> Value {
    if value.fract() == 0.0 && value.abs() < 9e15 { Value::from(value as i64) } else { Value::from(value) }
}

pub(super) fn bound(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::About => "about",
        Bound::Over => "over",
        Bound::AtLeast => "at_least",
        Bound::Under => "under",
        Bound::UpTo => "up_to",
        Bound::Between => "between",
        Bound::Vague => "vague",
    }
}

pub(super) fn figure_kind(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::People => "people",
        FigureKind::Age => "age",
        FigureKind::Money => "money",
        FigureKind::Percent => "percent",
        FigureKind::Measure => "measure",
        FigureKind::Count => "count",
        FigureKind::Rank => "rank",
        FigureKind::Score => "score",
    }
}

pub(super) fn cue_class(class: CueClass) -> &'static str {
    match class {
        CueClass::Say => "say",
        CueClass::Estimate => "estimate",
        CueClass::Confirm => "confirm",
        CueClass::Deny => "deny",
        CueClass::Claim => "claim",
        CueClass::Report => "report",
    }
}

pub(super) fn quote_kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Indirect => "indirect",
    }
}

pub(super) fn time_type(kind: TimeType) -> &'static str {
    match kind {
        TimeType::Date => "DATE",
        TimeType::Time => "TIME",
        TimeType::Duration => "DURATION",
        TimeType::Set => "SET",
    }
}

pub(super) fn time_basis(basis: TimeBasis) -> &'static str {
    match basis {
        TimeBasis::Text => "text",
        TimeBasis::Context => "context",
        TimeBasis::Published => "published",
        TimeBasis::Open => "open",
    }
}

pub(super) fn entity_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Place => "place",
        EntityKind::People => "people",
    }
}

// All values of the types above, for whoever reads their names back.

pub(super) const BOUNDS: [Bound; 8] =
    [Bound::Exact, Bound::About, Bound::Over, Bound::AtLeast, Bound::Under, Bound::UpTo, Bound::Between, Bound::Vague];
pub(super) const FIGURE_KINDS: [FigureKind; 8] = [
    FigureKind::People,
    FigureKind::Age,
    FigureKind::Money,
    FigureKind::Percent,
    FigureKind::Measure,
    FigureKind::Count,
    FigureKind::Rank,
    FigureKind::Score,
];
pub(super) const CUE_CLASSES: [CueClass; 6] =
    [CueClass::Say, CueClass::Estimate, CueClass::Confirm, CueClass::Deny, CueClass::Claim, CueClass::Report];
pub(super) const QUOTE_KINDS: [QuoteKind; 2] = [QuoteKind::Direct, QuoteKind::Indirect];
pub(super) const TIME_TYPES: [TimeType; 4] = [TimeType::Date, TimeType::Time, TimeType::Duration, TimeType::Set];
pub(super) const TIME_BASES: [TimeBasis; 4] =
    [TimeBasis::Text, TimeBasis::Context, TimeBasis::Published, TimeBasis::Open];
pub(super) const ENTITY_KINDS: [EntityKind; 4] =
    [EntityKind::Person, EntityKind::Organisation, EntityKind::Place, EntityKind::People];
