//! What is about our reading and never sent to the agency (EXT).

use crate::check::facts::Facts;
use crate::check::facts::unread::{section_not_read, table_not_read};
use crate::check::finding::collect::{Collector, Say};
use crate::check::rule::id;
use crate::form::Cell;
use crate::report::bounds::REMARKS;
use crate::report::{Remark, Report};

/// Applies these rules to one report.
pub(in crate::check) fn check(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, prose) = (facts.report(), facts.prose());
    doubtful(report, found);
    rows(facts, found);
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
fn rows(facts: &Facts<'_>, found: &mut Collector<'_>) {
    let (report, unread) = (facts.report(), facts.unread());
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

#[cfg(test)]
mod tests {

    use crate::check::fixture::{remark, report, said};

    #[test]
    fn doubts_of_one_kind_are_one_finding_for_a_table() {
        let mut report = report();
        report.narrative.remarks = vec![
            remark("extra-value", "requests/granted/natural", "多一个数"),
            remark("extra-value", "requests/partial/natural", "多一个数"),
            remark("altered-label", "requests/partial/natural", "标签有改动"),
        ];
        assert_eq!(said(&report, "EXT-01"), ["doubtful"]);
        let outcome = crate::check::fixture::outcome(&report);
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
        let text = format!("{}\n五、存在的主要问题及改进情况\n解读不够。", crate::check::fixture::SITUATION);
        report.narrative.sections[0].text = text.as_str().into();
        report.narrative.sections[0].text = crate::report::SafeText::lines(&text);
        assert_eq!(said(&report, "EXT-03"), ["section"]);
        assert_eq!(said(&report, "SEC-01"), [""; 0]);
    }
}
