//! What an article says a person or an organisation is: titles and offices before a name, and what stands in apposition
//! to it.
//!
//! | printed | role |
//! |---|---|
//! | the **Malian president**, Amadou Keita, said | `the Malian president` |
//! | **Health Minister** Ana Ruiz | `Health Minister` |
//! | Ana Ruiz, **the country’s health minister**, | `the country’s health minister` |
//! | **president of Mali** Amadou Keita | `president of Mali` |
//! | Ana Ruiz **is the health minister** | `the health minister` |

use super::found::Found;
use crate::extract::{Document, EntityKind, Gender, TokenKind};
use crate::lexicon::{self, About, Class};
use core::ops::Range;

/// How many tokens a role has at most.
const LONGEST: usize = 14;

/// Calls `take` with the tokens of each role that stands beside a name.
pub(super) fn roles(
    document: &Document<'_>,
    name: &Found,
    taken: impl Fn(usize) -> bool,
    mut take: impl FnMut(Range<usize>),
) {
    if !matches!(name.kind, EntityKind::Person | EntityKind::Organisation) {
        return;
    }
    let sentence = document.sentences[name.sentence].tokens.clone();
    let found = [before(document, name, sentence.start, &taken), behind(document, name, sentence.end, &taken)];
    for role in found.into_iter().flatten() {
        if names_role(document, &role, name.kind) {
            take(role);
        }
    }
}

/// A title directly before the name, or a description before it and a comma.
fn before(document: &Document<'_>, name: &Found, start: usize, taken: &impl Fn(usize) -> bool) -> Option<Range<usize>> {
    let mut end = name.tokens.start;
    let comma = end > start && document.is_mark(end - 1, ',');
    if comma {
        end -= 1;
    }
    let mut at = end;
    let least = start.max(end.saturating_sub(LONGEST));
    while at > least && !taken(at - 1) && may_describe(document, at - 1, name.kind) {
        if document.lower(at - 1) == "and" && at - 1 > least && document.tokens[at - 2].capital {
            break;
        }
        at -= 1;
        if opens(document.lower(at)) {
            // `the president of the republic`: an article behind `of` opens no role.
            let of = at > least && document.lower(at - 1) == "of";
            if !of {
                break;
            }
        }
    }
    // A description before a comma must open with an article or a people; else it is the end of something else.
    let opened = at < end && (opens(document.lower(at)) || at == start || document.tokens[at].capital);
    (at < end && (!comma || opened)).then(|| trimmed(document, at..end))
}

/// What stands behind the name between commas, or behind `is` and `was`.
fn behind(document: &Document<'_>, name: &Found, end: usize, taken: &impl Fn(usize) -> bool) -> Option<Range<usize>> {
    let mut start = name.tokens.end;
    let mut closed = false;
    if document.is_mark(start, ',') {
        start += 1;
        closed = true;
    } else if matches!(document.lower(start), "is" | "was" | "became" | "as") && start < end {
        start += 1;
        if !opens(document.lower(start)) {
            return None;
        }
    } else {
        return None;
    }
    if matches!(document.lower(start), "who" | "and" | "which" | "but") {
        return None;
    }
    let limit = end.min(start + LONGEST);
    let mut at = start;
    while at < limit && !taken(at) && may_describe(document, at, name.kind) {
        at += 1;
    }
    let since = document.word(at).is_some_and(|word| word.is_closed() && !word.can_be(Class::Auxiliary));
    let ends = at >= end
        || since
        || matches!(document.tokens[at].kind, TokenKind::Mark(',' | '.' | ';' | ')' | '—' | '–' | '”' | '"'));
    // A list of names goes on behind its comma, and has no article.
    let article =
        opens(document.lower(start)) || is_office(document, start) || is_office(document, at.saturating_sub(1));
    (at > start && (ends || !closed) && article).then_some(start..at)
}

/// Without the words at its beginning that belong to what goes before.
fn trimmed(document: &Document<'_>, mut role: Range<usize>) -> Range<usize> {
    while role.len() > 1
        && matches!(document.lower(role.start), "of" | "at" | "on" | "for" | "and" | "to" | "in" | "'s" | "’s")
    {
        role.start += 1;
    }
    role
}

/// Whether a word opens a description.
fn opens(lower: &str) -> bool {
    matches!(lower, "the" | "a" | "an" | "his" | "her" | "their" | "its" | "our" | "my")
}

/// Whether a token may be a part of a role.
fn may_describe(document: &Document<'_>, token: usize, kind: EntityKind) -> bool {
    let Some(of) = document.tokens.get(token) else { return false };
    let lower = document.lower(token);
    match of.kind {
        TokenKind::Possessive => true,
        TokenKind::Mark('-' | '‑' | '/') => true,
        TokenKind::Number => kind == EntityKind::Person,
        TokenKind::Mark(_) => false,
        TokenKind::Word if of.capital => !matches!(lower, "i"),
        TokenKind::Word => {
            opens(lower)
                || matches!(lower, "of" | "for" | "and" | "to" | "at" | "in" | "on")
                || is_office(document, token)
                || document
                    .word(token)
                    .is_some_and(|word| !word.is_closed() && matches!(word.usual, Class::Noun | Class::Adjective))
        }
    }
}

fn is_office(document: &Document<'_>, token: usize) -> bool {
    document.word(token).is_some_and(|word| word.is_about(About::Person))
        || lexicon::title(document.lower(token)).is_some()
}

/// Whether the words hold one for somebody (or, of an organisation, for several).
fn names_role(document: &Document<'_>, role: &Range<usize>, kind: EntityKind) -> bool {
    let about = if kind == EntityKind::Person { About::Person } else { About::Group };
    role.clone().any(|token| {
        let lower = document.lower(token);
        match kind {
            EntityKind::Person => {
                is_office(document, token) && !lexicon::demonym(lower).is_some_and(|demonym| demonym.is_adjective)
            }
            _ => {
                document.word(token).is_some_and(|word| word.is_about(about))
                    || lexicon::organisation_noun(lower).is_some()
            }
        }
    })
}

/// What the words of a role, or a given name, tell of gender.
pub(super) fn gender(document: &Document<'_>, name: &Found, roles: &[Range<usize>]) -> Option<Gender> {
    let of_role = roles.iter().flat_map(Clone::clone).find_map(|token| of_word(document.lower(token)));
    of_role.or_else(|| {
        let first = document.lower(name.tokens.start);
        let given = lexicon::given_name(first).filter(|_| name.tokens.len() > 1)?;
        match given.gender? {
            lexicon::Gender::Male => Some(Gender::Male),
            lexicon::Gender::Female => Some(Gender::Female),
            lexicon::Gender::Neuter => None,
        }
    })
}

fn of_word(lower: &str) -> Option<Gender> {
    if let Some(title) = super::tables::title(lower) {
        match title.gender {
            Some(lexicon::Gender::Male) => return Some(Gender::Male),
            Some(lexicon::Gender::Female) => return Some(Gender::Female),
            _ => {}
        }
    }
    match lower {
        "man" | "husband" | "father" | "son" | "brother" | "boy" | "uncle" | "grandfather" | "widower"
        | "businessman" => Some(Gender::Male),
        "woman" | "wife" | "mother" | "daughter" | "sister" | "girl" | "aunt" | "grandmother" | "widow"
        | "businesswoman" => Some(Gender::Female),
        _ => None,
    }
}
