//! The list of agencies: one line each, with status and flags.

use std::borrow::Cow;

use ratatui::layout::Position;
use ratatui::style::Style;

use crate::journal::Status;
use crate::report::SafeText;
use crate::terminal::glyphs::SAFE;
use crate::tui::hit::Hit;
use crate::tui::layout::Regions;
use crate::tui::model::{ItemId, Model, ReviewMark, Sheet};
use crate::tui::view::paint::{Canvas, Piece, column, number, run};
use crate::tui::{rounds, theme, together};

use super::preview;

/// Widths of the columns that do not give way.
const MARKER: usize = 2;
const YEAR: usize = 6;
const FLAG: usize = 6;
const FLAGS: usize = 4;
const PROGRESS: usize = 9;
const REGION: usize = 26;
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
    year: usize,
    /// So many flags, the weightiest first.
    flags: usize,
    progress: usize,
    region: usize,
    status: usize,
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
        let region = if total >= WIDE { REGION } else { 0 };
        let mut room = total.saturating_sub(MARKER + status + region + NAME);
        let mut given = |width: usize| {
            let fits = room >= width;
            room = if fits { room - width } else { 0 };
            if fits { width } else { 0 }
        };
        let year = given(YEAR);
        let flags = (0..FLAGS).filter(|_| given(FLAG) > 0).count();
        let progress = given(PROGRESS);
        let fixed = MARKER + status + year + flags * FLAG + progress + region;
        Self { name: total.saturating_sub(fixed).clamp(8, NAME_WIDEST), year, flags, progress, region, status }
    }
}

fn heading(model: &Model, widths: &Widths) -> Vec<Piece> {
    let words = &model.words().desk;
    let severity = &model.words().severity;
    let style = theme::HEADER;
    let mut pieces = vec![
        column("", MARKER, style),
        column(words.column_status(), widths.status, style),
        column(words.column_agency(), widths.name, style),
    ];
    let year = number(words.column_year(), widths.year, style);
    let flags = [severity.error_mark(), severity.warning_mark(), severity.remark_mark(), words.note_mark()];
    let flags = flags.map(|flag| number(flag, FLAG, style));
    pieces.extend(figures(widths, year, flags, number(words.column_progress(), widths.progress, style)));
    if widths.region > 0 {
        pieces.push(column(format!("  {}", words.column_region()), widths.region, style));
    }
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
            let status = match mark.status {
                Status::Unreviewed => words.desk.unreadable().to_owned(),
                _ => rounds::status_text(words, mark, model.journal.marks.today),
            };
            pieces.push(column(status, widths.status, base.patch(theme::BAD)));
            // The reason takes the room of the figures that there are none of, and more.
            let notes =
                if mark.notes > 0 { format!("{}{} ", words.desk.note_mark(), mark.notes) } else { String::new() };
            pieces.extend(name(model, item, &entry.id.name(), base, widths.name.min(NAME_UNREAD)));
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
    let (words, severity) = (&model.words().desk, &model.words().severity);
    let head = &sheet.lean.head;
    let version = head.version.map(|version| format!(" v{version}")).unwrap_or_default();
    let folder = folder(model, item);
    let stale = if mark.stale { "!" } else { "" };
    let total = sheet.counts.to_decide();
    let progress = if total > 0 { format!("{}/{total}", mark.decided) } else { String::new() };
    let mut pieces = vec![column(
        rounds::status_text(model.words(), mark, model.journal.marks.today) + stale,
        widths.status,
        base.patch(theme::status(mark.status)),
    )];
    pieces.extend(name(model, item, &format!("{}{version}{folder}", head.agency.name.name()), base, widths.name));
    let flags = [
        flag(severity.error_mark(), sheet.counts.error, base.patch(theme::BAD)),
        flag(severity.warning_mark(), sheet.counts.warning, base.patch(theme::WARNING)),
        flag(severity.remark_mark(), sheet.lean.remarks, base),
        flag(words.note_mark(), mark.notes, base),
    ];
    let year = number(head.year.to_string(), widths.year, base);
    pieces.extend(figures(widths, year, flags, number(progress, widths.progress, base)));
    if widths.region > 0 {
        let region: Vec<Cow<'_, str>> = head.agency.region.iter().map(SafeText::name).collect();
        pieces.push(column(format!("  {}", region.join(" ")), widths.region, theme::DIM));
    }
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

/// The columns of figures that there is room for.
fn figures(widths: &Widths, year: Piece, flags: [Piece; FLAGS], progress: Piece) -> Vec<Piece> {
    let year = Some(year).filter(|_| widths.year > 0);
    let progress = Some(progress).filter(|_| widths.progress > 0);
    year.into_iter().chain(flags.into_iter().take(widths.flags)).chain(progress).collect()
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

/// A flag says what it is by its sign, not by its colour or column alone.
fn flag(sign: &str, count: u32, style: Style) -> Piece {
    let text = if count > 0 { format!("{sign}{count}") } else { String::new() };
    number(text, FLAG, style)
}
