//! The date is asked for before a report is returned, and changed later.

use crossterm::event::KeyCode;

use crate::journal::{Status, Target};
use crate::report::SafeText;
use crate::tui::act::{self, begun};
use crate::tui::keys::Key;
use crate::tui::model::{Model, Overlay, Tone};
use crate::tui::msg::Effect;
use crate::tui::overlay::bulk::{self, BulkDeed};

use super::{DueOf, DuePrompt, date};

/// More than any date takes.
const LONGEST: usize = 16;

/// Asks for the date.
pub(crate) fn ask(model: &mut Model, of: DueOf) {
    let usual = match &of {
        DueOf::Change(begun) => model.journal.marks.get(begun.subject.item).and_then(|mark| mark.due),
        DueOf::One(_) | DueOf::Marked => None,
    };
    let usual = usual.or_else(|| date::usual_due(model));
    model.overlay = Some(Overlay::Due(DuePrompt { of, text: String::new(), usual }));
}

/// Asks for another date of the current report.
pub(crate) fn change(model: &mut Model) {
    if let Some(begun) = begun::begin(model, model.current_item(), Target::Report) {
        ask(model, DueOf::Change(Box::new(begun)));
    }
}

/// A key while the date is asked for.
pub(crate) fn pressed(model: &mut Model, mut prompt: DuePrompt, key: Key) -> Vec<Effect> {
    let is = |text: &str| Key::parse(text) == Some(key);
    match key.code() {
        KeyCode::Esc => return Vec::new(),
        KeyCode::Enter => return entered(model, prompt),
        KeyCode::Backspace => drop(prompt.text.pop()),
        _ if is("ctrl-c") => return Vec::new(),
        _ if is("ctrl-u") => prompt.text.clear(),
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

/// Typed or pasted text.
pub(crate) fn pasted(prompt: &mut DuePrompt, text: &str) {
    let room = LONGEST.saturating_sub(prompt.text.chars().count());
    prompt.text.extend(SafeText::line(text.trim()).chars().take(room));
}

/// A date that cannot be meant is said, and the reviewer goes on writing it.
fn entered(model: &mut Model, prompt: DuePrompt) -> Vec<Effect> {
    let today = model.journal.marks.today;
    let read = if prompt.text.is_empty() { Some(prompt.usual) } else { date::read_due(&prompt.text, today) };
    let act = &model.words().act;
    let wrong = match read {
        None => act.due_bad(&prompt.text),
        // A date that was set earlier may stay.
        Some(Some(due)) if today.is_some_and(|today| due < today) && !prompt.text.is_empty() => act.due_over(due),
        Some(due) => return set(model, prompt.of, due),
    };
    model.say(Tone::Bad, wrong);
    model.overlay = Some(Overlay::Due(prompt));
    Vec::new()
}

fn set(model: &mut Model, of: DueOf, due: Option<jiff::civil::Date>) -> Vec<Effect> {
    match of {
        DueOf::One(begun) | DueOf::Change(begun) if begun::has_moved(model, &begun.subject) => Vec::new(),
        DueOf::One(begun) => act::set_status(model, Some(*begun), Status::Returned, due),
        DueOf::Change(begun) => act::write_status(model, Some(*begun), Status::Returned, due),
        DueOf::Marked => {
            bulk::preview(model, BulkDeed::Return(due));
            Vec::new()
        }
    }
}
