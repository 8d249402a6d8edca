//! The help: the command table in words.

use ratatui::layout::Size;

use crate::terminal::width::Measure;
use crate::words::Words;

use super::command::{COMMANDS, Group};

/// One line of the help.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpLine {
    /// The name of a group.
    Heading(&'static str),
    /// The keys of a command and what it does.
    Command(String, &'static str),
    /// A line of prose.
    Text(String),
    /// Between groups.
    Space,
}

/// The widest that the help becomes.
const WIDEST: u16 = 70;

/// How wide its lines are.
#[must_use]
pub fn width(size: Size) -> u16 {
    size.width.saturating_sub(2).min(WIDEST)
}

/// All lines, at most so many cells wide where they are prose.
#[must_use]
pub fn lines(words: &'static Words, measure: Measure, width: u16) -> Vec<HelpLine> {
    let mut lines = Vec::new();
    for group in Group::ALL {
        if !lines.is_empty() {
            lines.push(HelpLine::Space);
        }
        lines.push(HelpLine::Heading(group.name(&words.command)));
        for spec in COMMANDS.iter().filter(|spec| spec.group == group) {
            lines.push(HelpLine::Command(spec.keys.join("  "), (spec.text)(&words.command).help));
        }
    }
    lines.push(HelpLine::Space);
    lines.push(HelpLine::Heading(words.desk.help_editor));
    lines.extend(words.desk.editor_keys.iter().map(|(keys, what)| HelpLine::Command((*keys).to_owned(), what)));
    lines.push(HelpLine::Space);
    lines.push(HelpLine::Heading(words.desk.help_marks));
    lines.extend(words.desk.marks.iter().map(|(mark, what)| HelpLine::Command((*mark).to_owned(), what)));
    lines.push(HelpLine::Space);
    lines.push(HelpLine::Heading(words.desk.help_limits));
    lines.extend(measure.wrap(words.localise.limits, usize::from(width)).into_iter().map(HelpLine::Text));
    lines
}

/// How many of them are shown at once.
#[must_use]
pub fn height(size: Size) -> u16 {
    size.height.saturating_sub(4).max(1)
}
