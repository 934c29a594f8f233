//! The finder of names.

mod features;
mod known;
mod model;
mod run;
mod tables;
#[doc(hidden)]
pub mod training;

use super::{Document, Entity, EntityKind, Facts, Mention, Settings};
use features::Looks;
use known::Known;
use run::Runs;

/// The lines of a table without comments and empty ones.
fn table(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Finds the names of a document.
pub fn find(document: &Document<'_>, _settings: &Settings, facts: &mut Facts) {
    let known = Known::of(document);
    let runs = Runs::new(document, facts.times.iter().map(|time| time.span).collect());
    let mut looks = Looks::new();
    let mut decoder = model::Decoder::default();
    runs.each(&known, |sentence, tokens| {
        looks.read(document, &known, sentence, tokens.clone());
        for piece in decoder.decode(&looks, model::model(), &model::Anything) {
            let kind = match piece.kind {
                1 => EntityKind::Person,
                2 => EntityKind::Organisation,
                3 => EntityKind::Place,
                _ => continue,
            };
            let span = document.span_of(tokens.start + piece.start..tokens.start + piece.end);
            facts.entities.push(Entity {
                name: span.of(document.text).to_owned(),
                kind,
                mentions: vec![Mention { span, speaks: false }],
                rules: vec!["names:model"],
                ..Entity::default()
            });
        }
    });
}
