//! The overview as a text in columns.

use crate::tui::lines::Lines;
use crate::tui::model::Model;

use super::{update, view};

/// How far the review is, and all bars as numbers.
pub(crate) fn text(model: &Model) -> String {
    let overview = update::counted(model);
    let words = &model.words().see;
    let mut lines = view::progress_texts(model, &overview.progress);
    let top = view::top_level(&overview);
    for group in &overview.groups {
        let number = |count: usize| if count > 0 { count.to_string() } else { String::new() };
        let rows = group
            .bars
            .iter()
            .map(|bar| vec![view::label(bar, model, top), bar.reports.to_string(), number(bar.findings)]);
        let head = [view::name(group.kind, model.words()), words.bar_head_reports(), words.bar_head_findings()];
        let table = Lines { head: head.map(str::to_owned).to_vec(), rows: rows.collect() };
        lines.push(String::new());
        lines.push(table.text(model.display.measure));
    }
    lines.join("\n")
}
