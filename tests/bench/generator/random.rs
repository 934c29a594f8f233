//! Numbers that look random and are the same on every machine.

/// SplitMix64: [Vigna's reference](https://prng.di.unimi.it/splitmix64.c). Integers alone, so that no rounding of a processor
/// or a library of mathematics can change what is generated.
#[derive(Clone)]
pub struct Random(u64);

impl Random {
    /// A stream of its own for each pair of seed and number: an article does not depend on those before it.
    pub fn new(seed: u64, number: u64) -> Self {
        let mut stream = Self(seed ^ number.wrapping_mul(0x9e37_79b9_7f4a_7c15));
        stream.next();
        stream
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number of `0..bound`; 0 where the bound is 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(bound)) >> 64) as u64
    }

    /// A number of `from..=to`.
    pub fn between(&mut self, from: u64, to: u64) -> u64 {
        from + self.below(to - from + 1)
    }

    /// Yes, so many times in a hundred.
    pub fn percent(&mut self, chance: u64) -> bool {
        self.below(100) < chance
    }

    /// One of several, each as likely.
    pub fn of<'a, T: ?Sized>(&mut self, several: &[&'a T]) -> &'a T {
        several[self.below(several.len() as u64) as usize]
    }
}

/// Ranks as words have them: rank r is drawn in proportion to 1 / (r + offset), r from 0 (Zipf's law as Mandelbrot has it).
pub struct Ranks {
    /// For each rank the sum of the weights up to it.
    sums: Vec<u64>,
}

impl Ranks {
    pub fn new(count: usize, offset: u64) -> Self {
        let weight = |rank: u64| (1 << 40) / (rank + offset);
        let mut sum = 0;
        let mut add = |rank| {
            sum += weight(rank);
            sum
        };
        Self { sums: (0..count as u64).map(&mut add).collect() }
    }

    pub fn draw(&self, random: &mut Random) -> usize {
        let point = random.below(self.sums.last().copied().unwrap_or(0));
        self.sums.partition_point(|sum| *sum <= point)
    }
}
