//! Where things stand on the screen: the one answer for the views that draw and the updates that page.

use ratatui::layout::{Rect, Size};

use super::model::{Model, PanelNeed, Screen};

/// Below this nothing useful can be drawn; the screen says so.
pub(crate) const SMALLEST: Size = Size { width: 24, height: 6 };

/// From this width on the panel of a report stands beside its list, table or text.
const WIDE: u16 = 160;

/// From this width on the preview can stand beside the list of agencies, else from this height on below it.
const PREVIEW: Size = Size { width: 120, height: 40 };

/// From this width or height on it is there unasked: below, what it adds to every key over a slow line is asked for.
const UNASKED: Size = Size { width: 140, height: 50 };

/// From this width on the table stands beside list and preview.
const THREE: u16 = 190;

/// A panel of fewer lines says too little to be worth its line across.
const LEAST_PANEL: usize = 6;

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
    /// Beside the preview of a report: the table that it speaks of.
    pub(crate) third: Rect,
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
    let head = take_top(&mut left, head_height(model));
    let mut take_bottom = |height: u16| {
        let height = height.min(left.height);
        left.height -= height;
        Rect { y: left.bottom(), height, ..left }
    };
    let footer = take_bottom(1);
    let peek = take_bottom(1);
    let need = model.room.panel;
    if is_beside(model) {
        if !need.is_any() {
            return Regions { top, tabs, head, body: left, peek, footer, ..Regions::default() };
        }
        return beside(model, left, Regions { top, tabs, head, peek, footer, ..Regions::default() });
    }
    let panel = take_bottom(below(model, left_height(model), need));
    Regions { top, tabs, head, body: left, panel, peek, footer, ..Regions::default() }
}

/// The panel beside what it explains, and beside the preview the table it speaks of, where there is room for both.
fn beside(model: &Model, mut left: Rect, mut regions: Regions) -> Regions {
    let width = panel_width(model);
    let third = model.room.panel.third.min(left.width * 2 / 5);
    let panel_top = regions.head.y;
    let height = regions.head.height + left.height;
    left.width = left.width.saturating_sub(width + third);
    regions.head.width = left.width;
    regions.panel = Rect { x: left.right(), y: panel_top, width, height };
    regions.third = Rect { x: regions.panel.right(), y: panel_top, width: third, height };
    Regions { body: left, ..regions }
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

/// Is there room for the table that the preview speaks of?
#[must_use]
pub(crate) fn has_room_for_glance(model: &Model) -> bool {
    model.open.is_none() && model.size.width >= THREE && model.size.height >= PREVIEW.height / 2
}

/// Is the preview shown?
#[must_use]
pub(crate) fn has_preview(model: &Model) -> bool {
    let size = model.size;
    let unasked = size.width >= UNASKED.width || size.height >= UNASKED.height;
    has_room_for_preview(size) && model.preview.wanted.unwrap_or(unasked)
}

/// How wide the panel is, if there is one.
#[must_use]
pub(crate) fn panel_width(model: &Model) -> u16 {
    match is_beside(model) {
        false => model.size.width,
        true if has_room_for_glance(model) => model.size.width / 4,
        true => model.size.width * 2 / 5,
    }
}

fn head_height(model: &Model) -> u16 {
    u16::from(model.screen().has_heading())
}

/// What is left for the lines and the panel below them.
fn left_height(model: &Model) -> u16 {
    model.size.height.saturating_sub(4 + head_height(model))
}

/// How high the panel below is: the lines come first, and the panel takes what its content needs of what they leave. Of
/// a table half must be left, so that one page more shows all of it.
fn below(model: &Model, room: u16, need: PanelNeed) -> u16 {
    if model.size.height < 11 {
        return 0;
    }
    let room = usize::from(room);
    let rows = model.room.rows.unwrap_or(usize::MAX);
    let content = if need.lines > 0 { need.lines.saturating_add(1) } else { 0 };
    let least = match model.screen().has_columns() {
        true => rows.div_ceil(2).min(room.saturating_sub(LEAST_PANEL)).max(room / 2),
        false => room / 2,
    };
    let free = room - rows.min(room.saturating_sub(content).max(least));
    let panel = match content {
        0 if free < LEAST_PANEL || need.spare == 0 => 0,
        0 => free.min(need.spare.saturating_add(1)),
        _ => free.min(content.saturating_add(need.spare)),
    };
    u16::try_from(panel).unwrap_or(0)
}
