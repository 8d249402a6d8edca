//! Ctrl-C in a long command: the first one asks it to end, the second one ends it.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

use crate::terminal::signals::exit_code;

/// Whether somebody wants this command to end.
pub(super) struct Interrupt {
    asked: Arc<AtomicBool>,
    signal: Arc<AtomicUsize>,
}

impl Interrupt {
    /// From now on INT and TERM only ask.
    pub(crate) fn listen() -> io::Result<Self> {
        let interrupt = Self { asked: Arc::default(), signal: Arc::default() };
        for signal in [SIGINT, SIGTERM] {
            // From the first of these on a signal ends nobody: it must be known that it came.
            flag::register_usize(signal, Arc::clone(&interrupt.signal), usize::try_from(signal).unwrap_or(0))?;
            // In this order: what a second signal does must not be done by the first.
            flag::register_conditional_shutdown(signal, exit_code(signal), Arc::clone(&interrupt.asked))?;
            flag::register(signal, Arc::clone(&interrupt.asked))?;
        }
        // One that came between them has asked too.
        if interrupt.signal.load(Ordering::Relaxed) != 0 {
            interrupt.asked.store(true, Ordering::Relaxed);
        }
        Ok(interrupt)
    }

    /// Somebody in this program asks, and no signal counts.
    pub(crate) fn by(asked: Arc<AtomicBool>) -> Self {
        Self { asked, signal: Arc::default() }
    }

    /// The flag, to be given to those who work.
    pub(crate) fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.asked)
    }

    /// Has somebody asked? The exit code is then that of the signal.
    pub(crate) fn code(&self) -> Option<u8> {
        let signal = i32::try_from(self.signal.load(Ordering::Relaxed)).ok().filter(|signal| *signal != 0);
        match signal {
            Some(signal) => u8::try_from(exit_code(signal)).ok(),
            None => self.asked.load(Ordering::Relaxed).then_some(1),
        }
    }
}
