//! How much speaks against accepting a report, or several: counts, and how they are said.

use std::ops::AddAssign;

use crate::words::Words;

/// How much of what there is against accepting a report, or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Against {
    /// Errors on which there is no verdict.
    pub(crate) errors: usize,
    pub(crate) warnings: usize,
    /// Findings of which somebody said that they must be corrected, and others that are to be looked up.
    pub(crate) to_correct: usize,
    pub(crate) to_verify: usize,
    /// Findings on which reviewers disagree.
    pub(crate) conflicts: usize,
    /// Reading doubts that are open; of a report that is not looked at, all of them, and how many comparisons there are.
    pub(crate) doubts: usize,
    pub(crate) compared: usize,
    /// It is out with the agency.
    pub(crate) returned: usize,
    /// There may be more: its texts are still to be checked.
    pub(crate) unread: usize,
}

impl Against {
    /// Is there nothing?
    #[must_use]
    pub(crate) fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// In words: `2 个错误未处理，1 条须更正`.
    #[must_use]
    pub(crate) fn text(&self, words: &Words) -> String {
        let act = &words.act;
        let doubts = match self.compared {
            0 => act.against_doubts(self.doubts),
            compared => act.against_some_doubts(self.doubts, compared),
        };
        let parts = [
            (self.returned, act.against_returned(self.returned)),
            (self.errors, act.against_errors(self.errors)),
            (self.warnings, act.against_warnings(self.warnings)),
            (self.to_correct, act.against_to_correct(self.to_correct)),
            (self.to_verify, act.against_to_verify(self.to_verify)),
            (self.conflicts, act.against_conflicts(self.conflicts)),
            (self.doubts, doubts),
            (self.unread, act.against_unread_texts().to_owned()),
        ];
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        parts.map(|(_, text)| text).collect::<Vec<_>>().join(act.against_comma())
    }
}

impl AddAssign for Against {
    fn add_assign(&mut self, other: Self) {
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.to_correct += other.to_correct;
        self.to_verify += other.to_verify;
        self.conflicts += other.conflicts;
        self.doubts += other.doubts;
        self.compared += other.compared;
        self.returned += other.returned;
        self.unread += other.unread;
    }
}
