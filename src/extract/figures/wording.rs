//! Puts together the words of what a figure counts from its clause.

use super::clause::{Clause, Restriction, RestrictionKind, Role};
use super::counted::{RELATIVE, Words};
use super::edges::{is_comma, subject_of};
use super::found::Found;
use super::kinds::{Kind, is_kind};
use super::statuses;
use crate::extract::{Document, Facts, FigureKind, Tag};
use crate::lexicon::{self, Class, Form};
use crate::text::Span;
use core::ops::Range;

/// How many tokens of what restricts a noun, and how many of a predicate, are taken.
const LONGEST: usize = 28;
const PREDICATE: usize = 18;

/// Puts words together.
pub(super) struct Builder<'a> {
    pub document: &'a Document<'a>,
    pub facts: &'a Facts,
    pub text: String,
}

impl Builder<'_> {
    /// Adds tokens as printed, without quotation marks, times and what stands between.
    fn add(&mut self, tokens: Range<usize>) {
        let mut at = tokens.start;
        let mut spaced = true;
        while at < tokens.end {
            if let Some(behind) = self.behind_time(at) {
                at = behind.max(at + 1);
                spaced = true;
                continue;
            }
            let written = self.document.written(at);
            spaced |= self.document.tokens.get(at).is_some_and(|token| token.spaced);
            if !matches!(written, "“" | "”" | "\"" | "‘" | "»" | "«") {
                if !self.text.is_empty() && spaced && !matches!(written, "," | ")" | ";") {
                    self.text.push(' ');
                }
                self.text.push_str(written);
                spaced = false;
            }
            at += 1;
        }
    }

    /// The token behind a time that begins at a token, or behind the preposition there.
    fn behind_time(&self, at: usize) -> Option<usize> {
        let document = self.document;
        let time_at = |at: usize| {
            let start = document.tokens.get(at)?.span.start;
            let time = self.facts.times.partition_point(|time| time.span.start < start);
            let time = self.facts.times.get(time).filter(|time| time.span.start == start)?;
            Some(document.token_at(time.span.end.saturating_sub(1)) + 1)
        };
        let governs = matches!(document.lower(at), "since" | "in" | "on" | "during" | "by" | "until" | "at" | "from");
        time_at(at).or_else(|| if governs { time_at(at + 1) } else { None })
    }

    fn phrase(&self, token: usize) -> Range<usize> {
        let phrase = self.document.phrase_of(token).and_then(|phrase| self.document.phrases.get(phrase));
        phrase.map_or(token..token + 1, |phrase| phrase.tokens.clone())
    }

    fn is_unit(&self, at: usize) -> bool {
        matches!(
            self.document.lower(at),
            "%" | "percent"
                | "cent"
                | "per"
                | "percentage"
                | "points"
                | "dollars"
                | "euros"
                | "pounds"
                | "$"
                | "€"
                | "£"
        )
    }

    fn is_determiner(&self, at: usize) -> bool {
        matches!(self.document.tag(at), Tag::Determiner | Tag::Possessive)
            || matches!(
                self.document.lower(at),
                "of" | "the" | "those" | "these" | "them" | "other" | "another" | "more"
            )
    }

    /// Adds the noun with its modifiers: what stands behind the number.
    fn noun(&mut self, found: &Found) -> Option<Span> {
        let document = self.document;
        let mut start = found.number.end;
        let end = found.tokens.end.max(found.head.map_or(start, |head| head + 1));
        while start < end
            && (self.is_determiner(start) || document.tag(start) == Tag::Number || document.is_mark(start, ','))
        {
            start += 1;
        }
        self.add(start..end);
        let span = document.span_of(start..end);
        (!span.is_empty()).then_some(span)
    }

    /// `an estimate of 300 dead`, where the number was found alone
    fn bare_noun(&mut self, clause: &Clause, found: &Found) -> Option<Span> {
        let noun = match clause.partitive(self.document).filter(|_| found.elided) {
            Some(noun) => noun,
            None => found.tokens.end..clause.extent.end.max(found.tokens.end),
        };
        self.add(noun.clone());
        (!noun.is_empty()).then(|| self.document.span_of(noun))
    }

    /// People and things.
    pub(super) fn people(mut self, clause: &Clause, found: &Found, status: Option<&str>) -> Words {
        // `the deaths of 12 miners` → `deaths of miners`
        if let Some(event) = clause.governor.filter(|governor| is_event(self.document, clause, *governor)) {
            self.add(event..event + 1);
            self.text.push_str(" of");
        }
        let span = if found.head.is_some() { self.noun(found) } else { self.bare_noun(clause, found) };
        let tail = self.text.len();
        // `killed 12 members of the tribe in Mali` → `members of the tribe killed in Mali`
        let of = clause.after.iter().take_while(|after| {
            after.kind == RestrictionKind::Prepositional && self.document.lower(after.tokens.start) == "of"
        });
        let of = of.count();
        self.restrictions(clause.after.get(..of).unwrap_or_default());
        let object = clause.role == Role::Object && self.predicate(clause, found, status)
            || self.tagged_as_adjective(clause, found);
        let restricted = self.restrictions(clause.after.get(of..).unwrap_or_default());
        let mut rule = if restricted { "counted:restricted" } else { "counted:noun" };
        if object || !restricted && clause.role != Role::Object && self.predicate(clause, found, status) {
            rule = "counted:predicate";
        } else if self.text.len() == tail && tail > 0 && self.relative(clause) {
            rule = RELATIVE;
        }
        if span.is_none() && !self.text.is_empty() {
            let noun = if found.figure.kind == FigureKind::People { "people " } else { "" };
            self.text = [noun, self.text.trim_start()].concat();
        }
        if self.text.is_empty() || self.text == "people " {
            // `a crew of six`
            self.text.clear();
            self.governor(clause);
        }
        if self.text.is_empty() {
            rule = "";
        }
        Words { text: self.text, span, tail, rule }
    }

    /// Adds what restricts the noun; whether that is a clause.
    fn restrictions(&mut self, after: &[Restriction]) -> bool {
        let mut clauses = false;
        let mut left = LONGEST;
        for restriction in after {
            let takes = match restriction.kind {
                RestrictionKind::Relative | RestrictionKind::Participle | RestrictionKind::Infinitive => {
                    clauses = true;
                    true
                }
                RestrictionKind::Prepositional | RestrictionKind::Adjective => true,
                // `and 30 wounded` is another figure.
                RestrictionKind::Joined => !restriction.tokens.clone().any(|at| self.document.tag(at) == Tag::Number),
                RestrictionKind::Aside => self.is_of_noun(restriction.tokens.start, restriction.tokens.end),
            };
            if takes {
                let end = restriction.tokens.end.min(restriction.tokens.start + left);
                let clause = restriction.kind != RestrictionKind::Prepositional;
                let end = if clause { self.circumstance(restriction.tokens.start, end) } else { end };
                left = left.saturating_sub(restriction.tokens.len());
                self.add(restriction.tokens.start..end);
            }
        }
        clauses
    }

    /// `, mainly from Mali,` tells of those counted; `, officials said,` does not.
    fn is_of_noun(&self, at: usize, end: usize) -> bool {
        let figure = (at..end).any(|at| self.document.tag(at) == Tag::Number);
        let preposition = |at: usize| {
            self.document.tag(at) == Tag::Preposition
                && !figure
                && !matches!(self.document.lower(at), "according" | "including" | "among")
        };
        preposition(at)
            || self.document.tag(at) == Tag::Adverb && preposition(at + 1)
            || self.document.lower(at) == "aged"
    }

    /// Adds what the clause says of those counted: `who left Mali to fight`, `killed in the blast`.
    fn predicate(&mut self, clause: &Clause, found: &Found, status: Option<&str>) -> bool {
        let document = self.document;
        let Some(group) = clause.verb.and_then(|verb| document.verbs.get(verb)) else { return false };
        match clause.role {
            Role::Subject => {
                let predicate = clause.predicate(document);
                let mut predicate = predicate.start..self.whole_words(predicate.start, predicate.end);
                let be = document.tag(group.head) == Tag::Auxiliary;
                if be && group.tokens.len() == 1 {
                    // `were from Mali` → `from Mali`
                    predicate.start = group.tokens.end;
                    if document.tag(predicate.start) != Tag::Preposition {
                        return false;
                    }
                } else if group.passive && !group.negated && !group.modal {
                    predicate.start = group.head;
                } else if !is_short(document, clause, group.head) {
                    let who = if found.figure.kind == FigureKind::People { " who" } else { " that" };
                    self.text.push_str(who);
                }
                self.add(predicate);
                true
            }
            Role::Object if !tells_nothing(document, group.head) => {
                let participle =
                    lexicon::word(document.lower(group.head)).is_some_and(|word| word.is_form(Form::PastParticiple));
                let made = if participle { None } else { participle_of(document.lower(group.head)) };
                let told = status.filter(|status| status.ends_with("ed"));
                match told {
                    _ if group.negated || group.modal => return false,
                    // `left 12 people dead`
                    _ if lexicon::lemma(document.lower(group.head), Class::Verb) == "leave" => return false,
                    _ if participle => self.add(group.head..group.head + 1),
                    Some(status) if found.figure.kind == FigureKind::People => {
                        self.text.push(' ');
                        self.text.push_str(status);
                    }
                    _ => match made {
                        Some(made) => {
                            self.text.push(' ');
                            self.text.push_str(&made);
                        }
                        None => return false,
                    },
                }
                true
            }
            _ => false,
        }
    }

    /// What the clause says of a noun that says nothing more, as a relative clause: `the jail was built for 1,100 people`
    /// → `people the jail was built for`.
    fn relative(&mut self, clause: &Clause) -> bool {
        let document = self.document;
        // `Sfax, with 280,000 inhabitants,`
        let with =
            clause.preposition.filter(|with| document.lower(*with) == "with" && *with > clause.sentence.start + 1);
        if let Some(with) = with.filter(|with| is_comma(document, with - 1) && document.tag(with - 2) == Tag::Proper) {
            self.text.push_str(" of");
            self.add(self.bare(with - 2));
            return true;
        }
        let Some((verb, group)) = clause.verb.and_then(|verb| Some((verb, document.verbs.get(verb)?))) else {
            return false;
        };
        let lemma = lexicon::lemma(document.lower(group.head), Class::Verb);
        // `the toll rose to 40 dead`, `police reported 12 accidents`
        let says = is_kind(lemma, Kind::Grow) || is_kind(lemma, Kind::Say) && !is_kind(lemma, Kind::Bare);
        let oblique = clause.preposition.filter(|at| clause.role == Role::Oblique && *at == group.tokens.end);
        let object = clause.role == Role::Object && clause.extent.start > group.tokens.start;
        if says || group.negated || !group.finite || document.tag(group.head) == Tag::Auxiliary {
            return false;
        }
        let named = |subject: &usize| document.tag(*subject) != Tag::Pronoun && document.phrase_of(*subject).is_some();
        let Some(subject) = subject_of(document, verb, clause.sentence.start).filter(named) else { return false };
        if oblique.is_none() && !object {
            return false;
        }
        let phrase = self.phrase(subject);
        if document.tag(phrase.start) == Tag::Determiner {
            self.text.push(' ');
            self.text.push_str(document.lower(phrase.start));
        }
        self.add(self.bare(subject));
        self.add(group.tokens.start..oblique.map_or(group.tokens.end, |at| at + 1));
        true
    }

    /// `wounded 30 others`, where the verb was taken for an adjective
    fn tagged_as_adjective(&mut self, clause: &Clause, found: &Found) -> bool {
        let before = found.tokens.start.checked_sub(1).filter(|at| *at >= clause.sentence.start);
        let verb = before
            .filter(|at| self.document.tag(*at) == Tag::Adjective && statuses::is_done_to(self.document.lower(*at)));
        if let Some(verb) = verb {
            self.add(verb..verb + 1);
        }
        verb.is_some()
    }

    /// Where what is said of those counted ends, though the clause goes on: when and after what it happened is none of it.
    fn circumstance(&self, start: usize, end: usize) -> usize {
        let tells = |at: &usize| {
            matches!(
                self.document.lower(*at),
                "when" | "after" | "since" | "because" | "before" | "while" | "following" | "amid"
            ) || self.document.lower(*at) == "as" && self.document.tag(*at) == Tag::Subordinator
        };
        (start + 1..end).find(tells).unwrap_or(end)
    }

    /// Where a predicate is cut: it is not left at an article or preposition.
    fn whole_words(&self, start: usize, end: usize) -> usize {
        let end = self.circumstance(start, end);
        let mut cut = end.min(start + PREDICATE);
        let document = self.document;
        while cut < end
            && cut > start + 1
            && matches!(
                document.tag(cut - 1),
                Tag::Determiner
                    | Tag::Preposition
                    | Tag::To
                    | Tag::Possessive
                    | Tag::Adjective
                    | Tag::Conjunction
                    | Tag::Gerund
                    | Tag::Subordinator
                    | Tag::Wh
            )
        {
            cut -= 1;
        }
        cut
    }

    /// `the number of people displaced rose to 12`, `children number 30`, `Deaths: 12`
    pub(super) fn by_measure(mut self, clause: &Clause, noun: usize) -> Words {
        let document = self.document;
        let measures = is_kind(lexicon::lemma(document.lower(noun), Class::Noun), Kind::Measure);
        let verb = clause.verb.and_then(|verb| document.verbs.get(verb));
        let end = verb.filter(|verb| verb.tokens.start > noun).map_or(noun + 1, |verb| verb.tokens.start);
        let end = if noun > clause.extent.start { clause.measured_words(document, noun, LONGEST).end } else { end };
        // `put the number of marchers at 12`
        let end = match clause.preposition.filter(|at| *at > noun && end <= noun + 1) {
            Some(at) => at,
            None => end,
        };
        let start = if measures && document.lower(noun + 1) == "of" && end > noun + 2 {
            noun + 2
        } else {
            self.phrase(noun).start
        };
        let start = start + usize::from(document.tag(start) == Tag::Determiner);
        self.add(start..end.min(start + LONGEST).max(start + 1));
        let span = document.span_of(start..end.max(start + 1));
        let tail = self.text.len();
        Words { text: self.text, span: (!span.is_empty()).then_some(span), tail, rule: "counted:measure" }
    }

    /// `a 42-year-old woman`, `children, aged three to ten`
    pub(super) fn age(mut self, found: &Found) -> Words {
        let Some(head) = found.head else { return Words::default() };
        let phrase = self.phrase(head);
        let document = self.document;
        self.text.push_str("age of");
        if document.tag(phrase.start) == Tag::Determiner && phrase.contains(&found.number.start) {
            self.text.push(' ');
            self.text.push_str(if document.lower(phrase.start) == "an" { "a" } else { document.lower(phrase.start) });
        }
        // Behind the number where the age itself stands in the phrase: `a 42-year-old woman`.
        let mut start = if phrase.contains(&found.number.start) { found.tokens.end.min(head) } else { phrase.start };
        while document.tag(start) == Tag::Number && start < head {
            start += 1;
        }
        self.add(start..head + 1);
        let span = self.document.span_of(head..head + 1);
        let tail = self.text.len();
        Words { text: self.text, span: Some(span), tail, rule: "counted:age" }
    }

    /// A noun phrase without its article.
    fn bare(&self, noun: usize) -> Range<usize> {
        let phrase = self.phrase(noun);
        phrase.start + usize::from(self.document.tag(phrase.start) == Tag::Determiner)..phrase.end
    }

    /// Adds the noun that governs the figure by `of`: `a fatality rate of 3 percent`.
    fn governor(&mut self, clause: &Clause) {
        let of = clause.preposition.is_some_and(|of| self.document.lower(of) == "of");
        if let Some(noun) = clause.governor.filter(|noun| of && !self.is_unit(*noun)) {
            self.add(self.bare(noun));
        }
    }

    /// What a sum or a measure is of where no noun says it: `a fatality rate of 3 percent`, `inflation rose to 7 percent`,
    /// `passengers had paid $300` (`paid by passengers`).
    fn by_clause(&mut self, clause: &Clause) {
        let document = self.document;
        self.governor(clause);
        if !self.text.is_empty() {
            return;
        }
        let Some(verb) = clause.verb.filter(|_| !matches!(clause.role, Role::Subject | Role::Fragment)) else { return };
        let Some(group) = document.verbs.get(verb).filter(|group| !group.negated) else { return };
        let Some(subject) = subject_of(document, verb, clause.sentence.start) else { return };
        let lower = document.lower(group.head);
        let lemma = lexicon::lemma(lower, Class::Verb);
        if clause.role == Role::Predicate || is_kind(lemma, Kind::Grow) || is_kind(lemma, Kind::Link) || group.passive {
            return self.add(self.bare(subject));
        }
        if is_kind(lemma, Kind::Say) {
            return;
        }
        let participle = lexicon::word(lower).is_some_and(|word| word.is_form(Form::PastParticiple));
        let made = if participle { Some(lower.to_owned()) } else { participle_of(lower) };
        if let Some(made) = made.filter(|_| clause.role == Role::Object) {
            self.text = made;
            if document.tag(subject) != Tag::Pronoun {
                self.text.push_str(" by");
                self.add(self.bare(subject));
            }
        }
    }

    /// `30 percent of the population`, `$3 million in aid`, `12 km of road`
    pub(super) fn measured_thing(mut self, clause: &Clause, found: &Found) -> Words {
        let document = self.document;
        // The unit is no part of what is counted; a noun behind `of` comes with the restrictions.
        let near = found.head.filter(|head| *head < found.tokens.end && *head >= found.number.end);
        let span = near.and_then(|head| {
            let start = self.phrase(head).start.max(found.number.end);
            let of = (start..head)
                .rev()
                .find(|at| self.is_unit(*at) || document.lower(*at) == "of")
                .map_or(start, |at| at + 1);
            let of = of + usize::from(document.tag(of) == Tag::Determiner && of < head);
            self.add(of..found.tokens.end.max(head + 1));
            Some(document.span_of(of..head + 1)).filter(|_| !self.is_unit(head))
        });
        if near.is_some_and(|head| self.is_unit(head)) {
            self.text.clear();
        }
        // `11 km north-east of Gharm`
        let next = found.tokens.end;
        let bearing = ["north", "south", "east", "west"].iter().any(|way| document.lower(next).starts_with(way));
        if bearing && found.figure.kind == FigureKind::Measure {
            let of = (next..next + 5).find(|at| document.lower(*at) == "of");
            self.text.clear();
            self.add(next..of.map_or(next + 1, |of| self.phrase(of + 1).end));
            let tail = self.text.len();
            return Words { text: self.text, span: None, tail, rule: "counted:measured-thing" };
        }
        // `a reward of $50,000 for information`
        if self.text.is_empty() {
            self.governor(clause);
        }
        let tail = self.text.len();
        for restriction in clause.after.iter().take(3) {
            // `20 percent of them`: of whom is said by the whole
            let pronoun = document.tag(restriction.tokens.start + 1) == Tag::Pronoun;
            // `the $24 million requested`
            if restriction.kind == RestrictionKind::Participle && self.text.is_empty() {
                self.add(restriction.tokens.clone());
                break;
            }
            if restriction.kind != RestrictionKind::Prepositional || pronoun {
                break;
            }
            let of = restriction.tokens.start + usize::from(self.text.is_empty());
            let of = of + usize::from(self.text.is_empty() && document.tag(of) == Tag::Determiner);
            self.add(of..restriction.tokens.end.max(of));
        }
        if self.text.is_empty() {
            if let Some(noun) = clause.measured(document) {
                return self.by_measure(clause, noun);
            }
            self.by_clause(clause);
        }
        Words { text: self.text, span, tail, rule: "counted:measured-thing" }
    }
}

/// The past participle of a verb in another form: `employs` → `employed`, `gives` → `given`.
fn participle_of(lower: &str) -> Option<String> {
    let lemma = lexicon::lemma(lower, Class::Verb);
    // `run`, `put`
    if lexicon::word(lemma).is_some_and(|word| word.is_form(Form::PastParticiple)) {
        return Some(lemma.to_owned());
    }
    if let Some(irregular) = lexicon::irregular_participle(lemma) {
        return Some(irregular.to_owned());
    }
    let of_lemma = |made: &String| {
        lexicon::word(made).is_some_and(|word| word.is_form(Form::PastParticiple))
            && lexicon::lemma(made, Class::Verb) == lemma
    };
    let last = lemma.chars().last()?;
    let stem = lemma.strip_suffix('y').unwrap_or(lemma);
    [[lemma, "d"].concat(), [lemma, "ed"].concat(), [stem, "ied"].concat(), format!("{lemma}{last}ed")]
        .into_iter()
        .find(of_lemma)
}

/// Whether a noun is of what happens, and governs the figure by `of`.
fn is_event(document: &Document<'_>, clause: &Clause, governor: usize) -> bool {
    let of = clause.preposition.is_some_and(|of| of == governor + 1 && document.lower(of) == "of");
    of && statuses::is_event(document.lower(governor))
}

/// `30 injured`: a participle without auxiliary.
fn is_short(document: &Document<'_>, clause: &Clause, head: usize) -> bool {
    let alone = clause.verb.and_then(|verb| document.verbs.get(verb)).is_some_and(|group| group.tokens.len() == 1);
    alone
        && (document.tag(head) == Tag::Participle
            || statuses::is_done_to(document.lower(head))
            || document.lower(head) == "feared")
}

/// Whether a verb tells nothing of its object but that it is spoken of or there: `recorded 700 deaths`.
fn tells_nothing(document: &Document<'_>, head: usize) -> bool {
    is_kind(lexicon::lemma(document.lower(head), Class::Verb), Kind::Say)
        || document.tag(head) == Tag::Auxiliary
        || is_kind(lexicon::lemma(document.lower(head), Class::Verb), Kind::Bare)
        || is_kind(lexicon::lemma(document.lower(head), Class::Verb), Kind::Grow)
}
