//! Names by what stands beside them, where the model has seen too little of them: `the charity Open Hands`, `Mar Azul, a
//! consultancy`, `Ana Ruiz, who`, `east of Sarvan`, `Doctors for the Valley (DV)`.

use super::guess::{Guess, key};
use super::known::{self, Bits, Known};
use super::pieces::head_kind;
use super::spelling;
use super::tables;
use crate::extract::{Document, TokenKind};
use crate::lexicon::{self, About};
use crate::order;
use core::ops::Range;
use rustc_hash::FxHashSet;

/// No name that is put together here is longer.
const LONGEST: usize = 12;

/// What a word is that is known to be something else than a place nobody knows.
const OTHERWISE: Bits = known::COMMON
    | known::CLOSED
    | known::GIVEN
    | known::SURNAME
    | known::NAMED
    | known::TITLE
    | known::PEOPLE
    | known::FAMOUS
    | known::CAPITALS;

/// Puts right what the model guessed, in the order of the text.
pub(super) fn settle(document: &Document<'_>, known: &Known<'_, '_>, guesses: &mut Vec<Guess>) {
    let named = guesses.iter().filter(|guess| guess.kind == 1 && guess.tokens.len() > 1);
    let surnames = named.map(|guess| known::hash(document.lower(guess.tokens.end - 1))).collect();
    let mut beside = Beside { document, known, guesses, surnames, more: Vec::new() };
    for token in 1..document.tokens.len() {
        match document.tokens[token].kind {
            TokenKind::Mark('(') => beside.abbreviated(token),
            TokenKind::Possessive => beside.owned(token),
            TokenKind::Word if document.lower(token) == "for" => beside.devoted(token),
            _ => {}
        }
    }
    for sentence in &document.sentences {
        beside.dateline(sentence.tokens.clone());
    }
    for at in 0..beside.guesses.len() {
        beside.part(at);
        beside.kind(at);
    }
    beside.agree();
    let more = beside.more;
    guesses.retain(|guess| !guess.tokens.is_empty());
    guesses.extend(more);
    order::by_key(guesses, |guess| guess.tokens.start as u64);
}

pub(super) struct Beside<'g, 'd, 't> {
    pub document: &'d Document<'t>,
    pub known: &'g Known<'d, 't>,
    guesses: &'g mut [Guess],
    /// The last words of the names of persons.
    pub surnames: FxHashSet<u32>,
    /// What was cut off other names.
    more: Vec<Guess>,
}

impl Beside<'_, '_, '_> {
    pub(super) fn lower(&self, token: usize) -> &str {
        self.document.lower(token)
    }

    /// What stands so many tokens before one; nothing where the text begins.
    pub(super) fn before(&self, token: usize, by: usize) -> &str {
        token.checked_sub(by).map_or("", |at| self.lower(at))
    }

    /// Whether a token is a word with a capital that may be one of a name.
    pub(super) fn capital(&self, token: usize) -> bool {
        let word = self.document.tokens.get(token);
        word.is_some_and(|word| word.kind == TokenKind::Word && word.capital) && self.known.may_name(token)
    }

    /// The words in capitals on both sides of a stretch, and particles between them; without titles, and within its
    /// sentence.
    fn widened(&self, mut tokens: Range<usize>) -> Range<usize> {
        let sentence = self.document.sentences[self.document.sentence_of(tokens.start)].tokens.clone();
        let title = |token: usize| self.known.of_tables(token) & (known::STRICT | known::TITLE) != 0;
        while tokens.start > sentence.start && self.capital(tokens.start - 1) && !title(tokens.start - 1) {
            tokens.start -= 1;
        }
        loop {
            let particle = usize::from(self.known.is_particle(tokens.end));
            if tokens.end + particle >= sentence.end || !self.capital(tokens.end + particle) {
                break;
            }
            tokens.end += particle + 1;
        }
        tokens
    }

    /// Makes one name of some tokens.
    fn unite(&mut self, tokens: Range<usize>, kind: usize, rule: &'static str) {
        let first = self.guesses.partition_point(|guess| guess.tokens.end <= tokens.start);
        let last = self.guesses.partition_point(|guess| guess.tokens.start < tokens.end);
        let covers = |guess: &Guess| tokens.start <= guess.tokens.start && guess.tokens.end <= tokens.end;
        if first == last || !self.guesses[first..last].iter().all(covers) || tokens.len() > LONGEST {
            return;
        }
        // What is a part of it now is empty, and goes when all is done.
        for guess in &mut self.guesses[first..last] {
            (guess.kind, guess.rule, guess.firm) = (kind, rule, true);
            guess.tokens = tokens.end..tokens.end;
        }
        let guess = &mut self.guesses[first];
        guess.key = key(self.document, tokens.clone());
        guess.tokens = tokens;
    }

    /// `PORT SERENO – The mayor`: where a report was written.
    fn dateline(&mut self, sentence: Range<usize>) {
        let capitals = |token: &usize| self.document.tokens[*token].capitals && self.capital(*token);
        let end = sentence.start + sentence.clone().take(4).take_while(capitals).count();
        let dash = ['-', '–', '—'].into_iter().any(|dash| self.document.is_mark(end, dash));
        let spaced = self.document.tokens.get(end).is_some_and(|dash| dash.spaced);
        let word = sentence.start..end;
        let words = word.clone().all(|token| self.known.of_tables(token) & known::COMMON != 0);
        let body = tables::organisation(self.document, word.clone()).is_some();
        if dash && spaced && !words && !body {
            self.unite(word, 3, "names:dateline");
        }
    }

    /// `Doctors for the Valley (DV)`: an organisation whose capitals stand in brackets behind it.
    fn abbreviated(&mut self, open: usize) {
        let short = open + 1;
        let written = self.document.written(short);
        let letters = written.chars().filter(|letter| letter.is_uppercase()).count();
        if letters < 2 || !self.document.is_mark(open + 2, ')') {
            return;
        }
        let (mut start, mut count, mut body) = (open, 0, false);
        while start > 0 && open - start < LONGEST && count < letters {
            let token = &self.document.tokens[start - 1];
            let joins = token.kind == TokenKind::Possessive || known::is_connector(self.lower(start - 1));
            if !(token.kind == TokenKind::Word && token.capital || joins) {
                break;
            }
            start -= 1;
            count += usize::from(self.document.tokens[start].capital);
            let lower = self.lower(start);
            body |= self.known.of_tables(start) & known::ORGANISATION != 0
                || lexicon::organisation_noun(lower).is_some()
                || head_kind(lower) == Some(2)
                || lower == "for";
        }
        let place = usize::from(tables::place(self.document, start..open).0) == open - start;
        if count == letters && body && !place && spelling::is_acronym(self.document, short, start..open) {
            self.unite(start..open, 2, "names:acronym");
            self.unite(short..short + 1, 2, "names:acronym");
        }
    }

    /// `Parents’ Forum`, `People’s Movement`: what many own and a noun of organisations.
    fn owned(&mut self, possessive: usize) {
        let bits = self.known.of_tables(possessive - 1);
        let many = self.document.written(possessive).chars().count() == 1;
        let word = bits & known::COMMON != 0 && bits & known::COUNTRY == 0;
        if !self.capital(possessive - 1) || !self.capital(possessive + 1) || !(many || word) {
            return;
        }
        let mut tokens = self.widened(possessive - 1..possessive + 2);
        // `Prime Minister’s Office`
        while tokens.start > 0 && bits & known::TITLE != 0 && self.capital(tokens.start - 1) {
            tokens.start -= 1;
        }
        if known::closes_only(self.lower(tokens.end - 1)) == Some(2) {
            self.unite(tokens, 2, "names:owned");
        }
    }

    /// `Council for Relief`, `Doctors for the Valley`: those who do something for others, or a body that does.
    fn devoted(&mut self, link: usize) {
        let the = usize::from(self.lower(link + 1) == "the");
        let first = link - 1;
        let lower = self.lower(first);
        let many = lower.ends_with('s') && self.document.word(first).is_some_and(|word| word.is_about(About::Person));
        let body = known::closes_only(lower) == Some(2) || head_kind(lower) == Some(2);
        if !self.capital(first) || !self.capital(link + 1 + the) || !(many || body) {
            return;
        }
        let mut tokens = self.widened(first..link + 2 + the);
        // `the Coordination of Humanitarian Affairs`
        if self.lower(tokens.end) == "of" && self.capital(tokens.end + 1) {
            tokens = self.widened(tokens.start..tokens.end + 2);
        }
        self.unite(tokens, 2, "names:devoted");
    }

    /// Cuts a place off what is in it, `General Hospital in Mogadishu`, and two from each other: `Rubkona and Guit`.
    fn part(&mut self, at: usize) {
        let guess = &self.guesses[at];
        let tokens = guess.tokens.clone();
        let Some(link) = tokens.clone().skip(1).find(|token| matches!(self.lower(*token), "in" | "and")) else {
            return;
        };
        let behind = link + 1..tokens.end;
        let places = usize::from(tables::place(self.document, behind.clone()).0) == behind.len();
        let two = link == tokens.start + 1 && behind.len() == 1;
        let parts = match self.lower(link) {
            "in" => places && self.known.of_tables(link - 1) & (known::ORGANISATION | known::PLACE) != 0,
            _ => guess.kind == 3 && two && self.known.of_tables(behind.start) & known::PLACE == 0,
        };
        let known = usize::from(tables::place(self.document, tokens.clone()).0) == tokens.len()
            || tables::organisation(self.document, tokens.clone()).is_some();
        if !parts || known || guess.kind == 0 || behind.is_empty() {
            return;
        }
        let second = Guess {
            key: key(self.document, behind.clone()),
            tokens: behind,
            kind: 3,
            firm: places,
            rule: guess.rule,
            ..*guess
        };
        let guess = &mut self.guesses[at];
        guess.tokens.end = link;
        guess.key = key(self.document, guess.tokens.clone());
        self.more.push(second);
    }

    /// What one place tells of a word of capitals alone holds for it in all others: `the DVP has`, `DVP leader`.
    fn agree(&mut self) {
        let short = |guess: &Guess| guess.tokens.len() == 1 && self.document.tokens[guess.tokens.start].capitals;
        let told = |guess: &&Guess| guess.kind == 2 && guess.rule == "names:beside" && short(guess);
        let bodies: FxHashSet<u64> = self.guesses.iter().filter(told).map(|guess| guess.key).collect();
        for guess in self.guesses.iter_mut().filter(|guess| !guess.firm) {
            if bodies.contains(&guess.key) {
                (guess.kind, guess.rule, guess.firm) = (2, "names:beside", true);
            }
        }
    }

    /// Gives a name the kind that what stands beside it tells.
    fn kind(&mut self, at: usize) {
        let guess = &self.guesses[at];
        let start = guess.tokens.start;
        if guess.tokens.is_empty() || guess.firm {
            return;
        }
        let tokens = self.widened(guess.tokens.clone());
        if tokens.start < start {
            return;
        }
        let place = tables::place(self.document, tokens.clone());
        if place.0 > 0 && usize::from(place.0) == tokens.len() {
            return;
        }
        let bits = self.known.bits(start, guess.sentence);
        let kind = guess.kind;
        let alone = tokens.len() == 1;
        let last = self.lower(tokens.end - 1);
        let given = |token: usize| {
            let of = self.known.of_tables(token);
            of & known::TITLE != 0 || of & (known::GIVEN | known::COUNTRY) == known::GIVEN
        };
        let known = bits & known::NAMED != 0
            || tokens.clone().any(given)
            || known::closes_only(last) == Some(3)
            || known::closes_thing(last)
            || alone && bits & (known::TOWN | known::COUNTRY | known::PEOPLE) != 0
            || alone && self.surnames.contains(&known::hash(self.lower(start)));
        if (kind < 2 || kind == 3 && !alone) && !known && self.acts(&tokens, kind == 1) {
            return self.unite(tokens, 2, "names:beside");
        }
        if tables::organisation(self.document, tokens.clone()).is_some() || bits & (known::PEOPLE | known::COUNTRY) != 0
        {
            return;
        }
        let named = guess.kind == 1 && bits & known::GIVEN != 0 || bits & known::NAMED != 0;
        // `the weekly Rosa Delgado works for`, but no charity is somebody.
        let helped =
            matches!(self.before(start, 1), "charity" | "airline" | "militia" | "consultancy" | "ngo" | "gang");
        if (!named || helped) && guess.kind != 2 && self.is_body(&tokens) {
            return self.unite(tokens, 2, "names:beside");
        }
        let closed = known::closes_only(self.lower(tokens.end - 1)).is_some();
        let titled = tokens.clone().any(|token| self.known.of_tables(token) & known::TITLE != 0);
        let formed = !closed && !titled && (2..=4).contains(&tokens.len());
        if matches!(guess.kind, 0 | 3) && formed && self.is_somebody(tokens.end) {
            return self.unite(tokens, 1, "names:beside");
        }
        let unknown = guess.kind < 2 && tokens.len() == 1 && bits & OTHERWISE == 0;
        let listed = at > 0 && {
            let other = &self.guesses[at - 1];
            // `the King of Athens, Theseus`
            let comma = self.document.is_mark(start - 1, ',') && !self.document.is_mark(start + 1, ',');
            let joins = comma && guess.kind == 0 || self.lower(start - 1) == "and";
            other.kind == 3 && other.tokens.end + 1 == start && joins
        };
        if unknown && (listed || self.is_located(start)) && !self.is_author(start, guess.kind) {
            self.unite(tokens, 3, "names:beside");
        }
    }
}
