//! The help: all commands in words, with the keys of the keymap; all of it, or what is searched for.

use ratatui::layout::Size;

use crate::tui::keymap::Group;
use crate::tui::model::Model;
use crate::tui::overlay::picker::PickLine;
use crate::words::{CommandId, Lang};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum HelpLine {
    /// The name of a group.
    Heading(&'static str),
    /// The keys of a command and what it does.
    Command(String, &'static str),
    Text(String),
    /// Between groups.
    Space,
}

/// The widest that the help becomes.
const WIDEST: u16 = 70;

/// How wide its lines are.
#[must_use]
pub(crate) fn width(size: Size) -> u16 {
    size.width.saturating_sub(2).min(WIDEST)
}

/// A heading with the lines below it; those of commands with the command.
struct Topic {
    heading: &'static str,
    lines: Vec<(HelpLine, Option<CommandId>)>,
}

/// All lines, or those that have what is searched for with the headings above them.
#[must_use]
pub(crate) fn found(model: &Model, query: &str) -> Vec<HelpLine> {
    with_commands(model, query).into_iter().map(|(line, _)| line).collect()
}

/// The same, each with the command that it is about.
#[must_use]
pub(crate) fn with_commands(model: &Model, query: &str) -> Vec<(HelpLine, Option<CommandId>)> {
    let mut lines = Vec::new();
    // What is searched for is found once.
    let here = query.is_empty().then(|| here(model));
    for part in here.into_iter().chain(parts(model)) {
        let fits =
            |(line, command): &(HelpLine, Option<CommandId>)| query.is_empty() || is_found(line, *command, query);
        let found: Vec<_> = part.lines.into_iter().filter(fits).collect();
        if found.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push((HelpLine::Space, None));
        }
        lines.push((HelpLine::Heading(part.heading), None));
        lines.extend(found);
    }
    lines
}

/// What is done all day on the list, and in a report.
const ON_LIST: [CommandId; 10] = [
    CommandId::NextFinding,
    CommandId::Enter,
    CommandId::Filter,
    CommandId::Narrow,
    CommandId::Sort,
    CommandId::Select,
    CommandId::Return,
    CommandId::AcceptShown,
    CommandId::Overview,
    CommandId::WriteOut,
];
const IN_REPORT: [CommandId; 10] = [
    CommandId::NextFinding,
    CommandId::MustCorrect,
    CommandId::NotAProblem,
    CommandId::Verdict,
    CommandId::Note,
    CommandId::ToSource,
    CommandId::Return,
    CommandId::Accept,
    CommandId::NextReport,
    CommandId::Undo,
];

/// The keys of every day, as far as they work at this place.
fn here(model: &Model) -> Topic {
    let all = if model.open.is_some() { IN_REPORT } else { ON_LIST };
    let has_key = |id: &CommandId| !model.given.keymap.keys_at(*id, model.screen()).is_empty();
    let line = |id: CommandId| {
        let keys = model.given.keymap.keys_at(id, model.screen()).iter().map(ToString::to_string);
        let keys = keys.collect::<Vec<_>>().join("  ");
        (HelpLine::Command(keys, id.text(model.given.lang).help), Some(id))
    };
    Topic { heading: model.words().keys.help_here(), lines: all.into_iter().filter(has_key).map(line).collect() }
}

fn parts(model: &Model) -> Vec<Topic> {
    let words = model.words();
    let commands = |group: Group| Topic {
        heading: group.name(words.command),
        lines: model.given.keymap.of_group(group).map(|id| (command(model, id), Some(id))).collect(),
    };
    let pairs = |heading, pairs: &[(&str, &'static str)]| Topic {
        heading,
        lines: pairs.iter().map(|(keys, what)| (HelpLine::Command((*keys).to_owned(), what), None)).collect(),
    };
    let limits = model.display.measure.wrap(words.localise.limits(), usize::from(width(model.size)));
    let limits = limits.into_iter().map(|text| (HelpLine::Text(text), None)).collect();
    let mut parts: Vec<Topic> = Group::ALL.into_iter().map(commands).collect();
    parts.push(pairs(words.desk.help_editor(), words.desk.editor_keys()));
    parts.push(pairs(words.desk.help_marks(), words.desk.marks()));
    parts.push(Topic { heading: words.desk.help_limits(), lines: limits });
    parts
}

fn command(model: &Model, command: CommandId) -> HelpLine {
    let words = model.words();
    let keys = model.given.keymap.all_keys(command, words);
    let keys = if keys.is_empty() { format!("({})", words.keys.unbound()) } else { keys.join("  ") };
    HelpLine::Command(keys, command.text(words.lang).help)
}

fn is_found(line: &HelpLine, command: Option<CommandId>, query: &str) -> bool {
    let found = match line {
        HelpLine::Command(keys, what) => PickLine::new(*what).also(keys),
        HelpLine::Text(text) => PickLine::new(text.as_str()),
        HelpLine::Heading(_) | HelpLine::Space => return false,
    };
    match command {
        Some(command) => found_by_all(found, command).is_found(query),
        None => found.is_found(query),
    }
}

/// A command is found by its name and by its words in both languages, whatever the interface speaks.
pub(crate) fn found_by_all(line: PickLine, command: CommandId) -> PickLine {
    let (zh, en) = (command.text(Lang::Zh), command.text(Lang::En));
    line.also(command.id()).also(en.short).also(en.help).also_heard(zh.short).also_heard(zh.help)
}

/// How many of them are shown at once.
#[must_use]
pub(crate) fn height(size: Size) -> u16 {
    size.height.saturating_sub(4).max(1)
}
