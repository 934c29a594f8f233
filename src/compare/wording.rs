//! Relations in words.

use super::number::quantity;
use super::relation::{How, Reason, Related, Relation, Scope, Side};
use crate::extract::Bound;

/// How two figures relate, in a sentence without its full stop.
#[must_use]
pub fn words(a: &Side<'_>, b: &Side<'_>, related: &Related) -> String {
    let mut said = match related.relation {
        Relation::Repeated => ["the same statement: ", &repeated(&related.same)].concat(),
        Relation::Part { first_is_whole } => {
            let [part, whole] = if first_is_whole { [b, a] } else { [a, b] };
            ["`", part.number(), "` is a part of `", whole.number(), "`"].concat()
        }
        Relation::Agree => "agree".to_owned(),
        Relation::Differ { factor, at_least } => {
            let mut said = ["differ", &factor.map_or(String::new(), |factor| by(factor, at_least))].concat();
            for side in [a, b] {
                if let (Bound::Vague, Some(low)) = (side.fact.bound, side.fact.low) {
                    said += &[", `", side.number(), "` taken from ", &quantity(low)].concat();
                }
            }
            said
        }
        Relation::NotComparable => "not comparable".to_owned(),
    };
    let reasons: Vec<String> = related.reasons.iter().map(reason).collect();
    if !reasons.is_empty() {
        said += if related.relation == Relation::Agree { "; " } else { ": " };
        said += &reasons.join(", ");
    }
    said
}

fn repeated(same: &[&str]) -> String {
    let each: Vec<String> = same.iter().map(|what| ["the same ", what].concat()).collect();
    each.join(", ")
}

/// ` about fivefold or more`, ` by about 20 percent`.
fn by(factor: f64, at_least: bool) -> String {
    const FOLD: [&str; 6] = ["", "", "two", "three", "four", "five"];
    let more = if at_least { " or more" } else { "" };
    if factor < 1.5 {
        return [" by about ", &quantity(((factor - 1.0) * 100.0).round()), " percent", more].concat();
    }
    let nearest = factor.round();
    let fold = match nearest as usize {
        _ if (factor - nearest).abs() > nearest * 0.05 => quantity((factor * 10.0).round() / 10.0) + "-",
        10 => "ten".to_owned(),
        whole => FOLD.get(whole).map_or_else(|| quantity(nearest) + "-", |fold| (*fold).to_owned()),
    };
    let about = if factor == nearest { "" } else { "about " };
    [" ", about, &fold, "fold", more].concat()
}

/// One reason in words.
fn reason(reason: &Reason) -> String {
    let what = match reason.scope {
        Scope::Population => "population",
        Scope::OfPlace => "origin",
        Scope::AtPlace => "place",
        Scope::AsOf => "time",
        Scope::Source => "source",
        Scope::Bound => "bound",
    };
    let none = if reason.scope == Scope::Source { "the article itself" } else { "none said" };
    let [first, second] =
        [&reason.first, &reason.second].map(|value| if value.is_empty() { none } else { value.as_str() });
    let in_each = reason.first.is_empty() && reason.second.is_empty();
    let (before, behind, [one, between, other]) = match reason.how {
        How::Other | How::Across | How::Unclear if in_each => ("another ", "", [first, " in each", ""]),
        How::Other => ("another ", "", [first, "; ", second]),
        How::Within => ("another ", "", [first, " lies within ", second]),
        How::Holds => ("another ", "", [second, " lies within ", first]),
        How::Across => ("partly another ", "", [first, "; ", second]),
        How::Unclear => ("perhaps another ", "", [first, "; ", second]),
        How::Unsaid => ("", " not said by both", [first, "; ", second]),
    };
    [before, what, behind, " (", one, between, other, ")"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_in_words() {
        assert_eq!(by(2000.0 / 405.0, true), " about fivefold or more");
        assert_eq!(by(2.0, false), " twofold");
        assert_eq!(by(2.5, false), " about 2.5-fold");
        assert_eq!(by(1.2, false), " by about 20 percent");
        assert_eq!(by(1250.0, false), " 1,250-fold");
    }
}
