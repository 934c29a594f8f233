//! Accounts of a question that are alike in a scope, so that what is known of pairs is kept once for all pairs of two classes.
//!
//! Ten thousand accounts have fifty million pairs, but come from some dozens of places and times.

use super::comparison::Comparison;
use super::questions::Question;
use super::reading::Reading;
use super::relation::Scopes;
use super::scopes;
use std::collections::BTreeMap;

/// The classes of a question's accounts in the four scopes of [`Scopes::codes`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Classes {
    /// Of each account, in the question's order, its class in each scope, from 0 in order of first use. Those beyond
    /// [`Classes::MOST`] are all of the class of that number, and how they lie to any other is not clear.
    pub of: Vec<[u8; 4]>,
    /// Of each scope how classes lie to each other, as in [`Scopes::codes`]: the first to the second, then the first and the
    /// second to the third …
    pub tables: [Vec<u8>; 4],
}

impl Classes {
    /// Classes of one scope that are told apart.
    pub const MOST: usize = 128;
}

impl Comparison<'_> {
    /// The classes of a question's accounts.
    #[must_use]
    pub fn classes(&self, question: &Question) -> Classes {
        let members: Vec<&Reading<'_>> = question.figures.iter().filter_map(|at| self.readings.get(*at)).collect();
        let mut classes = Classes { of: vec![[0; 4]; members.len()], ..Classes::default() };
        for scope in 0..4 {
            let mut met: BTreeMap<String, u8> = BTreeMap::new();
            let mut first: Vec<&Reading<'_>> = Vec::new();
            for (member, of) in members.iter().zip(&mut classes.of) {
                let next = met.len().min(Classes::MOST) as u8;
                let class = *met.entry(key(member, scope)).or_insert(next);
                of[scope] = class;
                if usize::from(class) == first.len() && first.len() < Classes::MOST {
                    first.push(member);
                }
            }
            for (at, second) in first.iter().enumerate() {
                classes.tables[scope].extend(first.iter().take(at).map(|one| code(one, second, scope)));
            }
        }
        classes
    }
}

/// What accounts of one class have in common.
fn key(reading: &Reading<'_>, scope: usize) -> String {
    let fact = reading.fact;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    match scope {
        0 => [&fact.population.join("\n"), "\n\n", &reading.noun].concat(),
        1 => text(&fact.of_place),
        2 => {
            let named: Vec<&str> = reading.named.iter().map(|spot| spot.name.as_str()).collect();
            [&text(&fact.at_place), "\n", &named.join("\n")].concat()
        }
        _ => text(&fact.as_of),
    }
}

fn code(a: &Reading<'_>, b: &Reading<'_>, scope: usize) -> u8 {
    let mut found = Scopes::default();
    match scope {
        0 => found.population = scopes::population(a, b),
        1 => found.of_place = scopes::of_place(a, b),
        2 => found.at_place = scopes::at_place(a, b),
        _ => (found.as_of, found.is_far) = scopes::times(a, b),
    }
    found.codes()[scope]
}
