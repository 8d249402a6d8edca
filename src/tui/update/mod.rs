//! From a state and a message to the next state, and what is to be done outside. Pure: no clock, no file, no terminal.

mod burst;
mod count;
mod events;
mod keys;
mod live;
mod mouse;
mod naming;
mod session;
mod together;

use std::collections::BTreeSet;

use crate::journal::ReportKey;

use super::model::{ItemId, Model, Room, Screen, Tone, Window};
use super::msg::{Effect, Msg};
use super::screen::agencies;
use super::{find, layout, overlay, screen, tour};

pub(crate) use session::{place, restore};

/// Takes one message. Call [`settle`] when all waiting messages have been taken.
pub(crate) fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let toured = tour::seen(model, &msg);
    let mut effects = match msg {
        Msg::Key(key, event) => {
            settle(model);
            model.keys.touched = true;
            let before = session::whereabouts(model);
            let effects = keys::pressed(model, key, event);
            before.iter().for_each(|before| session::stay(model, before));
            effects
        }
        Msg::Mouse(mouse) => {
            settle(model);
            model.keys.touched = true;
            mouse::moved(model, mouse)
        }
        Msg::Paste(text) => {
            pasted(model, &text);
            Vec::new()
        }
        Msg::Burst(text) => {
            settle(model);
            model.keys.touched = true;
            let before = session::whereabouts(model);
            let effects = burst::arrived(model, &text);
            before.iter().for_each(|before| session::stay(model, before));
            effects
        }
        Msg::Resize(size) => {
            model.size = size;
            Vec::new()
        }
        Msg::Changed(changes) => {
            let effects = live::changed(model, changes);
            events::list_absent(model);
            effects
        }
        Msg::PublishedRead { reports, unread } => live::published_read(model, reports, &unread),
        Msg::Compared(reports) => live::compared(model, reports),
        Msg::OutWritten(result) => overlay::out::written(model, result),
        Msg::Saved(update) => {
            overlay::out::put_off(model);
            let mut effects = happened(model, Msg::Saved(update));
            effects.extend(overlay::out::follow(model));
            effects
        }
        other => happened(model, other),
    };
    if effects.contains(&Effect::Quit) && overlay::out::waits(model) {
        effects.retain(|effect| *effect != Effect::Quit);
    }
    overlay::left_over::offer(model);
    effects.extend(naming::follow(model));
    effects.extend(screen::of(model.screen()).wish(model));
    tour::say(model, toured);
    effects
}

/// Text was pasted: it belongs into a text field, and does nothing elsewhere.
fn pasted(model: &mut Model, text: &str) {
    if overlay::pasted(model, text) {
        return;
    }
    if find::is_typing(model) {
        find::pasted(model, text);
        return;
    }
    if !screen::of(model.screen()).paste(model, text) {
        model.say(Tone::Plain, model.words().desk.paste_ignored());
    }
}

/// Something happened outside; what the last session had open is opened as soon as it is there.
fn happened(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let first = ItemId::try_from(model.library.len()).unwrap_or(ItemId::MAX);
    let done = matches!(msg, Msg::LoadingDone);
    events::happened(model, msg);
    let mut effects = session::arrived(model, first);
    if done {
        effects.extend(session::all_arrived(model));
    }
    effects
}

/// Brings everything that follows from the state into line with it: the list, the marks, the windows.
pub(crate) fn settle(model: &mut Model) {
    live::release(model);
    let stale = std::mem::take(&mut model.stale);
    if stale.library.is_some() {
        model.library.settle();
    }
    let library = &model.library;
    let first = if stale.journal { Some(0) } else { stale.library };
    let items = first.into_iter().flat_map(|first| library.items_from(first));
    model.journal.marks.update(library, &model.journal.review, items);
    model.journal.marks.update(library, &model.journal.review, stale.checked.iter().copied());
    // Acts done as one may be many on one report.
    let reviewed: BTreeSet<&ReportKey> = stale.reviewed.iter().collect();
    for key in reviewed {
        let items = library.keyed(&key.region, &key.agency, key.year);
        model.journal.marks.update(library, &model.journal.review, items);
    }
    let reordered = !stale.reviewed.is_empty() && model.list.order.depends_on_review();
    let recounted = !stale.checked.is_empty() && model.list.depends_on_findings();
    let relisted = first.is_some() || stale.list || reordered || recounted;
    if relisted {
        if !model.keys.touched {
            model.list.visible.clear();
            model.list.window = Window::default();
        }
        model.list.refresh(&model.library, &model.journal.marks);
        if !model.keys.touched {
            model.list.begin_on_report(&model.library);
        }
    } else if stale.filter {
        model.list.search(&model.library, &model.journal.marks);
    }
    let relisted = relisted || stale.filter;
    let grown = stale.library.is_some();
    agencies::preview::settle(model, grown || !stale.checked.is_empty());
    screen::years::fill(model, grown);
    let changed = grown || stale.journal || !stale.checked.is_empty() || !stale.reviewed.is_empty();
    overlay::overview::settle(model, changed);
    session::settle(model, relisted);
    settle_windows(model);
}

/// Keeps every cursor on the screen: that of the screen shown, and those that are moved from elsewhere too. What a panel
/// takes follows from what is under the cursor, and that from the room that the panel leaves.
fn settle_windows(model: &mut Model) {
    let before = room(model);
    model.room = before;
    keep_on_screen(model);
    let after = room(model);
    if after != before {
        model.room = after;
        keep_on_screen(model);
    }
}

/// What the screen shown has to say.
fn room(model: &Model) -> Room {
    let shown = screen::of(model.screen());
    let width = usize::from(layout::panel_width(model));
    Room { rows: shown.rows(model), panel: shown.panel(model, width) }
}

fn keep_on_screen(model: &mut Model) {
    let regions = layout::regions(model);
    let unseen = Screen::ALL.map(screen::of).into_iter().filter(|screen| screen.is_moved_unseen());
    unseen.for_each(|screen| screen.settle(model, &regions));
    let shown = screen::of(model.screen());
    if !shown.is_moved_unseen() {
        shown.settle(model, &regions);
    }
}

#[cfg(test)]
mod tests;
