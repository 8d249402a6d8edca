//! Two versions of one report: which findings are gone, which are still there, which are new, and which cells changed.
//!
//! A finding keeps its fingerprint from one version to the next, whatever its numbers are.

use std::collections::BTreeSet;

use crate::check::finding::{Finding, Fingerprint};
use crate::form::Cell;
use crate::report::Lean;

/// What changed from one version to the next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct VersionChanges<'a> {
    /// Findings of the version before that are gone.
    pub(crate) fixed: Vec<&'a Finding>,
    /// Findings that are still there, as they are now.
    pub(crate) open: Vec<&'a Finding>,
    /// Findings that were not there before.
    pub(crate) new: Vec<&'a Finding>,
    /// Cells that hold something else now and were asked about, in the order of the form.
    pub(crate) asked: Vec<Cell>,
    /// Cells that hold something else now although nothing asked for it.
    pub(crate) unasked: Vec<Cell>,
}

/// A version with its findings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Version<'a> {
    /// Head and cells.
    pub(crate) report: &'a Lean,
    /// What was found in it.
    pub(crate) findings: &'a [Finding],
}

/// Compares two versions. Cells of different editions of the form are not compared, see [`comparable`].
#[must_use]
pub(crate) fn changes<'a>(
    before: Version<'a>,
    now: Version<'a>,
    was_asked: &dyn Fn(Cell) -> bool,
) -> VersionChanges<'a> {
    let names = |version: Version<'_>| -> BTreeSet<Fingerprint> {
        version.findings.iter().map(|finding| finding.fingerprint).collect()
    };
    let (known, present) = (names(before), names(now));
    let (open, new) = now.findings.iter().partition(|finding| known.contains(&finding.fingerprint));
    let fixed = before.findings.iter().filter(|finding| !present.contains(&finding.fingerprint)).collect();
    let (asked, unasked) = changed(before.report, now.report).partition(|cell| was_asked(*cell));
    VersionChanges { fixed, open, new, asked, unasked }
}

/// Do two versions follow the same edition of the form?
#[must_use]
pub(crate) fn comparable(before: &Lean, now: &Lean) -> bool {
    std::ptr::eq(before.form, now.form)
}

fn changed<'a>(before: &'a Lean, now: &'a Lean) -> impl Iterator<Item = Cell> + 'a {
    let cells = now.form.cells().filter(move |_| comparable(before, now));
    cells.filter(move |cell| before.cells.get(*cell) != now.cells.get(*cell))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check;
    use crate::check::Profile;
    use crate::form;
    use crate::report::{Agency, Cells, Head, Value};

    /// A report of zeros with these cells.
    fn report(cells: &[(&str, i64)]) -> Lean {
        let form = form::newest();
        let mut all = Cells::missing(form);
        for cell in form.cells() {
            all.set(cell, Value::int(0));
        }
        for (id, value) in cells {
            all.set(form.cell(id).unwrap(), Value::int(*value));
        }
        let head = Head { agency: Agency::default(), year: 2024, version: None };
        Lean { head, form, cells: all, remarks: 0 }
    }

    fn sound(natural: i64) -> Vec<(&'static str, i64)> {
        let rows = ["requests/new", "requests/granted", "requests/handled"];
        let ids = rows.map(|row| [format!("{row}/natural"), format!("{row}/total")]).into_iter().flatten();
        ids.map(|id| (&*Box::leak(id.into_boxed_str()), natural)).collect()
    }

    fn with(mut cells: Vec<(&'static str, i64)>, more: &[(&'static str, i64)]) -> Lean {
        cells.extend(more);
        report(&cells)
    }

    #[test]
    fn three_versions_are_told_apart_step_by_step() {
        let form = form::newest();
        // The first breaks two sums; the second mends one, breaks another and changes what nobody spoke of; the third
        // mends everything.
        let first = with(sound(5), &[("requests/new/total", 6), ("disputes/reconsideration/total", 1)]);
        let penalties = ("disclosure/penalties/decisions", 12);
        let second =
            with(sound(5), &[("disputes/reconsideration/total", 1), ("disputes/litigation_after/total", 2), penalties]);
        let third = with(sound(5), &[penalties]);
        let findings = [&first, &second, &third].map(|report| check::check(report, Profile::standard()).findings);
        let compare = |before: usize, now: usize| {
            let reports = [&first, &second, &third];
            let asked = |cell: Cell| findings[before].iter().any(|finding| finding.cells.contains(&cell));
            let version = |index: usize| Version { report: reports[index], findings: &findings[index] };
            let changes = changes(version(before), version(now), &asked);
            let ids = |cells: &[Cell]| cells.iter().map(|cell| form.id(*cell).to_owned()).collect::<Vec<_>>();
            let counts = [changes.fixed.len(), changes.open.len(), changes.new.len()];
            (counts, ids(&changes.asked), ids(&changes.unasked))
        };
        let (counts, asked, unasked) = compare(0, 1);
        assert_eq!(counts, [findings[0].len() - 1, 1, 1]);
        assert_eq!(asked, ["requests/new/total"]);
        assert_eq!(unasked, ["disclosure/penalties/decisions", "disputes/litigation_after/total"]);
        let (counts, asked, unasked) = compare(1, 2);
        assert_eq!(counts, [2, 0, 0]);
        assert_eq!(asked, ["disputes/reconsideration/total", "disputes/litigation_after/total"]);
        assert!(unasked.is_empty());
        assert_eq!(compare(2, 2), ([0, 0, 0], Vec::new(), Vec::new()), "a version does not differ from itself");
    }

    #[test]
    fn versions_of_different_forms_have_no_cells_in_common() {
        let now = report(&[]);
        let old = form::editions().iter().find(|form| !std::ptr::eq(*form, now.form)).unwrap();
        let before = Lean { form: old, cells: Cells::missing(old), ..report(&[]) };
        let version = |report| Version { report, findings: &[] };
        assert_eq!(changes(version(&before), version(&now), &|_| true), VersionChanges::default());
        assert!(!comparable(&before, &now));
    }
}
