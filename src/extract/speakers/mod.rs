//! Who speaks: the person, body, place or document that a phrase means within its article.
//!
//! | phrase | means |
//! |---|---|
//! | `Interior Ministry spokesman Juan Mora` | the person named in it |
//! | `Mora`, `Mr Mora` | the person of that surname |
//! | `He`, `They`, `It` | who was last spoken of and fits in gender and number; who spoke, before who acted |
//! | `the premier`, `the Kenyan leader` | the person whom the article calls so |
//! | `the spokesman` behind what a ministry said | that ministry's spokesman, and then the ministry |
//! | `a statement from his office` | his office |
//! | `a diplomatic source` | nobody by name: the description itself |

mod apposition;
mod known;
mod pronoun;
mod role;
mod tables;

pub(super) use tables::is_office;
pub(crate) use tables::is_outlet;

use super::{Document, Source, Tag, TokenKind};
use crate::lexicon::{About, Class, Gender, lemma};
use crate::text::class::lowercase;
use core::ops::Range;
pub(super) use known::Known;
use role::Role;

/// How many documents are kept in mind.
const DOCUMENTS: usize = 8;
/// The longest description of who was told, in tokens.
const DESCRIPTION: usize = 24;

/// What a speaker is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    Body,
    Place,
    People,
    Document,
}

/// Somebody who was heard or seen in the article.
#[derive(Clone, Debug)]
pub(super) struct Heard {
    /// The first token of the phrase.
    token: usize,
    source: Source,
    kind: Kind,
    gender: Option<Gender>,
    plural: bool,
    role: Option<Role>,
    /// Who stands behind them: the ministry of a spokesman.
    body: Option<Source>,
}

/// Finds out whom phrases mean. Phrases are to be asked for in the order of the text.
pub(super) struct Speakers<'d, 't> {
    document: &'d Document<'t>,
    known: &'d Known,
    heard: Vec<Heard>,
    /// The last documents that were heard with whoever they are from: `a report by the agency`.
    documents: Vec<(String, Heard)>,
    /// Words that the speaker asked for is to say: who is named there comes last for `he`.
    words: Range<usize>,
}

impl<'d, 't> Speakers<'d, 't> {
    pub(super) fn new(document: &'d Document<'t>, known: &'d Known) -> Self {
        Self { document, known, heard: Vec::new(), documents: Vec::new(), words: 0..0 }
    }

    /// The chain that begins with whom a phrase means: them, then who stands behind them.
    /// `words` are what they say, where that is known: `Her client, |she| said, was away`.
    pub(super) fn chain(&mut self, phrase: Range<usize>, words: Range<usize>) -> Vec<Source> {
        let phrase = self.trimmed(phrase);
        self.words = words;
        let Some(heard) = self.find(&phrase, 0) else { return Vec::new() };
        let mut chain = vec![heard.source.clone()];
        chain.extend(heard.body.clone());
        self.remember(&phrase, &heard);
        let at = self.heard.partition_point(|other| other.token <= heard.token);
        if self.heard.get(at.wrapping_sub(1)).is_none_or(|other| other.token != heard.token) {
            self.heard.insert(at, heard);
        }
        chain
    }

    /// The entity that a phrase means; nothing is kept in mind.
    pub(super) fn meant(&self, phrase: &Range<usize>) -> Option<usize> {
        self.find(phrase, 0)?.source.entity
    }

    /// Keeps in mind a document that was named with whoever it is from.
    fn remember(&mut self, phrase: &Range<usize>, heard: &Heard) {
        let head = self.head(phrase);
        let noun = lemma(self.document.lower(head), Class::Noun);
        if super::quotes::holds_words(noun) && phrase.len() > 2 {
            self.documents.retain(|(other, _)| other != noun);
            self.documents.push((noun.to_owned(), heard.clone()));
            if self.documents.len() > DOCUMENTS {
                self.documents.remove(0);
            }
        }
    }

    /// The outlet that a phrase names, if it names one.
    pub(super) fn outlet(&self, phrase: Range<usize>) -> Option<Source> {
        let phrase = self.trimmed(phrase);
        let tokens = phrase.clone();
        let last = phrase.end.checked_sub(1)?;
        let named =
            tokens.clone().any(|token| is_outlet(self.document.lower(token)) && self.document.tokens[token].capital);
        let common = is_outlet(lemma(self.document.lower(last), Class::Noun));
        if !named {
            // `the newspaper`: the one last named; `reporters`: none.
            let definite = matches!(self.document.lower(phrase.start), "the" | "this" | "that");
            let before = self.heard.iter().rev().find(|heard| {
                let named = heard.source.name.starts_with(char::is_uppercase);
                heard.kind == Kind::Body && named && self.is_media(&heard.source.name)
            });
            return (common && definite).then(|| before.map(|heard| heard.source.clone())).flatten();
        }
        let start = tokens.clone().find(|token| self.document.tokens[*token].capital)?;
        // `the BBC’s Jane Doe`
        let end = tokens.clone().find(|token| self.document.tag(*token) == Tag::Possessive).unwrap_or(phrase.end);
        let person = self.known.person_in(&(start..end)).is_some();
        (end > start && !person).then(|| self.named(start..end))
    }

    /// The outlet that stands behind a common noun for one in a description of who was told, which begins at a token:
    /// `the poet, editor of the weekly Horizon Jane Doe`.
    pub(super) fn outlet_behind(&self, start: usize) -> Option<Source> {
        let sentence = self.document.sentences.get(self.document.sentence_of(start))?;
        let limit = sentence.tokens.end.min(start + DESCRIPTION);
        let ends = |token: &usize| {
            self.document.is_mark(*token, ':')
                || self.document.tag(*token) == Tag::Wh
                || self.document.verbs_of(*token).is_some()
        };
        let tokens = start..(start..limit).find(ends).unwrap_or(limit);
        let is_capital = |token: usize| {
            self.document.tokens.get(token).is_some_and(|token| token.capital && token.kind == TokenKind::Word)
        };
        let noun = tokens.clone().find(|token| {
            !is_capital(*token) && is_outlet(lemma(self.document.lower(*token), Class::Noun)) && is_capital(token + 1)
        })?;
        let mut end = (noun + 1..tokens.end).take_while(|token| is_capital(*token)).last()? + 1;
        let person = self.known.within(noun + 1..end).find(|(_, known)| self.known.is_person(*known));
        if let Some((mention, _)) = person.filter(|(mention, _)| mention.start > noun + 1) {
            end = mention.start;
        }
        Some(self.named(noun + 1..end))
    }

    fn is_media(&self, name: &str) -> bool {
        name.split(' ').any(|part| is_outlet(&lowercase(part)))
    }

    /// A body by its printed name.
    fn named(&self, tokens: Range<usize>) -> Source {
        let tokens = self.without_article(tokens);
        let span = self.document.span_of(tokens.clone());
        match self.known.at(&tokens, self.document) {
            Some(known) if self.known.covers(known, &tokens) => {
                let of = &self.known.all[known];
                Source { name: of.name.clone(), span: Some(span), entity: of.entity }
            }
            _ => Source { name: self.words(&tokens), span: Some(span), entity: None },
        }
    }

    /// The words of some tokens, with single spaces.
    fn words(&self, tokens: &Range<usize>) -> String {
        let text = self.document.span_of(tokens.clone()).of(self.document.text);
        let mut words = String::with_capacity(text.len());
        for part in text.split_whitespace() {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(part);
        }
        words
    }

    /// Without times at either end: `officials on Sunday`, `Monday the mayor`.
    fn trimmed(&self, phrase: Range<usize>) -> Range<usize> {
        let mut phrase = phrase;
        while phrase.len() > 1 && is_day(self.document.lower(phrase.start)) {
            phrase.start += 1;
        }
        while phrase.len() > 2 && is_day(self.document.lower(phrase.end - 1)) {
            phrase.end -= 1;
            if matches!(self.document.tag(phrase.end - 1), Tag::Preposition) {
                phrase.end -= 1;
            }
        }
        phrase
    }

    fn without_article(&self, tokens: Range<usize>) -> Range<usize> {
        let article = matches!(
            self.document.lower(tokens.start),
            "the" | "a" | "an" | "this" | "that" | "these" | "those" | "another" | "one" | "some"
        );
        // `one of the officials`
        let article = article && self.document.lower(tokens.start + 1) != "of";
        if article && tokens.len() > 1 { tokens.start + 1..tokens.end } else { tokens }
    }

    fn head(&self, tokens: &Range<usize>) -> usize {
        let last = tokens.end.max(tokens.start + 1) - 1;
        let base = self.base(tokens);
        let phrase = self.document.phrase_of(base.end.max(1) - 1).and_then(|at| self.document.phrases.get(at));
        phrase.map_or(base.end.max(1) - 1, |phrase| phrase.head).clamp(tokens.start, last)
    }

    /// The first base phrase of a longer one; one that was cut behind a name (`a French | diplomatic source`) as a whole.
    fn base(&self, tokens: &Range<usize>) -> Range<usize> {
        let phrase = |token: usize| self.document.phrase_of(token).and_then(|at| self.document.phrases.get(at));
        let mut end = phrase(tokens.start).map_or(tokens.end, |phrase| phrase.tokens.end);
        let adjective =
            self.document.tag(end) == Tag::Adjective && end < tokens.end && !self.document.tokens[end].capital;
        if let Some(next) = phrase(end).filter(|next| adjective && next.tokens.start == end) {
            end = next.tokens.end;
        }
        tokens.start..end.clamp(tokens.start + 1, tokens.end.max(tokens.start + 1))
    }

    fn find(&self, phrase: &Range<usize>, depth: usize) -> Option<Heard> {
        if phrase.is_empty() || depth > 3 {
            return None;
        }
        let head = self.head(phrase);
        if pronoun::is_pronoun(self.document.lower(head)) && phrase.len() == 1 {
            return Some(self.pronoun(phrase));
        }
        if let Some(known) = self.person(phrase) {
            let mut heard = self.heard_known(known, phrase);
            let base = self.base(phrase).end;
            if matches!(self.document.lower(base), "and" | "or") && base + 1 < phrase.end {
                // Two who speak with one voice.
                heard.source = Source { name: self.words(phrase), entity: None, ..heard.source };
                heard.plural = true;
            }
            return Some(heard);
        }
        if let Some(heard) = self.document_of(phrase, depth) {
            return Some(heard);
        }
        let base = self.base(phrase);
        if let Some(known) =
            self.known.at_end(&base, self.document).filter(|known| self.known.covers_body(*known, &base, self.document))
        {
            let mut heard = self.heard_known(known, phrase);
            if !self.known.covers(known, &self.without_article(base.clone())) && heard.kind != Kind::Place {
                let own = self.without_article(base);
                // `the newspaper Horizon` is Horizon; `Valley Interior Ministry` is more than a ministry.
                let named = self.document.tokens.get(own.start).is_some_and(|token| token.capital);
                if named {
                    heard.source.name = self.words(&own);
                }
            }
            return Some(heard);
        }
        self.described(phrase, head)
    }

    /// The person that a phrase names: at the end of its first part, in apposition, or at its very end
    /// (`ambassador to the United Nations Jane Doe`).
    fn person(&self, phrase: &Range<usize>) -> Option<usize> {
        let base = self.base(phrase);
        if let Some(known) = self.known.at_end(&base, self.document).filter(|known| self.known.is_person(*known)) {
            return Some(known);
        }
        let head = self.head(phrase);
        let is_role = self.is_role(head);
        if is_role {
            if let Some(known) = self.apposed(phrase).or_else(|| self.apposed_before(phrase)) {
                return Some(known);
            }
            let (known, mention) = self.known.mention_at_end(phrase)?;
            let mut start = mention.start;
            while start > phrase.start && (role::is_title(self.document.lower(start - 1)) || self.is_role(start - 1)) {
                start -= 1;
            }
            let tied = matches!(
                self.document.tag(start.checked_sub(1)?),
                Tag::Preposition | Tag::Determiner | Tag::Possessive | Tag::Conjunction | Tag::Mark
            );
            return (self.known.is_person(known) && !tied).then_some(known);
        }
        None
    }

    fn is_role(&self, token: usize) -> bool {
        let lower = self.document.lower(token);
        self.document.word(token).is_some_and(|word| word.is_about(About::Person))
            || is_office(lemma(lower, Class::Noun))
    }

    fn heard_known(&self, known: usize, phrase: &Range<usize>) -> Heard {
        let of = &self.known.all[known];
        let span = Some(self.document.span_of(phrase.clone()));
        let role = of.kind.eq(&Kind::Person).then(|| self.role_in(&self.base(phrase))).flatten();
        let body = match &role {
            Some(role) if role.speaks_for_others() => self.body_of(phrase),
            _ => None,
        };
        Heard {
            token: phrase.start,
            source: Source { name: of.name.clone(), span, entity: of.entity },
            kind: of.kind,
            gender: of.gender,
            plural: of.kind == Kind::People,
            role,
            body: body.filter(|body| body.name != of.name),
        }
    }

    /// Whom a noun phrase without a name means.
    fn described(&self, phrase: &Range<usize>, head: usize) -> Option<Heard> {
        let plural = self.is_plural(head);
        let role = self.role_in(&self.base(phrase));
        let first = self.document.lower(phrase.start);
        // `Kenya’s leader` is as definite as `the leader of Kenya`.
        let owned = self.base(phrase).any(|token| self.document.tag(token) == Tag::Possessive);
        let definite =
            owned || matches!(first, "the" | "this" | "that" | "his" | "her" | "their" | "its" | "these" | "those");
        let span = Some(self.document.span_of(phrase.clone()));
        if let (true, Some(role)) = (definite, &role)
            && let Some(mut heard) = self.antecedent(phrase, role, plural)
        {
            heard.token = phrase.start;
            heard.source.span = span;
            return Some(heard);
        }
        if definite
            && !plural
            && !self.is_role(head)
            && let Some(mut heard) = self.body_antecedent(phrase, head)
        {
            heard.token = phrase.start;
            heard.source.span = span;
            return Some(heard);
        }
        let body = role.as_ref().filter(|role| role.speaks_for_others()).and_then(|_| self.body_of(phrase));
        let own = self.without_article(phrase.clone());
        let mut name = self.words(&own);
        let mut body = body;
        if let (true, Some(role), None) = (definite, &role, &body) {
            // `the spokesman`, behind what a ministry reported
            if role.speaks_for_others() && own.len() == 1 {
                let before = self.heard.iter().rev().take(4).find(|heard| heard.kind == Kind::Body);
                if let Some(of) = before {
                    name = format!("{} {name}", of.source.name);
                    body = Some(Source { span: None, ..of.source.clone() });
                }
            }
        }
        let gender = role.as_ref().and_then(Role::gender);
        let kind = self.kind_of(head, plural);
        Some(Heard {
            token: phrase.start,
            source: Source { name, span, entity: None },
            kind,
            gender,
            plural,
            role,
            body,
        })
    }

    fn kind_of(&self, head: usize, plural: bool) -> Kind {
        let word = self.document.word(head);
        let about = |about| word.is_some_and(|word| word.is_about(about));
        if self.is_role(head) {
            if plural { Kind::People } else { Kind::Person }
        } else if about(About::Group) || self.document.tokens.get(head).is_some_and(|token| token.capital) {
            Kind::Body
        } else if about(About::Place) {
            Kind::Place
        } else if about(About::Communication) {
            Kind::Document
        } else {
            Kind::Person
        }
    }

    fn is_plural(&self, head: usize) -> bool {
        self.document.tag(head) == Tag::Plural
            || matches!(
                self.document.lower(head),
                "police" | "people" | "authorities" | "many" | "others" | "some" | "most"
            )
    }

    /// The document that a phrase names, as whoever it is from: `estimates from the ministry`, `a statement from his
    /// office`, `the ministry’s report`.
    fn document_of(&self, phrase: &Range<usize>, depth: usize) -> Option<Heard> {
        let head = self.head(phrase);
        if !super::quotes::holds_words(self.document.lower(head)) || self.document.tokens.get(head)?.capital {
            return None;
        }
        let base = self.base(phrase);
        let tie = base.end;
        if matches!(self.document.lower(tie), "from" | "by" | "of") && tie + 1 < phrase.end {
            let from = tie + 1..phrase.end;
            let kind = self.kind_of(self.head(&from), false);
            let capital = || self.document.tokens.get(self.head(&from)).is_some_and(|token| token.capital);
            if self.document.lower(tie) != "of" || kind != Kind::Document && capital() {
                return self.office_of(&from).or_else(|| self.find(&from, depth + 1));
            }
        }
        if let Some(agent) = self.agent_behind(phrase.end) {
            return self.find(&agent, depth + 1);
        }
        if let Some(owner) = (base.start..head).rev().find(|token| self.document.tag(*token) == Tag::Possessive) {
            if pronoun::is_pronoun(self.document.lower(owner)) {
                return Some(Heard { token: phrase.start, ..self.pronoun(&(owner..owner + 1)) });
            }
            return self.find(&(base.start..owner), depth + 1);
        }
        let definite = matches!(self.document.lower(phrase.start), "the" | "this" | "that") && phrase.len() == 2;
        let noun = lemma(self.document.lower(head), Class::Noun);
        let span = Some(self.document.span_of(phrase.clone()));
        if definite && let Some((_, heard)) = self.documents.iter().rev().find(|(known, _)| known == noun) {
            let source = Source { span, ..heard.source.clone() };
            return Some(Heard { token: phrase.start, source, ..heard.clone() });
        }
        // `In a statement, the firm said … The statement added …`
        let own = matches!(noun, "statement" | "letter" | "message" | "post" | "tweet" | "release" | "memo" | "email");
        let last = self.heard.last().filter(|_| definite && own)?;
        let near = self.document.sentence_of(last.token) + 2 >= self.document.sentence_of(phrase.start);
        let source = Source { span, ..last.source.clone() };
        near.then(|| Heard { token: phrase.start, source, ..last.clone() })
    }

    /// Who made a document, behind its name: `the report, published on Monday by the agency,`
    fn agent_behind(&self, end: usize) -> Option<Range<usize>> {
        let start = if self.document.is_mark(end, ',') { end + 1 } else { end };
        // Who has seen a document has not made it.
        let seen = matches!(self.document.lower(start), "seen" | "obtained" | "reviewed" | "viewed" | "read" | "cited");
        if seen || !matches!(self.document.tag(start), Tag::Participle | Tag::Past) {
            return None;
        }
        let near = (start + 1..start + 9).take_while(|token| !self.document.is_mark(*token, ','));
        let by = near.into_iter().find(|token| self.document.lower(*token) == "by")?;
        let phrase = self.document.phrases.get(self.document.phrase_of(by + 1)?)?;
        Some(by + 1..phrase.tokens.end)
    }

    /// `his office`: the office of the person meant.
    fn office_of(&self, phrase: &Range<usize>) -> Option<Heard> {
        let first = phrase.start;
        if !matches!(self.document.lower(first), "his" | "her" | "their" | "its") || phrase.len() < 2 {
            return None;
        }
        let mut owner = self.pronoun(&(first..first + 1));
        let rest = self.words(&(first + 1..phrase.end));
        owner.body = Some(owner.source.clone());
        owner.source = Source {
            name: format!("{}’s {rest}", owner.source.name),
            span: Some(self.document.span_of(phrase.clone())),
            entity: None,
        };
        owner.kind = Kind::Body;
        owner.token = phrase.start;
        Some(owner)
    }
}

fn is_day(lower: &str) -> bool {
    super::quotes::is_calendar(lower)
}
