//! How much the screen shown has to say: worked out when the state has settled, for those who divide the screen.

/// How many lines a panel has to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct PanelNeed {
    /// Those that are worth scrolling the list or table for.
    pub(crate) lines: usize,
    /// Those that only fill what would be blank.
    pub(crate) spare: usize,
    /// How wide what stands beside the panel would be.
    pub(crate) third: u16,
}

impl PanelNeed {
    /// So many lines, and nothing to fill blanks with.
    #[must_use]
    pub(crate) const fn of(lines: usize) -> Self {
        Self { lines, spare: 0, third: 0 }
    }

    #[must_use]
    pub(crate) const fn is_any(self) -> bool {
        self.lines > 0 || self.spare > 0
    }
}

/// What the screen shown has to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Room {
    /// How many lines its list or table has; `None`: more than any screen.
    pub(crate) rows: Option<usize>,
    pub(crate) panel: PanelNeed,
}
