//! The lines of a list: CSV text or a sheet of a workbook, from its heading on.

use super::error::{ListError, ListErrorKind, error};
use super::{csv, sheets};
use crate::report::SafeText;

/// More than this in any direction is no list of agencies.
const MAX_BYTES: usize = 64 << 20;
pub(super) const MAX_LINES: usize = 500_000;
pub(super) const MAX_COLUMNS: usize = 256;
/// Titles and remarks stand in so many lines above the heading at most.
const ABOVE: usize = 30;
/// So many of the headings that were found are said, where none of them is the one that is looked for.
const SHOWN: usize = 24;

/// One line of the file.
pub(super) struct Line {
    /// From 1.
    pub(crate) number: u32,
    pub(crate) fields: Vec<String>,
}

/// The heading, and what stands below it.
pub(super) struct Headed {
    pub(crate) heading: Line,
    pub(crate) lines: Vec<Line>,
    /// What is not as it should be in them.
    pub(crate) notes: Vec<ListError>,
}

impl Headed {
    /// The first line that is a heading, without the titles above it; the lines again where none is.
    pub(super) fn find(mut lines: Vec<Line>, is_heading: &dyn Fn(&[String]) -> bool) -> Result<Self, Vec<Line>> {
        lines.retain(|line| line.fields.iter().any(|field| !field.trim().is_empty()));
        let Some(at) = lines.iter().take(ABOVE).position(|line| is_heading(&line.fields)) else { return Err(lines) };
        let below = lines.split_off(at + 1);
        match lines.pop() {
            Some(heading) => Ok(Self { heading, lines: below, notes: Vec::new() }),
            None => Err(below),
        }
    }

    /// That there is no heading, and what stands in its place.
    pub(super) fn missing(lines: &[Line]) -> ListError {
        let widest = |line: &&Line| line.fields.iter().filter(|field| !field.trim().is_empty()).count();
        // Of lines that are as wide the first.
        let line = lines.iter().take(ABOVE).rev().max_by_key(widest);
        let found = line.into_iter().flat_map(|line| &line.fields).map(|field| field.trim());
        let found = found.filter(|field| !field.is_empty()).take(SHOWN).map(SafeText::line).collect();
        error(ListErrorKind::NoHeader(found), line.map_or(1, |line| line.number), 0)
    }

    /// With what is wrong with the quotes, and the lines that go on behind the last heading: of a comma in a field without
    /// quotes whatever stands behind it would be taken for the next column's.
    pub(super) fn checked(mut self, notes: Vec<ListError>) -> Self {
        self.notes = notes;
        let width = self.heading.fields.len();
        for line in &self.lines {
            if let Some(beyond) = beyond(line, width) {
                self.notes.push(error(ListErrorKind::MoreFields, line.number, beyond));
            }
        }
        self
    }
}

/// The first column behind the last heading in which a line has something, from 1.
pub(super) fn beyond(line: &Line, width: usize) -> Option<u32> {
    let at = line.fields.iter().skip(width).position(|field| !field.trim().is_empty())?;
    u32::try_from(width + at + 1).ok()
}

/// The lines of a file, below those of its lines that are a heading.
pub(super) fn read(bytes: &[u8], is_heading: &dyn Fn(&[String]) -> bool) -> Result<Headed, ListError> {
    if bytes.len() > MAX_BYTES {
        return Err(too_large(0));
    }
    match bytes {
        [b'P', b'K', 3, 4, ..] => sheets::read(bytes, is_heading),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(error(ListErrorKind::OldWorkbook, 0, 0)),
        _ => csv::read(bytes, is_heading),
    }
}

/// The sheets that have such a line, with their names, and what is said of those that cannot be read.
pub(super) type Found = (Vec<(SafeText, Headed)>, Vec<ListError>);

/// The same of every sheet that has such a line.
pub(super) fn read_all(bytes: &[u8], is_heading: &dyn Fn(&[String]) -> bool) -> Result<Found, ListError> {
    match bytes {
        [b'P', b'K', 3, 4, ..] if bytes.len() <= MAX_BYTES => sheets::read_all(bytes, is_heading),
        _ => Ok((vec![(SafeText::default(), read(bytes, is_heading)?)], Vec::new())),
    }
}

pub(super) fn too_large(line: u32) -> ListError {
    error(ListErrorKind::TooLarge, line, 0)
}
