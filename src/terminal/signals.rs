//! A thread of its own hears the signals, so that the program ends even when everything else hangs.
//!
//! HUP, TERM, INT, QUIT and all others that would end the program tell the main loop to end. If it has not within
//! [`PATIENCE`], this thread gives the terminal back and ends the process by itself. TSTP and CONT are told to the loop
//! too (see [`super::handover`]).

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use signal_hook::consts::{
    SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU, SIGXFSZ,
};
use signal_hook::iterator::Signals;
use signal_hook::low_level;

use super::guard;

/// How long the main loop has to end after a terminating signal.
pub(crate) const PATIENCE: Duration = Duration::from_millis(800);

/// How long giving back a terminal that takes no bytes may take after that.
const LAST_PATIENCE: Duration = Duration::from_millis(100);

/// The thread is busy or gone if it has not heard a signal of our own after so long.
const DEAF: Duration = Duration::from_secs(5);

/// What the main loop is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// End at once; the exit code should be [`exit_code`] of this number.
    Terminate(i32),
    /// Ctrl-Z from outside: call [`super::handover::Handover::suspend`].
    Suspend,
    /// Continued after a stop: take the terminal again and repaint.
    Continue,
}

/// The exit code of a process that a signal ended.
#[must_use]
pub const fn exit_code(signal: i32) -> i32 {
    128 + signal
}

/// Shared with the thread.
#[derive(Debug, Default)]
struct Shared {
    lent: AtomicBool,
    /// One lock for what the one condition is about: it may wait with no other.
    state: Mutex<State>,
    told: Condvar,
}

#[derive(Debug, Default)]
struct State {
    /// Has the thread heard all that came while the terminal was lent?
    heard: bool,
    /// Has the main loop ended?
    finished: bool,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the main loop tells the thread.
#[derive(Debug, Clone, Default)]
pub struct Handle(Arc<Shared>);

impl Handle {
    /// The main loop has ended and the terminal is given back: the thread ends nothing any more.
    pub fn finish(&self) {
        self.0.lock().finished = true;
        self.0.told.notify_all();
    }

    /// From now on the terminal is another program's: INT and QUIT are for that one, and TSTP stops this one at once.
    pub(super) fn lend(&self) {
        self.0.lent.store(true, Ordering::SeqCst);
    }

    /// The terminal is ours again, and in raw mode: no key brings INT or QUIT any more. What was meant for the other
    /// program may still wait for this thread, on a busy machine for long; a signal of our own comes after all that.
    pub(super) fn take_back(&self) {
        self.0.lock().heard = false;
        if low_level::raise(SIGCONT).is_ok() {
            drop(self.0.told.wait_timeout_while(self.0.lock(), DEAF, |state| !state.heard));
        }
        self.0.lent.store(false, Ordering::SeqCst);
    }

    /// Signals that came together are heard in the order of their numbers: INT and QUIT before CONT.
    fn set_heard(&self) {
        self.0.lock().heard = true;
        self.0.told.notify_all();
    }

    fn is_lent(&self) -> bool {
        self.0.lent.load(Ordering::SeqCst)
    }

    fn wait_finished(&self, limit: Duration) -> bool {
        let waited = self.0.told.wait_timeout_while(self.0.lock(), limit, |state| !state.finished);
        waited.unwrap_or_else(PoisonError::into_inner).0.finished
    }
}

/// The signals that end the program. Those that nobody sends on purpose are among them: the terminal must be given back
/// whatever ends it.
const ENDING: [i32; 10] = [SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGXCPU, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF];

/// A file that becomes larger than the system allows is an error of the write, as a full disk is, and no reason to die.
/// The programs that are started from here are not affected.
///
/// # Errors
/// If the system does not let signals be taken.
pub(crate) fn outlive_large_files() -> io::Result<()> {
    signal_hook::flag::register(SIGXFSZ, Arc::new(AtomicBool::new(false))).map(drop)
}

/// Starts the thread; `tell` is called on it and must not block.
///
/// # Errors
/// If the signals or the thread cannot be had.
pub fn spawn(tell: impl FnMut(Signal) + Send + 'static) -> io::Result<Handle> {
    let signals = Signals::new(ENDING.into_iter().chain([SIGTSTP, SIGCONT]))?;
    let handle = Handle::default();
    let ours = handle.clone();
    thread::Builder::new().name("signals".into()).spawn(move || listen(signals, &ours, tell))?;
    Ok(handle)
}

fn listen(mut signals: Signals, handle: &Handle, mut tell: impl FnMut(Signal)) {
    for signal in signals.forever() {
        match signal {
            SIGTSTP if handle.is_lent() => {
                let _ = low_level::raise(signal_hook::consts::SIGSTOP);
            }
            SIGCONT if handle.is_lent() => handle.set_heard(),
            SIGINT | SIGQUIT if handle.is_lent() => {}
            SIGTSTP => tell(Signal::Suspend),
            SIGCONT => tell(Signal::Continue),
            _ => {
                tell(Signal::Terminate(signal));
                if !handle.wait_finished(PATIENCE) {
                    end(signal);
                }
            }
        }
    }
}

/// The loop hangs. Nothing is waited for any more, no destructor runs.
fn end(signal: i32) {
    guard::surrender(LAST_PATIENCE);
    low_level::exit(exit_code(signal));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Somebody who waits for the end is told while the terminal is being taken back: one condition, one lock.
    #[test]
    fn two_may_wait_at_once() {
        let handle = Handle::default();
        let ours = handle.clone();
        let waiting = thread::spawn(move || ours.wait_finished(Duration::from_secs(60)));
        let ours = handle.clone();
        let hearing = thread::spawn(move || {
            let shared = &ours.0;
            drop(shared.told.wait_timeout_while(shared.lock(), Duration::from_secs(60), |state| !state.heard));
        });
        thread::sleep(Duration::from_millis(20));
        handle.set_heard();
        hearing.join().unwrap();
        handle.finish();
        assert!(waiting.join().unwrap());
    }

    /// The only test of the process that raises signals.
    #[test]
    fn what_was_meant_for_the_editor_is_not_taken_for_ours_when_it_is_heard_late() {
        let (send, told) = std::sync::mpsc::channel();
        let handle = spawn(move |signal| {
            let _ = send.send(signal);
        })
        .unwrap();
        for _ in 0..200 {
            handle.lend();
            low_level::raise(SIGQUIT).unwrap();
            low_level::raise(SIGINT).unwrap();
            handle.take_back();
        }
        assert!(!handle.is_lent());
        low_level::raise(SIGCONT).unwrap();
        assert_eq!(told.recv_timeout(Duration::from_secs(60)), Ok(Signal::Continue), "the first that is ours");
    }
}
