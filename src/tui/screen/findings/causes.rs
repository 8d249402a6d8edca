//! Causes and findings: what one wrong cell has broken stands together, the cause first and its equations below.

use crate::check::localise::{Block, Repair};
use crate::tui::model::Open;

use super::grouping::cause_of;

/// One line of the list of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CauseRow {
    /// What explains the findings below it: the position of the block.
    Cause(usize),
    /// A finding, by its position.
    Finding(usize),
}

/// The lines of the list: a cause before the first of its findings.
#[must_use]
pub(crate) fn rows(open: &Open) -> Vec<CauseRow> {
    let mut rows = Vec::new();
    let mut before = None;
    for (index, finding) in open.outcome.findings.iter().enumerate() {
        let cause = cause_of(&open.blocks, finding);
        if let Some(block) = cause.filter(|_| cause != before) {
            rows.push(CauseRow::Cause(block));
        }
        before = cause;
        rows.push(CauseRow::Finding(index));
    }
    rows
}

/// The block of the current finding, explained or not: also one without repairs belongs to its table.
#[must_use]
pub(crate) fn current(open: &Open) -> Option<&Block> {
    let finding = open.finding()?;
    match cause_of(&open.blocks, finding) {
        Some(block) => open.blocks.get(block),
        None => open
            .blocks
            .iter()
            .find(|block| block.repairs.is_empty() && Some(block.table) == finding.table && finding.broken().is_some()),
    }
}

/// The repair that is previewed.
#[must_use]
pub(crate) fn previewed(open: &Open) -> Option<&Repair> {
    current(open)?.repairs.get(open.findings.preview?)
}
