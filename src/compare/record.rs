//! A comparison as one JSON object: what `sourcebook compare` prints.
//!
//! Offsets are Unicode code points of an article's text, half-open, as in what `sourcebook extract` prints; a figure is named
//! by its article's id and its place in that article's list there. Keys with nothing to say are left out.

use super::comparison::COMPARED;
use super::sums::said;
use super::{Adds, Comparison, How, Passage, Question, Related, Relation, Scope};
use crate::extract::CodePoints;
use crate::extract::named::{entity_kind, figure_kind};
use crate::text::Span;
use serde_json::{Map, Value, json};

/// Relations of one question that are printed; `relations_left_out` counts the rest.
pub const MOST_RELATIONS: usize = 200;

/// The comparison as JSON, indented.
#[must_use]
pub fn record(comparison: &Comparison<'_>) -> String {
    let points = comparison.articles().iter().map(|article| CodePoints::of(&article.text)).collect();
    let writer = Writer { comparison, points };
    let questions: Vec<Value> = comparison.questions.iter().map(|question| writer.question(question)).collect();
    let unasked: Vec<Value> = comparison.unasked().map(|at| writer.account(at)).collect();
    let sums: Vec<Value> = comparison.sums.iter().map(|sum| writer.sum(sum)).collect();
    let names: Vec<Value> = comparison.names.iter().map(|name| writer.name(name)).collect();
    let passages: Vec<Value> = comparison.passages.iter().map(|passage| writer.passage(passage)).collect();
    let all = json!({
        "articles": writer.articles(), "questions": questions, "unasked": unasked, "sums": sums, "names": names,
        "passages": passages,
    });
    format!("{all:#}")
}

struct Writer<'c, 'a> {
    comparison: &'c Comparison<'a>,
    points: Vec<CodePoints>,
}

/// A whole number without its point; none for what is infinite.
fn number(value: f64) -> Value {
    let whole = value.fract() == 0.0 && value.abs() < 9e15;
    if whole { json!(value as i64) } else { json!(value) }
}

/// Puts a value that says something.
fn put(into: &mut Map<String, Value>, key: &str, value: Value) {
    let empty = match &value {
        Value::Null => true,
        Value::String(text) => text.is_empty(),
        Value::Array(items) => items.is_empty(),
        _ => false,
    };
    if !empty {
        into.insert(key.to_owned(), value);
    }
}

impl Writer<'_, '_> {
    fn articles(&self) -> Vec<Value> {
        let head = |article: &&crate::read::Article| {
            let mut object = Map::new();
            put(&mut object, "id", json!(article.head.id));
            put(&mut object, "title", json!(article.head.title));
            put(&mut object, "outlet", json!(article.head.outlet));
            put(&mut object, "url", json!(article.head.url));
            Value::Object(object)
        };
        self.comparison.articles.iter().map(head).collect()
    }

    fn id(&self, article: usize) -> &str {
        self.comparison.articles.get(article).map_or("", |article| article.head.id.as_str())
    }

    fn text(&self, article: usize) -> &str {
        self.comparison.articles.get(article).map_or("", |article| article.text.as_str())
    }

    fn span(&self, into: &mut Map<String, Value>, article: usize, span: Span) {
        let text = self.text(article);
        for (key, byte) in [("start", span.start), ("end", span.end)] {
            let at = self.points.get(article).map_or(0, |points| points.at(text, byte));
            into.insert(key.to_owned(), json!(at));
        }
    }

    fn account(&self, at: usize) -> Value {
        let mut object = Map::new();
        let Some(reading) = self.comparison.readings.get(at) else { return Value::Object(object) };
        let (fact, text) = (reading.fact, self.text(reading.article));
        put(&mut object, "article", json!(self.id(reading.article)));
        put(&mut object, "figure", json!(reading.figure));
        self.span(&mut object, reading.article, fact.span);
        put(&mut object, "text", json!(fact.span.of(text)));
        put(&mut object, "number", json!(fact.number.of(text)));
        put(&mut object, "low", fact.low.map_or(Value::Null, number));
        put(&mut object, "high", fact.high.map_or(Value::Null, number));
        put(&mut object, "bound", json!(fact.bound.word()));
        put(&mut object, "counted", json!(fact.counted.as_ref().map(|counted| &counted.text)));
        put(&mut object, "population", json!(fact.population));
        put(&mut object, "of_place", json!(fact.of_place));
        put(&mut object, "at_place", json!(fact.at_place));
        put(&mut object, "as_of", json!(fact.as_of));
        put(&mut object, "sources", json!(reading.sources));
        put(&mut object, "part_of", json!(fact.part_of));
        if fact.by_hand {
            put(&mut object, "by_hand", json!(true));
        }
        let sentence = fact.sentence.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        put(&mut object, "sentence", json!(sentence));
        Value::Object(object)
    }

    fn question(&self, question: &Question) -> Value {
        let mut object = Map::new();
        put(&mut object, "id", json!(question.id));
        put(&mut object, "title", json!(question.title));
        if question.titled_by_hand {
            put(&mut object, "titled_by_hand", json!(true));
        }
        put(&mut object, "kind", json!(figure_kind(question.kind)));
        if !matches!(question.unit.as_str(), "people" | "count" | "age" | "percent") {
            put(&mut object, "unit", json!(question.unit));
        }
        put(&mut object, "population", json!(question.who));
        put(&mut object, "noun", json!(question.noun));
        put(&mut object, "event", json!(question.event));
        put(&mut object, "articles", json!(question.articles));
        put(&mut object, "figures", question.figures.iter().map(|at| self.account(*at)).collect());
        let (relations, left_out) = self.relations(question);
        put(&mut object, "relations", json!(relations));
        if left_out > 0 {
            put(&mut object, "relations_left_out", json!(left_out));
        }
        Value::Object(object)
    }

    /// The relations that say most: first those that differ, by their factor; and how many more there are.
    fn relations(&self, question: &Question) -> (Vec<Value>, usize) {
        let chosen = self.chosen(question);
        let mut pairs = Vec::new();
        for (at, first) in chosen.iter().enumerate() {
            for second in chosen.iter().skip(at + 1) {
                let (Some(a), Some(b)) = (question.figures.get(*first), question.figures.get(*second)) else {
                    continue;
                };
                if let Some(related) = self.comparison.related(*a, *b) {
                    pairs.push((*first, *second, related));
                }
            }
        }
        pairs.sort_by(|a, b| b.2.relation.weight().total_cmp(&a.2.relation.weight()));
        pairs.truncate(MOST_RELATIONS);
        let count = question.figures.len();
        let left_out = count * count.saturating_sub(1) / 2 - pairs.len();
        let printed = pairs.iter().map(|(first, second, related)| self.relation(question, *first, *second, related));
        (printed.collect(), left_out)
    }

    /// The places, among a question's figures, of those that are compared.
    fn chosen(&self, question: &Question) -> Vec<usize> {
        let figures = &question.figures;
        if figures.len() <= COMPARED {
            return (0..figures.len()).collect();
        }
        let ends = [question.least, question.greatest];
        let mut chosen: Vec<usize> = ends.iter().filter_map(|end| figures.iter().position(|at| at == end)).collect();
        let mut met = std::collections::BTreeSet::new();
        for (place, at) in figures.iter().enumerate() {
            let Some(reading) = self.comparison.readings.get(*at) else { continue };
            let bits = |end: Option<f64>| end.map(f64::to_bits);
            let is_new = met.insert((bits(reading.fact.low), bits(reading.fact.high), reading.fact.bound.word()));
            if is_new && chosen.len() < COMPARED {
                chosen.push(place);
            }
        }
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }

    fn relation(&self, question: &Question, first: usize, second: usize, related: &Related) -> Value {
        let mut object = Map::new();
        put(&mut object, "figures", json!([first, second]));
        put(&mut object, "relation", json!(related.relation.word()));
        match related.relation {
            Relation::Differ { factor, at_least } => {
                put(
                    &mut object,
                    "factor",
                    factor.map_or(Value::Null, |factor| json!((factor * 100.0).round() / 100.0)),
                );
                if at_least {
                    put(&mut object, "at_least", json!(true));
                }
            }
            Relation::Part { first_is_whole } => {
                put(&mut object, "whole", json!(if first_is_whole { first } else { second }));
            }
            _ => {}
        }
        put(&mut object, "same", json!(related.same));
        let reasons: Vec<Value> = related.reasons.iter().map(reason).collect();
        put(&mut object, "reasons", json!(reasons));
        let account = |place: usize| question.figures.get(place).copied().unwrap_or_default();
        put(&mut object, "words", json!(self.comparison.in_words(account(first), account(second), related)));
        Value::Object(object)
    }

    fn sum(&self, sum: &super::Sum) -> Value {
        let mut object = Map::new();
        put(&mut object, "article", json!(self.id(sum.article)));
        put(&mut object, "whole", json!(sum.whole));
        put(&mut object, "parts", json!(sum.parts));
        let (name, value) = match sum.adds {
            Adds::Leaves(left) => ("leaves", Some(("computed", left))),
            Adds::Up => ("up", None),
            Adds::Exceeds(more) => ("exceeds", Some(("excess", more))),
            Adds::Open => ("open", None),
        };
        put(&mut object, "adds", json!(name));
        if let Some((key, value)) = value {
            put(&mut object, key, number(value));
        }
        put(&mut object, "working", json!(sum.working));
        let figures = self.comparison.facts.get(sum.article).map_or(&[][..], |facts| &facts.figures);
        put(&mut object, "said", json!(figures.get(sum.whole).map(said)));
        Value::Object(object)
    }

    fn name(&self, name: &super::Name) -> Value {
        let mut object = Map::new();
        put(&mut object, "name", json!(name.name));
        put(&mut object, "kind", json!(entity_kind(name.kind)));
        put(&mut object, "aliases", json!(name.aliases));
        let mentions = name.mentions.iter();
        let mentions: Vec<Value> =
            mentions.map(|(article, count)| json!({"article": self.id(*article), "count": count})).collect();
        put(&mut object, "mentions", json!(mentions));
        Value::Object(object)
    }

    fn passage(&self, passage: &Passage) -> Value {
        let side = |(article, span): (usize, Span)| {
            let mut object = Map::new();
            put(&mut object, "article", json!(self.id(article)));
            self.span(&mut object, article, span);
            put(&mut object, "text", json!(span.of(self.text(article))));
            Value::Object(object)
        };
        let mut object = Map::new();
        put(&mut object, "words", json!(passage.words));
        if passage.quoted {
            put(&mut object, "quoted", json!(true));
        }
        put(&mut object, "articles", json!([side(passage.first), side(passage.second)]));
        Value::Object(object)
    }
}

fn reason(reason: &super::Reason) -> Value {
    let scope = match reason.scope {
        Scope::Population => "population",
        Scope::OfPlace => "of_place",
        Scope::AtPlace => "at_place",
        Scope::AsOf => "as_of",
        Scope::Source => "source",
        Scope::Bound => "bound",
    };
    let how = match reason.how {
        How::Other => "other",
        How::Within => "within",
        How::Holds => "holds",
        How::Across => "across",
        How::Unclear => "unclear",
        How::Unsaid => "unsaid",
    };
    json!({"scope": scope, "how": how, "said": [reason.first, reason.second]})
}
