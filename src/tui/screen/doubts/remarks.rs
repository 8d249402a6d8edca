//! The reading doubts of the open report, and what reviewers found when they compared them with the document.
//!
//! What a reviewer says of a reading is an act in the journal and is shown as such: no number of the report changes.

use crate::form::Cell;
use crate::journal::{Act, ActKind, Comparison, ReportReview, Seen, Target};
use crate::report::{Lean, Remark, SafeText};
use crate::terminal::glyphs::SAFE;
use crate::tui::model::{Model, NarrativeState, Opened, Screen, marks, seen};
use crate::words::{Lang, Words};

/// What was said of a reading.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Said<'a> {
    pub(crate) act: &'a Act,
    pub(crate) reading: Comparison,
    /// Was something else read when it was said?
    pub(crate) stale: bool,
}

/// The doubts of the open report, in the order of the document; none while it is being read.
#[must_use]
pub(crate) fn remarks(model: &Model) -> &[Remark] {
    match model.open.as_ref().map(|open| &open.narrative) {
        Some(NarrativeState::Ready(narrative)) => &narrative.remarks,
        _ => &[],
    }
}

/// How many doubts the open report has: known before its narrative is there.
#[must_use]
pub(crate) fn len(model: &Model) -> usize {
    let said = model.opened().map_or(0, |opened| opened.lean.remarks);
    match remarks(model).len() {
        0 => usize::try_from(said).unwrap_or(0),
        read => read,
    }
}

/// The doubt under the cursor, while the tab is shown.
#[must_use]
pub(crate) fn current(model: &Model) -> Option<&Remark> {
    let open = model.open.as_ref().filter(|open| open.screen == Screen::Doubts)?;
    remarks(model).get(open.doubts.cursor)
}

/// The cell that a doubt is about, if the form has it.
#[must_use]
pub(crate) fn cell(remark: &Remark, opened: &Opened<'_>) -> Option<Cell> {
    opened.form.cell(remark.cell.as_deref()?)
}

/// How many cells a doubt is about: its own, and those of which the remarks behind it say the same again.
#[must_use]
pub(crate) fn cells_of(model: &Model, remark: &Remark) -> Option<usize> {
    let all = remarks(model);
    let at = all.iter().position(|other| std::ptr::eq(other, remark))?;
    remark.cell.as_ref()?;
    Some(1 + all.iter().skip(at + 1).take_while(|other| other.again).count())
}

/// Of how many of these something was said that still holds.
#[must_use]
pub(crate) fn compared_of(model: &Model, opened: &Opened<'_>, remark: &Remark) -> usize {
    let (all, review) = (remarks(model), model.review_of(opened.open.item));
    let Some(at) = all.iter().position(|other| std::ptr::eq(other, remark)) else { return 0 };
    let same = all.iter().skip(at + 1).take_while(|other| other.again);
    let is_said = |remark: &&Remark| said(remark, opened, review).is_some_and(|said| !said.stale);
    std::iter::once(remark).chain(same).filter(is_said).count()
}

/// What an act on a doubt is about: its cell, else the report.
#[must_use]
pub(crate) fn target(remark: &Remark) -> Target {
    remark.cell.as_ref().map_or(Target::Report, |id| Target::Cell(id.clone()))
}

/// What a reviewer has before their eyes of a doubt: the value of its cell, else the doubt itself.
#[must_use]
pub(crate) fn seen(remark: &Remark, lean: &Lean) -> Option<Seen> {
    match &remark.cell {
        Some(id) => seen::of_id(id, lean),
        // An act finds its doubt again in whatever language the desk speaks by then.
        None => Seen::doubt(&remark.kind, remark.page, remark.line, &remark.text(Lang::Zh.words())),
    }
}

/// What was said of a doubt.
#[must_use]
pub(crate) fn said<'a>(remark: &Remark, opened: &Opened<'_>, review: Option<ReportReview<'a>>) -> Option<Said<'a>> {
    let seen = seen(remark, opened.lean);
    of_act(review?.reading_act(&target(remark), seen.as_ref())?, opened)
}

/// What was said of the reading of a cell.
#[must_use]
pub(crate) fn said_of_cell<'a>(cell: Cell, opened: &Opened<'_>, review: Option<ReportReview<'a>>) -> Option<Said<'a>> {
    let target = Target::Cell(SafeText::line(opened.form.id(cell)));
    of_act(review?.reading_act(&target, None)?, opened)
}

fn of_act<'a>(act: &'a Act, opened: &Opened<'_>) -> Option<Said<'a>> {
    let ActKind::Reading(reading) = act.kind else { return None };
    Some(Said { act, reading, stale: opened.item.sheet().is_some_and(|sheet| marks::is_stale_act(act, sheet)) })
}

impl Said<'_> {
    /// In words: `已更正：应为 51（li）`.
    #[must_use]
    pub(crate) fn text(&self, words: &Words) -> String {
        let desk = &words.desk;
        let text = match self.reading {
            Comparison::Confirmed => desk.reading_confirmed(&self.act.by),
            Comparison::Corrected => desk.reading_corrected(&self.act.text, &self.act.by),
        };
        if self.stale { text + desk.stale() } else { text }
    }

    /// The sign of a cell or doubt of which this was said; of what was said of another value there is none.
    #[must_use]
    pub(crate) fn sign(&self) -> &'static str {
        match self.reading {
            _ if self.stale => OPEN,
            Comparison::Confirmed => SAFE.yes,
            Comparison::Corrected => SAFE.no,
        }
    }
}

/// The sign of a doubt on which nobody has said anything.
pub(crate) const OPEN: &str = "?";

/// The cells of the open report whose reading was in doubt or was compared, with their signs.
#[must_use]
pub(crate) fn signs(model: &Model, opened: &Opened<'_>) -> Vec<(Cell, &'static str)> {
    let review = model.review_of(opened.open.item);
    let doubtful = remarks(model).iter().filter_map(|remark| cell(remark, opened));
    let compared = review.into_iter().flat_map(|review| review.readings()).filter_map(|act| match &act.target {
        Target::Cell(id) => opened.form.cell(id),
        _ => None,
    });
    let mut cells: Vec<Cell> = doubtful.chain(compared).collect();
    cells.sort_unstable();
    cells.dedup();
    let sign = |cell| said_of_cell(cell, opened, review).map_or(OPEN, |said| said.sign());
    cells.into_iter().map(|cell| (cell, sign(cell))).collect()
}
