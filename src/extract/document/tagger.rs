//! Gives each token of a sentence its word class.

use super::{Document, Tag, TokenKind};
use core::ops::Range;

/// Tags the tokens of one sentence.
pub(super) fn tag(document: &mut Document<'_>, tokens: Range<usize>) {
    let first = tokens.start;
    for at in tokens {
        let token = document.tokens[at];
        document.tokens[at].tag = match token.kind {
            TokenKind::Number => Tag::Number,
            TokenKind::Possessive => Tag::Possessive,
            TokenKind::Mark(_) => Tag::Mark,
            TokenKind::Word if token.capital && at > first => Tag::Proper,
            TokenKind::Word => Tag::Noun,
        };
    }
}
