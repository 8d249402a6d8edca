//! The agencies of the roster that have no report.

/// Texts of their list.
#[derive(Debug)]
pub struct AbsentWords {
    /// Some have none. `{count}`, `{key}` of the list.
    pub notice: &'static str,
    /// The title of the list.
    pub title: &'static str,
    /// How it is used.
    pub hint: &'static str,
    /// For which year. `{year}`
    pub year: &'static str,
    /// Nobody knows who is expected.
    pub no_roster: &'static str,
    /// Not everything is checked.
    pub not_yet: &'static str,
    /// All have reported.
    pub nobody: &'static str,
}
