//! The desk in lines, for screen readers and logs: no boxes, no cursor movement, one line after the other.
//!
//! The same model, keys and updates as on the screen. What is under the cursor is said in words whenever it changes.

use crate::report::SafeText;

use super::command::pending;
use super::model::Model;
use super::{overlay, rounds, screen, together};

/// What was said last, so that nothing is said twice.
#[derive(Debug, Default)]
pub(crate) struct Plain {
    said: Vec<String>,
    written: Option<String>,
}

impl Plain {
    /// The text to write now: whole lines, or what was typed since.
    pub(crate) fn next(&mut self, model: &Model) -> String {
        let lines = lines(model);
        let mut out = String::new();
        for line in lines.iter().filter(|line| !self.said.contains(line)) {
            out += line;
            out += "\r\n";
        }
        self.said = lines;
        match self.typed(model) {
            // A text field was left: its line ends before anything else is said.
            end if end == "\r\n" => end + &out,
            typed => out + &typed,
        }
    }

    /// What was typed into the text field: the new end, or all of it where something before the end has changed.
    fn typed(&mut self, model: &Model) -> String {
        let filter = || (model.list.typing && model.open.is_none()).then(|| model.list.filter.clone());
        let text = model.overlay.as_ref().and_then(overlay::typed).or_else(filter);
        let before = std::mem::replace(&mut self.written, text);
        let line_break = |text: &str| text.replace('\n', "\r\n");
        match (&before, &self.written) {
            (Some(before), Some(text)) => match text.strip_prefix(before.as_str()) {
                Some(end) => line_break(end),
                None => format!("\r\n{}", line_break(text)),
            },
            (None, Some(text)) => line_break(text),
            (Some(_), None) => "\r\n".to_owned(),
            (None, None) => String::new(),
        }
    }
}

/// Everything that is to be said of the present state, from the outside in.
fn lines(model: &Model) -> Vec<String> {
    let mut lines = vec![path(model)];
    match &model.overlay {
        Some(overlay) => lines.extend(overlay::said(model, overlay)),
        None if !model.keys.pending.is_empty() => lines.extend(pending_lines(model)),
        None => lines.extend(screen::of(model.screen()).lines(model)),
    }
    lines.extend(model.notices.shown.as_ref().map(|notice| SafeText::line(&notice.text).to_string()));
    lines
}

/// What can follow the keys pressed.
fn pending_lines(model: &Model) -> Vec<String> {
    let line = |choice: pending::Choice| {
        let why = choice.why_not.map(|why| format!(" ({why})")).unwrap_or_default();
        format!("{}: {}{why}", choice.keys, choice.text)
    };
    std::iter::once(pending::title(model)).chain(pending::choices(model).into_iter().map(line)).collect()
}

fn path(model: &Model) -> String {
    let words = model.words();
    let mut parts = vec![words.desk.program().to_owned(), model.given.root.to_string()];
    if let Some(opened) = model.opened() {
        let mark = model.journal.marks.get(opened.open.item).unwrap_or_default();
        let status = rounds::long_status_text(words, mark, model.journal.marks.today);
        parts.push(format!("{} {status}", opened.lean.head.name()));
        parts.extend(together::shared(model, opened.open.item));
        parts.extend(
            opened
                .open
                .table()
                .and_then(|table| opened.form.tables.get(table))
                .map(|table| table.name(model.given.lang)),
        );
    }
    parts.join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::command;
    use crate::tui::keys::Key;
    use crate::tui::model::Item;
    use crate::tui::msg::Msg;
    use crate::tui::update::{settle, update};
    use crate::words::Lang;
    use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
    use ratatui::layout::Size;

    fn press(model: &mut Model, code: KeyCode) {
        let event = KeyEvent::new(code, KeyModifiers::NONE);
        update(model, Msg::Key(Key::from(event), event));
        settle(model);
    }

    fn desk() -> Model {
        let mut model = Model::new(Lang::Zh, "李".into(), "dir".into(), Size::new(80, 24), command::keymap());
        let bad = |name: &str| Item { id: name.into(), path: name.into(), body: Err(SafeText::line("坏")) };
        update(&mut model, Msg::Loaded(vec![bad("a"), bad("b")]));
        settle(&mut model);
        model
    }

    #[test]
    fn what_changed_is_said_and_nothing_twice() {
        let (mut model, mut plain) = (desk(), Plain::default());
        assert_eq!(plain.next(&model), "勾稽 / dir\r\n1/2 a 无法读取 坏\r\n");
        assert_eq!(plain.next(&model), "");
        press(&mut model, KeyCode::Char('j'));
        assert_eq!(plain.next(&model), "2/2 b 无法读取 坏\r\n");
    }

    #[test]
    fn typed_text_is_echoed_as_it_is_typed_and_its_line_ends_first() {
        let (mut model, mut plain) = (desk(), Plain::default());
        plain.next(&model);
        press(&mut model, KeyCode::Char('/'));
        plain.next(&model);
        press(&mut model, KeyCode::Char('无'));
        assert!(plain.next(&model).ends_with('无'));
        press(&mut model, KeyCode::Esc);
        assert!(plain.next(&model).starts_with("\r\n"));
    }

    #[test]
    fn only_line_breaks_control_the_terminal() {
        let (mut model, mut plain) = (desk(), Plain::default());
        update(&mut model, Msg::JournalTrouble("\x1b[2J\u{9b}".to_owned()));
        let text = plain.next(&model);
        assert!(!text.chars().any(|c| c.is_control() && c != '\r' && c != '\n'), "{text:?}");
    }
}
