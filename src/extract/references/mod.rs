//! The finder of references: phrases and pronouns that mean a person, an organisation or a place without naming it.
//!
//! | found | and not |
//! |---|---|
//! | **Health Minister** Ana Ruiz; Ana Ruiz, **the minister**, | Mr Ruiz; Ana Ruiz is the minister |
//! | **the premier**, **Mali’s president** | a premier, premiers |
//! | **She** left; **I** in somebody’s own words, where the article tells who that is | it, they, we |
//! | **the group**, **our allies**, **Malian forces**, **armed groups**, **the people of Mali** | a group, people, forces |
//! | **a Malian tactical unit**, **the Coalition** | a party; the Malian Relief Coalition, a name |
//! | **senior Malian officials**, **local Arab fighters** | officials, the fighters, 40 Arab fighters, Red Crescent officials |
//! | **Mali** condemned it, **the Malians** (see `state`) | in Mali, Malians |
//! | **the town**, **the port city of Sfax** | a town, towns, their town |
//! | | women, residents, victims: several persons, who are no body |
//!
//! Nobody is looked up among what is found here: it runs behind all other finders.

mod heads;
mod state;

use super::names::Roles;
use super::speakers::{Known, Speakers};
use super::{Document, Entity, EntityKind, Facts, QuoteKind, Reference, ReferenceForm, Tag, TokenKind};
use crate::lexicon::{self, About, Gender, person};
use crate::order;
use crate::text::Span;
use core::ops::Range;
pub(super) use heads::{Head, head};

/// Finds the references of a document; `known` is who has a name in it, `roles` are what stands beside its names.
pub fn find(document: &Document<'_>, known: &Known, roles: Roles, facts: &mut Facts) {
    let mut finder = Finder::new(document, known, facts);
    finder.roles(roles);
    let mut found = finder.references();
    found.extend(finder.states());
    order::by_key(&mut found, |reference| order::pair(reference.span.start, order::down(reference.span.end)));
    facts.references = found;
}

struct Finder<'d, 't> {
    document: &'d Document<'t>,
    entities: &'d [Entity],
    /// The tokens of all names, in order.
    names: Vec<(Range<usize>, usize)>,
    /// Direct speech, with whose it is.
    speeches: Vec<(Span, usize)>,
    /// Who speaks, where that is said.
    speaking: Vec<Range<usize>>,
    speakers: Speakers<'d, 't>,
    /// The tokens of titles, offices and descriptions beside names, in order.
    roles: Vec<(Range<usize>, usize)>,
}

impl<'d, 't> Finder<'d, 't> {
    fn new(document: &'d Document<'t>, known: &'d Known, facts: &'d Facts) -> Self {
        let entities = facts.entities.as_slice();
        let names = known.listed().cloned().collect();
        let mut speeches = Vec::new();
        let mut speaking = Vec::new();
        for quote in &facts.quotes {
            let Some(speaker) = &quote.speaker else { continue };
            speaking.extend(speaker.span.map(|span| document.tokens_in(span)).filter(|tokens| !tokens.is_empty()));
            if quote.kind == QuoteKind::Direct {
                speeches.extend(speaker.entity.map(|entity| (quote.span, entity)));
            }
        }
        order::by_key(&mut speaking, |tokens| tokens.start as u64);
        let speakers = Speakers::new(document, known);
        Self { document, entities, names, speeches, speaking, speakers, roles: Vec::new() }
    }

    fn is_a(&self, entity: usize, kind: EntityKind) -> bool {
        self.entities.get(entity).is_some_and(|of| of.kind == kind)
    }

    /// The first name that shares a token with these.
    fn name_in(&self, tokens: &Range<usize>) -> Option<&(Range<usize>, usize)> {
        let at = self.names.partition_point(|(of, _)| of.end <= tokens.start);
        self.names.get(at).filter(|(of, _)| of.start < tokens.end)
    }

    /// Takes in what stands beside the names of persons and is an office or a description.
    fn roles(&mut self, mut roles: Roles) {
        roles.retain(|(tokens, entity)| self.is_a(*entity, EntityKind::Person) && self.is_role(tokens));
        order::by_key(&mut roles, |(tokens, _)| order::pair(tokens.start as u32, order::down(tokens.end as u32)));
        let mut end = 0;
        roles.retain(|(tokens, _)| {
            let free = tokens.start >= end;
            end = end.max(tokens.end);
            free
        });
        self.roles = roles;
    }

    /// Whether some tokens are a noun phrase about one person, and all of it.
    fn is_role(&self, tokens: &Range<usize>) -> bool {
        let document = self.document;
        let tie = tokens.clone().skip(1).find(|token| document.tag(*token) == Tag::Preposition);
        let head = tie.unwrap_or(tokens.end) - 1;
        let about_person = |token: usize| {
            let lower = document.lower(token);
            document.word(token).is_some_and(|word| word.is_about(About::Person)) || lexicon::title(lower).is_some()
        };
        let inner = |token: usize| token > tokens.start && token + 1 < tokens.end;
        let fits = |token: usize| match document.tag(token) {
            Tag::Noun | Tag::Proper | Tag::Adjective | Tag::Determiner | Tag::Possessive | Tag::Number => {
                !is_honorific(document.lower(token))
            }
            // `the terrorists | military leader`
            Tag::Plural => token > head || !about_person(token),
            Tag::Mark => token > tokens.start,
            Tag::Preposition | Tag::Conjunction => inner(token),
            _ => false,
        };
        // What somebody is said to be, or taken as, does not stand for them.
        let predicate = tokens.start > 0 && matches!(document.lower(tokens.start - 1), "is" | "was" | "became" | "as");
        about_person(head) && document.tag(tokens.end - 1).is_noun() && !predicate && tokens.clone().all(fits)
    }

    fn references(&mut self) -> Vec<Reference> {
        let mut found = Vec::new();
        for (tokens, entity) in &self.roles {
            found.push(self.reference(tokens, EntityKind::Person, Some(*entity), "references:role"));
        }
        let mut speaking = core::mem::take(&mut self.speaking).into_iter().peekable();
        let mut end = 0;
        for phrase in &self.document.phrases {
            // Who has spoken is who is meant.
            while let Some(tokens) = speaking.next_if(|tokens| tokens.start <= phrase.tokens.start) {
                let end = tokens.end;
                self.speakers.chain(tokens, end..end);
            }
            found.extend(phrase.tokens.clone().filter_map(|token| self.pronoun(token)));
            let owns = |token: &usize| *token > phrase.tokens.start && self.is_possessive(*token);
            let owners = phrase.tokens.clone().filter(owns).map(|token| (phrase.tokens.start..token, token - 1));
            for (tokens, head) in owners.chain([(phrase.tokens.clone(), phrase.head)]) {
                if tokens.start >= end
                    && let Some((tokens, reference)) = self.nominal(tokens, head)
                {
                    end = tokens.end;
                    found.push(reference);
                }
            }
        }
        found
    }

    fn reference(
        &self,
        tokens: &Range<usize>,
        kind: EntityKind,
        entity: Option<usize>,
        rule: &'static str,
    ) -> Reference {
        let span = self.document.span_of(tokens.clone());
        Reference { span, form: ReferenceForm::Nominal, kind, entity, rule }
    }

    /// Whether a token is the possessive `’s`.
    fn is_possessive(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Possessive)
    }

    /// A pronoun for one person: of the third person wherever the article tells whose it is, of the first in somebody's
    /// own words.
    fn pronoun(&self, token: usize) -> Option<Reference> {
        // All of them are of the closed classes, and most words are not.
        self.document.word(token).filter(|word| word.is_closed())?;
        let of = person(self.document.lower(token)).filter(|of| of.plural == Some(false))?;
        let entity = match (of.person, of.gender) {
            (3, Some(Gender::Male | Gender::Female)) => self.speakers.meant(&(token..token + 1)),
            (1, _) => {
                let span = self.document.span_of(token..token + 1);
                let at = self.speeches.partition_point(|(words, _)| words.end <= span.start);
                self.speeches.get(at).filter(|(words, _)| words.contains(span)).map(|(_, entity)| *entity)
            }
            _ => None,
        };
        let entity = entity.filter(|entity| self.is_a(*entity, EntityKind::Person))?;
        let reference = self.reference(&(token..token + 1), EntityKind::Person, Some(entity), "references:pronoun");
        Some(Reference { form: ReferenceForm::Pronoun, ..reference })
    }

    /// A noun phrase without a name of its own, with the name behind its `of`.
    fn nominal(&self, mut tokens: Range<usize>, at: usize) -> Option<(Range<usize>, Reference)> {
        let document = self.document;
        let kind = document.tokens.get(at).filter(|token| token.tag.is_noun())?.head?;
        if let Some((name, entity)) = self.name_in(&(at..at + 1)) {
            // `the Coalition` is a description, and its article a part of it.
            let described = kind == Head::Body
                && *name == (at..at + 1)
                && tokens == (at - 1..at + 1)
                && document.lower(tokens.start) == "the"
                && self.is_a(*entity, EntityKind::Organisation);
            let reference = || self.reference(&tokens, EntityKind::Organisation, Some(*entity), "references:group");
            return described.then(|| (tokens.clone(), reference()));
        }
        if self.is_in_role(&tokens) {
            return None;
        }
        // `the threat | this group poses`
        let opens = |token: &usize| document.tag(*token) == Tag::Determiner && document.tag(*token - 1).is_noun();
        tokens.start = (tokens.start + 1..at).rev().find(opens).unwrap_or(tokens.start);
        while tokens.start < at && document.tag(tokens.start) == Tag::Adverb {
            tokens.start += 1;
        }
        let of = self.named_behind(tokens.end);
        if !self.fits(&tokens, at, kind, of.is_some()) {
            return None;
        }
        let (kind, rule) = match kind {
            Head::Body | Head::Several | Head::Members => (EntityKind::Organisation, "references:group"),
            Head::Place => (EntityKind::Place, "references:place"),
            Head::Office => (EntityKind::Person, "references:office"),
        };
        // `the port city of Sfax` is Sfax.
        let same = of.as_ref().map(|(_, entity)| *entity).filter(|_| kind == EntityKind::Place);
        // `the government of Mali` is no other government that was named.
        let called = || if of.is_none() { self.speakers.meant(&tokens) } else { None };
        let meant = same.or_else(called).filter(|entity| self.is_a(*entity, kind));
        let whole = tokens.start..of.map_or(tokens.end, |(of, _)| of.end);
        let reference = self.reference(&whole, kind, meant, rule);
        Some((whole, reference))
    }

    fn is_in_role(&self, tokens: &Range<usize>) -> bool {
        let at = self.roles.partition_point(|(of, _)| of.end <= tokens.start);
        self.roles.get(at).is_some_and(|(of, _)| of.start < tokens.end)
    }

    /// The phrase behind `of`, if a name ends it, and whose name that is.
    fn named_behind(&self, end: usize) -> Option<(Range<usize>, usize)> {
        if self.document.lower(end) != "of" {
            return None;
        }
        let phrase = self.document.phrases.get(self.document.phrase_of(end + 1)?)?.tokens.clone();
        let (_, entity) = self.name_in(&(phrase.end - 1..phrase.end))?;
        Some((phrase, *entity))
    }

    /// Whether a number stands in a phrase: then each of them is meant, and not the body that they act for.
    fn is_counted(&self, tokens: &Range<usize>) -> bool {
        tokens.clone().any(|token| self.document.tag(token) == Tag::Number)
    }

    /// Whether the body that somebody acts for is named in a phrase, and so found already.
    fn names_body(&self, tokens: &Range<usize>) -> bool {
        self.name_in(tokens).is_some_and(|(_, entity)| self.is_a(*entity, EntityKind::Organisation))
    }

    /// Whether a phrase is worded so that one certain body, place or person is meant by it.
    fn fits(&self, tokens: &Range<usize>, head: usize, kind: Head, of: bool) -> bool {
        let document = self.document;
        let first = document.lower(tokens.start);
        let owned = tokens.clone().any(|token| self.is_possessive(token));
        let the = owned || matches!(first, "the" | "this");
        let definite = the
            || matches!(first, "that" | "these" | "those" | "both" | "all")
            || document.tag(tokens.start) == Tag::Possessive;
        let plural = document.tag(head) == Tag::Plural;
        let before = head.saturating_sub(1).max(tokens.start)..head;
        // `the Karrada district`, `the M5S party`: the noun belongs to the name.
        if self.name_in(&before).is_some_and(|(_, entity)| !self.is_a(*entity, EntityKind::People))
            && !matches!(kind, Head::Several | Head::Members)
        {
            return false;
        }
        // `the Royal Courts`: a name that was not taken for one is no description.
        let capital = |token: usize| document.tokens.get(token).is_some_and(|token| token.capital);
        if kind != Head::Office && capital(head) && before.clone().any(capital) && self.name_in(&before).is_none() {
            return false;
        }
        let named = self.name_in(tokens).is_some();
        let described = !before.is_empty()
            && matches!(document.tag(before.start), Tag::Noun | Tag::Adjective | Tag::Participle)
            && !is_of_others(document.lower(before.start));
        match kind {
            Head::Several if document.lower(head) == "people" => the && named || of && !self.is_counted(tokens),
            Head::Several => definite || named || described,
            Head::Body => definite || named || of || described && (plural || matches!(first, "a" | "an")),
            Head::Members => (named || described) && !self.is_counted(tokens) && !self.names_body(tokens),
            Head::Place => {
                !plural && (the || of) && !(before.start..before.end).any(|at| is_of_others(document.lower(at)))
            }
            Head::Office => {
                let predicate = tokens.start > 0 && document.tag(tokens.start - 1) == Tag::Auxiliary;
                let title = owned && document.tokens[head].capital;
                the && !predicate && !title
            }
        }
    }
}

/// Whether a word stands before names out of courtesy alone.
fn is_honorific(lower: &str) -> bool {
    matches!(lower, "mr" | "mrs" | "ms" | "miss" | "mx" | "dr" | "sir" | "dame" | "lady" | "lord" | "saint" | "st")
}

/// Whether a word says that it is others, or some of them.
fn is_of_others(lower: &str) -> bool {
    matches!(lower, "other" | "many" | "several" | "few" | "more" | "most" | "some" | "same" | "such" | "various")
}
