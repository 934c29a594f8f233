//! The finder of names: persons, organisations, places and peoples, each with all its names in an article.
//!
//! | step | what it does | file |
//! |---|---|---|
//! | known | what tables and the rest of the article say of a word | `known`, `tables` |
//! | runs | stretches of a sentence that may hold names | `run` |
//! | model | cuts a run into names and words that are none | `looks`, `features`, `model` |
//! | pieces | one name of several pieces, two names of one | `pieces` |
//! | rules | overrule the model where they are surer, and refuse | `rules` |
//! | beside | what stands beside a name and tells its kind | `beside`, `hints` |
//! | vote | the same words are the same kind all over an article | `guess`, `found` |
//! | peoples | every word for a people outside of other names | `peoples` |
//! | join | one entity for all its names; which place of its name | `join`, `spelling`, `place` |
//! | roles | titles, offices, descriptions beside a name | `roles` |
//!
//! | a name is | and is not |
//! |---|---|
//! | Prime Minister **Amadou Keita** | the title before it |
//! | the **Iraqi army**, the **Ministry of Health and Sanitation** | `the` |
//! | **Karim \[Haddad\]**, **Omar bin Khalid** | `’s` behind it |
//! | **Idlib province** and **Idlib**, two places | a treaty, a prize, a law, an aircraft, a month |
//! | **Kurdish** outside of longer names, a people | the first word of a sentence for its capital alone |
//!
//! The model is trained by `tests/bench/train-names.rs` on GUM and re3d.

mod beside;
mod features;
mod found;
mod guess;
mod hints;
mod join;
mod known;
mod looks;
mod model;
mod peoples;
mod pieces;
mod place;
mod roles;
mod rules;
mod run;
mod spelling;
mod tables;
#[doc(hidden)]
pub mod training;

use super::{Document, Entity, EntityKind, Facts, Settings};
use core::ops::Range;
use known::Known;
pub(super) use known::{Bits, hash, of_tables};

/// The lines of a table without comments and empty ones.
fn table(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Titles, offices and descriptions beside a name: their tokens, and the entity that is called so.
pub type Roles = Vec<(Range<usize>, usize)>;

/// Finds the names of a document, and what stands beside them.
pub fn find(document: &Document<'_>, settings: &Settings, facts: &mut Facts) -> Roles {
    find_by(model::model(), document, settings, facts)
}

/// Finds the names of a document by these weights.
fn find_by(weights: &impl model::Weights, document: &Document<'_>, settings: &Settings, facts: &mut Facts) -> Roles {
    let known = Known::of(document);
    let mut names = found::names(document, &known, weights, facts);
    peoples::find(document, &mut names);
    let joined = join::join(document, settings, &names);
    let mut beside = Vec::new();
    for (mut entity, members) in joined {
        let roles = describe(document, &names, &members, &mut entity);
        beside.extend(roles.into_iter().map(|role| (role, facts.entities.len())));
        facts.entities.push(entity);
    }
    beside
}

/// No entity keeps more roles than this.
const MOST_ROLES: usize = 24;

/// Fills in what the article says an entity is, in the words of the article; where these words stand.
fn describe(
    document: &Document<'_>,
    names: &[found::Found],
    members: &[usize],
    entity: &mut Entity,
) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    for name in members.iter().filter_map(|at| names.get(*at)) {
        let taken = |token: usize| {
            let at = names.partition_point(|other| other.tokens.end <= token);
            names.get(at).is_some_and(|other| other.kind == EntityKind::Person && other.tokens.contains(&token))
        };
        roles::roles(document, name, taken, |role| all.push(role));
        if all.len() >= MOST_ROLES {
            break;
        }
    }
    for role in &all {
        let printed = document.span_of(role.clone()).of(document.text);
        let printed = printed.split_whitespace().collect::<Vec<_>>().join(" ");
        if !printed.is_empty() && !entity.roles.contains(&printed) {
            entity.roles.push(printed);
        }
    }
    if entity.kind == EntityKind::Person {
        let fullest = members.iter().filter_map(|at| names.get(*at)).max_by_key(|name| name.spelling.words.len());
        entity.gender = fullest.and_then(|name| roles::gender(document, name, &all));
    }
    all
}
