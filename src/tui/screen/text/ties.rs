//! What the numbers of the text are in the tables, in words.

use crate::check::{self, Agreement, Tie};
use crate::tui::model::{Model, Opened};

/// Of those on the line under the cursor; `None` where there are none.
pub(crate) fn peek(model: &Model) -> Option<String> {
    let opened = model.opened()?;
    let texts: Vec<String> = opened.open.ties_here().map(|tie| text(&opened, model, tie)).collect();
    (!texts.is_empty()).then(|| texts.join("  "))
}

/// `收到申请 51件 ≠ 一、本年新收·总计 50`.
pub(crate) fn text(opened: &Opened<'_>, model: &Model, tie: &Tie) -> String {
    let words = &model.words().desk;
    let cells: Vec<String> =
        tie.cells.iter().take(2).map(|&cell| check::cell_name(opened.form, cell, model.given.lang)).collect();
    let more = if tie.cells.len() > cells.len() { " …" } else { "" };
    let metric = match tie.claim.who {
        Some(who) => format!("{} {}", tie.metric.name(model.given.lang), who.name(model.given.lang)),
        None => tie.metric.name(model.given.lang).to_owned(),
    };
    let stated = format!("{}{}", tie.claim.value, tie.claim.unit);
    let cells = cells.join(model.words().check.separator()) + more;
    match (tie.standing, tie.table) {
        (_, None) => words.tie_no_number(metric, stated, cells),
        (Agreement::Agrees, Some(table)) => words.tie_agrees(metric, stated, cells, table),
        (Agreement::Differs, Some(table)) => words.tie_differs(metric, stated, cells, table),
        (Agreement::Apart, Some(table)) => words.tie_apart(metric, stated, cells, table),
    }
}
