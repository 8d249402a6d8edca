//! What comes after a decision: the next finding, and the next report.

use crate::check::Finding;
use crate::journal::{Decision, Status};
use crate::tui::model::{ItemId, Model, Open};
use crate::tui::msg::Effect;
use crate::tui::screen::opening;
use crate::tui::screen::walk::{Direction, next_report};
use crate::words::CommandId;

/// To the next finding of this report on which nothing was decided, `decided` just now included. Where there is none,
/// the next report that has one is offered.
pub(crate) fn advance(model: &mut Model, decision: Decision, decided: &dyn Fn(&Finding) -> bool) {
    let Some(opened) = model.opened() else { return };
    let form = opened.form;
    let current = opened.open.findings.window.cursor;
    let next = undecided(model, opened.open, current, &|finding| !decided(finding));
    let Some(next) = next else {
        let to_correct = to_correct(model, decision, decided);
        return offer(model, to_correct);
    };
    let Some(open) = model.open.as_mut() else { return };
    if next == current {
        return;
    }
    open.findings.window.cursor = next;
    open.findings.preview = None;
    if open.table().is_some() {
        open.show_finding(form);
    }
}

/// The first finding from `from` on, around the end, on which nothing was decided.
fn undecided(model: &Model, open: &Open, from: usize, fits: &dyn Fn(&Finding) -> bool) -> Option<usize> {
    let review = model.review_of(open.item);
    let findings = &open.outcome.findings;
    let is_open = |index: &usize| {
        findings.get(*index).is_some_and(|finding| {
            fits(finding) && review.is_none_or(|review| review.verdict(&finding.fingerprint.to_string()).is_none())
        })
    };
    (from..findings.len()).chain(0..from.min(findings.len())).find(is_open)
}

/// How many findings of the open report must be corrected, `decided` just now included; none where the agency has it back.
fn to_correct(model: &Model, decision: Decision, decided: &dyn Fn(&Finding) -> bool) -> usize {
    let Some(opened) = model.opened() else { return 0 };
    let mark = model.journal.marks.get(opened.open.item).unwrap_or_default();
    if mark.status == Status::Returned {
        return 0;
    }
    let review = model.review_of(opened.open.item);
    let standing = |finding: &Finding| Some(review?.verdict(&finding.fingerprint.to_string())?.decision);
    let now = |finding: &Finding| if decided(finding) { Some(decision) } else { standing(finding) };
    opened.open.all_findings().filter(|finding| now(finding) == Some(Decision::Return)).count()
}

/// Every finding of the open report is decided on: says so once it is on disk, and what comes next. That some must be
/// corrected sends nothing back by itself.
fn offer(model: &mut Model, to_correct: usize) {
    let count = |model: &Model, item: ItemId| {
        let decided = model.journal.marks.get(item).unwrap_or_default().decided;
        model.library.sheet(item).map_or(0, |sheet| sheet.counts.to_decide().saturating_sub(decided))
    };
    let here = model.open.as_ref().map(|open| open.item);
    let fits = |model: &Model, item: ItemId| Some(item) != here && count(model, item) > 0;
    let next = next_report(model, Direction::Forward, false, &fits).map(|(item, _)| item);
    let act = &model.words().act;
    let rest = match next.and_then(|item| Some((model.library.sheet(item)?, count(model, item)))) {
        Some((sheet, count)) => act.next_undecided(sheet.lean.head.name(), count),
        None => act.nothing_undecided().to_owned(),
    };
    let done = match to_correct {
        0 => act.all_decided().to_owned(),
        count => act.all_decided_unreturned(count, model.key_text(CommandId::Return)),
    };
    model.work.then = Some(format!("{done}{rest}"));
    model.work.offered = next;
}

/// Goes to the report that was offered, to its first finding on which nothing was decided: of the rules that the list
/// is narrowed to, where it has one.
pub(crate) fn take_up(model: &mut Model, item: ItemId) -> Vec<Effect> {
    let effects = opening::open(model, item);
    let Some(opened) = model.opened() else { return effects };
    let (form, wanted) = (opened.form, model.list.wanted.clone());
    let first = undecided(model, opened.open, 0, &|finding| wanted.fits(finding.rule, finding.severity));
    let first = first.or_else(|| undecided(model, opened.open, 0, &|_| true));
    // One about the texts comes a moment later; the list of findings shows it then.
    if let (Some(open), Some(first)) = (model.open.as_mut(), first) {
        open.findings.window.cursor = first;
        open.show_finding(form);
    }
    effects
}
