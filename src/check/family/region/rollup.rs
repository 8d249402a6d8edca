//! Who belongs into the sums of each region, whether its government has reported or not.

use std::collections::BTreeSet;

use crate::check::profile::basis::Basis;
use crate::report::roster::Roster;
use crate::report::{Agency, Head, SafeText};

use super::batch::{Batch, BatchReport, Regional};
use super::units::{self, Index, Place, Units, is_summary, is_town, is_town_name, whole};

/// The reports that a region's sums are made of, by their positions in the batch.
#[derive(Debug)]
pub(crate) struct RegionUnits {
    pub(crate) region: Vec<SafeText>,
    pub(crate) year: u16,
    /// The report of its government, and that of the government's office, which counts too.
    pub(crate) own: Option<usize>,
    pub(crate) office: Option<usize>,
    pub(crate) members: Vec<usize>,
    /// They report upwards, and are in no sum.
    pub(crate) vertical: Vec<usize>,
    /// The roster does not have them; they are in no sum where it names who is.
    pub(crate) unlisted: Vec<usize>,
    /// Who is expected and has not reported.
    pub(crate) missing: Vec<SafeText>,
    /// Is it known who is expected?
    pub(crate) by_roster: bool,
    /// Of how many that is an assumption.
    pub(crate) assumed: usize,
    /// Regions below whose agencies have reported, and their government has not: they are in no sum.
    pub(crate) unsummed: Vec<SafeText>,
}

/// Every region that has something to add up: the newest year first, then by name.
#[must_use]
pub(crate) fn regions(members: &[BatchReport<'_>], basis: &Basis<'_>) -> Vec<RegionUnits> {
    let roster = basis.roster;
    let (result, others) = (Regional::default(), units::others(members));
    let batch = Batch { members, profile: basis.profile, result, others };
    let current = units::current(members);
    let index = Index::new(members, &current, roster);
    let mut found: Vec<RegionUnits> =
        places(&index).iter().filter_map(|place| of(place, &index, roster, &batch)).collect();
    found.sort_by(|one, other| other.year.cmp(&one.year).then_with(|| one.region.cmp(&other.region)));
    found
}

fn of(place: &Place, index: &Index, roster: Option<&Roster>, batch: &Batch<'_>) -> Option<RegionUnits> {
    let (region, year) = place;
    let own = summary_of(index, place, batch);
    let name = SafeText::line(&format!("{}人民政府", region.last()?));
    let nobody = Head {
        agency: Agency { name, region: region.clone().into(), ..Agency::default() },
        year: *year,
        version: None,
    };
    let head = own.and_then(|own| batch.lean(own)).map_or(&nobody, |lean| &lean.head);
    let Units { members, missing, vertical, unlisted, by_roster, assumed } = index.units_of(head, own, roster, batch);
    if members.is_empty() {
        return None;
    }
    let expected: BTreeSet<String> = missing.iter().map(ToString::to_string).collect();
    let is_silent = |part: &SafeText| !expected.contains(&format!("{part}人民政府"));
    let unsummed = unsummed(index, place, batch).into_iter().filter(is_silent).collect();
    let (region, year, office) = (region.clone(), *year, index.office_of(head, batch));
    Some(RegionUnits { region, year, own, office, members, vertical, unlisted, missing, by_roster, assumed, unsummed })
}

/// All regions that reports are of, or that such regions lie in; towns are units themselves.
fn places(index: &Index) -> BTreeSet<Place> {
    let all = index.here.keys().chain(index.below.keys()).cloned();
    all.filter(|(region, _)| region.last().is_some_and(|part| !is_town_name(part))).collect()
}

/// The report of the government of a region.
fn summary_of(index: &Index, place: &Place, batch: &Batch<'_>) -> Option<usize> {
    let (region, year) = place;
    let is_of = |member: &usize| {
        let head = batch.lean(*member).map(|lean| &lean.head);
        head.is_some_and(|head| head.year == *year && whole(&head.agency.region) == *region)
    };
    index.summaries.iter().copied().find(is_of)
}

/// The regions right below one from which nobody has reported who stands for them.
fn unsummed(index: &Index, place: &Place, batch: &Batch<'_>) -> Vec<SafeText> {
    let (region, year) = place;
    let stands = |member: &usize| {
        let agency = batch.lean(*member).map(|lean| &lean.head.agency);
        agency.is_some_and(|agency| is_summary(agency) || is_town(agency))
    };
    let is_silent = |part: &&SafeText| {
        let mut lower = region.clone();
        lower.push((*part).clone());
        !index.here.get(&(lower, *year)).is_some_and(|reports| reports.iter().any(stands))
    };
    index.below.get(place).into_iter().flatten().filter(is_silent).cloned().collect()
}
