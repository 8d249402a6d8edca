//! Values that stand before their label, or behind a heading: given to the row they belong to where it is plain.

use crate::form::{PrintLayout, Table};
use crate::read::document::doubt::Doubt;
use crate::read::row::align::Owner;
use crate::read::row::slots::{Item, Slot, Slots};

use super::tables::{Tables, row_name, row_width, shown};

impl Tables<'_> {
    /// Values that stand before their label, or behind a heading. Returns the groups that were filled in as one row.
    pub(super) fn move_values(&mut self, index: usize, table: &Table, all: &mut Slots<'_>) -> Vec<usize> {
        let mut merged = Vec::new();
        if table.layout == PrintLayout::SideBySide {
            return merged;
        }
        let slots = &mut all.slots;
        for at in 0..slots.len() {
            let Some(&Slot { owner: Owner::Group(group), .. }) = slots.get(at) else { continue };
            let filled = slots.get(at).map_or(0, Slot::filled);
            if filled == 0 {
                continue;
            }
            let before = (0..at).rev().find(|&i| row_width(table, slots, i) > 0);
            let after = (at + 1..slots.len()).find(|&i| row_width(table, slots, i) > 0);
            let state = |i: Option<usize>| {
                i.map_or((0, 0), |i| (slots.get(i).map_or(0, Slot::filled), row_width(table, slots, i)))
            };
            let ((has_before, needs_before), (has_after, needs_after)) = (state(before), state(after));
            let to = if needs_before > 0 && has_before + filled == needs_before && has_after > 0 {
                before
            } else if needs_after > 0 && has_after == 0 && filled == needs_after && has_before >= needs_before {
                after
            } else {
                None
            };
            if to.is_none() && self.shift_in_group(table, slots, at) {
                continue;
            }
            match to {
                Some(to) => self.give(table, slots, at, 0, to),
                None => {
                    let next = after.filter(|&after| self.may_be_shifted(table, slots, at, after));
                    match next {
                        Some(next) => self.put_in_doubt(table, slots, at, next),
                        None => merged.extend(self.remark_group(index, table, group, slots, at)),
                    }
                }
            }
        }
        self.shift_down(table, all);
        merged
    }

    /// Values behind a heading, and in each of its rows as many as the next one has cells, in the last none: all of them
    /// stand before their labels.
    fn shift_in_group(&mut self, table: &Table, slots: &mut [Slot], at: usize) -> bool {
        let is_row = |slot: &&Slot| matches!(slot.owner, Owner::Row(_));
        let rows = slots.iter().skip(at + 1).take_while(is_row).count();
        let chain: Vec<usize> = (at..=at + rows).collect();
        let filled = |at: usize| slots.get(at).map_or(0, Slot::filled);
        let passes = |pair: &[usize]| matches!(pair, [from, to] if filled(*from) == row_width(table, slots, *to));
        // One row alone is seen to where its neighbours are.
        if rows < 2 || filled(at + rows) > 0 || !chain.windows(2).all(passes) {
            return false;
        }
        for pair in chain.windows(2).rev() {
            let [from, to] = *pair else { continue };
            if let Some(slot) = slots.get_mut(from) {
                slot.items.retain(Item::is_filled);
            }
            if let Some(slot) = slots.get_mut(to) {
                slot.items.clear();
            }
            self.give(table, slots, from, 0, to);
        }
        true
    }

    /// Values on a line of their own below a heading, as many as the next row has cells, while that row seems to have
    /// its own: if values stand before their labels here, and the label of a later row is lost, then every row in
    /// between has got the values of the next one.
    fn may_be_shifted(&self, table: &Table, slots: &[Slot], at: usize, after: usize) -> bool {
        let width = row_width(table, slots, after);
        let Some(slot) = slots.get(at).filter(|slot| slot.filled() == width) else { return false };
        let own_line = slot.items.iter().all(|item| item.block != slot.label.0);
        own_line && !rows_until_lost(table, slots, after).is_empty()
    }

    /// Gives each row of a chain that may be shifted the values before its label as well: too many to be settled.
    fn put_in_doubt(&mut self, table: &Table, slots: &mut [Slot], at: usize, after: usize) {
        let chain = rows_until_lost(table, slots, after);
        let mut before = slots.get_mut(at).map(|slot| std::mem::take(&mut slot.items)).unwrap_or_default();
        for at in chain {
            let Some(slot) = slots.get_mut(at) else { continue };
            let own = slot.items.clone();
            slot.items.splice(0..0, before);
            before = own;
        }
    }

    /// A row without values, and before it, with only complete rows between, values enough for two rows: each of
    /// them stands before its label. Rows may be of different widths.
    fn shift_down(&mut self, table: &Table, all: &mut Slots<'_>) {
        let rows: Vec<usize> = (0..all.slots.len()).filter(|&at| row_width(table, &all.slots, at) > 0).collect();
        let lead = all.lead.filled();
        let first_width = rows.first().map_or(0, |&first| row_width(table, &all.slots, first));
        // The row from which on values are too many: its own, or before the first row.
        let mut surplus: Option<Option<usize>> = (lead > 0 && lead == first_width).then_some(None);
        for (place, &at) in rows.iter().enumerate() {
            let (filled, width) = (all.slots.get(at).map_or(0, Slot::filled), row_width(table, &all.slots, at));
            // As wide as what a row has behind its label, if that is the next row's.
            let next = rows.get(place + 1).map_or(0, |&next| row_width(table, &all.slots, next));
            if next > 0 && filled == width + next {
                surplus = Some(Some(place));
            } else if let Some(from) = surplus.filter(|_| filled == 0) {
                let chain: Vec<usize> = rows.iter().copied().take(place + 1).skip(from.unwrap_or(0)).collect();
                self.shift_chain(table, all, &chain, from.is_none());
                surplus = None;
            } else if filled != next {
                surplus = None;
            }
        }
    }

    /// Gives each row of a chain what stands before its label.
    fn shift_chain(&mut self, table: &Table, all: &mut Slots<'_>, chain: &[usize], with_lead: bool) {
        for pair in chain.windows(2).rev() {
            let [from, to] = *pair else { continue };
            let width = row_width(table, &all.slots, from);
            let mut seen = 0;
            let is_surplus = |item: &Item| {
                seen += usize::from(item.is_filled());
                seen > width
            };
            let items = all.slots.get(from).map(|slot| (&slot.items, slot.filled()));
            let start = match items {
                Some((items, filled)) if filled > width && Some(&from) == chain.first() => {
                    items.iter().position(is_surplus).unwrap_or(0)
                }
                _ => 0,
            };
            self.give(table, &mut all.slots, from, start, to);
        }
        let lead = if with_lead { std::mem::take(&mut all.lead.items) } else { Vec::new() };
        if let Some(&first) = chain.first() {
            self.receive(table, &mut all.slots, lead, first);
        }
    }

    /// Moves the values from `start` on to another slot.
    fn give(&mut self, table: &Table, slots: &mut [Slot], from: usize, start: usize, to: usize) {
        let moved =
            slots.get_mut(from).map(|slot| slot.items.split_off(start.min(slot.items.len()))).unwrap_or_default();
        let is_of_row = slots.get(from).is_some_and(|slot| matches!(slot.owner, Owner::Row(_)));
        if let Some(slot) = slots.get_mut(to).filter(|_| is_of_row) {
            slot.is_shifted = true;
        }
        self.receive(table, slots, moved, to);
    }

    fn receive(&mut self, table: &Table, slots: &mut [Slot], moved: Vec<Item>, to: usize) {
        let Some(slot) = slots.get_mut(to) else { return };
        let text = shown(if moved.is_empty() { &slot.items } else { &moved });
        slot.is_moved = true;
        slot.items.extend(moved);
        let Owner::Row(row) = slot.owner else { return };
        let line = self.line(slot.label.0);
        let ids = table.cells_in_row(row).map(|cell| (self.form.id(cell), line));
        self.doubts.add_cells(Doubt::MovedValues, ids, &[("row", &row_name(table, row)), ("text", &text)]);
    }

    /// Values behind a heading over rows: filled in as one row, or not to be placed. Returns the group if it is one row.
    fn remark_group(&mut self, index: usize, table: &Table, group: usize, slots: &[Slot], at: usize) -> Option<usize> {
        let slot = slots.get(at)?;
        let name = table.groups.get(group).map(|group| group.label.zh.to_string()).unwrap_or_default();
        let of_group = |row: &usize| table.rows.get(*row).is_some_and(|row| row.group == Some(group));
        let rows: Vec<usize> = (0..table.rows.len()).filter(of_group).collect();
        let of = |row: usize| slots.iter().find(|slot| slot.owner == Owner::Row(row));
        let found = rows.iter().any(|&row| of(row).is_some());
        let (line, text) = (self.line(slot.label.0), shown(&slot.items));
        let form = self.form;
        let cells =
            |rows: Vec<usize>| rows.into_iter().flat_map(|row| table.cells_in_row(row)).map(|cell| form.id(cell));
        if found || self.form.tables.get(index).is_none() {
            // They may belong to a row that lacks some, or to one whose own stand below its label and may be the next
            // one's, or to the first.
            let lacks = |row: &usize| {
                let Some(slot) = of(*row) else { return true };
                let below = slot.items.iter().any(|item| item.is_filled() && item.block > slot.label.0);
                below || slot.filled() < table.cells_in_row(*row).count()
            };
            // The first one stands right behind them.
            let open: Vec<usize> =
                rows.iter().enumerate().filter(|(at, row)| *at == 0 || lacks(row)).map(|(_, row)| *row).collect();
            let values: [(&str, &dyn std::fmt::Display); 4] =
                [("row", &name), ("expected", &0), ("found", &slot.filled()), ("text", &text)];
            self.doubts.add_cells(Doubt::UnsettledValues, cells(open).map(|id| (id, line)), &values);
            return None;
        }
        let values: [(&str, &dyn std::fmt::Display); 2] = [("row", &name), ("text", &text)];
        self.doubts.add_cells(Doubt::MergedRow, cells(rows).map(|id| (id, line)), &values);
        Some(group)
    }
}

/// The complete rows from a slot on, up to the first place where the form has a row that the table has not; empty
/// where there is no such place or an incomplete row comes first.
fn rows_until_lost(table: &Table, slots: &[Slot], from: usize) -> Vec<usize> {
    let mut chain = Vec::new();
    let mut last = None;
    for (at, slot) in slots.iter().enumerate().skip(from) {
        let Owner::Row(row) = slot.owner else { continue };
        if last.is_some_and(|last| row != last + 1) {
            return chain;
        }
        if slot.filled() != table.cells_in_row(row).count() {
            return Vec::new();
        }
        chain.push(at);
        last = Some(row);
    }
    if last.is_some_and(|last| last + 1 < table.rows.len()) { chain } else { Vec::new() }
}
