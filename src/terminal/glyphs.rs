//! Signs for lines, marks and gauges that are one cell wide on every terminal.
//!
//! Most box lines and bullets (`─ │ ● • ■ ▶ … → ·`) are *ambiguous*: one cell here, two there. None of them is used.

use ratatui::symbols::border;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Glyphs {
    pub(crate) across: &'static str,
    pub(crate) down: &'static str,
    /// The four corners and crossings of lines.
    pub(crate) corner: &'static str,
    /// The line that the cursor is on.
    pub(crate) marker: &'static str,
    pub(crate) yes: &'static str,
    pub(crate) no: &'static str,
    /// One item of several.
    pub(crate) bullet: &'static str,
    /// The empty part of a gauge or scrollbar.
    pub(crate) shade: &'static str,
    /// The full part of a gauge or scrollbar.
    pub(crate) full: &'static str,
    /// Where text was cut.
    pub(crate) cut: &'static str,
    /// Suddenly more than before; smallest first.
    pub(crate) more: &'static str,
    /// Suddenly less than before; largest first.
    pub(crate) less: &'static str,
    /// The heights of a small plot, from nothing to the highest.
    pub(crate) heights: [&'static str; HEIGHTS],
}

/// How many heights a small plot has.
pub(crate) const HEIGHTS: usize = 5;

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
    more: "▴",
    less: "▾",
    heights: ["⡀", "⣀", "⣤", "⣶", "⣿"],
};

pub(crate) const ASCII: Glyphs = Glyphs {
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
    more: "^",
    less: "_",
    heights: [".", "-", "=", "+", "#"],
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

    #[must_use]
    pub(crate) const fn all(&self) -> [&'static str; 12 + HEIGHTS] {
        let [none, low, middle, high, full] = self.heights;
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
            self.more,
            self.less,
            none,
            low,
            middle,
            high,
            full,
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
