//! Fonts and formats of an `xlsx`, and texts whose parts do not all look alike.

use std::collections::{HashMap, HashSet};

use quick_xml::events::BytesStart;

use crate::read::format::shared::looks::Look;
use crate::read::format::shared::xml::attribute;
use crate::read::format::sheet::cells::MAX_CELLS;

use super::steps::{Step, is_on_unless, number, walk};

/// A text has no more runs than this.
const MAX_RUNS: usize = 256;

/// What a cell's format says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Format {
    pub(crate) look: Look,
    /// Is the ground white?
    pub(crate) is_bare: bool,
}

/// A text of runs that do not all look plain: each with its look, `None` where it looks as its cell does.
pub(super) type Runs = Vec<(Option<Look>, String)>;

/// Runs as they come: `si` and `is` are made alike.
#[derive(Debug, Default)]
pub(super) struct Collector {
    runs: Runs,
    font: Option<Font>,
    in_text: bool,
    /// The reading of a word, which is written above it.
    in_reading: bool,
}

impl Collector {
    pub(crate) fn take(&mut self, step: &Step<'_>) {
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
    pub(crate) fn finish(&mut self) -> Option<Runs> {
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
pub(super) fn formats(xml: &str) -> Vec<Format> {
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
pub(super) fn shared(xml: &str) -> HashMap<usize, Runs> {
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
