//! What others know of the agencies: a ledger of figures, dates of receipt, a roll-up that was frozen.
//!
//! Owns: reading it from a list of agencies or from a frozen roll-up (JSON), and finding what is said of a report. Agencies
//! are found as in the roster: by full name, or without the regions before it, and never where several could be meant.
//! Knows no rule: of which tables a ledger is to have figures, it is told.

mod agency;
mod column;
mod published;

use jiff::civil::Date;

use super::json::{FrozenReport, parse_frozen};
use super::list::{self, Entry, List, ListError, ListErrorKind, error};
use super::{Head, Number, ReportError, SafeText};

use agency::ByAgency;
use column::Column;
pub(crate) use column::{ColumnNames, is_column};
pub(crate) use published::{Published, PublishedReport, sections_of};

/// What is said of one agency, of one year where one is named.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct GivenEntry {
    /// The year, where one is named.
    pub(crate) year: Option<u16>,
    /// The version, of a roll-up that was frozen.
    pub(crate) version: Option<u32>,
    /// Figures by the ids of cells.
    pub(crate) cells: Vec<(&'static str, Number)>,
    /// When its report came in.
    pub(crate) received: Option<Date>,
    /// When it was published.
    pub(crate) published: Option<Date>,
}

/// All that is said, by agency.
#[derive(Debug, Clone, Default)]
pub(crate) struct Given {
    entries: ByAgency<GivenEntry>,
    /// The cells that a list has columns of.
    cells: Vec<&'static str>,
    /// The headings of a list of which nothing is used.
    unused: Vec<SafeText>,
}

impl Given {
    /// Reads when reports came in and were published: CSV (UTF-8 or GB18030) or a workbook (`xlsx`); its first line names
    /// the columns. `own` are further names of columns.
    ///
    /// # Errors
    /// [`ListError`], naming line and column.
    pub(crate) fn dates(bytes: &[u8], own: &ColumnNames) -> Result<Self, ListError> {
        let is_date = |column: &Column| matches!(column, Column::Received | Column::Published);
        Self::parse(bytes, own, &is_date, ListErrorKind::NoDates)
    }

    /// Reads figures of these tables in the same way.
    ///
    /// # Errors
    /// [`ListError`], naming line and column.
    pub(crate) fn ledger(bytes: &[u8], own: &ColumnNames, tables: &[&str]) -> Result<Self, ListError> {
        let is_of_a_table = |column: &Column| matches!(column, Column::Cell(cell) if is_of(cell, tables));
        Self::parse(bytes, own, &is_of_a_table, ListErrorKind::NoFigures)
    }

    /// What is asked of a list beside the agencies and years is in some columns, of which there is one at least.
    fn parse(
        bytes: &[u8],
        own: &ColumnNames,
        is_asked: &dyn Fn(&Column) -> bool,
        nothing: ListErrorKind,
    ) -> Result<Self, ListError> {
        let meaning =
            |heading: &str| Column::headed(heading, own).filter(|column| column.is_whose() || is_asked(column));
        let list = List::read(bytes, &Column::Name, meaning)?.strict()?;
        if !list.columns().any(is_asked) {
            return Err(error(nothing, list.header, 0));
        }
        let cells =
            list.columns().filter_map(|column| if let Column::Cell(cell) = column { Some(*cell) } else { None });
        let cells = cells.collect();
        let said = |line: Entry<'_, Column>| {
            let agency = (line.name(&Column::Name)?, line.region(&Column::Region)?);
            Ok((agency, entry(&line)?))
        };
        let entries = list.entries().map(said).collect::<Result<_, ListError>>()?;
        Ok(Self { entries, cells, unused: list.unknown.into_iter().map(|(_, heading)| heading).collect() })
    }

    /// Reads a roll-up that was frozen.
    ///
    /// # Errors
    /// [`ReportError`], naming key and line.
    pub(crate) fn frozen(bytes: &[u8]) -> Result<Self, ReportError> {
        let said = |FrozenReport { name, region, year, version, cells }| {
            ((name, region), GivenEntry { year: Some(year), version, cells, ..GivenEntry::default() })
        };
        Ok(Self { entries: parse_frozen(bytes)?.into_iter().map(said).collect(), ..Self::default() })
    }

    /// The headings of a list of which nothing is used.
    #[must_use]
    pub(crate) fn unused(&self) -> &[SafeText] {
        &self.unused
    }

    /// Has a list columns of this table?
    #[must_use]
    pub(crate) fn has_columns_of(&self, table: &str) -> bool {
        self.cells.iter().any(|cell| is_of(cell, &[table]))
    }

    /// What is said of a report; `None` where nothing is, or where it is not sure that it is of this one.
    #[must_use]
    pub(crate) fn of(&self, head: &Head) -> Option<&GivenEntry> {
        // Two lines for one year: which of them counts is not known.
        self.entries.only(&head.agency, |entry| entry.year.is_none_or(|year| year == head.year))
    }
}

fn is_of(cell: &str, tables: &[&str]) -> bool {
    cell.split_once('/').is_some_and(|(table, _)| tables.contains(&table))
}

/// What a line says of its agency.
fn entry(line: &Entry<'_, Column>) -> Result<GivenEntry, ListError> {
    let mut entry = GivenEntry::default();
    for (column, text) in line.fields() {
        match column {
            Column::Name | Column::Region => {}
            Column::Year => entry.year = Some(line.value(column, text, list::year)?),
            Column::Received => entry.received = Some(line.value(column, text, list::date)?),
            Column::Published => entry.published = Some(line.value(column, text, list::date)?),
            Column::Cell(cell) => entry.cells.push((cell, line.value(column, text, list::number)?)),
        }
    }
    Ok(entry)
}

#[cfg(test)]
mod tests;
