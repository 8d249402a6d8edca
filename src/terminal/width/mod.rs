//! Text in cells: one function measures, one cuts, one pads, one wraps.
//!
//! Han, kana, hangul and full-width forms are two cells wide. For *ambiguous* characters (`“ ” … · ①`) terminals differ,
//! and no terminal says: it is a setting. `ratatui` counts them as one. Where the terminal gives them two, text passes
//! through [`Measure::show`] or [`Measure::put`], which leave the cell behind each of them free.

mod wrap;

use std::borrow::Cow;

use ratatui::buffer::{Buffer, CellWidth};
use ratatui::layout::Rect;
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// How many cells the terminal gives to East Asian ambiguous characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ambiguous {
    #[default]
    Narrow,
    Wide,
}

impl Ambiguous {
    /// From the setting `ambiguous = 1 | 2`.
    #[must_use]
    pub(crate) const fn from_cells(cells: u8) -> Option<Self> {
        match cells {
            1 => Some(Self::Narrow),
            2 => Some(Self::Wide),
            _ => None,
        }
    }
}

/// Where the text stands in the room it is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Align {
    #[default]
    Left,
    /// In the middle, the odd cell to the right.
    Middle,
    /// Right, as numbers do.
    Right,
}

/// Measures text for one terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Measure {
    /// How wide ambiguous characters are.
    pub(crate) ambiguous: Ambiguous,
}

impl Measure {
    /// A measure for a terminal.
    #[must_use]
    pub const fn new(ambiguous: Ambiguous) -> Self {
        Self { ambiguous }
    }

    /// The cells that the text takes. Control characters take none, as in `ratatui`: expand tabs first.
    #[must_use]
    pub(crate) fn cells(self, text: &str) -> usize {
        if text.is_ascii() {
            return text.bytes().filter(|b| !b.is_ascii_control()).count();
        }
        text.graphemes(true).map(|grapheme| self.grapheme(grapheme)).sum()
    }

    fn grapheme(self, grapheme: &str) -> usize {
        if grapheme.chars().any(char::is_control) {
            return 0;
        }
        let narrow = usize::from(grapheme.cell_width());
        match self.ambiguous {
            Ambiguous::Narrow => narrow,
            Ambiguous::Wide => narrow.max(grapheme.width_cjk()),
        }
    }

    /// The longest beginning of the text that fits into `room` cells, with `ellipsis` at its end if anything is missing.
    ///
    /// An ellipsis that does not fit is left out. Never wider than `room`, and never a part of a character.
    #[must_use]
    pub(crate) fn cut<'a>(self, text: &'a str, room: usize, ellipsis: &str) -> Cow<'a, str> {
        let (all, end) = self.split(text, room);
        if end == text.len() && all <= room {
            return Cow::Borrowed(text);
        }
        let sign = self.cells(ellipsis);
        if sign == 0 || sign > room {
            return Cow::Borrowed(text.get(..end).unwrap_or_default());
        }
        let (_, end) = self.split(text, room - sign);
        Cow::Owned(format!("{}{ellipsis}", text.get(..end).unwrap_or_default()))
    }

    /// The cells and the bytes of the longest beginning that fits into `room`.
    fn split(self, text: &str, room: usize) -> (usize, usize) {
        let mut used = 0;
        for (at, grapheme) in text.grapheme_indices(true) {
            let cells = self.grapheme(grapheme);
            if used + cells > room {
                return (used, at);
            }
            used += cells;
        }
        (used, text.len())
    }

    /// The text in exactly `room` cells: cut if it is longer, filled with blanks if it is shorter.
    #[must_use]
    pub fn pad(self, text: &str, room: usize, align: Align, ellipsis: &str) -> String {
        let text = self.cut(text, room, ellipsis);
        let rest = room.saturating_sub(self.cells(&text));
        let before = match align {
            Align::Left => 0,
            Align::Middle => rest / 2,
            Align::Right => rest,
        };
        format!("{}{text}{}", " ".repeat(before), " ".repeat(rest - before))
    }

    /// The text with tabs as blanks up to the next multiple of `stop` cells.
    #[must_use]
    pub(crate) fn expand_tabs(self, text: &str, stop: usize) -> Cow<'_, str> {
        if !text.contains('\t') {
            return Cow::Borrowed(text);
        }
        let stop = stop.max(1);
        let mut out = String::with_capacity(text.len() + stop);
        let mut column = 0;
        for grapheme in text.graphemes(true) {
            match grapheme {
                "\t" => {
                    let blanks = stop - column % stop;
                    out.extend(std::iter::repeat_n(' ', blanks));
                    column += blanks;
                }
                "\n" | "\r\n" => {
                    out.push_str(grapheme);
                    column = 0;
                }
                _ => {
                    out.push_str(grapheme);
                    column += self.grapheme(grapheme);
                }
            }
        }
        Cow::Owned(out)
    }

    /// The text in lines of at most `room` cells, broken where Chinese and Western text may be broken.
    ///
    /// No line is ever wider: what has no place to break is broken between characters, and a character wider than the
    /// line becomes `?`. Nothing comes out for no room.
    #[must_use]
    pub fn wrap(self, text: &str, room: usize) -> Vec<String> {
        wrap::wrap(self, text, room)
    }

    /// The text for a `ratatui` span: behind every character that this terminal shows wider than `ratatui` counts it, a
    /// blank. Last of all, after cutting and padding.
    #[must_use]
    pub(crate) fn show(self, text: &str) -> Cow<'_, str> {
        let missing = |grapheme: &str| self.grapheme(grapheme).saturating_sub(usize::from(grapheme.cell_width()));
        if self.ambiguous == Ambiguous::Narrow || text.is_ascii() {
            return Cow::Borrowed(text);
        }
        let mut out = String::with_capacity(text.len() + 8);
        for grapheme in text.graphemes(true).filter(|grapheme| !grapheme.chars().any(char::is_control)) {
            out.push_str(grapheme);
            out.extend(std::iter::repeat_n(' ', missing(grapheme)));
        }
        Cow::Owned(out)
    }

    /// Writes the beginning of the text that fits into `room` cells from `(x, y)`; the cells used.
    pub fn put(self, buffer: &mut Buffer, (x, y): (u16, u16), text: &str, room: u16, style: Style) -> u16 {
        let room = room.min(buffer.area.right().saturating_sub(x));
        let (used, end) = self.split(text, usize::from(room));
        if buffer.area.contains((x, y).into()) {
            buffer.set_stringn(x, y, self.show(text.get(..end).unwrap_or_default()), usize::from(room), style);
        }
        u16::try_from(used).unwrap_or(room)
    }
}

/// Blanks wide glyphs that a popup over `area` would cut in half at its left edge: `ratatui` would draw the glyph over
/// the border. To be called before the popup is drawn.
pub fn free_left_edge(buffer: &mut Buffer, area: Rect) {
    let Some(x) = area.x.checked_sub(1) else { return };
    for y in area.top()..area.bottom() {
        if let Some(cell) = buffer.cell_mut((x, y)).filter(|cell| cell.cell_width() > 1) {
            cell.set_symbol(" ");
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const NARROW: Measure = Measure::new(Ambiguous::Narrow);
    const WIDE: Measure = Measure::new(Ambiguous::Wide);

    /// Chinese, ambiguous, combining, emoji, control, and whatever else there is.
    pub(super) fn texts() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(vec![
            "区",
            "党政办",
            "，",
            "。",
            "“",
            "”",
            "…",
            "·",
            "①",
            "a",
            "word ",
            " ",
            "\t",
            "e\u{301}",
            "中\u{301}",
            "👨\u{200D}👩",
            "❤\u{FE0F}",
            "ｱﾞ",
            "（",
            "2023年",
            "\n",
            "\u{301}",
            "-",
        ]);
        prop_oneof![prop::collection::vec(pieces, 0..30).prop_map(|p| p.concat()), any::<String>()]
    }

    #[test]
    fn measures() {
        for (text, narrow, wide) in
            [("区政府", 6, 6), ("a\tb", 2, 2), ("“引用”…", 7, 10), ("e\u{301}", 1, 1), ("Ａ１", 4, 4), ("", 0, 0)]
        {
            assert_eq!((NARROW.cells(text), WIDE.cells(text)), (narrow, wide), "{text}");
        }
    }

    #[test]
    fn cuts_and_pads() {
        assert_eq!(NARROW.cut("区党政办公室", 7, "…"), "区党政…");
        assert_eq!(WIDE.cut("区党政办公室", 7, "…"), "区党…");
        assert_eq!(NARROW.cut("区党政", 6, "…"), "区党政");
        assert_eq!(NARROW.cut("区党政", 1, "……"), "");
        assert_eq!(NARROW.pad("区", 5, Align::Right, "…"), "   区");
        assert_eq!(NARROW.pad("区", 5, Align::Middle, "…"), " 区  ");
        assert_eq!(NARROW.pad("区党政", 4, Align::Left, "~"), "区~ ");
    }

    #[test]
    fn expands_tabs_by_cells() {
        assert_eq!(NARROW.expand_tabs("区\tb\n\tc", 4), "区  b\n    c");
    }

    #[test]
    fn leaves_room_behind_wide_ambiguous() {
        assert_eq!(WIDE.show("“区”a"), "“ 区” a");
        assert_eq!(NARROW.show("“区”a"), "“区”a");
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        assert_eq!(WIDE.put(&mut buffer, (1, 0), "“区”政府", 7, Style::new()), 6);
        assert_eq!(buffer, Buffer::with_lines([" “ 区”  "]));
        assert_eq!(NARROW.put(&mut buffer, (9, 3), "区", 4, Style::new()), 0);
    }

    proptest! {
        #[test]
        fn never_wider_than_asked(text in texts(), room in 0usize..30, wide: bool) {
            let measure = if wide { WIDE } else { NARROW };
            let cut = measure.cut(&text, room, "…");
            prop_assert!(measure.cells(&cut) <= room);
            prop_assert_eq!(measure.cells(&measure.pad(&text, room, Align::Right, "~")), room);
        }

        #[test]
        fn the_parts_of_a_cut_are_the_text(text in texts(), room in 0usize..30) {
            prop_assert!(text.starts_with(NARROW.cut(&text, room, "").as_ref()));
        }

        #[test]
        fn shown_text_is_counted_alike(text in texts()) {
            let clean: String = text.chars().filter(|c| !c.is_control()).collect();
            prop_assert_eq!(NARROW.cells(&WIDE.show(&clean)), WIDE.cells(&clean));
        }
    }
}
