//! The times that are mentioned, on one axis.

use super::STEP;
use crate::explorer::columns::RowKind;
use crate::explorer::count::counted;
use crate::explorer::date::between;
use crate::explorer::evaluation::Evaluation;
use crate::explorer::filter::Field;
use crate::explorer::screen::{Panel, PanelMark, Table};
use crate::explorer::strip::axis;
use crate::explorer::table::{columns, row as cells};
use crate::index::{Error, Period};
use crate::order::by;
use crate::read::from_day_number;

/// The spans of days that the articles speak of, each with how often and in how many articles.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(super) fn timeline(evaluation: &Evaluation) -> Result<Panel, Error> {
    let state = evaluation.state;
    let mut open = 0;
    let mut times: Vec<((i32, i32), u32)> = Vec::new();
    for (_, row) in evaluation.rows(Some(Field::Mentioned))?.filter(|(_, row)| row.kind == RowKind::Time) {
        match row.days {
            Some(days) => times.push((days, row.article)),
            None => open += 1,
        }
    }
    // By the first day, or the last where the first is open; longer spans before those within them.
    let place = |((from, to), article): &((i32, i32), u32)| {
        (if *from == i32::MIN { *to } else { *from }, -i64::from(*to), *from, *article)
    };
    by(&mut times, |a, b| place(a).cmp(&place(b)));
    let closed =
        times.iter().flat_map(|((from, to), _)| [*from, *to]).filter(|day| *day != i32::MIN && *day != i32::MAX);
    let (first, last) = closed.fold((i32::MAX, i32::MIN), |(first, last), day| (first.min(day), last.max(day)));
    let (borders, ticks) = if first > last { (vec![0, 0], Vec::new()) } else { axis(first, last) };
    let domain = [borders[0], borders[borders.len() - 1]];
    let groups: Vec<(PanelMark, u32, u32)> = times
        .chunk_by(|a, b| a.0 == b.0)
        .map(|same| {
            let articles = same.chunk_by(|a, b| a.1 == b.1).count() as u32;
            mark(evaluation, same[0].0, domain, same.len() as u32, articles)
        })
        .collect();
    let shown = state.view.number("rows", STEP);
    let total = groups.len();
    let row = |(mark, times, articles): &(PanelMark, u32, u32)| {
        cells(&[&mark.label, &times.to_string(), &articles.to_string()], &mark.to)
    };
    let mut sentence =
        "The days, months and years that the articles speak of: a dot is a day, a bar a span, an arrow an open end."
            .to_owned();
    if open > 0 {
        sentence.push_str(&format!(
            " {} on no calendar, or could not be placed on one.",
            counted(open, "time is", "times are")
        ));
    }
    Ok(Panel {
        form: "times",
        title: "Times mentioned",
        sentence,
        series: vec!["times".to_owned()],
        domain,
        ticks,
        total: total as u32,
        more: state.more("rows", total, shown, STEP),
        table: Table {
            caption: "Times mentioned".to_owned(),
            columns: columns(&[("Time", false), ("times", true), ("articles", true)]),
            rows: groups.iter().map(row).collect(),
        },
        marks: groups.into_iter().take(shown).map(|(mark, ..)| mark).collect(),
    })
}

fn mark(
    evaluation: &Evaluation,
    (from, to): (i32, i32),
    domain: [i32; 2],
    times: u32,
    articles: u32,
) -> (PanelMark, u32, u32) {
    let state = evaluation.state;
    let (first, last) = (from_day_number(from), from_day_number(to));
    let label = match (first, last) {
        (Some(first), Some(last)) => between(first, last),
        (Some(first), None) => ["since ", &between(first, first)].concat(),
        (None, Some(last)) => ["until ", &between(last, last)].concat(),
        (None, None) => String::new(),
    };
    let period = Period { from: first, to: last }.to_string();
    let times_text =
        [&counted(times.into(), "time", "times"), " in ", &counted(articles.into(), "article", "articles")].concat();
    let mark = PanelMark {
        label,
        numbers: vec![f64::from(from.max(domain[0])), f64::from(to.min(domain[1])), f64::from(times)],
        text: times_text,
        note: if from == i32::MIN {
            "until"
        } else if to == i32::MAX {
            "since"
        } else {
            ""
        }
        .to_owned(),
        chosen: state.chooses(Field::Mentioned, false, &period),
        to: state.toggled(Field::Mentioned, false, &period),
    };
    (mark, times, articles)
}
