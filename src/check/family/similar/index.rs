//! Which reports are worth comparing: sketches to pairs, at a cost that grows with their number.
//!
//! Sections whose sketches agree in a band (four lanes of 120) meet in a bucket. A bucket of a usual size gives all its
//! pairs, a larger one only those with a few leaders; where a leader is like more agencies than the template limit,
//! they become one group.

use std::collections::HashSet;

use super::groups::{TemplateGroup, groups};
use super::sketch::{BANDS, SectionSketch, Sketch, mix};

/// Leaders that are tried in a bucket that is too large for all pairs.
const LEADERS: usize = 8;
/// A bucket of fewer reports is looked at as fast as it is known again.
const FEW: usize = 8;
/// Fewer edges are not put in order before the end.
const LEAST_SETTLED: usize = 4096;

/// Two reports that may have a passage in common, by their places in the list of sketches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    /// The one further up.
    pub first: u32,
    pub second: u32,
    /// Which of [`SECTIONS`](super::SECTIONS) are to be compared.
    pub sections: [bool; 2],
}

/// What [`Comparer::candidates`](super::Comparer::candidates) finds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Candidates {
    /// Pairs to compare, in order. Those of one agency are a year apart.
    pub pairs: Vec<Pair>,
    /// Reports that seem to follow one template.
    pub groups: Vec<TemplateGroup>,
}

/// From which number of equal lanes on, and up to which size.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    /// Equal lanes of a candidate, for each section.
    pub(crate) lanes: [usize; 2],
    /// The same for two years of one agency: Y-10 asks for a part of section five.
    pub(crate) lanes_years: [usize; 2],
    /// Agencies beyond which reports follow a template.
    pub(crate) template: usize,
    /// Pairs that are kept for each report, at least.
    pub(crate) partners: usize,
}

/// Two reports that are alike in one section.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Edge {
    pub(crate) first: u32,
    pub(crate) second: u32,
    pub(crate) equal: u16,
}

pub(super) fn candidates(sketches: &[&Sketch], limits: &Limits) -> Candidates {
    let (one, five) = rayon::join(|| section(sketches, 0, limits), || section(sketches, 1, limits));
    let mut pairs = years(sketches, limits);
    pairs.extend(other_agencies(sketches, &one.0, &five.0));
    pairs.sort_unstable();
    let groups = one.1.into_iter().chain(five.1).collect();
    Candidates { pairs, groups }
}

fn part<'a>(sketches: &[&'a Sketch], at: u32, slot: usize) -> &'a SectionSketch {
    sketches.get(at as usize).and_then(|sketch| sketch.parts.get(slot)).unwrap_or(&SectionSketch::NONE)
}

fn agency(sketches: &[&Sketch], at: u32) -> u64 {
    sketches.get(at as usize).map_or(0, |sketch| sketch.agency)
}

/// The edges of one section that belong to no group, and the groups.
fn section(sketches: &[&Sketch], slot: usize, limits: &Limits) -> (Vec<Edge>, Vec<TemplateGroup>) {
    let mut edges = Edges::default();
    let mut keys: Vec<(u64, u32)> = Vec::new();
    let mut done: HashSet<[u64; 2]> = HashSet::new();
    for band in 0..BANDS {
        keys.clear();
        // More than u32::MAX reports do not fit in memory.
        let some = (0_u32..).zip(sketches).filter_map(|(at, sketch)| Some((at, sketch.parts.get(slot)?)));
        keys.extend(some.filter(|(_, part)| part.is_some()).map(|(at, part)| (part.band(band), at)));
        keys.sort_unstable();
        for bucket in keys.chunk_by(|one, other| one.0 == other.0).filter(|bucket| bucket.len() > 1) {
            // The same texts meet in many bands: what a bucket gives is known once it was looked at.
            if bucket.len() < FEW || done.insert(members(bucket)) {
                Bucket { sketches, slot, limits }.edges(bucket, &mut edges);
            }
        }
    }
    let (edges, groups) = groups(edges.all(), slot, limits.template, |at| agency(sketches, at));
    (most_alike(edges, sketches.len(), limits.partners), groups)
}

/// Stands for the reports of a bucket.
fn members(bucket: &[(u64, u32)]) -> [u64; 2] {
    [1, 2].map(|seed| bucket.iter().fold(seed, |sum, &(_, at)| mix(sum ^ u64::from(at)).wrapping_add(seed)))
}

/// Edges, most of which come several times.
#[derive(Default)]
struct Edges {
    edges: Vec<Edge>,
    /// So many of them came before they were last put in order.
    settled: usize,
}

impl Edges {
    fn push(&mut self, edge: Edge) {
        if self.edges.len() >= self.settled.saturating_mul(2).max(LEAST_SETTLED) {
            self.settle();
        }
        self.edges.push(edge);
    }

    fn settle(&mut self) {
        self.edges.sort_unstable();
        self.edges.dedup();
        self.settled = self.edges.len();
    }

    /// Each once, in order.
    fn all(mut self) -> Vec<Edge> {
        self.settle();
        self.edges
    }
}

/// The edges that are among the best of one of their reports.
fn most_alike(mut edges: Vec<Edge>, reports: usize, partners: usize) -> Vec<Edge> {
    edges.sort_by_key(|edge| (std::cmp::Reverse(edge.equal), edge.first, edge.second));
    let mut counts = vec![0_usize; reports];
    edges.retain(|edge| {
        let mut wanted = false;
        for at in [edge.first, edge.second] {
            if let Some(count) = counts.get_mut(at as usize) {
                wanted |= *count < partners;
                *count += 1;
            }
        }
        wanted
    });
    edges
}

struct Bucket<'a> {
    sketches: &'a [&'a Sketch],
    slot: usize,
    limits: &'a Limits,
}

impl Bucket<'_> {
    fn edges(&self, bucket: &[(u64, u32)], edges: &mut Edges) {
        // Two years of each agency, and some of the next cluster.
        if bucket.len() <= self.limits.template.saturating_mul(4) {
            let mut rest = bucket;
            while let Some((&(_, first), others)) = rest.split_first() {
                for &(_, second) in others {
                    if let Some(equal) = self.equal(first, second) {
                        self.edge(first, second, equal, edges);
                    }
                }
                rest = others;
            }
            return;
        }
        let mut pending: Vec<u32> = bucket.iter().map(|&(_, at)| at).collect();
        for _ in 0..LEADERS {
            let Some((&leader, others)) = pending.split_first() else { break };
            let mut unlike = Vec::new();
            for &other in others {
                match self.equal(leader, other) {
                    Some(equal) => self.edge(leader, other, equal, edges),
                    None => unlike.push(other),
                }
            }
            pending = unlike;
        }
    }

    fn equal(&self, one: u32, other: u32) -> Option<u16> {
        let equal = part(self.sketches, one, self.slot).equal_lanes(part(self.sketches, other, self.slot));
        let least = self.limits.lanes.get(self.slot).copied().unwrap_or(usize::MAX);
        (usize::from(equal) >= least).then_some(equal)
    }

    /// Between different agencies.
    fn edge(&self, first: u32, second: u32, equal: u16, edges: &mut Edges) {
        if agency(self.sketches, first) != agency(self.sketches, second) {
            edges.push(Edge { first: first.min(second), second: first.max(second), equal });
        }
    }
}

/// Each report with its agency's report for the year before, if a section may be alike.
fn years(sketches: &[&Sketch], limits: &Limits) -> Vec<Pair> {
    let mut order: Vec<(u64, u16, u32)> =
        (0_u32..).zip(sketches).map(|(at, sketch)| (sketch.agency, sketch.year, at)).collect();
    order.sort_unstable();
    let mut pairs = Vec::new();
    // Of several versions for one year the last is compared with.
    let mut before: Option<(u64, u16, u32)> = None;
    for same in order.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
        let Some(&last) = same.last() else { continue };
        if let Some((agency, year, at)) = before
            && (agency, year.checked_add(1)) == (last.0, Some(last.1))
        {
            pairs.extend(same.iter().filter_map(|&(_, _, later)| year_pair(sketches, at, later, limits)));
        }
        before = Some(last);
    }
    pairs
}

fn year_pair(sketches: &[&Sketch], one: u32, other: u32, limits: &Limits) -> Option<Pair> {
    let mut sections = [false; 2];
    for (slot, (like, &least)) in sections.iter_mut().zip(&limits.lanes_years).enumerate() {
        let (one, other) = (part(sketches, one, slot), part(sketches, other, slot));
        *like = one.is_some() && other.is_some() && usize::from(one.equal_lanes(other)) >= least;
    }
    (sections != [false; 2]).then(|| Pair { first: one.min(other), second: one.max(other), sections })
}

/// Edges of both sections as pairs. Two agencies that are alike in one year are not compared across years.
fn other_agencies(sketches: &[&Sketch], one: &[Edge], five: &[Edge]) -> Vec<Pair> {
    let mut found: Vec<Found> = Vec::with_capacity(one.len() + five.len());
    for (slot, edges) in [one, five].into_iter().enumerate() {
        found.extend(edges.iter().map(|&edge| Found::new(sketches, edge, slot)));
    }
    found.sort_unstable();
    let mut pairs: Vec<Pair> = Vec::new();
    for agencies in found.chunk_by(|one, other| one.agencies == other.agencies) {
        let Some(best) = agencies.first() else { continue };
        for now in agencies.iter().filter(|found| !found.across || best.across && found.same_reports(best)) {
            match pairs.last_mut().filter(|pair| (pair.first, pair.second) == (now.edge.first, now.edge.second)) {
                Some(pair) => now.mark(pair),
                None => {
                    let mut pair = Pair { first: now.edge.first, second: now.edge.second, sections: [false; 2] };
                    now.mark(&mut pair);
                    pairs.push(pair);
                }
            }
        }
    }
    pairs
}

/// An edge, in the order: agencies, same year first, the later and the more alike first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Found {
    agencies: (u64, u64),
    across: bool,
    /// Of an edge across years: how far it is from being the best.
    rank: (u16, u16),
    edge: Edge,
    slot: usize,
}

impl Found {
    fn new(sketches: &[&Sketch], edge: Edge, slot: usize) -> Self {
        let of = |at: u32| sketches.get(at as usize).map_or((0, 0), |sketch| (sketch.agency, sketch.year));
        let ((one, year), (other, other_year)) = (of(edge.first), of(edge.second));
        let across = year != other_year;
        let rank = if across { (u16::MAX - edge.equal, u16::MAX - year.max(other_year)) } else { (0, 0) };
        // The share of equal lanes has done its work: the two sections of a pair must stand together.
        Self { agencies: (one.min(other), one.max(other)), across, rank, edge: Edge { equal: 0, ..edge }, slot }
    }

    fn same_reports(&self, other: &Self) -> bool {
        (self.edge.first, self.edge.second) == (other.edge.first, other.edge.second)
    }

    fn mark(&self, pair: &mut Pair) {
        if let Some(section) = pair.sections.get_mut(self.slot) {
            *section = true;
        }
    }
}
