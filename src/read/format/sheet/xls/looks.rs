//! How the cells of an `xls` look: fonts, formats, and the runs of shared texts.

use crate::read::format::shared::bytes::{u16_at, u32_at};
use crate::read::format::shared::looks::{self, Look};
use crate::read::format::sheet::cells::MAX_CELLS;

const FONT: u16 = 0x0031;
const FORMAT: u16 = 0x041E;
const CELL_FORMAT: u16 = 0x00E0;
/// A font's flag of a line through the text.
const STRUCK: u16 = 0x0008;
/// White, in the fixed colours and in the usual palette.
const WHITE: [u16; 2] = [0x0001, 0x0009];

/// A text and where other fonts begin in it, in UTF-16 units.
#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    pub(crate) text: String,
    pub(crate) runs: Vec<(u16, u16)>,
}

#[derive(Debug, Clone, Copy)]
struct CellFormat {
    font: u16,
    is_bare: bool,
    is_invisible: bool,
}

/// The fonts and formats of a workbook.
#[derive(Debug, Default)]
pub(super) struct Looks {
    fonts: Vec<Look>,
    formats: Vec<CellFormat>,
    /// Number formats that show nothing.
    invisible: Vec<u16>,
}

impl Looks {
    /// Takes a record of the workbook's head.
    pub(crate) fn take(&mut self, kind: u16, bytes: &[u8]) {
        match kind {
            FONT if self.fonts.len() < MAX_CELLS => self.fonts.push(font(bytes).unwrap_or_default()),
            FORMAT => {
                // Length, width of the characters, and `;;;`.
                let text: Vec<u8> =
                    bytes.get(5..).unwrap_or_default().iter().copied().filter(|byte| *byte != 0).collect();
                self.invisible.extend(u16_at(bytes, 0).filter(|_| text == b";;;" && self.invisible.len() < 4096));
            }
            CELL_FORMAT if self.formats.len() < MAX_CELLS => {
                let number = u16_at(bytes, 2).unwrap_or(0);
                self.formats.push(CellFormat {
                    font: u16_at(bytes, 0).unwrap_or(0),
                    is_bare: u32_at(bytes, 14).is_some_and(|borders| borders >> 26 == 0),
                    is_invisible: self.invisible.contains(&number),
                });
            }
            _ => {}
        }
    }

    /// There is no font of the number 4.
    fn font(&self, number: u16) -> Look {
        let at = usize::from(if number > 4 { number - 1 } else { number });
        self.fonts.get(at).copied().unwrap_or_default()
    }

    /// The text of a cell of this format with the marks of its looks.
    pub(crate) fn dress(&self, format: u16, text: &Text) -> String {
        let format = self.formats.get(usize::from(format));
        let own = format.map_or(Look::Plain, |format| self.font(format.font));
        let seen = |look: Look| match (look, format) {
            (_, Some(format)) if format.is_invisible => Look::Faint,
            // White on a ground of its own can be seen.
            (Look::Faint, format) if !format.is_some_and(|format| format.is_bare) => Look::Plain,
            (look, _) => look,
        };
        let mut dressed = String::new();
        let mut runs = text.runs.iter().peekable();
        let (mut look, mut run, mut at) = (own, String::new(), 0_usize);
        for c in text.text.chars() {
            while let Some((_, font)) = runs.next_if(|(from, _)| usize::from(*from) <= at) {
                looks::push(&mut dressed, seen(look), &std::mem::take(&mut run));
                look = self.font(*font);
            }
            run.push(if c == '\r' { '\n' } else { c });
            at += c.len_utf16();
        }
        looks::push(&mut dressed, seen(look), &run);
        dressed
    }
}

fn font(bytes: &[u8]) -> Option<Look> {
    let flags = u16_at(bytes, 2)?;
    let is_raised = matches!(u16_at(bytes, 8), Some(1 | 2));
    let is_white = u16_at(bytes, 4).is_some_and(|color| WHITE.contains(&color));
    Some(match (flags & STRUCK != 0, is_white, is_raised) {
        (true, ..) => Look::Struck,
        (_, true, _) => Look::Faint,
        (.., true) => Look::Raised,
        _ => Look::Plain,
    })
}
