//! What is being written out, and where things go.

use crate::journal::ReportKey;
use crate::report::SafeText;
use crate::tui::outgoing::OutOrder;

/// What goes out of the desk.
#[derive(Debug, Default)]
pub(crate) struct Out {
    /// Where it goes; `None`: nowhere.
    pub(crate) place: Option<SafeText>,
    /// What is being prepared or written.
    pub(crate) running: Option<OutRunning>,
    /// The report whose notice is wanted as soon as its return is on disk.
    pub(crate) after: Option<ReportKey>,
    /// What was written while the reviewer was leaving, in words: said when the terminal is given back.
    pub(crate) last: Option<String>,
}

/// Something that is being prepared or written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OutRunning {
    pub(crate) order: OutOrder,
    /// Is it written, or only shown?
    pub(crate) writes: bool,
    /// How far it is: so many reports, of so many.
    pub(crate) told: (u64, u64),
}
