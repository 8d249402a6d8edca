//! Answering a question.

use crossterm::event::KeyCode;

use crate::journal::Status;
use crate::tui::act::{self, begun};
use crate::tui::keys::Key;
use crate::tui::model::{Model, Overlay};
use crate::tui::msg::Effect;
use crate::tui::overlay::due::{self, DueOf};

use super::{Answer, Question};

/// A key while it is asked.
pub(crate) fn pressed(model: &mut Model, question: Question, key: Key) -> Vec<Effect> {
    match key.typed() {
        Some('y' | 'Y') => return confirmed(model, question),
        Some('n' | 'N') => {}
        _ if key.code() == KeyCode::Esc => {}
        _ => model.overlay = Some(Overlay::Question(question)),
    }
    Vec::new()
}

/// It was answered with yes.
fn confirmed(model: &mut Model, Question { about, yes, .. }: Question) -> Vec<Effect> {
    if begun::has_moved(model, &about.subject) {
        return Vec::new();
    }
    match yes {
        Answer::Accept => act::set_status(model, Some(*about), Status::Accepted, None, String::new()),
        Answer::Return => {
            due::ask(model, DueOf::One(about));
            Vec::new()
        }
    }
}
