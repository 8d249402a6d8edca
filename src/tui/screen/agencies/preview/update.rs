//! The preview of the report under the cursor of the list: worked out once for each report, from what is in memory.

use crate::check::Finding;
use crate::tui::layout;
use crate::tui::model::{ItemId, Model, Tone};

/// Shows it, or hides it.
pub(crate) fn toggle(model: &mut Model) {
    let wanted = !is_shown(model);
    model.preview.wanted = Some(wanted);
    let words = &model.words().see;
    model.say(Tone::Plain, if wanted { words.preview_on() } else { words.preview_off() });
}

fn is_shown(model: &Model) -> bool {
    model.open.is_none() && layout::has_preview(model)
}

/// Brings it into line with the cursor; with `changed`, also where the cursor has stayed.
pub(crate) fn settle(model: &mut Model, changed: bool) {
    let item = model.list.current().filter(|_| is_shown(model));
    if item == model.preview.of && !changed {
        return;
    }
    let findings = item.map(|item| findings(model, item)).unwrap_or_default();
    (model.preview.of, model.preview.findings) = (item, findings);
}

/// The findings that take no text: checking the numbers of one report takes a few hundred microseconds at most.
fn findings(model: &Model, item: ItemId) -> Vec<Finding> {
    model.case(item).map(|case| case.numbers().findings).unwrap_or_default()
}
