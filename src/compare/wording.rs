//! Relations in words.

use super::reading::Reading;
use super::relation::{How, Reason, Related, Relation, Scope};
use crate::extract::Bound;

/// How two figures relate, in a sentence without its full stop.
pub(super) fn words(a: &Reading<'_>, b: &Reading<'_>, numbers: [&str; 2], related: &Related) -> String {
    let mut said = match related.relation {
        Relation::Repeated => format!("the same statement: {}", repeated(&related.same)),
        Relation::Part { first_is_whole } => {
            let [part, whole] = if first_is_whole { [numbers[1], numbers[0]] } else { numbers };
            format!("`{part}` is a part of `{whole}`")
        }
        Relation::Agree => "agree".to_owned(),
        Relation::Differ { factor, at_least } => {
            let mut said = format!("differ{}", factor.map_or(String::new(), |factor| by(factor, at_least)));
            for (reading, number) in [a, b].into_iter().zip(numbers) {
                if let (Bound::Vague, Some(low)) = (reading.fact.bound, reading.fact.low) {
                    said += &format!(", `{number}` taken from {}", grouped(low));
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
    let each = same.iter().map(|what| format!("the same {what}"));
    each.collect::<Vec<_>>().join(", ")
}

/// ` about fivefold or more`, ` by about 20 percent`.
fn by(factor: f64, at_least: bool) -> String {
    let more = if at_least { " or more" } else { "" };
    if factor < 1.5 {
        return format!(" by about {:.0} percent{more}", (factor - 1.0) * 100.0);
    }
    let nearest = factor.round();
    let fold = match nearest as u32 {
        _ if (factor - nearest).abs() > nearest * 0.05 => format!("{factor:.1}-fold"),
        2 => "twofold".to_owned(),
        3 => "threefold".to_owned(),
        4 => "fourfold".to_owned(),
        5 => "fivefold".to_owned(),
        10 => "tenfold".to_owned(),
        _ => format!("{}-fold", grouped(nearest)),
    };
    let about = if factor == nearest { "" } else { "about " };
    format!(" {about}{fold}{more}")
}

/// A number with commas between its thousands, as articles print it.
pub(super) fn grouped(number: f64) -> String {
    if number.fract() != 0.0 || number.abs() >= 1e15 {
        return number.to_string();
    }
    let digits = format!("{:.0}", number.abs());
    let mut out = String::from(if number < 0.0 { "−" } else { "" });
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(digit);
    }
    out
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
    let value = |value: &str| {
        let or = if reason.scope == Scope::Source { "the article itself" } else { "none said" };
        if value.is_empty() { or.to_owned() } else { value.to_owned() }
    };
    let (first, second) = (value(&reason.first), value(&reason.second));
    match reason.how {
        How::Other | How::Across | How::Unclear if reason.first.is_empty() && reason.second.is_empty() => {
            format!("another {what} ({first} in each)")
        }
        How::Other => format!("another {what} ({first}; {second})"),
        How::Within => format!("another {what} ({first} lies within {second})"),
        How::Holds => format!("another {what} ({second} lies within {first})"),
        How::Across => format!("partly another {what} ({first}; {second})"),
        How::Unclear => format!("perhaps another {what} ({first}; {second})"),
        How::Unsaid => format!("{what} not said by both ({first}; {second})"),
    }
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

    #[test]
    fn numbers_as_articles_print_them() {
        for (number, expected) in
            [(0.0, "0"), (405.0, "405"), (2000.0, "2,000"), (-1234567.0, "−1,234,567"), (4.5, "4.5")]
        {
            assert_eq!(grouped(number), expected);
        }
    }
}
