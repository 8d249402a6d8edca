//! How the text of an old Word document looks: what runs say themselves, and what their styles say for them.

use crate::read::format::shared::bytes::{i16_at, u16_at};
use crate::read::format::shared::looks::Look;

use super::properties::Operations;
use super::streams::{AT_STYLES, Streams};

const C_DELETED: u16 = 0x0800;
const C_HIDDEN: u16 = 0x083C;
const C_STRUCK: u16 = 0x0837;
const C_DOUBLE_STRUCK: u16 = 0x2A53;
const C_RAISED: u16 = 0x2A48;
const C_POSITION: u16 = 0x4845;
const C_STYLE: u16 = 0x4A30;
const C_PLAIN: u16 = 0x2A33;
/// Text that is moved by so many half-points is raised; less only makes it stand nicely.
const LIFTED: i16 = 4;
/// Operands of switches: as the style says, and the other way round.
const AS_STYLE: u8 = 0x80;
const NOT_AS_STYLE: u8 = 0x81;
/// A style is based on another, and so on, so many times at most.
const MAX_CHAIN: usize = 16;
/// No document has more styles.
const MAX_STYLES: usize = 4096;
const OF_PARAGRAPHS: u16 = 1;
const OF_CHARACTERS: u16 = 2;
/// The number of no style.
const NONE: u16 = 0x0FFF;

/// What is said about a run, or a style; `None` where nothing is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Said {
    deleted: bool,
    hidden: Option<u8>,
    struck: Option<u8>,
    double_struck: Option<bool>,
    raised: Option<bool>,
    lifted: Option<bool>,
    style: Option<u16>,
}

impl Said {
    /// What a series of operations says.
    pub(crate) fn of(operations: &[u8]) -> Self {
        let mut said = Self::default();
        for (code, operand) in Operations(operations) {
            let first = operand.first().copied();
            match code {
                C_DELETED => said.deleted = first == Some(1),
                C_HIDDEN => said.hidden = first,
                C_STRUCK => said.struck = first,
                C_DOUBLE_STRUCK => said.double_struck = first.map(|on| on != 0),
                C_RAISED => said.raised = first.map(|how| matches!(how, 1 | 2)),
                C_POSITION => {
                    said.lifted = i16_at(operand, 0).map(|moved| moved.unsigned_abs() >= LIFTED.unsigned_abs())
                }
                C_STYLE => said.style = u16_at(operand, 0),
                C_PLAIN => said = Self { deleted: said.deleted, style: said.style, ..Self::default() },
                _ => {}
            }
        }
        said
    }

    fn or(self, other: Self) -> Self {
        Self {
            deleted: self.deleted,
            hidden: self.hidden.or(other.hidden),
            struck: self.struck.or(other.struck),
            double_struck: self.double_struck.or(other.double_struck),
            raised: self.raised.or(other.raised),
            lifted: self.lifted.or(other.lifted),
            style: self.style,
        }
    }
}

/// The styles of a document, by their numbers.
#[derive(Debug, Default)]
pub(super) struct Styles(Vec<Style>);

#[derive(Debug, Clone, Copy, Default)]
struct Style {
    base: Option<u16>,
    said: Said,
}

impl Styles {
    /// Reads what there is; none where it is broken.
    pub(crate) fn new(streams: &Streams) -> Self {
        let mut styles = Self::default();
        // What has been read before the break is good.
        let _ = streams.structure(AT_STYLES).and_then(|sheet| styles.read(sheet));
        styles
    }

    fn read(&mut self, sheet: &[u8]) -> Option<()> {
        let head = usize::from(u16_at(sheet, 0)?);
        let count = usize::from(u16_at(sheet, 2)?).min(MAX_STYLES);
        let base = usize::from(u16_at(sheet, 4)?);
        let mut rest = sheet.get(2 + head..)?;
        for _ in 0..count {
            let length = usize::from(u16_at(rest, 0)?);
            let style = rest.get(2..2 + length)?;
            self.0.push(self::style(style, base).unwrap_or_default());
            rest = rest.get(2 + length.next_multiple_of(2)..)?;
        }
        Some(())
    }

    /// What a style and those it is based on say.
    fn of(&self, number: Option<u16>) -> Said {
        let mut said = Said::default();
        let mut at = number;
        for _ in 0..MAX_CHAIN {
            let Some(style) = at.and_then(|number| self.0.get(usize::from(number))) else { break };
            said = said.or(style.said);
            at = style.base;
        }
        said
    }

    /// Does any style say something?
    pub(crate) fn matter(&self) -> bool {
        self.0.iter().any(|style| style.said != Said::default())
    }

    /// How a run looks in a paragraph of this style; `None` if it is deleted or hidden.
    pub(crate) fn look(&self, own: Said, paragraph: Option<u16>) -> Option<Look> {
        let (style, paragraph) = (self.of(own.style), self.of(paragraph));
        let toggled = |of: fn(&Said) -> Option<u8>| {
            // Styles that say the same take it back from each other.
            let by_style = (of(&style) == Some(1)) != (of(&paragraph) == Some(1));
            match of(&own) {
                None | Some(AS_STYLE) => by_style,
                Some(NOT_AS_STYLE) => !by_style,
                Some(on) => on == 1,
            }
        };
        if own.deleted || toggled(|said| said.hidden) {
            return None;
        }
        let said = own.or(style).or(paragraph);
        Some(if toggled(|said| said.struck) || said.double_struck == Some(true) {
            Look::Struck
        } else if said.raised == Some(true) {
            Look::Raised
        } else if said.lifted == Some(true) {
            Look::Lifted
        } else {
            Look::Plain
        })
    }
}

/// A style: its kind and what it is based on, its name, then what it says about paragraphs and characters.
fn style(bytes: &[u8], base: usize) -> Option<Style> {
    let word = u16_at(bytes, 2)?;
    let (kind, based_on) = (word & 0xF, word >> 4);
    let name = usize::from(u16_at(bytes, base)?);
    let mut at = base + 2 + name * 2 + 2;
    let skipped = match kind {
        OF_PARAGRAPHS => 1,
        OF_CHARACTERS => 0,
        _ => return None,
    };
    for _ in 0..skipped {
        at += 2 + usize::from(u16_at(bytes, at)?);
        at = at.next_multiple_of(2);
    }
    let length = usize::from(u16_at(bytes, at).unwrap_or(0));
    let said = bytes.get(at + 2..at + 2 + length).map(Said::of).unwrap_or_default();
    Some(Style { base: (based_on != NONE).then_some(based_on), said })
}
