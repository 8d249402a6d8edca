//! The command line: one file per command, and the exit code.
//!
//! Exit codes: 0 nothing at or above `--fail-on`; 1 there is; 2 the command could not do its work.
//! Results go to standard output, everything else to standard error. A closed pipe is no error.

mod args;
mod check;
mod circular;
mod command_line;
mod doctor;
mod documents;
mod export;
mod forms;
mod generate;
mod given;
mod interrupt;
mod journal;
mod keys;
mod kin;
mod letters;
mod lines;
mod notice;
mod outcome;
mod outlet;
mod process;
mod progress;
mod read;
mod review;
mod rules;
mod schema;
mod score;
mod season;
mod settings;
mod shell;
mod sign;
mod summary;
mod survey;
mod tables;
mod template;
mod usage;
mod worker;

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue};

use crate::report::SafeText;
use crate::words::{Describe as _, Lang};

use args::Command;
use outcome::{Done, Failure, Outcome, complain};
use settings::Settings;

/// Runs the program with the arguments of this process.
#[must_use]
pub fn main() -> ExitCode {
    run(std::env::args_os().collect())
}

fn run(arguments: Vec<OsString>) -> ExitCode {
    // Where it cannot be had, such a file ends the program, as it would any other.
    let _ = crate::terminal::signals::outlive_large_files();
    // Before anybody asks for a form: what is known of them is made once.
    let forms = forms::load();
    let settings = settings::load();
    let lang = command_line::language(&arguments, settings.as_ref().ok().and_then(|settings| settings.lang));
    let args = match command_line::parse(arguments, lang) {
        Ok(args) => args,
        Err(mut error) => {
            // Help and version go to standard output with code 0, bad usage to standard error with code 2.
            match usage::describe(&error, lang.words()) {
                Some(text) => complain(&text),
                None => print_usage(&mut error),
            }
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    if let Err(error) = forms {
        complain(&error.describe(lang.words()));
        return ExitCode::from(2);
    }
    let outcome = match settings {
        // A helper needs no settings: that they have become wrong meanwhile is no reason to read nothing.
        _ if matches!(args.command, Command::ReadOne(_)) => dispatch(args.command, &Settings::default(), lang),
        Ok(settings) => dispatch(args.command, &settings, lang),
        Err(error) => Err(Failure::new(error.describe(lang.words()))),
    };
    match outcome {
        Ok(Done::Fine) | Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Ok(Done::Found) => ExitCode::from(1),
        Ok(Done::Ended(code)) => ExitCode::from(code),
        Err(Failure::Message(message)) => {
            complain(&message);
            ExitCode::from(2)
        }
        Err(Failure::NoOutput(why)) => {
            let words = &lang.words().cli;
            complain(&words.cannot_write(words.standard_output(), why));
            ExitCode::from(2)
        }
    }
}

fn dispatch(command: Command, settings: &Settings, lang: Lang) -> Outcome {
    match command {
        Command::Review(options) => review::run(&options, settings, lang),
        Command::Demo(options) => review::demo(&options, settings, lang),
        Command::Read(options) => read::run(&options, lang),
        Command::Check(options) => check::run(&options, lang),
        Command::Survey(options) => survey::run(&options, lang),
        Command::Notice(options) => notice::run(&options, settings, lang),
        Command::Circular(options) => circular::run(&options, settings, lang),
        Command::Summary(options) => summary::run(&options, settings, lang),
        Command::Score(options) => score::run(&options, settings, lang),
        Command::Export(options) => export::run(&options, settings, lang),
        Command::Journal(command) => journal::run(&command, settings, lang),
        Command::Doctor => doctor::run(settings, lang),
        Command::Rules(options) => rules::run(&options, lang),
        Command::Keys(options) => keys::run(&options, lang),
        Command::Schema => schema::run(),
        Command::Completions { shell } => shell::completions(shell, lang),
        Command::Man => shell::man(lang),
        Command::Generate(options) => generate::run(&options, lang),
        Command::ReadOne(options) => worker::run(&options),
    }
}

/// Help, version, or what is wrong with the arguments, which are quoted as text and not as commands to the terminal.
fn print_usage(error: &mut clap::Error) {
    let line = |text: &str| SafeText::line(text).to_string();
    let quoted: Vec<(ContextKind, ContextValue)> = error.context().map(|(kind, value)| (kind, value.clone())).collect();
    let is_wild = quoted.iter().any(|(_, value)| matches!(value, ContextValue::String(text) if line(text) != *text));
    for (kind, value) in quoted {
        let value = match value {
            ContextValue::String(text) => ContextValue::String(line(&text)),
            ContextValue::Strings(texts) => ContextValue::Strings(texts.iter().map(|text| line(text)).collect()),
            // Advice that quotes an argument does so in the midst of colours.
            ContextValue::StyledStrs(_) if is_wild => ContextValue::None,
            other => other,
        };
        error.insert(kind, value);
    }
    let plain = error.render().to_string();
    let safe = SafeText::lines(&plain);
    if *safe == *plain || !error.use_stderr() {
        let _ = error.print();
    } else {
        let _ = write!(io::stderr().lock(), "{safe}");
    }
}
