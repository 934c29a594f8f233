//! How two figures that answer one question relate, and what may explain it.

use super::period::YEAR;
use super::place::{Lies, lie};
use super::reading::Reading;

/// How two figures relate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Relation {
    /// The same statement once more: the same number in the same article, from the same source, or in the same words.
    Repeated,
    /// The one counts a part of what the other counts.
    Part {
        /// Whether the first is the whole.
        first_is_whole: bool,
    },
    /// Both can be right: some number lies in both.
    Agree,
    /// Both cannot be right of the same thing.
    Differ {
        /// How many times the lesser the greater is, by their nearer ends; none where the lesser is 0 or below.
        factor: Option<f64>,
        /// Whether it may be more: an end that was looked at is vague, or open on the other side.
        at_least: bool,
    },
    /// They are of different places or years, so that neither says anything of the other.
    NotComparable,
}

/// What of two figures is compared beside their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Who or what is counted.
    Population,
    /// Where those counted come from.
    OfPlace,
    /// Where they are, or where it happened.
    AtPlace,
    /// When it was so.
    AsOf,
    /// Who says so.
    Source,
    /// How the number bounds what it counts.
    Bound,
}

/// How a scope of the first lies to that of the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// Another one.
    Other,
    /// The first in the second.
    Within,
    /// The second in the first.
    Holds,
    /// They share a part.
    Across,
    /// Whether one holds the other is not known.
    Unclear,
    /// One of them does not say.
    Unsaid,
}

impl How {
    fn of(lies: Lies) -> Option<Self> {
        Some(match lies {
            Lies::Same => return None,
            Lies::Within => Self::Within,
            Lies::Holds => Self::Holds,
            Lies::Across => Self::Across,
            Lies::Apart => Self::Other,
            Lies::Unclear => Self::Unclear,
        })
    }
}

/// A scope in which two figures are not the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The scope.
    pub scope: Scope,
    /// How they lie to each other in it.
    pub how: How,
    /// What the first says; empty: nothing.
    pub first: String,
    /// What the second says.
    pub second: String,
}

/// How two figures relate, with the scopes in which they are not the same.
#[derive(Clone, Debug, PartialEq)]
pub struct Related {
    /// How they relate.
    pub relation: Relation,
    /// The scopes, in their order.
    pub reasons: Vec<Reason>,
    /// What makes them one statement: the same `article`, `source` or `words`.
    pub same: Vec<&'static str>,
}

/// What is known of two figures beyond themselves.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Known {
    /// The one is, by its article, a part of the other: whether the first is the whole.
    pub first_is_whole: Option<bool>,
    /// Whether both stand in a passage that the articles share word for word.
    pub shares_words: bool,
}

/// How two figures of one question relate.
///
/// The first that holds is taken: part and whole by an article's own words; places or years that exclude each other; the
/// same statement; and then the numbers alone decide between agreeing and differing.
pub(super) fn relate(a: &Reading<'_>, b: &Reading<'_>, known: Known) -> Related {
    let (reasons, excluded) = scopes(a, b);
    let same = if a.says_the_same(b) { same(a, b, known) } else { Vec::new() };
    let relation = match known.first_is_whole {
        Some(first_is_whole) => Relation::Part { first_is_whole },
        None if excluded => Relation::NotComparable,
        None if !same.is_empty() => Relation::Repeated,
        None if a.interval().meets(b.interval()) => Relation::Agree,
        None => differ(a, b),
    };
    let same = if relation == Relation::Repeated { same } else { Vec::new() };
    Related { relation, reasons, same }
}

fn same(a: &Reading<'_>, b: &Reading<'_>, known: Known) -> Vec<&'static str> {
    let source = a.sources.iter().any(|source| b.sources.contains(source));
    let all = [(a.article == b.article, "article"), (source, "source"), (known.shares_words, "words")];
    all.into_iter().filter_map(|(holds, what)| holds.then_some(what)).collect()
}

fn differ(a: &Reading<'_>, b: &Reading<'_>) -> Relation {
    // The numbers as the articles have them: what `about` may reach has done its part.
    let (said_a, said_b) = (super::Interval::said(a.fact), super::Interval::said(b.fact));
    let (less, more, low, high) =
        if said_a.high < said_b.low { (a, b, said_a, said_b) } else { (b, a, said_b, said_a) };
    let open = low.low == f64::NEG_INFINITY || high.high == f64::INFINITY;
    let ranges = low.low < low.high || high.low < high.high;
    let at_least = open || ranges || less.is_loose() && more.is_loose();
    Relation::Differ { factor: said_a.factor(said_b), at_least }
}

/// The scopes in which two figures are not the same, and whether one of them excludes that they are of the same thing.
fn scopes(a: &Reading<'_>, b: &Reading<'_>) -> (Vec<Reason>, bool) {
    let mut reasons = Vec::new();
    let mut add = |scope, how: Option<How>, first: &str, second: &str| {
        if let Some(how) = how {
            reasons.push(Reason { scope, how, first: first.to_owned(), second: second.to_owned() });
        }
    };
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    add(Scope::Population, population(a, b), &a.called, &b.called);

    let of = lie(&a.of, &b.of);
    add(
        Scope::OfPlace,
        of_lists(of, a.of.is_empty(), b.of.is_empty()),
        &text(&a.fact.of_place),
        &text(&b.fact.of_place),
    );
    let at = lie(&a.at, &b.at).map(|lies| softened(lies, a, b));
    add(
        Scope::AtPlace,
        of_lists(at, a.at.is_empty(), b.at.is_empty()),
        &text(&a.fact.at_place),
        &text(&b.fact.at_place),
    );

    let (when, far) = times(a, b);
    add(Scope::AsOf, when, &text(&a.fact.as_of), &text(&b.fact.as_of));
    add(Scope::Source, sources(a, b), &a.sources.join(", "), &b.sources.join(", "));
    let bound = |reading: &Reading<'_>| crate::extract::named::bound(reading.fact.bound);
    add(Scope::Bound, (a.fact.bound != b.fact.bound).then_some(How::Other), bound(a), bound(b));
    (reasons, of == Some(Lies::Apart) || at == Some(Lies::Apart) || far)
}

fn of_lists(lies: Option<Lies>, no_first: bool, no_second: bool) -> Option<How> {
    match lies {
        Some(lies) => How::of(lies),
        None => (no_first != no_second).then_some(How::Unsaid),
    }
}

/// Places where somebody is do not exclude each other where one figure's own words name the other's place: people who live in
/// Europe can have joined a Syrian militia, and are then among those in Syria.
fn softened(lies: Lies, a: &Reading<'_>, b: &Reading<'_>) -> Lies {
    let met = |named: &[super::place::Spot], at: &[super::place::Spot]| {
        matches!(lie(named, at), Some(Lies::Same | Lies::Within | Lies::Holds | Lies::Across))
    };
    if lies == Lies::Apart && (met(&a.named, &b.at) || met(&b.named, &a.at)) { Lies::Across } else { lies }
}

/// Who is counted: other populations, or, where none is said, another noun.
fn population(a: &Reading<'_>, b: &Reading<'_>) -> Option<How> {
    let (first, second) = (&a.fact.population, &b.fact.population);
    let nouns = first.is_empty() && !a.noun.is_empty() && !b.noun.is_empty() && a.noun != b.noun;
    (first != second || nouns).then_some(How::Other)
}

/// How the times lie to each other, and whether they lie more than a year apart.
fn times(a: &Reading<'_>, b: &Reading<'_>) -> (Option<How>, bool) {
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

fn sources(a: &Reading<'_>, b: &Reading<'_>) -> Option<How> {
    let shared = a.sources.iter().any(|source| b.sources.contains(source));
    match (a.sources.is_empty(), b.sources.is_empty()) {
        // Each is its outlet's own word.
        (true, true) => (a.article != b.article).then_some(How::Other),
        (true, false) | (false, true) => Some(How::Unsaid),
        (false, false) if a.sources == b.sources => None,
        (false, false) => Some(if shared { How::Across } else { How::Other }),
    }
}

impl Related {
    /// The same two figures in the other order.
    #[must_use]
    pub fn turned(self) -> Self {
        let relation = match self.relation {
            Relation::Part { first_is_whole } => Relation::Part { first_is_whole: !first_is_whole },
            other => other,
        };
        let turn = |reason: Reason| Reason {
            scope: reason.scope,
            how: match reason.how {
                How::Within => How::Holds,
                How::Holds => How::Within,
                other => other,
            },
            first: reason.second,
            second: reason.first,
        };
        Self { relation, reasons: self.reasons.into_iter().map(turn).collect(), same: self.same }
    }
}
