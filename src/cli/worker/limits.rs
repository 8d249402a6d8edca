//! What a helper may use: it sets its own limits before it reads the first byte of a document.

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use rustix::time::{ClockId, clock_gettime};

/// Bounds the address space to so many MiB from now on, and leaves no core files.
///
/// A limit that was lower before stays. That the system refuses is not said: there still are the parent's time limit
/// and the bounds within the readers.
pub(super) fn bound_memory(mebibytes: u64) {
    lower(Resource::As, mebibytes.saturating_mul(1 << 20));
    lower(Resource::Core, 0);
}

/// Allows so many more seconds of processor time; the process is ended by `SIGXCPU` after that.
pub(super) fn allow_time(seconds: u64) {
    let used = u64::try_from(clock_gettime(ClockId::ProcessCPUTime).tv_sec).unwrap_or(0);
    let until = used.saturating_add(1).saturating_add(seconds);
    let hard = getrlimit(Resource::Cpu).maximum;
    let current = hard.map_or(until, |hard| hard.min(until));
    // Only the soft limit: the next document moves it again.
    let _ = setrlimit(Resource::Cpu, Rlimit { current: Some(current), maximum: hard });
}

fn lower(resource: Resource, value: u64) {
    let Rlimit { current, maximum } = getrlimit(resource);
    let least = |old: Option<u64>| Some(old.map_or(value, |old| old.min(value)));
    let _ = setrlimit(resource, Rlimit { current: least(current), maximum: least(maximum) });
}
