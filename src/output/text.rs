//! Findings for people: report by report, worst first, and a last line that says how many were looked at.

use std::io::{self, Write};

use crate::check::localise;
use crate::check::{self, Finding, FindingCounts, Need, Severity, Unchecked, WhyUnchecked};
use crate::words::Lang;

use super::{Checked, Listing};

/// Writes the reports that have findings, doubts or gaps, the files that could not be read, then the totals.
pub(super) fn write(out: &mut dyn Write, listing: &Listing<'_>) -> io::Result<()> {
    let words = &listing.lang.words().output;
    for report in listing.reports {
        write_report(out, report, listing.lang)?;
    }
    for unread in listing.unread {
        writeln!(out, "{}", words.unread(&unread.id, listing.why(unread)))?;
    }
    if !listing.unread.is_empty() {
        writeln!(out)?;
    }
    if !listing.unread.is_empty() {
        writeln!(out, "{}", words.unread_total(listing.unread.len()))?;
    }
    write_not_given(out, listing.reports, listing.lang)?;
    write_totals(out, listing.reports, listing.lang)
}

fn write_report(out: &mut dyn Write, report: &Checked, lang: Lang) -> io::Result<()> {
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

/// Said once: it is so of all reports.
fn write_not_given(out: &mut dyn Write, reports: &[Checked], lang: Lang) -> io::Result<()> {
    let Some(report) = reports.iter().find(|report| report.is_there()) else { return Ok(()) };
    let (not_given, _) = parted(&report.outcome.unchecked);
    for gap in check::gaps_by_reason(report.lean.form, &not_given, lang) {
        writeln!(out, "{gap}")?;
    }
    Ok(())
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

fn write_totals(out: &mut dyn Write, reports: &[Checked], lang: Lang) -> io::Result<()> {
    let mut total = FindingCounts::default();
    let mut troubled = 0;
    let mut gaps = 0;
    let mut aside = 0;
    for report in reports {
        let counts = report.counts();
        aside += report.hints_aside;
        total.error += counts.error;
        total.warning += counts.warning;
        total.info += counts.info;
        troubled += usize::from(counts.error > 0);
        gaps += report.outcome.unchecked.len();
    }
    let words = &lang.words().output;
    let there = reports.iter().filter(|report| report.is_there()).count();
    if aside > 0 {
        writeln!(out, "{}", words.hints_aside(aside))?;
    }
    writeln!(out, "{}", words.totals(there, troubled, total.error, total.warning, total.info, gaps))
}
