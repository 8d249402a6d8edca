//! The command line: one file per command, and the exit code.
//!
//! Exit codes: 0 nothing at or above `--fail-on`; 1 there is; 2 the command could not do its work.
//! Results go to standard output, everything else to standard error. A closed pipe is no error.

mod args;
mod check;
mod doctor;
mod documents;
mod generate;
mod interrupt;
mod journal;
mod keys;
mod process;
mod progress;
mod read;
mod review;
mod rules;
mod schema;
mod settings;
mod shell;
mod usage;
mod worker;

use std::ffi::OsString;
use std::fmt;
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue};

use crate::check::Profile;
use crate::library;
use crate::report::SafeText;
use crate::report::roster::Roster;
use crate::words::{Describe as _, Lang};

use args::Command;
use settings::Settings;

/// What a command says when it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Done {
    /// Exit code 0.
    Fine,
    /// Exit code 1: it found what it was asked to look for.
    Found,
    /// The desk ended with this code: 0, or that of a signal.
    Ended(u8),
}

/// Why a command could not do its work: exit code 2. The text is for the user, in their language.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A message.
    Message(String),
    /// Standard output is closed: nobody listens, which is not an error.
    ClosedPipe,
}

impl Failure {
    fn new(message: impl fmt::Display) -> Self {
        Self::Message(message.to_string())
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == ErrorKind::BrokenPipe { Self::ClosedPipe } else { Self::new(error) }
    }
}

type Outcome = Result<Done, Failure>;

/// Runs the program with the arguments of this process.
#[must_use]
pub fn main() -> ExitCode {
    run(std::env::args_os().collect())
}

fn run(arguments: Vec<OsString>) -> ExitCode {
    // Where it cannot be had, such a file ends the program, as it would any other.
    let _ = crate::terminal::signals::outlive_large_files();
    let settings = settings::load();
    let lang = args::language(&arguments, settings.as_ref().ok().and_then(|settings| settings.lang));
    let args = match args::parse(arguments, lang) {
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
    }
}

fn dispatch(command: Command, settings: &Settings, lang: Lang) -> Outcome {
    match command {
        Command::Review(options) => review::run(&options, settings, lang),
        Command::Demo(options) => review::demo(&options, settings, lang),
        Command::Read(options) => read::run(&options, lang),
        Command::Check(options) => check::run(&options, lang),
        Command::Journal(command) => journal::run(&command, lang),
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

/// A message on standard error, in which nothing acts upon the terminal, whatever it quotes. That standard error is
/// closed is nobody's problem.
fn complain(message: &str) {
    let _ = writeln!(io::stderr().lock(), "gouji: {}", SafeText::lines(message));
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

/// The office's profile, for the rest of this run; what is wrong in it is said line by line.
fn profile(path: Option<&Path>, lang: Lang) -> Result<&'static Profile, Failure> {
    let Some(path) = path else { return Ok(Profile::standard()) };
    Profile::load_static(path).map_err(|error| Failure::Message(error.lines(lang.words()).join("\n")))
}

/// The office's roster, for the rest of this run.
fn roster(path: Option<&Path>, lang: Lang) -> Result<Option<&'static Roster>, Failure> {
    let Some(path) = path else { return Ok(None) };
    let named = |detail: String| Failure::Message(format!("{}: {detail}", SafeText::path(path)));
    let bytes = library::read_bounded(path).map_err(|trouble| named(trouble.describe(lang.words())))?;
    let roster = Roster::parse(&bytes).map_err(|error| named(error.describe(lang.words())))?;
    Ok(Some(Box::leak(Box::new(roster))))
}

/// A path that is not there is said at once, before anything else happens.
fn must_exist(path: &Path, lang: Lang) -> Result<(), Failure> {
    if path.exists() {
        return Ok(());
    }
    Err(Failure::Message(not_there(path, lang)))
}

/// That a path is not there.
fn not_there(path: &Path, lang: Lang) -> String {
    lang.words().load.no_such_directory(SafeText::path(path))
}
