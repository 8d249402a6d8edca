//! The version before the open report, while the two are compared.

use crate::check::Outcome;
use crate::check::localise::Block;

use super::library::ItemId;

/// The version before.
#[derive(Debug)]
pub struct Earlier {
    /// Which.
    pub item: ItemId,
    /// What checking it gave.
    pub outcome: Outcome,
    /// Which cells were behind its broken equations.
    pub blocks: Vec<Block>,
    /// Were its texts checked too?
    pub texts: bool,
}
