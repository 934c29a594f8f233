//! What holds on from figure to figure: where those counted come from and where it happened, as long as the text speaks of
//! the same people and names no other place.

use super::clause::Clause;
use super::found::Found;
use super::place::{Goal, LOCATIONS, Mentions};
use crate::extract::{Document, Entity, EntityKind, Figure, FigureKind, Tag};
use crate::lexicon::{self, Class};
use crate::read::BlockKind;
use core::ops::Range;

/// How many figures back one of the same is looked for.
const FIGURES: usize = 12;
/// How many blocks back.
const BLOCKS: usize = 2;

/// The places of an article's story.
pub(super) struct Scope<'a> {
    document: &'a Document<'a>,
    mentions: &'a Mentions<'a>,
    /// Where it is set: the first town or region that title or lead say something happened in, else the first country.
    setting: Option<Goal>,
    /// What title and lead say happened.
    told: Vec<String>,
    /// Where the lead ends.
    lead: usize,
}

impl<'a> Scope<'a> {
    pub(super) fn new(document: &'a Document<'a>, mentions: &'a Mentions<'a>) -> Self {
        let block = |kind: BlockKind| document.sentences.iter().find(|sentence| sentence.block_kind == kind);
        let of_block = |block: usize| document.sentences.iter().filter(move |sentence| sentence.block == block);
        let title = block(BlockKind::Title).map(|sentence| sentence.block);
        let lead = document.sentences.iter().find(|sentence| {
            // A byline is no lead.
            sentence.block_kind == BlockKind::Paragraph && !sentence.verbs.is_empty()
        });
        let lead = lead.map(|sentence| sentence.block);
        let sentences = || title.into_iter().chain(lead).flat_map(of_block).map(|sentence| sentence.tokens.clone());
        let goals = || sentences().filter_map(|tokens| happened_in(document, mentions, tokens));
        let setting = goals().find(|goal| !goal.is_country()).or_else(|| goals().next());
        let lead = sentences().map(|tokens| tokens.end).max().unwrap_or(0);
        Self { document, mentions, setting, told: Vec::new(), lead }
    }

    /// Gives a figure the places that it does not say itself. Those before it have theirs.
    pub(super) fn carry(&mut self, at: usize, found: &mut [Found], clauses: &[Clause], nouns: &[Option<usize>]) {
        let (Some(own), Some(clause)) = (found.get(at), clauses.get(at)) else { return };
        if own.tokens.start < self.lead {
            self.told.extend(own.figure.status.clone());
        }
        if own.figure.kind != FigureKind::People {
            return;
        }
        let of_place = if own.figure.of_place.is_none() { self.origin(at, found, clause, nouns) } else { None };
        let at_place = if own.figure.at_place.is_none() { self.place(at, found, clause) } else { None };
        let figure = &mut found[at].figure;
        if of_place.is_some() || at_place.is_some() {
            figure.rules.push("place:carried");
        }
        figure.of_place = figure.of_place.take().or(of_place);
        figure.at_place = figure.at_place.take().or(at_place);
    }

    /// `1,200 Malians left. … Forty came back`: of whom a figure before it said where they come from.
    fn origin(&self, at: usize, found: &[Found], clause: &Clause, nouns: &[Option<usize>]) -> Option<String> {
        let document = self.document;
        let own = &found[at];
        let noun = nouns.get(at).copied().flatten();
        let lemma = noun.map(|noun| lexicon::lemma(document.lower(noun), Class::Noun));
        let relation = matches!(lemma, Some("national" | "citizen" | "compatriot"));
        let owned = relation
            && (own.number.end..own.tokens.end)
                .any(|at| matches!(document.lower(at), "our" | "their" | "its" | "his" | "her"));
        if owned {
            return found[..at].iter().rev().find_map(|other| other.figure.of_place.clone());
        }
        let before = self.before(at, found, |other| other.of_place.is_some())?;
        let same = own.figure.status.is_some() && own.figure.status == found[before].figure.status;
        let moved = matches!(own.figure.status.as_deref(), Some("returned" | "left"));
        let elided = own.elided && (clause.partitive(document).is_some() || same);
        let stays = self.same_place(before, at, found, found[before].figure.of_place.as_deref()?);
        (stays && (elided || same && moved)).then(|| found[before].figure.of_place.clone()).flatten()
    }

    /// Where it happened, as one before says of whom the same happened to, or as the story is set.
    fn place(&self, at: usize, found: &[Found], clause: &Clause) -> Option<String> {
        let document = self.document;
        let own = &found[at].figure;
        // `85 of them are still there`
        let there = (clause.end..clause.sentence.end.min(clause.end + 12))
            .find(|at| document.lower(*at) == "there" && document.verbs_of(*at + 1).is_none());
        if there.is_some_and(|there| !(clause.end..there).any(|at| document.is_mark(at, ','))) {
            return found[..at].iter().rev().find_map(|other| other.figure.at_place.clone());
        }
        let status = own.status.as_deref()?;
        if matches!(status, "left" | "returned" | "requested" | "recruited" | "living" | "sentenced") {
            return None;
        }
        // Of others, of whom another thing happened, it is said elsewhere; what is elided stays with its antecedent.
        let elided = found[at].elided;
        let same = |other: &Figure| elided || other.status == own.status && status != "other";
        // `The camp holds 400 beds. On Monday, 90 patients were admitted.`
        let sentence = |at: usize| document.sentence_of(found[at].tokens.start);
        let next = at.checked_sub(1).filter(|last| {
            let next = sentence(*last) + 1 == sentence(at) && self.block(*last, found) == self.block(at, found);
            next && found[*last].figure.at_place.is_some()
        });
        let before = self.before(at, found, |other| other.at_place.is_some() && same(other)).or(next);
        let set = self.setting.as_ref().map(|setting| setting.name.as_str());
        if let Some(before) = before {
            let mut place = found[before].figure.at_place.as_deref()?;
            let within = self.setting.as_ref().filter(|setting| self.mentions.is_in(setting, place));
            if let Some(setting) = within.filter(|setting| !setting.is_country()) {
                place = &setting.name;
            }
            // Another place is left with its paragraph, for that of the story.
            if self.block(before, found) == self.block(at, found) || set.is_none_or(|set| set == place) {
                return self.same_place(before, at, found, place).then(|| place.to_owned());
            }
        }
        let moved =
            |status: &String| matches!(status.as_str(), "left" | "returned" | "requested" | "recruited" | "sentenced");
        let set = set.filter(|_| !self.told.iter().any(moved))?;
        let harms = |status: &str| matches!(status, "killed" | "injured" | "missing" | "displaced" | "infected");
        let told = |told: &String| told == status || harms(told) && harms(status);
        let same = self.told.is_empty() && status != "other" || self.told.iter().any(told);
        (same && self.is_alone(clause.sentence.clone(), set)).then(|| set.to_owned())
    }

    fn block(&self, at: usize, found: &[Found]) -> usize {
        self.document.sentences.get(self.document.sentence_of(found[at].tokens.start)).map_or(0, |of| of.block)
    }

    /// The nearest figure of people before that fits.
    fn before(&self, at: usize, found: &[Found], fits: impl Fn(&Figure) -> bool) -> Option<usize> {
        let near = |other: &usize| self.block(*other, found) + BLOCKS >= self.block(at, found);
        (at.saturating_sub(FIGURES)..at)
            .rev()
            .take_while(near)
            .find(|other| found[*other].figure.kind == FigureKind::People && fits(&found[*other].figure))
    }

    /// Whether no other place is named from a figure on to the end of the sentence of another.
    fn same_place(&self, from: usize, to: usize, found: &[Found], place: &str) -> bool {
        let document = self.document;
        let start = document.sentences.get(document.sentence_of(found[from].tokens.start));
        let end = document.sentences.get(document.sentence_of(found[to].tokens.start));
        let (Some(start), Some(end)) = (start, end) else { return false };
        // The sentence of the first says where; that of the second may not say another.
        let start = if start.tokens == end.tokens { end.tokens.start } else { start.tokens.end };
        self.is_alone(start..end.tokens.end, place)
    }

    /// Whether no place but this one, or one that it lies in, is where something happens in some tokens.
    fn is_alone(&self, tokens: Range<usize>, place: &str) -> bool {
        let document = self.document;
        let of_same = |entity: &Entity| {
            entity.kind != EntityKind::Place || place.contains(&entity.name) || self.mentions.holds(entity, place)
        };
        self.mentions.within(document.span_of(tokens)).all(|(_, entity)| of_same(entity))
    }
}

/// The place of a sentence of title or lead: behind a preposition, or whose it is (`Mali’s worst flood`, `Oslo hospital`).
fn happened_in(document: &Document<'_>, mentions: &Mentions<'_>, tokens: Range<usize>) -> Option<Goal> {
    mentions.behind(document, tokens.clone(), &LOCATIONS).or_else(|| {
        let (span, _) = mentions.within(document.span_of(tokens.clone())).find(|(span, entity)| {
            let next = document.token_at(span.end);
            entity.kind == EntityKind::Place
                && (document.tag(next) == Tag::Possessive || matches!(document.tag(next), Tag::Noun | Tag::Plural))
        })?;
        mentions.named(document, document.tokens_in(span))
    })
}
