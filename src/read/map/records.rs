//! Values under names: what every source is taken apart into.

use std::collections::HashMap;

use crate::base::nearest::nearest;
use crate::read::ReadError;

use super::file::Named;
use super::problem::{MapError, MappingTrouble, collect};

/// A row with its number in the file, from 1, and its fields.
pub(super) type Row = (usize, Vec<String>);

/// Values under names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Records {
    /// Each name as one or several levels, the outermost first.
    pub(crate) names: Vec<Vec<String>>,
    /// The number of each record in the file, and its values: `None` is not there, an empty text is blank.
    pub(crate) rows: Vec<(usize, Vec<Option<String>>)>,
    /// Names with a level that stands twice, one below the other, and where: one cell over two rows, or 其他 of 其他.
    pub(crate) doubled: HashMap<usize, usize>,
    /// The sheet, where there are several: the outermost level of each name.
    pub(crate) sheet: Option<String>,
}

/// More names than this has nobody.
pub(super) const MAX_NAMES: usize = 4096;
/// So many values have all records together, also where they leave most of their names out: short rows below many names
/// take as much room as long ones.
pub(super) const MAX_SLOTS: usize = 1 << 24;
/// The name of the sheet, where there are several.
pub(super) const SHEET: &str = "@sheet";

/// A table with its rows as columns.
pub(super) fn turned(rows: &[Row]) -> Result<Vec<Row>, MapError> {
    const MAX_CELLS: usize = 1 << 22;
    let height = rows.iter().map(|(_, fields)| fields.len()).max().unwrap_or(0);
    if height.saturating_mul(rows.len()) > MAX_CELLS {
        return Err(MapError::Source(ReadError::TooLarge));
    }
    let column = |at: usize| rows.iter().map(|(_, fields)| fields.get(at).cloned().unwrap_or_default()).collect();
    Ok((0..height).map(|at| (at + 1, column(at))).collect())
}

/// Rows below rows of names. A blank in an upper row of names belongs to the name before it (merged cells).
pub(super) fn under(rows: &[Row], (first, last): (usize, usize)) -> Records {
    let head: Vec<&Vec<String>> =
        rows.iter().filter(|(number, _)| (first..=last).contains(number)).map(|(_, fields)| fields).collect();
    let width = head.iter().map(|fields| fields.len()).max().unwrap_or(0).min(MAX_NAMES);
    let mut names: Vec<Vec<String>> = vec![Vec::new(); width];
    let mut doubled = HashMap::new();
    for (level, fields) in head.iter().enumerate() {
        let is_upper = level + 1 < head.len();
        let (mut before, mut above) = (String::new(), Vec::new());
        for (column, levels) in names.iter_mut().enumerate() {
            let own = fields.get(column).map_or("", |field| field.trim());
            // Only below one name is a blank part of the cell before it.
            let is_merged = own.is_empty() && is_upper && *levels == above;
            above.clone_from(levels);
            if !is_merged {
                own.clone_into(&mut before);
            }
            if levels.last() == Some(&before) {
                doubled.insert(column, levels.len());
            } else if !before.is_empty() {
                levels.push(before.clone());
            }
        }
    }
    let below = rows.iter().filter(|(number, fields)| *number > last && fields.iter().any(|f| !f.trim().is_empty()));
    let rows = below.map(|(number, fields)| {
        let values = (0..width).map(|column| Some(fields.get(column).cloned().unwrap_or_default()));
        (*number, values.collect())
    });
    Records { rows: rows.collect(), names, doubled, sheet: None }
}

/// The same name, but for spaces around it and within.
pub(super) fn same(a: &str, b: &str) -> bool {
    bare(a) == bare(b)
}

/// A name without spaces.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

impl Records {
    /// Under the name of their sheet, which also stands as a value of its own: `@sheet`.
    pub(crate) fn in_sheet(&mut self, sheet: &str) {
        for levels in self.names.iter_mut().filter(|levels| !levels.is_empty()) {
            levels.insert(0, sheet.to_owned());
        }
        self.sheet = Some(sheet.to_owned());
        self.doubled.values_mut().for_each(|level| *level += 1);
        self.names.push(vec![SHEET.to_owned()]);
        for (_, row) in &mut self.rows {
            row.push(Some(sheet.to_owned()));
        }
    }

    /// Where a name stands. One of several levels is found by its last level, or by all of them with `/` between.
    pub(crate) fn find(&self, named: &Named) -> Result<usize, MapError> {
        let by = |is: &dyn Fn(&[String]) -> bool| {
            let mut found = self.names.iter().enumerate().filter(|(_, levels)| is(levels)).map(|(at, _)| at);
            found.next().map(|first| (first, found.next().is_some()))
        };
        let whole = by(&|levels| same(&levels.join("/"), &named.name));
        let whole = whole.or_else(|| {
            by(&|levels| {
                self.sheet.is_some() && levels.get(1..).is_some_and(|levels| same(&levels.join("/"), &named.name))
            })
        });
        let found = whole.or_else(|| by(&|levels| levels.last().is_some_and(|last| same(last, &named.name))));
        match found {
            Some((at, false)) => Ok(at),
            Some((_, true)) => Err(MapError::one(named.line, &named.name, MappingTrouble::Several, None)),
            None => {
                let joined: Vec<String> = self.names.iter().map(|levels| levels.join("/")).collect();
                let near = nearest(&named.name, joined.iter().map(String::as_str));
                Err(MapError::one(named.line, &named.name, MappingTrouble::NoName, near))
            }
        }
    }

    /// The same for several names; everything that is not there is said at once.
    pub(crate) fn find_all<'n>(&self, names: impl IntoIterator<Item = &'n Named>) -> Result<Vec<usize>, MapError> {
        collect(names.into_iter().map(|named| self.find(named)))
    }
}
