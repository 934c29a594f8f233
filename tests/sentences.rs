//! The cases of `tests/cases/sentences.txt`, and what must hold of any text.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use sourcebook::text::{Span, fold, sentences, stem, words};
use std::collections::BTreeSet;

/// Cases begin with `--- name`; the mark stands where one sentence ends and the next begins.
const MARK: char = '¦';

#[test]
fn sentences_part_where_the_cases_say() {
    let mut names = BTreeSet::new();
    let mut failures = Vec::new();
    for case in include_str!("cases/sentences.txt").split("\n--- ").skip(1) {
        let (name, text) = case.split_once('\n').expect("a case has a name and a text");
        assert!(names.insert(name), "two cases are named {name}");
        let expected: Vec<&str> = text.split(MARK).map(str::trim).collect();
        let block = text.replace(MARK, "");
        let found: Vec<&str> = sentences(&block).into_iter().map(|span| span.of(&block)).collect();
        if found != expected {
            failures.push(format!("{name}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(names.len() >= 60, "only {} cases were read", names.len());
    assert!(failures.is_empty(), "{} cases:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn marks_without_end_are_read_once() {
    // Behind each of these may stand what makes the stop none; to look for it from each anew would take hours.
    for mark in [")", "”", " ", ",", "1", "\u{301}"] {
        let block = format!("か.{}", mark.repeat(400_000));
        assert!(sentences(&block).len() <= 2, "{mark}");
    }
}

/// Any text, and text thick with what the rules look at.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        any::<char>().prop_map(String::from),
        prop::sample::select(
            [
                ".", "!", "?", "…", " ", "\n", "\u{a0}", "”", "“", "\"", "'", "’", "’s", "(", ")", "[", "]", "-", "–",
                "U.S.", "Mr.", "Aug.", "No.", "5", "He", "said", "home", "a", "A", "。", "।", "か", "\u{301}",
                "\u{ad}", "\u{feff}", "Yahoo!", ":",
            ]
            .map(String::from)
            .to_vec()
        ),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Fails unless the spans lie in order within the text, on character borders, and hold something.
fn check_spans(text: &str, spans: &[Span]) -> Result<(), TestCaseError> {
    let mut last = 0;
    for span in spans {
        prop_assert!(span.start >= last && !span.is_empty(), "{span:?} stands behind {last}");
        prop_assert!(text.get(span.range()).is_some(), "{span:?} does not fit {text:?}");
        last = span.end;
    }
    Ok(())
}

proptest! {
    #[test]
    fn sentences_of_any_text_cover_it(text in text()) {
        let found = sentences(&text);
        check_spans(&text, &found)?;
        let mut rest = 0;
        for span in &found {
            prop_assert_eq!(text[rest..span.range().start].trim(), "");
            prop_assert_eq!(span.of(&text).trim(), span.of(&text));
            rest = span.range().end;
        }
        prop_assert_eq!(text[rest..].trim(), "");
    }

    #[test]
    fn words_of_any_text_hold_a_letter_or_a_digit(text in text()) {
        let found: Vec<Span> = words(&text).collect();
        check_spans(&text, &found)?;
        for span in found {
            prop_assert!(span.of(&text).chars().any(char::is_alphanumeric));
            prop_assert!(!span.of(&text).contains(char::is_whitespace));
        }
    }

    #[test]
    fn folding_twice_is_folding_once(text in text()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        prop_assert!(stem(&once).len() <= once.len() + 1);
    }

    #[test]
    fn case_and_quotes_do_not_matter(word in "[a-z]{1,8}[’']?[a-z]{1,3}") {
        prop_assert_eq!(fold(&word), fold(&word.to_uppercase().replace('\'', "’")));
    }
}
