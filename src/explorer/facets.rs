//! Facets: the values of outlet and year, with the articles under each.

use super::evaluation::Evaluation;
use super::filter::{Field, Filter, UNKNOWN, years};
use super::screen::{Facet, FacetValue};
use super::state::State;
use crate::order::{by, by_key};
use crate::text::fold;
use std::collections::BTreeMap;

/// The facets in a state. Counts are of articles under the query and the filters of the *other* fields, so
/// that they say what choosing a value would leave. Values that are chosen stand there even with none.
pub(super) fn facets(evaluation: &Evaluation) -> Vec<Facet> {
    vec![outlets(evaluation), publication_years(evaluation)]
}

fn outlets(evaluation: &Evaluation) -> Facet {
    // Counted as they are written before they are folded: there are few outlets and many articles.
    let mut counts: BTreeMap<&str, (usize, u32)> = BTreeMap::new();
    for (at, head) in evaluation.without(Field::Outlet).enumerate() {
        counts.entry(head.outlet.as_deref().unwrap_or(UNKNOWN)).or_insert((at, 0)).1 += 1;
    }
    let mut names: Vec<(&str, (usize, u32))> = counts.into_iter().collect();
    by_key(&mut names, |(_, (first, _))| *first as u64);
    let names = names.into_iter().map(|(name, (_, count))| (name.to_owned(), count));
    let mut values = values(evaluation.state, Field::Outlet, names);
    by(&mut values, |a, b| b.count.cmp(&a.count).then_with(|| fold(&a.label).cmp(&fold(&b.label))));
    Facet { field: Field::Outlet.id(), label: "Outlet", values }
}

fn publication_years(evaluation: &Evaluation) -> Facet {
    let mut counts: BTreeMap<Option<i16>, u32> = BTreeMap::new();
    for head in evaluation.without(Field::Year) {
        match years(head) {
            Some(years) => years.for_each(|year| *counts.entry(Some(year)).or_default() += 1),
            None => *counts.entry(None).or_default() += 1,
        }
    }
    let name = |year: Option<i16>| year.map_or_else(|| UNKNOWN.to_owned(), |year| year.to_string());
    let years = counts.into_iter().map(|(year, count)| (name(year), count));
    Facet {
        field: Field::Year.id(),
        label: "Year of publication",
        values: values(evaluation.state, Field::Year, years),
    }
}

fn values(state: &State, field: Field, names: impl Iterator<Item = (String, u32)>) -> Vec<FacetValue> {
    // By the folded name, as filters compare by it: two spellings of an outlet are one value.
    let mut counts: BTreeMap<String, (String, u32)> = BTreeMap::new();
    for (name, count) in names {
        counts.entry(fold(&name)).or_insert_with(|| (name, 0)).1 += count;
    }
    for filter in state.filters.iter().filter(|filter| filter.field == field) {
        counts.entry(fold(&filter.value)).or_insert_with(|| (filter.value.clone(), 0));
    }
    counts.into_values().map(|(label, count)| value(state, field, label, count)).collect()
}

fn value(state: &State, field: Field, label: String, count: u32) -> FacetValue {
    let chosen = |exclude: bool| {
        let same = |filter: &&Filter| {
            filter.field == field && filter.exclude == exclude && fold(&filter.value) == fold(&label)
        };
        state.filters.iter().find(same).is_some()
    };
    let toggled = |exclude: bool| {
        let mut next = state.clone();
        next.filters.retain(|filter| filter.field != field || fold(&filter.value) != fold(&label));
        if !chosen(exclude) {
            next.filters.push(Filter { field, exclude, value: label.clone() });
        }
        next.address()
    };
    let choice = if chosen(false) {
        "included"
    } else if chosen(true) {
        "excluded"
    } else {
        "none"
    };
    FacetValue { count, choice, include: toggled(false), exclude: toggled(true), label }
}
