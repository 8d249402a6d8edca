//! Findings for people: report by report, worst first, and a last line that says how many were looked at.

use std::io::{self, Write};

use crate::check::localise;
use crate::check::{self, Finding, FindingCounts, Severity, Unchecked};
use crate::form;
use crate::report::SafeText;
use crate::words::Lang;

use super::{Checked, Totals, UnreadFile};

/// Writes a report that has findings, doubts or gaps.
pub(super) fn write_report(out: &mut dyn Write, report: &Checked, lang: Lang) -> io::Result<()> {
    let words = &lang.words().output;
    let Checked { id, lean, remarks, outcome, localisation, .. } = report;
    let is_its_own = |entry: &&Unchecked| !entry.reason.is_of_all();
    let unchecked: Vec<Unchecked> = outcome.unchecked.iter().filter(is_its_own).cloned().collect();
    if outcome.findings.is_empty() && unchecked.is_empty() && remarks.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", words.report(lean.head.agency.name.name(), lean.head.year, id))?;
    for finding in worst_first(&outcome.findings) {
        let message = check::message(lean.form, finding, &lean.cells, lang);
        writeln!(out, "  {} {} {message}", severity(finding.severity, lang), finding.rule.id)?;
    }
    for block in localisation {
        writeln!(out, "  {} {}", lang.words().localise.repair(), localise::block_text(lean.form, block, lang))?;
    }
    for remark in remarks.iter().filter(|remark| !remark.again) {
        writeln!(out, "  {} {}", words.remark(), remark.text(lang.words()))?;
    }
    for gap in check::gaps_by_reason(lean.form, &unchecked, lang) {
        writeln!(out, "  {gap}")?;
    }
    writeln!(out)
}

/// Writes why a file could not be read.
pub(super) fn write_unread(out: &mut dyn Write, unread: &UnreadFile, why: &SafeText, lang: Lang) -> io::Result<()> {
    writeln!(out, "{}", lang.words().output.unread(&unread.id, why))
}

/// The same order as on the desk.
fn worst_first(findings: &[Finding]) -> Vec<&Finding> {
    let mut sorted: Vec<&Finding> = findings.iter().collect();
    sorted.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    sorted
}

fn severity(severity: Severity, lang: Lang) -> &'static str {
    let words = &lang.words().severity;
    match severity {
        Severity::Error => words.error(),
        Severity::Warning => words.warning(),
        Severity::Info => words.info(),
    }
}

/// Writes the last lines: what could not be read, what was not checked of any report, how much was found.
pub(super) fn write_totals(out: &mut dyn Write, totals: &Totals, of_all: &[Unchecked], lang: Lang) -> io::Result<()> {
    let words = &lang.words().output;
    let Totals { counts: FindingCounts { error, warning, info }, reports, troubled, gaps, aside, unread } = *totals;
    if unread > 0 {
        writeln!(out)?;
        writeln!(out, "{}", words.unread_total(unread))?;
    }
    for gap in check::gaps_by_reason(form::newest(), of_all, lang) {
        writeln!(out, "{gap}")?;
    }
    if aside > 0 {
        writeln!(out, "{}", words.hints_aside(aside))?;
    }
    writeln!(out, "{}", words.totals(reports, troubled, error, warning, info, gaps))
}
