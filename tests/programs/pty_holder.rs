//! Runs a program in a terminal of its own and shows its output. Killed, it takes that terminal away at once, as a
//! dropped line does. For the pty tests: `pty_holder FILE PROGRAM ARGUMENT…` writes the program's number to FILE.

use std::io::{self, Error, ErrorKind};
use std::os::fd::AsFd as _;
use std::{env, fs};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

fn main() -> io::Result<()> {
    let mut arguments = env::args_os().skip(1);
    let (Some(file), Some(program)) = (arguments.next(), arguments.next()) else {
        return Err(ErrorKind::InvalidInput.into());
    };
    let size = PtySize { rows: 20, cols: 60, pixel_width: 0, pixel_height: 0 };
    let pair = native_pty_system().openpty(size).map_err(Error::other)?;
    let mut command = CommandBuilder::new(program);
    command.args(arguments);
    command.cwd(env::current_dir()?);
    let mut child = pair.slave.spawn_command(command).map_err(Error::other)?;
    drop(pair.slave);
    fs::write(file, child.process_id().unwrap_or_default().to_string())?;
    // Without the buffer of `Stdout`, which waits for a line to end.
    let mut out = fs::File::from(io::stdout().as_fd().try_clone_to_owned()?);
    // The end of the output is an error on a pty.
    let _ = io::copy(&mut pair.master.try_clone_reader().map_err(Error::other)?, &mut out);
    child.wait().map(drop)
}
