//! The notes of a report, and the other review acts on it.

mod entries;
mod view;

use ratatui::layout::Position;

use crate::journal::Target;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::lines::Lines;
use crate::tui::model::{Model, Open, Opened, PanelNeed, Window};
use crate::tui::msg::Effect;
use crate::tui::query::{Query, lines_with};
use crate::tui::screen::opening;
use crate::tui::view::paint::Canvas;
use crate::tui::why_not::{Able, need};

use super::show::Show;

pub(crate) use entries::{NoteLine, current, entries, entries_of, none, target_name};

/// The notes of the open report.
pub(crate) struct NotesScreen;

impl Show for NotesScreen {
    fn draw(&self, canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
        view::draw(canvas, regions, model)
    }

    fn rows(&self, model: &Model) -> Option<usize> {
        Some(entries(model).len())
    }

    fn panel(&self, model: &Model, width: usize) -> PanelNeed {
        PanelNeed::of(current(model).map_or(0, |entry| view::words_of(model, &entry, width).len()))
    }

    fn found(&self, model: &Model, query: &Query) -> Vec<Hit> {
        let Some(opened) = model.opened() else { return Vec::new() };
        let line = |entry: &NoteLine<'_>| {
            let act = entry.act;
            let (what, target) = (entry.described(model.words()), target_name(model, &opened, &act.target));
            format!("{} {} {what} {target} {}", act.at.local(), act.by, entry.text())
        };
        lines_with(query, entries(model).iter().map(line))
    }

    /// Whose act it is.
    fn word(&self, model: &Model) -> Option<String> {
        current(model).map(|entry| entry.act.by.to_string())
    }

    fn all_lines(&self, model: &Model) -> Lines {
        let Some(opened) = model.opened() else { return Lines::default() };
        let row = |entry: &NoteLine<'_>| {
            let (act, target) = (entry.act, target_name(model, &opened, &entry.act.target));
            let what = entry.described(model.words());
            vec![act.at.local().to_string(), act.by.to_string(), what, target, entry.text().to_owned()]
        };
        Lines { head: Vec::new(), rows: entries(model).iter().map(row).collect() }
    }

    fn lines(&self, model: &Model) -> Vec<String> {
        let words = model.words();
        vec![match current(model) {
            Some(entry) => {
                let act = entry.act;
                let text = format!("{} {} {} {}", act.at.local(), act.by, entry.described(words), entry.text());
                text.replace('\n', "\r\n")
            }
            None => none(model),
        }]
    }

    fn copied(&self, model: &Model) -> Option<String> {
        current(model).map(|entry| entry.text().to_owned())
    }

    fn target(&self, model: &Model) -> Target {
        current(model).map_or(Target::Report, |entry| entry.act.target.clone())
    }

    fn can_enter(&self, model: &Model) -> Able {
        need(current(model).is_some(), model.words().desk.no_note_here())
    }

    /// To what the note speaks of.
    fn enter(&self, model: &mut Model) -> Vec<Effect> {
        if let Some(target) = current(model).map(|entry| entry.act.target.clone()) {
            opening::follow(model, &target);
        }
        Vec::new()
    }

    fn window<'o>(&self, open: &'o mut Open) -> Option<&'o mut Window> {
        Some(&mut open.notes)
    }

    fn cursor(&self, model: &Model) -> (usize, usize) {
        (model.open.as_ref().map_or(0, |open| open.notes.cursor), 0)
    }

    fn settle(&self, model: &mut Model, regions: &Regions) {
        let len = entries(model).len();
        if let Some(open) = model.open.as_mut() {
            open.notes.settle(len, usize::from(regions.body.height));
        }
    }

    fn count(&self, model: &Model, _opened: &Opened<'_>) -> Option<usize> {
        Some(entries(model).len())
    }
}
