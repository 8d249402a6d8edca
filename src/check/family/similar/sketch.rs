//! A report's sections in a few numbers that are alike where the texts are.
//!
//! MinHash over runs of four tokens, filled as in “Fast Similarity Sketching” (Dahlgaard, Knudsen, Thorup 2017): every
//! run falls into one lane of each round, the least value stays, and rounds go on until no lane is empty. One round does
//! for a usual section. The share of equal lanes of two sketches estimates the Jaccard similarity of their runs.

use crate::report::Head;

use super::mask::{Bare, Tokens as _};

/// Numbers per section.
pub(super) const LANES: usize = 120;
/// Tokens in a run.
const RUN: usize = 4;

/// What is kept of one report: 496 bytes, whatever its size. The same on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sketch {
    /// Stands for the agency: name and region.
    pub(super) agency: u64,
    /// The year reported on.
    pub(super) year: u16,
    /// One for each of [`SECTIONS`](super::SECTIONS).
    pub(super) parts: [SectionSketch; 2],
}

impl Sketch {
    /// Of a report whose texts are not known: like no other.
    pub(crate) const NONE: Self = Self { agency: 0, year: 0, parts: [SectionSketch::NONE; 2] };
}

impl Sketch {
    /// What is kept of each section, as bytes; nothing of one that is like no other.
    pub(in crate::check) fn bytes(&self) -> [Vec<u8>; 2] {
        self.parts.each_ref().map(|part| {
            let numbers = [part.letters].into_iter().chain(part.lanes).filter(|_| part.is_some());
            numbers.flat_map(u16::to_le_bytes).collect()
        })
    }

    /// The same again, of the report with this head; `None` where the bytes are something else.
    pub(in crate::check) fn of_bytes(head: &Head, bytes: &[Vec<u8>; 2]) -> Option<Self> {
        let [one, other] = bytes.each_ref().map(|bytes| SectionSketch::of_bytes(bytes));
        Some(Self { agency: agency_key(head), year: head.year, parts: [one?, other?] })
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct SectionSketch {
    /// Letters after masking; at most 65 535.
    pub(crate) letters: u16,
    lanes: [u16; LANES],
}

impl SectionSketch {
    /// A section that is never like another.
    pub(crate) const NONE: Self = Self { letters: 0, lanes: [0; LANES] };

    /// Of a masked section.
    pub(crate) fn of(masked: &Bare) -> Self {
        let runs = runs(masked.tokens());
        if runs.is_empty() {
            return Self::NONE;
        }
        Self { letters: u16::try_from(masked.letters()).unwrap_or(u16::MAX), lanes: lanes(&runs) }
    }

    fn of_bytes(bytes: &[u8]) -> Option<Self> {
        if bytes.is_empty() {
            return Some(Self::NONE);
        }
        let (numbers, rest) = bytes.as_chunks::<2>();
        let mut numbers = numbers.iter().map(|bytes| u16::from_le_bytes(*bytes));
        let letters = numbers.next().filter(|letters| *letters > 0 && rest.is_empty())?;
        let lanes: Vec<u16> = numbers.collect();
        Some(Self { letters, lanes: lanes.try_into().ok()? })
    }

    /// Is there anything to compare?
    pub(crate) fn is_some(&self) -> bool {
        self.letters > 0
    }

    /// How many lanes are equal, of [`LANES`].
    pub(crate) fn equal_lanes(&self, other: &Self) -> u16 {
        if !self.is_some() || !other.is_some() {
            return 0;
        }
        // Added up in the width of the lanes: eight or more of them at once.
        self.lanes.iter().zip(&other.lanes).map(|(one, other)| u16::from(one == other)).sum()
    }

    /// Four lanes as one key.
    pub(crate) fn band(&self, band: usize) -> u64 {
        let lanes = self.lanes.as_chunks::<4>().0.get(band).copied().unwrap_or_default();
        lanes.iter().fold(0, |key, &lane| key << 16 | u64::from(lane))
    }
}

/// How many keys there are.
pub(super) const BANDS: usize = LANES / 4;

/// Stands for an agency: name and region, not the year.
pub(super) fn agency_key(head: &Head) -> u64 {
    let parts = head.agency.region.iter().map(|part| part.as_str()).chain([head.agency.name.as_str()]);
    let mut key = 0;
    for part in parts {
        for byte in part.bytes() {
            key = mix(key ^ u64::from(byte));
        }
        key = mix(key ^ 0x100);
    }
    key
}

/// A hash of every run of [`RUN`] tokens.
pub(super) fn runs(tokens: &[char]) -> Vec<u64> {
    // Sixteen bits for each token: what stands further back is shifted out.
    let mut sum = 0_u64;
    let sums = tokens.iter().map(|&c| {
        sum = sum << 16 ^ u64::from(u32::from(c));
        mix(sum)
    });
    sums.skip(RUN - 1).collect()
}

fn lanes(runs: &[u64]) -> [u16; LANES] {
    let mut best = [u64::MAX; LANES];
    let mut empty = LANES;
    // In the second half of the rounds every run goes to one lane, so all are filled in the end.
    for round in 0..2 * LANES as u64 {
        for &run in runs {
            let hash = mix(run ^ (round + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15));
            let lane = match (round as usize).checked_sub(LANES) {
                Some(lane) => lane,
                None => (((hash >> 32) * LANES as u64) >> 32) as usize,
            };
            // A lane that an earlier round has filled stays: the round leads.
            let value = round << 32 | hash & 0xFFFF_FFFF;
            if let Some(least) = best.get_mut(lane) {
                empty -= usize::from(*least == u64::MAX);
                *least = (*least).min(value);
            }
        }
        if empty == 0 {
            break;
        }
    }
    best.map(|value| mix(value) as u16)
}

/// A bijection that spreads every bit (the finaliser of SplitMix64).
#[inline]
pub(super) fn mix(value: u64) -> u64 {
    let value = (value ^ value >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let value = (value ^ value >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    value ^ value >> 31
}
