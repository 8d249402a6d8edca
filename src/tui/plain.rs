//! The desk in lines, for screen readers and logs: no boxes, no cursor movement, one line after the other.
//!
//! The same model, keys and updates as on the screen. What is under the cursor is said in words whenever it changes.

use crate::check::{self, localise};
use crate::report::{SafeText, SourceLine};
use crate::words::CommandId;

use super::command::pending;
use super::model::{ItemId, Model, Screen, Story, causes};
use super::screen::source::Text;
use super::screen::years::FIGURES;
use super::{doubts, gaps, layout, notes, overlay, prose, rounds, together, versions};

/// What was said last, so that nothing is said twice.
#[derive(Debug, Default)]
pub struct Plain {
    said: Vec<String>,
    written: Option<String>,
}

impl Plain {
    /// The text to write now: whole lines, or what was typed since.
    pub fn next(&mut self, model: &Model) -> String {
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
        None if !model.pending.is_empty() => lines.extend(pending_lines(model)),
        None => lines.extend(under_cursor(model)),
    }
    lines.extend(model.notice.as_ref().map(|notice| SafeText::line(&notice.text).to_string()));
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
    let mut parts = vec![words.desk.program().to_owned(), model.root.to_string()];
    if let Some(opened) = model.opened() {
        let mark = model.marks.get(opened.open.item).unwrap_or_default();
        let status = rounds::long_status_text(words, mark, model.marks.today);
        parts.push(format!("{} {status}", opened.lean.head.name()));
        parts.extend(shared(model, opened.open.item));
        parts.extend(
            opened.open.table().and_then(|table| opened.form.tables.get(table)).map(|table| table.name(model.lang)),
        );
    }
    parts.join(" / ")
}

/// What is under the cursor, in words.
fn under_cursor(model: &Model) -> Vec<String> {
    let Some(opened) = model.opened() else { return vec![agency(model)] };
    let (form, cells) = (opened.form, &opened.lean.cells);
    let review = model.review_of(opened.lean);
    let explain = |finding: &check::Finding| {
        let position = opened.open.findings.window.cursor + 1;
        let total = opened.open.outcome.findings.len();
        let message = check::message(form, finding, cells, model.lang);
        let fits = model.list.wanted.fits(finding.rule, finding.severity);
        let outside = if fits { "" } else { model.words().find.not_wanted() };
        let standing = together::standing_text(review, &finding.fingerprint.to_string(), model.words());
        let standing = standing.map(|text| format!(" ({text})")).unwrap_or_default();
        let (id, name) = (&finding.rule.id, finding.rule.name(model.lang));
        format!("{position}/{total} {id} {name}{standing} {message}{outside}")
    };
    match model.screen() {
        Screen::Agencies => Vec::new(),
        Screen::Findings => match opened.open.finding() {
            Some(finding) => vec![explain(finding)],
            None => vec![gaps::current(model).unwrap_or_else(|| model.words().desk.no_findings_here().to_owned())],
        },
        Screen::Table | Screen::Cell => {
            let cell = opened.open.current_cell(form);
            let cell = cell.map(|cell| super::view::cell_line(model, &opened, cell));
            let reading = opened.open.marked_finding().and_then(|_| causes::current(opened.open)).map(|block| {
                match causes::previewed(opened.open) {
                    Some(reading) => localise::repair_text(form, reading, model.lang),
                    None => localise::block_text(form, block, model.lang),
                }
            });
            opened.open.marked_finding().map(explain).into_iter().chain(reading).chain(cell).collect()
        }
        Screen::Text => match &opened.open.story {
            Story::Ready(_) => {
                let width = usize::from(layout::regions(model).body.width);
                prose::lines(model, width)
                    .get(opened.open.text.window.cursor)
                    .map(|line| line.text.clone())
                    .into_iter()
                    .collect()
            }
            Story::Pending => vec![model.words().desk.text_pending().to_owned()],
            Story::Failed(why) => vec![why.to_string()],
        },
        Screen::Source => match &opened.open.source.text {
            Text::Ready(_) => opened.open.source.line().map(source_line).into_iter().collect(),
            Text::Failed(why) => vec![why.to_string()],
            Text::Unasked | Text::Pending => vec![model.words().desk.source_pending().to_owned()],
        },
        Screen::Doubts => match doubts::current(model) {
            Some(remark) => {
                let said = doubts::said(remark, &opened, model.review_of(opened.lean));
                let said = said.map(|said| said.text(model.words()));
                let position = format!("{}/{}", opened.open.doubts.cursor + 1, doubts::remarks(model).len());
                vec![format!("{position} {} {}", remark.text(model.words()), said.unwrap_or_default())]
            }
            None => vec![model.words().desk.no_doubts().to_owned()],
        },
        Screen::Years => year(model).into_iter().collect(),
        Screen::Versions => {
            let entry = versions::current(model).map(|entry| versions::text(model, &entry));
            let groups = versions::groups(model).into_iter().filter(|(_, entries)| !entries.is_empty());
            let counts = groups.map(|(group, entries)| format!("{} {}", group.name(model.words()), entries.len()));
            [versions::heading(model)].into_iter().chain(counts).chain(entry).collect()
        }
        Screen::Notes => match notes::current(model) {
            Some(entry) => vec![
                format!(
                    "{} {} {} {}",
                    entry.act.at.local(),
                    entry.act.by,
                    crate::journal::describe_act(entry.act, model.words()),
                    entry.text()
                )
                .replace('\n', "\r\n"),
            ],
            None => vec![notes::none(model)],
        },
    }
}

/// Number and fields of a line of the document.
fn source_line(line: &SourceLine) -> String {
    let fields: Vec<&str> = line.fields.iter().map(|field| field.as_str()).collect();
    format!("{} {}", line.number, fields.join(" | "))
}

fn agency(model: &Model) -> String {
    let words = model.words();
    let Some(item) = model.list.current().and_then(|item| model.library.get(item)) else {
        let loading = model.library.is_empty() && !model.loading.done;
        return if loading { words.desk.still_loading() } else { words.desk.nothing_shown() }.to_owned();
    };
    let position = format!("{}/{}", model.list.window.cursor + 1, model.list.visible.len());
    match &item.body {
        Ok(sheet) => {
            let mark = model.list.current().and_then(|item| model.marks.get(item)).unwrap_or_default();
            let severity = &words.severity;
            let counts = [
                (severity.error(), sheet.counts.error),
                (severity.warning(), sheet.counts.warning),
                (severity.remark_mark(), sheet.lean.remarks),
                (CommandId::TabNotes.text(words.lang).short, mark.notes),
            ];
            let counts: Vec<String> =
                counts.iter().filter(|(_, count)| *count > 0).map(|(name, count)| format!("{name} {count}")).collect();
            let shared = model.list.current().map(|item| shared(model, item)).unwrap_or_default();
            let counts = counts.into_iter().chain(shared).collect::<Vec<_>>().join(" ");
            let status = rounds::long_status_text(words, mark, model.marks.today);
            let marked = model.list.current().is_some_and(|item| model.selection.contains(item));
            let marked = if marked { words.act.selected(model.selection.len()) } else { String::new() };
            format!("{position} {} {status} {counts} {marked}", sheet.lean.head.name()).trim_end().to_owned()
        }
        Err(why) => format!("{position} {} {} {why}", item.id, words.desk.unreadable()),
    }
}

/// Whose a report is, where reviewers disagree, and who looks at it.
fn shared(model: &Model, item: ItemId) -> Vec<String> {
    let words = model.words();
    let mut parts = Vec::new();
    let name = |name: &SafeText| words.together.chip_assignee(name);
    parts.extend(model.marks.assignee(item).map(name));
    let conflicts = model.marks.get(item).map_or(0, |mark| mark.conflicts);
    if conflicts > 0 {
        parts.push(words.together.conflicts(conflicts));
    }
    parts.extend(model.library.is_gone(item).then(|| words.live.is_gone().to_owned()));
    parts.extend(together::looking_text(model, item));
    parts
}

/// The figure and the year under the cursor.
fn year(model: &Model) -> Option<String> {
    let words = &model.words().see;
    let years = &model.open.as_ref()?.years;
    let column = years.current()?;
    let figure = column.figures.get(years.row)?;
    let name = (FIGURES.get(years.row)?.name)(*words);
    let value = figure.value.map_or_else(|| model.words().desk.short_missing().to_owned(), |value| value.to_string());
    let mut parts = vec![name.to_owned(), column.year.to_string(), value];
    if column.item.is_none() {
        parts.push(words.stated_later().to_owned());
    }
    parts.extend(figure.jump.map(|jump| super::view::jump_name(jump, words).to_owned()));
    let median = column.medians.get(years.row).copied().flatten();
    parts.extend(median.map(|(median, count)| words.median_of(median, count)));
    Some(parts.join(" "))
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
