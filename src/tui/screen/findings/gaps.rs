//! What is not known of the open report, below its findings: what could not be checked, and the doubts of the reader.
//! Silence is never to be read as "correct".

use crate::check;
use crate::tui::model::{Model, NarrativeState};

/// In the order of the list: that nothing of the text was checked, for the report could not be opened; one line for each
/// reason why rules could not be applied; one for each doubt.
#[must_use]
pub(crate) fn gaps(model: &Model) -> Vec<String> {
    let Some(opened) = model.opened() else { return Vec::new() };
    let (words, desk) = (&model.words().output, &model.words().desk);
    let reasons = check::gaps_by_reason(opened.form, &opened.open.outcome.unchecked, model.given.lang);
    match &opened.open.narrative {
        NarrativeState::Failed(why) => std::iter::once(why.to_string()).chain(reasons).collect(),
        NarrativeState::Pending => reasons,
        NarrativeState::Ready(narrative) => {
            let doubts = narrative.remarks.iter().filter(|remark| !remark.again).map(|remark| {
                let line = remark.line.map(|line| desk.remark_line(line)).unwrap_or_default();
                format!("{} {line}{}", words.remark(), remark.text(model.words()))
            });
            reasons.into_iter().chain(doubts).collect()
        }
    }
}

/// The gap under the cursor of the list.
#[must_use]
pub(crate) fn current(model: &Model) -> Option<String> {
    let open = model.open.as_ref()?;
    let index = open.findings.window.cursor.checked_sub(open.outcome.findings.len())?;
    gaps(model).into_iter().nth(index)
}
