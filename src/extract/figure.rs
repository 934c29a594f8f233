//! A figure: a number that counts or measures something, with all that the text says of it.

use super::Source;
use crate::text::Span;

/// How a number bounds what it counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bound {
    /// `405`
    #[default]
    Exact,
    /// `about 100`
    About,
    /// `over 400`, `more than 300`: the number itself is `low`.
    Over,
    /// `at least 12`
    AtLeast,
    /// `under 50`, `fewer than 50`
    Under,
    /// `up to 400`
    UpTo,
    /// `between 70 and 120`, `4,000–4,500`
    Between,
    /// `dozens`, `several thousand`
    Vague,
}

impl Bound {
    /// As records, filters and corrections call it: `at_least`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::About => "about",
            Self::Over => "over",
            Self::AtLeast => "at_least",
            Self::Under => "under",
            Self::UpTo => "up_to",
            Self::Between => "between",
            Self::Vague => "vague",
        }
    }
}

/// What kind of thing a figure counts or measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FigureKind {
    /// People, also as families, crews, troops.
    People,
    /// How old somebody is.
    Age,
    /// An amount of money.
    Money,
    /// A share: percent, `one in nine`, `half of`.
    Percent,
    /// A quantity with a unit of measure.
    Measure,
    /// Things.
    #[default]
    Count,
    /// A place in an order: `the third largest`.
    Rank,
    /// The score of a game or a vote.
    Score,
}

/// What a figure counts, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// The words: as printed, or put together where the noun is elided.
    pub text: String,
    /// Where the noun stands, if it does.
    pub span: Option<Span>,
}

/// A number that counts or measures something.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figure {
    /// Modifier, number and head noun as printed.
    pub span: Span,
    /// The numeral or number word alone.
    pub number: Span,
    /// The least that it can be. None: unbounded below.
    pub low: Option<f64>,
    /// The most that it can be. None: unbounded above.
    pub high: Option<f64>,
    /// How the number bounds it.
    pub bound: Bound,
    /// What kind of thing is counted.
    pub kind: FigureKind,
    /// The unit of money or measure as printed: `$`, `km`.
    pub unit: Option<String>,
    /// What is counted.
    pub counted: Option<Counted>,
    /// What happened to what is counted: a word of the table of statuses.
    pub status: Option<String>,
    /// Who is counted: words of the table of populations, in the order of the table.
    pub population: Vec<String>,
    /// Where those counted come from.
    pub of_place: Option<String>,
    /// Where those counted are, or what happened to them happened.
    pub at_place: Option<String>,
    /// When it was so: a TIMEX3 value.
    pub as_of: Option<String>,
    /// Who stands behind it, nearest first. Empty: the article itself.
    pub sources: Vec<Source>,
    /// The figure, in the same article's list, that this one is a part of.
    pub part_of: Option<usize>,
    /// The sentence it stands in.
    pub sentence: Span,
    /// The rules that found and filled it, in order.
    pub rules: Vec<&'static str>,
    /// Whether somebody corrected it.
    pub by_hand: bool,
}

/// That an article says a number is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown {
    /// The words that say so.
    pub span: Span,
    /// What would be counted.
    pub counted: Option<Counted>,
    /// The rules that found it.
    pub rules: Vec<&'static str>,
    /// Whether somebody corrected it.
    pub by_hand: bool,
}
