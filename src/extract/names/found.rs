//! The names of an article, one by one: what the model reads in each run, what rules know better, and what the other
//! places of the article say of the same words.

use super::beside;
use super::guess::{Guess, vote};
use super::known::Known;
use super::looks::Looks;
use super::model::{Decoder, Uncut, Weights};
use super::pieces::Read;
use super::rules::TITLE;
use super::run::Runs;
use super::spelling::{self, Spelling};
use crate::extract::{Document, EntityKind, Facts};
use core::ops::Range;

/// A name in the text.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub tokens: Range<usize>,
    pub sentence: usize,
    pub kind: EntityKind,
    pub rule: &'static str,
    /// The words, to be compared with those of other names.
    pub spelling: Spelling,
    /// The key of the name of its kind that is the same in its fullest form: an acronym's expansion.
    pub of: Option<u64>,
}

const KINDS: [EntityKind; 4] = [EntityKind::People, EntityKind::Person, EntityKind::Organisation, EntityKind::Place];

/// Finds the names of persons, organisations and places.
pub(super) fn names(
    document: &Document<'_>,
    known: &Known<'_, '_>,
    weights: &impl Weights,
    facts: &mut Facts,
) -> Vec<Found> {
    let mut guesses = read(document, known, weights, facts);
    beside::settle(document, known, &mut guesses);
    spell_out(document, &mut guesses);
    vote(document, known, &mut guesses);
    let named = guesses.into_iter().filter(|guess| guess.kind != 0);
    let mut names: Vec<Found> = named.map(|guess| found(document, guess)).collect();
    for at in 1..names.len() {
        let (before, here) = (&names[at - 1], &names[at]);
        if before.kind == here.kind && acronym(document, &before.tokens) == Some(here.tokens.start) {
            names[at].of = Some(before.spelling.key);
        }
    }
    names
}

fn found(document: &Document<'_>, guess: Guess) -> Found {
    let mut tokens = guess.tokens;
    // `al-Rashid`, where the model found Rashid alone.
    let article = tokens
        .start
        .checked_sub(2)
        .filter(|_| matches!(document.written(tokens.start - 1), "-" | "‑") && !document.tokens[tokens.start].spaced);
    if let Some(article) = article.filter(|article| matches!(document.lower(*article), "al" | "el" | "ul")) {
        tokens.start = article;
    }
    Found {
        spelling: Spelling::of(document, tokens.clone()),
        tokens,
        sentence: guess.sentence,
        kind: KINDS[guess.kind],
        rule: guess.rule,
        of: None,
    }
}

/// The token in brackets behind a name that is its acronym.
fn acronym(document: &Document<'_>, name: &Range<usize>) -> Option<usize> {
    let brackets = document.is_mark(name.end, '(') && document.is_mark(name.end + 2, ')');
    (name.len() > 1 && brackets && spelling::is_acronym(document, name.end + 1, name.clone())).then_some(name.end + 1)
}

/// What stands in brackets behind an organisation as its acronym is one, too.
fn spell_out(document: &Document<'_>, guesses: &mut [Guess]) {
    for at in 1..guesses.len() {
        let (before, here) = guesses.split_at_mut(at);
        let (Some(name), Some(guess)) = (before.last(), here.first_mut()) else { continue };
        if name.kind == 2 && guess.kind != 2 && acronym(document, &name.tokens) == Some(guess.tokens.start) {
            (guess.kind, guess.rule, guess.firm) = (2, "names:acronym", true);
        }
    }
}

/// Reads each run by the model, and by the rules that overrule it.
fn read(document: &Document<'_>, known: &Known<'_, '_>, weights: &impl Weights, facts: &mut Facts) -> Vec<Guess> {
    let runs = Runs::new(document, facts.times.iter().map(|time| time.span).collect());
    let mut looks = Looks::new();
    let mut decoder = Decoder::default();
    let mut guesses: Vec<Guess> = Vec::new();
    let refusals = &mut facts.refusals;
    runs.each(known, |sentence, run| {
        looks.read(document, known, sentence, run.clone());
        let pieces = decoder.decode(&looks, weights, &Uncut(&looks));
        let run = Read { document, looks: &looks, sentence, start: run.start };
        let mut before = None;
        for piece in run.joined(pieces) {
            let (piece, rule) = run.without_titles(piece);
            before = if rule == TITLE { piece.start.checked_sub(1) } else { before };
            let Some(mut guess) = run.guess(piece, rule, &decoder, weights) else {
                before = run.is_title(piece.start).then_some(piece.start);
                continue;
            };
            run.overrule(&mut guess, piece, before, refusals);
            guesses.push(guess);
            before = None;
        }
    });
    guesses
}
