//! Names that were given to agencies whose name nobody could read.
//!
//! What was written about the report is kept by who it was read as and stays where it is; everything else goes by the
//! name that the last act in the journal gives. The list has it at once, and what the rules say of it as soon as the
//! file is read again.

use crate::journal::{Act, ActKind, Update};
use crate::report::{Agency, SafeText, is_unnamed};
use crate::tui::model::renaming::Renaming;
use crate::tui::model::{Item, ItemId, Model};
use crate::tui::msg::Effect;

use super::live;
/// What is on disk now.
pub(super) fn saved_text(model: &Model, name: Option<&SafeText>) -> String {
    let words = &model.words().naming;
    name.map_or_else(|| words.saved_as_read().to_owned(), |name| words.saved(name))
}

/// Acts of the journal arrive: whose names may change by them.
pub(super) fn note_changes(model: &mut Model, update: &Update) {
    // A retraction may be one of a name: looking at a report once more than needed costs less than finding out.
    let is_of_names =
        |act: &&Act| matches!(act.kind, ActKind::Name(_) | ActKind::Retract { .. }) && is_unnamed(&act.report.agency);
    let keys: Vec<_> = update.acts.iter().filter(is_of_names).map(|act| act.report.key()).collect();
    model.journal.renaming.all |= update.reloaded;
    model.journal.renaming.of.extend(keys);
}

/// The agency of a report by the name that the journal gives it; `None` where that is the name it has.
fn called(model: &Model, agency: &Agency, year: u16) -> Option<Agency> {
    let read = agency.key();
    if !read.is_unnamed() {
        return None;
    }
    let name = model.journal.review.report(&read.region, &read.name, year).and_then(|report| report.given_name());
    if name.is_none() && agency.read_as.is_none() {
        return None;
    }
    Some(agency.called(name.map(SafeText::as_str), model.given.basis.roster)).filter(|called| called != agency)
}

/// A report that arrives has the name that the journal gives it.
pub(super) fn named(model: &Model, mut item: Item) -> Item {
    if let Ok(sheet) = item.body.as_mut()
        && let Some(agency) = called(model, &sheet.lean.head.agency, sheet.lean.head.year)
    {
        std::sync::Arc::make_mut(&mut sheet.lean).head.agency = agency;
    }
    item
}

/// Takes over what the journal says about names: in the list at once; and whoever reads files is told.
pub(super) fn follow(model: &mut Model) -> Vec<Effect> {
    let Renaming { of, all, opened } = std::mem::take(&mut model.journal.renaming);
    if of.is_empty() && !all && !opened {
        return Vec::new();
    }
    let names: Vec<Act> = model.journal.review.names().cloned().collect();
    let items: Vec<ItemId> = if all {
        model.library.items_from(0).collect()
    } else {
        of.iter().flat_map(|key| model.library.keyed(&key.region, &key.agency, key.year)).collect()
    };
    let mut renamed = Vec::new();
    for item in items {
        let Some(head) = model.library.sheet(item).map(|sheet| &sheet.lean.head) else { continue };
        if let Some(agency) = called(model, &head.agency, head.year) {
            model.library.rename(item, agency);
            renamed.push(item);
        }
    }
    let mut effects = Vec::new();
    if !renamed.is_empty() {
        model.stale.checked.extend(&renamed);
        model.stale.list = true;
        effects.extend(live::renamed(model, &renamed));
    }
    let paths = renamed.iter().filter_map(|&item| Some(model.library.get(item)?.path.clone())).collect();
    effects.push(Effect::Names(names, paths));
    effects
}
