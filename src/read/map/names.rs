//! Which cell of the form a name means: ids, and the labels in every wording, alone or joined.

use std::collections::HashMap;

use crate::form::{Cell, Form, Table};
use crate::read::normalise::key;
use crate::words::Lang;

/// All names of all cells of a form.
pub(super) struct Names {
    tables: Vec<Of>,
}

/// The names of one table's cells, and the names of the table that may stand before them.
struct Of {
    before: [String; 3],
    /// `None`: two cells could have the name.
    cells: HashMap<String, Option<Cell>>,
}

/// Nobody writes longer names than this.
const LONGEST: usize = 400;

impl Names {
    /// The names of a form's cells: `requests/new/natural`, `一、本年新收政府信息公开申请数量-自然人`, `本年新收·自然人`,
    /// `表三 新收 …`. A name that two cells could have names none.
    pub fn of(form: &Form) -> Self {
        Self { tables: form.tables.iter().map(Of::new).collect() }
    }

    /// The cell that a name means.
    pub fn cell(&self, name: &str) -> Option<Cell> {
        if name.len() > LONGEST {
            return None;
        }
        let name = folded(name);
        let mut found = self.tables.iter().filter_map(|table| table.cell(&name));
        let first = found.next()?;
        found.all(|other| other == first).then_some(first).flatten()
    }

    /// The cell that names one above the other mean: all of them joined, or the last ones.
    pub fn cell_of(&self, levels: &[&str]) -> Option<Cell> {
        (0..levels.len()).find_map(|from| self.cell(&levels.get(from..)?.concat()))
    }
}

impl Of {
    fn new(table: &Table) -> Self {
        let before = [folded(&table.name(Lang::Zh)), folded(&table.label.zh), folded(&table.id)];
        let mut names = Self { before, cells: HashMap::new() };
        let columns: Vec<Vec<String>> = (0..table.columns.len()).map(|column| column_names(table, column)).collect();
        for at in 0..table.rows.len() {
            let rows = row_names(table, at);
            let single = table.cells_in_row(at).count() == 1;
            for (column, columns) in columns.iter().enumerate() {
                let Some(cell) = table.at(at, column) else { continue };
                for row in &rows {
                    if single {
                        names.add(row.clone(), cell);
                    }
                    for column in columns {
                        names.add(format!("{row}{column}"), cell);
                    }
                }
            }
        }
        names
    }

    fn add(&mut self, name: String, cell: Cell) {
        let known = self.cells.entry(name).or_insert(Some(cell));
        if *known != Some(cell) {
            *known = None;
        }
    }

    /// The cell of a name, with or without the table's own before it; `Some(None)`: several.
    fn cell(&self, name: &str) -> Option<Option<Cell>> {
        let bare = self.before.iter().filter_map(|before| name.strip_prefix(before.as_str()));
        std::iter::once(name).chain(bare).find_map(|name| self.cells.get(name).copied())
    }
}

/// Letters and digits only.
fn folded(text: &str) -> String {
    key(text).into_iter().collect()
}

fn row_names(table: &Table, at: usize) -> Vec<String> {
    let Some(row) = table.rows.get(at) else { return Vec::new() };
    let mut names: Vec<String> = [&*row.label.zh, &*row.label.short, &*row.id].map(folded).into();
    names.extend(row.aliases.iter().map(|alias| folded(alias)));
    names.push(folded(&table.row_name(at, Lang::Zh)));
    names.push(folded(&table.row_full_name(at, Lang::Zh)));
    let ordinal = folded(&row.ordinal);
    if !ordinal.is_empty() {
        let with: Vec<String> = names.iter().map(|name| format!("{ordinal}{name}")).collect();
        names.extend(with);
    }
    // With the group above it, as a header of several rows has it.
    let mut group = row.group.and_then(|group| table.groups.get(group));
    let mut above = String::new();
    while let Some(found) = group {
        above = format!("{}{above}", folded(&found.label.zh));
        let with: Vec<String> =
            [&*row.label.zh, &*row.label.short].map(|name| format!("{above}{ordinal}{}", folded(name))).into();
        names.extend(with);
        group = found.parent.and_then(|parent| table.groups.get(parent));
    }
    names.sort();
    names.dedup();
    names
}

fn column_names(table: &Table, at: usize) -> Vec<String> {
    let Some(column) = table.columns.get(at) else { return Vec::new() };
    let mut names: Vec<String> = [&*column.label.zh, &*column.label.short, &*column.id].map(folded).into();
    names.extend(column.aliases.iter().map(|alias| folded(alias)));
    if let Some(group) = column.group.and_then(|group| table.groups.get(group)) {
        let with: Vec<String> = names.iter().map(|name| format!("{}{name}", folded(&group.label.zh))).collect();
        names.extend(with);
    }
    names.sort();
    names.dedup();
    names
}
