//! An article with its facts drawn under its lines, and the rules behind each: what `--explain` prints.
//!
//! It is a case of `tests/cases/facts` as it stands: what is wrong in it can be put into a file of cases and mended there.
//!
//! ```text
//! --- figures, unknowns, quotes, times, names, references: villages-return
//! date: 2016-06-05
//! Some 40 miners were rescued on Friday, but
//!                                ^^^^^^ time DATE
//!                                | 2016-06-03 published
//!                                | # times:weekday
//! ^^^^^^^^^^^^^^ figure 40 about people
//! | counted=miners # figures:counted
//!  thousands of villagers wait.
//! ```
//!
//! What stands behind `#` is no part of a case. A label that finds no room goes on in lines that begin with `|`.

use super::{Entity, EntityKind, Facts, drawn, labels};
use crate::read::{Article, BlockKind, iso};
use crate::text::Span;
use core::cmp::Reverse;

/// The narrowest width that is kept to, in columns.
const NARROWEST: usize = 24;

/// The least room for a label beside its carets; with less it begins at the left.
const ROOM: usize = 28;

/// Prints an article with its facts, in lines of `width` columns where words allow it.
///
/// A line of the text that goes on with the paragraph above begins with a space, as it does in a case. What would steer a
/// terminal is printed as `�`, so that every code point has its column.
#[must_use]
pub fn explain(article: &Article, facts: &Facts, width: usize) -> String {
    let width = width.max(NARROWEST);
    let mut out = head(article);
    let text = printable(&article.text);
    let drawings = drawings(&article.text, facts);
    let mut before = None;
    for block in &article.blocks {
        // An empty line where the text has one.
        let between = before.and_then(|end: u32| article.text.get(end as usize..block.span.start as usize));
        if between.is_some_and(|between| between.matches('\n').count() > 1) {
            out.push('\n');
        }
        before = Some(block.span.end);
        out.push_str(named(block.kind));
        for line in wrapped(&text.text, text.span(block.span), width) {
            out.push_str(line.of(&text.text));
            out.push('\n');
            let original = text.original(line);
            for under in drawn(&article.text, original, &drawings) {
                under_line(&mut out, &under, width);
            }
        }
    }
    for entity in &facts.entities {
        out.push_str(&of_entity(entity));
    }
    out
}

fn head(article: &Article) -> String {
    let head = &article.head;
    let id: String = head.id.chars().map(visible).collect();
    let mut out = format!("--- figures, unknowns, quotes, times, names, references: {id}\n");
    let published = &head.published;
    match (published.earliest, published.latest) {
        (Some(first), Some(last)) if first == last => out += &format!("date: {}\n", iso(first)),
        (Some(first), Some(last)) => out += &format!("date: {}..{}\n", iso(first), iso(last)),
        _ => {}
    }
    if let Some(outlet) = &head.outlet {
        out += &format!("outlet: {}\n", outlet.chars().map(visible).collect::<String>());
    }
    out
}

/// A comment above a block that is no paragraph of the story.
fn named(kind: BlockKind) -> &'static str {
    match kind {
        BlockKind::Outlet => "# outlet\n",
        BlockKind::Title => "# title\n",
        BlockKind::Standfirst => "# standfirst\n",
        BlockKind::Stamp => "# stamp, not read\n",
        BlockKind::Paragraph => "",
        BlockKind::Boilerplate => "# leftover of the site, not read\n",
    }
}

/// All that is to be drawn, in order of where it begins, the longer first: facts, and as comments who stands behind words
/// and what was refused.
fn drawings(text: &str, facts: &Facts) -> Vec<(Span, String)> {
    let mut all: Vec<(Span, String)> = labels(text, facts)
        .into_iter()
        .map(|label| {
            let rules = trail(&label.rules);
            (label.span, format!("{label}{rules}"))
        })
        .collect();
    all.extend(facts.attributions.iter().map(|words| {
        let sources: Vec<&str> = words.sources.iter().map(|source| source.name.as_str()).collect();
        (words.span, format!("# {} stands behind this, by {}", sources.join("/"), words.rule))
    }));
    all.extend(facts.refusals.iter().map(|refusal| (refusal.span, format!("# refused: {}", refusal.rule))));
    all.sort_by_key(|(span, _)| (span.start, Reverse(span.end)));
    all
}

/// ` # found by A; filled by B, C; changed by hand`
fn trail(rules: &[&str]) -> String {
    let (by_hand, rules): (Vec<&str>, Vec<&str>) = rules.iter().partition(|rule| rule.starts_with("by-hand:"));
    let found = rules.first().map(|rule| format!("found by {rule}"));
    let filled =
        rules.get(1..).filter(|rules| !rules.is_empty()).map(|rules| format!("filled by {}", rules.join(", ")));
    let corrected = by_hand.last().map(|rule| {
        let added = if *rule == "by-hand:add" { "added" } else { "changed" };
        format!("{added} by hand")
    });
    let parts: Vec<String> = [found, filled, corrected].into_iter().flatten().collect();
    if parts.is_empty() { String::new() } else { format!(" # {}", parts.join("; ")) }
}

/// `# Ramona Moreno, person: 3 mentions; also Moreno; the premier`
fn of_entity(entity: &Entity) -> String {
    let kind = match entity.kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Place => "place",
        EntityKind::People => "people",
    };
    let count = entity.mentions.len();
    let mut out = format!("# {}, {kind}: {count} mention{}", entity.name, if count == 1 { "" } else { "s" });
    if !entity.aliases.is_empty() {
        out += &format!("; also {}", entity.aliases.join(", "));
    }
    if !entity.roles.is_empty() {
        out += &format!("; {}", entity.roles.join(", "));
    }
    if let Some((latitude, longitude)) = entity.position {
        let country = entity.country.as_deref().unwrap_or("no country");
        out += &format!("; at {latitude:.2}, {longitude:.2}, {country}");
    }
    let mut out: String = out.chars().map(visible).collect();
    out += &trail(&entity.rules).replacen(" #", ";", 1);
    out.push('\n');
    out
}

/// A text in which every code point is seen, and where each of its bytes was.
struct Printable {
    text: String,
    /// The first byte of each code point, in the original and here; empty where it is always the same.
    starts: Vec<(u32, u32)>,
}

fn printable(text: &str) -> Printable {
    if text.chars().all(|c| visible(c).len_utf8() == c.len_utf8()) {
        return Printable { text: text.chars().map(visible).collect(), starts: Vec::new() };
    }
    let mut out = String::with_capacity(text.len());
    let mut starts = Vec::new();
    for (at, character) in text.char_indices() {
        starts.push((at as u32, out.len() as u32));
        out.push(visible(character));
    }
    starts.push((text.len() as u32, out.len() as u32));
    Printable { text: out, starts }
}

/// White space as a space; what would steer a terminal or has no width as `�`.
fn visible(character: char) -> char {
    match character {
        c if c.is_whitespace() => ' ',
        '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => '�',
        c if c.is_control() => '�',
        c => c,
    }
}

impl Printable {
    fn span(&self, span: Span) -> Span {
        self.moved(span, |(original, here)| (original, here))
    }

    fn original(&self, span: Span) -> Span {
        self.moved(span, |(original, here)| (here, original))
    }

    fn moved(&self, span: Span, from_to: impl Fn((u32, u32)) -> (u32, u32)) -> Span {
        let at = |byte: u32| {
            let next = self.starts.partition_point(|pair| from_to(*pair).0 < byte);
            self.starts.get(next).map_or(byte, |pair| from_to(*pair).1)
        };
        Span { start: at(span.start), end: at(span.end) }
    }
}

/// A block in lines of at most `width` columns, where no word is longer. All but the first begin with the space before
/// their first word.
fn wrapped(text: &str, block: Span, width: usize) -> Vec<Span> {
    let mut lines = Vec::new();
    let (mut start, mut space, mut column) = (block.range().start, None, 0);
    for (at, character) in block.of(text).char_indices() {
        let at = at + block.range().start;
        if character == ' ' && at > start {
            space = Some((at, column));
        }
        column += 1;
        if let Some((end, until)) = space.filter(|_| column > width) {
            lines.push(Span::new(start, end));
            (start, space, column) = (end, None, column - until);
        }
    }
    lines.push(Span::new(start, block.range().end));
    lines
}

/// Prints carets and label, the label in several lines where it is too long.
fn under_line(out: &mut String, line: &str, width: usize) {
    let indent = line.len() - line.trim_start_matches(' ').len();
    let carets = line.trim_start_matches(' ').bytes().take_while(|byte| *byte == b'^').count();
    let (carets, label) = line.split_at(indent + carets);
    out.push_str(carets);
    let mut column = carets.len();
    // Where the carets stand far to the right, the label goes below, to the left.
    let below = if width.saturating_sub(indent) >= ROOM { indent } else { 0 };
    // A comment's sign stays with its first word.
    for word in label.replace(" # ", " #\u{a0}").split(' ').filter(|word| !word.is_empty()) {
        let length = word.chars().count();
        if column + 1 + length > width && column > below + 1 {
            out.push('\n');
            out.push_str(&" ".repeat(below));
            out.push('|');
            column = below + 1;
        }
        out.push(' ');
        out.extend(word.chars().map(visible));
        column += 1 + length;
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::{Bound, Figure, FigureKind, Mention, Refusal};
    use crate::read::Block;

    fn article(text: &str) -> Article {
        let block = Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) };
        Article { text: text.to_owned(), blocks: vec![block], ..Article::default() }
    }

    fn facts() -> Facts {
        let figure = Figure {
            span: Span::new(0, 14),
            number: Span::new(5, 7),
            low: Some(40.0),
            high: Some(40.0),
            bound: Bound::About,
            kind: FigureKind::People,
            rules: vec!["numbers:digits", "counted:noun"],
            ..Figure::default()
        };
        let mentions = vec![Mention { span: Span::new(30, 43), speaks: false }];
        let entity =
            Entity { name: "Ramona Moreno".to_owned(), mentions, rules: vec!["names:given"], ..Entity::default() };
        let refusals = vec![Refusal { span: Span::new(47, 51), rule: "figures:year" }];
        Facts { figures: vec![figure], entities: vec![entity], refusals, ..Facts::default() }
    }

    const TEXT: &str = "Some 40 miners were rescued by Ramona\u{a0}Moreno in 2016.";

    #[test]
    fn facts_stand_under_their_words_with_their_rules() {
        let mut facts = facts();
        facts.entities[0].mentions[0].span = Span::new(31, 45);
        facts.refusals[0].span = Span::new(49, 53);
        let expected = "\
--- figures, unknowns, quotes, times, names, references: 
Some 40 miners were rescued by Ramona Moreno in 2016.
^^^^^^^^^^^^^^ figure 40 about people number=40 # found by
| numbers:digits; filled by counted:noun
                               ^^^^^^^^^^^^^ person
                               | name=\"Ramona Moreno\" # found
                               | by names:given
                                                ^^^^
| # refused: figures:year
# Ramona Moreno, person: 1 mention; found by names:given
";
        assert_eq!(explain(&article(TEXT), &facts, 62), expected);
    }

    #[test]
    fn a_narrow_width_cuts_lines_between_words() {
        let text = explain(&article(TEXT), &Facts::default(), 24);
        let lines: Vec<&str> = text.lines().skip(1).collect();
        assert_eq!(lines, ["Some 40 miners were", " rescued by Ramona", " Moreno in 2016."]);
        assert_eq!(lines.concat(), TEXT.replace('\u{a0}', " "));
    }

    #[test]
    fn what_steers_a_terminal_is_not_printed() {
        let text = explain(&article("a\u{1b}[31m \u{202e}b\tc"), &Facts::default(), 80);
        assert!(text.ends_with("\na�[31m �b c\n"), "{text:?}");
    }
}
