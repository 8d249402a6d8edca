//! Rows and columns that are not shown.

/// Stretches of rows or columns, in order and apart, with how many lie before each.
#[derive(Debug, Default)]
pub(in crate::read::format) struct Hidden {
    /// First, last, and how many are hidden before the first.
    spans: Vec<(u32, u32, u32)>,
}

impl Hidden {
    /// Of stretches from the first to the last, in any order.
    pub(crate) fn new(mut found: Vec<(u32, u32)>) -> Self {
        found.sort_unstable();
        let mut spans: Vec<(u32, u32, u32)> = Vec::new();
        let mut count = 0_u32;
        for (from, to) in found {
            let from = spans.last().map_or(from, |last| from.max(last.1.saturating_add(1)));
            if from > to {
                continue;
            }
            spans.push((from, to, count));
            count = count.saturating_add((to - from).saturating_add(1));
        }
        Self { spans }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.spans.is_empty()
    }

    fn around(&self, at: u32) -> Option<&(u32, u32, u32)> {
        let after = self.spans.partition_point(|span| span.0 <= at);
        self.spans.get(after.checked_sub(1)?)
    }

    pub(crate) fn contains(&self, at: u32) -> bool {
        self.around(at).is_some_and(|span| at <= span.1)
    }

    /// How many are shown before this one.
    pub(crate) fn rank(&self, at: u32) -> u32 {
        let hidden = self.around(at).map_or(0, |(from, to, before)| before + (at.min(to.saturating_add(1)) - from));
        at.saturating_sub(hidden)
    }

    /// The first that is shown of a stretch.
    pub(crate) fn first_shown(&self, (from, to): (u32, u32)) -> Option<u32> {
        let mut at = from;
        while let Some(span) = self.around(at).filter(|span| at <= span.1) {
            at = span.1.checked_add(1)?;
        }
        (at <= to).then_some(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hidden_is_counted_and_passed_over() {
        let hidden = Hidden::new(vec![(9, 9), (2, 4), (3, 5), (6, 6), (u32::MAX, u32::MAX)]);
        let shown: Vec<u32> = (0..11).filter(|&at| !hidden.contains(at)).collect();
        assert_eq!(shown, [0, 1, 7, 8, 10]);
        assert_eq!([0, 1, 7, 8, 10].map(|at| hidden.rank(at)), [0, 1, 2, 3, 4]);
        assert_eq!(
            (hidden.first_shown((2, 9)), hidden.first_shown((2, 6)), hidden.first_shown((0, 1))),
            (Some(7), None, Some(0))
        );
        assert_eq!(hidden.first_shown((u32::MAX, u32::MAX)), None);
        assert!(Hidden::new(Vec::new()).is_empty());
    }
}
