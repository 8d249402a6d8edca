//! What changed in a report since the version before.

mod changes;
mod state;
mod update;
mod view;

use ratatui::layout::Position;

use crate::journal::Target;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::lines::Lines;
use crate::tui::model::{Model, Open, Opened, PanelNeed, Screen, Window};
use crate::tui::msg::Effect;
use crate::tui::query::{Query, lines_with};
use crate::tui::view::paint::Canvas;
use crate::tui::why_not::Able;

use super::show::Show;

#[cfg(test)]
pub(crate) use changes::{Group, VersionLine};
pub(crate) use changes::{current, groups, heading, len, text, version_before};
pub(crate) use state::{Earlier, Versions};
pub(crate) use update::arrived;

/// So much of the change under the cursor is shown whole.
const LINES_OF_PANEL: usize = 5;

/// What changed in the open report since the version before.
pub(crate) struct VersionsScreen;

impl Show for VersionsScreen {
    fn draw(&self, canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
        view::draw(canvas, regions, model)
    }

    fn rows(&self, model: &Model) -> Option<usize> {
        let groups = groups(model);
        Some(len(&groups) + groups.len())
    }

    fn panel(&self, _model: &Model, _width: usize) -> PanelNeed {
        PanelNeed::of(LINES_OF_PANEL)
    }

    fn found(&self, model: &Model, query: &Query) -> Vec<Hit> {
        let entries = groups(model).into_iter().flat_map(|(_, entries)| entries);
        lines_with(query, entries.map(|entry| text(model, &entry)))
    }

    fn all_lines(&self, model: &Model) -> Lines {
        let entries = groups(model).into_iter().flat_map(|(_, entries)| entries);
        Lines::of(entries.map(|entry| text(model, &entry)))
    }

    fn lines(&self, model: &Model) -> Vec<String> {
        let entry = current(model).map(|entry| text(model, &entry));
        let groups = groups(model).into_iter().filter(|(_, entries)| !entries.is_empty());
        let counts = groups.map(|(group, entries)| format!("{} {}", group.name(model.words()), entries.len()));
        [heading(model)].into_iter().chain(counts).chain(entry).collect()
    }

    fn copied(&self, model: &Model) -> Option<String> {
        current(model).map(|entry| text(model, &entry))
    }

    fn target(&self, model: &Model) -> Target {
        update::target(model)
    }

    fn can_enter(&self, model: &Model) -> Able {
        update::can_enter(model)
    }

    fn enter(&self, model: &mut Model) -> Vec<Effect> {
        update::enter(model);
        Vec::new()
    }

    fn wish(&self, model: &mut Model) -> Option<Effect> {
        update::wish(model)
    }

    fn window<'o>(&self, open: &'o mut Open) -> Option<&'o mut Window> {
        Some(&mut open.versions.window)
    }

    fn cursor(&self, model: &Model) -> (usize, usize) {
        (model.open.as_ref().map_or(0, |open| open.versions.window.cursor), 0)
    }

    fn settle(&self, model: &mut Model, regions: &Regions) {
        let len = len(&groups(model));
        if let Some(open) = model.open.as_mut() {
            open.versions.window.settle(len, usize::from(regions.body.height));
        }
    }

    /// Only where there is a version before; who is here already sees where that is.
    fn has_tab(&self, model: &Model, opened: &Opened<'_>) -> bool {
        opened.open.screen == Screen::Versions || version_before(model, opened.lean).is_some()
    }
}

#[cfg(test)]
mod tests;
