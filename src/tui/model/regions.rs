//! Counting reports by region, at every level.

use rustc_hash::FxHashMap;

use crate::report::SafeText;

/// Reports, and findings in them.
pub(crate) type Count = (usize, usize);

/// One more report, with so many findings.
pub(crate) fn count(count: &mut Count, findings: usize) {
    count.0 += 1;
    count.1 += findings;
}

/// How many reports, and findings in them, of agencies of each region. Neighbours in the list mostly share theirs: few are
/// looked up.
#[derive(Debug, Default)]
pub(crate) struct Regions<'a> {
    /// Those of the last one, not yet among the others.
    last: (&'a [SafeText], Count),
    counts: FxHashMap<&'a [SafeText], Count>,
}

impl<'a> Regions<'a> {
    pub(crate) fn add(&mut self, region: &'a [SafeText], findings: usize) {
        if self.last.0 != region {
            self.settle();
            self.last.0 = region;
        }
        count(&mut self.last.1, findings);
    }

    fn settle(&mut self) {
        let (region, count) = std::mem::take(&mut self.last);
        if count.0 > 0 {
            self.plus(region, count);
        }
    }

    fn plus(&mut self, region: &'a [SafeText], more: Count) {
        let count = self.counts.entry(region).or_default();
        count.0 += more.0;
        count.1 += more.1;
    }

    /// What was counted in two parts.
    pub(crate) fn and(mut self, mut other: Self) -> Self {
        self.settle();
        other.settle();
        other.counts.into_iter().for_each(|(region, count)| self.plus(region, count));
        self
    }

    /// All regions of more than so many levels, each with those in it.
    pub(crate) fn below(mut self, level: usize) -> FxHashMap<&'a [SafeText], Count> {
        self.settle();
        let mut all = Self::default();
        for (region, count) in self.counts {
            let levels = (level + 1)..=region.len();
            levels.filter_map(|level| region.get(..level)).for_each(|part| all.plus(part, count));
        }
        all.counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_counts_those_in_it_wherever_they_stand_in_the_list() {
        let [city, county, other] = [&["甲市"][..], &["甲市", "乙县"], &["丙市", "丁县"]]
            .map(|parts| parts.iter().map(|part| SafeText::line(part)).collect::<Vec<_>>());
        let of = |all: &[(&'static str, usize)]| {
            let mut regions = Regions::default();
            for (name, findings) in all {
                let region = match *name {
                    "city" => &city,
                    "county" => &county,
                    _ => &other,
                };
                regions.add(region, *findings);
            }
            regions
        };
        let all = of(&[("county", 2), ("county", 1), ("other", 0)]).and(of(&[("city", 4), ("county", 0)]));
        let below = all.below(0);
        assert_eq!(below.get(&city[..]), Some(&(4, 7)));
        assert_eq!(below.get(&county[..]), Some(&(3, 3)));
        assert_eq!(below.get(&other[..1]), Some(&(1, 0)));
        assert_eq!(below.len(), 4);
        assert_eq!(of(&[("county", 2), ("other", 5)]).below(1).len(), 2);
    }
}
