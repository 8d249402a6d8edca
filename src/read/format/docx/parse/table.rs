//! Tables of a document: rows and cells, and where the cells stand.

use quick_xml::events::BytesStart;

use crate::read::document::MAX_FIELDS;
use crate::read::document::error::ReadError;
use crate::read::format::shared::story::{Cell, StoryPart, Table};
use crate::read::format::shared::xml::attribute;

use super::super::styles::is_shaded;
use super::super::xml::{Name, Step, is_on, number};
use super::Parser;

/// How wide a column is where the document does not say, in twips.
const COLUMN: i32 = 1000;
/// Columns narrower than this on average are no measure of anything.
const LEAST: i64 = 200;
/// A document with more cells than this is no report.
const MAX_CELLS: usize = 1 << 20;

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

impl Parser<'_, '_> {
    /// A table, from behind its beginning.
    pub(super) fn table(&mut self) -> Result<Table, ReadError> {
        let above = std::mem::take(&mut self.under);
        let table = self.rows();
        self.under = above;
        table
    }

    fn rows(&mut self) -> Result<Table, ReadError> {
        let mut widths = Vec::new();
        let mut rows = Vec::new();
        loop {
            match self.steps.next()? {
                Step::Open(Name::TableStyle, start) => {
                    self.under.table = self.styles.of(attribute(&start, "val").as_deref());
                }
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
        let above = self.under;
        loop {
            let parts = &mut loose.cell.parts;
            match self.steps.next()? {
                Step::Open(Name::GridSpan, start) => loose.span = span(&start).unwrap_or(1).max(1),
                Step::Open(Name::VerticalMerge | Name::HorizontalMerge, start) => {
                    loose.cell.goes_on |= attribute(&start, "val").is_none_or(|val| val != "restart");
                }
                Step::Open(Name::CellDeleted, _) => is_deleted = true,
                Step::Open(Name::Shading, start) => self.under.shaded |= is_shaded(&start),
                Step::Open(Name::Paragraph, _) => goes_on = self.paragraph(parts, goes_on)?,
                Step::Open(Name::Table, _) => parts.push(StoryPart::Table(self.table()?)),
                Step::Open(Name::Deleted, _) => self.steps.skip()?,
                Step::Close(Name::Cell) | Step::End => {
                    self.under = above;
                    return Ok((!is_deleted).then_some(loose));
                }
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
