//! What the five shipped articles count and who says so: the accounts that the project was begun for.
//!
//! These hold the finders to what a reader takes from the articles. The finders know nothing of them.

#![allow(clippy::unwrap_used)]
#![cfg(feature = "extract")]

use sourcebook::extract::{Facts, Figure, Quote, QuoteKind, Settings, extract, remainders};
use sourcebook::read::{Article, File, corpus};

/// A shipped article, by the first digits of its file's name, with its facts.
fn read(name: &str) -> (Article, Facts) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let files = std::fs::read_dir(folder).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        File { path: path.file_name().unwrap().to_string_lossy().into_owned(), bytes: std::fs::read(&path).unwrap() }
    });
    let (corpus, _) = corpus("seeds", files.collect());
    let article = corpus.articles.into_iter().find(|article| article.head.id.starts_with(name)).unwrap();
    let facts = extract(&article, &Settings::default());
    (article, facts)
}

/// The figure whose words are these.
fn figure<'f>(article: &Article, facts: &'f Facts, words: &str) -> (usize, &'f Figure) {
    let found = facts.figures.iter().enumerate().find(|(_, figure)| figure.span.of(&article.text) == words);
    found.unwrap_or_else(|| {
        let all: Vec<&str> = facts.figures.iter().map(|figure| figure.span.of(&article.text)).collect();
        panic!("no figure {words:?} among {all:?}")
    })
}

fn sources(figure: &Figure) -> Vec<&str> {
    figure.sources.iter().map(|source| source.name.as_str()).collect()
}

/// The quotation of this kind that begins with these words.
fn quote<'f>(article: &Article, facts: &'f Facts, kind: QuoteKind, begins: &str) -> &'f Quote {
    let mut quotes = facts.quotes.iter().filter(|quote| quote.kind == kind);
    quotes
        .find(|quote| quote.span.of(&article.text).starts_with(begins))
        .unwrap_or_else(|| panic!("no quotation {begins:?}"))
}

/// The remainder of a whole: what its parts leave of it.
fn left_over(facts: &Facts, whole: usize) -> (Vec<usize>, f64, f64) {
    let found = remainders(facts).into_iter().find(|remainder| remainder.whole == whole).unwrap();
    (found.parts, found.low, found.high)
}

#[test]
fn what_became_of_the_405() {
    let (article, facts) = read("001");
    let (whole, left) = figure(&article, &facts, "405 people");
    let (killed, dead) = figure(&article, &facts, "104");
    let (returned, back) = figure(&article, &facts, "44");
    assert_eq!(left.status.as_deref(), Some("left"));
    assert_eq!((dead.status.as_deref(), dead.part_of), (Some("killed"), Some(whole)));
    assert_eq!((back.status.as_deref(), back.part_of), (Some("returned"), Some(whole)));
    assert_eq!(left_over(&facts, whole), (vec![killed, returned], 257.0, 257.0));
    for figure in [left, dead, back] {
        assert_eq!(sources(figure), ["Russian Interior Ministry spokesman", "Russian Interior Ministry"]);
    }
}

#[test]
fn where_the_thirty_came_from() {
    let (article, facts) = read("002");
    let (whole, thirty) = figure(&article, &facts, "30 children");
    let (first, dagestan) = figure(&article, &facts, "24 of the children");
    let (second, chechnya) = figure(&article, &facts, "another three");
    assert_eq!(thirty.status.as_deref(), Some("returned"));
    assert_eq!((dagestan.part_of, dagestan.of_place.as_deref()), (Some(whole), Some("Dagestan")));
    assert_eq!((chechnya.part_of, chechnya.of_place.as_deref()), (Some(whole), Some("Chechnya")));
    assert_eq!(left_over(&facts, whole), (vec![first, second], 3.0, 3.0));
}

#[test]
fn two_hundreds_are_two_things() {
    let (article, facts) = read("002");
    let (_, returned) = figure(&article, &facts, "about 100 women and children");
    let (_, sentenced) = figure(&article, &facts, "about 100 foreigners");
    assert_eq!((returned.status.as_deref(), sentenced.status.as_deref()), (Some("returned"), Some("sentenced")));
    assert_eq!(returned.population, ["women", "children"]);
    assert_eq!(sentenced.population, ["foreigners"]);
    assert_ne!(returned.part_of, sentenced.part_of);
}

#[test]
fn what_was_told_to_a_writer_is_the_tellers() {
    let (article, facts) = read("000");
    let told = quote(&article, &facts, QuoteKind::Direct, "Many Chechens were born");
    assert!(told.span.of(&article.text).ends_with("Christian, or Jew."), "{}", told.span.of(&article.text));
    assert_eq!(told.speaker.as_ref().unwrap().name, "Ramzan Kadyrov");
    assert!(told.via.iter().any(|source| source.name == "Zavtra"), "{:?}", told.via);
    let (_, abroad) = figure(&article, &facts, "about 200,000 of them");
    assert_eq!(sources(abroad).first(), Some(&"Ramzan Kadyrov"));
    assert!(sources(abroad).contains(&"Zavtra"));
}

#[test]
fn two_accounts_of_the_children_have_two_sources() {
    let (article, facts) = read("003");
    let (_, few) = figure(&article, &facts, "between 70 and 120 children");
    let (_, many) = figure(&article, &facts, "up to 400 children");
    assert_eq!((few.low, few.high), (Some(70.0), Some(120.0)));
    assert_eq!(many.high, Some(400.0));
    assert_eq!(sources(few), ["Ramzan Kadyrov"]);
    assert!(sources(many).contains(&"Anna Kuznetsova"), "{:?}", sources(many));
}

#[test]
fn a_newspaper_stands_between() {
    let (article, facts) = read("004");
    let (_, asked) = figure(&article, &facts, "about 150 nationals");
    assert_eq!(sources(asked), ["Wall Street Journal"]);
    let le_bret = quote(&article, &facts, QuoteKind::Direct, "\"Their forces (ISIL)");
    assert_eq!(le_bret.speaker.as_ref().unwrap().name, "Didier Le Bret");
    assert!(le_bret.via.iter().any(|source| source.name == "Wall Street Journal"), "{:?}", le_bret.via);
}
