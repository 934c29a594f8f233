//! The finder of quotations: words given as somebody's, and who that is.
//!
//! In this order, since each step reads what those before it found:
//!
//! 1. [`marks`] pairs quotation marks.
//! 2. [`saying`] finds each use of a cue: who speaks, and which words of the sentence are theirs.
//! 3. [`blocks`] finds speech that is set off without marks. What stands in it is no other's.
//! 4. [`direct`] takes pairs of marks that hold somebody's words, and gives them to sayings.
//! 5. [`indirect`] takes the clauses that sayings report.
//! 6. [`lookback`] finds sentences that give what stands before them to somebody.
//! 7. Speakers are found out in the order of the text (`speakers`), so that `He` knows who spoke before.

mod according;
mod adjunct;
mod blocks;
mod clause;
mod cue;
mod direct;
mod indirect;
mod leading;
mod lookback;
mod marks;
mod nested;
mod nominal;
mod noun;
mod passive;
mod saying;
mod somebody;
mod subject;
mod trailing;

use super::speakers::{Known, Speakers};
use super::{Attribution, Cue, Document, EntityKind, Facts, Quote, QuoteKind, Source};
use crate::order;
use clause::Reading;
use core::ops::Range;
use direct::{Direct, From};
use saying::Saying;

pub(in crate::extract) use clause::is_calendar;
pub(super) use cue::{Verb, verb};

/// Whether a noun in lower case is one in which words can be: `statement`, `report`.
pub(super) fn holds_words(lower: &str) -> bool {
    cue::noun(lower).is_some_and(|noun| noun.holds_words)
}

/// Finds the quotes of a document; `known` is who has a name in it.
pub fn find(document: &Document<'_>, known: &Known, facts: &mut Facts) {
    let mut names: Vec<Range<usize>> = known.listed().map(|(tokens, _)| tokens.clone()).collect();
    order::by_key(&mut names, |name| name.end as u64);
    let mut reading = Reading::new(document, marks::pairs(document), names);
    let mut sayings = saying::sayings(&reading, &mut facts.refusals);
    let persons = known.listed().filter(|(_, at)| known.is_person(*at));
    let persons: Vec<Range<usize>> = persons.map(|(tokens, _)| tokens.clone()).collect();
    let speech = blocks::blocks(&reading, &sayings, &persons);
    reading.set_apart(speech.iter().map(|direct| direct.tokens.clone()));
    let mut kept = vec![0; sayings.len()];
    let mut at = 0;
    for (saying, kept) in sayings.iter().zip(&mut kept) {
        *kept = at;
        at += usize::from(!reading.is_apart(saying.cue.start));
    }
    sayings.retain(|saying| !reading.is_apart(saying.cue.start));
    let mut directs = direct::direct(&reading, &sayings, &mut facts.refusals);
    directs.extend(speech.into_iter().map(|direct| match direct.from {
        From::Saying(saying) => Direct { from: From::Saying(kept.get(saying).copied().unwrap_or_default()), ..direct },
        _ => direct,
    }));
    let back = lookback::look_back(&reading);
    let voices = Voices::hear(document, known, &sayings, &directs, &back);
    write(&reading, facts, &sayings, &directs, &back, &voices);
}

/// The chains of sources of all that was found.
struct Voices {
    sayings: Vec<Vec<Source>>,
    /// The ways that the words of each saying went.
    ways: Vec<Vec<Source>>,
    directs: Vec<Vec<Source>>,
    /// The outlets that quote, where no saying does.
    through: Vec<Vec<Source>>,
    back: Vec<Vec<Source>>,
}

/// A phrase that names a speaker, and whose.
enum Of {
    Saying(usize),
    Direct(usize),
    Back(usize),
}

impl Voices {
    /// Asks whom all phrases mean, in the order of the text.
    fn hear(
        document: &Document<'_>,
        known: &Known,
        sayings: &[Saying],
        directs: &[Direct],
        back: &[lookback::LookBack],
    ) -> Self {
        let mut phrases: Vec<(Range<usize>, Of)> = Vec::new();
        for (at, saying) in sayings.iter().enumerate() {
            phrases.extend(saying.speaker.clone().map(|phrase| (phrase, Of::Saying(at))));
        }
        for (at, direct) in directs.iter().enumerate() {
            if let From::Phrase(phrase) | From::Through(phrase, _) = &direct.from {
                phrases.push((phrase.clone(), Of::Direct(at)));
            }
        }
        phrases.extend(back.iter().enumerate().map(|(at, back)| (back.speaker.clone(), Of::Back(at))));
        order::by_key(&mut phrases, |(phrase, _)| phrase.start as u64);
        let mut voices = Self {
            sayings: vec![Vec::new(); sayings.len()],
            ways: vec![Vec::new(); sayings.len()],
            directs: vec![Vec::new(); directs.len()],
            through: vec![Vec::new(); directs.len()],
            back: vec![Vec::new(); back.len()],
        };
        let mut speakers = Speakers::new(document, known);
        // `“Her client is ill,” she said`: who is named in the words does not speak them.
        let mut spoken = vec![0..0; sayings.len()];
        for direct in directs.iter().rev() {
            if let From::Saying(at) = direct.from {
                spoken[at] = direct.tokens.clone();
            }
        }
        for (phrase, of) in phrases {
            let words = match of {
                Of::Saying(at) => sayings[at].words.clone().unwrap_or_else(|| spoken[at].clone()),
                _ => 0..0,
            };
            let chain = speakers.chain(phrase, words);
            match of {
                Of::Saying(at) => {
                    voices.ways[at] = ways(&mut speakers, &sayings[at]);
                    voices.sayings[at] = chain;
                }
                Of::Direct(at) => {
                    if let From::Through(_, outlet) = &directs[at].from {
                        voices.through[at] = speakers.outlet(outlet.clone()).into_iter().collect();
                    }
                    voices.directs[at] = chain;
                }
                Of::Back(at) => voices.back[at] = chain,
            }
        }
        for (at, direct) in directs.iter().enumerate() {
            match direct.from {
                From::Saying(saying) => voices.directs[at] = voices.sayings.get(saying).cloned().unwrap_or_default(),
                From::Same(other) if other < at => voices.directs[at] = voices.directs[other].clone(),
                _ => {}
            }
        }
        voices
    }
}

/// The outlets and reports through which the words of a saying went.
fn ways(speakers: &mut Speakers<'_, '_>, saying: &Saying) -> Vec<Source> {
    let mut ways: Vec<Source> = Vec::new();
    for phrase in &saying.told {
        let outlet = speakers.outlet(phrase.clone());
        ways.extend(outlet.or_else(|| speakers.outlet_behind(phrase.start)));
    }
    for phrase in &saying.through {
        ways.extend(
            speakers.outlet(phrase.clone()).or_else(|| speakers.chain(phrase.clone(), 0..0).into_iter().next()),
        );
    }
    let mut seen: Vec<String> = Vec::new();
    ways.retain(|way| {
        !seen.contains(&way.name) && {
            seen.push(way.name.clone());
            true
        }
    });
    ways
}

/// Writes all of it into the facts.
fn write(
    reading: &Reading<'_, '_>,
    facts: &mut Facts,
    sayings: &[Saying],
    directs: &[Direct],
    back: &[lookback::LookBack],
    voices: &Voices,
) {
    let document = reading.document;
    let cue = |saying: &Saying| Some(Cue { span: document.span_of(saying.cue.clone()), class: saying.class });
    let mut quotes: Vec<Quote> = Vec::new();
    for (at, direct) in directs.iter().enumerate() {
        let saying = saying_of(directs, at);
        let via = saying.map_or(&voices.through[at], |saying| &voices.ways[saying]).clone();
        let mut rules = vec![direct.rule];
        rules.extend(saying.map(|saying| sayings[saying].rule));
        quotes.push(Quote {
            span: document.span_of(direct.tokens.clone()),
            kind: QuoteKind::Direct,
            cue: saying.and_then(|saying| cue(&sayings[saying])),
            speaker: voices.directs[at].first().cloned(),
            via,
            rules,
            by_hand: false,
        });
        attribute(facts, &quotes, &voices.directs[at]);
    }
    for (at, saying) in sayings.iter().enumerate() {
        let Some(words) = saying.words.clone() else { continue };
        match indirect::indirect(reading, saying, &mut facts.refusals) {
            Some(words) => {
                quotes.push(Quote {
                    span: document.span_of(words),
                    kind: QuoteKind::Indirect,
                    cue: cue(saying),
                    speaker: voices.sayings[at].first().cloned(),
                    via: voices.ways[at].clone(),
                    rules: vec![saying.rule],
                    by_hand: false,
                });
                attribute(facts, &quotes, &voices.sayings[at]);
            }
            None if !voices.sayings[at].is_empty() => {
                let mut sources = voices.sayings[at].clone();
                sources.extend(voices.ways[at].iter().cloned());
                facts.attributions.push(Attribution { span: document.span_of(words), sources, rule: saying.rule });
            }
            None => {}
        }
    }
    for (back, sources) in back.iter().zip(&voices.back) {
        facts.attributions.push(Attribution { span: back.words, sources: sources.clone(), rule: "quotes:look-back" });
    }
    order::by_key(&mut quotes, |quote| order::pair(quote.span.start, quote.span.end));
    order::by_key(&mut facts.attributions, |of| order::pair(of.span.start, of.span.end));
    mark_places(facts, &quotes);
    facts.quotes = quotes;
}

/// The saying that a direct quotation belongs to, if need be by an earlier one.
fn saying_of(directs: &[Direct], at: usize) -> Option<usize> {
    match directs.get(at)?.from {
        From::Saying(saying) => Some(saying),
        _ => None,
    }
}

/// Adds the words of the last quotation to what somebody stands behind.
fn attribute(facts: &mut Facts, quotes: &[Quote], chain: &[Source]) {
    let Some(quote) = quotes.last() else { return };
    let sources: Vec<Source> = chain.iter().chain(&quote.via).cloned().collect();
    if !sources.is_empty() {
        let rule = quote.rules.first().copied().unwrap_or_default();
        facts.attributions.push(Attribution { span: quote.span, sources, rule });
    }
}

/// Marks the mentions of places that speak: `Moscow said`.
fn mark_places(facts: &mut Facts, quotes: &[Quote]) {
    for speaker in quotes.iter().filter_map(|quote| quote.speaker.as_ref()) {
        let (Some(entity), Some(span)) = (speaker.entity, speaker.span) else { continue };
        let Some(entity) = facts.entities.get_mut(entity).filter(|entity| entity.kind == EntityKind::Place) else {
            continue;
        };
        let first = entity.mentions.partition_point(|mention| mention.span.start < span.start);
        if let Some(mention) = entity.mentions.get_mut(first).filter(|mention| span.contains(mention.span)) {
            mention.speaks = true;
        }
    }
}
