//! Signs for lines, marks and gauges that are one cell wide on every terminal.
//!
//! Most box lines and bullets (`─ │ ● • ■ ▶ … → ·`) are *ambiguous*: one cell here, two there. None of them is used.

use ratatui::symbols::border;

/// A set of signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    /// Horizontal line.
    pub across: &'static str,
    /// Vertical line.
    pub down: &'static str,
    /// The four corners and crossings of lines.
    pub corner: &'static str,
    /// The line that the cursor is on.
    pub marker: &'static str,
    /// Done, right.
    pub yes: &'static str,
    /// Wrong.
    pub no: &'static str,
    /// One item of several.
    pub bullet: &'static str,
    /// The empty part of a gauge or scrollbar.
    pub shade: &'static str,
    /// The full part of a gauge or scrollbar.
    pub full: &'static str,
    /// Where text was cut.
    pub cut: &'static str,
    /// Smallest first.
    pub rising: &'static str,
    /// Largest first.
    pub falling: &'static str,
}

/// For terminals with Unicode, whatever they think of ambiguous characters.
pub const SAFE: Glyphs = Glyphs {
    across: "╌",
    down: "╎",
    corner: "+",
    marker: "▸",
    yes: "✓",
    no: "✗",
    bullet: "◦",
    shade: "░",
    full: "#",
    cut: "~",
    rising: "▴",
    falling: "▾",
};

/// For bad days.
pub const ASCII: Glyphs = Glyphs {
    across: "-",
    down: "|",
    corner: "+",
    marker: ">",
    yes: "v",
    no: "x",
    bullet: "*",
    shade: ".",
    full: "#",
    cut: "~",
    rising: "^",
    falling: "v",
};

impl Glyphs {
    /// The set for a `ratatui` block.
    #[must_use]
    pub const fn border(&self) -> border::Set<'static> {
        border::Set {
            top_left: self.corner,
            top_right: self.corner,
            bottom_left: self.corner,
            bottom_right: self.corner,
            vertical_left: self.down,
            vertical_right: self.down,
            horizontal_top: self.across,
            horizontal_bottom: self.across,
        }
    }

    /// All signs.
    #[must_use]
    pub const fn all(&self) -> [&'static str; 12] {
        [
            self.across,
            self.down,
            self.corner,
            self.marker,
            self.yes,
            self.no,
            self.bullet,
            self.shade,
            self.full,
            self.cut,
            self.rising,
            self.falling,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::super::width::{Ambiguous, Measure};
    use super::*;

    #[test]
    fn every_sign_is_one_cell_everywhere() {
        for sign in SAFE.all().into_iter().chain(ASCII.all()) {
            assert_eq!(Measure::new(Ambiguous::Narrow).cells(sign), 1, "{sign}");
            assert_eq!(Measure::new(Ambiguous::Wide).cells(sign), 1, "{sign}");
        }
        assert!(ASCII.all().iter().all(|sign| sign.is_ascii()));
    }
}
