//! An article with its facts as one line of JSON: what `sourcebook extract` prints.
//!
//! Offsets are Unicode code points of the text, half-open. Lists are in order of where their items begin. Keys with
//! nothing to say are left out.

use super::json::Json;
use super::listed::{Listed, Worded, listed};
use super::named::{cue_class, entity_kind, figure_kind, quote_kind, time_basis, time_type};
use super::{Counted, Cue, Facts, Figure, Quote, Source, Time, Unknown};
use crate::read::{Article, Basis, BlockKind, iso};
use crate::text::Span;

/// Counts code points up to a byte, without counting from the beginning each time.
pub(crate) struct CodePoints {
    /// How many code points begin before every 64th byte; empty for ASCII.
    marks: Vec<u32>,
    ascii: bool,
}

const STEP: usize = 64;

impl CodePoints {
    /// Of this text.
    pub fn of(text: &str) -> Self {
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

    /// How many code points of the text begin before a byte.
    pub fn at(&self, text: &str, byte: u32) -> u32 {
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

/// The article and its facts as a JSON object, in one line.
#[must_use]
pub fn record(article: &Article, facts: &Facts) -> String {
    let json = Json::with_capacity(2 * article.text.len() + 512);
    let mut writer = Writer { article, points: CodePoints::of(&article.text), json };
    writer.json.open('{');
    writer.head();
    writer.list("figures", &facts.figures, Writer::figure);
    writer.list("quotes", &facts.quotes, Writer::quote);
    writer.list("unknowns", &facts.unknowns, Writer::unknown);
    writer.list("times", &facts.times, Writer::time);
    writer.list("entities", &listed(facts, &article.text), Writer::entity);
    writer.json.close('}');
    writer.json.finish()
}

/// Writes spans and values of one article.
struct Writer<'a> {
    article: &'a Article,
    points: CodePoints,
    json: Json,
}

impl Writer<'_> {
    fn head(&mut self) {
        let Article { head, text, blocks } = self.article;
        self.json.string("id", &head.id);
        self.json.string("title", &head.title);
        self.optional("outlet", head.outlet.as_deref());
        self.optional("url", head.url.as_deref());
        self.published();
        self.json.string("text", text);
        let leftovers: Vec<Span> =
            blocks.iter().filter(|block| block.kind == BlockKind::Boilerplate).map(|block| block.span).collect();
        if !leftovers.is_empty() {
            self.list("boilerplate", &leftovers, |writer, span| writer.span(*span));
        }
    }

    fn published(&mut self) {
        let published = &self.article.head.published;
        let basis = match published.basis {
            Basis::Unknown => return,
            Basis::Printed => "printed",
            Basis::Given => "given",
            Basis::Inferred => "inferred",
        };
        self.json.key("published");
        self.json.open('{');
        if let Some(stamp) = published.stamp {
            self.span(stamp);
        }
        self.optional("earliest", published.earliest.map(iso).as_deref());
        self.optional("latest", published.latest.map(iso).as_deref());
        self.json.string("basis", basis);
        self.json.close('}');
    }

    /// A list of objects.
    fn list<T>(&mut self, key: &str, items: &[T], each: impl Fn(&mut Self, &T)) {
        self.json.key(key);
        self.json.open('[');
        for item in items {
            self.json.item();
            self.json.open('{');
            each(self, item);
            self.json.close('}');
        }
        self.json.close(']');
    }

    /// A list of strings.
    fn strings<'s>(&mut self, key: &str, items: impl Iterator<Item = &'s str>) {
        self.json.key(key);
        self.json.open('[');
        for item in items {
            self.json.item();
            self.json.text(item);
        }
        self.json.close(']');
    }

    /// A list of strings, unless it is empty.
    fn some_strings(&mut self, key: &str, items: &[String]) {
        if !items.is_empty() {
            self.strings(key, items.iter().map(String::as_str));
        }
    }

    fn optional(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.json.string(key, value);
        }
    }

    fn span(&mut self, span: Span) {
        for (key, byte) in [("start", span.start), ("end", span.end)] {
            self.json.key(key);
            self.json.number(f64::from(self.points.at(&self.article.text, byte)));
        }
    }

    fn place(&mut self, key: &str, span: Span) {
        self.json.key(key);
        self.json.open('{');
        self.span(span);
        self.json.close('}');
    }

    fn counted(&mut self, counted: Option<&Counted>) {
        let Some(Counted { text, span }) = counted else { return };
        self.json.key("counted");
        self.json.open('{');
        if let Some(span) = span {
            self.span(*span);
        }
        self.json.string("text", text);
        self.json.close('}');
    }

    fn figure(&mut self, figure: &Figure) {
        self.span(figure.span);
        self.place("number", figure.number);
        for (key, end) in [("low", figure.low), ("high", figure.high)] {
            if let Some(end) = end {
                self.json.key(key);
                self.json.number(end);
            }
        }
        self.json.string("bound", figure.bound.word());
        self.json.string("kind", figure_kind(figure.kind));
        self.optional("unit", figure.unit.as_deref());
        self.counted(figure.counted.as_ref());
        self.optional("status", figure.status.as_deref());
        self.some_strings("population", &figure.population);
        self.optional("of_place", figure.of_place.as_deref());
        self.optional("at_place", figure.at_place.as_deref());
        self.optional("as_of", figure.as_of.as_deref());
        self.strings("sources", figure.sources.iter().map(|source| source.name.as_str()));
        if let Some(whole) = figure.part_of {
            self.json.key("part_of");
            self.json.number(whole as f64);
        }
        self.place("sentence", figure.sentence);
        self.trail(&figure.rules, figure.by_hand);
    }

    /// The rules that found a fact, and whether somebody corrected it.
    fn trail(&mut self, rules: &[&'static str], by_hand: bool) {
        if !rules.is_empty() {
            self.strings("rules", rules.iter().copied());
        }
        if by_hand {
            self.json.flag("by_hand", true);
        }
    }

    fn speaker(&mut self, source: &Source) {
        self.json.key("speaker");
        self.json.open('{');
        if let Some(span) = source.span {
            self.span(span);
            self.json.string("text", span.of(&self.article.text));
        }
        self.json.string("name", &source.name);
        self.json.close('}');
    }

    fn quote(&mut self, quote: &Quote) {
        self.span(quote.span);
        self.json.string("kind", quote_kind(quote.kind));
        if let Some(Cue { span, class }) = quote.cue {
            self.json.key("cue");
            self.json.open('{');
            self.span(span);
            self.json.string("class", cue_class(class));
            self.json.close('}');
        }
        if let Some(speaker) = &quote.speaker {
            self.speaker(speaker);
        }
        if !quote.via.is_empty() {
            self.strings("via", quote.via.iter().map(|source| source.name.as_str()));
        }
        self.trail(&quote.rules, quote.by_hand);
    }

    fn unknown(&mut self, unknown: &Unknown) {
        self.span(unknown.span);
        self.counted(unknown.counted.as_ref());
        self.trail(&unknown.rules, unknown.by_hand);
    }

    fn time(&mut self, time: &Time) {
        self.span(time.span);
        self.json.string("type", time_type(time.kind));
        self.json.string("value", &time.value);
        self.optional("earliest", time.earliest.map(iso).as_deref());
        self.optional("latest", time.latest.map(iso).as_deref());
        self.json.string("basis", time_basis(time.basis));
        self.trail(&time.rules, time.by_hand);
    }

    fn entity(&mut self, listed: &Listed<'_>) {
        let Listed { name, kind, entity, mentions, pronouns, rules } = listed;
        self.json.string("name", name);
        self.json.string("kind", entity_kind(*kind));
        if let Some(entity) = entity {
            self.some_strings("aliases", &entity.aliases);
            self.some_strings("roles", &entity.roles);
            self.optional("country", entity.country.as_deref());
            if let Some((latitude, longitude)) = entity.position {
                for (key, degrees) in [("lat", latitude), ("lon", longitude)] {
                    self.json.key(key);
                    self.json.number(f64::from((degrees * 100.0).round()) / 100.0);
                }
            }
        } else {
            self.json.flag("named", false);
        }
        self.list("mentions", mentions, |writer, (span, of)| {
            writer.span(*span);
            match of {
                Worded::Name => {}
                Worded::Speaks => writer.json.flag("speaks", true),
                Worded::Nominal => writer.json.string("form", "nominal"),
                Worded::Metonym => writer.json.string("form", "metonym"),
            }
        });
        if !pronouns.is_empty() {
            self.list("pronouns", pronouns, |writer, span| writer.span(*span));
        }
        self.trail(rules, entity.is_some_and(|entity| entity.by_hand));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::{Block, Head};

    #[test]
    fn a_record_is_json_with_offsets_in_code_points() {
        let text = "Fünf “Männer”\nkamen\u{1}.";
        let span = |words: &str| {
            let at = text.find(words).unwrap();
            Span::new(at, at + words.len())
        };
        let head = Head { id: "a\"\\".to_owned(), title: "Fünf".to_owned(), ..Head::default() };
        let blocks = vec![Block { kind: BlockKind::Boilerplate, span: span("kamen") }];
        let figures = vec![Figure { span: span("Fünf"), number: span("Fünf"), low: Some(4.5), ..Figure::default() }];
        let facts = Facts { figures, ..Facts::default() };
        let record = record(&Article { head, text: text.to_owned(), blocks }, &facts);
        assert!(!record.contains('\n'));
        let read: serde_json::Value = serde_json::from_str(&record).unwrap();
        assert_eq!((&read["id"], &read["text"]), (&"a\"\\".into(), &text.into()));
        assert_eq!(read["boilerplate"], serde_json::json!([{"start": 14, "end": 19}]));
        assert_eq!(read["figures"][0]["number"], serde_json::json!({"start": 0, "end": 4}));
        assert_eq!((&read["figures"][0]["low"], &read["figures"][0]["sources"]), (&4.5.into(), &serde_json::json!([])));
        assert!(record.starts_with("{\"id\":\"a\\\"\\\\\",\"title\":\"Fünf\",\"text\":"), "{record}");
    }
}
