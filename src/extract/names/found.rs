//! The names of an article, one by one: what the model reads in each run, what rules know better, and what the other
//! places of the article say of the same words.

use super::features::Looks;
use super::known::{self, Known};
use super::model::{Anything, Decoder, Piece, model};
use super::run::Runs;
use super::spelling::Spelling;
use super::tables;
use crate::extract::{Document, EntityKind, Facts, Refusal, TokenKind};
use core::ops::Range;
use rustc_hash::FxHashMap;

/// A name in the text.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub tokens: Range<usize>,
    pub sentence: usize,
    pub kind: EntityKind,
    pub rule: &'static str,
    /// The words, to be compared with those of other names.
    pub spelling: Spelling,
    /// What was found and names the same in its fullest form: an acronym's expansion.
    pub of: Option<usize>,
}

/// What may be a name or not: a stretch that the model read, with how good it is as each kind.
struct Guess {
    tokens: Range<usize>,
    sentence: usize,
    /// 0 for none.
    kind: usize,
    rule: &'static str,
    scores: [i32; 4],
    key: u64,
    /// Whether other places of the article may change its kind.
    firm: bool,
}

/// How much it tells of a word that it is the surname, or the given name, of somebody in the article.
const SURNAMED: i32 = 120;
const GIVEN_NAMED: i32 = 40;

const KINDS: [EntityKind; 4] = [EntityKind::People, EntityKind::Person, EntityKind::Organisation, EntityKind::Place];

/// Finds the names of persons, organisations and places.
pub(super) fn names(document: &Document<'_>, known: &Known<'_, '_>, facts: &mut Facts) -> Vec<Found> {
    let mut guesses = read(document, known, facts);
    vote(document, &mut guesses);
    let named = guesses.into_iter().filter(|guess| guess.kind != 0);
    named
        .map(|guess| Found {
            spelling: Spelling::of(document, guess.tokens.clone()),
            tokens: guess.tokens,
            sentence: guess.sentence,
            kind: KINDS[guess.kind],
            rule: guess.rule,
            of: None,
        })
        .collect()
}

/// Reads each run by the model, and by the rules that overrule it.
fn read(document: &Document<'_>, known: &Known<'_, '_>, facts: &mut Facts) -> Vec<Guess> {
    let runs = Runs::new(document, facts.times.iter().map(|time| time.span).collect());
    let mut looks = Looks::new();
    let mut decoder = Decoder::default();
    let mut guesses: Vec<Guess> = Vec::new();
    let refusals = &mut facts.refusals;
    runs.each(known, |sentence, run| {
        looks.read(document, known, sentence, run.clone());
        let mut strict = false;
        for piece in decoder.decode(&looks, model(), &Anything) {
            let bits = looks.at(piece.start).bits;
            let single = piece.end - piece.start == 1;
            if piece.kind == 0 && !(looks.may_begin(piece.start) && looks.may_end(piece.start)) {
                strict &= looks.at(piece.start).bits & known::CAPITALS == 0;
                continue;
            }
            if piece.kind == 0 && bits & known::TITLE != 0 {
                strict = bits & known::STRICT != 0;
                continue;
            }
            let titled = strict && document.tokens[run.start + piece.start].kind == TokenKind::Word;
            strict = false;
            let piece = without_titles(&looks, piece);
            let tokens = run.start + piece.start..run.start + piece.end;
            let mut guess = Guess {
                key: key(document, tokens.clone()),
                scores: decoder.scores(&looks, model(), piece),
                tokens,
                sentence,
                kind: piece.kind,
                rule: "names:model",
                firm: false,
            };
            let organisation = usize::from(looks.at(piece.start).organisation) == piece.end - piece.start;
            if titled && piece.kind != 1 && !(organisation && !single) {
                (guess.kind, guess.rule, guess.firm) = (1, "names:title", true);
            } else if piece.kind == 2 && is_product(document, &guess.tokens) {
                refusals.push(Refusal { span: document.span_of(guess.tokens.clone()), rule: "names:product" });
                (guess.kind, guess.firm) = (0, true);
            }
            guesses.push(guess);
        }
    });
    guesses
}

/// A person without the titles that the model took for a part of the name.
fn without_titles(looks: &Looks, mut piece: Piece) -> Piece {
    while piece.kind == 1 && piece.start + 1 < piece.end {
        let bits = looks.at(piece.start).bits;
        if bits & known::TITLE == 0 || bits & known::GIVEN != 0 || !looks.may_begin(piece.start + 1) {
            break;
        }
        piece.start += 1;
    }
    piece
}

/// Whether the words name a make and a model: `Airbus A380`, `Boeing 737-800`.
fn is_product(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let words = tokens.clone().map(|token| document.lower(token));
    let whole = tables::longest_organisation(words).is_some_and(|(length, _)| length == tokens.len());
    let designation = |token: usize| {
        let written = document.written(token);
        let digits = written.bytes().filter(u8::is_ascii_digit).count();
        let letters = written.chars().filter(|c| c.is_alphabetic()).count();
        document.tokens.get(token).is_some_and(|token| token.spaced && token.is_wordlike())
            && digits >= 1
            && !written.contains([',', '.'])
            && (digits == 3 && letters == 0 || letters > 0 && digits >= 2 && letters <= 4)
    };
    let last = tokens.end - 1;
    if tokens.len() > 1 && designation(last) {
        return !whole;
    }
    whole && designation(tokens.end)
}

/// The words of a stretch as one number; brackets do not count.
fn key(document: &Document<'_>, tokens: Range<usize>) -> u64 {
    let words = tokens.filter(|token| !document.is_mark(*token, '[') && !document.is_mark(*token, ']'));
    words.fold(0, |key, token| tables::joined(key, known::hash(document.lower(token))))
}

/// One article, one meaning: the same words are the same kind of name wherever they stand, by the sum of what speaks
/// for it in all of their places; and the surname of somebody is a person.
fn vote(document: &Document<'_>, guesses: &mut [Guess]) {
    let mut sums: FxHashMap<u64, [i32; 4]> = FxHashMap::default();
    for guess in guesses.iter().filter(|guess| guess.kind != 0) {
        let sum = sums.entry(guess.key).or_default();
        if guess.firm {
            sum[guess.kind] += SURNAMED;
        }
        for kind in 1..4 {
            sum[kind] += guess.scores[kind] - guess.scores[0];
        }
    }
    for guess in guesses.iter().filter(|guess| guess.kind == 1 && guess.tokens.len() > 1) {
        let word = |token: usize| tables::joined(0, known::hash(document.lower(token)));
        let country = tables::of_word(document.lower(guess.tokens.end - 1)) & known::COUNTRY != 0;
        if !country {
            sums.entry(word(guess.tokens.end - 1)).or_default()[1] += SURNAMED;
        }
        if tables::of_word(document.lower(guess.tokens.start)) & known::GIVEN != 0 {
            sums.entry(word(guess.tokens.start)).or_default()[1] += GIVEN_NAMED;
        }
    }
    for guess in guesses.iter_mut().filter(|guess| !guess.firm) {
        let Some(sum) = sums.get(&guess.key) else { continue };
        let best = (1..4).max_by_key(|kind| (sum[*kind], 4 - kind)).unwrap_or(0);
        let here = if guess.kind == 0 { sum[best] + 2 * (guess.scores[best] - guess.scores[0]) } else { sum[best] };
        if best != guess.kind && here > 0 {
            (guess.kind, guess.rule) = (best, "names:elsewhere");
        }
    }
}
