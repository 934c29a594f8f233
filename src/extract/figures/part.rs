//! Whose part a figure is: `20 of the pupils` of `50 pupils`.

use super::clause::{Clause, Role};
use super::found::Found;
use super::numbers::GAPPED;
use super::statuses;
use crate::extract::{Document, FigureKind, Tag};
use crate::lexicon::{self, Class};
use core::ops::Range;

/// How many figures back a whole is looked for.
const FIGURES: usize = 32;
/// How many sentences back `of them` looks.
const NEAR: usize = 3;
/// How many sentences back `of the children` looks.
const FAR: usize = 32;

/// What the parts of a document are looked for in: the figures before one are already tied.
pub(super) struct Parts<'a> {
    pub document: &'a Document<'a>,
    pub found: &'a [Found],
    pub clauses: &'a [Clause],
    /// The noun of each figure so far, also where it is elided and its whole has one.
    pub nouns: &'a [Option<usize>],
}

/// The rule of a part that goes on with the clause of the figure before.
pub(super) const COORDINATE: &str = "part:coordinate";

/// The rule of a part told in a later sentence.
pub(super) const TOLD: &str = "part:told";

/// A whole, with the rule that found it.
pub(super) type Whole = (usize, &'static str);

impl Parts<'_> {
    /// The whole of a figure, by the first rule that tells one.
    pub(super) fn whole(&self, at: usize) -> Option<Whole> {
        let kind = self.found.get(at)?.figure.kind;
        if !matches!(kind, FigureKind::People | FigureKind::Count | FigureKind::Percent) {
            return None;
        }
        let whole = self
            .of_whole(at)
            .or_else(|| self.among(at))
            .or_else(|| self.including(at))
            .or_else(|| self.remaining(at))
            .or_else(|| self.another(at))
            .or_else(|| self.apposed(at))
            .or_else(|| self.coordinate(at))
            .or_else(|| self.since(at))
            .or_else(|| self.told(at))
            .or_else(|| self.bare(at))?;
        (whole.0 != at && self.found.get(whole.0)?.figure.part_of != Some(at)).then_some(whole)
    }

    /// `20 of the pupils`, `three of them`, `12 of the 30`
    fn of_whole(&self, at: usize) -> Option<Whole> {
        let found = self.found.get(at)?;
        let of = (found.number.end..found.number.end + 2).find(|of| self.document.lower(*of) == "of")?;
        Some((self.named_behind(at, of)?, "part:of"))
    }

    /// The figure that the words behind `of` or `among` mean: `them`, `the 30 hostages`, `the children`.
    fn named_behind(&self, at: usize, preposition: usize) -> Option<usize> {
        let document = self.document;
        let first = preposition + 1;
        let lower = document.lower(first);
        if (self.is_alone(first) || lower == "the" && !document.tag(first + 1).is_noun())
            && let Some(status) = self.status_of(first + 1)
            && !document.tag(first + 2).is_noun()
        {
            // `180 of those convicted`, `40 of the displaced`
            let fits = |other: &usize| self.has_status(*other, status) && self.can_hold(*other, at);
            return self.meant(at, None, FAR, fits);
        }
        if matches!(lower, "them" | "whom" | "which") || self.is_alone(first) {
            let whole = self.antecedent(at, preposition, None, NEAR)?;
            // `Among those still at large` are the rest of those just divided.
            let rest = document.lower(first + 1) == "still";
            return Some(self.found[whole].figure.part_of.filter(|_| rest).unwrap_or(whole));
        }
        // `among 20 people killed`, `of 120 who left`
        let numbered = |other: &usize| {
            self.found.get(*other).is_some_and(|found| found.tokens.start == first || found.number.start == first)
        };
        if let Some(whole) =
            (at.saturating_sub(2)..self.found.len().min(at + 3)).filter(|other| *other != at).find(numbered)
        {
            return self.can_hold(whole, at).then_some(whole);
        }
        if !matches!(lower, "the" | "those" | "these" | "their" | "its" | "all") {
            return None;
        }
        let end = document
            .phrase_of(first)
            .and_then(|phrase| document.phrases.get(phrase))
            .map_or(first + 3, |phrase| phrase.tokens.end);
        let inside = |other: &usize| {
            let number = self.found.get(*other).map_or(0..0, |found| found.number.clone());
            first < number.start && number.start < end.max(first + 2)
        };
        let near = at.saturating_sub(2)..self.found.len().min(at + 3);
        if let Some(whole) = near.filter(|other| *other != at).find(inside) {
            return Some(self.same_earlier(whole).unwrap_or(whole));
        }
        let head = document.phrase_of(first).and_then(|phrase| document.phrases.get(phrase)).map(|phrase| phrase.head);
        self.antecedent(at, preposition, Some(head?), FAR)
    }

    /// `of the 30` is the figure `30 hostages` again, if one of that number stands before.
    fn same_earlier(&self, whole: usize) -> Option<usize> {
        let own = &self.found.get(whole)?.figure;
        let elided = self.found.get(whole)?.elided || self.found.get(whole)?.head.is_none();
        let same = |at: &usize| {
            let other = &self.found[*at].figure;
            other.kind == own.kind && other.low == own.low && other.high == own.high && other.part_of.is_none()
        };
        elided.then(|| (whole.saturating_sub(FIGURES)..whole).rev().find(same)).flatten()
    }

    /// `those`, `these` without a noun
    fn is_alone(&self, at: usize) -> bool {
        matches!(self.document.lower(at), "those" | "these")
            && !self.document.tag(at + 1).is_noun()
            && self.document.tag(at + 1) != Tag::Number
    }

    /// `Among those, 104 were killed and 44 came back`; `, among them 12 children`; `, of whom 12 died`
    fn among(&self, at: usize) -> Option<Whole> {
        let document = self.document;
        let (found, clause) = (self.found.get(at)?, self.clauses.get(at)?);
        let governs = |word: usize| matches!(document.lower(word), "among" | "of" | "amongst");
        // Directly before, or at the beginning of the sentence.
        let start = found.tokens.start;
        let direct = (start.saturating_sub(5).max(clause.sentence.start)..start).rev().find(|word| {
            let next = document.lower(*word + 1);
            governs(*word) && (matches!(next, "them" | "whom" | "which") || self.is_alone(*word + 1))
        });
        if let Some(word) = direct {
            return Some((self.named_behind(at, word)?, "part:among"));
        }
        // `eight children were among the 20 people killed`
        let be = clause
            .verb
            .and_then(|verb| document.verbs.get(verb))
            .filter(|group| document.tag(group.head) == Tag::Auxiliary);
        let among = be.map(|group| group.tokens.end).filter(|word| document.lower(*word) == "among");
        if let Some(whole) = among.filter(|_| clause.role == Role::Subject).and_then(|word| self.named_behind(at, word))
        {
            return Some((whole, "part:among"));
        }
        let first = (clause.sentence.start..clause.sentence.start + 3)
            .find(|word| document.tokens.get(*word).is_some_and(|token| token.is_wordlike()))?;
        let comma = (first..start.min(first + 14)).find(|comma| document.is_mark(*comma, ','))?;
        // `Of the dead, 12 were children`; another subject before the figure would be another clause.
        let whole = self
            .found
            .get(at)
            .filter(|_| governs(first) && comma < start)
            .and_then(|_| self.named_behind(at, first))?;
        let later = self.found.get(..at)?.iter().rev().take(4).filter(|other| other.tokens.start > comma).count();
        (later == 0 || found.elided || later < 3).then_some((whole, "part:among"))
    }

    /// `including about 100 foreigners`, and what is joined to it
    fn including(&self, at: usize) -> Option<Whole> {
        let document = self.document;
        let (found, clause) = (self.found.get(at)?, self.clauses.get(at)?);
        let before = found.tokens.start.checked_sub(1).filter(|before| *before >= clause.sentence.start)?;
        let includes = |token: usize| {
            matches!(document.lower(token), "including" | "include" | "includes" | "included" | "comprising")
        };
        let quantified = |token: usize| {
            matches!(
                document.lower(token),
                "least" | "at" | "some" | "about" | "up" | "to" | "as" | "many" | "those" | "of"
            )
        };
        let word = (before.saturating_sub(2)..before + 1).rev().find(|token| !quantified(*token));
        if word.is_some_and(includes) {
            return Some((self.antecedent(at, before, None, 2)?, "part:including"));
        }
        // `including 3 women and 5 children`
        let joined = document.tag(before) == Tag::Conjunction || document.is_mark(before, ',');
        let last = at.checked_sub(1).filter(|_| joined)?;
        let part = self.found.get(last)?;
        let adjacent = part.tokens.end + 3 >= before
            && part.figure.rules.iter().any(|rule| *rule == "part:including" || *rule == "part:among");
        let verb = document.verbs_of(clause.end).is_some();
        (adjacent && !verb).then_some((part.figure.part_of?, "part:including"))
    }

    /// `the other 12`, `the remaining 12`
    fn remaining(&self, at: usize) -> Option<Whole> {
        let found = self.found.get(at)?;
        let document = self.document;
        let words = found.tokens.start.saturating_sub(2)..found.number.end + 1;
        let rest = words.clone().any(|word| matches!(document.lower(word), "remaining" | "rest"));
        let others = words.clone().any(|word| document.lower(word) == "other")
            && words.clone().any(|word| document.lower(word) == "the");
        (rest || others)
            .then(|| {
                Some((self.tied(at).or_else(|| self.antecedent(at, found.tokens.start, None, NEAR))?, "part:remaining"))
            })
            .flatten()
    }

    /// `another three`, `three others`, where the figure before is a part
    fn another(&self, at: usize) -> Option<Whole> {
        let found = self.found.get(at)?;
        let document = self.document;
        let words = found.tokens.start.saturating_sub(1)..found.tokens.end + 1;
        let more = words
            .clone()
            .any(|word| matches!(document.lower(word), "another" | "others" | "other" | "more" | "further"));
        (more && self.is_bare(at)).then(|| Some((self.tied(at)?, "part:another"))).flatten()
    }

    /// The figure that another stands within, or itself: `207 of the 338` for its 338.
    fn outer(&self, at: usize) -> usize {
        let within = |outer: &Found| self.found.get(at).is_some_and(|inner| inner.tokens.start < outer.tokens.end);
        at.checked_sub(1).filter(|before| self.found.get(*before).is_some_and(within)).unwrap_or(at)
    }

    /// `the freed pupils, 31 boys and 22 girls, will`: what a noun told before is made up of.
    fn apposed(&self, at: usize) -> Option<Whole> {
        let (found, clause) = (self.found.get(at)?, self.clauses.get(at)?);
        let document = self.document;
        let before = found.tokens.start.checked_sub(1).filter(|before| *before > clause.sentence.start)?;
        if document.tag(before) == Tag::Conjunction {
            let last = self.found.get(at.checked_sub(1)?)?;
            let tied = last.figure.rules.contains(&"part:apposed") && last.tokens.end == before;
            return tied.then_some((last.figure.part_of?, "part:apposed"));
        }
        let phrase = document.phrases.get(document.phrase_of(before - 1)?)?;
        let definite = matches!(document.lower(phrase.tokens.start), "the" | "those" | "these" | "their" | "its");
        let plural = document.tag(phrase.head) == Tag::Plural && document.is_mark(before, ',');
        let joined = matches!(document.lower(found.tokens.end), "and" | ",");
        let whole = self.antecedent(at, before, Some(phrase.head), FAR).filter(|_| definite && plural && joined)?;
        Some((whole, "part:apposed"))
    }

    /// `207 of the 338 had been convicted, 131 acquitted`, `23 health workers have been infected; two have died`: a number
    /// alone that goes on with the clause of the one before, as another part, or as a part of those to whom more happened.
    fn coordinate(&self, at: usize) -> Option<Whole> {
        let of_age = |other: &usize| self.found[*other].figure.kind == FigureKind::Age;
        let before = self.outer((0..at).rev().take(3).find(|other| !of_age(other))?);
        let (found, last) = (self.found.get(at)?, self.found.get(before)?);
        let gapped = found.figure.rules.contains(&GAPPED);
        if !found.elided || self.sentence(before) != self.sentence(at) {
            return None;
        }
        let subject = |at: usize| self.clauses.get(at).is_some_and(|clause| clause.role == Role::Subject);
        if !(gapped || subject(at)) {
            return None;
        }
        let tied =
            last.figure.rules.iter().any(|rule| matches!(*rule, "part:of" | "part:among" | "part:bare" | COORDINATE));
        if let Some(whole) = last.figure.part_of.filter(|_| tied) {
            return self.can_hold(whole, at).then_some((whole, COORDINATE));
        }
        let status = |figure: &Found| figure.figure.status.as_deref().unwrap_or_default().to_owned();
        let happens = matches!(
            (status(last).as_str(), status(found).as_str()),
            ("infected", "killed")
                | ("left" | "recruited" | "detained", "killed" | "returned" | "released" | "sentenced")
        );
        (happens && subject(before) && self.can_hold(before, at)).then_some((before, COORDINATE))
    }

    /// `148 have come home since May, when 110 were flown in`: a part of those to whom the same has happened since.
    fn since(&self, at: usize) -> Option<Whole> {
        let (found, clause) = (self.found.get(at)?, self.clauses.get(at)?);
        let document = self.document;
        let when = found.tokens.start.checked_sub(1).filter(|when| document.lower(*when) == "when")?;
        let since = clause.sentence.start.max(when.saturating_sub(8))..when;
        let status = found.figure.status.as_deref()?;
        let fits = |other: &usize| {
            self.sentence(*other) == self.sentence(at) && self.has_status(*other, status) && self.can_hold(*other, at)
        };
        since.clone().find(|word| document.lower(*word) == "since")?;
        Some(((0..at).rev().take(4).find(fits)?, "part:since"))
    }

    /// `Fifty of the 71 pupils were freed. … Nine girls are still held. Eight pupils escaped`: the rest of a whole of
    /// which a part was told, and no more than is left of it.
    fn told(&self, at: usize) -> Option<Whole> {
        let (found, clause) = (self.found.get(at)?, self.clauses.get(at)?);
        let figure = &found.figure;
        let low = figure.low?;
        figure.status.as_deref()?;
        if clause.role != Role::Subject || figure.population.is_empty() || figure.kind != FigureKind::People {
            return None;
        }
        let still = clause.tokens(self.document).any(|word| matches!(self.document.lower(word), "still" | "remain"));
        let last = at.checked_sub(1).filter(|last| {
            let near = self.sentence(at).unwrap_or(0).saturating_sub(self.sentence(*last).unwrap_or(0)) <= 1;
            near && self.found[*last].figure.rules.contains(&TOLD)
        });
        let parts = |whole: usize| self.found[..at].iter().filter(move |part| part.figure.part_of == Some(whole));
        let divided = |whole: &usize| parts(*whole).any(|part| part.figure.rules.contains(&"part:of"));
        let whole = match last {
            Some(last) => self.found[last].figure.part_of,
            None => (at.saturating_sub(FIGURES)..at).rev().find(divided).filter(|_| still),
        }?;
        let of_whole = &self.found.get(whole)?.figure;
        // Of a part, what it is made up of counts for nothing.
        let told: f64 = parts(whole).filter_map(|part| part.figure.low).sum();
        let left = of_whole.high.is_some_and(|high| told + low <= high);
        (left && of_whole.population == figure.population).then_some((whole, TOLD))
    }

    /// The whole that the figure before is a part of.
    fn tied(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let near = self.sentence(at)?.saturating_sub(self.sentence(before)?) <= 1;
        let whole = self.found.get(before)?.figure.part_of.filter(|_| near)?;
        self.can_hold(whole, at).then_some(whole)
    }

    /// `Twelve were children.`, opening a sentence behind the whole's
    fn bare(&self, at: usize) -> Option<Whole> {
        let (found, clause) = (self.found.get(at)?, self.clauses.get(at)?);
        let first = found.tokens.start.saturating_sub(2) <= clause.sentence.start;
        let subject = clause.verb.is_some_and(|verb| {
            self.document.verbs.get(verb).is_some_and(|group| {
                group.tokens.start <= found.tokens.end + 2 && group.tokens.start >= found.tokens.end
            })
        });
        let more = (found.tokens.start.saturating_sub(1)..found.tokens.end)
            .any(|word| matches!(self.document.lower(word), "another" | "more" | "other" | "others" | "further"));
        let share = found.figure.kind == FigureKind::Percent && found.head.is_none();
        if (found.elided && found.figure.kind == FigureKind::People || share) && !more && first && subject {
            return Some((
                self.antecedent(at, found.tokens.start, None, 1)
                    .filter(|whole| self.sentence(*whole) != self.sentence(at))?,
                "part:bare",
            ));
        }
        None
    }

    /// Whether no noun of its own is printed: `others` and `more` are none.
    fn is_bare(&self, at: usize) -> bool {
        self.found.get(at).is_some_and(|found| {
            found.elided
                || found.head.is_none_or(|head| matches!(self.document.lower(head), "others" | "other" | "more"))
        })
    }

    fn sentence(&self, at: usize) -> Option<usize> {
        Some(self.document.sentence_of(self.found.get(at)?.tokens.start))
    }

    /// The nearest figure before a token that can be the whole: of the noun at a token, if one is wanted.
    fn antecedent(&self, at: usize, before: usize, noun: Option<usize>, sentences: usize) -> Option<usize> {
        let fits = |other: &usize| self.found[*other].tokens.start < before && self.can_hold(*other, at);
        self.meant(at, noun, sentences, fits)
    }

    /// The figure that counts those whom an age's noun means: `50 pupils` for `the pupils, aged six to ten`.
    pub(super) fn aged(&self, at: usize) -> Option<usize> {
        let found = self.found.get(at).filter(|found| found.figure.kind == FigureKind::Age)?;
        let head = found.head?;
        let people = |other: &usize| self.found[*other].figure.kind == FigureKind::People;
        // `two of the women, aged 24 and 31`
        let of_part = |other: &usize| people(other) && self.found[*other].tokens.contains(&head);
        if let Some(part) = (0..at).rev().take(3).find(of_part) {
            return Some(part);
        }
        let start = self.document.phrases.get(self.document.phrase_of(head)?)?.tokens.start;
        let definite = matches!(self.document.lower(start), "the" | "those" | "these");
        if definite { self.meant(at, Some(head), FAR, people) } else { None }
    }

    fn meant(&self, at: usize, noun: Option<usize>, sentences: usize, fits: impl Fn(&usize) -> bool) -> Option<usize> {
        let own = self.sentence(at)?;
        let wanted = noun.map(|noun| self.lemma(noun));
        let generic = matches!(wanted, Some("people" | "person" | "victim" | "other" | "group" | "total"));
        let near =
            |other: &usize| self.sentence(*other).is_some_and(|sentence| own.saturating_sub(sentence) <= sentences);
        let candidates = || (at.saturating_sub(FIGURES)..at).rev().take_while(near).filter(&fits);
        let Some(wanted) = wanted.filter(|_| !generic) else { return candidates().next() };
        // `the freed pupils` are those who were freed.
        let told = noun.and_then(|noun| noun.checked_sub(1)).and_then(|before| self.status_of(before));
        if let Some(status) = told {
            let same = |other: &usize| self.has_status(*other, status) && self.is_named(*other, wanted);
            if let Some(whole) = candidates().find(same) {
                return Some(whole);
            }
        }
        let whole = candidates().find(|other| self.is_named(*other, wanted))?;
        // `20 of the pupils … three of the pupils`: both of the 50
        let above = self.found.get(whole)?.figure.part_of;
        Some(above.filter(|above| self.is_named(*above, wanted)).unwrap_or(whole))
    }

    fn has_status(&self, at: usize, status: &str) -> bool {
        self.found.get(at).is_some_and(|found| found.figure.status.as_deref() == Some(status)) && !self.is_revised(at)
    }

    /// `had earlier reported 204 deaths`: no longer so, and no whole of anything.
    fn is_revised(&self, at: usize) -> bool {
        self.clauses.get(at).is_some_and(|clause| {
            (clause.sentence.start..clause.extent.start)
                .rev()
                .take(6)
                .any(|word| matches!(self.document.lower(word), "earlier" | "previously" | "initially"))
        })
    }

    /// What a participle or adjective says happened: `convicted`, `freed`.
    fn status_of(&self, token: usize) -> Option<&'static str> {
        let lower = self.document.lower(token);
        let participle = matches!(self.document.tag(token), Tag::Participle | Tag::Past | Tag::Adjective);
        if participle { statuses::of_participle(lower) } else { None }
    }

    fn lemma(&self, noun: usize) -> &str {
        let lemma = lexicon::lemma(self.document.lower(noun), Class::Noun);
        if matches!(lemma, "kid" | "youngster" | "minor") { "child" } else { lemma }
    }

    /// Whether a figure's nouns, or what happened to it, have this name: `the dead` are those killed.
    fn is_named(&self, at: usize, wanted: &str) -> bool {
        let Some(found) = self.found.get(at) else { return false };
        // The dead are those killed, fugitives those who escaped.
        let escaped = || {
            let verb = self.clauses.get(at).and_then(|clause| self.document.verbs.get(clause.verb?));
            let lemma = verb.map(|verb| lexicon::lemma(self.document.lower(verb.head), Class::Verb));
            let large = || {
                let tokens = self.clauses.get(at).map_or(0..0, |clause| clause.tokens(self.document));
                tokens.into_iter().any(|word| self.document.lower(word) == "large")
            };
            matches!(lemma, Some("escape" | "flee" | "abscond")) || large()
        };
        let happened = match statuses::of_person(wanted) {
            Some("other") => matches!(wanted, "fugitive" | "escapee") && escaped(),
            Some(status) => self.has_status(at, status),
            None => false,
        };
        let printed = |tokens: Range<usize>| {
            tokens.into_iter().any(|token| self.document.tag(token).is_noun() && self.lemma(token) == wanted)
        };
        happened
            || printed(found.number.end..found.tokens.end)
            || self.nouns.get(at).copied().flatten().is_some_and(|noun| self.lemma(noun) == wanted)
    }

    /// Whether a figure is large enough, and of a kind, to be the whole of another.
    fn can_hold(&self, whole: usize, part: usize) -> bool {
        let (Some(whole), Some(part)) = (self.found.get(whole), self.found.get(part)) else { return false };
        let share = part.figure.kind == FigureKind::Percent;
        let kinds = if share {
            matches!(whole.figure.kind, FigureKind::People | FigureKind::Count)
        } else {
            whole.figure.kind == part.figure.kind
        };
        let least = part.figure.low.or(part.figure.high).unwrap_or(0.0);
        let most = whole.figure.high.unwrap_or(f64::INFINITY);
        let vague = whole.figure.high.is_none() && whole.figure.low.is_some_and(|low| low * 10.0 >= least);
        kinds
            && whole.figure.part_of.is_none_or(|_| true)
            && (share || most > least && (whole.figure.high.is_some() || vague))
    }
}
