//! A thread of its own reads the terminal: keys, pastes, sizes, and that it is gone.
//!
//! It decodes by itself (in `keys`) instead of through crossterm's reader: that one takes a key that comes in
//! two packets apart, a paste likewise, and spins for ever once the terminal is gone. It sleeps in the kernel until
//! there is something, and is never joined.

use std::io::{self, Read, Write};
use std::os::fd::AsFd as _;
use std::os::unix::net::UnixStream;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

pub(crate) use crossterm::event::KeyEvent;
pub use crossterm::event::{KeyCode, KeyModifiers};
use signal_hook::consts::SIGWINCH;

pub(crate) use super::keys::{Button, Pointed};
use super::keys::{Decoder, Typed, Waiting};
use super::tty::{self, Keyboard};

/// How long after an `Esc` the rest of a key may still come.
const AFTER_ESCAPE: Duration = Duration::from_millis(50);

/// How long the rest of a sequence may take that nobody types by hand.
const AFTER_START: Duration = Duration::from_millis(250);

/// Packets of one paste follow each other within this time.
const AT_ONCE: Duration = Duration::from_millis(150);

/// Sizes within this time count as one: the last.
const RESIZE_STORM: Duration = Duration::from_millis(25);

/// How long [`Handle::pause`] waits for a thread that does not answer.
const PATIENCE: Duration = Duration::from_millis(500);

/// What comes from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// A key was pressed (or is held).
    Key(KeyEvent),
    /// A text was pasted; lines end in `\n`. It is as it came: hostile.
    Paste(String),
    /// A text came at once; lines end in `\n`. It was typed ahead, or pasted into a terminal that does not say so.
    Burst(String),
    /// The mouse did something; only where the guard has asked for it.
    Mouse(Pointed),
    /// The terminal has another size now: columns, rows.
    Resize(u16, u16),
    /// The terminal is gone. The last that is heard.
    Gone,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum State {
    #[default]
    Reading,
    /// Asked to stop reading.
    Pausing,
    /// Does not read.
    Paused,
    /// The thread has ended.
    Ended,
}

#[derive(Debug, Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn set(&self, state: State) {
        let mut now = self.lock();
        if *now != State::Ended {
            *now = state;
        }
        self.changed.notify_all();
    }
}

/// Stops and continues the reading.
#[derive(Debug)]
pub struct Handle {
    shared: Arc<Shared>,
    wake: UnixStream,
}

impl Handle {
    /// Stops reading, so that another program gets the keys. Returns when no key is taken any more.
    pub(crate) fn pause(&self) {
        self.shared.set(State::Pausing);
        let _ = (&self.wake).write(&[0]);
        let state = self.shared.lock();
        let _ = self.shared.changed.wait_timeout_while(state, PATIENCE, |state| *state == State::Pausing);
    }

    /// Reads again; tells the size, which may have changed meanwhile.
    pub(crate) fn resume(&self) {
        self.shared.set(State::Reading);
    }
}

/// Starts the thread; `tell` is called on it.
///
/// # Errors
/// If there is no terminal, or the thread cannot be had.
pub fn spawn(tell: impl FnMut(Input) + Send + 'static) -> io::Result<Handle> {
    let (wake, woken) = UnixStream::pair()?;
    let (resized, winch) = UnixStream::pair()?;
    for stream in [&wake, &woken, &winch] {
        stream.set_nonblocking(true)?;
    }
    signal_hook::low_level::pipe::register(SIGWINCH, winch)?;
    resized.set_nonblocking(true)?;
    let shared = Arc::new(Shared::default());
    let reader = Reader {
        keyboard: Keyboard::open()?,
        woken,
        resized,
        shared: Arc::clone(&shared),
        decoder: Decoder::default(),
        resize_at: None,
        read_at: None,
        tell,
    };
    thread::Builder::new().name("input".into()).spawn(move || reader.run())?;
    Ok(Handle { shared, wake })
}

/// The thread's own.
struct Reader<F> {
    keyboard: Keyboard,
    woken: UnixStream,
    resized: UnixStream,
    shared: Arc<Shared>,
    decoder: Decoder,
    resize_at: Option<Instant>,
    read_at: Option<Instant>,
    tell: F,
}

impl<F: FnMut(Input)> Reader<F> {
    fn run(mut self) {
        while self.turn() {}
        self.shared.set(State::Ended);
        (self.tell)(Input::Gone);
    }

    /// Waits for something and deals with it. False: the terminal is gone.
    fn turn(&mut self) -> bool {
        self.park();
        let quiet_at = match self.decoder.waiting() {
            Waiting::Nothing | Waiting::Paste => None,
            Waiting::Escape => Some(Instant::now() + AFTER_ESCAPE),
            Waiting::Rest => Some(Instant::now() + AFTER_START),
        };
        let until = [quiet_at, self.resize_at].into_iter().flatten().min();
        let limit = until.map(|until| until.saturating_duration_since(Instant::now()));
        let files = [self.keyboard.as_fd(), self.woken.as_fd(), self.resized.as_fd()];
        let Ok([key, woken, resized]) = tty::wait(files, limit) else { return false };
        if woken {
            drain(&self.woken);
        }
        if resized {
            drain(&self.resized);
            self.resize_at.get_or_insert_with(|| Instant::now() + RESIZE_STORM);
        }
        self.tell_size();
        // Whoever asked for a pause wants the keys for somebody else.
        if key && !woken {
            return self.read();
        }
        if !key && quiet_at.is_some_and(|at| Instant::now() >= at) {
            let typed = self.decoder.settle();
            self.tell_typed(typed);
        }
        true
    }

    fn read(&mut self) -> bool {
        let mut buffer = [0; 4096];
        let Some(count) = self.keyboard.read(&mut buffer) else { return false };
        let now = Instant::now();
        if self.read_at.replace(now).is_none_or(|before| now.saturating_duration_since(before) > AT_ONCE) {
            self.decoder.pause();
        }
        let typed = self.decoder.feed(buffer.get(..count).unwrap_or_default());
        self.tell_typed(typed);
        true
    }

    fn tell_typed(&mut self, typed: Vec<Typed>) {
        for typed in typed {
            (self.tell)(match typed {
                Typed::Key(key) => Input::Key(key),
                Typed::Paste(text) => Input::Paste(text),
                Typed::Burst(text) => Input::Burst(text),
                Typed::Mouse(pointed) => Input::Mouse(pointed),
            });
        }
    }

    fn tell_size(&mut self) {
        if self.resize_at.is_none_or(|at| Instant::now() < at) {
            return;
        }
        self.resize_at = None;
        // Told even when it is the size of before: on the way there the terminal has cut what it shows.
        let size = tty::size();
        (self.tell)(Input::Resize(size.width, size.height));
    }

    /// Waits here while the reading is paused.
    fn park(&mut self) {
        let mut state = self.shared.lock();
        if *state == State::Reading {
            return;
        }
        *state = State::Paused;
        self.shared.changed.notify_all();
        while *state != State::Reading {
            state = self.shared.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        drop(state);
        self.decoder = Decoder::default();
        self.resize_at = Some(Instant::now());
    }
}

/// What wakes is only a byte.
fn drain(mut stream: &UnixStream) {
    let mut buffer = [0; 64];
    while matches!(stream.read(&mut buffer), Ok(count) if count > 0) {}
}
