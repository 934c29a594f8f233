//! Several words or phrases compared by article.

use crate::explorer::count::{PerThousand, counted, first_of};
use crate::explorer::evaluation::Evaluation;
use crate::explorer::screen::{Comparison, ComparisonCell, ComparisonRow, Table};
use crate::explorer::selection::Selection;
use crate::explorer::state::State;
use crate::explorer::table::{cell, columns, each, link};
use crate::index::{Error, Match};

const STEP: usize = 50;

/// The comparison, when the query is a list (`UN, ONU`). Rates are by an article's own length, so that a
/// long article does not look fonder of a word than a short one.
pub(super) fn comparison(evaluation: &Evaluation) -> Result<Option<Comparison>, Error> {
    let terms = evaluation.query.parts().to_vec();
    if terms.len() < 2 {
        return Ok(None);
    }
    let state = evaluation.state;
    let shown = state.view.number("articles", STEP);
    let rows: Vec<ComparisonRow> = each(evaluation.left.iter().take(shown), |found| row(evaluation, found, &terms))?;
    let most = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.per_thousand).fold(0.0, f64::max);
    let more = state.more("articles", evaluation.left.len(), shown, STEP);
    Ok(Some(Comparison {
        sentence: sentence(evaluation),
        table: table(&terms, &rows, evaluation.left.len()),
        terms,
        rows,
        most,
        more,
    }))
}

fn sentence(evaluation: &Evaluation) -> String {
    let none = evaluation.candidates().saturating_sub(evaluation.left.len()) as u64;
    let unused = if none == 0 {
        String::new()
    } else {
        format!(" {} none of them.", counted(none, "article uses", "articles use"))
    };
    format!(
        "How often each article uses each of them, in a thousand words. What stands within a longer one of them counts for that alone.{unused}"
    )
}

fn row(evaluation: &Evaluation, found: &Match, terms: &[String]) -> Result<ComparisonRow, Error> {
    let words = evaluation.edition.words(found.article)?;
    let article = Selection::article(&evaluation.heads[found.article as usize].id);
    let cell = |(at, term): (usize, &String)| {
        let count = found.parts.get(at).copied().unwrap_or(0);
        let to = State { query: term.clone(), select: vec![article.clone()], ..evaluation.state.clone() }.address();
        ComparisonCell { count, per_thousand: PerThousand::of(count, words).value(), to }
    };
    Ok(ComparisonRow {
        label: evaluation.short_name(found.article),
        words,
        cells: terms.iter().enumerate().map(cell).collect(),
    })
}

fn table(terms: &[String], rows: &[ComparisonRow], all: usize) -> Table {
    let mut headings = columns(&[("Article", false), ("Words", true)]);
    for term in terms {
        headings.extend(columns(&[(term.as_str(), true), (&format!("{term} per thousand words"), true)]));
    }
    let row = |row: &ComparisonRow| {
        let mut cells = vec![cell(row.label.as_str()), cell(row.words.to_string())];
        for term in &row.cells {
            cells.push(link(term.count.to_string(), term.to.clone()));
            cells.push(cell(PerThousand::of(term.count, row.words).to_string()));
        }
        cells
    };
    Table {
        caption: first_of("Comparison by article", rows.len(), all as u64, "articles"),
        columns: headings,
        rows: rows.iter().map(row).collect(),
    }
}
