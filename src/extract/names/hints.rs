//! What stands beside a name and tells whose it is: `newspaper`, `, who`, `east of`.

use super::beside::Beside;
use super::known;
use crate::extract::TokenKind;
use crate::lexicon::{self, About};
use core::ops::Range;

impl Beside<'_, '_, '_> {
    /// Whether a noun beside a name says that it is of an organisation: `the charity Open Hands`, `El Faro newspaper`,
    /// `Mar Azul, a Lagos consultancy`; or somebody told it something as one tells an outlet.
    pub(super) fn is_body(&self, tokens: &Range<usize>) -> bool {
        let behind = self.lower(tokens.end);
        let word = self.known.of_tables(tokens.start) & known::COMMON != 0 && tokens.len() == 1;
        let capitals = self.document.tokens[tokens.start].capitals && !word;
        let of_body =
            |lower: &str| matches!(lower, "service" | "agency" | "spokesman" | "spokeswoman" | "spokesperson");
        if is_body_noun(self.before(tokens.start, 1))
            || is_body_noun(behind) && !word && !self.capital(tokens.end + 1)
            || capitals && (of_body(behind) || of_body(self.lower(tokens.end + 1)))
        {
            return true;
        }
        let second = tokens.end + 1;
        if self.document.is_mark(tokens.end, ',') && matches!(self.lower(second), "a" | "an") {
            let ends = |token: &usize| {
                matches!(self.document.tokens[*token].kind, TokenKind::Mark(mark) if mark != '-')
                    || matches!(self.lower(*token), "that" | "which" | "based" | "in" | "of" | "for")
            };
            let end = (second + 1..self.document.tokens.len().min(second + 7)).find(ends);
            return end.is_some_and(|end| {
                is_body_noun(self.lower(end - 1))
                    || matches!(self.lower(end - 1), "group" | "company" | "tank" | "firm")
            });
        }
        let outlet = tokens.len() > 1 && self.known.of_tables(tokens.start) & (known::GIVEN | known::TITLE) == 0;
        outlet && self.before(tokens.start, 1) == "told" && !self.document.is_mark(tokens.end, ',')
    }

    /// Whether a name that nobody is known to bear stands where only a body can: `the Grain Board said`, `Nordal, which`,
    /// `Nordal says it`, `Nordal shares`, `published by Nordal`, `Car maker Nordal`.
    /// `person`: the model takes it for somebody.
    pub(super) fn acts(&self, tokens: &Range<usize>, person: bool) -> bool {
        let (start, end) = (tokens.start, tokens.end);
        let says =
            |token: usize| self.known.of_tables(token) & known::SAYING != 0 && self.document.verbs_of(token).is_some();
        let third = |token: usize| self.lower(token + usize::from(self.lower(token) == "that"));
        let which = self.document.is_mark(end, ',') && self.lower(end + 1) == "which";
        let owns = is_of_business(self.lower(end)) && !self.capital(end + 1);
        let published = self.before(start, 1) == "by"
            && matches!(
                self.before(start, 2),
                "published" | "manufactured" | "quoted" | "seen" | "obtained" | "reviewed"
            );
        let article = self.before(start, 1) == "the" && (says(end) || self.is_short(start));
        article
            || which && person
            || owns
            || published
            || is_business_noun(self.before(start, 1))
            || says(end) && matches!(third(end + 1), "it" | "its")
    }

    /// Whether a word of capitals alone, that no table knows, does or did something: `the DVP has`, not `the DNA`.
    fn is_short(&self, token: usize) -> bool {
        let word = &self.document.tokens[token];
        let adverb = usize::from(matches!(self.lower(token + 1), "still" | "also" | "already" | "now"));
        let acts = token + 1 + adverb;
        let does = matches!(self.lower(acts), "has" | "have" | "had" | "will" | "would")
            || self.known.of_tables(acts) & known::SAYING != 0;
        word.capitals && does && self.lower(token).len() > 2 && self.known.of_tables(token) & known::COMMON == 0
    }

    /// Whether what stands behind a name is said of a person: `, who`, `, 52,`, `, the chief nurse`.
    pub(super) fn is_somebody(&self, end: usize) -> bool {
        let next = end + 1;
        if !self.document.is_mark(end, ',') {
            return false;
        }
        let age = self.document.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Number)
            && self.document.written(next).len() == 2
            && (self.document.is_mark(next + 1, ',') || self.document.is_mark(next + 1, '.'));
        let opens = matches!(self.lower(next), "a" | "an" | "the" | "its" | "his" | "her" | "their");
        let ends = |token: &usize| {
            let of = &self.document.tokens[*token];
            matches!(of.kind, TokenKind::Mark(mark) if mark != '-')
                || matches!(self.lower(*token), "of" | "at" | "in" | "for" | "who" | "with" | "from")
        };
        let person = || {
            let end = (next + 1..self.document.tokens.len().min(next + 6)).find(ends)?;
            lexicon::word(self.lower(end - 1))
                .filter(|word| word.is_about(About::Person) && !word.is_about(About::Group))
        };
        self.lower(next) == "who" || age || opens && person().is_some()
    }

    /// Whether a word is no place for all that stands before it: somebody's surname, `in Delgado’s view`, `in Delgado (1999)`,
    /// `between Delgado and Ruiz`, or a code, `L2`.
    pub(super) fn is_author(&self, token: usize, kind: usize) -> bool {
        let behind = self.document.tokens.get(token + 1).map(|behind| behind.kind);
        let cited = matches!(behind, Some(TokenKind::Possessive | TokenKind::Number | TokenKind::Mark('(' | '&')));
        let code = !self.document.written(token).chars().skip(1).all(|c| c.is_lowercase() || c == '-');
        let between = kind == 1 && (self.before(token, 1) == "between" || self.lower(token + 1) == "and");
        cited || code || between || self.surnames.contains(&known::hash(self.lower(token)))
    }

    /// Whether something is said to be where a word names: `east of Sarvan`, `in Nurobod alone`, `along the Kafue`.
    pub(super) fn is_located(&self, token: usize) -> bool {
        let before = self.before(token, 1);
        match before {
            "in" | "near" | "outside" | "between" => true,
            "of" => {
                matches!(self.before(token, 2), "north" | "south" | "east" | "west" | "outskirts" | "village" | "town")
            }
            "for" => self.before(token, 2) == "battle",
            "the" => matches!(self.before(token, 2), "along" | "across" | "beyond"),
            _ => false,
        }
    }
}

/// Whether a noun behind a name, in lower case, is of what companies have.
fn is_of_business(lower: &str) -> bool {
    matches!(
        lower,
        "shares"
            | "stock"
            | "employees"
            | "executives"
            | "shareholders"
            | "dealers"
            | "subsidiary"
            | "branches"
            | "plc"
    )
}

/// Whether a noun before a name, in lower case, is one for a company by its trade.
fn is_business_noun(lower: &str) -> bool {
    lower.ends_with("maker") && lower.len() < 10 && lower != "lawmaker" && lower != "filmmaker"
        || matches!(
            lower,
            "company"
                | "firm"
                | "manufacturer"
                | "retailer"
                | "operator"
                | "publisher"
                | "bank"
                | "insurer"
                | "brand"
                | "startup"
                | "supermarket"
                | "giant"
        )
}

/// Whether a common noun beside a name, in lower case, says that it is an organisation's.
fn is_body_noun(lower: &str) -> bool {
    matches!(
        lower,
        "gang"
            | "militia"
            | "cartel"
            | "newspaper"
            | "magazine"
            | "charity"
            | "airline"
            | "bloc"
            | "party"
            | "consultancy"
            | "faction"
            | "broadcaster"
            | "outlet"
            | "weekly"
            | "daily"
            | "website"
            | "ngo"
            | "nonprofit"
            | "watchdog"
            | "foundation"
            | "union"
    )
}
