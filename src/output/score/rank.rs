//! Places, and how the points spread.

use std::collections::HashMap;

use crate::check::{Points, ScoreScheme};
use crate::report::SafeText;

use super::{ReportScore, Scores};

/// The place of each report: as many are before it as have more points.
pub(super) fn rank(reports: &mut [ReportScore<'_>]) {
    let mut all: HashMap<u16, Vec<Points>> = HashMap::new();
    let mut regions: HashMap<(u16, Vec<SafeText>), Vec<Points>> = HashMap::new();
    for report in reports.iter() {
        all.entry(report.submission.year()).or_default().push(report.total);
        regions.entry(region(report)).or_default().push(report.total);
    }
    all.values_mut().chain(regions.values_mut()).for_each(|points| points.sort_unstable());
    let place = |points: Option<&Vec<Points>>, own: Points| {
        points.map_or(0, |points| points.len() - points.partition_point(|other| *other <= own) + 1)
    };
    for report in reports {
        report.rank = place(all.get(&report.submission.year()), report.total);
        report.rank_in_region = place(regions.get(&region(report)), report.total);
    }
}

fn region(report: &ReportScore<'_>) -> (u16, Vec<SafeText>) {
    (report.submission.year(), report.submission.agency().region.to_vec())
}

/// How the points of a year spread.
pub(super) struct Spread {
    pub(super) year: u16,
    /// The least of each band, the highest first, and how many reports are in it; what is below all has none.
    pub(super) bands: Vec<(Option<Points>, usize)>,
    pub(super) count: usize,
    pub(super) mean: Points,
    pub(super) median: Points,
    pub(super) highest: Points,
    pub(super) lowest: Points,
}

/// By year, the newest first.
pub(super) fn spreads(scores: &Scores<'_>) -> Vec<Spread> {
    let mut years: Vec<u16> = scores.reports.iter().map(|report| report.submission.year()).collect();
    years.sort_unstable_by(|one, other| other.cmp(one));
    years.dedup();
    let of_year = |year: u16| {
        let own = scores.reports.iter().filter(|report| report.submission.year() == year);
        let mut points: Vec<Points> = own.map(|report| report.total).collect();
        points.sort_unstable();
        spread(year, &points, scores.scheme)
    };
    years.into_iter().map(of_year).collect()
}

/// Per cent of all points, where the office has no grades.
const BANDS: [i64; 4] = [90, 80, 70, 60];

/// Of points in rising order.
fn spread(year: u16, points: &[Points], scheme: &ScoreScheme) -> Spread {
    let mut least: Vec<Points> = scheme.grades.iter().map(|grade| grade.least).collect();
    if least.is_empty() {
        least.extend(BANDS.map(|percent| scheme.full.times(percent).each_of(100)));
    }
    let mut below = points.len();
    let mut bands: Vec<(Option<Points>, usize)> = Vec::new();
    for limit in least {
        let from = points.partition_point(|own| *own < limit).min(below);
        bands.push((Some(limit), below - from));
        below = from;
    }
    bands.push((None, below));
    let sum = points.iter().fold(Points::NONE, |sum, own| sum.plus(*own));
    let at = |index: usize| points.get(index).copied().unwrap_or_default();
    let middle = at(points.len() / 2);
    let median = if points.len().is_multiple_of(2) {
        at((points.len() / 2).saturating_sub(1)).plus(middle).each_of(2)
    } else {
        middle
    };
    Spread {
        year,
        bands,
        count: points.len(),
        mean: sum.each_of(points.len()),
        median,
        highest: at(points.len().saturating_sub(1)),
        lowest: at(0),
    }
}
