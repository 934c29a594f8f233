//! The values of a field, those that most facts have first.

use super::STEP;
use crate::explorer::columns::{Count, RowKind};
use crate::explorer::count::{counted, first_of};
use crate::explorer::evaluation::Evaluation;
use crate::explorer::fact::NONE;
use crate::explorer::filter::Field;
use crate::explorer::screen::{Panel, PanelMark, Table};
use crate::explorer::table::{cell, columns, link};
use crate::index::Error;
use crate::order::{by_key, down, pair};

/// What is counted of which field.
pub(super) struct Ranking {
    pub title: &'static str,
    pub sentence: &'static str,
    pub field: Field,
    /// Whether rows of a kind count.
    pub counted: fn(RowKind) -> bool,
    /// What is counted: where it is two things, the second is quotations.
    pub series: &'static [&'static str],
}

/// The values of a field with how many facts have each, the most first.
pub(super) fn counts<'a>(evaluation: &Evaluation<'a>, of: &Ranking) -> Result<Vec<Count<'a>>, Error> {
    let rows = evaluation.rows(Some(of.field))?.filter(|(_, row)| (of.counted)(row.kind));
    let mut counts = evaluation.columns()?.count(rows, of.field);
    by_key(&mut counts, |count| pair(down(count.rows[0] + count.rows[1]), down(count.articles)));
    Ok(counts)
}

/// The bars of a field.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(super) fn ranking(evaluation: &Evaluation, of: &Ranking) -> Result<Panel, Error> {
    let state = evaluation.state;
    let counts = counts(evaluation, of)?;
    let shown = state.view.number("rows", STEP);
    let marks: Vec<PanelMark> = counts.iter().map(|count| mark(evaluation, of, count)).collect();
    let mut headings = vec![("", false)];
    headings.extend(of.series.iter().map(|series| (*series, true)));
    headings.push(("articles", true));
    let row = |(mark, count): (&PanelMark, &Count)| {
        let mut cells = vec![link(mark.label.as_str(), mark.to.clone())];
        cells.extend(count.rows.iter().take(of.series.len()).map(|number| cell(number.to_string())));
        cells.push(cell(count.articles.to_string()));
        cells
    };
    Ok(Panel {
        form: "bars",
        title: of.title,
        sentence: of.sentence.to_owned(),
        series: of.series.iter().map(|series| (*series).to_owned()).collect(),
        total: counts.len() as u32,
        more: state.more("rows", counts.len(), shown, STEP),
        table: Table {
            caption: first_of(of.title, marks.len(), counts.len() as u64, "rows"),
            columns: columns(&headings),
            rows: marks.iter().zip(&counts).map(row).collect(),
        },
        marks: marks.into_iter().take(shown).collect(),
        ..Panel::default()
    })
}

fn mark(evaluation: &Evaluation, of: &Ranking, count: &Count) -> PanelMark {
    let (state, name) = (evaluation.state, &count.value.name);
    let numbers = count.rows.iter().zip(of.series);
    let words = numbers
        .clone()
        .filter(|(number, _)| **number > 0)
        .map(|(number, series)| counted(u64::from(*number), series.strip_suffix('s').unwrap_or(series), series));
    let words: Vec<String> = words.collect();
    let none = of.field == Field::Source && name == NONE;
    PanelMark {
        label: if none { "the article itself, or nobody named".to_owned() } else { name.clone() },
        numbers: numbers.map(|(number, _)| f64::from(*number)).collect(),
        text: [&words.join(", "), " in ", &counted(u64::from(count.articles), "article", "articles")].concat(),
        note: count.value.noun.to_owned(),
        chosen: state.chooses(of.field, false, name),
        to: state.toggled(of.field, false, name),
    }
}
