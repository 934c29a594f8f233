//! Pieces of a run that are one name by the words between them, and one piece that is two names: what the model sees too
//! seldom to learn.

use super::known;
use super::looks::Looks;
use super::model::Piece;
use crate::extract::{Document, TokenKind};

/// A run that was read.
pub(super) struct Read<'a, 't> {
    pub document: &'a Document<'t>,
    pub looks: &'a Looks,
    pub sentence: usize,
    /// The run's first token.
    pub start: usize,
}

/// Of how many pieces, from the first on, one name is made, and its kind.
type Join = for<'r, 'a, 't, 'p> fn(&'r Read<'a, 't>, &'p [Piece]) -> Option<(usize, usize)>;

/// What makes one name of several pieces; the first that fits is taken. What looks for words in lower case stands before
/// what looks for capitals alone.
const JOINS: [Join; 9] = [
    |run, rest| run.particles(rest),
    |run, rest| run.bracketed(rest),
    |run, rest| run.articled(rest),
    |run, rest| run.head_first(rest),
    |run, rest| run.institution(rest),
    |run, rest| run.numbered(rest),
    |run, rest| run.fronted(rest),
    |run, rest| run.incorporated(rest),
    |run, rest| run.of_both(rest),
];

/// Where a piece is parted in two, and the kind of the second.
struct Border {
    at: usize,
    hyphen: bool,
    /// The kind of the name before it.
    before: usize,
    /// The kind of the one behind it.
    kind: usize,
}

impl Read<'_, '_> {
    /// The pieces with those joined that are one name by the words between them: `Ludwig van der Berg`, `University of
    /// Leeds`, `Gulf of Aden`.
    pub(super) fn joined(&self, pieces: Vec<Piece>) -> Vec<Piece> {
        let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
        let mut at = 0;
        while let Some(&piece) = pieces.get(at) {
            if let Some(piece) = self.indefinite(piece) {
                joined.push(piece);
                at += 1;
                continue;
            }
            if let Some(border) = self.parted(piece) {
                let second = if border.hyphen { border.at + 1 } else { border.at };
                joined.push(Piece { start: piece.start, end: border.at, kind: border.before });
                joined.push(Piece { start: second, end: piece.end, kind: border.kind });
                at += 1;
                continue;
            }
            let rest = &pieces[at..];
            let more = JOINS.iter().find_map(|join| join(self, rest));
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

    /// The place alone of an institution that has no name: `a London court`.
    fn indefinite(&self, piece: Piece) -> Option<Piece> {
        let before = (self.start + piece.start).checked_sub(1).map_or("", |token| self.document.lower(token));
        if piece.kind != 2 || !matches!(before, "a" | "an") || !self.is_lower(piece.end - 1) {
            return None;
        }
        let place = self.looks.at(piece.start).place.0;
        let end = (piece.start + usize::from(place.max(1))).min(piece.end);
        Some(Piece { start: piece.start, end, kind: if place > 0 { 3 } else { 0 } })
    }

    /// Where one piece is two names: `India-Pakistan`, and the country of an office before a person.
    fn parted(&self, piece: Piece) -> Option<Border> {
        let first = self.looks.at(piece.start);
        let length = piece.end - piece.start;
        if piece.kind == 1 && length > 1 {
            let given = self.looks.at(piece.start + 1).bits & known::GIVEN != 0;
            let country = first.bits & known::COUNTRY != 0 && first.bits & known::GIVEN == 0;
            // `editor of the weekly Horizon Jane Doe`: an outlet before who works for it.
            let outlet = first.bits & known::GIVEN == 0 && length > 2 && self.is_behind_outlet(piece.start);
            let before = if outlet { 2 } else { 3 };
            return ((country || outlet) && given).then_some(Border {
                at: piece.start + 1,
                hyphen: false,
                before,
                kind: 1,
            });
        }
        let at = piece.start + usize::from(first.place.0);
        if !matches!(piece.kind, 2 | 3) || first.place.0 == 0 || at + 1 >= piece.end || first.place.1 > 4 {
            return None;
        }
        let second = self.looks.at(at + 1);
        let whole = usize::from(second.place.0) == piece.end - at - 1 && second.place.1 <= 4;
        let hyphen = matches!(self.document.written(self.start + at), "-" | "–" | "‑");
        (hyphen && whole).then_some(Border { at, hyphen, before: 3, kind: 3 })
    }

    /// Whether a common noun for an outlet stands before a token: `the weekly`.
    fn is_behind_outlet(&self, at: usize) -> bool {
        let before = (self.start + at).checked_sub(1);
        before.is_some_and(|before| {
            matches!(
                self.document.lower(before),
                "newspaper" | "weekly" | "daily" | "magazine" | "tabloid" | "broadsheet" | "journal"
            )
        })
    }

    /// How many pieces are an Arabic article and the name behind it: `al-Rashid`.
    fn articled(&self, pieces: &[Piece]) -> Option<(usize, usize)> {
        let [article, hyphen, name, ..] = pieces else { return None };
        let is_article =
            matches!(self.lower(article.start), "al" | "el" | "ul" | "an" | "ar" | "as" | "at" | "ad" | "az");
        let tight = matches!(self.document.written(self.start + hyphen.start), "-" | "‑");
        let kinds = article.kind == 0 && hyphen.kind == 0 && name.kind != 0;
        (is_article && self.is_lower(article.start) && tight && kinds).then_some((3, name.kind))
    }

    /// How many pieces are a person's name with particles in lower case: `Omar bin Khalid`.
    fn particles(&self, pieces: &[Piece]) -> Option<(usize, usize)> {
        let first = pieces.first().filter(|piece| self.is_capital(piece.start))?;
        let given = first.kind == 1 || self.looks.at(first.end - 1).bits & known::GIVEN != 0;
        let particle = |piece: &&Piece| {
            piece.kind == 0 && self.is_lower(piece.start) && self.looks.at(piece.start).bits & known::PARTICLE != 0
        };
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
        let article =
            usize::from(pieces.get(2).is_some_and(|the| self.lower(the.start) == "the" && self.is_lower(the.start)));
        let named = pieces.get(2 + article)?;
        let fits = self.is_capital(named.start) && named.kind != 1 && self.looks.may_end(named.end - 1);
        fits.then_some((3 + article, kind))
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
        let form =
            matches!(self.lower(form.start), "ltd" | "inc" | "corp" | "plc" | "llc" | "co" | "gmbh" | "ag" | "limited");
        (company.end > company.start && form).then_some((2, 2))
    }

    /// How many pieces are a name with a part in brackets or quotation marks: `Bashir [Gemayel]`, `John “Jack” Reed`.
    fn bracketed(&self, pieces: &[Piece]) -> Option<(usize, usize)> {
        let first = pieces.first().filter(|piece| self.is_capital(piece.start) && matches!(piece.kind, 0 | 1))?;
        let given = first.kind == 1 || self.looks.at(first.end - 1).bits & known::GIVEN != 0;
        let open = pieces.get(1).map(|piece| self.document.written(self.start + piece.start))?;
        if !given
            || !matches!(open, "[" | "“" | "\"")
            || !pieces.get(2).is_some_and(|piece| self.is_capital(piece.start))
        {
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
            ("“", "”") | ("\"", "\"") => pieces
                .get(4)
                .filter(|piece| self.is_capital(piece.start) && matches!(piece.kind, 0 | 1))
                .map(|_| (5, 1)),
            _ => None,
        }
    }

    /// How many pieces are a people or country and the noun of an institution, in lower case: `Greek merchant marine ministry`.
    fn institution(&self, pieces: &[Piece]) -> Option<(usize, usize)> {
        let first = pieces.first().filter(|piece| piece.end - piece.start == 1 && self.is_capital(piece.start))?;
        if self.looks.at(first.start).bits & (known::PEOPLE | known::COUNTRY) == 0 {
            return None;
        }
        let tail = pieces.iter().skip(1).take(4).take_while(|piece| piece.kind == 0 && self.is_lower(piece.start));
        let last = tail.enumerate().filter(|(_, piece)| is_institution(self.lower(piece.start))).last();
        last.map(|(at, _)| (at + 2, 2))
    }

    pub(super) fn lower(&self, token: usize) -> &str {
        self.document.lower(self.start + token)
    }

    pub(super) fn is_capital(&self, token: usize) -> bool {
        self.document.tokens.get(self.start + token).is_some_and(|token| token.kind == TokenKind::Word && token.capital)
    }

    pub(super) fn is_lower(&self, token: usize) -> bool {
        self.document
            .tokens
            .get(self.start + token)
            .is_some_and(|token| token.kind == TokenKind::Word && !token.capital)
    }
}

/// Nouns of institutions that need no capital to be one of a country's.
fn is_institution(lower: &str) -> bool {
    matches!(
        lower,
        "ministry"
            | "army"
            | "police"
            | "parliament"
            | "navy"
            | "military"
            | "gendarmerie"
            | "embassy"
            | "consulate"
            | "senate"
    )
}

/// What kind of name a word opens before `of`.
pub(super) fn head_kind(lower: &str) -> Option<usize> {
    match lower {
        "university" | "ministry" | "department" | "bank" | "institute" | "academy" | "council" | "church"
        | "college" | "school" | "office" | "association" | "federation" | "union" | "league" | "board" | "bureau"
        | "chamber" | "court" | "house" | "society" | "organisation" | "organization" | "party" | "government"
        | "museum" | "faculty" | "directorate" | "army" | "front" | "confederation" | "foundation" | "brotherhood"
        | "committee" => Some(2),
        "gulf" | "bay" | "republic" | "strait" | "kingdom" | "isle" | "sea" | "cape" | "state" | "straits"
        | "emirate" | "province" | "city" | "duchy" => Some(3),
        _ => None,
    }
}
