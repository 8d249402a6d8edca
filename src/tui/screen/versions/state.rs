//! The version before the open report, while the two are compared.

use crate::check::Outcome;
use crate::check::localise::Block;
use crate::tui::model::{ItemId, Window};

/// What changed since the version before, as it is looked at.
#[derive(Debug, Default)]
pub(crate) struct Versions {
    /// The cursor in it.
    pub(crate) window: Window,
    /// The version before, once somebody has looked at what changed.
    pub(crate) earlier: Option<Earlier>,
}

/// The version before.
#[derive(Debug)]
pub(crate) struct Earlier {
    pub(crate) item: ItemId,
    /// What checking it gave.
    pub(crate) outcome: Outcome,
    /// Which cells were behind its broken equations.
    pub(crate) blocks: Vec<Block>,
    /// Were its texts checked too?
    pub(crate) texts: bool,
}
