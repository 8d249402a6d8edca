//! How much of a time the machine gave to others: a thread that wants to run every few milliseconds and notes how
//! long it had to wait for it.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

const BEAT: Duration = Duration::from_millis(5);

/// Beats until it is dropped.
pub struct Heart(Arc<State>);

#[derive(Default)]
struct State {
    stopped: AtomicBool,
    /// Nanoseconds that beats came too late, since the beginning of the measurement.
    late: AtomicU64,
    last: Mutex<Option<Instant>>,
}

impl Heart {
    pub fn start() -> Self {
        let state = Arc::new(State::default());
        let beating = Arc::clone(&state);
        thread::spawn(move || {
            while !beating.stopped.load(Ordering::Relaxed) {
                let before = Instant::now();
                *beating.last.lock().unwrap() = Some(before);
                thread::sleep(BEAT);
                // A little work, as a desk has it: it is not only woken late, it is also sent away in between.
                let mut sum = 0_u64;
                for number in 0..2000_u64 {
                    sum = std::hint::black_box(sum.wrapping_mul(31).wrapping_add(number));
                }
                let late = before.elapsed().saturating_sub(BEAT).as_nanos();
                beating.late.fetch_add(u64::try_from(late).unwrap_or(u64::MAX), Ordering::Relaxed);
            }
        });
        Self(state)
    }

    pub fn begin(&self) {
        self.0.late.store(0, Ordering::Relaxed);
    }

    /// How long the machine had no time, since the beginning.
    pub fn end(&self) -> Duration {
        let waiting = self.0.last.lock().unwrap().map_or(Duration::ZERO, |last| last.elapsed());
        Duration::from_nanos(self.0.late.load(Ordering::Relaxed)) + waiting.saturating_sub(BEAT)
    }
}

impl Drop for Heart {
    fn drop(&mut self) {
        self.0.stopped.store(true, Ordering::Relaxed);
    }
}
