//! Facts drawn under a line of text, with carets under the words.
//!
//! ```text
//! Some 40 miners were rescued on Friday, but thousands of villagers wait for
//! ^^^^^^^^^^^^^^ figure 40 about people
//!                                            ^^^^^^^^^^^^^^^^^^^^^^ figure 2000.. vague people
//! ```
//!
//! One column is one code point. A fact that goes on in the next line ends with `…`, and its rest there begins with it.

use crate::text::Span;

/// What stands where a fact is cut by the end of a line.
pub const GOES_ON: &str = "…";

/// The lines to be printed below the text at `line`: one for each of `facts` that has words in it.
#[must_use]
pub fn drawn(text: &str, line: Span, facts: &[(Span, String)]) -> Vec<String> {
    if line.of(text).trim().is_empty() {
        return Vec::new();
    }
    let within = facts.iter().filter(|(span, _)| span.start < line.end && span.end > line.start);
    within.map(|(span, label)| one(text, line, *span, label)).collect()
}

fn one(text: &str, line: Span, span: Span, label: &str) -> String {
    let start = span.start.max(line.start);
    let end = span.end.min(line.end);
    let columns = |start: u32, end: u32| Span { start, end }.of(text).chars().count();
    let mut out = " ".repeat(columns(line.start, start));
    out.extend(core::iter::repeat_n('^', columns(start, end).max(1)));
    out.push(' ');
    match (span.start < line.start, label.starts_with('#')) {
        (false, _) => out.push_str(label),
        // A comment goes on as one: whoever reads this as a case passes over it.
        (true, true) => out.push_str("# …"),
        (true, false) => out.push_str(GOES_ON),
    }
    if span.end > line.end {
        out.push(' ');
        out.push_str(GOES_ON);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn carets_stand_under_the_words() {
        let text = "Zwölf Männer\nund 3 Frauen";
        let facts = [(Span::new(0, 14), "figure 12".to_owned()), (Span::new(7, 21), "direct".to_owned())];
        assert_eq!(drawn(text, Span::new(0, 14), &facts), ["^^^^^^^^^^^^ figure 12", "      ^^^^^^ direct …"]);
        assert_eq!(drawn(text, Span::new(15, 27), &facts), ["^^^^^^ …"]);
        assert!(drawn(text, Span::new(22, 27), &facts).is_empty());
        assert!(drawn(text, Span::new(14, 15), &facts).is_empty(), "nothing under an empty line");
    }
}
