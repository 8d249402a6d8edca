//! What stands for an agency's report for the year before where agencies were merged, renamed or split (Y-09).
//!
//! The roster says who took over from whom, for good: whether that happened between these two years is seen from who
//! reports in which of them.

use std::sync::Arc;

use crate::check::facts::figures::Figures;
use crate::check::finding::WhyUnchecked;
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::{Need, id};
use crate::check::{Basis, Outcome};
use crate::report::roster::Roster;
use crate::report::{Cells, Head, Lean, SafeText, Value};

use super::quoted::Quoted;

/// Finds the report of an agency of the same region by name and year.
pub(crate) type Find<'a> = dyn Fn(&SafeText, u16) -> Option<Arc<Lean>> + 'a;

/// What stands for an agency's report for the year before.
#[derive(Debug, Clone, Default)]
pub(crate) enum Before {
    #[default]
    Nothing,
    /// The agency's own.
    Own(Arc<Lean>),
    /// Those of the agencies that it took over from, as one; its own among them, if there is one.
    Taken {
        /// The numbers of all of them together.
        lean: Arc<Lean>,
        from: Vec<SafeText>,
        own: Option<Arc<Lean>>,
    },
    /// The agency was split off from these, or these from it: the numbers of the year before cannot be divided.
    Split(Vec<SafeText>),
}

impl Before {
    /// For the report with this head.
    #[must_use]
    pub(crate) fn of(head: &Head, roster: Option<&Roster>, find: &Find<'_>) -> Self {
        let Some(last) = head.year.checked_sub(1) else { return Self::Nothing };
        let own = find(&head.agency.name, last);
        let alone = || own.clone().map_or(Self::Nothing, Self::Own);
        let Some(roster) = roster else { return alone() };
        let Agencies { names, heirs } = Agencies::of(head, roster);
        let is_new = |name: &SafeText| find(name, last).is_none() && find(name, head.year).is_some();
        let heirs: Vec<SafeText> = heirs.into_iter().filter(is_new).collect();
        if own.is_some() && !heirs.is_empty() {
            return Self::Split(heirs);
        }
        let before: Vec<(SafeText, Arc<Lean>)> =
            names.iter().filter_map(|name| Some((name.clone(), find(name, last)?))).collect();
        let is_divided = |(name, _): &&(SafeText, Arc<Lean>)| {
            find(name, head.year).is_some() || roster.successors(name, &head.agency.region).nth(1).is_some()
        };
        let divided: Vec<SafeText> = before.iter().filter(is_divided).map(|(name, _)| name.clone()).collect();
        // One that is gone and left to several has left a part to this one too, which nobody knows.
        let is_gone = |name: &SafeText| find(name, head.year).is_none();
        if own.is_none() && !divided.is_empty() || divided.iter().any(is_gone) {
            return Self::Split(divided);
        }
        let taken: Vec<&(SafeText, Arc<Lean>)> = before.iter().filter(|(name, _)| !divided.contains(name)).collect();
        if taken.is_empty() {
            return alone();
        }
        // Without a report of its own, the sum takes all of them.
        if own.is_none() && taken.len() < names.len() {
            return Self::Nothing;
        }
        let all: Vec<&Lean> = own.iter().chain(taken.iter().map(|(_, lean)| lean)).map(|lean| &**lean).collect();
        match sum(head, &all) {
            Some(lean) => {
                let from = taken.iter().map(|(name, _)| name.clone()).collect();
                Self::Taken { lean: Arc::new(lean), from, own }
            }
            None => Self::Nothing,
        }
    }

    /// The numbers of the year before.
    #[must_use]
    pub(crate) fn lean(&self) -> Option<&Lean> {
        match self {
            Self::Own(lean) | Self::Taken { lean, .. } => Some(lean),
            Self::Nothing | Self::Split(_) => None,
        }
    }

    /// The same, as the text may speak of them.
    #[must_use]
    pub(crate) fn quoted(&self) -> Option<Quoted<'_>> {
        match self {
            Self::Own(lean) => Some(Quoted::own(lean)),
            Self::Taken { lean, from, own } => Some(Quoted { whole: lean, own: own.as_deref(), from }),
            Self::Nothing | Self::Split(_) => None,
        }
    }
}

/// What the roster says about an agency's past and future.
struct Agencies {
    /// Those that it took over from.
    names: Vec<SafeText>,
    /// Those that took over from it.
    heirs: Vec<SafeText>,
}

impl Agencies {
    fn of(head: &Head, roster: &Roster) -> Self {
        let agency = &head.agency;
        let entry = roster.lookup(&agency.name, &agency.region);
        let names = entry.map_or(&[][..], |entry| &entry.predecessors);
        let heirs = roster.successors(&agency.name, &agency.region);
        Self {
            names: names.iter().filter(|name| **name != agency.name).cloned().collect(),
            heirs: heirs.filter(|heir| heir.name != agency.name).map(|heir| heir.name.clone()).collect(),
        }
    }
}

/// Several reports for one year as one. A cell in which one of them has no number has none.
fn sum(head: &Head, reports: &[&Lean]) -> Option<Lean> {
    let (first, others) = reports.split_first()?;
    let form = first.form;
    if others.iter().any(|other| !std::ptr::eq(other.form, form)) {
        return None;
    }
    let mut cells = Cells::missing(form);
    for cell in form.cells() {
        let number = |lean: &Lean| lean.cells.get(cell).number();
        let Some(start) = number(first) else { continue };
        let sum = others.iter().try_fold(start, |sum, other| sum.checked_add(number(other)?));
        if let Some(sum) = sum {
            cells.set(cell, Value::Number(sum));
        }
        if reports.iter().any(|lean| lean.cells.is_doubtful(cell)) {
            cells.doubt(cell);
        }
    }
    let head = Head { year: first.head.year, version: None, ..head.clone() };
    Some(Lean { head, form, cells, remarks: 0 })
}

/// Y-09: says whose numbers stand for those of the year before, or why none do.
#[must_use]
pub(crate) fn check_lineage(report: &Lean, before: &Before, basis: &Basis<'_>) -> Outcome {
    let mut found = Collector::new(&report.head, basis.profile);
    match before {
        Before::Own(_) => {}
        Before::Nothing => found.unchecked(id::Y_09, WhyUnchecked::Needs(Need::LastYear)),
        Before::Taken { lean, from, .. } => {
            let (now, before) = (Figures::new(report), Figures::new(lean));
            let last_year = lean.head.year;
            let say = Say::default().with("from", names(from)).with("last_year", last_year);
            let (carried_in, carried_out) = ("requests/carried_in/total", "requests/carried_out/total");
            match (now.number(carried_in), before.number(carried_out)) {
                (Some(now_in), Some(out)) => {
                    let say = say.with("now", now_in).with("before", out).sides(now_in, out);
                    found.say(id::Y_09, "taken", "agency", say.cells(now.cell(carried_in)));
                }
                _ => found.say(id::Y_09, "linked", "agency", say),
            }
        }
        Before::Split(others) => {
            found.say(id::Y_09, "split", "agency", Say::default().with("from", names(others)));
        }
    }
    found.finish(report.form)
}

fn names(names: &[SafeText]) -> String {
    names.iter().map(SafeText::as_str).collect::<Vec<_>>().join("、")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::lean::{basis, ids, lean};
    use crate::check::{check_years, message};
    use crate::report::roster::RosterEntry;
    use crate::words::Lang;

    /// Requests carried out last year, and carried in this year.
    fn last(name: &str, out: i64) -> Lean {
        lean(name, 2022, &[("requests/carried_out/natural", out), ("requests/carried_out/total", out)])
    }

    fn now(name: &str, carried: i64) -> Lean {
        lean(name, 2023, &[("requests/carried_in/natural", carried), ("requests/carried_in/total", carried)])
    }

    fn entry(name: &str, predecessors: &[&str]) -> RosterEntry {
        let predecessors = predecessors.iter().map(|name| SafeText::line(name)).collect();
        RosterEntry { name: SafeText::line(name), predecessors, ..RosterEntry::default() }
    }

    /// The rules that speak, and what Y-09 says, about the first report.
    fn found(reports: &[Lean], roster: Option<Vec<RosterEntry>>) -> (Vec<String>, Option<String>) {
        let all: Vec<Arc<Lean>> = reports.iter().cloned().map(Arc::new).collect();
        let find = |name: &SafeText, year: u16| {
            all.iter().find(|lean| lean.head.agency.name == *name && lean.head.year == year).cloned()
        };
        let roster = roster.map(Roster::of);
        let report = &reports[0];
        let before = Before::of(&report.head, roster.as_ref(), &find);
        let basis = basis().with_roster(roster.as_ref());
        let mut outcome = check_years(report, before.lean(), &basis);
        outcome.append(check_lineage(report, &before, &basis));
        for finding in &outcome.findings {
            for lang in [Lang::Zh, Lang::En] {
                assert!(!message(report.form, finding, &report.cells, lang).contains('{'));
            }
        }
        let said = outcome.findings.iter().find(|finding| &*finding.rule.id == "Y-09");
        let said = said.map(|finding| message(report.form, finding, &report.cells, Lang::Zh));
        (ids(&outcome).into_iter().map(str::to_owned).collect(), said)
    }

    #[test]
    fn what_merged_agencies_carried_out_is_carried_in_together() {
        let roster = || Some(vec![entry("商务和科技局", &["商务局", "科技局"])]);
        let before = [last("商务局", 2), last("科技局", 3)];
        let of = |carried| {
            let mut reports = vec![now("商务和科技局", carried)];
            reports.extend(before.clone());
            reports
        };
        let (rules, said) = found(&of(5), roster());
        assert_eq!(rules, ["Y-09"]);
        assert!(said.unwrap().contains("商务局、科技局"));
        assert_eq!(found(&of(4), roster()).0, ["Y-01", "Y-01", "Y-09"]);
        // One of the two is not at hand: nothing can be said.
        assert_eq!(found(&of(4)[..2], roster()), (vec![], None));
        // A roster that knows nothing of it.
        assert_eq!(found(&of(4), Some(vec![entry("商务和科技局", &[])])), (vec![], None));
        assert_eq!(found(&of(4), None), (vec![], None));
    }

    #[test]
    fn one_that_takes_over_another_adds_it_to_its_own() {
        let roster = || Some(vec![entry("商务局", &["招商局"])]);
        let reports = |carried| vec![now("商务局", carried), last("商务局", 2), last("招商局", 3)];
        assert_eq!(found(&reports(5), roster()).0, ["Y-09"]);
        assert_eq!(found(&reports(2), roster()).0, ["Y-01", "Y-01", "Y-09"]);
        // It was years ago: nothing is linked any more.
        assert_eq!(found(&reports(2)[..2], roster()), (vec![], None));
    }

    #[test]
    fn what_was_split_cannot_be_divided() {
        let roster = || Some(vec![entry("商务局", &[]), entry("招商局", &["商务局"])]);
        let reports = [now("招商局", 1), now("商务局", 1), last("商务局", 2)];
        let (rules, said) = found(&reports, roster());
        assert_eq!(rules, ["Y-09"]);
        assert!(said.unwrap().contains("拆分"));
        let turned = [reports[1].clone(), reports[0].clone(), reports[2].clone()];
        assert_eq!(found(&turned, roster()).0, ["Y-09"]);
        // A year later each has its own.
        let later = [now("招商局", 1), now("商务局", 2), last("商务局", 2), last("招商局", 1)];
        assert_eq!(found(&later, roster()), (vec![], None));
    }

    #[test]
    fn what_one_left_to_several_is_in_nobodys_sum() {
        let roster = || Some(vec![entry("商务局", &["招商局"]), entry("科技局", &["招商局"])]);
        let reports = [now("商务局", 3), last("商务局", 2), last("招商局", 2), now("科技局", 1), last("科技局", 0)];
        let (rules, said) = found(&reports, roster());
        assert_eq!(rules, ["Y-09"]);
        assert!(said.unwrap().contains("招商局"));
        // It goes on, and nothing has changed hands in this year.
        let beside = [&reports[..], &[now("招商局", 2)]].concat();
        assert_eq!(found(&beside, roster()).0, ["Y-01", "Y-01"]);
    }

    #[test]
    fn a_number_of_several_is_as_doubtful_as_the_most_doubtful_of_them() {
        let head = now("商务和科技局", 0).head;
        let mut one = last("商务局", 2);
        let cell = one.form.cell("requests/carried_out/total").unwrap();
        one.cells.doubt(cell);
        let together = sum(&head, &[&last("科技局", 3), &one]).unwrap();
        assert!(together.cells.is_doubtful(cell));
        assert!(!together.cells.is_doubtful(one.form.cell("requests/carried_out/natural").unwrap()));
    }
}
