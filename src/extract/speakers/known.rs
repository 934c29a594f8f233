//! Who is known by name in an article, with what it calls them.

use super::role::{Role, gender_of_word};
use super::{Kind, role};
use crate::extract::{Document, EntityKind, Facts, Tag};
use crate::lexicon::{Gender, given_name};
use crate::order;
use core::ops::Range;
use rustc_hash::FxHashMap;

/// Somebody with a name.
#[derive(Clone, Debug)]
pub(super) struct Name {
    pub(super) name: String,
    pub(super) entity: Option<usize>,
    pub(super) kind: Kind,
    pub(super) gender: Option<Gender>,
    pub(super) roles: Vec<Role>,
}

/// All of them, and where they are named.
pub(in crate::extract) struct Known {
    pub(super) all: Vec<Name>,
    /// Tokens of each mention, in order, with the index of whom it names.
    pub(super) mentions: Vec<(Range<usize>, usize)>,
    /// Persons by the last word of their name: the last one named so.
    surnames: FxHashMap<String, usize>,
    /// Persons whom the article calls by a role.
    pub(super) with_roles: Vec<usize>,
}

impl Known {
    pub(in crate::extract) fn new(document: &Document<'_>, facts: &Facts) -> Self {
        let mut known =
            Self { all: Vec::new(), mentions: Vec::new(), surnames: FxHashMap::default(), with_roles: Vec::new() };
        for (entity, of) in facts.entities.iter().enumerate() {
            let kind = match of.kind {
                EntityKind::Person => Kind::Person,
                EntityKind::Organisation => Kind::Body,
                EntityKind::Place => Kind::Place,
                EntityKind::People => Kind::People,
            };
            let roles = of.roles.iter().filter_map(|role| Role::parse(role)).collect();
            let at = known.all.len();
            known.all.push(Name { name: of.name.clone(), entity: Some(entity), kind, gender: None, roles });
            for mention in &of.mentions {
                let tokens =
                    document.token_at(mention.span.start)..document.token_at(mention.span.end.saturating_sub(1)) + 1;
                known.mentions.push((tokens, at));
            }
        }
        order::by_key(&mut known.mentions, |(tokens, _)| tokens.start as u64);
        known.add_unlisted(document);
        known.describe(document);
        for (at, of) in known.all.iter().enumerate().filter(|(_, of)| of.kind == Kind::Person) {
            if let Some(surname) = of.name.split(' ').next_back() {
                known.surnames.insert(surname.to_owned(), at);
            }
            if !of.roles.is_empty() {
                known.with_roles.push(at);
            }
        }
        known
    }

    /// Tokens of all names that entities hold, in order, with the entity.
    pub(in crate::extract) fn listed(&self) -> impl Iterator<Item = &(Range<usize>, usize)> {
        // Entities come first among all, in their own order.
        self.mentions.iter().filter(|(_, at)| self.all.get(*at).is_some_and(|of| of.entity.is_some()))
    }

    /// Persons by a given name and a surname whom no entity holds.
    fn add_unlisted(&mut self, document: &Document<'_>) {
        let mut found: Vec<(Range<usize>, usize)> = Vec::new();
        let mut named: FxHashMap<&str, usize> = FxHashMap::default();
        for phrase in &document.phrases {
            let Some(tokens) = name_in(document, phrase.tokens.clone()) else { continue };
            if self.overlaps(&tokens) {
                continue;
            }
            let name = document.span_of(tokens.clone()).of(document.text);
            let at = *named.entry(name).or_insert_with(|| {
                self.all.push(Name {
                    name: name.to_owned(),
                    entity: None,
                    kind: Kind::Person,
                    gender: None,
                    roles: Vec::new(),
                });
                self.all.len() - 1
            });
            found.push((tokens, at));
        }
        self.mentions.append(&mut found);
        order::by_key(&mut self.mentions, |(tokens, _)| tokens.start as u64);
    }

    /// Genders, and what stands before a name: `Kenyan leader`.
    fn describe(&mut self, document: &Document<'_>) {
        for (tokens, at) in &self.mentions {
            let Some(of) = self.all.get_mut(*at).filter(|of| of.kind == Kind::Person) else { continue };
            if of.gender.is_none() {
                of.gender = gender_of_name(document, tokens);
            }
            if of.roles.len() < 12 {
                of.roles.extend(role::around(document, tokens));
            }
        }
        for of in &mut self.all {
            of.gender = of.gender.or_else(|| of.roles.iter().find_map(Role::gender));
        }
    }

    fn overlaps(&self, tokens: &Range<usize>) -> bool {
        let at = self.mentions.partition_point(|(of, _)| of.end <= tokens.start);
        self.mentions.get(at).is_some_and(|(of, _)| of.start < tokens.end)
    }

    /// The last mention within some tokens.
    fn last_in(&self, tokens: &Range<usize>) -> Option<&(Range<usize>, usize)> {
        let end = self.mentions.partition_point(|(of, _)| of.start < tokens.end);
        self.mentions[..end].last().filter(|(of, _)| of.start >= tokens.start)
    }

    /// Whom the end of some tokens names: by a mention, or by the surname of somebody named before.
    pub(super) fn at_end(&self, tokens: &Range<usize>, document: &Document<'_>) -> Option<usize> {
        if let Some((mention, known)) = self.last_in(tokens)
            && mention.end >= tokens.end
        {
            return Some(*known);
        }
        let last = tokens.end.checked_sub(1)?;
        let token = document.tokens.get(last)?;
        if !token.capital || token.tag == Tag::Pronoun {
            return None;
        }
        let surname = document.written(last);
        self.surnames.get(surname).copied()
    }

    pub(super) fn mention_at_end(&self, tokens: &Range<usize>) -> Option<(usize, Range<usize>)> {
        let (mention, known) = self.last_in(tokens)?;
        (mention.end >= tokens.end).then(|| (*known, mention.clone()))
    }

    /// Whom a mention within some tokens names.
    pub(super) fn at(&self, tokens: &Range<usize>, _document: &Document<'_>) -> Option<usize> {
        self.last_in(tokens).map(|(_, known)| *known)
    }

    /// The first person named within some tokens.
    pub(super) fn person_in(&self, tokens: &Range<usize>) -> Option<usize> {
        let start = self.mentions.partition_point(|(of, _)| of.start < tokens.start);
        let within = self.mentions[start..].iter().take_while(|(of, _)| of.start < tokens.end);
        within.map(|(_, known)| *known).find(|known| self.is_person(*known))
    }

    /// Mentions within some tokens.
    pub(super) fn within(&self, tokens: Range<usize>) -> impl Iterator<Item = &(Range<usize>, usize)> {
        let start = self.mentions.partition_point(|(of, _)| of.start < tokens.start);
        self.mentions[start..].iter().take_while(move |(of, _)| of.start < tokens.end)
    }

    pub(in crate::extract) fn is_person(&self, known: usize) -> bool {
        self.all.get(known).is_some_and(|of| of.kind == Kind::Person)
    }

    /// Whether a mention of somebody covers all of some tokens.
    pub(super) fn covers(&self, known: usize, tokens: &Range<usize>) -> bool {
        self.last_in(tokens).is_some_and(|(of, at)| *at == known && of.start <= tokens.start && of.end >= tokens.end)
    }

    /// Whether a phrase ends with the name of a body or place, so that it means that and nobody described by it.
    pub(super) fn covers_body(&self, known: usize, base: &Range<usize>, document: &Document<'_>) -> bool {
        self.all.get(known).is_some_and(|of| of.kind != Kind::People || base.len() <= 2) && !document.tokens.is_empty()
    }
}

/// A given name and what follows it to the end of a phrase.
fn name_in(document: &Document<'_>, phrase: Range<usize>) -> Option<Range<usize>> {
    let proper = |token: usize| document.tokens.get(token).is_some_and(|token| token.capital && token.is_wordlike());
    let end = phrase.end;
    let mut start = end;
    while start > phrase.start && proper(start - 1) {
        start -= 1;
    }
    let first = (start..end).find(|token| given_name(document.lower(*token)).is_some_and(|name| !name.is_word))?;
    (end - first >= 2 && end - first <= 4).then_some(first..end)
}

fn gender_of_name(document: &Document<'_>, tokens: &Range<usize>) -> Option<Gender> {
    if let Some(title) = tokens.start.checked_sub(1).and_then(|before| gender_of_word(document.lower(before))) {
        return Some(title);
    }
    let given = tokens.clone().take(if tokens.len() > 1 { tokens.len() - 1 } else { 0 });
    let mut given = given.filter_map(|token| given_name(document.lower(token)));
    if let Some(gender) = given.find_map(|name| name.gender) {
        return Some(gender);
    }
    let last = document.lower(tokens.end.checked_sub(1)?);
    let ends = |endings: &[&str]| last.len() > 5 && endings.iter().any(|ending| last.ends_with(ending));
    if ends(&["ova", "eva", "skaya"]) {
        Some(Gender::Female)
    } else if ends(&["ov", "ev", "skiy", "sky"]) {
        Some(Gender::Male)
    } else {
        None
    }
}
