//! The times that an article has told so far, which later expressions are told from.

use super::found::{Found, Meaning, Named};
use super::value::{Fine, Point, Season, Year};
use crate::extract::TimeBasis;
use crate::text::Span;

/// A time told, that another may be told from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Anchor {
    /// The time.
    pub point: Point,
    /// Where it stands.
    pub span: Span,
    /// Its sentence.
    pub sentence: usize,
    /// What settled it.
    pub basis: TimeBasis,
    /// Whether its year is said, and not taken from elsewhere.
    pub explicit: bool,
    /// The month that it lies in or near, as far as that is said.
    pub month: Option<u8>,
}

/// The latest times told, by how exact they are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Story {
    /// The latest with a year, a decade or a century.
    pub any: Option<Anchor>,
    /// The latest with a year.
    pub year: Option<Anchor>,
    /// The latest with a month.
    pub month: Option<Anchor>,
    /// The latest day.
    pub day: Option<Anchor>,
    /// The latest at the head of a sentence: there a date sets the frame of what is told; elsewhere it may also look
    /// ahead or back (`a treaty of 1920`, `until the fall of the city in 1945`).
    pub frame: Option<Anchor>,
    /// When something began that is named by what it is: the hash of its noun, and the time.
    beginnings: [Option<(u32, Anchor)>; 4],
    begun: usize,
}

impl Story {
    /// Takes a time into the story.
    pub fn tell(&mut self, anchor: Anchor) {
        if anchor.point.year == Year::Open {
            return;
        }
        self.any = Some(anchor);
        if anchor.point.single_year().is_none() {
            return;
        }
        self.year = Some(anchor);
        if anchor.point.month().is_some() {
            self.month = Some(anchor);
        }
        if anchor.point.day().is_some() {
            self.day = Some(anchor);
        }
    }
}

impl Story {
    /// Makes a time the frame of what follows, if it has a year.
    pub fn set_frame(&mut self, anchor: Anchor) {
        let year = anchor.point.single_year();
        // `on December 7 (December 8 in Asia), 1941`: the year alone says less than what it is the year of.
        let repeats = anchor.month.is_none()
            && self.frame.is_some_and(|frame| frame.point.single_year() == year && frame.sentence == anchor.sentence);
        if year.is_some() && !repeats {
            self.frame = Some(anchor);
        }
    }

    /// Takes in when something began.
    pub fn begin(&mut self, noun: &str, anchor: Anchor) {
        if let Some(slot) = self.beginnings.get_mut(self.begun % 4) {
            *slot = Some((hash(noun), anchor));
            self.begun += 1;
        }
    }

    /// When it began, as told last.
    pub fn beginning(&self, noun: &str) -> Option<Anchor> {
        let known = self.beginnings.iter().flatten().filter(|(known, _)| *known == hash(noun));
        known.map(|(_, anchor)| *anchor).max_by_key(|anchor| anchor.span)
    }
}

impl Anchor {
    /// The year of something that is told after this without its own.
    ///
    /// A story runs forward: behind December, January is of the next year; but a step of less than half a year back is
    /// a look back.
    pub fn year_of(&self, named: Named) -> Option<i16> {
        let year = self.point.single_year()?;
        let (Some(told), Some(month)) = (self.month, named.month()) else { return Some(year) };
        let ahead = i16::from(month) - i16::from(told);
        Some(if ahead <= -6 { year.saturating_add(1) } else { year })
    }
}

/// FNV-1a.
fn hash(word: &str) -> u32 {
    word.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Whether an article tells of years long past, and nothing from the day of its publication.
pub(super) fn is_history(found: &[Found], published: Option<i16>) -> bool {
    let (mut old, mut news) = (0, 0);
    for found in found {
        match found.meaning {
            Meaning::Point(Point { year: Year::Of(year), fine, .. }) => {
                let far = published.is_none_or(|published| published.saturating_sub(year) > 1);
                old += usize::from(far) * if fine == Fine::Whole { 1 } else { 2 };
            }
            Meaning::Named(Named::Weekday(_)) => news += 1,
            Meaning::Unit(_, which) if which.is_speech() => news += 1,
            Meaning::Shift { speech: true, .. } => news += 1,
            _ => {}
        }
    }
    old >= 8 && old > 4 * news
}

/// The month that a point lies in, or that a season or quarter has in its middle. None for a winter, which lies in two
/// years.
pub(super) fn told_month(point: Point) -> Option<u8> {
    match point.fine {
        Fine::Season(Season::Winter) => None,
        Fine::Season(season) => Some(season.middle()),
        Fine::Quarter(quarter) => Some(quarter * 3 - 1),
        _ => point.month(),
    }
}
