//! A case: a text, and the facts drawn under its lines.

use super::expectation::Expectation;
use jiff::civil::Date;
use sourcebook::extract::GOES_ON;
use sourcebook::read::{Article, Basis, Block, BlockKind, Head, Published};
use sourcebook::text::Span;

/// What each noun that a case may be about covers.
const NOUNS: [(&str, &[&str]); 10] = [
    ("figures", &["figure"]),
    ("names", &["person", "organisation", "place", "people"]),
    ("organisations", &["organisation"]),
    ("peoples", &["people"]),
    ("persons", &["person"]),
    ("places", &["place"]),
    ("quotes", &["direct", "indirect"]),
    ("references", &["nominal", "metonym", "pronoun"]),
    ("times", &["time"]),
    ("unknowns", &["unknown"]),
];

/// A fact that is drawn.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// The words above the carets.
    pub span: Span,
    /// What must be found there.
    pub expected: Expectation,
    /// The line of the file, from 1.
    pub line: usize,
}

/// A text with what must be found in it.
#[derive(Clone, Debug)]
pub struct Case {
    /// The line of the file that names it, from 1.
    pub line: usize,
    /// What stands behind `---`: the nouns that are tested, and its name.
    pub title: String,
    /// The kinds of which every fact must be drawn.
    pub kinds: Vec<&'static str>,
    /// The lines `key: value` before the text.
    pub headers: Vec<(String, String)>,
    /// The text as it is read.
    pub article: Article,
    /// The lines of the text; empty ones among them.
    pub lines: Vec<Span>,
    /// What is drawn, in the order of the file.
    pub drawn: Vec<Drawn>,
}

/// The cases of a file, and what stands before the first.
pub fn cases(text: &str) -> Result<(String, Vec<Case>), String> {
    let mut preface = String::new();
    let mut parts: Vec<(usize, &str, Vec<&str>)> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if let Some(title) = line.strip_prefix("--- ") {
            parts.push((at + 1, title.trim(), Vec::new()));
        } else if let Some((_, _, lines)) = parts.last_mut() {
            lines.push(line);
        } else {
            preface += &format!("{line}\n");
        }
    }
    let cases = parts.into_iter().map(|(line, title, lines)| {
        Reader::new(line, title).and_then(|reader| reader.read(&lines)).map_err(|problem| format!("{line}: {problem}"))
    });
    Ok((preface, cases.collect::<Result<_, _>>()?))
}

/// Reads one case.
struct Reader {
    case: Case,
    /// Facts that go on in the next line: their place in `drawn`.
    open: Vec<usize>,
    /// Those of the line before, until the text goes on.
    opened: Vec<usize>,
}

impl Reader {
    fn new(line: usize, title: &str) -> Result<Self, String> {
        let (nouns, name) = title.split_once(": ").ok_or("expected `--- noun: name`")?;
        if name.trim().is_empty() {
            return Err("expected a name behind the colon".to_owned());
        }
        let mut kinds = Vec::new();
        for noun in nouns.split(',').map(str::trim) {
            let Some((_, covers)) = NOUNS.iter().find(|(known, _)| *known == noun) else {
                let known: Vec<&str> = NOUNS.iter().map(|(known, _)| *known).collect();
                return Err(format!("expected one of {}, but found `{noun}`", known.join(", ")));
            };
            kinds.extend_from_slice(covers);
        }
        let case = Case {
            line,
            title: title.to_owned(),
            kinds,
            headers: Vec::new(),
            article: Article::default(),
            lines: Vec::new(),
            drawn: Vec::new(),
        };
        Ok(Self { case, open: Vec::new(), opened: Vec::new() })
    }

    fn read(mut self, lines: &[&str]) -> Result<Case, String> {
        let headers = lines.iter().map_while(|line| header(line)).count();
        self.case.headers.extend(lines.iter().take(headers).filter_map(|line| header(line)));
        self.head()?;
        let mut at = headers;
        while let Some(line) = lines.get(at) {
            let number = self.case.line + at + 1;
            at += 1;
            if line.trim_start().starts_with('^') {
                let more: Vec<&str> =
                    lines.iter().skip(at).map_while(|line| line.trim_start().strip_prefix('|')).collect();
                at += more.len();
                self.carets(&without_comment(&format!("{line}{}", more.concat())), number)?;
            } else if !line.starts_with("# ") {
                self.text(line);
            }
        }
        self.ends_closed()?;
        while self.case.lines.last().is_some_and(|line| line.is_empty()) {
            self.case.lines.pop();
        }
        let end = self.case.lines.last().map_or(0, |line| line.range().end);
        self.case.article.text.truncate(end);
        Ok(self.case)
    }

    fn head(&mut self) -> Result<(), String> {
        let Case { headers, article, title, .. } = &mut self.case;
        article.head = Head { id: "case".to_owned(), file: "case.txt".to_owned(), ..Head::default() };
        article.head.title.clone_from(title);
        for (key, value) in headers {
            match key.as_str() {
                "outlet" => article.head.outlet = Some(value.clone()),
                _ => article.head.published = published(value)?,
            }
        }
        Ok(())
    }

    /// A line of the text: a paragraph, or where it begins with a space more of the one above.
    fn text(&mut self, line: &str) {
        let Case { article, lines, .. } = &mut self.case;
        let continues = line.starts_with(' ') && !line.trim().is_empty() && !lines.is_empty();
        if !continues && !lines.is_empty() {
            article.text.push('\n');
        }
        let start = article.text.len();
        article.text.push_str(line);
        let span = Span::new(start, article.text.len());
        lines.push(span);
        let filled = Span::new(start + line.len() - line.trim_start().len(), start + line.trim_end().len());
        match article.blocks.last_mut() {
            Some(block) if continues => block.span.end = filled.end,
            _ if filled.is_empty() => {}
            _ => article.blocks.push(Block { kind: BlockKind::Paragraph, span: filled }),
        }
        if !line.trim().is_empty() {
            self.opened.append(&mut self.open);
        }
    }

    /// A line of carets below a line of the text.
    fn carets(&mut self, line: &str, at: usize) -> Result<(), String> {
        let text = *self.case.lines.last().ok_or_else(|| format!("line {at}: expected a text above the carets"))?;
        let words = text.of(&self.case.article.text);
        let before = line.chars().take_while(|c| *c == ' ').count();
        let carets = line.chars().skip(before).take_while(|c| *c == '^').count();
        let label = line.trim_start().trim_start_matches('^').trim();
        let byte = |column: usize| words.char_indices().nth(column).map_or(words.len(), |(at, _)| at);
        if before + carets > words.chars().count() {
            return Err(format!("line {at}: expected carets under words, but found them behind the line's end"));
        }
        if label.is_empty() {
            // Nothing but a comment: something that was refused.
            return Ok(());
        }
        let span = Span::new(byte(before), byte(before + carets)).shifted(text.start as usize);
        let (label, goes_on) = match label.strip_suffix(GOES_ON) {
            Some(label) if !label.trim().is_empty() => (label.trim(), true),
            _ => (label, false),
        };
        let place = if label == GOES_ON {
            let place = if self.opened.is_empty() { None } else { Some(self.opened.remove(0)) };
            let place = place.ok_or_else(|| format!("line {at}: nothing above goes on here"))?;
            self.case.drawn[place].span.end = span.end;
            place
        } else {
            let expected = Expectation::parse(label).map_err(|problem| format!("line {at}: {problem}"))?;
            self.case.drawn.push(Drawn { span, expected, line: at });
            self.case.drawn.len() - 1
        };
        if goes_on {
            self.open.push(place);
        }
        Ok(())
    }

    fn ends_closed(&self) -> Result<(), String> {
        match self.open.iter().chain(&self.opened).next() {
            Some(&place) => Err(format!("line {}: it does not go on below", self.case.drawn[place].line)),
            None => Ok(()),
        }
    }
}

/// A line of carets without the rules behind `#`, as `--explain` prints them; a fact that goes on still does.
fn without_comment(line: &str) -> String {
    let Some((label, comment)) = line.split_once(" #") else { return line.to_owned() };
    let drawn = !label.trim_start().trim_start_matches('^').is_empty();
    let goes_on = if drawn && comment.ends_with(GOES_ON) { GOES_ON } else { "" };
    format!("{} {goes_on}", label.trim_end())
}

fn header(line: &str) -> Option<(String, String)> {
    let (key, value) = line.split_once(": ")?;
    ["date", "outlet"].contains(&key).then(|| (key.to_owned(), value.trim().to_owned()))
}

/// `2016-06-05`, or the first and last day `2016-06-05..2016-06-07`.
fn published(value: &str) -> Result<Published, String> {
    let (first, last) = value.split_once("..").unwrap_or((value, value));
    let day = |text: &str| text.parse::<Date>().map_err(|_| format!("expected a day as 2016-06-05, but found {text}"));
    Ok(Published { earliest: Some(day(first)?), latest: Some(day(last)?), basis: Basis::Given, ..Published::default() })
}
