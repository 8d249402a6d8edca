//! The box in which is asked what is written out.

use crate::tui::outgoing::{OutOrder, OutPreview};

/// What is shown of it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum OutBox {
    /// What there is to be written, with the line under the cursor.
    Menu(usize),
    /// It is being prepared or written.
    Waiting,
    /// It is being written, and the desk is left as soon as it is there.
    Leaving,
    /// Letters before they are written.
    Shown(Shown),
}

/// Letters as they would be written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shown {
    pub(crate) order: OutOrder,
    pub(crate) preview: OutPreview,
    /// The first line shown.
    pub(crate) offset: usize,
}
