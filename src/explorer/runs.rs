//! Text cut into runs.

use super::screen::{Mark, Run};
use crate::order::by_key;
use crate::text::Span;

/// A stretch of an article that is marked, with the id under which it is one to the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// What is marked.
    pub span: Span,
    /// Becomes `data-kind`.
    pub kind: &'static str,
    /// Becomes `data-id`.
    pub id: String,
}

/// The text at `span`, cut wherever one of `marks` begins or ends. The runs joined are the text.
///
/// Marks may cross each other and the ends of `span`. `marks` stand in order of their start, and, as hits do
/// not overlap, of their end; so an article's sentences cost no more than its marks in all.
#[must_use]
pub fn runs(text: &str, span: Span, marks: &[Marked]) -> Vec<Run> {
    let first = marks.partition_point(|mark| mark.span.end <= span.start);
    let near: Vec<&Marked> = marks[first..].iter().take_while(|mark| mark.span.start < span.end).collect();
    let mut cuts: Vec<u32> = vec![span.start, span.end];
    cuts.extend(
        near.iter()
            .flat_map(|mark| [mark.span.start, mark.span.end])
            .filter(|cut| span.start < *cut && *cut < span.end),
    );
    by_key(&mut cuts, |cut| u64::from(*cut));
    cuts.dedup();
    let mut done = 0;
    let mut runs = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        let piece = Span { start: pair[0], end: pair[1] };
        done += near[done..].iter().take_while(|mark| mark.span.end <= piece.start).count();
        let on_piece = near[done..].iter().take_while(|mark| mark.span.start < piece.end);
        let marks = on_piece.filter(|mark| mark.span.contains(piece)).map(|mark| Mark {
            kind: mark.kind,
            id: mark.id.clone(),
            first: mark.span.start == piece.start,
        });
        runs.push(Run { text: piece.of(text).to_owned(), marks: marks.collect() });
    }
    runs
}

/// At most `most` characters of `text` from its start, white space folded, cut behind a word.
#[must_use]
pub fn shortened(text: &str, most: usize) -> String {
    let mut out = String::new();
    for word in text.split_whitespace() {
        if !out.is_empty() && out.chars().count() + 1 + word.chars().count() > most {
            out.push('…');
            return out;
        }
        if !out.is_empty() {
            out.push(' ');
        }
        out.extend(word.chars().take(most));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mark(start: usize, end: usize, id: &str) -> Marked {
        Marked { span: Span::new(start, end), kind: "hit", id: id.into() }
    }

    #[test]
    fn marks_that_cross_are_cut_and_stay_one() {
        let found = runs("abcdef", Span::new(0, 6), &[mark(1, 4, "h1"), mark(3, 5, "h2")]);
        let shape: Vec<String> = found
            .iter()
            .map(|run| {
                format!(
                    "{}{}",
                    run.text,
                    run.marks
                        .iter()
                        .map(|m| format!("/{}{}", m.id, if m.first { "!" } else { "" }))
                        .collect::<String>()
                )
            })
            .collect();
        assert_eq!(shape, ["a", "bc/h1!", "d/h1/h2!", "e/h2", "f"]);
    }

    #[test]
    fn shortened_text_ends_behind_a_word() {
        assert_eq!(shortened("one  two\nthree", 8), "one two…");
        assert_eq!(shortened("one two", 7), "one two");
        assert_eq!(shortened("immeasurable", 5), "immea");
    }

    proptest! {
        #[test]
        fn runs_joined_are_the_text(text in ".*", spans in prop::collection::vec((0usize..40, 0usize..40), 0..6)) {
            let on_border = |at: usize| (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let mut marks: Vec<Marked> = spans
                .iter()
                .map(|(a, b)| mark(on_border(*a.min(b)), on_border(*a.max(b)), "h"))
                .filter(|mark| !mark.span.is_empty())
                .collect();
            marks.sort_by_key(|mark| mark.span);
            let joined: String = runs(&text, Span::new(0, text.len()), &marks).into_iter().map(|run| run.text).collect();
            prop_assert_eq!(joined, text);
        }
    }
}
