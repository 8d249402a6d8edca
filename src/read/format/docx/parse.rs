//! From the steps through `document.xml` to a story.

use quick_xml::events::BytesStart;

use super::xml::{Name, Step, Steps, attribute, is_on, number};
use crate::read::document::{MAX_FIELDS, MAX_LINES};
use crate::read::error::ReadError;
use crate::read::format::numbering::Numbering;
use crate::read::format::story::{Cell, Paragraph, Part, Table, join};

/// A document with more cells than this is no report.
const MAX_CELLS: usize = 1 << 20;
/// How wide a column is where the document does not say, in twips.
const COLUMN: i32 = 1000;
/// Columns narrower than this on average are no measure of anything.
const LEAST: i64 = 200;

/// The story of a document.
///
/// # Errors
/// If the XML is broken, or larger than any report.
pub(super) fn story(xml: &str, numbering: Numbering) -> Result<Vec<Part>, ReadError> {
    let mut parser = Parser { steps: Steps::new(xml), numbering, breaks: 0, paragraphs: 0, cells: 0 };
    let story = parser.story(None)?;
    let has_pages = parser.breaks > 0;
    Ok(if has_pages { story } else { without_pages(story) })
}

/// Only Word writes down where its pages ended. Without that everything would be on page 1.
fn without_pages(mut story: Vec<Part>) -> Vec<Part> {
    for part in &mut story {
        match part {
            Part::Paragraph(paragraph) => paragraph.page = None,
            Part::Table(table) => {
                for cell in table.rows.iter_mut().flatten() {
                    cell.parts = without_pages(std::mem::take(&mut cell.parts));
                }
            }
        }
    }
    story
}

struct Parser<'x> {
    steps: Steps<'x>,
    numbering: Numbering,
    /// Page breaks so far.
    breaks: u32,
    paragraphs: usize,
    cells: usize,
}

/// What of a paragraph's properties matters here.
#[derive(Default)]
struct Properties {
    style: Option<String>,
    number: Option<i64>,
    level: Option<i64>,
    /// The mark at its end is deleted: the next paragraph goes on here.
    goes_on: bool,
}

/// A paragraph on the way.
#[derive(Default)]
struct Draft {
    text: String,
    /// The page of its first character.
    page: Option<u32>,
    /// The stories of the text boxes in it.
    boxes: Vec<Part>,
}

/// A cell that does not know its place yet.
struct Loose {
    span: usize,
    cell: Cell,
}

/// A row before its cells have found their places.
#[derive(Default)]
struct LooseRow {
    /// Columns before the first cell.
    before: usize,
    cells: Vec<Loose>,
    is_dropped: bool,
}

impl<'x> Parser<'x> {
    /// Everything up to the end of the element that holds it.
    fn story(&mut self, holder: Option<Name>) -> Result<Vec<Part>, ReadError> {
        let mut parts = Vec::new();
        let mut goes_on = false;
        loop {
            match self.steps.next()? {
                Step::Open(Name::Paragraph, _) => goes_on = self.paragraph(&mut parts, goes_on)?,
                Step::Open(Name::Table, _) => parts.push(Part::Table(self.table()?)),
                Step::Open(Name::Deleted, _) => self.steps.skip()?,
                Step::Close(name) if Some(name) == holder => return Ok(parts),
                Step::End => return Ok(parts),
                _ => {}
            }
        }
    }

    /// Adds a paragraph and the text boxes in it; tells whether the next paragraph goes on with it.
    fn paragraph(&mut self, parts: &mut Vec<Part>, goes_on: bool) -> Result<bool, ReadError> {
        self.paragraphs += 1;
        if self.paragraphs > MAX_LINES {
            return Err(ReadError::TooLarge);
        }
        let mut draft = Draft::default();
        let mut properties = Properties::default();
        loop {
            match self.steps.next()? {
                Step::Open(Name::ParagraphProperties, _) => properties = self.properties()?,
                Step::Open(Name::Run, _) => self.run(&mut draft)?,
                Step::Open(Name::TextBox, _) => draft.boxes.extend(self.story(Some(Name::TextBox))?),
                Step::Open(Name::Deleted, _) => self.steps.skip()?,
                Step::Close(Name::Paragraph) | Step::End => break,
                _ => {}
            }
        }
        let page = draft.page;
        let mut text = self.label(&properties).filter(|_| !draft.text.trim().is_empty()).unwrap_or_default();
        join(&mut text, &draft.text);
        match parts.last_mut() {
            Some(Part::Paragraph(last)) if goes_on => last.text.push_str(&draft.text),
            _ => parts.push(Part::Paragraph(Paragraph { text, page })),
        }
        // A text box that hangs on a paragraph would part it from what goes on.
        parts.append(&mut draft.boxes);
        Ok(properties.goes_on)
    }

    fn label(&mut self, properties: &Properties) -> Option<String> {
        self.numbering.label(properties.number, properties.level, properties.style.as_deref())
    }

    fn properties(&mut self) -> Result<Properties, ReadError> {
        let mut found = Properties::default();
        let mut in_mark = false;
        loop {
            match self.steps.next()? {
                Step::Open(Name::Style, start) => found.style = attribute(&start, "val"),
                Step::Open(Name::NumberId, start) => found.number = number(&start),
                Step::Open(Name::Level, start) => found.level = number(&start),
                Step::Open(Name::RunProperties, _) => in_mark = true,
                Step::Close(Name::RunProperties) => in_mark = false,
                Step::Open(Name::Deleted, _) => found.goes_on |= in_mark,
                Step::Close(Name::ParagraphProperties) | Step::End => return Ok(found),
                _ => {}
            }
        }
    }

    fn run(&mut self, draft: &mut Draft) -> Result<(), ReadError> {
        let mut is_hidden = false;
        loop {
            match self.steps.next()? {
                Step::Open(Name::RunProperties, _) => is_hidden = self.is_hidden()?,
                Step::Open(Name::Text, _) => {
                    let text = self.text()?;
                    if !is_hidden && !text.is_empty() {
                        draft.page.get_or_insert(self.breaks + 1);
                        draft.text.push_str(&text);
                    }
                }
                Step::Open(Name::Tab, _) => draft.text.push('\t'),
                Step::Open(Name::Break | Name::CarriageReturn, _) => draft.text.push('\n'),
                Step::Open(Name::Hyphen, _) => draft.text.push('-'),
                Step::Open(Name::PageBreak, _) => self.breaks = self.breaks.saturating_add(1),
                Step::Open(Name::TextBox, _) => draft.boxes.extend(self.story(Some(Name::TextBox))?),
                // The base of a ruby has runs of its own.
                Step::Open(Name::Run, _) => self.run(draft)?,
                Step::Open(Name::Deleted, _) => self.steps.skip()?,
                Step::Close(Name::Run) | Step::End => return Ok(()),
                _ => {}
            }
        }
    }

    fn is_hidden(&mut self) -> Result<bool, ReadError> {
        let mut is_hidden = false;
        loop {
            match self.steps.next()? {
                Step::Open(Name::Vanish, start) => is_hidden |= is_on(&start),
                Step::Close(Name::RunProperties) | Step::End => return Ok(is_hidden),
                _ => {}
            }
        }
    }

    fn text(&mut self) -> Result<String, ReadError> {
        let mut text = String::new();
        loop {
            match self.steps.next()? {
                Step::Text(piece) => text.push_str(&piece.replace(['\n', '\r', '\t'], " ")),
                Step::Close(Name::Text) | Step::End => return Ok(text),
                _ => {}
            }
        }
    }

    fn table(&mut self) -> Result<Table, ReadError> {
        let mut widths = Vec::new();
        let mut rows = Vec::new();
        loop {
            match self.steps.next()? {
                Step::Open(Name::GridColumn, start) if widths.len() < 4 * MAX_FIELDS => {
                    let width = attribute(&start, "w").and_then(|width| width.parse().ok());
                    widths.push(width.unwrap_or(0));
                }
                Step::Open(Name::Row, _) => {
                    let row = self.row()?;
                    if !row.is_dropped {
                        rows.push(row);
                    }
                }
                Step::Close(Name::Table) | Step::End => return Ok(placed(rows, &widths)),
                _ => {}
            }
        }
    }

    fn row(&mut self) -> Result<LooseRow, ReadError> {
        let mut row = LooseRow::default();
        let before = self.breaks;
        let mut last = before;
        loop {
            match self.steps.next()? {
                Step::Open(Name::RowProperties, _) => self.row_properties(&mut row)?,
                Step::Open(Name::Cell, _) => {
                    // A row that runs over a page break has the break in each of its cells.
                    last = last.max(std::mem::replace(&mut self.breaks, before));
                    if let Some(cell) = self.cell()? {
                        row.cells.push(cell);
                    }
                }
                Step::Close(Name::Row) | Step::End => {
                    self.breaks = self.breaks.max(last);
                    return Ok(row);
                }
                _ => {}
            }
        }
    }

    fn row_properties(&mut self, row: &mut LooseRow) -> Result<(), ReadError> {
        loop {
            match self.steps.next()? {
                Step::Open(Name::GridBefore, start) => row.before = span(&start).unwrap_or(0),
                Step::Open(Name::Deleted, _) => row.is_dropped = true,
                Step::Open(Name::Hidden, start) => row.is_dropped |= is_on(&start),
                Step::Close(Name::RowProperties) | Step::End => return Ok(()),
                _ => {}
            }
        }
    }

    /// A cell; `None` if it is deleted.
    fn cell(&mut self) -> Result<Option<Loose>, ReadError> {
        self.cells += 1;
        if self.cells > MAX_CELLS {
            return Err(ReadError::TooLarge);
        }
        let mut loose = Loose { span: 1, cell: Cell::default() };
        let mut is_deleted = false;
        let mut goes_on = false;
        loop {
            let parts = &mut loose.cell.parts;
            match self.steps.next()? {
                Step::Open(Name::GridSpan, start) => loose.span = span(&start).unwrap_or(1).max(1),
                Step::Open(Name::VerticalMerge | Name::HorizontalMerge, start) => {
                    loose.cell.goes_on |= attribute(&start, "val").is_none_or(|val| val != "restart");
                }
                Step::Open(Name::CellDeleted, _) => is_deleted = true,
                Step::Open(Name::Paragraph, _) => goes_on = self.paragraph(parts, goes_on)?,
                Step::Open(Name::Table, _) => parts.push(Part::Table(self.table()?)),
                Step::Open(Name::Deleted, _) => self.steps.skip()?,
                Step::Close(Name::Cell) | Step::End => return Ok((!is_deleted).then_some(loose)),
                _ => {}
            }
        }
    }
}

/// A number of columns.
fn span(start: &BytesStart<'_>) -> Option<usize> {
    let span = usize::try_from(number(start)?).ok()?;
    Some(span.min(MAX_FIELDS))
}

/// Gives the cells their places, from the columns' widths where these can be believed.
fn placed(rows: Vec<LooseRow>, widths: &[i64]) -> Table {
    let most = rows.iter().map(|row| row.before + row.cells.iter().map(|loose| loose.span).sum::<usize>()).max();
    let most = most.unwrap_or(0).min(4 * MAX_FIELDS);
    let total: i64 = widths.iter().map(|&width| width.clamp(0, 1 << 20)).sum();
    let count = i64::try_from(widths.len()).unwrap_or(i64::MAX);
    let is_measured = most <= widths.len() && total >= count.saturating_mul(LEAST);
    let mut places = vec![0_i32];
    for column in 0..most {
        let width = widths.get(column).filter(|_| is_measured).map_or(i64::from(COLUMN), |width| *width);
        let width = i32::try_from(width.clamp(0, 1 << 20)).unwrap_or(COLUMN);
        places.push(places.last().copied().unwrap_or(0).saturating_add(width));
    }
    let place = |column: usize| places.get(column).or(places.last()).copied().unwrap_or(0);
    let row = |row: LooseRow| {
        let mut column = row.before;
        let put = |loose: Loose| {
            let left = place(column);
            column += loose.span;
            Cell { left, right: place(column), ..loose.cell }
        };
        row.cells.into_iter().map(put).collect()
    };
    Table { rows: rows.into_iter().map(row).collect() }
}
