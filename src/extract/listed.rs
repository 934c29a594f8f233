//! The entities of an article as a record lists them: names with all words that mean whoever bears them, and words whose
//! bearer has no name.

use super::named::entity_kind;
use super::{Entity, EntityKind, Facts, ReferenceForm};
use crate::order;
use crate::text::Span;
use crate::text::class::lowercase;
use rustc_hash::FxHashMap;

/// How a mention is worded.
pub(super) enum Worded {
    /// By a name.
    Name,
    /// By the name of a place that stands for who speaks from it.
    Speaks,
    /// By a phrase that is no name.
    Nominal,
    /// By the name of a country that stands for who governs it.
    Metonym,
}

/// An entity with all that mentions it.
pub(super) struct Listed<'a> {
    pub name: String,
    pub kind: EntityKind,
    /// None: it has no name.
    pub entity: Option<&'a Entity>,
    /// In order.
    pub mentions: Vec<(Span, Worded)>,
    /// In order.
    pub pronouns: Vec<Span>,
    pub rules: Vec<&'static str>,
}

/// All entities in order of their first mention. What has no name is one where its words are the same.
pub(super) fn listed<'a>(facts: &'a Facts, text: &str) -> Vec<Listed<'a>> {
    let mut all: Vec<Listed<'a>> = facts.entities.iter().map(of_name).collect();
    let mut nameless: FxHashMap<String, usize> = FxHashMap::default();
    for reference in &facts.references {
        let metonym = reference.form == ReferenceForm::Metonym;
        let of = reference.entity.and_then(|at| facts.entities.get(at)).filter(|_| metonym);
        let at = reference.entity.filter(|_| !metonym).unwrap_or_else(|| {
            let name = of.map_or_else(|| reference.name(text), |of| of.name.clone());
            let kind = reference.kind;
            let at = *nameless.entry(lowercase(&name) + entity_kind(kind)).or_insert(all.len());
            if at == all.len() {
                let (mentions, pronouns, rules) = (Vec::new(), Vec::new(), Vec::new());
                all.push(Listed { name, kind, entity: None, mentions, pronouns, rules });
            }
            at
        });
        let Some(of) = all.get_mut(at) else { continue };
        match reference.form {
            ReferenceForm::Nominal => {
                // `the Coalition` is listed once.
                if reference.kind == EntityKind::Organisation {
                    of.mentions.retain(|(span, _)| !reference.span.contains(*span));
                }
                of.mentions.push((reference.span, Worded::Nominal));
            }
            ReferenceForm::Metonym => of.mentions.push((reference.span, Worded::Metonym)),
            ReferenceForm::Pronoun => of.pronouns.push(reference.span),
        }
        if !of.rules.contains(&reference.rule) {
            of.rules.push(reference.rule);
        }
    }
    for of in &mut all {
        order::by_key(&mut of.mentions, |(span, _)| u64::from(span.start));
    }
    order::by_key(&mut all, |of| of.mentions.first().map_or(0, |(span, _)| u64::from(span.start)));
    all
}

fn of_name(entity: &Entity) -> Listed<'_> {
    let worded = |speaks| if speaks { Worded::Speaks } else { Worded::Name };
    Listed {
        name: entity.name.clone(),
        kind: entity.kind,
        entity: Some(entity),
        mentions: entity.mentions.iter().map(|mention| (mention.span, worded(mention.speaks))).collect(),
        pronouns: Vec::new(),
        rules: entity.rules.clone(),
    }
}
