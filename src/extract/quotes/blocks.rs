//! Speech that is set off as blocks and stands in no quotation marks.
//!
//! | begins with | ends before |
//! |---|---|
//! | a paragraph that ends with a cue and a colon: `Here’s what X told Y:` `X said the following:` | a line that names a source; a paragraph that reports of the same speaker; the end |
//! | a label at the head of a paragraph, where several follow another: `Q:` `A:` `**Jane Doe:**` | the next label |
//! | what stands behind a question in bold, where several follow another in an interview | the next question |
//! | what stands behind a question in a paragraph of its own, below a line that says who was spoken to | the next question; a paragraph that reports of the same speaker |

use super::clause::Reading;
use super::direct::{Direct, From};
use super::marks;
use super::saying::Saying;
use crate::extract::{Document, Tag, TokenKind};
use crate::lexicon::person;
use core::ops::Range;

/// Labels at the head of a line that no speech has.
const NOTES: [&str; 16] = [
    "advertisement",
    "also",
    "caption",
    "contact",
    "credit",
    "editing",
    "editor",
    "image",
    "note",
    "photo",
    "picture",
    "read",
    "related",
    "reporting",
    "source",
    "via",
];

/// How many paragraphs above the first question tell who answers.
const ABOVE: usize = 6;

/// The longest speech, in paragraphs.
const SPEECH: usize = 400;

/// Finds speech in blocks.
pub(super) fn blocks(reading: &Reading<'_, '_>, sayings: &[Saying], persons: &[Range<usize>]) -> Vec<Direct> {
    let blocks = marks::blocks(reading.document);
    let mut found = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        if let Some((direct, next)) = introduced(reading, sayings, &blocks, at) {
            found.push(direct);
            at = next;
        } else if let Some((mut speeches, next)) = interview(reading, persons, &blocks, at) {
            found.append(&mut speeches);
            at = next;
        } else if let Some((mut answers, next)) = asked(reading, persons, &blocks, at) {
            found.append(&mut answers);
            at = next;
        } else if let Some((mut answers, next)) = answered(reading, persons, &blocks, at) {
            found.append(&mut answers);
            at = next;
        } else {
            at += 1;
        }
    }
    found
}

/// Speech behind a paragraph that introduces it.
fn introduced(
    reading: &Reading<'_, '_>,
    sayings: &[Saying],
    blocks: &[Range<usize>],
    at: usize,
) -> Option<(Direct, usize)> {
    let document = reading.document;
    let last = blocks.get(at)?.end.checked_sub(1)?;
    if !document.is_mark(last, ':') || !document.in_paragraph(blocks.get(at)?.start) {
        return None;
    }
    let sentence = document.sentence_of(last);
    let end = sayings.partition_point(|saying| saying.sentence <= sentence);
    let saying = end.checked_sub(1).filter(|saying| sayings[*saying].sentence == sentence)?;
    let first = blocks.get(at + 1)?.start;
    if reading.is_quoted(first) || !document.in_paragraph(first) {
        return None;
    }
    let strong = document.sentences[sentence].tokens.clone().any(|token| {
        matches!(document.lower(token), "here" | "here's" | "following" | "full" | "own" | "transcript" | "verbatim")
    });
    let stop = (at + 1..blocks.len().min(at + SPEECH))
        .find(|block| ends_speech(reading, sayings, &blocks[*block], &sayings[saying]))
        .unwrap_or(blocks.len().min(at + SPEECH));
    let speaks = strong || (at + 1..stop.min(at + 3)).any(|block| has_first_person(document, &blocks[block]));
    if stop <= at + 1 || !speaks {
        return None;
    }
    let tokens = first..blocks[stop - 1].end;
    Some((Direct { tokens, from: From::Saying(saying), rule: "quotes:block" }, stop))
}

/// Whether a block is no part of the speech before it.
fn ends_speech(reading: &Reading<'_, '_>, sayings: &[Saying], block: &Range<usize>, of: &Saying) -> bool {
    let document = reading.document;
    if !document.in_paragraph(block.start) || is_note(document, block) {
        return true;
    }
    if has_first_person(document, block) {
        return false;
    }
    let name = of.speaker.clone().and_then(|speaker| speaker.rev().find(|token| document.tokens[*token].capital));
    let name = name.map(|name| document.written(name));
    let named = name.is_some_and(|name| {
        block.clone().any(|token| document.tokens[token].capital && document.written(token) == name)
    });
    let start = sayings.partition_point(|saying| saying.area.start < block.start);
    let reports = sayings[start..].iter().take_while(|saying| saying.area.start < block.end).any(|saying| {
        let speaker = saying.speaker.clone().unwrap_or_default();
        let mut words = speaker.clone().map(|token| document.written(token));
        speaker.len() == 1 && matches!(document.lower(speaker.start), "he" | "she")
            || name.is_some_and(|name| words.any(|word| word == name))
    });
    named || reports
}

/// `Source: …`, `Photo: …`
fn is_note(document: &Document<'_>, block: &Range<usize>) -> bool {
    let label = (block.start..block.end.min(block.start + 4)).find(|token| document.is_mark(*token, ':'));
    label.is_some() && NOTES.binary_search(&document.lower(block.start)).is_ok()
}

/// Whether somebody speaks of themselves in a block, or to somebody.
fn has_first_person(document: &Document<'_>, block: &Range<usize>) -> bool {
    block.clone().any(|token| {
        matches!(document.tag(token), Tag::Pronoun | Tag::Possessive | Tag::Determiner | Tag::Other | Tag::Noun)
            && person(document.lower(token)).is_some_and(|person| person.person < 3)
            || matches!(
                document.lower(token),
                "i'm" | "i've" | "i'll" | "i'd" | "we're" | "we've" | "we'll" | "we'd" | "you're" | "you've"
            )
    })
}

/// Where the paragraphs end that may be turns of an interview.
fn turns(document: &Document<'_>, blocks: &[Range<usize>], at: usize) -> usize {
    let is_turn = |block: &Range<usize>| document.in_paragraph(block.start) && !is_note(document, block);
    at + blocks.iter().skip(at).take_while(|block| is_turn(block)).count()
}

/// Questions and answers behind labels.
fn interview(
    reading: &Reading<'_, '_>,
    persons: &[Range<usize>],
    blocks: &[Range<usize>],
    at: usize,
) -> Option<(Vec<Direct>, usize)> {
    let document = reading.document;
    label(document, blocks.get(at)?)?;
    let mut labelled = 0;
    let mut found: Vec<Direct> = Vec::new();
    let mut next = at;
    let mut loose = 0;
    let end = turns(document, blocks, at);
    while next < end {
        match label(document, &blocks[next]) {
            Some((name, colon)) => {
                labelled += 1;
                loose = 0;
                // A question that a paper asks in its own name, or in bold.
                let bold = document.is_mark(blocks[next].start, '*');
                let asks = matches!(document.lower(name.start), "q" | "question")
                    || is_question(document, &blocks[next])
                        && (bold || document.lower(name.start) != "a" && !is_person(persons, &name));
                let start = past_stars(document, colon + 1);
                if !asks && start < blocks[next].end {
                    let from = match document.lower(name.start) {
                        "a" | "answer" => interviewed(reading, persons, at, blocks),
                        _ => From::Phrase(name),
                    };
                    found.push(Direct { tokens: start..blocks[next].end, from, rule: "quotes:labelled" });
                }
            }
            None if has_first_person(document, &blocks[next]) && loose < 3 => {
                loose += 1;
                if let Some(last) = found.last_mut() {
                    last.tokens.end = blocks[next].end;
                }
            }
            None => break,
        }
        next += 1;
    }
    (labelled >= 3 && !found.is_empty()).then_some((found, next))
}

/// The label at the head of a block, `Q:`, `**Jane Doe:**`, and its colon.
fn label(document: &Document<'_>, block: &Range<usize>) -> Option<(Range<usize>, usize)> {
    let start = past_stars(document, block.start);
    let colon = (start + 1..block.end.min(start + 6)).find(|token| document.is_mark(*token, ':'))?;
    let name = start..(start..colon).rev().find(|token| !document.is_mark(*token, '*'))? + 1;
    let capital =
        |token: usize| document.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Word && token.capital);
    (name.clone().all(capital) && colon + 1 < block.end && NOTES.binary_search(&document.lower(start)).is_err())
        .then_some((name, colon))
}

/// Questions in bold, with what answers each of them.
fn asked(
    reading: &Reading<'_, '_>,
    persons: &[Range<usize>],
    blocks: &[Range<usize>],
    at: usize,
) -> Option<(Vec<Direct>, usize)> {
    let document = reading.document;
    let bold = |block: &Range<usize>| document.is_mark(block.start, '*') && is_question(document, block);
    blocks.get(at).filter(|block| bold(block))?;
    let mut found: Vec<Direct> = Vec::new();
    let next = turns(document, blocks, at);
    for turn in at..next {
        let block = &blocks[turn];
        if !bold(block) && !document.is_mark(block.start, '*') {
            if bold(&blocks[turn - 1]) {
                let from = interviewed(reading, persons, at, blocks);
                found.push(Direct { tokens: block.clone(), from, rule: "quotes:answer" });
            } else if let Some(last) = found.last_mut() {
                last.tokens.end = block.end;
            }
        }
    }
    (found.len() >= 2).then_some((found, next))
}

/// No question of an interview is longer, in tokens.
const QUESTION: usize = 60;

/// Questions in paragraphs of their own, unmarked, with what answers each of them, where the lines above say that
/// somebody was spoken to. Where each question has one answer, a single sentence in the place of a question is one
/// without its mark: `Some say you came too late.`
fn answered(
    reading: &Reading<'_, '_>,
    persons: &[Range<usize>],
    blocks: &[Range<usize>],
    at: usize,
) -> Option<(Vec<Direct>, usize)> {
    let document = reading.document;
    let plain = |block: &Range<usize>| document.in_paragraph(block.start) && !reading.is_quoted(block.start);
    let asks = |block: &Range<usize>| block.len() < QUESTION && is_question(document, block) && plain(block);
    let above = blocks[at.saturating_sub(ABOVE)].start..blocks.get(at).filter(|block| asks(block))?.start;
    let meets = |token: usize| is_talk(document.lower(token)) && !reading.is_quoted(token);
    if !above.clone().any(meets) {
        return None;
    }
    let end = (at..blocks.len().min(at + SPEECH)).find(|block| !plain(&blocks[*block])).unwrap_or(blocks.len());
    let questions: Vec<usize> = (at..end).filter(|block| asks(&blocks[*block])).collect();
    let last = *questions.last()?;
    let turns = questions.iter().all(|question| (question - at).is_multiple_of(2))
        && (at..last).step_by(2).all(|block| {
            let of = &blocks[block];
            let one = document.sentence_of(of.start) == document.sentence_of(of.end - 1);
            asks(of) || of.len() < QUESTION && one
        });
    if questions.len() < 3 || questions.windows(2).any(|pair| pair[1] == pair[0] + 1) || last + 1 >= end {
        return None;
    }
    let asked = |block: usize| if turns { (block - at).is_multiple_of(2) } else { asks(&blocks[block]) };
    let mut found: Vec<Direct> = Vec::new();
    let mut next = at + 1;
    while next < end {
        let block = &blocks[next];
        if next > last + 1 && (!has_first_person(document, block) || is_note(document, block)) {
            break;
        }
        if next > last || !asked(next) {
            match found.last_mut().filter(|_| next > last + 1 || !asked(next - 1)) {
                Some(answer) => answer.tokens.end = block.end,
                None => {
                    let from = interviewed(reading, persons, at, blocks);
                    found.push(Direct { tokens: block.clone(), from, rule: "quotes:answer" });
                }
            }
        }
        next += 1;
    }
    // An explainer asks, too, but nobody, and answers in nobody's name.
    let addressed = questions.iter().any(|question| has_first_person(document, &blocks[*question]));
    let speaks = |answer: &&Direct| {
        answer.tokens.clone().any(|token| !reading.is_quoted(token) && has_first_person(document, &(token..token + 1)))
    };
    (addressed || found.iter().filter(speaks).count() * 2 > found.len()).then_some((found, next))
}

/// Whether a word, in lower case, tells that somebody is spoken to.
fn is_talk(lower: &str) -> bool {
    matches!(
        lower,
        "spoke" | "speaks" | "talked" | "talks" | "interview" | "interviewed" | "conversation" | "asked" | "met"
    )
}

/// The first token from this one on that is no star of bold print.
fn past_stars(document: &Document<'_>, mut token: usize) -> usize {
    while document.is_mark(token, '*') {
        token += 1;
    }
    token
}

/// Whether some tokens name a person.
fn is_person(persons: &[Range<usize>], name: &Range<usize>) -> bool {
    let at = persons.partition_point(|person| person.end <= name.start);
    persons.get(at).is_some_and(|person| person.start < name.end)
}

/// Whether a block ends with a question mark, in bold or not.
fn is_question(document: &Document<'_>, block: &Range<usize>) -> bool {
    let last = block.clone().rev().find(|token| !document.is_mark(*token, '*'));
    last.is_some_and(|last| document.is_mark(last, '?'))
}

/// Who answers: the person named before the first question as somebody who was spoken to, or else the first that is
/// named there: `Jane Doe is a nurse. She spoke to the Morning Post.`
fn interviewed(reading: &Reading<'_, '_>, persons: &[Range<usize>], at: usize, blocks: &[Range<usize>]) -> From {
    let (start, end) = (blocks[at.saturating_sub(ABOVE)].start, blocks[at].start);
    let named =
        persons.partition_point(|person| person.start < start)..persons.partition_point(|person| person.start < end);
    let named = &persons[named];
    let spoken_to = named.iter().rev().find(|person| {
        let before = person.start.checked_sub(1).map_or("", |before| reading.lower(before));
        // `She spoke to Juan Mora`: she is the one who answers, and he asks.
        let hers = person.start >= 3 && matches!(reading.lower(person.start - 3), "he" | "she" | "they");
        matches!(before, "to" | "with" | "interviewed" | "asked") && !hers
    });
    spoken_to.or(named.first()).cloned().map_or(From::Nobody, From::Phrase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_sorted() {
        assert!(NOTES.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
