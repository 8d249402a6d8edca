//! `gouji completions` and `gouji man`: help for the shell, made from the same arguments that are parsed.

use std::io::Write;

use clap_complete::Shell;
use clap_mangen::roff::{Roff, bold, italic, roman};

use crate::tui::command;
use crate::words::Lang;

use super::command_line;
use super::outcome::{Done, Outcome, output};

/// Prints the completion script for a shell.
pub(super) fn completions(shell: Shell, lang: Lang) -> Outcome {
    let mut script = Vec::new();
    let full = command_line::command(lang);
    let visible: Vec<clap::Command> = full.get_subcommands().filter(|sub| !sub.is_hide_set()).cloned().collect();
    let options = full.get_arguments().cloned();
    let mut shown = clap::Command::new("gouji").args(options).subcommands(visible);
    clap_complete::generate(shell, &mut shown, "gouji", &mut script);
    output().write_all(&script)?;
    Ok(Done::Fine)
}

/// The section of the keys, from the table that the desk itself goes by; not with a reviewer's own keys in it.
fn keys(lang: Lang) -> Roff {
    let words = lang.words();
    let mut roff = Roff::new();
    roff.control("SH", [words.keys.man_heading()]).text([roman(words.keys.man_about())]);
    let mut group = "";
    for shown in command::keymap().shown(words) {
        if shown.group != group {
            group = shown.group;
            roff.control("SS", [group]);
        }
        roff.control("TP", []).text([bold(shown.keys.join("  ")), roman("  "), italic(shown.id)]);
        roff.text([roman(format!("{} ({})", shown.help, shown.places))]);
    }
    roff
}

/// Prints the man page, one after the other with those of the commands.
pub(super) fn man(lang: Lang) -> Outcome {
    let mut command = command_line::command(lang);
    command.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    keys(lang).to_writer(&mut page)?;
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        clap_mangen::Man::new(sub.clone()).render(&mut page)?;
    }
    output().write_all(&page)?;
    Ok(Done::Fine)
}
