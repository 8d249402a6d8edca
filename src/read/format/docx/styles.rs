//! How the text of a `docx` looks: what runs say themselves, and what their styles say for them.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::read::format::shared::looks::Look;
use crate::read::format::shared::xml::attribute;

use super::xml::{Name, is_on, number};

/// A style is based on another, and so on, so many times at most.
const MAX_CHAIN: usize = 16;
/// More styles than this are not looked at.
const MAX_STYLES: usize = 4096;
/// Text that is moved by so many half-points is raised; less only makes it stand nicely.
const LIFTED: i64 = 4;
/// Text of so many half-points and less cannot be read.
const TINY: i64 = 4;

/// What is said about a run, or a style; `None` where nothing is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Properties {
    hidden: Option<bool>,
    struck: Option<bool>,
    double_struck: Option<bool>,
    raised: Option<bool>,
    lifted: Option<bool>,
    white: Option<bool>,
    tiny: Option<bool>,
    shaded: Option<bool>,
}

impl Properties {
    /// Takes one element of `rPr`.
    pub(crate) fn apply(&mut self, name: Name, start: &BytesStart<'_>) {
        match name {
            Name::Vanish => self.hidden = Some(is_on(start)),
            Name::Strike => self.struck = Some(is_on(start)),
            Name::DoubleStrike => self.double_struck = Some(is_on(start)),
            Name::VerticalAlign => {
                let value = attribute(start, "val");
                self.raised = Some(matches!(value.as_deref(), Some("superscript" | "subscript")));
            }
            Name::Position => self.lifted = number(start).map(|half_points| half_points.abs() >= LIFTED),
            Name::Color => self.white = Some(is_white(attribute(start, "val").as_deref())),
            Name::Size => self.tiny = number(start).map(|half_points| half_points <= TINY),
            Name::Shading | Name::Highlight => self.shaded = Some(is_shaded(start)),
            _ => {}
        }
    }

    /// What is said here, and where nothing is, what is said there.
    fn or(self, other: Self) -> Self {
        Self {
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
            double_struck: self.double_struck.or(other.double_struck),
            raised: self.raised.or(other.raised),
            lifted: self.lifted.or(other.lifted),
            white: self.white.or(other.white),
            tiny: self.tiny.or(other.tiny),
            shaded: self.shaded.or(other.shaded),
        }
    }
}

/// White, or nearly so.
fn is_white(value: Option<&str>) -> bool {
    value.is_some_and(|value| value.len() == 6 && value.bytes().all(|byte| matches!(byte, b'f' | b'F' | b'e' | b'E')))
}

/// Does a shading give another ground than white?
pub(super) fn is_shaded(start: &BytesStart<'_>) -> bool {
    let fill = attribute(start, "fill");
    let is_plain = |value: Option<&str>| matches!(value, None | Some("auto" | "none")) || is_white(value);
    let pattern = attribute(start, "val");
    !is_plain(fill.as_deref()) || !matches!(pattern.as_deref(), None | Some("clear" | "nil" | "none" | "white"))
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    /// What is said for all text.
    all: Properties,
    /// The style of a paragraph that names none.
    paragraph: Properties,
}

#[derive(Debug, Default)]
struct Style {
    base: Option<String>,
    own: Properties,
}

/// The styles that a run stands under: of its paragraph, and of its table.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Under {
    pub(crate) paragraph: Properties,
    pub(crate) table: Properties,
    /// Is the ground of the cell or paragraph not white?
    pub(crate) shaded: bool,
}

impl Styles {
    /// From `styles.xml`; what is broken in it is left out. `name` knows an element by its name without the prefix.
    pub(crate) fn new(xml: &str, name: impl Fn(&str) -> Name) -> Self {
        let mut styles = Self::default();
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        let (mut open, mut default, mut in_defaults) = (None::<String>, None, false);
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(start) => match start.local_name().as_ref() {
                    "docDefaults" => in_defaults = true,
                    "style" => {
                        open = attribute(&start, "styleId").filter(|_| styles.styles.len() < MAX_STYLES);
                        let is_default = attribute(&start, "default").is_some_and(|on| !matches!(&*on, "0" | "false"));
                        if is_default && attribute(&start, "type").is_some_and(|kind| kind == "paragraph") {
                            default.clone_from(&open);
                        }
                    }
                    // What holds only for a part of a table, such as its first row, and old properties.
                    "tblStylePr" | "rPrChange" | "pPrChange" => {
                        if reader.read_to_end(start.name()).is_err() {
                            break;
                        }
                    }
                    local => styles.take(local, &start, open.as_deref(), in_defaults, &name),
                },
                Event::End(end) => match end.local_name().as_ref() {
                    "docDefaults" => in_defaults = false,
                    "style" => open = None,
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        styles.paragraph = styles.of(default.as_deref());
        styles
    }

    fn take(
        &mut self,
        local: &str,
        start: &BytesStart<'_>,
        open: Option<&str>,
        in_defaults: bool,
        name: &impl Fn(&str) -> Name,
    ) {
        match open {
            Some(id) => {
                let style = self.styles.entry(id.to_owned()).or_default();
                match local {
                    "basedOn" => style.base = attribute(start, "val"),
                    _ => style.own.apply(name(local), start),
                }
            }
            None if in_defaults => self.all.apply(name(local), start),
            None => {}
        }
    }

    /// What a style and those it is based on say.
    pub(crate) fn of(&self, id: Option<&str>) -> Properties {
        let mut said = Properties::default();
        let mut at = id;
        for _ in 0..MAX_CHAIN {
            let Some(style) = at.and_then(|id| self.styles.get(id)) else { break };
            said = said.or(style.own);
            at = style.base.as_deref();
        }
        said
    }

    /// What the style of a paragraph says.
    pub(crate) fn of_paragraph(&self, id: Option<&str>) -> Properties {
        if id.is_some() { self.of(id) } else { self.paragraph }
    }

    /// How a run looks; `None` if it is hidden.
    pub(crate) fn look(&self, own: Properties, style: Option<&str>, under: &Under) -> Option<Look> {
        let style = self.of(style);
        let layers = [style, under.paragraph, under.table];
        // Styles that say the same take it back from each other.
        let toggled = |of: fn(&Properties) -> Option<bool>| {
            let odd = layers.iter().filter(|layer| of(layer) == Some(true)).count() % 2 == 1;
            of(&own).unwrap_or(odd || of(&self.all) == Some(true))
        };
        if toggled(|said| said.hidden) {
            return None;
        }
        let said = own.or(style).or(under.paragraph).or(under.table).or(self.all);
        let is = |said: Option<bool>| said == Some(true);
        Some(if toggled(|said| said.struck) || is(said.double_struck) {
            Look::Struck
        } else if is(said.tiny) || is(said.white) && !is(said.shaded) && !under.shaded {
            Look::Faint
        } else if is(said.raised) {
            Look::Raised
        } else if is(said.lifted) {
            Look::Lifted
        } else {
            Look::Plain
        })
    }
}
