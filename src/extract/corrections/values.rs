//! What may be said of each kind of fact, and how it is written.

use crate::extract::named::{
    BOUNDS, CUE_CLASSES, ENTITY_KINDS, FIGURE_KINDS, QUOTE_KINDS, TIME_BASES, TIME_TYPES, cue_class, entity_kind,
    figure_kind, quote_kind, time_basis, time_type,
};
use crate::extract::{EntityKind, QuoteKind};
use crate::read::{TableReader, Value, get, kind};
use toml::de::{DeTable, DeValue};

/// What takes a value away.
const NONE: &str = "none";

/// A kind of fact, as `fact` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KindOfFact {
    Figure,
    Unknown,
    Quote(QuoteKind),
    Time,
    Entity(EntityKind),
}

/// A value that is given for a key.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Given {
    /// It is taken away.
    None,
    /// Words.
    Text(String),
    /// Several.
    List(Vec<String>),
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
}

/// How the value of a key is written.
#[derive(Clone, Copy)]
enum Form {
    /// Any words.
    Text,
    /// Words, or `"none"`.
    Optional,
    /// One of some words.
    Word(fn() -> Vec<&'static str>),
    /// A list of words; empty is none.
    List,
    /// A number, or `"none"`.
    Number,
    /// Two capital letters, or `"none"`.
    Country,
    /// True or false.
    Flag,
}

/// The keys of a kind of fact.
type Keys = &'static [(&'static str, Form)];

const FIGURE: Keys = &[
    ("number", Form::Text),
    ("low", Form::Number),
    ("high", Form::Number),
    ("bound", Form::Word(|| names(&BOUNDS, crate::extract::Bound::word))),
    ("kind", Form::Word(|| names(&FIGURE_KINDS, figure_kind))),
    ("unit", Form::Optional),
    ("counted", Form::Optional),
    ("status", Form::Optional),
    ("population", Form::List),
    ("of_place", Form::Optional),
    ("at_place", Form::Optional),
    ("as_of", Form::Optional),
    ("sources", Form::List),
    ("part_of", Form::Optional),
];
const UNKNOWN: Keys = &[("counted", Form::Optional)];
const QUOTE: Keys = &[
    ("kind", Form::Word(|| names(&QUOTE_KINDS, quote_kind))),
    ("cue", Form::Optional),
    ("class", Form::Word(|| names(&CUE_CLASSES, cue_class))),
    ("speaker", Form::Optional),
    ("via", Form::List),
];
const TIME: Keys = &[
    ("type", Form::Word(|| names(&TIME_TYPES, time_type))),
    ("value", Form::Text),
    ("basis", Form::Word(|| names(&TIME_BASES, time_basis))),
];
const ENTITY: Keys = &[
    ("name", Form::Text),
    ("kind", Form::Word(|| names(&ENTITY_KINDS, entity_kind))),
    ("aliases", Form::List),
    ("roles", Form::List),
    ("country", Form::Country),
    ("lat", Form::Number),
    ("lon", Form::Number),
    ("speaks", Form::Flag),
];

fn names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|value| name(*value)).collect()
}

impl KindOfFact {
    const ALL: [(&'static str, Self); 9] = [
        ("direct", Self::Quote(QuoteKind::Direct)),
        ("figure", Self::Figure),
        ("indirect", Self::Quote(QuoteKind::Indirect)),
        ("organisation", Self::Entity(EntityKind::Organisation)),
        ("people", Self::Entity(EntityKind::People)),
        ("person", Self::Entity(EntityKind::Person)),
        ("place", Self::Entity(EntityKind::Place)),
        ("time", Self::Time),
        ("unknown", Self::Unknown),
    ];

    /// The kind of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("fact", |(name, _)| name)
    }

    /// All names.
    pub fn names() -> String {
        Self::ALL.map(|(name, _)| name).join(", ")
    }

    fn forms(self) -> Keys {
        match self {
            Self::Figure => FIGURE,
            Self::Unknown => UNKNOWN,
            Self::Quote(_) => QUOTE,
            Self::Time => TIME,
            Self::Entity(_) => ENTITY,
        }
    }

    /// The keys that it has.
    pub fn keys(self) -> Vec<&'static str> {
        self.forms().iter().map(|(key, _)| *key).collect()
    }

    /// What must be given of one that is added: of each row one.
    pub fn required(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Figure => &[&["number"], &["low", "high"]],
            Self::Time => &[&["value"]],
            _ => &[],
        }
    }
}

/// What a correction gives, in the order of the kind's keys. What is wrong is told and left out.
pub(super) fn given(file: &mut TableReader<'_>, table: &DeTable<'_>, fact: KindOfFact) -> Vec<(&'static str, Given)> {
    let keys = fact.forms().iter();
    keys.filter_map(|(key, form)| Some((*key, value(file, key, *form, get(table, key)?)?))).collect()
}

fn value(file: &mut TableReader<'_>, key: &str, form: Form, value: &Value<'_>) -> Option<Given> {
    let none = matches!(value.get_ref(), DeValue::String(text) if text.trim() == NONE);
    let at = value.span().start;
    match form {
        Form::Text => file.string(key, value).map(Given::Text),
        Form::Optional | Form::Number | Form::Country if none => Some(Given::None),
        Form::Optional => file.string(key, value).map(Given::Text),
        Form::List => Some(Given::List(file.strings(key, value))),
        Form::Word(names) => {
            let word = file.string(key, value)?;
            if names().contains(&word.as_str()) {
                return Some(Given::Text(word));
            }
            let message = format!("expected another word for `{key}`, but found `{word}`");
            file.problem(at, message, format!("write one of {}", names().join(", ")));
            None
        }
        Form::Number => {
            let found = number(value.get_ref());
            if found.is_none() {
                let message = format!("expected a number for `{key}`, but found {}", kind(value.get_ref()));
                file.problem(at, message, format!("write {key} = 40, or {key} = \"none\" where it is open"));
            }
            found.map(Given::Number)
        }
        Form::Country => {
            let code = file.string(key, value)?;
            if code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase()) {
                return Some(Given::Text(code));
            }
            let message = format!("expected a country's two letters, but found `{code}`");
            file.problem(at, message, "write them as ISO 3166 has them: \"SY\"");
            None
        }
        Form::Flag => match value.get_ref() {
            DeValue::Boolean(flag) => Some(Given::Flag(*flag)),
            other => {
                let message = format!("expected true or false for `{key}`, but found {}", kind(other));
                file.problem(at, message, format!("write {key} = true"));
                None
            }
        },
    }
}

fn number(value: &DeValue<'_>) -> Option<f64> {
    let written = match value {
        DeValue::Integer(number) => number.as_str(),
        DeValue::Float(number) => number.as_str(),
        _ => return None,
    };
    written.replace('_', "").parse().ok().filter(|number: &f64| number.is_finite())
}
