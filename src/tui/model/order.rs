//! The order of the list: by several columns, each up or down; by file where they leave two reports alike.

use std::cmp::Ordering;

use jiff::civil::Date;
use rayon::slice::ParallelSliceMut as _;

use crate::journal::Status;
use crate::terminal::glyphs::SAFE;
use crate::words::Words;

use super::library::{ItemId, Library};
use super::marks::Marks;

/// What reports can be put into order by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SortKey {
    /// The agency's name as it sounds.
    Agency,
    /// Its region, from the outside in, as it sounds.
    Region,
    Year,
    /// What still has to be done first.
    Status,
    /// When returned reports are due, the earliest first; what has no date comes last.
    Due,
    /// Whose they are to look at; what is nobody's comes last.
    Assignee,
    Errors,
    Warnings,
    Hints,
    /// What was doubtful in reading.
    Doubts,
    Notes,
    /// How much of the findings has a verdict; without findings everything has.
    Progress,
    /// Do acts speak of values that are no longer there?
    Stale,
    File,
}

impl SortKey {
    /// In the order of the menu.
    pub(crate) const ALL: [Self; 14] = [
        Self::Agency,
        Self::Region,
        Self::Year,
        Self::Status,
        Self::Due,
        Self::Assignee,
        Self::Errors,
        Self::Warnings,
        Self::Hints,
        Self::Doubts,
        Self::Notes,
        Self::Progress,
        Self::Stale,
        Self::File,
    ];

    #[must_use]
    pub(crate) fn id(self) -> &'static str {
        match self {
            Self::Agency => "agency",
            Self::Region => "region",
            Self::Year => "year",
            Self::Status => "status",
            Self::Due => "due",
            Self::Assignee => "assignee",
            Self::Errors => "errors",
            Self::Warnings => "warnings",
            Self::Hints => "hints",
            Self::Doubts => "doubts",
            Self::Notes => "notes",
            Self::Progress => "progress",
            Self::Stale => "stale",
            Self::File => "file",
        }
    }

    /// The column of this id.
    #[must_use]
    pub(crate) fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.id() == id)
    }

    /// For a human reader.
    #[must_use]
    pub(crate) fn label(self, words: &Words) -> &'static str {
        Self::ALL.iter().zip(words.find.columns()).find(|(column, _)| **column == self).map_or("", |(_, name)| name)
    }

    /// Where a report stands in its order; the position in the order of files is given.
    fn key(self, item: ItemId, position: usize, library: &Library, marks: &Marks) -> u64 {
        let mark = || marks.get(item).unwrap_or_default();
        // What could not be read is worse than anything that was found.
        let of_sheet = |key: fn(&super::Sheet) -> u32| library.sheet(item).map_or(u64::MAX >> 1, |s| key(s).into());
        match self {
            Self::Agency => library.sound_rank(item).into(),
            Self::Region => library.region_rank(item).into(),
            Self::Year => of_sheet(|sheet| sheet.lean.head.year.into()),
            Self::Status => {
                let now = mark().status;
                Status::ALL.iter().position(|status| *status == now).map_or(0, wide)
            }
            Self::Due => mark().due.map_or(u64::MAX >> 1, days),
            Self::Assignee => mark().assignee.map_or(u64::MAX >> 1, |person| wide(marks.place(person))),
            Self::Errors => of_sheet(|sheet| sheet.counts.error),
            Self::Warnings => of_sheet(|sheet| sheet.counts.warning),
            Self::Hints => of_sheet(|sheet| sheet.counts.info),
            Self::Doubts => of_sheet(|sheet| sheet.lean.remarks),
            Self::Notes => mark().notes.into(),
            Self::Progress => match library.sheet(item).map_or(0, |sheet| u64::from(sheet.counts.to_decide())) {
                0 => u64::MAX >> 1,
                total => u64::from(mark().decided) * 10_000 / total,
            },
            Self::Stale => mark().stale.into(),
            Self::File => wide(position),
        }
    }
}

fn is_of_findings(column: SortKey) -> bool {
    let of_findings = [SortKey::Errors, SortKey::Warnings, SortKey::Hints, SortKey::Progress, SortKey::Stale];
    of_findings.contains(&column)
}

/// A date as a number that grows with it.
fn days(date: Date) -> u64 {
    let (year, month, day) = (date.year().max(0), date.month(), date.day());
    u64::from(year.unsigned_abs()) * 400 + u64::from(month.unsigned_abs()) * 32 + u64::from(day.unsigned_abs())
}

fn wide(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX >> 1)
}

/// One column of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct By {
    pub(crate) column: SortKey,
    /// Largest first?
    pub(crate) descending: bool,
}

impl By {
    const fn up(column: SortKey) -> Self {
        Self { column, descending: false }
    }

    const fn down(column: SortKey) -> Self {
        Self { column, descending: true }
    }

    /// The sign of its direction.
    #[must_use]
    pub(crate) fn sign(self) -> &'static str {
        if self.descending { SAFE.less } else { SAFE.more }
    }

    /// As in files: `errors`, `-errors`.
    #[must_use]
    pub(crate) fn id(self) -> String {
        format!("{}{}", if self.descending { "-" } else { "" }, self.column.id())
    }

    #[must_use]
    pub(crate) fn from_id(id: &str) -> Option<Self> {
        let (id, descending) = id.strip_prefix('-').map_or((id, false), |id| (id, true));
        SortKey::from_id(id).map(|column| Self { column, descending })
    }
}

/// The orders that are at hand without a menu; the first is that of a desk which nobody has set otherwise.
const USUAL: [&[By]; 5] = [
    &[By::down(SortKey::Errors), By::down(SortKey::Warnings)],
    &[By::up(SortKey::Status)],
    &[By::up(SortKey::Due)],
    &[By::up(SortKey::Agency)],
    &[],
];

/// An order; without any column that of the files.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Order(Vec<By>);

impl FromIterator<By> for Order {
    fn from_iter<I: IntoIterator<Item = By>>(columns: I) -> Self {
        let mut order = Self::default();
        for by in columns {
            if order.of(by.column).is_none() {
                order.0.push(by);
            }
        }
        order
    }
}

impl Order {
    /// The worst first: that of a desk which nobody has set otherwise.
    #[must_use]
    pub(crate) fn worst_first() -> Self {
        USUAL.first().copied().unwrap_or_default().iter().copied().collect()
    }

    /// Its columns, the first one first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = By> + '_ {
        self.0.iter().copied()
    }

    /// That of the files?
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Its place among the usual orders; `None` if it is one of the reviewer's own.
    #[must_use]
    pub(crate) fn usual(&self) -> Option<usize> {
        USUAL.iter().position(|usual| **usual == *self.0)
    }

    #[must_use]
    pub(crate) fn next_usual(&self) -> Self {
        let next = self.usual().map_or(0, |number| (number + 1) % USUAL.len());
        USUAL.get(next).copied().unwrap_or_default().iter().copied().collect()
    }

    /// The place of a column, and its direction.
    #[must_use]
    pub(crate) fn of(&self, column: SortKey) -> Option<(usize, By)> {
        self.iter().enumerate().find(|(_, by)| by.column == column)
    }

    /// Up, then down, then off; a column that is new comes last.
    pub(crate) fn cycle(&mut self, column: SortKey) {
        match self.of(column) {
            None => self.0.push(By::up(column)),
            Some((place, by)) if by.descending => drop(self.0.remove(place)),
            Some((place, _)) => {
                if let Some(by) = self.0.get_mut(place) {
                    by.descending = true;
                }
            }
        }
    }

    /// Turns it around: each column the other way.
    pub(crate) fn reverse(&mut self) {
        match self.0.as_mut_slice() {
            [] => self.0.push(By::down(SortKey::File)),
            [by] if *by == By::down(SortKey::File) => self.0.clear(),
            columns => columns.iter_mut().for_each(|by| by.descending = !by.descending),
        }
    }

    /// Takes the last column away.
    pub(crate) fn pop(&mut self) {
        self.0.pop();
    }

    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// Does it follow what is found?
    #[must_use]
    pub(crate) fn depends_on_findings(&self) -> bool {
        self.iter().any(|by| is_of_findings(by.column))
    }

    /// Does it follow what reviewers do?
    #[must_use]
    pub(crate) fn depends_on_review(&self) -> bool {
        let follows = |by: By| {
            use SortKey::{Assignee, Due, Notes, Progress, Stale, Status};
            matches!(by.column, Status | Due | Assignee | Notes | Progress | Stale)
        };
        self.iter().any(follows)
    }

    /// Puts items, which come in the order of their files, into this order.
    pub(crate) fn arrange(&self, items: &mut Vec<ItemId>, library: &Library, marks: &Marks) {
        let Some((first, rest)) = self.0.split_first() else { return };
        let keys = |by: &By| -> Vec<u64> {
            let keys = items.iter().enumerate();
            keys.map(|(position, &item)| {
                let key = by.column.key(item, position, library, marks);
                if by.descending { !key } else { key }
            })
            .collect()
        };
        let rest: Vec<Vec<u64>> = rest.iter().map(keys).collect();
        let alike = |a: u32, b: u32| {
            let of = |keys: &[u64], at: u32| usize::try_from(at).ok().and_then(|at| keys.get(at).copied());
            rest.iter().map(|keys| of(keys, a).cmp(&of(keys, b))).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
        };
        // The first key beside the position: most comparisons need nothing else.
        let mut rows: Vec<(u64, u32)> = keys(first).into_iter().zip(0..).collect();
        rows.par_sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| alike(a.1, b.1)).then_with(|| a.1.cmp(&b.1)));
        let at = |position: u32| usize::try_from(position).ok().and_then(|position| items.get(position).copied());
        *items = rows.into_iter().filter_map(|(_, position)| at(position)).collect();
    }
}

#[cfg(test)]
mod tests {
    use super::super::library::tests::item;
    use super::*;

    fn order(ids: &[&str]) -> Order {
        ids.iter().map(|id| By::from_id(id).unwrap()).collect()
    }

    fn arranged(ids: &[&str]) -> Vec<&'static str> {
        let mut library = Library::default();
        for (id, name, year, errors) in
            [("1", "重庆", 2024, 1), ("2", "安徽", 2023, 3), ("3", "重庆", 2023, 1), ("4", "北京", 2024, 0)]
        {
            library.add(item(id, name, year, None, errors));
        }
        library.settle();
        let mut items = library.in_order().to_vec();
        order(ids).arrange(&mut items, &library, &Marks::default());
        items.into_iter().map(|item| ["1", "2", "3", "4"][item as usize]).collect()
    }

    #[test]
    fn later_columns_decide_what_earlier_ones_leave_alike_and_files_the_rest() {
        assert_eq!(arranged(&[]), ["1", "2", "3", "4"]);
        assert_eq!(arranged(&["-errors"]), ["2", "1", "3", "4"]);
        assert_eq!(arranged(&["-errors", "year"]), ["2", "3", "1", "4"]);
        assert_eq!(arranged(&["agency"]), ["2", "4", "1", "3"]);
        assert_eq!(arranged(&["-agency", "-file"]), ["3", "1", "4", "2"]);
        assert_eq!(arranged(&["-year", "agency"]), ["4", "1", "2", "3"]);
    }

    #[test]
    fn a_column_goes_up_then_down_then_off() {
        let mut order = order(&["status"]);
        order.cycle(SortKey::Errors);
        assert_eq!(order.iter().map(By::id).collect::<Vec<_>>(), ["status", "errors"]);
        order.cycle(SortKey::Errors);
        order.cycle(SortKey::Status);
        assert_eq!(order.iter().map(By::id).collect::<Vec<_>>(), ["-status", "-errors"]);
        order.cycle(SortKey::Status);
        assert_eq!((order.usual(), order.of(SortKey::Status)), (None, None));
    }

    #[test]
    fn the_usual_orders_come_round_and_from_an_own_order_the_first_one() {
        let mut known = Order::default();
        for number in [0, 1, 2, 3, 4] {
            known = known.next_usual();
            assert_eq!(known.usual(), Some(number));
        }
        assert_eq!(order(&["notes"]).next_usual().usual(), Some(0));
    }

    #[test]
    fn every_column_has_an_id_that_is_read_again() {
        for column in SortKey::ALL {
            for by in [By::up(column), By::down(column)] {
                assert_eq!(By::from_id(&by.id()), Some(by));
            }
        }
        assert_eq!(By::from_id("-"), None);
    }
}
