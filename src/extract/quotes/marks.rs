//! Pairs quotation marks: which opens, which closes, what stands within what.
//!
//! | marks | read as |
//! |---|---|
//! | `“…”` `‘…’` `«…»` `‹…›` `„…“` `»…«` | a pair |
//! | `"…"` `'…'` | a pair, told apart by the spaces around them |
//! | `’90s` `'em` `the miners’ wives` | no quotation marks |
//! | `“… ¶ “… ¶ “…”` | one pair: the opening mark is repeated, the closing one stands at the last paragraph |
//! | `“… ¶` | ends with its paragraph, where the next one neither repeats nor closes it |
//! | `‘… ¶` | no pair: what looks like the opening mark was an apostrophe |

use crate::extract::{Document, TokenKind};
use crate::order;
use crate::text::Span;
use core::ops::Range;

/// Deeper quotations than this are not looked for.
const DEPTH: usize = 4;

/// Words that begin with an apostrophe of their own.
const ELIDED: [&str; 10] = ["bout", "cause", "em", "n", "round", "s", "til", "tis", "twas", "un"];

/// Words between a pair of quotation marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Quoted {
    /// Its tokens, with both marks.
    pub(super) tokens: Range<usize>,
    /// Whether it ends with a closing mark.
    pub(super) closed: bool,
    /// How many others it stands in.
    pub(super) depth: usize,
}

impl Quoted {
    /// The tokens between the marks.
    pub(super) fn inner(&self) -> Range<usize> {
        let end = if self.closed { self.tokens.end - 1 } else { self.tokens.end };
        self.tokens.start + 1..end.max(self.tokens.start + 1)
    }

    /// Where it stands.
    pub(super) fn span(&self, document: &Document<'_>) -> Span {
        document.span_of(self.tokens.clone())
    }
}

/// A shape of quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Double,
    StraightDouble,
    Single,
    StraightSingle,
    Angle,
    ReversedAngle,
    SingleAngle,
    Low,
}

impl Shape {
    /// Whether an apostrophe is never mistaken for it.
    fn is_sure(self) -> bool {
        !matches!(self, Self::Single | Self::StraightSingle)
    }
}

/// What a mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Opens(Shape),
    Closes(Shape),
}

/// A mark that waits to be closed.
#[derive(Clone, Copy, Debug)]
struct Open {
    shape: Shape,
    token: usize,
    /// An apostrophe behind an s that could close it: `‘They are our boys’ he said`.
    possessive: Option<usize>,
}

/// All pairs of a document, in the order of their opening marks.
pub(super) fn pairs(document: &Document<'_>) -> Vec<Quoted> {
    let mut pairing = Pairing { document, open: Vec::new(), found: Vec::new() };
    let blocks = blocks(document);
    for (at, block) in blocks.iter().enumerate() {
        let repeated = pairing.open.first().is_some_and(|open| pairing.opens_with(block.start, open.shape));
        for token in block.start + usize::from(repeated)..block.end {
            pairing.take(token, block);
        }
        pairing.end_block(block, blocks.get(at + 1));
    }
    order::by_key(&mut pairing.found, |quoted| quoted.tokens.start as u64);
    pairing.found
}

/// The tokens of each block, in order.
pub(super) fn blocks(document: &Document<'_>) -> Vec<Range<usize>> {
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let mut last = usize::MAX;
    for sentence in &document.sentences {
        match blocks.last_mut() {
            Some(block) if last == sentence.block => block.end = sentence.tokens.end,
            _ => blocks.push(sentence.tokens.clone()),
        }
        last = sentence.block;
    }
    blocks
}

struct Pairing<'d, 't> {
    document: &'d Document<'t>,
    open: Vec<Open>,
    found: Vec<Quoted>,
}

impl Pairing<'_, '_> {
    /// Takes one token.
    fn take(&mut self, token: usize, block: &Range<usize>) {
        let Some(of) = self.document.tokens.get(token) else { return };
        let TokenKind::Mark(mark) = of.kind else {
            let bare = of.kind == TokenKind::Possessive && !self.document.lower(token).ends_with('s');
            if let Some(open) = self.open.last_mut().filter(|open| bare && !open.shape.is_sure()) {
                open.possessive = open.possessive.or(Some(token));
            }
            return;
        };
        match self.act(token, mark, block) {
            Some(Act::Opens(shape)) => self.push(shape, token),
            Some(Act::Closes(shape)) => self.close(shape, token),
            None => {}
        }
    }

    fn push(&mut self, shape: Shape, token: usize) {
        if let Some(at) = self.open.iter().position(|open| open.shape == shape) {
            // A second opening mark of one shape: the first one was never closed.
            self.cut(at, token);
        }
        if self.open.len() < DEPTH {
            self.open.push(Open { shape, token, possessive: None });
        }
    }

    fn close(&mut self, shape: Shape, token: usize) {
        let Some(at) = self.open.iter().rposition(|open| open.shape == shape) else { return };
        let open = self.open[at];
        // What was opened within and is not closed was none.
        self.open.truncate(at);
        self.found.push(Quoted { tokens: open.token..token + 1, closed: true, depth: at });
    }

    /// Ends what is open from `at` on before a token.
    fn cut(&mut self, at: usize, before: usize) {
        let Some(open) = self.open.get(at).copied() else { return };
        self.open.truncate(at);
        if let Some(end) = open.possessive {
            self.found.push(Quoted { tokens: open.token..end + 1, closed: true, depth: at });
        } else if open.shape.is_sure() && before > open.token + 1 {
            self.found.push(Quoted { tokens: open.token..before, closed: false, depth: at });
        }
    }

    fn end_block(&mut self, block: &Range<usize>, next: Option<&Range<usize>>) {
        let goes_on = self.open.first().is_some_and(|open| {
            open.shape.is_sure()
                && next.is_some_and(|next| {
                    self.document.in_paragraph(block.start)
                        && self.document.in_paragraph(next.start)
                        && (self.opens_with(next.start, open.shape) || self.closes_first(next, open.shape))
                })
        });
        if goes_on {
            self.open.truncate(1);
        } else {
            self.cut(0, block.end);
        }
    }

    /// Whether a block's first token repeats the opening mark.
    fn opens_with(&self, token: usize, shape: Shape) -> bool {
        let Some(TokenKind::Mark(mark)) = self.document.tokens.get(token).map(|token| token.kind) else { return false };
        match shape {
            Shape::Double => matches!(mark, '“' | '”'),
            Shape::StraightDouble => mark == '"',
            // French prints the closing one before the paragraphs that go on.
            Shape::Angle | Shape::ReversedAngle => matches!(mark, '«' | '»'),
            Shape::SingleAngle => matches!(mark, '‹' | '›'),
            Shape::Low => mark == '„',
            Shape::Single | Shape::StraightSingle => false,
        }
    }

    /// Whether the first mark of this shape in a block closes.
    fn closes_first(&self, block: &Range<usize>, shape: Shape) -> bool {
        for token in block.clone() {
            let Some(TokenKind::Mark(mark)) = self.document.tokens.get(token).map(|token| token.kind) else { continue };
            match (shape, mark) {
                (Shape::Double, '”') | (Shape::Angle, '»') | (Shape::SingleAngle, '›') => return true,
                (Shape::Double, '“') | (Shape::Angle, '«') | (Shape::SingleAngle, '‹') => return false,
                (Shape::StraightDouble, '"') => return self.looks(token, block) == Some(false),
                (Shape::Low, '“' | '”') | (Shape::ReversedAngle, '«') => return true,
                (Shape::Low, '„') | (Shape::ReversedAngle, '»') => return false,
                _ => {}
            }
        }
        false
    }

    fn is_open(&self, shape: Shape) -> bool {
        self.open.iter().any(|open| open.shape == shape)
    }

    fn act(&self, token: usize, mark: char, block: &Range<usize>) -> Option<Act> {
        let looks = self.looks(token, block);
        Some(match mark {
            '“' if self.is_open(Shape::Low) && looks != Some(true) => Act::Closes(Shape::Low),
            '“' => Act::Opens(Shape::Double),
            '”' if self.is_open(Shape::Low) => Act::Closes(Shape::Low),
            '”' if !self.is_open(Shape::Double) && looks == Some(true) => Act::Opens(Shape::Double),
            '”' => Act::Closes(Shape::Double),
            '„' => Act::Opens(Shape::Low),
            '«' if self.is_open(Shape::ReversedAngle) => Act::Closes(Shape::ReversedAngle),
            '«' => Act::Opens(Shape::Angle),
            '»' if !self.is_open(Shape::Angle) && looks == Some(true) => Act::Opens(Shape::ReversedAngle),
            '»' => Act::Closes(Shape::Angle),
            '‹' => Act::Opens(Shape::SingleAngle),
            '›' => Act::Closes(Shape::SingleAngle),
            '‘' if self.is_elision(token) => return None,
            '‘' => Act::Opens(Shape::Single),
            '’' if self.is_open(Shape::Single) && looks != Some(true) => Act::Closes(Shape::Single),
            '\'' if self.is_open(Shape::StraightSingle) && looks != Some(true) => Act::Closes(Shape::StraightSingle),
            '\'' if looks == Some(true) && !self.is_elision(token) => Act::Opens(Shape::StraightSingle),
            '"' => match looks {
                Some(true) => Act::Opens(Shape::StraightDouble),
                Some(false) => Act::Closes(Shape::StraightDouble),
                None if self.is_open(Shape::StraightDouble) => Act::Closes(Shape::StraightDouble),
                None => Act::Opens(Shape::StraightDouble),
            },
            _ => return None,
        })
    }

    /// Whether a mark looks as if it opened (true) or closed (false), by the spaces around it.
    fn looks(&self, token: usize, block: &Range<usize>) -> Option<bool> {
        let before = token == block.start
            || self.document.tokens.get(token).is_some_and(|token| token.spaced)
            || self.document.tokens.get(token.wrapping_sub(1)).is_some_and(|before| is_opening(before.kind));
        let after = token + 1 >= block.end
            || self.document.tokens.get(token + 1).is_some_and(|next| next.spaced || is_ending(next.kind));
        match (before, after) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        }
    }

    /// Whether an apostrophe stands for letters that were left out: `’90s`, `'em`.
    fn is_elision(&self, token: usize) -> bool {
        self.document.tokens.get(token + 1).is_some_and(|next| {
            !next.spaced
                && (next.kind == TokenKind::Number && self.document.lower(token + 2) == "s"
                    || ELIDED.binary_search(&self.document.lower(token + 1)).is_ok())
        })
    }
}

fn is_opening(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Mark('(' | '[' | '{' | '—' | '–' | '-' | '“' | '‘' | '«' | '"' | '\''))
}

fn is_ending(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Mark(
            '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '—' | '–' | '-' | '”' | '’' | '»' | '"' | '\''
        )
    )
}
