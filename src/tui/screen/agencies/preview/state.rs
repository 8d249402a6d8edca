//! The report under the cursor of the list, in brief beside it: what was found, in words as far as that is cheap.

use crate::check::Finding;
use crate::tui::model::ItemId;

/// What the preview shows, worked out when the cursor comes to another report.
#[derive(Debug, Default)]
pub(crate) struct Preview {
    /// Does the reviewer want it? Until they say so, that depends on how large the screen is.
    pub(crate) wanted: Option<bool>,
    /// Of which report the findings are.
    pub(crate) of: Option<ItemId>,
    /// Those about its numbers; what was found about its texts is known in brief only.
    pub(crate) findings: Vec<Finding>,
}
