//! Colours and attributes by role. Meaning is never by colour alone.
//!
//! The views know the roles only; [`dress`] brings a finished screen into the colours of a theme (see `palette`).

mod palette;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use crate::check::Severity;
use crate::journal::Status;
use crate::terminal::glyphs::{ASCII, SAFE};

use super::model::{Display, Tone};

pub(crate) const PLAIN: Style = Style::new();

/// Less important text.
pub(crate) const DIM: Style = Style::new().fg(Color::DarkGray);

/// The path, headings.
pub(crate) const HEADING: Style = Style::new().add_modifier(Modifier::BOLD);

/// The heading of a list or table.
pub(crate) const HEADER: Style = Style::new().add_modifier(Modifier::UNDERLINED);

/// The line or cell under the cursor.
pub(crate) const CURSOR: Style = Style::new().add_modifier(Modifier::BOLD);

/// The cell under the cursor.
pub(crate) const CELL_CURSOR: Style = Style::new().add_modifier(Modifier::REVERSED);

/// A key in the footer.
pub(crate) const KEY: Style = Style::new().add_modifier(Modifier::BOLD);

/// The left side of the current finding's equation, marked `<…>` too.
pub(crate) const LEFT_SIDE: Style = Style::new().fg(Color::Yellow).add_modifier(Modifier::BOLD);

/// The right side of the current finding's equation, marked `[…]` too.
pub(crate) const RIGHT_SIDE: Style = Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD);

/// A cell that an open finding names, marked `◦` too: weaker than what is marked of the current one.
pub(crate) const NAMED: Style = Style::new().fg(Color::Yellow);

/// A passage that the current finding speaks of: underlined where there are no colours.
pub(crate) const PASSAGE: Style =
    Style::new().fg(Color::Yellow).add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED);

/// A number of the text that the tables say too.
pub(crate) const CLAIM: Style = Style::new().add_modifier(Modifier::UNDERLINED);

/// A value that a repair would put here, marked `5>6` too; nothing in the report is changed.
pub(crate) const PREVIEW: Style =
    Style::new().fg(Color::Green).add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED);

/// What cannot be right.
pub(crate) const BAD: Style = Style::new().fg(Color::Red);

pub(crate) const GOOD: Style = Style::new().fg(Color::Green);

/// What has to be looked at.
pub(crate) const WARNING: Style = Style::new().fg(Color::Yellow);

/// How a notice looks.
pub(crate) const fn tone(tone: Tone) -> Style {
    match tone {
        Tone::Plain => PLAIN,
        Tone::Good => GOOD,
        Tone::Bad => BAD,
    }
}

#[must_use]
pub(crate) const fn severity(severity: Severity) -> Style {
    match severity {
        Severity::Error => BAD,
        Severity::Warning => WARNING,
        Severity::Info => PLAIN,
    }
}

#[must_use]
pub(crate) const fn status(status: Status) -> Style {
    match status {
        Status::Unreviewed => DIM,
        Status::Reviewing => PLAIN,
        Status::Returned => BAD,
        Status::Resubmitted => WARNING,
        Status::Accepted => GOOD,
    }
}

/// Brings a finished screen to what the terminal can show: the views know sixteen colours and the safe signs only.
pub(crate) fn dress(buffer: &mut Buffer, display: &Display) {
    let colours = display.colours();
    for cell in &mut buffer.content {
        if palette::is_faint(cell.fg, display.theme, colours) {
            cell.modifier |= Modifier::DIM;
        }
        cell.fg = palette::colour(cell.fg, display.theme, colours);
        cell.bg = palette::colour(cell.bg, display.theme, colours);
        if display.ascii
            && let Some(sign) = SAFE.all().iter().position(|sign| *sign == cell.symbol())
            && let Some(plain) = ASCII.all().get(sign)
        {
            cell.set_symbol(plain);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::model::Colours;
    use ratatui::layout::Rect;

    fn dressed(colours: Colours, ascii: bool) -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, SAFE.marker, BAD);
        buffer.set_string(2, 0, "退回", LEFT_SIDE);
        dress(&mut buffer, &Display { ascii, colours, ..Display::default() });
        buffer
    }

    #[test]
    fn without_colours_the_attributes_and_signs_stay() {
        let buffer = dressed(Colours::None, true);
        assert!(buffer.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
        assert_eq!(buffer[(0, 0)].symbol(), ">");
        assert_eq!(buffer[(2, 0)].symbol(), "退");
        assert!(buffer[(2, 0)].modifier.contains(Modifier::BOLD));
    }
}
