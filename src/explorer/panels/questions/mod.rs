//! The questions that figures answer: a row each, with a mark for each figure, and what there is to say of the chosen one.

mod account;
mod axis;
mod explained;

use crate::compare::quantity;
use crate::explorer::columns::{NO_FIGURE, Row, RowKind};
use crate::explorer::count::{counted, first_of, grouped};
use crate::explorer::evaluation::Evaluation;
use crate::explorer::filter::Field;
use crate::explorer::screen::{QuestionExplained, QuestionRow, Questions, Table};
use crate::explorer::table::{columns, row as cells};
use crate::index::Error;
use crate::order::{by_key, down, pair};
use account::{Account, Corpus, drawn};
use axis::{Range, axis};

/// So many rows are shown at first, and more at each "Show more".
const STEP: usize = 20;

/// What a question has of what the filters leave.
#[derive(Clone, Copy, Default)]
struct Count {
    question: u32,
    figures: u32,
    differing: u32,
    articles: u32,
    /// The last article that was counted, plus one.
    last: u32,
    chosen: bool,
    excluded: bool,
}

/// The questions in a state: under the filters of every other field, without those that are taken out.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(in crate::explorer) fn questions(evaluation: &Evaluation) -> Result<Questions, Error> {
    let corpus = Corpus { evaluation, questions: evaluation.edition.questions()?, columns: evaluation.columns()? };
    let asked = asked(&corpus)?;
    let counts = counts(&corpus, &asked);
    let shown = evaluation.state.view.number("questions", STEP).min(counts.len());
    let mut places = vec![usize::MAX; corpus.questions.questions.len()];
    let mut accounts: Vec<Vec<Account>> = Vec::new();
    for (place, count) in counts.iter().take(shown).enumerate() {
        places[count.question as usize] = place;
        accounts.push(Vec::new());
    }
    for (row, question) in asked {
        if let Some(accounts) = accounts.get_mut(places[question as usize]) {
            accounts.push(corpus.account(row)?);
        }
    }
    Ok(rows(&corpus, &counts, &accounts))
}

/// The chosen question, explained; none where none is chosen, or more than one, or nothing of it is left.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(in crate::explorer) fn explained(evaluation: &Evaluation) -> Result<Option<QuestionExplained>, Error> {
    let corpus = Corpus { evaluation, questions: evaluation.edition.questions()?, columns: evaluation.columns()? };
    let state = evaluation.state;
    let mut asked = asked(&corpus)?;
    asked.retain(|(_, question)| {
        let id = &corpus.questions.questions[*question as usize].id;
        state.chooses(Field::Question, false, id) && !state.chooses(Field::Question, true, id)
    });
    // What is only computed is no account of its own.
    let said = asked.iter().find(|(row, _)| row.kind == RowKind::Figure).map(|(_, question)| *question);
    let Some(question) = said.filter(|one| asked.iter().all(|(_, question)| question == one)) else {
        return Ok(None);
    };
    let mut accounts = Vec::new();
    for (row, _) in asked {
        accounts.push(corpus.account(row)?);
    }
    explained::explained(&corpus, &corpus.questions.questions[question as usize], accounts).map(Some)
}

/// The facts that answer questions, under the filters of every other field, with the question of each.
fn asked<'a>(corpus: &Corpus<'a>) -> Result<Vec<(&'a Row, u32)>, Error> {
    let mut asked = Vec::new();
    for (_, row) in corpus.evaluation.rows(Some(Field::Question))?.filter(|(_, row)| row.figure != NO_FIGURE) {
        if let Some(question) = corpus.questions.answer(row.figure as usize).question {
            asked.push((row, question));
        }
    }
    Ok(asked)
}

/// The questions with figures that are left, in the order of their rows.
fn counts(corpus: &Corpus, asked: &[(&Row, u32)]) -> Vec<Count> {
    let questions = corpus.questions;
    let mut counts = vec![Count::default(); questions.questions.len()];
    for (row, question) in asked.iter().filter(|(row, _)| row.kind == RowKind::Figure) {
        let count = &mut counts[*question as usize];
        count.figures += 1;
        count.differing += u32::from(questions.answer(row.figure as usize).differs);
        count.articles += u32::from(count.last != row.article + 1);
        count.last = row.article + 1;
    }
    let state = corpus.evaluation.state;
    let filtered = state.filters.iter().any(|filter| filter.field == Field::Question);
    for (at, (count, question)) in counts.iter_mut().zip(&questions.questions).enumerate() {
        count.question = at as u32;
        if filtered {
            count.chosen = state.chooses(Field::Question, false, &question.id);
            count.excluded = state.chooses(Field::Question, true, &question.id);
        }
    }
    counts.retain(|count| count.figures > 0 && !count.excluded);
    // Fewer figures than can differ fit a number of 31 bits.
    by_key(&mut counts, |count| pair(down(count.differing), down(count.figures)) >> 1 | u64::from(!count.chosen) << 63);
    counts
}

/// The rows with their axes.
fn rows(corpus: &Corpus, counts: &[Count], accounts: &[Vec<Account>]) -> Questions {
    let state = corpus.evaluation.state;
    let mut made = Questions {
        sentence:
            "Figures that answer one question stand in a row, from few to many: a solid sign is one number, a hollow one about \
                   so many, a bar a range, an arrow an open end, and what is vague fades. A dashed diamond is worked out here, \
                   and said by no article."
                .to_owned(),
        total: counts.len() as u32,
        ..Questions::default()
    };
    made.more = state.more("questions", counts.len(), accounts.len(), STEP);
    let mut ranges: Vec<(String, Range)> = Vec::new();
    for (count, accounts) in counts.iter().zip(accounts) {
        let mut row = row(corpus, count, accounts);
        let known = ranges.iter().position(|(unit, _)| *unit == row.unit);
        let at = known.unwrap_or(ranges.len());
        if known.is_none() {
            ranges.push((row.unit.clone(), Range::default()));
        }
        ranges[at].1.add(accounts);
        row.axis = at as u32;
        made.rows.push(row);
    }
    for (unit, range) in ranges {
        made.axes.push(axis(unit, &range));
    }
    made.table = table(&made);
    made
}

fn row(corpus: &Corpus, count: &Count, accounts: &[Account]) -> QuestionRow {
    let state = corpus.evaluation.state;
    let question = &corpus.questions.questions[count.question as usize];
    // One that was chosen before gives way, since one alone is explained.
    let mut others = state.clone();
    others.filters.retain(|filter| filter.field != Field::Question || filter.exclude);
    let mut range = Range::default();
    range.add(accounts);
    let mut marks = Vec::new();
    for (account, drawn) in accounts.iter().zip(drawn(accounts)) {
        if drawn {
            marks.push(corpus.mark(account));
        }
    }
    let mut text = counted(count.figures.into(), "figure", "figures");
    text.push_str(" in ");
    text.push_str(&counted(count.articles.into(), "article", "articles"));
    if count.differing > 0 {
        text.push_str(&[", ", &grouped(count.differing.into()), " of them differ"].concat());
    }
    QuestionRow {
        id: question.id.clone(),
        title: question.title.clone(),
        by_hand: question.titled_by_hand,
        unit: unit_of(&question.unit),
        axis: 0,
        domain: range.ends(),
        text,
        figures: count.figures,
        articles: count.articles,
        differing: count.differing,
        chosen: count.chosen,
        to: if count.chosen { state } else { &others }.toggled(Field::Question, false, &question.id),
        exclude: state.toggled(Field::Question, true, &question.id),
        left_out: (accounts.len() - marks.len()) as u32,
        marks,
    }
}

/// What numbers of a unit are of, in words.
pub(super) fn unit_of(unit: &str) -> String {
    match unit {
        "age" => "years of age",
        "count" => "number",
        unit => unit,
    }
    .to_owned()
}

fn table(made: &Questions) -> Table {
    let row = |row: &QuestionRow| {
        let [figures, articles, differing] =
            [row.figures, row.articles, row.differing].map(|number| number.to_string());
        let [least, greatest] = row.domain.map(quantity);
        cells(&[&row.title, &row.unit, &figures, &articles, &differing, &least, &greatest], &row.to)
    };
    Table {
        caption: first_of("Questions", made.rows.len(), made.total.into(), "rows"),
        columns: columns(&[
            ("Question", false),
            ("Unit", false),
            ("Figures", true),
            ("Articles", true),
            ("Differ", true),
            ("Least", true),
            ("Greatest", true),
        ]),
        rows: made.rows.iter().map(row).collect(),
    }
}
