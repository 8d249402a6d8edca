//! What the list of agencies is set to: what a saved filter and a session keep of it.

use super::chip::Chips;
use super::order::Order;

/// What is shown, and in what order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Setting {
    /// What the names are searched for.
    pub filter: String,
    /// What else they must have.
    pub chips: Chips,
    pub order: Order,
    /// The year; `None`: the latest of each agency.
    pub year: Option<u16>,
}
