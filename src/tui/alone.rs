//! The desk without a terminal, a disk, a clock and threads: what a program needs that measures it from outside.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};

use crate::check::{Listed, Profile, check};
use crate::library::Narrated;
use crate::report::{Lean, Narrative, SafeText};
use crate::words::Lang;

use super::command::keymap;
use super::keys::Key;
use super::model::{Item, ItemId, Model, Sheet};
use super::msg::{Effect, Msg};
use super::update::{settle, update};
use super::view;

/// A Chinese desk on reports that are in memory. What it wants done outside is left undone.
#[derive(Debug)]
pub struct Desk(Model);

impl Desk {
    /// Opens it on reports, each with its id, and checks their tables.
    #[must_use]
    pub fn open(size: Size, reports: impl IntoIterator<Item = (String, Lean)>) -> Self {
        let mut model = Model::new(Lang::Zh, SafeText::line("li"), SafeText::line("dir"), size, keymap());
        let items = reports.into_iter().map(|(id, lean)| {
            let findings = Listed::all(&check(&lean, Profile::standard()).findings);
            Item { id: SafeText::line(&id), path: id.into(), body: Ok(Sheet::new(lean, findings)) }
        });
        update(&mut model, Msg::Loaded(items.collect()));
        update(&mut model, Msg::LoadingDone);
        settle(&mut model);
        Self(model)
    }

    /// Presses a key; the reports whose texts are now wanted, by their places among those it was opened on.
    pub fn press(&mut self, code: KeyCode) -> Vec<ItemId> {
        let event = KeyEvent::new(code, KeyModifiers::NONE);
        let wanted = |effect| if let Effect::Open(item) = effect { Some(item) } else { None };
        update(&mut self.0, Msg::Key(Key::from(event), event)).into_iter().filter_map(wanted).collect()
    }

    /// Brings the text of a report.
    pub fn bring(&mut self, item: ItemId, narrative: Narrative) {
        let narrated = Box::new(Narrated { narrative, ..Narrated::default() });
        update(&mut self.0, Msg::Opened(item, Ok(narrated)));
    }

    /// Draws it anew; where the cursor is, if it is shown.
    pub fn draw(&mut self, buffer: &mut Buffer) -> Option<Position> {
        settle(&mut self.0);
        view::draw(buffer, &self.0)
    }
}

/// Reads a file of keys as the desk does when it starts.
pub fn read_keys(text: &str) {
    drop(keymap().with_own(text));
}
