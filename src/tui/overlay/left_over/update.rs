//! The reviewer is asked what is to become of them.

use crossterm::event::KeyCode;

use crate::journal::Act;
use crate::tui::about;
use crate::tui::keys::Key;
use crate::tui::model::{Model, Overlay};
use crate::tui::msg::{DraftMsg, Effect};
use crate::tui::overlay::editor::{self, Editor, Purpose};

use super::LeftOver;

/// The reviewer is asked as soon as nothing else lies over the screen.
pub(crate) fn offer(model: &mut Model) {
    if model.overlay.is_none() && !model.work.left_over.is_empty() {
        model.overlay = Some(Overlay::LeftOver(LeftOver::default()));
    }
}

/// They were looked at, and nothing was decided: they are offered again, and on disk as they were.
pub(crate) fn put_back(model: &mut Model, act: Act) -> Vec<Effect> {
    model.work.left_over.insert(0, act.clone());
    model.overlay = Some(Overlay::LeftOver(LeftOver::default()));
    vec![Effect::Drafts(DraftMsg::Restore(Box::new(act)))]
}

/// A key while they are asked about.
pub(crate) fn pressed(model: &mut Model, LeftOver { cursor }: LeftOver, key: Key) -> Vec<Effect> {
    let last = model.work.left_over.len().saturating_sub(1);
    let cursor = match key.code() {
        KeyCode::Char('j') | KeyCode::Down => (cursor + 1).min(last),
        KeyCode::Char('k') | KeyCode::Up => cursor.saturating_sub(1),
        KeyCode::Char('g') | KeyCode::Home => 0,
        KeyCode::Char('G') | KeyCode::End => last,
        KeyCode::Enter if cursor <= last && !model.work.left_over.is_empty() => {
            let act = model.work.left_over.remove(cursor);
            let item = about::item_of(model, &act);
            let (words, audience) = (act.words().to_owned(), act.audience);
            let editor = Editor::new(item, Purpose::Draft(Box::new(act)), &words).read_by(audience);
            editor::open(model, editor.unsaved());
            return Vec::new();
        }
        KeyCode::Char('y' | 'Y') => {
            // What was shown, and nothing else that may lie there by now.
            return vec![Effect::Drafts(DraftMsg::Save(std::mem::take(&mut model.work.left_over)))];
        }
        KeyCode::Char('n' | 'N') => {
            let ids = std::mem::take(&mut model.work.left_over).iter().map(|act| act.id).collect();
            return vec![Effect::Drafts(DraftMsg::Discard(ids))];
        }
        KeyCode::Esc => {
            // They are asked about at the next start.
            model.work.left_over.clear();
            return Vec::new();
        }
        _ => cursor,
    };
    model.overlay = Some(Overlay::LeftOver(LeftOver { cursor }));
    Vec::new()
}
