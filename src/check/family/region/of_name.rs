//! The reports of one name for a year: by their places too, where they are many.

use std::collections::HashMap;

use crate::report::SafeText;

use super::units::whole;

/// So many of one name are looked through one by one.
const FEW: usize = 16;

/// The reports of one name for a year, in the order of the batch.
#[derive(Debug, Default)]
pub(super) struct OfName {
    all: Vec<usize>,
    /// Once there are many: by each part of their regions.
    within: HashMap<SafeText, Vec<usize>>,
    /// The same by the last part; those without a region below nothing.
    ending: HashMap<Option<SafeText>, Vec<usize>>,
}

impl OfName {
    /// Adds the next report; of the others the region is asked for.
    pub(crate) fn add<'m>(&mut self, member: usize, region_of: impl Fn(usize) -> Option<&'m [SafeText]>) {
        self.all.push(member);
        let new = match self.all.len() {
            few if few <= FEW => &[],
            many if many == FEW + 1 => self.all.as_slice(),
            _ => std::slice::from_ref(&member),
        };
        for &one in new {
            let Some(region) = region_of(one) else { continue };
            for part in parts(region) {
                self.within.entry(part).or_default().push(one);
            }
            for last in lasts(region) {
                self.ending.entry(last).or_default().push(one);
            }
        }
    }

    /// Those that may be in a region, or above it where no more is known of them; all of them where they are few.
    pub(crate) fn near(&self, region: &[SafeText]) -> Vec<usize> {
        if self.ending.is_empty() || region.is_empty() {
            return self.all.clone();
        }
        let within = lasts(region).into_iter().flatten().filter_map(|last| self.within.get(&last));
        let above = parts(region).into_iter().map(Some).chain([None]).filter_map(|part| self.ending.get(&part));
        let mut found: Vec<usize> = within.chain(above).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    pub(crate) fn all(&self) -> &[usize] {
        &self.all
    }
}

/// The parts of a region, as they stand and with those that it leaves out.
fn parts(region: &[SafeText]) -> Vec<SafeText> {
    let mut parts = [region, &whole(region)].concat();
    parts.sort_unstable();
    parts.dedup();
    parts
}

fn lasts(region: &[SafeText]) -> Vec<Option<SafeText>> {
    let mut lasts = vec![region.last().cloned(), whole(region).last().cloned()];
    lasts.dedup();
    lasts
}
