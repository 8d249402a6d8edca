//! A list of agencies as offices keep them: a line for each, and headings that say what its columns hold.
//!
//! Owns: reading it out of a CSV text (comma, tab or semicolon) or that sheet of a workbook which has the heading, and what
//! is wrong with it, by line and column. Titles may stand above the heading. A roster and a ledger are lists; what their
//! columns may be called, they say themselves.

mod csv;
mod error;
mod lines;
mod quotes;
mod sheets;
mod value;

use super::{SafeText, bounds};

pub(super) use error::error;
pub(crate) use error::{BadValue, ListError, ListErrorKind, RosterDoubt};
use lines::{Headed, Line};
pub(crate) use value::date;
pub(super) use value::{JOINTS, Moment, moment, number, year};

/// A list, its columns known by their headings.
pub(super) struct List<C> {
    columns: Vec<Option<C>>,
    /// The headings that mean nothing with their columns, and the line on which all of them stand.
    pub unknown: Vec<(u32, SafeText)>,
    pub header: u32,
    lines: Vec<Line>,
    /// What is wrong in it, as far as the rest can be used.
    pub notes: Vec<ListError>,
}

/// The sheets that are lists, with their names, and what is said of those that cannot be read.
pub(super) type Sheets<C> = (Vec<(SafeText, List<C>)>, Vec<ListError>);

/// A line of a list.
pub(super) struct Entry<'l, C> {
    list: &'l List<C>,
    line: &'l Line,
}

impl<C: PartialEq> List<C> {
    /// Reads a list whose columns have a meaning by their headings; there is one of the name. Of two that mean the same the
    /// first counts.
    pub(crate) fn read(bytes: &[u8], name: &C, meaning: impl Fn(&str) -> Option<C>) -> Result<Self, ListError> {
        let is_name = |field: &String| meaning(field.trim()).as_ref() == Some(name);
        Ok(Self::of(lines::read(bytes, &|fields| fields.iter().any(is_name))?, meaning))
    }

    /// The same of every sheet of a workbook that has such a heading; a CSV text is one without a name.
    pub(crate) fn read_all(
        bytes: &[u8],
        is_wanted: impl Fn(&C) -> bool,
        meaning: impl Fn(&str) -> Option<C>,
    ) -> Result<Sheets<C>, ListError> {
        let is_name = |field: &String| meaning(field.trim()).as_ref().is_some_and(&is_wanted);
        let (all, unread) = lines::read_all(bytes, &|fields| fields.iter().any(is_name))?;
        Ok((all.into_iter().map(|(sheet, headed)| (sheet, Self::of(headed, &meaning))).collect(), unread))
    }

    fn of(headed: Headed, meaning: impl Fn(&str) -> Option<C>) -> Self {
        let (heading, lines, notes) = (headed.heading, headed.lines, headed.notes);
        let mut list = Self { columns: Vec::new(), unknown: Vec::new(), header: heading.number, lines, notes };
        for (field, number) in heading.fields.iter().zip(1..) {
            let heading_text = field.trim();
            let column = meaning(heading_text);
            let is_twice = column.is_some() && list.columns.contains(&column);
            if is_twice {
                let twice = ListErrorKind::ColumnTwice(heading_text.into());
                list.notes.push(error(twice, heading.number, number));
            }
            if column.is_none() && !heading_text.is_empty() {
                list.unknown.push((number, SafeText::line(heading_text)));
            }
            list.columns.push(column.filter(|_| !is_twice));
        }
        list
    }

    /// The same where the first thing that is wrong refuses all of it.
    pub(crate) fn strict(mut self) -> Result<Self, ListError> {
        let is_harmless =
            |note: &ListError| matches!(note.kind, ListErrorKind::OtherSheet(_) | ListErrorKind::BeyondHeadings);
        match self.notes.iter().position(|note| !is_harmless(note)) {
            Some(at) => Err(self.notes.swap_remove(at)),
            None => Ok(self),
        }
    }

    /// The number of a column, from 1; 0 where there is none.
    pub(crate) fn column(&self, wanted: &C) -> u32 {
        let at = self.columns.iter().position(|column| column.as_ref() == Some(wanted));
        at.and_then(|at| u32::try_from(at + 1).ok()).unwrap_or(0)
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
        error(kind, self.line.number, self.list.column(wanted))
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
