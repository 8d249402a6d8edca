//! What goes with a return is asked before it is done; its date is changed later.

use crossterm::event::KeyCode;
use jiff::civil::Date;

use crate::journal::{ReportKey, Status, Target};
use crate::report::SafeText;
use crate::tui::act::{self, begun};
use crate::tui::keys::Key;
use crate::tui::model::{Begun, Model, Overlay, Subject, Tone};
use crate::tui::msg::{DraftMsg, Effect, What};
use crate::tui::overlay::bulk::{self, BulkDeed};
use crate::tui::overlay::out;
use crate::words::CommandId;

use super::date::DueDate;
use super::{DueField, DueOf, DuePrompt, Going, date, going};

/// More than any date takes.
const LONGEST: usize = 24;

/// More than anybody says in a sentence.
const LONGEST_REASON: usize = 400;

/// Asks for what goes with a return; words that were written for it before are there again.
pub(crate) fn ask(model: &mut Model, of: DueOf) {
    let reason = model.work.unsent.take_if(|(item, _)| *item == of.one()).map(|(_, reason)| reason);
    // Why a file cannot be read is why it goes back.
    let why = || Some(model.library.get(of.one()?)?.body.as_ref().err()?.to_string());
    let reason = reason.or_else(why).unwrap_or_default();
    ask_again(model, of, reason);
}

/// The same with a reason that stands already.
pub(crate) fn ask_again(model: &mut Model, of: DueOf, reason: String) {
    let usual = match &of {
        DueOf::Change(begun) => model.journal.marks.get(begun.subject.item).and_then(|mark| mark.due),
        DueOf::One(_) | DueOf::Marked => None,
    };
    let usual = usual.or_else(|| date::usual_due(model));
    let going = of.one().map(|item| going::of(model, item)).unwrap_or_default();
    let prompt = DuePrompt {
        of,
        text: String::new(),
        usual,
        reason,
        field: DueField::Date,
        going,
        cursor: 0,
        with_notice: false,
    };
    model.overlay = Some(Overlay::Due(Box::new(prompt)));
}

/// Asks for another date of the current report.
pub(crate) fn change(model: &mut Model) {
    if let Some(begun) = begun::begin(model, model.current_item(), Target::Report) {
        ask(model, DueOf::Change(Box::new(begun)));
    }
}

/// A return could not be saved: its words are where they were written.
pub(crate) fn give_back(model: &mut Model, subject: Subject, many: bool, reason: &str) {
    let of = if many { DueOf::Marked } else { DueOf::One(Box::new(begun::about(model, subject, Target::Report))) };
    ask_again(model, of, reason.to_owned());
}

/// A key while it is written.
pub(crate) fn pressed(model: &mut Model, mut prompt: Box<DuePrompt>, key: Key) -> Vec<Effect> {
    let is = |text: &str| Key::parse(text) == Some(key);
    match key.code() {
        KeyCode::Enter => return entered(model, prompt),
        _ if key.code() == KeyCode::Esc || is("ctrl-c") => {
            return put_aside(model, &prompt);
        }
        _ if is("ctrl-n") && prompt.of.one().is_some() => {
            prompt.with_notice = true;
            return entered(model, prompt);
        }
        KeyCode::Tab => prompt.step(false),
        KeyCode::BackTab => prompt.step(true),
        KeyCode::Down | KeyCode::Up if prompt.field != DueField::Findings => prompt.step(key.code() == KeyCode::Up),
        KeyCode::Backspace => {
            prompt.line().map(String::pop);
        }
        _ if is("ctrl-u") => {
            prompt.line().map(String::clear);
        }
        _ if prompt.field == DueField::Findings => among_findings(model, &mut prompt, key),
        _ => {
            // What is no date is refused when it is entered: left out now, `12月5日` would be 125 days.
            if let Some(c) = key.typed() {
                pasted(&mut prompt, c.encode_utf8(&mut [0; 4]));
            }
        }
    }
    model.overlay = Some(Overlay::Due(prompt));
    Vec::new()
}

/// A key on the list of findings.
fn among_findings(model: &mut Model, prompt: &mut DuePrompt, key: Key) {
    let last = prompt.going.len().saturating_sub(1);
    match key.code() {
        KeyCode::Char('j') | KeyCode::Down => prompt.cursor = (prompt.cursor + 1).min(last),
        KeyCode::Char('k') | KeyCode::Up if prompt.cursor == 0 => prompt.step(true),
        KeyCode::Char('k') | KeyCode::Up => prompt.cursor -= 1,
        KeyCode::Char(' ') => {
            let toggled = prompt.going.get_mut(prompt.cursor).is_none_or(Going::toggle);
            if !toggled {
                model.say(Tone::Bad, model.words().act.due_goes());
            }
        }
        _ => {}
    }
}

/// Typed or pasted text.
pub(crate) fn pasted(prompt: &mut DuePrompt, text: &str) {
    let longest = if prompt.field == DueField::Date { LONGEST } else { LONGEST_REASON };
    let text = SafeText::line(if text == " " { text } else { text.trim() });
    if let Some(line) = prompt.line() {
        let room = longest.saturating_sub(line.chars().count());
        line.extend(text.chars().take(room));
    }
}

/// What was written of the reason is there when the report is returned after all, and not before.
fn put_aside(model: &mut Model, prompt: &DuePrompt) -> Vec<Effect> {
    if prompt.reason.trim().is_empty() {
        return Vec::new();
    }
    model.work.unsent = Some((prompt.of.one(), prompt.reason.clone()));
    vec![Effect::Drafts(DraftMsg::Forget(prompt.reason.clone()))]
}

/// What has been written of the date, or else what is usual; `None` for what is no date.
pub(super) fn written(prompt: &DuePrompt, today: Option<Date>) -> Option<DueDate> {
    if prompt.text.trim().is_empty() {
        return Some(DueDate { date: prompt.usual, unknown: None });
    }
    date::read_due(&prompt.text, today)
}

/// A date that cannot be meant is said, and the reviewer goes on writing it.
fn entered(model: &mut Model, mut prompt: Box<DuePrompt>) -> Vec<Effect> {
    let today = model.journal.marks.today;
    let act = &model.words().act;
    let wrong = match written(&prompt, today) {
        None => act.due_bad(&prompt.text),
        // A date that was set earlier may stay.
        Some(DueDate { date: Some(due), .. }) if today.is_some_and(|today| due < today) && !prompt.text.is_empty() => {
            act.due_over(due)
        }
        Some(DueDate { date, .. }) => return set(model, prompt, date),
    };
    prompt.with_notice = false;
    model.say(Tone::Bad, wrong);
    model.overlay = Some(Overlay::Due(prompt));
    Vec::new()
}

fn set(model: &mut Model, mut prompt: Box<DuePrompt>, due: Option<Date>) -> Vec<Effect> {
    let moved = match &prompt.of {
        DueOf::One(begun) | DueOf::Change(begun) => begun::has_moved(model, &begun.subject),
        DueOf::Marked => false,
    };
    if moved || has_changed(model, &mut prompt) {
        if moved {
            return put_aside(model, &prompt);
        }
        prompt.with_notice = false;
        model.overlay = Some(Overlay::Due(prompt));
        return Vec::new();
    }
    let reason = prompt.reason.trim().to_owned();
    match prompt.of {
        DueOf::One(begun) if act::is_already(model, begun.subject.item, Status::Returned) => Vec::new(),
        DueOf::One(begun) => {
            let report = begun.subject.report.key();
            let effects = returned(model, *begun, &prompt.going, (due, reason));
            offer_notice(model, report, prompt.with_notice);
            effects
        }
        // What was said when it was returned stays said.
        DueOf::Change(begun) => {
            let reason = said_before(model, &begun);
            act::write_status(model, Some(*begun), Status::Returned, due, reason)
        }
        DueOf::Marked => {
            bulk::preview(model, BulkDeed::Return(due, reason));
            Vec::new()
        }
    }
}

/// The notice of what was returned is shown as soon as that is on disk, or it is said how to write it.
fn offer_notice(model: &mut Model, report: ReportKey, wanted: bool) {
    if wanted {
        out::after_return(model, report);
    } else {
        model.work.then = Some(model.words().outgoing.offer(model.key_text(CommandId::WriteOut)));
    }
}

/// Other findings than were shown do not go with it unseen.
fn has_changed(model: &mut Model, prompt: &mut DuePrompt) -> bool {
    let Some(item) = prompt.of.one() else { return false };
    let mut fresh = going::of(model, item);
    let is_known = |going: &Going| prompt.going.iter().any(|shown| shown.is_as(going));
    if fresh.len() == prompt.going.len() && fresh.iter().all(is_known) {
        return false;
    }
    for going in &mut fresh {
        let shown = prompt.going.iter().find(|shown| shown.is_as(going));
        going.is_ticked = shown.map_or(going.is_ticked, |shown| shown.is_ticked);
    }
    (prompt.going, prompt.cursor) = (fresh, 0);
    // What is shown now is what the reviewer will have seen.
    if let DueOf::One(begun) = &mut prompt.of {
        **begun = begun::about(model, begun.subject.clone(), Target::Report);
    }
    model.say(Tone::Bad, model.words().act.due_changed());
    true
}

/// The return and what was decided with it, in one record: they are taken back as one.
fn returned(model: &mut Model, begun: Begun, going: &[Going], (due, reason): (Option<Date>, String)) -> Vec<Effect> {
    let verdicts = going.iter().filter_map(Going::verdict);
    let mut intents: Vec<_> = verdicts
        .map(|(target, verdict)| begun::intent_on(model, begun.subject.clone(), target, What::Verdict(verdict)))
        .collect();
    if intents.is_empty() {
        return act::write_status(model, Some(begun), Status::Returned, due, reason);
    }
    act::remember_status(model, Status::Returned, due, &reason);
    intents.push(begun::intent(model, begun, What::Status(Status::Returned, due, reason)));
    act::record(model, intents)
}

fn said_before(model: &Model, begun: &Begun) -> String {
    let act = model.review_of(begun.subject.item).and_then(|review| review.status_act());
    act.map(|act| act.text.to_string()).unwrap_or_default()
}
