//! What is not known of the open report, below its findings: what could not be checked, and the doubts of the reader.
//! Silence is never to be read as "correct".

use std::collections::HashMap;

use crate::check;
use crate::report::Remark;
use crate::tui::model::{Model, NarrativeState};
use crate::words::Words;

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
            let doubts = by_text(&narrative.remarks, model.words()).into_iter().map(|(text, first, count)| {
                let place = match (first.line, count) {
                    (Some(line), 1) => desk.remark_line(line),
                    (None, 1) => String::new(),
                    (Some(line), count) => desk.remark_lines(line, count),
                    (None, count) => desk.remark_times(count),
                };
                format!("{} {place}{text}", words.remark())
            });
            reasons.into_iter().chain(doubts).collect()
        }
    }
}

/// Doubts that say the same are one: the first of them, and how many there are, in the order of the document.
fn by_text<'r>(remarks: &'r [Remark], words: &Words) -> Vec<(String, &'r Remark, usize)> {
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut lines: Vec<(String, &Remark, usize)> = Vec::new();
    for remark in remarks.iter().filter(|remark| !remark.again) {
        let text = remark.text(words).to_string();
        match known.get(&text).and_then(|at| lines.get_mut(*at)) {
            Some((_, _, count)) => *count += 1,
            None => {
                known.insert(text.clone(), lines.len());
                lines.push((text, remark, 1));
            }
        }
    }
    lines
}

/// The gap under the cursor of the list.
#[must_use]
pub(crate) fn current(model: &Model) -> Option<String> {
    let open = model.open.as_ref()?;
    let index = open.findings.window.cursor.checked_sub(open.outcome.findings.len())?;
    gaps(model).into_iter().nth(index)
}
