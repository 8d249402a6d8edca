//! The list of agencies: one line each, with status and flags.

use ratatui::layout::Position;
use ratatui::style::Style;

use crate::journal::Status;
use crate::report::Head;
use crate::terminal::glyphs::SAFE;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::model::{By, ItemId, ListColumn, Model, ReviewMark, Sheet, SortKey};
use crate::tui::view::paint::{Canvas, Piece, column, number, run};
use crate::tui::{about, rounds, theme, together};

use super::{cells, preview};

/// Widths of the columns that do not give way.
const MARKER: usize = 2;
/// Whose a report is, and who looks at it.
const TAG: usize = 16;
/// What a name needs to be told from others; columns give way for it.
const NAME: usize = 16;
/// Beyond this, names and figures would stand too far apart to be read as one line.
const NAME_WIDEST: usize = 48;
/// The name of a file that could not be read leaves room for the reason.
const NAME_UNREAD: usize = 28;
/// Below this there is room for the name only.
const NARROW: usize = 20;

/// From this width on there is room for the region.
const WIDE: usize = 110;

/// Draws the list; returns the place of the line under the cursor.
pub(crate) fn draw(canvas: &mut Canvas<'_>, regions: &Regions, model: &Model) -> Option<Position> {
    let widths = Widths::of(usize::from(regions.body.width), model);
    canvas.pieces(regions.head, 0, heading(model, &widths));
    let window = model.list.window;
    let lines = model.list.visible.iter().enumerate().skip(window.offset).take(usize::from(regions.body.height));
    let mut cursor = None;
    for (row, (index, &item)) in (0_u16..).zip(lines) {
        let under_cursor = index == window.cursor;
        if under_cursor {
            cursor = Some(Position { x: regions.body.x, y: regions.body.y + row });
        }
        canvas.hit(regions.body, row, Hit::Line(index));
        canvas.pieces(regions.body, row, line(model, item, under_cursor, &widths));
    }
    if model.list.visible.is_empty() {
        let words = &model.words().desk;
        let loading = model.library.is_empty() && !model.directory.loading.done;
        let text = if loading { words.still_loading() } else { words.nothing_shown() };
        canvas.line(regions.body, 0, text, theme::DIM);
    }
    if regions.panel.area() > 0 {
        preview::draw(canvas, regions.panel, model);
    }
    if regions.third.area() > 0 {
        preview::draw_table(canvas, regions.third, model);
    }
    cursor
}

struct Widths {
    name: usize,
    status: usize,
    /// The columns that there is room for.
    columns: Vec<ListColumn>,
}

impl Widths {
    fn of(total: usize, model: &Model) -> Self {
        let label = |status: Status| model.display.measure.cells(status.label(model.words()));
        // One for the sign of stale acts, one between the columns.
        let unreadable = model.display.measure.cells(model.words().desk.unreadable()) + 1;
        let labels = Status::ALL.into_iter().map(label).max().unwrap_or(0);
        // Round and date: `退回2 01-27`.
        let returned = label(Status::Returned).max(model.display.measure.cells(model.words().act.overdue())) + 7;
        let status = if model.journal.marks.any_rounds() { labels.max(returned) } else { labels } + 2;
        let status = status.max(unreadable);
        let mut room = total.saturating_sub(MARKER + status + NAME);
        // The region is long: it takes room only where the names have theirs.
        let wanted = model.list.columns.shown(model.list.hints).into_iter();
        let wanted = wanted.filter(|column| *column != ListColumn::Region || total >= WIDE);
        let columns: Vec<ListColumn> = wanted
            .take_while(|column| {
                let rest = room.checked_sub(column.width());
                room = rest.unwrap_or(0);
                rest.is_some()
            })
            .collect();
        let taken: usize = columns.iter().map(|column| column.width()).sum();
        let name = total.saturating_sub(MARKER + status + taken).clamp(8, NAME_WIDEST);
        Self { name, status, columns }
    }
}

fn heading(model: &Model, widths: &Widths) -> Vec<Piece> {
    let words = &model.words().desk;
    let style = theme::HEADER;
    // The sign of the direction stands at the column that decides.
    let sign = |key: SortKey| {
        let first = model.list.order.iter().next().filter(|by| by.column == key);
        first.filter(|_| model.list.filter.is_empty()).map_or("", By::sign)
    };
    let mut pieces = vec![
        column("", MARKER, style),
        column(format!("{}{}", words.column_status(), sign(SortKey::Status)), widths.status, style),
        column(format!("{}{}", words.column_agency(), sign(SortKey::Agency)), widths.name, style),
    ];
    pieces.extend(widths.columns.iter().map(|&shown| {
        let head = format!("{}{}", shown.head(model.words()), sign(shown.sorts()));
        match shown.is_text() {
            true => column(format!("  {head}"), shown.width(), style),
            false => number(head, shown.width(), style),
        }
    }));
    pieces
}

fn line(model: &Model, item: ItemId, under_cursor: bool, widths: &Widths) -> Vec<Piece> {
    let Some(entry) = model.library.get(item) else { return Vec::new() };
    let base = if under_cursor { theme::CURSOR } else { theme::PLAIN };
    let marker = if under_cursor { SAFE.marker } else { " " };
    let marked = if model.selection.contains(item) { SAFE.yes } else { "" };
    let mut pieces = vec![column(format!("{marker}{marked}"), MARKER, base)];
    match &entry.body {
        Ok(sheet) => {
            let mark = model.journal.marks.get(item).unwrap_or_default();
            pieces.extend(report_line(model, (item, sheet), mark, base, widths));
        }
        Err(why) => {
            let words = model.words();
            let mark = model.journal.marks.get(item).unwrap_or_default();
            let absent = model.library.absent(item);
            let status = match mark.status {
                _ if absent.is_some() && about::is_reminded(model, item) => words.desk.reminded().to_owned(),
                _ if absent.is_some() => words.desk.missing().to_owned(),
                Status::Unreviewed => words.desk.unreadable().to_owned(),
                _ => rounds::status_text(words, mark, model.journal.marks.today),
            };
            pieces.push(column(status, widths.status, base.patch(theme::BAD)));
            // The reason takes the room of the figures that there are none of, and more.
            let notes =
                if mark.notes > 0 { format!("{}{} ", words.desk.note_mark(), mark.notes) } else { String::new() };
            let shown = absent.map_or_else(|| entry.id.to_string(), Head::name);
            pieces.extend(name(model, item, &shown, base, widths.name.min(NAME_UNREAD)));
            pieces.push(run(format!("  {notes}{why}"), theme::DIM));
        }
    }
    pieces
}

fn report_line(
    model: &Model,
    (item, sheet): (ItemId, &Sheet),
    mark: ReviewMark,
    base: Style,
    widths: &Widths,
) -> Vec<Piece> {
    let head = &sheet.lean.head;
    let version = head.version.map(|version| format!(" v{version}")).unwrap_or_default();
    let folder = folder(model, item);
    let stale = if mark.stale { "!" } else { "" };
    let mut pieces = vec![column(
        rounds::status_text(model.words(), mark, model.journal.marks.today) + stale,
        widths.status,
        base.patch(theme::status(mark.status)),
    )];
    pieces.extend(name(model, item, &format!("{}{version}{folder}", head.agency.name.name()), base, widths.name));
    pieces.extend(widths.columns.iter().map(|&shown| {
        let text = cells::text(model, item, sheet, shown);
        match shown {
            ListColumn::Errors => number(text, shown.width(), base.patch(theme::BAD)),
            ListColumn::Warnings => number(text, shown.width(), base.patch(theme::WARNING)),
            ListColumn::Due | ListColumn::Assignee | ListColumn::Region | ListColumn::File => {
                column(format!("  {text}"), shown.width(), theme::DIM)
            }
            _ => number(text, shown.width(), base),
        }
    }));
    pieces
}

/// Who it is among others of its name.
fn folder(model: &Model, item: ItemId) -> String {
    model
        .library
        .folder(item)
        .map(|folder| model.words().desk.in_folder(if folder.is_empty() { "." } else { folder }))
        .unwrap_or_default()
}

/// The agency, and behind it whose report it is and who looks at it: a long name gives way to that.
fn name(model: &Model, item: ItemId, name: &str, base: Style, width: usize) -> Vec<Piece> {
    let measure = &model.display.measure;
    let tag = together::tag(model, item);
    if tag.is_empty() || width < NARROW {
        return vec![column(name, width, base)];
    }
    let tag = measure.cut(&tag, TAG.min(width / 2), SAFE.cut).into_owned();
    let room = width.saturating_sub(measure.cells(&tag) + 1);
    let taken = measure.cells(name).min(room);
    vec![column(name, taken, base), column(format!(" {tag}"), width - taken, theme::DIM)]
}
