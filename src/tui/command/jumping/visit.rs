//! A look at the other report that a finding speaks of, and back to the finding.

use crate::check::Evidence;
use crate::tui::model::{ItemId, Model, Open, Screen, Tone, Visit, VisitFrom};
use crate::tui::msg::Effect;
use crate::tui::screen::opening;

/// The report that the current finding speaks of besides its own, if it is there.
pub(crate) fn other(model: &Model) -> Option<(ItemId, &Evidence)> {
    let finding = model.open.as_ref()?.finding()?;
    let there = finding.evidence().iter().find(|passage| passage.report.is_some())?;
    let item = model.library.find(there.report.as_ref()?)?;
    model.library.sheet(item).map(|_| (item, there))
}

/// Opens that report at its passage.
pub(crate) fn go(model: &mut Model) -> Vec<Effect> {
    let Some((item, first)) = other(model).map(|(item, first)| (item, first.clone())) else { return Vec::new() };
    let Some((open, finding)) = model.open.as_ref().and_then(|open| Some((open, open.finding()?))) else {
        return Vec::new();
    };
    let passages = finding.evidence().iter().filter(|passage| passage.report == first.report).cloned().collect();
    let at = VisitFrom::Finding(finding.fingerprint);
    let visit = Visit { from: open.item, at, screen: open.screen, passages };
    let from = model.opened().map(|opened| opened.lean.head.name()).unwrap_or_default();
    let effects = opening::open(model, item);
    if let Some(open) = model.open.as_mut() {
        open.visit = Some(visit);
        open.screen = Screen::Text;
        open.text.passage = Some((first.section, first.start));
    }
    model.say(Tone::Plain, model.words().desk.visiting(&from));
    effects
}

/// Does one level out of the report lead back to where the visit began?
pub(in crate::tui::command) fn ends_here(open: &Open) -> bool {
    match open.visit.as_ref().map(|visit| visit.at) {
        None => false,
        Some(VisitFrom::Finding(_)) => matches!(open.screen, Screen::Findings | Screen::Text),
        Some(VisitFrom::Year(..)) => open.back.is_none(),
    }
}

/// Back to where the visit began.
pub(in crate::tui::command) fn back(model: &mut Model) -> Vec<Effect> {
    let Some(visit) = model.open.as_mut().and_then(|open| open.visit.take()) else { return Vec::new() };
    let effects = opening::open(model, visit.from);
    let Some(form) = model.opened().map(|opened| opened.form) else { return effects };
    let Some(open) = model.open.as_mut() else { return effects };
    let wanted = match visit.at {
        VisitFrom::Finding(fingerprint) => fingerprint,
        VisitFrom::Year(row, year) => {
            open.screen = visit.screen;
            (open.years.row, open.years.year) = (row, Some(year));
            return effects;
        }
    };
    if open.put_on(wanted) && visit.screen == Screen::Text {
        open.show_finding(form);
    }
    effects
}
