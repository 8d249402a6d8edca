//! Pages of which a part was not read: one remark for each cause, with their numbers.

use crate::read::document::doubt::{Doubt, Doubts};
use crate::read::document::{Document, Why};

/// No more pages than this are named.
const MAX_NAMED: usize = 20;

/// Remarks on pages that were not read as a whole.
pub(in crate::read) fn remark(document: &Document, doubts: &mut Doubts) {
    for (why, kind) in [(Why::Drawing, Doubt::TooMuchDrawn), (Why::Font, Doubt::UnreadFont)] {
        let pages = document.partly.iter().filter(|partly| partly.why == why).map(|partly| partly.page.to_string());
        let mut named: Vec<String> = pages.take(MAX_NAMED + 1).collect();
        if named.len() > MAX_NAMED {
            named.truncate(MAX_NAMED);
            named.push("…".to_owned());
        }
        if !named.is_empty() {
            doubts.add(kind, "", 0, &[("pages", &named.join("、"))]);
        }
    }
}
