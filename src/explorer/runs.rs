//! Text cut into runs.

use super::screen::{Mark, Run};
use crate::order::{by_key, down, pair};
use crate::text::Span;
use core::cell::Cell;

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

/// Marks in order: of where they begin, the longer before the shorter.
#[derive(Debug, Default)]
pub struct Marks {
    marks: Vec<Marked>,
    /// Of each mark, the end of what it and those before it reach.
    reach: Vec<u32>,
    /// Whether each was drawn yet.
    drawn: Vec<Cell<bool>>,
}

impl Marks {
    /// Puts marks in order; of marks of one place the first stays outermost.
    #[must_use]
    pub fn new(mut marks: Vec<Marked>) -> Self {
        by_key(&mut marks, |mark| pair(mark.span.start, down(mark.span.end)));
        let mut furthest = 0;
        let reach = marks.iter().map(|mark| {
            furthest = mark.span.end.max(furthest);
            furthest
        });
        Self { reach: reach.collect(), drawn: vec![Cell::new(false); marks.len()], marks }
    }
}

/// The text at `span`, cut wherever one of `marks` begins or ends. The runs joined are the text.
///
/// Marks may cross each other and the ends of `span`. The first run of a mark that is drawn says so.
#[must_use]
pub fn runs(text: &str, span: Span, marks: &Marks) -> Vec<Run> {
    let first = marks.reach.partition_point(|reach| *reach <= span.start);
    let near: Vec<usize> = (first..marks.marks.len())
        .take_while(|at| marks.marks[*at].span.start < span.end)
        .filter(|at| marks.marks[*at].span.end > span.start)
        .collect();
    let mut cuts: Vec<u32> = vec![span.start, span.end];
    let ends = near.iter().flat_map(|at| [marks.marks[*at].span.start, marks.marks[*at].span.end]);
    cuts.extend(ends.filter(|cut| span.start < *cut && *cut < span.end));
    by_key(&mut cuts, |cut| u64::from(*cut));
    cuts.dedup();
    let mut ahead = near.into_iter().peekable();
    let mut open: Vec<usize> = Vec::new();
    let mut runs = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        let piece = Span { start: pair[0], end: pair[1] };
        open.retain(|at| marks.marks[*at].span.end > piece.start);
        while let Some(at) = ahead.next_if(|at| marks.marks[*at].span.start <= piece.start) {
            open.push(at);
        }
        let mark = |at: &usize| Mark {
            kind: marks.marks[*at].kind,
            id: marks.marks[*at].id.clone(),
            first: !marks.drawn[*at].replace(true),
        };
        runs.push(Run { text: piece.of(text).to_owned(), marks: open.iter().map(mark).collect() });
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
        let found = runs("abcdef", Span::new(0, 6), &Marks::new(vec![mark(3, 5, "h2"), mark(1, 4, "h1")]));
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
    fn marks_within_marks_stand_outermost_first_and_begin_once() {
        let marks = Marks::new(vec![mark(2, 3, "f0"), mark(0, 9, "q0"), mark(0, 9, "t0"), mark(6, 7, "f1")]);
        let shape = |span| -> Vec<String> {
            let ids =
                |run: &Run| run.marks.iter().map(|m| format!("{}{}", m.id, if m.first { "!" } else { "" })).collect();
            runs("abcdefghij", span, &marks)
                .iter()
                .map(|run| {
                    let ids: Vec<String> = ids(run);
                    ids.join(" ")
                })
                .collect()
        };
        assert_eq!(shape(Span::new(0, 5)), ["q0! t0!", "q0 t0 f0!", "q0 t0"]);
        // A long mark reaches over one that has ended into the next sentence.
        assert_eq!(shape(Span::new(5, 10)), ["q0 t0", "q0 t0 f1!", "q0 t0", ""]);
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
            let marks: Vec<Marked> = spans
                .iter()
                .map(|(a, b)| mark(on_border(*a.min(b)), on_border(*a.max(b)), "h"))
                .filter(|mark| !mark.span.is_empty())
                .collect();
            let joined: String = runs(&text, Span::new(0, text.len()), &Marks::new(marks)).into_iter().map(|run| run.text).collect();
            prop_assert_eq!(joined, text);
        }
    }
}
