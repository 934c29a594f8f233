//! Rules that are surer than the model.

use super::guess::{Guess, key};
use super::known::{self, Bits};
use super::model::{Decoder, Piece, Weights};
use super::pieces::{Read, head_kind};
use super::tables;
use crate::extract::{Document, Refusal, TokenKind};
use core::ops::Range;

pub(super) const MODEL: &str = "names:model";
pub(super) const TITLE: &str = "names:title";

/// A guess with all that rules ask of it.
struct Case<'a, 't> {
    run: &'a Read<'a, 't>,
    piece: Piece,
    tokens: Range<usize>,
    kind: usize,
    /// What is known of its first word.
    bits: Bits,
    length: usize,
    /// Whether it is a well-known organisation, a country.
    organisation: bool,
    country: bool,
    /// Whether a title stands before it, and one that only persons have.
    titled: bool,
    strict: bool,
    /// Its last word.
    last: &'a str,
}

/// What a rule says of a guess.
enum Verdict {
    /// It is no name, and whether it is none in other places of the article either.
    Refuse { firm: bool },
    /// It is a name of this kind, whether or not other places of the article speak against it.
    Name { kind: usize, firm: bool },
}

/// A rule's name, and what it says.
type Rule = (&'static str, for<'c, 'a, 't> fn(&'c Case<'a, 't>) -> Option<Verdict>);

/// The rules in order; the first that says anything is heard. What is refused is named by no later one.
const RULES: [Rule; 18] = [
    // `Boeing` is an organisation, `Boeing 737` none.
    ("names:product", |case| is_product(case.run.document, &case.tokens).then_some(REFUSE)),
    ("names:word", |case| {
        let no_name = matches!(case.last, "jr" | "sr" | "north" | "south" | "east" | "west");
        // `Q:` before a question, `20 degrees Celsius`, `Tel.`
        let never = matches!(case.last, "q" | "celsius" | "fahrenheit" | "tel" | "fax");
        (case.length == 1 && (case.kind == 1 && no_name || never)).then_some(REFUSE)
    }),
    ("names:money", |case| {
        let next = case.run.document.lower(case.tokens.end);
        (case.kind == 3 && matches!(next, "dollar" | "dollars" | "time")).then_some(REFUSE)
    }),
    ("names:thing", |case| (case.kind != 0 && case.length > 1 && case.run.is_thing_of(&case.tokens)).then_some(REFUSE)),
    ("names:word", |case| {
        let word = case.kind != 0 && case.length == 1 && !case.organisation;
        // At the beginning of a sentence the word may still be a name elsewhere.
        let firm = case.bits & known::FIRST == 0;
        (word && case.run.is_word(case.tokens.start, case.bits)).then_some(Verdict::Refuse { firm })
    }),
    // `the Kyoto Protocol`, `the Boston Marathon`
    ("names:thing", |case| {
        // `the Rasht Valley earthquake` is of a place by its own noun.
        let closed = case.length > 1 && known::closes_only(case.last) == Some(3);
        (case.kind == 3 && !closed && case.run.names_thing(case.tokens.end)).then_some(REFUSE)
    }),
    // `Line B`
    ("names:label", |case| {
        let letter = case.run.looks.at(case.piece.end - 1).bits & known::INITIAL != 0;
        (case.kind == 1 && case.length > 1 && letter && case.bits & known::COMMON != 0).then_some(REFUSE)
    }),
    ("names:prefix", |case| {
        let first = case.bits & known::FIRST != 0;
        (case.kind == 0 && !first && is_prefixed(case.last)).then_some(Verdict::Name { kind: 1, firm: false })
    }),
    // `Omar bin Khalid`, not `the Omar bin Khalid Brigade`
    ("names:prefix", |case| {
        let inner = case.tokens.clone().skip(1).take(case.length.saturating_sub(2));
        let mut kin = inner.map(|token| case.run.document.written(token));
        let of_kin = kin.any(|written| matches!(written, "ag" | "bin" | "bint" | "ibn" | "ould"));
        let other = matches!(case.kind, 0 | 1) || known::closes_only(case.last).is_some();
        (of_kin && !other).then_some(Verdict::Name { kind: 1, firm: true })
    }),
    ("names:thing", |case| {
        let named = case.kind != 0 && case.length > 1 && !case.organisation;
        (named && known::closes_thing(case.last)).then_some(REFUSE)
    }),
    (TITLE, |case| {
        let other = case.organisation && case.length > 1;
        (case.strict && case.kind != 1 && !other).then_some(Verdict::Name { kind: 1, firm: true })
    }),
    ("names:known", |case| {
        let sure = case.length > 1
            || case.bits & OTHERWISE == 0
            || case.bits & known::CAPITALS != 0 && case.bits & known::HEADLINE == 0;
        (case.organisation && sure).then_some(Verdict::Name { kind: 2, firm: true })
    }),
    ("names:known", |case| {
        let known = case.kind != 2 && case.organisation && case.run.is_known(case.piece, case.titled);
        known.then_some(Verdict::Name { kind: 2, firm: case.bits & known::TOWN != 0 })
    }),
    ("names:country", |case| {
        let missed = case.kind == 0 && case.country && case.run.is_country(case.piece, case.bits);
        let other = case.bits & OTHERWISE & !(known::COUNTRY | known::TOWN) != 0;
        let mistaken = case.kind != 3 && case.country && !other;
        (missed || mistaken).then_some(Verdict::Name { kind: 3, firm: !other })
    }),
    ("names:closer", |case| {
        let person = case.kind == 1 && case.bits & known::GIVEN != 0;
        let kind = known::closes_only(case.last).filter(|_| case.length > 1 && case.kind != 0 && !person)?;
        (kind != case.kind).then_some(Verdict::Name { kind, firm: true })
    }),
    ("names:head", |case| {
        let kind = case.run.headed(&case.tokens).filter(|_| !matches!(case.kind, 0 | 1))?;
        Some(Verdict::Name { kind, firm: true })
    }),
    ("names:gazetteer", |case| {
        let other = known::GIVEN | known::SURNAME | known::AMBIGUOUS | known::NAMED | known::COMMON;
        let town = case.bits & known::TOWN != 0 && case.bits & other == 0;
        (case.kind == 1 && case.length == 1 && town).then_some(Verdict::Name { kind: 3, firm: true })
    }),
    ("names:place-of", |case| {
        if case.kind == 3 && case.length == 1 && case.run.is_unplaced(case.tokens.start, case.bits) {
            return Some(Verdict::Refuse { firm: false });
        }
        let of = case.kind != 1 && case.length == 1 && case.run.is_place_of(case.tokens.start);
        of.then_some(Verdict::Name { kind: 3, firm: false })
    }),
];

/// What stands before `of` and the name of a place.
const PLACES_OF: [&str; 16] = [
    "city",
    "county",
    "district",
    "governorate",
    "island",
    "land",
    "municipality",
    "oblast",
    "outskirts",
    "port",
    "province",
    "region",
    "suburb",
    "town",
    "valley",
    "village",
];

const REFUSE: Verdict = Verdict::Refuse { firm: true };

/// What a word may be that is also the name of an organisation or a country.
const OTHERWISE: Bits = known::COMMON | known::CLOSED | known::GIVEN | known::SURNAME | known::TOWN | known::COUNTRY;

impl Read<'_, '_> {
    /// What the model says of a piece; none where it can be no name by its form.
    pub(super) fn guess(
        &self,
        piece: Piece,
        rule: &'static str,
        decoder: &Decoder,
        weights: &impl Weights,
    ) -> Option<Guess> {
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

    pub(super) fn is_title(&self, token: usize) -> bool {
        self.looks.at(token).bits & known::TITLE != 0
    }

    /// A name without the titles that the model took for a part of it, and the rule that says so.
    pub(super) fn without_titles(&self, mut piece: Piece) -> (Piece, &'static str) {
        let last = piece.end - 1;
        let begins = |token: usize| self.looks.may_begin(token + 1);
        let given = |token: usize| self.looks.at(token + 1).bits & known::GIVEN != 0;
        let titled = (piece.start..last).rev().find(|token| {
            let strict = self.looks.at(*token).bits & known::STRICT != 0;
            self.is_title(*token) && begins(*token) && (piece.kind == 1 || given(*token) || strict)
        });
        let known = usize::from(self.looks.at(piece.start).organisation) > 1;
        match titled {
            // `Secretary of State | Ana Ruiz`
            None if piece.kind != 0 && self.is_portfolio(piece) => {
                piece.start += 1;
                piece.kind = 1;
                (piece, TITLE)
            }
            Some(title) if piece.kind != 0 && !known => {
                piece.start = title + 1;
                piece.kind = 1;
                (piece, TITLE)
            }
            _ => (piece, MODEL),
        }
    }

    /// Whether a piece begins with what somebody is secretary or minister of, and somebody's name goes on.
    fn is_portfolio(&self, piece: Piece) -> bool {
        let of = self.start + piece.start;
        let office = of >= 2
            && self.document.lower(of - 1) == "of"
            && matches!(self.document.lower(of - 2), "secretary" | "minister");
        let word = |token: usize| self.looks.at(token).bits & (known::COMMON | known::GIVEN | known::SURNAME);
        office
            && piece.end - piece.start > 1
            && word(piece.start) & known::GIVEN == 0
            && word(piece.start) & known::COMMON != 0
            && word(piece.start + 1) != known::COMMON
            && self.is_capital(piece.start + 1)
    }

    /// Asks the rules of a guess; a title may stand before it.
    pub(super) fn overrule(&self, guess: &mut Guess, piece: Piece, title: Option<usize>, refusals: &mut Vec<Refusal>) {
        let looks = self.looks;
        let length = piece.end - piece.start;
        let first = looks.at(piece.start);
        let strict = |title: usize| looks.at(title).bits & known::STRICT != 0 && title + 1 == piece.start;
        let case = Case {
            run: self,
            piece,
            tokens: guess.tokens.clone(),
            kind: guess.kind,
            bits: first.bits,
            length,
            organisation: usize::from(first.organisation) == length,
            country: usize::from(first.place.0) == length && first.place.1 == 1,
            titled: title.is_some(),
            strict: title.is_some_and(strict),
            last: self.document.lower(guess.tokens.end - 1),
        };
        let verdict = RULES.iter().find_map(|(rule, says)| Some((*rule, says(&case)?)));
        match verdict {
            Some((rule, Verdict::Refuse { firm })) => {
                if guess.kind != 0 {
                    refusals.push(Refusal { span: self.document.span_of(guess.tokens.clone()), rule });
                }
                (guess.kind, guess.firm) = (0, firm);
            }
            Some((rule, Verdict::Name { kind, firm })) => {
                guess.rule = if guess.kind == kind { guess.rule } else { rule };
                (guess.kind, guess.firm) = (kind, firm);
            }
            None => {}
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
    fn is_country(&self, piece: Piece, bits: Bits) -> bool {
        let asked = bits & (known::FIRST | known::HEADLINE) != 0 && bits & known::COMMON != 0;
        let goes_on = bits & known::GIVEN != 0 && piece.end < self.looks.len() && self.is_capital(piece.end);
        bits & known::CLOSED == 0 && !asked && !goes_on
    }

    /// Whether a single word with a capital is but a word: the first of its sentence and never with a capital within one,
    /// or somebody's kin (`my Mother`).
    fn is_word(&self, token: usize, bits: Bits) -> bool {
        let names = known::GIVEN | known::SURNAME | known::TOWN | known::COUNTRY | known::FAMOUS | known::CAPITALS;
        if bits & known::COMMON == 0 || bits & names != 0 {
            return false;
        }
        let first = bits & known::FIRST != 0 && bits & (known::WITHIN | known::NAMED) == 0;
        let owned =
            token > 0 && matches!(self.document.lower(token - 1), "my" | "your" | "his" | "her" | "our" | "their");
        first || owned && bits & known::SOMEBODY != 0
    }

    /// The kind that a noun before `of` gives a name: `U.S. Department of State`.
    fn headed(&self, tokens: &Range<usize>) -> Option<usize> {
        let of = tokens.clone().skip(1).find(|token| self.document.lower(*token) == "of")?;
        head_kind(self.document.lower(of - 1))
    }

    /// Whether a single word behind `the` is in no gazetteer, and nothing in the article is said to be in it: a thing
    /// rather than a place (the Taurus).
    fn is_unplaced(&self, token: usize, bits: Bits) -> bool {
        let known = bits & (known::LOCATED | known::TOWN | known::COUNTRY | known::PLACE) != 0;
        let the = token > 0 && self.document.lower(token - 1) == "the";
        the && !known && tables::place(self.document, token..token + 1).0 == 0
    }

    /// `Treaty of Lisbon`
    fn is_thing_of(&self, tokens: &Range<usize>) -> bool {
        known::closes_thing(self.document.lower(tokens.start)) && self.document.lower(tokens.start + 1) == "of"
    }

    /// Whether what goes on behind a place in capitals is the name of a thing.
    fn names_thing(&self, end: usize) -> bool {
        let capital = |token: &usize| self.document.tokens.get(*token).is_some_and(|token| token.capital);
        let mut words = (end..end + 3).take_while(capital);
        words.any(|token| known::closes_thing(self.document.lower(token)))
    }

    /// Whether `city of`, `province of` stands before a token.
    fn is_place_of(&self, token: usize) -> bool {
        token >= 2 && self.document.lower(token - 1) == "of" && PLACES_OF.contains(&self.document.lower(token - 2))
    }
}

/// O’Neill, McAllister
fn is_prefixed(lower: &str) -> bool {
    lower.len() > 4 && (lower.starts_with("o'") || lower.starts_with("mc"))
}

/// Whether the words name a make and a model: `Airbus A380`, `Boeing 737-800`, `F-16`, `COVID-19`.
fn is_product(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let make = tables::organisation(document, tokens.clone()).map_or(0, |(length, _)| length);
    if make > 0 {
        return is_designation(document, tokens.start + make);
    }
    if tokens.len() == 1 && (is_designation(document, tokens.start) || is_hyphened(document, tokens.end)) {
        return true;
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

/// Whether a hyphen and a number go on without a space.
fn is_hyphened(document: &Document<'_>, token: usize) -> bool {
    let tight = |token: usize| document.tokens.get(token).is_some_and(|token| !token.spaced);
    let number = document.tokens.get(token + 1).is_some_and(|token| token.kind == TokenKind::Number);
    matches!(document.written(token), "-" | "‑" | "–") && tight(token) && tight(token + 1) && number
}
