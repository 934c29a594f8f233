//! The views and their options.

use super::fact::LAYERS;
use super::state::excerpt;
use crate::order::by_key;
use core::fmt;

/// What the page can be about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// The ledger of figures.
    Figures,
    /// Who says what.
    Sources,
    /// Times mentioned and dates published.
    Timeline,
    /// The places that are named.
    Places,
    /// Persons, organisations and peoples.
    Names,
    /// Frequency, keyword in context, dispersion, comparison.
    Words,
    /// The list and the reader.
    #[default]
    Articles,
}

impl Kind {
    /// The views in the order of their tabs.
    pub const ALL: [Self; 7] =
        [Self::Figures, Self::Sources, Self::Timeline, Self::Places, Self::Names, Self::Words, Self::Articles];

    /// As it stands in an address.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Figures => "figures",
            Self::Sources => "sources",
            Self::Timeline => "timeline",
            Self::Places => "places",
            Self::Names => "names",
            Self::Words => "words",
            Self::Articles => "articles",
        }
    }

    /// As the reader sees it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Figures => "Figures",
            Self::Sources => "Sources",
            Self::Timeline => "Timeline",
            Self::Places => "Places",
            Self::Names => "Names",
            Self::Words => "Words",
            Self::Articles => "Articles",
        }
    }

    /// The options that it knows, with their values; `#` is a number, `,` some of the layers of marks.
    fn options(self) -> &'static [(&'static str, &'static [&'static str])] {
        match self {
            Self::Figures => &[
                (
                    "sort",
                    &[
                        "number", "-number", "counted", "-counted", "status", "-status", "place", "-place", "time",
                        "-time", "source", "-source", "-article",
                    ],
                ),
                ("rows", &["#"]),
                ("questions", &["#"]),
                (LAYERS_OPTION, &[","]),
            ],
            Self::Sources | Self::Timeline | Self::Places | Self::Names => &[("rows", &["#"]), (LAYERS_OPTION, &[","])],
            Self::Words => &[
                ("stopwords", &["on"]),
                ("sort", &["left", "right", "hit"]),
                ("words", &["#"]),
                ("lines", &["#"]),
                ("articles", &["#"]),
                (LAYERS_OPTION, &[","]),
            ],
            Self::Articles => {
                &[("sort", &["relevance", "date", "title", "outlet"]), ("first", &["#"]), (LAYERS_OPTION, &[","])]
            }
        }
    }
}

/// The option that every view has: which layers of marks an opened article shows.
const LAYERS_OPTION: &str = "layers";

/// A view with its options: `words sort:left lines:400`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Which.
    pub kind: Kind,
    /// Options that differ from the default, in the order of the table of options.
    options: Vec<(&'static str, String)>,
}

impl View {
    /// A view without options.
    #[must_use]
    pub fn of(kind: Kind) -> Self {
        Self { kind, options: Vec::new() }
    }

    /// Reads a view and tells what of it is not understood. Empty text is the default view.
    #[must_use]
    pub fn parse(text: &str) -> (Self, Vec<String>) {
        let mut words = text.split_whitespace();
        let Some(name) = words.next() else { return (Self::default(), Vec::new()) };
        let Some(kind) = Kind::ALL.into_iter().find(|kind| kind.id() == name) else {
            let known: Vec<&str> = Kind::ALL.iter().map(|kind| kind.id()).collect();
            let notice = format!("There is no view “{}”; there are {}.", excerpt(name), known.join(", "));
            return (Self::default(), vec![notice]);
        };
        let mut view = Self::of(kind);
        let mut notices = Vec::new();
        for word in words {
            match word.split_once(':') {
                Some((option, value)) if view.known(option, value) => view = view.with(option, value),
                _ => notices.push(format!("“{}” is no option of the view {}.", excerpt(word), kind.name())),
            }
        }
        (view, notices)
    }

    fn known(&self, option: &str, value: &str) -> bool {
        let values = self.kind.options().iter().find(|(name, _)| *name == option).map(|(_, values)| *values);
        let number = !value.starts_with('+') && value.parse::<u32>().is_ok_and(|n| n > 0);
        let layers = || value.split(',').all(|layer| LAYERS.iter().any(|(known, _)| *known == layer));
        values.is_some_and(|values| {
            values.contains(&value) && value != "," || (values == ["#"] && number) || (values == [","] && layers())
        })
    }

    /// The same view with an option set; an unknown option changes nothing, an empty value takes it back.
    #[must_use]
    pub fn with(&self, option: &str, value: &str) -> Self {
        let mut view = self.clone();
        view.options.retain(|(name, _)| *name != option);
        let order = |name: &str| self.kind.options().iter().position(|(known, _)| *known == name);
        if let Some(at) = order(option).filter(|_| !value.is_empty()) {
            let value = if option == LAYERS_OPTION { in_order(value) } else { value.to_owned() };
            view.options.push((self.kind.options()[at].0, value));
            by_key(&mut view.options, |(name, _)| order(name).unwrap_or(0) as u64);
        }
        view
    }

    /// The value of an option, if it is set.
    #[must_use]
    pub fn option(&self, option: &str) -> Option<&str> {
        self.options.iter().find(|(name, _)| *name == option).map(|(_, value)| value.as_str())
    }

    /// The layers of marks that are on.
    #[must_use]
    pub fn layers(&self) -> Vec<&str> {
        self.option(LAYERS_OPTION).map_or(Vec::new(), |layers| layers.split(',').collect())
    }

    /// Another view, which shows the same layers of marks.
    #[must_use]
    pub fn of_same_layers(&self, kind: Kind) -> Self {
        Self::of(kind).with(LAYERS_OPTION, self.option(LAYERS_OPTION).unwrap_or_default())
    }

    /// A numeric option, or its default.
    #[must_use]
    pub fn number(&self, option: &str, default: usize) -> usize {
        self.option(option).and_then(|value| value.parse().ok()).unwrap_or(default)
    }
}

/// The layers of a list, in their order and none twice.
fn in_order(layers: &str) -> String {
    let on = |layer: &&str| layers.split(',').any(|other| other == *layer);
    LAYERS.iter().map(|(layer, _)| *layer).filter(on).collect::<Vec<_>>().join(",")
}

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind.id())?;
        self.options.iter().try_for_each(|(name, value)| write!(f, " {name}:{value}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn view_with_options_in_any_order_has_one_spelling() {
        let (view, notices) = View::parse("words lines:40 sort:left");
        assert!(notices.is_empty());
        assert_eq!(view.to_string(), "words sort:left lines:40");
        assert_eq!(view.with("sort", "").to_string(), "words lines:40");
    }

    #[test]
    fn layers_have_one_order_and_go_along() {
        let (view, notices) = View::parse("articles layers:quote,figure,quote");
        assert!(notices.is_empty());
        assert_eq!(view.to_string(), "articles layers:figure,quote");
        assert_eq!(view.of_same_layers(Kind::Figures).to_string(), "figures layers:figure,quote");
        assert_eq!(View::parse("words").0.layers(), Vec::<&str>::new());
    }

    #[test]
    fn view_options_that_are_not_understood() {
        for text in [
            "words sort:colour",
            "words lines:0",
            "words lines:-4",
            "words lines:+4",
            "words x",
            "articles lines:4",
            "articles layers:hit",
            "articles layers:,",
            "articles layers:",
            "figures sort:article",
            "tea",
        ] {
            assert_eq!(View::parse(text).1.len(), 1, "{text}");
        }
    }
}
