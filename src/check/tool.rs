//! What is about our reading and never sent to the agency (EXT).

use crate::check::rule::id;
use crate::form::Cell;
use crate::report::bounds::REMARKS;
use crate::report::{Lean, Remark, Report};

use super::collect::{Collector, Say};
use super::finding::{Finding, Fingerprint};
use super::localise::{Block, Kind, Reading};
use super::profile::Profile;
use super::prose::Prose;
use super::unread::{Unread, section_not_read, table_not_read};

/// Applies these rules to one report.
pub(super) fn check(report: &Report, prose: &Prose<'_>, found: &mut Collector<'_>) {
    doubtful(report, found);
    rows(report, found);
    if report.narrative.sections.is_empty() {
        return;
    }
    let form = report.lean.form;
    for official in &form.sections {
        let here = report.narrative.sections.iter().any(|section| section.number == official.number);
        let table = form.tables.iter().position(|table| table.section == official.number);
        let has_table = table.is_some_and(|table| report.lean.cells.any_present(form.cells_of(table)));
        let place = official.number.to_string();
        if here && !has_table && table.is_some_and(|table| table_not_read(report, prose, table, found.profile)) {
            let name = table.and_then(|table| form.tables.get(table)).map_or("", |table| &table.label.zh);
            found.say(id::EXT_03, "table", &place, Say::default().with("table", name));
        } else if !here && !has_table && section_not_read(prose, official) {
            let name = format!("{}、{}", official.numeral, official.label.zh);
            found.say(id::EXT_03, "section", &place, Say::default().with("section", name));
        }
    }
}

/// EXT-03: rows that were not found, where more of their table was not understood.
fn rows(report: &Report, found: &mut Collector<'_>) {
    let unread = Unread::of(report);
    let lost = report.narrative.remarks.iter().filter(|remark| !remark.again && &*remark.kind == "row-not-found");
    for remark in lost.take(REMARKS) {
        let Some(cell) = remark.cell.as_deref().and_then(|id| report.lean.form.cell(id)) else { continue };
        if unread.may_hold_row_of(cell) {
            found.say(id::EXT_03, "row", report.lean.form.id(cell), Say::default().doubt(remark).cells([cell]));
        }
    }
}

/// EXT-01: one finding for each kind of doubt and table.
fn doubtful(report: &Report, found: &mut Collector<'_>) {
    let form = report.lean.form;
    let kinds = found.profile.words(id::EXT_01, "kinds");
    let mut groups: Vec<(&str, &str, Vec<Cell>, usize, &Remark)> = Vec::new();
    for remark in
        report.narrative.remarks.iter().take(REMARKS).filter(|remark| kinds.iter().any(|kind| **kind == *remark.kind))
    {
        let cell = remark.cell.as_deref().and_then(|id| form.cell(id));
        let spec = cell.and_then(|cell| form.spec(cell));
        let table = spec.and_then(|spec| form.tables.get(spec.table));
        let row = spec.zip(table).map(|(spec, table)| table.cells_in_row(spec.row).collect::<Vec<_>>());
        let id = table.map_or("", |table| &*table.id);
        match groups.iter_mut().find(|(kind, known, ..)| *kind == &*remark.kind && *known == id) {
            Some((_, _, cells, count, _)) => {
                *count += usize::from(!remark.again);
                cells.extend(row.unwrap_or_default());
            }
            None => groups.push((&remark.kind, id, row.unwrap_or_default(), 1, remark)),
        }
    }
    for (kind, table, mut cells, count, first) in groups {
        cells.sort_unstable();
        cells.dedup();
        let say = Say::default().with("count", count).doubt(first).cells(cells);
        found.say(id::EXT_01, "doubtful", &format!("{kind}/{table}"), say);
    }
}

/// A reading that supposes an error of reading, not of the agency (EXT-02).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The finding about our reading.
    pub finding: Finding,
    /// The findings that it explains: to be shown with the source, and not sent.
    pub settles: Vec<Fingerprint>,
}

/// Looks for broken relations that are settled by a slip which reading makes, in rows of which reading left a doubt.
/// `blocks` is what [`super::localise::localise`] gave for the same report.
#[must_use]
pub fn slips(report: &Lean, remarks: &[Remark], blocks: &[Block], profile: &Profile) -> Vec<Slip> {
    let mut slips = Vec::new();
    let kinds = profile.words(id::EXT_02, "kinds");
    let doubts: Vec<(&Remark, (usize, usize))> = remarks
        .iter()
        .take(REMARKS)
        .filter(|remark| kinds.iter().any(|kind| **kind == *remark.kind))
        .filter_map(|remark| Some((remark, row_of(report, report.form.cell(remark.cell.as_deref()?)?)?)))
        .collect();
    for block in blocks {
        let explained = block.readings.iter().filter(|reading| is_of_reading(reading.kind)).find_map(|reading| {
            let rows: Vec<(usize, usize)> =
                reading.cells.iter().filter_map(|change| row_of(report, change.cell)).collect();
            let doubt = doubts.iter().find(|(_, row)| rows.contains(row))?;
            Some((reading, doubt.0))
        });
        let Some((reading, remark)) = explained else { continue };
        slips.extend(slip(report, block, reading, remark, profile));
    }
    slips
}

fn slip(report: &Lean, block: &Block, reading: &Reading, remark: &Remark, profile: &Profile) -> Option<Slip> {
    let mut found = Collector::new(&report.head, profile);
    let say = Say::default().with("count", reading.equations).doubt(remark);
    found.say(id::EXT_02, "slip", block.name, say.cells(reading.cells.iter().map(|change| change.cell)));
    let finding = found.outcome.findings.pop()?;
    Some(Slip { finding, settles: reading.settles.clone() })
}

/// Table and row of a cell.
fn row_of(report: &Lean, cell: Cell) -> Option<(usize, usize)> {
    report.form.spec(cell).map(|spec| (spec.table, spec.row))
}

/// Slips that reading makes: columns and rows displaced, digits split or joined, a row read twice or not at all.
fn is_of_reading(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::RowShifted
            | Kind::BlockShifted
            | Kind::WrongColumn
            | Kind::ColumnsSwapped
            | Kind::RowsExchanged
            | Kind::RowDuplicated
            | Kind::RowEmpty
            | Kind::DigitAdded
            | Kind::DigitOmitted
    )
}

#[cfg(test)]
mod tests {
    use super::super::fixture::{remark, report, said};
    use super::super::localise::{Facts, localise};
    use super::super::{Profile, check};
    use super::*;
    use crate::report::Value;

    #[test]
    fn doubts_of_one_kind_are_one_finding_for_a_table() {
        let mut report = report();
        report.narrative.remarks = vec![
            remark("extra-value", "requests/granted/natural", "多一个数"),
            remark("extra-value", "requests/partial/natural", "多一个数"),
            remark("altered-label", "requests/partial/natural", "标签有改动"),
        ];
        assert_eq!(said(&report, "EXT-01"), ["doubtful"]);
        let outcome = super::super::fixture::outcome(&report);
        let finding = outcome.findings.iter().find(|finding| &*finding.rule.id == "EXT-01").unwrap();
        assert_eq!(finding.cells.len(), 14);
        report.narrative.remarks.drain(..2);
        assert_eq!(said(&report, "EXT-01"), [""; 0], "a label that is worded otherwise is no doubt about values");
    }

    #[test]
    fn a_section_whose_heading_stands_elsewhere_was_not_read() {
        let mut report = report();
        report.narrative.sections.remove(4);
        assert_eq!(said(&report, "EXT-03"), [""; 0]);
        let text = format!("{}\n五、存在的主要问题及改进情况\n解读不够。", super::super::fixture::SITUATION);
        report.narrative.sections[0].text = text.as_str().into();
        report.narrative.sections[0].text = crate::report::SafeText::lines(&text);
        assert_eq!(said(&report, "EXT-03"), ["section"]);
        assert_eq!(said(&report, "SEC-01"), [""; 0]);
    }

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
        let blocks = localise(&lean, &outcome, &Facts::default());
        let doubt = remark("chosen-values", "requests/granted/natural", "按勾稽关系选取");
        let found = slips(&lean, std::slice::from_ref(&doubt), &blocks, Profile::standard());
        assert_eq!(found.len(), 1, "{blocks:?}");
        assert_eq!(&*found[0].finding.rule.id, "EXT-02");
        assert!(!found[0].settles.is_empty());
        assert!(slips(&lean, &[], &blocks, Profile::standard()).is_empty());
        let elsewhere = remark("chosen-values", "requests/partial/natural", "按勾稽关系选取");
        assert!(slips(&lean, &[elsewhere], &blocks, Profile::standard()).is_empty());
    }
}
