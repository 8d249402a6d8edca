//! Words of an earlier session, drawn and said.

use ratatui::layout::Position;

use crate::journal::{Act, describe_act};
use crate::tui::about;
use crate::tui::model::Model;
use crate::tui::view::paint::Canvas;
use crate::tui::view::popup::menu;

use super::LeftOver;

/// The question first, then the words it is about; on a small screen the cursor stays on it.
pub(crate) fn draw(canvas: &mut Canvas<'_>, model: &Model, list: LeftOver) -> Option<Position> {
    let words = &model.words().desk;
    let title = words.drafts_found(model.work.left_over.len());
    let room = canvas.area().height.saturating_sub(4).max(1);
    let first = (list.cursor + 1).saturating_sub(usize::from(room));
    let mut lines: Vec<String> = lines(model).into_iter().skip(first).take(room.into()).collect();
    lines.push(words.drafts_hint().to_owned());
    menu(canvas, &title, lines, list.cursor - first);
    None
}

/// The same in lines: the one under the cursor.
pub(crate) fn said(model: &Model, list: LeftOver) -> Vec<String> {
    let words = &model.words().desk;
    let title = words.drafts_found(model.work.left_over.len());
    let line = lines(model).into_iter().nth(list.cursor).map(|line| format!("> {line}"));
    [Some(title), line, Some(words.drafts_hint().to_owned())].into_iter().flatten().collect()
}

/// A line for each: whose, where, what it is and who may read it, and how it begins.
pub(crate) fn lines(model: &Model) -> Vec<String> {
    model.work.left_over.iter().map(|act| line(model, act)).collect()
}

fn line(model: &Model, act: &Act) -> String {
    let target = about::target_name(model, about::item_of(model, act), &act.target);
    let first = act.words().lines().next().unwrap_or_default();
    let kind = describe_act(act, model.words());
    format!("{}  {target}  {kind}  {first}", about::report_name(model, &act.report))
}
