//! Who is named with whom in one sentence.

use super::NAMES;
use super::ranking::counts;
use crate::explorer::columns::RowKind;
use crate::explorer::evaluation::Evaluation;
use crate::explorer::filter::Field;
use crate::explorer::screen::{Panel, PanelMark, Table};
use crate::explorer::table::{cell, columns, link};
use crate::index::Error;

/// So many names have a row and a column.
const NAMED: usize = 12;

/// How many sentences name two of the most frequent names, for each two of them.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(super) fn together(evaluation: &Evaluation) -> Result<Panel, Error> {
    let state = evaluation.state;
    let columns_of = evaluation.columns()?;
    let mut frequent = counts(evaluation, &NAMES)?;
    frequent.truncate(NAMED);
    let place = |value: u32| {
        let value = &columns_of.names[value as usize];
        frequent.iter().position(|count| core::ptr::eq(count.value, value))
    };
    let places: Vec<Option<usize>> = (0..columns_of.names.len() as u32).map(place).collect();
    let mut sentences = vec![vec![0u32; frequent.len()]; frequent.len()];
    let mut named: (u32, Vec<usize>) = (0, Vec::new());
    let mut close = |named: &[usize]| {
        for (at, one) in named.iter().enumerate() {
            for other in &named[..at] {
                sentences[*one][*other] += 1;
                sentences[*other][*one] += 1;
            }
        }
    };
    for (at, row) in evaluation.rows(Some(Field::Name))?.filter(|(_, row)| row.kind == RowKind::Name) {
        if row.sentence != named.0 {
            close(&named.1);
            named = (row.sentence, Vec::new());
        }
        let here = columns_of.values(at).iter().filter_map(|value| places[*value as usize]);
        for place in here {
            if !named.1.contains(&place) {
                named.1.push(place);
            }
        }
    }
    close(&named.1);
    let names: Vec<&str> = frequent.iter().map(|count| count.value.name.as_str()).collect();
    let mark = |(name, numbers): (&&str, &Vec<u32>)| PanelMark {
        label: (*name).to_owned(),
        numbers: numbers.iter().map(|number| f64::from(*number)).collect(),
        chosen: state.chooses(Field::Name, false, name),
        to: state.toggled(Field::Name, false, name),
        ..PanelMark::default()
    };
    let marks: Vec<PanelMark> = names.iter().zip(&sentences).map(mark).collect();
    let mut headings = vec![("", false)];
    headings.extend(names.iter().map(|name| (*name, true)));
    let row = |(mark, numbers): (&PanelMark, &Vec<u32>)| {
        let numbers = numbers.iter().map(|number| cell(number.to_string()));
        core::iter::once(link(mark.label.as_str(), mark.to.clone())).chain(numbers).collect()
    };
    Ok(Panel {
        form: "matrix",
        title: "Named together",
        sentence: "In how many sentences two of the most frequent names stand together.".to_owned(),
        series: names.iter().map(|name| (*name).to_owned()).collect(),
        total: marks.len() as u32,
        table: Table {
            caption: "Named together".to_owned(),
            columns: columns(&headings),
            rows: marks.iter().zip(&sentences).map(row).collect(),
        },
        marks,
        ..Panel::default()
    })
}
