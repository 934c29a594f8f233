//! Finds the noun phrases and groups of verbs of a sentence by its tags.

use super::{Document, Phrase, Tag, VerbGroup};
use core::ops::Range;

/// Adds the chunks of one sentence to the document.
pub(super) fn chunk(document: &mut Document<'_>, tokens: Range<usize>) {
    let mut at = tokens.start;
    while at < tokens.end {
        if let Some(group) = verb_group(document, at, tokens.end) {
            at = group.tokens.end;
            document.verbs.push(group);
        } else if let Some(phrase) = noun_phrase(document, at, tokens.end) {
            at = phrase.tokens.end;
            document.phrases.push(phrase);
        } else {
            at += 1;
        }
    }
}

/// The longest chunk, in tokens. A longer one is no phrase but a list without commas, and would be read again from each
/// of its tokens.
const LONGEST: usize = 40;

fn starts_verbs(tag: Tag) -> bool {
    tag.is_finite() || matches!(tag, Tag::Participle | Tag::Gerund | Tag::To)
}

fn verb_group(document: &Document<'_>, start: usize, end: usize) -> Option<VerbGroup> {
    if !starts_verbs(document.tag(start)) {
        return None;
    }
    let mut group = VerbGroup { tokens: start..start, head: start, ..VerbGroup::default() };
    let mut be = false;
    let mut at = start;
    while at < end.min(start + LONGEST) {
        let tag = document.tag(at);
        match tag {
            Tag::Auxiliary => {
                be |= is_be(document.lower(at)) || matches!(document.lower(at), "got" | "get" | "gets");
                group.finite |= !matches!(document.lower(at), "be" | "been" | "being" | "having");
            }
            Tag::Modal => (group.modal, group.finite) = (true, true),
            Tag::To => {
                // `to` opens a group, or goes on behind `have` and `be`; else another group begins.
                if at > start && !matches!(document.tag(at - 1), Tag::Auxiliary) {
                    break;
                }
                group.modal = true;
            }
            Tag::Negation => group.negated = true,
            Tag::Adverb if at > start => {}
            _ if tag.is_verb() => {
                group.finite |= tag.is_finite() && !group.modal;
                group.passive = tag == Tag::Participle && be;
                group.head = at;
                group.tokens.end = at + 1;
                break;
            }
            _ => break,
        }
        at += 1;
        if !matches!(tag, Tag::Adverb | Tag::Negation) {
            group.head = at - 1;
        }
        if tag != Tag::Adverb {
            group.tokens.end = at;
        }
    }
    (group.tokens.end > start && document.tag(group.head) != Tag::To).then_some(group)
}

fn is_be(lower: &str) -> bool {
    matches!(
        lower,
        "be" | "is" | "are" | "was" | "were" | "been" | "being" | "am" | "isn't" | "aren't" | "wasn't" | "weren't"
    )
}

/// `[determiner|possessive] (adverb? adjective | number | participle | noun)* noun`, joined by possessive endings, or a
/// pronoun alone.
fn noun_phrase(document: &Document<'_>, start: usize, end: usize) -> Option<Phrase> {
    if document.tag(start) == Tag::Pronoun {
        return Some(Phrase { tokens: start..start + 1, head: start });
    }
    let mut head = None;
    let mut at = start;
    while at < end.min(start + LONGEST) {
        let tag = document.tag(at);
        let fits = match tag {
            Tag::Determiner => at == start || head.is_none(),
            Tag::Possessive => at == start || head == Some(at - 1) || document.tag(at - 1) == Tag::Determiner,
            Tag::Noun | Tag::Plural | Tag::Proper => true,
            // A number behind the head opens another phrase, but for the years and numbers of names.
            Tag::Adverb => {
                let next = document.tag(at + 1);
                head.is_none() && matches!(next, Tag::Adjective | Tag::Number | Tag::Participle | Tag::Adverb)
            }
            // `foreign and defence ministers`
            Tag::Conjunction => {
                let adjectives = at > start && document.tag(at - 1) == Tag::Adjective;
                head.is_none() && adjectives && matches!(document.tag(at + 1), Tag::Adjective | Tag::Noun)
            }
            // `the Moscow regional court`, but `in Syria last year`
            Tag::Adjective if head.is_some_and(|head| head + 1 == at && document.tag(head) == Tag::Proper) => {
                matches!(document.tag(at + 1), Tag::Noun | Tag::Plural)
                    && !matches!(document.lower(at), "last" | "next" | "early" | "late" | "earlier" | "same" | "more")
            }
            Tag::Adjective | Tag::Number | Tag::Participle | Tag::Gerund => head.is_none_or(|head| head + 1 < at),
            // `42-year-old`, `Franco-German`; signs of money
            Tag::Mark => joins_words(document, at) || matches!(document.written(at), "$" | "€" | "£"),
            _ => false,
        };
        if !fits {
            break;
        }
        if tag.is_noun() {
            head = Some(at);
        } else if tag == Tag::Possessive {
            head = None;
        }
        at += 1;
    }
    let head = head?;
    Some(Phrase { tokens: start..head + 1, head })
}

/// Whether a hyphen joins two words without spaces.
fn joins_words(document: &Document<'_>, at: usize) -> bool {
    let near = |token: usize| document.tokens.get(token).is_some_and(|token| token.is_wordlike());
    let tight = |token: usize| document.tokens.get(token).is_some_and(|token| !token.spaced);
    (document.is_mark(at, '-') || document.is_mark(at, '‑'))
        && at > 0
        && near(at - 1)
        && near(at + 1)
        && tight(at)
        && tight(at + 1)
}
