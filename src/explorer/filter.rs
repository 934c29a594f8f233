//! Filters: which articles are left.

use super::date::between;
use super::state::{excerpt, quoted, unquoted};
use crate::index::Period;
use crate::read::Head;
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
    /// Who stands behind it, at any place in the chain; `none` where it is the article itself.
    Source,
}

impl Field {
    const ALL: [Self; 9] = [
        Self::Outlet,
        Self::Year,
        Self::Date,
        Self::Article,
        Self::Kind,
        Self::Status,
        Self::Population,
        Self::Bound,
        Self::Source,
    ];

    /// Whether it looks at figures, and not at articles.
    #[must_use]
    pub fn is_of_figures(self) -> bool {
        !matches!(self, Self::Outlet | Self::Year | Self::Date | Self::Article)
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
                "“{}” is no filter; there are outlet:NAME, year:2016, date:2016..2018, article:ID, and of figures kind:people, status:returned, population:children, bound:over and source:NAME.",
                excerpt(text)
            ));
        };
        let value = match field {
            Field::Date => match Period::parse(&value) {
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

/// Filters made ready to be asked of thousands of articles: each value read once.
pub struct Sieve {
    wanted: Vec<(Field, bool, Wanted)>,
}

/// What an article must have to fit a filter.
enum Wanted {
    /// An outlet's name as typed, and folded.
    Outlet(String, String),
    /// A year, as it is written; what is no year fits none.
    Year(Option<i16>),
    UnknownYear,
    Date(Option<Period>),
    Article(String),
    /// An attribute of a figure, folded.
    Figure(String),
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
            _ => Self::Figure(fold(value)),
        }
    }

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
            Self::Figure(_) => true,
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

    /// Whether an article is left by the filters of every field but `without`: it fits one of the including
    /// filters of a field, where there are any, and none of the excluding ones.
    #[must_use]
    pub fn passes(&self, head: &Head, without: Option<Field>) -> bool {
        let fields = Field::ALL.into_iter().filter(|field| !field.is_of_figures() && Some(*field) != without);
        fields.into_iter().all(|field| self.passes_field(field, &|wanted| wanted.fits(head)))
    }

    /// Whether there are filters of figures.
    #[must_use]
    pub fn looks_at_figures(&self) -> bool {
        self.wanted.iter().any(|(field, ..)| field.is_of_figures())
    }

    /// Whether a figure is left by the filters of figures of every field but `without`; `values` are those that it
    /// has in a field.
    pub(super) fn passes_figure<'f>(&self, values: &dyn Fn(Field) -> Vec<&'f str>, without: Option<Field>) -> bool {
        let fields = Field::ALL.into_iter().filter(|field| field.is_of_figures() && Some(*field) != without);
        fields.into_iter().filter(|field| self.wanted.iter().any(|(of, ..)| of == field)).all(|field| {
            let has = values(field);
            self.passes_field(field, &|wanted| match wanted {
                Wanted::Figure(value) => has.iter().any(|has| fold(has) == *value),
                _ => true,
            })
        })
    }

    fn passes_field(&self, field: Field, fits: &dyn Fn(&Wanted) -> bool) -> bool {
        let mut including = false;
        let mut included = false;
        for (_, exclude, wanted) in self.wanted.iter().filter(|(of, ..)| *of == field) {
            match (exclude, fits(wanted)) {
                (true, true) => return false,
                (true, false) => {}
                (false, fits) => {
                    including = true;
                    included |= fits;
                }
            }
        }
        included || !including
    }
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
        Sieve::new(&filters).passes(head, None)
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
