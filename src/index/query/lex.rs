//! The pieces that a query falls into.

use crate::text::Span;

/// A piece of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lexeme<'a> {
    pub span: Span,
    pub kind: Piece<'a>,
}

/// What a piece is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Open,
    Close,
    Comma,
    /// `-` right before something.
    Minus,
    Or,
    And,
    Not,
    /// `NEAR`, with what stands behind the slash if there is one.
    Near(Option<&'a str>),
    /// What stands between quotation marks; and whether the closing one is there.
    Quoted(Span, bool),
    /// `in:`, which a place follows, and `title:`: both go before what is searched there.
    In,
    Title,
    /// A field that looks at what is known of an article, with its colon. What stands right behind it is its value.
    Field(Field),
    /// Anything else up to white space, bracket, quotation mark or comma.
    Chunk(&'a str),
}

/// The fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    Outlet,
    Date,
    Year,
    Article,
}

impl Field {
    fn of(name: &str) -> Option<Piece<'static>> {
        const NAMES: [(&str, Piece<'static>); 6] = [
            ("article", Piece::Field(Field::Article)),
            ("date", Piece::Field(Field::Date)),
            ("in", Piece::In),
            ("outlet", Piece::Field(Field::Outlet)),
            ("title", Piece::Title),
            ("year", Piece::Field(Field::Year)),
        ];
        NAMES.into_iter().find(|(known, _)| name.eq_ignore_ascii_case(known)).map(|(_, piece)| piece)
    }
}

/// Double quotation marks of the writing traditions that news is written in. Single ones are apostrophes too, and so none.
fn is_quote(character: char) -> bool {
    matches!(character, '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '＂')
}

/// Cuts a query into its pieces, in order.
pub fn lex(text: &str) -> Vec<Lexeme<'_>> {
    let mut lexer = Lexer { text, at: 0, lexemes: Vec::new() };
    while let Some(next) = lexer.rest().chars().next() {
        lexer.piece(next);
    }
    lexer.lexemes
}

struct Lexer<'a> {
    text: &'a str,
    at: usize,
    lexemes: Vec<Lexeme<'a>>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn push(&mut self, length: usize, kind: Piece<'a>) {
        let span = Span::new(self.at, self.at + length);
        self.at += length;
        self.lexemes.push(Lexeme { span, kind });
    }

    /// Takes the piece that begins with `next`: always at least that character.
    fn piece(&mut self, next: char) {
        match next {
            _ if next.is_whitespace() => self.at += next.len_utf8(),
            '(' => self.push(1, Piece::Open),
            ')' => self.push(1, Piece::Close),
            ',' => self.push(1, Piece::Comma),
            '-' if self.is_minus() => self.push(1, Piece::Minus),
            _ if is_quote(next) => self.quoted(next.len_utf8()),
            _ => self.chunk(),
        }
    }

    fn is_minus(&self) -> bool {
        let behind = self.rest().trim_start_matches('-').chars().next();
        behind.is_some_and(|next| !next.is_whitespace() && !matches!(next, ',' | ')'))
    }

    fn quoted(&mut self, mark: usize) {
        let inner = &self.rest()[mark..];
        let (length, closing) = match inner.char_indices().find(|(_, character)| is_quote(*character)) {
            Some((end, character)) => (end, character.len_utf8()),
            None => (inner.len(), 0),
        };
        let span = Span::new(self.at + mark, self.at + mark + length);
        self.push(mark + length + closing, Piece::Quoted(span, closing > 0));
    }

    fn chunk(&mut self) {
        if let Some((length, field)) = self.field() {
            return self.push(length, field);
        }
        let chunk = &self.rest()[..self.chunk_length()];
        let kind = match chunk {
            "OR" => Piece::Or,
            "AND" => Piece::And,
            "NOT" => Piece::Not,
            "NEAR" => Piece::Near(None),
            _ => match chunk.strip_prefix("NEAR/") {
                Some(words) => Piece::Near(Some(words)),
                None => Piece::Chunk(chunk),
            },
        };
        self.push(chunk.len(), kind);
    }

    /// A known field's name with its colon; `title://x` is an address and none.
    fn field(&self) -> Option<(usize, Piece<'static>)> {
        let colon = self.rest().bytes().take(8).position(|byte| byte == b':')?;
        let (name, value) = self.rest().split_at_checked(colon)?;
        Some((colon + 1, Field::of(name).filter(|_| !value.starts_with("://"))?))
    }

    /// A comma between digits is part of the number.
    fn chunk_length(&self) -> usize {
        let rest = self.rest();
        let mut before = ' ';
        for (at, character) in rest.char_indices() {
            let ends = match character {
                ',' => {
                    let digit = rest[at + 1..].starts_with(|next: char| next.is_ascii_digit());
                    !(digit && before.is_ascii_digit())
                }
                _ => character.is_whitespace() || matches!(character, '(' | ')') || is_quote(character),
            };
            if ends {
                return at;
            }
            before = character;
        }
        rest.len()
    }
}
