//! What was written about a report whose file has become another one since: where it is, and that it is there.
//!
//! A report whose agency nobody can tell is known by the bytes of its file. When those change it is another report to the
//! journal, without the name and the notes of before: whether it is of the same agency only the reviewer can say.

use std::collections::HashSet;

use crate::journal::{Act, ReportKey, ReportRef, ReportReview};
use crate::report::is_unnamed;
use crate::tui::about;
use crate::tui::model::{ItemId, Model, Tone};
use crate::words::CommandId;

/// The file of an act on a report that is not loaded: what it is by now.
pub(crate) fn file(model: &Model, act: &Act) -> Option<ItemId> {
    let item = model.library.find(&act.report.id)?;
    (!model.library.is_gone(item) && model.library.sheet(item).is_some()).then_some(item)
}

/// A file has become another report before the reviewer's eyes: what was written about the one that it was is told.
pub(crate) fn tell(model: &mut Model, was: &[(ItemId, ReportRef)]) {
    let left: Vec<String> = was.iter().filter_map(|(item, was)| text(model, *item, was)).collect();
    if !left.is_empty() {
        model.say(Tone::Bad, left.join(" "));
    }
}

fn text(model: &Model, item: ItemId, was: &ReportRef) -> Option<String> {
    // What cannot be read just now may be half written; it is listed as such.
    let now = model.reference(item).filter(|now| !now.key().is_file())?;
    let is_there = now.key() == was.key() || !model.library.keyed(&was.region, &was.agency, was.year).is_empty();
    let report = model.journal.review.report(&was.region, &was.agency, was.year).filter(|_| !is_there)?;
    let (was, now) = (about::report_name(model, was), about::report_name(model, &now));
    let what = what(model, &report)?;
    let text = model.words().naming.left_behind(&was, &now, &what);
    let key = model.words().naming.left_at(model.key_text(CommandId::AllNotes));
    Some(if report.counts().notes > 0 { text + &key } else { text })
}

/// What there is of a report in the journal, in words; `None` where all was taken back.
fn what(model: &Model, report: &ReportReview<'_>) -> Option<String> {
    let (words, counts) = (model.words(), report.counts());
    let naming = &words.naming;
    let status = report.status_act().map(|_| naming.left_status(report.status().label(words)));
    let name = report.given_name().map(|_| naming.left_name().to_owned());
    let verdicts = (counts.verdicts > 0).then(|| naming.left_verdicts(counts.verdicts));
    let notes = (counts.notes > 0).then(|| naming.left_notes(counts.notes));
    let parts = [status, name, verdicts, notes];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if !parts.is_empty() {
        return Some(parts.join(words.live.separator()));
    }
    let is_other = report.assignee().is_some() || report.readings().next().is_some();
    is_other.then(|| naming.left_other().to_owned())
}

/// Everything is loaded, and the journal is known: has a file changed since it was written about?
pub(crate) fn tell_all(model: &mut Model) {
    if !model.directory.loading.done || !model.journal.opened {
        return;
    }
    model.library.settle();
    let mut left: HashSet<ReportKey> = HashSet::new();
    for (act, is_effective) in model.journal.review.acts() {
        let report = &act.report;
        if is_effective && is_unnamed(&report.agency) && is_left(model, act) {
            left.insert(report.key());
        }
    }
    if !left.is_empty() {
        let (notes, name) = (model.key_text(CommandId::AllNotes), model.key_text(CommandId::Name));
        let text = model.words().naming.all_left_behind(left.len(), notes, name);
        model.say_after(Tone::Bad, text);
    }
}

/// Was it written about a report that nobody could name, whose file is another such one by now?
fn is_left(model: &Model, act: &Act) -> bool {
    let report = &act.report;
    let now = file(model, act).and_then(|item| model.reference(item));
    now.is_some_and(|now| is_unnamed(&now.agency) && now.year == report.year && now.key() != report.key())
        && model.library.keyed(&report.region, &report.agency, report.year).is_empty()
}
