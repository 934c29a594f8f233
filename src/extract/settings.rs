//! What a corpus says of its own words.

/// What the tables do not know and whoever publishes a corpus does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Lists of names for one thing, the preferred one first: `[["Islamic State", "ISIS", "Daesh"]]`.
    pub aliases: Vec<Vec<String>>,
    /// Words beyond the table of statuses: the word as it stands in a text (its lemma), and the status.
    pub statuses: Vec<(String, String)>,
    /// Words beyond the table of populations: the word as it stands in a text (its lemma), and the population.
    pub populations: Vec<(String, String)>,
}
