//! The view Words.

mod comparison;
mod concordance;
mod dispersion;
mod frequency;

use super::evaluation::Evaluation;
use super::screen::Words;
use crate::index::Error;

/// The view in a state.
///
/// # Errors
/// A block that is needed for it is damaged.
pub(super) fn words(evaluation: &Evaluation) -> Result<Words, Error> {
    let searched = evaluation.hit_count() > 0;
    Ok(Words {
        frequency: frequency::frequency(evaluation)?,
        concordance: if searched { Some(concordance::concordance(evaluation)?) } else { None },
        dispersion: if searched { Some(dispersion::dispersion(evaluation)?) } else { None },
        comparison: comparison::comparison(evaluation)?,
        empty: evaluation.empty()?,
    })
}
