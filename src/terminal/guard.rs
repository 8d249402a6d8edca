//! Takes the terminal, and always gives it back as it was: on return, on error, on panic, on a signal.
//!
//! What was switched on is kept in one place for the whole process, so that any thread can switch it off.

use std::io;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError, TryLockError};
use std::thread;
use std::time::Duration;

use rustix::termios::{OptionalActions, Termios, tcsetattr};

use super::tty::{self, Output};

/// What is switched on, and how it is switched off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Raw,
    AlternateScreen,
    NoWrap,
    BracketedPaste,
    HiddenCursor,
    Mouse,
}

/// The order in which modes are switched on; off is the reverse.
const ORDER: [Mode; 5] = [Mode::Raw, Mode::AlternateScreen, Mode::NoWrap, Mode::BracketedPaste, Mode::HiddenCursor];

/// With a mouse, which then no longer selects text in the terminal.
const WITH_MOUSE: [Mode; 6] =
    [Mode::Raw, Mode::AlternateScreen, Mode::NoWrap, Mode::BracketedPaste, Mode::HiddenCursor, Mode::Mouse];

/// For a program that writes one line after the other.
const FOR_LINES: [Mode; 2] = [Mode::Raw, Mode::BracketedPaste];

/// Whatever a frame that was cut off may have left: synchronized output, a scroll region, a look.
const TIDY: &str = "\x1b[?2026l\x1b[r\x1b[m";

/// The modes that are on, in the order in which they were switched on.
static ON: Mutex<Vec<Mode>> = Mutex::new(Vec::new());

/// How the line discipline was when the terminal was taken for the first time: what it is given back as, whatever an
/// editor that died has left since.
static FOUND: OnceLock<Termios> = OnceLock::new();

/// Every key comes at once and as it is.
fn enable_raw_mode() -> io::Result<()> {
    let line = tty::line()?;
    let found = match FOUND.get() {
        Some(found) => found,
        None => {
            let found = rustix::termios::tcgetattr(&line)?;
            FOUND.get_or_init(|| found)
        }
    };
    let mut raw = found.clone();
    raw.make_raw();
    Ok(tcsetattr(&line, OptionalActions::Now, &raw)?)
}

fn disable_raw_mode() -> io::Result<()> {
    let Some(found) = FOUND.get() else { return Ok(()) };
    Ok(tcsetattr(tty::line()?, OptionalActions::Now, found)?)
}

impl Mode {
    const fn on(self) -> &'static str {
        match self {
            Self::Raw => "",
            Self::AlternateScreen => "\x1b[?1049h",
            // A glyph that the terminal takes for wider than it is must not go on in the next row.
            Self::NoWrap => "\x1b[?7l",
            Self::BracketedPaste => "\x1b[?2004h",
            Self::HiddenCursor => "\x1b[?25l",
            // Presses and the wheel, without dragging, in numbers that may be large.
            Self::Mouse => "\x1b[?1000h\x1b[?1006h",
        }
    }

    const fn off(self) -> &'static str {
        match self {
            Self::Raw => "",
            Self::AlternateScreen => "\x1b[?1049l",
            Self::NoWrap => "\x1b[?7h",
            Self::BracketedPaste => "\x1b[?2004l",
            Self::HiddenCursor => "\x1b[?25h",
            Self::Mouse => "\x1b[?1006l\x1b[?1000l",
        }
    }
}

/// Holds the terminal; gives it back when dropped.
#[derive(Debug)]
pub struct Guard(&'static [Mode]);

impl Guard {
    /// Takes the terminal: raw mode, alternate screen, bracketed paste, no cursor.
    ///
    /// # Errors
    /// If there is no terminal, or it cannot be written to. Then everything is as before.
    pub fn enter() -> io::Result<Self> {
        let guard = Self(&ORDER);
        guard.reenter()?;
        Ok(guard)
    }

    /// Takes the terminal, and the mouse with it.
    ///
    /// # Errors
    /// As [`enter`](Self::enter).
    pub(crate) fn enter_with_mouse() -> io::Result<Self> {
        let guard = Self(&WITH_MOUSE);
        guard.reenter()?;
        Ok(guard)
    }

    /// Takes the terminal for one line after the other: keys come at once, and the screen stays as it is.
    ///
    /// # Errors
    /// As [`enter`](Self::enter).
    pub(crate) fn enter_for_lines() -> io::Result<Self> {
        let guard = Self(&FOR_LINES);
        guard.reenter()?;
        Ok(guard)
    }

    /// Takes the terminal again, after [`leave`](Self::leave) or after somebody else changed its modes.
    ///
    /// # Errors
    /// As [`enter`](Self::enter).
    pub fn reenter(&self) -> io::Result<()> {
        let mut on = lock();
        let entered = enable_raw_mode().and_then(|()| {
            let sequences: String = self.0.iter().map(|mode| mode.on()).collect();
            *on = self.0.to_vec();
            Output::open()?.force(sequences.as_bytes())
        });
        drop(on);
        if entered.is_err() {
            restore();
        }
        entered
    }

    /// Gives the terminal back until [`reenter`](Self::reenter). Twice is harmless, and so is a terminal that is gone.
    pub fn leave(&self) {
        restore();
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}

fn lock() -> MutexGuard<'static, Vec<Mode>> {
    ON.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Gives the terminal back from any thread. Twice is harmless, and so is a terminal that is gone.
pub(crate) fn restore() {
    let modes = std::mem::take(&mut *lock());
    switch_off(&modes);
}

fn switch_off(modes: &[Mode]) {
    if modes.is_empty() {
        return;
    }
    let sequences: String = modes.iter().rev().map(|mode| mode.off()).collect();
    // Only frames leave anything behind; without them the cursor must stay where it is.
    let tidy = if modes.contains(&Mode::AlternateScreen) { TIDY } else { "" };
    // If it cannot be written to, nobody is there to see it.
    let _ = Output::open().and_then(|mut out| out.force(format!("{tidy}{sequences}").as_bytes()));
    let _ = disable_raw_mode();
}

/// Gives the terminal back for good, within `limit`, even if it takes no bytes any more; later frames are refused.
///
/// For a panic and for a program that hangs: the lock may be held, the line may stand still.
pub(super) fn surrender(limit: Duration) {
    tty::close();
    let (done, finished) = std::sync::mpsc::channel();
    let writer = thread::Builder::new().name("restore".into()).spawn(move || {
        let modes = match ON.try_lock() {
            Ok(mut on) => std::mem::take(&mut *on),
            Err(TryLockError::Poisoned(on)) => std::mem::take(&mut *on.into_inner()),
            // Whoever holds it is switching modes now, and may hang in it.
            Err(TryLockError::WouldBlock) => WITH_MOUSE.to_vec(),
        };
        switch_off(&modes);
        let _ = done.send(());
    });
    if writer.is_err() {
        restore();
    } else if finished.recv_timeout(limit).is_err() {
        // The sequences are stuck, the line discipline is not.
        let _ = disable_raw_mode();
    }
}
