//! What happened to what is counted.

use super::clause::{Clause, MEASURES, Restriction, RestrictionKind, Role};
use super::found::Found;
use super::place::Mentions;
use super::population;
use crate::extract::{Document, EntityKind, FigureKind, Settings, Tag, VerbGroup};
use crate::lexicon::{self, About, Class, Form};
use core::ops::Range;
use std::sync::LazyLock;

/// The table; its head says how to read it.
const STATUSES: &str = include_str!("statuses.txt");

/// How many tokens behind a verb the words that a row wants may stand.
const COMPLEMENT: usize = 9;

/// A row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Row {
    lemma: &'static str,
    class: char,
    frame: char,
    status: &'static str,
    /// Words, one of which must stand behind, joined by `|`; empty: none need.
    complement: &'static str,
}

fn parse(row: &'static str) -> Option<Row> {
    let mut parts = row.split(' ');
    let (lemma, class) = (parts.next()?, parts.next()?.chars().next()?);
    let frame = if class == 'v' { parts.next()?.chars().next()? } else { ' ' };
    let (status, complement) = (parts.next()?, parts.next().unwrap_or_default());
    parts.next().is_none().then_some(Row { lemma, class, frame, status, complement })
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let lines = STATUSES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.filter_map(parse).collect()
});

fn rows(lemma: &str) -> &'static [Row] {
    let start = ROWS.partition_point(|row| row.lemma < lemma);
    let end = ROWS.partition_point(|row| row.lemma <= lemma);
    ROWS.get(start..end).unwrap_or_default()
}

/// Whether a noun is one of what happens to people: `death`, `return`.
pub(super) fn is_event(lower: &str) -> bool {
    rows(lexicon::lemma(lower, Class::Noun)).iter().any(|row| matches!(row.class, 'n' | 'e'))
}

/// Whether a word is for those to whom something happened: `dead`, `detainees`.
pub(super) fn is_person(lower: &str) -> bool {
    let own = |lemma: &str| rows(lemma).iter().any(|row| row.class == 'p' && row.status != "other");
    own(lower) || own(lexicon::lemma(lower, Class::Noun))
}

/// Whether what a verb says can only be done to people: without an auxiliary its past form is a participle.
pub(super) fn is_done_to(lower: &str) -> bool {
    let verbs = || rows(lexicon::lemma(lower, Class::Verb)).iter().filter(|row| row.class == 'v');
    verbs().any(|row| row.frame == 'o') && !verbs().any(|row| row.frame != 'o')
}

/// What is looked at to tell a figure's status.
pub(super) struct Reading<'a> {
    pub document: &'a Document<'a>,
    pub settings: &'a Settings,
    pub mentions: &'a Mentions<'a>,
    pub clause: &'a Clause,
    pub found: &'a Found,
    /// The place that those counted come from, as far as it is known.
    pub of_place: Option<&'a str>,
}

/// What a figure's clause tells of its status.
pub(super) enum Told<'a> {
    /// A status, with the rule that found it.
    Status(&'a str, &'static str),
    /// That something did not happen, or only may: `were not killed`, `could return`.
    Denied,
    /// Nothing.
    Nothing,
}

/// On which side of a verb the figure stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Subject,
    Object,
}

/// What a verb says.
enum Outcome<'a> {
    Status(&'a str),
    /// A verb that the table does not know, or that says nothing here.
    Other,
    /// `is`, `has`: nothing happens.
    Being,
    /// What did not or only may happen.
    Denied,
}

impl<'a> Reading<'a> {
    /// The status of a figure, by the first of these that tells one.
    pub(super) fn status(&self) -> Told<'a> {
        if !matches!(self.found.figure.kind, FigureKind::People | FigureKind::Count) {
            return Told::Nothing;
        }
        // What is counted are deaths, arrests, requests: whatever the clause says of these.
        if let Some(status) = self.head_event() {
            return Told::Status(status, "status:event-noun");
        }
        if !self.is_living() {
            return self.nominal().map_or(Told::Nothing, |status| Told::Status(status, "status:nominal"));
        }
        // Before the verb, since `left 12 dead` is not about leaving.
        if let Some(status) = self.result() {
            return Told::Status(status, "status:result");
        }
        let main = self.of_clause();
        match main {
            Outcome::Status(status) => return Told::Status(status, "status:verb"),
            Outcome::Denied => return Told::Denied,
            Outcome::Other | Outcome::Being => {}
        }
        let rules: [(fn(&Self) -> Option<&'a str>, &'static str); 4] = [
            (Self::nominal, "status:nominal"),
            (Self::restricted, "status:restriction"),
            (Self::modified, "status:modifier"),
            (Self::measured, "status:measured"),
        ];
        for (find, rule) in rules {
            if let Some(status) = find(self) {
                return Told::Status(status, rule);
            }
        }
        let people = self.found.figure.kind == FigureKind::People;
        if people && matches!(main, Outcome::Other) { Told::Status("other", "status:unlisted") } else { Told::Nothing }
    }

    /// Whether something can happen to what is counted: homes burn and documents are released, but nobody is injured or
    /// freed by that.
    fn is_living(&self) -> bool {
        let animal =
            |head: usize| lexicon::word(self.document.lower(head)).is_some_and(|word| word.is_about(About::Animal));
        self.found.figure.kind == FigureKind::People || self.found.head.is_none_or(animal)
    }

    /// The rows of a token as a word of some classes, and what the corpus adds.
    fn noun(&self, token: usize, classes: &[char]) -> Option<&'a str> {
        let lower = self.document.lower(token);
        let lemma = lexicon::lemma(lower, Class::Noun);
        let row = rows(lemma).iter().chain(rows(lower)).find(|row| classes.contains(&row.class));
        match row {
            Some(row) if row.class == 'e' => self.comes_home(token + 1..self.clause.sentence.end).then_some(row.status),
            Some(row) => Some(row.status),
            None => self.added(lemma),
        }
    }

    fn adjective(&self, token: usize) -> Option<&'a str> {
        let lower = self.document.lower(token);
        rows(lower).iter().find(|row| row.class == 'a').map(|row| row.status).or_else(|| self.added(lower))
    }

    fn added(&self, lemma: &str) -> Option<&'a str> {
        let known = self.settings.statuses.iter().find(|(word, _)| word == lemma);
        known.map(|(_, status)| status.as_str())
    }

    /// `12 deaths`, `1,000 requests`, `300 cases of cholera`
    fn head_event(&self) -> Option<&'a str> {
        let head = self.found.head?;
        let document = self.document;
        let lemma = lexicon::lemma(document.lower(head), Class::Noun);
        if matches!(lemma, "case") {
            let words = self.found.number.end..self.clause.end;
            return words.clone().any(|word| is_disease(document, word)).then_some("infected");
        }
        if matches!(lemma, "life") {
            let verb = self.clause.verb.and_then(|verb| document.verbs.get(verb))?;
            return self.lives(verb);
        }
        self.noun(head, &['n', 'e'])
    }

    /// `claimed the lives`, `lives were lost`
    fn lives(&self, verb: &VerbGroup) -> Option<&'a str> {
        let lemma = lexicon::lemma(self.document.lower(verb.head), Class::Verb);
        rows(lemma).iter().find(|row| row.class == 'v' && row.frame == 'l').map(|row| row.status)
    }

    /// `left 12 people dead and 30 wounded`, `12 dead in blast`: the adjective behind, where it closes the clause.
    fn result(&self) -> Option<&'a str> {
        let mut after = self.clause.after.iter().skip_while(|restriction| restriction.kind == RestrictionKind::Aside);
        let first = after.next().filter(|first| first.kind == RestrictionKind::Adjective);
        if self.clause.role != Role::Subject
            && let Some(status) = first.and_then(|first| self.adjective(first.tokens.start))
        {
            return Some(status);
        }
        // `left 12 people dead or injured`, `left 12 injured`: tagged as participles
        let participle = self.clause.after.first().filter(|first| first.kind == RestrictionKind::Participle)?;
        let verb = self.clause.verb.and_then(|verb| self.document.verbs.get(verb))?;
        let leaves = lexicon::lemma(self.document.lower(verb.head), Class::Verb) == "leave";
        let word = participle.tokens.start;
        (leaves && self.clause.role == Role::Object).then(|| self.adjective(word)).flatten()
    }

    /// What the verb of the clause says of the figure.
    fn of_clause(&self) -> Outcome<'a> {
        let side = match self.clause.role {
            Role::Subject => Side::Subject,
            Role::Object => Side::Object,
            Role::Fragment | Role::Predicate | Role::Oblique => return Outcome::Being,
        };
        let Some(verb) = self.clause.verb else { return Outcome::Being };
        if self.is_none() {
            return Outcome::Denied;
        }
        if side == Side::Object {
            // `forced 12,000 residents to leave`: they are subject of what they were made to do.
            let made = self.document.verbs.get(verb).is_some_and(|group| {
                let lemma = lexicon::lemma(self.document.lower(group.head), Class::Verb);
                !group.negated
                    && !group.modal
                    && matches!(lemma, "force" | "compel" | "oblige" | "cause" | "help" | "enable" | "lead" | "prompt")
            });
            let does =
                self.clause.after.iter().find(|after| after.kind == RestrictionKind::Infinitive).filter(|_| made);
            return match does.and_then(|does| does.verb) {
                Some(does) => self.verb(does, Side::Subject, 1),
                None => self.verb(verb, side, 0),
            };
        }
        // `were stopped and arrested`: the first of the verbs joined that tells a status
        let mut last = Outcome::Being;
        for (at, verb) in self.joined_verbs(verb).into_iter().flatten().enumerate() {
            let outcome = self.verb(verb, side, 0);
            match outcome {
                Outcome::Status(_) => return outcome,
                Outcome::Denied if at == 0 => return outcome,
                Outcome::Other => last = outcome,
                _ => {}
            }
        }
        last
    }

    /// `none of the 12 people`
    fn is_none(&self) -> bool {
        let start = self.clause.extent.start;
        (start.saturating_sub(3)..start).any(|at| matches!(self.document.lower(at), "none" | "neither" | "no"))
            && start.checked_sub(1).is_some_and(|at| matches!(self.document.lower(at), "of" | "the" | "no"))
    }

    /// A verb and up to two more that conjunctions join to it without another subject.
    fn joined_verbs(&self, verb: usize) -> [Option<usize>; 3] {
        let document = self.document;
        let mut verbs = [Some(verb), None, None];
        let mut last = verb;
        for slot in verbs.iter_mut().skip(1) {
            let Some(group) = document.verbs.get(last) else { break };
            let from = group.tokens.end;
            let joined =
                (from..self.clause.sentence.end.min(from + 16)).find(|at| document.tag(*at) == Tag::Conjunction);
            let Some(joined) = joined else { break };
            let next = (joined + 1..joined + 3).find_map(|at| document.verbs_of(at));
            let plain = |next: &usize| *next > last && !self.is_behind_noun(joined + 1, *next);
            let Some(next) = next.filter(plain) else { break };
            *slot = Some(next);
            last = next;
        }
        verbs
    }

    fn is_behind_noun(&self, start: usize, verb: usize) -> bool {
        let end = self.document.verbs.get(verb).map_or(start, |group| group.tokens.start);
        (start..end).any(|at| !matches!(self.document.tag(at), Tag::Adverb | Tag::Negation))
    }

    /// What a group of verbs says of its subject or object. `depth` counts the verbs it was handed on by.
    fn verb(&self, verb: usize, side: Side, depth: usize) -> Outcome<'a> {
        let document = self.document;
        let Some(group) = document.verbs.get(verb) else { return Outcome::Being };
        let lemma = lexicon::lemma(document.lower(group.head), Class::Verb);
        let passive = group.passive || self.is_short_passive(group, side);
        if let Some(next) = self.handed_on(verb, lemma, passive) {
            return match (depth, self.wants(lemma, passive, side)) {
                (_, Some(status)) => Outcome::Status(status),
                (0..3, None) if !group.negated => self.verb(next, side, depth + 1),
                _ => Outcome::Denied,
            };
        }
        let perfect = group.tokens.clone().any(|at| document.lower(at) == "have");
        let asserted = !group.modal || depth > 0 && (perfect || document.tag(group.tokens.start) == Tag::To);
        if group.negated || !asserted {
            return Outcome::Denied;
        }
        if document.tag(group.head) == Tag::Auxiliary || is_linking(lemma) && (side == Side::Subject || passive) {
            return self.linked(group, lemma, passive, side);
        }
        self.framed(group, lemma, passive, side)
    }

    /// `30 injured`, `12 killed in blast`: a form that may be a participle, with no object behind it.
    fn is_short_passive(&self, group: &VerbGroup, side: Side) -> bool {
        let document = self.document;
        let participle =
            || lexicon::word(document.lower(group.head)).is_some_and(|word| word.is_form(Form::PastParticiple));
        let alone = group.tokens.len() == 1;
        let object = || {
            let next = group.tokens.end;
            document.phrase_of(next).is_some() || matches!(document.tag(next), Tag::Number | Tag::Determiner)
        };
        side == Side::Subject && alone && participle() && !object()
    }

    /// The infinitive that a verb only leads to: `managed to return`, `are believed to have died`.
    fn handed_on(&self, verb: usize, lemma: &str, passive: bool) -> Option<usize> {
        let document = self.document;
        let group = document.verbs.get(verb)?;
        let next = document.verbs.get(verb + 1).filter(|next| next.tokens.start <= group.tokens.end + 1)?;
        let to = document.tag(next.tokens.start) == Tag::To && next.head > next.tokens.start;
        let reports = passive
            && matches!(
                lemma,
                "believe"
                    | "think"
                    | "report"
                    | "know"
                    | "say"
                    | "fear"
                    | "presume"
                    | "estimate"
                    | "suppose"
                    | "understand"
                    | "allege"
                    | "confirm"
                    | "find"
                    | "suspect"
                    | "assume"
                    | "force"
                    | "compel"
                    | "oblige"
                    | "make"
                    | "allow"
                    | "permit"
                    | "let"
            );
        let does = matches!(
            lemma,
            "manage"
                | "begin"
                | "start"
                | "continue"
                | "choose"
                | "decide"
                | "appear"
                | "seem"
                | "happen"
                | "go"
                | "come"
                | "get"
                | "have"
                | "turn"
        );
        let wants = self.wants(lemma, passive, Side::Subject).is_some();
        // What is planned, hoped or tried has not happened.
        let tries = matches!(
            lemma,
            "plan"
                | "hope"
                | "intend"
                | "expect"
                | "try"
                | "attempt"
                | "want"
                | "wish"
                | "agree"
                | "promise"
                | "refuse"
                | "fail"
                | "threaten"
                | "offer"
                | "schedule"
                | "set"
                | "prepare"
                | "wait"
        );
        let lists = reports || does && !matches!(lemma, "go" | "come") || wants || tries;
        (to && lists).then_some(verb + 1)
    }

    /// `asked to return`, `want to go home`
    fn wants(&self, lemma: &str, passive: bool, side: Side) -> Option<&'a str> {
        let wants = matches!(
            lemma,
            "want" | "wish" | "ask" | "seek" | "request" | "apply" | "beg" | "plead" | "petition" | "demand"
        );
        (wants && !passive && side == Side::Subject).then_some("requested")
    }

    /// `are missing`, `were found dead`, `remain in custody`
    fn linked(&self, group: &VerbGroup, lemma: &str, passive: bool, side: Side) -> Outcome<'a> {
        let document = self.document;
        let end = self.clause.sentence.end;
        for at in group.tokens.end..end.min(group.tokens.end + 4) {
            if let Some(status) = self.adjective(at) {
                return Outcome::Status(status);
            }
            if !matches!(document.tag(at), Tag::Adverb | Tag::Participle | Tag::Past) && document.lower(at) != "to" {
                break;
            }
        }
        let lemma = if document.tag(group.head) == Tag::Auxiliary { "be" } else { lemma };
        match self.framed(group, lemma, passive, side) {
            Outcome::Other => Outcome::Being,
            outcome => outcome,
        }
    }

    /// A verb by the rows of the table.
    fn framed(&self, group: &VerbGroup, lemma: &str, passive: bool, side: Side) -> Outcome<'a> {
        let document = self.document;
        let object = passive || side == Side::Object;
        let behind = group.tokens.end..self.clause.sentence.end.min(group.tokens.end + COMPLEMENT);
        let behind = behind.start.max(if side == Side::Object { self.clause.extent.end } else { 0 })
            ..behind.end.max(if side == Side::Object {
                self.clause.sentence.end.min(self.clause.extent.end + COMPLEMENT)
            } else {
                0
            });
        let verbs = || rows(lemma).iter().filter(|row| row.class == 'v');
        let (with, without) =
            (verbs().filter(|row| !row.complement.is_empty()), verbs().filter(|row| row.complement.is_empty()));
        for row in with.chain(without) {
            let complement = row.complement.is_empty() || self.complements(group, behind.clone(), row.complement);
            let fits = match row.frame {
                'b' => true,
                'o' => object,
                's' => {
                    !object
                        || lexicon::word(document.lower(group.head)).is_some()
                            && !group.passive
                            && side == Side::Subject
                }
                'g' => !group.passive && side == Side::Subject && self.goes_abroad(behind.clone()),
                'd' => !group.passive && side == Side::Subject && self.leaves_place(group.tokens.end, behind.clone()),
                'a' => !group.passive && side == Side::Subject && self.comes_home(behind.clone()),
                'h' => !group.passive && side == Side::Subject && self.stays_somewhere(group.tokens.end),
                'j' => !group.passive && side == Side::Subject && population::is_cause(document, behind.clone()),
                _ => false,
            };
            if fits && complement {
                return Outcome::Status(row.status);
            }
        }
        self.added(lemma).map_or(Outcome::Other, Outcome::Status)
    }

    fn complements(&self, group: &VerbGroup, behind: Range<usize>, words: &str) -> bool {
        let within = group.head + 1..self.clause.extent.start.min(group.head + 3);
        let clause = behind.take_while(|at| !self.document.is_mark(*at, ';') && !self.document.is_mark(*at, '.'));
        clause.chain(within).any(|at| words.split('|').any(|word| word == self.document.lower(at)))
    }

    /// Whether a place is named behind `to`, `into` or `for`.
    fn goes_abroad(&self, behind: Range<usize>) -> bool {
        let goal = self.mentions.behind(self.document, behind, &["to", "into", "for", "toward", "towards"]);
        goal.is_some_and(|goal| self.of_place.is_none_or(|of| !self.mentions.is_in(&goal, of)))
    }

    /// `remain in Syria`, `stayed abroad`
    fn stays_somewhere(&self, at: usize) -> bool {
        let near = at..at + 3;
        let abroad = near.clone().any(|at| matches!(self.document.lower(at), "abroad" | "there" | "overseas" | "home"));
        abroad
            || near.clone().any(|at| self.document.lower(at) == "in")
                && self.mentions.behind(self.document, at..at + 8, &["in"]).is_some()
    }

    /// `left Mali`, `left for Mali`, `left home`, `have left the country`
    fn leaves_place(&self, at: usize, behind: Range<usize>) -> bool {
        let span = self.document.span_of(at..at + 4);
        let named = self.mentions.within(span).next().is_some_and(|(_, entity)| entity.kind == EntityKind::Place);
        let noun = (at..at + 4).any(|at| matches!(self.document.lower(at), "country" | "home" | "homeland" | "abroad"));
        named || noun || self.goes_abroad(behind)
    }

    /// Whether the goal is home, or a place in the country of those counted.
    fn comes_home(&self, behind: Range<usize>) -> bool {
        let home = behind.clone().take(6).any(|at| matches!(self.document.lower(at), "home" | "homeland" | "back"));
        let goal = || self.mentions.behind(self.document, behind.clone(), &["in", "at", "to", "into", "on"]);
        home || self.of_place.is_some_and(|of| goal().is_some_and(|goal| self.mentions.is_in(&goal, of)))
    }

    /// `the return of 12 people`, `claimed the lives of 12`, `the deaths of at least 12`
    fn nominal(&self) -> Option<&'a str> {
        let governor = self.clause.governor?;
        let preposition = self.document.lower(self.clause.preposition?);
        if !matches!(preposition, "of" | "to" | "for" | "among" | "by") {
            return None;
        }
        if matches!(self.document.lower(governor), "lives" | "life") {
            return self.clause.verb.and_then(|verb| self.document.verbs.get(verb)).and_then(|verb| self.lives(verb));
        }
        let status = self.noun(governor, &['n', 'e'])?;
        // `a sentence of 12 years` is of no one; `for` and `to` go with few.
        let near = preposition == "of" || matches!(status, "injured" | "released" | "requested" | "sentenced");
        near.then_some(status)
    }

    /// `12 people killed in the blast`, `12 children who had returned`, `including 12 dead`
    fn restricted(&self) -> Option<&'a str> {
        self.clause.after.iter().find_map(|restriction| self.restriction(restriction))
    }

    fn restriction(&self, restriction: &Restriction) -> Option<&'a str> {
        match restriction.kind {
            RestrictionKind::Adjective => self.adjective(restriction.tokens.start),
            RestrictionKind::Relative => {
                let verb = restriction.verb?;
                let wh = self.document.lower(restriction.tokens.start);
                if !matches!(wh, "who" | "which" | "that") {
                    return None;
                }
                match self.verb(verb, Side::Subject, 0) {
                    Outcome::Status(status) => Some(status),
                    _ => None,
                }
            }
            RestrictionKind::Participle => {
                let group = self.document.verbs.get(restriction.verb?)?;
                let gerund = self.document.tag(group.head) == Tag::Gerund;
                let lemma = lexicon::lemma(self.document.lower(group.head), Class::Verb);
                let adjective = self.adjective(group.head).filter(|_| !gerund);
                match self.framed(group, lemma, !gerund, Side::Subject) {
                    _ if group.negated => None,
                    Outcome::Status(status) => Some(status),
                    _ => adjective,
                }
            }
            RestrictionKind::Prepositional => self.confined(restriction.tokens.clone()),
            RestrictionKind::Infinitive | RestrictionKind::Joined | RestrictionKind::Aside => None,
        }
    }

    /// `12 women in prison`
    fn confined(&self, tokens: Range<usize>) -> Option<&'a str> {
        let inside = matches!(self.document.lower(tokens.start), "in" | "behind");
        let prison = |at: usize| {
            matches!(
                self.document.lower(at),
                "prison" | "prisons" | "jail" | "jails" | "custody" | "detention" | "bars" | "captivity"
            )
        };
        (inside && tokens.clone().any(prison)).then_some("detained")
    }

    /// `12 injured passengers`, `40 missing`, `three detainees`
    fn modified(&self) -> Option<&'a str> {
        let tokens = self.found.number.end..self.found.tokens.end.max(self.clause.extent.end);
        if let Some(status) = tokens.clone().find_map(|at| self.adjective(at)) {
            return Some(status);
        }
        // `wounded 30 others`: no adjective stands before a number.
        let before =
            self.found.tokens.start.checked_sub(1).filter(|before| self.document.tag(*before) == Tag::Adjective);
        if let Some(status) = before.and_then(|before| self.adjective(before)) {
            return Some(status);
        }
        let head = self.found.head?;
        (head..self.found.tokens.end.max(head + 1)).find_map(|at| self.noun(at, &['p']))
    }

    /// `the number of dead rose to 12`, `the death toll stands at 12`, `Injured: 12`
    fn measured(&self) -> Option<&'a str> {
        let noun = self.clause.measured(self.document)?;
        let document = self.document;
        let lemma = lexicon::lemma(document.lower(noun), Class::Noun);
        let start = document
            .phrase_of(noun)
            .and_then(|phrase| document.phrases.get(phrase))
            .map_or(noun, |phrase| phrase.tokens.start);
        if lemma == "toll" {
            return Some("killed");
        }
        let of = start..self.clause.extent.start.min(noun + 10);
        let cases = of.clone().any(|at| matches!(document.lower(at), "cases" | "infections"));
        if cases && of.clone().any(|at| is_disease(document, at)) {
            return Some("infected");
        }
        let words =
            if MEASURES.contains(&lemma) { start..self.clause.extent.start.min(noun + 10) } else { start..noun + 1 };
        words.clone().find_map(|at| self.adjective(at).or_else(|| self.noun(at, &['n', 'p', 'e']))).or_else(|| {
            let verb =
                words.clone().find_map(|at| document.verbs_of(at).filter(|verb| Some(*verb) != self.clause.verb))?;
            match self.verb(verb, Side::Subject, 0) {
                Outcome::Status(status) => Some(status),
                _ => None,
            }
        })
    }
}

/// Verbs that only link an adjective to their subject, or to their object: `remain missing`, `were found dead`.
fn is_linking(lemma: &str) -> bool {
    matches!(
        lemma,
        "be" | "remain"
            | "become"
            | "go"
            | "feel"
            | "stay"
            | "find"
            | "report"
            | "declare"
            | "presume"
            | "fear"
            | "leave"
            | "list"
            | "pronounce"
            | "confirm"
            | "believe"
            | "lie"
            | "end"
            | "fall"
            | "return"
            | "come"
            | "get"
    )
}

/// Whether a word names a disease, or says of a case that it is one of a disease.
fn is_disease(document: &Document<'_>, token: usize) -> bool {
    matches!(
        document.lower(token),
        "cholera"
            | "ebola"
            | "measles"
            | "covid"
            | "covid-19"
            | "coronavirus"
            | "zika"
            | "polio"
            | "malaria"
            | "dengue"
            | "mers"
            | "sars"
            | "flu"
            | "influenza"
            | "plague"
            | "virus"
            | "disease"
            | "infection"
            | "infections"
            | "meningitis"
            | "typhoid"
            | "hiv"
            | "mpox"
            | "monkeypox"
            | "tuberculosis"
            | "diphtheria"
            | "fever"
            | "rabies"
            | "hepatitis"
            | "pneumonia"
            | "diarrhea"
            | "diarrhoea"
            | "omicron"
            | "delta"
            | "confirmed"
            | "suspected"
            | "active"
            | "imported"
            | "illness"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The words of the design.
    const WORDS: [&str; 17] = [
        "left",
        "returned",
        "killed",
        "injured",
        "detained",
        "released",
        "sentenced",
        "living",
        "requested",
        "missing",
        "unknown",
        "orphaned",
        "displaced",
        "evacuated",
        "infected",
        "recruited",
        "other",
    ];

    #[test]
    fn every_row_parses_and_they_are_sorted() {
        let lines: Vec<&str> = STATUSES.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
        for line in &lines {
            let row = parse(line).expect(line);
            assert!(WORDS.contains(&row.status), "{line}");
            assert!("vnpae".contains(row.class) && " soblgdajh".contains(row.frame), "{line}");
        }
        for pair in lines.windows(2) {
            assert!(pair[0] < pair[1], "{} stands before {}", pair[0], pair[1]);
        }
    }
}
