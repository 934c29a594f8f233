//! Adverbs told from when somebody speaks: `today`, `yesterday`, `tonight`, `now`, `recently`.

use super::found::{Found, Meaning, Reference, Which};
use super::reader::Reader;
use super::value::{Part, Unit};
use super::words::{Speech, Word};

/// Such an adverb. `now that` is a conjunction, `now-cancelled` and `the now famous` say no time by themselves.
pub(super) fn speech(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let Word::Speech(speech) = reader.word(at) else { return None };
    let hyphen = reader.is_hyphen(at + 1) || at > 0 && reader.is_hyphen(at - 1);
    let day = |which| Some(Found::new(at, at + 1, Meaning::Unit(Unit::Day, which)));
    let name = reader.is_capital(at) && reader.is_capital(at.wrapping_sub(1)) && at > reader.tokens().start;
    if hyphen || name {
        return None;
    }
    match speech {
        Speech::Today => day(Which::This),
        Speech::Yesterday => day(Which::Last),
        Speech::Tomorrow => day(Which::Next),
        Speech::Tonight => day(Which::This).map(|found| found.with_part(Part::Night, at + 1)),
        Speech::Now if reader.is(at + 1, &["that"]) => None,
        Speech::Now if reader.is(at.wrapping_sub(1), &["from"]) && reader.word(at.wrapping_sub(2)) != Word::Other => {
            None
        }
        Speech::Now => Some(Found::new(at, at + 1, Meaning::Reference(Reference::Present))),
        Speech::Recently if reader.is(at + 1, &["as"]) => None,
        Speech::Recently => Some(Found::new(at, at + 1, Meaning::Reference(Reference::Past))),
        Speech::Future | Speech::Noon | Speech::Midnight => None,
    }
}
