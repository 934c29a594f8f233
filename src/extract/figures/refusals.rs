//! Numbers that count nothing: parts of names, labels, addresses, telephone numbers, years, idioms.
//!
//! Each is a rule with a name. They are asked in order; the order matters only for which name a refusal is told under,
//! but for the ages before them, which have their own ways with years and hyphens.

use super::number::Number;
use super::reading::Reading;
use super::units::Quantity;
use super::verdict::Verdict;
use super::{forms, idioms, labels, one};

type Refusal = (&'static str, fn(&Reading<'_, '_>, &Number) -> bool);

const FORMS: [Refusal; 8] = [
    ("refused:in-brackets", forms::in_brackets),
    ("refused:list-number", forms::list_number),
    ("refused:slash", forms::slash),
    ("refused:machine-address", forms::machine_address),
    ("refused:telephone", forms::telephone),
    ("refused:coordinates", forms::coordinates),
    ("refused:compound", forms::compound),
    ("refused:attached", forms::attached),
];

const SENSES: [Refusal; 11] = [
    ("refused:per", idioms::per),
    ("refused:ratio", idioms::ratio),
    ("refused:street", labels::street),
    ("refused:label", labels::labelled),
    ("refused:within-name", labels::within_name),
    ("refused:capitalised", labels::capitalised),
    ("refused:number-of-name", labels::number_of_name),
    ("refused:year", idioms::year),
    ("refused:zero", idioms::zero),
    ("refused:idiom", idioms::idiom),
    ("refused:the-two", idioms::the_two),
];

fn first(refusals: &[Refusal], reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    let found = refusals.iter().find(|(_, refuses)| refuses(reading, number));
    found.map_or(Verdict::Pass, |(rule, _)| Verdict::Refuse(rule))
}

/// A time covers it.
pub(super) fn time(reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    if reading.in_time(number.tokens.clone()) && !idioms::is_count_like_a_year(reading, number) {
        return Verdict::Refuse("refused:time");
    }
    if number.measures(Quantity::Time) { Verdict::Refuse("refused:time-unit") } else { Verdict::Pass }
}

/// By what is printed directly around it.
pub(super) fn form(reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    first(&FORMS, reading, number)
}

/// By the words around it.
pub(super) fn sense(reading: &Reading<'_, '_>, number: &Number) -> Verdict {
    match first(&SENSES, reading, number) {
        Verdict::Pass => one::refused(reading, number),
        refused => refused,
    }
}
