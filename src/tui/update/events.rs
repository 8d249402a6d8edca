//! What happens outside: loading, the journal, the external editor.

use crate::form::Form;
use crate::journal::{Act, ActKind, Update, describe_act, describe_kind};
use crate::library::Narrated;
use crate::report::{Head, SafeText};
use crate::tui::model::{ItemId, Model, NarrativeState, Open, Sought, Tone};
use crate::tui::msg::{More, Msg};
use crate::tui::overlay::{editor, picker};
use crate::tui::{about, left_behind, overlay, screen};

/// Takes a message from outside.
pub(super) fn happened(model: &mut Model, msg: Msg) {
    match msg {
        Msg::Today(date) => {
            model.journal.marks.today = Some(date);
            // What is overdue may be what the list shows.
            model.stale.list = true;
        }
        Msg::Found(found) => model.directory.loading.found = found,
        Msg::Loaded(items) => loaded(model, items),
        Msg::LoadingDone => {
            loading_done(model);
            left_behind::tell_all(model);
        }
        Msg::Checked(reports) => checked(model, reports),
        Msg::CheckingDone { absent } => checking_done(model, absent),
        Msg::Opened(item, result) => {
            model.library.identify(item, result.as_ref().ok().and_then(|told| told.digest));
            if let (Some(sheet), Some(open)) =
                (model.library.sheet(item), model.open.as_mut().filter(|open| open.item == item))
            {
                tell(open, sheet.lean.form, result);
                // What is not there by now will not come while the reviewer waits for it.
                if let Some(Sought::Shown(_)) = open.findings.sought.take_if(|sought| sought.is_one()) {
                    model.say(Tone::Bad, model.words().desk.target_gone());
                }
            } else if let Ok(told) = result {
                screen::versions::arrived(model, item, told.added.outcome);
            }
        }
        Msg::SourceRead(item, result) => screen::source::arrived(model, item, result),
        Msg::JournalOpened { read_only, update } => {
            model.journal.read_only = read_only;
            (model.journal.opened, model.journal.renaming.opened) = (true, true);
            take_in(model, update);
            left_behind::tell_all(model);
            if read_only {
                model.say_after(Tone::Bad, model.words().desk.journal_read_only().to_owned());
            }
            for line in model.given.keymap.given_way(model.words()) {
                model.say_after(Tone::Plain, line);
            }
        }
        Msg::Journal(update) => journal_grew(model, update),
        Msg::JournalTrouble(text) => model.say(Tone::Bad, text),
        Msg::DraftsFound(acts) => model.work.left_over = acts,
        Msg::Saved(update) => saved(model, update),
        Msg::NotSaved(intents, why) => {
            model.journal.saving = model.journal.saving.saturating_sub(1);
            (model.work.then, model.work.offered, model.out.after) = (None, None, None);
            overlay::give_back(model, intents);
            model.say(Tone::Bad, why);
        }
        Msg::Edited(result) => editor::edited(model, result),
        Msg::Filters(result) => {
            picker::saved::arrived(model, result);
            picker::refresh(model);
        }
        Msg::NotRestored(text) => model.say(Tone::Bad, text),
        Msg::OutTold(done, all) => overlay::out::told(model, done, all),
        Msg::OutShown(result) => overlay::out::shown(model, result),
        Msg::Unwatched(why, seconds) => super::live::unwatched(model, &why, seconds),
        Msg::Here(others) => model.journal.here = others,
        Msg::ComparingDone { absent } => {
            model.directory.absent = absent;
            list_absent(model);
        }
        Msg::Key(..)
        | Msg::Mouse(_)
        | Msg::Paste(_)
        | Msg::Burst(_)
        | Msg::Resize(_)
        | Msg::Changed(_)
        | Msg::Compared(_)
        | Msg::OutWritten(_)
        | Msg::PublishedRead { .. } => {}
    }
}

/// The narrative of the open report is there, or cannot be.
fn tell(open: &mut Open, form: &Form, result: Result<Box<Narrated>, Box<str>>) {
    match result {
        Ok(told) => {
            let Narrated { narrative, added, ties, digest: _ } = *told;
            open.explain(added.blocks);
            open.add_texts(added.outcome);
            open.find_sought(form);
            open.ties = ties;
            open.narrative = NarrativeState::Ready(Box::new(narrative));
        }
        Err(why) => open.narrative = NarrativeState::Failed(why),
    }
}

fn loaded(model: &mut Model, items: Vec<crate::tui::model::Item>) {
    let first = ItemId::try_from(model.library.len()).unwrap_or_default();
    model.stale.library = Some(model.stale.library.map_or(first, |earlier| earlier.min(first)));
    for item in items {
        model.directory.loading.read += 1;
        model.directory.loading.unreadable += usize::from(item.body.is_err());
        let item = super::naming::named(model, item);
        model.library.add(item);
    }
    model.directory.loading.found = model.directory.loading.found.max(model.directory.loading.read);
}

/// The list learns in brief what was found; an open report has worked out by itself what it can, but not what only a
/// look at the others shows.
fn checked(model: &mut Model, reports: Vec<More>) {
    for More { item, findings, batch, digest } in reports {
        model.library.identify(item, digest);
        let first = model.library.sheet(item).is_some_and(|sheet| !sheet.texts_checked);
        model.directory.loading.checked += usize::from(first);
        model.stale.checked.push(item);
        if let Some(open) = model.open.as_mut().filter(|open| open.item == item) {
            open.add(batch.clone());
            if let Some(sheet) = model.library.sheet(item) {
                open.find_sought(sheet.lean.form);
            }
        }
        model.library.found(item, findings, batch);
    }
}

fn checking_done(model: &mut Model, absent: Vec<Head>) {
    model.directory.loading.checked_all = true;
    model.directory.absent = absent;
    list_absent(model);
    if model.missing().next().is_some() {
        let text = picker::absent::notice(model);
        model.say_after(Tone::Bad, text);
    }
}

/// Agencies without a report are lines of the list.
pub(super) fn list_absent(model: &mut Model) {
    let heads = model.missing().cloned().collect();
    let why = SafeText::line(model.words().desk.missing_why());
    let first = ItemId::try_from(model.library.len()).unwrap_or_default();
    if model.library.set_absent(heads, &why) {
        model.stale.library = Some(model.stale.library.map_or(first, |earlier| earlier.min(first)));
        model.stale.list = true;
    }
}

fn loading_done(model: &mut Model) {
    model.directory.loading.done = true;
    // Only now is it known who has a namesake elsewhere.
    model.stale.journal |= model.library.has_namesakes();
    let words = &model.words().desk;
    if model.library.is_empty() {
        model.say(Tone::Bad, words.nothing_found(&model.given.root));
    } else if model.directory.loading.unreadable > 0 {
        let text = words.loaded_with_trouble(model.directory.loading.read, model.directory.loading.unreadable);
        model.say_after(Tone::Bad, text);
    }
}

fn journal_grew(model: &mut Model, update: Update) {
    let others = update.acts.iter().filter(|act| act.by != model.given.reviewer).count();
    take_in(model, update);
    if others > 0 && model.notices.shown.is_none() {
        let text = model.words().desk.others_acted(others);
        model.say(Tone::Plain, text);
    }
}

fn saved(model: &mut Model, update: Update) {
    model.journal.saving = model.journal.saving.saturating_sub(1);
    let own = update.acts.iter().rev().find(|act| act.by == model.given.reviewer);
    let count =
        own.map_or(0, |own| update.acts.iter().filter(|act| act.batch.is_some() && act.batch == own.batch).count());
    let text = own.map(|act| if count > 1 { saved_bulk_text(act, count, model) } else { saved_text(act, model) });
    // What was marked for it is done; of an open report nothing was.
    if count > 1
        && model.open.is_none()
        && own.is_some_and(|act| matches!(act.kind, ActKind::Note | ActKind::Status(_)))
    {
        model.selection.clear();
    }
    take_in(model, update);
    if let Some(text) = text {
        let then = model.work.then.take().map(|then| format!("  {then}")).unwrap_or_default();
        model.say(Tone::Good, text + &then);
    }
}

fn take_in(model: &mut Model, update: Update) {
    model.stale.list |= super::together::moves_the_list(model, &update);
    model.stale.journal |= update.reloaded;
    super::naming::note_changes(model, &update);
    model.stale.reviewed.extend(update.acts.iter().map(|act| act.report.key()));
    model.journal.review.update(update);
}

/// The same of several acts done as one.
fn saved_bulk_text(act: &Act, count: usize, model: &Model) -> String {
    let words = model.words();
    let of = |act: &Act| act.of().filter(|_| act.is_retraction()).and_then(|of| model.journal.review.act(&of));
    match of(act) {
        None => words.act.saved_bulk(count, describe_act(act, words)),
        Some(first) => match of(first) {
            None => words.act.undone_bulk(count, describe_act(first, words)),
            Some(restored) => words.act.restored_bulk(count, describe_act(restored, words)),
        },
    }
}

/// Says what is on disk now.
fn saved_text(act: &Act, model: &Model) -> String {
    let words = model.words();
    let texts = &words.desk;
    match &act.kind {
        ActKind::Note => texts.saved_note().to_owned(),
        ActKind::Edit { .. } => texts.saved_edit().to_owned(),
        ActKind::Retract { of } => match model.journal.review.act(of) {
            Some(of) => retracted_text(of, model),
            None => texts.saved_retraction().to_owned(),
        },
        ActKind::Verdict(verdict) => texts.saved_verdict(verdict.decision.label(words)),
        ActKind::Reading(reading) => texts.saved_reading(reading.label(words)),
        ActKind::Assign(to) => super::together::saved_text(model, to.as_ref()),
        ActKind::Name(name) => super::naming::saved_text(model, name.as_ref()),
        ActKind::Status(status) => {
            let due = act.due.map(|due| words.journal.due(due)).unwrap_or_default();
            texts.saved_status(status.label(words)) + &due
        }
    }
}

/// Names what was taken back or restored: it may be on another report, and from another day.
fn retracted_text(of: &Act, model: &Model) -> String {
    let words = model.words();
    // A retraction of a retraction restores what the first one took back.
    let (what, act) = match of.of().filter(|_| of.is_retraction()).and_then(|first| model.journal.review.act(&first)) {
        Some(first) => (words.desk.restored(), first),
        None => (words.desk.saved_retraction(), of),
    };
    let target = about::target_name(model, about::item_of(model, act), &act.target);
    words.desk.undone(
        what,
        about::report_name(model, &act.report),
        &target,
        describe_kind(&act.kind, words),
        act.text.lines().next().unwrap_or_default(),
    )
}
