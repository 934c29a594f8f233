//! Facets: the values of outlet and year, with the articles under each; of attributes of figures, with the figures.

use super::columns::RowKind;
use super::evaluation::Evaluation;
use super::filter::{Field, UNKNOWN, years};
use super::screen::{Facet, FacetValue};
use super::state::State;
use crate::index::Error;
use crate::order::{by, by_key, down};
use crate::text::fold;

/// The facets in a state. Counts are of articles under the query and the filters of the *other* fields, so
/// that they say what choosing a value would leave. Values that are chosen stand there even with none.
pub(super) fn facets(evaluation: &Evaluation) -> Vec<Facet> {
    vec![outlets(evaluation), publication_years(evaluation)]
}

/// The facets of figures: figures under the query, the filters of articles, and those of figures of other fields.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(super) fn facets_of_figures(evaluation: &Evaluation) -> Result<Vec<Facet>, Error> {
    const FIELDS: [(Field, &str); 5] = [
        (Field::Kind, "Kind"),
        (Field::Status, "What happened"),
        (Field::Population, "Who is counted"),
        (Field::Bound, "Bound"),
        (Field::Source, "Who says"),
    ];
    FIELDS.into_iter().map(|(field, label)| facet_of_figures(evaluation, field, label)).collect()
}

fn facet_of_figures(evaluation: &Evaluation, field: Field, label: &'static str) -> Result<Facet, Error> {
    let figures = evaluation.rows(Some(field))?.filter(|(_, row)| row.kind == RowKind::Figure);
    let names = evaluation.columns()?.count(figures, field);
    let names = names.into_iter().map(|count| (count.value.name.clone(), count.rows[0])).collect();
    let mut values = values(evaluation.state, field, names);
    by_key(&mut values, |value| down(value.count).into());
    Ok(Facet { field: field.id(), label, noun: "figure", values })
}

fn outlets(evaluation: &Evaluation) -> Facet {
    let mut names: Vec<&str> =
        evaluation.without(Field::Outlet).map(|head| head.outlet.as_deref().unwrap_or(UNKNOWN)).collect();
    by(&mut names, |a, b| a.cmp(b));
    let names = names.chunk_by(|a, b| a == b).map(|same| (same[0].to_owned(), same.len() as u32));
    let mut values = values(evaluation.state, Field::Outlet, names.collect());
    by_key(&mut values, |value| down(value.count).into());
    Facet { field: Field::Outlet.id(), label: "Outlet", noun: "article", values }
}

fn publication_years(evaluation: &Evaluation) -> Facet {
    let mut counts: Vec<(Option<i16>, u32)> = Vec::new();
    let mut count = |year: Option<i16>| match counts.iter_mut().find(|(known, _)| *known == year) {
        Some((_, count)) => *count += 1,
        None => counts.push((year, 1)),
    };
    for head in evaluation.without(Field::Year) {
        match years(head) {
            Some(years) => years.for_each(|year| count(Some(year))),
            None => count(None),
        }
    }
    let name = |year: Option<i16>| year.map_or_else(|| UNKNOWN.to_owned(), |year| year.to_string());
    let years = counts.into_iter().map(|(year, count)| (name(year), count)).collect();
    Facet {
        field: Field::Year.id(),
        label: "Year of publication",
        noun: "article",
        values: values(evaluation.state, Field::Year, years),
    }
}

/// The values in order of their folded names, by which filters compare: two spellings of an outlet are one.
fn values(state: &State, field: Field, mut names: Vec<(String, u32)>) -> Vec<FacetValue> {
    let chosen = state.filters.iter().filter(|filter| filter.field == field);
    names.extend(chosen.map(|filter| (filter.value.clone(), 0)));
    let mut folded: Vec<(String, (String, u32))> = names.into_iter().map(|name| (fold(&name.0), name)).collect();
    by(&mut folded, |a, b| a.0.cmp(&b.0));
    let same = folded.chunk_by(|a, b| a.0 == b.0);
    same.map(|same| {
        let count = same.iter().map(|(_, (_, count))| count).sum();
        value(state, field, same[0].1.0.clone(), count)
    })
    .collect()
}

fn value(state: &State, field: Field, label: String, count: u32) -> FacetValue {
    let choice = state.choice(field, &label);
    let (include, exclude) = (state.toggled(field, false, &label), state.toggled(field, true, &label));
    FacetValue { count, choice, include, exclude, label }
}
