//! What `calamine` does not tell of an `xlsx`: how texts look, and which rows and columns are not shown.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use quick_xml::events::BytesStart;

use crate::read::document::MAX_FIELDS;
use crate::read::document::error::ReadError;
use crate::read::format::docx::{attribute, attributes, text};
use crate::read::format::shared::archive::Archive;
use crate::read::format::shared::looks::{self, Look};

use super::xlsx_steps::{Step, address, is_beyond, is_on, is_on_unless, number, plain, region, relation, walk};
use super::{Hidden, MAX_CELLS, Region};

/// A sheet has no more stretches of hidden rows than this.
const MAX_HIDDEN: usize = 1 << 16;
/// A text has no more runs than this.
const MAX_RUNS: usize = 256;

/// What a cell's format says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Format {
    look: Look,
    /// Is the ground white?
    is_bare: bool,
}

/// A text of runs that do not all look plain: each with its look, `None` where it looks as its cell does.
type Runs = Vec<(Option<Look>, String)>;

/// The looks of a workbook.
#[derive(Debug, Default)]
pub(super) struct Looks {
    /// Where the sheets are, by their names.
    sheets: HashMap<String, String>,
    shared: HashMap<usize, Runs>,
    formats: Vec<Format>,
}

#[derive(Debug, Default)]
pub(super) struct SheetLooks {
    /// Cells whose text is of runs.
    texts: HashMap<(u32, u32), String>,
    /// Cells that do not look plain as a whole.
    cells: HashMap<(u32, u32), Look>,
    pub hidden_rows: Hidden,
    pub hidden_columns: Hidden,
    /// Merged cells; `None` where the sheet was not found.
    pub merged: Option<Vec<Region>>,
}

impl SheetLooks {
    /// The text of a cell with the marks of its looks.
    pub fn dress<'t>(&'t self, place: (u32, u32), text: &'t str) -> Cow<'t, str> {
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
    pub fn new(archive: &mut Archive<'_>) -> Result<Self, ReadError> {
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
    pub fn sheet(&self, archive: &mut Archive<'_>, name: &str) -> Result<SheetLooks, ReadError> {
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

/// Runs as they come: `si` and `is` are made alike.
#[derive(Debug, Default)]
struct Collector {
    runs: Runs,
    font: Option<Font>,
    in_text: bool,
    /// The reading of a word, which is written above it.
    in_reading: bool,
}

impl Collector {
    fn take(&mut self, step: &Step<'_>) {
        match step {
            Step::Open("r", _) => self.font = None,
            Step::Open("rPr", _) => self.font = Some(Font::default()),
            Step::Open("rPh", _) => self.in_reading = true,
            Step::Close("rPh") => self.in_reading = false,
            Step::Open("t", _) => {
                self.in_text = !self.in_reading && self.runs.len() < MAX_RUNS;
                if self.in_text {
                    self.runs.push((self.font.map(Font::look), String::new()));
                }
            }
            Step::Close("t") => self.in_text = false,
            Step::Text(text) if self.in_text => {
                if let Some((_, run)) = self.runs.last_mut() {
                    run.push_str(text);
                }
            }
            Step::Open(name, start) => {
                if let Some(font) = &mut self.font {
                    font.take(name, start);
                }
            }
            _ => {}
        }
    }

    /// The runs, if there is more to them than plain text.
    fn finish(&mut self) -> Option<Runs> {
        let runs = std::mem::take(&mut self.runs);
        runs.iter().any(|(look, _)| look.is_some()).then_some(runs)
    }
}

/// What of a font matters here.
#[derive(Debug, Default, Clone, Copy)]
struct Font {
    struck: bool,
    raised: bool,
    white: bool,
}

impl Font {
    fn take(&mut self, name: &str, start: &BytesStart<'_>) {
        match name {
            "strike" => self.struck = is_on_unless(start, "val"),
            "vertAlign" => {
                self.raised = attribute(start, "val").is_some_and(|val| matches!(&*val, "superscript" | "subscript"));
            }
            "color" => {
                let is_white = attribute(start, "rgb").is_some_and(|rgb| rgb.to_ascii_uppercase().ends_with("FFFFFF"));
                let is_ground = attribute(start, "theme").is_some_and(|theme| theme == "0");
                let is_darker = attribute(start, "tint").is_some_and(|tint| tint.starts_with('-'));
                self.white = is_white || is_ground && !is_darker;
            }
            _ => {}
        }
    }

    fn look(self) -> Look {
        match self {
            Self { struck: true, .. } => Look::Struck,
            Self { white: true, .. } => Look::Faint,
            Self { raised: true, .. } => Look::Raised,
            _ => Look::Plain,
        }
    }
}

/// The formats of cells, by their numbers.
fn formats(xml: &str) -> Vec<Format> {
    let (mut fonts, mut bare, mut formats) = (Vec::<Font>::new(), Vec::<bool>::new(), Vec::new());
    let mut invisible = HashSet::new();
    let mut within = "";
    walk(xml, |step| match step {
        Step::Open("fonts", _) => within = "fonts",
        Step::Open("fills", _) => within = "fills",
        Step::Open("cellXfs", _) => within = "cellXfs",
        Step::Close("fonts" | "fills" | "cellXfs") => within = "",
        Step::Open("numFmt", start) => {
            // Three empty formats: the cell shows nothing, whatever is in it.
            let is_empty = attribute(start, "formatCode").is_some_and(|code| code.trim() == ";;;");
            invisible.extend(number(start, "numFmtId").filter(|_| is_empty));
        }
        Step::Open("font", _) if within == "fonts" && fonts.len() < MAX_CELLS => fonts.push(Font::default()),
        Step::Open("patternFill", start) if within == "fills" && bare.len() < MAX_CELLS => {
            bare.push(attribute(start, "patternType").is_none_or(|kind| kind == "none"));
        }
        Step::Open("gradientFill", _) if within == "fills" && bare.len() < MAX_CELLS => bare.push(false),
        Step::Open("xf", start) if within == "cellXfs" && formats.len() < MAX_CELLS => {
            let index = |name: &str| number(start, name).and_then(|at| usize::try_from(at).ok());
            let font: Font = index("fontId").and_then(|at: usize| fonts.get(at).copied()).unwrap_or_default();
            let is_bare = index("fillId").and_then(|at: usize| bare.get(at).copied()).unwrap_or(true);
            let is_invisible = number(start, "numFmtId").is_some_and(|format| invisible.contains(&format));
            let look = match font.look() {
                _ if is_invisible => Look::Faint,
                Look::Faint if !is_bare => Look::Plain,
                look => look,
            };
            formats.push(Format { look, is_bare });
        }
        Step::Open(name, start) if within == "fonts" => {
            if let Some(font) = fonts.last_mut() {
                font.take(name, start);
            }
        }
        _ => {}
    });
    formats
}

/// The shared texts that have runs, by their numbers.
fn shared(xml: &str) -> HashMap<usize, Runs> {
    let (mut shared, mut at, mut collector) = (HashMap::new(), 0_usize, Collector::default());
    walk(xml, |step| match step {
        Step::Open("si", _) => collector = Collector::default(),
        Step::Close("si") => {
            if let Some(runs) = collector.finish().filter(|_| shared.len() < MAX_CELLS) {
                shared.insert(at, runs);
            }
            at += 1;
        }
        step => collector.take(&step),
    });
    shared
}
