//! Broken relations that an error of our own reading explains (EXT-02).

use crate::check::finding::collect::{Collector, Say};
use crate::check::finding::{Finding, Fingerprint};
use crate::check::profile::Profile;
use crate::check::rule::id;
use crate::form::Cell;
use crate::report::bounds::REMARKS;
use crate::report::{Lean, Remark};

use super::{Block, Repair, RepairKind};

/// A repair that supposes an error of reading, not of the agency (EXT-02).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Misreading {
    /// The finding about our reading.
    pub(crate) finding: Finding,
    /// The findings that it explains: to be shown with the source, and not sent.
    pub(crate) settles: Vec<Fingerprint>,
}

/// Looks for broken relations that are settled by a slip which reading makes, in rows of which reading left a doubt.
/// `blocks` is what [`crate::check::localise::localise`] gave for the same report.
#[must_use]
pub(crate) fn misreadings(report: &Lean, remarks: &[Remark], blocks: &[Block], profile: &Profile) -> Vec<Misreading> {
    let mut found = Vec::new();
    let kinds = profile.words(id::EXT_02, "kinds");
    let doubts: Vec<(&Remark, (usize, usize))> = remarks
        .iter()
        .take(REMARKS)
        .filter(|remark| kinds.iter().any(|kind| **kind == *remark.kind))
        .filter_map(|remark| Some((remark, row_of(report, report.form.cell(remark.cell.as_deref()?)?)?)))
        .collect();
    for block in blocks {
        let explained = block.repairs.iter().filter(|repair| is_of_reading(repair.kind)).find_map(|repair| {
            let rows: Vec<(usize, usize)> =
                repair.cells.iter().filter_map(|change| row_of(report, change.cell)).collect();
            let doubt = doubts.iter().find(|(_, row)| rows.contains(row))?;
            Some((repair, doubt.0))
        });
        let Some((repair, remark)) = explained else { continue };
        found.extend(misreading(report, block, repair, remark, profile));
    }
    found
}

fn misreading(report: &Lean, block: &Block, repair: &Repair, remark: &Remark, profile: &Profile) -> Option<Misreading> {
    let mut found = Collector::new(&report.head, profile);
    let say = Say::default().with("count", repair.equations).doubt(remark);
    found.say(id::EXT_02, "slip", block.name, say.cells(repair.cells.iter().map(|change| change.cell)));
    let finding = found.outcome.findings.pop()?;
    Some(Misreading { finding, settles: repair.settles.clone() })
}

/// Table and row of a cell.
fn row_of(report: &Lean, cell: Cell) -> Option<(usize, usize)> {
    report.form.spec(cell).map(|spec| (spec.table, spec.row))
}

/// Slips that reading makes: columns and rows displaced, digits split or joined, a row read twice or not at all.
fn is_of_reading(kind: RepairKind) -> bool {
    matches!(
        kind,
        RepairKind::RowShifted
            | RepairKind::BlockShifted
            | RepairKind::WrongColumn
            | RepairKind::ColumnsSwapped
            | RepairKind::RowsExchanged
            | RepairKind::RowDuplicated
            | RepairKind::RowEmpty
            | RepairKind::DigitAdded
            | RepairKind::DigitOmitted
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{remark, report};
    use crate::check::localise::{KnownCells, localise};
    use crate::check::{Profile, check};
    use crate::report::Value;

    #[test]
    fn a_shifted_row_is_a_slip_of_reading_only_where_reading_had_a_doubt() {
        let mut lean = report().lean;
        for (id, value) in [
            ("requests/new/natural", 12),
            ("requests/new/business", 3),
            ("requests/new/total", 15),
            // The row of those handled stands one column too far to the right.
            ("requests/granted/business", 12),
            ("requests/granted/research", 3),
            ("requests/granted/total", 15),
            ("requests/handled/natural", 12),
            ("requests/handled/business", 3),
            ("requests/handled/total", 15),
        ] {
            lean.cells.set(lean.form.cell(id).unwrap(), Value::int(value));
        }
        let outcome = check(&lean, Profile::standard());
        let blocks = localise(&lean, &outcome, &KnownCells::default());
        let doubt = remark("chosen-values", "requests/granted/natural", "按勾稽关系选取");
        let found = misreadings(&lean, std::slice::from_ref(&doubt), &blocks, Profile::standard());
        assert_eq!(found.len(), 1, "{blocks:?}");
        assert_eq!(&*found[0].finding.rule.id, "EXT-02");
        assert!(!found[0].settles.is_empty());
        assert!(misreadings(&lean, &[], &blocks, Profile::standard()).is_empty());
        let elsewhere = remark("chosen-values", "requests/partial/natural", "按勾稽关系选取");
        assert!(misreadings(&lean, &[elsewhere], &blocks, Profile::standard()).is_empty());
    }
}
