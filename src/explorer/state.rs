//! The one state of an element, and its two spellings.
//!
//! ```text
//! address     view=words+sort:left&q=moreno+-onu&f=outlet:%22Morning+Post%22&f=-year:2016&sel=001!s3.k2fa
//! attributes  view="words sort:left" query="moreno -onu" filter='outlet:"Morning Post" -year:2016' select="001!s3.k2fa"
//! ```
//!
//! An address is form-encoded (`q` once, `f` and `sel` as often as needed). Both spellings can come from
//! strangers: reading never fails, what is not understood is told in [`State::notices`] and left out.

use super::filter::{Field, Filter};
use super::screen::StateText;
use super::selection::Selection;
use super::view::View;
use crate::read::{from_day_number, iso};
use crate::text::fold;

/// The longest address that is read, in bytes. Browsers and servers cut off earlier; what is longer is no
/// address that somebody copied.
pub const LONGEST_ADDRESS: usize = 64 * 1024;

/// The longest query that a state holds, in bytes: what the reader of queries reads, and short enough that
/// its address can be read again however it is encoded.
const LONGEST_QUERY: usize = 16 * 1024;

/// So many filters are kept. A screen repeats all of them in each of its addresses.
const MOST_FILTERS: usize = 64;

/// The longest filter, in bytes.
const LONGEST_FILTER: usize = 1024;

/// So many notices are given; what goes beyond is counted in the last.
const MOST_NOTICES: usize = 16;

/// Query, filters, view, selection: all that a screen depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The query as typed.
    pub query: String,
    /// The filters in the order in which they were set, none twice.
    pub filters: Vec<Filter>,
    /// The view with its options.
    pub view: View,
    /// What is opened and marked: at most two.
    pub select: Vec<Selection>,
    /// What of an address could not be understood, a sentence each. Not part of the address.
    pub notices: Vec<String>,
}

impl State {
    /// Reads an address, with or without its `#`.
    #[must_use]
    pub fn from_address(address: &str) -> Self {
        let mut state = Self::default();
        let address = address.strip_prefix('#').unwrap_or(address);
        if address.len() > LONGEST_ADDRESS {
            state.notices.push(format!(
                "This address is {} bytes long and was not read: at most {LONGEST_ADDRESS} can be.",
                address.len()
            ));
            return state;
        }
        for (key, value) in form_urlencoded::parse(address.as_bytes()) {
            match key.as_ref() {
                "q" => state.set_query(&value),
                "f" => state.add_filter(&value),
                "view" => state.set_view(&value),
                "sel" => state.add_selection(&value),
                "" => {}
                other => state.tell(format!("“{}” in the address is not understood.", excerpt(other))),
            }
        }
        state
    }

    /// Reads the four attributes of an element.
    #[must_use]
    pub fn from_attributes(query: &str, filter: &str, view: &str, select: &str) -> Self {
        let mut state = Self::default();
        state.set_query(query);
        if [query, filter, view, select].iter().any(|text| text.len() > LONGEST_ADDRESS) {
            state.query.clear();
            state.notices.push(format!("An attribute is longer than {LONGEST_ADDRESS} bytes and was not read."));
            return state;
        }
        for word in quoted_words(filter) {
            state.add_filter(&word);
        }
        state.set_view(view);
        for word in quoted_words(select) {
            state.add_selection(&word);
        }
        state
    }

    /// The state as an address, in its one canonical spelling. The default state is the empty address.
    #[must_use]
    pub fn address(&self) -> String {
        let mut out = String::new();
        let mut put = |key: &str, value: &str| append(&mut out, key, value);
        if self.view != View::default() {
            put("view", &self.view.to_string());
        }
        if !self.query.is_empty() {
            put("q", &self.query);
        }
        for filter in &self.filters {
            put("f", &filter.to_string());
        }
        for selection in &self.select {
            put("sel", &selection.to_string());
        }
        out
    }

    /// The state as the four attributes of an element.
    #[must_use]
    pub fn attributes(&self) -> StateText {
        let filters: Vec<String> = self.filters.iter().map(Filter::to_string).collect();
        let select: Vec<String> = self.select.iter().map(Selection::to_string).collect();
        StateText {
            query: self.query.clone(),
            filter: filters.join(" "),
            view: self.view.to_string(),
            select: select.join(" "),
        }
    }

    /// The same state with another query.
    #[must_use]
    pub fn with_query(&self, query: &str) -> Self {
        let mut next = self.clone();
        next.set_query(query);
        next
    }

    /// The same state with another period of publication, in days from 1 January 1970, both included, in any
    /// order; without one the periods are taken away. Days outside the calendar take the period away, too.
    #[must_use]
    pub fn with_period(&self, period: Option<(i32, i32)>) -> Self {
        let mut next = self.clone();
        next.filters.retain(|filter| filter.field != Field::Date || filter.exclude);
        let day = |number: i32| from_day_number(number).map(iso);
        let ends = period.and_then(|(a, b)| day(a.min(b)).zip(day(a.max(b))));
        if let Some(Ok(filter)) = ends.map(|(from, to)| Filter::parse(&format!("date:{from}..{to}"))) {
            next.filters.push(filter);
        }
        next
    }

    /// Where showing more leads: a step more than is shown, where there is more.
    pub(super) fn more(&self, option: &'static str, all: usize, shown: usize, step: usize) -> Option<String> {
        (all > shown).then(|| self.with_view(self.view.with(option, &(shown + step).to_string())))
    }

    /// The address of the same state with another view.
    #[must_use]
    pub(super) fn with_view(&self, view: View) -> String {
        Self { view, ..self.clone() }.address()
    }

    /// Whether a filter asks for a value, or excludes it.
    #[must_use]
    pub(super) fn chooses(&self, field: Field, exclude: bool, value: &str) -> bool {
        let folded = fold(value);
        let same =
            |filter: &Filter| filter.field == field && filter.exclude == exclude && fold(&filter.value) == folded;
        self.filters.iter().any(same)
    }

    /// `included`, `excluded` or `none`: what the filters make of a value.
    #[must_use]
    pub(super) fn choice(&self, field: Field, value: &str) -> &'static str {
        match (self.chooses(field, false, value), self.chooses(field, true, value)) {
            (true, _) => "included",
            (false, true) => "excluded",
            (false, false) => "none",
        }
    }

    /// Whether its filters look at facts, and not at articles alone.
    #[must_use]
    pub(super) fn asks_for_facts(&self) -> bool {
        self.filters.iter().any(|filter| filter.field.is_of_facts())
    }

    /// The address of the same state with a filter for a value, or, where it has that already, without it.
    #[must_use]
    pub(super) fn toggled(&self, field: Field, exclude: bool, value: &str) -> String {
        let mut next = self.clone();
        next.filters.retain(|filter| filter.field != field || fold(&filter.value) != fold(value));
        if !self.chooses(field, exclude, value) {
            next.filters.push(Filter { field, exclude, value: value.to_owned() });
        }
        next.address()
    }

    fn set_query(&mut self, query: &str) {
        let kept = &query[..query.floor_char_boundary(LONGEST_QUERY)];
        self.query = kept.to_owned();
        if kept.len() < query.len() {
            self.tell(format!("The search is longer than {LONGEST_QUERY} bytes; what goes beyond was left out."));
        }
    }

    fn tell(&mut self, notice: String) {
        if self.notices.len() < MOST_NOTICES {
            self.notices.push(notice);
        } else if self.notices.len() == MOST_NOTICES {
            self.notices.push("There is more in this address that is not understood.".to_owned());
        }
    }

    fn add_filter(&mut self, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        if text.len() > LONGEST_FILTER {
            return self.tell(format!(
                "The filter “{}” is longer than {LONGEST_FILTER} bytes and was left out.",
                excerpt(text)
            ));
        }
        match Filter::parse(text) {
            Ok(filter) if self.filters.contains(&filter) => {}
            Ok(_) if self.filters.len() >= MOST_FILTERS => {
                self.tell(format!("At most {MOST_FILTERS} filters are kept; “{}” was left out.", excerpt(text)));
            }
            Ok(filter) => self.filters.push(filter),
            Err(notice) => self.tell(notice),
        }
    }

    fn set_view(&mut self, text: &str) {
        let (view, notices) = View::parse(text);
        self.view = view;
        notices.into_iter().for_each(|notice| self.tell(notice));
    }

    fn add_selection(&mut self, text: &str) {
        let Some(selection) = Selection::parse(text) else { return };
        if self.select.len() == 2 {
            self.tell(format!("At most two articles stand side by side; “{}” was left out.", excerpt(text)));
        } else if !self.select.contains(&selection) {
            self.select.push(selection);
        }
    }
}

/// Words separated by white space; `"…"` holds white space together and `""` within it is a quotation mark.
/// The quotation marks stay where they stand behind a `:`, as [`Filter::parse`] takes them off.
pub(super) fn quoted_words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '"' => {
                inside = !inside;
                word.push(c);
            }
            c if c.is_whitespace() && !inside => {
                if !word.is_empty() {
                    words.push(core::mem::take(&mut word));
                }
            }
            c => word.push(c),
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// `value` as it stands between quotation marks, where it needs them.
pub(super) fn quoted(value: &str) -> String {
    if value.is_empty() || value.contains(|c: char| c.is_whitespace() || c == '"') {
        format!("\"{}\"", value.replace('"', "\"\""))
    } else {
        value.to_owned()
    }
}

/// The opposite of [`quoted`]; an unclosed quotation mark is closed at the end.
pub(super) fn unquoted(value: &str) -> String {
    let value = value.trim();
    match value.strip_prefix('"') {
        Some(rest) => {
            // Of two quotation marks one stays.
            let mut doubled = false;
            let single = |c: &char| {
                doubled = *c == '"' && !doubled;
                *c != '"' || doubled
            };
            rest.strip_suffix('"').unwrap_or(rest).chars().filter(single).collect()
        }
        None => value.to_owned(),
    }
}

/// At most 40 characters of a stranger's text, for a notice.
pub(super) fn excerpt(text: &str) -> String {
    let mut out: String = text.chars().filter(|c| !c.is_control()).take(40).collect();
    if text.chars().nth(40).is_some() {
        out.push('…');
    }
    out
}

/// The address that selects one thing alone, given that of the same state without any selection.
pub(super) fn selecting(unselected: &str, selection: &Selection) -> String {
    let mut address = String::with_capacity(unselected.len() + selection.article.len() + 24);
    address.push_str(unselected);
    append(&mut address, "sel", &selection.to_string());
    address
}

/// Appends a pair to an address, the value form-encoded but for characters that a fragment may hold and that
/// people read: `:`, `,`, `/`, `!`.
fn append(address: &mut String, key: &str, value: &str) {
    if !address.is_empty() {
        address.push('&');
    }
    address.push_str(key);
    address.push('=');
    for piece in form_urlencoded::byte_serialize(value.as_bytes()) {
        address.push_str(match piece {
            "%3A" => ":",
            "%2C" => ",",
            "%2F" => "/",
            "%21" => "!",
            piece => piece,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn address_of_design_reads_and_comes_back() {
        let state = State::from_address(
            "#view=words&q=women+and&f=outlet:Courier&f=-year:2016&f=date:2016..2018&sel=a.b!s3.k2fa",
        );
        assert_eq!(state.notices, Vec::<String>::new());
        assert_eq!(state.query, "women and");
        assert_eq!(state.filters.len(), 3);
        assert_eq!(
            state.address(),
            "view=words&q=women+and&f=outlet:Courier&f=-year:2016&f=date:2016..2018&sel=a.b!s3.k2fa"
        );
    }

    #[test]
    fn filter_values_with_spaces_stay_whole_in_both_spellings() {
        let by_address = State::from_address("f=outlet:Morning+Post");
        let by_attribute = State::from_attributes("", "outlet:\"Morning Post\"", "", "");
        assert_eq!(by_address, by_attribute);
        assert_eq!(by_address.attributes().filter, "outlet:\"Morning Post\"");
    }

    #[test]
    fn nonsense_is_told_and_left_out() {
        let state = State::from_address("view=tea&f=colour:red&f=date:2019-02-30&x=1&q=a");
        assert_eq!(state.notices.len(), 4);
        assert_eq!(state.address(), "q=a");
    }

    #[test]
    fn a_megabyte_is_refused_with_its_length() {
        let state = State::from_address(&"q=a&".repeat(300_000));
        assert_eq!(state.query, "");
        assert!(state.notices[0].contains("1200000"));
    }

    proptest! {
        #[test]
        fn any_state_survives_its_address(query in ".*", outlet in ".*", id in "[^!]{1,20}") {
            let mut state = State { query, ..State::default() };
            if !outlet.trim().is_empty() {
                state.filters = vec![Filter::outlet(&outlet)];
            }
            state.select = Selection::parse(&id).into_iter().collect();
            prop_assert_eq!(State::from_address(&state.address()), state.clone());
            let text = state.attributes();
            prop_assert_eq!(State::from_attributes(&text.query, &text.filter, &text.view, &text.select), state);
        }

        #[test]
        fn any_address_is_read_to_a_state_that_is_stable(address in ".*") {
            let once = State::from_address(&address);
            let again = State::from_address(&once.address());
            prop_assert_eq!(again.address(), once.address());
        }
    }
}
