//! What a figure counts, in words: as printed where they stand together, else put together from the figure's clause, or
//! from that of the figure it is a part of.

use super::clause::{Clause, RestrictionKind};
use super::found::Found;
use super::statuses;
use super::wording::Builder;
use crate::extract::{Counted, Document, Facts, FigureKind, Tag};
use crate::text::Span;
use crate::text::class::lowercase;

/// What is counted, and from which byte of its text on it says more than the noun: a part without words of its own takes
/// these from its whole.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    /// The words.
    pub text: String,
    /// The noun.
    pub span: Option<Span>,
    /// Where in `text` what is behind the noun begins.
    pub tail: usize,
    /// The rule that put them together.
    pub rule: &'static str,
}

impl Words {
    /// As a fact; none where there are no words.
    pub(super) fn counted(&self) -> Option<Counted> {
        (!self.text.is_empty()).then(|| Counted { text: self.text.clone(), span: self.span })
    }
}

/// The rule of words that end with a relative clause.
pub(super) const RELATIVE: &str = "counted:relative";

/// What a figure counts by its own words alone.
pub(super) fn words(
    document: &Document<'_>,
    facts: &Facts,
    clause: &Clause,
    found: &Found,
    status: Option<&str>,
) -> Words {
    let mut words = build(document, facts, clause, found, status);
    // `people the jail was built for`
    if words.rule != RELATIVE {
        trim(&mut words);
    }
    words
}

/// Cuts what no words end with: `people held since the`.
fn trim(words: &mut Words) {
    while let Some((before, last)) = words.text.rsplit_once(' ') {
        let ends = matches!(
            last,
            "the"
                | "a"
                | "an"
                | "of"
                | "to"
                | "in"
                | "on"
                | "at"
                | "for"
                | "from"
                | "by"
                | "and"
                | "or"
                | "with"
                | "over"
                | "since"
                | "that"
                | "who"
                | "which"
                | "when"
                | "as"
                | ","
                | "than"
                | "into"
                | "after"
                | "before"
        );
        if !ends {
            break;
        }
        words.text.truncate(before.len());
    }
    words.tail = words.tail.min(words.text.len());
}

fn build(document: &Document<'_>, facts: &Facts, clause: &Clause, found: &Found, status: Option<&str>) -> Words {
    let builder = Builder { document, facts, text: String::new() };
    match found.figure.kind {
        FigureKind::Age => return builder.age(found),
        FigureKind::Percent | FigureKind::Money | FigureKind::Measure | FigureKind::Rank | FigureKind::Score => {
            return builder.measured_thing(clause, found);
        }
        FigureKind::People | FigureKind::Count => {}
    }
    let told = clause
        .after
        .first()
        .is_some_and(|first| matches!(first.kind, RestrictionKind::Adjective | RestrictionKind::Participle));
    if found.head.is_none_or(|head| document.tag(head) == Tag::Number)
        && !told
        && clause.extent.end == found.tokens.end
        && let Some(noun) = clause.measured(document)
    {
        return builder.by_measure(clause, noun);
    }
    builder.people(clause, found, status)
}

/// `age of the pupils` as that of the 50 pupils a figure counts.
pub(super) fn age_of(document: &Document<'_>, words: &mut Words, counted: &Found) {
    let printed = document.span_of(counted.tokens.clone()).of(document.text);
    let first = printed.chars().next().map_or(0, char::len_utf8);
    let (first, rest) = printed.split_at(first);
    // `the women` are all of them, `two of the women` are not.
    let all = document.lower(counted.number.end) != "of";
    words.text = ["age of ", if all { "the " } else { "" }, &lowercase(first), rest].concat();
    words.tail = words.text.len();
}

/// A part's words where they are wanting: all of its whole's for an elided noun, what stands behind the noun for one
/// that says nothing more.
pub(super) fn inherit(own: &mut Words, whole: &Words) {
    if whole.text.is_empty() {
        return;
    }
    if own.span.is_none() || own.rule == "counted:measure" {
        // `another four were from Mali`: its own words stay behind the whole's noun.
        let said = core::mem::take(&mut own.text);
        let noun = whole.text.get(..whole.tail).unwrap_or_default();
        let said = said.strip_prefix("people ").unwrap_or(&said);
        let more = said.starts_with("from ");
        own.text = if more { [noun, " ", said].concat() } else { whole.text.clone() };
        own.tail = if more { noun.len() } else { whole.tail };
        own.rule = "counted:whole";
    } else if own.text.len() == own.tail && !own.text.rsplit(' ').next().is_some_and(statuses::is_person) {
        // `58 turncoats` of 900 witnesses heard
        let noun = whole.text.get(..whole.tail).unwrap_or_default();
        let other = !noun.is_empty() && !noun.contains(&own.text) && !own.text.contains(noun);
        if other && !matches!(noun, "people" | "persons" | "victims") {
            own.text.push_str(" among ");
            own.text.push_str(noun);
        }
        own.text.push_str(whole.text.get(whole.tail..).unwrap_or_default());
        own.rule = "counted:whole";
    }
}
