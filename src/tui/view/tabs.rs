//! The tabs of a report, and behind them how far its review is.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::hit::Hit;
use crate::tui::model::{Model, Opened, ReviewMark, Screen, Tab};
use crate::tui::{rounds, screen, theme};

use super::paint::{Canvas, Piece, run};

struct Named {
    number: u8,
    tab: Hit,
    name: String,
    /// How many lines there are to see.
    count: Option<usize>,
}

/// How the tabs share the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Room {
    /// With blanks around each name.
    Wide,
    /// Names and numbers close together.
    Close,
    /// Only the tab shown has its name: the others have their keys.
    Tight,
}

impl Named {
    fn text(&self, room: Room, here: bool) -> String {
        let Self { number, name, .. } = self;
        let count = |least: usize| self.count.filter(|&count| count >= least).map(|count| format!(" {count}"));
        let text = match room {
            Room::Wide => format!("{number} {name}{}", count(0).unwrap_or_default()),
            Room::Close => format!("{number}{name}{}", count(1).unwrap_or_default()),
            Room::Tight if here => format!("{number} {name}{}", count(0).unwrap_or_default()),
            Room::Tight => number.to_string(),
        };
        match (here, room) {
            (true, _) => format!("[{text}]"),
            (false, Room::Close) => format!(" {text}"),
            (false, _) => format!(" {text} "),
        }
    }
}

pub(crate) fn draw(canvas: &mut Canvas<'_>, area: Rect, model: &Model, opened: &Opened<'_>) {
    let tabs = all(model, opened);
    let here = match opened.open.table() {
        Some(table) => Hit::Table(table),
        None => Hit::Tab(opened.open.screen),
    };
    let shown = |tab: &Named| tab.tab == here;
    let [name, status] = status_of_report(model, opened);
    let after = shared(model, opened);
    let said: usize = after.iter().map(|(text, _)| canvas.measure.cells(text)).sum();
    let width = |room| tabs.iter().map(|tab| canvas.measure.cells(&tab.text(room, shown(tab)))).sum::<usize>();
    let fits = |room, status: &str| width(room) + said + canvas.measure.cells(status) <= usize::from(area.width);
    let room = [Room::Wide, Room::Close].into_iter().find(|&room| fits(room, &name)).unwrap_or(Room::Tight);
    // The names of the tabs come before the date.
    let status = if room != Room::Tight && !fits(room, &status) { name } else { status };
    let mut x = area.x;
    let mut pieces: Vec<Piece> = Vec::new();
    for tab in &tabs {
        let text = tab.text(room, shown(tab));
        x = canvas.clickable(Rect { x, ..area }, &text, tab.tab);
        pieces.push(run(text, if shown(tab) { theme::CELL_CURSOR } else { theme::PLAIN }));
    }
    let mark = model.journal.marks.get(opened.open.item).unwrap_or_default();
    pieces.push(run(status, theme::status(mark.status)));
    pieces.extend(after.into_iter().map(|(text, style)| run(text, style)));
    pieces.extend(unchecked(model, opened));
    canvas.pieces(area, 0, pieces);
}

/// The tabs of a report: one for each screen that has its own, and one for each of its tables.
fn all(model: &Model, opened: &Opened<'_>) -> Vec<Named> {
    let mut tabs = Vec::new();
    for screen in Screen::ALL {
        let shown = screen::of(screen);
        match screen.tab() {
            Tab::Own(_) if shown.has_tab(model, opened) => {
                let name = screen.name(model.words()).to_owned();
                tabs.push((Hit::Tab(screen), name, shown.count(model, opened)));
            }
            Tab::OfTable => {
                let tables = opened.form.tables.iter().enumerate();
                tabs.extend(tables.map(|(index, table)| (Hit::Table(index), table.name(model.given.lang), None)));
            }
            Tab::Own(_) | Tab::OfCell | Tab::Outside => {}
        }
    }
    // The key of the tenth is that of zero.
    let named = |(number, (tab, name, count)): (u8, _)| Named { number: number % 10, tab, name, count };
    (1..).zip(tabs).map(named).collect()
}

/// How far the review of the open report is: without the date of a return, and with it.
fn status_of_report(model: &Model, opened: &Opened<'_>) -> [String; 2] {
    let mark = model.journal.marks.get(opened.open.item).unwrap_or_default();
    let text = |mark| format!("  {}", rounds::long_status_text(model.words(), mark, model.journal.marks.today));
    [text(ReviewMark { due: None, ..mark }), text(mark)]
}

/// Whose the open report is, where reviewers disagree on it, and whether its file is still there.
fn shared(model: &Model, opened: &Opened<'_>) -> Vec<(String, Style)> {
    let item = opened.open.item;
    let conflicts = model.journal.marks.get(item).map_or(0, |mark| mark.conflicts);
    let mut said = Vec::new();
    if model.library.is_gone(item) {
        said.push((format!("  {}", model.words().live.is_gone()), theme::BAD));
    }
    said.extend(model.journal.marks.assignee(item).map(|name| (format!("  @{name}"), theme::PLAIN)));
    if conflicts > 0 {
        let text = model.words().together.conflicts(conflicts);
        said.push((format!("  {text}"), theme::WARNING));
    }
    said
}

/// How much of the open report could not be checked.
fn unchecked(model: &Model, opened: &Opened<'_>) -> Option<Piece> {
    let count = opened.open.outcome.unchecked.len();
    let text = model.words().desk.unchecked(count);
    (count > 0).then(|| run(format!("  {text}"), theme::WARNING))
}

#[cfg(test)]
mod tests {
    use crate::tui::command;
    use crate::tui::fixture::{Desk, versions};
    use crate::words::Lang;

    use super::*;

    #[test]
    fn every_screen_of_a_report_has_a_tab_whose_number_is_its_key() {
        let [first, second, _] = versions();
        let mut desk = Desk::empty(Lang::Zh, 80, 24);
        desk.load(&[first]).keys("enter esc").load(&[second]).keys("enter");
        assert_eq!(desk.opened(), "v/2");
        let opened = desk.model.opened().unwrap();
        let tabs = all(&desk.model, &opened);
        for screen in Screen::ALL {
            let of_screen = |tab: &&Named| match (tab.tab, screen.tab()) {
                (Hit::Tab(shown), Tab::Own(_)) => shown == screen,
                (Hit::Table(_), Tab::OfTable | Tab::OfCell) => true,
                _ => false,
            };
            let found: Vec<&Named> = tabs.iter().filter(of_screen).collect();
            assert_eq!(found.is_empty(), !screen.is_in_report(), "{}", screen.id());
            if let Tab::Own(command) = screen.tab() {
                let keys = [found[0].number.to_string()];
                assert_eq!(command::of(command).keys, keys, "{}", screen.id());
            }
        }
    }
}
