//! The text of the open report, broken into the lines of the tab.

use super::model::{Model, Story};

/// One line of the tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProseLine {
    /// The section it belongs to; 0 before the first.
    pub section: u8,
    /// Is it a heading?
    pub heading: bool,
    /// The line, without tabs, at most as wide as asked.
    pub text: String,
}

/// Two cells for the cursor's marker, and two to keep the right side readable.
const MARGIN: usize = 4;

/// All lines at this width; none while the text is being read.
#[must_use]
pub fn lines(model: &Model, width: usize) -> Vec<ProseLine> {
    let Some(Story::Ready(narrative)) = model.open.as_ref().map(|open| &open.story) else { return Vec::new() };
    let measure = model.display.measure;
    let room = width.saturating_sub(MARGIN).max(1);
    let wrap = |text: &str| measure.wrap(&measure.expand_tabs(text, 4), room);
    let mut lines = Vec::new();
    if let Some(title) = &narrative.title {
        lines.extend(wrap(title).into_iter().map(|text| ProseLine { section: 0, heading: true, text }));
    }
    for section in &narrative.sections {
        let mut push = |heading, text| lines.push(ProseLine { section: section.number, heading, text });
        wrap(&section.heading).into_iter().for_each(|text| push(true, text));
        for line in section.text.lines() {
            wrap(line).into_iter().for_each(|text| push(false, text));
        }
    }
    lines
}
