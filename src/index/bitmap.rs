//! A set of articles.

/// A set of article ordinals below a fixed bound: which articles a filter leaves, or a search finds.
///
/// Dense, one bit an article: 10,000 articles are 1,250 bytes, and every operation is a few hundred steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bitmap {
    words: Vec<u64>,
    len: u32,
}

impl Bitmap {
    /// No article of `len`.
    #[must_use]
    pub fn empty(len: u32) -> Self {
        Self { words: vec![0; len.div_ceil(64) as usize], len }
    }

    /// All of `len` articles.
    #[must_use]
    pub fn full(len: u32) -> Self {
        let mut full = Self { words: vec![u64::MAX; len.div_ceil(64) as usize], len };
        full.trim();
        full
    }

    /// The articles for which `holds`.
    #[must_use]
    pub fn of(len: u32, mut holds: impl FnMut(u32) -> bool) -> Self {
        let mut set = Self::empty(len);
        for article in 0..len {
            if holds(article) {
                set.insert(article);
            }
        }
        set
    }

    /// One more than the greatest article that it can hold.
    #[must_use]
    pub fn bound(&self) -> u32 {
        self.len
    }

    /// Puts an article in; one beyond the bound is ignored.
    pub fn insert(&mut self, article: u32) {
        if article < self.len {
            self.words[article as usize / 64] |= 1 << (article % 64);
        }
    }

    /// Takes an article out.
    pub fn remove(&mut self, article: u32) {
        if article < self.len {
            self.words[article as usize / 64] &= !(1 << (article % 64));
        }
    }

    /// Whether an article is in.
    #[must_use]
    pub fn contains(&self, article: u32) -> bool {
        article < self.len && self.words[article as usize / 64] >> (article % 64) & 1 == 1
    }

    /// How many are in.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Leaves only what is in both.
    pub fn intersect(&mut self, other: &Self) {
        for (at, word) in self.words.iter_mut().enumerate() {
            *word &= other.words.get(at).copied().unwrap_or(0);
        }
    }

    /// Adds what is in the other (and below the bound of this one).
    pub fn unite(&mut self, other: &Self) {
        for (word, more) in self.words.iter_mut().zip(&other.words) {
            *word |= more;
        }
        self.trim();
    }

    /// Takes out what is in the other.
    pub fn subtract(&mut self, other: &Self) {
        for (word, less) in self.words.iter_mut().zip(&other.words) {
            *word &= !less;
        }
    }

    /// Turns every bit over.
    pub fn complement(&mut self) {
        for word in &mut self.words {
            *word = !*word;
        }
        self.trim();
    }

    /// The articles in order.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        (0u32..).zip(&self.words).flat_map(|(at, word)| {
            let mut rest = *word;
            core::iter::from_fn(move || {
                (rest != 0).then(|| {
                    let bit = rest.trailing_zeros();
                    rest &= rest - 1;
                    at * 64 + bit
                })
            })
        })
    }

    fn trim(&mut self) {
        if let Some(last) = self.words.last_mut()
            && !self.len.is_multiple_of(64)
        {
            *last &= (1 << (self.len % 64)) - 1;
        }
    }
}
