//! What every screen has: the path, the tabs or chips, the line for notices, the footer.

use ratatui::layout::{Position, Rect};

use crate::check;
use crate::journal::Status;
use crate::report::SafeText;
use crate::terminal::glyphs::SAFE;
use crate::tui::command::{COMMANDS, Command};
use crate::tui::hit::Hit;
use crate::tui::model::{Model, Opened, Screen};
use crate::tui::screen::agencies::narrowing::{chip_text, order_text};
use crate::tui::{find, screen, theme, together};
use crate::words::{CommandId, Lang};

use super::paint::{Canvas, run};
use super::tabs;

/// The path to where the reviewer is, and at its right how far loading is.
pub(crate) fn top(canvas: &mut Canvas<'_>, area: Rect, model: &Model) {
    let words = &model.words().desk;
    let mut path = vec![words.program().to_owned(), model.given.root.to_string()];
    if let Some(opened) = model.opened() {
        path.extend(place_names(&opened, model));
    }
    canvas.line(area, 0, &fitting(path, usize::from(area.width), canvas), theme::HEADING);
    if !model.directory.loading.done {
        let text = words.loading(model.directory.loading.read, model.directory.loading.found);
        canvas.right(area, 0, &format!(" {text}"), theme::WARNING);
    } else if !model.directory.loading.checked_all && !model.library.is_empty() {
        let all = model.directory.loading.read.saturating_sub(model.directory.loading.unreadable);
        canvas.right(area, 0, &format!(" {}", words.checking(model.directory.loading.checked, all)), theme::DIM);
    } else if let Some(text) = model.open.as_ref().and_then(|open| together::looking_text(model, open.item)) {
        canvas.right(area, 0, &format!(" {text}"), theme::WARNING);
    }
}

/// The path in one line: where it is too long, its beginning gives way, for its end says where one is.
fn fitting(mut path: Vec<String>, room: usize, canvas: &Canvas<'_>) -> String {
    let join = |path: &[String]| path.join(&format!(" {} ", SAFE.marker));
    while path.len() > 2 && canvas.measure.cells(&join(&path)) > room {
        path.remove(0);
    }
    join(&path)
}

fn place_names(opened: &Opened<'_>, model: &Model) -> Vec<String> {
    let mut names = vec![opened.lean.head.name()];
    if let Some(table) = opened.open.table().and_then(|table| opened.form.tables.get(table)) {
        names.push(table.name(model.given.lang));
    }
    if let Some(cell) = opened.open.current_cell(opened.form).filter(|_| opened.open.screen == Screen::Cell) {
        names.push(check::cell_name(opened.form, cell, model.given.lang));
    }
    names
}

/// The tabs of a report, or what the list is narrowed to.
pub(crate) fn tabs(canvas: &mut Canvas<'_>, area: Rect, model: &Model) {
    match model.opened() {
        Some(opened) => tabs::draw(canvas, area, model, &opened),
        None => chips(canvas, area, model),
    }
}

fn chips(canvas: &mut Canvas<'_>, area: Rect, model: &Model) {
    let words = &model.words().desk;
    let order = order_text(&model.list.order, model.words());
    let year = model.list.year.map_or_else(|| words.year_latest().to_owned(), |year| year.to_string());
    let mut chips = vec![words.chip_year(&year), words.chip_sort(&order)];
    chips.extend(model.list.chips.iter().map(|chip| chip_text(chip, model)));
    if !model.selection.is_empty() {
        chips.push(model.words().act.selected(model.selection.len()));
    }
    if !model.list.filter.is_empty() {
        chips.push(words.chip_filter(&model.list.filter));
    }
    let chips: String = chips.iter().map(|chip| format!("[{chip}] ")).collect();
    canvas.line(area, 0, &chips, theme::PLAIN);
    let count = |status| model.journal.marks.among(&model.list.visible).filter(|mark| mark.status == status).count();
    let totals = words.totals(
        model.library.agencies_among(&model.list.visible),
        count(Status::Returned),
        count(Status::Accepted),
    );
    if canvas.measure.cells(&chips) + canvas.measure.cells(&totals) <= usize::from(area.width) {
        canvas.right(area, 0, &totals, theme::DIM);
    }
}

/// What can be done now, as far as there is room; what matters most comes first, and the way to the help is always there.
pub(crate) fn footer(canvas: &mut Canvas<'_>, area: Rect, model: &Model) {
    if model.overlay.is_some() {
        // What lies over the screen takes the keys, and says itself what they do.
        return;
    }
    let place = model.screen();
    let works = |command: &&Command| {
        command.footer > 0 && command.works_at(place) && (command.is_hint)(model) && (command.can)(model).is_ok()
    };
    let keyed = |command: &'static Command| {
        let key = model.given.keymap.keys_at(command.id, place).first()?;
        Some((command, key.to_string()))
    };
    let shown = COMMANDS.iter().copied().filter(works).filter_map(keyed);
    let (help, mut hints): (Vec<_>, Vec<_>) = shown.partition(|(command, _)| command.id == CommandId::Help);
    hints.sort_by_key(|(command, _)| command.footer);
    let measure = canvas.measure;
    let width =
        |(command, key): &(&Command, String)| measure.cells(key) + measure.cells(&hint(command, model.given.lang));
    let mut room = usize::from(area.width).saturating_sub(help.iter().map(width).sum());
    let fitting: Vec<_> = hints
        .into_iter()
        .take_while(|hint| {
            let rest = room.checked_sub(width(hint));
            room = rest.unwrap_or(0);
            rest.is_some()
        })
        .collect();
    let mut x = area.x;
    let mut pieces = Vec::new();
    for (command, key) in fitting.into_iter().chain(help) {
        let text = hint(command, model.given.lang);
        x = canvas.clickable(Rect { x, ..area }, &format!("{key}{text}"), Hit::Command(command.id));
        pieces.extend([run(key, theme::KEY), run(text, theme::DIM)]);
    }
    canvas.pieces(area, 0, pieces);
}

fn hint(command: &Command, lang: Lang) -> String {
    format!(" {}  ", command.id.text(lang).short)
}

/// The filter being typed, else the last notice, else what is under the cursor. Returns the cursor of the filter.
pub(crate) fn peek(canvas: &mut Canvas<'_>, area: Rect, model: &Model) -> Option<Position> {
    if model.list.typing && model.open.is_none() {
        let text = format!("/{}", model.list.filter);
        canvas.line(area, 0, &text, theme::PLAIN);
        let x = u16::try_from(canvas.measure.cells(&text)).unwrap_or(u16::MAX).min(area.width.saturating_sub(1));
        return Some(Position { x: area.x + x, y: area.y });
    }
    if let Some(text) = find::prompt(model) {
        canvas.line(area, 0, &text, theme::PLAIN);
        let x = u16::try_from(canvas.measure.cells(&text)).unwrap_or(u16::MAX).min(area.width.saturating_sub(1));
        return Some(Position { x: area.x + x, y: area.y });
    }
    if let Some(notice) = &model.notices.shown {
        canvas.line(area, 0, &SafeText::line(&notice.text), theme::tone(notice.tone));
        return None;
    }
    let text = screen::of(model.screen()).peek(model, usize::from(area.width));
    canvas.line(area, 0, &text.unwrap_or_default(), theme::DIM);
    None
}
