//! An entity: somebody or something with a name, and where it is named.

use crate::lexicon::PlaceKind;
use crate::text::Span;

/// What an entity is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EntityKind {
    /// A person.
    #[default]
    Person,
    /// An organisation.
    Organisation,
    /// A place.
    Place,
    /// A nationality, an ethnic or a religious group.
    People,
}

/// What an article tells of somebody's gender: which pronoun may mean them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// he
    Male,
    /// she
    Female,
}

/// Where an entity is named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Mention {
    /// The name: titles and offices stand outside.
    pub span: Span,
    /// Whether a place stands here for who governs or speaks from it ("Moscow said"): no dot on a map.
    pub speaks: bool,
}

/// Somebody or something with a name.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entity {
    /// The name in its fullest form.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Other names under which the article or the corpus knows it.
    pub aliases: Vec<String>,
    /// Titles, offices and descriptions the article gives it: `the Chechen leader`, `premier`.
    pub roles: Vec<String>,
    /// The gender of a person, as far as titles and the given name tell.
    pub gender: Option<Gender>,
    /// What a place is, where the gazetteer knows it.
    pub place: Option<PlaceKind>,
    /// The country of a place, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Latitude and longitude of a place, degrees: of a country or a region some point within it.
    pub position: Option<(f32, f32)>,
    /// Where it is named, in order.
    pub mentions: Vec<Mention>,
    /// The rules or the model that found it, in order.
    pub rules: Vec<&'static str>,
    /// Whether somebody corrected it.
    pub by_hand: bool,
}
