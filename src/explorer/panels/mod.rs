//! The charts of the views Figures, Sources, Timeline, Places and Names: how many, who says it, when, where, who is named.

mod matrix;
mod places;
mod questions;
mod quotations;
mod ranking;
mod timeline;

pub(super) use places::places;
pub(super) use questions::{explained, questions};

use super::columns::RowKind;
use super::evaluation::Evaluation;
use super::filter::Field;
use super::screen::Panel;
use super::view::Kind;
use crate::index::Error;
use ranking::{Ranking, ranking};

/// So many marks are shown at first, and more at each "Show more".
const STEP: usize = 30;

/// The charts of the present view; none where it has other ones.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(super) fn panels(evaluation: &Evaluation) -> Result<Vec<Panel>, Error> {
    Ok(match evaluation.state.view.kind {
        Kind::Sources => vec![ranking(evaluation, &SPEAKERS)?, quotations::quotations(evaluation)?],
        Kind::Timeline => vec![timeline::timeline(evaluation)?],
        Kind::Names => vec![ranking(evaluation, &NAMES)?, matrix::together(evaluation)?],
        _ => Vec::new(),
    })
}

const SPEAKERS: Ranking = Ranking {
    title: "Who says it",
    sentence: "Whom the figures and quotations are from, at any place of the chain. Choosing one leaves what is theirs.",
    field: Field::Source,
    counted: |kind| matches!(kind, RowKind::Figure | RowKind::Quote),
    series: &["figures", "quotations"],
};

const NAMES: Ranking = Ranking {
    title: "Persons, organisations and peoples",
    sentence: "How often each is named, under any of its names.",
    field: Field::Name,
    counted: |kind| kind == RowKind::Name,
    series: &["mentions"],
};
