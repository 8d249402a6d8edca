//! How many cells a glyph takes: what is certain, and how far a terminal of another opinion may reach.
//!
//! Han, kana, hangul and full-width forms are two cells everywhere, ASCII is one. Everything else (East Asian
//! ambiguous, emoji, combining marks, joiners) may be counted differently at the other end of the line.

use ratatui::buffer::CellWidth;
use unicode_width::UnicodeWidthChar;

/// The cells a glyph may take on some terminal, and the number that the layout counts with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Extent {
    /// The least that a terminal may give it.
    pub(crate) least: u16,
    /// What the layout counts with.
    pub(crate) assumed: u16,
    /// The most that a terminal may give it.
    pub(crate) most: u16,
}

impl Extent {
    const fn certain(cells: u16) -> Self {
        Self { least: cells, assumed: cells, most: cells }
    }

    /// Whether the cursor is known to stand behind the glyph after it was written.
    pub(crate) const fn is_certain(self) -> bool {
        self.least == self.most
    }
}

/// The extent of one symbol (a grapheme).
pub(super) fn extent(symbol: &str) -> Extent {
    if symbol.len() == 1 {
        return Extent::certain(1);
    }
    let mut chars = symbol.chars();
    if let (Some(only), None) = (chars.next(), chars.next())
        && let Some(cells) = certain_cells(only)
    {
        return Extent::certain(cells);
    }
    let assumed = symbol.cell_width();
    let most: usize = symbol.chars().map(|c| c.width_cjk().unwrap_or(0).max(c.width().unwrap_or(0))).sum();
    let most = u16::try_from(most).unwrap_or(u16::MAX).max(assumed).max(2);
    Extent { least: assumed.min(1), assumed, most }
}

/// The width of a character on which all terminals agree.
fn certain_cells(c: char) -> Option<u16> {
    let width = c.width()?;
    match width {
        1 if is_narrow_everywhere(c) && c.width_cjk() == Some(1) => Some(1),
        2 if is_wide_everywhere(c) => Some(2),
        _ => None,
    }
}

/// Blocks whose two-cell characters have been two cells in every version of the tables.
const fn is_wide_everywhere(c: char) -> bool {
    matches!(c,
        '\u{2E80}'..='\u{2FDF}' | '\u{3000}'..='\u{3029}' | '\u{3041}'..='\u{31BF}' | '\u{31F0}'..='\u{3247}'
        | '\u{3250}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE6F}' | '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFD}')
}

/// Blocks whose one-cell characters, if not ambiguous, have been one cell in every version of the tables.
const fn is_narrow_everywhere(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{A0}'..='\u{AC}' | '\u{AE}'..='\u{24F}' | '\u{2500}'..='\u{259F}' | '\u{FF61}'..='\u{FF9D}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn han_and_ascii_are_certain() {
        for (text, cells) in
            [("a", 1), ("中", 2), ("，", 2), ("Ａ", 2), ("한", 2), ("か", 2), ("ｱ", 1), ("╌", 1), ("é", 1)]
        {
            let certain = extent(text).is_certain();
            assert!(certain || text == "é", "{text}");
            assert_eq!(extent(text).assumed, cells, "{text}");
        }
    }

    #[test]
    fn the_rest_is_not() {
        for text in
            ["…", "“", "·", "①", "→", "─", "❤\u{FE0F}", "👨\u{200D}👩\u{200D}👧", "e\u{301}", "中\u{301}", "😀", "䷀"]
        {
            let extent = extent(text);
            assert!(!extent.is_certain() && extent.most >= 2 && extent.least <= extent.assumed, "{text} {extent:?}");
        }
        assert_eq!(extent("👨\u{200D}👩\u{200D}👧").most, 6);
    }
}
