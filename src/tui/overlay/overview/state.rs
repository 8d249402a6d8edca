//! All reports at a glance: how many of which status, severity, rule and region, and how far the review is.
//!
//! Counted in one walk over what the list could show, whatever it is narrowed to just now.

use rayon::prelude::*;

use crate::tui::model::chip::Chip;
use crate::tui::model::{ItemId, Library, List, Marks};

use super::counts::{Counts, common_region};

/// The overview, and where its cursor is.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Overview {
    /// How far the review is.
    pub(crate) progress: Progress,
    /// The bars, in groups; none is empty.
    pub(crate) groups: Vec<Group>,
    /// The group and the bar under the cursor.
    pub(crate) cursor: (usize, usize),
    /// What is looked for among the bars, and whether it is being typed.
    pub(crate) query: String,
    pub(crate) typing: bool,
}

/// How far the review is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Progress {
    pub(crate) reports: usize,
    /// Of these, accepted: the review of what is returned is not over.
    pub(crate) accepted: usize,
    /// Of these, out with their agencies.
    pub(crate) returned: usize,
    /// Findings that take a verdict.
    pub(crate) findings: usize,
    /// Of these, with a verdict.
    pub(crate) decided: usize,
    /// Who should report, where there is a roster.
    pub(crate) expected: Option<RosterTally>,
}

impl Progress {
    /// That of two parts of the list; who should report is of the whole.
    pub(super) fn and(self, other: Self) -> Self {
        Self {
            reports: self.reports + other.reports,
            accepted: self.accepted + other.accepted,
            returned: self.returned + other.returned,
            findings: self.findings + other.findings,
            decided: self.decided + other.decided,
            expected: self.expected.or(other.expected),
        }
    }
}

/// How many agencies should report for a year, by the roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct RosterTally {
    pub(crate) year: u16,
    /// Agencies, whatever number of reports each has sent.
    pub(crate) reported: usize,
    pub(crate) missing: usize,
    /// Reports of agencies that the roster does not have.
    pub(crate) unlisted: usize,
}

/// Bars of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) kind: BarKind,
    pub(crate) bars: Vec<Bar>,
}

/// What the bars of a group are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BarKind {
    /// How far reports are.
    Status,
    /// What waits to be done.
    Todo,
    /// Until when returned reports are to be reported anew.
    Due,
    /// How bad findings are.
    Severity,
    /// What was read badly or not at all.
    Reading,
    /// Whose reports they are.
    Reviewer,
    /// Which rule was violated.
    Rule,
    /// Where the agency lies.
    Region,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bar {
    /// What the list is narrowed to by it; `None` for the reports of a region itself.
    pub(crate) chip: Option<Chip>,
    pub(crate) reports: usize,
    pub(crate) findings: usize,
    /// How many of a reviewer's reports are accepted; `None` where that is not the question.
    pub(crate) accepted: Option<usize>,
}

/// So many are counted on one core at a time.
const TOGETHER: usize = 4096;

impl Overview {
    /// Counts everything that the list could show.
    #[must_use]
    pub(crate) fn of(list: &List, library: &Library, marks: &Marks, expected: Option<RosterTally>) -> Self {
        let items = list.base();
        let common = common_region(items, library);
        let counted = |items: &[ItemId]| {
            let mut counts = Counts::new(common);
            for &item in items {
                match library.sheet(item) {
                    Some(sheet) => counts.add(item, sheet, marks),
                    None => counts.add_file(item, library.absent(item).is_some(), marks),
                }
            }
            counts
        };
        // A hundred thousand are looked at: all cores at once.
        let parts = items.par_chunks(TOGETHER).map(counted);
        let mut counts = parts.reduce(|| Counts::new(common), Counts::and);
        counts.progress.expected = expected;
        Self { progress: counts.progress, groups: counts.groups(), cursor: (0, 0), ..Self::default() }
    }

    /// The same anew, with the cursor where it was.
    pub(crate) fn refresh(&mut self, list: &List, library: &Library, marks: &Marks, expected: Option<RosterTally>) {
        let kind = self.groups.get(self.cursor.0).map(|group| group.kind);
        let chip = self.current().and_then(|bar| bar.chip.clone());
        let before = self.cursor.1;
        let (query, typing) = (std::mem::take(&mut self.query), self.typing);
        *self = Self { query, typing, ..Self::of(list, library, marks, expected) };
        let group = self.groups.iter().position(|group| Some(group.kind) == kind).unwrap_or(0);
        let bars = self.groups.get(group).map_or(&[][..], |group| &group.bars);
        let bar = bars.iter().position(|bar| bar.chip.is_some() && bar.chip == chip);
        self.cursor = (group, bar.unwrap_or(before).min(bars.len().saturating_sub(1)));
    }

    /// The bar under the cursor.
    #[must_use]
    pub(crate) fn current(&self) -> Option<&Bar> {
        self.groups.get(self.cursor.0)?.bars.get(self.cursor.1)
    }

    /// Goes to the next bar that fits, this one only where no other does; `from_here`: to this one, if it fits.
    pub(crate) fn find(&mut self, from_here: bool, back: bool, fits: impl Fn(&Bar) -> bool) -> bool {
        let bars = self.groups.iter().enumerate();
        let places: Vec<(usize, usize)> =
            bars.flat_map(|(group, of)| (0..of.bars.len()).map(move |bar| (group, bar))).collect();
        let here = places.iter().position(|place| *place == self.cursor).unwrap_or(0);
        let len = places.len();
        let found = (usize::from(!from_here)..=len).find_map(|step| {
            let at = if back { here + len * 2 - step } else { here + step };
            let place = places.get(at % len.max(1)).copied()?;
            fits(self.groups.get(place.0)?.bars.get(place.1)?).then_some(place)
        });
        self.cursor = found.unwrap_or(self.cursor);
        found.is_some()
    }

    /// Moves by so many bars, from one group into the next.
    pub(crate) fn step(&mut self, step: isize) {
        let lengths: Vec<usize> = self.groups.iter().map(|group| group.bars.len()).collect();
        let before: usize = lengths.iter().take(self.cursor.0).sum();
        let last = lengths.iter().sum::<usize>().saturating_sub(1);
        let mut left = (before + self.cursor.1).saturating_add_signed(step).min(last);
        for (group, len) in lengths.into_iter().enumerate() {
            if left < len {
                self.cursor = (group, left);
                return;
            }
            left -= len;
        }
    }

    /// Moves by so many groups.
    pub(crate) fn step_group(&mut self, step: isize) {
        let group = self.cursor.0.saturating_add_signed(step).min(self.groups.len().saturating_sub(1));
        if group != self.cursor.0 {
            self.cursor = (group, 0);
        }
    }
}
