//! What a place can be: known to every engine, as facts say it.

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    /// Also what has a code of its own and is no sovereign state: Greenland, Hong Kong.
    Country,
    /// A part of the world over or across countries, a sea, a part of a country that is no region of it.
    Area,
    /// Of the first level of a country: Texas, Chechnya, Anbar.
    Region,
    /// A city, town or village.
    City,
}
