//! What the desk remembers of the reviewer's work from one key to the next.

use crate::journal::{Act, Audience, Status, Verdict};
use crate::tui::overlay::editor::Editor;
use crate::tui::overlay::picker::Chosen;

use super::library::ItemId;

/// What was done last, what comes next, and what waits below a list.
#[derive(Debug, Default)]
pub(crate) struct Work {
    /// The last review act, for doing it again.
    pub(crate) last: Option<Deed>,
    /// The report that the next jump leads to: offered when the last finding of a report was decided on.
    pub(crate) offered: Option<ItemId>,
    /// What is to be said once the acts on their way are on disk.
    pub(crate) then: Option<String>,
    /// What was chosen from a list, to be carried out at once.
    pub(crate) chosen: Option<Chosen>,
    /// The note being written below the list that lies over it.
    pub(crate) beneath: Option<Box<Editor>>,
    /// Why a report (or, without one, all that are marked) was to be returned: written, and given up for now.
    pub(crate) unsent: Option<(Option<ItemId>, String)>,
    /// Words of an earlier session that the reviewer has not been asked about, or not to the end.
    pub(crate) left_over: Vec<Act>,
}

/// A review act without what it is on.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Deed {
    /// A decision on a finding.
    Verdict(Verdict),
    /// Its words, and who may read them.
    Note(String, Audience),
    /// A status; of a return with its date, and why.
    Status(Status, Option<jiff::civil::Date>, String),
}
