//! The list of commands, and the list of what was said.

use crate::report::SafeText;
use crate::terminal::glyphs::SAFE;
use crate::tui::command::{COMMANDS, Command, Spec};
use crate::tui::help::found_by_all;
use crate::tui::keymap::place_names;
use crate::tui::model::notices::Said;
use crate::tui::model::{Model, Tone};
use crate::tui::msg::Effect;
use crate::tui::overlay::picker::{Pick, PickLine};

use super::{can, picker};

/// Opens the list of commands: those of this place first.
pub(super) fn open(model: &mut Model) {
    let place = model.screen();
    let (here, elsewhere): (Vec<&Spec>, Vec<&Spec>) =
        COMMANDS.iter().filter(|spec| spec.command != Command::Palette).partition(|spec| spec.places.contains(&place));
    let commands = here.into_iter().chain(elsewhere).map(|spec| spec.command).collect();
    picker::open(model, Pick::Command(commands));
}

/// Its lines: what a command does, or why it does not work now, and its keys.
pub(super) fn lines(model: &Model, commands: &[Command]) -> Vec<PickLine> {
    commands.iter().filter_map(|command| Spec::of(*command)).map(|spec| line(model, spec)).collect()
}

fn line(model: &Model, spec: &Spec) -> PickLine {
    let words = model.words();
    let text = (spec.text)(words.command);
    let here = model.keymap.keys_at(spec.command, model.screen()).iter().map(ToString::to_string);
    let keys = if spec.places.contains(&model.screen()) {
        here.collect::<Vec<_>>()
    } else {
        model.keymap.all_keys(spec.command, words)
    };
    let keys = keys.join("  ");
    let line = match why_not(model, spec) {
        None => PickLine::new(words.keys.command_line(text.short, text.help)),
        Some(why) => PickLine::new(text.short).why_not(why),
    };
    found_by_all(line.also(&keys).right(keys), spec)
}

fn why_not(model: &Model, spec: &Spec) -> Option<String> {
    let words = model.words();
    if spec.places.contains(&model.screen()) {
        return can(model, spec.command).err().map(str::to_owned);
    }
    Some(words.keys.only_there(place_names(spec.places, words)))
}

/// Opens the list of what was said.
pub(super) fn open_notices(model: &mut Model) {
    let texts = model.notices.newest().map(|said| said.notice.text.clone()).collect();
    picker::open(model, Pick::Notice(texts));
}

/// Its lines, the newest first.
pub(super) fn notice_lines(model: &Model) -> Vec<PickLine> {
    let line = |said: &Said| {
        let sign = match said.notice.tone {
            Tone::Plain => " ",
            Tone::Good => SAFE.yes,
            Tone::Bad => SAFE.no,
        };
        let times = if said.times > 1 { format!(" ×{}", said.times) } else { String::new() };
        let text = format!("{sign} {}{times}", SafeText::line(&said.notice.text));
        PickLine::new(text).right(format!("#{}", said.number)).tone(said.notice.tone)
    };
    model.notices.newest().map(line).collect()
}

/// A notice is copied: for whoever has to be told of it.
pub(super) fn copy(texts: &[String], number: usize) -> Vec<Effect> {
    texts.get(number).map(|text| Effect::Copy(SafeText::line(text).to_string())).into_iter().collect()
}
