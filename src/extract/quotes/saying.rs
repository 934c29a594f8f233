//! Sayings: each use of a cue, with who speaks, to whom, and which words of the sentence are theirs.
//!
//! | shape | example |
//! |---|---|
//! | leading | `The mayor said on Sunday that C` · `He told the paper C` · `According to the mayor, C` |
//! | inverted | `C, said the mayor` |
//! | trailing | `C, the mayor said` · `C, according to the mayor` |
//! | inserted | `C, the mayor said, C` |
//! | order | `She vowed to C` · `They urged C to C` |
//! | noun | `claims by the mayor that C` |
//! | quoted | `The mayor was quoted by the paper as saying C` |

use super::clause::{REACH, Reading};
use super::cue::{self, Frame, Verb};
use crate::extract::{CueClass, Refusal, Sentence, Tag, VerbGroup};
use core::ops::Range;

/// The longest clause, in tokens.
const CLAUSE: usize = 400;
/// How many sayings before one are asked.
const NEAR: usize = 8;

/// One use of a cue.
#[derive(Clone, Debug)]
pub(super) struct Saying {
    /// The sentence it stands in.
    pub(super) sentence: usize,
    /// The cue: `said`, `according to`.
    pub(super) cue: Range<usize>,
    /// What it says of the speaker's standing to the words.
    pub(super) class: CueClass,
    /// Who speaks. None: nobody is named.
    pub(super) speaker: Option<Range<usize>>,
    /// Who was spoken to: outlets among them are ways that the words went.
    pub(super) told: Vec<Range<usize>>,
    /// Who passes the words on: `quoted by the paper`.
    pub(super) through: Vec<Range<usize>>,
    /// Speaker, cue and what stands between and around them.
    pub(super) area: Range<usize>,
    /// The words that are the speaker's.
    pub(super) words: Option<Range<usize>>,
    /// Whether these are reported speech; else only the numbers among them are the speaker's.
    pub(super) reported: bool,
    /// Whether words in quotation marks may be the speaker's.
    pub(super) quotes: bool,
    /// The rule that found it.
    pub(super) rule: &'static str,
}

/// Finds the sayings of a document, in order of their cues.
pub(super) fn sayings(reading: &Reading<'_, '_>, refusals: &mut Vec<Refusal>) -> Vec<Saying> {
    let mut all = Vec::new();
    for (at, sentence) in reading.document.sentences.iter().enumerate() {
        let mut finder = Finder { reading, at, sentence, found: Vec::new(), refusals };
        finder.find();
        let mut found = finder.found;
        found.sort_by_key(|saying| saying.cue.start);
        super::nested::part(reading, &mut found);
        all.append(&mut found);
    }
    all
}

/// Finds the sayings of one sentence.
struct Finder<'r, 'd, 't, 'f> {
    reading: &'r Reading<'d, 't>,
    at: usize,
    sentence: &'r Sentence,
    found: Vec<Saying>,
    refusals: &'f mut Vec<Refusal>,
}

/// Who speaks, and where that is said.
struct Subject {
    tokens: Range<usize>,
    /// Where the clause that holds subject and verb begins.
    start: usize,
    /// Whether the subject stands behind the verb.
    inverted: bool,
}

impl Finder<'_, '_, '_, '_> {
    fn find(&mut self) {
        let document = self.reading.document;
        let groups = document.verbs.get(self.sentence.verbs.clone()).unwrap_or_default();
        for group in groups {
            if !self.reading.is_quoted(group.head) {
                let saying = self.quoted_as(group).or_else(|| self.of_verb(group));
                self.found.extend(saying);
            }
        }
        for token in self.sentence.tokens.clone() {
            if self.reading.is_quoted(token) {
                continue;
            }
            if let Some(group) = self.strong(token) {
                let saying = self.of_verb(&group);
                self.found.extend(saying);
                continue;
            }
            let saying = match document.lower(token) {
                "according" if document.lower(token + 1) == "to" => self.according(token),
                "reportedly" | "allegedly" | "purportedly" | "supposedly" => self.adverb(token),
                "that" => self.noun(token),
                _ => None,
            };
            self.found.extend(saying);
        }
    }

    /// A verb that is nothing but a verb of saying, and that the tagger took for something else.
    fn strong(&self, token: usize) -> Option<VerbGroup> {
        let known = matches!(self.reading.lower(token), "said" | "says" | "told" | "added" | "tells");
        (known && self.reading.document.verbs_of(token).is_none()).then(|| VerbGroup {
            tokens: token..token + 1,
            head: token,
            finite: true,
            ..VerbGroup::default()
        })
    }

    fn floor(&self) -> usize {
        self.sentence.tokens.start
    }

    fn ceiling(&self) -> usize {
        self.sentence.tokens.end
    }

    fn refuse(&mut self, token: usize, rule: &'static str) {
        let span = self.reading.document.span_of(token..token + 1);
        self.refusals.push(Refusal { span, rule });
    }

    fn of_verb(&mut self, group: &VerbGroup) -> Option<Saying> {
        let verb = cue::verb(self.reading.lower(group.head)).or_else(|| self.is_sure(group))?;
        if let Some(rule) = self.refused(group, &verb) {
            self.refuse(group.head, rule);
            return None;
        }
        let sure = cue::verb(self.reading.lower(group.head)).is_none();
        if group.passive && !sure {
            return self.passive(group, &verb);
        }
        let Some(mut subject) = self.subject(group, &verb) else {
            self.refuse(group.head, "quotes:no-subject");
            return None;
        };
        if !self.speaks(&subject.tokens, &verb) {
            self.refuse(group.head, "quotes:no-speaker");
            return None;
        }
        if subject.tokens.start == self.floor() + 1 && self.reading.tag(self.floor()) == Tag::Verb {
            // `Aid groups said`: the tagger takes the first word for an imperative.
            subject.tokens.start = self.floor();
            subject.start = subject.start.min(self.floor());
        }
        let behind = if subject.inverted { subject.tokens.end } else { group.tokens.end };
        let mut saying = Saying {
            sentence: self.at,
            cue: group.head..group.head + 1,
            class: verb.class,
            told: Vec::new(),
            through: Vec::new(),
            area: subject.start.min(group.tokens.start)..behind,
            speaker: Some(subject.tokens.clone()),
            words: None,
            reported: true,
            quotes: verb.takes(Frame::Quotation),
            rule: "quotes:trailing",
        };
        let end = if sure && !group.passive { group.tokens.end + 1 } else { group.tokens.end };
        if !subject.inverted && self.leading(&mut saying, &verb, end) {
            return Some(saying);
        }
        if sure {
            return None;
        }
        self.behind(&mut saying, behind);
        let gerund = self.reading.tag(group.head) == Tag::Gerund;
        let relative = matches!(self.reading.lower(subject.start), "who" | "which" | "that")
            && subject.start > saying.speaker.as_ref().map_or(0, |of| of.start);
        let says = verb.takes(Frame::That) || verb.takes(Frame::Quotation);
        if (group.finite || subject.inverted || !gerund) && !relative && says {
            self.trailing(&mut saying);
        }
        let says = saying.words.is_some() || saying.quotes;
        says.then_some(saying)
    }

    /// Why a form of a verb of saying says nothing here.
    fn refused(&self, group: &VerbGroup, verb: &Verb) -> Option<&'static str> {
        let before = group.tokens.start.checked_sub(1).filter(|before| *before >= self.floor());
        let tag = self.reading.tag(group.head);
        if before.is_some_and(|before| {
            !group.finite && matches!(self.reading.lower(before), "the" | "a" | "an" | "this" | "these" | "such")
        }) {
            return Some("quotes:cue-as-adjective");
        }
        if group.modal && !self.goes_on(group) {
            return Some("quotes:not-said-yet");
        }
        if group.negated {
            return Some("quotes:not-said");
        }
        if verb.lemma == "point" && self.reading.lower(group.tokens.end) != "out" {
            return Some("quotes:other-sense");
        }
        // `photographs shown on Monday`. What is nothing but a cue is a past tense that the tagger took for one.
        let plain = matches!(verb.lemma, "say" | "tell" | "add");
        if tag == Tag::Participle && !group.passive && !group.finite && group.tokens.len() == 1 {
            let behind = self.reading.behind_adjuncts(group.tokens.end, self.ceiling());
            let clause = self.reading.lower(behind) == "that" && self.reading.lower(group.tokens.end) != "by";
            if !plain && !clause {
                return Some("quotes:participle");
            }
        }
        None
    }

    /// `is adamant that`, `are concerned`: read as the verb that means the same.
    fn is_sure(&self, group: &VerbGroup) -> Option<Verb> {
        let adjective = match self.reading.tag(group.tokens.end) {
            Tag::Adverb => group.tokens.end + 1,
            _ => group.tokens.end,
        };
        let of_be = self.reading.tag(group.head) == Tag::Auxiliary || group.passive;
        let at = if group.passive { group.head } else { adjective };
        let known = of_be && at < self.ceiling();
        match self.reading.lower(at) {
            "adamant" | "insistent" if known => cue::verb("insist"),
            "concerned" | "worried" | "afraid" | "alarmed" if known => cue::verb("fear"),
            "confident" | "convinced" | "certain" | "sure" | "optimistic" if known => cue::verb("believe"),
            _ => None,
        }
    }

    /// `went on to say`, `continues to insist`
    fn goes_on(&self, group: &VerbGroup) -> bool {
        let before = |by: usize| group.tokens.start.checked_sub(by).map_or("", |at| self.reading.lower(at));
        self.reading.tag(group.tokens.start) == Tag::To
            && (before(1) == "on" && matches!(before(2), "went" | "goes" | "going" | "go")
                || matches!(before(1), "continued" | "continues" | "continue" | "seemed" | "appeared"))
    }

    fn subject(&self, group: &VerbGroup, verb: &Verb) -> Option<Subject> {
        let start = if self.goes_on(group) {
            let mut start = group.tokens.start - 1;
            if self.reading.lower(start) == "on" {
                start = start.saturating_sub(1);
            }
            self.reading.document.verbs_of(start).map_or(start, |at| self.reading.document.verbs[at].tokens.start)
        } else {
            group.tokens.start
        };
        let before = self.reading.before_adverbs(start, self.floor());
        if let Some(tokens) = self.inverted(group, verb, before) {
            return Some(Subject { tokens, start: group.tokens.start, inverted: true });
        }
        let plain = !group.passive && group.tokens.len() == 1 && matches!(verb.lemma, "say" | "tell" | "add");
        let past = plain && matches!(self.reading.tag(group.head), Tag::Participle | Tag::Past);
        let (tokens, start) = self.subject_before(before, group.finite || past || self.goes_on(group), 0)?;
        Some(Subject { tokens, start, inverted: false })
    }

    /// `“…,” said the mayor`; `C, said the mayor`
    fn inverted(&self, group: &VerbGroup, verb: &Verb, before: usize) -> Option<Range<usize>> {
        if !(verb.takes(Frame::Quotation) && !verb.takes(Frame::Addressee)) {
            return None;
        }
        let opens = before == self.floor();
        let quoted = before.checked_sub(1).is_some_and(|last| {
            self.reading.is_quoted(last)
                || self.reading.is_comma(last) && last.checked_sub(1).is_some_and(|last| self.reading.is_quoted(last))
        });
        let comma = !opens && self.reading.is_comma(before - 1);
        if !(opens || quoted || comma) {
            return None;
        }
        let mut start = group.tokens.end;
        while self.reading.tag(start) == Tag::Adverb && start < self.ceiling() {
            start += 1;
        }
        let phrase = self.reading.nominal_from(start, self.ceiling())?;
        let stop = (phrase.end..self.ceiling().min(phrase.end + REACH))
            .find(|token| {
                self.reading.is_comma(*token) || self.reading.is_stop(*token) || self.reading.is_quoted(*token)
            })
            .unwrap_or(self.ceiling());
        let alone = !self.reading.has_finite(phrase.end..stop) && self.reading.lower(phrase.end) != "that";
        (self.reading.is_somebody(&phrase)
            && alone
            && (quoted || self.reading.has_finite(self.floor()..before) || opens))
            .then_some(phrase)
    }

    /// The phrase that a verb whose clause goes back from `before` says something of, and where that begins.
    fn subject_before(&self, before: usize, finite: bool, depth: usize) -> Option<(Range<usize>, usize)> {
        let reading = self.reading;
        let floor = self.floor();
        let last = before.checked_sub(1).filter(|last| *last >= floor)?;
        let lower = reading.lower(last);
        if !finite {
            // `…, adding`, `… by saying`: who spoke before; `a statement saying`: the statement.
            if let Some(phrase) = reading.nominal_to(before, floor).filter(|phrase| !self.is_object(phrase)) {
                return Some((phrase.clone(), phrase.start));
            }
            let ties = reading.is_comma(last)
                || reading.is_quoted(last)
                || matches!(lower, "by" | "and" | "but" | "after" | "before" | "in" | "while" | "when" | "without");
            return ties.then(|| self.shared(before)).flatten().map(|phrase| (phrase, before));
        }
        if reading.is_comma(last) {
            return self.behind_apposition(last, 0).map(|phrase| (phrase.clone(), phrase.start));
        }
        let capitals = reading.document.tokens.get(last).is_some_and(|token| token.capitals);
        if matches!(lower, "who" | "which") && !capitals || lower == "that" && reading.tag(last) != Tag::Determiner {
            let end = if last > floor && reading.is_comma(last - 1) { last - 1 } else { last };
            let phrase = reading.phrase_to(end, floor)?;
            let longer = reading.nominal_to(end, floor).filter(|longer| !reading.has_finite(longer.clone()));
            return Some((longer.unwrap_or(phrase), last));
        }
        if matches!(lower, "and" | "but" | "then" | "or" | "yet") || reading.tag(last) == Tag::Conjunction {
            return self.shared(last).map(|phrase| (phrase, before));
        }
        if reading.document.is_mark(last, ')') {
            let open = (floor..last).rev().take(REACH).find(|token| reading.document.is_mark(*token, '('))?;
            return (depth < 3).then(|| self.subject_before(open, finite, depth + 1)).flatten();
        }
        if reading.document.is_mark(last, '—') || reading.document.is_mark(last, '–') {
            let open = (floor..last)
                .rev()
                .take(REACH)
                .find(|token| reading.document.is_mark(*token, '—') || reading.document.is_mark(*token, '–'))?;
            let phrase = reading.nominal_to(open, floor)?;
            return Some((phrase.clone(), phrase.start));
        }
        let phrase = reading.nominal_to(before, floor)?;
        Some((phrase.clone(), phrase.start))
    }

    /// Whether a phrase is what a verb before it acts on, or stands behind a preposition of another phrase.
    fn is_object(&self, phrase: &Range<usize>) -> bool {
        let Some(before) = phrase.start.checked_sub(1).filter(|before| *before >= self.floor()) else { return false };
        self.reading.lower(before) != "with" && !self.reading.is_document(self.reading.head(phrase))
    }

    /// Who the last verb before a token says something of: `He arrived | and said`.
    fn shared(&self, before: usize) -> Option<Range<usize>> {
        if let Some(saying) = self.found.last().filter(|saying| saying.area.start < before) {
            return saying.speaker.clone();
        }
        let mut end = before;
        for _ in 0..4 {
            let verbs = self.reading.last_finite(end, self.floor())?;
            let start = self.reading.before_adverbs(verbs.start, self.floor());
            if let Some(last) = start.checked_sub(1).filter(|last| *last >= self.floor()) {
                let phrase = if self.reading.is_comma(last) {
                    self.behind_apposition(last, 0)
                } else {
                    self.reading.nominal_to(start, self.floor())
                };
                if let Some(phrase) = phrase.filter(|phrase| self.reading.is_somebody(phrase)) {
                    return Some(phrase);
                }
            }
            end = verbs.start;
        }
        None
    }

    /// `Jane Doe, 42, a teacher from Ohio, | said`: the phrase before the commas.
    fn behind_apposition(&self, comma: usize, depth: usize) -> Option<Range<usize>> {
        let reading = self.reading;
        let floor = self.floor();
        let near = comma.saturating_sub(REACH).max(floor);
        let first = (near..comma).rev().find(|token| reading.is_comma(*token) || reading.is_quoted(*token));
        let Some(first) = first.filter(|first| reading.is_comma(*first)) else {
            return reading.nominal_to(reading.before_adverbs(comma, floor), floor);
        };
        let inner = first + 1..comma;
        let relative = matches!(reading.lower(inner.start), "who" | "whose" | "which" | "where");
        let reduced = matches!(reading.tag(inner.start), Tag::Past | Tag::Participle | Tag::Gerund);
        if !relative && !reduced && reading.has_finite(inner.clone()) && depth == 0 {
            return None;
        }
        let age = first.checked_sub(2).filter(|before| *before > floor && reading.is_comma(*before));
        if let Some(before) = age.filter(|_| reading.tag(first - 1) == Tag::Number && depth < 4) {
            return reading.nominal_to(before, floor);
        }
        let phrase = reading.nominal_to(first, floor)?;
        let named = reading.tag(reading.head(&phrase)) == Tag::Proper;
        let more = phrase.start > floor && reading.is_comma(phrase.start - 1) && !named && depth < 4;
        let outer = more.then(|| self.behind_apposition(phrase.start - 1, depth + 1)).flatten();
        Some(outer.filter(|outer| reading.is_somebody(outer)).unwrap_or(phrase))
    }

    fn speaks(&self, phrase: &Range<usize>, verb: &Verb) -> bool {
        let head = self.reading.head(phrase);
        if verb.lemma == "hear" {
            return matches!(
                self.reading.lower(head),
                "court" | "inquest" | "tribunal" | "jury" | "inquiry" | "hearing" | "panel"
            );
        }
        match self.reading.tag(head) {
            Tag::Pronoun | Tag::Wh | Tag::Determiner => match self.reading.lower(head) {
                "it" => !verb.takes(Frame::Doubtful) || verb.class == CueClass::Report,
                _ => self.reading.is_somebody(phrase),
            },
            _ if self.reading.is_time(head) => false,
            _ => !verb.takes(Frame::Doubtful) || self.reading.is_somebody(phrase),
        }
    }

    /// `It was reported by the paper that C`, `They were told by the mayor that C`
    fn passive(&mut self, group: &VerbGroup, verb: &Verb) -> Option<Saying> {
        let reading = self.reading;
        let before = reading.before_adverbs(group.tokens.start, self.floor());
        let impersonal = before > self.floor() && reading.lower(before - 1) == "it";
        let told = verb.takes(Frame::Addressee);
        let by = (reading.lower(group.tokens.end) == "by")
            .then(|| reading.nominal_from(group.tokens.end + 1, self.ceiling()))
            .flatten();
        let behind = by.as_ref().map_or(group.tokens.end, |by| by.end);
        let behind = reading.behind_adjuncts(behind, self.ceiling());
        if !(impersonal || told && by.is_some()) || reading.lower(behind) != "that" {
            return self.agent(group, verb);
        }
        Some(Saying {
            sentence: self.at,
            cue: group.head..group.head + 1,
            class: verb.class,
            speaker: by,
            told: Vec::new(),
            through: Vec::new(),
            area: before.saturating_sub(1).max(self.floor())..behind,
            words: self.clause(behind + 1),
            reported: true,
            quotes: verb.takes(Frame::Quotation),
            rule: "quotes:passive-it",
        })
    }

    /// `was described as “…” by the mayor`: whose the words in quotation marks are.
    fn agent(&mut self, group: &VerbGroup, verb: &Verb) -> Option<Saying> {
        let reading = self.reading;
        let limit = (group.tokens.end + REACH / 2).min(self.ceiling());
        let by = (group.tokens.end..limit).find(|token| !reading.is_quoted(*token) && reading.lower(*token) == "by");
        let marks = (group.tokens.end..limit).any(|token| reading.is_quoted(token));
        let speaker = by.filter(|_| marks && verb.takes(Frame::Quotation));
        let speaker = speaker.and_then(|by| reading.nominal_from(by + 1, self.ceiling()));
        if speaker.is_none() {
            self.refuse(group.head, "quotes:passive");
        }
        speaker.map(|speaker| Saying {
            sentence: self.at,
            cue: group.head..group.head + 1,
            class: verb.class,
            area: group.tokens.clone(),
            speaker: Some(speaker),
            told: Vec::new(),
            through: Vec::new(),
            words: None,
            reported: false,
            quotes: true,
            rule: "quotes:passive-by",
        })
    }

    /// Words behind the cue. False where none follow that are the speaker's.
    fn leading(&self, saying: &mut Saying, verb: &Verb, end: usize) -> bool {
        let reading = self.reading;
        let ceiling = self.ceiling();
        let mut at = end;
        if reading.tag(at) == Tag::Particle || verb.lemma == "point" {
            at += 1;
        }
        if verb.lemma == "call" {
            // `called on residents to leave`
            let told = matches!(reading.lower(at), "on" | "upon" | "for")
                .then(|| reading.nominal_from(at + 1, ceiling))
                .flatten();
            return told.is_some_and(|told| {
                reading.tag(told.end) == Tag::To && self.take(saying, told.start, "quotes:order", told.start)
            });
        }
        if verb.lemma == "put" {
            // `puts the toll at 120`
            let object = reading.nominal_from(at, ceiling);
            if object.is_none_or(|object| reading.lower(object.end) != "at") {
                return false;
            }
        }
        if verb.takes(Frame::Infinitive) && reading.tag(at) == Tag::To {
            return self.take(saying, at, "quotes:infinitive", at);
        }
        if verb.takes(Frame::Order) || verb.takes(Frame::Addressee) {
            if let Some(told) = self.addressee(at) {
                if verb.takes(Frame::Order) && reading.tag(told.end) == Tag::To {
                    return self.take(saying, at, "quotes:order", at);
                }
                if verb.takes(Frame::Addressee) {
                    at = told.end;
                    saying.told.push(told);
                }
            }
        }
        let behind = reading.behind_adjuncts(at, ceiling);
        self.told_to(saying, at..behind);
        self.told_before(saying);
        saying.area.end = saying.area.end.max(behind);
        if verb.takes(Frame::That) {
            if let Some(that) = self.that(at, behind) {
                return self.take(saying, that + 1, "quotes:that", that);
            }
        }
        if verb.takes(Frame::Question)
            && matches!(reading.lower(behind), "whether" | "if" | "why" | "how" | "what" | "when" | "where" | "who")
        {
            return self.take(saying, behind, "quotes:question", behind);
        }
        if verb.takes(Frame::Bare) && (self.starts_clause(behind) || verb.lemma == "say" && self.may_be_clause(behind))
        {
            return self.take(saying, behind, "quotes:bare", behind);
        }
        if verb.takes(Frame::Noun) && reading.phrase_from(at).is_some() {
            // `denied the charges and described …`: only what stands before the next verb.
            let verbs = |end| reading.first_finite(at..end).map_or(end, |verbs| verbs.start);
            saying.words = self.clause_end(at).map(verbs).filter(|end| *end > at).map(|end| at..end);
            saying.reported = false;
            saying.rule = "quotes:noun-phrase";
            return saying.words.is_some();
        }
        false
    }

    fn take(&self, saying: &mut Saying, start: usize, rule: &'static str, area: usize) -> bool {
        saying.words = self.clause(start);
        saying.rule = rule;
        saying.area.end = area.max(saying.cue.end);
        saying.words.is_some()
    }

    /// Who is told, where that is no subject of a clause of its own.
    fn addressee(&self, at: usize) -> Option<Range<usize>> {
        let phrase = self.reading.phrase_from(at).filter(|phrase| phrase.end <= self.ceiling())?;
        let phrase = match self.reading.lower(phrase.end) {
            "of" => self.reading.nominal_from(at, self.ceiling())?,
            _ => phrase,
        };
        let subject = self.reading.first_finite(phrase.end..(phrase.end + 4).min(self.ceiling()));
        let subject = subject.is_some_and(|verbs| self.reading.before_adverbs(verbs.start, phrase.end) == phrase.end);
        (!subject).then_some(phrase)
    }

    /// Outlets among what stands behind the cue: `in an interview with the paper`, `to Radio One`.
    fn told_to(&self, saying: &mut Saying, tokens: Range<usize>) {
        for token in tokens.clone() {
            if matches!(self.reading.lower(token), "with" | "to" | "on" | "by") {
                if let Some(phrase) = self.reading.phrase_from(token + 1).filter(|phrase| phrase.end <= tokens.end) {
                    saying.told.push(phrase);
                }
            }
        }
    }

    /// `In an interview with the paper, the mayor said`
    fn told_before(&self, saying: &mut Saying) {
        let end = saying.area.start.min(self.floor() + REACH / 2);
        let talk = |token: &usize| {
            matches!(
                self.reading.lower(*token),
                "interview"
                    | "interviews"
                    | "conversation"
                    | "comments"
                    | "remarks"
                    | "speaking"
                    | "talking"
                    | "statement"
            ) && matches!(self.reading.lower(token + 1), "with" | "to" | "on")
        };
        let talk = (self.floor()..end).find(|token| !self.reading.is_quoted(*token) && talk(token));
        saying.told.extend(
            talk.and_then(|talk| self.reading.phrase_from(talk + 2)).filter(|phrase| phrase.end <= saying.area.start),
        );
    }

    /// The `that` which begins the clause behind a cue.
    fn that(&self, at: usize, behind: usize) -> Option<usize> {
        let reading = self.reading;
        let is = |token: usize| reading.lower(token) == "that" && !reading.is_quoted(token);
        if behind < self.ceiling() && is(behind) {
            let pronoun = reading.document.verbs_of(behind + 1).is_some_and(|verbs| {
                let verbs = &reading.document.verbs[verbs];
                let helps = matches!(reading.tag(behind + 1), Tag::Auxiliary | Tag::Modal);
                verbs.tokens.start == behind + 1 && verbs.finite && helps
            });
            let bare = reading.is_comma(behind + 1) || reading.is_stop(behind + 1);
            return (!pronoun && !bare).then_some(behind);
        }
        if behind + 1 < self.ceiling() && reading.is_comma(behind) && is(behind + 1) {
            return Some(behind + 1);
        }
        let limit = (at + REACH / 3).min(self.ceiling());
        let end = (at..limit).find(|token| {
            is(*token) || reading.is_stop(*token) || reading.is_comma(*token) || reading.is_quoted(*token)
        })?;
        let of_noun =
            end > at && reading.tag(end - 1).is_noun() && !reading.is_time(end - 1) && !reading.is_document(end - 1);
        let found = is(end) && reading.tag(end) == Tag::Subordinator && !of_noun && !reading.has_finite(at..end);
        found.then_some(end)
    }

    /// Whether a clause without `that` begins at a token: something that can be a subject, and a finite verb behind.
    fn starts_clause(&self, at: usize) -> bool {
        let reading = self.reading;
        if at >= self.ceiling() || reading.is_comma(at) || reading.is_stop(at) {
            return false;
        }
        let end = self.clause_end(at).unwrap_or(self.ceiling());
        if reading.is_quoted(at) {
            return true;
        }
        let Some(mut verbs) = reading.first_finite(at..end) else { return false };
        if (at + 1..verbs.start)
            .any(|token| reading.tag(token) == Tag::Wh && reading.tag(token - 1) == Tag::Conjunction)
        {
            return false;
        }
        // `denied the charges and described …`: an object, and another verb of the same subject.
        let before = reading.before_adverbs(verbs.start, at);
        if before > at && reading.tag(before - 1) == Tag::Conjunction {
            return false;
        }
        // `a better future, it can hope`: an object, and another clause.
        let first = reading.nominal_from(at, end).map_or(at, |first| first.end);
        if reading.is_comma(first)
            && reading.phrase_to(verbs.start, at).is_some_and(|subject| subject.start == first + 1)
        {
            return false;
        }
        if (at + 1..verbs.start).any(|token| reading.tag(token) == Tag::Wh) {
            // `a penalty which the referee gave`: the clause has a verb of its own, or is none.
            match reading.first_finite(verbs.end..end) {
                Some(next) => verbs = next,
                None => return false,
            }
        }
        match reading.tag(at) {
            Tag::Conjunction | Tag::To | Tag::Particle | Tag::Mark => false,
            Tag::Wh => false,
            _ if verbs.start == at => false,
            _ => !matches!(reading.lower(at), "as" | "when" | "after" | "before" | "because" | "about" | "of"),
        }
    }

    /// A clause whose verb the tagger took for a noun: `said Jones hopes to stay`.
    fn may_be_clause(&self, at: usize) -> bool {
        let reading = self.reading;
        let end = self.clause_end(at).unwrap_or(at);
        let verbs = reading.document.verbs.partition_point(|verbs| verbs.tokens.start < at);
        let inside = reading.document.verbs.get(verbs).is_some_and(|verbs| verbs.tokens.end <= end);
        end >= at + 6 && inside && !reading.is_quoted(at) && reading.phrase_from(at).is_some()
    }

    /// The clause that begins at a token, up to the end of the sentence or what cuts it off.
    fn clause(&self, start: usize) -> Option<Range<usize>> {
        let end = self.clause_end(start)?;
        (end > start).then_some(start..end)
    }

    fn clause_end(&self, start: usize) -> Option<usize> {
        let reading = self.reading;
        let mut end = self.ceiling();
        // What no sentence of a newspaper reaches is not looked through.
        let limit = self.ceiling().min(start.saturating_add(CLAUSE));
        end = end.min(limit);
        for token in start..limit {
            if reading.is_quoted(token) {
                continue;
            }
            let cuts = reading.document.is_mark(token, ';')
                || reading.document.is_mark(token, ':') && token + 1 < self.ceiling() && reading.is_quoted(token + 1)
                || reading.is_comma(token) && self.adds(token + 1)
                || token > start + 1
                    && matches!(reading.lower(token), "which" | "who" | "whose")
                    && (reading.is_quoted(token - 1) || reading.is_comma(token - 1) && reading.is_quoted(token - 2));
            if cuts {
                end = token;
                break;
            }
        }
        while end > start && !reading.is_quoted(end - 1) && (reading.is_stop(end - 1) || reading.is_comma(end - 1)) {
            let bracket = reading.document.is_mark(end - 1, ')') || reading.document.is_mark(end - 1, ']');
            if bracket {
                break;
            }
            end -= 1;
        }
        (end > start).then_some(end)
    }

    /// `adding`, `with the mayor stating`
    fn adds(&self, at: usize) -> bool {
        let reading = self.reading;
        let verb = match reading.lower(at) {
            "with" => match reading.phrase_from(at + 1) {
                Some(phrase) => phrase.end,
                None => return false,
            },
            _ => at,
        };
        reading.tag(verb) == Tag::Gerund
            && cue::verb(reading.lower(verb)).is_some_and(|verb| !verb.takes(Frame::Doubtful))
    }

    /// Adds what stands behind cue and subject to the area.
    fn behind(&self, saying: &mut Saying, behind: usize) {
        let mut at = behind;
        if let Some(told) = cue::verb(self.reading.lower(saying.cue.start))
            .filter(|verb| verb.takes(Frame::Addressee) && saying.told.is_empty())
            .and_then(|_| self.addressee(at))
        {
            at = told.end;
            saying.told.push(told);
        }
        let end = self.reading.behind_adjuncts(at, self.ceiling());
        self.told_to(saying, at..end);
        self.told_before(saying);
        saying.area.end = saying.area.end.max(end);
    }

    /// The first token of the clause before a trailing cue.
    fn clause_start(&self) -> usize {
        let mut start = self.floor();
        if self.reading.document.tokens.get(start).is_some_and(|token| token.capitals) {
            // `GENEVA (AP) — At least`: where it was written is no part of it.
            let dash = (start + 1..self.ceiling().min(start + 9))
                .find(|token| ['—', '–', '-'].iter().any(|dash| self.reading.document.is_mark(*token, *dash)));
            start = dash
                .filter(|dash| self.reading.document.tokens.get(*dash).is_some_and(|dash| dash.spaced))
                .map_or(start, |dash| dash + 1);
        }
        if matches!(
            self.reading.lower(start),
            "but" | "and" | "so" | "however" | "meanwhile" | "still" | "yet" | "also"
        ) {
            start += 1;
            if self.reading.is_comma(start) {
                start += 1;
            }
        }
        start
    }

    /// Words before the cue: `C, the mayor said`; on both sides: `C, the mayor said, C`; behind `as`.
    fn trailing(&self, saying: &mut Saying) {
        let reading = self.reading;
        let start = self.clause_start();
        let mut before = saying.area.start;
        let as_said = before > self.floor() && reading.lower(before - 1) == "as";
        if as_said {
            before -= 1;
            saying.area.start = before;
        }
        if before <= start {
            if reading.is_comma(saying.area.end) && as_said {
                saying.words = self.clause(self.behind_name(saying.area.end) + 1);
                saying.rule = "quotes:as-said";
            }
            return;
        }
        if !reading.is_comma(before - 1)
            && !reading.is_quoted(before - 1)
            && !as_said
            && saying.rule != "quotes:according-to"
        {
            return;
        }
        let end = if reading.is_comma(before - 1) { before - 1 } else { before };
        let mut words = start..end;
        let verb_in_front = reading.has_finite(words.clone());
        let at = saying.area.end;
        let ends = at >= self.ceiling()
            || reading.is_comma(at)
            || reading.is_stop(at)
            || reading.is_quoted(at)
            || matches!(reading.lower(at), "and" | "but" | "while" | "as" | "when" | "after" | "though");
        if !ends && saying.rule == "quotes:trailing" {
            return;
        }
        let rest = || self.clause_end(at + 1).is_some_and(|end| reading.has_finite(at + 1..end));
        let goes_on = reading.is_comma(saying.area.end)
            && saying.area.end + 1 < self.ceiling()
            && !reading.is_quoted(saying.area.end + 1)
            && (!verb_in_front && rest() || self.starts_with_verb(saying.area.end + 1));
        if goes_on {
            words.end = self.clause_end(saying.area.end + 1).unwrap_or(words.end);
            saying.rule = "quotes:inserted";
        }
        if reading.has_finite(words.clone()) && !self.is_all_quoted(&words) && self.is_main(&words) {
            saying.words = Some(words);
        }
    }

    /// Whether words are more than a clause that hangs on the cue's: `Asked whether he would go, the mayor said`.
    fn is_main(&self, words: &Range<usize>) -> bool {
        let hangs =
            matches!(self.reading.tag(words.start), Tag::Participle | Tag::Gerund | Tag::Past | Tag::Subordinator)
                || matches!(
                    self.reading.lower(words.start),
                    "when" | "if" | "after" | "before" | "while" | "as" | "since"
                );
        !hangs || words.clone().take(CLAUSE).any(|token| self.reading.is_comma(token) && !self.reading.is_quoted(token))
    }

    fn starts_with_verb(&self, at: usize) -> bool {
        self.reading.first_finite(at..(at + 4).min(self.ceiling())).is_some_and(|verbs| verbs.start == at)
    }

    /// `According to the coach, Jane Doe, C`: the comma behind the name.
    fn behind_name(&self, comma: usize) -> usize {
        let reading = self.reading;
        let next = (comma + 1..self.ceiling().min(comma + 1 + REACH / 2)).find(|token| reading.is_comma(*token));
        let Some(next) = next else { return comma };
        let phrase = reading.phrase_from(comma + 1);
        let is_name = phrase.is_some_and(|phrase| {
            let named = reading.document.tokens.get(reading.head(&phrase)).is_some_and(|token| token.capital);
            let described = reading.is_person(reading.head(&phrase)) && reading.tag(phrase.start) == Tag::Determiner;
            (named || described) && !reading.is_time(reading.head(&phrase))
        });
        if is_name && !reading.has_finite(comma + 1..next) { next } else { comma }
    }

    fn is_all_quoted(&self, words: &Range<usize>) -> bool {
        let mut free = words.clone().filter(|token| !self.reading.is_quoted(*token) && !self.reading.is_comma(*token));
        free.next().is_none()
    }

    fn according(&mut self, token: usize) -> Option<Saying> {
        let speaker = self.reading.nominal_from(token + 2, self.ceiling())?;
        let head = self.reading.head(&speaker);
        if matches!(
            self.reading.lower(head),
            "plan"
                | "plans"
                | "schedule"
                | "custom"
                | "customs"
                | "need"
                | "needs"
                | "taste"
                | "size"
                | "age"
                | "law"
                | "laws"
                | "rule"
                | "rules"
                | "tradition"
                | "standards"
                | "standard"
                | "criteria"
                | "principle"
                | "principles"
                | "ability"
                | "procedure"
                | "procedures"
                | "protocol"
                | "wishes"
                | "me"
                | "us"
                | "you"
                | "this"
                | "that"
                | "it"
        ) {
            self.refuse(token, "quotes:according-to-rule");
            return None;
        }
        let mut saying = Saying {
            sentence: self.at,
            cue: token..token + 2,
            class: CueClass::Report,
            told: Vec::new(),
            through: Vec::new(),
            area: token..speaker.end,
            speaker: Some(speaker),
            words: None,
            reported: true,
            quotes: true,
            rule: "quotes:according-to",
        };
        if let Some(noun) = cue::noun(self.reading.lower(head)) {
            saying.class = noun.class;
        }
        let before = token.checked_sub(1).filter(|before| *before >= self.floor());
        let front = token <= self.clause_start()
            || before.is_some_and(|before| {
                matches!(self.reading.lower(before), "that" | "and" | "but" | "because" | "where" | "while" | "when")
            });
        saying.area.end = self.reading.behind_adjuncts(saying.area.end, self.ceiling());
        if !front {
            self.trailing(&mut saying);
        } else if self.reading.is_comma(saying.area.end) {
            saying.words = self.clause(self.behind_name(saying.area.end) + 1);
        } else if self.starts_clause(saying.area.end) {
            saying.words = self.clause(saying.area.end);
        }
        Some(saying)
    }

    /// `reportedly`: somebody says so.
    fn adverb(&mut self, token: usize) -> Option<Saying> {
        let words = self.clause(self.clause_start())?;
        let covered = self
            .found
            .iter()
            .rev()
            .take(NEAR)
            .filter_map(|saying| saying.words.as_ref())
            .any(|words| words.contains(&token));
        if covered || !self.reading.has_finite(words.clone()) {
            return None;
        }
        let class = if self.reading.lower(token) == "reportedly" { CueClass::Report } else { CueClass::Claim };
        Some(Saying {
            sentence: self.at,
            cue: token..token + 1,
            class,
            speaker: None,
            told: Vec::new(),
            through: Vec::new(),
            area: token..token + 1,
            words: Some(words),
            reported: true,
            quotes: false,
            rule: "quotes:adverb",
        })
    }

    /// `claims by the mayor that C`, `the mayor’s claim that C`
    fn noun(&mut self, that: usize) -> Option<Saying> {
        let reading = self.reading;
        let whole = reading.nominal_to(that, self.floor())?;
        if let Some(saying) = self.verb_as_noun(&whole, that) {
            return Some(saying);
        }
        let mut head = None;
        for token in whole.clone().rev() {
            let noun = reading.tag(token).is_noun().then(|| cue::noun(reading.lower(token))).flatten();
            if let Some(noun) = noun.filter(|noun| noun.takes_clause) {
                head = Some((token, noun));
                break;
            }
        }
        let (head, noun) = head?;
        let mut speaker = None;
        if head + 1 < that {
            if !matches!(reading.lower(head + 1), "by" | "from" | "of") {
                return None;
            }
            speaker = Some(head + 2..that).filter(|phrase| reading.is_somebody(phrase));
        } else if let Some(end) = (whole.start..head).rev().find(|token| reading.tag(*token) == Tag::Possessive) {
            // `his claim` is one token, `the mayor’s` ends with one.
            let start = reading.phrase_from(whole.start)?.start;
            let owner = if end == start { start..end + 1 } else { start..end };
            let known = end == start || reading.is_somebody(&owner) && !reading.is_time(reading.head(&owner));
            speaker = known.then_some(owner);
        }
        let verb = self
            .found
            .iter()
            .rev()
            .take(NEAR)
            .find(|saying| saying.words.as_ref().is_some_and(|words| !saying.reported && words.contains(&head)));
        let (speaker, class) = match (speaker, verb) {
            (_, Some(verb)) => (verb.speaker.clone(), verb.class),
            (Some(speaker), None) => (Some(speaker), noun.class),
            (None, None) => return None,
        };
        let mut words = self.clause(that + 1).filter(|words| reading.has_finite(words.clone()))?;
        let verb_in_front = reading.has_finite(self.floor()..whole.start);
        if !verb_in_front {
            // `claims that … | were rejected`: the last verb is the article's.
            let last =
                reading.last_finite(words.end, words.start).filter(|last| reading.has_verb(words.start..last.start));
            words.end = last.map_or(words.end, |last| last.start);
        }
        Some(Saying {
            sentence: self.at,
            cue: head..head + 1,
            class,
            speaker,
            told: Vec::new(),
            through: Vec::new(),
            area: whole.start..that + 1,
            words: Some(words),
            reported: true,
            quotes: true,
            rule: "quotes:noun-that",
        })
    }

    /// `Aid workers fear that C`, where the tagger took the verb for a noun.
    fn verb_as_noun(&mut self, whole: &Range<usize>, that: usize) -> Option<Saying> {
        let reading = self.reading;
        let head = that - 1;
        let before = head.checked_sub(1).filter(|before| *before >= whole.start)?;
        let verb = cue::verb(reading.lower(head)).filter(|verb| verb.takes(Frame::That))?;
        let third = reading.lower(head).ends_with('s');
        let fits = match reading.tag(before) {
            Tag::Plural => !third,
            Tag::Noun | Tag::Proper => third || verb.lemma == "forecast",
            _ => false,
        };
        let subject = whole.start..head;
        if !fits || !reading.is_somebody(&(before..head)) {
            return None;
        }
        Some(Saying {
            sentence: self.at,
            cue: head..that,
            class: verb.class,
            area: subject.start..that,
            speaker: Some(subject),
            told: Vec::new(),
            through: Vec::new(),
            words: self.clause(that + 1),
            reported: true,
            quotes: true,
            rule: "quotes:that",
        })
    }

    /// `The mayor was quoted by the paper as saying C`, `The paper quoted the mayor as saying C`
    fn quoted_as(&mut self, group: &VerbGroup) -> Option<Saying> {
        let reading = self.reading;
        if !matches!(reading.lower(group.head), "quoted" | "quotes" | "cited" | "cites" | "quoting" | "citing") {
            return None;
        }
        let limit = (group.tokens.end + REACH / 3).min(self.ceiling());
        let says = |token: usize| matches!(reading.lower(token), "saying" | "telling" | "stating" | "adding");
        let saying = (group.tokens.end..limit).find(|token| reading.lower(*token) == "as" && says(*token + 1))? + 1;
        let before = reading.before_adverbs(group.tokens.start, self.floor());
        let subject = self.subject_before(before, group.finite, 0).map(|(phrase, _)| phrase);
        let mut through = Vec::new();
        let speaker = if group.passive {
            if reading.lower(group.tokens.end) == "by" {
                through.extend(reading.nominal_from(group.tokens.end + 1, saying));
            }
            subject.clone()?
        } else {
            through.extend(subject.clone());
            reading.nominal_from(group.tokens.end, saying)?
        };
        let start = subject.map_or(group.tokens.start, |subject| subject.start.min(group.tokens.start));
        let mut end = saying + 1;
        if reading.lower(saying) == "telling" {
            end = self.addressee(end).map_or(end, |told| told.end);
        }
        let end = reading.behind_adjuncts(end, self.ceiling());
        let first = if reading.lower(end) == "that" { end + 1 } else { end };
        Some(Saying {
            sentence: self.at,
            cue: group.head..saying + 1,
            class: CueClass::Say,
            speaker: Some(speaker),
            told: Vec::new(),
            through,
            area: start..end,
            words: self.clause(first),
            reported: true,
            quotes: true,
            rule: "quotes:quoted-as",
        })
    }
}
