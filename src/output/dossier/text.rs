//! The text of a report, with the passages that findings quote.

use serde::Serialize;

use crate::check::Mask;

use super::gather::FiledReport;

/// A section.
#[derive(Serialize)]
pub(super) struct TextData {
    name: String,
    text: String,
    /// Passages: the first character, the one after the last, and which finding of the page quotes them.
    marks: Vec<(usize, usize, usize)>,
}

/// The sections that have a text, in their order.
pub(super) fn texts(report: &FiledReport<'_>, mask: &Mask) -> Vec<TextData> {
    let sections = report.submission.now.checked.sections.iter();
    let data = sections.filter(|section| !section.text.trim().is_empty()).map(|section| {
        let text = mask.hide(&section.text);
        // What is hidden stands on as many characters as before; should it not, a mark would be on something else.
        let is_in_place = text.chars().count() == section.text.chars().count();
        let marks = report.entries.iter().enumerate().filter(|(_, entry)| is_in_place && !entry.is_solved);
        let marks = marks.flat_map(|(at, entry)| {
            let own = entry.finding.evidence().iter();
            let own = own.filter(|shown| shown.report.is_none() && shown.section == section.number);
            own.filter(|shown| shown.start < shown.end).map(move |shown| (shown.start, shown.end, at))
        });
        let mut marks: Vec<(usize, usize, usize)> = marks.collect();
        marks.sort_unstable();
        TextData { name: mask.hide(&section.heading), text, marks }
    });
    data.collect()
}
