//! Nationalities, ethnic and religious groups: every word for one, with a capital, that is in no longer name.

use super::found::Found;
use super::spelling::Spelling;
use crate::extract::{Document, EntityKind};
use crate::lexicon;
use crate::order;

/// Adds the peoples that stand outside of the names found so far, and takes what the model mistook for another name.
///
/// | counts | does not |
/// |---|---|
/// | **Chechens**, a **South Korean**, the **Iraqi** army chief | **Iraqi Air Force** (an organisation), Jordan |
pub(super) fn find(document: &Document<'_>, names: &mut Vec<Found>) {
    names.retain(|name| !is_people(document, name));
    let mut found = Vec::new();
    let mut name = 0;
    for (sentence, of) in document.sentences.iter().enumerate() {
        let mut token = of.tokens.start;
        while token < of.tokens.end {
            while names.get(name).is_some_and(|name| name.tokens.end <= token) {
                name += 1;
            }
            let word = &document.tokens[token];
            let taken = names.get(name).is_some_and(|name| name.tokens.contains(&token));
            let length = if word.capital && word.is_wordlike() && !taken {
                people_at(document, token, of.tokens.end)
            } else {
                0
            };
            if length == 0 {
                token += 1;
                continue;
            }
            let tokens = token..token + length;
            token = tokens.end;
            let spelling = Spelling::of(document, tokens.clone());
            found.push(Found { tokens, sentence, kind: EntityKind::People, rule: "names:people", spelling, of: None });
        }
    }
    names.append(&mut found);
    order::by_key(names, |name| order::pair(name.tokens.start as u32, name.tokens.end as u32));
}

/// How many tokens a word for a people takes that begins here.
fn people_at(document: &Document<'_>, token: usize, end: usize) -> usize {
    let words = (token..end.min(token + 4)).map(|token| document.lower(token));
    let Some((length, _)) = lexicon::longest_demonym(words) else { return 0 };
    let tokens = token..(token + length).min(end);
    let capital = tokens.clone().all(|token| document.tokens[token].capital);
    // `Polish` begins a sentence, and may be what one does with shoes.
    let first = document.sentences[document.sentence_of(token)].tokens.start == token;
    let verb = length == 1
        && first
        && lexicon::word(document.lower(token)).is_some_and(|word| word.usual == lexicon::Class::Verb);
    if capital && !verb { tokens.len() } else { 0 }
}

/// Whether a name is a word for a people and no name of a place besides.
fn is_people(document: &Document<'_>, name: &Found) -> bool {
    let words = name.tokens.clone().map(|token| document.lower(token));
    let whole = lexicon::longest_demonym(words).is_some_and(|(length, _)| length == name.tokens.len());
    let single = document.lower(name.tokens.start);
    whole
        && !(name.kind == EntityKind::Person && lexicon::is_surname(single))
        && lexicon::places(single).next().is_none()
}
