//! The agency under the cursor in one line, for those who do not see it drawn.

use crate::journal::Status;
use crate::tui::model::Model;
use crate::tui::{rounds, together};
use crate::words::CommandId;

/// Where it is in the list, how far its review is, and what was found.
pub(crate) fn agency(model: &Model) -> String {
    let words = model.words();
    let Some(item) = model.list.current().and_then(|item| model.library.get(item)) else {
        let loading = model.library.is_empty() && !model.directory.loading.done;
        return if loading { words.desk.still_loading() } else { words.desk.nothing_shown() }.to_owned();
    };
    let position = format!("{}/{}", model.list.window.cursor + 1, model.list.visible.len());
    match &item.body {
        Ok(sheet) => {
            let mark = model.list.current().and_then(|item| model.journal.marks.get(item)).unwrap_or_default();
            let severity = &words.severity;
            let counts = [
                (severity.error(), sheet.counts.error),
                (severity.warning(), sheet.counts.warning),
                (severity.remark_mark(), sheet.lean.remarks),
                (CommandId::TabNotes.text(words.lang).short, mark.notes),
            ];
            let counts: Vec<String> =
                counts.iter().filter(|(_, count)| *count > 0).map(|(name, count)| format!("{name} {count}")).collect();
            let shared = model.list.current().map(|item| together::shared(model, item)).unwrap_or_default();
            let counts = counts.into_iter().chain(shared).collect::<Vec<_>>().join(" ");
            let status = rounds::long_status_text(words, mark, model.journal.marks.today);
            let marked = model.list.current().is_some_and(|item| model.selection.contains(item));
            let marked = if marked { words.act.selected(model.selection.len()) } else { String::new() };
            format!("{position} {} {status} {counts} {marked}", sheet.lean.head.name()).trim_end().to_owned()
        }
        Err(why) => {
            let mark = model.list.current().and_then(|item| model.journal.marks.get(item)).unwrap_or_default();
            let status = match mark.status {
                Status::Unreviewed => String::new(),
                _ => format!("{} ", rounds::long_status_text(words, mark, model.journal.marks.today)),
            };
            match model.absent_here() {
                Some(head) => format!("{position} {} {} {why}", head.name(), words.desk.missing()),
                None => format!("{position} {} {status}{} {why}", item.id, words.desk.unreadable()),
            }
        }
    }
}
