//! Two reports of one agency for years that follow each other.

use crate::check::facts::figures::Figures;
use crate::check::finding::collect::Say;
use crate::check::finding::doubted::Whose;
use crate::check::finding::explain::cell_name;
use crate::form::Cell;
use crate::report::Lean;
use crate::words::Lang;

/// Two reports of one agency for years that follow each other.
#[derive(Clone, Copy)]
pub(super) struct Pair<'a> {
    pub(crate) now: Figures<'a>,
    pub(crate) before: Figures<'a>,
}

impl<'a> Pair<'a> {
    /// `None` where they are not for years that follow each other.
    pub(crate) fn new(now: &'a Lean, before: &'a Lean) -> Option<Self> {
        let follows = before.head.year.checked_add(1) == Some(now.head.year);
        follows.then_some(Self { now: Figures::new(now), before: Figures::new(before) })
    }

    /// A finding that names both years.
    pub(crate) fn say(self) -> Say {
        Say::default().with("year", self.now.lean.head.year).with("last_year", self.before.lean.head.year)
    }

    /// The same, with the cell's name.
    pub(crate) fn say_of(self, cell: Cell) -> Say {
        let name = |lang| cell_name(self.now.lean.form, cell, lang);
        self.say().with("cell", name(Lang::Zh)).with("cell_en", name(Lang::En)).cells([cell])
    }

    /// A finding rests on these numbers of last year's report.
    pub(crate) fn resting(self, say: Say, before: &[&str]) -> Say {
        say.rests_on(Whose::LastYear, self.before.lean, self.before.cells(before))
    }

    /// A finding rests on these cells in both years.
    pub(crate) fn resting_on_both(self, say: Say, cells: &[Cell]) -> Say {
        let own = say.rests_on(Whose::Own, self.now.lean, cells.iter().copied());
        own.rests_on(Whose::LastYear, self.before.lean, cells.iter().copied())
    }

    /// Do both follow one edition of the form?
    pub(crate) fn same_form(self) -> bool {
        std::ptr::eq(self.now.lean.form, self.before.lean.form)
    }
}
