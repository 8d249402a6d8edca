//! Work that may hang, done apart: whoever waits for it can give up, and nothing else stands still.
//!
//! A read from a disk that has gone away ends when the disk comes back, or never; no call can be told to stop. So such
//! work is done by threads that nobody joins. One that hangs is left behind, and counted: from a place where too many
//! hang already nothing more is asked until they come back.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use std::{io, thread};

/// So many threads wait for the next work when there is none.
const IDLE: usize = 4;
/// So much work may be under way or hang in one place, and in all places together.
const IN_ONE_PLACE: usize = 24;
const IN_ALL: usize = 192;

type Work = Box<dyn FnOnce() + Send>;

/// The threads that have nothing to do.
static RESTING: Mutex<Vec<SyncSender<Work>>> = Mutex::new(Vec::new());
/// How much work is under way, by place.
static BUSY: LazyLock<Mutex<HashMap<PathBuf, usize>>> = LazyLock::new(Mutex::default);

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How far work has come: as long as this grows, it does not hang.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pulse(Arc<AtomicU64>);

impl Pulse {
    /// Something was done.
    pub(crate) fn step(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn now(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

/// Counts work while it is under way.
struct Count(PathBuf);

impl Count {
    /// `None` where too much hangs already.
    fn of(place: &Path) -> Option<Self> {
        let mut busy = lock(&BUSY);
        let here = busy.get(place).copied().unwrap_or(0);
        if here >= IN_ONE_PLACE || busy.values().sum::<usize>() >= IN_ALL {
            return None;
        }
        busy.insert(place.to_owned(), here + 1);
        Some(Self(place.to_owned()))
    }
}

impl Drop for Count {
    fn drop(&mut self) {
        let mut busy = lock(&BUSY);
        match busy.get_mut(&self.0) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(busy.remove(&self.0)),
        }
    }
}

/// Has work done by a thread of its own. `place` says what it would hang in: a directory.
///
/// # Errors
/// [`io::ErrorKind::TimedOut`] where too much hangs already; else if there is no thread to be had.
pub(crate) fn run(place: &Path, work: impl FnOnce() + Send + 'static) -> io::Result<()> {
    let count = Count::of(place).ok_or(io::ErrorKind::TimedOut)?;
    let mut work: Work = Box::new(move || {
        work();
        drop(count);
    });
    let resting = lock(&RESTING).pop();
    if let Some(resting) = resting {
        match resting.send(work) {
            Ok(()) => return Ok(()),
            Err(back) => work = back.0,
        }
    }
    let (orders, wanted) = sync_channel(1);
    thread::Builder::new().name("apart".into()).spawn(move || go_on(work, orders, &wanted)).map(drop)
}

fn go_on(mut work: Work, orders: SyncSender<Work>, wanted: &Receiver<Work>) {
    loop {
        work();
        {
            let mut resting = lock(&RESTING);
            if resting.len() >= IDLE {
                return;
            }
            resting.push(orders.clone());
        }
        let Ok(next) = wanted.recv() else { return };
        work = next;
    }
}

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum NoAnswer {
    Hangs,
    /// Nobody wants it any more.
    Unwanted,
    /// The thread has ended without one, or there was none to be had.
    Failed(io::Error),
}

/// Waits for what a thread sends, as long as it makes progress, and as long as it is wanted; that is asked again and
/// again.
///
/// # Errors
/// [`NoAnswer`]
pub(crate) fn wait<T>(
    answer: &Receiver<T>,
    progress: &Pulse,
    patience: Duration,
    is_wanted: &dyn Fn() -> bool,
) -> Result<T, NoAnswer> {
    const SLICE: Duration = Duration::from_millis(50);
    let (mut known, mut since) = (progress.now(), Instant::now());
    loop {
        match answer.recv_timeout(SLICE.min(patience)) {
            Ok(answer) => return Ok(answer),
            Err(RecvTimeoutError::Disconnected) => return Err(NoAnswer::Failed(io::ErrorKind::UnexpectedEof.into())),
            Err(RecvTimeoutError::Timeout) if !is_wanted() => return Err(NoAnswer::Unwanted),
            Err(RecvTimeoutError::Timeout) => {}
        }
        let now = progress.now();
        if now != known {
            (known, since) = (now, Instant::now());
        } else if since.elapsed() >= patience {
            return Err(NoAnswer::Hangs);
        }
    }
}

/// Does work apart and waits for it.
///
/// # Errors
/// [`NoAnswer`]
#[cfg(test)]
pub(crate) fn within<T: Send + 'static>(
    place: &Path,
    patience: Duration,
    work: impl FnOnce(&Pulse) -> T + Send + 'static,
) -> Result<T, NoAnswer> {
    within_while(place, patience, &|| true, work)
}

/// The same, as long as it is wanted.
///
/// # Errors
/// [`NoAnswer`]
pub(crate) fn within_while<T: Send + 'static>(
    place: &Path,
    patience: Duration,
    is_wanted: &dyn Fn() -> bool,
    work: impl FnOnce(&Pulse) -> T + Send + 'static,
) -> Result<T, NoAnswer> {
    let (tell, answer) = sync_channel(1);
    let progress = Pulse::default();
    let theirs = progress.clone();
    let started = run(place, move || drop(tell.send(work(&theirs))));
    match started {
        Ok(()) => wait(&answer, &progress, patience, is_wanted),
        Err(error) if error.kind() == io::ErrorKind::TimedOut => Err(NoAnswer::Hangs),
        Err(error) => Err(NoAnswer::Failed(error)),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    const SHORT: Duration = Duration::from_millis(100);
    const LONG: Duration = Duration::from_secs(20);

    #[test]
    fn what_hangs_is_left_and_what_makes_progress_is_not() {
        let place = Path::new("/hangs");
        let (free, hanging) = channel::<()>();
        let result = within(place, SHORT, move |_| hanging.recv().is_ok());
        assert!(matches!(result, Err(NoAnswer::Hangs)));
        drop(free);
        let slow = within(place, SHORT, |progress| {
            for _ in 0..10 {
                thread::sleep(SHORT / 4);
                progress.step();
            }
            7
        });
        assert_eq!(slow.ok(), Some(7));
        let unwanted = within_while(place, LONG, &|| false, |_| thread::sleep(SHORT * 4));
        assert!(matches!(unwanted, Err(NoAnswer::Unwanted)));
    }

    #[test]
    fn where_much_hangs_nothing_more_is_asked_until_it_comes_back() {
        let place = Path::new("/dead");
        let (free, hanging) = channel::<()>();
        let hanging = Arc::new(Mutex::new(hanging));
        for _ in 0..IN_ONE_PLACE {
            let hanging = Arc::clone(&hanging);
            run(place, move || assert!(lock(&hanging).recv().is_err())).unwrap();
        }
        assert_eq!(run(place, || ()).unwrap_err().kind(), io::ErrorKind::TimedOut);
        assert_eq!(within(Path::new("/alive"), LONG, |_| 1).ok(), Some(1));
        drop(free);
        let begun = Instant::now();
        while run(place, || ()).is_err() {
            assert!(begun.elapsed() < LONG);
            thread::sleep(Duration::from_millis(5));
        }
    }
}
