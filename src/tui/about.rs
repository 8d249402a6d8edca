//! What an act is about, by name rather than by id: the report, and what in it.

use crate::check::{self, Rule};
use crate::form;
use crate::journal::{Act, ReportRef, Target, describe_target};

use super::model::{ItemId, Model};
use crate::words::Lang;

/// A report that an act or another desk speaks of, by the name that it has now, or had last.
#[must_use]
pub(crate) fn report_name(model: &Model, report: &ReportRef) -> String {
    let item = model.library.keyed(&report.region, &report.agency, report.year).first().copied();
    let name = item.and_then(|item| Some(model.library.sheet(item)?.lean.head.name()));
    name.unwrap_or_else(|| {
        let given = model.journal.review.report(&report.region, &report.agency, report.year);
        let given = given.and_then(|given| given.given_name());
        match given {
            Some(given) => format!("{given} {}", report.year),
            None => report.name(),
        }
    })
}

/// What a note or another act is on, by its name rather than its id.
#[must_use]
pub(crate) fn target_name(model: &Model, item: Option<ItemId>, target: &Target) -> String {
    let sheet = item.and_then(|item| model.library.sheet(item));
    let name = match target {
        // Of a report that is not there the newest form is as good as any.
        Target::Cell(id) => {
            let form = sheet.map_or_else(form::newest, |sheet| sheet.lean.form);
            form.cell(id).map(|cell| check::cell_name(form, cell, model.given.lang))
        }
        Target::Finding(name) => sheet.and_then(|sheet| {
            let finding = sheet.findings.iter().find(|finding| finding.fingerprint.to_string() == **name)?;
            Some(rule_name(model, finding.rule))
        }),
        Target::Report | Target::Section(_) => None,
    };
    name.unwrap_or_else(|| describe_target(target, model.words()))
}

/// Was the agency, which has not reported, written to? The note that a reminder leaves says so, in either language.
#[must_use]
pub(crate) fn is_reminded(model: &Model, item: ItemId) -> bool {
    let says_so = |act: &Act| {
        [Lang::Zh, Lang::En].iter().any(|lang| *act.text == lang.words().desk.reminder_written(act.at.date()))
    };
    model.review_of(item).is_some_and(|review| review.notes().any(|note| says_so(note.latest())))
}

/// A rule by its number and its name.
#[must_use]
pub(crate) fn rule_name(model: &Model, rule: &Rule) -> String {
    format!("{} {}", rule.id, rule.name(model.given.lang))
}

/// The report that an act speaks of: the same file if it is there.
#[must_use]
pub(crate) fn item_of(model: &Model, act: &Act) -> Option<ItemId> {
    let report = &act.report;
    let is_file = |item: &ItemId| model.library.get(*item).is_some_and(|item| item.id == report.id);
    let mut items = model.library.keyed(&report.region, &report.agency, report.year).into_iter();
    let first = items.next()?;
    Some(if is_file(&first) { first } else { items.find(is_file).unwrap_or(first) })
}
