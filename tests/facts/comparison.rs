//! What was found, held against what is drawn.

use super::case::Case;
use sourcebook::extract::{Label, drawn};
use sourcebook::text::Span;

/// What a case should look like, and what is wrong with it.
pub struct Comparison {
    /// A sentence each, with the words of the text that it is about.
    pub faults: Vec<String>,
    /// The case with what was found.
    pub mended: String,
}

/// Compares the facts found in a case's text with those drawn.
///
/// What is drawn must be found, with the same span and kind, and be what it is said to be. What is found of the
/// nouns under test must be drawn.
pub fn compare(case: &Case, found: &[Label]) -> Comparison {
    let mut faults = Vec::new();
    let mut mended: Vec<(Span, String)> = Vec::new();
    let mut free: Vec<&Label> = found.iter().collect();
    for drawn in &case.drawn {
        let same = |label: &Label| label.kind == drawn.expected.kind && label.span == drawn.span;
        let nearest =
            (0..free.len()).filter(|&at| same(free[at])).min_by_key(|&at| drawn.expected.differences(free[at]).len());
        let Some(nearest) = nearest else {
            faults.push(fault(case, drawn.span, &format!("missing: {}", drawn.expected.kind)));
            continue;
        };
        let label = free.remove(nearest);
        let differences = drawn.expected.differences(label);
        faults.extend(differences.iter().map(|difference| fault(case, drawn.span, difference)));
        mended.push((label.span, drawn.expected.mended(label)));
    }
    for label in free.into_iter().filter(|label| case.kinds.contains(&label.kind)) {
        let rules = label.rules.join(", ");
        faults.push(fault(case, label.span, &format!("not drawn: {label} ({rules})")));
        mended.push((label.span, label.to_string()));
    }
    mended.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    Comparison { faults, mended: printed(case, &mended) }
}

fn fault(case: &Case, span: Span, message: &str) -> String {
    let text = &case.article.text;
    let line = text[..span.range().start].rfind('\n').map_or(0, |at| at + 1);
    let rest = &text[line..];
    let line = Span::new(line, line + rest.find('\n').unwrap_or(rest.len()));
    let drawn = drawn(text, line, &[(span, message.to_owned())]);
    format!("{}\n{}", line.of(text), drawn.join("\n"))
}

/// A case as it stands in a file.
fn printed(case: &Case, facts: &[(Span, String)]) -> String {
    let mut out = format!("--- {}\n", case.title);
    for (key, value) in &case.headers {
        out += &format!("{key}: {value}\n");
    }
    for line in &case.lines {
        out += &format!("{}\n", line.of(&case.article.text));
        for carets in drawn(&case.article.text, *line, facts) {
            out += &format!("{carets}\n");
        }
    }
    out
}
