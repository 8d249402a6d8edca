//! Asking what is written out, looking at it, having it written.

use crossterm::event::KeyCode;

use crate::journal::{Audience, ReportKey, Target};
use crate::tui::act::begun;
use crate::tui::find;
use crate::tui::keys::Key;
use crate::tui::model::{Model, Notice, OutRunning, Overlay, Subject, Tone};
use crate::tui::msg::{Effect, Intent, OutJob, What};
use crate::tui::outgoing::{OutFile, OutOrder, OutPreview, Outgoing};
use crate::words::CommandId;

use super::entries::{Entry, entries, reminder};
use super::{OutBox, Shown, view};

/// Opens the menu; or how far it is, where something is being written.
pub(crate) fn open(model: &mut Model) {
    let what = if model.out.running.is_some() { OutBox::Waiting } else { OutBox::Menu(0) };
    lay(model, what);
}

fn lay(model: &mut Model, what: OutBox) {
    model.overlay = Some(Overlay::Out(Box::new(what)));
}

/// The notice of this report is wanted as soon as its return is on disk.
pub(crate) fn after_return(model: &mut Model, report: ReportKey) {
    model.out.after = Some(report);
}

/// What lies over the screen or is being typed is the reviewer's: a notice that was wanted does not come over it, and is
/// offered with what is said of the return.
pub(crate) fn put_off(model: &mut Model) {
    let is_busy = model.overlay.is_some() || (model.list.typing && model.open.is_none()) || find::is_typing(model);
    if !is_busy || model.out.after.take().is_none() {
        return;
    }
    let before = model.work.then.take().map(|then| format!("{then}  ")).unwrap_or_default();
    model.work.then = Some(before + &model.words().outgoing.offer(model.key_text(CommandId::WriteOut)));
}

/// The return is on disk: what was wanted after it begins.
pub(crate) fn follow(model: &mut Model) -> Vec<Effect> {
    if model.journal.saving > 0 {
        return Vec::new();
    }
    match model.out.after.take() {
        Some(report) => begin(model, Outgoing::Notices(vec![report])),
        None => Vec::new(),
    }
}

/// The reminder to the agency under the cursor, which has not reported.
pub(crate) fn remind(model: &mut Model) -> Vec<Effect> {
    match reminder(model) {
        Some((_, what)) => begin(model, what),
        None => Vec::new(),
    }
}

/// Letters are shown first, everything else is written.
fn begin(model: &mut Model, what: Outgoing) -> Vec<Effect> {
    let order = OutOrder { what, year: model.list.year };
    let writes = !order.what.is_letter();
    start(model, order, writes)
}

fn start(model: &mut Model, order: OutOrder, writes: bool) -> Vec<Effect> {
    if model.out.running.is_some() {
        let text = model.words().outgoing.busy(model.key_text(CommandId::WriteOut));
        model.say(Tone::Bad, text);
        return Vec::new();
    }
    if model.out.place.is_none() {
        model.say(Tone::Bad, model.words().outgoing.no_place());
        return Vec::new();
    }
    model.out.running = Some(OutRunning { order: order.clone(), writes, told: (0, 0) });
    lay(model, OutBox::Waiting);
    vec![Effect::Out(if writes { OutJob::Write(order) } else { OutJob::Show(order) })]
}

/// The reviewer wants to leave: is something being written that is to be waited for? Then they see how far it is.
pub(crate) fn waits(model: &mut Model) -> bool {
    let writes = model.out.running.as_ref().is_some_and(|running| running.writes);
    if writes {
        lay(model, OutBox::Leaving);
    }
    writes
}

/// A key while it lies over the screen.
pub(crate) fn pressed(model: &mut Model, what: OutBox, key: Key) -> Vec<Effect> {
    match what {
        OutBox::Menu(cursor) => in_menu(model, cursor, key),
        OutBox::Waiting => while_waiting(model, key),
        OutBox::Leaving => while_leaving(model, key),
        OutBox::Shown(shown) => on_letters(model, shown, key),
    }
}

fn leaves(key: Key) -> bool {
    matches!(key.code(), KeyCode::Esc | KeyCode::Char('q')) || Key::parse("ctrl-c") == Some(key)
}

fn in_menu(model: &mut Model, cursor: usize, key: Key) -> Vec<Effect> {
    let entries = entries(model);
    let last = entries.len().saturating_sub(1);
    let chosen = match key.code() {
        _ if leaves(key) => return Vec::new(),
        KeyCode::Char('j') | KeyCode::Down => return stay(model, OutBox::Menu((cursor + 1).min(last))),
        KeyCode::Char('k') | KeyCode::Up => return stay(model, OutBox::Menu(cursor.saturating_sub(1))),
        KeyCode::Enter => entries.into_iter().nth(cursor),
        KeyCode::Char(letter) => entries.into_iter().find(|entry| entry.key == letter),
        _ => None,
    };
    match chosen {
        Some(Entry { what: Ok(what), .. }) => {
            let what = what.outgoing(model);
            begin(model, what)
        }
        Some(Entry { what: Err(why), .. }) => {
            model.say(Tone::Bad, why);
            stay(model, OutBox::Menu(cursor))
        }
        None => stay(model, OutBox::Menu(cursor)),
    }
}

fn stay(model: &mut Model, what: OutBox) -> Vec<Effect> {
    lay(model, what);
    Vec::new()
}

/// What is written goes on behind; what would only be shown is not wanted any more.
fn while_waiting(model: &mut Model, key: Key) -> Vec<Effect> {
    let Some(running) = &model.out.running else { return Vec::new() };
    let writes = running.writes;
    if key.code() == KeyCode::Char('x') || (leaves(key) && !writes) {
        return vec![Effect::Out(OutJob::Cancel)];
    }
    if leaves(key) {
        let text = model.words().outgoing.behind(model.key_text(CommandId::WriteOut));
        model.say(Tone::Plain, text);
        return Vec::new();
    }
    stay(model, OutBox::Waiting)
}

/// Nothing that is pressed once too often ends what is being written.
fn while_leaving(model: &mut Model, key: Key) -> Vec<Effect> {
    match key.code() {
        KeyCode::Char('x') => {
            // Nobody waits for it any more.
            model.out.running = None;
            vec![Effect::Out(OutJob::Cancel), Effect::Quit]
        }
        KeyCode::Esc => while_waiting(model, key),
        _ => stay(model, OutBox::Leaving),
    }
}

fn on_letters(model: &mut Model, mut shown: Shown, key: Key) -> Vec<Effect> {
    let page = isize::try_from(view::height(model.size)).unwrap_or(1).max(1);
    let last = view::lines(model, &shown).len().saturating_sub(view::height(model.size));
    let step = match key.code() {
        KeyCode::Enter => return start(model, shown.order, true),
        _ if leaves(key) => return Vec::new(),
        KeyCode::Char('j') | KeyCode::Down => 1,
        KeyCode::Char('k') | KeyCode::Up => -1,
        KeyCode::PageDown | KeyCode::Char(' ') => page,
        KeyCode::PageUp => -page,
        KeyCode::Char('g') | KeyCode::Home => isize::MIN,
        KeyCode::Char('G') | KeyCode::End => isize::MAX,
        _ => 0,
    };
    shown.offset = shown.offset.saturating_add_signed(step).min(last);
    stay(model, OutBox::Shown(shown))
}

/// So far it is.
pub(crate) fn told(model: &mut Model, done: u64, all: u64) {
    if let Some(running) = model.out.running.as_mut() {
        running.told = (done, all);
    }
}

/// Letters are ready to be looked at, unless nobody waits for them any more.
pub(crate) fn shown(model: &mut Model, result: Result<OutPreview, String>) {
    let Some(OutRunning { order, .. }) = model.out.running.take() else { return };
    let waits = close_waiting(model);
    match result {
        Ok(preview) if waits => lay(model, OutBox::Shown(Shown { order, preview, offset: 0 })),
        Ok(_) => {}
        Err(why) => say_lines(model, Tone::Bad, &why),
    }
}

/// It is written, or is not.
pub(crate) fn written(model: &mut Model, result: Result<OutFile, String>) -> Vec<Effect> {
    model.out.running = None;
    let leaves = matches!(&model.overlay, Some(Overlay::Out(what)) if **what == OutBox::Leaving);
    close_waiting(model);
    match result {
        Ok(OutFile { path, text, reminded, said }) => {
            said.iter().for_each(|line| model.notices.add(&Notice { text: line.clone(), tone: Tone::Plain }));
            model.out.last = leaves.then(|| text.clone());
            model.say(Tone::Good, text);
            said.into_iter().for_each(|line| model.notices.unsaid.push_back(Notice { text: line, tone: Tone::Plain }));
            let mut effects = vec![Effect::CopyBeside(path.to_string_lossy().into_owned())];
            effects.extend(note_reminders(model, &reminded));
            effects.extend(leaves.then_some(Effect::Quit));
            effects
        }
        Err(why) => {
            say_lines(model, Tone::Bad, &why);
            Vec::new()
        }
    }
}

/// That they were reminded is noted on those to whom a letter was written, for the office.
fn note_reminders(model: &mut Model, to: &[ReportKey]) -> Option<Effect> {
    let today = model.journal.marks.today?;
    let text = model.words().desk.reminder_written(today);
    let items = model.library.in_order().iter().copied();
    let items = items.filter(|&item| model.library.absent(item).is_some() && !model.library.is_gone(item));
    let wanted = |subject: &Subject| to.iter().any(|to| is_of(&subject.report.key(), to));
    let subjects = items.filter_map(|item| model.subject(Some(item))).filter(wanted);
    let note = |subject| begun::intent_on(model, subject, Target::Report, What::Note(text.clone(), Audience::Internal));
    let intents: Vec<Intent> = subjects.map(note).collect();
    if intents.is_empty() || model.journal.read_only {
        return None;
    }
    // What was written is said once more when the note is on disk.
    model.journal.saving += 1;
    model.work.then = model.notices.shown.as_ref().map(|notice| notice.text.clone());
    Some(Effect::Record(intents))
}

/// Is it the agency that was written to? A roster need not say its region.
fn is_of(key: &ReportKey, to: &ReportKey) -> bool {
    key.agency == to.agency && key.year == to.year && (to.region.is_empty() || key.region == to.region)
}

fn close_waiting(model: &mut Model) -> bool {
    let waits =
        matches!(&model.overlay, Some(Overlay::Out(what)) if matches!(**what, OutBox::Waiting | OutBox::Leaving));
    if waits {
        model.overlay = None;
    }
    waits
}

/// The first line is said, the others with the next keys.
fn say_lines(model: &mut Model, tone: Tone, text: &str) {
    let mut lines = text.lines();
    model.say(tone, lines.next().unwrap_or_default());
    model.notices.unsaid.extend(lines.map(|line| Notice { text: line.to_owned(), tone }));
}
