//! What a helper may use: it sets its own limits before it reads the first byte of a document.

use rustix::param::page_size;
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use rustix::time::{ClockId, clock_gettime};

/// Bounds what documents take of addresses to so many MiB from now on, and leaves no core files. The program itself and
/// the stacks of its threads, in bytes, are not the documents'.
///
/// A limit that was lower before stays. That the system refuses is not said: there still are the parent's time limit
/// and the bounds within the readers.
pub(super) fn bound_memory(mebibytes: u64, stacks: u64) {
    let documents = mebibytes.saturating_mul(1 << 20);
    lower(Resource::As, documents.saturating_add(stacks).saturating_add(own_addresses()));
    lower(Resource::Core, 0);
}

/// The addresses that the program has taken so far, in bytes; 0 where the system does not say.
fn own_addresses() -> u64 {
    let pages = std::fs::read_to_string("/proc/self/statm").ok().and_then(|text| text.split(' ').next()?.parse().ok());
    pages.unwrap_or(0_u64).saturating_mul(u64::try_from(page_size()).unwrap_or(0))
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
