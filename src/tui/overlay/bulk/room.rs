//! How much room the preview has: the one answer for the view that draws and the update that pages.

use ratatui::layout::Size;

/// Its inside.
#[must_use]
pub(crate) fn size(screen: Size) -> Size {
    Size { width: screen.width.saturating_sub(6).min(96), height: screen.height.saturating_sub(6).min(28) }
}

/// How many reports it lists: the rest is for what is to be done, and for the keys.
#[must_use]
pub(crate) fn height(screen: Size) -> usize {
    usize::from(size(screen).height.saturating_sub(TITLE + 1))
}

/// The lines that say what is to be done.
pub(crate) const TITLE: u16 = 3;
