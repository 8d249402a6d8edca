//! For tests: what work costs the processor, whatever else the machine has to do.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// The processor time of this thread: work that is handed to another one is not seen.
pub(crate) struct Spent(Duration);

impl Spent {
    /// From now on.
    pub(crate) fn from_now() -> Self {
        Self(of_this_thread())
    }

    /// How much it is by now.
    pub(crate) fn by_now(&self) -> Duration {
        of_this_thread().saturating_sub(self.0)
    }
}

fn of_this_thread() -> Duration {
    clock_gettime(ClockId::ThreadCPUTime).try_into().unwrap()
}

#[test]
fn work_is_seen_and_waiting_is_not() {
    let spent = Spent::from_now();
    std::thread::sleep(Duration::from_millis(300));
    assert!(spent.by_now() < Duration::from_millis(100), "{:?}", spent.by_now());
    while spent.by_now() < Duration::from_millis(5) {
        std::hint::black_box(spent.by_now());
    }
}
