//! Agencies of one kind that are far from the others (R-09, N-18): median and median deviation, in whole numbers.

use std::collections::BTreeMap;

use crate::check::facts::figures::Figures;
use crate::check::family::stated::Look;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::Say;
use crate::check::finding::explain::cell_name;
use crate::check::rule::{Need, id};
use crate::report::roster::Roster;
use crate::words::Lang;

use super::batch::Batch;
use super::kinds::kind;
use super::units::grouped;

/// Reports for one year of agencies of one kind and depth of region.
type Peers = BTreeMap<(u16, usize, String), Vec<usize>>;

pub(super) fn check(current: &[usize], roster: Option<&Roster>, batch: &mut Batch<'_>) {
    let key = |member| {
        let head = &batch.lean(member)?.head;
        Some((head.year, head.agency.region.len(), kind(&head.agency, roster)?))
    };
    let groups = grouped(current, key);
    numbers(&groups, batch);
    published(&groups, batch);
}

/// numbers of the tables.
fn numbers(groups: &Peers, batch: &mut Batch<'_>) {
    let profile = batch.profile;
    let limit = |name| profile.threshold(id::R_09, name);
    let is_sample = |count: usize| i64::try_from(count).is_ok_and(|count| count >= limit("sample"));
    for group in groups.values().filter(|group| is_sample(group.len())) {
        for id in profile.words(id::R_09, "metrics") {
            let number = |&member: &usize| Some((member, Figures::new(batch.lean(member)?).int(id)?));
            let values: Vec<(usize, i64)> = group.iter().filter_map(number).collect();
            let median = median(values.iter().map(|(_, value)| *value).collect());
            let deviation = self::median(values.iter().map(|(_, value)| value.abs_diff(median)).collect()).max(1);
            let far = |value: i64| {
                let distance = value.abs_diff(median);
                let times = u64::try_from(limit("times")).unwrap_or(u64::MAX);
                distance > deviation.saturating_mul(times)
                    && i64::try_from(distance).is_ok_and(|far| far >= limit("least"))
            };
            if !is_sample(values.len()) {
                continue;
            }
            for (member, value) in values.iter().copied().filter(|(_, value)| far(*value)) {
                say(member, id, value, median, values.len(), batch);
            }
        }
    }
}

fn say(member: usize, id: &str, value: i64, median: i64, peers: usize, batch: &mut Batch<'_>) {
    let Some(lean) = batch.lean(member) else { return };
    let Some(cell) = lean.form.cell(id) else { return };
    let name = |lang| cell_name(lean.form, cell, lang);
    let say = Say::default().with("cell", name(Lang::Zh)).with("cell_en", name(Lang::En)).with("value", value);
    batch.say(member, id::R_09, "far", id, say.with("median", median).with("peers", peers).cells([cell]));
}

/// N-18: how much was published, as the texts have it.
fn published(groups: &Peers, batch: &mut Batch<'_>) {
    let profile = batch.profile;
    let limit = |name| profile.threshold(id::N_18, name);
    let (sample, times, least) = (limit("sample"), limit("times"), limit("least"));
    let mut looks = Vec::new();
    for group in groups.values() {
        let told = |&member: &usize| Some((member, batch.stated(member)?.published?));
        let values: Vec<(usize, i64)> = group.iter().filter_map(told).collect();
        if i64::try_from(values.len()).is_ok_and(|count| count < sample) {
            values.iter().for_each(|(member, _)| batch.unchecked(*member, id::N_18, WhyUnchecked::Needs(Need::Batch)));
            continue;
        }
        let median = median(values.iter().map(|(_, value)| *value).collect());
        let is_far = |value: i64| {
            let exceeds = |many: i64, few: i64| many > few.saturating_mul(times) && many.saturating_sub(few) >= least;
            exceeds(value, median) || exceeds(median, value)
        };
        let far = values.iter().filter(|(_, value)| is_far(*value));
        looks.extend(far.map(|(member, _)| (*member, Look::Published { median, peers: values.len() })));
    }
    batch.result.looks.append(&mut looks);
}

/// The lower of the two in the middle; 0 of none.
#[must_use]
pub(crate) fn median<T: Ord + Copy + Default>(mut values: Vec<T>) -> T {
    let middle = values.len().saturating_sub(1) / 2;
    if values.is_empty() { T::default() } else { *values.select_nth_unstable(middle).1 }
}
