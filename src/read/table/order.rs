//! In which order the cells of a table's rows stand: told by the headers, or not at all.

use crate::form::{Cell, PrintLayout, Table};
use crate::read::document::block::Block;
use crate::read::document::doubt::{Doubt, quote};
use crate::read::row::align::{Aligned, Owner, Span, tokens_of};
use crate::read::row::settle::is_balanced;
use crate::read::row::slots::Item;
use crate::read::row::stream::{Kind, Stream};

use super::tables::{Row, Tables, shown};

/// In which order the cells of a row stand.
pub(super) struct Order {
    /// Positions in `Table::columns`; `None` where the headers do not tell.
    pub(crate) columns: Option<Vec<usize>>,
    /// Positions in `Table::rows`, for rows side by side; `None` where the headings do not tell.
    pub(crate) rows: Option<Vec<usize>>,
    /// Columns whose header is another one.
    pub(crate) strange: Vec<usize>,
    /// In which field the first header of the widest rows stands, and how many fields its line has; `None` where the
    /// headers do not stand field by field.
    pub(crate) header: Option<(usize, usize)>,
    /// Rows side by side whose headings stand in another order on lines of text: that is none of their values' order.
    pub(crate) loose: Vec<usize>,
}

impl Tables<'_> {
    /// The columns' headers as they stand, if that is not the form's order. A total may stand on a line before the
    /// others: its header is often printed beside a common heading.
    pub(super) fn disorder(&self, table: &Table, aligned: &Aligned, stream: &Stream<'_>) -> Option<String> {
        let is_total = |column: usize| self.is_total(table, column);
        let mut places: Vec<(usize, usize)> = Vec::new();
        for (column, span) in aligned.columns.iter().enumerate() {
            places.extend(span.filter(|_| !is_total(column)).map(|span| (span.start, column)));
        }
        let block = |span| tokens_of(stream, span).first().map(|token| token.block);
        let all = || aligned.columns.iter().enumerate().filter_map(|(column, span)| Some((column, (*span)?)));
        let first = places.first().map_or(usize::MAX, |place| place.0);
        let first_block = all().find(|(_, span)| span.start == first).and_then(|(_, span)| block(span));
        let ahead: Vec<(usize, usize)> = all()
            .filter(|(column, span)| is_total(*column) && span.start < first && block(*span) == first_block)
            .map(|(column, span)| (span.start, column))
            .collect();
        if places.is_sorted() && ahead.is_empty() {
            return None;
        }
        places.extend(ahead);
        places.sort_unstable();
        let names = places.iter().filter_map(|(_, column)| table.columns.get(*column));
        Some(names.map(|column| &*column.label.zh).collect::<Vec<_>>().join("、"))
    }

    /// The order in which the headers say that the cells stand.
    pub(super) fn order(&mut self, table: &Table, aligned: &Aligned, stream: &Stream<'_>) -> Order {
        let disorder = self.disorder(table, aligned, stream);
        let plain: Vec<usize> = (0..table.columns.len()).collect();
        let columns = match &disorder {
            _ if table.layout == PrintLayout::SideBySide => repeated_columns(table, aligned, disorder.is_some()),
            Some(_) => self.columns_as_printed(table, aligned, stream),
            None => Some(plain.clone()),
        };
        if let Some(order) = columns.as_ref().filter(|order| **order != plain) {
            let names = order.iter().filter_map(|&column| table.columns.get(column));
            let text = names.map(|column| &*column.label.zh).collect::<Vec<_>>().join("、");
            let moved: Vec<usize> = order.iter().zip(&plain).filter(|(a, b)| a != b).map(|(a, _)| *a).collect();
            let first = aligned.headers.first().and_then(|(_, span)| tokens_of(stream, *span).first());
            let line = first.map_or(0, |token| self.line(token.block));
            // It is the headers that may be wrong: then every cell of these columns is.
            let form = self.form;
            let at = |row: usize| moved.iter().filter_map(move |&column| table.at(row, column));
            let cells = (0..table.rows.len()).flat_map(at).map(|cell| (form.id(cell), line));
            self.doubts.add_cells(Doubt::ColumnOrder, cells, &[("text", &text)]);
        }
        let rows = row_order(table, aligned, stream);
        let on_lines = |owner: Owner| {
            let mut spans = aligned.spans.iter().filter(move |span| span.owner == owner);
            let block = |span: &Span| tokens_of(stream, *span).last().and_then(|token| self.blocks.get(token.block));
            spans.any(|span| block(span).is_some_and(|block| !block.is_row()))
        };
        let is_loose = |row: &usize| on_lines(Owner::Row(*row));
        let printed = rows.iter().flatten().enumerate();
        let loose: Vec<usize> = printed.filter(|(at, row)| at != *row).map(|(_, row)| *row).collect();
        let is_loose = table.layout == PrintLayout::SideBySide && loose.iter().any(is_loose);
        let loose = if is_loose { loose } else { Vec::new() };
        let rows = if is_loose { Some((0..table.rows.len()).collect()) } else { rows };
        self.remark_row_order(table, aligned, rows.as_deref());
        let header = columns.as_ref().and_then(|columns| self.header(table, aligned, stream, columns));
        Order { columns, rows, strange: strange_columns(table, aligned, stream), header, loose }
    }

    /// Where the headers of the widest rows stand, if they stand in one field each, one beside the other.
    fn header(
        &self,
        table: &Table,
        aligned: &Aligned,
        stream: &Stream<'_>,
        columns: &[usize],
    ) -> Option<(usize, usize)> {
        let widest = (0..table.rows.len()).max_by_key(|&row| table.cells_in_row(row).count())?;
        let first_row = aligned.rows().map(|(_, span)| span.start).min()?;
        let mut start = None;
        let own = columns.iter().filter(|&&column| table.at(widest, column).is_some());
        for (at, column) in own.enumerate() {
            let mut spans = aligned.headers.iter().filter(|(known, span)| known == column && span.start < first_row);
            let token = tokens_of(stream, spans.next()?.1).first()?;
            let block = self.blocks.get(token.block).filter(|block| block.is_row())?;
            let here = (token.field.checked_sub(at)?, block.fields.len());
            if spans.next().is_some() || *start.get_or_insert(here) != here {
                return None;
            }
        }
        start
    }

    /// Rows side by side that do not stand in the form's order, where no label of theirs is out of place by itself.
    fn remark_row_order(&mut self, table: &Table, aligned: &Aligned, rows: Option<&[usize]>) {
        let moved = rows.into_iter().flatten().enumerate().find(|(at, row)| at != *row).map(|(_, row)| *row);
        let Some(row) = moved.filter(|_| table.layout == PrintLayout::SideBySide && aligned.displaced.is_empty())
        else {
            return;
        };
        self.remark_whole_row(Doubt::DisplacedRow, table, row, 0);
    }

    /// The columns as their headers stand, if each of them is there once and their places can be compared.
    fn columns_as_printed(&self, table: &Table, aligned: &Aligned, stream: &Stream<'_>) -> Option<Vec<usize>> {
        let first_row = aligned.rows().map(|(_, span)| span.start).min()?;
        let shared = |column: &usize| {
            (0..table.rows.len()).any(|row| table.at(row, *column).is_some() && table.cells_in_row(row).count() > 1)
        };
        let (wanted, rest): (Vec<usize>, Vec<usize>) = (0..table.columns.len()).partition(shared);
        let mut places = Vec::new();
        for &(column, span) in aligned.headers.iter().filter(|(column, _)| wanted.contains(column)) {
            if span.start < first_row {
                let token = tokens_of(stream, span).first()?;
                places.push((token.block, token.field, span.start, column));
            }
        }
        let mut found: Vec<usize> = places.iter().map(|place| place.3).collect();
        found.sort_unstable();
        if found != wanted {
            return None;
        }
        let one_block = places.iter().all(|place| Some(place.0) == places.first().map(|first| first.0));
        let in_rows = places.iter().all(|place| self.blocks.get(place.0).is_some_and(Block::is_row));
        if one_block || self.is_cell_by_cell(&places) {
            places.sort_unstable_by_key(|place| place.2);
            let last = places.last().map_or(0, |place| place.3);
            let total = wanted.iter().find(|&&column| self.is_total(table, column));
            // The header of a total that spans two lines stands before those of the second line.
            if !one_block && total.is_some_and(|&total| total != last) {
                return None;
            }
        } else {
            places.sort_unstable_by_key(|place| place.1);
            if !in_rows || places.windows(2).any(|pair| matches!(pair, [a, b] if a.1 == b.1)) {
                return None;
            }
        }
        Some(places.into_iter().map(|place| place.3).chain(rest).collect())
    }

    /// Does an equation add up the other columns to this one?
    fn is_total(&self, table: &Table, column: usize) -> bool {
        let cell = (0..table.rows.len()).find_map(|row| table.at(row, column));
        cell.is_some_and(|cell| self.form.equations_of(cell).any(|e| e.left.len() == 1 && e.left.contains(&cell)))
    }

    /// Does each header stand on an indented line of its own, one right after the other? So cells are copied out of a
    /// page, in their order; the text of a PDF has no such lines.
    fn is_cell_by_cell(&self, places: &[(usize, usize, usize, usize)]) -> bool {
        let is_cell =
            |block: &Block<'_>| block.fields.len() == 2 && block.fields.first() == Some(&"") && !block.is_row();
        let mut blocks: Vec<usize> = places.iter().map(|place| place.0).collect();
        blocks.sort_unstable();
        blocks.windows(2).all(|pair| matches!(pair, [a, b] if a + 1 == *b))
            && blocks.iter().all(|&at| self.blocks.get(at).is_some_and(is_cell))
    }

    /// Takes the cells away whose column or row the headers do not tell, with a remark for each row.
    pub(super) fn leave_out(&mut self, table: &Table, order: &Order, rows: &mut [Row]) {
        if (order.columns.is_none() || !order.strange.is_empty()) && self.add_up(table, rows) {
            self.remark_order_by_sums(table, rows);
            return;
        }
        for row in rows {
            let unknown = order.rows.is_none() && table.layout == PrintLayout::SideBySide
                || order.columns.is_none() && row.cells.len() > 1;
            let is_out =
                |cell: &Cell| unknown || self.form.spec(*cell).is_some_and(|spec| order.strange.contains(&spec.column));
            let out: Vec<usize> = (0..row.cells.len()).filter(|&at| row.cells.get(at).is_some_and(is_out)).collect();
            if out.is_empty() {
                continue;
            }
            for reading in &mut row.settled.readings {
                for &at in &out {
                    if let Some(item) = reading.get_mut(at) {
                        *item = None;
                    }
                }
            }
            let text = quote(&shown(&row.items));
            let values: [(&str, &dyn std::fmt::Display); 2] = [("row", &row.name), ("text", &text)];
            let ids = out.iter().filter_map(|&at| row.cells.get(at)).map(|&cell| (self.form.id(cell), row.line));
            self.doubts.add_cells(Doubt::UnknownColumns, ids, &values);
        }
    }

    /// Does each row of a table have all its values, and do they add up in the form's order? In another order they
    /// would not, unless all of them are zero.
    fn add_up(&self, table: &Table, rows: &[Row]) -> bool {
        let widest = (0..table.rows.len()).map(|row| table.cells_in_row(row).count()).max().unwrap_or(0);
        let adds_up = |row: &Row| {
            let [reading] = row.settled.readings.as_slice() else { return false };
            let whole = reading.iter().all(Option::is_some) && row.cells.len() == widest;
            whole && is_balanced(self.form, &row.cells, &row.settled, reading)
        };
        // What has no values at all says nothing.
        let filled: Vec<&Row> = rows.iter().filter(|row| row.items.iter().any(Item::is_filled)).collect();
        table.layout == PrintLayout::Rows
            && filled.len() * 3 >= table.rows.len() * 2
            && filled.iter().all(|row| adds_up(row))
    }

    /// One remark on all cells that would have another number if the columns stood otherwise.
    fn remark_order_by_sums(&mut self, table: &Table, rows: &[Row]) {
        let mut doubtful = Vec::new();
        for row in rows {
            let values: Vec<_> = (0..row.cells.len()).map(|at| row.settled.certain(at).map(Item::value)).collect();
            let same =
                values.split_last().is_none_or(|(_, parts)| parts.windows(2).all(|two| two.first() == two.last()));
            doubtful.extend(row.cells.iter().filter(|_| !same).map(|&cell| (cell, row.line)));
        }
        let line = rows.first().map_or(0, |row| row.line);
        let values: [(&str, &dyn std::fmt::Display); 2] = [("table", &table.numeral), ("count", &rows.len())];
        if doubtful.is_empty() {
            self.doubts.add(Doubt::OrderBySums, "", line, &values);
        }
        let ids = doubtful.iter().map(|(cell, line)| (self.form.id(*cell), *line));
        self.doubts.add_cells(Doubt::OrderBySums, ids, &values);
    }
}

impl Order {
    /// A row's cells as they stand.
    pub(crate) fn cells(&self, table: &Table, row: usize) -> Vec<Cell> {
        match &self.columns {
            Some(columns) => columns.iter().filter_map(|&column| table.at(row, column)).collect(),
            None => table.cells_in_row(row).collect(),
        }
    }
}

/// The columns of a table whose rows stand side by side, as their headers stand: the same for each row.
fn repeated_columns(table: &Table, aligned: &Aligned, disorder: bool) -> Option<Vec<usize>> {
    let plain: Vec<usize> = (0..table.columns.len()).collect();
    let printed: Vec<usize> = aligned.headers.iter().map(|(column, _)| *column).collect();
    if printed.len() != plain.len() * table.rows.len() {
        return (!disorder).then_some(plain);
    }
    let first = printed.get(..plain.len())?;
    let mut sorted = first.to_vec();
    sorted.sort_unstable();
    let alike = printed.chunks(plain.len().max(1)).all(|chunk| chunk == first);
    (alike && sorted == plain).then(|| first.to_vec())
}

/// The rows of a table as their headings stand, a group's rows where the group's heading stands.
fn row_order(table: &Table, aligned: &Aligned, stream: &Stream<'_>) -> Option<Vec<usize>> {
    let group_place = |row: usize| {
        let group = table.rows.get(row)?.group?;
        // A title may name a group too: only a heading that is a cell of its own tells where the group stands.
        let whole = |span: &Span| {
            let tokens = tokens_of(stream, *span);
            tokens.first().is_some_and(|first| first.start == span.start)
                && tokens.last().is_some_and(|last| last.end == span.end)
        };
        let mut spans = aligned.spans.iter().filter(|span| span.owner == Owner::Group(group) && whole(span));
        let first = spans.next()?;
        spans.next().is_none().then_some(first.start)
    };
    let mut places: Vec<(usize, usize, usize)> =
        aligned.rows().map(|(row, span)| (group_place(row).unwrap_or(span.start), span.start, row)).collect();
    places.sort_unstable();
    let printed: Vec<usize> = places.iter().map(|place| place.2).collect();
    if printed.is_sorted() {
        return Some((0..table.rows.len()).collect());
    }
    let copies = aligned.spans.iter().any(|span| matches!(span.owner, Owner::Copy(_)));
    (printed.len() == table.rows.len() && !copies).then_some(printed)
}

/// Columns without a header where words stand among the headers that are none of the form's.
fn strange_columns(table: &Table, aligned: &Aligned, stream: &Stream<'_>) -> Vec<usize> {
    let has = |row: usize, column: usize| table.at(row, column).is_some();
    let missing = (0..table.columns.len()).filter(|&column| aligned.columns.get(column) == Some(&None));
    let is_strange = |column: &usize| {
        let first = aligned.rows().filter(|(row, _)| has(*row, *column)).map(|(_, span)| span.start).min();
        let Some(until) = first.filter(|_| table.layout != PrintLayout::SideBySide) else { return false };
        let before = aligned.rows().filter(|(_, span)| span.end <= until).map(|(_, span)| span.end).max();
        let from = before.or_else(|| aligned.covered.iter().position(|&covered| covered)).unwrap_or(0);
        stream.tokens.iter().filter(|token| token.start >= from && token.end <= until).any(|token| {
            let named = token.end - token.start >= 3 && !token.text.ends_with(|c: char| c.is_ascii_digit());
            token.kind == Kind::Text && named && aligned.is_uncovered(token)
        })
    };
    missing.filter(is_strange).collect()
}
