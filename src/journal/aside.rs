//! What an act says beside what it does, for whoever reads the journal.

use crate::base::text::SafeText;

/// What an act says beside. Older versions wrote none of it, and nothing rests on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Aside {
    /// The rule of the finding that it is on.
    pub(crate) rule: Option<SafeText>,
    /// The place of the finding: a line of a table, a cell, a section.
    pub(crate) place: Option<SafeText>,
    /// Which profile and roster were in force.
    pub(crate) settings: Option<SafeText>,
}
