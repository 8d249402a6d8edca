//! The name under which a filter is saved, being asked for.

use crate::tui::model::Setting;

/// One line of text being asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Prompt {
    /// The text as it stands.
    pub(crate) text: String,
    /// What is kept under that name.
    pub(crate) setting: Setting,
}
