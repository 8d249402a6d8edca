//! What `calamine` does not tell of an `xlsx`: how texts look, and which rows and columns are not shown.

use std::borrow::Cow;
use std::collections::HashMap;

use quick_xml::events::BytesStart;

use crate::read::document::MAX_FIELDS;
use crate::read::document::error::ReadError;
use crate::read::format::shared::archive::Archive;
use crate::read::format::shared::looks::{self, Look};
use crate::read::format::shared::xml::{attribute, attributes, text};
use crate::read::format::sheet::cells::{MAX_CELLS, Region};
use crate::read::format::sheet::hidden::Hidden;

use super::fonts::{Collector, Format, Runs, formats, shared};
use super::steps::{Step, address, is_beyond, is_on, number, plain, region, relation, walk};

/// A sheet has no more stretches of hidden rows than this.
const MAX_HIDDEN: usize = 1 << 16;

/// The looks of a workbook.
#[derive(Debug, Default)]
pub(in crate::read::format::sheet) struct Looks {
    /// Where the sheets are, by their names.
    sheets: HashMap<String, String>,
    shared: HashMap<usize, Runs>,
    formats: Vec<Format>,
}

#[derive(Debug, Default)]
pub(in crate::read::format::sheet) struct SheetLooks {
    /// Cells whose text is of runs.
    texts: HashMap<(u32, u32), String>,
    /// Cells that do not look plain as a whole.
    cells: HashMap<(u32, u32), Look>,
    pub(crate) hidden_rows: Hidden,
    pub(crate) hidden_columns: Hidden,
    /// Merged cells; `None` where the sheet was not found.
    pub(crate) merged: Option<Vec<Region>>,
}

impl SheetLooks {
    /// The text of a cell with the marks of its looks.
    pub(crate) fn dress<'t>(&'t self, place: (u32, u32), text: &'t str) -> Cow<'t, str> {
        if let Some(runs) = self.texts.get(&place) {
            return Cow::Borrowed(runs);
        }
        let look = self.cells.get(&place).copied().unwrap_or_default();
        if look == Look::Plain && !text.contains(char::is_control) {
            return Cow::Borrowed(text);
        }
        let mut dressed = String::new();
        looks::push(&mut dressed, look, &text.replace('\r', "\n"));
        Cow::Owned(dressed)
    }
}

impl Looks {
    /// What is broken is left out: without it the cells are still there.
    ///
    /// # Errors
    /// If a part is larger than any workbook's.
    pub(crate) fn new(archive: &mut Archive<'_>) -> Result<Self, ReadError> {
        let mut looks = Self::default();
        let mut part = |name: &str| -> Result<Vec<u8>, ReadError> { Ok(archive.part(name)?.unwrap_or_default()) };
        let mut targets = HashMap::new();
        walk(&text(&part("xl/_rels/workbook.xml.rels")?), |step| {
            if let Step::Open("Relationship", start) = step
                && let (Some(id), Some(target)) = (attribute(start, "Id"), attribute(start, "Target"))
            {
                let whole = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
                targets.insert(id, whole);
            }
        });
        walk(&text(&part("xl/workbook.xml")?), |step| {
            if let Step::Open("sheet", start) = step
                && let (Some(name), Some(id)) = (plain(start, "name"), relation(start))
                && let Some(target) = targets.get(&id)
            {
                // Of two with one name the first, as for those who read the cells.
                looks.sheets.entry(name).or_insert_with(|| target.clone());
            }
        });
        looks.formats = formats(&text(&part("xl/styles.xml")?));
        looks.shared = shared(&text(&part("xl/sharedStrings.xml")?));
        Ok(looks)
    }

    /// The looks of the sheet of this name.
    ///
    /// # Errors
    /// If its part is larger than any workbook's.
    pub(crate) fn sheet(&self, archive: &mut Archive<'_>, name: &str) -> Result<SheetLooks, ReadError> {
        let Some(target) = self.sheets.get(name) else { return Ok(SheetLooks::default()) };
        let Some(xml) = archive.part(target)? else { return Ok(SheetLooks::default()) };
        let mut on_the_way = OnTheWay::new(self);
        let mut is_absurd = false;
        walk(&text(&xml), |step| {
            if let Step::Open("c" | "row" | "dimension" | "mergeCell" | "f", start) = step {
                // Each of them, also where one stands twice: which one counts is not ours to say.
                is_absurd |= start
                    .attributes()
                    .with_checks(false)
                    .flatten()
                    .any(|attribute| matches!(attribute.key.as_ref(), "r" | "ref") && is_beyond(&attribute.value));
            }
            on_the_way.take(&step);
        });
        // Addresses that no number holds: what reads the cells would count on with them.
        if is_absurd { Err(ReadError::Broken("xlsx")) } else { Ok(on_the_way.finish()) }
    }
}

/// A sheet that is being read.
struct OnTheWay<'l> {
    looks: &'l Looks,
    sheet: SheetLooks,
    rows: Vec<(u32, u32)>,
    columns: Vec<(u32, u32)>,
    row: u32,
    column: u32,
    format: Format,
    is_shared: bool,
    /// Within the value of a cell.
    value: Option<String>,
    inline: Collector,
    merged: Merged,
}

/// The merged cells as they come: those of the first list of them; of one in which something is no region, none.
#[derive(Debug, Default)]
enum Merged {
    #[default]
    Ahead,
    Within(Option<Vec<Region>>),
    Behind(Vec<Region>),
}

impl Merged {
    fn take(&mut self, step: &Step<'_>) {
        match (&mut *self, step) {
            (Self::Ahead, Step::Open("mergeCells", _)) => *self = Self::Within(Some(Vec::new())),
            (Self::Within(Some(regions)), Step::Open("mergeCell", start)) => {
                let mut attributes = start.attributes();
                let found = attributes
                    .with_checks(false)
                    .find(|attribute| !matches!(attribute, Ok(other) if other.key.as_ref() != "ref"));
                match found.map(|attribute| attribute.ok().and_then(|attribute| region(&attribute.value))) {
                    Some(Some(region)) => regions.push(region),
                    Some(None) => *self = Self::Within(None),
                    None => {}
                }
            }
            (Self::Within(regions), Step::Close("mergeCells")) => {
                *self = Self::Behind(regions.take().unwrap_or_default());
            }
            _ => {}
        }
    }

    fn finish(self) -> Vec<Region> {
        match self {
            Self::Behind(regions) => regions,
            Self::Ahead | Self::Within(_) => Vec::new(),
        }
    }
}

impl<'l> OnTheWay<'l> {
    fn new(looks: &'l Looks) -> Self {
        Self {
            looks,
            sheet: SheetLooks::default(),
            rows: Vec::new(),
            columns: Vec::new(),
            row: 0,
            column: 0,
            format: Format::default(),
            is_shared: false,
            value: None,
            inline: Collector::default(),
            merged: Merged::default(),
        }
    }

    fn take(&mut self, step: &Step<'_>) {
        match step {
            Step::Open("row", start) => {
                let [row, height, hidden] = attributes(start, ["r", "ht", "hidden"]);
                self.row = row.and_then(|row| row.trim().parse().ok()).unwrap_or(self.row.saturating_add(1));
                self.column = 0;
                let is_flat = height.is_some_and(|height| height.parse() == Ok(0.0));
                let is_hidden = hidden.is_some_and(|hidden| matches!(&*hidden, "1" | "true"));
                if (is_hidden || is_flat) && self.rows.len() < MAX_HIDDEN && self.row > 0 {
                    self.rows.push((self.row - 1, self.row - 1));
                }
            }
            Step::Open("col", start) => {
                let is_narrow = attribute(start, "width").is_some_and(|width| width.parse() == Ok(0.0));
                if (is_on(start, "hidden") || is_narrow)
                    && self.columns.len() < MAX_FIELDS
                    && let (Some(from @ 1..), Some(to)) = (number(start, "min"), number(start, "max"))
                {
                    self.columns.push((from - 1, to.saturating_sub(1)));
                }
            }
            Step::Open("c", start) => self.cell(start),
            Step::Open("mergeCells" | "mergeCell", _) | Step::Close("mergeCells") => self.merged.take(step),
            Step::Open("v", _) => self.value = Some(String::new()),
            Step::Text(text) if self.value.is_some() => {
                if let Some(value) = self.value.as_mut().filter(|value| value.len() < 32) {
                    value.push_str(text);
                }
            }
            Step::Close("v") => {
                let value = self.value.take().unwrap_or_default();
                let index = value.trim().parse().ok().filter(|_| self.is_shared);
                if let Some(runs) = index.and_then(|index: usize| self.looks.shared.get(&index)) {
                    self.put(runs);
                }
            }
            Step::Close("is") => {
                if let Some(runs) = self.inline.finish() {
                    self.put(&runs);
                }
            }
            step => self.inline.take(step),
        }
    }

    fn cell(&mut self, start: &BytesStart<'_>) {
        let [place, kind, format] = attributes(start, ["r", "t", "s"]);
        let place = place.and_then(|place| address(&place));
        (self.row, self.column) =
            place.map_or((self.row, self.column.saturating_add(1)), |(row, column)| (row, column));
        self.is_shared = kind.is_some_and(|kind| kind == "s");
        let format = format.and_then(|at| at.trim().parse::<u32>().ok()).and_then(|at| usize::try_from(at).ok());
        self.format = format.and_then(|at| self.looks.formats.get(at)).copied().unwrap_or_default();
        if self.format.look != Look::Plain && self.sheet.cells.len() < MAX_CELLS {
            self.sheet.cells.insert(self.place(), self.format.look);
        }
        self.inline = Collector::default();
    }

    fn place(&self) -> (u32, u32) {
        (self.row.saturating_sub(1), self.column.saturating_sub(1))
    }

    fn put(&mut self, runs: &Runs) {
        let mut text = String::new();
        for (look, run) in runs {
            let look = look.unwrap_or(self.format.look);
            // White on a ground of its own can be seen.
            let look = if look == Look::Faint && !self.format.is_bare { Look::Plain } else { look };
            looks::push(&mut text, look, &run.replace('\r', "\n"));
        }
        if self.sheet.texts.len() < MAX_CELLS {
            self.sheet.texts.insert(self.place(), text);
        }
    }

    fn finish(mut self) -> SheetLooks {
        self.sheet.hidden_rows = Hidden::new(self.rows);
        self.sheet.hidden_columns = Hidden::new(self.columns);
        self.sheet.merged = Some(self.merged.finish());
        self.sheet
    }
}
