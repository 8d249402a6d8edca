//! What the list of agencies is set to: what a saved filter and a session keep of it.

use super::chip::Chips;
use super::column::Columns;
use super::order::Order;

/// What is shown, and in what order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Setting {
    /// What the names are searched for.
    pub(crate) filter: String,
    /// What else they must have.
    pub(crate) chips: Chips,
    pub(crate) order: Order,
    /// The year; `None`: the latest of each agency.
    pub(crate) year: Option<u16>,
    pub(crate) columns: Columns,
}
