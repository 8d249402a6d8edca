//! The characters of an old Word document as paragraphs, cells and rows.

use crate::read::document::MAX_LINES;
use crate::read::document::error::ReadError;
use crate::read::format::shared::looks::{self, Look};
use crate::read::format::shared::numbering::Numbering;
use crate::read::format::shared::story::{Cell, Paragraph, StoryPart, Table, join};

use super::pieces::Char;
use super::properties::{CellPlace, Properties};

/// Tables nested deeper than this are taken as nested so deep.
const MAX_DEPTH: usize = 8;
/// How wide a cell is where the document does not say, in twips.
const COLUMN: i32 = 1000;
/// Marks in the text.
const CELL: char = '\u{7}';
const FIELD_BEGIN: char = '\u{13}';
const FIELD_RESULT: char = '\u{14}';
const FIELD_END: char = '\u{15}';

/// The story of a document.
///
/// # Errors
/// If it has more paragraphs than any report.
pub(super) fn story(
    text: &[Char],
    properties: &Properties<'_>,
    numbering: Numbering,
) -> Result<Vec<StoryPart>, ReadError> {
    let mut flow = Flow { levels: vec![Level::default()], after_cell: false, numbering };
    let shown = shown(text);
    let mut draft = Draft::default();
    let mut count = 0;
    for (char, is_shown) in text.iter().zip(shown) {
        let look = properties.look(char.at);
        match (char.c, look) {
            // A deleted mark no longer parts two paragraphs.
            ('\r' | '\u{c}', None) => {}
            ('\r' | '\u{c}' | CELL, _) => {
                count += 1;
                if count > MAX_LINES {
                    return Err(ReadError::TooLarge);
                }
                flow.paragraph(draft.take(), *char, properties);
            }
            (_, None) => {}
            _ if !is_shown => {}
            ('\u{b}' | '\u{e}', _) => draft.add('\n', Look::Plain),
            ('\u{1e}', _) => draft.add('-', Look::Plain),
            ('\t', _) => draft.add('\t', Look::Plain),
            (c, _) if c.is_control() => {}
            (c, Some(look)) => draft.add(c, look),
        }
    }
    flow.close(0);
    let mut story = flow.levels.into_iter().next().map(|level| level.parts).unwrap_or_default();
    story.push(StoryPart::Paragraph(Paragraph { text: draft.take(), page: None }));
    Ok(story)
}

/// A paragraph on the way: its text, and the run at its end that looks alike.
#[derive(Default)]
struct Draft {
    text: String,
    run: String,
    look: Look,
}

impl Draft {
    fn add(&mut self, c: char, look: Look) {
        if look != self.look {
            looks::push(&mut self.text, self.look, &std::mem::take(&mut self.run));
            self.look = look;
        }
        self.run.push(c);
    }

    /// The text with the marks of its looks; it is empty again afterwards.
    fn take(&mut self) -> String {
        looks::push(&mut self.text, self.look, &std::mem::take(&mut self.run));
        std::mem::take(&mut self.text)
    }
}

/// Of each character, whether it is to be seen: of a field only the result is, not the instruction.
fn shown(text: &[Char]) -> Vec<bool> {
    // How many instructions begin and end here: where none is open, the text shows.
    let mut steps = vec![0_i32; text.len()];
    // Where each open field began, and where its result did.
    let mut open: Vec<(usize, Option<usize>)> = Vec::new();
    for (at, char) in text.iter().enumerate() {
        match char.c {
            FIELD_BEGIN => open.push((at, None)),
            FIELD_RESULT => {
                if let Some(field) = open.last_mut() {
                    field.1 = field.1.or(Some(at));
                }
            }
            FIELD_END => {
                // A field that does not end hides nothing: otherwise the rest of the document would be gone.
                let Some((from, result)) = open.pop() else { continue };
                for (at, step) in [(from, 1), (result.unwrap_or(at), -1)] {
                    if let Some(slot) = steps.get_mut(at) {
                        *slot += step;
                    }
                }
            }
            _ => {}
        }
    }
    let mut depth = 0;
    let is_shown = |step: i32| {
        depth += step;
        depth == 0
    };
    steps.into_iter().map(is_shown).collect()
}

/// The body, or a table on the way.
#[derive(Default)]
struct Level {
    rows: Vec<Vec<Cell>>,
    cells: Vec<Cell>,
    /// Of the cell on the way.
    parts: Vec<StoryPart>,
}

struct Flow {
    /// The body, then one table inside the other.
    levels: Vec<Level>,
    /// Was the last mark that of a cell?
    after_cell: bool,
    numbering: Numbering,
}

impl Flow {
    fn paragraph(&mut self, text: String, mark: Char, properties: &Properties<'_>) {
        let found = properties.paragraph(mark.at);
        let is_cell_mark = mark.c == CELL;
        let depth = usize::try_from(found.depth).unwrap_or(MAX_DEPTH).clamp(usize::from(is_cell_mark), MAX_DEPTH);
        self.close(depth);
        self.levels.resize_with(self.levels.len().max(depth + 1), Level::default);
        // Where no properties are left, an empty cell after a cell is the end of its row.
        let is_guessed = found.depth == 0 && is_cell_mark && self.after_cell && text.is_empty();
        self.after_cell = is_cell_mark && !is_guessed;
        let label = self.numbering.label(found.list, Some(found.level), None);
        let Some(level) = self.levels.last_mut() else { return };
        if depth > 0 && found.is_row_end || is_guessed {
            level.end_row(&found.cells);
            return;
        }
        let mut numbered = label.filter(|_| !looks::is_blank(&text)).unwrap_or_default();
        join(&mut numbered, &text);
        level.parts.push(StoryPart::Paragraph(Paragraph { text: numbered, page: None }));
        if depth == 1 && is_cell_mark || depth > 1 && (found.is_inner_cell || is_cell_mark) {
            let parts = std::mem::take(&mut level.parts);
            level.cells.push(Cell { parts, ..Cell::default() });
        }
    }

    /// Ends the tables that are deeper than this.
    fn close(&mut self, depth: usize) {
        while self.levels.len() > depth + 1 {
            let Some(mut level) = self.levels.pop() else { return };
            level.end_row(&[]);
            let table = StoryPart::Table(Table { rows: level.rows });
            if let Some(above) = self.levels.last_mut() {
                above.parts.push(table);
                above.parts.append(&mut level.parts);
            }
        }
    }
}

impl Level {
    /// Puts the cells since the last row into their places.
    fn end_row(&mut self, places: &[CellPlace]) {
        let mut cells = std::mem::take(&mut self.cells);
        if cells.is_empty() {
            return;
        }
        let mut end = 0;
        for (at, cell) in cells.iter_mut().enumerate() {
            let place = places.get(at);
            cell.left = place.map_or(end, |place| place.left);
            cell.right = place.map_or(cell.left.saturating_add(COLUMN), |place| place.right);
            cell.goes_on = place.is_some_and(|place| place.goes_on);
            end = cell.right;
        }
        self.rows.push(cells);
    }
}
