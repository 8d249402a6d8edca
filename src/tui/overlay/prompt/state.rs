//! The name under which a filter is saved, being asked for.

use crate::tui::model::Setting;

/// One line of text being asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// The text as it stands.
    pub text: String,
    /// What is kept under that name.
    pub setting: Setting,
}
