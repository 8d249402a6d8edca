//! What comes after a review act: the next finding, the next report, and the same act again.

use crate::check::Finding;
use crate::journal::Target;
use crate::tui::acts;
use crate::tui::model::{Deed, ItemId, Model, Open, Tone};
use crate::tui::msg::Effect;
use crate::tui::overlay::due::DueOf;
use crate::tui::why_not::{Able, writable};

use super::{begun, due, jump, navigate, review};

/// To the next finding of this report on which nothing was decided, `decided` just now included. Where there is none,
/// the next report that has one is offered.
pub(super) fn advance(model: &mut Model, decided: &dyn Fn(&Finding) -> bool) {
    let Some(opened) = model.opened() else { return };
    let form = opened.form;
    let current = opened.open.findings.cursor;
    let next = undecided(model, opened.open, current, &|finding| !decided(finding));
    let Some(next) = next else { return offer(model) };
    let Some(open) = model.open.as_mut() else { return };
    if next == current {
        return;
    }
    open.findings.cursor = next;
    open.preview = None;
    if open.table().is_some() {
        open.show_finding(form);
    }
}

/// The first finding from `from` on, around the end, on which nothing was decided.
fn undecided(model: &Model, open: &Open, from: usize, fits: &dyn Fn(&Finding) -> bool) -> Option<usize> {
    let review = model.library.sheet(open.item).and_then(|sheet| model.review_of(&sheet.lean));
    let findings = &open.outcome.findings;
    let is_open = |index: &usize| {
        findings.get(*index).is_some_and(|finding| {
            fits(finding) && review.is_none_or(|review| review.verdict(&finding.fingerprint.to_string()).is_none())
        })
    };
    (from..findings.len()).chain(0..from.min(findings.len())).find(is_open)
}

/// Every finding of the open report is decided on: says so once it is on disk, and what comes next.
fn offer(model: &mut Model) {
    let count = |model: &Model, item: ItemId| {
        let decided = model.marks.get(item).unwrap_or_default().decided;
        model.library.sheet(item).map_or(0, |sheet| sheet.counts.total().saturating_sub(decided))
    };
    let here = model.open.as_ref().map(|open| open.item);
    let fits = |model: &Model, item: ItemId| Some(item) != here && count(model, item) > 0;
    let next = jump::next_report(model, jump::Direction::Forward, false, &fits).map(|(item, _)| item);
    let act = &model.words().act;
    let rest = match next.and_then(|item| Some((model.library.sheet(item)?, count(model, item)))) {
        Some((sheet, count)) => act.next_undecided(sheet.lean.head.name(), count),
        None => act.nothing_undecided().to_owned(),
    };
    model.work.then = Some(format!("{}{rest}", act.all_decided()));
    model.work.offered = next;
}

/// Goes to the report that was offered, to its first finding on which nothing was decided: of the rules that the list
/// is narrowed to, where it has one.
pub(super) fn take_up(model: &mut Model, item: ItemId) -> Vec<Effect> {
    let effects = navigate::open(model, item);
    let Some(opened) = model.opened() else { return effects };
    let (form, wanted) = (opened.form, model.list.wanted.clone());
    let first = undecided(model, opened.open, 0, &|finding| wanted.fits(finding.rule, finding.severity));
    let first = first.or_else(|| undecided(model, opened.open, 0, &|_| true));
    // One about the texts comes a moment later; the list of findings shows it then.
    if let (Some(open), Some(first)) = (model.open.as_mut(), first) {
        open.findings.cursor = first;
        open.show_finding(form);
    }
    effects
}

/// Can the last act be done again here?
pub(crate) fn can(model: &Model) -> Able {
    match &model.work.last {
        None => Err(model.words().act.nothing_to_repeat()),
        // Only a report has findings that could be decided on.
        Some(Deed::Verdict(_)) if model.open.is_none() => Err(model.words().desk.no_finding_here()),
        Some(Deed::Verdict(_)) => review::can_decide(model),
        Some(Deed::Note(_)) => writable(model),
        Some(Deed::Status(..)) => review::can_close(model),
    }
}

/// Does the last act again on what is under the cursor.
pub(crate) fn repeat(model: &mut Model) -> Vec<Effect> {
    let Some(last) = model.work.last.clone() else { return Vec::new() };
    let item = model.current_item();
    let text = model.words().act.repeated(acts::deed_text(model.words(), &last));
    let effects = match last {
        Deed::Verdict(verdict) => {
            match model.open.as_ref().and_then(Open::finding).map(|finding| finding.fingerprint) {
                Some(fingerprint) => {
                    let begun = begun::begin(model, item, review::target_of(fingerprint));
                    review::write_verdict(model, begun, fingerprint, verdict)
                }
                None => Vec::new(),
            }
        }
        Deed::Note(note) => {
            let begun = begun::begin(model, item, review::target(model));
            review::write_note(model, begun, note)
        }
        Deed::Status(status, date) => match begun::begin(model, item, Target::Report) {
            // A date that is over by now is asked for anew.
            Some(begun) if date.zip(model.marks.today).is_some_and(|(date, today)| date < today) => {
                due::ask(model, DueOf::One(Box::new(begun)));
                Vec::new()
            }
            Some(begun) => review::set_status(model, Some(begun), status, date),
            None => Vec::new(),
        },
    };
    if !effects.is_empty() {
        let then = model.work.then.take().map(|then| format!("  {then}")).unwrap_or_default();
        model.say(Tone::Plain, text.clone());
        model.work.then = Some(format!("{text}{then}"));
    }
    effects
}
