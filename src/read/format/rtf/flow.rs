//! Paragraphs, cells and rows of rich text as they end.

use crate::read::document::error::ReadError;
use crate::read::document::{MAX_FIELDS, MAX_LINES};
use crate::read::format::shared::looks::{self, Look};
use crate::read::format::shared::story::{Cell, Paragraph, StoryPart, Table};

/// Tables nested deeper than this are taken as nested so deep.
const MAX_DEPTH: usize = 8;
/// How wide a cell is where the document does not say, in twips.
const COLUMN: i32 = 1000;

/// A cell in the definition of a row.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Place {
    pub(crate) right: i32,
    /// Merged with the cell above it or before it.
    pub(crate) goes_on: bool,
}

/// The definition of rows: it holds until there is another.
#[derive(Debug, Clone, Default)]
pub(super) struct Definition {
    pub(crate) left: i32,
    pub(crate) places: Vec<Place>,
    /// Of the cell that is defined next.
    pub(crate) next_goes_on: bool,
}

impl Definition {
    /// The cell that is defined next ends here.
    pub(crate) fn end_cell(&mut self, right: i32) {
        if self.places.len() < MAX_FIELDS {
            self.places.push(Place { right, goes_on: self.next_goes_on });
        }
        self.next_goes_on = false;
    }
}

/// The body, or a table on the way.
#[derive(Debug, Default)]
struct Level {
    rows: Vec<Vec<Cell>>,
    cells: Vec<Cell>,
    /// Of the cell on the way.
    parts: Vec<StoryPart>,
}

/// A text on the way: the document, or a text box in it.
#[derive(Debug)]
pub(super) struct Flow {
    levels: Vec<Level>,
    text: String,
    run: String,
    look: Look,
    /// What stands in the paragraph and is no text.
    others: Vec<StoryPart>,
    paragraphs: usize,
}

impl Default for Flow {
    fn default() -> Self {
        Self {
            levels: vec![Level::default()],
            text: String::new(),
            run: String::new(),
            look: Look::Plain,
            others: Vec::new(),
            paragraphs: 0,
        }
    }
}

impl Flow {
    pub(crate) fn add(&mut self, look: Look, text: &str) {
        if look != self.look {
            self.end_run();
            self.look = look;
        }
        self.run.push_str(text);
    }

    /// Adds what stands in the paragraph and is no text.
    pub(crate) fn other(&mut self, part: StoryPart) {
        self.others.push(part);
    }

    fn end_run(&mut self) {
        looks::push(&mut self.text, self.look, &std::mem::take(&mut self.run));
    }

    /// Ends a paragraph in so many tables.
    ///
    /// # Errors
    /// If there are more than any report has.
    pub(crate) fn paragraph(&mut self, depth: usize) -> Result<(), ReadError> {
        self.paragraphs += 1;
        if self.paragraphs > MAX_LINES {
            return Err(ReadError::TooLarge);
        }
        let depth = depth.min(MAX_DEPTH);
        self.close(depth);
        self.levels.resize_with(self.levels.len().max(depth + 1), Level::default);
        self.end_run();
        let text = std::mem::take(&mut self.text);
        let Some(level) = self.levels.last_mut() else { return Ok(()) };
        level.parts.push(StoryPart::Paragraph(Paragraph { text, page: None }));
        level.parts.append(&mut self.others);
        Ok(())
    }

    /// Ends a cell in so many tables.
    ///
    /// # Errors
    /// As [`Self::paragraph`].
    pub(crate) fn cell(&mut self, depth: usize) -> Result<(), ReadError> {
        self.paragraph(depth.max(1))?;
        let Some(level) = self.levels.last_mut() else { return Ok(()) };
        let parts = std::mem::take(&mut level.parts);
        level.cells.push(Cell { parts, ..Cell::default() });
        Ok(())
    }

    /// Ends a row in so many tables.
    pub(crate) fn row(&mut self, depth: usize, definition: &Definition) {
        let depth = depth.clamp(1, MAX_DEPTH);
        self.close(depth);
        if let Some(level) = self.levels.get_mut(depth) {
            level.end_row(definition);
        }
    }

    /// Ends the tables that are deeper than this.
    fn close(&mut self, depth: usize) {
        while self.levels.len() > depth + 1 {
            let Some(mut level) = self.levels.pop() else { return };
            level.end_row(&Definition::default());
            let table = StoryPart::Table(Table { rows: level.rows });
            if let Some(above) = self.levels.last_mut() {
                above.parts.push(table);
                above.parts.append(&mut level.parts);
            }
        }
    }

    pub(crate) fn finish(mut self) -> Vec<StoryPart> {
        self.close(0);
        self.end_run();
        let mut parts = self.levels.into_iter().next().map(|level| level.parts).unwrap_or_default();
        parts.push(StoryPart::Paragraph(Paragraph { text: self.text, page: None }));
        parts.append(&mut self.others);
        parts
    }
}

impl Level {
    /// Puts the cells since the last row into their places.
    fn end_row(&mut self, definition: &Definition) {
        let mut cells = std::mem::take(&mut self.cells);
        if cells.is_empty() {
            return;
        }
        let mut end = definition.left;
        for (at, cell) in cells.iter_mut().enumerate() {
            let place = definition.places.get(at);
            cell.left = end;
            cell.right = place.map_or(end.saturating_add(COLUMN), |place| place.right.max(end));
            cell.goes_on = place.is_some_and(|place| place.goes_on);
            end = cell.right;
        }
        self.rows.push(cells);
    }
}
