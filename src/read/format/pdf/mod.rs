//! PDF: the text layer, with the places of its characters and its ruling lines.
//!
//! Owns: from pages to lines. A page's instructions are followed by `hayro`; what they draw is taken down as
//! characters and straight lines (`ink`). Lines that touch make a frame, a frame's fields hold the characters that
//! stand in them (`rules`, `grid`); numbers below one another make a table without lines (`columns`). Everything
//! else is prose, whose lines are made paragraphs again (`prose`), also over the edge of a page.
//!
//! ```text
//! pages ─ink─▶ characters, lines ─rules, grid─▶ rows   ─join─▶ tables over several pages
//!                                └─lines─▶ lines ─columns─▶ rows, ─margins, prose─▶ paragraphs
//! ```

mod ink;
mod lines;
mod page;
mod prose;
mod sheets;
mod table;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro_interpret::{Context, InterpreterCache, InterpreterSettings, InterpreterWarning, interpret_page};
use hayro_syntax::{LoadPdfError, Pdf};
use kurbo::{Affine, Rect};

use crate::read::document::error::ReadError;
use crate::read::document::{Document, Field, MAX_FIELDS, MAX_LINES, Partly, Picture, Why};
use crate::read::format::shared::{properties, words};

use ink::annotations;
use ink::fonts::Fonts;
use ink::pen::Pen;
use ink::traces::Lost;
use ink::{Budget, Ink};
use lines::Line;
use lines::values;
use page::Page;
use prose::margins::{self, Kind};
use prose::{Measure, Printed};
use sheets::{aside, halves, join, sideways};
use table::columns::{self, PagePart};

/// A document with more pages is no report.
const MAX_PAGES: usize = 500;
/// A document with more characters is no report.
const MAX_GLYPHS: usize = 2_000_000;
/// Of more ruling lines the rest is left out.
const MAX_RULES: usize = 500_000;
/// More pictures than this are not counted.
const MAX_PICTURES: usize = 1000;
/// A picture that may be a table is so wide and so high, in points.
const TABLE: (f64, f64) = (180.0, 40.0);
/// So many drawn shapes outside of tables may be one.
const MANY: usize = 60;
/// Gaps wider than this, in sizes of the print, part the fields of a line that belongs to no table.
const GAP: f64 = 1.9;

/// Reads the text layer.
pub(super) fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(_) => ReadError::Encrypted,
        LoadPdfError::Invalid => ReadError::Broken("pdf"),
    })?;
    let (mut pages, characters, damaged) = pages(&pdf)?;
    // Pictures of pages, or fonts that do not say what they show.
    if characters == 0 || damaged * 2 > characters {
        return Err(if pdf.pages().is_empty() { ReadError::Broken("pdf") } else { ReadError::NoTextLayer });
    }
    aside::join(&mut pages);
    sideways::join(&mut pages);
    let kinds = margins::kinds(&pages);
    join::read_tables(&mut pages, &kinds);
    let measures = prose::measures(&pages, &kinds);
    let titles = pdf.metadata().title.as_deref().and_then(properties::of_bytes).into_iter().collect();
    let document = Document { format: "pdf", damaged, titles, ..Document::default() };
    let mut writer = Writer { document, open: None, grouped: None, feet: Vec::new() };
    for (at, ((page, kinds), measure)) in pages.into_iter().zip(kinds).zip(measures).enumerate() {
        writer.page(at, page, &kinds, measure);
    }
    for (page, text) in std::mem::take(&mut writer.feet) {
        writer.document.push(page, vec![Field::new(text)], true);
    }
    if writer.document.lines.len() > MAX_LINES { Err(ReadError::TooLarge) } else { Ok(writer.document) }
}

/// The pages with what they draw; how many characters there are, and how many of them without a meaning.
fn pages(pdf: &Pdf) -> Result<(Vec<Page>, usize, usize), ReadError> {
    if pdf.pages().len() > MAX_PAGES {
        return Err(ReadError::TooLarge);
    }
    let mut budget = Budget { glyphs: MAX_GLYPHS, rules: MAX_RULES };
    let (cache, fonts) = (InterpreterCache::new(), Fonts::new(pdf));
    let (mut pages, mut characters, mut damaged) = (Vec::new(), 0, 0);
    for (page, number) in pdf.pages().iter().zip(1_u32..) {
        let (ink, is_mute) = draw(&fonts, page, &cache, &mut budget);
        if budget.glyphs == 0 {
            return Err(ReadError::TooLarge);
        }
        characters += ink.glyphs.len();
        damaged += ink.damaged;
        for (half, ink) in halves::split(ink).into_iter().enumerate() {
            pages.push(Page { number, is_mute: is_mute && half == 0, is_second: half > 0, ..Page::new(ink) });
        }
    }
    Ok((pages, characters, damaged))
}

/// Follows the instructions of a page. Also says whether there is text in a font that cannot be read.
fn draw<'a>(
    fonts: &Fonts<'a>,
    page: &hayro_syntax::page::Page<'a>,
    cache: &InterpreterCache<'a>,
    budget: &mut Budget,
) -> (Ink, bool) {
    let (width, height) = page.render_dimensions();
    let area = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let transform = Affine::new(page.initial_transform(true).as_coeffs());
    let is_mute = Arc::new(AtomicBool::new(false));
    let heard = Arc::clone(&is_mute);
    let warning_sink = Arc::new(move |warning| {
        if matches!(warning, InterpreterWarning::UnsupportedFont) {
            heard.store(true, Ordering::Relaxed);
        }
    });
    let settings = InterpreterSettings { warning_sink, ..InterpreterSettings::default() };
    let mut context = Context::new(transform, area, cache, page.xref(), settings);
    let mut pen = Pen::new(area.width(), area.height(), fonts, budget);
    interpret_page(page, &mut context, &mut pen);
    annotations::draw(page, transform, &mut pen);
    let mut ink = pen.finish();
    ink.settle();
    (ink, is_mute.load(Ordering::Relaxed))
}

/// Writes the document's lines.
struct Writer {
    document: Document,
    /// The last line of prose, and the document's line that its paragraph is.
    open: Option<(Printed, usize)>,
    /// How many columns the last table without ruling lines had that has headings beside its labels.
    grouped: Option<usize>,
    /// The feet of pages, which stand at the end, once.
    feet: Vec<(Option<u32>, String)>,
}

/// What stands at one height of a page.
enum Item {
    Row(Vec<Field>),
    /// The first row of a table.
    Head(Vec<Field>),
    Line(Line, Kind),
}

impl Writer {
    fn page(&mut self, at: usize, page: Page, kinds: &[Kind], measure: Option<Measure>) {
        let number = Some(page.number);
        for (is_so, why) in [(page.is_cut && !page.is_second, Why::Drawing), (page.is_mute, Why::Font)] {
            self.document.partly.extend(number.filter(|_| is_so).map(|page| Partly { page, why }));
        }
        let mut pictures = pictures(&page).into_iter().peekable();
        let mut last: Option<(f64, f64)> = None;
        let height = page.height;
        for (y, item) in items(page, kinds, &mut self.grouped) {
            while pictures.next_if(|top| *top < y).is_some() {
                self.picture(number);
            }
            match item {
                Item::Line(_, Kind::Repeated) => {}
                Item::Line(line, Kind::Note) => self.feet.extend(note(&line).map(|text| (number, text))),
                // What stands below a page would stand in the middle of what goes on on the next.
                Item::Line(line, Kind::Running) if y * 2.0 > height => self.feet.push((number, line.text())),
                Item::Line(line, Kind::Number | Kind::Running) => {
                    let text = line.text();
                    let is_bare = text.trim().bytes().all(|byte| byte.is_ascii_digit());
                    // A bare number could be taken for a value.
                    let text = if is_bare { format!("- {} -", text.trim()) } else { text };
                    self.document.push(number, vec![Field::new(text)], false);
                }
                Item::Line(line, Kind::Body) => {
                    let gap = last.is_none_or(|(known, size)| y - known > size * 2.6);
                    last = Some((y, line.size));
                    self.line((at, number), &line, gap, measure);
                }
                Item::Row(fields) | Item::Head(fields) if fields.len() > MAX_FIELDS => drop(fields),
                Item::Head(fields) => self.row(number, fields, true),
                Item::Row(fields) => self.row(number, fields, false),
            }
        }
        pictures.for_each(|_| self.picture(number));
    }

    fn picture(&mut self, page: Option<u32>) {
        let line = u32::try_from(self.document.lines.len()).unwrap_or(u32::MAX);
        if self.document.pictures.len() < MAX_PICTURES {
            self.document.pictures.push(Picture { line, page });
        }
    }

    fn row(&mut self, page: Option<u32>, fields: Vec<Field>, first: bool) {
        self.open = None;
        self.document.push(page, fields, first);
    }

    /// A line outside of tables: the next of its paragraph, or one of its own.
    fn line(&mut self, (at, number): (usize, Option<u32>), line: &Line, gap: bool, measure: Option<Measure>) {
        let cells = line.cells();
        let is_values = cells.len() > 2 && cells.iter().all(|cell| values::is_value(&cell.text));
        let runs = if is_values { cells } else { line.runs(GAP) };
        if runs.len() > 1 && runs.len() <= MAX_FIELDS {
            return self.row(number, runs.into_iter().map(|run| Field::new(run.text)).collect(), gap);
        }
        let text = line.text();
        let printed = measure.map(|measure| Printed::new(line, &text, at, measure));
        let begun =
            self.open.zip(printed).filter(|((last, _), next)| last.goes_on(next, &text)).map(|((_, index), _)| index);
        let paragraph =
            begun.and_then(|index| self.document.lines.get_mut(index)?.fields.first_mut().map(|field| (index, field)));
        let index = match paragraph {
            Some((index, field)) => {
                field.text = words::join([field.text.as_str(), &text].into_iter());
                index
            }
            None => {
                self.document.push(number, vec![Field::new(text)], gap);
                self.document.lines.len() - 1
            }
        };
        self.open = printed.map(|printed| (printed, index));
    }
}

/// The text of a line of a note; a sign alone says nothing.
fn note(line: &Line) -> Option<String> {
    let text = line.text();
    text.contains(char::is_alphabetic).then_some(text)
}

/// Where the pictures of a page begin that may be tables.
fn pictures(page: &Page) -> Vec<f64> {
    let large = page.pictures.iter().filter(|area| area.width() >= TABLE.0 && area.height() >= TABLE.1);
    let mut tops: Vec<f64> = large.map(|area| area.y0).collect();
    let drawn = page.traces.iter().filter(|trace| trace.lost == Lost::Drawn);
    let mut heights = drawn.map(|trace| trace.area.y0);
    // Text drawn as shapes is one picture.
    tops.extend(
        heights
            .nth(MANY)
            .and_then(|_| page.traces.iter().find(|trace| trace.lost == Lost::Drawn))
            .map(|trace| trace.area.y0),
    );
    tops.sort_by(f64::total_cmp);
    tops
}

/// What stands on a page, from top to bottom.
fn items(page: Page, kinds: &[Kind], grouped: &mut Option<usize>) -> Vec<(f64, Item)> {
    let mut items: Vec<(f64, Item)> = Vec::new();
    for table in page.tables {
        let top = table.frame.top();
        for (index, row) in table.rows.into_iter().enumerate() {
            let begins = index == 0 && !table.goes_on;
            let marks = row.marks.into_iter().chain(std::iter::repeat(None));
            let fields = row.fields.into_iter().zip(marks).map(|(text, mark)| Field::new(text).marked(mark)).collect();
            items.push((top, if begins { Item::Head(fields) } else { Item::Row(fields) }));
        }
    }
    let (mut body, mut rest) = (Vec::new(), Vec::new());
    for (line, kind) in page.lines.into_iter().zip(kinds.iter().copied()) {
        if kind == Kind::Body { body.push(line) } else { rest.push((line, kind)) }
    }
    items.extend(rest.into_iter().map(|(line, kind)| (line.y, Item::Line(line, kind))));
    items.extend(columns::parts(&body, (&page.rules, &page.traces), grouped).into_iter().map(|part| match part {
        PagePart::Line(line) => (line.y, Item::Line(line, Kind::Body)),
        PagePart::Row(fields, y) => (y, Item::Row(fields)),
    }));
    items.sort_by(|a, b| a.0.total_cmp(&b.0));
    items
}

#[cfg(test)]
mod tests;
