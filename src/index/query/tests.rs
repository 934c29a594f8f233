//! Queries, how they are read, and what is wrong with them.

use super::Query;
use std::fmt::Write as _;

/// Each case is a query, its tree behind `=`, and a line a problem: where, in the query, and how the message begins.
const CASES: &str = include_str!("cases.txt");

/// The query, its tree, its problems and, of a list, its parts: as the cases have them.
fn told(query: &str) -> String {
    let read = Query::parse(query);
    let mut told = format!("{query}\n= {read}\n");
    for problem in read.problems() {
        let before = query[..problem.span.start as usize].chars().count();
        let marked = query[problem.span.range()].chars().count().max(1);
        let _ = writeln!(told, "{}{} {}", " ".repeat(before), "^".repeat(marked), problem.message);
    }
    if !read.parts().is_empty() {
        let _ = writeln!(told, "parts: {}", read.parts().join(" | "));
    }
    told
}

/// `UPDATE=1 cargo test` writes the cases anew as they are read now.
#[test]
fn cases_are_read_as_written() {
    let mut now = String::new();
    for block in CASES.split_inclusive("\n\n") {
        let block = block.trim_end_matches('\n');
        let query = block.lines().next().unwrap_or("");
        now.push_str(&if query.starts_with('#') { format!("{block}\n") } else { told(query) });
        now.push('\n');
    }
    let now = format!("{}\n", now.trim_end());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(concat!(env!("CARGO_MANIFEST_DIR"), "/src/index/query/cases.txt"), &now).unwrap_or_default();
        return;
    }
    for (now, case) in now.split("\n\n").zip(CASES.split("\n\n")) {
        assert_eq!(now.trim_end(), case.trim_end());
    }
}

#[test]
fn empty_queries_ask_for_nothing() {
    for query in ["", "  ", "-", "—", "*", "()", "\"\"", ","] {
        assert!(Query::parse(query).is_empty(), "{query}");
    }
    assert!(!Query::parse("-moreno").has_words());
    assert!(!Query::parse("outlet:x date:2016").has_words());
    assert!(Query::parse("a -b").has_words());
    assert_eq!(
        Query::parse("came \"BACK home\" -never in:title morreno~ pre*").words(),
        ["came", "back", "home", "morreno"]
    );
}
