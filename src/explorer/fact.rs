//! The facts of an article as the page knows them: what is marked, under which id, in which layer.

use super::selection::Part;
use crate::extract::named::entity_kind;
use crate::extract::{Facts, Figure, FigureKind, Mention};
use crate::order::{by_key, down, pair};
use crate::text::Span;

/// The layers of marks that can be switched on, as they stand in an address, and as the reader sees them. What an
/// article says is not known stands in the layer of figures.
pub const LAYERS: [(&str, &str); 7] = [
    ("figure", "Figures"),
    ("quote", "Quotations"),
    ("time", "Times"),
    ("person", "Persons"),
    ("organisation", "Organisations"),
    ("place", "Places"),
    ("people", "Peoples"),
];

/// What stands for an attribute that the article says nothing of.
pub const NONE: &str = "none";

/// A fact of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    pub part: Part,
    /// Counted among those of its part.
    pub ordinal: usize,
    pub span: Span,
    /// Its layer.
    pub layer: &'static str,
    /// Becomes `data-kind`.
    pub kind: &'static str,
}

impl Fact {
    /// `f3`: unique in the article.
    pub fn id(&self) -> String {
        format!("{}{}", self.part.letter(), self.ordinal)
    }

    /// What it is, in a word.
    pub fn noun(&self) -> &'static str {
        match self.kind {
            "figure" => "Figure",
            "quote" => "Quotation",
            "unknown" => "Not known",
            "time" => "Time",
            "person" => "Person",
            "organisation" => "Organisation",
            "place" => "Place",
            _ => "People",
        }
    }
}

/// All facts, those that hold others first: quotations, figures, unknowns, times, names.
pub(super) fn all(facts: &Facts) -> Vec<Fact> {
    let mut all = Vec::new();
    let mut add = |part: Part, ordinal: usize, span: Span, layer: &'static str, kind: &'static str| {
        all.push(Fact { part, ordinal, span, layer, kind });
    };
    for (at, quote) in facts.quotes.iter().enumerate() {
        add(Part::Quote, at, quote.span, "quote", "quote");
    }
    for (at, figure) in facts.figures.iter().enumerate() {
        add(Part::Figure, at, figure.span, "figure", "figure");
    }
    for (at, unknown) in facts.unknowns.iter().enumerate() {
        add(Part::Unknown, at, unknown.span, "figure", "unknown");
    }
    for (at, time) in facts.times.iter().enumerate() {
        add(Part::Time, at, time.span, "time", "time");
    }
    for (at, (entity, mention)) in mentions(facts).into_iter().enumerate() {
        let kind = entity_kind(facts.entities[entity].kind);
        add(Part::Name, at, mention.span, kind, kind);
    }
    all
}

/// Every mention with its entity, in order of where they stand.
pub(super) fn mentions(facts: &Facts) -> Vec<(usize, Mention)> {
    let of = |(at, entity): (usize, &crate::extract::Entity)| {
        entity.mentions.iter().map(|mention| (at, *mention)).collect::<Vec<_>>()
    };
    let mut mentions: Vec<(usize, Mention)> = facts.entities.iter().enumerate().flat_map(of).collect();
    by_key(&mut mentions, |(_, mention)| pair(mention.span.start, down(mention.span.end)));
    mentions
}

/// The words of a figure up to its number, `over 400`; the whole of it where a unit belongs to the number.
pub(super) fn number_words<'t>(figure: &Figure, text: &'t str) -> &'t str {
    let with_unit = !matches!(figure.kind, FigureKind::People | FigureKind::Count);
    let end = if with_unit { figure.span.end } else { figure.number.end };
    let words = Span { start: figure.span.start.min(figure.number.start), end }.of(text);
    if words.is_empty() { figure.span.of(text) } else { words }
}
