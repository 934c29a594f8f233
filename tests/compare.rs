//! Comparing articles: what stands together, how it relates, and why.
//!
//! `tests/cases/compare/` holds small corpora of invented articles as text, each with what must be found in it, drawn by
//! [`drawn`]; `UPDATE=1 cargo test --test compare` writes that anew, to be read in the diff.

#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use sourcebook::compare::{Account, Adds, Comparison, Interval, Relation, Scope, record};
use sourcebook::extract::{Bound, Counted, Facts, Figure, FigureKind, Settings, extract};
use sourcebook::read::{Article, File, Head, corpus, settings_of};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Articles, settings and facts of files.
fn read(files: Vec<File>) -> (Vec<Article>, Settings, Vec<Facts>) {
    let settings = settings_of(&files);
    let (corpus, problems) = corpus("case", files);
    assert!(problems.is_empty(), "{problems:?}");
    let facts = corpus.articles.iter().map(|article| extract(article, &settings)).collect();
    (corpus.articles, settings, facts)
}

fn seeds() -> (Vec<Article>, Settings, Vec<Facts>) {
    let files = std::fs::read_dir(root().join("seeds")).unwrap().map(|entry| {
        let path: PathBuf = entry.unwrap().path();
        File { path: path.file_name().unwrap().to_string_lossy().into_owned(), bytes: std::fs::read(&path).unwrap() }
    });
    read(files.collect())
}

/// The account of the figure with these words in the article whose id begins so.
fn account(comparison: &Comparison<'_>, facts: &[Facts], article: &str, words: &str) -> usize {
    let number = comparison.articles().iter().position(|known| known.head.id.starts_with(article)).unwrap();
    let text = &comparison.articles()[number].text;
    let figures = &facts[number].figures;
    let figure = figures.iter().position(|figure| figure.span.of(text).starts_with(words));
    let figure = figure.unwrap_or_else(|| panic!("no figure {words:?} in {article}"));
    comparison.account(Account { article: number, figure }).unwrap()
}

fn question_of(comparison: &Comparison<'_>, account: usize) -> Option<usize> {
    comparison.questions.iter().position(|question| question.figures.contains(&account))
}

// ---- the shipped articles -------------------------------------------------------------------------------

#[test]
fn how_many_left_is_one_question_with_three_accounts() {
    let (articles, settings, facts) = seeds();
    let comparison = Comparison::of(&articles, &facts, &settings);
    let of = |article, words| account(&comparison, &facts, article, words);
    let (exact, vague) = (of("001", "405 people"), of("002", "Several thousand Russian citizens"));
    let europe = of("000", "Thousands of Chechens");
    let question = question_of(&comparison, exact).unwrap();
    assert_eq!(question_of(&comparison, vague), Some(question));
    assert_eq!(question_of(&comparison, europe), Some(question));
    assert_eq!(comparison.questions[question].title, "Fighters who left for Syria");

    let related = comparison.related(exact, vague).unwrap();
    let Relation::Differ { factor: Some(factor), at_least: true } = related.relation else { panic!("{related:?}") };
    assert!((4.9..5.0).contains(&factor), "{factor}");
    let scopes: BTreeSet<Scope> = related.reasons.iter().map(|reason| reason.scope).collect();
    assert!(
        [Scope::Population, Scope::OfPlace, Scope::AtPlace, Scope::Source].iter().all(|scope| scopes.contains(scope))
    );
    let words = comparison.in_words(exact, vague, &related);
    assert!(words.starts_with("differ about fivefold or more, `Several thousand` taken from 2,000: "), "{words}");
    assert!(words.contains("Chechnya lies within Russia"), "{words}");

    let related = comparison.related(exact, europe).unwrap();
    assert!(matches!(related.relation, Relation::Differ { at_least: true, .. }), "{related:?}");
    let scopes: BTreeSet<Scope> = related.reasons.iter().map(|reason| reason.scope).collect();
    assert!(scopes.contains(&Scope::AtPlace) && scopes.contains(&Scope::Source), "{related:?}");
}

#[test]
fn nothing_is_linked_for_its_number_alone() {
    let (articles, settings, facts) = seeds();
    let comparison = Comparison::of(&articles, &facts, &settings);
    let of = |article, words| account(&comparison, &facts, article, words);
    for (one, other) in [
        (of("002", "about 100 women"), of("002", "about 100 foreigners")),
        (of("001", "over 400 Chechens"), of("003", "up to 400 children")),
        (of("002", "More than 1,000 Russian women"), of("002", "over 1,000 requests")),
    ] {
        assert_ne!(question_of(&comparison, one), question_of(&comparison, other));
        assert_eq!(comparison.related(one, other), None);
    }
}

#[test]
fn sums_of_the_articles_are_found() {
    let (articles, settings, facts) = seeds();
    let comparison = Comparison::of(&articles, &facts, &settings);
    let workings: Vec<&str> = comparison.sums.iter().map(|sum| sum.working.as_str()).collect();
    assert!(workings.contains(&"405 = 104 + 44 + 257"), "{workings:?}");
    assert!(workings.contains(&"30 = 24 + 3 + 3"), "{workings:?}");
    let children = comparison.questions.iter().find(|question| question.title == "Children still in Syria or Iraq");
    assert_eq!(children.unwrap().figures.len(), 2);
}

// ---- invented stories -----------------------------------------------------------------------------------

/// A case: `=== name`, and below it files, each behind `--- path`.
fn cases() -> Vec<(String, Vec<File>)> {
    let text = std::fs::read_to_string(root().join("tests/cases/compare/stories.txt")).unwrap();
    let stories = text.split("\n=== ").skip(1).map(|story| {
        let (name, rest) = story.split_once('\n').unwrap();
        let files = rest.split("--- ").skip(1).map(|file| {
            let (path, text) = file.split_once('\n').unwrap();
            File { path: path.trim().to_owned(), bytes: format!("{}\n", text.trim()).into_bytes() }
        });
        (name.trim().to_owned(), files.collect())
    });
    stories.collect()
}

/// What was found, a line each.
fn drawn(comparison: &Comparison<'_>, facts: &[Facts]) -> String {
    let mut out = String::new();
    let words = |account: usize| {
        let Account { article, figure } = comparison.accounts().nth(account).unwrap();
        let of = &comparison.articles()[article];
        format!("{} “{}”", of.head.id, facts[article].figures[figure].span.of(&of.text))
    };
    for question in &comparison.questions {
        writeln!(out, "question {} | {}", question.id, question.title).unwrap();
        for (at, first) in question.figures.iter().enumerate() {
            writeln!(out, "  {at} {}", words(*first)).unwrap();
        }
        for (at, first) in question.figures.iter().enumerate() {
            for (other, second) in question.figures.iter().enumerate().skip(at + 1) {
                let related = comparison.related(*first, *second).unwrap();
                writeln!(out, "  {at}, {other}: {}", comparison.in_words(*first, *second, &related)).unwrap();
            }
        }
    }
    for at in comparison.unasked() {
        writeln!(out, "unasked {}", words(at)).unwrap();
    }
    for sum in &comparison.sums {
        writeln!(out, "sum {}: {}", comparison.articles()[sum.article].head.id, sum.working).unwrap();
    }
    for name in comparison.names.iter().filter(|name| name.mentions.len() > 1) {
        writeln!(out, "name {} ({}) in {}", name.name, name.aliases.join(", "), name.mentions.len()).unwrap();
    }
    for passage in &comparison.passages {
        let (article, span) = passage.first;
        let quoted = if passage.quoted { ", quoted" } else { "" };
        let said = span.of(&comparison.articles()[article].text);
        writeln!(out, "passage of {} words{quoted}: {said}", passage.words).unwrap();
    }
    out
}

#[test]
fn stories_are_compared_as_expected() {
    let mut found = String::new();
    for (name, files) in cases() {
        let (articles, settings, facts) = read(files);
        let comparison = Comparison::of(&articles, &facts, &settings);
        write!(found, "=== {name}\n{}\n", drawn(&comparison, &facts)).unwrap();
    }
    let path = root().join("tests/cases/compare/stories.expected.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &found).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(found == expected, "{}", difference(&expected, &found));
}

fn difference(expected: &str, found: &str) -> String {
    let (expected, found): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let missing = expected.iter().filter(|line| !found.contains(line)).map(|line| format!("- {line}"));
    let new = found.iter().filter(|line| !expected.contains(line)).map(|line| format!("+ {line}"));
    missing.chain(new).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_question_is_called_as_the_corpus_says() {
    let (articles, mut settings, facts) = seeds();
    let title = |question: &str, title: &str| sourcebook::read::QuestionTitle {
        question: question.to_owned(),
        title: title.to_owned(),
        place: (1, 1),
    };
    settings.questions = vec![
        title("children-returned", "How many children came home?"),
        title("fighters who left for syria", "How many left to fight?"),
        title("nothing-of-the-kind", "Never"),
    ];
    let comparison = Comparison::of(&articles, &facts, &settings);
    let titled: BTreeSet<&str> = comparison
        .questions
        .iter()
        .filter(|question| question.titled_by_hand)
        .map(|question| question.title.as_str())
        .collect();
    assert_eq!(titled.into_iter().collect::<Vec<_>>(), ["How many children came home?", "How many left to fight?"]);
    assert_eq!(
        comparison.unfit.iter().map(|given| given.question.as_str()).collect::<Vec<_>>(),
        ["nothing-of-the-kind"]
    );
}

// ---- properties -----------------------------------------------------------------------------------------

fn article(id: usize) -> Article {
    Article { head: Head { id: format!("{id:03}"), ..Head::default() }, text: "x".to_owned(), ..Article::default() }
}

fn figures() -> impl Strategy<Value = Figure> {
    let places = prop::sample::select(vec!["", "Peru", "Lima", "Iraq", "Syria and Iraq", "Europe"]);
    let bounds = prop::sample::select(vec![Bound::Exact, Bound::About, Bound::Over, Bound::UpTo, Bound::Vague]);
    let status = prop::sample::select(vec!["", "killed", "left", "other"]);
    let times = prop::sample::select(vec!["", "2016", "2016-06-05", "2019", "2011/.."]);
    (0u32..50, bounds, status, places.clone(), places, times).prop_map(|(value, bound, status, of, at, when)| {
        let some = |word: &str| (!word.is_empty()).then(|| word.to_owned());
        let value = f64::from(value);
        Figure {
            low: (bound != Bound::UpTo).then_some(value),
            high: (!matches!(bound, Bound::Over | Bound::Vague)).then_some(value),
            bound,
            kind: FigureKind::People,
            counted: Some(Counted { text: "people".to_owned(), span: None }),
            status: some(status),
            of_place: some(of),
            at_place: some(at),
            as_of: some(when),
            ..Figure::default()
        }
    })
}

fn corpora() -> impl Strategy<Value = Vec<Facts>> {
    let facts = prop::collection::vec(figures(), 0..5).prop_map(|figures| Facts { figures, ..Facts::default() });
    prop::collection::vec(facts, 1..4)
}

proptest! {
    #[test]
    fn relations_are_symmetric_and_follow_the_intervals(facts in corpora()) {
        let articles: Vec<Article> = (0..facts.len()).map(article).collect();
        let comparison = Comparison::of(&articles, &facts, &Settings::default());
        let accounts: Vec<Account> = comparison.accounts().collect();
        for a in 0..accounts.len() {
            prop_assert_eq!(comparison.related(a, a), None);
            for b in 0..accounts.len() {
                let related = comparison.related(a, b);
                prop_assert_eq!(comparison.related(b, a), related.clone().map(|related| related.turned()));
                let Some(related) = related else { continue };
                let of = |at: usize| Interval::compared(&facts[accounts[at].article].figures[accounts[at].figure]);
                match related.relation {
                    Relation::Agree => prop_assert!(of(a).meets(of(b))),
                    Relation::Differ { factor, .. } => {
                        prop_assert!(!of(a).meets(of(b)));
                        prop_assert!(factor.is_none_or(|factor| factor > 1.0));
                    }
                    _ => {}
                }
            }
        }
    }

    /// All accounts of a question can be right together just if its least end is not below its greatest beginning.
    #[test]
    fn the_ends_of_a_question_tell_whether_all_meet(facts in corpora()) {
        let articles: Vec<Article> = (0..facts.len()).map(article).collect();
        let comparison = Comparison::of(&articles, &facts, &Settings::default());
        let accounts: Vec<Account> = comparison.accounts().collect();
        let of = |at: usize| Interval::compared(&facts[accounts[at].article].figures[accounts[at].figure]);
        for question in &comparison.questions {
            let each = question.figures.iter().all(|a| question.figures.iter().all(|b| of(*a).meets(of(*b))));
            prop_assert_eq!(each, of(question.least).high >= of(question.greatest).low);
        }
    }

    #[test]
    fn the_order_of_articles_changes_nothing(facts in corpora(), turn in 0usize..4) {
        let articles: Vec<Article> = (0..facts.len()).map(article).collect();
        let (mut other_articles, mut other_facts) = (articles.clone(), facts.clone());
        let turn = turn % facts.len();
        other_articles.rotate_left(turn);
        other_facts.rotate_left(turn);
        let one = record(&Comparison::of(&articles, &facts, &Settings::default()));
        let other = record(&Comparison::of(&other_articles, &other_facts, &Settings::default()));
        prop_assert_eq!(one, other);
    }

    #[test]
    fn every_account_answers_one_question_or_none(facts in corpora()) {
        let articles: Vec<Article> = (0..facts.len()).map(article).collect();
        let comparison = Comparison::of(&articles, &facts, &Settings::default());
        let mut all: Vec<usize> = comparison.questions.iter().flat_map(|question| question.figures.clone()).collect();
        all.extend(comparison.unasked());
        all.sort_unstable();
        prop_assert_eq!(all, (0..comparison.accounts().len()).collect::<Vec<_>>());
        let ids: BTreeSet<&str> = comparison.questions.iter().map(|question| question.id.as_str()).collect();
        prop_assert_eq!(ids.len(), comparison.questions.len());
    }
}

#[test]
fn ten_thousand_figures_of_one_question() {
    let figure = |at: usize| Figure {
        low: Some((at % 997) as f64),
        high: Some((at % 997) as f64),
        kind: FigureKind::People,
        status: Some("killed".to_owned()),
        at_place: Some(["Peru", "Lima", "Iraq"][at % 3].to_owned()),
        ..Figure::default()
    };
    let facts: Vec<Facts> = (0..100)
        .map(|article| Facts { figures: (0..100).map(|at| figure(article * 100 + at)).collect(), ..Facts::default() })
        .collect();
    let articles: Vec<Article> = (0..100).map(article).collect();
    let began = Instant::now();
    let comparison = Comparison::of(&articles, &facts, &Settings::default());
    let printed: serde_json::Value = serde_json::from_str(&record(&comparison)).unwrap();
    // All pairs would take minutes.
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    assert_eq!(comparison.questions.len(), 1);
    let question = &printed["questions"][0];
    assert_eq!(question["figures"].as_array().unwrap().len(), 10_000);
    let relations = question["relations"].as_array().unwrap().len();
    assert_eq!(relations, sourcebook::compare::MOST_RELATIONS);
    assert_eq!(question["relations_left_out"], 10_000 * 9_999 / 2 - relations);
}

#[test]
fn an_empty_corpus_has_nothing_to_compare() {
    let comparison = Comparison::of(&[], &[], &Settings::default());
    assert!(comparison.questions.is_empty() && comparison.sums.is_empty() && comparison.names.is_empty());
    let one = Facts { figures: vec![Figure::default()], ..Facts::default() };
    let articles = [article(0)];
    let facts = [one];
    let comparison = Comparison::of(&articles, &facts, &Settings::default());
    assert_eq!(comparison.unasked().collect::<Vec<_>>(), [0]);
    assert!(comparison.sums.iter().all(|sum| sum.adds == Adds::Open));
}
