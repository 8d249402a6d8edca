//! The status of a report: returned or accepted.

use crate::journal::{Status, Target};
use crate::tui::act::{self, begun};
use crate::tui::model::{ItemId, Model, Overlay, Tone};
use crate::tui::msg::Effect;
use crate::tui::overlay::bulk::{self, BulkDeed};
use crate::tui::overlay::due::{self, DueOf};
use crate::tui::overlay::out;
use crate::tui::overlay::question::{Answer, Question};
use crate::tui::why_not::{Able, saved, writable};

/// Can the status of a report be set? That of now must be known.
pub(super) fn can_close(model: &Model) -> Able {
    writable(model)?;
    saved(model)
}

/// Returns the report, or all that are marked; an agency that has not reported is reminded.
pub(super) fn return_report(model: &mut Model) -> Vec<Effect> {
    if model.acts_on_many() {
        due::ask(model, DueOf::Marked);
        return Vec::new();
    }
    return_here(model)
}

/// The same of the line under the cursor, whatever is marked.
pub(super) fn return_here(model: &mut Model) -> Vec<Effect> {
    if model.absent_here().is_some() {
        return out::remind(model);
    }
    give_back(model);
    Vec::new()
}

/// Accepts the report, or all that are marked.
pub(super) fn accept_report(model: &mut Model) -> Vec<Effect> {
    if !model.acts_on_many() {
        return accept(model);
    }
    bulk::preview(model, BulkDeed::Accept);
    Vec::new()
}

/// Accepts all that are marked, else all that the list shows.
pub(super) fn accept_shown(model: &mut Model) {
    let items = bulk::marked_or_shown(model);
    bulk::preview_of(model, BulkDeed::Accept, items);
}

/// Asks where anything is open, or says the contrary.
pub(super) fn accept(model: &mut Model) -> Vec<Effect> {
    let Some(begun) = begun::begin(model, model.current_item(), Target::Report) else { return Vec::new() };
    let item = begun.subject.item;
    if act::is_already(model, item, Status::Accepted) {
        return Vec::new();
    }
    if model.absent_here().is_some() {
        model.say(Tone::Bad, model.words().desk.missing_not_accepted());
        return Vec::new();
    }
    if model.unreadable().is_some() {
        model.say(Tone::Bad, model.words().act.unreadable_not_accepted());
        return Vec::new();
    }
    let against = model.current_sheet().map(|sheet| act::against(model, item, sheet)).unwrap_or_default();
    if against.is_nothing() {
        return act::set_status(model, Some(begun), Status::Accepted, None, String::new());
    }
    let text = model.words().desk.accept_anyway(against.text(model.words()));
    model.overlay = Some(Overlay::Question(Question { text, about: Box::new(begun), yes: Answer::Accept }));
    Vec::new()
}

/// A report in which nothing was found and on which nothing was written is hardly ever meant to be returned.
fn give_back(model: &mut Model) {
    let Some(begun) = begun::begin(model, model.current_item(), Target::Report) else { return };
    let item = begun.subject.item;
    if act::is_already(model, item, Status::Returned) {
        return;
    }
    if !is_clean(model, item) {
        due::ask(model, DueOf::One(Box::new(begun)));
        return;
    }
    let text = model.words().desk.return_anyway().to_owned();
    model.overlay = Some(Overlay::Question(Question { text, about: Box::new(begun), yes: Answer::Return }));
}

/// Was nothing found in it, and nothing written on it?
pub(super) fn is_clean(model: &Model, item: ItemId) -> bool {
    let noted = model.journal.marks.get(item).is_some_and(|mark| mark.notes > 0);
    !noted && model.library.sheet(item).is_some_and(|sheet| sheet.counts.to_decide() == 0)
}
