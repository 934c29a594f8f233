//! Units that make a number an amount: of money, a share, a measure, or a length of time.

use super::reading::Reading;
use core::ops::Range;
use std::sync::LazyLock;

const TABLE: &str = crate::lexicon::headless!("units.txt");

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Quantity {
    Money,
    Percent,
    Measure,
    Time,
}

/// A unit before or behind a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    pub quantity: Quantity,
    pub tokens: Range<usize>,
}

struct Row {
    word: &'static str,
    quantity: Quantity,
    tight: bool,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let row = |line: &'static str| {
        let mut fields = line.split('\t');
        let word = fields.next()?;
        let quantity = match fields.next()? {
            "money" => Quantity::Money,
            "percent" => Quantity::Percent,
            "measure" => Quantity::Measure,
            "time" => Quantity::Time,
            _ => return None,
        };
        Some(Row { word, quantity, tight: fields.next()? == "tight" })
    };
    TABLE.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect()
});

fn row(word: &str) -> Option<&'static Row> {
    let rows = &*ROWS;
    rows.binary_search_by(|row| row.word.cmp(word)).ok().map(|at| &rows[at])
}

/// Whether a word is a unit of time.
pub(super) fn is_time(word: &str) -> bool {
    row(word).is_some_and(|row| row.quantity == Quantity::Time)
}

/// The sign or code of money that ends before a number: `$`, `US$`, `Rs`.
pub(super) fn money_before(reading: &Reading<'_, '_>, at: usize) -> Option<Unit> {
    let before = at.checked_sub(1).filter(|before| reading.tokens.contains(before))?;
    let unit = |start: usize| Some(Unit { quantity: Quantity::Money, tokens: start..at });
    match reading.written(before) {
        "$" | "€" | "£" | "¥" | "₹" | "₽" | "₺" | "₪" | "₩" | "₦" | "₴" | "฿" | "₫" | "₱" => {
            let country = reading.is_tight(before)
                && before.checked_sub(1).is_some_and(|word| {
                    reading.is_word(word) && reading.written(word).len() <= 4 && reading.is_capital(word)
                });
            unit(if country { before - 1 } else { before })
        }
        "Rs" | "Rs." | "USD" | "EUR" | "GBP" | "INR" | "PKR" | "AUD" | "CAD" | "CHF" | "JPY" | "CNY" | "NGN"
        | "KES" | "Ksh" | "KSh" | "Sh" | "Tk" | "RM" | "Rp" | "SEK" | "NOK" | "DKK" | "ZAR" | "SR" | "AED" => {
            unit(before)
        }
        _ => None,
    }
}

/// The unit that begins behind a number: `%`, `percentage points`, `square km`, `US dollars`, `-foot`, `°C`.
pub(super) fn behind(reading: &Reading<'_, '_>, at: usize, scaled: bool) -> Option<Unit> {
    if reading.is_mark(at, '%') {
        return Some(Unit { quantity: Quantity::Percent, tokens: at..at + 1 });
    }
    if reading.is_mark(at, '°') || reading.is_mark(at, 'º') {
        let letter = matches!(reading.written(at + 1), "C" | "F" | "K");
        return Some(Unit { quantity: Quantity::Measure, tokens: at..at + 1 + usize::from(letter) });
    }
    let start = reading.behind_hyphen(at);
    if let Some(end) = percent_end(reading, start) {
        return Some(Unit { quantity: Quantity::Percent, tokens: start..end });
    }
    let noun = behind_adjective(reading, start);
    let row = row(reading.lower(noun))?;
    let tight = reading.is_tight(noun) && noun == at;
    if row.tight && (!tight || scaled) || row.quantity == Quantity::Percent || noun > start && row.tight {
        return None;
    }
    if !fits(reading, noun, tight) {
        return None;
    }
    let quantity = if is_weight(reading, noun) { Quantity::Measure } else { row.quantity };
    Some(Unit { quantity, tokens: start..noun + 1 })
}

/// Abbreviations are units in the case that they are written in: `5 C`, but not `5 A`; `MW` but not `Mw`.
fn fits(reading: &Reading<'_, '_>, noun: usize, tight: bool) -> bool {
    let written = reading.written(noun);
    match reading.lower(noun) {
        "c" | "f" => tight && matches!(written, "C" | "F"),
        "m" | "g" | "t" | "l" | "v" | "p" => tight && written.starts_with(char::is_lowercase),
        "second" | "min" | "sec" => !reading.is_capital(noun),
        // `two pounds`, but not `the two Pound brothers`
        _ => {
            !reading.is_capital(noun)
                || reading.title
                || written.chars().skip(1).any(char::is_uppercase)
                || written.ends_with('s')
        }
    }
}

fn percent_end(reading: &Reading<'_, '_>, at: usize) -> Option<usize> {
    match reading.lower(at) {
        "percent" | "pct" => Some(at + 1),
        "pc" if reading.is_tight(at) => Some(at + 1),
        "per" if matches!(reading.lower(at + 1), "cent" | "cents") => Some(at + 2),
        "percentage" | "basis" if matches!(reading.lower(at + 1), "point" | "points") => Some(at + 2),
        _ => None,
    }
}

/// The token behind a word that goes before a unit: `square miles`, `US dollars`, `nautical miles`.
fn behind_adjective(reading: &Reading<'_, '_>, at: usize) -> usize {
    let adjective = matches!(
        reading.lower(at),
        "square"
            | "sq"
            | "cubic"
            | "nautical"
            | "metric"
            | "short"
            | "long"
            | "us"
            | "u.s"
            | "american"
            | "canadian"
            | "australian"
            | "british"
            | "hong"
            | "new"
            | "russian"
            | "indian"
            | "pakistani"
            | "egyptian"
            | "iraqi"
            | "syrian"
            | "turkish"
            | "mexican"
            | "swiss"
            | "light"
            | "air"
            | "trillion"
            | "troy"
            | "fluid"
            | "iranian"
            | "lebanese"
            | "kenyan"
            | "ugandan"
            | "libyan"
            | "kuwaiti"
            | "saudi"
            | "israeli"
            | "norwegian"
            | "swedish"
            | "danish"
            | "czech"
            | "polish"
            | "zimbabwean"
            | "singapore"
            | "taiwan"
    );
    let known = |at: usize| row(reading.lower(at)).is_some_and(|row| row.quantity != Quantity::Time && !row.tight);
    if adjective && known(at + 1) { at + 1 } else { at }
}

/// Whether pounds are a weight: `500 pounds of explosives`, `weighing 300 pounds`.
fn is_weight(reading: &Reading<'_, '_>, noun: usize) -> bool {
    matches!(reading.lower(noun), "pound" | "pounds")
        && (reading.lower(noun + 1) == "of"
            || reading.is_mark(noun + 1, '(') && reading.lower(noun + 3).starts_with('k')
            || matches!(reading.lower(noun + 1), "heavier" | "lighter" | "overweight")
            || (1..=6).any(|back| reading.lower_before(noun, back).starts_with("weigh")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn table_is_sorted_and_parses() {
        let lines = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(ROWS.len(), lines);
        assert!(ROWS.windows(2).all(|pair| pair[0].word < pair[1].word), "sorted, none twice");
    }
}
