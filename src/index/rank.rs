//! How well an article fits a query.
//!
//! BM25F in its simple form: the occurrences in the title are weighted before they are saturated, and the whole article has one
//! length. S. Robertson and H. Zaragoza, [The Probabilistic Relevance Framework: BM25 and Beyond][paper], Foundations and
//! Trends in Information Retrieval 3 (2009), sections 3.4 and 3.6; the constants are those usual for `k1` and `b`, and an
//! occurrence in the title counts as two.
//!
//! [paper]: https://doi.org/10.1561/1500000019

const K1: f32 = 1.2;
const B: f32 = 0.75;
const TITLE: u32 = 2;

/// What ranking must know of the whole corpus.
pub struct Ranking {
    /// The words of an article on average; greater than 0.
    pub average: f32,
    /// How much it says of an article that a leaf is in it: the inverse document frequency of each leaf.
    pub weights: Vec<f32>,
}

impl Ranking {
    /// The inverse document frequency of what stands in `found` of `all` articles; never below 0.
    pub fn weight(found: u32, all: u32) -> f32 {
        let (found, all) = (found as f32, all as f32);
        (1.0 + (all - found + 0.5).max(0.0) / (found + 0.5)).ln()
    }

    /// The score of `count` occurrences, `titled` of them in the title, in an article of so many words. A phrase weighs
    /// what its words weigh together.
    pub fn score(&self, leaves: &[usize], count: u32, titled: u32, words: u32) -> f32 {
        let weight: f32 = leaves.iter().filter_map(|leaf| self.weights.get(*leaf)).sum();
        let count = count.saturating_add(titled.saturating_mul(TITLE - 1)) as f32;
        let length = 1.0 - B + B * words as f32 / self.average;
        weight * count * (K1 + 1.0) / (count + K1 * length)
    }
}
