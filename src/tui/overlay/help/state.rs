//! The help, as far as it remembers anything.

use crate::tui::model::Window;

/// The help, and what is searched for in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Help {
    /// The first line shown.
    pub(crate) window: Window,
    /// What is searched for.
    pub(crate) query: String,
    /// Is the reviewer typing it?
    pub(crate) typing: bool,
}
