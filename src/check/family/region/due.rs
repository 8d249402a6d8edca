//! Who is expected to report for which year: the roster with its time.
//!
//! A roster says who there is today. From when and until when an agency reports it may say; what it does not say follows
//! from who has reported for which year and from who took over from whom, and is an assumption.

use std::collections::{BTreeMap, BTreeSet};

use crate::report::SafeText;
use crate::report::roster::{Roster, RosterEntry};

/// An agency, and the years that it reports on.
#[derive(Debug)]
pub(super) struct Due {
    pub(crate) entry: RosterEntry,
    pub(crate) from: u16,
    pub(crate) until: u16,
    /// Has the roster left open since when, or until when?
    pub(crate) is_assumed: bool,
}

impl Due {
    pub(crate) fn is_in(&self, year: u16) -> bool {
        (self.from..=self.until).contains(&year)
    }
}

/// The years for which there is a report of this agency.
type Reported<'a> = dyn Fn(&RosterEntry) -> BTreeSet<u16> + 'a;

/// The agencies of the roster in its order, then those of before that they took over from.
pub(super) fn all(roster: &Roster, years: &BTreeSet<u16>, reported: &Reported<'_>) -> Vec<Due> {
    let mut all: Vec<Due> = Vec::new();
    let mut gone: BTreeMap<(Vec<SafeText>, SafeText), Due> = BTreeMap::new();
    for entry in roster.entries() {
        let own = reported(entry);
        let before: Vec<(RosterEntry, BTreeSet<u16>)> = predecessors(entry, roster)
            .map(|name| predecessor(entry, name))
            .map(|one| (one.clone(), reported(&one)))
            .collect();
        let is_split_off = entry.predecessors.iter().any(|name| is_listed(name, entry, roster));
        let from = entry.from.unwrap_or_else(|| since(&own, &before, is_split_off, years));
        for (one, reports) in before {
            let Some(due) = of_before(one, &reports, &own, from) else { continue };
            gone.entry((due.entry.region.clone(), due.entry.name.clone())).or_insert(due);
        }
        let is_assumed = entry.from.is_none() && from > 0;
        all.push(Due { entry: entry.clone(), from, until: entry.until.unwrap_or(u16::MAX), is_assumed });
    }
    all.extend(gone.into_values());
    all
}

/// The names of those that an agency took over from and that the roster has no more.
fn predecessors<'a>(entry: &'a RosterEntry, roster: &'a Roster) -> impl Iterator<Item = &'a SafeText> {
    entry.predecessors.iter().filter(move |name| **name != entry.name && !is_listed(name, entry, roster))
}

fn is_listed(name: &SafeText, entry: &RosterEntry, roster: &Roster) -> bool {
    *name != entry.name && roster.lookup(name, &entry.region).is_some()
}

/// One of before is where its heir is, and counted where that is counted.
fn predecessor(heir: &RosterEntry, name: &SafeText) -> RosterEntry {
    RosterEntry {
        name: name.clone(),
        region: heir.region.clone(),
        level: heir.level.clone(),
        kind: heir.kind.clone(),
        parent: heir.parent.clone(),
        ..RosterEntry::default()
    }
}

/// The first year of an agency whose roster does not say it.
fn since(
    own: &BTreeSet<u16>,
    before: &[(RosterEntry, BTreeSet<u16>)],
    is_split_off: bool,
    years: &BTreeSet<u16>,
) -> u16 {
    let first = own.first().copied();
    // Whoever reports beside one that it took over from was there before.
    let is_beside = before.iter().any(|(_, reports)| reports.intersection(own).next().is_some());
    let last_before = before.iter().filter_map(|(_, reports)| reports.last().copied()).max();
    match (first, last_before) {
        _ if is_beside => 0,
        (first, Some(last)) => first.map_or(last.saturating_add(1), |first| first.min(last.saturating_add(1))),
        (Some(first), None) if is_split_off => first,
        (None, None) if is_split_off => years.last().copied().unwrap_or_default(),
        // Silent for one year it may be missing; for several it was not there.
        (Some(first), None) => {
            let silent = years.range(..first).count();
            if silent > 1 { first } else { 0 }
        }
        (None, None) => 0,
    }
}

/// The years of one of before: until its heir is there, or, where that was there all along, as long as it has reported.
fn of_before(entry: RosterEntry, reports: &BTreeSet<u16>, heir: &BTreeSet<u16>, since: u16) -> Option<Due> {
    let (first, last) = (*reports.first()?, *reports.last()?);
    let goes_on = reports.intersection(heir).next().is_some();
    let (from, until) = if goes_on || since == 0 { (first, last) } else { (0, since.checked_sub(1)?.max(last)) };
    Some(Due { entry, from, until, is_assumed: true })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The years of each agency, by who has reported for which.
    fn of(csv: &str, reports: &[(&str, &[u16])]) -> Vec<String> {
        let roster = Roster::parse(csv.as_bytes()).unwrap();
        let years: BTreeSet<u16> = reports.iter().flat_map(|(_, years)| years.iter().copied()).collect();
        let reported = |entry: &RosterEntry| {
            let own = reports.iter().filter(|(name, _)| *name == entry.name.as_str());
            own.flat_map(|(_, years)| years.iter().copied()).collect()
        };
        let shown = |due: &Due| {
            let in_years: Vec<String> = years.iter().filter(|year| due.is_in(**year)).map(u16::to_string).collect();
            format!("{} {}", due.entry.name, in_years.join(","))
        };
        all(&roster, &years, &reported).iter().map(shown).collect()
    }

    const ALL: (&str, &[u16]) = ("民政局", &[2020, 2021, 2022, 2023]);

    #[test]
    fn a_merged_agency_is_expected_since_the_others_are_gone() {
        let csv = "名称,前身\n民政局,\n商务和科技局,商务局；科技局\n";
        let reports = [ALL, ("商务和科技局", &[2022, 2023][..]), ("商务局", &[2020, 2021]), ("科技局", &[2020])];
        let expected = ["民政局 2020,2021,2022,2023", "商务和科技局 2022,2023", "商务局 2020,2021", "科技局 2020,2021"];
        let mut found = of(csv, &reports);
        found[2..].sort();
        assert_eq!(found, expected);
    }

    #[test]
    fn who_takes_over_another_was_there_all_along() {
        let csv = "名称,前身\n民政局,\n农业农村局,林业局\n";
        let reports = [ALL, ("农业农村局", &[2020, 2021, 2023][..]), ("林业局", &[2020, 2021])];
        let expected = ["民政局 2020,2021,2022,2023", "农业农村局 2020,2021,2022,2023", "林业局 2020,2021"];
        assert_eq!(of(csv, &reports), expected);
    }

    #[test]
    fn one_that_was_split_off_is_expected_since_it_reports() {
        let csv = "名称,前身\n文化局,\n体育局,文化局\n";
        let reports = [("文化局", &[2020, 2021, 2022, 2023][..]), ("体育局", &[2023])];
        assert_eq!(of(csv, &reports), ["文化局 2020,2021,2022,2023", "体育局 2023"]);
    }

    #[test]
    fn one_silent_year_is_missing_and_several_are_before_its_time() {
        let reports = [ALL, ("体育局", &[2022, 2023][..]), ("档案局", &[2021, 2022, 2023])];
        let expected = ["民政局 2020,2021,2022,2023", "体育局 2022,2023", "档案局 2020,2021,2022,2023"];
        assert_eq!(of("名称\n民政局\n体育局\n档案局\n", &reports), expected);
    }

    #[test]
    fn what_the_roster_says_holds() {
        let csv = "名称,起始,终止\n民政局,,\n体育局,2021-03-01,\n科技局,,2022-06-30\n统计局,,2022年\n";
        let reports = [ALL, ("体育局", &[2023][..]), ("科技局", &[2020, 2021]), ("统计局", &[2020])];
        let expected =
            ["民政局 2020,2021,2022,2023", "体育局 2021,2022,2023", "科技局 2020,2021", "统计局 2020,2021,2022"];
        assert_eq!(of(csv, &reports), expected);
    }
}
