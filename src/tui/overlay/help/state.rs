//! The help, as far as it remembers anything.

use crate::tui::model::Window;

/// The help, and what is searched for in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Help {
    /// The first line shown.
    pub window: Window,
    /// What is searched for.
    pub query: String,
    /// Is the reviewer typing it?
    pub typing: bool,
}
