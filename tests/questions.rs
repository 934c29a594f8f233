//! The questions of the view Figures: of the shipped articles and of figures made by hand.

#![allow(clippy::unwrap_used)]

use sourcebook::compare::Questions as Block;
use sourcebook::compare::{Comparison, compared};
use sourcebook::explorer::screen::{MOST_MARKS, QuestionExplained, QuestionRow, Questions, Screen};
use sourcebook::explorer::{Explorer, State};
use sourcebook::extract::{Bound, Counted, Facts, Figure, FigureKind, Source, extract};
use sourcebook::index::{Edition, write, write_compared};
use sourcebook::read::{Article, Block as TextBlock, BlockKind, Corpus, File, Head, Settings, corpus, settings_of};
use sourcebook::text::Span;
use std::collections::BTreeSet;
use std::sync::LazyLock;

fn hash(_: &[u8]) -> [u8; 32] {
    [7; 32]
}

/// The shipped articles, with their facts as they were found.
static SEEDS: LazyLock<(Corpus, Vec<Facts>, Settings)> = LazyLock::new(|| {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let file = |path: std::path::PathBuf| File {
        bytes: std::fs::read(&path).unwrap(),
        path: path.file_name().unwrap().to_str().unwrap().to_owned(),
    };
    let files: Vec<File> = std::fs::read_dir(folder).unwrap().map(|entry| file(entry.unwrap().path())).collect();
    let settings = settings_of(&files);
    let (corpus, _) = corpus("seeds", files);
    let facts = corpus.articles.iter().map(|article| extract(article, &settings)).collect();
    (corpus, facts, settings)
});

fn explorer(corpus: &Corpus, facts: &[Facts], settings: &Settings) -> Explorer {
    let mut facts = facts.to_vec();
    let questions = compared(&corpus.articles, &mut facts, settings);
    Explorer::new(Edition::open(write_compared(corpus, &facts, &questions, hash).unwrap()).unwrap())
}

fn seeds() -> Explorer {
    let (corpus, facts, settings) = &*SEEDS;
    explorer(corpus, facts, settings)
}

fn show(explorer: &Explorer, address: &str) -> Screen {
    explorer.show(&State::from_address(address)).unwrap()
}

fn questions(explorer: &Explorer, filters: &str) -> Questions {
    show(explorer, &format!("view=figures{filters}")).contents.questions.unwrap()
}

fn row<'q>(made: &'q Questions, id: &str) -> &'q QuestionRow {
    made.rows.iter().find(|row| row.id == id).unwrap()
}

fn told(explorer: &Explorer, address: &str) -> Option<QuestionExplained> {
    explorer.explained(&State::from_address(address)).unwrap()
}

fn chosen(explorer: &Explorer, id: &str) -> QuestionExplained {
    told(explorer, &format!("view=figures&f=question:{id}")).unwrap()
}

#[test]
fn most_that_differ_come_first_and_each_row_is_its_figures() {
    let explorer = seeds();
    let made = questions(&explorer, "");
    assert_eq!(
        (made.rows[0].id.as_str(), made.rows[0].title.as_str()),
        ("fighters-joined", "Fighters who left for Syria")
    );
    assert_eq!((made.rows[0].figures, made.rows[0].articles, made.rows[0].differing), (5, 3, 3));
    assert_eq!(made.rows[0].unit, "people");
    assert_eq!(made.rows[0].text, "5 figures in 3 articles, 3 of them differ");
    let order: Vec<_> = made.rows.iter().map(|row| (row.differing, row.figures)).collect();
    assert!(order.is_sorted_by(|a, b| a >= b), "{order:?}");
    assert_eq!(made.total as usize, made.rows.len());
    assert_eq!(made.table.rows.len(), made.rows.len());
    assert!(told(&explorer, "view=figures").is_none() && made.more.is_none());
    for row in &made.rows {
        let said = row.marks.iter().filter(|mark| !mark.computed).count();
        assert_eq!((said, row.left_out), (row.figures as usize, 0), "{}", row.id);
        let axis = &made.axes[row.axis as usize];
        assert_eq!(axis.unit, row.unit);
        assert!(row.domain[1] <= axis.domain[1], "{}", row.id);
    }
}

#[test]
fn marks_say_bound_and_source_and_lead_to_their_sentence() {
    let explorer = seeds();
    let made = questions(&explorer, "");
    let marks = &row(&made, "fighters-joined").marks;
    let drawn: Vec<String> = marks
        .iter()
        .map(|mark| {
            format!("{} {:?}..{:?} {} | {} ({})", mark.shape, mark.low, mark.high, mark.words, mark.source, mark.voice)
        })
        .collect();
    assert_eq!(
        drawn,
        [
            "vague Some(2000.0)..None Thousands of Chechens living | Ramzan Kadyrov (person)",
            "over Some(400.0)..None Over 400 Chechens | the article itself (article)",
            "over Some(400.0)..None over 400 Chechens | Russian Interior Ministry (office)",
            "point Some(405.0)..Some(405.0) 405 people | Russian Interior Ministry spokesman (office)",
            "point Some(257.0)..Some(257.0) 257 = 405 − 104 − 44 | worked out here (computed)",
            "vague Some(2000.0)..None Several thousand Russian citizens | Russian security services (office)",
        ]
    );
    let rest = &marks[4];
    assert!(rest.computed && !rest.selected && rest.label.starts_with("257 left over, worked out here, "));
    assert_eq!(rest.whole.as_ref(), Some(&marks[3].id));
    // A part is tied to its whole in another row.
    let killed = &row(&made, "fighters-killed").marks[0];
    assert_eq!((killed.low, killed.whole.as_ref()), (Some(104.0), Some(&marks[3].id)));
    let ids: BTreeSet<&str> = made.rows.iter().flat_map(|row| &row.marks).map(|mark| mark.id.as_str()).collect();
    assert_eq!(ids.len(), made.rows.iter().map(|row| row.marks.len()).sum::<usize>());
    for mark in made.rows.iter().flat_map(|row| &row.marks) {
        let screen = show(&explorer, &mark.to);
        assert!(screen.notices.is_empty() && screen.readers[0].selected.is_some(), "{}", mark.to);
        let selected = screen
            .contents
            .questions
            .unwrap()
            .rows
            .iter()
            .flat_map(|row| &row.marks)
            .filter(|mark| mark.selected)
            .count();
        assert_eq!(selected, 1, "{}", mark.to);
    }
}

#[test]
fn choosing_a_question_filters_the_ledger_and_explains_it() {
    let explorer = seeds();
    let made = questions(&explorer, "");
    let screen = show(&explorer, &row(&made, "fighters-joined").to);
    assert_eq!(screen.filters[0].label, "question: Fighters who left for Syria");
    assert!(screen.status.contains(", 5 of "), "{}", screen.status);
    let ledger = screen.contents.figures.unwrap();
    assert_eq!(ledger.rows.iter().map(|row| row.kind).filter(|kind| *kind == "figure").count(), 5);
    assert_eq!(ledger.rows.iter().filter(|row| row.kind == "computed").count(), 1);
    let made = screen.contents.questions.unwrap();
    assert!(made.rows[0].chosen && made.rows.len() > 1);
    assert_eq!(made.rows[1].to, format!("view=figures&f=question:{}", made.rows[1].id), "another one takes its place");
    let told = told(&explorer, &screen.address).unwrap();
    assert_eq!(told.sentence, "Of 10 pairs 2 differ, 7 agree, 1 of the same statement.");
    let first = &told.relations[0];
    assert_eq!(first.relation, "differ");
    assert!(first.words.starts_with("differ about fivefold or more, `Thousands` taken from 2,000: another population"));
    assert!(told.relations.iter().any(|relation| relation.words.contains("Chechnya lies within Russia")));
    assert_eq!(
        told.sums.iter().map(|sum| sum.words.as_str()).collect::<Vec<_>>(),
        ["405 = 104 + 44 + 257 left over, computed"]
    );
    assert_eq!(
        told.accounts[3].chain,
        ["Russian Interior Ministry spokesman", "Russian Interior Ministry", "Breitbart"]
    );
    for account in &told.accounts {
        let marked: String =
            account.runs.iter().filter(|run| !run.marks.is_empty()).map(|run| run.text.as_str()).collect();
        assert!(!marked.is_empty() && account.runs.iter().map(|run| run.text.len()).sum::<usize>() > marked.len());
    }
    // The same address chooses and takes back; another takes it out.
    assert!(questions(&explorer, "&f=-question:fighters-joined").rows.iter().all(|row| row.id != "fighters-joined"));
    assert!(self::told(&explorer, &told.close).is_none());
}

#[test]
fn a_selected_figure_is_related_to_the_others() {
    let explorer = seeds();
    let mark = &row(&questions(&explorer, "&f=question:fighters-joined"), "fighters-joined").marks[3].clone();
    let told = told(&explorer, &mark.to).unwrap();
    assert_eq!((told.relations.len(), told.left_out), (4, 0));
    assert!(told.relations.iter().all(|relation| relation.marks.contains(&mark.id)));
}

/// What the page says of two figures is what comparing says.
#[test]
fn relations_are_those_of_the_comparison() {
    let (corpus, facts, settings) = &*SEEDS;
    let explorer = seeds();
    let comparison = Comparison::of(&corpus.articles, facts, settings);
    for question in comparison.questions.iter().filter(|question| question.figures.len() > 1) {
        let told = chosen(&explorer, &question.id);
        let mut expected: Vec<String> = Vec::new();
        for (at, first) in question.figures.iter().enumerate() {
            for second in question.figures.iter().skip(at + 1) {
                let related = comparison.related(*first, *second).unwrap();
                expected.push(comparison.in_words(*first, *second, &related));
            }
        }
        let mut found: Vec<String> = told.relations.iter().map(|relation| relation.words.clone()).collect();
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "{}", question.id);
    }
}

#[test]
fn filters_leave_questions_with_figures() {
    let explorer = seeds();
    let left = questions(&explorer, "&f=status:returned");
    assert!(!left.rows.is_empty() && left.rows.iter().all(|row| row.figures > 0));
    assert!(
        left.rows.iter().all(|row| row.id.contains("returned")),
        "{:?}",
        left.rows.iter().map(|row| &row.id).collect::<Vec<_>>()
    );
    let nothing = questions(&explorer, "&f=question:nothing-of-the-kind&f=kind:money");
    assert!(nothing.rows.is_empty());
    assert!(told(&explorer, "view=figures&f=question:nothing-of-the-kind&f=kind:money").is_none());
    // What answers no question can be asked for, too.
    let none = show(&explorer, "view=figures&f=question:none").contents.figures.unwrap();
    assert_eq!(none.total, 5);
    assert!(show(&explorer, "view=words").contents.questions.is_none());
}

// ---- bad input ------------------------------------------------------------------------------------------

fn article(at: usize, text: &str) -> Article {
    let blocks = vec![TextBlock { kind: BlockKind::Paragraph, span: Span::new(0, text.len()) }];
    Article {
        head: Head { id: format!("{at:03}"), title: "T".repeat(500), ..Head::default() },
        text: text.to_owned(),
        blocks,
    }
}

fn killed(value: f64, bound: Bound, source: &str) -> Figure {
    Figure {
        span: Span::new(0, 9),
        number: Span::new(0, 2),
        low: Some(value),
        high: (bound != Bound::Vague).then_some(value),
        bound,
        kind: FigureKind::People,
        counted: Some(Counted { text: "miners".to_owned(), span: None }),
        status: Some("killed".to_owned()),
        sources: vec![Source { name: source.to_owned(), ..Source::default() }],
        ..Figure::default()
    }
}

fn made_of(facts: &[Facts]) -> Explorer {
    let articles = (0..facts.len()).map(|at| article(at, "40 miners died.")).collect();
    explorer(&Corpus { articles, ..Corpus::default() }, facts, &Settings::default())
}

#[test]
fn without_figures_or_without_questions_there_are_no_rows() {
    let none = questions(&made_of(&[Facts::default()]), "");
    assert_eq!((none.rows.len(), none.total, none.axes.len(), none.more), (0, 0, 0, None));
    let (corpus, facts, _) = &*SEEDS;
    let explorer = Explorer::new(Edition::open(write(corpus, facts, hash).unwrap()).unwrap());
    assert!(questions(&explorer, "&f=question:fighters-joined").rows.is_empty());
    assert!(show(&explorer, "view=figures").contents.figures.unwrap().total > 20);
    assert_eq!(Block::default().answer(3).question, None);
}

#[test]
fn one_figure_is_a_row_with_a_mark() {
    let facts = Facts { figures: vec![killed(0.0, Bound::Exact, &"N".repeat(500))], ..Facts::default() };
    let explorer = made_of(&[facts]);
    let made = questions(&explorer, "");
    assert_eq!((made.rows.len(), made.rows[0].marks.len(), made.axes[0].domain), (1, 1, [1.0, 10.0]));
    let told = chosen(&explorer, &made.rows[0].id);
    assert_eq!((told.sentence.as_str(), told.relations.len()), ("One figure alone answers it.", 0));
    assert_eq!(made.rows[0].title, "Miners killed");
}

#[test]
fn ten_thousand_figures_of_one_question_are_capped_with_a_count() {
    let figures =
        |article: usize| (0..100).map(move |at| killed((article * 100 + at) as f64 + 1.0, Bound::Exact, "the office"));
    let facts: Vec<Facts> =
        (0..100).map(|article| Facts { figures: figures(article).collect(), ..Facts::default() }).collect();
    let explorer = made_of(&facts);
    let made = questions(&explorer, "");
    let row = &made.rows[0];
    assert_eq!((row.figures, row.differing, row.articles), (10_000, 10_000, 100));
    assert_eq!((row.marks.len(), row.left_out as usize), (MOST_MARKS, 10_000 - MOST_MARKS));
    assert_eq!((row.domain, made.axes[0].domain), ([1.0, 10_000.0], [1.0, 10_000.0]));
    assert!([1.0, 10_000.0].iter().all(|end| row.marks.iter().any(|mark| mark.low == Some(*end))));
    let told = chosen(&explorer, &row.id);
    assert_eq!((told.accounts.len(), told.relations.len(), told.left_out), (50, 20, 50 * 49 / 2 - 20));
    assert!(told.sentence.starts_with("Of 1,225 pairs 1,225 differ"), "{}", told.sentence);
}

#[test]
fn many_questions_are_shown_step_by_step() {
    let word = |at: usize| format!("{}{}ers", char::from(b'a' + (at / 26) as u8), char::from(b'a' + (at % 26) as u8));
    let figure = |at: usize| Figure { status: Some(word(at)), ..killed(at as f64 + 1.0, Bound::Exact, "the office") };
    let explorer = made_of(&[Facts { figures: (0..60).map(figure).collect(), ..Facts::default() }]);
    let made = questions(&explorer, "");
    assert_eq!((made.rows.len() as u32, made.total > 20), (20, true));
    let more = show(&explorer, made.more.as_ref().unwrap()).contents.questions.unwrap();
    assert_eq!(more.rows.len(), 40);
    // What is chosen is shown, wherever it would stand.
    let last = show(&explorer, "view=figures+questions:1000").contents.questions.unwrap().rows.pop().unwrap();
    assert!(made.rows.iter().all(|row| row.id != last.id));
    assert_eq!(questions(&explorer, &format!("&f=question:{}", last.id)).rows[0].id, last.id);
}
