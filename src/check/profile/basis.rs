//! What is known beside one report when it is checked.

use crate::report::roster::Roster;

use super::Profile;

/// What is known beside one report when it is checked.
#[derive(Debug, Clone, Copy)]
pub struct Basis<'a> {
    /// What the office has set.
    pub profile: &'a Profile,
    /// Who is expected to report.
    pub roster: Option<&'a Roster>,
}

impl<'a> Basis<'a> {
    /// The rules as an office has set them.
    #[must_use]
    pub fn new(profile: &'a Profile) -> Self {
        Self { profile, roster: None }
    }
}

impl<'a> Basis<'a> {
    /// With a roster.
    #[must_use]
    pub fn with_roster(self, roster: Option<&'a Roster>) -> Self {
        Self { roster, ..self }
    }
}

impl Basis<'static> {
    /// Nothing but the rules as they ship.
    #[must_use]
    pub fn standard() -> Self {
        Self::new(Profile::standard())
    }
}
