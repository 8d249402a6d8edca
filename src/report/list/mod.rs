//! A list of agencies as offices keep them: a line for each, and headings that say what its columns hold.
//!
//! Owns: reading it out of a CSV text or the first sheet of a workbook, and what is wrong with it, by line and column. A
//! roster and a ledger are lists; what their columns may be called, they say themselves.

mod csv;
mod error;
mod lines;
mod value;

use super::{SafeText, bounds};

pub(super) use error::error;
pub(crate) use error::{BadValue, ListError, ListErrorKind};
use lines::Line;
pub(crate) use value::date;
pub(super) use value::{JOINTS, Moment, moment, number, year};

/// A list, its columns known by their headings.
pub(super) struct List<C> {
    columns: Vec<Option<C>>,
    /// The headings that mean nothing, and the line on which all of them stand.
    pub unknown: Vec<SafeText>,
    pub header: u32,
    lines: Vec<Line>,
}

/// A line of a list.
pub(super) struct Entry<'l, C> {
    list: &'l List<C>,
    line: &'l Line,
}

impl<C: PartialEq> List<C> {
    /// Reads a list whose columns have a meaning by their headings; there is one of the name, and none stands twice.
    pub(crate) fn read(bytes: &[u8], name: &C, meaning: impl Fn(&str) -> Option<C>) -> Result<Self, ListError> {
        let mut lines = lines::read(bytes)?;
        lines.retain(|line| line.fields.iter().any(|field| !field.trim().is_empty()));
        let header = if lines.is_empty() { None } else { Some(lines.remove(0)) };
        let header = header.ok_or_else(|| error(ListErrorKind::NoHeader, 1, 0))?;
        let mut list = Self { columns: Vec::new(), unknown: Vec::new(), header: header.number, lines };
        for (field, number) in header.fields.iter().zip(1..) {
            let heading = field.trim();
            let column = meaning(heading);
            if column.is_some() && list.columns.contains(&column) {
                return Err(error(ListErrorKind::ColumnTwice(heading.into()), header.number, number));
            }
            if column.is_none() && !heading.is_empty() {
                list.unknown.push(SafeText::line(heading));
            }
            list.columns.push(column);
        }
        if list.columns.iter().flatten().any(|column| column == name) {
            return Ok(list);
        }
        Err(error(ListErrorKind::NoHeader, header.number, 0))
    }

    /// What its columns hold, as far as that is known.
    pub(crate) fn columns(&self) -> impl Iterator<Item = &C> {
        self.columns.iter().flatten()
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = Entry<'_, C>> {
        self.lines.iter().map(|line| Entry { list: self, line })
    }
}

impl<'l, C: PartialEq> Entry<'l, C> {
    /// The line it stands on.
    pub(crate) fn line(&self) -> u32 {
        self.line.number
    }

    /// The columns in which it has something, and what.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&'l C, &'l str)> {
        let fields = self.line.fields.iter().map(|field| field.trim());
        let known = self.list.columns.iter().zip(fields).filter_map(|(column, text)| Some((column.as_ref()?, text)));
        known.filter(|(_, text)| !text.is_empty())
    }

    /// What it has in a column; nothing where the column is empty, or is not there.
    pub(crate) fn text(&self, wanted: &C) -> Option<&'l str> {
        self.fields().find(|(column, _)| *column == wanted).map(|(_, text)| text)
    }

    /// Its error in a column.
    pub(crate) fn wrong(&self, kind: ListErrorKind, wanted: &C) -> ListError {
        let at = self.list.columns.iter().position(|column| column.as_ref() == Some(wanted));
        error(kind, self.line.number, at.and_then(|at| u32::try_from(at + 1).ok()).unwrap_or(0))
    }

    /// The value in a column, as `read` has it.
    pub(crate) fn value<T>(
        &self,
        wanted: &C,
        text: &str,
        read: impl Fn(&str) -> Result<T, BadValue>,
    ) -> Result<T, ListError> {
        read(text).map_err(|bad| self.wrong(ListErrorKind::Value(bad, SafeText::line(text)), wanted))
    }

    /// The name in this column: there is one in every line.
    pub(crate) fn name(&self, wanted: &C) -> Result<SafeText, ListError> {
        let name = self.text(wanted).filter(|text| text.chars().any(char::is_alphanumeric));
        name.map(SafeText::line).ok_or_else(|| self.wrong(ListErrorKind::NoName, wanted))
    }

    /// The region in this column, which has as many parts as that of a report at most.
    pub(crate) fn region(&self, wanted: &C) -> Result<Vec<SafeText>, ListError> {
        let region = self.text(wanted).map(value::region).unwrap_or_default();
        if region.len() > bounds::REGION { Err(self.wrong(ListErrorKind::LongRegion, wanted)) } else { Ok(region) }
    }
}
