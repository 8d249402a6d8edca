//! The version before the open report, while the two are compared.

use crate::check::Outcome;
use crate::check::localise::Block;
use crate::tui::model::{ItemId, Window};

/// What changed since the version before, as it is looked at.
#[derive(Debug, Default)]
pub struct Versions {
    /// The cursor in it.
    pub window: Window,
    /// The version before, once somebody has looked at what changed.
    pub earlier: Option<Earlier>,
}

/// The version before.
#[derive(Debug)]
pub struct Earlier {
    pub item: ItemId,
    /// What checking it gave.
    pub outcome: Outcome,
    /// Which cells were behind its broken equations.
    pub blocks: Vec<Block>,
    /// Were its texts checked too?
    pub texts: bool,
}
