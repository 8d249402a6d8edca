//! A small random number generator (SplitMix64): the same seed gives the same numbers, for ever and everywhere.

/// A stream of numbers that depends on its seed only.
#[derive(Debug, Clone)]
pub(super) struct Random(u64);

const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

impl Random {
    /// A stream of its own for each pair: neighbours share nothing visible.
    pub(super) fn new(seed: u64, stream: u64) -> Self {
        let mut mixed = Self(seed ^ mix(stream.wrapping_add(1).wrapping_mul(GOLDEN)));
        mixed.next();
        mixed
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN);
        mix(self.0)
    }

    /// From 0 to `limit − 1`; 0 where the limit is 0.
    pub(super) fn below(&mut self, limit: u64) -> u64 {
        let product = u128::from(self.next()) * u128::from(limit);
        u64::try_from(product >> 64).unwrap_or_default()
    }

    /// True in `part` of `whole` cases.
    pub(super) fn chance(&mut self, part: u64, whole: u64) -> bool {
        self.below(whole) < part
    }

    /// One of the items; `None` where there is none.
    pub(super) fn pick<'a, T>(&mut self, items: &'a [T]) -> Option<&'a T> {
        items.get(self.index(items.len()))
    }

    /// One of the texts; empty where there is none.
    pub(super) fn text(&mut self, texts: &[&'static str]) -> &'static str {
        self.pick(texts).copied().unwrap_or_default()
    }

    /// A position below `len`.
    pub(super) fn index(&mut self, len: usize) -> usize {
        usize::try_from(self.below(u64::try_from(len).unwrap_or_default())).unwrap_or_default()
    }

    /// A position, as often as its weight says; 0 where nothing has a weight.
    pub(super) fn weighted(&mut self, weights: &[u64]) -> usize {
        let mut rest = self.below(weights.iter().sum());
        for (index, &weight) in weights.iter().enumerate() {
            if rest < weight {
                return index;
            }
            rest -= weight;
        }
        0
    }
}

fn mix(value: u64) -> u64 {
    let value = (value ^ (value >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let value = (value ^ (value >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ (value >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_never_changes() {
        let mut random = Random::new(1, 0);
        let first: Vec<u64> = (0..4).map(|_| random.below(1_000_000)).collect();
        assert_eq!(first, FIRST);
        assert_eq!(Random::new(1, 0).next(), Random::new(1, 0).next());
        assert_ne!(Random::new(1, 0).next(), Random::new(1, 1).next());
    }

    const FIRST: [u64; 4] = [908_669, 151_017, 357_941, 941_878];

    #[test]
    fn weights_are_respected_and_an_empty_list_is_no_trap() {
        let mut random = Random::new(7, 7);
        let mut hits = [0; 3];
        (0..3000).for_each(|_| hits[random.weighted(&[1, 0, 2])] += 1);
        assert_eq!(hits[1], 0);
        assert!(hits[2] > hits[0] && hits[0] > 800, "{hits:?}");
        assert_eq!(random.weighted(&[]), 0);
        assert_eq!(random.pick::<u8>(&[]), None);
        assert_eq!(random.below(0), 0);
    }
}
