//! Filters: which articles are left.

use super::date::between;
use super::state::{excerpt, quoted, unquoted};
use crate::index::Period;
use crate::read::{Head, day_number};
use crate::text::fold;
use core::fmt;
use core::ops::RangeInclusive;

/// What a filter looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The outlet's name, accents and case folded; `unknown` where it is not known.
    Outlet,
    /// A year in which the article may have been published; `unknown` where no date is known.
    Year,
    /// A period of publication. An article without any date is in none.
    Date,
    /// An article's id.
    Article,
    /// The kind of a figure: `people`, `money` …
    Kind,
    /// What happened to those counted: `returned` …; `none` where nothing is said.
    Status,
    /// Who is counted: `children` …; `none` where nothing is said.
    Population,
    /// How the number bounds: `exact`, `at_least` …
    Bound,
    /// Who stands behind a figure or quotation, at any place in the chain; `none` where it is the article itself.
    Source,
    /// Whether a quotation is `direct` or `indirect`.
    Said,
    /// How a quotation is introduced: `say`, `claim` …; `none` where it just stands there.
    Cue,
    /// A place that is named, or that a figure is of or at.
    Place,
    /// From which place to which people are counted: `Kenya → Peru`.
    Flow,
    /// Who is named: a person, an organisation, a people.
    Name,
    /// A period that a time or the time of a figure lies in.
    Mentioned,
    /// The id of the question that a figure answers; `none` where it answers none.
    Question,
}

impl Field {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::Outlet,
        Self::Year,
        Self::Date,
        Self::Article,
        Self::Kind,
        Self::Status,
        Self::Population,
        Self::Bound,
        Self::Source,
        Self::Said,
        Self::Cue,
        Self::Place,
        Self::Flow,
        Self::Name,
        Self::Mentioned,
        Self::Question,
    ];

    /// Whether it looks at facts, and not at articles.
    #[must_use]
    pub fn is_of_facts(self) -> bool {
        !matches!(self, Self::Outlet | Self::Year | Self::Date | Self::Article)
    }

    /// Its bit in a set of fields.
    #[must_use]
    pub const fn bit(self) -> u32 {
        1 << self as u32
    }

    /// As it stands in an address.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Outlet => "outlet",
            Self::Year => "year",
            Self::Date => "date",
            Self::Article => "article",
            Self::Kind => "kind",
            Self::Status => "status",
            Self::Population => "population",
            Self::Bound => "bound",
            Self::Source => "source",
            Self::Said => "said",
            Self::Cue => "cue",
            Self::Place => "place",
            Self::Flow => "flow",
            Self::Name => "name",
            Self::Mentioned => "mentioned",
            Self::Question => "question",
        }
    }
}

/// What stands for a value that is not known.
pub const UNKNOWN: &str = "unknown";

/// One filter: `outlet:Courier`, `-year:2016`, `date:2016..2018`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filter {
    /// What it looks at.
    pub field: Field,
    /// Whether it takes out what it fits, instead of leaving only that.
    pub exclude: bool,
    /// The value without quotation marks; of a period its one spelling.
    pub value: String,
}

impl Filter {
    /// A filter that leaves the articles of an outlet.
    #[must_use]
    pub fn outlet(name: &str) -> Self {
        Self { field: Field::Outlet, exclude: false, value: name.trim().to_owned() }
    }

    /// Reads a filter.
    ///
    /// # Errors
    /// A sentence that says what is not understood and what would be.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let (exclude, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let found = rest.split_once(':').and_then(|(name, value)| {
            Field::ALL.into_iter().find(|field| field.id() == name.trim()).map(|field| (field, unquoted(value)))
        });
        let Some((field, value)) = found.filter(|(_, value)| !value.trim().is_empty()) else {
            return Err(format!(
                "“{}” is no filter; there are outlet:NAME, year:2016, date:2016..2018, article:ID, of figures kind:people, status:returned, population:children, bound:over and question:ID, of facts source:NAME, said:direct, cue:say, place:NAME, flow:FROM → TO, name:NAME and mentioned:2017.",
                excerpt(text)
            ));
        };
        let value = match field {
            Field::Date | Field::Mentioned => match Period::parse(&value) {
                Ok(period) => period.to_string(),
                Err(problem) => return Err(format!("The filter “{}” was left out: {problem}.", excerpt(text))),
            },
            Field::Bound => value.trim().replace(' ', "_"),
            _ => value.trim().to_owned(),
        };
        Ok(Self { field, exclude, value })
    }

    /// In words, for its chip.
    #[must_use]
    pub fn label(&self) -> String {
        let not = if self.exclude { "not " } else { "" };
        let (name, value) = match self.field {
            Field::Date => ("published", period_words(&self.value)),
            Field::Mentioned => ("mentioned", period_words(&self.value)),
            Field::Bound => ("bound", self.value.replace('_', " ")),
            field => (field.id(), self.value.clone()),
        };
        [not, name, ": ", &value].concat()
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.exclude { "-" } else { "" };
        write!(f, "{sign}{}:{}", self.field.id(), quoted(&self.value))
    }
}

/// The years in which an article may have been published, both included; none where no date is known, or
/// only the first or the last that it may be.
///
/// A span of more than ten years says too little to stand under each of them: it counts as unknown.
pub fn years(head: &Head) -> Option<RangeInclusive<i16>> {
    const LONGEST: i16 = 10;
    let earliest = head.published.earliest?.year();
    let latest = head.published.latest?.year();
    (latest - earliest <= LONGEST).then_some(earliest..=latest)
}

/// Filters made ready to be asked of thousands of articles and facts: each value read once.
pub struct Sieve {
    wanted: Vec<(Field, bool, Wanted)>,
}

/// What an article or a fact must have to fit a filter.
enum Wanted {
    /// An outlet's name as typed, and folded.
    Outlet(String, String),
    /// A year, as it is written; what is no year fits none.
    Year(Option<i16>),
    UnknownYear,
    Date(Option<Period>),
    Article(String),
    /// First and last day of a period that is mentioned.
    Days(i32, i32),
    /// A value of a fact, folded.
    Fact(String),
}

impl Wanted {
    fn of(filter: &Filter) -> Self {
        let value = filter.value.as_str();
        match filter.field {
            Field::Outlet => Self::Outlet(value.to_owned(), fold(value)),
            Field::Year if value == UNKNOWN => Self::UnknownYear,
            Field::Year => Self::Year(value.parse().ok().filter(|year: &i16| year.to_string() == value)),
            Field::Date => Self::Date(Period::parse(value).ok()),
            Field::Article => Self::Article(value.to_owned()),
            Field::Mentioned => days(value).map_or(Self::Days(0, -1), |(from, to)| Self::Days(from, to)),
            _ => Self::Fact(fold(value)),
        }
    }

    /// Whether an article fits; what looks at facts, every article does.
    fn fits(&self, head: &Head) -> bool {
        match self {
            Self::Outlet(typed, folded) => {
                let outlet = head.outlet.as_deref().unwrap_or(UNKNOWN);
                outlet == typed || fold(outlet) == *folded
            }
            Self::Year(year) => year.zip(years(head)).is_some_and(|(year, years)| years.contains(&year)),
            Self::UnknownYear => years(head).is_none(),
            Self::Date(period) => period.is_some_and(|period| period.intersects(&head.published)),
            Self::Article(id) => head.id == *id,
            Self::Days(..) | Self::Fact(_) => true,
        }
    }
}

impl Sieve {
    /// Makes filters ready.
    #[must_use]
    pub fn new(filters: &[Filter]) -> Self {
        let wanted = |filter: &Filter| (filter.field, filter.exclude, Wanted::of(filter));
        Self { wanted: filters.iter().map(wanted).collect() }
    }

    /// The fields of articles whose filters leave an article out, as [`Field::bit`]s. It is left by a field's filters where
    /// it fits one of the including ones, if there are any, and none of the excluding ones.
    #[must_use]
    pub fn failing(&self, head: &Head) -> u32 {
        let (mut including, mut included, mut excluded) = (0, 0, 0);
        for (field, exclude, wanted) in self.wanted.iter().filter(|(field, ..)| !field.is_of_facts()) {
            let fits = if wanted.fits(head) { field.bit() } else { 0 };
            if *exclude {
                excluded |= fits;
            } else {
                including |= field.bit();
                included |= fits;
            }
        }
        including & !included | excluded
    }

    /// Whether there are filters of facts.
    #[must_use]
    pub fn looks_at_facts(&self) -> bool {
        self.wanted.iter().any(|(field, ..)| field.is_of_facts())
    }

    /// The fields of facts that have an including filter, as [`Field::bit`]s.
    #[must_use]
    pub fn asked(&self) -> u32 {
        let including = self.wanted.iter().filter(|(field, exclude, _)| field.is_of_facts() && !exclude);
        including.fold(0, |fields, (field, ..)| fields | field.bit())
    }

    /// Whether one of the including, and whether one of the excluding filters of a field asks for a value; it is given folded.
    #[must_use]
    pub fn fits(&self, field: Field, folded: &str) -> (bool, bool) {
        self.any(field, &|wanted| matches!(wanted, Wanted::Fact(value) if value == folded))
    }

    /// The same of the days that a fact tells of.
    #[must_use]
    pub fn fits_days(&self, days: Option<(i32, i32)>) -> (bool, bool) {
        self.any(Field::Mentioned, &|wanted| match (wanted, days) {
            (Wanted::Days(from, to), Some((first, last))) => first <= *to && last >= *from,
            _ => false,
        })
    }

    fn any(&self, field: Field, fits: &dyn Fn(&Wanted) -> bool) -> (bool, bool) {
        let mut found = (false, false);
        for (_, exclude, wanted) in self.wanted.iter().filter(|(of, ..)| *of == field) {
            if fits(wanted) {
                if *exclude { found.1 = true } else { found.0 = true }
            }
        }
        found
    }
}

/// First and last day of a period; the least and the greatest number where an end is open.
#[must_use]
pub fn days(period: &str) -> Option<(i32, i32)> {
    let period = Period::parse(period).ok()?;
    Some((period.from.map_or(i32::MIN, day_number), period.to.map_or(i32::MAX, day_number)))
}

/// A period in words: `2016 to 2018`, `June 2016 or later`.
#[must_use]
pub fn period_words(value: &str) -> String {
    let Ok(period) = Period::parse(value) else { return value.to_owned() };
    match (period.from, period.to) {
        (Some(from), Some(to)) => between(from, to),
        (Some(from), None) => format!("{} or later", super::date::long(from)),
        (None, Some(to)) => format!("{} or earlier", super::date::long(to)),
        (None, None) => "any date".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Published;
    use jiff::civil::date;

    fn head(outlet: Option<&str>, earliest: Option<jiff::civil::Date>, latest: Option<jiff::civil::Date>) -> Head {
        Head {
            id: "a".into(),
            outlet: outlet.map(Into::into),
            published: Published { earliest, latest, ..Published::default() },
            ..Head::default()
        }
    }

    fn left(filters: &[&str], head: &Head) -> bool {
        let filters: Vec<Filter> = filters.iter().map(|text| Filter::parse(text).expect(text)).collect();
        Sieve::new(&filters).failing(head) == 0
    }

    #[test]
    fn several_values_of_a_field_widen_and_fields_narrow() {
        let article = head(Some("The Times"), Some(date(2016, 6, 7)), Some(date(2016, 6, 7)));
        assert!(left(&["outlet:\"the times\"", "outlet:Other"], &article));
        assert!(!left(&["outlet:Other"], &article));
        assert!(!left(&["outlet:\"The Times\"", "year:2017"], &article));
        assert!(!left(&["-year:2016"], &article));
        assert!(left(&["date:2016..2018", "-year:2017"], &article));
    }

    #[test]
    fn a_date_between_two_years_counts_in_both_and_an_unknown_one_in_none() {
        let turn = head(None, Some(date(2018, 12, 30)), Some(date(2019, 1, 5)));
        assert!(left(&["year:2018"], &turn) && left(&["year:2019"], &turn) && left(&["date:2019"], &turn));
        let unknown = head(None, None, None);
        assert!(left(&["year:unknown", "outlet:unknown"], &unknown));
        assert!(!left(&["date:1000..9999"], &unknown));
    }

    #[test]
    fn filters_that_are_none() {
        for text in ["", "outlet", "outlet:", "outlet:\"\"", "colour:red", "date:2016-13", "date:x", "--year:2016"] {
            assert!(Filter::parse(text).is_err(), "{text}");
        }
    }
}
