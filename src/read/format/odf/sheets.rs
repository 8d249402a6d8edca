//! The sheets of an OpenDocument workbook.

use quick_xml::events::BytesStart;

use crate::read::document::error::ReadError;
use crate::read::document::{Document, MAX_FIELDS};
use crate::read::format::shared::looks::{self, Look};
use crate::read::format::shared::story::{StoryPart, join};
use crate::read::format::shared::xml::attribute;
use crate::read::format::sheet::{self, Bounds, Hidden, MAX_CELLS, MAX_SHEETS, Region, Sheet, number};

use super::parse::Parser;
use super::steps::{Step, Steps, count};
use super::styles::Styles;

/// So many rows that are alike and not blank are read one by one; a workbook repeats blank ones a million times.
const MAX_ALIKE: usize = 1000;
/// No sheet has more rows.
const MAX_ROWS: usize = 1 << 21;

/// The lines of a workbook.
///
/// # Errors
/// If the XML is broken, or larger than any report.
pub(super) fn read(steps: Steps<'_>, styles: &Styles) -> Result<Document, ReadError> {
    let mut reader = Reader { parser: Parser::new(steps, styles), styles, bounds: Bounds::default() };
    let mut sheets = Vec::new();
    loop {
        match reader.parser.steps().next()? {
            Step::Open("table:table", start) => {
                let style = styles.of("table", attribute(&start, "style-name").as_deref());
                let name = attribute(&start, "name").unwrap_or_default();
                if style.displayed == Some(false) || sheets.len() >= MAX_SHEETS {
                    reader.parser.steps().skip()?;
                } else {
                    sheets.push(reader.sheet(name)?);
                }
            }
            Step::Close("office:spreadsheet") | Step::End => return sheet::tell("ods", sheets),
            _ => {}
        }
    }
}

struct Reader<'x, 's> {
    parser: Parser<'x, 's>,
    styles: &'s Styles,
    bounds: Bounds,
}

/// A cell that stands in a row so many times.
struct Repeated {
    times: usize,
    span: (usize, usize),
    text: String,
}

impl Reader<'_, '_> {
    fn sheet(&mut self, name: String) -> Result<Sheet, ReadError> {
        let mut sheet = Sheet::named(name);
        let (mut rows, mut columns) = (Vec::new(), Vec::new());
        let (mut row, mut column) = (0_usize, 0_usize);
        loop {
            match self.parser.steps().next()? {
                Step::Open("table:table-column", start) => {
                    let times = count(&start, "number-columns-repeated", MAX_ROWS).max(1);
                    let style = self.styles.of("table-column", attribute(&start, "style-name").as_deref());
                    if (is_hidden(&start) || style.width == Some(0)) && columns.len() < MAX_FIELDS {
                        columns.push((small(column), small(column + times - 1)));
                    }
                    column = (column + times).min(MAX_ROWS);
                }
                Step::Open("table:table-row", start) => {
                    let times = count(&start, "number-rows-repeated", MAX_ROWS).max(1);
                    let cells = self.row()?;
                    if is_hidden(&start) && rows.len() < MAX_CELLS {
                        rows.push((small(row), small(row + times - 1)));
                    }
                    let is_filled = cells.iter().any(|cell| !looks::is_blank(&cell.text));
                    for at in row..row + if is_filled { times.min(MAX_ALIKE) } else { 1 } {
                        self.put(&mut sheet, at, &cells)?;
                    }
                    row = (row + times).min(MAX_ROWS);
                }
                Step::Close("table:table") | Step::End => {
                    (sheet.hidden_rows, sheet.hidden_columns) = (Hidden::new(rows), Hidden::new(columns));
                    return Ok(sheet);
                }
                _ => {}
            }
        }
    }

    fn put(&mut self, sheet: &mut Sheet, row: usize, cells: &[Repeated]) -> Result<(), ReadError> {
        let mut column = 0;
        for cell in cells {
            let (columns, rows) = cell.span;
            for at in column..(column + cell.times).min(MAX_FIELDS) {
                self.bounds.add(sheet, small(row), small(at), &cell.text)?;
                if (columns > 1 || rows > 1) && sheet.merged.len() < MAX_CELLS {
                    let rows = (small(row), small(row + rows - 1));
                    sheet.merged.push(Region { rows, columns: (small(at), small(at + columns - 1)) });
                }
            }
            column += cell.times;
            if column >= MAX_FIELDS {
                break;
            }
        }
        Ok(())
    }

    fn row(&mut self) -> Result<Vec<Repeated>, ReadError> {
        let mut row = Vec::new();
        loop {
            match self.parser.steps().next()? {
                Step::Open(name @ ("table:table-cell" | "table:covered-table-cell"), start) => {
                    let times = count(&start, "number-columns-repeated", MAX_ROWS).max(1);
                    let span = (
                        count(&start, "number-columns-spanned", MAX_FIELDS).max(1),
                        count(&start, "number-rows-spanned", 1 << 16).max(1),
                    );
                    let mut text = self.cell(name, &start)?;
                    if name == "table:covered-table-cell" {
                        text.clear();
                    }
                    if row.len() < MAX_FIELDS {
                        row.push(Repeated { times, span, text });
                    }
                }
                Step::Close("table:table-row") | Step::End => return Ok(row),
                _ => {}
            }
        }
    }

    /// The value of a cell where it is a number and looks plain, else what is shown.
    fn cell(&mut self, name: &str, start: &BytesStart<'_>) -> Result<String, ReadError> {
        let said = self.styles.of("table-cell", attribute(start, "style-name").as_deref());
        let is_number = attribute(start, "value-type").is_some_and(|kind| matches!(&*kind, "float" | "currency"));
        let value = attribute(start, "value").filter(|_| is_number).and_then(|value| value.trim().parse::<f64>().ok());
        let mut parts = Vec::new();
        // What the cell's style says of hidden text does not hold for numbers.
        self.parser.story(name, said.shown(), &mut parts)?;
        let mut text = String::new();
        for part in &parts {
            let StoryPart::Paragraph(paragraph) = part else { continue };
            for line in paragraph.text.split(['\n', '\t']) {
                join(&mut text, line.trim());
            }
        }
        let look = said.look().unwrap_or_default();
        if let Some(value) = value.filter(|_| look == Look::Plain && !text.contains(char::is_control)) {
            return Ok(number::plain(value));
        }
        // A formula that was never calculated is not blank.
        if text.is_empty() && attribute(start, "formula").is_some() && attribute(start, "value-type").is_none() {
            return Ok("=?".to_owned());
        }
        Ok(text)
    }
}

fn is_hidden(start: &BytesStart<'_>) -> bool {
    attribute(start, "visibility").is_some_and(|how| matches!(&*how, "collapse" | "filter"))
}

fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
