//! How the text of an OpenDocument file looks, by its styles: nothing is said at the text itself.

use std::collections::HashMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::read::format::shared::looks::Look;
use crate::read::format::shared::numbering::{LEVELS, Level};
use crate::read::format::shared::xml::attribute;

/// A style is based on another, and so on, so many times at most.
const MAX_CHAIN: usize = 16;
/// More styles than this are not looked at.
const MAX_STYLES: usize = 1 << 16;
/// A font of so many points and less cannot be read.
const TINY: f64 = 2.0;

/// What a style says; `None` where it says nothing.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Said {
    pub(crate) hidden: Option<bool>,
    struck: Option<bool>,
    raised: Option<bool>,
    white: Option<bool>,
    tiny: Option<bool>,
    /// Is the ground not white?
    pub(crate) shaded: Option<bool>,
    /// A column's width, in twips.
    pub(crate) width: Option<i32>,
    /// Is a sheet shown?
    pub(crate) displayed: Option<bool>,
}

impl Said {
    /// What is said here, and where nothing is, what is said there.
    pub(crate) fn or(self, other: Self) -> Self {
        Self {
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
            raised: self.raised.or(other.raised),
            white: self.white.or(other.white),
            tiny: self.tiny.or(other.tiny),
            shaded: self.shaded.or(other.shaded),
            width: self.width.or(other.width),
            displayed: self.displayed.or(other.displayed),
        }
    }

    /// The same, but shown.
    pub(crate) fn shown(self) -> Self {
        Self { hidden: None, ..self }
    }

    /// How text under it looks; `None` if it is hidden.
    pub(crate) fn look(self) -> Option<Look> {
        let is = |said: Option<bool>| said == Some(true);
        Some(match self {
            _ if is(self.hidden) => return None,
            _ if is(self.struck) => Look::Struck,
            _ if is(self.tiny) || is(self.white) && !is(self.shaded) => Look::Faint,
            _ if is(self.raised) => Look::Raised,
            _ => Look::Plain,
        })
    }

    fn take(&mut self, start: &BytesStart<'_>) {
        for found in start.attributes().with_checks(false).flatten().take(256) {
            let value = &*found.value;
            match found.key.as_ref() {
                "text:display" => self.hidden = Some(value == "none"),
                "style:text-line-through-style" | "style:text-line-through-type" => {
                    self.struck = Some(value != "none");
                }
                "style:text-position" => self.raised = Some(is_raised(value)),
                "fo:color" => self.white = Some(matches!(&*value.to_ascii_lowercase(), "#ffffff" | "#fefefe")),
                "fo:font-size" => self.tiny = points(value).map(|points| points <= TINY),
                "fo:background-color" => {
                    self.shaded = Some(!matches!(&*value.to_ascii_lowercase(), "transparent" | "#ffffff"));
                }
                "style:column-width" => self.width = points(value).map(twips),
                "table:display" => self.displayed = Some(value != "false"),
                _ => {}
            }
        }
    }
}

/// `super 58%`, `33% 58%`: raised or lowered.
fn is_raised(value: &str) -> bool {
    let place = value.split_whitespace().next().unwrap_or_default();
    matches!(place, "super" | "sub")
        || place
            .strip_suffix('%')
            .and_then(|percent| percent.parse::<f64>().ok())
            .is_some_and(|percent| percent.abs() >= 10.0)
}

/// A length in points.
fn points(value: &str) -> Option<f64> {
    let unit = value.find(|c: char| c.is_ascii_alphabetic())?;
    let (number, unit) = value.split_at_checked(unit)?;
    let number: f64 = number.trim().parse().ok()?;
    let points = match unit {
        "pt" => 1.0,
        "in" => 72.0,
        "cm" => 72.0 / 2.54,
        "mm" => 72.0 / 25.4,
        _ => return None,
    };
    Some(number * points)
}

fn twips(points: f64) -> i32 {
    // A float turned into an integer keeps within its bounds.
    #[expect(clippy::cast_possible_truncation, reason = "it saturates")]
    let twips = (points * 20.0).round() as i32;
    twips.clamp(0, 1 << 20)
}

/// The styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: HashMap<String, Style>,
    defaults: HashMap<String, Said>,
    /// The lists, by the names of their styles.
    pub(crate) lists: HashMap<String, Vec<Level>>,
}

#[derive(Debug, Default)]
struct Style {
    base: Option<String>,
    said: Said,
}

/// What is open while styles are read.
enum Open {
    Style(String),
    Default(String),
    List(String),
}

impl Styles {
    /// Adds the styles of a part; what is broken in it is left out.
    pub(crate) fn add(&mut self, xml: &str) {
        let mut reader = Reader::from_str(xml);
        reader.config_mut().expand_empty_elements = true;
        let mut open = None;
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(start) => match start.name().as_ref() {
                    "office:body" => return,
                    "style:style" => open = self.begin(&start),
                    "style:default-style" => open = attribute(&start, "family").map(Open::Default),
                    "text:list-style" => open = attribute(&start, "name").map(Open::List),
                    "text:list-level-style-number" => self.level(&start, open.as_ref()),
                    _ => match &open {
                        Some(Open::Style(key)) => {
                            if let Some(style) = self.styles.get_mut(key) {
                                style.said.take(&start);
                            }
                        }
                        Some(Open::Default(family)) => {
                            self.defaults.entry(family.clone()).or_default().take(&start);
                        }
                        _ => {}
                    },
                },
                Event::End(end) => {
                    if matches!(end.name().as_ref(), "style:style" | "style:default-style" | "text:list-style") {
                        open = None;
                    }
                }
                Event::Eof => return,
                _ => {}
            }
        }
    }

    fn begin(&mut self, start: &BytesStart<'_>) -> Option<Open> {
        let family = attribute(start, "family")?;
        let key = key(&family, &attribute(start, "name")?);
        if self.styles.len() >= MAX_STYLES {
            return None;
        }
        let base = attribute(start, "parent-style-name").map(|base| self::key(&family, &base));
        self.styles.insert(key.clone(), Style { base, said: Said::default() });
        Some(Open::Style(key))
    }

    fn level(&mut self, start: &BytesStart<'_>, open: Option<&Open>) {
        let Some(Open::List(name)) = open else { return };
        let value = |name: &str| attribute(start, name).unwrap_or_default();
        let at = attribute(start, "level")
            .and_then(|level| level.parse::<usize>().ok())
            .and_then(|level| level.checked_sub(1));
        if self.lists.len() >= MAX_STYLES {
            return;
        }
        let levels = self.lists.entry(name.clone()).or_insert_with(|| vec![Level::default(); LEVELS]);
        let Some((at, level)) = at.and_then(|at| Some((at, levels.get_mut(at)?))) else { return };
        let format = match value("num-format").chars().next() {
            None => "none",
            Some('1') => "decimal",
            Some('一' | '壹') => "chineseCounting",
            Some('①') => "decimalEnclosedCircle",
            Some('A') => "upperLetter",
            Some('a') => "lowerLetter",
            Some(_) => "decimal",
        };
        let number = if format == "none" { String::new() } else { format!("%{}", at + 1) };
        let text = format!("{}{number}{}", value("num-prefix"), value("num-suffix"));
        let start = attribute(start, "start-value").and_then(|start| start.parse().ok()).unwrap_or(1);
        *level = Level { start, format: format.to_owned(), text: text.chars().take(32).collect() };
    }

    /// What a style of a family and those it is based on say.
    pub(crate) fn of(&self, family: &str, name: Option<&str>) -> Said {
        let mut said = Said::default();
        let mut at = name.map(|name| key(family, name));
        for _ in 0..MAX_CHAIN {
            let Some(style) = at.as_ref().and_then(|key| self.styles.get(key)) else { break };
            said = said.or(style.said);
            at.clone_from(&style.base);
        }
        said.or(self.defaults.get(family).copied().unwrap_or_default())
    }
}

fn key(family: &str, name: &str) -> String {
    format!("{family}/{name}")
}
