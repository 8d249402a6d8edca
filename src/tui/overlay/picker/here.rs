//! Who else is here, and the report that they look at.

use crate::journal::{Presence, ReportRef};
use crate::tui::model::{ItemId, Model, Tone};
use crate::tui::msg::Effect;
use crate::tui::screen::opening;
use crate::tui::{about, together};

use super::{Pick, PickLine, show};

/// Opens the list of those who are here.
pub(crate) fn open(model: &mut Model) {
    let others = model.journal.here.clone();
    let lines = lines(model, &others);
    show(model, Pick::Here(others), lines);
}

pub(crate) fn lines(model: &Model, others: &[Presence]) -> Vec<PickLine> {
    let words = &model.words().together;
    let line = |other: &Presence| {
        let place = match &other.report {
            Some(report) => about::report_name(model, report),
            None => words.on_list().to_owned(),
        };
        PickLine::new(format!("{}  {place}", other.by)).right(words.here_since(together::time(other)))
    };
    others.iter().map(line).collect()
}

/// Opens the report that somebody looks at.
pub(crate) fn go_to(model: &mut Model, other: Option<&Presence>) -> Vec<Effect> {
    let report = other.and_then(|other| other.report.as_ref());
    let item = report.and_then(|report| item_of(model, report));
    match item.filter(|&item| model.library.sheet(item).is_some()) {
        Some(item) => opening::open(model, item),
        None => {
            if report.is_some() {
                model.say(Tone::Bad, model.words().together.not_loaded());
            }
            Vec::new()
        }
    }
}

/// The same file if it is here, else a report of the same agency and year.
fn item_of(model: &Model, report: &ReportRef) -> Option<ItemId> {
    let is_same = |item: &ItemId| {
        let head = model.library.sheet(*item).map(|sheet| &sheet.lean.head);
        head.is_some_and(|head| head.agency.key().name == report.agency && head.year == report.year)
    };
    let by_id = model.library.find(&report.id).filter(is_same);
    by_id.or_else(|| model.library.keyed(&report.region, &report.agency, report.year).first().copied())
}
