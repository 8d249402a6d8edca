//! The reviewed directory changes while it is reviewed: files come, change and go.
//!
//! Nothing moves under the reviewer's hands: the cursor stays on its agency, an open report goes on where it was.

use crate::check::Outcome;
use crate::form::Form;
use crate::report::SafeText;
use crate::tui::left_behind;
use crate::tui::model::live::Tally;
use crate::tui::model::{Item, ItemId, Model, Notice, Tone};
use crate::tui::msg::{Changes, Effect};
use crate::tui::screen::opening;

use super::naming;

/// The directory cannot tell by itself what changes.
pub(super) fn unwatched(model: &mut Model, why: &str, seconds: u64) {
    let text = model.words().live.trouble(why, seconds);
    model.say(Tone::Bad, text);
}

/// Of so many published reports that cannot be read it is kept which they are.
const KEPT: usize = 50;

/// The reports as they were published have been read: the open one can be held against its own.
pub(super) fn published_read(model: &mut Model, reports: usize, unread: &[(SafeText, SafeText)]) -> Vec<Effect> {
    let words = &model.words().live;
    let line = |(path, why): &(SafeText, SafeText)| words.one_published_unread(path, why);
    match unread {
        _ if reports == 0 => model.say_after(Tone::Bad, words.nothing_published().to_owned()),
        [] => {}
        [only] => model.say_after(Tone::Bad, line(only)),
        [first, ..] => {
            // Among what was said, for whoever wants to know which they are.
            for one in unread.iter().take(KEPT) {
                model.notices.add(&Notice { text: line(one), tone: Tone::Bad });
            }
            model.say_after(Tone::Bad, words.published_unread(unread.len(), line(first)));
        }
    }
    let open = model.opened().map(|opened| (opened.open.item, opened.form));
    open.and_then(|(item, form)| reopen(model, item, Some(form))).into_iter().collect()
}

/// Files have come, changed or gone.
pub(super) fn changed(model: &mut Model, changes: Changes) -> Vec<Effect> {
    let Changes { arrived, concerned, renamed, gone, asked } = changes;
    // Items are found by their ids, which takes the library in order.
    model.library.settle();
    let had_namesakes = model.library.has_namesakes();
    let open = model.open.as_ref().map(|open| open.item);
    let form = model.opened().map(|opened| opened.form);
    let mut tally = Tally::default();
    let mut touched = Vec::new();
    let mut new = Vec::new();
    let mut was = Vec::new();
    for item in arrived {
        let item = naming::named(model, item);
        tally.unreadable += usize::from(item.body.is_err());
        match model.library.find(&item.id) {
            Some(known) => {
                let back = model.library.is_gone(known);
                tally.arrived += usize::from(back);
                tally.changed += usize::from(!back);
                touched.push(known);
                was.extend(model.reference(known).map(|report| (known, report)));
                replace(model, known, item);
            }
            None => {
                tally.arrived += 1;
                new.push(item);
            }
        }
    }
    for item in renamed {
        let item = naming::named(model, item);
        if let Some(known) = model.library.find(&item.id) {
            touched.push(known);
            replace(model, known, item);
        }
    }
    for item in concerned {
        let item = naming::named(model, item);
        if let Some(known) = model.library.find(&item.id) {
            touched.push(known);
            check_again(model, known, item);
        }
    }
    let mut lost = false;
    for known in gone.iter().filter_map(|id| model.library.find(id)).collect::<Vec<_>>() {
        tally.gone += usize::from(!model.library.is_gone(known));
        lost |= open == Some(known);
        model.library.remove(known);
    }
    add(model, new);
    model.stale.checked.extend(&touched);
    model.stale.list = true;
    // Who has one no more is told by its name alone again.
    model.stale.journal |= had_namesakes || model.library.has_namesakes();
    let reopened = open.filter(|item| touched.contains(item)).and_then(|item| reopen(model, item, form));
    tell(model, tally, asked, reopened.is_some(), lost);
    left_behind::tell(model, &was);
    reopened.into_iter().collect()
}

/// After files have come, changed or gone, all reports were compared again.
pub(super) fn compared(model: &mut Model, reports: Vec<(SafeText, Outcome)>) -> Vec<Effect> {
    let form = model.opened().map(|opened| opened.form);
    let Model { library, .. } = &mut *model;
    // Items are found by their ids, which takes the library in order.
    library.settle();
    let renew = |(id, batch): (SafeText, Outcome)| {
        let known = library.find(&id)?;
        library.compared(known, batch).then_some(known)
    };
    let touched: Vec<ItemId> = reports.into_iter().filter_map(renew).collect();
    let open = model.open.as_ref().map(|open| open.item).filter(|item| touched.contains(item));
    model.stale.checked.extend(touched);
    open.and_then(|item| reopen(model, item, form)).into_iter().collect()
}

/// New files, at the end of the library.
fn add(model: &mut Model, items: Vec<Item>) {
    if items.is_empty() {
        return;
    }
    let first = ItemId::try_from(model.library.len()).unwrap_or_default();
    model.stale.library = Some(model.stale.library.map_or(first, |earlier| earlier.min(first)));
    for item in items {
        model.directory.loading.read += 1;
        model.directory.loading.found += 1;
        model.directory.loading.unreadable += usize::from(item.body.is_err());
        model.directory.loading.checked += usize::from(item.body.is_ok());
        model.library.add(item);
    }
}

fn replace(model: &mut Model, known: ItemId, item: Item) {
    let was_bad = model.library.get(known).is_some_and(|item| item.body.is_err());
    if item.body.is_err() && !was_bad && model.open.as_ref().is_some_and(|open| open.item == known) {
        // Whoever looks at it goes on looking at what was there.
        model.directory.live.held = Some((known, item));
        return;
    }
    model.directory.live.held.take_if(|(held, _)| *held == known);
    let loading = &mut model.directory.loading;
    loading.unreadable = (loading.unreadable + usize::from(item.body.is_err())).saturating_sub(usize::from(was_bad));
    model.library.replace(known, item);
}

/// The report is as it was; what other reports showed of it stays.
fn check_again(model: &mut Model, known: ItemId, mut item: Item) {
    if let (Some(earlier), Ok(sheet)) = (model.library.sheet(known), item.body.as_mut()) {
        sheet.keep(&earlier.batch);
    }
    replace(model, known, item);
}

/// Agencies have another name: the open report, if it is one of them, is checked by it.
pub(super) fn renamed(model: &mut Model, items: &[ItemId]) -> Option<Effect> {
    let form = model.opened().map(|opened| opened.form);
    let open = model.open.as_ref().map(|open| open.item).filter(|item| items.contains(item))?;
    reopen(model, open, form)
}

/// The open report has changed: it is opened anew where it was.
fn reopen(model: &mut Model, item: ItemId, form: Option<&Form>) -> Option<Effect> {
    if model.directory.live.held.as_ref().is_some_and(|(held, _)| *held == item) {
        return None;
    }
    let mut open = opening::opening(model, item)?;
    let now = model.library.sheet(item).map(|sheet| sheet.lean.form);
    let same_form = form.zip(now).is_some_and(|(form, now)| std::ptr::eq(form, now));
    open.go_on_from(model.open.take()?, same_form);
    model.open = Some(open);
    Some(Effect::Open(item))
}

/// What cannot be read any more is listed so once nobody looks at it.
pub(super) fn release(model: &mut Model) {
    let Some((held, _)) = &model.directory.live.held else { return };
    if model.open.as_ref().is_some_and(|open| open.item == *held) {
        return;
    }
    if let Some((held, item)) = model.directory.live.held.take() {
        replace(model, held, item);
        model.stale.checked.push(held);
        model.stale.list = true;
    }
}

/// One notice. As long as no key is pressed it adds up; it hides nothing that went wrong.
fn tell(model: &mut Model, tally: Tally, asked: bool, reopened: bool, lost: bool) {
    let words = &model.words().live;
    if tally.is_empty() {
        if asked {
            model.say(Tone::Plain, words.nothing());
        }
        return;
    }
    let ours = model.notices.shown.as_ref().is_some_and(|notice| notice.text == model.directory.live.text);
    let told = if ours { model.directory.live.told.plus(tally) } else { tally };
    let arrived = (told.arrived > 0).then(|| words.arrived(told.arrived));
    let changed = (told.changed > 0).then(|| words.changed(told.changed));
    let gone = (told.gone > 0).then(|| words.gone(told.gone));
    let counts: Vec<String> = [arrived, changed, gone].into_iter().flatten().collect();
    let mut text = words.told(counts.join(words.separator()));
    if told.unreadable > 0 {
        text += words.separator();
        text += &words.unreadable(told.unreadable);
    }
    let name = model.opened().map(|opened| opened.lean.head.name()).unwrap_or_default();
    if reopened {
        text = format!("{}  {text}", words.open_changed(&name));
    }
    if lost {
        text = format!("{}  {text}", words.open_gone(&name));
    }
    model.directory.live.told = told;
    model.directory.live.text.clone_from(&text);
    let trouble = model.notices.shown.as_ref().is_some_and(|notice| notice.tone == Tone::Bad);
    if !trouble {
        model.say(Tone::Plain, text);
    }
}
