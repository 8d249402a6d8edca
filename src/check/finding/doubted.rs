//! What a finding rests on and was read with a doubt: the cells, and in whose report.

use crate::form::{Cell, Form};
use crate::report::{Lean, SafeText};

/// Cells of one report that were read with a doubt.
#[derive(Debug, Clone)]
pub(crate) struct Doubted {
    /// Whose report it is.
    pub(crate) whose: Whose,
    /// Its form.
    pub(crate) form: &'static Form,
    /// The cells.
    pub(crate) cells: Vec<Cell>,
}

/// Which report a number is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Whose {
    /// The one that the finding is about.
    Own,
    /// The same agency's for the year before.
    LastYear,
    /// The same report as it was published.
    Published,
    /// That of another agency.
    Other(SafeText),
}

impl Doubted {
    /// Those of these cells that were read with a doubt, where there are any.
    #[must_use]
    pub(crate) fn of(whose: Whose, lean: &Lean, cells: impl IntoIterator<Item = Cell>) -> Option<Self> {
        if !lean.cells.has_doubts() {
            return None;
        }
        let mut cells: Vec<Cell> = cells.into_iter().filter(|&cell| lean.cells.is_doubtful(cell)).collect();
        cells.sort_unstable();
        cells.dedup();
        (!cells.is_empty()).then_some(Self { whose, form: lean.form, cells })
    }

    /// Are both of one report?
    fn is_beside(&self, other: &Self) -> bool {
        self.whose == other.whose && std::ptr::eq(self.form, other.form)
    }
}

impl PartialEq for Doubted {
    fn eq(&self, other: &Self) -> bool {
        self.is_beside(other) && self.cells == other.cells
    }
}

impl Eq for Doubted {}

/// Of so many other agencies the cells are kept. A sum over thousands of units names no more than a reader looks at.
const MAX_OTHERS: usize = 8;

/// What a finding rests on and was read with a doubt: all cells of its own agency's reports, those of the first of the
/// others, and how many others there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Doubts {
    first: Vec<Doubted>,
    more: usize,
    /// The last agency that is counted only.
    last: Option<Whose>,
}

impl Doubts {
    /// Those of one report more.
    pub(in crate::check) fn add(&mut self, doubted: Doubted) {
        if let Some(known) = self.first.iter_mut().find(|known| known.is_beside(&doubted)) {
            known.cells.extend(doubted.cells);
            known.cells.sort_unstable();
            known.cells.dedup();
            return;
        }
        let is_other = matches!(doubted.whose, Whose::Other(_));
        if is_other && self.first.len() >= MAX_OTHERS {
            // What is said of one report comes at once.
            self.more += usize::from(self.last.as_ref() != Some(&doubted.whose));
            self.last = Some(doubted.whose);
        } else {
            self.first.push(doubted);
        }
    }

    /// How many reports there are beside those whose cells are named.
    #[must_use]
    pub(crate) fn more(&self) -> usize {
        self.more
    }
}

impl std::ops::Deref for Doubts {
    type Target = [Doubted];
    fn deref(&self) -> &[Doubted] {
        &self.first
    }
}
