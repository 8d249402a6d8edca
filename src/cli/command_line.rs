//! From the arguments of the process to a command: its help texts, its language, and what was likely meant.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory, FromArgMatches, ValueEnum};

use crate::base::nearest::nearest;
use crate::words::Lang;

use super::args::Cli;

/// The language, looked up before parsing so that help and usage errors speak it too: as asked for, as in the
/// settings, as the locale says.
pub(super) fn language(arguments: &[OsString], setting: Option<Lang>) -> Lang {
    let texts: Vec<&str> = arguments.iter().filter_map(|argument| argument.to_str()).collect();
    let after = texts.iter().skip_while(|text| **text != "--lang").nth(1).copied();
    let joined = texts.iter().find_map(|text| text.strip_prefix("--lang="));
    let asked = joined.or(after).and_then(|text| Lang::from_str(text, false).ok());
    asked.or(setting).unwrap_or_else(|| {
        let [all, messages, lang] = ["LC_ALL", "LC_MESSAGES", "LANG"].map(|name| std::env::var(name).ok());
        Lang::from_locale(&[all.as_deref(), messages.as_deref(), lang.as_deref()])
    })
}

/// Parses the arguments; `gouji DIR` is `gouji review DIR`.
pub(super) fn parse(arguments: Vec<OsString>, lang: Lang) -> Result<Cli, clap::Error> {
    let command = command(lang);
    if let Some(error) = misspelt(&arguments, &command) {
        return Err(error);
    }
    let arguments = with_default_command(arguments, &command);
    Cli::from_arg_matches(&command.try_get_matches_from(arguments)?)
}

/// The command with its help texts in one language.
pub(super) fn command(lang: Lang) -> clap::Command {
    let words = &lang.words().cli;
    let mut command = Cli::command().about(words.about()).after_help(words.after_help());
    command = command.mut_arg("lang", |argument| argument.help(words.lang()));
    let command = describe_shared(command, words.arguments());
    describe(command, words.commands()).mut_subcommand("journal", |sub| describe(sub, words.journal_commands()))
}

/// Gives the subcommands and their arguments their help texts.
fn describe(command: clap::Command, texts: &[(&'static str, &'static str)]) -> clap::Command {
    texts.iter().fold(command, |command, &(name, text)| match name.split_once('.') {
        Some((name, id)) => command.mut_subcommand(name, |sub| sub.mut_arg(id, |argument| argument.help(text))),
        None => command.mut_subcommand(name, |sub| sub.about(text)),
    })
}

/// Gives the arguments that several subcommands take their help texts.
fn describe_shared(command: clap::Command, texts: &[(&'static str, &'static str)]) -> clap::Command {
    command.mut_subcommands(|sub| {
        let sub = texts.iter().fold(sub, |sub, &(id, text)| {
            let is_taken = sub.get_arguments().any(|argument| argument.get_id() == id);
            if is_taken { sub.mut_arg(id, |argument| argument.help(text)) } else { sub }
        });
        describe_shared(sub, texts)
    })
}

/// Puts `review` before a first argument that is neither a command nor an option of the program itself.
fn with_default_command(mut arguments: Vec<OsString>, command: &clap::Command) -> Vec<OsString> {
    let first = first_word(&arguments);
    let is_command = |word: &OsString| word.to_str().is_some_and(|word| command.find_subcommand(word).is_some());
    if let Some(index) = first
        && arguments.get(index).is_some_and(|word| !is_command(word))
        && command.find_subcommand("review").is_some()
    {
        arguments.insert(index, "review".into());
    }
    arguments
}

/// A first word that is no command and nothing that could be reviewed, but almost a command.
fn misspelt(arguments: &[OsString], command: &clap::Command) -> Option<clap::Error> {
    let word = arguments.get(first_word(arguments)?)?.to_str()?;
    let commands = command.get_subcommands().filter(|sub| !sub.is_hide_set()).map(clap::Command::get_name);
    // Anything is near to a word of a few letters.
    let is_short = word.chars().count() < 4;
    if is_short || command.find_subcommand(word).is_some() || word.starts_with('-') || Path::new(word).exists() {
        return None;
    }
    let near = nearest(word, commands)?;
    let mut error = clap::Error::new(ErrorKind::InvalidSubcommand);
    error.insert(ContextKind::InvalidSubcommand, ContextValue::String(word.to_owned()));
    error.insert(ContextKind::SuggestedSubcommand, ContextValue::String(near.into_string()));
    Some(error)
}

/// The position of the first argument that is no option of the program itself.
fn first_word(arguments: &[OsString]) -> Option<usize> {
    let mut index = 1;
    loop {
        match arguments.get(index)?.to_str() {
            Some("--lang") => index += 2,
            Some("-h" | "--help" | "-V" | "--version") => return None,
            Some(text) if text.starts_with("--lang=") => index += 1,
            _ => return Some(index),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_command_line_is_well_formed_in_both_languages() {
        for lang in [Lang::Zh, Lang::En] {
            command(lang).debug_assert();
        }
    }

    #[test]
    fn every_command_and_argument_has_a_help_text() {
        for lang in [Lang::Zh, Lang::En] {
            let command = command(lang);
            let journal = command.find_subcommand("journal").unwrap();
            for sub in command.get_subcommands().chain(journal.get_subcommands()).filter(|sub| !sub.is_hide_set()) {
                assert!(sub.get_about().is_some(), "{}", sub.get_name());
                for argument in sub.get_arguments().filter(|argument| !argument.is_hide_set()) {
                    let name = argument.get_id().as_str();
                    assert!(
                        argument.get_help().is_some() || ["help", "lang"].contains(&name),
                        "{} {name}",
                        sub.get_name()
                    );
                }
            }
        }
    }
}
