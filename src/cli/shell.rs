//! `gouji completions` and `gouji man`: help for the shell, made from the same arguments that are parsed.

use std::io::Write;

use clap_complete::Shell;

use crate::words::Lang;

use super::{Done, Outcome, args};

/// Prints the completion script for a shell.
pub(super) fn completions(shell: Shell, lang: Lang) -> Outcome {
    let mut script = Vec::new();
    let full = args::command(lang);
    let visible: Vec<clap::Command> = full.get_subcommands().filter(|sub| !sub.is_hide_set()).cloned().collect();
    let options = full.get_arguments().cloned();
    let mut shown = clap::Command::new("gouji").args(options).subcommands(visible);
    clap_complete::generate(shell, &mut shown, "gouji", &mut script);
    std::io::stdout().lock().write_all(&script)?;
    Ok(Done::Fine)
}

/// Prints the man page, one after the other with those of the commands.
pub(super) fn man(lang: Lang) -> Outcome {
    let mut command = args::command(lang);
    command.build();
    let mut page = Vec::new();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        clap_mangen::Man::new(sub.clone()).render(&mut page)?;
    }
    std::io::stdout().lock().write_all(&page)?;
    Ok(Done::Fine)
}
