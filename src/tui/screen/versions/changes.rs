//! What changed since the version before: what the tab of versions shows.

use std::collections::BTreeSet;

use crate::check::versions::{self, Version};
use crate::check::{self, Finding, Severity};
use crate::form::{Cell, Form};
use crate::library::asked;
use crate::report::Lean;
use crate::tui::model::{Earlier, ItemId, Model, NarrativeState, Opened, Screen};
use crate::tui::screen::cell::value as words;
use crate::tui::together;
use crate::words::Words;

/// What has something in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    /// Findings that are still there.
    Open,
    /// Findings that were not there before.
    New,
    /// Cells changed though not asked.
    Unasked,
    /// Findings that are gone.
    Fixed,
    /// Cells changed as asked.
    Asked,
}

impl Group {
    #[must_use]
    pub(crate) fn name(self, words: &Words) -> &'static str {
        let act = &words.act;
        match self {
            Self::Open => act.group_open(),
            Self::New => act.group_new(),
            Self::Unasked => act.group_unasked(),
            Self::Fixed => act.group_fixed(),
            Self::Asked => act.group_asked(),
        }
    }
}

/// One line below the name of its group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum VersionLine {
    /// A finding of the open report.
    Present(Finding),
    /// A finding of the version before, with those of its cells that changed.
    Gone(Finding, Vec<Cell>),
    Changed(Cell),
}

/// Everything that changed, what has to be looked at first.
#[must_use]
pub(crate) fn groups(model: &Model) -> Vec<(Group, Vec<VersionLine>)> {
    let Some((opened, earlier)) = both(model) else { return Vec::new() };
    let Some(before) = model.library.sheet(earlier.item).map(|sheet| &*sheet.lean) else { return Vec::new() };
    // Findings of the texts can be compared when both versions have theirs.
    let texts = earlier.texts && matches!(opened.open.narrative, NarrativeState::Ready(_));
    let hints = opened.open.hints.shown();
    let comparable = |findings: &[Finding]| -> Vec<Finding> {
        let is_shown = |finding: &&Finding| hints || finding.severity != Severity::Info;
        findings.iter().filter(is_shown).filter(|finding| texts || finding.passage().is_none()).cloned().collect()
    };
    let (old, new) = (comparable(&earlier.outcome.findings), comparable(&opened.open.outcome.findings));
    let asked = asked(&earlier.outcome, &earlier.blocks, before, model.review_of(opened.open.item));
    let changes = versions::changes(
        Version { report: before, findings: &old },
        Version { report: opened.lean, findings: &new },
        &|cell| asked.contains(&cell),
    );
    let changed: BTreeSet<Cell> = changes.asked.iter().chain(&changes.unasked).copied().collect();
    let gone = |finding: &&Finding| {
        let cells = finding.cells.iter().filter(|cell| changed.contains(cell)).copied().collect();
        VersionLine::Gone((*finding).clone(), cells)
    };
    let present =
        |findings: &[&Finding]| findings.iter().map(|finding| VersionLine::Present((*finding).clone())).collect();
    let cells = |cells: &[Cell]| cells.iter().map(|cell| VersionLine::Changed(*cell)).collect();
    vec![
        (Group::Open, present(&changes.open)),
        (Group::New, present(&changes.new)),
        (Group::Unasked, cells(&changes.unasked)),
        (Group::Fixed, changes.fixed.iter().map(gone).collect()),
        (Group::Asked, cells(&changes.asked)),
    ]
}

fn both(model: &Model) -> Option<(Opened<'_>, &Earlier)> {
    let opened = model.opened()?;
    let earlier = opened.open.versions.earlier.as_ref()?;
    Some((opened, earlier))
}

/// The version before a report: of the same agency and year, with the next lower number.
#[must_use]
pub(crate) fn version_before(model: &Model, lean: &Lean) -> Option<ItemId> {
    model.library.version_before(&lean.head)
}

/// The numbers of the version before and of the open one.
#[must_use]
pub(crate) fn numbers(model: &Model) -> Option<(u32, u32)> {
    let (opened, earlier) = both(model)?;
    Some((model.library.sheet(earlier.item)?.lean.head.version?, opened.lean.head.version?))
}

/// How many lines the cursor can stand on.
#[must_use]
pub(crate) fn len(groups: &[(Group, Vec<VersionLine>)]) -> usize {
    groups.iter().map(|(_, entries)| entries.len()).sum()
}

/// The line under the cursor, while the tab is shown.
#[must_use]
pub(crate) fn current(model: &Model) -> Option<VersionLine> {
    let open = model.open.as_ref().filter(|open| open.screen == Screen::Versions)?;
    groups(model).into_iter().flat_map(|(_, entries)| entries).nth(open.versions.window.cursor)
}

/// A line in words: the finding with what was decided on it, the cell with what stood there and what stands there now.
#[must_use]
pub(crate) fn text(model: &Model, entry: &VersionLine) -> String {
    let Some((opened, earlier)) = both(model) else { return String::new() };
    let Some(before) = model.library.sheet(earlier.item).map(|sheet| &*sheet.lean) else { return String::new() };
    let change = |cell: Cell| change_text(model, opened.form, (before, opened.lean), cell);
    match entry {
        VersionLine::Present(finding) => finding_text(model, finding, opened.lean, ""),
        VersionLine::Gone(finding, cells) => {
            // What was done about it comes first: the line may be cut.
            let changes: String = cells.iter().map(|cell| change(*cell) + "  ").collect();
            finding_text(model, finding, before, &changes)
        }
        VersionLine::Changed(cell) => change(*cell),
    }
}

/// Rule, decision or what is decided differently, what else is to be said, and the finding itself.
fn finding_text(model: &Model, finding: &Finding, lean: &Lean, more: &str) -> String {
    let name = finding.fingerprint.to_string();
    let verdict = together::standing_text(
        model.opened().and_then(|opened| model.review_of(opened.open.item)),
        &name,
        model.words(),
    );
    let verdict = verdict.map(|verdict| format!("({verdict}) ")).unwrap_or_default();
    format!("{} {verdict}{more}{}", finding.rule.id, check::message(lean.form, finding, &lean.cells, model.given.lang))
}

/// `新收·总计 6 > 5`.
fn change_text(model: &Model, form: &Form, (before, now): (&Lean, &Lean), cell: Cell) -> String {
    let value = |lean: &Lean| words::short_value(lean.cells.get(cell), model);
    format!("{} {} > {}", check::cell_name(form, cell, model.given.lang), value(before), value(now))
}

/// Which versions are compared, or why none are.
#[must_use]
pub(crate) fn heading(model: &Model) -> String {
    let act = &model.words().act;
    let Some((before, now)) = numbers(model) else { return act.no_versions().to_owned() };
    let text = act.versions_head(now, before);
    let other_form = both(model).is_some_and(|(opened, earlier)| {
        let before = model.library.sheet(earlier.item);
        before.is_some_and(|before| !versions::comparable(&before.lean, opened.lean))
    });
    if other_form { format!("{text}  {}", act.other_form()) } else { text }
}
