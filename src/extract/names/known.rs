//! What is known of a word before anybody asks what it names: from the tables, and from the rest of the article.

use super::table;
use crate::extract::{Document, Token, TokenKind};
use crate::lexicon::{About, Class, Word};
use core::ops::Range;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// A set of what is known of a word, as bits.
pub(in crate::extract) type Bits = u32;

/// A common word of English.
pub(super) const COMMON: Bits = 1;
/// A word of the closed classes.
pub(super) const CLOSED: Bits = 1 << 1;
/// A given name.
pub(super) const GIVEN: Bits = 1 << 2;
/// A title or office that stands before names.
pub(super) const TITLE: Bits = 1 << 3;
/// Closes names of organisations.
pub(super) const ORGANISATION: Bits = 1 << 4;
/// Closes names of places.
pub(super) const PLACE: Bits = 1 << 5;
/// A nationality, ethnic or religious group.
pub(super) const PEOPLE: Bits = 1 << 6;
/// A country.
pub(super) const COUNTRY: Bits = 1 << 7;
/// A town or region.
pub(super) const TOWN: Bits = 1 << 8;
/// A common noun for somebody.
pub(super) const SOMEBODY: Bits = 1 << 9;
/// Usually a verb.
pub(super) const VERB: Bits = 1 << 10;
/// A verb of saying.
pub(super) const SAYING: Bits = 1 << 11;
/// All in capitals.
pub(super) const CAPITALS: Bits = 1 << 12;
/// A single letter.
pub(super) const INITIAL: Bits = 1 << 13;
/// A number.
pub(super) const NUMBER: Bits = 1 << 14;
/// A particle of names: al, bin, van.
pub(super) const PARTICLE: Bits = 1 << 15;
/// The first word of its sentence.
pub(super) const FIRST: Bits = 1 << 16;
/// In lower case elsewhere in the article.
pub(super) const LOWER: Bits = 1 << 17;
/// With a capital within a sentence elsewhere in the article.
pub(super) const WITHIN: Bits = 1 << 18;
/// Behind a title or given name somewhere in the article.
pub(super) const NAMED: Bits = 1 << 19;
/// Behind `in`, `near`, `from` somewhere in the article.
pub(super) const LOCATED: Bits = 1 << 20;
/// Before a verb of saying somewhere in the article.
pub(super) const SAYS: Bits = 1 << 21;
/// In brackets behind a name somewhere in the article.
pub(super) const BRACKETED: Bits = 1 << 22;
/// Directly before a noun that closes names of organisations.
pub(super) const INSTITUTED: Bits = 1 << 23;
/// In a sentence whose words all have capitals.
pub(super) const HEADLINE: Bits = 1 << 24;
/// Usually an adjective.
pub(super) const ADJECTIVE: Bits = 1 << 25;
/// An organisation of the table by this word alone.
pub(super) const FAMOUS: Bits = 1 << 26;

/// A common surname.
pub(super) const SURNAME: Bits = 1 << 27;
/// A place that is oftener something else.
pub(super) const AMBIGUOUS: Bits = 1 << 28;

/// A title that stands before names of persons alone.
pub(super) const STRICT: Bits = 1 << 29;

/// An organisation by this word in capitals alone.
pub(super) const ACRONYM: Bits = 1 << 30;

/// How many bits there are that the model is told of.
pub(super) const BITS: u32 = 31;

/// A day or month that is no name of a person besides.
const CALENDAR: Bits = 1 << 31;

/// What the rest of the article tells of a word.
const EVIDENCE: Bits = LOWER | WITHIN | NAMED | LOCATED | SAYS | BRACKETED | INSTITUTED;

static CLOSERS: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    table(crate::lexicon::headless!("tables/closers.txt")).filter_map(|row| row.split_once(' ')).collect()
});

static THINGS: LazyLock<FxHashSet<&'static str>> =
    LazyLock::new(|| table(crate::lexicon::headless!("tables/things.txt")).collect());

/// Whether this word closes the names of what is nobody and no place: `Treaty`, `Games`.
pub(super) fn closes_thing(lower: &str) -> bool {
    THINGS.contains(lower)
}

/// What kind of name this word closes and no other: an organisation (2) or a place (3).
pub(super) fn closes_only(lower: &str) -> Option<usize> {
    let letters = CLOSERS.get(lower)?;
    match (letters.contains('o'), letters.contains('p')) {
        (true, false) => Some(2),
        (false, true) => Some(3),
        _ => None,
    }
}

/// Whether a token's word may close the name of an organisation or a place in lower case, too.
pub(super) fn closes_in_lower_case(token: &Token, lower: &str) -> bool {
    token.name & (ORGANISATION | PLACE) != 0 && CLOSERS.get(lower).is_some_and(|letters| letters.contains('t'))
}

/// Whether a word in lower case may stand between a capital and the noun that closes a name: nouns and adjectives.
pub(super) fn may_stand_in_tail(token: &Token) -> bool {
    token.name & (ORGANISATION | PLACE) != 0
        || token.word.is_some_and(|word| !word.is_closed() && matches!(word.usual, Class::Noun | Class::Adjective))
}

/// Whether a lower-case word belongs to the names of persons: `al`, `bin`, `van der`.
pub(super) fn is_particle(lower: &str) -> bool {
    lower.len() <= 5 && PARTICLES.contains(&lower)
}

const PARTICLES: [&str; 26] = [
    "abu", "ag", "al", "ar", "az", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el",
    "ibn", "la", "le", "ould", "ter", "ul", "van", "von", "zu",
];

/// Whether a lower-case word may join two words with capitals to one name.
pub(super) fn is_connector(lower: &str) -> bool {
    is_particle(lower) || matches!(lower, "of" | "the" | "for" | "and" | "on" | "to" | "in" | "y" | "e" | "et" | "und")
}

/// The hash of a word.
pub(in crate::extract) fn hash(lower: &str) -> u32 {
    let start = 0x811c_9dc5_u32;
    lower.bytes().fold(start, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The words of an article and what is known of them.
pub(super) struct Known<'d, 't> {
    document: &'d Document<'t>,
    /// By the word's hash, for words that have a capital somewhere.
    evidence: FxHashMap<u32, Bits>,
    /// Sentences whose words all have capitals, in order.
    headlines: Vec<bool>,
}

impl<'d, 't> Known<'d, 't> {
    pub fn of(document: &'d Document<'t>) -> Self {
        let headlines = document.sentences.iter().map(|sentence| is_headline(document, sentence.tokens.clone()));
        let mut known = Self { document, evidence: FxHashMap::default(), headlines: headlines.collect() };
        known.gather_capitals();
        known.gather_lower();
        known
    }

    /// Takes note of words with a capital, and of what stands beside them.
    fn gather_capitals(&mut self) {
        let document = self.document;
        for (at, sentence) in document.sentences.iter().enumerate() {
            for token in sentence.tokens.clone() {
                let word = &document.tokens[token];
                if word.kind != TokenKind::Word || !word.capital {
                    continue;
                }
                let mut bits = 0;
                if !self.headlines[at] {
                    let first = begins(document, sentence.tokens.start, token);
                    let before = if first { 0 } else { self.beside(token - 1) };
                    bits |= if first { 0 } else { WITHIN };
                    bits |= if before & (TITLE | GIVEN) != 0 { NAMED } else { 0 };
                    if !first && is_locative(document.lower(token - 1)) {
                        bits |= LOCATED;
                    }
                    if !first && document.is_mark(token - 1, '(') && document.is_mark(token + 1, ')') {
                        bits |= BRACKETED;
                    }
                    let after = document.tokens.get(token + 1).map_or(0, |next| next.name);
                    bits |= if after & SAYING != 0 { SAYS } else { 0 };
                    bits |= if after & ORGANISATION != 0 { INSTITUTED } else { 0 };
                }
                *self.evidence.entry(word.hash).or_default() |= bits;
            }
        }
    }

    fn gather_lower(&mut self) {
        for token in 0..self.document.tokens.len() {
            let word = &self.document.tokens[token];
            if word.kind != TokenKind::Word || word.capital {
                continue;
            }
            if let Some(bits) = self.evidence.get_mut(&word.hash) {
                *bits |= LOWER;
            }
        }
    }

    /// What the tables know of a token's word.
    pub fn of_tables(&self, token: usize) -> Bits {
        self.document.tokens.get(token).map_or(0, |token| token.name)
    }

    /// Whether a token's word is a particle of names.
    pub fn is_particle(&self, token: usize) -> bool {
        self.of_tables(token) & PARTICLE != 0
    }

    fn beside(&self, token: usize) -> Bits {
        let word = &self.document.tokens[token];
        if word.kind == TokenKind::Word && word.capital { self.of_tables(token) } else { 0 }
    }

    /// Whether a word with a capital may be one of a name at all.
    pub fn may_name(&self, token: usize) -> bool {
        let lower = self.document.lower(token);
        let capitals = self.document.tokens[token].capitals;
        let table = self.of_tables(token);
        if table & CALENDAR != 0 || lower.starts_with("i'") || lower.is_empty() {
            return false;
        }
        if table & CLOSED != 0 {
            let named = capitals && !self.is_headline(token) && (lower == "us" || table & ACRONYM != 0);
            return named
                || (table & GIVEN != 0 && self.document.tokens.get(token + 1).is_some_and(|next| next.capital));
        }
        if table & COMMON != 0 && table & (GIVEN | COUNTRY | TOWN | PEOPLE | FAMOUS) == 0 && self.is_headline(token) {
            return self.evidence(token) & (WITHIN | LOWER) == WITHIN;
        }
        true
    }

    fn is_headline(&self, token: usize) -> bool {
        self.headlines.get(self.document.sentence_of(token)).copied().unwrap_or(false)
    }

    fn evidence(&self, token: usize) -> Bits {
        self.document.tokens.get(token).and_then(|word| self.evidence.get(&word.hash)).copied().unwrap_or(0)
    }

    /// All that is known of a token.
    pub fn bits(&self, token: usize, sentence: usize) -> Bits {
        let Some(word) = self.document.tokens.get(token) else { return 0 };
        let lower = self.document.lower(token);
        let mut bits = match word.kind {
            TokenKind::Word => self.of_tables(token),
            TokenKind::Number => NUMBER,
            _ => 0,
        };
        if word.kind == TokenKind::Word && word.capital {
            bits |= self.evidence(token) & EVIDENCE;
        }
        if word.capitals {
            bits |= CAPITALS;
            bits |= if bits & ACRONYM != 0 { FAMOUS } else { 0 };
        }
        bits &= !(ACRONYM | CALENDAR);
        if word.kind == TokenKind::Word && lower.len() == 1 {
            bits |= INITIAL;
        }
        if self.document.sentences.get(sentence).is_some_and(|of| begins(self.document, of.tokens.start, token)) {
            bits |= FIRST;
        }
        if self.headlines.get(sentence).copied().unwrap_or(false) {
            bits |= HEADLINE;
        }
        bits
    }
}

/// Whether a token is the first word of its sentence, behind marks, or of a quotation in it.
fn begins(document: &Document<'_>, start: usize, token: usize) -> bool {
    let mut at = token;
    while at > start {
        at -= 1;
        match document.tokens[at].kind {
            TokenKind::Mark('“' | '"' | '‘' | '\'' | '(' | '[' | '-' | '–' | '—' | '•' | '*' | '.' | ':') => {
                if document.is_mark(at, ':')
                    || document.is_mark(at, '“')
                    || document.is_mark(at, '"') && !document.tokens[token].spaced
                {
                    return true;
                }
            }
            _ => return false,
        }
    }
    true
}

/// What the tables know of a folded word, of which the lexicon says `word`.
pub(in crate::extract) fn of_tables(lower: &str, word: Option<Word>) -> Bits {
    let mut bits = 0;
    if let Some(word) = word {
        bits |= if word.is_closed() { CLOSED } else { COMMON };
        bits |= if word.usual == Class::Verb { VERB } else { 0 };
        bits |= if word.usual == Class::Adjective { ADJECTIVE } else { 0 };
        bits |= if word.is_about(About::Person) { SOMEBODY } else { 0 };
        bits |= if word.is_about(About::Saying) { SAYING } else { 0 };
    }
    if let Some(letters) = CLOSERS.get(lower) {
        bits |= if letters.contains('o') { ORGANISATION } else { 0 };
        bits |= if letters.contains('p') { PLACE } else { 0 };
    }
    bits |= if is_particle(lower) { PARTICLE } else { 0 };
    bits |= if CALENDAR_WORDS.contains(&lower) { CALENDAR } else { 0 };
    bits | super::tables::of_word(lower)
}

fn is_locative(lower: &str) -> bool {
    matches!(lower, "in" | "near" | "from" | "at" | "outside" | "around" | "towards" | "into" | "across" | "inside")
}

const CALENDAR_WORDS: [&str; 33] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "january",
    "february",
    "july",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "sept",
    "oct",
    "nov",
    "dec",
    "mon",
    "tue",
    "tues",
    "wed",
    "thur",
    "thurs",
    "fri",
    "gmt",
    "utc",
    "est",
    "bst",
    "am",
    "pm",
];

/// Whether nearly all words of a sentence have capitals, as in titles, or all their letters are.
fn is_headline(document: &Document<'_>, tokens: Range<usize>) -> bool {
    let (mut words, mut capital, mut capitals, mut all) = (0_usize, 0_usize, 0_usize, 0_usize);
    let stopped = tokens.end.checked_sub(1).is_some_and(|last| document.is_mark(last, '.'));
    for token in document.tokens[tokens].iter().filter(|token| token.kind == TokenKind::Word) {
        all += 1;
        capitals += usize::from(token.capitals || token.span.len() == 1);
        if token.span.len() > 3 {
            words += 1;
            capital += usize::from(token.capital);
        }
    }
    let share = if stopped { 19 } else { 16 };
    words >= 4 && capital * 20 >= words * share || all >= 3 && capitals == all
}
