//! Tests of the runner itself: a case that cannot fail holds nothing.

use super::case::{Case, cases};
use super::comparison::compare;
use super::expectation::Expectation;
use sourcebook::extract::Label;
use sourcebook::text::Span;
use std::collections::BTreeSet;

const TEXT: &str = "\
A line before the first case.

--- figures: miners and villagers
date: 2016-06-05
Some 40 miners were rescued — but thousands of
          ^^^^ place name=\"the mines\"
^^^^^^^^^^^^^^ figure 40 about people status=other population=men, women
                                  ^^^^^^^^^^^^ figure 2,000.. vague …
 villagers wait.
^^^^^^^^^^ …

The end.
";

fn case() -> Case {
    cases(TEXT).unwrap().1.remove(0)
}

fn label(span: (usize, usize), kind: &'static str, words: &[&str], attributes: &[(&'static str, &str)]) -> Label {
    Label {
        span: Span::new(span.0, span.1),
        kind,
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        attributes: attributes.iter().map(|(key, value)| (*key, (*value).to_owned())).collect(),
        ..Label::default()
    }
}

fn right() -> Vec<Label> {
    vec![
        label((0, 14), "figure", &["40", "about", "people"], &[("status", "other"), ("population", "men,women")]),
        label((10, 14), "place", &[], &[("name", "the mines")]),
        label((36, 58), "figure", &["2000..", "vague", "people"], &[("status", "missing")]),
    ]
}

fn faults(found: &[Label]) -> String {
    compare(&case(), found).faults.join("\n")
}

#[test]
fn a_case_is_read() {
    let case = case();
    assert_eq!(case.article.text, "Some 40 miners were rescued — but thousands of villagers wait.\n\nThe end.");
    assert_eq!(case.article.blocks.len(), 2);
    assert_eq!(case.article.head.published.earliest.unwrap().to_string(), "2016-06-05");
    assert_eq!(case.drawn[2].span.of(&case.article.text), "thousands of villagers");
    assert_eq!((case.line, case.drawn[0].line), (3, 6));
}

#[test]
fn what_is_as_drawn_has_no_fault() {
    assert_eq!(faults(&right()), "");
}

#[test]
fn what_is_missing_fails() {
    let mut found = right();
    found.pop();
    assert!(faults(&found).contains("missing: figure"), "{}", faults(&found));
    assert_eq!(compare(&case(), &[]).faults.len(), 3);
}

#[test]
fn what_is_not_drawn_fails_if_it_is_under_test() {
    let mut found = right();
    found.push(label((60, 63), "time", &["DATE", "2016", "text"], &[]));
    assert_eq!(faults(&found), "");
    found.push(label((66, 69), "figure", &["1", "exact", "count"], &[]));
    assert!(faults(&found).contains("not drawn: figure 1 exact count"), "{}", faults(&found));
    found.pop();
    found.push(found[0].clone());
    assert!(faults(&found).contains("not drawn"), "a fact found twice");
}

#[test]
fn what_is_wrong_fails() {
    type Spoil = fn(&mut Vec<Label>);
    let wrong: [(Spoil, &str); 6] = [
        (|found| found[0].words[0] = "41".to_owned(), "expected 40, but found 41"),
        (|found| found[0].words[1] = "exact".to_owned(), "expected about, but found exact"),
        (|found| found[0].words[2] = "count".to_owned(), "expected people, but found count"),
        (|found| found[0].attributes.truncate(1), "expected population=men,women, but found population=none"),
        (|found| found[1].span.start = 9, "missing: place"),
        (|found| found[1].kind = "person", "missing: place"),
    ];
    for (spoil, message) in wrong {
        let mut found = right();
        spoil(&mut found);
        assert!(faults(&found).contains(message), "{message}: {}", faults(&found));
    }
}

#[test]
fn what_was_found_is_written_as_it_was_drawn() {
    let mut found = right();
    found[0].words[1] = "over".to_owned();
    found[0].attributes.remove(0);
    found.remove(1);
    let (_, mended) = cases(&compare(&case(), &found).mended).unwrap();
    assert_eq!(compare(&mended[0], &found).faults.join("\n"), "");
    let text = compare(&case(), &found).mended;
    assert!(text.contains("\n^^^^^^^^^^^^^^ figure 40 over people status=none population=men,women\n"), "{text}");
    assert!(text.contains("figure 2000.. vague …\n villagers wait.\n^^^^^^^^^^ …\n\nThe end.\n"), "{text}");
    let written = compare(&case(), &right()).mended.replace("2000..", "2,000..").replace("men,women", "men, women");
    let lines = |text: &str| text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(lines(&written), lines(TEXT.split_once("\n\n").unwrap().1));
}

#[test]
fn what_cannot_be_read_is_refused() {
    for (text, message) in [
        ("--- figures\nText.\n", "expected `--- noun: name`"),
        ("--- numbers: a\nText.\n", "expected one of figures"),
        ("--- figures: a\n^^ figure\n", "expected a text above"),
        ("--- figures: a\nText.\n^^ number 4\n", "expected one of direct"),
        ("--- figures: a\nText.\n^^ figure four\n", "nothing like `four`"),
        ("--- figures: a\nText.\n^^ figure 4 5\n", "nothing like `5`"),
        ("--- figures: a\nText.\n^^ figure 4 colour=red\n", "but found `colour`"),
        ("--- figures: a\nText.\n    ^^ figure 4\n", "behind the line's end"),
        ("--- figures: a\nText.\n^^ …\n", "nothing above goes on"),
        ("--- figures: a\nText.\n^^ figure …\nMore.\n", "does not go on"),
        ("--- times: a\ndate: Sunday\nText.\n", "expected a day"),
    ] {
        let problem = cases(text).err().unwrap_or_default();
        assert!(problem.contains(message), "{text}: {problem}");
    }
}

#[test]
fn values_are_read_with_and_without_quotation_marks() {
    let read = |text: &str| Expectation::parse(text).unwrap();
    let bare = read("direct speaker=Ramona Moreno cue=said");
    assert_eq!(bare, read("direct speaker=\"Ramona Moreno\" cue=\"said\""));
    assert_eq!(read("figure 1,200 at-least people"), read("figure people at_least 1200"));
    assert_eq!(read("figure counted=\"a b\" people"), read("figure people counted=a b"));
    assert_eq!(read("time DATE 2016-06 text status=none"), read("time 2016-06 text DATE status=-"));
}
