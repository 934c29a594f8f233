//! Pieces become a tree: by recursive descent, one function a level.
//!
//! ```text
//! list   = either { "," either }
//! either = all { "OR" all }                  (within brackets "," is "OR")
//! all    = near { [ "AND" ] near }
//! near   = unary { "NEAR/n" unary }
//! unary  = { "-" | "NOT" | "in:title" } primary
//! primary = word | phrase | field value | "(" either ")"
//! ```

use super::lex::{Field, Lexeme, Piece, lex};
use super::{DEEPEST, FURTHEST, How, LONGEST, MOST_TERMS, Node, Problem, Query, Term};
use crate::index::{Period, dictionary};
use crate::order;
use crate::text::class::is_alphanumeric;
use crate::text::{self, Span};

/// Words apart where `NEAR` does not say how many.
const USUALLY_NEAR: u32 = 10;

/// More problems than these are not told.
const MOST_PROBLEMS: usize = 32;

pub fn parse(text: &str) -> Query {
    let read = &text[..text.floor_char_boundary(LONGEST)];
    let mut parser = Parser { text: read, lexemes: lex(read), at: 0, depth: 0, terms: 0, problems: Vec::new() };
    if read.len() < text.len() {
        let message = format!("only the first {} KiB of a query are read; shorten it", LONGEST / 1024);
        parser.problem(Span::new(read.len(), text.len()), &message);
    }
    let (root, parts) = parser.list();
    let mut problems = parser.problems;
    order::by_key(&mut problems, |problem| order::pair(problem.span.start, problem.span.end));
    let mut words = false;
    if let Some(root) = &root {
        root.each_term(&mut |_| words = true);
    }
    Query { root, problems, parts, words }
}

struct Parser<'a> {
    text: &'a str,
    lexemes: Vec<Lexeme<'a>>,
    at: usize,
    depth: usize,
    terms: usize,
    problems: Vec<Problem>,
}

impl<'a> Parser<'a> {
    fn problem(&mut self, span: Span, message: &str) {
        if self.problems.len() < MOST_PROBLEMS {
            self.problems.push(Problem { span, message: message.to_owned() });
        }
    }

    fn peek(&self) -> Option<&Lexeme<'a>> {
        self.lexemes.get(self.at)
    }

    fn is_next(&self, kind: &Piece<'_>) -> bool {
        self.peek().is_some_and(|next| next.kind == *kind)
    }

    fn next(&mut self) -> Option<Lexeme<'a>> {
        let next = self.peek().cloned()?;
        self.at += 1;
        Some(next)
    }

    /// The whole query; and its parts as typed, where it is a list.
    fn list(&mut self) -> (Option<Node>, Vec<String>) {
        let (mut nodes, mut parts) = (Vec::new(), Vec::new());
        while self.at < self.lexemes.len() {
            let first = self.at;
            let mut several = Vec::new();
            loop {
                several.extend(self.either());
                if !self.is_next(&Piece::Close) {
                    break;
                }
                let span = self.next().map_or(Span::new(0, 0), |close| close.span);
                self.problem(span, "a bracket closes that was never opened; remove it or write ( before");
            }
            if let Some(node) = joined(several, Node::And) {
                nodes.push(node);
                parts.push(self.typed(first));
            }
            if self.is_next(&Piece::Comma) {
                self.at += 1;
            }
        }
        if nodes.len() < 2 {
            return (nodes.pop(), Vec::new());
        }
        let numbered = (0..).zip(nodes).map(|(number, node)| Node::Part(number, Box::new(node)));
        (Some(Node::Or(numbered.collect())), parts)
    }

    /// What was typed from a lexeme up to the present one.
    fn typed(&self, first: usize) -> String {
        let lexemes = self.lexemes.get(first..self.at).unwrap_or(&[]);
        let start = lexemes.first().map_or(0, |lexeme| lexeme.span.start as usize);
        let end = lexemes.last().map_or(start, |lexeme| lexeme.span.end as usize);
        self.text.get(start..end).unwrap_or("").to_owned()
    }

    fn either(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        let mut operator: Option<Span> = None;
        loop {
            let node = self.all();
            let lacks = node.is_none();
            nodes.extend(node);
            let next = self.peek().filter(|next| next.kind == Piece::Or).map(|next| next.span);
            if let Some(span) = operator.or(next).filter(|_| lacks) {
                self.problem(span, "OR needs a word on either side; write it in small letters to search for the word");
            }
            let comma = self.depth > 0 && self.is_next(&Piece::Comma);
            if next.is_none() && !comma {
                return joined(nodes, Node::Or);
            }
            operator = next;
            self.at += 1;
        }
    }

    fn all(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        while let Some(next) = self.peek() {
            match next.kind {
                Piece::Close | Piece::Comma | Piece::Or => break,
                Piece::And => {
                    let span = next.span;
                    self.at += 1;
                    let ends = self
                        .peek()
                        .is_none_or(|next| matches!(next.kind, Piece::Close | Piece::Comma | Piece::Or | Piece::And));
                    if nodes.is_empty() || ends {
                        self.problem(
                            span,
                            "AND needs a word on either side; write it in small letters to search for the word",
                        );
                    }
                }
                _ => nodes.extend(self.near()),
            }
        }
        joined(nodes, Node::And)
    }

    fn near(&mut self) -> Option<Node> {
        let mut left = self.unary();
        while let Some(Lexeme { span, kind: Piece::Near(words) }) = self.peek() {
            let (span, words) = (*span, *words);
            self.at += 1;
            let words = self.distance(span, words);
            let right = match self.peek() {
                Some(Lexeme { kind: Piece::Near(_), .. }) | None => None,
                Some(_) => self.unary(),
            };
            left = match (left, right) {
                (Some(left), Some(right)) if has_places(&left) && has_places(&right) => {
                    Some(Node::Near(Box::new(left), words, Box::new(right)))
                }
                (left, right) => {
                    self.problem(
                        span,
                        "NEAR needs a word or a phrase on either side, such as police NEAR/5 \"set free\"",
                    );
                    joined(left.into_iter().chain(right).collect(), Node::And)
                }
            };
        }
        left
    }

    fn distance(&mut self, span: Span, words: Option<&str>) -> u32 {
        let Some(words) = words else {
            return USUALLY_NEAR;
        };
        let digits = !words.is_empty() && words.bytes().all(|byte| byte.is_ascii_digit());
        let number = if digits { words.parse().unwrap_or(u32::MAX) } else { USUALLY_NEAR };
        if !digits || number == 0 || number > FURTHEST {
            let message = format!("expected a number of words from 1 to {FURTHEST} after NEAR/, such as NEAR/5");
            self.problem(span, &message);
        }
        number.clamp(1, FURTHEST)
    }

    /// Prefixes are gathered in a loop: however many there are, they take no stack.
    fn unary(&mut self) -> Option<Node> {
        let (mut not, mut title) = (false, false);
        let mut prefix: Option<Span> = None;
        while let Some(next) = self.peek() {
            let mut span = next.span;
            match next.kind {
                Piece::Minus | Piece::Not => {
                    not = !not;
                    self.at += 1;
                }
                Piece::Title => {
                    title = true;
                    self.at += 1;
                }
                Piece::In => {
                    title = true;
                    self.at += 1;
                    span = self.scope(span);
                }
                _ => break,
            }
            prefix = Some(prefix.map_or(span, |first| Span { start: first.start, end: span.end }));
        }
        let node = self.primary();
        if let (None, Some(span)) = (&node, prefix) {
            self.problem(span, "expected a word, a phrase or a bracket after this");
        }
        let node = node.map(|node| if title { Node::Title(Box::new(node)) } else { node });
        node.map(|node| if not { Node::Not(Box::new(node)) } else { node })
    }

    /// What stands after `in:`. Returns the place of both.
    fn scope(&mut self, field: Span) -> Span {
        let value = self.peek().filter(|next| next.span.start == field.end);
        let (span, known) = match value {
            Some(Lexeme { span, kind: Piece::Chunk(scope) }) => (*span, scope.eq_ignore_ascii_case("title")),
            _ => (field, false),
        };
        if span != field {
            self.at += 1;
        }
        let whole = Span { start: field.start, end: span.end };
        if !known {
            self.problem(whole, "expected in:title, which is the only place that can be named; the title is searched");
        }
        whole
    }

    /// One thing; none where there is nothing to read, but then something else than `)`, `,` or an operator
    /// was passed over.
    fn primary(&mut self) -> Option<Node> {
        let next = self.peek()?.clone();
        if matches!(next.kind, Piece::Close | Piece::Comma | Piece::Or | Piece::And | Piece::Near(_)) {
            return None;
        }
        self.at += 1;
        match next.kind {
            Piece::Open => self.bracket(next.span),
            Piece::Quoted(inner, closed) => self.phrase(next.span, inner, closed),
            Piece::Field(field) => self.field(next.span, field),
            Piece::Chunk(chunk) => self.chunk(next.span, chunk),
            _ => None,
        }
    }

    fn bracket(&mut self, open: Span) -> Option<Node> {
        if self.depth == DEEPEST {
            self.problem(open, &format!("brackets are nested more than {DEEPEST} deep; this one is passed over"));
            return None;
        }
        self.depth += 1;
        let node = self.either();
        self.depth -= 1;
        match self.peek() {
            Some(close) => {
                let span = Span { start: open.start, end: close.span.end };
                self.at += 1;
                if node.is_none() {
                    self.problem(span, "the brackets are empty; write words between them");
                }
            }
            None => self.problem(open, "a bracket is opened and not closed; write ) where it should end"),
        }
        node
    }

    fn phrase(&mut self, span: Span, inner: Span, closed: bool) -> Option<Node> {
        if !closed {
            self.problem(span, "the phrase does not end; write \" after its last word");
        }
        let terms = self.terms(inner, |_| How::Form);
        if terms.is_empty() && closed {
            self.problem(span, "the phrase is empty; write words between the quotation marks");
        }
        self.counted(terms)
    }

    /// The words of a stretch of the query; `how` by the number of words.
    fn terms(&self, span: Span, how: impl Fn(usize) -> How) -> Vec<Term> {
        let read = span.of(self.text);
        let words = text::words(read).map(|word| (word, dictionary::form(word.of(read))));
        let words: Vec<(Span, String)> = words.filter(|(_, form)| !form.is_empty()).collect();
        let how = how(words.len());
        let term = |(word, form): (Span, String)| Term { span: word.shifted(span.start as usize), form, how };
        words.into_iter().map(term).collect()
    }

    /// Terms as a node, unless there are none, or too many in the query.
    fn counted(&mut self, terms: Vec<Term>) -> Option<Node> {
        let (first, last) = (terms.first()?.span, terms.last()?.span);
        let count = terms.len();
        self.count(count, Span { start: first.start, end: last.end }, Node::Words(terms))
    }

    fn count(&mut self, terms: usize, span: Span, node: Node) -> Option<Node> {
        if self.terms + terms > MOST_TERMS {
            let message = format!("a query may have {MOST_TERMS} words and fields at most; this is passed over");
            self.problem(span, &message);
            return None;
        }
        self.terms += terms;
        Some(node)
    }

    fn chunk(&mut self, span: Span, chunk: &str) -> Option<Node> {
        let end = span.start as usize;
        let part = |from: usize, to: usize| Span::new(end + from, end + to);
        if let Some((name, value)) = chunk.split_once(':')
            && name.len() > 1
            && name.bytes().all(|byte| byte.is_ascii_alphabetic())
            && !value.is_empty()
            && !value.starts_with("//")
        {
            let message = [
                "there is no field ",
                name,
                "; expected outlet, title, date, year, article, or a space after the colon",
            ];
            self.problem(part(0, name.len() + 1), &message.concat());
        }
        let (word, how) = match chunk.find(['*', '~']) {
            None => (span, How::Stem),
            Some(at) => match self.ending(span, chunk, at) {
                Some(how) => (part(0, at), how),
                None => return None,
            },
        };
        // A word that falls into several is a phrase; only the last of them has the ending.
        let mut terms = self.terms(word, |words| if words > 1 { How::Form } else { how });
        if let Some(last) = terms.last_mut().filter(|_| how != How::Stem) {
            last.how = fitting(how, &last.form);
            if last.how == How::Form {
                let most = dictionary::LONGEST_FUZZY;
                let message = format!("~ works for words of up to {most} letters; this one is searched as it is");
                self.problem(span, &message);
            }
        }
        if terms.is_empty() && !is_passed_over(chunk) {
            self.problem(span, "there is no letter or digit here to search for; remove it");
        }
        self.counted(terms)
    }

    /// What `*` or `~` at byte `at` of a chunk means; none where nothing stands before it.
    fn ending(&mut self, span: Span, chunk: &str, at: usize) -> Option<How> {
        let (word, ending) = chunk.split_at(at);
        if !word.chars().any(is_alphanumeric) {
            self.problem(span, "expected letters before * or ~, such as return* or goverment~; for words near each other write a NEAR/5 b");
            return None;
        }
        let how = match ending {
            "*" => return Some(How::Prefix),
            "~" => return Some(How::Fuzzy(0)),
            "~1" => return Some(How::Fuzzy(1)),
            "~2" => return Some(How::Fuzzy(2)),
            _ if ending.starts_with('*') => How::Prefix,
            _ => How::Fuzzy(0),
        };
        let rest = Span::new(span.start as usize + at, span.end as usize);
        self.problem(
            rest,
            "* and ~ may stand only at the end of a word, and ~ be followed by 1 or 2; what comes after is passed over",
        );
        Some(how)
    }

    fn field(&mut self, name: Span, field: Field) -> Option<Node> {
        let value = self.peek().filter(|next| next.span.start == name.end).cloned();
        let value = value.and_then(|next| match next.kind {
            Piece::Quoted(inner, closed) => Some((next.span, inner, closed)),
            Piece::Chunk(_) => Some((next.span, next.span, true)),
            _ => None,
        });
        let Some((typed, inner, closed)) = value else {
            self.problem(
                name,
                "expected a value right after the colon, such as outlet:\"the name\", date:2016..2018 or article:id",
            );
            return None;
        };
        self.at += 1;
        let whole = Span { start: name.start, end: typed.end };
        if !closed {
            self.problem(typed, "the value does not end; write \" after it");
        }
        let node = self.value(whole, field, inner.of(self.text).trim())?;
        self.count(1, whole, node)
    }

    fn value(&mut self, whole: Span, field: Field, value: &str) -> Option<Node> {
        match field {
            Field::Article => Some(Node::Article(value.to_owned())),
            Field::Date | Field::Year => match Period::parse(value) {
                Ok(period) => Some(Node::Date(period)),
                Err(message) => {
                    self.problem(whole, &message);
                    None
                }
            },
            Field::Outlet => {
                let words = folded_words(value);
                if words.is_empty() {
                    self.problem(whole, "expected a word of an outlet's name, such as outlet:times");
                    return None;
                }
                Some(Node::Outlet(words))
            }
        }
    }
}

/// The folded words of a name.
pub fn folded_words(name: &str) -> Vec<String> {
    text::words(name).map(|word| dictionary::form(word.of(name))).filter(|form| !form.is_empty()).collect()
}

/// The ending of a word, with the number of edits that its length allows.
fn fitting(how: How, form: &str) -> How {
    match how {
        How::Fuzzy(_) if form.chars().count() > dictionary::LONGEST_FUZZY => How::Form,
        How::Fuzzy(0) => How::Fuzzy(dictionary::edits(form)),
        how => how,
    }
}

/// Marks that people put between words and mean nothing by.
fn is_passed_over(chunk: &str) -> bool {
    chunk.chars().all(|mark| "-–—&/+.…;:!?|'’‘".contains(mark))
}

/// Whether `NEAR` can measure from it.
fn has_places(node: &Node) -> bool {
    match node {
        Node::Words(_) | Node::Near(..) => true,
        Node::Or(nodes) => nodes.iter().all(has_places),
        _ => false,
    }
}

/// One node of several; none of none.
fn joined(mut nodes: Vec<Node>, join: fn(Vec<Node>) -> Node) -> Option<Node> {
    if nodes.len() > 1 { Some(join(nodes)) } else { nodes.pop() }
}
