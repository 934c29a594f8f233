//! What must hold of any text: arbitrary, made of pieces of news, and made to be slow.

use super::case::cases;
use super::invariants::check;
use proptest::prelude::*;
use sourcebook::extract::{Settings, extract};
use sourcebook::read::{Article, record};
use std::time::{Duration, Instant};

/// An article of a text, as the reader of lines makes it.
fn article(text: &str, date: Option<&str>) -> Article {
    let line = serde_json::json!({"id": "a", "text": text, "date": date}).to_string();
    record(&line).unwrap().0
}

const PIECES: &[&str] = &[
    // Numbers, and what may stand beside them.
    "40",
    "1,200",
    "4.5",
    "1.2 million",
    "two",
    "twenty-three",
    "a dozen",
    "dozens",
    "hundreds",
    "half",
    "one in nine",
    "a third",
    "first",
    "0",
    "999999999999999999999",
    "1e400",
    "3/4",
    "½",
    "12%",
    "$40bn",
    "€",
    "Rs 2 lakh",
    "16:21",
    "2016",
    "1990s",
    "+49 30 1234",
    "A320",
    "4-year-old",
    "70-120",
    "between 70 and 120",
    "from",
    "to",
    "about",
    "more than",
    "at least",
    "up to",
    "some",
    "or more",
    "of them",
    "of the",
    "the rest",
    "none",
    "among",
    // Words of news.
    "people",
    "miners",
    "women and children",
    "families",
    "were killed",
    "returned",
    "have left",
    "died",
    "unknown",
    "The",
    "the",
    "a",
    "in",
    "and",
    "but",
    "who",
    "that",
    "not",
    "no",
    "is not known",
    "the number of",
    "He",
    "she",
    "they",
    "his office",
    "Moreno",
    "Ramona Moreno",
    "Dr. Ruth Haas",
    "President",
    "the minister",
    "Valley Ministry",
    "UN",
    "the United Nations (UN)",
    "Berlin",
    "Paris, Texas",
    "Syrian",
    "Red Cross",
    "McDonald",
    "al-Rashid",
    // Speech.
    "said",
    "told reporters",
    "according to",
    "added",
    "denied that",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "‘",
    "«",
    "»",
    "„",
    "Here’s what she told us:",
    "This was reported by",
    "asked:",
    "’s",
    "...",
    "…",
    "(",
    ")",
    "[",
    "]",
    "—",
    "–",
    "-",
    // Times.
    "on Friday",
    "last August",
    "in July 2017",
    "June 5, 2016",
    "06/07/2016",
    "30 February",
    "earlier this month",
    "since 2011",
    "three days ago",
    "every year",
    "at 10 a.m.",
    "the night of",
    "9999-99-99",
    "BC",
    "tomorrow",
    // Marks, and what is seldom seen.
    ".",
    ",",
    ":",
    ";",
    "!",
    "?",
    "\n",
    "\n\n",
    " ",
    "\u{a0}",
    "\t",
    "\r\n",
    "\u{ad}",
    "\u{200b}",
    "\u{feff}",
    "\u{301}",
    "é",
    "ß",
    "İ",
    "ﬁ",
    "中文",
    "١٢",
    "４０",
    "👨‍👩‍👧",
    "\u{202e}",
    "\0",
    "Leave a Reply",
    "U.S.",
    "Mr.",
];

fn news() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    let spaced = (piece, prop::bool::weighted(0.8)).prop_map(|(piece, space)| if space { piece + " " } else { piece });
    prop::collection::vec(spaced, 0..80).prop_map(|pieces| pieces.concat())
}

fn date() -> impl Strategy<Value = Option<&'static str>> {
    prop::sample::select(vec![
        None,
        Some("2016-06-05"),
        Some("2016"),
        Some("06/07/2016"),
        Some("0001-01-01"),
        Some("9999-12-31"),
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn facts_of_any_news_are_sound(text in news(), date in date()) {
        let checked = check(&article(&text, date));
        prop_assert!(checked.is_ok(), "{}", checked.unwrap_err());
    }

    #[test]
    fn facts_of_any_text_are_sound(text in any::<String>()) {
        let checked = check(&article(&text, None));
        prop_assert!(checked.is_ok(), "{}", checked.unwrap_err());
    }
}

/// Articles that people wrote, and the same cut and put together elsewhere.
fn gold() -> Vec<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/gold");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
    paths.sort();
    let lines = paths
        .into_iter()
        .flat_map(|path| std::fs::read_to_string(path).unwrap().lines().map(str::to_owned).collect::<Vec<_>>());
    lines.map(|line| record(&line).unwrap().0.text).collect()
}

#[test]
fn facts_of_articles_are_sound() {
    for text in gold() {
        check(&article(&text, Some("2016-06-05"))).unwrap();
    }
}

#[test]
fn facts_of_cut_articles_are_sound() {
    let texts = gold();
    for (at, text) in texts.iter().enumerate() {
        let other = &texts[(at + 1) % texts.len()];
        let (cut, from) = (text.floor_char_boundary(text.len() / 3), other.ceil_char_boundary(other.len() / 2));
        let end = other.floor_char_boundary((from + 3000).min(other.len()));
        check(&article(&format!("{}{}", &text[..cut], &other[from..end.max(from)]), None)).unwrap();
    }
}

#[test]
fn what_is_explained_is_a_case() {
    for text in gold().iter().filter(|text| text.len() < 4000) {
        let article = article(text, Some("2016-06-05"));
        let facts = extract(&article, &Settings::default());
        let explained = sourcebook::extract::explain(&article, &facts, 60);
        if explained.contains('�') {
            // What cannot be seen is printed as another character.
            continue;
        }
        let read = cases(&explained).unwrap_or_else(|problem| panic!("{problem}\n{explained}")).1.remove(0);
        let labels = sourcebook::extract::labels(text, &facts);
        assert_eq!(read.drawn.len(), labels.len(), "{explained}");
        for (drawn, label) in read.drawn.iter().zip(&labels) {
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(words(drawn.span.of(&read.article.text)), words(label.span.of(text)), "{explained}");
            assert_eq!(drawn.expected.differences(label), Vec::<String>::new());
        }
    }
}

/// Texts of which a careless rule would look at every part again for every part.
const HOSTILE: [(&str, &str); 22] = [
    ("opening quotation marks", "“"),
    ("straight quotation marks", "\" "),
    ("apostrophes", "' "),
    ("quotations in quotations", "“‘"),
    ("opening brackets", "(["),
    ("digits", "1"),
    ("grouped digits", "1,"),
    ("numbers", "40 "),
    ("number words", "two hundred "),
    ("ranges", "1-"),
    ("one long word", "a"),
    ("capitals", "Moreno "),
    ("initials", "A. "),
    ("names with of", "Ministry of the "),
    ("said", "he said "),
    ("according to", "according to the "),
    ("that", "said that "),
    ("commas", "men, "),
    ("and", "men and women "),
    ("days", "Friday, June 5, 2016, "),
    ("sentences", "40 of the 50 men left, he said. "),
    ("paragraphs", "“We left.\n\n"),
];

/// The shortest of a few runs: other work on the machine makes runs longer, never shorter.
fn seconds(text: &str) -> f64 {
    let article = article(text, Some("2016-06-05"));
    let runs = (0..3).map(|_| {
        let begun = Instant::now();
        let facts = extract(&article, &Settings::default());
        let elapsed = begun.elapsed();
        drop(facts);
        elapsed
    });
    runs.min().unwrap_or(Duration::ZERO).as_secs_f64()
}

#[test]
#[ignore = "a timing, and so no check: cargo test --release --test facts -- --ignored"]
fn no_text_takes_more_than_its_length() {
    let mut slow = Vec::new();
    for (name, piece) in HOSTILE {
        let text = |bytes: usize| piece.repeat(bytes / piece.len());
        // Sixteen times the text; what looks at every part again would take 256 times. A machine that is busy is asked again.
        let ratio = || seconds(&text(256_000)) / seconds(&text(16_000)).max(1e-4);
        let least = (0..3).map(|_| ratio()).find(|ratio| *ratio < 64.0);
        if least.is_none() {
            slow.push(format!("{name}: 256 KB take {:.0} times as long as 16 KB", ratio()));
        }
    }
    assert!(slow.is_empty(), "\n{}", slow.join("\n"));
}
