//! The times that an article has told so far, which later expressions are told from.

use super::found::Named;
use super::value::{Fine, Point, Season, Year};
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
    /// Whether its year is said, and not taken from elsewhere.
    pub explicit: bool,
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

impl Anchor {
    /// The year of something that is told after this without its own.
    ///
    /// A story runs forward: behind December, January is of the next year; but a step of less than half a year back is
    /// a look back.
    pub fn year_of(&self, named: Named) -> Option<i16> {
        let year = self.point.single_year()?;
        let told = match self.point.fine {
            Fine::Season(Season::Winter) => None,
            Fine::Season(season) => Some(season.middle()),
            Fine::Quarter(quarter) => Some(quarter * 3 - 1),
            _ => self.point.month(),
        };
        let (Some(told), Some(month)) = (told, named.month()) else { return Some(year) };
        let ahead = i16::from(month) - i16::from(told);
        Some(if ahead <= -6 { year.saturating_add(1) } else { year })
    }
}
