//! Where the text is read, and what lies beside it.

use std::ops::Range;

use crate::tui::model::Window;

use super::parallel::Parallel;

/// The text of the sections, as it is looked at.
#[derive(Debug, Default)]
pub(crate) struct Prose {
    /// The cursor in its lines.
    pub(crate) window: Window,
    /// The section of the line under it, and its characters.
    pub(crate) line: Option<(u8, Range<usize>)>,
    /// A passage that is to be on the screen: its section, and its first character.
    pub(crate) passage: Option<(u8, usize)>,
    /// The passages of the current finding beside those that they were copied from.
    pub(crate) parallel: Option<Parallel>,
    /// The first line shown of them.
    pub(crate) scroll: usize,
}
