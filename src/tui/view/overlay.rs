//! What lies over the screen: the help, an editor, the menu of decisions, a question.

use ratatui::layout::{Position, Rect};
use ratatui::widgets::Block;

use crate::journal::ReportRef;
use crate::terminal::glyphs::SAFE;
use crate::tui::help::{self, HelpLine};
use crate::tui::hit::Hit;
use crate::tui::model::{Model, Overlay};
use crate::tui::overlay::compare::Compare;
use crate::tui::overlay::editor::{Editor, Purpose};
use crate::tui::overlay::help::Help;
use crate::tui::overlay::picker::{PickLine, Picker};
use crate::tui::overlay::question::Question;
use crate::tui::overlay::verdict::VerdictMenu;
use crate::tui::{acts, theme, update};

use super::notes::target_name;
use super::paint::{Canvas, column, run};
use super::{bulk, overview, prompt};

/// Draws what lies over the screen; returns the cursor of a text field.
pub fn draw(canvas: &mut Canvas<'_>, model: &Model) -> Option<Position> {
    match model.overlay.as_ref()? {
        Overlay::Help(help) => return self::help(canvas, model, help),
        Overlay::Editor(editor) => return self::editor(canvas, model, editor),
        Overlay::Verdict(menu) => verdict(canvas, model, menu),
        Overlay::Compare(menu) => compare(canvas, model, menu),
        Overlay::Picker(menu) => return picker(canvas, model, menu),
        Overlay::Prompt(asked) => return prompt::draw(canvas, model, asked),
        Overlay::Question(question) => self::question(canvas, model, question),
        Overlay::Overview(overview) => return overview::draw(canvas, model, overview),
        Overlay::Due(prompt) => return bulk::due(canvas, model, prompt),
        Overlay::Bulk(preview) => bulk::preview(canvas, model, preview),
        Overlay::LeftOver(list) => left_over(canvas, model, list.cursor),
    }
    None
}

/// A box in the middle of the screen, with a title; returns the room inside.
pub(super) fn popup(canvas: &mut Canvas<'_>, width: u16, height: u16, title: &str) -> Rect {
    let screen = canvas.area();
    let width = width.saturating_add(2).min(screen.width);
    let height = height.saturating_add(2).min(screen.height);
    let area = Rect { x: (screen.width - width) / 2, y: (screen.height - height) / 2, width, height };
    boxed(canvas, area, title)
}

/// A box there, with a title; returns the room inside.
pub fn boxed(canvas: &mut Canvas<'_>, area: Rect, title: &str) -> Rect {
    canvas.clear(area);
    let block = Block::bordered().border_set(SAFE.border());
    let inner = block.inner(area);
    canvas.widget(block, area);
    let top = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
    canvas.line(top, 0, &format!(" {title} "), theme::HEADING);
    inner
}

pub(super) fn cells(canvas: &Canvas<'_>, text: &str) -> u16 {
    u16::try_from(canvas.measure.cells(text)).unwrap_or(u16::MAX)
}

/// The help; while something is searched for in it, what stays of it and the search on its last line.
fn help(canvas: &mut Canvas<'_>, model: &Model, help: &Help) -> Option<Position> {
    let width = help::width(model.size);
    let height = help::height(model.size);
    let inner = popup(canvas, width, height, model.words().desk.help_title());
    for (row, line) in (0..inner.height).zip(help::lines(model, &help.query).into_iter().skip(help.window.offset)) {
        match line {
            HelpLine::Heading(text) => canvas.line(inner, row, text, theme::HEADING),
            HelpLine::Command(keys, text) => {
                let keys = column(format!("  {keys}"), 24, theme::KEY);
                canvas.pieces(inner, row, [keys, run(text, theme::PLAIN)]);
            }
            HelpLine::Text(text) => canvas.line(inner, row, &text, theme::PLAIN),
            HelpLine::Space => {}
        }
    }
    if !help.typing && help.query.is_empty() {
        return None;
    }
    // On the lower border, so that no line is hidden.
    let search = Rect { x: inner.x, y: inner.bottom(), width: inner.width, height: 1 };
    let text = format!("/{}", help.query);
    canvas.line(search, 0, &format!("{text} "), theme::HEADING);
    let x = cells(canvas, &text).min(search.width.saturating_sub(1));
    help.typing.then_some(Position { x: search.x + x, y: search.y })
}

fn editor(canvas: &mut Canvas<'_>, model: &Model, editor: &Editor) -> Option<Position> {
    let words = &model.words().desk;
    let title = title(model, editor);
    let screen = canvas.area();
    let height = (screen.height / 2).clamp(3, 12);
    let inner = popup(canvas, screen.width.saturating_sub(6).min(90), height, &title);
    let text = Rect { height: inner.height.saturating_sub(1), ..inner };
    let hint = Rect { y: text.bottom(), height: inner.height.min(1), ..inner };
    canvas.widget(&editor.area, text);
    let (line, style) =
        if editor.discarding { (words.discard_question(), theme::BAD) } else { (words.editor_hint(), theme::DIM) };
    canvas.line(hint, 0, line, style);
    let cursor = editor.area.screen_cursor();
    // What was drawn begins with this line and column.
    let (first_row, first_column) = editor.area.scroll_offset();
    let (column, row) = (cursor.col.saturating_sub(first_column.into()), cursor.row.saturating_sub(first_row.into()));
    let place = (u16::try_from(column).ok()?, u16::try_from(row).ok()?);
    Some(Position { x: text.x + place.0, y: text.y + place.1 })
}

/// Something to choose from: a line to search in, and below it what was found.
fn picker(canvas: &mut Canvas<'_>, model: &Model, picker: &Picker) -> Option<Position> {
    let (title, hint) = picker.pick.texts(model.words());
    let screen = canvas.area();
    // On a small screen it needs all the room there is.
    let room = |whole: u16, small: u16| whole.saturating_sub(if whole < small { 2 } else { 6 });
    let size = (room(screen.width, 60).min(96), room(screen.height, 12).min(28));
    let inner = popup(canvas, size.0, size.1, title);
    let query = format!("/{}", picker.query);
    canvas.line(inner, 0, &query, theme::PLAIN);
    let list = Rect { y: inner.y + 1, height: inner.height.saturating_sub(2), ..inner };
    let mut window = picker.window;
    let found = picker.found();
    window.settle(found.len(), usize::from(list.height));
    for (row, (index, (_, line))) in (0..list.height).zip(found.into_iter().enumerate().skip(window.offset)) {
        canvas.hit(list, row, Hit::Choice(index));
        pick_line(canvas, list, row, (line, index == window.cursor));
    }
    canvas.line(Rect { y: list.bottom(), height: inner.height.min(1), ..inner }, 0, hint, theme::DIM);
    let x = cells(canvas, &query).min(inner.width.saturating_sub(1));
    Some(Position { x: inner.x + x, y: inner.y })
}

fn pick_line(canvas: &mut Canvas<'_>, list: Rect, row: u16, (line, here): (&PickLine, bool)) {
    let style = match line.why_not {
        Some(_) => theme::DIM,
        None if here => theme::CURSOR,
        None => line.tone.map_or(theme::PLAIN, super::chrome::tone),
    };
    // What cannot be chosen says why, and not by its colour alone.
    let text = match &line.why_not {
        Some(why) => format!("{}  ({why})", line.text),
        None => line.text.clone(),
    };
    let set = match line.set {
        Some(true) => "[x] ",
        Some(false) => "[ ] ",
        None => "",
    };
    let taken = 2 + set.len() + canvas.measure.cells(&line.right) + 1;
    let room = usize::from(list.width).saturating_sub(taken);
    let marker = column(if here { SAFE.marker } else { "" }, 2, style);
    let right = run(format!(" {}", line.right), theme::DIM);
    canvas.pieces(list, row, [marker, run(set, style), column(text, room, style), right]);
}

/// What is being written, and what about.
fn title(model: &Model, editor: &Editor) -> String {
    let words = &model.words().desk;
    let (what, target) = match &editor.purpose {
        Purpose::Note(target) => (words.editor_note(), Some(target)),
        Purpose::Edit(act) => (words.editor_edit(), Some(&act.target)),
        // It may be about another report than the one on the screen.
        Purpose::Draft(act) => {
            let target = crate::journal::describe_target(&act.target, model.words());
            let ReportRef { agency, year, .. } = &act.report;
            return format!("{} {} {agency} {year} {target}", words.editor_draft(), SAFE.marker);
        }
        Purpose::Reason(_) => (words.editor_reason(), None),
        Purpose::NoteAll => return model.words().act.editor_note_all(model.selection.len()),
        Purpose::ReasonAll(rule) => return model.words().act.editor_reason_all(&rule.id),
        Purpose::Reading { target, .. } => (words.editor_reading(), Some(target)),
    };
    let opened = model.opened();
    let target = target.map(|target| match &opened {
        Some(opened) => target_name(model, opened, target),
        None => model.current_sheet().map(|sheet| sheet.lean.head.name()).unwrap_or_default(),
    });
    target.map_or_else(|| what.to_owned(), |target| format!("{what} {} {target}", SAFE.marker))
}

fn verdict(canvas: &mut Canvas<'_>, model: &Model, menu: &VerdictMenu) {
    list(canvas, &acts::verdict_title(model, menu), acts::verdict_lines(model), menu.cursor);
}

fn compare(canvas: &mut Canvas<'_>, model: &Model, menu: &Compare) {
    let words = &model.words().desk;
    let lines = (1..).zip(words.compare_choices()).map(|(number, choice)| format!("{number} {choice}")).collect();
    let target = model.opened().map(|opened| target_name(model, &opened, &menu.about.target)).unwrap_or_default();
    list(canvas, &format!("{} {} {target}", words.compare_title(), SAFE.marker), lines, menu.cursor);
}

/// A menu: its lines with a cursor.
fn list(canvas: &mut Canvas<'_>, title: &str, lines: Vec<String>, cursor: usize) {
    let width = lines.iter().map(|line| cells(canvas, line)).max().unwrap_or(0).max(cells(canvas, title)) + 4;
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let inner = popup(canvas, width, height, title);
    for (row, (index, line)) in (0..inner.height).zip(lines.into_iter().enumerate()) {
        let here = index == cursor;
        let style = if here { theme::CURSOR } else { theme::PLAIN };
        let marker = column(if here { SAFE.marker } else { "" }, 2, style);
        canvas.pieces(inner, row, [marker, run(line, style)]);
    }
}

/// The question first, then the words it is about; on a small screen the cursor stays on it.
fn left_over(canvas: &mut Canvas<'_>, model: &Model, cursor: usize) {
    let words = &model.words().desk;
    let title = words.drafts_found(model.work.left_over.len());
    let room = canvas.area().height.saturating_sub(4).max(1);
    let first = (cursor + 1).saturating_sub(usize::from(room));
    let mut lines: Vec<String> = update::left_over_lines(model).into_iter().skip(first).take(room.into()).collect();
    lines.push(words.drafts_hint().to_owned());
    list(canvas, &title, lines, cursor - first);
}

fn question(canvas: &mut Canvas<'_>, model: &Model, question: &Question) {
    let answers = model.words().desk.yes_or_no();
    let room = canvas.area().width.saturating_sub(4);
    let width = cells(canvas, &question.text).max(cells(canvas, answers)).min(room);
    let lines = canvas.measure.wrap(&question.text, usize::from(width));
    let height = u16::try_from(lines.len() + 1).unwrap_or(u16::MAX);
    let inner = popup(canvas, width, height, "?");
    for (row, line) in (0..inner.height).zip(lines.iter().map(String::as_str).chain([answers])) {
        canvas.line(inner, row, line, theme::PLAIN);
    }
}
