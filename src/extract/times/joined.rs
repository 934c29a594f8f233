//! What an expression takes from the words around it: `since`, and the year of the one that it is joined to.

use super::found::{Found, Limit, Meaning, Named};
use super::reader::Reader;
use super::value::{Fine, Point, Year};

/// How many tokens may stand between `since` and the date of its clause.
const CLAUSE: usize = 8;

/// Puts what stands before an expression to it: `since 2011`, `since the revolt began in 1998`, `until May`. Nothing
/// before the token `from` is looked at, since it belongs to another expression.
pub(super) fn limited(reader: &Reader<'_, '_>, mut found: Found, from: usize) -> Found {
    let start = found.tokens.start;
    if matches!(found.meaning, Meaning::Duration(..) | Meaning::Set(_)) || start <= from.max(reader.tokens().start) {
        return found;
    }
    match reader.before(start, 1) {
        "since" => {
            found.limit = Limit::Since;
            found.tokens.start = start - 1;
        }
        "until" | "till" | "before" => found.limit = Limit::Until,
        "after" => found.limit = Limit::After,
        "in" | "on" => {
            let first = start.saturating_sub(CLAUSE + 1).max(from).max(reader.tokens().start);
            let clause = (first..start).rev().take_while(|at| reader.is_word(*at) || reader.is_dash(*at));
            if let Some(since) = clause.into_iter().find(|at| reader.is(*at, &["since"])) {
                found.limit = Limit::Since;
                found.tokens.start = since;
            }
        }
        _ => {}
    }
    found
}

/// Gives the years of expressions to those joined before them: `May 4 and June 5, 2011`, `from May to June 2012`,
/// `between April and June 2012`.
pub(super) fn share_years(reader: &Reader<'_, '_>, found: &mut [Found]) {
    for at in (1..found.len()).rev() {
        let (before, behind) = found.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last_mut(), behind.first()) else { continue };
        let (Meaning::Named(named), Meaning::Point(Point { year: Year::Of(year), fine, .. })) =
            (first.meaning, second.meaning)
        else {
            continue;
        };
        let shares = fine != Fine::Whole && !matches!(named, Named::Weekday(_)) && are_joined(reader, first, second);
        if shares {
            // `from October to March 1945`: the October before.
            let later = named
                .month()
                .zip(Point::new(Year::Of(year), fine).month())
                .is_some_and(|(first, second)| first > second);
            first.meaning = Meaning::Point(named.in_year(Year::Of(if later { year - 1 } else { year })));
            first.rule_of_year = Some("times:year-of-joined");
        }
    }
}

fn are_joined(reader: &Reader<'_, '_>, first: &Found, second: &Found) -> bool {
    let between = first.tokens.end..second.tokens.start;
    between.len() <= 3
        && between.clone().any(|at| {
            reader.is_dash(at)
                || reader.is_mark(at, '/')
                || reader.is_mark(at, ',')
                || reader.is(at, &["and", "to", "or", "until", "through"])
        })
        && between.clone().all(|at| !reader.is_mark(at, '.') && !reader.is_mark(at, ';'))
}
