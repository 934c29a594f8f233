//! The card of a selected fact: all that is known of it.
//!
//! A value that the article does not print, but that was worked out of it, is marked as such.

use super::count::grouped;
use super::date::between;
use super::evaluation::Evaluation;
use super::fact::{Fact, all, mentions, number_words};
use super::quantity::{interval, quantity, time_words};
use super::runs::shortened;
use super::screen::{Card, CardRow, CardValue};
use super::selection::{Part, Selection};
use crate::extract::named::{cue_class, figure_kind};
use crate::extract::{Facts, Figure, Quote, QuoteKind, Remainder, Source, Time, TimeBasis, TimeType, remainders};
use crate::index::{ArticleFacts, Error};

/// Characters of a fact's words in a card; the article shows all of them.
const LONGEST_WORDS: usize = 300;

/// Characters before and after a fact's words by which they are found elsewhere.
const AROUND: usize = 32;

/// A card in the making, of an article's fact.
struct Writer<'a> {
    text: &'a str,
    found: &'a ArticleFacts,
    /// All facts of the article.
    facts: Vec<Fact>,
    /// The address that selects a fact of the article instead.
    to: &'a dyn Fn(&Fact) -> String,
    rows: Vec<CardRow>,
}

/// The card of a fact; `to` gives the address that selects another one of the article.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(super) fn card(
    evaluation: &Evaluation,
    article: u32,
    fact: &Fact,
    to: &dyn Fn(&Fact) -> String,
    close: String,
) -> Result<Card, Error> {
    let found = evaluation.edition.facts(article)?;
    let text = evaluation.edition.text(article)?;
    let outlet = evaluation.outlet(&evaluation.heads[article as usize]);
    let mut card = Writer { text, found, facts: all(&found.facts), to, rows: Vec::new() };
    let (list, place, by_hand) = card.fill(fact, outlet);
    if by_hand {
        card.said("How it is known", "corrected by hand");
    }
    let rules = found.rules[list].get(place).map_or("", String::as_str).replace('\n', ", ");
    if !rules.is_empty() {
        card.worked("Found by", &rules);
    }
    let (before, after) = (&text[..fact.span.range().start], &text[fact.span.range().end..]);
    let start = before.chars().count() as u32;
    Ok(Card {
        id: fact.id(),
        kind: fact.kind,
        noun: fact.noun(),
        words: shortened(fact.span.of(text), LONGEST_WORDS),
        exact: fact.span.of(text).to_owned(),
        prefix: before[before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at)..].to_owned(),
        suffix: after[..after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at)].to_owned(),
        start,
        end: start + fact.span.of(text).chars().count() as u32,
        rows: card.rows,
        close,
    })
}

impl Writer<'_> {
    /// A row with what the article says.
    fn said(&mut self, term: &'static str, text: &str) {
        self.row(term, text, false);
    }

    /// A row with what was worked out.
    fn worked(&mut self, term: &'static str, text: &str) {
        self.row(term, text, true);
    }

    /// A row with a word or name, where there is one: said where the article prints it, else worked out.
    fn known(&mut self, term: &'static str, text: Option<&str>) {
        if let Some(text) = text {
            self.row(term, text, !prints(self.text, text));
        }
    }

    /// Rows, or further values of the row before where that has the same term.
    #[inline(never)]
    fn row(&mut self, term: &'static str, text: &str, worked: bool) {
        if self.rows.last().is_none_or(|row| row.term != term) {
            self.rows.push(CardRow { term, values: Vec::new(), chain: false });
        }
        if let Some(row) = self.rows.last_mut() {
            row.values.push(CardValue { text: text.to_owned(), to: None, worked });
        }
    }

    /// A row with another fact, which it leads to.
    fn link(&mut self, term: &'static str, text: &str, part: Part, ordinal: usize) {
        self.said(term, text);
        let fact = self.facts.iter().find(|fact| fact.part == part && fact.ordinal == ordinal);
        let to = fact.map(self.to);
        if let Some(value) = self.rows.last_mut().and_then(|row| row.values.last_mut()) {
            value.to = to;
        }
    }

    /// Who says it, from the nearest source to the article's own outlet.
    fn chain<'s>(&mut self, sources: impl Iterator<Item = &'s Source>, outlet: &str) {
        const TERM: &str = "Who says";
        sources.for_each(|source| self.known(TERM, Some(&source.name)));
        if self.rows.last().is_none_or(|row| row.term != TERM) {
            self.worked(TERM, "the article itself");
        }
        self.said(TERM, outlet);
        if let Some(row) = self.rows.last_mut() {
            row.chain = true;
        }
    }

    /// All that is known of a fact. Gives the list of its rules and its place in that, and whether it was corrected.
    fn fill(&mut self, fact: &Fact, outlet: &str) -> (usize, usize, bool) {
        let facts: &Facts = &self.found.facts;
        let at = fact.ordinal;
        match fact.part {
            Part::Figure => {
                self.figure(facts, at);
                self.chain(facts.figures[at].sources.iter(), outlet);
                (0, at, facts.figures[at].by_hand)
            }
            Part::Quote => {
                let quote = &facts.quotes[at];
                self.quote(quote);
                self.chain(quote.speaker.iter().chain(&quote.via), outlet);
                (1, at, quote.by_hand)
            }
            Part::Unknown => {
                let unknown = &facts.unknowns[at];
                self.known(COUNTED, unknown.counted.as_ref().map(|counted| counted.text.as_str()));
                self.said("Number", "not known, the article says");
                (2, at, unknown.by_hand)
            }
            Part::Time => {
                self.time(&facts.times[at]);
                (3, at, facts.times[at].by_hand)
            }
            Part::Sentence | Part::Name => {
                let entity = mentions(facts).get(at).map_or(0, |(entity, _)| *entity);
                self.name(facts, entity, at);
                (4, entity, facts.entities.get(entity).is_some_and(|entity| entity.by_hand))
            }
        }
    }

    fn figure(&mut self, facts: &Facts, at: usize) {
        let figures = &facts.figures;
        let figure = &figures[at];
        let text = self.text;
        self.said("Number", figure.number.of(text));
        self.worked("Number", &["read as ", &interval(figure)].concat());
        self.worked("Bound", &spaced(figure.bound.word()));
        self.worked("Kind", figure_kind(figure.kind));
        self.known("Unit", figure.unit.as_deref());
        self.known(COUNTED, figure.counted.as_ref().map(|counted| counted.text.as_str()));
        if let Some(status) = &figure.status {
            self.worked("What happened", &spaced(status));
        }
        figure.population.iter().for_each(|word| self.worked("Who", &spaced(word)));
        self.known("From", figure.of_place.as_deref());
        self.known("At", figure.at_place.as_deref());
        self.known("As of", figure.as_of.as_deref().map(time_words).as_deref());
        if let Some(whole) = figure.part_of {
            self.link("Part of", figures[whole].span.of(text), Part::Figure, whole);
        }
        for (part, figure) in figures.iter().enumerate().filter(|(_, figure)| figure.part_of == Some(at)) {
            self.link("Parts", figure.span.of(text), Part::Figure, part);
        }
        for remainder in remainders(facts).iter().filter(|remainder| remainder.whole == at) {
            self.worked("Left over", &sum(remainder, figures));
        }
    }

    fn quote(&mut self, quote: &Quote) {
        self.worked(
            "Kind",
            match quote.kind {
                QuoteKind::Direct => "the speaker’s own words",
                QuoteKind::Indirect => "reported in the writer’s words",
            },
        );
        match &quote.speaker {
            Some(source) => {
                self.known("Speaker", Some(&source.name));
                let here = source.span.map_or("", |span| span.of(self.text));
                if !here.is_empty() && here != source.name {
                    self.said("Speaker", &["named here as “", here, "”"].concat());
                }
            }
            None => self.worked("Speaker", "not known"),
        }
        if let Some(cue) = quote.cue {
            self.said("Cue", cue.span.of(self.text));
            self.worked("Cue", &["read as: ", cue_class(cue.class)].concat());
        }
    }

    fn time(&mut self, time: &Time) {
        self.worked(
            "Kind",
            match time.kind {
                TimeType::Date => "a date",
                TimeType::Time => "a time of day",
                TimeType::Duration => "how long",
                TimeType::Set => "how often",
            },
        );
        self.worked("Value", &time.value);
        if let (Some(earliest), Some(latest)) = (time.earliest, time.latest) {
            self.worked("Interval", &between(earliest, latest));
        }
        let basis = match time.basis {
            TimeBasis::Text => "the words themselves, or their sentence",
            TimeBasis::Context => "an earlier date of the article",
            TimeBasis::Published => "the date of publication",
            TimeBasis::Open => "nothing: a part stays open",
        };
        self.worked("Settled by", basis);
        if let Some(anchor) = time.anchor {
            self.said("Settled by", &["“", &shortened(anchor.of(self.text), 60), "”"].concat());
        }
    }

    /// An entity, of which the mention `here` is selected.
    fn name(&mut self, facts: &Facts, at: usize, here: usize) {
        let Some(entity) = facts.entities.get(at) else { return };
        self.known("Name", Some(&entity.name));
        entity.aliases.iter().for_each(|name| self.known("Also", Some(name)));
        entity.roles.iter().for_each(|role| self.known("Called", Some(role)));
        if let Some(country) = &entity.country {
            self.worked("Country", country);
        }
        let mentions = mentions(facts);
        if mentions.get(here).is_some_and(|(_, mention)| mention.speaks) {
            self.worked("Here", "stands for who governs or speaks from it");
        }
        let mut number = 0;
        for ordinal in (0..mentions.len()).filter(|ordinal| mentions[*ordinal].0 == at) {
            number += 1;
            if ordinal == here {
                self.said("Named here", &grouped(number));
            } else {
                self.link("Named here", &grouped(number), Part::Name, ordinal);
            }
        }
    }
}

const COUNTED: &str = "What is counted";

/// Whether a text has these words. (The standard library's search is fast, and 2 KB.)
fn prints(text: &str, words: &str) -> bool {
    words.is_empty() || text.as_bytes().windows(words.len()).any(|there| there == words.as_bytes())
}

/// `at_least` → `at least`
pub(super) fn spaced(word: &str) -> String {
    word.replace('_', " ")
}

/// `257 = 405 − 104 − 44`
pub(super) fn sum(remainder: &Remainder, figures: &[Figure]) -> String {
    let point = |at: usize| quantity(figures[at].low.unwrap_or(0.0));
    let mut out = quantity(remainder.low);
    out.push_str(" = ");
    out.push_str(&point(remainder.whole));
    for part in &remainder.parts {
        out.push_str(" − ");
        out.push_str(&point(*part));
    }
    out
}

/// The number of a figure, shortened, for lists: `over 400`.
pub(super) fn short_number(figure: &Figure, text: &str) -> String {
    shortened(number_words(figure, text), 60)
}

/// The selection of a fact.
pub(super) fn selection(evaluation: &Evaluation, article: u32, fact: &Fact, text: &str) -> Selection {
    evaluation.part_link(article, fact.part, fact.ordinal, fact.span.of(text))
}
