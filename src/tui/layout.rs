//! Where things stand on the screen: the one answer for the views that draw and the updates that page.

use ratatui::layout::{Rect, Size};

use super::model::{Model, Screen};

/// Below this nothing useful can be drawn; the screen says so.
pub(crate) const SMALLEST: Size = Size { width: 24, height: 6 };

/// From this width on the panel of a report stands beside its list, table or text.
const WIDE: u16 = 160;

/// From this width on the preview can stand beside the list of agencies, else from this height on below it.
const PREVIEW: Size = Size { width: 120, height: 40 };

/// From this width or height on it is there unasked: below, what it adds to every key over a slow line is asked for.
const UNASKED: Size = Size { width: 140, height: 50 };

/// The parts of the screen; a part without room has no height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Regions {
    pub(crate) top: Rect,
    /// The tabs of a report, or the filters of the list.
    pub(crate) tabs: Rect,
    /// The heading of a list or table.
    pub(crate) head: Rect,
    /// The lines of the list, table or text.
    pub(crate) body: Rect,
    /// The equation of the current finding.
    pub(crate) panel: Rect,
    /// The cell under the cursor, or a notice.
    pub(crate) peek: Rect,
    /// What can be done now.
    pub(crate) footer: Rect,
}

/// The parts of the screen for what the model shows.
#[must_use]
pub(crate) fn regions(model: &Model) -> Regions {
    let area = Rect::new(0, 0, model.size.width, model.size.height);
    let mut left = area;
    let take_top = |left: &mut Rect, height: u16| {
        let height = height.min(left.height);
        let part = Rect { height, ..*left };
        left.y += height;
        left.height -= height;
        part
    };
    let top = take_top(&mut left, 1);
    let tabs = take_top(&mut left, 1);
    let mut head = take_top(&mut left, head_height(model));
    let mut take_bottom = |height: u16| {
        let height = height.min(left.height);
        left.height -= height;
        Rect { y: left.bottom(), height, ..left }
    };
    let footer = take_bottom(1);
    let peek = take_bottom(1);
    let height = panel_height(model);
    if height > 0 && is_beside(model) {
        let width = left.width * 2 / 5;
        left.width -= width;
        head.width = left.width;
        let panel = Rect { x: left.right(), y: head.y, width, height: head.height + left.height };
        return Regions { top, tabs, head, body: left, panel, peek, footer };
    }
    let panel = take_bottom(height);
    Regions { top, tabs, head, body: left, panel, peek, footer }
}

/// Does the panel, where there is one, stand beside what it explains?
#[must_use]
pub(crate) fn is_beside(model: &Model) -> bool {
    match model.open.as_ref() {
        None => model.size.width >= PREVIEW.width,
        // Copied passages are read in two columns.
        Some(open) if open.screen == Screen::Text && open.copied().is_some() => false,
        Some(_) => model.size.width >= WIDE,
    }
}

/// Is there room for the preview of the report under the cursor of the list?
#[must_use]
pub(crate) fn has_room_for_preview(size: Size) -> bool {
    size.height >= 11 && (size.width >= PREVIEW.width || size.height >= PREVIEW.height)
}

fn preview_height(model: &Model) -> u16 {
    let size = model.size;
    let unasked = size.width >= UNASKED.width || size.height >= UNASKED.height;
    let shown = has_room_for_preview(size) && model.preview.wanted.unwrap_or(unasked);
    if shown { size.height * 2 / 5 } else { 0 }
}

fn head_height(model: &Model) -> u16 {
    u16::from(model.screen().has_heading())
}

fn panel_height(model: &Model) -> u16 {
    let Some(open) = model.open.as_ref() else { return preview_height(model) };
    let wanted = match open.screen {
        Screen::Findings | Screen::Notes => 12,
        // Passages to compare are long.
        Screen::Text if open.copied().is_some() => u16::MAX,
        Screen::Source | Screen::Doubts | Screen::Versions => 6,
        Screen::Years => 8,
        Screen::Text if (open.findings.marked && open.finding().is_some()) || model.size.width >= WIDE => 7,
        Screen::Table => 9,
        Screen::Agencies | Screen::Text | Screen::Cell => 0,
    };
    // The list or table comes first.
    let height = model.size.height;
    let share = if open.screen == Screen::Table { height * 2 / 5 } else { height / 2 };
    if height < 11 { 0 } else { wanted.min(share) }
}
