//! All quotations, in the order of the articles.

use super::STEP;
use crate::explorer::columns::{Row, RowKind};
use crate::explorer::evaluation::Evaluation;
use crate::explorer::runs::shortened;
use crate::explorer::screen::{Cell, Panel, PanelMark, Table};
use crate::explorer::selection::Part;
use crate::explorer::table::{columns, each, row as cells};
use crate::extract::named::{cue_class, quote_kind};
use crate::index::Error;

/// Characters of a quotation in the list; the article shows all of them.
const LONGEST: usize = 280;

/// The quotations that are left.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(super) fn quotations(evaluation: &Evaluation) -> Result<Panel, Error> {
    let state = evaluation.state;
    let rows: Vec<&Row> = evaluation.rows(None)?.map(|(_, row)| row).filter(|row| row.kind == RowKind::Quote).collect();
    let shown = state.view.number("rows", STEP);
    let lines: Vec<(PanelMark, Vec<Cell>)> = each(rows.iter().take(shown), |row| line(evaluation, row))?;
    let (marks, cells) = lines.into_iter().unzip();
    Ok(Panel {
        form: "quotes",
        title: "Quotations",
        sentence: "What is given as somebody’s words, and what is reported of them. Each leads to its sentence."
            .to_owned(),
        total: rows.len() as u32,
        more: state.more("rows", rows.len(), shown, STEP),
        marks,
        table: Table {
            caption: "Quotations".to_owned(),
            columns: columns(&[
                ("Words", false),
                ("Who says", false),
                ("Given as", false),
                ("Introduced as", false),
                ("Outlet", false),
            ]),
            rows: cells,
        },
        ..Panel::default()
    })
}

fn line(evaluation: &Evaluation, row: &Row) -> Result<(PanelMark, Vec<Cell>), Error> {
    let text = evaluation.edition.text(row.article)?;
    let quote = &evaluation.edition.facts(row.article)?.facts.quotes[row.ordinal as usize];
    let words = quote.span.of(text);
    let chain: Vec<&str> = quote.speaker.iter().chain(&quote.via).map(|source| source.name.as_str()).collect();
    let chain = if chain.is_empty() { "speaker unknown".to_owned() } else { chain.join(" → ") };
    let selection = evaluation.part_link(row.article, Part::Quote, row.ordinal as usize, words);
    let cue = quote.cue.map_or("", |cue| cue_class(cue.class));
    let outlet = evaluation.short_name(row.article);
    let chosen = evaluation.state.select.contains(&selection);
    let to = evaluation.opening(selection);
    let cells = cells(&[words, &chain, quote_kind(quote.kind), cue, &outlet], &to);
    let note = [quote_kind(quote.kind), ", ", &outlet].concat();
    Ok((PanelMark { label: chain, text: shortened(words, LONGEST), note, chosen, to, ..PanelMark::default() }, cells))
}
