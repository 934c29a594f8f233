//! A fact in one line of words: what `--explain` prints below a text and the test cases expect.
//!
//! ```text
//! figure 40 about people counted=miners status=other
//! time DATE 2016-06-05 published
//! direct speaker="Ramona Moreno" cue=said class=say
//! nominal kind=person name="Ramona Moreno"
//! ```
//!
//! First stands the kind of the fact, then words that name themselves, then `key=value`. A key with nothing to say is
//! left out; a value with a space in it stands in quotation marks.

use super::named::{cue_class, entity_kind, figure_kind, quote_kind, time_basis, time_type};
use super::{Entity, Facts, Figure, Mention, Quote, Reference, ReferenceForm, Source, Time, Unknown};
use crate::text::Span;
use core::fmt;

/// A fact in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Label {
    /// The words of the text that it is a fact of.
    pub span: Span,
    /// What it is: `figure`, `unknown`, `direct`, `indirect`, `time`, `person`, `organisation`, `place`, `people`,
    /// `nominal`, `metonym`, `pronoun`.
    pub kind: &'static str,
    /// Words that name themselves: of a figure value, bound and kind; of a time type, value and basis.
    pub words: Vec<String>,
    /// What else is known of it, by key.
    pub attributes: Vec<(&'static str, String)>,
    /// The rules that found and filled it.
    pub rules: Vec<&'static str>,
    /// Whether somebody corrected it.
    pub by_hand: bool,
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind)?;
        for word in &self.words {
            write!(f, " {word}")?;
        }
        for (key, value) in &self.attributes {
            write!(f, " {key}={}", quoted(value))?;
        }
        Ok(())
    }
}

/// A value as it is written behind its key.
#[must_use]
pub fn quoted(value: &str) -> String {
    let plain = !value.is_empty() && !value.contains(|c: char| c.is_whitespace() || c == '"');
    if plain { value.to_owned() } else { format!("\"{}\"", value.replace('"', "\\\"")) }
}

/// All facts of an article in words, in order of where they begin, the longer first. An entity is one for each mention.
#[must_use]
pub fn labels(text: &str, facts: &Facts) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    labels.extend(facts.quotes.iter().map(|quote| of_quote(text, quote)));
    labels.extend(facts.figures.iter().map(|figure| of_figure(text, figure, &facts.figures)));
    labels.extend(facts.unknowns.iter().map(of_unknown));
    labels.extend(facts.times.iter().map(|time| of_time(text, time)));
    for entity in &facts.entities {
        labels.extend(entity.mentions.iter().map(|mention| of_mention(entity, *mention)));
    }
    labels.extend(facts.references.iter().map(|reference| of_reference(reference, &facts.entities)));
    labels.sort_by_key(|label| (label.span.start, core::cmp::Reverse(label.span.end)));
    labels
}

/// The attributes of a label under work.
struct Attributes(Vec<(&'static str, String)>);

impl Attributes {
    fn put(&mut self, key: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.0.push((key, one_line(value)));
        }
    }

    fn put_list<'a>(&mut self, key: &'static str, between: &str, values: impl Iterator<Item = &'a str>) {
        let joined = values.collect::<Vec<_>>().join(between);
        self.put(key, Some(joined.as_str()).filter(|joined| !joined.is_empty()));
    }
}

/// A text with single spaces for all white space.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn names(sources: &[Source]) -> impl Iterator<Item = &str> {
    sources.iter().map(|source| source.name.as_str())
}

fn of_figure(text: &str, figure: &Figure, all: &[Figure]) -> Label {
    let mut more = Attributes(Vec::new());
    more.put("number", Some(figure.number.of(text)));
    more.put("unit", figure.unit.as_deref());
    more.put("counted", figure.counted.as_ref().map(|counted| counted.text.as_str()));
    more.put("status", figure.status.as_deref());
    more.put_list("population", ",", figure.population.iter().map(String::as_str));
    more.put("of", figure.of_place.as_deref());
    more.put("at", figure.at_place.as_deref());
    more.put("asof", figure.as_of.as_deref());
    more.put_list("sources", "/", names(&figure.sources));
    let whole = figure.part_of.and_then(|whole| all.get(whole));
    more.put("part", whole.map(|whole| whole.number.of(text)));
    Label {
        span: figure.span,
        kind: "figure",
        words: vec![value(figure), figure.bound.word().to_owned(), figure_kind(figure.kind).to_owned()],
        attributes: more.0,
        rules: figure.rules.clone(),
        by_hand: figure.by_hand,
    }
}

/// `40`, `2000..`, `..50`, `70..120`.
fn value(figure: &Figure) -> String {
    match (figure.low, figure.high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (low, high) => {
            let [low, high] = [low, high].map(|end| end.map_or(String::new(), |end| end.to_string()));
            format!("{low}..{high}")
        }
    }
}

fn of_unknown(unknown: &Unknown) -> Label {
    let mut more = Attributes(Vec::new());
    more.put("counted", unknown.counted.as_ref().map(|counted| counted.text.as_str()));
    Label {
        span: unknown.span,
        kind: "unknown",
        words: Vec::new(),
        attributes: more.0,
        rules: unknown.rules.clone(),
        by_hand: unknown.by_hand,
    }
}

fn of_quote(text: &str, quote: &Quote) -> Label {
    let mut more = Attributes(Vec::new());
    more.put("speaker", quote.speaker.as_ref().map(|speaker| speaker.name.as_str()));
    more.put("cue", quote.cue.map(|cue| cue.span.of(text)));
    more.put("class", quote.cue.map(|cue| cue_class(cue.class)));
    more.put_list("via", "/", names(&quote.via));
    Label {
        span: quote.span,
        kind: quote_kind(quote.kind),
        words: Vec::new(),
        attributes: more.0,
        rules: quote.rules.clone(),
        by_hand: quote.by_hand,
    }
}

fn of_time(text: &str, time: &Time) -> Label {
    let mut more = Attributes(Vec::new());
    more.put("anchor", time.anchor.map(|anchor| anchor.of(text)));
    Label {
        span: time.span,
        kind: "time",
        words: vec![time_type(time.kind).to_owned(), time.value.clone(), time_basis(time.basis).to_owned()],
        attributes: more.0,
        rules: time.rules.clone(),
        by_hand: time.by_hand,
    }
}

fn of_mention(entity: &Entity, mention: Mention) -> Label {
    let mut more = Attributes(Vec::new());
    more.put("name", Some(&entity.name));
    more.put("country", entity.country.as_deref());
    more.put("speaks", mention.speaks.then_some("yes"));
    Label {
        span: mention.span,
        kind: entity_kind(entity.kind),
        words: Vec::new(),
        attributes: more.0,
        rules: entity.rules.clone(),
        by_hand: entity.by_hand,
    }
}

fn of_reference(reference: &Reference, entities: &[Entity]) -> Label {
    let mut more = Attributes(Vec::new());
    more.put("kind", Some(entity_kind(reference.kind)));
    let entity = reference.entity.and_then(|at| entities.get(at));
    more.put("name", entity.map(|entity| entity.name.as_str()));
    Label {
        span: reference.span,
        kind: match reference.form {
            ReferenceForm::Nominal => "nominal",
            ReferenceForm::Metonym => "metonym",
            ReferenceForm::Pronoun => "pronoun",
        },
        attributes: more.0,
        rules: vec![reference.rule],
        ..Label::default()
    }
}
