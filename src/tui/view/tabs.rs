//! The tabs of a report, and behind them how far its review is.

use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::hit::Hit;
use crate::tui::model::{Model, Opened, ReviewMark, Screen};
use crate::tui::screen::{notes, versions};
use crate::tui::{rounds, theme};
use crate::words::CommandId;

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

pub fn draw(canvas: &mut Canvas<'_>, area: Rect, model: &Model, opened: &Opened<'_>) {
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
    let mark = model.marks.get(opened.open.item).unwrap_or_default();
    pieces.push(run(status, theme::status(mark.status)));
    pieces.extend(after.into_iter().map(|(text, style)| run(text, style)));
    pieces.extend(unchecked(model, opened));
    canvas.pieces(area, 0, pieces);
}

/// All tabs of a report; what changed since the version before only where there is one.
fn all(model: &Model, opened: &Opened<'_>) -> Vec<Named> {
    let called = |command: CommandId| command.text(model.lang).short.to_owned();
    let findings = opened.open.outcome.findings.len();
    let doubts = usize::try_from(opened.lean.remarks).ok();
    let mut tabs = vec![(Hit::Tab(Screen::Findings), called(CommandId::TabFindings), Some(findings))];
    let tables = opened.form.tables.iter().enumerate();
    tabs.extend(tables.map(|(index, table)| (Hit::Table(index), table.name(model.lang), None)));
    tabs.push((Hit::Tab(Screen::Text), called(CommandId::TabText), None));
    tabs.push((Hit::Tab(Screen::Notes), called(CommandId::TabNotes), Some(notes::entries(model).len())));
    tabs.push((Hit::Tab(Screen::Source), called(CommandId::TabSource), None));
    tabs.push((Hit::Tab(Screen::Doubts), called(CommandId::TabDoubts), doubts));
    tabs.push((Hit::Tab(Screen::Years), called(CommandId::TabYears), None));
    let named = |(number, (tab, name, count))| Named { number, tab, name, count };
    let mut tabs: Vec<Named> = (1..).zip(tabs).map(named).collect();
    if opened.open.screen == Screen::Versions || versions::version_before(model, opened.lean).is_some() {
        let name = called(CommandId::TabVersions);
        tabs.push(Named { number: 0, tab: Hit::Tab(Screen::Versions), name, count: None });
    }
    tabs
}

/// How far the review of the open report is: without the date of a return, and with it.
fn status_of_report(model: &Model, opened: &Opened<'_>) -> [String; 2] {
    let mark = model.marks.get(opened.open.item).unwrap_or_default();
    let text = |mark| format!("  {}", rounds::long_status_text(model.words(), mark, model.marks.today));
    [text(ReviewMark { due: None, ..mark }), text(mark)]
}

/// Whose the open report is, where reviewers disagree on it, and whether its file is still there.
fn shared(model: &Model, opened: &Opened<'_>) -> Vec<(String, Style)> {
    let item = opened.open.item;
    let conflicts = model.marks.get(item).map_or(0, |mark| mark.conflicts);
    let mut said = Vec::new();
    if model.library.is_gone(item) {
        said.push((format!("  {}", model.words().live.is_gone()), theme::BAD));
    }
    said.extend(model.marks.assignee(item).map(|name| (format!("  @{name}"), theme::PLAIN)));
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
