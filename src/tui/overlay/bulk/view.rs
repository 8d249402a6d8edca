//! What will be done to which reports, drawn and said.

use ratatui::layout::{Position, Rect};

use crate::tui::act::{deed_text, first_line};
use crate::tui::model::{Deed, Model};
use crate::tui::theme;
use crate::tui::view::paint::{Canvas, column, run};
use crate::tui::view::popup::popup;
use crate::words::Words;

use super::{Bulk, BulkDeed, BulkLine, room};

/// How many lines the plain desk says at once.
const SAID: usize = 10;

/// The widest that a name may be.
const NAME: usize = 40;

/// Draws the preview of an act on many.
pub(crate) fn draw(canvas: &mut Canvas<'_>, model: &Model, bulk: &Bulk) -> Option<Position> {
    let words = model.words();
    let size = room::size(model.size);
    let wanted = u16::try_from(bulk.lines.len()).unwrap_or(u16::MAX).saturating_add(room::TITLE + 1);
    let inner = popup(canvas, size.width, size.height.min(wanted), words.act.confirm());
    let title = Rect { height: room::TITLE.min(inner.height), ..inner };
    let lines = canvas.measure.wrap(&title_of(words, bulk), usize::from(inner.width));
    for (row, line) in (0..title.height).zip(lines) {
        canvas.line(title, row, &line, theme::HEADING);
    }
    let height = inner.height.saturating_sub(room::TITLE + 1);
    let list = Rect { y: title.bottom(), height, ..inner };
    for (row, line) in (0..list.height).zip(bulk.lines.iter().skip(bulk.offset)) {
        self::line(canvas, list, row, (line, &line.note(words)));
    }
    let hint = Rect { y: list.bottom(), height: inner.bottom().saturating_sub(list.bottom()).min(1), ..inner };
    canvas.line(hint, 0, words.act.bulk_hint(), theme::DIM);
    let shown = bulk.lines.len().min(bulk.offset + usize::from(list.height));
    canvas.right(hint, 0, &format!(" {shown}/{}", bulk.lines.len()), theme::DIM);
    None
}

fn line(canvas: &mut Canvas<'_>, list: Rect, row: u16, (line, note): (&BulkLine, &str)) {
    let style = if line.is_left_out() { theme::DIM } else { theme::PLAIN };
    let width = NAME.min(usize::from(list.width) * 3 / 5);
    let special = run(format!(" {note}"), theme::WARNING);
    canvas.pieces(list, row, [column(line.name.as_str(), width, style), special]);
}

/// The same in lines: what is to be done, and the lines from the first one shown.
pub(crate) fn said(model: &Model, bulk: &Bulk) -> Vec<String> {
    let words = model.words();
    let lines =
        bulk.lines.iter().skip(bulk.offset).take(SAID).map(|line| format!("{} {}", line.name, line.note(words)));
    [title_of(words, bulk), words.act.bulk_hint().to_owned()].into_iter().chain(lines).collect()
}

/// What is about to be done, to how many.
fn title_of(words: &Words, bulk: &Bulk) -> String {
    let act = &words.act;
    let count = bulk.reports();
    let title = match &bulk.deed {
        BulkDeed::Return(Some(due), _) => act.bulk_return(count, due),
        BulkDeed::Return(None, _) => act.bulk_return_undated(count),
        BulkDeed::Accept => match bulk.against() {
            (0, _) => act.bulk_accept(count),
            (some, against) => act.bulk_accept(count) + &act.bulk_against(some, against.text(words)),
        },
        BulkDeed::Note(text, _) => act.bulk_note(count, first_line(text)),
        BulkDeed::Verdict(rule, verdict) => {
            let decision = deed_text(words, &Deed::Verdict(verdict.clone()));
            act.bulk_verdict(format!("{} {}", rule.id, rule.name(words.lang)), bulk.acts(), count, decision)
        }
    };
    match bulk.lines.len() - count {
        0 => title,
        skipped => title + &act.bulk_skipped(skipped),
    }
}
