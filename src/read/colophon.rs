//! What a corpus says of its edition: who publishes it, when it was released, where mistakes are told.

use super::table::{TableReader, get};
use jiff::civil::Date;
use toml::de::DeTable;

/// What is to be said of an edition beyond its articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colophon {
    /// Who is cited for it.
    pub publisher: Option<String>,
    /// The day of the edition. The program itself knows no day: the same folder gives the same bytes.
    pub released: Option<Date>,
    /// Where mistakes are told: an address of `mailto:` or `https:`.
    pub report: Option<String>,
}

/// Reads the keys `publisher`, `released` and `report` of a manifest.
pub(super) fn colophon(file: &mut TableReader<'_>, root: &DeTable<'_>) -> Colophon {
    Colophon {
        publisher: get(root, "publisher").and_then(|value| file.string("publisher", value)),
        released: get(root, "released").and_then(|value| {
            let (first, last) = file.period("released", value)?;
            if first == last {
                return Some(first);
            }
            let message = format!("expected a day for `released`, but found {}", file.printed(value));
            file.problem(value.span().start, message, "write it as 2026-11-24");
            None
        }),
        report: get(root, "report").and_then(|value| {
            let address = file.string("report", value)?;
            let plain = !address.chars().any(|c| c.is_whitespace() || c.is_control());
            if plain && ["mailto:", "https://"].iter().any(|start| address.starts_with(start)) {
                return Some(address);
            }
            let message = format!("expected an address of mail or the web for `report`, but found `{address}`");
            file.problem(value.span().start, message, "write report = \"mailto:…\" or report = \"https://…\"");
            None
        }),
    }
}
