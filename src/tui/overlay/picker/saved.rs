//! Filters saved under a name: applied, removed, restored. The file is `run`'s business.

use crate::report::SafeText;
use crate::tui::model::{Model, Saved, Screen, Tone};
use crate::tui::msg::{Effect, Keep};
use crate::tui::screen::agencies::narrowing;
use crate::words::CommandId;

use super::{Pick, PickLine, show};

/// Opens the list of saved filters.
pub(crate) fn open(model: &mut Model) {
    if model.filters.list.is_empty() && model.filters.removed.is_empty() {
        let key = model.key_text(CommandId::SaveFilter);
        model.say(Tone::Plain, model.words().find.no_filters(&key));
        return;
    }
    let lines = lines(model);
    show(model, Pick::Saved, lines);
}

/// Its lines: name and conditions.
pub(crate) fn lines(model: &Model) -> Vec<PickLine> {
    let line = |saved: &Saved| {
        let texts = narrowing::texts(&saved.setting, model);
        let texts: String = texts.iter().map(|text| format!(" [{text}]")).collect();
        PickLine::new(format!("{} {texts}", saved.name))
    };
    model.filters.list.iter().map(line).collect()
}

/// The list is set to a saved filter.
pub(crate) fn apply(model: &mut Model, number: usize) {
    let Some(saved) = model.filters.list.get(number).cloned() else { return };
    model.list.set(saved.setting);
    model.stale.list = true;
    model.say(Tone::Plain, model.words().find.filter_applied(&saved.name));
}

/// A saved filter is removed, and can be restored.
pub(crate) fn remove(model: &mut Model, number: usize) -> Vec<Effect> {
    let Some(name) = model.filters.list.get(number).map(|saved| saved.name.clone()) else { return Vec::new() };
    let taken = model.filters.take(&name);
    model.filters.removed.extend(taken);
    model.say(Tone::Plain, model.words().find.filter_removed(&name));
    vec![Effect::Keep(Keep::Remove(name))]
}

/// The filter removed last is restored; with `all`, all of them.
pub(crate) fn restore(model: &mut Model, all: bool) -> Vec<Effect> {
    let count = if all { model.filters.removed.len() } else { 1 };
    let mut effects = Vec::new();
    for saved in (0..count).filter_map(|_| model.filters.removed.pop()).collect::<Vec<_>>() {
        // One that was saved since under the same name is not overwritten.
        if model.filters.named(&saved.name).is_none() {
            model.filters.put(saved.clone());
            effects.push(Effect::Keep(Keep::Put(saved)));
        }
    }
    effects
}

/// What is on disk now, and what was put there.
pub(crate) fn arrived(model: &mut Model, result: Result<(Vec<Saved>, Option<SafeText>), String>) {
    let words = &model.words().find;
    let key = model.given.keymap.key_text(CommandId::Filters, Screen::Agencies, model.words());
    match result {
        Ok((list, put)) => {
            model.filters.list = list;
            if let Some(name) = put {
                model.say(Tone::Good, words.filter_saved(&name, &key));
            }
        }
        Err(detail) => model.say(Tone::Bad, words.filter_not_saved(&detail)),
    }
}
