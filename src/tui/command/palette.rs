//! The list of commands.

use crate::tui::keymap::place_names;
use crate::tui::model::Model;
use crate::tui::overlay::help::found_by_all;
use crate::tui::overlay::picker::{Pick, PickLine, show};
use crate::words::CommandId;

use super::{COMMANDS, Command};

/// Opens it: the commands of this place first.
pub(super) fn open(model: &mut Model) {
    let all = COMMANDS.iter().copied().filter(|command| command.id != CommandId::Palette);
    let (here, elsewhere): (Vec<&Command>, Vec<&Command>) = all.partition(|command| command.works_at(model.screen()));
    let commands: Vec<(CommandId, PickLine)> =
        here.into_iter().chain(elsewhere).map(|command| (command.id, line(model, command))).collect();
    let lines = commands.iter().map(|(_, line)| line.clone()).collect();
    show(model, Pick::Command(commands), lines);
}

/// What a command does, or why it does not work now, and its keys.
fn line(model: &Model, command: &Command) -> PickLine {
    let words = model.words();
    let text = command.id.text(words.lang);
    let keys = if command.works_at(model.screen()) {
        model.given.keymap.keys_at(command.id, model.screen()).iter().map(ToString::to_string).collect()
    } else {
        model.given.keymap.all_keys(command.id, words)
    };
    let keys = keys.join("  ");
    let line = match why_not(model, command) {
        None => PickLine::new(words.keys.command_line(text.short, text.help)),
        Some(why) => PickLine::new(text.short).why_not(why),
    };
    found_by_all(line.also(&keys).right(keys), command.id)
}

fn why_not(model: &Model, command: &Command) -> Option<String> {
    if command.works_at(model.screen()) {
        return (command.can)(model).err().map(str::to_owned);
    }
    let words = model.words();
    Some(words.keys.only_there(place_names(command.places, words)))
}
