//! The report being looked at: what checking it gave, its narrative once read, and where the cursors are.

use std::ops::Range;

use crate::check::localise::Block;
use crate::check::{Evidence, Finding, Fingerprint, Outcome, Tie, Violation, WhyUnchecked};
use crate::form::{Cell, EquationLine, Form};
use crate::library::Assessed;
use crate::report::Narrative;
use crate::tui::screen::findings::grouping;
use crate::tui::screen::findings::{Findings, Resumed, Sought};
use crate::tui::screen::source::SourceTab;
use crate::tui::screen::table::Tables;
use crate::tui::screen::text::Prose;
use crate::tui::screen::versions::Versions;
use crate::tui::screen::years::Years;

use super::hints::Hints;
use super::library::ItemId;
use super::screen::Screen;
use super::visit::Visit;
use super::wanted::Wanted;
use super::window::Window;

/// What is read from disk only when somebody looks.
#[derive(Debug)]
pub(crate) enum NarrativeState {
    /// Still being read.
    Pending,
    Ready(Box<Narrative>),
    /// In words why not.
    Failed(Box<str>),
}

/// The report being looked at.
#[derive(Debug)]
pub(crate) struct Open {
    pub(crate) item: ItemId,
    /// What checking it gave; the findings that are shown, in the order of the list.
    pub(crate) outcome: Outcome,
    /// Hints that are not shown.
    pub(crate) hints: Hints,
    /// Which cells are behind the broken equations.
    pub(crate) blocks: Vec<Block>,
    pub(crate) narrative: NarrativeState,
    /// The numbers of the narrative that the tables say too.
    pub(crate) ties: Vec<Tie>,
    /// The screen on which it is shown.
    pub(crate) screen: Screen,
    /// The screen that a level out leads to, where it is not the findings.
    pub(crate) back: Option<Screen>,
    /// Where one has come from to look at this report's passages.
    pub(crate) visit: Option<Visit>,
    /// The list of findings.
    pub(crate) findings: Findings,
    pub(crate) tables: Tables,
    pub(crate) text: Prose,
    /// The cursor in the notes.
    pub(crate) notes: Window,
    pub(crate) source: SourceTab,
    /// The cursor in the reading doubts.
    pub(crate) doubts: Window,
    /// Does each cell of a doubt about several have a line of its own?
    pub(crate) doubts_spread: bool,
    /// The agency over the years.
    pub(crate) years: Years,
    /// What changed since the version before.
    pub(crate) versions: Versions,
}

impl Open {
    /// A report as it is opened: on its findings.
    #[must_use]
    pub(crate) fn new(item: ItemId, form: &Form, assessed: Assessed, hints: Hints) -> Self {
        let Assessed { outcome, blocks } = assessed;
        let mut open = Self {
            item,
            outcome,
            hints,
            blocks,
            narrative: NarrativeState::Pending,
            ties: Vec::new(),
            screen: Screen::Findings,
            back: None,
            visit: None,
            findings: Findings::default(),
            tables: Tables::of(form),
            text: Prose::default(),
            notes: Window::default(),
            source: SourceTab::default(),
            doubts: Window::default(),
            doubts_spread: false,
            years: Years::default(),
            versions: Versions::default(),
        };
        open.arrange();
        open
    }

    /// All findings, those that are not shown last.
    pub(crate) fn all_findings(&self) -> impl Iterator<Item = &Finding> {
        self.outcome.findings.iter().chain(self.hints.aside())
    }

    /// Shows the hints, or no more; the cursor stays on its finding.
    pub(crate) fn show_hints(&mut self, shown: bool) {
        self.rearranged(|open| open.hints.show(shown));
    }

    /// Puts the cursor on the finding of this name, which is shown then; `false` if there is none.
    pub(crate) fn put_on(&mut self, name: Fingerprint) -> bool {
        if self.hints.aside().any(|hint| hint.fingerprint == name) {
            self.show_hints(true);
        }
        let place = self.place_of(name);
        self.findings.window.cursor = place.unwrap_or(self.findings.window.cursor);
        place.is_some()
    }

    fn place_of(&self, name: Fingerprint) -> Option<usize> {
        self.outcome.findings.iter().position(|finding| finding.fingerprint == name)
    }

    /// Puts the findings in the order of the list, and aside what is not shown.
    fn arrange(&mut self) {
        self.hints.sort(&mut self.outcome.findings);
        grouping::arrange(&mut self.outcome.findings, &self.blocks);
    }

    /// More is known about what is behind the broken equations: the text is at hand.
    pub(crate) fn explain(&mut self, blocks: Vec<Block>) {
        if self.blocks != blocks {
            // A preview counts the repairs of another explanation.
            self.findings.preview = None;
            self.blocks = blocks;
        }
    }

    /// The report has changed, and this is how it is now: goes on where `earlier` was. Its text stays on the screen
    /// until it is read anew.
    pub(crate) fn go_on_from(&mut self, earlier: Self, same_form: bool) {
        let current = earlier.finding().map(|finding| finding.fingerprint);
        self.show_hints(earlier.hints.shown());
        let found = current.and_then(|name| self.place_of(name));
        (self.back, self.visit) = (earlier.back, earlier.visit);
        (self.narrative, self.notes, self.doubts) = (earlier.narrative, earlier.notes, earlier.doubts);
        self.doubts_spread = earlier.doubts_spread;
        (self.text.window, self.text.line, self.text.scroll) =
            (earlier.text.window, earlier.text.line, earlier.text.scroll);
        if same_form {
            (self.screen, self.tables) = (earlier.screen, earlier.tables);
            (self.ties, self.source.cell) = (earlier.ties, earlier.source.cell);
        } else {
            (self.screen, self.tables.shown) = (earlier.screen.without_cell(), earlier.tables.shown);
        }
        let before = earlier.findings;
        self.findings.window = before.window;
        self.findings.window.cursor = found.unwrap_or(before.window.cursor);
        self.findings.marked = before.marked && found.is_some();
        let lost = current.filter(|_| found.is_none());
        let cursor = self.findings.window.cursor;
        self.findings.resumed = lost.map(|fingerprint| Resumed { fingerprint, marked: before.marked, cursor });
    }

    /// Its texts were checked, perhaps once more: what they were held against may have been read meanwhile.
    pub(crate) fn add_texts(&mut self, more: Outcome) {
        self.outcome.unchecked.retain(|entry| !matches!(entry.reason, WhyUnchecked::NotReadYet(_)));
        self.add(more);
    }

    /// More was found about the report: the cursor stays on its finding, or goes back to the one it was on before the
    /// report changed.
    pub(crate) fn add(&mut self, mut more: Outcome) {
        // Its texts may have been on their way already when it changed.
        more.findings.retain(|finding| self.all_findings().all(|known| known != finding));
        more.unchecked.retain(|entry| !self.outcome.unchecked.contains(entry));
        let resumed = self.findings.resumed.take().filter(|resumed| resumed.cursor == self.findings.window.cursor);
        self.append(more);
        let place = |resumed: &Resumed| self.place_of(resumed.fingerprint);
        if let Some((resumed, place)) = resumed.and_then(|resumed| Some((resumed, place(&resumed)?))) {
            self.findings.window.cursor = place;
            self.findings.marked = resumed.marked;
        }
    }

    fn append(&mut self, more: Outcome) {
        self.rearranged(|open| open.outcome.append(more));
    }

    /// Changes the findings; the cursor stays on its finding, or on its gap.
    fn rearranged(&mut self, change: impl FnOnce(&mut Self)) {
        let current = self.finding().map(|finding| finding.fingerprint);
        let beyond = self.findings.window.cursor.checked_sub(self.outcome.findings.len());
        change(self);
        self.arrange();
        self.findings.window.cursor = match (current, beyond) {
            (Some(current), _) => self.place_of(current).unwrap_or_default(),
            // On a gap below the findings; nobody has moved there before anything was found.
            (None, Some(gap)) if gap > 0 => self.outcome.findings.len() + gap,
            (None, _) => 0,
        };
    }

    /// Goes to the finding that was sought, if it is there by now.
    pub(crate) fn find_sought(&mut self, form: &Form) {
        let hidden = match &self.findings.sought {
            Some(Sought::Named(name) | Sought::Shown(name)) => self.hints.aside().any(|hint| hint.fingerprint == *name),
            Some(Sought::First(wanted) | Sought::Last(wanted)) => wanted.takes_hints(),
            None => return,
        };
        if hidden && !self.hints.shown() {
            self.show_hints(true);
        }
        let mut findings = self.outcome.findings.iter();
        let fits = |wanted: &Wanted, finding: &Finding| wanted.fits(finding.rule, finding.severity);
        let found = match &self.findings.sought {
            None => return,
            Some(Sought::First(wanted)) => findings.position(|finding| fits(wanted, finding)),
            Some(Sought::Last(wanted)) => findings.rposition(|finding| fits(wanted, finding)),
            Some(Sought::Named(name) | Sought::Shown(name)) => {
                findings.position(|finding| finding.fingerprint == *name)
            }
        };
        let Some(found) = found else { return };
        self.findings.window.cursor = found;
        if !matches!(self.findings.sought.take(), Some(Sought::Named(_))) {
            self.show_finding(form);
        }
    }

    /// The current finding.
    #[must_use]
    pub(crate) fn finding(&self) -> Option<&Finding> {
        self.outcome.findings.get(self.findings.window.cursor)
    }

    /// The current finding, if it is to be marked in the table shown.
    #[must_use]
    pub(crate) fn marked_finding(&self) -> Option<&Finding> {
        self.finding()
            .filter(|finding| self.findings.marked && finding.table.is_some() && self.table() == finding.table)
    }

    /// The current finding, if it is marked and speaks of passages in another report.
    #[must_use]
    pub(crate) fn copied(&self) -> Option<&Finding> {
        let copied = |finding: &&Finding| finding.evidence().iter().any(|passage| passage.report.is_some());
        self.finding().filter(|_| self.findings.marked).filter(copied)
    }

    /// The passages of this report that are to be marked: of the current finding, and of the one that one has come from.
    pub(crate) fn passages(&self) -> impl Iterator<Item = &Evidence> {
        let own = self.finding().filter(|_| self.findings.marked).map(Finding::evidence).unwrap_or_default();
        let own = own.iter().filter(|passage| passage.report.is_none());
        own.chain(self.visit.iter().flat_map(|visit| &visit.passages))
    }

    #[must_use]
    pub(crate) fn table(&self) -> Option<usize> {
        self.screen.is_of_table().then_some(self.tables.shown)
    }

    /// The cell under the cursor of the table shown.
    #[must_use]
    pub(crate) fn current_cell(&self, form: &Form) -> Option<Cell> {
        self.table().and_then(|_| self.tables.cell(form))
    }

    /// The numbers that the tables say too in some characters of a section.
    pub(crate) fn ties_in<'a>(&'a self, section: u8, span: &'a Range<usize>) -> impl Iterator<Item = &'a Tie> {
        // In the order of the text, which may be long.
        let first = self.ties.partition_point(|tie| (tie.claim.section, tie.claim.end) <= (section, span.start));
        let rest = self.ties.iter().skip(first);
        rest.take_while(move |tie| tie.claim.section == section && tie.claim.start < span.end)
    }

    /// Those of the line under the cursor of the text.
    pub(crate) fn ties_here(&self) -> impl Iterator<Item = &Tie> {
        let line = self.text.line.as_ref().filter(|_| self.screen == Screen::Text);
        line.into_iter().flat_map(|(section, span)| self.ties_in(*section, span))
    }

    /// Shows the first cell that says what a number on the line under the cursor says; from there it is one level out to
    /// the text.
    pub(crate) fn follow_tie(&mut self, form: &Form) {
        let cell = self.ties_here().find_map(|tie| tie.cells.first().copied());
        let Some(spec) = cell.and_then(|cell| form.spec(cell)) else { return };
        self.tables.show(spec);
        (self.screen, self.back) = (Screen::Table, Some(Screen::Text));
    }

    /// Shows the current finding in its table, with the cursor on the cell that stands for it.
    pub(crate) fn show_finding(&mut self, form: &Form) {
        match self.finding().and_then(Finding::passage) {
            Some(passage) => {
                let passage = (passage.section, passage.start);
                self.show_passage(passage);
            }
            None if self.finding().is_some_and(|finding| finding.table.is_none()) => self.screen = Screen::Findings,
            None => self.show_cells(form),
        }
        self.findings.marked = true;
        self.back = None;
    }

    /// Shows a cell in its table.
    pub(crate) fn show_cell(&mut self, form: &Form, cell: Cell) {
        let Some(spec) = form.spec(cell) else { return };
        self.tables.show(spec);
        self.screen = Screen::Table;
    }

    /// Shows the cells of the current finding where the text was shown, and the text where the cells were.
    pub(crate) fn show_other_side(&mut self, form: &Form) {
        match self.finding().and_then(Finding::passage).filter(|_| self.screen.is_of_table()) {
            Some(passage) => {
                let passage = (passage.section, passage.start);
                self.show_passage(passage);
            }
            None => self.show_cells(form),
        }
        self.findings.marked = true;
        self.back = None;
    }

    /// The passage is brought onto the screen once the text is there.
    fn show_passage(&mut self, passage: (u8, usize)) {
        self.text.passage = Some(passage);
        self.screen = Screen::Text;
    }

    fn show_cells(&mut self, form: &Form) {
        self.screen = self.screen.without_cell();
        let Some(finding) = self.finding() else { return };
        let (Some((row, column)), Some(table)) = (self.place_of_finding(finding, form), finding.table) else { return };
        self.tables.shown = table;
        self.tables.put(row, column);
        self.screen = Screen::Table;
    }

    /// The cell that the cursor would land on for the current finding.
    #[must_use]
    pub(crate) fn landing(&self, form: &Form) -> Option<Cell> {
        let finding = self.finding()?;
        let (row, column) = self.place_of_finding(finding, form)?;
        form.tables.get(finding.table?)?.at(row, column)
    }

    fn place_of_finding(&self, finding: &Finding, form: &Form) -> Option<(usize, usize)> {
        self.explained(finding, form).or_else(|| head_of(finding, form))
    }

    /// The cell of a finding that every explanation changes, and to the same value: where there is one reading only, that
    /// is what it names.
    fn explained(&self, finding: &Finding, form: &Form) -> Option<(usize, usize)> {
        let block = self.blocks.get(grouping::cause_of(&self.blocks, finding)?)?;
        let named = block.common.iter().filter(|cell| finding.cells.contains(cell)).filter_map(|cell| form.spec(*cell));
        named.map(|spec| (spec.row, spec.column)).next()
    }
}

/// Where the cursor goes for a finding that nothing explains: to the total that does not fit. Of a column's equation that is the left side's
/// first cell, of a row's the total.
fn head_of(finding: &Finding, form: &Form) -> Option<(usize, usize)> {
    let cell = finding.cells.first()?;
    let spec = form.spec(*cell)?;
    Some(match &finding.what {
        Violation::Broken(broken) => match broken.equation.line {
            EquationLine::Column(column) => (spec.row, column),
            EquationLine::Row(row) => (row, spec.column),
        },
        Violation::Faulty(_) | Violation::Said(_) => (spec.row, spec.column),
    })
}
