//! The statutory forms as data: sections, tables, rows, columns, labels, equations.
//!
//! Owns: what a form looks like, and the stable ids of its cells. Each edition is one TOML file, beside this module or
//! added at the start ([`add`]); nothing about a form is written anywhere else. Knows no report and no screen.
//!
//! A [`Cell`] is a small dense number within its edition, so that a report can be a flat array; its public
//! name is the id `table/row/column`.

#![warn(missing_docs)]

mod build;
mod called;
mod data;
mod editions;
mod names;
mod sound;

use rustc_hash::FxHashMap;

pub(crate) use build::FormError;
pub(crate) use data::FormRule;
pub(crate) use editions::{add, embedded};
pub use editions::{cell_id, edition, editions, newest};

/// A text of the form in both languages. The Chinese wording is the official one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The official wording.
    pub zh: Box<str>,
    /// Our translation.
    pub(crate) en: Box<str>,
    /// A shorter Chinese wording for narrow screens; the official one where none is needed.
    pub(crate) short: Box<str>,
    /// A shorter English wording; ours anyway.
    pub(crate) short_en: Box<str>,
}

/// One edition of the statutory form.
#[derive(Debug)]
pub struct Form {
    /// The edition's name as it stands in a report: `2021`.
    pub edition: Box<str>,
    /// The document that issued the form.
    pub(crate) source: Box<str>,
    /// The six sections, in order.
    pub(crate) sections: Vec<FormSection>,
    /// The statistical tables, in order.
    pub(crate) tables: Vec<Table>,
    /// The 勾稽关系, in the order of the form's file.
    pub equations: Vec<Equation>,
    /// Rules for equations that the rules' catalogue knows nothing of.
    pub(crate) rules: Vec<FormRule>,
    specs: Vec<CellSpec>,
    by_id: FxHashMap<Box<str>, Cell>,
}

/// One of the six sections 一…六.
#[derive(Debug)]
pub(crate) struct FormSection {
    /// 1 to 6.
    pub(crate) number: u8,
    /// 一 to 六.
    pub(crate) numeral: Box<str>,
    /// The heading without its numeral.
    pub(crate) label: Label,
    /// Other wordings of the heading.
    pub(crate) aliases: Vec<Box<str>>,
}

/// How a table is printed on the official form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PrintLayout {
    /// One printed line per row.
    Rows,
    /// All rows stand side by side in one printed line (表四).
    SideBySide,
}

/// One statistical table.
#[derive(Debug)]
pub struct Table {
    /// First part of a cell id.
    pub(crate) id: Box<str>,
    /// 二, 三 or 四: the table is called 表二, 表三, 表四.
    pub(crate) numeral: Box<str>,
    /// The number of the section it stands in.
    pub(crate) section: u8,
    /// Its title.
    pub(crate) label: Label,
    /// How it is printed.
    pub(crate) layout: PrintLayout,
    /// Other texts that stand in it and name no row, column or group.
    pub(crate) printed: Vec<Box<str>>,
    /// Headings over several rows or columns.
    pub groups: Vec<HeadingGroup>,
    /// Its rows, in order.
    pub rows: Vec<Row>,
    /// Its columns, in order.
    pub columns: Vec<Column>,
    /// For row `r` and column `c`, at `r * columns.len() + c`: the cell, if the form has one there.
    grid: Vec<Option<Cell>>,
    /// Its cells are neighbours in the form's order.
    cells: std::ops::Range<usize>,
}

/// A heading over several rows or columns.
#[derive(Debug)]
pub struct HeadingGroup {
    /// Its name within the table.
    pub(crate) id: Box<str>,
    /// Position of the group it belongs to, in [`Table::groups`].
    pub(crate) parent: Option<usize>,
    /// Its wording.
    pub label: Label,
    /// Other wordings.
    pub(crate) aliases: Vec<Box<str>>,
}

/// A row of a table.
#[derive(Debug)]
pub struct Row {
    /// Second part of a cell id.
    pub(crate) id: Box<str>,
    /// `一、`, `（一）` or `1.`; empty where the form has none.
    pub ordinal: Box<str>,
    /// Its wording without the ordinal.
    pub label: Label,
    /// Other wordings.
    pub(crate) aliases: Vec<Box<str>>,
    /// Position in [`Table::groups`].
    pub group: Option<usize>,
}

/// A column of a table.
#[derive(Debug)]
pub struct Column {
    /// Third part of a cell id.
    pub(crate) id: Box<str>,
    /// Its wording.
    pub label: Label,
    /// Other wordings.
    pub(crate) aliases: Vec<Box<str>>,
    /// Position in [`Table::groups`].
    pub(crate) group: Option<usize>,
    /// What its numbers count.
    pub(crate) unit: Unit,
}

/// What the number in a cell counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// 件: a non-negative integer.
    Count,
    /// By how many more or fewer than the year before: an integer with or without a sign (`+3`, `-3`, `减3`).
    Change,
    /// Money of which the form does not say whether it is 元 or 万元: a decimal.
    Amount,
    /// 万元: a decimal with at most four places (0.0001 万元 is one yuan).
    WanYuan,
}

/// A cell of a form: a dense number, meaningful within its edition only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell(u16);

impl Cell {
    /// Position in the form's order of cells.
    #[must_use]
    pub(crate) fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// Where a cell stands in its form.
#[derive(Debug)]
pub struct CellSpec {
    /// `table/row/column`.
    pub(crate) id: Box<str>,
    /// Position in [`Form::tables`].
    pub(crate) table: usize,
    /// Position in [`Table::rows`].
    pub(crate) row: usize,
    /// Position in [`Table::columns`].
    pub column: usize,
    /// What its number counts.
    pub(crate) unit: Unit,
}

/// One 勾稽关系: the sum of the left cells equals the sum of the right cells.
#[derive(Debug)]
pub struct Equation {
    /// The rule it belongs to: `T3-01`.
    pub rule: Box<str>,
    /// The row or column it speaks of, as `table/row` or `table/column`: unique within the rule.
    pub place: Box<str>,
    /// Position in [`Form::tables`].
    pub(crate) table: usize,
    /// What the place is.
    pub(crate) line: EquationLine,
    /// Cells added on the left.
    pub(crate) left: Box<[Cell]>,
    /// Cells added on the right.
    pub(crate) right: Box<[Cell]>,
}

/// The line of a table that an equation speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EquationLine {
    /// Position in [`Table::rows`].
    Row(usize),
    /// Position in [`Table::columns`].
    Column(usize),
}

impl Form {
    /// The cell with this id, if the form has it.
    #[must_use]
    pub fn cell(&self, id: &str) -> Option<Cell> {
        self.by_id.get(id).copied()
    }

    /// All cells, in the form's order: table by table, row by row.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + '_ {
        self.by_index(0..self.specs.len())
    }

    /// How many cells the form has (200 in the edition of 2021).
    #[must_use]
    pub fn cell_count(&self) -> usize {
        self.specs.len()
    }

    /// Where a cell stands; `None` only for a cell of another edition.
    #[must_use]
    pub fn spec(&self, cell: Cell) -> Option<&CellSpec> {
        self.specs.get(cell.index())
    }

    /// The id `table/row/column`; empty only for a cell of another edition.
    #[must_use]
    pub fn id(&self, cell: Cell) -> &str {
        self.spec(cell).map_or("", |spec| &spec.id)
    }

    /// The table with this id, and its position.
    #[must_use]
    pub fn table(&self, id: &str) -> Option<(usize, &Table)> {
        self.tables.iter().enumerate().find(|(_, table)| &*table.id == id)
    }

    /// The cells of one table, in order.
    pub fn cells_of(&self, table: usize) -> impl Iterator<Item = Cell> + '_ {
        self.by_index(self.tables.get(table).map_or(0..0, |table| table.cells.clone()))
    }

    /// The equations a cell takes part in.
    pub(crate) fn equations_of(&self, cell: Cell) -> impl Iterator<Item = &Equation> {
        self.equations.iter().filter(move |equation| equation.cells().any(|other| other == cell))
    }

    fn by_index(&self, range: std::ops::Range<usize>) -> impl Iterator<Item = Cell> + '_ {
        range.filter_map(|index| u16::try_from(index).ok().map(Cell))
    }
}

impl Table {
    /// The cell at a row and column, if the form has one there.
    #[must_use]
    pub fn at(&self, row: usize, column: usize) -> Option<Cell> {
        if column >= self.columns.len() {
            return None;
        }
        self.grid.get(row * self.columns.len() + column).copied().flatten()
    }

    /// The row with this id, and its position.
    #[must_use]
    pub(crate) fn row(&self, id: &str) -> Option<(usize, &Row)> {
        self.rows.iter().enumerate().find(|(_, row)| &*row.id == id)
    }

    /// The column with this id, and its position.
    #[must_use]
    pub(crate) fn column(&self, id: &str) -> Option<(usize, &Column)> {
        self.columns.iter().enumerate().find(|(_, column)| &*column.id == id)
    }

    /// The cells of a row, in the order of the columns.
    pub fn cells_in_row(&self, row: usize) -> impl Iterator<Item = Cell> + '_ {
        (0..self.columns.len()).filter_map(move |column| self.at(row, column))
    }
}

impl Equation {
    /// All cells: the left side, then the right.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + '_ {
        self.left.iter().chain(self.right.iter()).copied()
    }
}

#[cfg(test)]
mod tests;
