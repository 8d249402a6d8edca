//! Findings for people: report by report, worst first, and a last line that says how many were looked at.

use std::io::{self, Write};

use crate::check::localise;
use crate::check::{self, Finding, FindingCounts, Need, Severity, Unchecked, WhyUnchecked};
use crate::report::SafeText;
use crate::words::Lang;

use super::{Checked, Totals, UnreadFile};

/// Writes a report that has findings, doubts or gaps.
pub(super) fn write_report(out: &mut dyn Write, report: &Checked, lang: Lang) -> io::Result<()> {
    let words = &lang.words().output;
    let Checked { id, lean, remarks, outcome, localisation, .. } = report;
    let (_, unchecked) = parted(&outcome.unchecked);
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

/// What was not checked for want of an input that nobody has given, which is so of every report, and the rest.
fn parted(unchecked: &[Unchecked]) -> (Vec<Unchecked>, Vec<Unchecked>) {
    let is_given = |entry: &Unchecked| {
        !matches!(entry.reason, WhyUnchecked::Needs(Need::Register | Need::PublishedPage | Need::Frozen))
    };
    unchecked.iter().cloned().partition(|entry| !is_given(entry))
}

/// Said once, at the end: it is so of all reports.
pub(super) fn not_given(report: &Checked, lang: Lang) -> Vec<String> {
    let (not_given, _) = parted(&report.outcome.unchecked);
    check::gaps_by_reason(report.lean.form, &not_given, lang)
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

/// Writes the last lines: what could not be read, what nobody has given, how much was found.
pub(super) fn write_totals(out: &mut dyn Write, totals: &Totals, not_given: &[String], lang: Lang) -> io::Result<()> {
    let words = &lang.words().output;
    let Totals { counts: FindingCounts { error, warning, info }, reports, troubled, gaps, aside, unread } = *totals;
    if unread > 0 {
        writeln!(out)?;
        writeln!(out, "{}", words.unread_total(unread))?;
    }
    for gap in not_given {
        writeln!(out, "{gap}")?;
    }
    if aside > 0 {
        writeln!(out, "{}", words.hints_aside(aside))?;
    }
    writeln!(out, "{}", words.totals(reports, troubled, error, warning, info, gaps))
}
