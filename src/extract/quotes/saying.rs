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

use super::clause::Reading;
use super::cue::{self, Frame, Verb};
use crate::extract::{CueClass, Refusal, Sentence, Tag, VerbGroup};
use crate::order;
use core::ops::Range;

/// The longest clause, in tokens.
pub(super) const CLAUSE: usize = 400;
/// How many sayings before one are asked.
pub(super) const NEAR: usize = 8;

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
        order::by_key(&mut found, |saying| saying.cue.start as u64);
        super::nested::part(reading, &mut found);
        all.append(&mut found);
    }
    all
}

/// Whether a word is nothing but a verb of saying.
fn is_strong(lower: &str) -> bool {
    matches!(lower, "said" | "says" | "told" | "added" | "tells")
}

/// Whether a word may be a cue though no group of verbs has it.
fn may_say(lower: &str) -> bool {
    matches!(lower, "according" | "reportedly" | "allegedly" | "purportedly" | "supposedly" | "that")
        || is_strong(lower)
        || matches!(lower, "points" | "pointed")
}

/// Finds the sayings of one sentence.
pub(super) struct Finder<'r, 'd, 't, 'f> {
    pub(super) reading: &'r Reading<'d, 't>,
    pub(super) at: usize,
    pub(super) sentence: &'r Sentence,
    pub(super) found: Vec<Saying>,
    pub(super) refusals: &'f mut Vec<Refusal>,
}

/// Who speaks, and where that is said.
pub(super) struct Subject {
    pub(super) tokens: Range<usize>,
    /// Where the clause that holds subject and verb begins.
    pub(super) start: usize,
    /// Whether the subject stands behind the verb.
    pub(super) inverted: bool,
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
            let lower = document.lower(token);
            if !may_say(lower) || self.reading.is_quoted(token) {
                continue;
            }
            if let Some(group) = self.strong(token) {
                let saying = self.of_verb(&group);
                self.found.extend(saying);
                continue;
            }
            let saying = match lower {
                "according" if document.lower(token + 1) == "to" => self.according(token),
                "that" => self.noun(token),
                _ => None,
            };
            self.found.extend(saying);
        }
    }

    /// A verb that is nothing but a verb of saying, and that the tagger took for something else.
    fn strong(&self, token: usize) -> Option<VerbGroup> {
        let lower = self.reading.lower(token);
        let known = is_strong(lower) || matches!(lower, "points" | "pointed") && self.reading.lower(token + 1) == "out";
        (known && self.reading.document.verbs_of(token).is_none()).then(|| VerbGroup {
            tokens: token..token + 1,
            head: token,
            finite: true,
            ..VerbGroup::default()
        })
    }

    /// What a token is as a verb of saying.
    fn cue(&self, token: usize) -> Option<&'static Verb> {
        self.reading.document.tokens.get(token)?.says
    }

    pub(super) fn floor(&self) -> usize {
        self.sentence.tokens.start
    }

    pub(super) fn ceiling(&self) -> usize {
        self.sentence.tokens.end
    }

    pub(super) fn refuse(&mut self, token: usize, rule: &'static str) {
        let span = self.reading.document.span_of(token..token + 1);
        self.refusals.push(Refusal { span, rule });
    }

    fn of_verb(&mut self, group: &VerbGroup) -> Option<Saying> {
        let verb = self.cue(group.head).or_else(|| self.is_sure(group))?;
        if let Some(rule) = self.refused(group, verb) {
            self.refuse(group.head, rule);
            return None;
        }
        let sure = self.cue(group.head).is_none();
        if group.passive && !sure {
            return self.passive(group, verb);
        }
        let Some(mut subject) = self.subject(group, verb) else {
            self.refuse(group.head, "quotes:no-subject");
            return None;
        };
        // `a report published last month by the institute put`
        if self.reading.is_time(self.reading.head(&subject.tokens))
            && let Some(by) = subject.tokens.clone().find(|token| self.reading.lower(*token) == "by")
        {
            subject.tokens.start = by + 1;
        }
        if !self.speaks(&subject.tokens, verb) {
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
        if !subject.inverted && self.leading(&mut saying, verb, end) {
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
        if verb.lemma == "speak" && self.reading.lower(group.tokens.end) != "of" {
            return Some("quotes:other-sense");
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
    fn is_sure(&self, group: &VerbGroup) -> Option<&'static Verb> {
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
}
