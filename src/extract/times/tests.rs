//! Tests of what cases in plain text cannot say: publication between two days, intervals, and hostile texts.

use super::words::rows;
use crate::extract::{Document, Facts, Time};
use crate::read::{Article, Basis, Block, BlockKind, Published};
use crate::text::Span;
use jiff::civil::{Date, date};

fn times(text: &str, published: Option<(Date, Date)>) -> Vec<Time> {
    let mut article = Article { text: text.to_owned(), ..Article::default() };
    article.blocks = vec![Block { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
    article.head.published = Published {
        earliest: published.map(|(earliest, _)| earliest),
        latest: published.map(|(_, latest)| latest),
        basis: Basis::Inferred,
        ..Published::default()
    };
    let mut facts = Facts::default();
    super::find(&Document::read(&article), &mut facts);
    facts.times
}

fn values(text: &str, published: Option<(Date, Date)>) -> String {
    let values: Vec<String> = times(text, published).into_iter().map(|time| time.value).collect();
    values.join(" ")
}

#[test]
fn a_publication_between_two_days_settles_what_both_agree_on() {
    let text = "This year, in May, last week and on Sunday the river rose.";
    for (earliest, latest, expected) in [
        (date(2016, 6, 5), date(2016, 6, 5), "2016 2016-05 2016-W21 2016-06-05"),
        (date(2016, 6, 6), date(2016, 6, 10), "2016 2016-05 2016-W22 2016-06-05"),
        (date(2016, 6, 1), date(2016, 6, 7), "2016 2016-05 XXXX-WXX 2016-06-05"),
        (date(2016, 6, 1), date(2016, 9, 30), "2016 2016-05 XXXX-WXX XXXX-WXX-7"),
        (date(2015, 11, 1), date(2016, 9, 30), "XXXX XXXX-05 XXXX-WXX XXXX-WXX-7"),
    ] {
        assert_eq!(values(text, Some((earliest, latest))), expected, "{earliest} to {latest}");
    }
    assert_eq!(values(text, None), "XXXX XXXX-05 XXXX-WXX XXXX-WXX-7");
}

#[test]
fn intervals_end_where_the_words_end_them() {
    for (text, earliest, latest) in [
        ("It stood in 2011.", Some(date(2011, 1, 1)), Some(date(2011, 12, 31))),
        ("It has stood since 2011.", Some(date(2011, 1, 1)), None),
        ("It stood until May 2011.", None, Some(date(2011, 5, 31))),
        ("It stood after 5 May 2011.", Some(date(2011, 5, 5)), None),
        ("It stood for three days.", None, None),
        ("It stood in March.", None, None),
    ] {
        let found = times(text, None);
        let [time] = found.as_slice() else { panic!("{text}: {found:?}") };
        assert_eq!((time.earliest, time.latest), (earliest, latest), "{text}");
    }
}

#[test]
fn days_that_the_calendar_does_not_have() {
    assert_eq!(values("On 30 February 2011 it rained.", None), "2011-02");
    assert_eq!(values("In 2011-02-30 the log breaks off.", None), "2011");
    let leap = times("It was signed on 29 February 2011.", None);
    assert!(leap.iter().all(|time| time.earliest.is_none()));
}

/// Words of the table in any order, with marks and numbers between them: whatever is found lies in the text, in order.
#[test]
fn any_words_whatever() {
    let marks =
        ["-", "–", ",", ".", "/", "'", "’s", "of", "in", "since", "until", "5", "31", "2016", "99", "1,000", "16:21"];
    let words: Vec<&str> =
        rows().map(|(word, _)| word).chain(marks).chain(["BC", "AD", "May", "Easter", "war", "th"]).collect();
    let mut state: u32 = 1;
    let mut text = String::new();
    for _ in 0..40_000 {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        text.push_str(words[(state >> 8) as usize % words.len()]);
        if state >> 30 != 0 {
            text.push(' ');
        }
    }
    let mut end = 0;
    for time in times(&text, Some((date(2016, 6, 5), date(2016, 6, 5)))) {
        assert!(time.span.start >= end && time.span.end > time.span.start, "{:?}", time.span);
        assert!(text.get(time.span.range()).is_some());
        end = time.span.end;
    }
}
