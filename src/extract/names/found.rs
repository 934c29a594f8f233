//! The names of an article, one by one: what the model reads in each run, what rules know better, and what the other
//! places of the article say of the same words.

use super::features::Looks;
use super::known::{self, Known};
use super::model::{Decoder, Piece, Uncut, Weights};
use super::run::Runs;
use super::spelling::{self, Spelling};
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
const SURNAMED: i32 = 500;
const GIVEN_NAMED: i32 = 400;
/// How much it tells, at each place, that a word is a well-known organisation.
const FAMED: i32 = 60;

const KINDS: [EntityKind; 4] = [EntityKind::People, EntityKind::Person, EntityKind::Organisation, EntityKind::Place];

/// Finds the names of persons, organisations and places.
pub(super) fn names(
    document: &Document<'_>,
    known: &Known<'_, '_>,
    weights: &impl Weights,
    facts: &mut Facts,
) -> Vec<Found> {
    let mut guesses = read(document, known, weights, facts);
    spell_out(document, &mut guesses);
    vote(document, &mut guesses);
    let named = guesses.into_iter().filter(|guess| guess.kind != 0);
    let mut names: Vec<Found> = named.map(|guess| found(document, guess)).collect();
    for at in 1..names.len() {
        let (before, here) = (&names[at - 1], &names[at]);
        if before.kind == here.kind && acronym(document, &before.tokens) == Some(here.tokens.start) {
            names[at].of = Some(at - 1);
        }
    }
    names
}

fn found(document: &Document<'_>, guess: Guess) -> Found {
    let mut tokens = guess.tokens;
    // `al-Rashid`, where the model found Rashid alone.
    let article = tokens.start.checked_sub(2).filter(|_| {
        matches!(document.written(tokens.start - 1), "-" | "‑") && !document.tokens[tokens.start].spaced
    });
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

const MODEL: &str = "names:model";
const TITLE: &str = "names:title";

/// Where a piece is parted in two, and the kind of the second.
struct Border {
    at: usize,
    hyphen: bool,
    kind: usize,
}

/// A run that was read.
struct Read<'a, 't> {
    document: &'a Document<'t>,
    looks: &'a Looks,
    sentence: usize,
    start: usize,
}

impl Read<'_, '_> {
    /// The pieces with those joined that are one name by the words between them: `Ludwig van der Berg`, `University of
    /// Leeds`, `Gulf of Aden`.
    fn joined(&self, pieces: Vec<Piece>) -> Vec<Piece> {
        let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
        let mut at = 0;
        while let Some(&piece) = pieces.get(at) {
            if let Some(border) = self.parted(piece) {
                let second = if border.hyphen { border.at + 1 } else { border.at };
                joined.push(Piece { start: piece.start, end: border.at, kind: 3 });
                joined.push(Piece { start: second, end: piece.end, kind: border.kind });
                at += 1;
                continue;
            }
            let rest = &pieces[at..];
            let more = self.particles(rest).or_else(|| self.bracketed(rest)).or_else(|| self.articled(rest));
            let more = more.or_else(|| self.head_first(rest)).or_else(|| self.institution(rest));
            let more = more.or_else(|| self.numbered(rest)).or_else(|| self.fronted(rest)).or_else(|| self.incorporated(rest));
            let more = more.or_else(|| self.of_both(rest));
            let Some((count, kind)) = more else {
                joined.push(piece);
                at += 1;
                continue;
            };
            let end = pieces[at + count - 1].end;
            joined.push(Piece { start: piece.start, end, kind });
            at += count;
        }
        joined
    }

    /// Where one piece is two names: `India-Pakistan`, and the country of an office before a person.
    fn parted(&self, piece: Piece) -> Option<Border> {
        let first = self.looks.at(piece.start);
        let length = piece.end - piece.start;
        if piece.kind == 1 && length > 1 {
            let given = self.looks.at(piece.start + 1).bits & known::GIVEN != 0;
            let country = first.bits & known::COUNTRY != 0 && first.bits & known::GIVEN == 0;
            return (country && given).then_some(Border { at: piece.start + 1, hyphen: false, kind: 1 });
        }
        let at = piece.start + usize::from(first.place.0);
        if !matches!(piece.kind, 2 | 3) || first.place.0 == 0 || at + 1 >= piece.end || first.place.1 > 4 {
            return None;
        }
        let second = self.looks.at(at + 1);
        let whole = usize::from(second.place.0) == piece.end - at - 1 && second.place.1 <= 4;
        let hyphen = matches!(self.document.written(self.start + at), "-" | "–" | "‑");
        (hyphen && whole).then_some(Border { at, hyphen, kind: 3 })
    }

    /// How many pieces are an Arabic article and the name behind it: `al-Rashid`.
    fn articled(&self, pieces: &[Piece]) -> Option<(usize, usize)> {
        let [article, hyphen, name, ..] = pieces else { return None };
        let is_article = matches!(self.lower(article.start), "al" | "el" | "ul" | "an" | "ar" | "as" | "at" | "ad" | "az");
        let tight = matches!(self.document.written(self.start + hyphen.start), "-" | "‑");
        let kinds = article.kind == 0 && hyphen.kind == 0 && name.kind != 0;
        (is_article && self.is_lower(article.start) && tight && kinds).then_some((3, name.kind))
    }

    /// How many pieces are a person's name with particles in lower case: `Omar bin Khalid`.
    fn particles(&self, pieces: &[Piece]) -> Option<(usize, usize)> {
        let first = pieces.first().filter(|piece| self.is_capital(piece.start))?;
        let given = first.kind == 1 || self.looks.at(first.end - 1).bits & known::GIVEN != 0;
        let particle = |piece: &&Piece| piece.kind == 0 && self.is_lower(piece.start) && self.looks.at(piece.start).bits & known::PARTICLE != 0;
        let particles = pieces.iter().skip(1).take(2).take_while(particle).count();
        let last = pieces.get(1 + particles)?;
        let fits = particles > 0 && given && matches!(last.kind, 0 | 1) && self.is_capital(last.start);
        fits.then_some((2 + particles, 1))
    }

    /// How many pieces are a name that its noun opens: `University of Leeds`.
    fn head_first(&self, pieces: &[Piece]) -> Option<(usize, usize)> {
        let first = pieces.first().filter(|piece| piece.end - piece.start <= 3 && self.is_capital(piece.start))?;
        let head = first.end - 1;
        let kind = head_kind(self.document.lower(self.start + head))?;
        if !matches!(first.kind, 0 | 2 | 3) || pieces.get(1).is_none_or(|of| self.lower(of.start) != "of") {
            return None;
        }
        let article = usize::from(pieces.get(2).is_some_and(|the| self.lower(the.start) == "the" && self.is_lower(the.start)));
        let named = pieces.get(2 + article)?;
        let fits = self.is_capital(named.start) && named.kind != 1 && self.looks.may_end(named.end - 1);
        // `Ministry of Health and Sanitation`
        let office = matches!(self.lower(head), "ministry" | "department");
        let and = pieces.get(3 + article).is_some_and(|piece| self.lower(piece.start) == "and");
        let more = pieces.get(4 + article).is_some_and(|piece| piece.kind == 0 && self.is_capital(piece.start));
        fits.then_some((3 + article + if office && and && more { 2 } else { 0 }, kind))
    }

    /// How many pieces are a numbered unit: `3rd Battalion`, `158th Fighter Wing`.
    fn numbered(&self, pieces: &[Piece]) -> Option<(usize, usize)> {
        let number = pieces.first().filter(|piece| self.looks.at(piece.start).bits & known::NUMBER != 0)?;
        let ordinal = pieces.get(1).is_some_and(|piece| matches!(self.lower(piece.start), "st" | "nd" | "rd" | "th"));
        let named = pieces.iter().skip(2).take(4).take_while(|piece| self.is_capital(piece.start)).count();
        let last = pieces.get(1 + named)?;
        let closed = known::closes_only(self.lower(last.end - 1)) == Some(2);
        (number.end - number.start == 1 && ordinal && named > 0 && closed).then_some((2 + named, 2))
    }

    /// How many pieces are a place whose kind stands first: `Mount Elbrus`.
    fn fronted(&self, pieces: &[Piece]) -> Option<(usize, usize)> {
        let first = pieces.first().filter(|piece| piece.end - piece.start == 1 && self.is_capital(piece.start))?;
        let fronts = matches!(self.lower(first.start), "mount" | "mt" | "lake" | "fort" | "cape" | "camp");
        let named = pieces.get(1).filter(|piece| self.is_capital(piece.start) && matches!(piece.kind, 0 | 1 | 3))?;
        (fronts && named.end - named.start <= 2).then_some((2, 3))
    }

    /// How many pieces are an office of several matters: `Ministry of Health` `and` `Sanitation`.
    fn of_both(&self, pieces: &[Piece]) -> Option<(usize, usize)> {
        let [office, and, more, ..] = pieces else { return None };
        let head = matches!(self.lower(office.start), "ministry" | "department") && office.kind == 2;
        let joined = self.lower(and.start) == "and" && more.kind == 0 && self.is_capital(more.start);
        (head && office.end - office.start > 1 && joined).then_some((3, 2))
    }

    /// How many pieces are a company and its legal form.
    fn incorporated(&self, pieces: &[Piece]) -> Option<(usize, usize)> {
        let company = pieces.first().filter(|piece| piece.kind != 0)?;
        let form = pieces.get(1).filter(|piece| piece.kind == 0 && self.is_capital(piece.start))?;
        let form = matches!(self.lower(form.start), "ltd" | "inc" | "corp" | "plc" | "llc" | "co" | "gmbh" | "ag" | "limited");
        (company.end > company.start && form).then_some((2, 2))
    }

    /// How many pieces are a name with a part in brackets or quotation marks: `Bashir [Gemayel]`, `John “Jack” Reed`.
    fn bracketed(&self, pieces: &[Piece]) -> Option<(usize, usize)> {
        let first = pieces.first().filter(|piece| self.is_capital(piece.start) && matches!(piece.kind, 0 | 1))?;
        let given = first.kind == 1 || self.looks.at(first.end - 1).bits & known::GIVEN != 0;
        let open = pieces.get(1).map(|piece| self.document.written(self.start + piece.start))?;
        if !given || !matches!(open, "[" | "“" | "\"") || !pieces.get(2).is_some_and(|piece| self.is_capital(piece.start)) {
            return None;
        }
        // The bracket may be a piece of its own or the end of the name before it.
        let inner = pieces.get(2)?;
        if self.document.is_mark(self.start + inner.end - 1, ']') {
            return (open == "[").then_some((3, 1));
        }
        let close = pieces.get(3).map(|piece| self.document.written(self.start + piece.start))?;
        match (open, close) {
            ("[", "]") => Some((4, 1)),
            ("“", "”") | ("\"", "\"") => {
                pieces.get(4).filter(|piece| self.is_capital(piece.start) && matches!(piece.kind, 0 | 1)).map(|_| (5, 1))
            }
            _ => None,
        }
    }

    /// How many pieces are a people or country and the noun of an institution, in lower case: `Russian emergency
    /// situations ministry`.
    fn institution(&self, pieces: &[Piece]) -> Option<(usize, usize)> {
        let first = pieces.first().filter(|piece| piece.end - piece.start == 1 && self.is_capital(piece.start))?;
        if self.looks.at(first.start).bits & (known::PEOPLE | known::COUNTRY) == 0 {
            return None;
        }
        let tail = || pieces.iter().skip(1).take(4).take_while(|piece| piece.kind == 0 && self.is_lower(piece.start));
        let tail: Vec<&Piece> = tail().collect();
        let last = tail.iter().rposition(|piece| is_institution(self.lower(piece.start)))?;
        Some((last + 2, 2))
    }

    fn lower(&self, token: usize) -> &str {
        self.document.lower(self.start + token)
    }

    fn is_capital(&self, token: usize) -> bool {
        self.document.tokens.get(self.start + token).is_some_and(|token| token.kind == TokenKind::Word && token.capital)
    }

    fn is_lower(&self, token: usize) -> bool {
        self.document.tokens.get(self.start + token).is_some_and(|token| token.kind == TokenKind::Word && !token.capital)
    }

    /// What the model says of a piece; none where it can be no name by its form.
    fn guess(&self, piece: Piece, rule: &'static str, decoder: &Decoder, weights: &impl Weights) -> Option<Guess> {
        let tokens = self.start + piece.start..self.start + piece.end;
        let formed = self.looks.may_begin(piece.start) && self.looks.may_end(piece.end - 1);
        if piece.kind == 0
            && (!formed || self.is_title(piece.start) || self.document.tokens[tokens.start].kind != TokenKind::Word)
        {
            return None;
        }
        Some(Guess {
            key: key(self.document, tokens.clone()),
            scores: decoder.scores(self.looks, weights, piece),
            tokens,
            sentence: self.sentence,
            kind: piece.kind,
            rule,
            firm: rule == TITLE,
        })
    }

    fn is_title(&self, token: usize) -> bool {
        self.looks.at(token).bits & known::TITLE != 0
    }

    /// A name without the titles that the model took for a part of it, and the rule that says so.
    fn without_titles(&self, mut piece: Piece) -> (Piece, &'static str) {
        let last = piece.end - 1;
        let begins = |token: usize| self.looks.may_begin(token + 1);
        let given = |token: usize| self.looks.at(token + 1).bits & known::GIVEN != 0;
        let titled = (piece.start..last).rev().find(|token| {
            let strict = self.looks.at(*token).bits & known::STRICT != 0;
            self.is_title(*token) && begins(*token) && (piece.kind == 1 || given(*token) || strict)
        });
        let known = usize::from(self.looks.at(piece.start).organisation) > 1;
        match titled {
            Some(title) if piece.kind != 0 && !known => {
                piece.start = title + 1;
                piece.kind = 1;
                (piece, TITLE)
            }
            _ => (piece, MODEL),
        }
    }

    /// Rules that are surer than the model, in this order: what is refused first is not named by a later one.
    fn overrule(&self, guess: &mut Guess, piece: Piece, title: Option<usize>, refusals: &mut Vec<Refusal>) {
        let looks = self.looks;
        let (bits, length) = (looks.at(piece.start).bits, piece.end - piece.start);
        let organisation = usize::from(looks.at(piece.start).organisation) == length;
        let strict = title.is_some_and(|title| looks.at(title).bits & known::STRICT != 0 && title + 1 == piece.start);
        let country = looks.at(piece.start).place == (u8::try_from(length).unwrap_or(0), 1);
        let last = self.document.lower(guess.tokens.end - 1);
        let closed = known::closes_only(last).filter(|_| length > 1 && (guess.kind != 1 || bits & known::GIVEN == 0));
        if is_product(self.document, &guess.tokens) {
            refuse(self.document, guess, "names:product", refusals);
        } else if guess.kind == 1 && length == 1 && matches!(last, "jr" | "sr" | "north" | "south" | "east" | "west") {
            (guess.kind, guess.firm) = (0, true);
        } else if guess.kind == 3 && matches!(self.document.lower(guess.tokens.end), "dollar" | "dollars" | "time") {
            refuse(self.document, guess, "names:money", refusals);
        } else if guess.kind != 0 && length > 1 && self.is_thing_of(&guess.tokens) {
            refuse(self.document, guess, "names:thing", refusals);
        } else if guess.kind != 0 && length == 1 && !organisation && self.is_word(guess.tokens.start, bits) {
            refuse(self.document, guess, "names:word", refusals);
            // The word may still be a name elsewhere.
            guess.firm = bits & known::FIRST == 0;
        } else if guess.kind == 1 && length > 1 && self.looks.at(piece.end - 1).bits & known::INITIAL != 0 && bits & known::COMMON != 0 {
            refuse(self.document, guess, "names:label", refusals);
        } else if guess.kind == 0 && bits & known::FIRST == 0 && is_prefixed(last) {
            (guess.kind, guess.rule) = (1, "names:prefix");
        } else if guess.kind != 0 && !organisation && known::closes_thing(last) && length > 1 {
            refuse(self.document, guess, "names:thing", refusals);
        } else if strict && guess.kind != 1 && !(organisation && length > 1) {
            (guess.kind, guess.rule, guess.firm) = (1, TITLE, true);
        } else if organisation
            && (length > 1 || bits & OTHERWISE == 0 || bits & known::CAPITALS != 0 && bits & known::HEADLINE == 0)
        {
            guess.rule = if guess.kind == 2 { MODEL } else { "names:known" };
            (guess.kind, guess.firm) = (2, true);
        } else if guess.kind != 2 && organisation && self.is_known(piece, title.is_some()) {
            (guess.kind, guess.rule, guess.firm) = (2, "names:known", bits & known::TOWN != 0);
        } else if guess.kind == 0 && country && self.is_country(piece, bits) {
            (guess.kind, guess.rule) = (3, "names:country");
        } else if guess.kind != 3 && country && bits & OTHERWISE & !(known::COUNTRY | known::TOWN) == 0 {
            (guess.kind, guess.rule, guess.firm) = (3, "names:country", true);
        } else if let Some(kind) = closed.filter(|kind| guess.kind != 0 && guess.kind != *kind) {
            (guess.kind, guess.rule, guess.firm) = (kind, "names:closer", true);
        } else if let Some(kind) = self.headed(&guess.tokens).filter(|_| !matches!(guess.kind, 0 | 1)) {
            (guess.kind, guess.firm) = (kind, true);
        } else if guess.kind == 1 && length == 1 && bits & known::TOWN != 0 && bits & (known::GIVEN | known::SURNAME | known::AMBIGUOUS | known::NAMED | known::COMMON) == 0 {
            (guess.kind, guess.rule, guess.firm) = (3, "names:gazetteer", true);
        } else if guess.kind == 3 && length == 1 && self.is_unplaced(guess.tokens.start, bits) {
            guess.kind = 0;
        } else if guess.kind != 1 && length == 1 && self.is_place_of(guess.tokens.start) {
            (guess.kind, guess.rule) = (3, "names:place-of");
        }
    }

    /// Whether a piece that is an organisation of the table is one here: in capitals, or with a capital that the
    /// sentence does not ask for.
    fn is_known(&self, piece: Piece, titled: bool) -> bool {
        let bits = self.looks.at(piece.start).bits;
        if piece.end - piece.start > 1 {
            return true;
        }
        let asked = bits & (known::FIRST | known::HEADLINE) != 0;
        let person = bits & (known::GIVEN | known::NAMED) != 0 || titled;
        let word = bits & (known::COMMON | known::CLOSED) != 0;
        let next_capital = piece.end < self.looks.len() && self.looks.at(piece.end).begins && !self.is_title(piece.end);
        match piece.kind {
            0 => (bits & known::CAPITALS != 0 || !(word && asked)) && !(next_capital && word),
            1 => !person,
            // A town that a company is called by, too, and nothing is said to be in it.
            _ => bits & known::LOCATED == 0,
        }
    }

    /// Whether a country of the gazetteer that the model took for no name is one: its word is no other, or the capital is
    /// not that of a sentence, and no name of a person goes on behind it.
    fn is_country(&self, piece: Piece, bits: known::Bits) -> bool {
        let asked = bits & (known::FIRST | known::HEADLINE) != 0 && bits & known::COMMON != 0;
        let goes_on = bits & known::GIVEN != 0 && piece.end < self.looks.len() && self.is_capital(piece.end);
        bits & known::CLOSED == 0 && !asked && !goes_on
    }

    /// Whether a single word with a capital is but a word: the first of its sentence and never with a capital within one,
    /// or somebody's kin (`my Mother`).
    fn is_word(&self, token: usize, bits: known::Bits) -> bool {
        let names = known::GIVEN | known::SURNAME | known::TOWN | known::COUNTRY | known::FAMOUS | known::CAPITALS;
        if bits & known::COMMON == 0 || bits & names != 0 {
            return false;
        }
        let first = bits & known::FIRST != 0 && bits & (known::WITHIN | known::NAMED) == 0;
        let owned = token > 0 && matches!(self.document.lower(token - 1), "my" | "your" | "his" | "her" | "our" | "their");
        first || owned && bits & known::SOMEBODY != 0
    }

    /// The kind that a noun before `of` gives a name: `U.S. Department of State`.
    fn headed(&self, tokens: &Range<usize>) -> Option<usize> {
        let of = tokens.clone().skip(1).find(|token| self.document.lower(*token) == "of")?;
        head_kind(self.document.lower(of - 1))
    }

    /// Whether a single word behind `the` is in no gazetteer, and nothing in the article is said to be in it: a thing
    /// rather than a place (the Taurus).
    fn is_unplaced(&self, token: usize, bits: known::Bits) -> bool {
        let known = bits & (known::LOCATED | known::TOWN | known::COUNTRY | known::PLACE) != 0;
        let the = token > 0 && self.document.lower(token - 1) == "the";
        the && !known && tables::place(self.document, token..token + 1).0 == 0
    }

    /// `Treaty of Lisbon`
    fn is_thing_of(&self, tokens: &Range<usize>) -> bool {
        known::closes_thing(self.document.lower(tokens.start)) && self.document.lower(tokens.start + 1) == "of"
    }

    /// Whether `city of`, `province of` stands before a token.
    fn is_place_of(&self, token: usize) -> bool {
        token >= 2
            && self.document.lower(token - 1) == "of"
            && matches!(
                self.document.lower(token - 2),
                "city"
                    | "town"
                    | "village"
                    | "province"
                    | "region"
                    | "district"
                    | "island"
                    | "land"
                    | "suburb"
                    | "governorate"
                    | "outskirts"
                    | "port"
                    | "county"
                    | "oblast"
                    | "municipality"
                    | "valley"
            )
    }
}

/// O’Neill, McAllister
fn is_prefixed(lower: &str) -> bool {
    lower.len() > 4 && (lower.starts_with("o'") || lower.starts_with("mc"))
}

/// Nouns of institutions that need no capital to be one of a country's.
fn is_institution(lower: &str) -> bool {
    matches!(lower, "ministry" | "army" | "police" | "parliament" | "navy" | "military" | "gendarmerie" | "embassy" | "consulate" | "senate")
}

/// What kind of name a word opens before `of`.
fn head_kind(lower: &str) -> Option<usize> {
    match lower {
        "university" | "ministry" | "department" | "bank" | "institute" | "academy" | "council" | "church" | "college"
        | "school" | "office" | "association" | "federation" | "union" | "league" | "board" | "bureau" | "chamber"
        | "court" | "house" | "society" | "organisation" | "organization" | "party" | "government" | "museum"
        | "faculty" | "directorate" | "army" | "front" | "confederation" | "foundation" | "brotherhood" | "committee" => Some(2),
        "gulf" | "bay" | "republic" | "strait" | "kingdom" | "isle" | "sea" | "cape" | "state" | "straits" | "emirate"
        | "province" | "city" | "duchy" => Some(3),
        _ => None,
    }
}

/// What a word may be that is also the name of an organisation or a country.
const OTHERWISE: known::Bits =
    known::COMMON | known::CLOSED | known::GIVEN | known::SURNAME | known::TOWN | known::COUNTRY;

fn refuse(document: &Document<'_>, guess: &mut Guess, rule: &'static str, refusals: &mut Vec<Refusal>) {
    refusals.push(Refusal { span: document.span_of(guess.tokens.clone()), rule });
    (guess.kind, guess.firm) = (0, true);
}

/// Whether the words name a make and a model: `Airbus A380`, `Boeing 737-800`.
fn is_product(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let make = tables::organisation(document, tokens.clone()).map_or(0, |(length, _)| length);
    if make > 0 {
        return is_designation(document, tokens.start + make);
    }
    tokens.len() > 1
        && is_designation(document, tokens.end - 1)
        && document.written(tokens.end - 1).starts_with(char::is_alphabetic)
}

/// Whether a token is the number of a model: `A380`, `787`, not a year.
fn is_designation(document: &Document<'_>, token: usize) -> bool {
    let written = document.written(token);
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    let letters = written.chars().filter(|c| c.is_alphabetic()).count();
    let spaced = document.tokens.get(token).is_some_and(|token| token.spaced && token.is_wordlike());
    let number = digits == 3 && letters == 0 || letters > 0 && digits >= 2 && letters <= 4;
    spaced && number && !written.contains([',', '.'])
}

/// The words of a stretch as one number; marks and Arabic articles do not count.
fn key(document: &Document<'_>, tokens: Range<usize>) -> u64 {
    let words = tokens.filter(|token| document.tokens[*token].is_wordlike() && !matches!(document.lower(*token), "al" | "el" | "ul"));
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
        let other = tables::of_word(document.lower(guess.tokens.end - 1)) & (known::COUNTRY | known::FAMOUS) != 0;
        if !other {
            sums.entry(word(guess.tokens.end - 1)).or_default()[1] += SURNAMED;
        }
        if tables::of_word(document.lower(guess.tokens.start)) & known::GIVEN != 0 {
            sums.entry(word(guess.tokens.start)).or_default()[1] += GIVEN_NAMED;
        }
    }
    for guess in guesses.iter().filter(|guess| guess.kind == 2 && guess.tokens.len() > 1) {
        let lower = document.lower(guess.tokens.start);
        let famous = tables::of_word(lower) & known::FAMOUS != 0;
        if famous || super::join::is_business(document.lower(guess.tokens.end - 1)) {
            let more = if famous { 2 * SURNAMED } else { SURNAMED };
            sums.entry(tables::joined(0, known::hash(lower))).or_default()[2] += more;
        }
    }
    for guess in guesses.iter().filter(|guess| guess.tokens.len() == 1) {
        let bits = tables::of_word(document.lower(guess.tokens.start));
        if bits & known::FAMOUS != 0 && bits & (known::GIVEN | known::TOWN) == 0 {
            if let Some(sum) = sums.get_mut(&guess.key) {
                sum[2] += FAMED;
            }
        }
    }
    for guess in guesses.iter_mut().filter(|guess| !guess.firm) {
        let Some(sum) = sums.get(&guess.key) else { continue };
        let best = (1..4).max_by_key(|kind| (sum[*kind], 4 - kind)).unwrap_or(0);
        let here = if guess.kind == 0 { sum[best] + guess.scores[best] - guess.scores[0] } else { sum[best] };
        if best != guess.kind && here > 0 {
            (guess.kind, guess.rule) = (best, "names:elsewhere");
        }
    }
}
