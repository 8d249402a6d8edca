//! The terminal as files: where frames go, where keys come from, how large it is.

use std::fs::File;
use std::io::{self, IsTerminal, Read, Write};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ratatui::layout::Size;
use rustix::event::{PollFd, PollFlags, Timespec, poll};

/// What a terminal that does not know its size is taken for.
const USUAL: Size = Size::new(80, 24);

/// No more of a terminal is drawn on, whatever size it says it has: a screen of so many cells takes 80 MB.
const MOST: Size = Size::new(1000, 500);

/// The terminal was given back for good: a frame that comes late must not land in the shell.
static CLOSED: AtomicBool = AtomicBool::new(false);

/// The size of the terminal.
#[must_use]
pub(crate) fn size() -> Size {
    let known = rustix::termios::tcgetwinsize(io::stdout()).or_else(|_| rustix::termios::tcgetwinsize(io::stdin()));
    match known {
        Ok(size) if size.ws_col > 0 && size.ws_row > 0 => bounded(size.ws_col, size.ws_row),
        _ => USUAL,
    }
}

fn bounded(columns: u16, rows: u16) -> Size {
    Size::new(columns.min(MOST.width), rows.min(MOST.height))
}

/// The terminal whose line discipline is changed: the one that keys come from.
pub(super) fn line() -> io::Result<OwnedFd> {
    Ok(Keyboard::open()?.0.into())
}

/// Whether input and output are a terminal, so that a desk can be opened at all.
#[must_use]
pub(crate) fn is_terminal() -> bool {
    io::stdout().is_terminal() && (io::stdin().is_terminal() || File::open("/dev/tty").is_ok())
}

/// Refuses frames from now on.
pub(super) fn close() {
    CLOSED.store(true, Ordering::SeqCst);
}

/// Standard output without a buffer: what is written leaves at once.
///
/// It is a handle of its own, so that a write that hangs holds no lock that giving the terminal back would need.
#[derive(Debug)]
pub struct Output(File);

impl Output {
    /// Opens it.
    ///
    /// # Errors
    /// If the handle cannot be duplicated.
    pub fn open() -> io::Result<Self> {
        Ok(Self(File::from(io::stdout().as_fd().try_clone_to_owned()?)))
    }

    /// Writes even if the terminal was given back: for the sequences that give it back.
    pub(super) fn force(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut rest = bytes;
        while !rest.is_empty() {
            let sent = self.write_now(rest)?;
            rest = rest.get(sent..).unwrap_or_default();
        }
        Ok(())
    }

    /// Some programs leave the terminal non-blocking: then waiting is up to us.
    fn write_now(&mut self, bytes: &[u8]) -> io::Result<usize> {
        loop {
            match self.0.write(bytes) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    poll(&mut [PollFd::new(&self.0, PollFlags::OUT)], None)?;
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                result => return result,
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if CLOSED.load(Ordering::SeqCst) {
            return Err(io::Error::new(io::ErrorKind::BrokenPipe, "the terminal was given back"));
        }
        self.write_now(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Where keys come from: standard input if it is a terminal, else the controlling terminal.
#[derive(Debug)]
pub(super) struct Keyboard(File);

impl Keyboard {
    pub(crate) fn open() -> io::Result<Self> {
        if io::stdin().is_terminal() {
            return Ok(Self(File::from(io::stdin().as_fd().try_clone_to_owned()?)));
        }
        File::open("/dev/tty").map(Self)
    }

    /// Reads what is there. `None`: the terminal is gone.
    pub(crate) fn read(&mut self, buffer: &mut [u8]) -> Option<usize> {
        match self.0.read(buffer) {
            Ok(0) => None,
            Ok(count) => Some(count),
            Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) => Some(0),
            Err(_) => None,
        }
    }
}

impl AsFd for Keyboard {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

/// Waits until any of the files has something to read (or is gone); which ones.
pub(super) fn wait<const N: usize>(files: [BorrowedFd<'_>; N], limit: Option<Duration>) -> io::Result<[bool; N]> {
    let limit = limit.map(|limit| Timespec {
        tv_sec: i64::try_from(limit.as_secs()).unwrap_or(i64::MAX),
        tv_nsec: i64::from(limit.subsec_nanos()),
    });
    let mut asked = files.map(|file| PollFd::from_borrowed_fd(file, PollFlags::IN));
    match poll(&mut asked, limit.as_ref()) {
        Ok(_) => Ok(asked.map(|file| !file.revents().is_empty())),
        Err(rustix::io::Errno::INTR) => Ok([false; N]),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn huge_terminals_are_drawn_on_in_part_only() {
        assert_eq!(bounded(500, 300), Size::new(500, 300));
        assert_eq!(bounded(4000, 4000), MOST);
    }
}
