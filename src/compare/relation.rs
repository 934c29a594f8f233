//! How two figures that answer one question relate, and what may explain it.

use super::interval::Interval;
use crate::extract::{Bound, Figure};

/// A figure as one side of a relation.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// Its article, by its place in the corpus.
    pub article: usize,
    /// What the article says.
    pub fact: &'a Figure,
    /// The article's text.
    pub text: &'a str,
    /// Who stands behind it, by the names that the corpus has for them, nearest first.
    pub sources: &'a [&'a str],
}

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

impl Relation {
    /// In a word: `not_comparable`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Repeated => "repeated",
            Self::Part { .. } => "part",
            Self::Agree => "agree",
            Self::Differ { .. } => "differ",
            Self::NotComparable => "not_comparable",
        }
    }

    /// What of many relations is shown first: the greatest of these, those that differ most.
    #[must_use]
    pub fn weight(self) -> f64 {
        match self {
            Self::Differ { factor, .. } => 10.0 + factor.unwrap_or(1.0),
            Self::Part { .. } => 4.0,
            Self::Agree => 3.0,
            Self::Repeated => 2.0,
            Self::NotComparable => 1.0,
        }
    }
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
    const ALL: [Self; 6] = [Self::Other, Self::Within, Self::Holds, Self::Across, Self::Unclear, Self::Unsaid];

    /// The same of the second to the first.
    #[must_use]
    pub fn turned(self) -> Self {
        match self {
            Self::Within => Self::Holds,
            Self::Holds => Self::Within,
            other => other,
        }
    }
}

/// How two figures lie to each other in the scopes for which tables of words and places must be asked; none: they are the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scopes {
    /// In who or what is counted.
    pub population: Option<How>,
    /// In where those counted come from.
    pub of_place: Option<How>,
    /// In where they are, or where it happened.
    pub at_place: Option<How>,
    /// In when it was so.
    pub as_of: Option<How>,
    /// Whether the times lie more than a year apart.
    pub is_far: bool,
}

impl Scopes {
    /// The scopes as numbers: 0 the same, else the place of [`How`] from 1; 7 is a time more than a year away.
    #[must_use]
    pub fn codes(self) -> [u8; 4] {
        let code = |how: Option<How>| how.map_or(0, |how| how as u8 + 1);
        let time = if self.is_far { FAR } else { code(self.as_of) };
        [code(self.population), code(self.of_place), code(self.at_place), time]
    }

    /// The opposite of [`Scopes::codes`]; true where a number says how the second lies to the first. Numbers that there are not
    /// mean what is not clear.
    #[must_use]
    pub fn of_codes(codes: [(u8, bool); 4]) -> Self {
        let how = |(code, turned): (u8, bool)| {
            let how = match code {
                0 => return None,
                FAR => How::Other,
                code => How::ALL.get(usize::from(code) - 1).copied().unwrap_or(How::Unclear),
            };
            Some(if turned { how.turned() } else { how })
        };
        let [population, of_place, at_place, as_of] = codes.map(how);
        Self { population, of_place, at_place, as_of, is_far: codes[3].0 == FAR }
    }

    /// Whether they exclude that both figures are of the same thing: by places that lie apart, or times.
    fn exclude(self) -> bool {
        self.of_place == Some(How::Other) || self.at_place == Some(How::Other) || self.is_far
    }
}

/// The number of a time that is more than a year away.
const FAR: u8 = 7;

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
pub struct Known {
    /// The one is, by its article, a part of the other: whether the first is the whole.
    pub first_is_whole: Option<bool>,
    /// Whether both stand in a passage that the articles share word for word.
    pub shares_words: bool,
}

/// How two figures of one question relate.
///
/// The first that holds is taken: part and whole by an article's own words; places or years that exclude each other; the
/// same statement; and then the numbers alone decide between agreeing and differing.
#[must_use]
pub fn relate(a: &Side<'_>, b: &Side<'_>, scopes: Scopes, known: Known) -> Related {
    let same = if a.says_the_same(b) { same(a, b, known) } else { Vec::new() };
    let relation = match known.first_is_whole {
        Some(first_is_whole) => Relation::Part { first_is_whole },
        None if scopes.exclude() => Relation::NotComparable,
        None if !same.is_empty() => Relation::Repeated,
        None if Interval::compared(a.fact).meets(Interval::compared(b.fact)) => Relation::Agree,
        None => differ(a, b),
    };
    let same = if relation == Relation::Repeated { same } else { Vec::new() };
    Related { relation, reasons: reasons(a, b, scopes), same }
}

fn same(a: &Side<'_>, b: &Side<'_>, known: Known) -> Vec<&'static str> {
    let all = [(a.article == b.article, "article"), (a.shares_source(b), "source"), (known.shares_words, "words")];
    all.into_iter().filter_map(|(holds, what)| holds.then_some(what)).collect()
}

fn differ(a: &Side<'_>, b: &Side<'_>) -> Relation {
    // The numbers as the articles have them: what `about` may reach has done its part.
    let (said_a, said_b) = (Interval::said(a.fact), Interval::said(b.fact));
    let (low, high) = if said_a.high < said_b.low { (said_a, said_b) } else { (said_b, said_a) };
    let open = low.low == f64::NEG_INFINITY || high.high == f64::INFINITY;
    let ranges = low.low < low.high || high.low < high.high;
    let at_least = open || ranges || a.is_loose() && b.is_loose();
    Relation::Differ { factor: said_a.factor(said_b), at_least }
}

/// The scopes in which two figures are not the same.
fn reasons(a: &Side<'_>, b: &Side<'_>, scopes: Scopes) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let mut add = |scope, how: Option<How>, first: String, second: String| {
        if let Some(how) = how {
            reasons.push(Reason { scope, how, first, second });
        }
    };
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let (first, second) = (a.fact, b.fact);
    add(Scope::Population, scopes.population, a.called(), b.called());
    add(Scope::OfPlace, scopes.of_place, text(&first.of_place), text(&second.of_place));
    add(Scope::AtPlace, scopes.at_place, text(&first.at_place), text(&second.at_place));
    add(Scope::AsOf, scopes.as_of, text(&first.as_of), text(&second.as_of));
    add(Scope::Source, sources(a, b), a.sources.join(", "), b.sources.join(", "));
    let bound = |side: &Side<'_>| side.fact.bound.word().to_owned();
    add(Scope::Bound, (first.bound != second.bound).then_some(How::Other), bound(a), bound(b));
    reasons
}

fn sources(a: &Side<'_>, b: &Side<'_>) -> Option<How> {
    match (a.sources.is_empty(), b.sources.is_empty()) {
        // Each is its outlet's own word.
        (true, true) => (a.article != b.article).then_some(How::Other),
        (true, false) | (false, true) => Some(How::Unsaid),
        (false, false) if a.sources == b.sources => None,
        (false, false) => Some(if a.shares_source(b) { How::Across } else { How::Other }),
    }
}

impl Side<'_> {
    /// Whether it says just the same number in the same way.
    #[must_use]
    pub fn says_the_same(&self, other: &Self) -> bool {
        let said = |side: &Self| (side.fact.low, side.fact.high, side.fact.bound);
        said(self) == said(other)
    }

    fn shares_source(&self, other: &Self) -> bool {
        self.sources.iter().any(|source| other.sources.contains(source))
    }

    /// Whether an end of it that is looked at is not the article's own number: vague, or only about it.
    fn is_loose(&self) -> bool {
        matches!(self.fact.bound, Bound::Vague | Bound::About)
    }

    /// Its number as printed.
    #[must_use]
    pub fn number(&self) -> &str {
        self.fact.number.of(self.text)
    }

    /// `Russian citizens`, `children`, `people from Chechnya`; where no noun is printed, what was put together, up to its
    /// first clause.
    #[must_use]
    pub fn called(&self) -> String {
        let Some(counted) = &self.fact.counted else { return self.fact.population.join(" and ") };
        let printed = counted.span.map(|span| span.of(self.text)).filter(|printed| !printed.is_empty());
        let short = printed.unwrap_or_else(|| counted.text.split([',', ';']).next().unwrap_or_default());
        let mut words: Vec<&str> = short.split_whitespace().collect();
        let clause = words.iter().skip(1).position(|word| matches!(*word, "who" | "that"));
        words.truncate(clause.map_or(LONGEST, |at| at + 1).min(LONGEST));
        words.join(" ")
    }
}

/// Words of what is counted that are shown in a reason.
const LONGEST: usize = 8;

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
            how: reason.how.turned(),
            first: reason.second,
            second: reason.first,
        };
        Self { relation, reasons: self.reasons.into_iter().map(turn).collect(), same: self.same }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scopes_come_back_from_their_codes_either_way() {
        for (at, how) in How::ALL.into_iter().enumerate() {
            let scopes = Scopes {
                population: Some(how),
                at_place: Some(how),
                as_of: Some(How::Other),
                is_far: at == 0,
                ..Scopes::default()
            };
            let codes = scopes.codes();
            assert_eq!(Scopes::of_codes(codes.map(|code| (code, false))), scopes);
            let turned = Scopes::of_codes(codes.map(|code| (code, true)));
            assert_eq!((turned.population, turned.of_place, turned.is_far), (Some(how.turned()), None, at == 0));
        }
        assert_eq!(Scopes::of_codes([(255, false); 4]).as_of, Some(How::Unclear));
    }
}
