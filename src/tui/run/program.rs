//! Running a program of the reviewer's own: with the terminal, or beside the desk.

use std::process::{Command, Stdio};
use std::{io, thread};

/// Runs it and waits; in words why it did not end well.
pub(super) fn with_terminal(arguments: &[String]) -> Result<(), String> {
    let Some(mut command) = command(arguments) else { return Ok(()) };
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(status.to_string()),
        Err(error) => Err(error.to_string()),
    }
}

/// Starts it and goes on.
pub(super) fn beside(arguments: &[String]) -> Result<(), String> {
    let Some(mut command) = command(arguments) else { return Ok(()) };
    let silent = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = silent.spawn().map_err(|error| error.to_string())?;
    // Nobody else waits for it to end.
    let waits: io::Result<_> = thread::Builder::new().name("program".into()).spawn(move || drop(child.wait()));
    waits.map(drop).map_err(|error| error.to_string())
}

fn command(arguments: &[String]) -> Option<Command> {
    let (program, rest) = arguments.split_first()?;
    let mut command = Command::new(program);
    command.args(rest);
    Some(command)
}
