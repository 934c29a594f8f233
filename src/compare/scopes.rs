//! How two figures lie to each other in each scope: by the tables of places, and by what their words count.

use super::period::YEAR;
use super::place::{Lies, Spot, lie};
use super::reading::Reading;
use super::relation::{How, Scopes};

/// How two figures lie to each other.
pub(super) fn scopes(a: &Reading<'_>, b: &Reading<'_>) -> Scopes {
    let (as_of, is_far) = times(a, b);
    Scopes { population: population(a, b), of_place: of_place(a, b), at_place: at_place(a, b), as_of, is_far }
}

/// Who is counted: other populations, or, where none is said, another noun.
pub(super) fn population(a: &Reading<'_>, b: &Reading<'_>) -> Option<How> {
    let (first, second) = (&a.fact.population, &b.fact.population);
    let nouns = first.is_empty() && !a.noun.is_empty() && !b.noun.is_empty() && a.noun != b.noun;
    (first != second || nouns).then_some(How::Other)
}

/// Where those counted come from.
pub(super) fn of_place(a: &Reading<'_>, b: &Reading<'_>) -> Option<How> {
    how(lie(&a.of, &b.of), a.of.is_empty(), b.of.is_empty())
}

/// Where they are, or where it happened.
pub(super) fn at_place(a: &Reading<'_>, b: &Reading<'_>) -> Option<How> {
    how(lie(&a.at, &b.at).map(|lies| softened(lies, a, b)), a.at.is_empty(), b.at.is_empty())
}

fn how(lies: Option<Lies>, no_first: bool, no_second: bool) -> Option<How> {
    Some(match lies {
        None => return (no_first != no_second).then_some(How::Unsaid),
        Some(Lies::Same) => return None,
        Some(Lies::Within) => How::Within,
        Some(Lies::Holds) => How::Holds,
        Some(Lies::Across) => How::Across,
        Some(Lies::Apart) => How::Other,
        Some(Lies::Unclear) => How::Unclear,
    })
}

/// Places where somebody is do not exclude each other where one figure's own words name the other's place: people who live in
/// Europe can have joined a Syrian militia, and are then among those in Syria.
fn softened(lies: Lies, a: &Reading<'_>, b: &Reading<'_>) -> Lies {
    let met = |named: &[Spot], at: &[Spot]| {
        matches!(lie(named, at), Some(Lies::Same | Lies::Within | Lies::Holds | Lies::Across))
    };
    if lies == Lies::Apart && (met(&a.named, &b.at) || met(&b.named, &a.at)) { Lies::Across } else { lies }
}

/// How the times lie to each other, and whether they lie more than a year apart.
pub(super) fn times(a: &Reading<'_>, b: &Reading<'_>) -> (Option<How>, bool) {
    let how = match (a.when, b.when) {
        (Some(a), Some(b)) if a == b => None,
        (Some(a), Some(b)) if b.holds(a) => Some(How::Within),
        (Some(a), Some(b)) if a.holds(b) => Some(How::Holds),
        (Some(a), Some(b)) if a.meets(b) => Some(How::Across),
        (Some(_), Some(_)) => Some(How::Other),
        _ if a.fact.as_of == b.fact.as_of => None,
        _ if a.fact.as_of.is_none() || b.fact.as_of.is_none() => Some(How::Unsaid),
        _ => Some(How::Unclear),
    };
    let gap = a.when.zip(b.when).map_or(0, |(a, b)| a.gap(b));
    (how, gap > YEAR)
}
