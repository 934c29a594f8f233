//! The view Places.

use super::Table;
use serde::Serialize;

/// The view Places: a map, and a list of all that is on it and of what is not.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Places {
    /// One sentence that says what is to be seen.
    pub sentence: String,
    /// The places, those that are named most first: as many as the map holds, or the list shows.
    pub marks: Vec<PlaceMark>,
    /// How many of them the list shows.
    pub shown: u32,
    /// How many places there are in all.
    pub total: u32,
    /// From where to where people are counted, the most figures first.
    pub flows: Vec<PlaceFlow>,
    /// Where showing more leads.
    pub more: Option<String>,
    /// Its table.
    pub table: Table,
}

/// A place that the articles name, or that a figure is of or at.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlaceMark {
    /// Its name.
    pub label: String,
    /// `country`, `area` (over or across countries), `region` (of a country), `town`, `unknown`; `speaks` where it stands for
    /// who governs or speaks from it.
    pub kind: &'static str,
    /// The code of its country (ISO 3166-1, two capitals); empty where it has none or is not known.
    pub country: String,
    /// Latitude and longitude in degrees; none where they are not known, or it speaks. What is not a town lies around there.
    pub position: Option<[f64; 2]>,
    /// How often it is named, how many figures are of it or at it, and in how many articles.
    pub numbers: [u32; 3],
    /// The same in words.
    pub text: String,
    /// `none`, `included`, `excluded`.
    pub choice: &'static str,
    /// Chooses it, or takes the choice back.
    pub include: String,
    /// Leaves it out, or takes that back; empty where the list does not show it.
    pub exclude: String,
}

/// Figures of people from one place at another.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PlaceFlow {
    /// The name of the place that they are from.
    pub from: String,
    /// The name of the place where they are.
    pub to: String,
    /// How many figures.
    pub number: u32,
    /// How many in how many articles, in words.
    pub text: String,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Chooses it, or takes the choice back.
    pub include: String,
}
