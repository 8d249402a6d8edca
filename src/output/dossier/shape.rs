//! The tables of a form as the page draws them.

use serde::Serialize;

use crate::form::{Form, Table};
use crate::words::Lang;

/// An edition of the form.
#[derive(Serialize)]
pub(super) struct FormShape {
    edition: String,
    tables: Vec<TableShape>,
}

#[derive(Serialize)]
struct TableShape {
    name: String,
    title: String,
    columns: Vec<String>,
    rows: Vec<RowShape>,
}

/// A row with its cells, by their numbers; nothing where the form has none.
#[derive(Serialize)]
struct RowShape {
    name: String,
    /// The heading above it and its neighbours.
    group: String,
    cells: Vec<Option<usize>>,
}

impl FormShape {
    pub(super) fn of(form: &Form, lang: Lang) -> Self {
        let tables = form.tables.iter().map(|table| TableShape::of(table, lang)).collect();
        Self { edition: form.edition.to_string(), tables }
    }
}

impl TableShape {
    fn of(table: &Table, lang: Lang) -> Self {
        let columns = table.columns.iter().map(|column| lang.pick(&column.label.zh, &column.label.en).to_owned());
        let rows = table.rows.iter().enumerate().map(|(number, row)| RowShape {
            name: table.row_full_name(number, lang),
            group: group(table, row.group, lang),
            cells: (0..table.columns.len()).map(|column| table.at(number, column).map(|cell| cell.index())).collect(),
        });
        Self {
            name: table.name(lang),
            title: lang.pick(&table.label.zh, &table.label.en).to_owned(),
            columns: columns.collect(),
            rows: rows.collect(),
        }
    }
}

/// The headings over a row, the widest first.
fn group(table: &Table, group: Option<usize>, lang: Lang) -> String {
    let mut names = Vec::new();
    let mut next = group;
    // A form has two levels; a ring of groups does not load.
    while let Some(group) = next.and_then(|group| table.groups.get(group)).filter(|_| names.len() < table.groups.len())
    {
        names.push(lang.pick(&group.label.zh, &group.label.en));
        next = group.parent;
    }
    names.reverse();
    names.join(" ")
}
