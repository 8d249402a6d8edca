//! Where tables, rows and cells begin and end.

use html5ever::tokenizer::Tag;

use crate::read::format::html::table::{self, Cell, Row};
use crate::read::format::html::tags::{attribute, number};

use super::Walk;
use super::flow::Flow;

impl Walk {
    pub(super) fn in_table(&self) -> bool {
        !self.tables.is_empty() && self.deeper == 0
    }

    pub(super) fn start_cell(&mut self, tag: &Tag, line: u64) {
        self.end_cell();
        self.end_looks();
        let span = |name| attribute(&tag.attrs, name).map_or(1, number);
        let (colspan, rowspan) = (span("colspan").max(1), span("rowspan").max(1));
        let cell = Cell { colspan, rowspan, ..Cell::default() };
        let style = self.styles.of(tag);
        let is_hidden = style.is_hidden || self.styles.is_hidden(tag);
        if let Some(table) = self.tables.last_mut() {
            table.row.get_or_insert_with(|| Row { cells: Vec::new(), line });
            table.cell = Some((cell, Flow::default()));
            table.is_hidden.1 = is_hidden;
            table.grounds.2 = style.is_ground;
            let look = style.look_on(table.has_ground());
            self.spans.push((tag.name.to_string(), look));
        }
    }

    pub(super) fn end_cell(&mut self) {
        self.end_looks();
        let Some(table) = self.tables.last_mut() else { return };
        let Some((mut cell, mut flow)) = table.cell.take() else { return };
        flow.end();
        cell.pieces = flow.pieces;
        let row = table.row.get_or_insert_default();
        if !table.is_hidden.1 {
            row.cells.push(cell);
        }
    }

    pub(super) fn end_row(&mut self) {
        self.end_cell();
        if let Some(table) = self.tables.last_mut() {
            let is_shown = !std::mem::take(&mut table.is_hidden.0);
            table.rows.extend(table.row.take().filter(|row| is_shown && !row.cells.is_empty()));
        }
    }

    pub(super) fn end_table(&mut self) {
        self.end_row();
        let Some(mut table) = self.tables.pop() else { return };
        table.outside.end();
        let lines = table::lines(table.rows, &mut self.budget);
        self.is_full |= lines.is_none();
        let flow = self.flow();
        flow.pieces.append(&mut table.outside.pieces);
        flow.pieces.append(&mut lines.unwrap_or_default());
        flow.gap = true;
    }
}
